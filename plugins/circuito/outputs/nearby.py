"""What else is on near a place around a day: looked up by space and day, never by comparing events with events."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ..model.network import Network
from ..model.place import Location
from ..model.things import Event, Space
from .agenda import Dated, begins_on
from .views import status_of

REACH = 1.5
DEGREE = 111.32
DAYS = 3
MOST = 4
OFF = ("cancelled", "postponed")

Cell = tuple[int, int]


def nearby(network: Network, event: Event, day: date) -> tuple[Dated, ...]:
    """At most four other events that begin on a day or the two after it, in spaces of the same area or within walking
    distance of the host's, each once.
    """
    return network.once(("nearby", event.address, day), found_nearby, network, event, day)


def found_nearby(network: Network, event: Event, day: date) -> tuple[Dated, ...]:
    spaces = network.once("near spaces", near_spaces, network.spaces)[event.host.slug]
    index = network.once("by space and day", by_space_and_day, network)
    days = range(day.toordinal(), day.toordinal() + DAYS)
    around = (one for number in days for slug in spaces for one in index.get((slug, number), ()))
    chosen: dict[str, Dated] = {}
    for other, occurrence in around:
        if other is not event and status_of(other, occurrence) not in OFF:
            chosen.setdefault(other.address, (other, occurrence))
    ordered = sorted(chosen.values(), key=lambda one: (one[1].starts.timestamp(), one[0].address))
    return tuple(ordered[:MOST])


def by_space_and_day(network: Network) -> Mapping[tuple[str, int], list[Dated]]:
    """What begins in each space on each day, in order of time."""
    index: dict[tuple[str, int], list[Dated]] = {}
    for day, dated in begins_on(network).items():
        for one in dated:
            index.setdefault((one[0].host.slug, day.toordinal()), []).append(one)
    return index


def near_spaces(spaces: Iterable[Space]) -> Mapping[str, tuple[str, ...]]:
    """The names of the spaces near each, itself first: those of its finest area, and those within reach."""
    listed = tuple(spaces)
    cells = cells_of(listed)
    by_area: dict[object, list[Space]] = {}
    by_cell: dict[Cell, list[Space]] = {}
    for space in listed:
        for area in space.areas[:1]:
            by_area.setdefault((area.set, area.slug), []).append(space)
        if space.slug in cells:
            by_cell.setdefault(cells[space.slug], []).append(space)
    found = {}
    for space in listed:
        same = [other for area in space.areas[:1] for other in by_area[area.set, area.slug]]
        around = within_reach(space, cells[space.slug], by_cell) if space.slug in cells else ()
        found[space.slug] = tuple(dict.fromkeys(other.slug for other in (space, *same, *around)))
    return found


def cells_of(spaces: Iterable[Space]) -> Mapping[str, Cell]:
    """The cell of a grid in which each space lies that has a point; no cell is narrower than the reach."""
    points = {space.slug: (float(at.lat), float(at.lon)) for space in spaces if (at := space.fields.location)}
    shrink = max(0.01, min((math.cos(math.radians(lat)) for lat, _ in points.values()), default=1))
    step = REACH / DEGREE
    return {slug: (math.floor(lat / step), math.floor(lon * shrink / step)) for slug, (lat, lon) in points.items()}


def within_reach(space: Space, own: Cell, by_cell: Mapping[Cell, list[Space]]) -> Iterator[Space]:
    """The spaces within reach of one, among those of its cell and the eight around."""
    around = ((own[0] + down, own[1] + right) for down in (-1, 0, 1) for right in (-1, 0, 1))
    for other in (each for one in around for each in by_cell.get(one, ())):
        here, there = space.fields.location, other.fields.location
        if here and there and kilometres(here, there) <= REACH:
            yield other


def kilometres(one: Location, other: Location) -> float:
    """How far two points of a city lie apart: on a plane, true at their latitude."""
    shrink = math.cos(math.radians(float(one.lat)))
    north, east = float(other.lat) - float(one.lat), (float(other.lon) - float(one.lon)) * shrink
    return math.hypot(north, east) * DEGREE
