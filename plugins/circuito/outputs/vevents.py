"""Events as calendars carry them (RFC 5545, 3.6.1): one VEVENT each, or a series with its exceptions.

What recurs is one component with its rule (RRULE) and the dates left out (EXDATE); a date on which something is
different is a component of its own that names it (RECURRENCE-ID). Dates added to a rule are events of their own, since
clients disagree on RDATE. There is no ORGANIZER: it belongs to invitations (3.8.4.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from ..agenda.occurrences import occurrence
from ..agenda.recurrence import Rule, rule
from ..agenda.walltime import DAY, at, length, wall
from ..model.event import Occurrence
from ..model.event_types import name
from ..model.network import Event, Network, Spoken
from ..model.values import Moment
from . import digest
from .addresses import Addresses
from .history import published, revised, revision
from .in_words import description, place_of, status_at
from .keys import event_key
from .views import area_name, theme_name

if TYPE_CHECKING:
    from icalendar import Event as VEvent

STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}
FLAT = timedelta(days=93)  # from the first of a month into the third that follows, whatever their lengths
BEGIN, END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"
PREFIXED = ("cancelled", "postponed", "full")


def vevents(network: Network, event: Event, lang: str) -> bytes:
    """All components of an event in a language; made once, for every calendar that holds the event."""
    key = digest("vevents", lang, network.phrases[lang].digest, vevents_key(network, event))
    return network.remember(key, written, network, event, lang)


def vevents_key(network: Network, event: Event) -> str:
    """The digest of what the components of an event are made from, in whatever language."""
    return network.once(("vevents key", event.address), made_key, network, event)


def made_key(network: Network, event: Event) -> str:
    instants = published(network, event).timestamp(), revised(network, event).timestamp()
    return digest(event_key(network, event), instants, [each.foreseen for each in uneven(event)])


def flat(network: Network, event: Event, lang: str) -> bytes:
    """The dates of an event in a language, each an event of its own, without rules."""
    key = digest("flat", lang, network.phrases[lang].digest, flat_key(network, event))
    return network.remember(key, written_flat, network, event, lang)


def flat_key(network: Network, event: Event) -> str:
    """The digest of what the dates of an event are made from, in whatever language."""
    return network.once(("flat key", event.address), made_flat_key, network, event)


def made_flat_key(network: Network, event: Event) -> str:
    dates = flat_dates(network, event)
    return digest(vevents_key(network, event), str(dates[0].foreseen), str(dates[-1].foreseen)) if dates else ""


def flat_dates(network: Network, event: Event) -> tuple[Occurrence, ...]:
    """The dates that are told one by one: those of this month and of the two that follow.

    Whole months, so that most days bring no new dates; few, since files that tell every date grow large.
    """
    if is_alone(event):
        return event.occurrences
    since = network.today.replace(day=1)
    until = (since + FLAT).replace(day=1)
    return tuple(each for each in event.occurrences if each.last_day >= since and each.first_day < until)


def is_alone(event: Event) -> bool:
    """Whether an event has one date."""
    return rule(event.fields) is None and not event.fields.also


def written_flat(network: Network, event: Event, lang: str) -> bytes:
    """All that dates have in common is written once."""
    if is_alone(event):
        return vevents(network, event, lang)
    plain = [each for each in flat_dates(network, event) if each.change is None]
    common = inside(component(network, event, lang, plain[0])) if plain else b""
    told = []
    for each in flat_dates(network, event):
        uid = f"{event.id}-{each.foreseen}@{network.fields.domain}"
        about = inside(component(network, event, lang, each)) if each.change else common
        told += [BEGIN, inside(times_of(uid, each)), about, END]
    return b"".join(told)


def inside(made: VEvent) -> bytes:
    """The properties of a component, without its first and last line."""
    whole: bytes = made.to_ical(sorted=False)
    return whole.removeprefix(BEGIN).removesuffix(END)


def written(network: Network, event: Event, lang: str) -> bytes:
    return b"".join(each.to_ical(sorted=False) for each in components(network, event, lang))


def components(network: Network, event: Event, lang: str) -> Iterator[VEvent]:
    """A series or single event, then dates that differ, then dates added."""
    fields, uid, recurs = event.fields, f"{event.id}@{network.fields.domain}", rule(event.fields)
    if recurs is None:
        yield single(network, event, lang, uid, taking_place(network, event, fields.starts))
    else:
        yield series(network, event, lang, uid, recurs)
        moments = (Moment(change.on, fields.starts.clock) for change in fields.changes)
        differing = {moment.day: taking_place(network, event, moment) for moment in moments}
        differing |= {each.foreseen: each for each in uneven(event)}
        for day in sorted(differing.keys() - {extra.day for extra in fields.also}):
            each = single(network, event, lang, uid, differing[day])
            each.add("recurrence-id", on(network, event, day))
            yield each
    for extra in fields.also:
        own = f"{event.id}-{extra.day}@{network.fields.domain}"
        yield single(network, event, lang, own, taking_place(network, event, at(extra, fields.starts)))


def taking_place(network: Network, event: Event, moment: Moment) -> Occurrence:
    """What takes place of an event that was to start at a moment, with what changes on that date."""
    fields = event.fields
    change = next((each for each in fields.changes if each.on == moment.day), None)
    return occurrence(fields, network.zone, moment, length(fields.starts, fields.ends), change)


def uneven(event: Event) -> tuple[Occurrence, ...]:
    """The dates that a clock change makes longer, shorter or later than the rule does.

    By RFC 5545 (3.8.5.3) all dates of a series last equally long: a night of dancing until four ends at three or five
    where clocks change in it, unless that date is told on its own.
    """
    clock, recurs = event.fields.starts.clock, event.fields.every or event.fields.rrule
    if clock is None or not recurs:
        return ()
    plain = [each for each in event.occurrences if each.change is None]
    return tuple(each for each in plain if each.starts.time() != clock or changes_clocks(each.starts, each.ends))


def changes_clocks(starts: datetime, ends: datetime | None) -> bool:
    """Whether clocks change between two instants."""
    return ends is not None and starts.utcoffset() != ends.utcoffset()


def series(network: Network, event: Event, lang: str, uid: str, recurs: Rule) -> VEvent:
    """The component of what recurs: its first date, its rule, the dates left out."""
    from icalendar import Event as Empty
    from icalendar import vRecur

    made, fields = Empty(), event.fields
    made.add("uid", uid)
    first, lasts = on(network, event, fields.starts.day), length(fields.starts, fields.ends)
    made.add("dtstart", first)
    if not isinstance(first, datetime):
        made.add("dtend", first + (lasts or DAY))
    elif lasts and changes_clocks(first, first + lasts):
        made.add("duration", lasts)
    elif lasts:
        made.add("dtend", first + lasts)
    made.add("rrule", vRecur.from_ical(recurs.rrule(network.zone)))
    for day in sorted(set(fields.except_)):
        made.add("exdate", on(network, event, day))
    made.update(component(network, event, lang, None))
    return made


def on(network: Network, event: Event, day: date) -> datetime | date:
    """When an event was to start on a day: the form and the zone are those of its DTSTART."""
    clock = event.fields.starts.clock
    return day if clock is None else wall(Moment(day, clock)).replace(tzinfo=network.zone)


def single(network: Network, event: Event, lang: str, uid: str, dated: Occurrence) -> VEvent:
    """The component of one date."""
    made = times_of(uid, dated)
    made.update(component(network, event, lang, dated))
    return made


def times_of(uid: str, dated: Occurrence) -> VEvent:
    """Which date it is and when: whole days end on the day after the last (3.6.1); an unknown end is left out."""
    from icalendar import Event as Empty

    made = Empty()
    made.add("uid", uid)
    if dated.all_day:
        made.add("dtstart", dated.first_day)
        made.add("dtend", dated.last_day + DAY)
    else:
        made.add("dtstart", dated.starts)
        if dated.ends:
            made.add("dtend", dated.ends)
    return made


def component(network: Network, event: Event, lang: str, dated: Occurrence | None) -> VEvent:
    """All but the identifier and the times of an event, or of one of its dates."""
    from icalendar import Event as Empty

    made, status, url = Empty(), status_at(event, dated), page(network, event, lang)
    title = titled(network, event, dated, lang)
    told = prefix(network, status, lang) + title.text
    made.add("summary", told, parameters={} if title.lang == lang else {"LANGUAGE": title.lang})
    stamp, place = revised(network, event), place_of(network, event, dated, lang)
    plain: dict[str, Any] = {
        "dtstamp": stamp,
        "created": published(network, event),
        "last-modified": stamp,
        "sequence": revision(network, event),
        "status": told_status(network, status),
        "description": description(network, event, dated, lang, url),
        "url": url,
        "categories": categories(network, event, lang),
        "location": place.line,
    }
    for key in [key for key, value in plain.items() if value != []]:
        made.add(key, plain[key])
    if place.location:
        pin(made, place.line, float(place.location.lat), float(place.location.lon))
    return made


def told_status(network: Network, status: str) -> str:
    """A status in the words of calendars. Google hides what is CANCELLED: a network may leave it to the prefix."""
    told = STATUS.get(status, "CONFIRMED")
    return "CONFIRMED" if told == "CANCELLED" and network.fields.cancelled == "confirmed" else told


def prefix(network: Network, status: str, lang: str) -> str:
    """`ANNULLATO: ` before the title of what does not take place as it was told."""
    return network.phrases[lang](f"calendar.prefix.{status}") + ": " if status in PREFIXED else ""


def titled(network: Network, event: Event, dated: Occurrence | None, lang: str) -> Spoken:
    """The title of a date, else of the event."""
    own = network.words(dated.change.title, lang) if dated and dated.change else None
    title = own or event.record.says("title", lang)
    assert title is not None
    return title


def pin(made: VEvent, title: str, lat: float, lon: float) -> None:
    """The point on the map: GEO, and once more for Apple's apps, which read only their own property."""
    made.add("geo", (round(lat, 6), round(lon, 6)))
    point = f"geo:{round(lat, 6)},{round(lon, 6)}"
    parameters = {"VALUE": "URI", "X-APPLE-RADIUS": "100", "X-TITLE": title}
    made.add("x-apple-structured-location", point, parameters=parameters)


def categories(network: Network, event: Event, lang: str) -> list[str]:
    """Type, themes and areas, by name."""
    kind = name(event.fields.type, lang) if event.fields.type else ""
    themes = [theme_name(network, slug, lang).text for slug in event.fields.themes or event.host.fields.themes]
    areas = [area_name(network, area, lang) for area in event.host.areas]
    return [each for each in (kind, *themes, *areas) if each]


def page(network: Network, event: Event, lang: str) -> str:
    """The absolute address of an event's page."""
    to = Addresses(network, lang)
    return to.absolute(to.event(event))
