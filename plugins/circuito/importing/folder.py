"""The event files of a space while calendars are brought in, one after another."""

from __future__ import annotations

from pathlib import Path

from ..reading.document import Unreadable, markdown
from .held import Held, held_in, paths_in
from .merge import Merged
from .state import digest

Files = tuple[dict[str, Held], list[str], set[str]]


class Folder:
    """The event files of one space during a run, with the changes of calendars that came before."""

    def __init__(self, root: str, space: str) -> None:
        self.root, self.space = root, space
        self.read: Files | None = None

    @property
    def files(self) -> Files:
        """The files by path, the paths that cannot be read, and all names; read when first asked for."""
        if self.read is None:
            held, broken, names = held_in(self.root, self.space)
            self.read = {each.path: each for each in held}, broken, names
        return self.read

    def take(self, result: Merged) -> None:
        """Hold the files as they will be."""
        held, _, names = self.files
        for change in result.changes:
            names.add(Path(change.path).stem)
            if change.content:
                try:
                    document = markdown(change.path, change.content.encode())
                except Unreadable:
                    continue
                held[change.path] = Held(change.path, change.content, document.data, document.text)

    def digest(self) -> str:
        """The digest of all files as they lie there."""
        contents = ((path, Path(self.root, path).read_bytes()) for path in paths_in(self.root, self.space))
        return digest(*(part for path, content in contents for part in (path, content)))
