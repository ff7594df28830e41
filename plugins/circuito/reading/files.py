"""The files of a folder, or what would stand there instead: a proposal is read so without being written anywhere."""

from __future__ import annotations

import os
from collections.abc import Mapping

from msgspec import Struct, field


class Proposed(Struct, frozen=True):
    """A file as a proposal has it: its mode, its size, and its content, which is empty for what may not be read."""

    mode: int
    size: int
    content: bytes = b""


Instead = Mapping[str, Proposed | None]
AS_THEY_ARE: Instead = {}


class Files(Struct, frozen=True):
    """The files below the folder `root`. `instead` says of some paths what is there instead; None for nothing."""

    root: str
    instead: Instead = field(default_factory=dict)

    def content(self, path: str) -> bytes:
        """The bytes of a file. Raises `OSError`."""
        proposed = self.instead.get(path)
        if proposed is not None:
            return proposed.content
        if path in self.instead:
            raise FileNotFoundError(2, os.strerror(2), path)
        with open(os.path.join(self.root, path), "rb") as file:
            return file.read()
