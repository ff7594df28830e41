"""A good tour of many hosts: put in where they add least, then mended until nothing gets better."""

from __future__ import annotations

from collections.abc import Iterator

from .tours import Host, Order, Tour, TourProblem, tour_of


class Mending:
    """An order of hosts that is made better step by step."""

    def __init__(self, problem: TourProblem, budget: int) -> None:
        """`roads` are metres between hosts, with the origin as the last place, so that it is number -1."""
        self.problem = problem
        self.budget = budget
        self.order: Order = ()
        self.spent = 0
        self.tour = Tour(hosts=(), days=(), metres=0, points=0, names=())
        self.roads = [[*row, problem.start[host]] for host, row in enumerate(problem.metres)]
        self.roads.append([*problem.start, 0])

    def taken(self, order: Order) -> bool:
        """Take an order of the same hosts that is known to be shorter, if it can be followed."""
        if not self.can_follow(order):
            return False
        self.order = order
        return True

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
    return mended_from(problem, (), steps)


def mended_from(problem: TourProblem, order: Order, steps: int) -> Mending:
    """A good tour that begins with an order: filled up, then mended. An order without dates is left aside."""
    mending = Mending(problem, steps)
    mending.order = filled(mending, order if mending.can_follow(order) else ())
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
    roads = mending.roads
    places = (-1, *order, -1)
    added = [(roads[one][number] + roads[number][other] - roads[one][other], at) for at, (one, other) in pairs(places)]
    for _, at in sorted(added):
        tried = (*order[:at], number, *order[at:])
        if mending.can_follow(tried):
            return tried
    return order


def pairs(places: Order) -> Iterator[tuple[int, tuple[int, int]]]:
    """Neighbours in an order, numbered."""
    return enumerate(zip(places, places[1:], strict=False))


def turned(mending: Mending) -> bool:
    """Whether a part of the order, turned round, made it better: only the roads at its ends change."""
    roads, places = mending.roads, (-1, *mending.order, -1)
    for first in range(1, len(places) - 1):
        for last in range(first + 1, len(places) - 1):
            one, begins, ends, other = places[first - 1], places[first], places[last], places[last + 1]
            if roads[one][ends] + roads[begins][other] < roads[one][begins] + roads[ends][other]:
                order = (*places[1:first], *reversed(places[first : last + 1]), *places[last + 1 : -1])
                if mending.taken(order):
                    return True
    return False


def moved(mending: Mending) -> bool:
    """Whether up to three hosts, moved together, made it better."""
    roads = mending.roads
    for size in (1, 2, 3):
        for first in range(len(mending.order) - size + 1):
            part = mending.order[first : first + size]
            others = (*mending.order[:first], *mending.order[first + size :])
            places = (-1, *others, -1)
            here = joined(roads, places[first], part, places[first + 1])
            for at, (one, other) in pairs(places):
                if joined(roads, one, part, other) < here and mending.taken((*others[:at], *part, *others[at:])):
                    return True
    return False


def joined(roads: list[list[int]], one: int, part: Order, other: int) -> int:
    """The metres that a part adds between two places, but for those within it."""
    return roads[one][part[0]] + roads[part[-1]][other] - roads[one][other]


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
