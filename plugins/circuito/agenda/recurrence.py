"""When an event recurs: one rule, to be told to calendars and to be expanded."""

from __future__ import annotations

from calendar import monthrange
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from ..model.event import EventFields
from ..model.times import Moment
from ..problems import Problem, Source
from .rrule import end_of, parts_of_rrule
from .walltime import DAY, local, wall
from .words import WEEK, parts_of_words

COUNTED_YEARS = 30
LOOK_AHEAD_YEARS = 12


class Rule(Struct, frozen=True, kw_only=True):
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
        end = min(until, self.latest or until)
        return takewhile(lambda day: day <= end, self.days_from(max(since, self.starts.day)))

    def settled(self) -> Rule:
        """The rule that ends on its last date rather than after a number of times."""
        if self.times is None:
            return self
        last = deque(self.days(self.starts.day, date.max), maxlen=1)
        return replace(self, times=None, until=last[0] if last else None)

    def among(self, named: Iterable[date]) -> set[date]:
        """Those of some days that are its own."""
        rule = self.settled()
        return {day for day in named if rule.reaches(day) and day in rule.fitting(day)}

    def nearest(self, day: date) -> date:
        """Its day that was perhaps meant by another: in the same year or, if it is monthly, the same month."""
        rule = self.settled()
        around = (each for each in rule.fitting(day) if rule.reaches(each))
        return min(around, key=lambda each: abs(each - day), default=self.starts.day)

    def reaches(self, day: date) -> bool:
        """Whether a day lies between start and end of a settled rule, in a period that it does not leave out."""
        between = self.starts.day <= day <= (self.latest or day)
        return between and self.period(day, self.interval) == self.period(day, 1)

    @property
    def latest(self) -> date | None:
        """A day after which there is none. An instant is at most one day away in any zone."""
        return self.until_instant.date() + DAY if self.until_instant else self.until

    def days_from(self, since: date) -> Iterator[date]:
        """The days from `since` on, without end or count, walked from the period of `since` rather than the first."""
        from dateutil.rrule import rrulestr

        parts = {"FREQ": self.frequency, "INTERVAL": str(self.interval), "WKST": self.week_start} | dict(self.by)
        text = ";".join(f"{name}={value}" for name, value in parts.items())
        entry = datetime.combine(self.period(since, self.interval), time())
        return (moment.date() for moment in rrulestr(text, dtstart=entry) if moment.date() >= since)

    def period(self, day: date, interval: int) -> date:
        """Where the period (day, week, month, year) begins that a day is in, or the last one that is not left out."""
        first = self.starts.day
        if self.frequency == "YEARLY":
            return date(day.year - (day.year - first.year) % interval, 1, 1)
        if self.frequency == "MONTHLY":
            return month_of(months(day) - (months(day) - months(first)) % interval)
        if self.frequency == "WEEKLY":
            first -= timedelta(days=(first.weekday() - WEEK.index(self.week_start)) % 7)
            interval *= 7
        return day - timedelta(days=(day - first).days % interval)

    def possible_starts(self) -> Iterator[date]:
        """The days of the next years, from `starts` on, on which an event with such a rule could start."""
        monthly = self.frequency == "MONTHLY"
        begin = months(self.starts.day if monthly else self.starts.day.replace(month=1))
        for month in range(begin, begin + LOOK_AHEAD_YEARS * 12, 1 if monthly else 12):
            yield from (day for day in self.fitting(month_of(month)) if day >= self.starts.day)

    def fitting(self, day: date) -> Iterator[date]:
        """The days that the rule asks for in the year of a day or, if it is monthly, the month; whatever its interval.

        They are expanded alone, with an interval that leaps past the end of the calendar: of a rule that never comes
        true (30 February) dateutil would seek the first date up to the year 9999.
        """
        if self.frequency == "MONTHLY":
            month = day.replace(day=1)
            return replace(self, starts=Moment(month), interval=120_000).days_from(month)
        year = date(day.year, 1, 1)
        by = {"BYDAY": ",".join(WEEK)} | dict(self.by) if self.frequency == "DAILY" else dict(self.by)
        alone = replace(self, frequency="YEARLY", starts=Moment(year), interval=10_000, by=tuple(by.items()))
        return alone.days_from(year)


def months(day: date) -> int:
    """The months from the year 0 to the month of a day."""
    return day.year * 12 + day.month - 1


def month_of(number: int) -> date:
    """The first day of a month that `months` counted."""
    return date(number // 12, number % 12 + 1, 1)


def rule(fields: EventFields) -> Rule | None:
    """The rule by which an event recurs; None if it does not, or if what is written is no rule for its first date."""
    found = ruled(fields)
    return found if isinstance(found, Rule) else None


def ruled(fields: EventFields) -> Rule | Problem | None:
    """The rule by which an event recurs, or the problem in what is written."""
    if not fields.every and fields.rrule is None:
        return None
    return rule_in(fields.every, fields.rrule or "", fields.starts, fields.until, fields.times)


@lru_cache(maxsize=16384)
def rule_in(
    every: tuple[str, ...], rrule: str, starts: Moment, until: date | None, times: int | None
) -> Rule | Problem:
    """The rule in what is written, or the problem in it; worked out once for all that ask."""
    parts = parts_of_words(every) if every else parts_of_rrule(rrule)
    if isinstance(parts, Problem):
        return parts
    made = rule_of(parts, starts, until, times)
    written = "every" if every else "rrule"
    return unsound(made, written, "until" if until else written) or made


def unsound(rule: Rule, written: str, ended: str) -> Problem | None:
    """Why an event cannot recur by a rule from its first date on; the fields in which it is written, and its end."""
    day = rule.starts.day
    if missing := missing_days(rule):
        return Problem("day-not-each-year", Source(""), {"days": ", ".join(missing)}, (written,))
    first = next(rule.possible_starts(), None)
    if first is None:
        return Problem("rule-without-dates", Source(""), {"years": LOOK_AHEAD_YEARS}, (written,))
    if first != day:
        return Problem("first-date-off-rule", Source(""), {"day": str(day), "next": str(first)}, ("starts",))
    if (rule.latest or day) < day:
        return Problem("until-before-start", Source(""), {"day": str(day)}, (ended,))
    return None


def missing_days(rule: Rule) -> list[str]:
    """The days of a yearly rule that some years lack, as month and day. Calendars differ on 29 February."""
    by = dict(rule.by)
    if rule.frequency != "YEARLY" or "BYMONTHDAY" not in by:
        return []
    asked = [(int(month), int(day)) for month in by["BYMONTH"].split(",") for day in by["BYMONTHDAY"].split(",")]
    return [f"{month:02}-{day:02}" for month, day in asked if day > monthrange(2027, month)[1]]


def rule_of(parts: dict[str, str], starts: Moment, until: date | None, times: int | None) -> Rule:
    """The rule that parts make for an event; what `until:` and `times:` say goes before the parts."""
    end = until or end_of(parts.get("UNTIL", ""))
    count = times or int(parts.get("COUNT", "0"))
    return Rule(
        starts=starts,
        frequency=parts["FREQ"],
        interval=int(parts.get("INTERVAL", "1")),
        week_start=parts.get("WKST", "MO"),
        by=explicit(parts, starts.day),
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
