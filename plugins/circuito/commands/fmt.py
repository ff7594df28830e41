"""What `circuito fmt` does: write content files in the house style, or name those that are not."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ..problems import Problem
from ..reading.walk import Found, walk
from .exit_codes import CONFIGURATION, PROBLEMS, RIGHT
from .nowhere import NO_NETWORK

WORDS = {
    "it": {
        "no-folder": NO_NETWORK["it"],
        "no-file": "{path}: non è un file della rete",
        "differs": "{path}: non è nello stile della casa (circuito fmt lo mette a posto)",
        "written": "scritto: {path}",
        "right": "Tutto in ordine.",
    },
    "en": {
        "no-folder": NO_NETWORK["en"],
        "no-file": "{path}: not a file of the network",
        "differs": "{path}: not in the house style (circuito fmt mends it)",
        "written": "written: {path}",
        "right": "All in order.",
    },
}


def add_fmt(commands: Any, spoken: str) -> None:
    """The command that writes files in the house style."""
    formatting = commands.add_parser("fmt", help="write content files in the house style")
    formatting.add_argument("paths", nargs="*", metavar="PATH", help="files or folders (default: the whole network)")
    formatting.add_argument("--check", action="store_true", help="write nothing, name the files that differ")
    formatting.add_argument("--folder", default=".", help="the network's folder (default: this one)")
    formatting.add_argument("--lang", default=spoken, choices=("it", "en"), help="language of the messages")
    formatting.set_defaults(run=fmt)


def fmt(options: argparse.Namespace) -> int:
    """Write the files that are not in the house style, or name them."""
    say = WORDS[options.lang]
    found = [each for each in walk(options.folder)[0] if each.sound]
    if not found:
        return wrong(say["no-folder"].format(folder=options.folder))
    asked = [inside(path, options.folder) for path in options.paths]
    for path, given in zip(asked, options.paths, strict=True):
        if not any(under(each.path, path) for each in found):
            return wrong(say["no-file"].format(path=given))
    told = [one(options, each, made) for each, made in news(options.folder, chosen(found, asked))]
    if not told:
        print(say["right"], file=sys.stderr)
    return max(told, default=RIGHT)


def one(options: argparse.Namespace, file: Found, made: str | Problem) -> int:
    """Write or name one file that is not in the house style, and give the exit code for it."""
    say = WORDS[options.lang]
    if isinstance(made, Problem):
        print(made.told(options.lang))
        return PROBLEMS
    if options.check:
        print(say["differs"].format(path=file.path))
        return PROBLEMS
    Path(options.folder, file.path).write_text(made, encoding="utf-8", newline="\n")
    print(say["written"].format(path=file.path))
    return RIGHT


def inside(path: str, folder: str) -> str:
    """A path as seen from the network's folder."""
    return Path(os.path.relpath(path, folder)).as_posix()


def under(path: str, asked: str) -> bool:
    """Whether a file is what was asked for, or lies in it."""
    return asked in (".", path) or path.startswith(f"{asked}/")


def chosen(found: Sequence[Found], asked: Sequence[str]) -> Iterator[Found]:
    """The Markdown files of declared kinds among those asked for; the office lays out its YAML files by hand."""
    from ..reading.memory import CLASSES

    for each in found:
        if (
            each.kind in CLASSES
            and each.path.endswith(".md")
            and (not asked or any(under(each.path, path) for path in asked))
        ):
            yield each


def news(folder: str, files: Iterator[Found]) -> Iterator[tuple[Found, str | Problem]]:
    """The files that would read otherwise in the house style, with their new content or why there is none."""
    from ..reading.document import Unreadable, markdown
    from ..reading.memory import CLASSES
    from ..writing.style import formatted

    for each in files:
        content = Path(folder, each.path).read_bytes()
        try:
            markdown(each.path, content)
        except Unreadable as refused:
            yield each, refused.problem
            continue
        made = formatted(content.decode(), CLASSES[each.kind])
        if made.encode() != content:
            yield each, made


def wrong(told: str) -> int:
    """Say what is wrong with how the command was called."""
    print(f"circuito: {told}", file=sys.stderr)
    return CONFIGURATION
