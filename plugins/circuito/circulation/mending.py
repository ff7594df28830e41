"""A good tour of many hosts: put in where they add least, then mended until nothing gets better."""

from __future__ import annotations

from dataclasses import dataclass, field

from .tours import Host, Order, Tour, TourProblem, tour_of


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
