"""What the map that moves is made from: spaces and areas as GeoJSON, and its program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from ..model.network import Network
from ..reading.looks import is_there
from . import File, digest
from .addresses import Addresses, path_of
from .city_map import LEAFLET, LEAFLET_FILES, point_of
from .views import area_name, line_of, must, words


def map_data(network: Network) -> Iterator[File]:
    """Spaces and areas in every language as GeoJSON (RFC 7946), for maps of ours and of others."""
    for lang in network.languages:
        to = Addresses(network, lang)
        for folder, name, features in (
            ("spaces", "spaces.geojson", space_features(network, lang)),
            ("areas", "areas.geojson", area_features(network, lang)),
        ):
            path = path_of(to.listing(folder) + name, to.base)
            yield File(path, digest(features), partial(collection, features))


def collection(features: list[dict[str, Any]]) -> bytes:
    """Features as one file."""
    return (json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False) + "\n").encode()


def space_features(network: Network, lang: str) -> list[dict[str, Any]]:
    """The spaces that have a point, with what a popup says of them."""
    to = Addresses(network, lang)
    kinds = {kind.id: must(words(network, kind.name, lang)).text for kind in network.fields.kinds}
    return [
        {
            "type": "Feature",
            "id": space.slug,
            "geometry": {"type": "Point", "coordinates": list(point_of(space))},
            "properties": {
                "name": space.fields.name,
                "kind": kinds.get(space.fields.kind, space.fields.kind),
                "address": space.fields.address.street,
                "url": to.absolute(to.space(space)),
                "line": line_of(space.fields.themes),
            },
        }
        for space in network.spaces
        if space.fields.location
    ]


def area_features(network: Network, lang: str) -> list[dict[str, Any]]:
    """All areas of all divisions, the largest first, so that the others lie on them."""
    to = Addresses(network, lang)
    return [
        {
            "type": "Feature",
            "id": area.slug,
            "geometry": {"type": "MultiPolygon", "coordinates": area.polygons},
            "properties": {
                "name": area_name(network, area, lang),
                "division": area.set,
                "url": to.absolute(to.area(area)),
            },
        }
        for areas in reversed(list(network.areas.values()))
        for area in areas
    ]


def leaflet(network: Network) -> Iterator[File]:
    """The program of the map that moves, where it is installed, as the site's own files."""
    for name in LEAFLET_FILES:
        file = Path(network.root) / LEAFLET / name
        if is_there(file):
            content = file.read_bytes()
            yield File(f"theme/leaflet/{name}", digest(name, content), partial(layered, name, content))


def layered(name: str, content: bytes) -> bytes:
    """A file of Leaflet; its sheet goes below all of ours, into the first layer, so that ours has the last word."""
    return b"@layer reset{" + content + b"}\n" if name.endswith(".css") else content
