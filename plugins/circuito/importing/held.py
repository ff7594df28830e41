"""Event files that are there already, as an import needs them: their data as written, and where they came from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from json import dumps
from pathlib import Path
from typing import Any

from ..agenda.occurrences import occurrences
from ..model.event import EventFields
from ..model.occurrence import Occurrence
from ..problems import Problem
from ..reading.document import Unreadable, markdown
from ..reading.walk import placed
from .found import Found, Ground
from .sound import judged


@dataclass(frozen=True)
class Held:
    """One event file of a space."""

    path: str
    content: str
    data: Mapping[str, Any]
    text: str

    @property
    def origin(self) -> Mapping[str, Any]:
        """Where it came from; nothing where a person wrote it."""
        source = self.data.get("source")
        return source if isinstance(source, Mapping) else {}

    @property
    def feed(self) -> str:
        """The calendar it came from."""
        return str(self.origin.get("feed") or "")

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by within its calendar."""
        return str(self.origin.get("uid") or ""), str(self.origin.get("recurrence") or "")

    @property
    def digests(self) -> Mapping[str, str]:
        """The digests of the fields as they were imported."""
        fields = self.origin.get("fields")
        return {name: str(value) for name, value in fields.items()} if isinstance(fields, Mapping) else {}

    @property
    def title(self) -> str:
        """Its title."""
        return str(self.data.get("title") or "")

    @property
    def starts(self) -> str:
        """When it starts, as written."""
        return str(self.data.get("starts") or "").replace("T", " ")

    @cached_property
    def judged(self) -> tuple[EventFields | None, list[Problem]]:
        """Its fields, and what the check says about it."""
        return judged(Found(uid="", data=self.data, text=self.text))

    def dates(self, ground: Ground, since: Any, until: Any) -> tuple[Occurrence, ...]:
        """Its dates between two days."""
        fields, _ = self.judged
        return occurrences(fields, ground.zone, since, until) if fields else ()


def held_in(root: str, space: str) -> tuple[list[Held], list[str], set[str]]:
    """The event files of a space, the paths of those that cannot be read, and every name that is taken."""
    held: list[Held] = []
    broken, names = [], set()
    for path in paths_in(root, space):
        kind, parts = placed(path) or ("", {})
        names.add(os.path.basename(path).split(".")[0])
        if kind != "event" or "lang" in parts:
            continue
        content = Path(root, path).read_bytes()
        try:
            document = markdown(path, content)
            held.append(Held(path, content.decode(), document.data, document.text))
        except (Unreadable, UnicodeDecodeError):
            broken.append(path)
    return held, broken, names


def paths_in(root: str, space: str) -> Iterator[str]:
    """The paths of the ordinary files in the folder of a space's events, in order."""
    folder = Path(root, "events", space)
    if folder.is_dir() and not folder.is_symlink():
        for file in sorted(folder.iterdir()):
            if file.is_file() and not file.is_symlink():
                yield f"events/{space}/{file.name}"


def short_digest(value: Any) -> str:
    """Eight letters by which to tell whether a value is still the same: letters, so that YAML needs no quotes."""
    told = dumps(canonical(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    signs = blake2b(told.encode(), digest_size=4).digest()
    return "".join(chr(97 + part) for sign in signs for part in (sign >> 4, sign & 15))


def canonical(value: Any) -> Any:
    """A value in the one form in which values are compared: of files, or of what was found."""
    if isinstance(value, Mapping):
        return {str(name): canonical(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list | tuple):
        return [canonical(inner) for inner in value]
    return value if isinstance(value, bool) or value is None else str(value)


def says_nothing(value: Any) -> bool:
    """Whether a value is as good as none."""
    return value is None or (isinstance(value, str | tuple | list | Mapping) and not value)
