"""The map of the city, made at build time: areas as outlines, spaces as stops."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from msgspec import Struct

from ..model.network import Network
from ..model.things import Area, Space
from ..reading.looks import is_there
from .addresses import Addresses
from .views import area_name, line_of

WIDE = 1000
APART = 66.0  # units between the middles of two stops, so that they can be told apart on a telephone
ROUNDS = 40
LEAFLET = Path("node_modules/leaflet/dist")
LEAFLET_FILES = ("leaflet.js", "leaflet.css")


class MapShape(Struct, frozen=True, kw_only=True):
    """An area of the map: its outline as the path of an SVG, its page, and where its name stands.

    `label_x` and `label_y` are empty for an area without a space, whose name is not printed.
    """

    name: str
    url: str
    path: str
    label_x: str
    label_y: str


class MapStop(Struct, frozen=True, kw_only=True):
    """A space on the map, or several at one address; `numbers` are their places in the list beside.

    `wide` is how much wider than a circle the stop is; `at` is where the name stands beside it: `start` or `end`.
    """

    numbers: str
    name: str
    slug: str
    url: str
    x: str
    y: str
    wide: str
    line: str
    at: str


class LiveMap(Struct, frozen=True, kw_only=True):
    """What the map that moves is made from: addresses of its data and program, tiles where the network has any.

    `words` are its phrases, as JSON.
    """

    spaces: str
    areas: str
    program: str
    words: str
    tiles: str
    attribution: str
    zoom: int


class CityMap(Struct, frozen=True, kw_only=True):
    """The map of the city in the units of an SVG's view box; `live` is none where Leaflet is not installed."""

    width: int
    height: int
    ground: tuple[MapShape, ...]
    areas: tuple[MapShape, ...]
    stops: tuple[MapStop, ...]
    live: LiveMap | None


def city_map(network: Network, lang: str) -> CityMap | None:
    """The map of the city in a language; None where no space has a point."""
    return network.once(("map", lang), made_map, network, lang)


def made_map(network: Network, lang: str) -> CityMap | None:
    placed = [space for space in network.spaces if space.fields.location]
    if not placed:
        return None
    divisions = list(network.areas.values())
    to, project = Addresses(network, lang), projection(network, placed)
    shapes = [tuple(shape(network, area, lang, to, project) for area in areas) for areas in divisions]
    return CityMap(
        width=WIDE,
        height=project.height,
        ground=shapes[-1] if len(shapes) > 1 else (),
        areas=shapes[0] if shapes else (),
        stops=stops(network, to, project),
        live=live_map(network, lang),
    )


class Projection(Struct, frozen=True):
    """From degrees to the units of the map: equirectangular, true at the city's middle latitude."""

    west: float
    north: float
    scale: float
    shrink: float
    height: int

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point lies."""
        return (lon - self.west) * self.shrink * self.scale, (self.north - lat) * self.scale


def projection(network: Network, placed: Sequence[Space]) -> Projection:
    """The projection that shows all areas, or all spaces with some room around them."""
    points = [
        point for areas in network.areas.values() for area in areas for polygon in area.polygons for point in polygon[0]
    ]
    points += [(lon + dx, lat + dy) for lon, lat in map(point_of, placed) for dx, dy in ((-0.01, -0.01), (0.01, 0.01))]
    lons, lats = zip(*points, strict=True)
    shrink = math.cos(math.radians((min(lats) + max(lats)) / 2))
    scale = WIDE / ((max(lons) - min(lons)) * shrink)
    return Projection(min(lons), max(lats), scale, shrink, math.ceil((max(lats) - min(lats)) * scale))


def point_of(space: Space) -> tuple[float, float]:
    """Longitude and latitude of a space that has them."""
    point = space.fields.location
    assert point is not None
    return float(point.lon), float(point.lat)


def shape(network: Network, area: Area, lang: str, to: Addresses, project: Projection) -> MapShape:
    """An area on the map; its name stands below its middle where there is a space in it."""
    rings = [[project.at(*point) for point in ring] for polygon in area.polygons for ring in polygon]
    path = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z" for ring in rings)
    xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
    named = any(area in space.areas for space in network.spaces)
    return MapShape(
        name=area_name(network, area, lang),
        url=to.area(area),
        path=path,
        label_x=f"{(min(xs) + max(xs)) / 2:.1f}" if named else "",
        label_y=f"{max(ys):.1f}" if named else "",
    )


def stops(network: Network, to: Addresses, project: Projection) -> tuple[MapStop, ...]:
    """The spaces on the map. Those at one point share a stop; stops that would overlap move apart."""
    shared: dict[tuple[float, float], list[tuple[int, Space]]] = {}
    for number, space in enumerate(network.spaces, 1):
        if space.fields.location:
            shared.setdefault(point_of(space), []).append((number, space))
    places = apart([project.at(*point) for point in shared])
    return tuple(stop(here, x, y, to) for here, (x, y) in zip(shared.values(), places, strict=True))


def stop(here: Sequence[tuple[int, Space]], x: float, y: float, to: Addresses) -> MapStop:
    """The stop of the spaces at one point."""
    first = here[0][1]
    numbers = " · ".join(str(number) for number, _ in here)
    return MapStop(
        numbers=numbers,
        name=", ".join(space.fields.short_name or space.fields.name for _, space in here),
        slug=first.slug,
        url=to.space(first) if len(here) == 1 else f"{to.listing('spaces')}#space-{first.slug}",
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        wide=f"{20 * (len(numbers) - 1) if len(here) > 1 else 0}",
        line=line_of(first.fields.themes),
        at="end" if x > WIDE / 2 else "start",
    )


def apart(places: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points no nearer to each other than `APART`, each moved as little as that takes, in fixed steps."""
    moved = list(places)
    for _ in range(ROUNDS):
        near = [(one, two) for one, two in combinations(range(len(moved)), 2) if gap(moved[one], moved[two]) < APART]
        if not near:
            break
        for one, two in near:
            (x, y), (u, v) = moved[one], moved[two]
            distance = gap(moved[one], moved[two]) or 1.0
            push = (APART - distance) / 2
            across, down = ((u - x) / distance, (v - y) / distance) if (x, y) != (u, v) else (1.0, 0.0)
            moved[one], moved[two] = (x - across * push, y - down * push), (u + across * push, v + down * push)
    return moved


def gap(one: tuple[float, float], two: tuple[float, float]) -> float:
    """How far two points are from each other."""
    return math.hypot(one[0] - two[0], one[1] - two[1])


def live_map(network: Network, lang: str) -> LiveMap | None:
    """What the map that moves is made from; None where its program is not installed."""
    if not all(is_there(Path(network.root) / LEAFLET / name) for name in LEAFLET_FILES):
        return None
    to, say, tiles = Addresses(network, lang), network.phrases[lang], network.fields.map_tiles
    keys = ("close", "zoom_in", "zoom_out", "shown", "failed")
    sources = dict.fromkeys(area.attribution for area in network.fields.areas if area.attribution)
    return LiveMap(
        spaces=to.listing("spaces") + "spaces.geojson",
        areas=to.listing("areas") + "areas.geojson",
        program=f"{to.base}/theme/leaflet/",
        words=json.dumps({key: say(f"map.{key}") for key in keys}, ensure_ascii=False),
        tiles=tiles.url if tiles else "",
        attribution=" · ".join([*sources, *([tiles.attribution] if tiles else [])]),
        zoom=tiles.zoom if tiles else 18,
    )
