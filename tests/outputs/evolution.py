"""Answers, as one line of JSON for each calendar on a line of its own (a JSON text), what Evolution finds in it.

It is run by the system's Python, which has Evolution's engine (Debian: `python3-gi` and `gir1.2-ecal-2.0`):
[uid, start, end, status], starts and ends in seconds since 1970, days as text. The engine works out one component;
which dates of a series are told on their own is its program's affair, and so is done here.
"""

from __future__ import annotations

import json
import sys

import gi

gi.require_version("ECal", "2.0")
gi.require_version("ICalGLib", "3.0")
from gi.repository import ECal, ICalGLib  # noqa: E402

UTC = ICalGLib.Timezone.get_utc_timezone()
KIND = ICalGLib.ComponentKind.VEVENT_COMPONENT


def told(moment, zone=None):
    """Seconds since 1970, or a day."""
    if moment.is_date():
        return f"{moment.get_year():04}-{moment.get_month():02}-{moment.get_day():02}"
    return moment.as_timet_with_zone(zone or moment.get_timezone())


def occurrences(ics, since, until):
    """What is in a calendar between two instants."""
    calendar = ICalGLib.Component.new_from_string(ics)
    events = []
    event = calendar.get_first_component(KIND)
    while event:
        events.append(event)
        event = calendar.get_next_component(KIND)
    zones = {each.get_uid(): each.get_dtstart().get_timezone() for each in events}
    own = {(each.get_uid(), told(each.get_recurrenceid(), zones[each.get_uid()])) for each in events if is_own(each)}
    between = [ICalGLib.Time.new_from_timet_with_zone(each, 0, UTC) for each in (since, until)]
    found = []

    def note(event, start, end, *_):
        if is_own(event) or (event.get_uid(), told(start)) not in own:
            status = event.get_status().value_nick.upper()
            found.append([event.get_uid(), told(start), told(end), status])
        return True

    def zone(name, *_):
        return calendar.get_timezone(name)

    for event in events:
        ECal.recur_generate_instances_sync(event, *between, note, None, zone, None, UTC, None)
    return found


def is_own(event):
    """Whether a component tells one date of a series."""
    return event.get_first_property(ICalGLib.PropertyKind.RECURRENCEID_PROPERTY) is not None


for line in sys.stdin:
    print(json.dumps(occurrences(**json.loads(line))), flush=True)
