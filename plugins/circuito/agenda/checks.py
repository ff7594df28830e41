"""What is wrong with the times that an event's file tells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import islice

from ..model.event import EventFields
from ..model.times import End, Moment
from ..problems import Problem, Source
from .recurrence import COUNTED_YEARS, Rule, ruled
from .rrule import parts_of_rrule
from .walltime import at, length, wall_end

MOST_LISTED = 200
LONGEST_IF_RECURRING = timedelta(days=366)
LONGEST_BY_CLOCK = timedelta(hours=18)
EARLIEST_RECURRENCE = 1970


def agenda_problems(fields: EventFields, source_path: str) -> list[Problem]:
    """Every mistake in the times of an event, with the path of its field; the reader knows the line."""
    recurs = ruled(fields)
    problems = [*span_problems(fields), *order_problems(fields), *field_problems(fields)]
    if isinstance(recurs, Problem):
        problems.append(recurs)
    else:
        problems += [*rule_problems(fields, recurs), *date_problems(fields, recurs)]
    return [each.at(Source(source_path)) for each in problems]


def wrong(code: str, *field: str | int, **values: object) -> Problem:
    """A problem of a field; its file is named later."""
    return Problem(code, Source(""), {name: str(value) for name, value in values.items()}, field)


# Starts and ends


def span_problems(fields: EventFields) -> Iterator[Problem]:
    """Ends that do not fit their starts, and times on dates of an event that lasts all day."""
    starts, extras = fields.starts, {extra.day: extra for extra in fields.also}
    yield from end_problems(starts, fields.ends, "ends")
    for number, extra in enumerate(fields.also):
        yield from clock_problems(starts, extra, "also", number)
    for number, change in enumerate(fields.changes):
        yield from clock_problems(starts, change.to, "changes", number, "to")
        moment = change.to or extras.get(change.on) or Moment(change.on)
        yield from end_problems(at(moment, starts), change.ends, "changes", number, "ends")


def clock_problems(starts: Moment, other: Moment | None, *field: str | int) -> Iterator[Problem]:
    """A time on one date of an event that has none."""
    if other is not None and other.clock is not None and starts.clock is None:
        yield wrong("clock-of-whole-day", *field, day=other.day)


def end_problems(starts: Moment, end: End | None, *field: str | int) -> Iterator[Problem]:
    """An end that does not fit its start."""
    if end is None:
        return
    lasts = length(starts, end)
    if starts.clock is None and end.clock is not None:
        yield wrong("end-of-whole-day", *field, clock=told(end.clock))
    elif starts.clock is not None and end.clock is None:
        yield wrong("end-without-clock", *field, day=end.day)
    elif lasts is None:
        yield wrong("end-not-after-start", *field, start=moment_told(starts))
    elif end.day is None and lasts > LONGEST_BY_CLOCK:
        yield wrong("end-next-day", *field, clock=told(end.clock), end=f"{wall_end(starts, end):%Y-%m-%d %H:%M}")


def order_problems(fields: EventFields) -> Iterator[Problem]:
    """Ages and booking that end before they begin."""
    ages, booking = fields.ages, fields.registration
    if ages and ages.min is not None and ages.max is not None and ages.min > ages.max:
        yield wrong("ages-order", "ages", "max", min=ages.min, max=ages.max)
    if booking and booking.opens and booking.closes:
        opens, closes = booking.opens, booking.closes
        if (closes.day, closes.clock or time.max) <= (opens.day, opens.clock or time.min):
            yield wrong("registration-order", "registration", "closes", opens=moment_told(opens))


# Fields that belong together


def field_problems(fields: EventFields) -> Iterator[Problem]:
    """Fields that contradict others or make no sense without them, and lists without measure."""
    recurs = bool(fields.every) or fields.rrule is not None
    if fields.every and fields.rrule is not None:
        yield wrong("every-and-rrule", "rrule")
    if fields.until and fields.times:
        yield wrong("until-and-times", "times")
    parts = parts_of_rrule(fields.rrule or "")
    if isinstance(parts, dict) and not parts.keys().isdisjoint(("UNTIL", "COUNT")) and (fields.until or fields.times):
        yield wrong("rrule-ends-twice", "rrule", field="until" if fields.until else "times")
    lists = {"except": fields.except_, "also": fields.also, "changes": fields.changes}
    for name, value in {"until": fields.until, "times": fields.times, **lists}.items():
        if value and not recurs and name != "also" and not (name == "changes" and fields.also):
            yield wrong("needs-recurrence", name, field=name)
    for name, listed in lists.items():
        if len(listed) > MOST_LISTED:
            yield wrong("dates-many", name, field=name, count=len(listed), most=MOST_LISTED)


def rule_problems(fields: EventFields, rule: Rule | None) -> Iterator[Problem]:
    """A recurrence that starts too early, lasts too long at a time, or never reaches its number of times."""
    if rule is None:
        return
    if fields.starts.day.year < EARLIEST_RECURRENCE:
        yield wrong("recurrence-early", "starts", year=EARLIEST_RECURRENCE)
    if (length(fields.starts, fields.ends) or timedelta()) > LONGEST_IF_RECURRING:
        yield wrong("recurring-too-long", "ends", most=LONGEST_IF_RECURRING.days)
    if rule.times and (count := sum(1 for _ in rule.days(rule.starts.day, date.max))) < rule.times:
        field = "times" if fields.times else "rrule"
        yield wrong("times-too-many", field, times=rule.times, count=count, years=COUNTED_YEARS)
    first = islice(rule.days(rule.starts.day, date.max), len(fields.except_) + 1)
    if (rule.times or rule.latest) and not fields.also and set(first).issubset(fields.except_):
        yield wrong("no-date-left", "except")


# Dates


def date_problems(fields: EventFields, rule: Rule | None) -> Iterator[Problem]:
    """Exceptions that hit no date, and days on which the event would take place twice."""
    moved = {change.on: change.to.day for change in fields.changes if change.to}
    named = {*fields.except_, *(change.on for change in fields.changes), *moved.values()}
    named.update(extra.day for extra in fields.also)
    own = named & {fields.starts.day}
    if rule is not None:
        rule = rule.settled()
        own = rule.among(named)
        yield from except_problems(fields, rule, own)
    if rule is not None or fields.also:
        yield from change_problems(fields, rule, own)
    yield from also_problems(fields, own)
    yield from move_problems(fields, own)


def except_problems(fields: EventFields, rule: Rule, own: set[date]) -> Iterator[Problem]:
    """Skipped dates that are none of the rule's, or that are named twice."""
    for number, day in enumerate(fields.except_):
        if day in fields.except_[:number]:
            yield wrong("date-repeated", "except", number, day=day)
        elif day not in own:
            yield wrong("date-not-in-rule", "except", number, day=day, near=rule.nearest(day))


