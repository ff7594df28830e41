"""The history of the network's files as git has it. Its instants stand for changes, where the clock may not.

Only a whole history counts: a shallow clone knows neither when a file began nor how often it changed, so it gives none.
What was read is kept in one file of the cache by the commit that it belongs to.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator

import msgspec

from ..model.history import History
from .sealing import sealed, unsealed

FOLDERS = ("content", "events", "spaces")
PLACE = r"^[[:space:]]*(name|address|street|postcode|city|location|lat|lon):"
FORMAT = "--format=%x00%ct"


class Store(msgspec.Struct, array_like=True):
    """The kept history and its commit."""

    commit: str
    files: dict[str, tuple[int, int]]
    places: dict[str, int]


def history(root: str, kept: str) -> History:
    """The history of the files below the folder `root`, empty where git has none or not all of it.

    `kept` is the file in which it is kept for the next time.
    """
    commit = whole(root)
    if commit is None:
        return History()
    known = recalled(kept)
    if known is None or known.commit != commit:
        files = spans(commits(root, "--name-status", "-M", "--diff-filter=AMR", "--", *FOLDERS))
        places = spans(commits(root, "--name-status", "-M", "--diff-filter=AMR", "-G", PLACE, "--", "spaces"))
        known = Store(commit, files, {path: last for path, (_, last) in places.items()})
        keep(known, kept)
    return History(known.files, known.places)


def whole(root: str) -> str | None:
    """The commit that is checked out, if git has the whole history that led to it."""
    told = git(root, "rev-parse", "--is-shallow-repository", "HEAD")
    shallow, _, commit = told.strip().partition("\n")
    return commit if shallow == "false" and commit else None


def commits(root: str, *options: str) -> Iterator[tuple[int, list[list[str]]]]:
    """Instant and changed files of commits, the latest first; a file as status and path, or both paths if renamed."""
    told = git(root, "-c", "core.quotePath=false", "log", "--relative", "--no-color", FORMAT, *options)
    for commit in told.split("\0")[1:]:
        instant, *lines = commit.splitlines()
        yield int(instant), [line.split("\t") for line in lines if line]


def spans(commits: Iterable[tuple[int, list[list[str]]]]) -> dict[str, tuple[int, int]]:
    """The first and the last instant of every file, by its last path: what a file did under former names counts."""
    found: dict[str, tuple[int, int]] = {}
    later: dict[str, str] = {}
    for instant, changed in commits:
        for _, *paths in changed:
            path = later.get(paths[-1], paths[-1])
            first, last = found.get(path, (instant, instant))
            found[path] = min(first, instant), max(last, instant)
            if len(paths) == 2:
                later[paths[0]] = path
    return found


def git(root: str, *arguments: str) -> str:
    """What git prints; nothing where it fails or is not there."""
    try:
        ran = subprocess.run(["git", "-C", root, *arguments], capture_output=True, check=False)
    except OSError:
        return ""
    return ran.stdout.decode("utf-8", "replace") if ran.returncode == 0 else ""


def recalled(file: str) -> Store | None:
    """The kept history, if there is one that can be read."""
    try:
        with open(file, "rb") as opened:
            return msgspec.msgpack.decode(unsealed(opened.read()), type=Store)
    except (OSError, msgspec.DecodeError):
        return None


def keep(store: Store, file: str) -> None:
    """Keep a history for the next time, wholly or not at all."""
    os.makedirs(os.path.dirname(file), exist_ok=True)
    with open(f"{file}.new", "wb") as opened:
        opened.write(sealed(msgspec.msgpack.encode(store)))
    os.replace(f"{file}.new", file)
