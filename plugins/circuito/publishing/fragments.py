"""Costly parts of files, remembered from build to build by the digest of what they are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from ..reading.sealing import unsealed, write_sealed

ENCODE = msgspec.msgpack.Encoder().encode
ARRAY_OF_TWO, MAP = b"\x92", b"\xdf"  # the latter with its size in four bytes


class Store(msgspec.Struct, array_like=True):
    """The whole file of fragments."""

    epoch: str
    parts: dict[str, bytes]


class Fragments:
    """Parts by key. The file is read when the first of them is asked for: a build without change never does."""

    def __init__(self, file: Path, epoch: str) -> None:
        self.file = file
        self.epoch = epoch
        self.before: dict[str, bytes] | None = None
        self.asked: dict[str, bytes] = {}

    def remember(self, key: str, make: Callable[..., bytes], *given: object) -> bytes:
        """The part of a key: as it was made before, else made now of what is given."""
        if self.before is None:
            self.before = self.recalled()
        if key not in self.asked:
            known = self.before.get(key)
            self.asked[key] = make(*given) if known is None else known
        return self.asked[key]

    def recalled(self) -> dict[str, bytes]:
        """The parts in the file, or none."""
        try:
            store = msgspec.msgpack.decode(unsealed(self.file.read_bytes()), type=Store)
        except (OSError, msgspec.DecodeError):
            return {}
        return store.parts if store.epoch == self.epoch else {}

    def save(self) -> None:
        """Write the parts, if any is new. Those that nobody asked for go once most others were asked for."""
        if self.before is None or self.asked.keys() <= self.before.keys():
            return
        parts = self.asked if 2 * len(self.asked) >= len(self.before) else self.before | self.asked
        write_sealed(self.file, pieces(self.epoch, parts))


def pieces(epoch: str, parts: dict[str, bytes]) -> Iterator[bytes]:
    """A `Store` in MessagePack, part by part: encoded as a whole it would hold all parts in memory once more."""
    yield ARRAY_OF_TWO + ENCODE(epoch) + MAP + len(parts).to_bytes(4, "big")
    for key, part in parts.items():
        yield ENCODE(key) + ENCODE(part)
