"""The best tour of a project: exact for few hosts, good and always the same for many, with a budget of steps.

What is solved is stated in `docs/developers/circulation.md`. For up to `EXACT_HOSTS` hosts, tables over sets of hosts
say which can be met at all and how short a way can be; a search along the order of dates then finds the best tour and
proves it. Beyond, hosts are put in where they add least, and the order is mended until nothing gets better.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from .bounds import least_way, most_matched
from .tours import ALL_DAYS, Host, Order, Reason, Routed, Tour, TourProblem, tour_of

EXACT_HOSTS = 12
EXACT_STEPS = 60_000
MENDING_STEPS = 60_000
FAR = 1 << 60


def best_tour(problem: TourProblem, steps: int | None = None) -> Routed:
    """The best tour: most hosts, most choices, least metres, shortest span, earliest days, then names.

    `steps` is the budget; it counts what is tried, not seconds, so that the result is the same on every machine.
    """
    if len(problem.hosts) <= EXACT_HOSTS:
        search = Exact(problem, EXACT_STEPS if steps is None else steps)
        tour, complete = search.best(mended(problem, MENDING_STEPS // 20).tour)
        return routed(problem, tour, complete, not complete)
    mending = mended(problem, MENDING_STEPS if steps is None else steps)
    return routed(problem, mending.tour, False, mending.spent >= mending.budget)


def routed(problem: TourProblem, tour: Tour, exact: bool, budget_reached: bool) -> Routed:
    """A tour with its bounds, and why others are not in it."""
    return Routed(
        tour=tour,
        exact=exact,
        budget_reached=budget_reached,
        most_hosts=len(tour.hosts) if exact else most_matched(problem),
        least_metres=tour.metres if exact else least_way(problem, tour.hosts, tour.metres),
        viable=len(tour.hosts) >= problem.least and settled_are_in(problem, tour),
        unplaced=unplaced(problem, tour, exact),
    )


def settled_are_in(problem: TourProblem, tour: Tour) -> bool:
    """Whether the tour keeps every date that is settled."""
    return {number for number, host in enumerate(problem.hosts) if host.settled} <= set(tour.hosts)


def unplaced(problem: TourProblem, tour: Tour, exact: bool) -> dict[str, Reason]:
    """The hosts that are not in the tour, with the reason."""
    left = [number for number in range(len(problem.hosts)) if number not in tour.hosts]
    return {problem.hosts[number].name: reason(problem, tour, number, exact) for number in left}


def reason(problem: TourProblem, tour: Tour, number: int, exact: bool) -> Reason:
    """Why a host is not in the tour: the first term without which it could be."""
    if not problem.hosts[number].days:
        return "no-days"
    if len(tour.hosts) >= problem.limit:
        return "tour-full"
    if problem.gap is not None and fits(replace(problem, gap=None), tour.hosts, number):
        return "gap"
    if problem.near and fits(replace(problem, radius_days=0), tour.hosts, number):
        return "radius"
    return "days-taken" if exact else "not-found"


def fits(problem: TourProblem, order: Order, number: int) -> bool:
    """Whether a host can be put into an order somewhere."""
    return any(problem.can_follow((*order[:at], number, *order[at:])) for at in range(len(order) + 1))


# Few hosts: all of them


class Exact:
    """The search that proves its tour. Sets of hosts are bits, too."""

    def __init__(self, problem: TourProblem, steps: int) -> None:
        self.problem = problem
        self.count = len(problem.hosts)
        self.steps = steps
        self.shortest = self.shortest_ways()
        self.found: Tour | None = None
        self.seen: dict[tuple[int, int], list[tuple[int, int]]] = {}

    def best(self, known: Tour) -> tuple[Tour, bool]:
        """The best tour, and whether it is proved. `known` is a tour to begin with."""
        self.found = known if settled_are_in(self.problem, known) else None
        group: tuple[int, int] | None = None
        for hosts, points, shortest, chosen in self.sets():
            if self.found is not None and group != (hosts, points) and self.beats(hosts, points):
                break
            group = hosts, points
            if self.found is None or not self.beats(hosts, points) and not self.longer(hosts, points, shortest):
                self.seen = {}
                self.extend(chosen, (), chosen, 0, ALL_DAYS)
        return self.found or known, self.steps > 0

    def beats(self, hosts: int, points: int) -> bool:
        """Whether the tour found has more hosts, or as many and more choices."""
        return self.found is not None and (len(self.found.hosts), self.found.points) > (hosts, points)

    def longer(self, hosts: int, points: int, metres: int) -> bool:
        """Whether a way is longer than that of the tour found, all else being equal."""
        found = self.found
        return found is not None and (len(found.hosts), found.points) == (hosts, points) and metres > found.metres

    def sets(self) -> list[tuple[int, int, int, int]]:
        """The sets of hosts that can be met in some order: hosts, points, the least metres, the set; the best first."""
        problem, settled = self.problem, sum(1 << n for n, host in enumerate(self.problem.hosts) if host.settled)
        found = []
        for chosen in self.met():
            hosts = chosen.bit_count()
            if chosen & settled == settled and hosts <= problem.limit:
                points = sum(host.points for number, host in enumerate(problem.hosts) if chosen >> number & 1)
                found.append((hosts, points, self.rest(-1, chosen), chosen))
        return sorted(found, key=lambda each: (-each[0], -each[1], each[2], each[3]))

    def met(self) -> list[int]:
        """The sets of hosts that can have dates in some order, the radius apart."""
        problem, count = self.problem, self.count
        days = [host.days for host in problem.hosts]
        last_days: list[dict[int, int]] = [{} for _ in range(1 << count)]
        for host in range(count):
            if days[host]:
                last_days[1 << host][host] = days[host]
        found = []
        for chosen in range(1, 1 << count):
            ends = last_days[chosen]
            if not ends:
                continue
            found.append(chosen)
            others = [host for host in range(count) if not chosen >> host & 1]
            for reached in ends.values():
                after = problem.after(reached)
                for host in others:
                    if met := after & days[host]:
                        into = last_days[chosen | 1 << host]
                        into[host] = into.get(host, 0) | met
        return found

    def shortest_ways(self) -> list[list[int]]:
        """The least metres from the origin through a set of hosts, ending at each: by set and last host."""
        count, metres = self.count, self.problem.metres
        table = [[FAR] * count for _ in range(1 << count)]
        for host in range(count):
            table[1 << host][host] = self.problem.start[host]
        for chosen in range(1, 1 << count):
            row = table[chosen]
            inside = [(host, row[host]) for host in range(count) if chosen >> host & 1]
            for host in range(count):
                if not chosen >> host & 1:
                    to = metres[host]
                    table[chosen | 1 << host][host] = min(way + to[last] for last, way in inside)
        return table

    def rest(self, last: int, left: int) -> int:
        """The least metres from a host (-1: the origin) through the hosts left and back to the origin."""
        to = self.problem.start if last < 0 else self.problem.metres[last]
        if not left:
            return to[last] if last < 0 else self.problem.start[last]
        row = self.shortest[left]
        return min(to[host] + row[host] for host in range(self.count) if left >> host & 1)

    def extend(self, chosen: int, order: Order, left: int, metres: int, reached: int) -> None:
        """Try every way to go on from an order whose last date can be on the days reached."""
        if self.steps <= 0:
            return
        self.steps -= 1
        problem = self.problem
        if not left:
            self.keep(tour_of(problem, order))
            return
        last = order[-1] if order else -1
        to = problem.metres[last] if order else problem.start
        after = problem.after(reached) if order else ALL_DAYS
        ways = sorted(
            (metres + to[host] + self.rest(host, left & ~(1 << host)), host)
            for host in range(self.count)
            if left >> host & 1 and after & problem.hosts[host].days
        )
        for least, host in ways:
            if self.longer(chosen.bit_count(), self.points(chosen), least):
                return
            further, days = metres + to[host], after & problem.hosts[host].days
            if not self.is_beaten(left & ~(1 << host), host, further, days):
                self.extend(chosen, (*order, host), left & ~(1 << host), further, days)

    def points(self, chosen: int) -> int:
        """The points of a set of hosts."""
        return sum(host.points for number, host in enumerate(self.problem.hosts) if chosen >> number & 1)

    def is_beaten(self, left: int, host: int, metres: int, days: int) -> bool:
        """Whether the same hosts were met in a shorter way that leaves the same days open. Not told with a radius."""
        if self.problem.near:
            return False
        ways = self.seen.setdefault((left, host), [])
        if any(other < metres and known | days == known for other, known in ways):
            return True
        ways.append((metres, days))
        return False

    def keep(self, tour: Tour | None) -> None:
        """Keep a tour if it is the best so far."""
        if tour is not None and (self.found is None or tour.key < self.found.key):
            self.found = tour


# Many hosts: put in, and mended


@dataclass(slots=True)
class Mending:
    """An order of hosts that is made better step by step."""

    problem: TourProblem
    budget: int
    order: Order = ()
    spent: int = 0
    tour: Tour = field(default_factory=lambda: Tour(hosts=(), days=(), metres=0, points=0, names=()))

    def can_follow(self, order: Order) -> bool:
        """Whether hosts can have dates in an order; each time it is asked is a step."""
        self.spent += 1
        return self.problem.can_follow(order)

    def better(self, order: Order) -> bool:
        """Take an order that can be followed and is shorter, or meets more."""
        if self.worth(order) >= self.worth(self.order) or not self.can_follow(order):
            return False
        self.order = order
        return True

    def worth(self, order: Order) -> tuple[int, int, int, int]:
        """What orders orders, the best first."""
        hosts = self.problem.hosts
        settled = sum(hosts[number].settled for number in order)
        return -settled, -len(order), -sum(hosts[number].points for number in order), self.problem.way(order)


def mended(problem: TourProblem, steps: int) -> Mending:
    """A good tour: hosts put in where they add least, those with the fewest days first, then mended."""
    mending = Mending(problem, steps)
    mending.order = filled(mending, ())
    improved = True
    while improved and mending.spent < mending.budget:
        improved = turned(mending) or moved(mending) or opened(mending)
    mending.tour = tour_of(problem, mending.order) or mending.tour
    return mending


def filled(mending: Mending, order: Order) -> Order:
    """An order with as many more hosts as can be put in: settled ones first, then by choice and fewest days."""
    problem = mending.problem
    left = [number for number, host in enumerate(problem.hosts) if host.days and number not in order]
    for number in sorted(left, key=lambda number: urgency(problem.hosts[number])):
        if len(order) < problem.limit:
            order = put_in(mending, order, number)
    return order


def urgency(host: Host) -> tuple[bool, int, int, str]:
    """Which host is put in first."""
    return not host.settled, -host.points, host.days.bit_count(), host.name


def put_in(mending: Mending, order: Order, number: int) -> Order:
    """An order with one more host, where it adds the fewest metres; without it where it fits nowhere."""
    problem = mending.problem
    tries = [(*order[:at], number, *order[at:]) for at in range(len(order) + 1)]
    for tried in sorted(tries, key=lambda each: (problem.way(each), each)):
        if mending.can_follow(tried):
            return tried
    return order


def turned(mending: Mending) -> bool:
    """Whether a part of the order, turned round, made it better."""
    length = len(mending.order)
    for first in range(length):
        for last in range(first + 1, length):
            order = mending.order
            if mending.better((*order[:first], *reversed(order[first : last + 1]), *order[last + 1 :])):
                return True
    return False


def moved(mending: Mending) -> bool:
    """Whether up to three hosts, moved together, made it better."""
    for size in (1, 2, 3):
        for first in range(len(mending.order) - size + 1):
            part = mending.order[first : first + size]
            others = (*mending.order[:first], *mending.order[first + size :])
            for at in range(len(others) + 1):
                if mending.better((*others[:at], *part, *others[at:])):
                    return True
    return False


def opened(mending: Mending) -> bool:
    """Whether a part of the order, taken out and put in again host by host, made it better."""
    length = len(mending.order)
    for size in (3, 5, 8, 12):
        for first in range(max(length - size + 1, 1)):
            if mending.spent >= mending.budget:
                return False
            kept = (*mending.order[:first], *mending.order[first + size :])
            if mending.better(filled(mending, kept)):
                return True
    return False


# Others


def alternatives(problem: TourProblem, most: int = 5, steps: int = EXACT_STEPS) -> tuple[Tour, ...]:
    """The best tours in order, of all that there are with every date that each order can have.

    For few hosts with few days: it tries everything, and gives what it has found when the budget is reached.
    """
    found: list[Tour] = []
    budget = [steps]

    def extend(order: Order, days: tuple[int, ...]) -> None:
        budget[0] -= 1
        if budget[0] <= 0:
            return
        found.append(dated(problem, order, days))
        if len(order) >= problem.limit:
            return
        after = problem.after(1 << days[-1]) if days else ALL_DAYS
        for host in range(len(problem.hosts)):
            left = after & problem.hosts[host].days if host not in order else 0
            while left:
                day = (left & -left).bit_length() - 1
                left &= left - 1
                if problem.apart((*order, host), days, day):
                    extend((*order, host), (*days, day))

    extend((), ())
    kept = [tour for tour in found if tour.hosts and settled_are_in(problem, tour)]
    return tuple(sorted(kept, key=lambda tour: tour.key)[:most])


def dated(problem: TourProblem, order: Order, days: tuple[int, ...]) -> Tour:
    """A tour on given days."""
    return Tour(
        hosts=order,
        days=days,
        metres=problem.way(order),
        points=sum(problem.hosts[host].points for host in order),
        names=tuple(problem.hosts[host].name for host in order),
    )
