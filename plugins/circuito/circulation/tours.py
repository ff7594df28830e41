"""What a tour is: hosts with their possible days, what it has to keep to, and which of two tours is the better.

Days are sets of bits (`season.py`). Distances are whole metres and the same in both directions, so that sums are exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct

from .season import Days

Order = tuple[int, ...]
Reason = Literal["no-days", "tour-full", "gap", "radius", "days-taken", "not-found"]


class Host(Struct, frozen=True, kw_only=True):
    """A space that would host: on which days, how much its choice weighs, and whether its date is settled already.

    `points` are 2 for a first choice and 1 for a later one. A settled host has one day, and is in every tour.
    """

    name: str
    days: Days
    points: int = 0
    settled: bool = False


class TourProblem(Struct, frozen=True, kw_only=True, dict=True):
    """The hosts in order of their names, and what a tour has to keep to.

    `metres[i][j]` lie between hosts i and j, `start[i]` between the origin and host i. `gap` are the most empty days
    between two dates; `stay` the days that each takes. No two dates lie closer than `radius` metres and `radius_days`.
    """

    hosts: tuple[Host, ...]
    metres: tuple[tuple[int, ...], ...]
    start: tuple[int, ...]
    gap: int | None = None
    stay: int = 1
    least: int = 1
    most: int | None = None
    radius: int = 0
    radius_days: int = 0

    @cached_property
    def near(self) -> frozenset[tuple[int, int]]:
        """The pairs of hosts closer to each other than the radius."""
        numbers = range(len(self.hosts))
        pairs = ((i, j) for i in numbers for j in numbers if i != j and self.radius_days)
        return frozenset((i, j) for i, j in pairs if self.metres[i][j] < self.radius)

    @property
    def limit(self) -> int:
        """The most hosts that a tour can have by its terms."""
        return len(self.hosts) if self.most is None else min(self.most, len(self.hosts))

    def wait(self, one: int, other: int) -> int:
        """The least days from a date at one host to the next date, at another."""
        return max(self.stay, self.radius_days) if (one, other) in self.near else self.stay

    def after(self, days: Days, wait: int) -> Days:
        """The days on which the next date can be, so many days later at least, if the last is on one of some days."""
        if not days:
            return 0
        if self.gap is None:
            lowest = (days & -days) << wait
            return -lowest & ALL_DAYS
        reached, width, most = days << wait, 1, self.stay + self.gap + 1 - wait
        while width < most:
            step = min(width, most - width)
            reached |= reached << step
            width += step
        return reached if most > 0 else 0

    def before(self, days: Days, wait: int) -> Days:
        """The days on which the date before can be, if the next is on one of some days."""
        if not days:
            return 0
        if self.gap is None:
            return (1 << max(days.bit_length() - wait, 0)) - 1
        reached, width, most = days >> wait, 1, self.stay + self.gap + 1 - wait
        while width < most:
            step = min(width, most - width)
            reached |= reached >> step
            width += step
        return reached if most > 0 else 0

    def way(self, order: Sequence[int]) -> int:
        """The metres from the origin through hosts in an order, and back."""
        if not order:
            return 0
        between = sum(self.metres[one][other] for one, other in zip(order, order[1:], strict=False))
        return self.start[order[0]] + between + self.start[order[-1]]

    def can_follow(self, order: Sequence[int]) -> bool:
        """Whether hosts can have dates in an order."""
        hosts, last, reached = self.hosts, -1, 0
        for host in order:
            reached = hosts[host].days & (self.after(reached, self.wait(last, host)) if last >= 0 else ALL_DAYS)
            if not reached:
                return False
            last = host
        return not self.near or self.earliest_apart(order, [hosts[host].days for host in order]) is not None

    def dates(self, order: Sequence[int]) -> tuple[int, ...] | None:
        """The dates of hosts in an order: in the fewest days, then the earliest. None if there are none.

        Days are told by their number.
        """
        allowed = [self.hosts[host].days for host in order]
        for place in range(len(order) - 2, -1, -1):
            allowed[place] &= self.before(allowed[place + 1], self.wait(order[place], order[place + 1]))
        if not order or not allowed[0]:
            return None
        return self.dates_apart(order, allowed) if self.near else self.dates_within(allowed)

    def dates_within(self, allowed: list[Days]) -> tuple[int, ...] | None:
        """The dates in the fewest days, then the earliest, where only neighbours in the order matter."""
        best: tuple[int, int] | None = None
        for first in numbers_of(allowed[0]):
            reached = 1 << first
            for days in allowed[1:]:
                reached = self.after(reached, self.stay) & days
            if reached:
                span = (reached & -reached).bit_length() - 1 - first
                best = min(best or (span, first), (span, first))
        if best is None:
            return None
        return self.earliest(allowed, best[1], best[1] + best[0])

    def earliest(self, allowed: list[Days], first: int, last: int) -> tuple[int, ...]:
        """The earliest dates between a first and a last one."""
        kept = [*allowed[:-1], allowed[-1] & (1 << last)]
        for place in range(len(kept) - 2, -1, -1):
            kept[place] &= self.before(kept[place + 1], self.stay)
        found = [first]
        for days in kept[1:]:
            next_days = self.after(1 << found[-1], self.stay) & days
            found.append((next_days & -next_days).bit_length() - 1)
        return tuple(found)

    def dates_apart(self, order: Sequence[int], allowed: list[Days]) -> tuple[int, ...] | None:
        """The dates where hosts near each other have to keep days apart, too: the best over all first days."""
        best: tuple[int, tuple[int, ...]] | None = None
        for first in numbers_of(allowed[0]):
            found = self.earliest_apart(order, [1 << first, *allowed[1:]])
            if found is not None:
                span = found[-1] - found[0]
                best = min(best or (span, found), (span, found))
        return best[1] if best else None

    def earliest_apart(self, order: Sequence[int], allowed: list[Days]) -> tuple[int, ...] | None:
        """The earliest dates of hosts in an order, every one of them; None if there are none.

        Every term bounds the days between two dates. Of two solutions the earlier date at each host is a solution too,
        so one is the earliest everywhere: dates are put off only as far as some term forces them.
        """
        found = [(days & -days).bit_length() - 1 for days in allowed]
        waits = self.waits(order)
        moved = True
        while moved:
            moved = False
            for place, day in self.forced(found, waits):
                if found[place] < day:
                    later = allowed[place] >> day << day
                    if not later:
                        return None
                    found[place], moved = (later & -later).bit_length() - 1, True
        return tuple(found)

    def waits(self, order: Sequence[int]) -> list[tuple[int, int, int]]:
        """The days that have to lie between places of an order: an earlier place, a later one, the days."""
        found = []
        reach = max(-(-self.radius_days // self.stay), 1)
        for later in range(1, len(order)):
            for earlier in range(max(later - reach, 0), later):
                wait = self.wait(order[earlier], order[later])
                if earlier == later - 1 or wait > self.stay:
                    found.append((earlier, later, wait))
        return found

    def forced(self, found: list[int], waits: list[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
        """The places of an order and the least days that other dates force on them, as they stand when asked for."""
        for earlier, later, wait in waits:
            yield later, found[earlier] + wait
        if self.gap is not None:
            for place in range(len(found) - 2, -1, -1):
                yield place, found[place + 1] - self.stay - self.gap

    def apart(self, order: Sequence[int], found: tuple[int, ...], day: int) -> bool:
        """Whether a date keeps its distance from all before it."""
        here = order[len(found)]
        return all(
            (there, here) not in self.near or day - on >= self.radius_days
            for there, on in zip(order, found, strict=False)
        )


ALL_DAYS = (1 << 4000) - 1


def numbers_of(days: Days) -> list[int]:
    """The numbers of the days of a set, in order."""
    found = []
    while days:
        lowest = days & -days
        found.append(lowest.bit_length() - 1)
        days ^= lowest
    return found


class Tour(Struct, frozen=True, kw_only=True):
    """Hosts in the order of their dates, by number, with the numbers of the days, and the metres there and back."""

    hosts: Order
    days: tuple[int, ...]
    metres: int
    points: int
    names: tuple[str, ...]

    @property
    def span(self) -> int:
        """The days from the first date to the last."""
        return self.days[-1] - self.days[0] if self.days else 0

    @property
    def key(self) -> tuple[int, int, int, int, tuple[int, ...], tuple[str, ...]]:
        """What orders tours, the best first: hosts, choices, metres, span, days, names. No two are equal."""
        return -len(self.hosts), -self.points, self.metres, self.span, self.days, self.names


def tour_of(problem: TourProblem, order: Sequence[int]) -> Tour | None:
    """The best tour that meets hosts in an order; None where they cannot have dates in it."""
    days = problem.dates(order) if order else ()
    if days is None:
        return None
    return Tour(
        hosts=tuple(order),
        days=days,
        metres=problem.way(order),
        points=sum(problem.hosts[host].points for host in order),
        names=tuple(problem.hosts[host].name for host in order),
    )


def settled_are_in(problem: TourProblem, tour: Tour) -> bool:
    """Whether the tour keeps every date that is settled."""
    return {number for number, host in enumerate(problem.hosts) if host.settled} <= set(tour.hosts)


class Routed(Struct, frozen=True, kw_only=True):
    """The best tour found, and how good it is.

    `exact` says that there is no better one; else the budget of steps was reached, or the hosts were too many to try
    all. `most_hosts` and `least_metres` are bounds: no tour has more hosts, and none that meets the same hosts is
    shorter. `viable` says whether the tour has as many dates as it needs. `unplaced` are the others, with the reason.
    """

    tour: Tour
    exact: bool
    budget_reached: bool
    most_hosts: int
    least_metres: int
    viable: bool
    unplaced: Mapping[str, Reason]

    @property
    def gap(self) -> float:
        """By which part of the bound the way may be too long: 0.05 is five per cent."""
        return 0.0 if self.exact or not self.least_metres else self.tour.metres / self.least_metres - 1
