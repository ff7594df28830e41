"""Entries that belong together become events: a master with its exceptions is one event of ours.

What our form of a series cannot hold (two dates on one day, a date that turned from a whole day into an hour) becomes
an event of its own, so that no date is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import Any

from ..agenda.walltime import DAY
from ..model.times import Moment
from ..problems import Problem
from .entries import Entry, facts
from .found import Found, Ground, Refused
from .rules import FIRST_YEAR, MOST_LISTED, Series, recurrence, restarted, series_of
from .texts import plain, shortened, without_meetings
from .times import When, many, stated_end, told

MONTH = timedelta(days=31)
LONGEST_TEXT = 500
LONGEST = timedelta(days=366 * 30)


@dataclass(slots=True)
class Dates:
    """The dates of one series while they are gathered, by their day here; `own` are those that its rule gives."""

    entry: Entry
    ground: Ground
    data: dict[str, Any]
    by_rule: bool
    series: Series
    moments: dict[date, Moment] = field(default_factory=dict)
    left_out: set[date] = field(default_factory=set)
    changes: list[dict[str, Any]] = field(default_factory=list)
    alone: list[tuple[Entry, str, int]] = field(default_factory=list)
    moved: set[date] = field(default_factory=set)
    used: int = 1

    def here(self, when: When) -> Moment:
        """A time as a moment in the network's zone."""
        return when.here(self.ground.zone)

    def holds(self, day: date) -> bool:
        """Whether the event takes place on a day here."""
        if day in self.moved or day in self.moments:
            return True
        return self.by_rule and self.series.gives(day) and day not in self.left_out


def events_of(master: Entry, overrides: list[Entry]) -> Iterator[Found | Refused]:
    """The events that a master and its overrides make: as a rule one."""
    rules = master.component.all("RRULE")
    recurs = [each.value for each in rules if each.value.strip()]
    if not recurs and not master.component.first("RDATE"):
        yield single(master, "")
        yield from (single(each, name_of(each)) for each in overrides)
        return
    series = series_of(recurs[0], master.starts) if recurs else Series(master.starts.day)
    if series.code:
        master.note(series.code, value=recurs[0][:60])
    if len(recurs) > 1 or master.component.first("EXRULE"):
        master.note("rule-more")
    overrides = sorted(overrides, key=lambda each: (each.instead or each.starts).shown)
    following = next((each for each in overrides if each.following and each.instead), None)
    if following is not None and following.instead is not None and following.instead.day > series.first:
        later = [each for each in overrides if each is not following and not before(each, following)]
        yield from one_series(
            master, series.before(following.instead.day), [e for e in overrides if before(e, following)], ""
        )
        yield from rest(master, series, following, later)
        return
    yield from one_series(master, series, overrides, "")


def before(entry: Entry, other: Entry) -> bool:
    """Whether an override names an earlier date than another."""
    assert other.instead is not None
    return entry.instead is None or entry.instead.seen_from(other.instead).shown < other.instead.shown


def rest(master: Entry, series: Series, following: Entry, later: list[Entry]) -> Iterator[Found | Refused]:
    """What an override makes of a date and all that follow: a series of its own, moved as that date was."""
    assert following.instead is not None
    day = following.instead.seen_from(master.starts).day
    shift = following.starts.seen_from(master.starts).day - day
    name = told(following.instead.here(master.ground.zone))
    after = restarted(series, day)
    if shift or series.rule is None:
        end = master.ground.until
        days = [each + shift for each in series.days(day, end)]
        after = Series(days[0] if days else following.starts.day)
        yield from one_series(following, after, later, name, days)
    else:
        yield from one_series(following, after, later, name)


def one_series(
    master: Entry, series: Series, overrides: list[Entry], name: str, listed: list[date] | None = None
) -> Iterator[Found | Refused]:
    """The event of a series, then those of its dates that must stand alone."""
    ground = master.ground
    data, text = facts(master)
    if series.rule is not None and series.rule.starts.day.year < FIRST_YEAR:
        series = restarted(series, date(ground.since.year, 1, 1))
    left_out = too_many_left_out(master, ground)
    if left_out and listed is None:
        listed = spared_days(series, left_out, ground)
    by_rule = series.rule is not None and listed is None and same_clock(series, master, ground)
    dates = Dates(master, ground, data, by_rule, series)
    gather(dates, listed if listed is not None else listed_days(series, by_rule, ground))
    except_days(dates)
    for each in overrides:
        apply(dates, each)
    when = times(dates)
    if when is None:
        reason = ground.note("entry-no-date", master.component.line, title=master.title)
        yield Refused(title=master.title, reason=reason, uid=master.uid, entries=dates.used, fault=False)
    else:
        notes = (*master.notes, *(note for each in overrides for note in each.notes))
        yield found(master, {**data, **when}, text, name, notes, dates.used)
    for entry, own, entries in dates.alone:
        yield replace(single(entry, own), entries=entries)


