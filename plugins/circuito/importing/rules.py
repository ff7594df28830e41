"""What rules of others mean: as a rule of ours where our files can say it, else as days.

Nothing is expanded before it passed a guard, and nothing without a last day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from ..agenda.foreign import can_be_told, days_of
from ..agenda.recurrence import Rule, explicit, missing_days
from ..agenda.rrule import end_of, parts_of_rrule
from ..agenda.walltime import DAY
from ..agenda.words import WEEK
from ..model.times import Moment
from .times import LAST_YEAR, When

FIRST_YEAR = 1970
MOST_LISTED = 200
WEEKDAY_WORDS = dict(
    zip(WEEK, ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), strict=True)
)
ORDINAL_WORDS = {"1": "first", "2": "second", "3": "third", "4": "fourth", "-1": "last"}
UNIT_WORDS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
UNTIL = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T?(\d\d):?(\d\d):?(\d\d)?(Z?))?")


class Series(Struct, frozen=True):
    """The days on which something is foreseen: by a rule that our files can say, or by one that they cannot.

    A first date that its own rule does not give is a day of its own (`first`). `code` is a note's, where what is
    written cannot be followed.
    """

    first: date
    rule: Rule | None = None
    parts: dict[str, str] | None = None
    code: str = ""

    def days(self, since: date, until: date) -> Iterator[date]:
        """Its days within two others, the first date included wherever it lies within."""
        given: Iterable[date] = ()
        if self.rule is not None:
            given = self.rule.days(since, until)
        elif self.parts is not None:
            last = end_of(self.parts.get("UNTIL", ""))
            given = days_of(self.parts, self.first, since, min(until, last) if isinstance(last, date) else until)
        yield from sorted({*given, *([self.first] if since <= self.first <= until else [])})

    def gives(self, day: date) -> bool:
        """Whether its rule gives a day."""
        return self.rule is not None and bool(settled(self.rule).among({day}))

    def before(self, day: date) -> Series:
        """The part of it that lies before a day."""
        if self.rule is not None:
            return replace(self, rule=replace(self.rule.settled(), until=min(day - DAY, self.last or day - DAY)))
        if self.parts is None:
            return self
        return replace(self, parts={**self.parts, "UNTIL": f"{day - DAY:%Y%m%d}"})

    @property
    def ends(self) -> bool:
        """Whether it ends some day."""
        if self.rule is not None:
            return bool(self.rule.times or self.rule.until)
        return self.parts is None or not {"COUNT", "UNTIL"}.isdisjoint(self.parts)

    @property
    def last(self) -> date | None:
        """The last possible day, where there is one."""
        return settled(self.rule).until if self.rule is not None else None


@lru_cache(1024)
def settled(rule: Rule) -> Rule:
    """The rule that ends on its last date rather than after a number of times."""
    return rule.settled()


def series_of(text: str, starts: When) -> Series:
    """The series that an RRULE makes of what first takes place at a time."""
    parts = tidied(text, starts)
    if isinstance(parts, str):
        return Series(starts.day, code=parts)
    ours = parts_of_rrule(";".join(f"{name}={value}" for name, value in parts.items()))
    if isinstance(ours, dict):
        rule = rule_of(ours, starts)
        first = next(rule.possible_starts(), None)
        if first is None or (rule.until and rule.until < first):
            return Series(starts.day, code="" if first else "rule-broken")
        if not missing_days(rule):
            return Series(starts.day, rule=replace(rule, starts=Moment(first, starts.clock)))
    return Series(starts.day, parts=parts) if can_be_told(parts) else Series(starts.day, code="rule-refused")


def rule_of(parts: dict[str, str], starts: When) -> Rule:
    """The rule of ours that parts make; UNTIL is a day by now."""
    until = end_of(parts.get("UNTIL", ""))
    return Rule(
        starts=Moment(starts.day, starts.clock),
        frequency=parts["FREQ"],
        interval=int(parts.get("INTERVAL", "1")),
        week_start=parts.get("WKST", "MO"),
        by=explicit(parts, starts.day),
        times=int(parts.get("COUNT", "0")) or None,
        until=until,
    )


def tidied(text: str, starts: When) -> dict[str, str] | str:
    """The parts of an RRULE in the forms that we know, or the code of why it cannot be followed."""
    parts: dict[str, str] = {}
    for part in re.sub(r"[\s\\]", "", text).upper().removeprefix("RRULE:").strip(";").split(";"):
        name, equals, value = part.partition("=")
        if not equals:
            return "rule-broken"
        if value:
            parts.setdefault(name, value)
    if parts.get("FREQ") not in UNIT_WORDS:
        return "rule-refused" if parts.get("FREQ") in ("SECONDLY", "MINUTELY", "HOURLY") else "rule-broken"
    if parts.pop("RSCALE", "GREGORIAN") != "GREGORIAN":
        return "rule-refused"
    parts.pop("SKIP", None)
    if not at_one_time(parts, starts):
        return "rule-refused"
    if "UNTIL" in parts:
        day = until_day(parts["UNTIL"], starts)
        if day is None:
            return "rule-broken"
        parts["UNTIL"] = f"{day:%Y%m%d}"
        if "COUNT" in parts or day.year > LAST_YEAR:  # some programs write so that there is no end
            del parts["UNTIL"]
    if parts.get("INTERVAL") == "1":
        del parts["INTERVAL"]
    return restated(parts)


def at_one_time(parts: dict[str, str], starts: When) -> bool:
    """Whether a rule gives one time a day, that of its first date; the parts that say so are dropped."""
    clock = starts.clock
    for name, own in (("BYHOUR", clock and clock.hour), ("BYMINUTE", clock and clock.minute)):
        stated = parts.pop(name, None)
        if stated is not None and (clock is None or stated.lstrip("0") != str(own).lstrip("0")):
            return False
    return parts.pop("BYSECOND", "0").strip("0") == ""


def until_day(text: str, starts: When) -> date | None:
    """The last possible day that UNTIL tells, as a day in the zone of the first date."""
    found = UNTIL.fullmatch(text)
    if found is None:
        return None
    try:
        day = date(*(int(each) for each in found.groups()[:3]))
        if starts.clock is None or starts.zone is None or not found[4] or not found[7]:
            return day
        instant = datetime(day.year, day.month, day.day, int(found[4]), int(found[5]), tzinfo=UTC)
    except ValueError:
        return None
    if not date.min + 2 * DAY < day < date.max - 2 * DAY:  # where it is another day elsewhere, there may be none
        return day
    there = instant.astimezone(starts.zone)
    return there.date() - (DAY if there.time() < starts.clock.replace(second=0) else timedelta())


def restated(parts: dict[str, str]) -> dict[str, str]:
    """A rule in the words that all calendars read alike, where it has others that mean the same."""
    single = "INTERVAL" not in parts
    if parts["FREQ"] == "DAILY" and "BYDAY" in parts and "BYMONTHDAY" not in parts and single:
        parts["FREQ"] = "WEEKLY"
    elif parts["FREQ"] == "DAILY" and "BYMONTHDAY" in parts and "BYDAY" not in parts and single:
        parts["FREQ"] = "MONTHLY"
    if parts["FREQ"] == "MONTHLY" and "BYMONTH" in parts and single and "BYSETPOS" not in parts:
        parts["FREQ"] = "YEARLY"
    if parts["FREQ"] == "YEARLY" and "BYMONTH" in parts and "BYSETPOS" in parts and single:
        months = parts["BYMONTH"].split(",")
        if len(months) == 12:
            del parts["BYMONTH"]
            parts["FREQ"] = "MONTHLY"
    days = parts.get("BYDAY", "").split(",")
    monthly = parts["FREQ"] == "MONTHLY" or (parts["FREQ"] == "YEARLY" and "BYMONTH" in parts)
    if monthly and parts.get("BYSETPOS") in ("1", "2", "3", "4", "-1") and len(days) == 1 and days[0] in WEEK:
        parts["BYDAY"] = parts.pop("BYSETPOS") + days[0]
    return parts


# As files say it


def recurrence(rule: Rule) -> dict[str, Any]:
    """The fields of an event that say a rule: `every` in words where there are words, else `rrule`."""
    data: dict[str, Any] = {}
    words = in_words(rule)
    if words:
        data["every"] = words[0] if len(words) == 1 else words
    else:
        data["rrule"] = replace(rule, times=None, until=None).rrule(ZoneInfo("UTC"))
    if rule.times is not None:
        data["times"] = rule.times
    elif rule.until is not None:
        data["until"] = str(rule.until)
    return data


def in_words(rule: Rule) -> list[str]:
    """A rule in the words of `every`; none where there are none for it."""
    by, unit = dict(rule.by), UNIT_WORDS[rule.frequency]
    own = explicit({"FREQ": rule.frequency}, rule.starts.day)
    plain = tuple(sorted(by.items())) == tuple(sorted(own))
    if rule.interval > 1:
        fine = plain and (rule.frequency != "WEEKLY" or rule.week_start == "MO")
        return [f"{rule.interval} {unit}s"] if fine else []
    if rule.frequency == "WEEKLY" and set(by) == {"BYDAY"}:
        return [WEEKDAY_WORDS[day] for day in sorted(by["BYDAY"].split(","), key=WEEK.index)]
    if rule.frequency == "MONTHLY" and set(by) == {"BYDAY"}:
        words = [nth(day) for day in by["BYDAY"].split(",")]
        return words if all(words) else []
    if rule.frequency == "MONTHLY" and set(by) == {"BYMONTHDAY"} and re.fullmatch(r"-1|\d+", by["BYMONTHDAY"]):
        return ["last day" if by["BYMONTHDAY"] == "-1" else f"day {by['BYMONTHDAY']}"]
    return [unit] if plain else []


def nth(day: str) -> str:
    """`first monday`; nothing for what has no word."""
    number, weekday = day[:-2].lstrip("+"), day[-2:]
    return f"{ORDINAL_WORDS[number]} {WEEKDAY_WORDS[weekday]}" if number in ORDINAL_WORDS else ""


def restarted(series: Series, day: date) -> Series:
    """A series that began long ago, from its first date on or after a day: our files keep no earlier recurrences."""
    rule = series.rule
    if rule is None:
        return series
    settled = rule.settled()
    following = next(settled.days(day, day + timedelta(days=366 * 12)), None)
    if following is None:
        return series
    return Series(following, rule=replace(settled, starts=Moment(following, rule.starts.clock)))
