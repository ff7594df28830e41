"""Tours: the example of the specification with its ranks, the best proved against trying everything, honest words."""

from __future__ import annotations

from itertools import permutations, product
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from circuito.circulation.bounds import least_way, most_matched
from circuito.circulation.dated import dated_bound
from circuito.circulation.routing import alternatives, best_tour
from circuito.circulation.tours import Host, Tour, TourProblem


def plane(hosts, places, origin=(0, 0), **terms):
    """A problem on a plane, in kilometres as the crow flies; `hosts` are days by name."""
    names = sorted(hosts)
    made = tuple(each if isinstance(each := hosts[name], Host) else Host(name=name, days=bits(each)) for name in names)
    points = [places[name] for name in names]
    return TourProblem(
        hosts=made,
        metres=tuple(tuple(round(dist(one, other) * 1000) for other in points) for one in points),
        start=tuple(round(dist(origin, point) * 1000) for point in points),
        **terms,
    )


def bits(days):
    return sum(1 << day for day in days)


PLACES = {"A": (0, 0), "B": (4, 1), "C": (9, 3), "D": (3, 6), "E": (30, 0)}
EXAMPLE = {"A": [8, 9], "B": [9, 10], "C": [10, 15], "D": [9, 16], "E": [11]}


def told(tour: Tour) -> tuple[int, float, int, str]:
    """Hosts, kilometres, span and schedule, as the table prints them."""
    schedule = " · ".join(f"{name} {day}" for name, day in zip(tour.names, tour.days, strict=True))
    return len(tour.hosts), round(tour.metres / 1000, 1), tour.span, schedule


def test_the_best_tour_of_the_example():
    routed = best_tour(plane(EXAMPLE, PLACES, gap=3))
    assert told(routed.tour) == (5, 64.8, 7, "A 9 · B 10 · E 11 · C 15 · D 16")
    assert (routed.exact, routed.budget_reached, routed.gap, routed.unplaced) == (True, False, 0.0, {})


def test_the_ranks_of_the_example():
    assert [told(tour) for tour in alternatives(plane(EXAMPLE, PLACES, gap=3), 4)] == [
        (5, 64.8, 7, "A 9 · B 10 · E 11 · C 15 · D 16"),
        (5, 64.8, 8, "A 8 · B 9 · E 11 · C 15 · D 16"),
        (5, 64.8, 8, "A 8 · B 10 · E 11 · C 15 · D 16"),
        (5, 68.5, 7, "A 8 · D 9 · B 10 · E 11 · C 15"),
    ]


def test_the_best_of_four_hosts_in_the_example():
    fewer = alternatives(plane(EXAMPLE, PLACES, gap=3, most=4), 1000)
    assert (4, 60.7, 3, "A 8 · B 9 · C 10 · E 11") in [told(tour) for tour in fewer]


# Against trying everything


def every_tour(problem: TourProblem) -> list[tuple]:
    """Every tour, written anew without anything of the solver but the problem's numbers: its keys."""
    found = []
    numbers = range(len(problem.hosts))
    for size in range(1, problem.limit + 1):
        for order in permutations(numbers, size):
            if any(host.settled and number not in order for number, host in enumerate(problem.hosts)):
                continue
            for days in product(*([d for d in range(40) if problem.hosts[h].days >> d & 1] for h in order)):
                if sound(problem, order, days):
                    points = sum(problem.hosts[host].points for host in order)
                    way = [problem.start[order[0]], problem.start[order[-1]]]
                    way += [problem.metres[one][other] for one, other in zip(order, order[1:], strict=False)]
                    names = tuple(problem.hosts[host].name for host in order)
                    found.append((-size, -points, sum(way), days[-1] - days[0], days, names))
    return sorted(found)


def sound(problem, order, days):
    """Whether days keep the terms."""
    for one, other in zip(days, days[1:], strict=False):
        empty = other - one - problem.stay
        if empty < 0 or (problem.gap is not None and empty > problem.gap):
            return False
    for i in range(len(order)):
        for j in range(i):
            near = problem.metres[order[i]][order[j]] < problem.radius
            if near and abs(days[i] - days[j]) < problem.radius_days:
                return False
    return True


POINTS = st.tuples(st.integers(0, 6), st.integers(0, 6))
DAYS = st.lists(st.integers(0, 9), min_size=0, max_size=3, unique=True)


