"""Large parts that outlive the program's versions, each in a file of its own, by the digest of what it is made from."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ..reading.sealing import sealed, unsealed

MOST = 1024**3


class Shelf:
    """Parts by key, shared by all builds of one network. A build without change never looks at it."""

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self.folder = folder
        self.most = most
        self.last: tuple[str, bytes] = ("", b"")
        self.grown = False

    def keep(self, key: str, make: Callable[..., bytes], *given: object) -> bytes:
        """The part of a key: as it was made before, else made now of what is given."""
        if self.last[0] != key:
            self.last = (key, self.taken(key) or self.put(key, make(*given)))
        return self.last[1]

    def taken(self, key: str) -> bytes:
        """The part on the shelf, whose file is then the newest; nothing where there is none that is whole."""
        file = self.folder / key
        try:
            part = unsealed(file.read_bytes())
            os.utime(file)
        except OSError:
            return b""
        return part

    def put(self, key: str, part: bytes) -> bytes:
        """Put a part on the shelf: written aside and moved to its place."""
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self.folder / f".{key}.{os.getpid()}"
        fresh.write_bytes(sealed(part))
        fresh.replace(self.folder / key)
        self.grown = True
        return part

    def tidy(self) -> None:
        """Once something was added, take away what was not asked for longest, until the rest is of bearable size."""
        if not self.grown:
            return
        files: list[tuple[int, int, Path]] = []
        for file in self.folder.iterdir():
            with suppress(FileNotFoundError):  # another build of the same network tidies too
                facts = file.stat()
                files.append((facts.st_mtime_ns, facts.st_size, file))
        files.sort()
        total = sum(size for _, size, _ in files)
        for _, size, file in files:
            if total <= self.most:
                break
            file.unlink(missing_ok=True)
            total -= size
