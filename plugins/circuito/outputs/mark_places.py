"""Where marks' stops stand: in the field of the city in which their space lies, and never two alike."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from ..model.network import Network
from ..model.things import Space, first_name
from .figures import CENTRE, FIGURES, Figure, Point, at, field_of, likeness_of


class Place(Struct, frozen=True):
    """How a space's figure lies: its symmetry (0 to 7), the point of its stop, and the number of its pips."""

    symmetry: int
    stop: Point
    pips: int = 0


def taken_places(network: Network) -> dict[str, tuple[str, Place]]:
    """The figure of each space and how it lies, by the space's name; who joined first is served first."""
    box, taken, found = city_box(network), set[tuple[object, ...]](), {}
    for space in sorted(network.spaces, key=lambda each: (each.fields.joined or network.fields.since, each.slug)):
        figure = figure_name(network, space.fields.kind)
        place = next(each for each in places(FIGURES[figure], space, box) if likeness(figure, each) not in taken)
        taken.add(likeness(figure, place))
        found[space.slug] = figure, place
    return found


def likeness(figure: str, place: Place) -> tuple[object, ...]:
    """What two marks must not share: the line, where the stop stands on it, and pips. Colour and size do not count."""
    return likeness_of(figure, place.symmetry), place.stop, place.pips


def figure_name(network: Network, kind: str) -> str:
    """The figure of a kind of space: the brand's choice, else in the order of kinds and figures."""
    chosen = network.brand.mark.figures or {}
    kinds = [each.id for each in network.fields.kinds]
    names = [name for name in FIGURES if name not in chosen.values()] or list(FIGURES)
    free = [each for each in kinds if each not in chosen]
    return chosen.get(kind) or names[(free.index(kind) if kind in free else 0) % len(names)]


def places(figure: Figure, space: Space, box: tuple[float, ...] | None) -> Iterator[Place]:
    """The places that a space's stop can take on its figure, the most faithful first; they never end.

    First those in the space's own field of the city: the upright figure, then its mirror image, then those turned,
    beginning with one that its name chooses; then those in other fields; then the same again with pips beside the line.
    """
    seed = int.from_bytes(blake2b(first_name(space).encode(), digest_size=8).digest())
    field = city_field(space, box, seed)
    all_places = [Place(turn, at(stop, turn)) for turn in range(8) for stop in figure.stops]
    if field == CENTRE:
        all_places += [Place(turn, CENTRE) for turn in range(8)]
    own = [each for each in all_places if field_of(each.stop) == field]
    others = [each for each in all_places if field_of(each.stop) != field]
    upright = [each for each in own if each.symmetry in (0, 4)]
    turned = [each for each in own if each.symmetry not in (0, 4)]
    ordered = [*upright, *from_seed(turned, seed), *from_seed(others, seed)]
    for pips in count():
        yield from (replace(each, pips=pips) for each in ordered)


def from_seed(choices: list[Place], seed: int) -> list[Place]:
    """The choices, beginning with the one that a number chooses."""
    start = seed % len(choices) if choices else 0
    return choices[start:] + choices[:start]


def city_box(network: Network) -> tuple[float, ...] | None:
    """The west, east, south and north of the city: of its areas, else of its spaces; None where nothing is placed."""
    areas = [
        point for areas in network.areas.values() for area in areas for polygon in area.polygons for point in polygon[0]
    ]
    spaces = [(float(each.lon), float(each.lat)) for space in network.spaces if (each := space.fields.location)]
    points = areas or spaces
    if not points:
        return None
    lons, lats = zip(*points, strict=True)
    return min(lons), max(lons), min(lats), max(lats)


def city_field(space: Space, box: tuple[float, ...] | None, seed: int) -> Point:
    """The field of the city, of nine, in which a space lies; where no point is known, the one its name chooses."""
    point = space.fields.location
    if point is None or box is None:
        return (seed // 8) % 3, (seed // 24) % 3
    west, east, south, north = box
    return third(float(point.lon) - west, east - west), third(north - float(point.lat), north - south)


def third(way: float, whole: float) -> int:
    """In which third of a whole something lies: 0, 1 or 2."""
    return min(2, max(0, int(3 * way / whole))) if whole else 1