def same_clock(series: Series, entry: Entry, ground: Ground) -> bool:
    """Whether the wall shows the same day and time here on every date: then the rule says the same here."""
    starts = entry.starts
    if starts.clock is None or starts.zone == ground.zone:
        return True
    first = starts.here(ground.zone)
    end = max(ground.until, series.first + MONTH)
    days = series.days(max(series.first, ground.since - MONTH), end)
    return first.day == starts.day and all(starts.on(day).here(ground.zone) == Moment(day, first.clock) for day in days)


def listed_days(series: Series, by_rule: bool, ground: Ground) -> list[date]:
    """The days that must be listed: none where a rule says them; else all, or those of whole months in the window."""
    if by_rule:
        return [] if series.rule and series.rule.starts.day == series.first else [series.first]
    since, until = ground.since.replace(day=1), (ground.until.replace(day=1) + MONTH).replace(day=1) - DAY
    if series.ends:
        days = list(series.days(series.first, series.first + LONGEST))
        if len(days) <= MOST_LISTED:
            return days
    return list(series.days(max(since, series.first), until))[: MOST_LISTED + 1] or [series.first]


def too_many_left_out(entry: Entry, ground: Ground) -> set[date]:
    """The coming days that a series leaves out, where they are more than a file may list; else none."""
    coming = {each.day for each in left_out_of(entry) if each.day >= ground.since.replace(day=1)}
    return coming if len(coming) > MOST_LISTED else set()


def left_out_of(entry: Entry) -> Iterator[When]:
    """The times that a series leaves out: those excepted (EXDATE), and those whose own version is private."""
    stated = (each for prop in entry.component.all("EXDATE") for each in many(prop, entry.zones))
    return (each.seen_from(entry.starts) for each in (*stated, *entry.hidden))


def spared_days(series: Series, left_out: set[date], ground: Ground) -> list[date]:
    """The coming days of a series but for those that it leaves out, as many as a file may list."""
    days = series.days(max(ground.since.replace(day=1), series.first), ground.until)
    return list(islice((day for day in days if day not in left_out), MOST_LISTED + 1))


def gather(dates: Dates, days: Iterable[date]) -> None:
    """Take in listed days and dates added (RDATE), by their day here."""
    starts, gives = dates.entry.starts, cache(dates.series.gives)
    added = [each for prop in dates.entry.component.all("RDATE") for each in many(prop, dates.entry.zones)]
    for when in [*(starts.on(day) for day in days), *(each.seen_from(starts) for each in added)]:
        moment = dates.here(when if starts.clock is not None else When(when.day))
        if starts.clock is not None and when.clock is None:
            moment = dates.here(starts.on(when.day))
        if dates.by_rule and gives(moment.day):
            if moment.clock == dates.here(starts.on(moment.day)).clock:
                continue
        elif moment.day not in dates.moments:
            dates.moments[moment.day] = moment
            continue
        if dates.moments.get(moment.day) != moment:
            dates.alone.append((at(dates.entry, when), told(moment), 0))
    if len(dates.alone) > MOST_LISTED:
        dates.entry.note("series-cut", most=MOST_LISTED)
        since = dates.ground.since.replace(day=1)
        dates.alone = [each for each in dates.alone if each[0].starts.day >= since][:MOST_LISTED]


def at(entry: Entry, when: When) -> Entry:
    """An entry that takes place once, at another time."""
    return replace(entry, starts=when, notes=[])


def except_days(dates: Dates) -> None:
    """Leave out the dates that are left out there, by their day; those that hit none change nothing."""
    for each in left_out_of(dates.entry):
        when = dates.entry.starts.on(each.day)
        if dates.by_rule and dates.series.gives(when.day):
            dates.left_out.add(when.day)
        dates.moments.pop(dates.here(when).day, None)


def apply(dates: Dates, override: Entry) -> None:
    """Take in what an override changes; one whose date the series does not have is an event of its own."""
    master, instead = dates.entry, override.instead
    foreseen = master.starts.on(instead.seen_from(master.starts).day) if instead else None
    if instead and foreseen and instead.clock is not None and master.starts.clock is not None:
        foreseen = foreseen if hits(dates, instead, foreseen) else None
    day = dates.here(foreseen).day if foreseen else None
    whole = override.starts.clock is None
    if foreseen is None or day is None or not dates.holds(day) or any(each["on"] == str(day) for each in dates.changes):
        dates.alone.append((override, name_of(override), 1))
        return
    moment = dates.here(override.starts)
    clash = moment.day != day and dates.holds(moment.day)
    if whole != (master.starts.clock is None) or clash or len(dates.changes) >= MOST_LISTED:
        if dates.by_rule and day not in dates.moments:
            dates.left_out.add(day)
        dates.moments.pop(day, None)
        dates.alone.append((override, name_of(override), 1))
        return
    dates.used += 1
    change = changed(dates, override, dates.moments.get(day) or dates.here(foreseen), moment)
    if change:
        dates.changes.append({"on": str(day), **change})
        if moment.day != day:
            dates.moved.add(moment.day)


def hits(dates: Dates, instead: When, foreseen: When) -> bool:
    """Whether a time that an override names is one at which the series takes place."""
    day = dates.here(instead).day
    moment = dates.moments.get(day) or dates.here(foreseen)
    return moment == dates.here(instead)


