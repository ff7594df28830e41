"""Costly parts of files, remembered from build to build by the digest of what they are made from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from ..reading.sealing import sealed, unsealed


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
        fresh = self.file.with_suffix(".new")
        fresh.write_bytes(sealed(msgspec.msgpack.encode(Store(self.epoch, parts))))
        fresh.replace(self.file)
