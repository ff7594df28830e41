"""What tests stand on: a small sound network of one's own in a temporary folder, and how to check and build it."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from circuito.reading.load import load

SMALL = Path(__file__).parent / "networks" / "small"
TODAY = date(2026, 11, 22)

settings.register_profile("here", deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
settings.load_profile("here")


@pytest.fixture
def network(tmp_path: Path) -> Path:
    """The folder of a network without mistakes: 3 spaces, 8 events, 2 languages."""
    return copied(tmp_path / "rete")


@pytest.fixture
def write(network: Path) -> Callable[[str, str | bytes], Path]:
    """Writes one file of the network and gives the network's folder."""

    def write_one(path: str, content: str | bytes) -> Path:
        return written(network, path, content)

    return write_one


def copied(root: Path) -> Path:
    """The small network in a new folder."""
    shutil.copytree(SMALL, root, ignore=shutil.ignore_patterns("__pycache__", "output", ".circuito"))
    return root


def written(root: Path, path: str, content: str | bytes) -> Path:
    """A network after one file was written."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def told(root: Path, lang: str = "en", today: date = TODAY) -> list[str]:
    """Every problem of a network, as `circuito check` prints it."""
    return [problem.told(lang) for problem in load(str(root), today=today).problems]


def event(*lines: str, text: str = "") -> str:
    """The file of a sound event with more lines in its head; the first of them is line 5."""
    head = ["title: Nuovo", "summary: Una frase.", "starts: 2026-12-05 18:00", *lines]
    return "\n".join(["---", *head, "---", text, ""])


def built(root: Path, **changed: Any) -> int:
    """Build a network by Pelican in this process, as of `TODAY` unless told otherwise, and give the exit code."""
    from pelican import Pelican
    from pelican.settings import read_settings

    with inside(root):
        asked = {"AS_OF": TODAY.isoformat(), **changed}
        try:
            Pelican(read_settings("pelicanconf.py", override=asked)).run()
        except SystemExit as ended:
            return ended.code if isinstance(ended.code, int) else 1
    return 0


@contextmanager
def inside(folder: Path) -> Iterator[None]:
    """Work in a folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def tree(folder: Path) -> dict[str, str]:
    """The files of a published tree with the digests of their bytes."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def environment(**changed: str) -> Mapping[str, str]:
    """The environment of a process of our own."""
    return {**os.environ, **changed}
