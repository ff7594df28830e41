"""How far places lie apart: along the great circle, and by road as far as it can be told without a map."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from math import asin, cos, radians, sin, sqrt

from ..model.place import Location

EARTH_KM = 6371.0088  # mean radius, IUGG
ROAD = Decimal("1.3")
Table = Mapping[tuple[str, str], Decimal]


def kilometres(one: Location, other: Location) -> Decimal:
    """The great-circle distance in kilometres, to the metre."""
    lat, lat2 = radians(one.lat), radians(other.lat)
    half_lat, half_lon = (lat2 - lat) / 2, radians(other.lon - one.lon) / 2
    square = sin(half_lat) ** 2 + cos(lat) * cos(lat2) * sin(half_lon) ** 2
    return Decimal(f"{2 * EARTH_KM * asin(sqrt(square)):.3f}")


def by_road(places: Mapping[str, Location], known: Table | None = None) -> dict[tuple[str, str], Decimal]:
    """Kilometres between any two places by name: as the table says in either direction, else great circle × 1.3."""
    table = known or {}
    return {
        (one, other): table.get((one, other), table.get((other, one), kilometres(places[one], places[other]) * ROAD))
        for one in places
        for other in places
    }
