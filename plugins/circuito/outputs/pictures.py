"""Members' pictures as they are published: made anew from the pixels alone, so that nothing hidden travels along."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ..model.network import Network, Record
from . import File, digest

WIDEST = 1600


@dataclass(frozen=True, slots=True)
class Published:
    """Where a picture is published, and how large it is there."""

    path: str
    width: int
    height: int


def pictures(network: Network) -> Iterator[File]:
    """Every picture that a published file names, once."""
    seen: set[str] = set()
    for record in records(network):
        for picture in getattr(record.fields, "pictures", ()):
            made = published(network, record.path, picture.file)
            if made.path not in seen:
                seen.add(made.path)
                source = source_of(network, record.path, picture.file)
                yield File(made.path, digest(made.path, stamp(source)), partial(remade, source))


def records(network: Network) -> Iterator[Record]:
    """Everything that may name pictures."""
    for space in network.spaces:
        yield space.record
        yield from (room.record for room in space.rooms)
    yield from (project.record for project in network.projects)
    yield from (event.record for event in network.events)


def published(network: Network, path: str, file: str) -> Published:
    """Where a picture that the file at `path` names is published; made once."""
    return network.once(("picture", path, file), place_of, network, path, file)


def place_of(network: Network, path: str, file: str) -> Published:
    size = network.pictures[f"{os.path.dirname(path)}/{file}"]
    scale = min(1, WIDEST / max(size))
    width, height = (max(1, round(side * scale)) for side in size)
    folder = os.path.dirname(path).replace("content/", "", 1)
    return Published(f"pictures/{folder}/{file.rsplit('.', 1)[0]}.webp", width, height)


def source_of(network: Network, path: str, file: str) -> str:
    return os.path.join(network.root, os.path.dirname(path), file)


def stamp(file: str) -> tuple[int, int, int]:
    facts = os.stat(file)
    return facts.st_mtime_ns, facts.st_ctime_ns, facts.st_size


def remade(source: str) -> bytes:
    """The pixels of a picture, upright, in sRGB, no wider than needed, as WebP without any metadata."""
    from PIL import Image, ImageOps

    with Image.open(source, formats=("JPEG", "PNG", "WEBP")) as image:
        image.draft("RGB", (WIDEST, WIDEST))
        upright = ImageOps.exif_transpose(image)
        mode = "RGBA" if upright.has_transparency_data else "RGB"
        small = upright.convert(mode)
        small.thumbnail((WIDEST, WIDEST), Image.Resampling.LANCZOS)
        made = io.BytesIO()
        small.save(made, "WEBP", quality=80, method=4)
    return made.getvalue()
