"""When an event recurs: one rule, to be told to calendars and to be expanded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from ..model.declaration import Moment
from ..model.event import EventFields
from ..problems import Problem, Source
from .rrule import end_of, parts_of_rrule
from .walltime import DAY, local, wall
from .words import WEEK, parts_of_words

COUNTED_YEARS = 30
LOOK_AHEAD_YEARS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """On which days an event that first takes place at `starts` is foreseen. `by` names all that `starts` implies.

    `until` is the last possible day. A rule may also end at an instant, as calendars write it; then `within` a zone
    it ends on a day.
    """

    starts: Moment
    frequency: str
    interval: int = 1
    week_start: str = "MO"
    by: tuple[tuple[str, str], ...] = ()
    times: int | None = None
    until: date | None = None
    until_instant: datetime | None = None

    def rrule(self, zone: ZoneInfo) -> str:
        """The rule as RFC 5545 writes it. UNTIL is the end of the last day in UTC, for whole days the day itself."""
        until = self.within(zone).until
        parts = {"FREQ": self.frequency}
        if until is not None:
            end = local(datetime.combine(until, time(23, 59, 59)), zone).astimezone(UTC)
            parts["UNTIL"] = f"{until:%Y%m%d}" if self.starts.clock is None else f"{end:%Y%m%dT%H%M%SZ}"
        if self.times is not None:
            parts["COUNT"] = str(self.times)
        if self.interval > 1:
            parts["INTERVAL"] = str(self.interval)
        parts |= dict(self.by)
        if self.frequency == "WEEKLY" and self.week_start != "MO":
            parts["WKST"] = self.week_start
        return ";".join(f"{name}={value}" for name, value in parts.items())

    def within(self, zone: ZoneInfo) -> Rule:
        """The rule in a zone: an instant at which it ends becomes the last day that starts no later."""
        if self.until_instant is None:
            return self
        day = self.until_instant.astimezone(zone).date()
        late = local(wall(Moment(day, self.starts.clock)), zone) > self.until_instant
        return replace(self, until=day - DAY if late else day, until_instant=None)

    def days(self, since: date, until: date) -> Iterator[date]:
        """The days from `since` to `until`, both included, in order of time."""
        if self.times is not None:
            far = self.starts.day + timedelta(days=COUNTED_YEARS * 366)
            counted = islice(self.days_from(self.starts.day), self.times)
            return (day for day in takewhile(lambda day: day <= min(until, far), counted) if day >= since)
        # An instant is at most one day away in any zone.
        end = self.until_instant.date() + DAY if self.until_instant else self.until or until
        return takewhile(lambda day: day <= min(until, end), self.days_from(max(since, self.starts.day)))

    def among(self, named: set[date]) -> set[date]:
        """Those of some days that are its own."""
        if self.times is not None:
            return named.intersection(self.days(date.min, max(named, default=date.min)))
        return {day for day in named if next(self.days(day, day), None) == day}

    def days_from(self, since: date) -> Iterator[date]:
        """The days from `since` on, without end or count, walked from the period of `since` rather than the first."""
        parts = {"FREQ": self.frequency, "INTERVAL": str(self.interval), "WKST": self.week_start} | dict(self.by)
        text = ";".join(f"{name}={value}" for name, value in parts.items())
        entry = datetime.combine(self.period(since), time())
        return (moment.date() for moment in rrulestr(text, dtstart=entry) if moment.date() >= since)

    def period(self, day: date) -> date:
        """The first day of the last period (day, week, month, year) that the rule does not leave out, up to a day."""
        first, step = self.starts.day, self.interval
        if self.frequency == "YEARLY":
            return date(day.year - (day.year - first.year) % step, 1, 1)
        if self.frequency == "MONTHLY":
            months = months_of(day) - (months_of(day) - months_of(first)) % step
            return date(months // 12, months % 12 + 1, 1)
        if self.frequency == "WEEKLY":
            first -= timedelta(days=(first.weekday() - WEEK.index(self.week_start)) % 7)
            step *= 7
        return day - timedelta(days=(day - first).days % step)

    def possible_starts(self) -> Iterator[date]:
        """The days of the next years, from `starts` on, on which an event with such a rule could start.

        Each year or month is expanded alone, by an interval that leaps past the end of the calendar: of a rule that
        never comes true (30 February) dateutil would seek the first date up to the year 9999.
        """
        monthly = self.frequency == "MONTHLY"
        by = self.by if self.frequency != "DAILY" else (("BYDAY", ",".join(WEEK)), *self.by)
        alone = replace(self, frequency="MONTHLY", interval=120_000, by=by)
        if not monthly:
            alone = replace(alone, frequency="YEARLY", interval=10_000)
        begin = months_of(self.starts.day) if monthly else self.starts.day.year * 12
        for month in range(begin, begin + LOOK_AHEAD_YEARS * 12, 1 if monthly else 12):
            period = Moment(date(month // 12, month % 12 + 1, 1))
            days = replace(alone, starts=period).days_from(period.day)
            yield from (day for day in days if day >= self.starts.day)


def months_of(day: date) -> int:
    """The months from the year 0 to a day."""
    return day.year * 12 + day.month - 1


def rule(fields: EventFields) -> Rule | None:
    """The rule by which an event recurs; None if it does not, or if what is written is no rule for its first date."""
    found = ruled(fields)
    return found if isinstance(found, Rule) else None


def ruled(fields: EventFields) -> Rule | Problem | None:
    """The rule by which an event recurs, or the problem in what is written."""
    if fields.every:
        parts, name = parts_of_words(fields.every), "every"
    elif fields.rrule is not None:
        parts, name = parts_of_rrule(fields.rrule), "rrule"
    else:
        return None
    if isinstance(parts, Problem):
        return parts
    made = rule_of(fields, parts)
    first = next(made.possible_starts(), None)
    if first is None:
        return Problem("rule-without-dates", Source(""), {"years": LOOK_AHEAD_YEARS}, (name,))
    if first != fields.starts.day:
        values = {"day": str(fields.starts.day), "next": str(first)}
        return Problem("first-date-off-rule", Source(""), values, ("starts",))
    if next(made.days(first, first), None) is None:
        return Problem("until-before-start", Source(""), {"day": str(first)}, ("until" if fields.until else name,))
    return made


def rule_of(fields: EventFields, parts: dict[str, str]) -> Rule:
    """The rule that parts make for an event; what `until:` and `times:` say goes before the parts."""
    end = fields.until or end_of(parts.get("UNTIL", ""))
    count = fields.times or int(parts.get("COUNT", "0"))
    return Rule(
        starts=fields.starts,
        frequency=parts["FREQ"],
        interval=int(parts.get("INTERVAL", "1")),
        week_start=parts.get("WKST", "MO"),
        by=explicit(parts, fields.starts.day),
        times=count or None,
        until=None if isinstance(end, datetime) else end,
        until_instant=end if isinstance(end, datetime) else None,
    )


def explicit(parts: dict[str, str], first: date) -> tuple[tuple[str, str], ...]:
    """The days of a rule, with those that its first date implies."""
    by = {name: parts[name] for name in ("BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS") if name in parts}
    if "BYDAY" in by or "BYMONTHDAY" in by or parts["FREQ"] == "DAILY":
        return tuple(by.items())
    if parts["FREQ"] == "WEEKLY":
        return (*by.items(), ("BYDAY", WEEK[first.weekday()]))
    if parts["FREQ"] == "YEARLY":
        by.setdefault("BYMONTH", str(first.month))
    return (*by.items(), ("BYMONTHDAY", str(first.day)))
