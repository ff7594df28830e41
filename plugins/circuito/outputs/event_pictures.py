"""The picture with which something is announced in calendars and feeds: its first, as a JPEG, which all can show."""

from __future__ import annotations

import os

from msgspec import Struct

from ..model.network import Network
from ..model.record import Record
from .pictures import beside, facts_of, files_of, published


class Enclosed(Struct, frozen=True):
    """A published picture: its absolute address and the number of its bytes."""

    url: str
    length: int
    type: str = "image/jpeg"


def jpeg_of(network: Network, record: Record) -> str:
    """The absolute address of the first picture of a file; empty where it has none."""
    path = jpeg_path(network, record)
    return f"{network.site}/{path}" if path else ""


def jpeg_path(network: Network, record: Record) -> str:
    """The path at which the first picture of a file is published."""
    for first in record.fields.pictures[:1]:
        made = published(network, beside(record.path, first.file), first.focus, True)
        return made.jpeg(made.whole)
    return ""


def enclosed(network: Network, record: Record) -> Enclosed | None:
    """The first picture of a file as it is published; its bytes are those that `pictures` made, or are made now."""
    return network.once(("enclosed", record.path), measured, network, record)


def measured(network: Network, record: Record) -> Enclosed | None:
    for first in record.fields.pictures[:1]:
        source = beside(record.path, first.file)
        made, path = published(network, source, first.focus, True), jpeg_path(network, record)
        files = files_of(network, made, os.path.join(network.root, source), facts_of(network, record.path, first.file))
        length = next(len(file.make()) for file in files if file.path == path)
        return Enclosed(jpeg_of(network, record), length)
    return None
