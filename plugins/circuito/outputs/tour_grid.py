"""The season of a project as a grid, hosts by days, and its stops on the map of the city."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from ..circulation.interests import HELD, SETTLED
from ..circulation.planning import Plan, coming, tour_problem
from ..circulation.season import Season
from ..model.network import Network
from ..model.things import Interest, Project, Space
from .addresses import Addresses
from .city_map import apart
from .dates import day_and_month, weekday_name
from .place_map import city_projection
from .shown_interests import season_from, shown
from .views import Link, body_link

MOST_DAYS = 14
MARGIN, BESIDE = 90.0, 190.0


class GridDay(Struct, frozen=True, kw_only=True):
    """A column of the grid."""

    day: str
    weekday: str
    text: str


class GridRow(Struct, frozen=True, kw_only=True):
    """A host with what it has on each day: a key of the phrases of `grid.`, or nothing."""

    host: Link
    cells: tuple[str, ...]


class SeasonGrid(Struct, frozen=True, kw_only=True):
    """Hosts by days; `states` are the keys that occur, for the legend. `left` counts days that found no column."""

    days: tuple[GridDay, ...]
    rows: tuple[GridRow, ...]
    states: tuple[str, ...]
    left: int


STATES = ("confirmed", "requested", "pencilled", "second", "proposed", "possible")


def season_grid(network: Network, project: Project, plan: Plan, lang: str) -> SeasonGrid | None:
    """The grid of a project's season; None where no day stands out."""
    season, known = season_from(network), shown(network)
    hosts = [each for each in coming(known, project, season) if each.space.fields.location]
    days = sorted(standing_out(hosts, plan, season))
    problem = tour_problem(known, project, hosts, season)
    free = {host.name: host.days for host in problem.hosts}
    planned = {station.space: station.on for station in plan.stations}
    rows = [
        tuple(cell(each, day, planned, bool(free[each.space.slug] & season.bit(day))) for day in days) for each in hosts
    ]
    shown_days = days[:MOST_DAYS]
    if not shown_days:
        return None
    present = {state for row in rows for state in row[: len(shown_days)]}
    return SeasonGrid(
        days=tuple(grid_day(day, lang) for day in shown_days),
        rows=tuple(
            GridRow(host=body_link(network, each.space, lang), cells=row[: len(shown_days)])
            for each, row in zip(hosts, rows, strict=True)
        ),
        states=tuple(state for state in STATES if state in present),
        left=len(days) - len(shown_days),
    )


def standing_out(hosts: Iterable[Interest], plan: Plan, season: Season) -> set[date]:
    """The days on which something is settled, held or proposed."""
    found = {station.on for station in plan.stations}
    asked = {each.fields.on for each in hosts if each.state in (*SETTLED, *HELD)}
    return found | {day for day in asked if day is not None and season.bit(day)}


def cell(interest: Interest, day: date, planned: Mapping[str, date], free: bool) -> str:
    """What a host has on a day; `planned` are the days of the proposed tour by host."""
    if interest.fields.on == day and interest.state in SETTLED:
        return "confirmed"
    if interest.fields.on == day and interest.state in HELD:
        return "second" if interest.fields.hold == 2 else interest.state
    if planned.get(interest.space.slug) == day:
        return "proposed"
    return "possible" if free else ""


def grid_day(day: date, lang: str) -> GridDay:
    """The column of a day, in a language."""
    return GridDay(day=day.isoformat(), weekday=weekday_name(day, lang), text=day_and_month(day, lang))


# The map


class TourMapStop(Struct, frozen=True, kw_only=True):
    """A numbered stop of a tour; `at` says on which side of it its name stands."""

    number: str
    name: str
    url: str
    x: str
    y: str
    settled: bool
    at: str


class TourMap(Struct, frozen=True, kw_only=True):
    """A window on the drawing of the city, with the stops of a tour and the way through them."""

    drawing: str
    box: str
    way: str
    stops: tuple[TourMapStop, ...]


def tour_map(network: Network, stops: Sequence[tuple[Space, bool]], lang: str) -> TourMap | None:
    """The map of stops in their order, each settled or proposed; None where the network has no map."""
    drawn = network.once("city projection", city_projection, network)
    placed = [(space, settled) for space, settled in stops if space.fields.location]
    if drawn is None or not placed:
        return None
    points = apart([drawn.at(float(at.lon), float(at.lat)) for space, _ in placed if (at := space.fields.location)])
    to = Addresses(network, lang)
    box = box_of(points)
    middle = box[0] + box[2] / 2
    return TourMap(
        drawing=Addresses(network, network.lang).file("maps", "city.svg"),
        box=" ".join(f"{each:.0f}" for each in box),
        way="M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points),
        stops=tuple(
            TourMapStop(
                number=str(number),
                name=space.fields.short_name or space.fields.name,
                url=to.space(space),
                x=f"{x:.1f}",
                y=f"{y:.1f}",
                settled=settled,
                at="end" if is_left(number - 1, points, middle) else "start",
            )
            for number, ((space, settled), (x, y)) in enumerate(zip(placed, points, strict=True), 1)
        ),
    )


def box_of(points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """A window round points with a margin for names, between two and one and a half times as wide as high."""
    xs, ys = zip(*points, strict=True)
    high = max(max(ys) - min(ys) + 2 * MARGIN, 3 * MARGIN)
    wide = max(max(xs) - min(xs) + 2 * BESIDE, high * 1.5)
    high = max(high, wide / 2)
    return (min(xs) + max(xs) - wide) / 2, (min(ys) + max(ys) - high) / 2, wide, high


def is_left(place: int, points: Sequence[tuple[float, float]], middle: float) -> bool:
    """Whether the name of a stop stands on its left: away from a stop close beside it, else towards the middle."""
    x, y = points[place]
    beside = [u for u, v in points if (u, v) != (x, y) and abs(u - x) < BESIDE and abs(v - y) < MARGIN / 2]
    return min(beside, key=lambda u: abs(u - x)) > x if beside else x > middle


def hosts_of(network: Network, plan: Plan) -> Iterator[Space]:
    """The spaces of a plan in its order."""
    spaces = {space.slug: space for space in network.spaces}
    return (spaces[station.space] for station in plan.stations)
