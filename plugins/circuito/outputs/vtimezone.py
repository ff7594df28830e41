"""A time zone as calendars carry it: one compact VTIMEZONE with the zone's present rule (RFC 5545, 3.6.5).

The rule is that of the tz database: the last line of a zone's compiled file, a POSIX `TZ` text (RFC 9636, 3.3), such
as `CET-1CEST,M3.5.0,M10.5.0/3`. Long lists of past and future changes are not written: with them Thunderbird and
ical.js show today's events an hour late. What a zone decrees for single years (Ramadan in Morocco and in Palestine)
is therefore not told.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import TZPATH

from msgspec import Struct

EPOCH = 1970
WEEK = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
DAY = timedelta(days=1)

NAME = r"(?:<([+\-\w]+)>|([A-Za-z]+))"
HOURS = r"([+-]?\d+(?::\d+){0,2})"
CHANGE = rf",M(\d+)\.(\d)\.(\d)(?:/{HOURS})?"
POSIX = re.compile(rf"{NAME}{HOURS}(?:{NAME}{HOURS}?{CHANGE}{CHANGE})?", re.ASCII)


class Change(Struct, frozen=True):
    """When clocks change each year: a weekday of a month (week 5 is its last), and the time that they show then.

    The time may lie outside that day: `26:00` of a Thursday is two o'clock on the Friday after it.
    """

    month: int
    week: int
    weekday: int
    time: timedelta = timedelta(hours=2)

    def days(self, year: int) -> list[date]:
        """The seven days of a year among which the change is."""
        last = monthrange(year, self.month)[1]
        first = date(year, self.month, last - 6 if self.week == 5 else self.week * 7 - 6)
        return [first + (number + self.time.days) * DAY for number in range(7)]

    @property
    def day(self) -> str:
        """The weekday of the change."""
        return WEEK[(self.weekday + self.time.days) % 7]

    def first(self) -> datetime:
        """The first change since 1970."""
        day = next(day for day in self.days(EPOCH) if WEEK[day.isoweekday() % 7] == self.day)
        return datetime.combine(day, datetime.min.time()) + self.time - self.time.days * DAY

    def rrule(self) -> str:
        """The change as a yearly rule. Where its days lie in two months, they are counted from the year's end."""
        if not self.time.days:
            return f"FREQ=YEARLY;BYMONTH={self.month};BYDAY={-1 if self.week == 5 else self.week}{self.day}"
        days = self.days(EPOCH)
        if days[0].month == days[-1].month:
            return f"FREQ=YEARLY;BYMONTH={days[0].month};BYMONTHDAY={numbers(day.day for day in days)};BYDAY={self.day}"
        counted = ((day - date(EPOCH + 1, 1, 1)).days for day in days)
        return f"FREQ=YEARLY;BYYEARDAY={numbers(counted)};BYDAY={self.day}"


class Observance(Struct, frozen=True):
    """One of the two times of a zone: its name, its offset, that before it, and when it begins."""

    name: str
    offset: timedelta
    before: timedelta
    change: Change | None = None

    def lines(self) -> Iterator[str]:
        """The observance as a component of a VTIMEZONE."""
        kind = "DAYLIGHT" if self.offset > self.before else "STANDARD"
        first = self.change.first() if self.change else datetime(EPOCH, 1, 1)  # noqa: DTZ001 (a wall time)
        yield f"BEGIN:{kind}"
        yield f"DTSTART:{first:%Y%m%dT%H%M%S}"
        if self.change:
            yield f"RRULE:{self.change.rrule()}"
        yield f"TZOFFSETFROM:{told(self.before)}"
        yield f"TZOFFSETTO:{told(self.offset)}"
        yield f"TZNAME:{self.name}"
        yield f"END:{kind}"


def vtimezone(zone: str) -> bytes:
    """The VTIMEZONE of an IANA zone. Raises `LookupError` where the tz database has no rule for it."""
    lines = ["BEGIN:VTIMEZONE", f"TZID:{zone}"]
    for observance in observances(posix(zone)):
        lines += observance.lines()
    return "".join(f"{line}\r\n" for line in [*lines, "END:VTIMEZONE"]).encode()


def observances(rule: str) -> list[Observance]:
    """The times of a zone with a POSIX rule: summer time first, or its only one."""
    found = POSIX.fullmatch(rule)
    if found is None:
        raise LookupError(rule)
    standard = -offset(found[3])
    if found[9] is None:
        return [Observance(found[1] or found[2], standard, standard)]
    other = -offset(found[6]) if found[6] else standard + timedelta(hours=1)
    both = [
        Observance(found[4] or found[5], other, standard, change(*found.group(7, 8, 9, 10))),
        Observance(found[1] or found[2], standard, other, change(*found.group(11, 12, 13, 14))),
    ]
    return sorted(both, key=lambda each: each.before)


def change(month: str, week: str, weekday: str, time: str | None) -> Change:
    """A change of the clocks as POSIX writes it: `M3.5.0/3`."""
    plain = Change(int(month), int(week), int(weekday))
    return plain if time is None else Change(plain.month, plain.week, plain.weekday, offset(time))


def offset(text: str) -> timedelta:
    """`-5:30` as a length of time."""
    hours, minutes, seconds = ([int(part) for part in text.lstrip("+-").split(":")] + [0, 0])[:3]
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -length if text.startswith("-") else length


def told(offset: timedelta) -> str:
    """An offset from UTC as calendars write it: `+0100`."""
    minutes = abs(offset) // timedelta(minutes=1)
    return f"{'-' if offset < timedelta() else '+'}{minutes // 60:02}{minutes % 60:02}"


def numbers(each: Iterator[int]) -> str:
    """Numbers with commas between them."""
    return ",".join(map(str, each))


def posix(zone: str) -> str:
    """The rule of a zone now: the last line of its compiled file, in the package `tzdata` or else in the system."""
    from importlib.resources import files

    folders = [files("tzdata") / "zoneinfo", *map(Path, TZPATH)]
    for folder in folders:
        with suppress(OSError):
            compiled = folder.joinpath(*zone.split("/")).read_bytes()
            return compiled.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii", "replace")
    raise LookupError(zone)
