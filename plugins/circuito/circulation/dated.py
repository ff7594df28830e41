"""A bound that knows dates: ways through days on which each host is met once on average, and the orders they suggest.

A place of the way is a host on one of its days, and a way runs forward in time. That each host is met once is not asked
for but priced (Lagrange): whoever is met twice gets dearer, whoever is left out cheaper. Whatever the prices, no tour
through the same hosts is shorter than the cheapest way less what the prices add.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .tours import Order, TourProblem, numbers_of

ROUNDS = 800
MOST_LINKS = 100_000
EFFORT = 12_000_000
IDLE = 20
SUGGESTED = 6

Place = tuple[int, int]
Links = list[list[tuple[int, int]]]


class Dated(NamedTuple):
    """Metres that no tour through some hosts can be below, and orders that the best prices suggest, the last first."""

    metres: int
    orders: tuple[Order, ...]


def dated_bound(problem: TourProblem, hosts: Sequence[int], known: int) -> Dated:
    """The bound of tours through hosts, given the length of one; 0 where their days are too many to be looked at."""
    places = sorted((day, host) for host in hosts for day in numbers_of(problem.hosts[host].days))
    links = links_between(problem, places)
    size = sum(map(len, links))
    if size > MOST_LINKS or not places:
        return Dated(0, ())
    prices = dict.fromkeys(hosts, 0.0)
    best, step, idle, paths = 0.0, 1.0, 0, list[list[Place]]()
    for _ in range(min(ROUNDS, EFFORT // max(size, 1))):
        length, path = cheapest(problem, places, links, prices)
        bound = length - sum(prices.values())
        if bound > best:
            best, idle = bound, 0
            paths.append(path)
        else:
            idle += 1
        visits = dict.fromkeys(hosts, -1)
        for _, host in path:
            visits[host] += 1
        excess = sum(each * each for each in visits.values())
        if not excess:
            break
        if idle == IDLE:
            step, idle = step / 2, 0
        size_of_step = step * max(known - bound, 1.0) / excess
        prices = {host: price + size_of_step * visits[host] for host, price in prices.items()}
    suggested = dict.fromkeys(order_of(problem, hosts, path) for path in paths[: -4 * SUGGESTED - 1 : -4])
    return Dated(min(known, int(best)), tuple(suggested))


def links_between(problem: TourProblem, places: Sequence[Place]) -> Links:
    """For each place those that can come before it, by number, with the metres between; it stops when too many."""
    window = None if problem.gap is None else problem.stay + problem.gap
    links: Links = []
    count = 0
    for number, (day, host) in enumerate(places):
        found = []
        for before in range(number - 1, -1, -1):
            earlier, other = places[before]
            if window is not None and day - earlier > window:
                break
            if other != host and day - earlier >= problem.wait(other, host):
                found.append((before, problem.metres[other][host]))
        links.append(found)
        count += len(found)
        if count > MOST_LINKS:
            break
    return links


def cheapest(
    problem: TourProblem, places: Sequence[Place], links: Links, prices: dict[int, float]
) -> tuple[float, list[Place]]:
    """The cheapest way from the origin through places and back, in metres and prices: its length, its places."""
    reached: list[float] = []
    for (_, host), before in zip(places, links, strict=True):
        way = min([reached[place] + metres for place, metres in before], default=problem.start[host])
        reached.append(min(way, problem.start[host]) + prices[host])
    length, last = min((way + problem.start[places[number][1]], number) for number, way in enumerate(reached))
    path = [places[last]]
    while links[last]:
        way, before_it = min((reached[place] + metres, place) for place, metres in links[last])
        if way >= problem.start[places[last][1]]:
            break
        last = before_it
        path.append(places[last])
    return length, path[::-1]


def order_of(problem: TourProblem, hosts: Sequence[int], path: Sequence[Place]) -> Order:
    """An order of hosts by days that a way suggests: those that it leaves out come on the day where they add least."""
    days: dict[int, int] = {}
    for day, host in path:
        if host not in days.values():
            days[day] = host
    missing = [host for host in hosts if host not in days.values()]
    for host in sorted(missing, key=lambda each: (problem.hosts[each].days.bit_count(), each)):
        free = [day for day in numbers_of(problem.hosts[host].days) if day not in days]
        if free:
            days[min(free, key=lambda day: (added(problem, days, day, host), day))] = host
    return tuple(days[day] for day in sorted(days))


def added(problem: TourProblem, days: dict[int, int], day: int, host: int) -> int:
    """The metres that a host adds to a way on a day."""
    earlier = max((each for each in days if each < day), default=None)
    later = min((each for each in days if each > day), default=None)
    to = problem.start if earlier is None else problem.metres[days[earlier]]
    back = problem.start if later is None else problem.metres[days[later]]
    if earlier is None or later is None:
        return to[host] + back[host]
    return to[host] + back[host] - problem.metres[days[earlier]][days[later]]
