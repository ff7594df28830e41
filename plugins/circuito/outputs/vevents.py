"""Events as calendars carry them (RFC 5545, 3.6.1): one VEVENT each, or a series with its exceptions.

What recurs is one component with its rule (RRULE) and the dates left out (EXDATE); a date on which something is
different is a component of its own that names it (RECURRENCE-ID). Dates added to a rule are events of their own, since
clients disagree on RDATE. There is no ORGANIZER: it belongs to invitations (3.8.4.3). What many events have in common,
such as a place, is written once and joined to each.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ..agenda.occurrences import occurrence
from ..agenda.recurrence import Rule, rule
from ..agenda.walltime import DAY, at, length, wall
from ..model.event_types import name
from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.record import Spoken
from ..model.things import Event
from ..model.times import Moment
from . import digest
from .addresses import Addresses
from .colours import nearest_name
from .event_pictures import jpeg_of
from .history import published, revised, revision
from .in_words import Place, description, place_of, status_at
from .keys import event_key
from .views import area_name, online_at, theme_lines, theme_name

if TYPE_CHECKING:
    from icalendar.prop import vUri

Properties = list[tuple[str, Any]]

PLAIN = {"uid", "summary", "description", "location", "url"}
STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}
FLAT = timedelta(days=93)  # from the first of a month into the third that follows, whatever their lengths
BEGIN, END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"
LONGEST = 74  # octets of a line, beside the space that begins the next part of a longer one
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
    common = told_of(network, event, lang, plain[0]) if plain else b""
    written = []
    for each in flat_dates(network, event):
        uid = f"{event.id}-{each.foreseen}@{network.fields.domain}"
        about = told_of(network, event, lang, each) if each.change else common
        written += [BEGIN, lines(times_of(uid, each)), about, END]
    return b"".join(written)


def written(network: Network, event: Event, lang: str) -> bytes:
    return b"".join(components(network, event, lang))


def components(network: Network, event: Event, lang: str) -> Iterator[bytes]:
    """A series or single event, then dates that differ, then dates added."""
    fields, uid, recurs = event.fields, f"{event.id}@{network.fields.domain}", rule(event.fields)
    if recurs is None:
        yield single(network, event, lang, uid, taking_place(network, event, fields.starts))
    else:
        yield b"".join((BEGIN, lines(series(network, event, uid, recurs)), told_of(network, event, lang, None), END))
        moments = (Moment(change.on, fields.starts.clock) for change in fields.changes)
        differing = {moment.day: taking_place(network, event, moment) for moment in moments}
        differing |= {each.foreseen: each for each in uneven(event)}
        for day in sorted(differing.keys() - {extra.day for extra in fields.also}):
            yield single(network, event, lang, uid, differing[day], on(network, event, day))
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


def series(network: Network, event: Event, uid: str, recurs: Rule) -> Properties:
    """When something recurs: its first date, its rule, the dates left out."""
    from icalendar import vRecur

    fields = event.fields
    first, lasts = on(network, event, fields.starts.day), length(fields.starts, fields.ends)
    made: Properties = [("uid", uid), ("dtstart", first)]
    if not isinstance(first, datetime):
        made.append(("dtend", first + (lasts or DAY)))
    elif lasts and changes_clocks(first, first + lasts):
        made.append(("duration", lasts))
    elif lasts:
        made.append(("dtend", first + lasts))
    made.append(("rrule", vRecur.from_ical(recurs.rrule(network.zone))))
    return made + [("exdate", on(network, event, day)) for day in sorted(set(fields.except_))]


def on(network: Network, event: Event, day: date) -> datetime | date:
    """When an event was to start on a day: the form and the zone are those of its DTSTART."""
    clock = event.fields.starts.clock
    return day if clock is None else wall(Moment(day, clock)).replace(tzinfo=network.zone)


def single(
    network: Network, event: Event, lang: str, uid: str, dated: Occurrence, instead_of: datetime | date | None = None
) -> bytes:
    """The component of one date; of a series, the one that takes the place of what the rule gives."""
    times = times_of(uid, dated)
    if instead_of:
        times.append(("recurrence-id", instead_of))
    return b"".join((BEGIN, lines(times), told_of(network, event, lang, dated), END))


def times_of(uid: str, dated: Occurrence) -> Properties:
    """Which date it is and when: whole days end on the day after the last (3.6.1); an unknown end is left out."""
    if dated.all_day:
        return [("uid", uid), ("dtstart", dated.first_day), ("dtend", dated.last_day + DAY)]
    ends: Properties = [("dtend", dated.ends)] if dated.ends else []
    return [("uid", uid), ("dtstart", dated.starts), *ends]


def told_of(network: Network, event: Event, lang: str, dated: Occurrence | None) -> bytes:
    """All but the identifier and the times of an event, or of one of its dates."""
    status = told_status(network, status_at(event, dated))
    instants = published(network, event), revised(network, event), revision(network, event), status
    place, sorts = place_of(network, event, dated, lang), categories(network, event, lang)
    return b"".join(
        (
            network.once(("stamps", instants), lambda: lines(stamps(*instants))),
            lines(own_of(network, event, lang, dated)),
            network.once(("sorts", sorts), lambda: lines(sorted_by(*sorts))),
            network.once(("located", place), lambda: lines(located(place))),
        )
    )


def own_of(network: Network, event: Event, lang: str, dated: Occurrence | None) -> Properties:
    """What hardly two events share: words, page, picture, and address on the net (RFC 7986, 5.10 and 5.11)."""
    url = page(network, event, lang)
    told = [("summary", summary(network, event, dated, lang))]
    told += [("description", description(network, event, dated, lang, url)), ("url", url)]
    picture = jpeg_of(network, event.record) or (event.project and jpeg_of(network, event.project.record))
    if picture:
        told.append(("image", uri(picture, DISPLAY="BADGE", FMTTYPE="image/jpeg")))
    online = online_at(event, dated)
    if online and online.url:
        label = network.phrases[lang]("event.join")
        told.append(("conference", uri(online.url, FEATURE=["AUDIO", "VIDEO"], LABEL=label)))
    return told


def stamps(created: datetime, changed: datetime, revision: int, status: str) -> Properties:
    """When an event was told first and last, and whether it takes place."""
    moments = [("dtstamp", changed), ("created", created), ("last-modified", changed)]
    return [*moments, ("sequence", revision), ("status", status)]


def summary(network: Network, event: Event, dated: Occurrence | None, lang: str) -> Any:
    """The title, after what has changed; with its language where that is another than the calendar's."""
    from icalendar import vText

    title = titled(network, event, dated, lang)
    told = prefix(network, status_at(event, dated), lang) + title.text
    return told if title.lang == lang else vText(told, params={"LANGUAGE": title.lang})


