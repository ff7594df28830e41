"""What readers of calendars find in ours, and what an event's own occurrences say."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import icalendar
import recurring_ical_events

from circuito.model.network import Network
from circuito.model.occurrence import Occurrence
from circuito.model.things import Event
from circuito.outputs.views import status_of

Dated = tuple[str, str, str, str]
DAY = timedelta(days=1)
STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}


def foreseen(network: Network, events: Iterable[Event] | None = None) -> set[Dated]:
    """Identifier, start, end and status of each occurrence within the horizon, as the agenda knows them."""
    chosen = network.events if events is None else events
    return within(network, {told(event, each) for event in chosen for each in event.occurrences})


def told(event: Event, occurrence: Occurrence) -> Dated:
    """An occurrence, as readers tell it: in UTC; whole days with the day after the last; no end is an end at once."""
    status = STATUS.get(status_of(event, occurrence), "CONFIRMED")
    if occurrence.all_day:
        return event.id, text(occurrence.first_day), text(occurrence.last_day + DAY), status
    return event.id, text(occurrence.starts), text(occurrence.ends or occurrence.starts), status


def text(moment: date) -> str:
    """A day, or an instant in UTC."""
    return moment.astimezone(UTC).isoformat() if isinstance(moment, datetime) else moment.isoformat()


def within(network: Network, dated: Iterable[Dated]) -> set[Dated]:
    """What lies wholly inside the horizon; readers differ on what reaches over its ends."""
    since, until = (day.isoformat() for day in network.window)
    return {each for each in dated if since < each[1][:10] and each[2][:10] < until}


def by_icalendar(network: Network, content: bytes) -> set[Dated]:
    """What recurring-ical-events finds within the horizon.

    icalevents makes icalendar read by pytz, for all that comes after it in the process; of an hour that comes twice
    that takes the second, where RFC 5545 (3.3.5) means the first.
    """
    icalendar.use_zoneinfo()
    since, until = network.window
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(content)).between(since, until + DAY)
    return within(network, {(own(each["UID"]), text(each.start), text(each.end), each["STATUS"]) for each in found})


def by_ical_js(network: Network, content: bytes) -> set[Dated]:
    """What ical.js finds within the horizon."""
    since, until = (int(datetime.combine(day, time(), UTC).timestamp()) for day in network.window)
    question = json.dumps({"ics": content.decode(), "since": since, "until": until})
    command = ["node", str(Path(__file__).parent / "reader.mjs")]
    answer = subprocess.run(command, input=question + "\n", capture_output=True, text=True, check=True)
    found = json.loads(answer.stdout)
    return within(network, {(own(uid), instant(start), instant(end), status) for uid, _, start, end, status in found})


def instant(told: int | str) -> str:
    """Seconds since 1970 as an instant; a day as it is."""
    return told if isinstance(told, str) else datetime.fromtimestamp(told, UTC).isoformat()


def own(uid: str) -> str:
    """The event's identifier in a UID, which may name a date too."""
    return re.sub(r"(-\d{4}-\d\d-\d\d)?@.*", "", uid)


def components(content: bytes) -> list[Any]:
    """The events of a calendar."""
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))
