"""What no tour can beat: how many hosts can be met at most, and how short a way through some of them can be."""

from __future__ import annotations

from collections.abc import Sequence

from .tours import TourProblem, numbers_of

ROUNDS = 300


def most_matched(problem: TourProblem) -> int:
    """The most hosts of which each can have a day of its own: a greatest matching (Kuhn), capped by the terms."""
    host_of: dict[int, int] = {}

    def placed(host: int, tried: set[int]) -> bool:
        for day in numbers_of(problem.hosts[host].days):
            if day not in tried:
                tried.add(day)
                if day not in host_of or placed(host_of[day], tried):
                    host_of[day] = host
                    return True
        return False

    count = sum(placed(host, set()) for host in range(len(problem.hosts)))
    return min(count, problem.limit)


def least_way(problem: TourProblem, hosts: Sequence[int], known: int) -> int:
    """Metres that no round trip through hosts can be below: the 1-tree bound of Held and Karp (1970).

    Each place is given a price that draws its number of roads to two. `known` is the length of a way, which sets the
    first step; steps halve whenever the bound stops growing.
    """
    if len(hosts) < 3:
        return known
    metres = [[0, *(problem.start[host] for host in hosts)]]
    metres += [[problem.start[one], *(problem.metres[one][other] for other in hosts)] for one in hosts]
    prices = [0.0] * len(metres)
    best, step, idle = 0.0, 1.0, 0
    for _ in range(ROUNDS):
        length, roads = one_tree(metres, prices)
        bound = length - 2 * sum(prices)
        best, idle = (bound, 0) if bound > best else (best, idle + 1)
        excess = sum((number - 2) ** 2 for number in roads)
        if not excess:
            break
        if idle == 10:
            step, idle = step / 2, 0
        size = step * max(known - bound, 1.0) / excess
        prices = [price + size * (number - 2) for price, number in zip(prices, roads, strict=True)]
    return min(known, int(best))


def one_tree(metres: list[list[int]], prices: list[float]) -> tuple[float, list[int]]:
    """The shortest tree over all places but the first (Prim), with the two shortest roads to that: length, roads."""
    count = len(metres)
    roads = [0] * count
    cheapest = [metres[1][other] + prices[1] + prices[other] for other in range(count)]
    nearest = [1] * count
    left = set(range(2, count))
    length = 0.0
    while left:
        new = min(left, key=cheapest.__getitem__)
        left.remove(new)
        length += cheapest[new]
        roads[new] += 1
        roads[nearest[new]] += 1
        row, price = metres[new], prices[new]
        for other in left:
            way = row[other] + price + prices[other]
            if way < cheapest[other]:
                cheapest[other], nearest[other] = way, new
    ends = sorted(range(1, count), key=lambda other: metres[0][other] + prices[other])[:2]
    for other in ends:
        length += metres[0][other] + prices[0] + prices[other]
        roads[0] += 1
        roads[other] += 1
    return length, roads