def sorted_by(categories: tuple[str, ...], colour: str) -> Properties:
    """The properties by which programs sort and colour events."""
    told: Properties = [("categories", list(categories))] if categories else []
    return told + ([("color", colour)] if colour else [])


def located(place: Place) -> Properties:
    """The place in words and on the map: GEO, and once more for Apple's apps, which read only their own property."""
    told: Properties = [("location", place.line)]
    if place.location is None:
        return told
    lat, lon = round(float(place.location.lat), 6), round(float(place.location.lon), 6)
    told.append(("geo", (lat, lon)))
    apple = uri(f"geo:{lat},{lon}", **{"X-APPLE-RADIUS": "100", "X-TITLE": place.line})
    return [*told, ("x-apple-structured-location", apple)]


def uri(address: str, **parameters: str | list[str]) -> vUri:
    """An address as the value of a property that may have others."""
    from icalendar.prop import vUri

    return vUri(address, params={"VALUE": "URI", **parameters})


def lines(properties: Properties) -> bytes:
    """Properties as lines of a component."""
    return b"".join(folded(line) for name, value in properties for line in told_as(name, value))


def told_as(name: str, value: Any) -> list[str]:
    """A property as lines that are not folded yet.

    Most are text or an address (3.3.11, 3.3.13), or a time in a place's zone (3.2.19): these need no component around
    them.
    """
    from icalendar import Event as Empty
    from icalendar import vText
    from icalendar.prop import vUri

    if type(value) is str and name in PLAIN:
        return [f"{name.upper()}:{(vUri if name == 'url' else vText)(value).to_ical().decode()}"]
    zone = value.tzinfo if isinstance(value, datetime) else None
    if isinstance(zone, ZoneInfo) and "/" in zone.key and not zone.key.startswith("Etc/"):
        return [f"{name.upper()};TZID={zone.key}:{value.year:04}{value:%m%dT%H%M%S}"]
    made = Empty()
    made.add(name, value)
    return list(made.content_lines(sorted=False)[1:-2])


def folded(line: str) -> bytes:
    """A line in parts of at most 75 octets (3.1); neither a character nor an escape is cut in two."""
    left, parts = line.encode(), []
    while len(left) > LONGEST:
        cut = LONGEST
        while left[cut] & 0xC0 == 0x80:
            cut -= 1
        cut -= left[cut - 1] in b"\\^"
        parts.append(left[:cut])
        left = left[cut:]
    return b"\r\n ".join([*parts, left]) + b"\r\n"


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


def categories(network: Network, event: Event, lang: str) -> tuple[tuple[str, ...], str]:
    """Type, themes and areas, by name; and the name of the colour of the first theme's line."""
    kind = name(event.fields.type, lang) if event.fields.type else ""
    slugs = event.themes
    themes = [theme_name(network, slug, lang).text for slug in slugs]
    areas = [area_name(network, area, lang) for area in event.host.areas]
    lines = network.once("theme colours", colours, network)
    return tuple(each for each in (kind, *themes, *areas) if each), lines.get(slugs[0], "") if slugs else ""


def colours(network: Network) -> dict[str, str]:
    """The colour of each theme's line, as calendars name it."""
    return {theme: nearest_name(colour) for theme, colour in theme_lines(network).items()}


def page(network: Network, event: Event, lang: str) -> str:
    """The absolute address of an event's page."""
    to = Addresses(network, lang)
    return to.absolute(to.event(event))
