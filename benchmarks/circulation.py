"""How long matching and routing take: 400 projects × 120 rooms with sentences, and tours of 12 and of 60 hosts.

The first cases go through the outputs, from build to build (`circulating.py`); the others ask the functions themselves.

Everything is made up from numbers that follow from one another, so that every run measures the same. Seconds are those
of the processor.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import circulating

from circuito.circulation.lending import Lendable
from circuito.circulation.matching import Candidate, Match, matches
from circuito.circulation.needs import Crowd, Needs, Shares, Window
from circuito.circulation.offers import Offer, Purse, Seats
from circuito.circulation.routing import best_tour
from circuito.circulation.season import FreeTime, Season
from circuito.circulation.telling import Teller
from circuito.circulation.tours import Host, TourProblem
from circuito.publishing.languages import phrases_of

PROJECTS, ROOMS = 400, 120
SEASON = Season(date(2026, 9, 1), 558)
PHRASES = phrases_of(("it", "en"), [Path(__file__).parent.parent / "theme" / "phrases"])
DAYS = SEASON.on(("thu", "fri", "sat"))
LENT = {
    "blackout": (Lendable("s1", "tende", SEASON, DAYS),),
    "projector": (Lendable("s2", "luce", SEASON, DAYS),),
}
THINGS = ("pa", "lights", "projector", "screen", "piano", "tables", "chairs")


class Numbers:
    """Numbers that look drawn by lot and are always the same (a linear congruence, Knuth's MMIX)."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def below(self, limit: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (self.state >> 33) % limit

    def perhaps(self, value: object, times: int = 9) -> object:
        """A value, nine times of ten; else it is not declared."""
        return value if self.below(10) < times else None

    def measure(self, low: int, high: int) -> Decimal:
        return Decimal(low + self.below(high - low)) / 10


def candidate(number: int) -> Candidate:
    """A project with a variant, one of three."""
    draw = Numbers(number)
    days = sum(1 << day for day in range(draw.below(200), 558) if day % 7 in (3, 4, 5))
    usual = Needs(
        width=draw.perhaps(draw.measure(20, 80), 7),
        depth=draw.perhaps(draw.measure(20, 60), 7),
        height=draw.perhaps(draw.measure(22, 45), 6),
        layouts=frozenset({("end-on", "round", "tables")[draw.below(3)]}),
        outdoor=(None, None, False, True)[draw.below(4)],
        audience=Crowd(10 + draw.below(60)),
        audience_max=80 + draw.below(60),
        power_kw=draw.perhaps(draw.measure(5, 60), 6),
        phases=draw.perhaps(1, 5),
        blackout=draw.perhaps("full", 3),
        items=tuple(thing for thing in THINGS if draw.below(5) == 0),
        door_width=draw.perhaps(Decimal("0.8"), 6),
        steps=draw.perhaps(draw.below(12), 6),
        get_in=draw.perhaps(draw.measure(10, 50), 7),
        public=draw.perhaps(True, 5),
        siae=draw.perhaps(True, 5),
        excluded=frozenset({("show", "concert", "walk")[draw.below(3)]}),
        window=Window(days, 120 + 30 * draw.below(5)),
        shares=Shares(share := Decimal(100 + 10 * draw.below(40)), share),
    )
    variants = () if number % 3 else (Needs(form="small", audience=Crowd(10), window=usual.window),)
    return Candidate(project=f"p{number}", forms=(usual, *variants), brings=frozenset({("wants", f"t{number % 9}")}))


def offer(number: int) -> Offer:
    """A room of which one fact in ten is not declared."""
    draw = Numbers(number + 10_000)
    free = FreeTime(((180, SEASON.on(("mon", "tue"))), (300, SEASON.on(("fri", "sat")))))
    return Offer(
        space=f"s{number // 2}",
        room=f"r{number}",
        open=True,
        width=draw.perhaps(draw.measure(25, 110)),
        depth=draw.perhaps(draw.measure(25, 90)),
        height=draw.perhaps(draw.measure(24, 60)),
        layouts=draw.perhaps(frozenset({"end-on", ("round", "tables")[draw.below(2)]})),
        outdoor=draw.below(6) == 0,
        seats=draw.perhaps(Seats(15 + draw.below(140), None)),
        legal_most=draw.perhaps(100),
        power_kw=draw.perhaps(draw.measure(20, 100)),
        phases=draw.perhaps(1),
        blackout=draw.perhaps(("none", "partial", "full")[draw.below(3)]),
        items={thing: bool(draw.below(2)) for thing in THINGS if draw.below(8)},
        door_width=draw.perhaps(draw.measure(7, 20)),
        steps=draw.perhaps(draw.below(15)),
        get_in=draw.perhaps(draw.measure(10, 60)),
        licensed=draw.perhaps(draw.below(3) > 0),
        siae=draw.perhaps(draw.below(2) > 0),
        excluded=frozenset(),
        free=draw.perhaps(free),
        purse=draw.perhaps(Purse(Decimal(100 + 10 * draw.below(40)), False)),
        purse_of_year=draw.perhaps(Purse(Decimal(2000), False)),
        without_steps=draw.perhaps(draw.below(3) > 0),
    )


def all_pairs(candidates: list[Candidate], offers: list[Offer]) -> list[Match]:
    """Every verdict, with its sentences in two languages."""
    wishes = {each.space: frozenset({("wants", f"t{number % 7}")}) for number, each in enumerate(offers)}
    found = matches(candidates, offers, wishes, LENT)
    for phrases in PHRASES.values():
        teller = Teller(phrases)
        for match in found:
            teller.sentences(match.best.findings)
    return found


def tour(hosts: int, days: int, each: int = 0, gap: int | None = 10, apart: int = 0) -> TourProblem:
    """Hosts in a city of 20 × 20 km, each free on so many days (0: on a third of them or so).

    `gap` are the empty days at most; `apart` the days that have to lie between hosts within three kilometres.
    """
    draw = Numbers(hosts)
    points = [(draw.below(20_000), draw.below(20_000)) for _ in range(hosts)]
    far = tuple(tuple(round(1.3 * ((a - c) ** 2 + (b - d) ** 2) ** 0.5) for c, d in points) for a, b in points)
    return TourProblem(
        hosts=tuple(Host(name=f"h{number:02}", days=some_days(draw, days, each)) for number in range(hosts)),
        metres=far,
        start=tuple(round(1.3 * ((a - 10_000) ** 2 + (b - 10_000) ** 2) ** 0.5) for a, b in points),
        gap=gap,
        radius=3000,
        radius_days=apart,
    )


def some_days(draw: Numbers, days: int, each: int) -> int:
    """A third of the days, or so many of them."""
    if not each:
        return sum(1 << day for day in range(days) if not draw.below(3))
    return sum({1 << draw.below(days) for _ in range(each)})


def told(name: str, seconds: float, goal: float, what: str) -> str:
    """A line of the result."""
    return f"{name:44}{seconds:8.3f} s   goal {goal} s   {'ok' if seconds <= goal else 'TOO SLOW'}   {what}"


def measured(name: str, goal: float, make: Callable[[], str]) -> Iterator[str]:
    """Do a thing three times, and tell the shortest time."""
    spent, what = [], ""
    for _ in range(3):
        began = time.process_time()
        what = make()
        spent.append(time.process_time() - began)
    yield told(name, min(spent), goal, what)


def tour_told(problem: TourProblem) -> str:
    found = best_tour(problem)
    proved = "proved" if found.exact else f"gap {found.gap:.1%}" + ", budget reached" * found.budget_reached
    return f"{len(found.tour.hosts)} of {found.most_hosts} hosts, {found.tour.metres / 1000:.1f} km, {proved}"


def main() -> int:
    candidates, offers = [candidate(number) for number in range(PROJECTS)], [offer(number) for number in range(ROOMS)]
    pairs = PROJECTS * ROOMS
    for line in (
        *(told(*case) for case in circulating.measured()),
        *measured(f"{pairs} pairs, 2 languages", 1.5, lambda: f"{len(all_pairs(candidates, offers))} verdicts"),
        *measured("one room edited", 0.1, lambda: f"{len(all_pairs(candidates, offers[:1]))} verdicts"),
        *measured("one project edited", 0.1, lambda: f"{len(all_pairs(candidates[:1], offers))} verdicts"),
        *measured("tour of 12 hosts × 90 days", 1, partial(tour_told, tour(12, 90))),
        *measured("tour of 60 hosts × 180 days", 10, partial(tour_told, tour(60, 180))),
        *measured("… near ones three days apart", 10, partial(tour_told, tour(60, 180, apart=3))),
        *measured("… each free on six days", 10, partial(tour_told, tour(60, 180, 6))),
        *measured("… each free on two days", 10, partial(tour_told, tour(60, 180, 2))),
        *measured("… without limit of empty days", 10, partial(tour_told, tour(60, 180, 2, None))),
    ):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
