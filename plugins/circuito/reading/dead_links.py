"""What is remembered of links between checks: since when each fails. The build asks here which are dead, and no server.

A link is dead once it has failed on two days, with no day between on which it answered. What is remembered may have
come from elsewhere, so it is believed only where a check could have written it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import msgspec

from ..model.dead_links import DeadLink
from .looks import is_there

FILE = ".circuito/links.json"
VERSION, DAYS = 1, 2
LONGEST_URL, MOST_LINKS, MOST_FILES = 2000, 10_000, 500
PATH = r"(?:[a-z0-9][a-z0-9._-]*/){0,12}[a-z0-9][a-z0-9._-]*"
WHY = r"[0-9]{3}|gone|no-host|no-answer|refused"


class Failing(msgspec.Struct, frozen=True):
    """A link that fails: why, on which day it first did, on which it last did, and the files that hold it."""

    why: str
    days: tuple[date, ...]
    files: tuple[str, ...]

    @property
    def is_dead(self) -> bool:
        """Whether it has failed long enough to count."""
        return len(self.days) >= DAYS


class Kept(msgspec.Struct, frozen=True):
    """All failing links by address, and the day of the last check."""

    version: int = VERSION
    checked: date | None = None
    failing: dict[str, Failing] = {}  # noqa: RUF012 (msgspec copies it)


def recalled(root: str) -> Kept:
    """What was kept in the network's cache; nothing where it cannot be read."""
    try:
        return understood(Path(root, FILE).read_bytes()) or Kept()
    except OSError:
        return Kept()


def understood(content: bytes) -> Kept | None:
    """What some bytes say of links; None where no check could have written them."""
    try:
        kept = msgspec.json.decode(content, type=Kept)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    sound = kept.version == VERSION and len(kept.failing) <= MOST_LINKS
    return kept if sound and all(is_sound(url, each) for url, each in kept.failing.items()) else None


def is_sound(url: str, failing: Failing) -> bool:
    """Whether a link is one that a check asks for, in files that a network has."""
    return (
        url.lower().startswith(("https://", "http://"))
        and url.isprintable()
        and len(url) <= LONGEST_URL
        and re.fullmatch(WHY, failing.why) is not None
        and 1 <= len(failing.days) <= DAYS
        and len(failing.files) <= MOST_FILES
        and all(re.fullmatch(PATH, path) for path in failing.files)
    )


def keep(root: str, kept: Kept) -> None:
    """Keep for the next check, wholly or not at all."""
    file = Path(root, FILE)
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_suffix(".new")
    new.write_bytes(as_bytes(kept))
    os.replace(new, file)


def as_bytes(kept: Kept) -> bytes:
    """What is kept, as its file holds it."""
    return msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n"


def after(before: Kept, today: date, failed: Mapping[str, tuple[str, tuple[str, ...]]], unasked: set[str]) -> Kept:
    """What is kept after a check: `failed` links with why and their files; `unasked` ones stay as they were."""
    failing = {url: each for url, each in before.failing.items() if url in unasked}
    for url, (why, files) in failed.items():
        known = before.failing.get(url)
        first = known.days[0] if known else today
        failing[url] = Failing(why, tuple(sorted({first, today})), files[:MOST_FILES])
    sound = [(url, each) for url, each in sorted(failing.items()) if is_sound(url, each)]
    return Kept(checked=today, failing=dict(sound[:MOST_LINKS]))


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
    file = Path(root, path)
    try:
        text = file.read_text(encoding="utf-8") if is_there(file) else ""
    except (OSError, UnicodeDecodeError):
        return 0
    return next((number for number, line in enumerate(text.splitlines(), 1) if url in line), 0)
