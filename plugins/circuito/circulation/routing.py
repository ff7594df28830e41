"""The best tour of a project: exact for few hosts, good and always the same for many, with a budget of steps.

What is solved is stated in `docs/developers/circulation.md`. For up to `EXACT_HOSTS` hosts, tables over sets of hosts
say which can be met at all and how short a way can be; a search along the order of dates then finds the best tour and
proves it. Beyond, hosts are put in where they add least, and the order is mended until nothing gets better.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from .bounds import least_way, most_matched
from .dated import Dated, dated_bound
from .exact import Exact
from .mending import mended, mended_from
from .tours import ALL_DAYS, Order, Reason, Routed, Tour, TourProblem, settled_are_in

EXACT_HOSTS = 12
EXACT_STEPS = 60_000
MENDING_STEPS = 60_000


def best_tour(problem: TourProblem, steps: int | None = None) -> Routed:
    """The best tour: most hosts, most choices, least metres, shortest span, earliest days, then names.

    `steps` is the budget; it counts what is tried, not seconds, so that the result is the same on every machine.
    """
    if len(problem.hosts) <= EXACT_HOSTS:
        search = Exact(problem, EXACT_STEPS if steps is None else steps)
        tour, complete = search.best(mended(problem, MENDING_STEPS // 20).tour)
        return routed(problem, tour, complete, not complete, Dated(0, ()))
    return of_many(problem, MENDING_STEPS if steps is None else steps)


def of_many(problem: TourProblem, steps: int) -> Routed:
    """A good tour of many hosts: the best of those mended from the hosts alone, and from what their dates suggest."""
    first = mended(problem, steps)
    dated = dated_bound(problem, first.tour.hosts, first.tour.metres)
    tried = [first, *(mended_from(problem, order, steps // 6) for order in dated.orders)]
    best = min((each.tour for each in tried if settled_are_in(problem, each.tour)), key=key_of, default=first.tour)
    if {*best.hosts} != {*first.tour.hosts}:
        dated = dated_bound(problem, best.hosts, best.metres)
    return routed(problem, best, False, any(each.spent >= each.budget for each in tried), dated)


def key_of(tour: Tour) -> tuple[Any, ...]:
    """What orders tours, the best first."""
    return tour.key


def routed(problem: TourProblem, tour: Tour, exact: bool, budget_reached: bool, dated: Dated) -> Routed:
    """A tour with its bounds, and why others are not in it. `dated` is the bound that knows dates."""
    return Routed(
        tour=tour,
        exact=exact,
        budget_reached=budget_reached,
        most_hosts=len(tour.hosts) if exact else most_matched(problem),
        least_metres=tour.metres if exact else least_metres(problem, tour, dated),
        viable=len(tour.hosts) >= problem.least and settled_are_in(problem, tour),
        unplaced=unplaced(problem, tour, exact),
    )


def least_metres(problem: TourProblem, tour: Tour, dated: Dated) -> int:
    """Metres that no tour through the same hosts can be below: the better of a bound without dates and one with."""
    return min(max(least_way(problem, tour.hosts, tour.metres), dated.metres), tour.metres)


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
        after = problem.after(1 << days[-1], problem.stay) if days else ALL_DAYS
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