def change_problems(fields: EventFields, rule: Rule | None, own: set[date]) -> Iterator[Problem]:
    """Changes on dates that are not the event's, that are skipped, or that have a change already."""
    days = [change.on for change in fields.changes]
    own = own.union(extra.day for extra in fields.also)
    for number, day in enumerate(days):
        if day in days[:number]:
            yield wrong("date-repeated", "changes", number, "on", day=day)
        elif day in fields.except_:
            yield wrong("change-on-skipped", "changes", number, "on", day=day)
        elif day not in own:
            near = rule.nearest(day) if rule else fields.starts.day
            yield wrong("date-not-in-rule", "changes", number, "on", day=day, near=near)


def also_problems(fields: EventFields, own: set[date]) -> Iterator[Problem]:
    """Added dates on days that the event has already."""
    days = [extra.day for extra in fields.also]
    for number, day in enumerate(days):
        if day in own or day in days[:number]:
            yield wrong("also-already-there", "also", number, day=day)


def move_problems(fields: EventFields, own: set[date]) -> Iterator[Problem]:
    """Dates that are moved to a day on which the event takes place anyway."""
    moves = [(number, change.on, change.to.day) for number, change in enumerate(fields.changes) if change.to]
    taken = own.union(extra.day for extra in fields.also).difference(fields.except_, (on for _, on, _ in moves))
    for number, _, day in moves:
        if day in taken:
            yield wrong("day-twice", "changes", number, "to", day=day)
        taken.add(day)


# As files write it


def told(clock: time | None) -> str:
    """A wall time, as files write it."""
    return f"{clock:%H:%M}" if clock else ""


def moment_told(moment: Moment) -> str:
    """A moment, as files write it."""
    return f"{moment.day} {told(moment.clock)}".strip()
