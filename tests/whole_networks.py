"""Small whole networks: how to copy, change, check and build them."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from circuito.reading.load import load

REPOSITORY = Path(__file__).parent.parent
SMALL = Path(__file__).parent / "networks" / "small"
BROKEN = Path(__file__).parent / "networks" / "broken"
TODAY = date(2026, 11, 22)
NEW = "events/base/nuovo.md"
REAL = """
from circuito.settings import *

SITENAME = "Rete piccola"
SITEURL = "https://piccola.example/rete"
TIMEZONE = "Europe/Rome"
DEFAULT_LANG = "it"
"""
UNDRAWN = f"""{REAL}
OUTPUTS = [name for name in OUTPUTS if not name.endswith((":cards", ":posters", ":programme_sheets"))]
"""


def copied(root: Path, origin: Path = SMALL) -> Path:
    """A network in a new folder."""
    shutil.copytree(origin, root, ignore=shutil.ignore_patterns("__pycache__", "output", ".circuito"))
    return root


def written(root: Path, path: str, content: str | bytes) -> Path:
    """A network after one file was written."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def replaced(root: Path, path: str, old: str, new: str) -> Path:
    """A network after a text was replaced in one file, wherever it stood."""
    before = (root / path).read_text()
    assert old in before
    return written(root, path, before.replace(old, new))


def with_real_theme(root: Path) -> Path:
    """A network with the theme that every network has, and its outputs but cards and print, which take long to draw."""
    (root / "pelicanconf.py").write_text(UNDRAWN)
    return root


def with_everything(root: Path) -> Path:
    """A network with the outputs and the theme that every network has."""
    (root / "pelicanconf.py").write_text(REAL)
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
        try:
            Pelican(read_settings("pelicanconf.py", override={"AS_OF": TODAY.isoformat(), **changed})).run()
        except SystemExit as ended:
            return int(ended.code or 0)
    return 0


def pelican(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a network by the `pelican` command."""
    command = [sys.executable, "-m", "pelican", "--fatal", "errors", "-s", "pelicanconf.py", *arguments]
    return subprocess.run(
        command, cwd=root, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


@contextmanager
def inside(folder: Path) -> Iterator[None]:
    """Work in a folder, from which Python imports too; what it imported is forgotten afterwards."""
    before = Path.cwd()
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        os.chdir(before)
        sys.path.remove(str(folder))
        for name, module in list(sys.modules.items()):
            if str(getattr(module, "__file__", "")).startswith(f"{folder}/"):
                del sys.modules[name]


def tree(folder: Path) -> dict[str, str]:
    """The files of a published tree with the digests of their bytes."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def inodes(folder: Path) -> dict[str, tuple[int, int]]:
    """The files of a published tree with their inodes and times of change: what was written anew has others."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): (file.stat().st_ino, file.stat().st_mtime_ns) for file in files}
