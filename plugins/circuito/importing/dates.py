"""The dates of one series: gathered in the network's zone, and written as fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from msgspec import structs

from ..model.times import Moment
from .entries import Entry
from .found import Ground
from .rules import MOST_LISTED, Series, recurrence
from .times import When, many, stated_end, told


@dataclass(slots=True)
class Dates:
    """The dates of one series while they are gathered, by their day here.

    `moments` are those that no rule gives; `left_out` and `changes` belong to the rule's own; what is `alone` becomes
    an event of its own, with its name and how many entries it stands for.
    """

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


def left_out_of(entry: Entry) -> Iterator[When]:
    """The times that a series leaves out: those excepted (EXDATE), and those whose own version is private."""
    stated = (each for prop in entry.component.all("EXDATE") for each in many(prop, entry.zones))
    return (each.seen_from(entry.starts) for each in (*stated, *entry.hidden))


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


def times(dates: Dates) -> dict[str, Any] | None:
    """The fields that say when: start, end, rule, exceptions, added dates, changes; None where no date is left."""
    starts, lasts = dates.entry.starts, dates.entry.lasts
    made: dict[str, Any] = {}
    days = listable(dates)
    if dates.by_rule:
        assert dates.series.rule is not None
        first = dates.here(starts.on(dates.series.rule.starts.day))
        made |= recurrence(structs.replace(dates.series.rule, starts=Moment(first.day, first.clock)))
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
