"""Where a place lies in the city: a window on one drawing of all areas and stops, which every page shares."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..model.network import Network
from ..model.place import Location
from . import File, digest
from .addresses import Addresses, path_of
from .city_map import Projection, projection, shape

WIDE, HIGH = 480, 300
KILOMETRES = 5
DEGREE = 111.32


class PlaceMap(Struct, frozen=True, kw_only=True):
    """A window on the drawing of the city, five kilometres wide, with the place in its middle.

    `drawing` is the address of the drawing, `shift` the transformation that puts the place at `x`, `y`.
    """

    drawing: str
    shift: str
    width: int
    height: int
    x: int
    y: int


def place_map(network: Network, location: Location | None) -> PlaceMap | None:
    """The map of a point; None where the point is not known, or the network has no map."""
    return network.once(("place map", location), made_map, network, location) if location else None


def made_map(network: Network, location: Location) -> PlaceMap | None:
    drawn = network.once("city projection", city_projection, network)
    if drawn is None:
        return None
    x, y = (float(each) for each in drawn.at(float(location.lon), float(location.lat)))
    scale = WIDE / (KILOMETRES / DEGREE * drawn.scale)
    return PlaceMap(
        drawing=Addresses(network, network.lang).file("maps", "city.svg"),
        shift=f"translate({WIDE / 2 - x * scale:.1f} {HIGH / 2 - y * scale:.1f}) scale({scale:.4f})",
        width=WIDE,
        height=HIGH,
        x=WIDE // 2,
        y=HIGH // 2,
    )


def city_projection(network: Network) -> Projection | None:
    """The projection of the drawing; None where no space has a point."""
    placed = [space for space in network.spaces if space.fields.location]
    return projection(network, placed) if placed else None


def city_drawing(network: Network) -> Iterator[File]:
    """The drawing of the city: its divisions and its stops, without colours, which each page gives them."""
    drawn = network.once("city projection", city_projection, network)
    if drawn is not None:
        to = Addresses(network, network.lang)
        content = drawing(network, drawn).encode()
        yield File(path_of(to.file("maps", "city.svg"), to.base), digest(content), lambda: content)


def drawing(network: Network, drawn: Projection) -> str:
    """The drawing as SVG: the largest division as the ground, the finest as areas, the spaces as stops."""
    to, divisions = Addresses(network, network.lang), list(network.areas.values())
    layers = {"areas": divisions[0] if divisions else (), "ground": divisions[-1] if len(divisions) > 1 else ()}
    groups = [
        f'<g id="{name}">'
        + "".join(f'<path d="{shape(network, area, network.lang, to, drawn).path}"/>' for area in areas)
        + "</g>"
        for name, areas in layers.items()
    ]
    points = [drawn.at(float(at.lon), float(at.lat)) for space in network.spaces if (at := space.fields.location)]
    radius = f"{0.07 / DEGREE * drawn.scale:.2f}"
    stops = "".join(f'<circle cx="{x}" cy="{y}" r="{radius}"/>' for x, y in points)
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(groups)}<g id="stops">{stops}</g></svg>\n'