@st.composite
def problems(draw):
    """Problems of up to five hosts, with every term drawn."""
    count = draw(st.integers(1, 5))
    names = "abcde"[:count]
    days = {name: draw(DAYS) for name in names}
    settled = draw(st.sampled_from([*names, ""])) if draw(st.booleans()) else ""
    hosts = {
        name: Host(
            name=name,
            days=bits(days[name][:1]) if name == settled else bits(days[name]),
            points=draw(st.integers(0, 2)),
            settled=name == settled and bool(days[name]),
        )
        for name in names
    }
    return plane(
        hosts,
        {name: draw(POINTS) for name in names},
        gap=draw(st.none() | st.integers(0, 4)),
        stay=draw(st.integers(1, 2)),
        most=draw(st.none() | st.integers(1, 5)),
        radius=draw(st.integers(0, 4)) * 1000,
        radius_days=draw(st.integers(0, 4)),
    )


@settings(max_examples=150)
@given(problems())
def test_the_best_tour_is_the_first_of_all(problem):
    found, every = best_tour(problem), every_tour(problem)
    assert found.exact
    assert found.tour.key[:6] == every[0] if every else found.tour.hosts == () or not found.viable


@settings(max_examples=60)
@given(problems())
def test_the_alternatives_are_the_first_of_all_in_order(problem):
    assert [tour.key for tour in alternatives(problem, 5)] == every_tour(problem)[:5]


@settings(max_examples=150)
@given(problems())
def test_no_tour_through_the_same_hosts_is_shorter_than_the_bound_that_knows_dates(problem):
    tour = best_tour(problem).tour
    shortest = min((key[2] for key in every_tour(problem) if {*key[5]} == {*tour.names}), default=0)
    assert dated_bound(problem, tour.hosts, tour.metres).metres <= shortest


@settings(max_examples=150)
@given(problems())
def test_the_dates_of_an_order_are_the_first_of_all_its_dates(problem):
    order = tuple(range(len(problem.hosts)))
    choices = product(*([d for d in range(40) if host.days >> d & 1] for host in problem.hosts))
    every = [(days[-1] - days[0], days) for days in choices if sound(problem, order, days)]
    assert problem.dates(order) == (min(every)[1] if every else None)
    assert problem.can_follow(order) == bool(every)


# Honest words

FAR = {"A": (0, 0), "B": (1, 0), "C": (2, 0)}


def test_what_has_no_place_is_told_with_its_reason():
    found = best_tour(plane({"A": [], "B": [1], "C": [9]}, FAR, gap=3))
    assert (found.tour.names, found.unplaced) == (("B",), {"A": "no-days", "C": "gap"})


def test_of_two_hosts_with_one_day_one_has_no_place():
    assert best_tour(plane({"A": [1], "B": [1]}, FAR)).unplaced == {"B": "days-taken"}


def test_a_host_beyond_the_most_dates_is_told_so():
    assert best_tour(plane({"A": [1], "B": [2]}, FAR, most=1)).unplaced == {"B": "tour-full"}


def test_a_host_too_near_another_is_told_so():
    found = best_tour(plane({"A": [1], "B": [2]}, FAR, radius=5000, radius_days=5))
    assert found.unplaced == {"B": "radius"}


def test_a_tour_with_too_few_dates_is_not_viable():
    assert [best_tour(plane({"A": [1], "B": [2]}, FAR, least=least)).viable for least in (2, 3)] == [True, False]


def test_a_search_that_reaches_its_budget_says_so():
    found = best_tour(plane({name: range(20) for name in "ABC"}, FAR), steps=2)
    assert (found.exact, found.budget_reached) == (False, True)


@pytest.fixture(scope="module")
def many():
    """Thirty hosts on a plane, each with a third of sixty days."""
    names = [f"h{number:02}" for number in range(30)]
    places = {name: (number * 37 % 101 / 10, number * 53 % 97 / 10) for number, name in enumerate(names)}
    days = {name: [day for day in range(60) if (day * 7 + number * 5) % 3 == 0] for number, name in enumerate(names)}
    return plane(days, places, gap=8)


def test_many_hosts_are_met_within_a_tenth_of_the_bound(many):
    found = best_tour(many)
    assert (len(found.tour.hosts), found.most_hosts, found.exact, found.gap < 0.1) == (30, 30, False, True)


def test_the_dates_of_many_hosts_keep_the_terms(many):
    tour = best_tour(many).tour
    assert sound(many, tour.hosts, tour.days)
    assert [many.hosts[host].days >> day & 1 for host, day in zip(tour.hosts, tour.days, strict=True)] == [1] * 30


def test_the_same_problem_has_the_same_tour_every_time(many):
    assert best_tour(many) == best_tour(many)


def test_a_mended_tour_never_beats_the_bound_of_an_exact_one(many):
    few = replace(
        many,
        hosts=many.hosts[:9],
        metres=tuple(row[:9] for row in many.metres[:9]),
        start=many.start[:9],
    )
    tour = best_tour(few).tour
    assert least_way(few, tour.hosts, tour.metres) <= tour.metres
    assert len(tour.hosts) <= most_matched(few)
