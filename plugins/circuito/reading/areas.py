"""Areas of the city from GeoJSON, and the area in which a point lies."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..model.terms import AreaSet
from ..model.things import Area
from ..problems import Problem, Source, Value
from .document import FORBIDDEN, Unreadable, composed, decoded, refuse

Ring = tuple[tuple[float, float], ...]
Polygon = tuple[Ring, ...]


def areas_of(path: str, content: bytes, division: AreaSet) -> tuple[tuple[Area, ...], list[Problem]]:
    """The areas of a GeoJSON file (RFC 7946, polygons in WGS 84), by the division's `key` and `label`."""
    try:
        features = features_of(path, content)
    except Unreadable as refused:
        return (), [refused.problem]
    found: dict[str, Area] = {}
    problems: list[Problem] = []
    for number, feature in enumerate(features):
        area = area_of(feature, division)
        if area is None or area.slug in found:
            code = "area-unreadable" if area is None else "area-repeated"
            values: dict[str, Value] = {"number": number + 1, "key": division.key, "label": division.label}
            problems.append(Problem(code, Source(path), values))
        else:
            found[area.slug] = area
    return tuple(found.values()), problems


def features_of(path: str, content: bytes) -> list[Any]:
    """The features of a GeoJSON file. Raises `Unreadable`."""
    try:
        data = json.loads(decoded(path, content))
    except json.JSONDecodeError as wrong:
        raise refuse(path, "json-syntax", wrong.lineno, wrong.colno) from None
    except (RecursionError, ValueError):
        raise refuse(path, "json-syntax") from None
    if not isinstance(data, dict) or not isinstance(data.get("features"), list) or not data["features"]:
        raise refuse(path, "geojson-features")
    features: list[Any] = data["features"]
    return features


def area_of(feature: Any, division: AreaSet) -> Area | None:
    """The area of a feature, or None where identifier, name or shape are missing."""
    try:
        properties, geometry = feature["properties"], feature["geometry"]
        key, label = name_of(properties[division.key]), name_of(properties[division.label])
        parts = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}[geometry["type"]]
        polygons = tuple(tuple(ring_of(ring) for ring in part) for part in parts)
    except (KeyError, TypeError, ValueError, IndexError, OverflowError):
        return None
    slug = slugged(key if not key.isdigit() else f"{division.id}-{key}")
    return Area(set=division.id, slug=slug, name=label, polygons=polygons) if slug and polygons else None


def name_of(value: Any) -> str:
    """A property as text that may stand on a page. Raises `ValueError` for anything else."""
    text = composed(str(value)).strip() if isinstance(value, str | int) else ""
    if not text or FORBIDDEN.search(text):
        raise ValueError
    return text


def ring_of(ring: Sequence[Sequence[float]]) -> Ring:
    """A closed line of (longitude, latitude) points."""
    points = tuple((float(point[0]), float(point[1])) for point in ring)
    if len(points) < 4 or not all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points):
        raise ValueError
    return points


def slugged(text: str) -> str:
    """A name as it can stand in an address: lower-case ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def containing(areas: Iterable[Area], lon: float, lat: float) -> Area | None:
    """The first area in which a point lies."""
    return next((area for area in areas if any(inside(polygon, lon, lat) for polygon in area.polygons)), None)


def inside(polygon: Polygon, lon: float, lat: float) -> bool:
    """Whether a point lies in a polygon with holes: a ray from it crosses the border an odd number of times."""
    return sum(crossings(ring, lon, lat) for ring in polygon) % 2 == 1


def crossings(ring: Ring, lon: float, lat: float) -> int:
    """How many edges of a ring a ray eastwards from a point crosses."""
    return sum(
        (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in edges(ring)
    )


def edges(ring: Ring) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Each point of a ring with the one after it."""
    return zip(ring, (*ring[1:], ring[0]), strict=True)
