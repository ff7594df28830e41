"""Memos, the small files that runs leave for the next: how the last import of each calendar went, and which links fail.

On the branch they lie in one folder under plain names. What comes from there is believed only under those names, as
plain files of bounded size, and only where the program could have written it; the rest is a problem, and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..importing.ground import Importable
from ..importing.state import as_bytes, write
from ..model.imports import FOLDER
from ..problems import Problem, Source
from ..reading import dead_links, imports
from ..reading.imports import state_file

LINKS = "links.json"
NAME = re.compile(r"[a-z0-9-]{1,100}\.[a-z0-9-]{1,100}\.json")
PLAIN_FILE = 0o100644
LARGEST = {LINKS: 4 * 1024 * 1024}
LARGEST_OTHER = 256 * 1024

Memos = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Lying:
    """Something that lies on the branch: its name, its mode and object as git has them, and its size in bytes."""

    name: str
    mode: int
    blob: str
    size: int


class Elsewhere(Exception):
    """A folder of the cache leads somewhere else; carries its path."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


# What may be there


def judged(lying: Lying, branch: str) -> Problem | None:
    """Why something on the branch is not looked into; None where it may be."""
    most = LARGEST.get(lying.name, LARGEST_OTHER)
    if lying.name != LINKS and not NAME.fullmatch(lying.name):
        return problem("state-name", branch, lying.name)
    if lying.mode != PLAIN_FILE:
        return problem("state-kind", branch, lying.name)
    if lying.size > most:
        return problem("state-large", branch, lying.name, most=most // 1024)
    return None


def read(name: str, content: bytes, branch: str) -> Problem | None:
    """Why the content of a file is not believed; None where it is."""
    return problem("state-content", branch, name) if day_of(name, content) is None else None


def problem(code: str, branch: str, name: str, **values: int) -> Problem:
    """What is wrong with something on the branch."""
    return Problem(code, Source(branch), {"name": name[:120], **values})


def day_of(name: str, content: bytes | None) -> str | None:
    """The day of which a file tells, as files write it; None where it is none of ours."""
    if content is None:
        return None
    if name == LINKS:
        kept = dead_links.understood(content)
        return None if kept is None else str(kept.checked or "")
    state = imports.understood(content)
    return state.tried if state is not None and name == name_of(state.space, state.calendar) else None


def name_of(space: str, calendar: str) -> str:
    """The name of what is remembered of a calendar."""
    return f"{space}.{calendar}.json"


# Here and there


def gathered(root: str, network: Importable) -> Memos:
    """What the cache of a network holds to be left for the next run, of calendars that spaces name."""
    found = {}
    for space, calendar in named(root, network):
        state = imports.state_of(root, space, calendar)
        if state.tried:
            found[name_of(space, calendar)] = as_bytes(state)
    kept = dead_links.recalled(root)
    if kept.checked is not None:
        found[LINKS] = dead_links.as_bytes(kept)
    return found


def named(root: str, network: Importable) -> Iterator[tuple[str, str]]:
    """The calendars that spaces name; of a space whose profile cannot be read today, those that the cache knows."""
    for space, fields in network.spaces.items():
        yield from ((space, calendar.id) for calendar in fields.calendars)
    for file in sorted(Path(root, FOLDER).glob("*/*.json")):
        space = file.parent.name
        if space not in network.spaces and Path(root, "spaces", space, "space.md").is_file():
            yield space, file.stem


def put(root: str, memos: Memos) -> None:
    """Put what was left into the cache of a network. Raises `Elsewhere` where the cache is no folder of its own."""
    for name, content in memos.items():
        file = place_of(root, name)
        for folder in (Path(root, ".circuito"), Path(root, FOLDER), file.parent):
            if folder.is_symlink():
                raise Elsewhere(str(folder))
        file.parent.mkdir(parents=True, exist_ok=True)
        write(file, content)


def place_of(root: str, name: str) -> Path:
    """Where a file of the branch lies in the cache."""
    space, calendar, _ = name.split(".") if name != LINKS else ("", "", "")
    return state_file(root, space, calendar) if space else Path(root, dead_links.FILE)


def merged(base: Memos, mine: Memos, there: Memos) -> Memos:
    """What is to lie there: of each file what I made of it since `base`, unless there is one of a later day."""
    return dict(sorted(merging(base, mine, there)))


def merging(base: Memos, mine: Memos, there: Memos) -> Iterator[tuple[str, bytes]]:
    """The files of a merge."""
    for name in {*mine, *there}:
        was, own, other = base.get(name), mine.get(name), there.get(name)
        if own is None:
            chosen = None if name in base and other == was else other
        elif own == was:
            chosen = other
        else:
            chosen = other if is_later(name, other, own, was) else own
        if chosen is not None:
            yield name, chosen


def is_later(name: str, other: bytes | None, own: bytes, was: bytes | None) -> bool:
    """Whether what lies there is newer than mine. On one day mine is, if I knew what was there before."""
    theirs, ours = day_of(name, other) or "", day_of(name, own) or ""
    return theirs > ours or (theirs == ours and other is not None and was is None)
