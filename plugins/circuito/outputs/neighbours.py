"""The areas that lie around one."""

from __future__ import annotations

import math
from collections.abc import Iterator
from operator import itemgetter

from ..model.network import Network
from ..model.things import Area, Space
from .addresses import Addresses
from .views import Link, Text, area_name

MOST_AROUND = 6


def around(network: Network, area: Area, lang: str) -> tuple[Link, ...]:
    """The nearest areas of the same division that have spaces."""
    centres = network.once("centres", centres_of, network)
    here = centres.get((area.set, area.slug), (0, 0))
    near = [
        (math.hypot(there[0] - here[0], there[1] - here[1]), other.slug, other)
        for other in network.areas[area.set]
        if other is not area and (there := centres.get((other.set, other.slug)))
    ]
    to = Addresses(network, lang)
    inhabited = network.once("inhabited", lambda: {each for space in network.spaces for each in of_space(space)})
    chosen = [other for _, _, other in sorted(near, key=itemgetter(0, 1)) if (other.set, other.slug) in inhabited]
    return tuple(Link(Text(area_name(network, other, lang)), to.area(other)) for other in chosen[:MOST_AROUND])


def of_space(space: Space) -> Iterator[tuple[str, str]]:
    """The names of the areas of a space."""
    return ((area.set, area.slug) for area in space.areas)


def centres_of(network: Network) -> dict[tuple[str, str], tuple[float, float]]:
    """The middle of each area's outline, east and north; distances between them are good enough to order by."""
    centres = {}
    for area in (area for division in network.areas.values() for area in division):
        points = [point for polygon in area.polygons for point in polygon[0]]
        if points:
            lon = sum(point[0] for point in points) / len(points)
            lat = sum(point[1] for point in points) / len(points)
            centres[area.set, area.slug] = (lon * math.cos(math.radians(lat)), lat)
    return centres
