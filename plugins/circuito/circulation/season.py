"""Days on which a project can be asked for and a room is free: sets of days as the bits of one whole number."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import product

from msgspec import Struct

from ..model.place import Closure
from ..model.room import Availability
from ..model.tour_terms import ProjectWindow

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
YEAR = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WHOLE_DAY = 24 * 60
EVERY_SEVENTH = 0b1111111  # what is all ones, divided by it, has every seventh bit alone
Days = int
Minutes = tuple[int, int]


class Season(Struct, frozen=True):
    """The days that are looked at: `length` of them from `first` on. Bit 0 of a set of days is `first`."""

    first: date
    length: int

    def bit(self, day: date) -> Days:
        """The set of one day; empty where the day lies outside."""
        number = (day - self.first).days
        return 1 << number if 0 <= number < self.length else 0

    def days(self, of: Days) -> Iterator[date]:
        """The days of a set, in order."""
        while of:
            lowest = of & -of
            yield self.first + timedelta(days=lowest.bit_length() - 1)
            of ^= lowest

    def since(self, weeks: int) -> Days:
        """The days from so many weeks after the first on."""
        skipped = min(weeks * 7, self.length)
        return ((1 << self.length) - 1) >> skipped << skipped

    def between(self, first: date, last: date) -> Days:
        """The days from `first` to `last`, both included."""
        low = max((first - self.first).days, 0)
        high = min((last - self.first).days + 1, self.length)
        return ((1 << high) - 1) >> low << low if high > low else 0

    def on(self, weekdays: Iterable[str]) -> Days:
        """The days on some weekdays."""
        found = 0
        for weekday in weekdays:
            found |= self.every(WEEK.index(weekday))
        return found

    def every(self, weekday: int) -> Days:
        """The days on one weekday: every seventh bit from the first on."""
        first = (weekday - self.first.weekday()) % 7
        weeks = max(self.length - first + 6, 0) // 7
        return ((1 << 7 * weeks) - 1) // EVERY_SEVENTH << first

    def during(self, month: int) -> Days:
        """The days in one month of any year."""
        last = self.first + timedelta(days=self.length)
        found = 0
        for year in range(self.first.year, last.year + 1):
            found |= self.between(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return found


def project_days(windows: tuple[ProjectWindow, ...], notice_weeks: int | None, season: Season) -> Days | None:
    """The days on which a project can be asked for, its notice kept; None where it declares no window."""
    if not windows:
        return None
    found = 0
    for window in windows:
        days = season.between(window.from_, window.to)
        days &= season.on(window.weekdays) if window.weekdays else days
        for day in window.except_:
            days &= ~season.bit(day)
        found |= days
    return found & season.since(notice_weeks or 0)


class FreeTime(Struct, frozen=True):
    """When a room is free: the days whose longest free stretch has so many minutes, by that length."""

    stretches: tuple[tuple[int, Days], ...]

    def days(self, minutes: int) -> Days:
        """The days on which the room is free for so many minutes on end."""
        found = 0
        for length, days in self.stretches:
            if length >= minutes:
                found |= days
        return found

    def longest(self, of: Days) -> int:
        """The minutes of its longest free stretch on some days."""
        return max((length for length, days in self.stretches if days & of), default=0)


def free_time(
    availability: tuple[Availability, ...],
    closed: Iterable[Closure],
    busy: Iterable[tuple[date, Minutes]],
    notice_weeks: int | None,
    season: Season,
) -> FreeTime | None:
    """When a room is free; None where it does not declare when it is available.

    `busy` are days with the minutes from their midnight during which something takes place in the room.
    """
    if not availability:
        return None
    taken: dict[date, list[Minutes]] = {}
    for day, minutes in busy:
        taken.setdefault(day, []).append(minutes)
    open_days = season.since(notice_weeks or 0)
    for each in closed:
        open_days &= ~season.between(each.from_, each.to or each.from_)
    lengths: dict[int, Days] = {}
    for weekday, month in product(range(7), range(1, 13)):
        usual = tuple(offered(availability, weekday, month))
        alike = days_alike(season, weekday, month) & open_days if usual else 0
        for day, minutes_taken in taken.items():
            if alike & season.bit(day):
                alike &= ~season.bit(day)
                add(lengths, longest_free(usual, minutes_taken), season.bit(day))
        add(lengths, longest_free(usual, ()), alike)
    return FreeTime(tuple(sorted(lengths.items())))


def add(lengths: dict[int, Days], length: int, days: Days) -> None:
    """Note days whose longest free stretch has a length."""
    if length and days:
        lengths[length] = lengths.get(length, 0) | days


@lru_cache(maxsize=1024)
def days_alike(season: Season, weekday: int, month: int) -> Days:
    """The days of a season on a weekday of a month."""
    return season.every(weekday) & season.during(month)


def offered(availability: tuple[Availability, ...], weekday: int, month: int) -> Iterator[Minutes]:
    """The stretches in which a room is available on a weekday of a month, in minutes from midnight."""
    for each in availability:
        if WEEK[weekday] in each.days and (not each.months or YEAR[month - 1] in each.months):
            if each.hours is None:
                yield 0, WHOLE_DAY
            for hours in each.hours or ():
                opens = hours.opens.hour * 60 + hours.opens.minute
                closes = hours.closes.hour * 60 + hours.closes.minute
                yield opens, closes if closes > opens else closes + WHOLE_DAY


def longest_free(stretches: tuple[Minutes, ...], taken: Iterable[Minutes]) -> int:
    """The minutes of the longest stretch that is left once the taken minutes are taken away."""
    left = list(stretches)
    for begins, ends in taken:
        left = [part for low, high in left for part in ((low, min(high, begins)), (max(low, ends), high))]
        left = [(low, high) for low, high in left if high > low]
    return max((high - low for low, high in left), default=0)
