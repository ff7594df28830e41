"""Events as calendars carry them (RFC 5545, 3.6.1): one VEVENT each, or a series with its exceptions.

What recurs is one component with its rule (RRULE) and the dates left out (EXDATE); a date on which something is
different is a component of its own that names it (RECURRENCE-ID). Dates added to a rule are events of their own, since
clients disagree on RDATE. There is no ORGANIZER: it belongs to invitations (3.8.4.3). What many events have in common,
such as a place, is written once and joined to each.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from ..agenda.occurrences import occurrence
from ..agenda.recurrence import Rule, rule
from ..agenda.walltime import DAY, at, length, wall
from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.things import Event
from ..model.times import Moment
from . import digest
from .history import published, revised
from .ical_lines import Properties, lines
from .keys import event_key
from .vevent_facts import told_of

FLAT = timedelta(days=93)  # from the first of a month into the third that follows, whatever their lengths
BEGIN, END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"


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