def changed(dates: Dates, override: Entry, foreseen: Moment, moment: Moment) -> dict[str, Any]:
    """What is different on one date."""
    data, _ = facts(override)
    whole, made = dates.data, dict[str, Any]()
    if moment != foreseen:
        made["to"] = told(moment)
    ends = stated_end(moment, override.lasts)
    if override.lasts != dates.entry.lasts and ends is not None:
        made["ends"] = ends
    if data.get("status", "scheduled") != whole.get("status", "scheduled"):
        made["status"] = data.get("status", "scheduled")
    if data["title"] != whole["title"]:
        made["title"] = shortened(data["title"], 100) if len(data["title"]) > 100 else data["title"]
    if data.get("online") not in (None, whole.get("online")):
        made["online"] = data["online"]
    if own := news(override, dates.entry, made.get("online", {}).get("url", "")):
        made["text"] = own
    if data.get("room") != whole.get("room") and data.get("room"):
        made["room"] = data["room"]
    elif data.get("where") != whole.get("where") and data.get("where"):
        made["note"] = shortened(
            ", ".join([data["where"]["name"], data["where"].get("address", {}).get("street", "")]).strip(", "), 200
        )
    return made


def news(override: Entry, master: Entry, online: str) -> str:
    """What the description of one date says beyond that of the series and its address on the net, in one line."""
    known = set(lines_of(master))
    own = (each for each in lines_of(override) if each not in known)
    told = " ".join(each for each in own if not online or online not in each)
    if len(told) > LONGEST_TEXT:
        override.note("date-text-cut", most=LONGEST_TEXT)
    return shortened(told, LONGEST_TEXT)


def lines_of(entry: Entry) -> list[str]:
    """The lines of an entry's description, without the addresses of meetings, which are for those who take part."""
    lines = (" ".join(each.split()) for each in plain(without_meetings(entry.text())[0]).splitlines())
    return [each for each in lines if each]


def times(dates: Dates) -> dict[str, Any] | None:
    """The fields that say when: start, end, rule, exceptions, added dates, changes; None where no date is left."""
    starts, lasts = dates.entry.starts, dates.entry.lasts
    made: dict[str, Any] = {}
    days = listable(dates)
    if dates.by_rule:
        assert dates.series.rule is not None
        first = dates.here(starts.on(dates.series.rule.starts.day))
        made |= recurrence(replace(dates.series.rule, starts=Moment(first.day, first.clock)))
        if not days and not any(each not in dates.left_out for each in some_days(dates)):
            return None
    elif days:
        first = dates.moments[days.pop(0)]
    else:
        return None
    made |= {"starts": told(first), "ends": stated_end(first, lasts)}
    also = [written(dates.moments[day], first) for day in days]
    left_out = sorted(dates.left_out)[-MOST_LISTED:]  # of more, those that come are all among the last
    lists: dict[str, list[Any]] = {"except": [str(day) for day in left_out], "also": also}
    lists["changes"] = sorted(dates.changes, key=lambda each: str(each["on"]))
    return {name: value for name, value in (made | lists).items() if value}


def listable(dates: Dates) -> list[date]:
    """The listed days, as many as a file may have: of too many, those that come."""
    days, most = sorted(dates.moments), MOST_LISTED + (not dates.by_rule)
    if len(days) <= most:
        return days
    dates.entry.note("series-cut", most=most)
    coming = [day for day in days if day >= dates.ground.since.replace(day=1)]
    return coming[:most] or days[-most:]


def some_days(dates: Dates) -> Iterator[date]:
    """The first days of a series, one more than those left out."""
    rule = dates.series.rule
    assert rule is not None
    end = rule.settled().until or date.max
    for number, day in enumerate(rule.days(rule.starts.day, end)):
        if number > len(dates.left_out):
            return
        yield day


def written(moment: Moment, first: Moment) -> str:
    """An added date as files write it: a day alone where the time is that of the first."""
    return str(moment.day) if moment.clock == first.clock else told(moment)


# Events of one date


def single(entry: Entry, name: str) -> Found:
    """An event that takes place once."""
    data, text = facts(entry)
    return found(entry, {**data, **alone_times(entry)}, text, name, tuple(entry.notes), 1)


def alone_times(entry: Entry) -> dict[str, Any]:
    """When an event takes place that does so once."""
    moment = entry.starts.here(entry.ground.zone)
    ends = stated_end(moment, entry.lasts)
    return {"starts": told(moment), **({"ends": ends} if ends else {})}


def name_of(entry: Entry) -> str:
    """Which date of a series an entry is."""
    return told((entry.instead or entry.starts).here(entry.ground.zone))


def found(entry: Entry, data: dict[str, Any], text: str, name: str, notes: Iterable[Problem], entries: int) -> Found:
    """What was found."""
    return Found(
        uid=entry.uid, recurrence=name, data=data, text=text, link=entry.link, sequence=entry.sequence,
        entries=entries, line=entry.component.line, notes=once(notes),
    )  # fmt: skip


def once(notes: Iterable[Problem]) -> tuple[Problem, ...]:
    """Notes, each once."""
    return tuple({(each.code, repr(sorted(each.values.items()))): each for each in notes}.values())
