"""What is remembered of links between checks: since when each fails. The build asks here which are dead, and no server.

A link is dead once it has failed on two days, with no day between on which it answered.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import msgspec

from ..model.dead_links import DeadLink

FILE = ".circuito/links.json"
DAYS = 2


class Failing(msgspec.Struct, frozen=True):
    """A link that fails: why, on which days it was seen to, and the files that hold it."""

    why: str
    days: tuple[date, ...]
    files: tuple[str, ...]

    @property
    def is_dead(self) -> bool:
        """Whether it has failed long enough to count."""
        return len(self.days) >= DAYS


class Kept(msgspec.Struct, frozen=True):
    """All failing links by address, and the day of the last check."""

    version: int = 1
    checked: date | None = None
    failing: dict[str, Failing] = {}  # noqa: RUF012 (msgspec copies it)


def recalled(root: str) -> Kept:
    """What was kept in the network's cache; nothing where it cannot be read."""
    try:
        kept = msgspec.json.decode(Path(root, FILE).read_bytes(), type=Kept)
    except (OSError, msgspec.DecodeError):
        return Kept()
    return kept if kept.version == 1 else Kept()


def keep(root: str, kept: Kept) -> None:
    """Keep for the next check, wholly or not at all."""
    file = Path(root, FILE)
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_suffix(".new")
    new.write_bytes(msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n")
    os.replace(new, file)


def after(before: Kept, today: date, failed: Mapping[str, tuple[str, tuple[str, ...]]], unasked: set[str]) -> Kept:
    """What is kept after a check: `failed` links with why and their files; `unasked` ones stay as they were."""
    failing = {url: each for url, each in before.failing.items() if url in unasked}
    for url, (why, files) in failed.items():
        known = before.failing.get(url)
        days = tuple(sorted({*(known.days if known else ()), today}))
        failing[url] = Failing(why, days, files)
    return Kept(checked=today, failing=dict(sorted(failing.items())))


def dead_links(root: str) -> tuple[DeadLink, ...]:
    """The links that were found dead and still stand in their files."""
    return tuple(sorted(standing(root, recalled(root)), key=lambda each: (each.path, each.line, each.url)))


def standing(root: str, kept: Kept) -> Iterator[DeadLink]:
    """The dead links by the lines on which they stand now."""
    for url, each in kept.failing.items():
        if each.is_dead:
            for path in each.files:
                if line := line_of(root, path, url):
                    yield DeadLink(path=path, line=line, url=url, since=each.days[0], why=each.why)


def line_of(root: str, path: str, url: str) -> int:
    """The line of a file on which an address stands; 0 where it does not."""
    try:
        text = Path(root, path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return 0
    return next((number for number, line in enumerate(text.splitlines(), 1) if url in line), 0)
