"""The map of the city, made at build time: areas as outlines, spaces as stops."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..model.network import Area, Network, Space
from .addresses import Addresses
from .views import area_name, line_of

WIDE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class MapShape:
    """An area of the map: its outline as the path of an SVG, and its page."""

    name: str
    url: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapStop:
    """A space on the map; `number` is its place in the list beside."""

    number: int
    name: str
    url: str
    x: str
    y: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CityMap:
    """The map of the city in the units of an SVG's view box."""

    width: int
    height: int
    ground: tuple[MapShape, ...]
    areas: tuple[MapShape, ...]
    stops: tuple[MapStop, ...]


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
    stops = tuple(
        stop(space, number, to, project) for number, space in enumerate(network.spaces, 1) if space.fields.location
    )
    return CityMap(
        width=WIDE,
        height=project.height,
        ground=shapes[-1] if len(shapes) > 1 else (),
        areas=shapes[0] if shapes else (),
        stops=stops,
    )


@dataclass(frozen=True, slots=True)
class Projection:
    """From degrees to the units of the map: equirectangular, true at the city's middle latitude."""

    west: float
    north: float
    scale: float
    shrink: float
    height: int

    def at(self, lon: float, lat: float) -> tuple[str, str]:
        """Where a point lies, to a tenth of a unit."""
        return f"{(lon - self.west) * self.shrink * self.scale:.1f}", f"{(self.north - lat) * self.scale:.1f}"


def projection(network: Network, placed: Sequence[Space]) -> Projection:
    """The projection that shows all areas, or all spaces with some room around them."""
    points = [
        point for areas in network.areas.values() for area in areas for polygon in area.polygons for point in polygon[0]
    ]
    stops = [(float(each.lon), float(each.lat)) for space in placed if (each := space.fields.location)]
    spread = [(lon + dx, lat + dy) for lon, lat in stops for dx, dy in ((-0.01, -0.01), (0.01, 0.01))]
    lons, lats = zip(*(points + stops if points else spread), strict=True)
    shrink = math.cos(math.radians((min(lats) + max(lats)) / 2))
    scale = WIDE / ((max(lons) - min(lons)) * shrink)
    return Projection(min(lons), max(lats), scale, shrink, math.ceil((max(lats) - min(lats)) * scale))


def shape(network: Network, area: Area, lang: str, to: Addresses, project: Projection) -> MapShape:
    """An area on the map."""
    rings = (
        "M" + "L".join(" ".join(project.at(*point)) for point in ring) + "Z"
        for polygon in area.polygons
        for ring in polygon
    )
    return MapShape(name=area_name(network, area, lang), url=to.area(area), path="".join(rings))


def stop(space: Space, number: int, to: Addresses, project: Projection) -> MapStop:
    """A space on the map."""
    point = space.fields.location
    assert point is not None
    x, y = project.at(float(point.lon), float(point.lat))
    name = space.fields.short_name or space.fields.name
    return MapStop(number=number, name=name, url=to.space(space), x=x, y=y, line=line_of(space.fields.themes))
