"""Entries that belong together become events: a master with its exceptions is one event of ours.

What our form of a series cannot hold (two dates on one day, a date that turned from a whole day into an hour) becomes
an event of its own, so that no date is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from ..agenda.walltime import DAY
from ..model.times import Moment
from .dates import Dates, except_days, gather, left_out_of, times
from .entries import Entry, facts
from .found import Found, Ground, Refused
from .overrides import apply
from .rules import FIRST_YEAR, MOST_LISTED, Series, restarted, series_of
from .single import found, name_of, single
from .times import told

MONTH = timedelta(days=31)
LONGEST = timedelta(days=366 * 30)


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
        days = [each + shift for each in series.days(day, end)] or [following.starts.day]
        after = Series(days[0])
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


def spared_days(series: Series, left_out: set[date], ground: Ground) -> list[date]:
    """The coming days of a series but for those that it leaves out, as many as a file may list."""
    days = series.days(max(ground.since.replace(day=1), series.first), ground.until)
    return list(islice((day for day in days if day not in left_out), MOST_LISTED + 1))
