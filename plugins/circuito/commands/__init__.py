"""What `circuito` does at the command line.

Exit codes: 0 right, 1 problems in content, 2 wrong configuration, 3 published with items left out.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from .check import add_check
from .editor import add_editor
from .exit_codes import PROBLEMS, RIGHT
from .fmt import add_fmt
from .forms import add_forms
from .importing import add_import
from .links import add_links
from .nowhere import spoken
from .publish import add_publish
from .review import add_review
from .state import add_state


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # what a terminal cannot show is written as an escape
            stream.reconfigure(errors="backslashreplace")
    given = sys.argv[1:] if arguments is None else arguments
    options = parser(*given[:1]).parse_args(given)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    return code


def parser(asked: str = "") -> argparse.ArgumentParser:
    """The commands with their options: all, or at least the one that is asked for."""
    top = argparse.ArgumentParser(prog="circuito", description="Checks and publishes a network of spaces.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    add_check(commands, spoken())
    add_publish(commands)
    add_review(commands)
    add_forms(commands)
    for add in (add_fmt, add_import, add_links, add_state, add_editor):
        add(commands, spoken())

    add_reference(commands)
    if asked not in commands.choices:
        add_costly(commands)
    return top


def add_costly(commands: Any) -> None:
    """The commands whose options, or what stands beside them, take long to import: other commands need not wait."""
    from .new import add_new
    from .tour import add_tour

    add_tour(commands, spoken())
    add_new(commands, spoken())


def add_reference(commands: Any) -> None:
    """The commands that write what the declarations say."""
    schemas = commands.add_parser("schema", help="write the JSON Schemas that editors use")
    schemas.add_argument("folder", nargs="?", default="docs/schema", help="where to (default: docs/schema)")
    schemas.set_defaults(run=schema)

    docs = commands.add_parser("docs", help="write the reference of all fields")
    docs.add_argument("file", nargs="?", default="docs/fields.md", help="where to (default: docs/fields.md)")
    docs.set_defaults(run=write_docs)


def schema(options: argparse.Namespace) -> int:
    """Write the JSON Schemas."""
    from ..reading.schema import schemas

    folder = Path(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas():
        (folder / name).write_text(text, encoding="utf-8")
    return RIGHT


def write_docs(options: argparse.Namespace) -> int:
    """Write the reference of all fields."""
    from ..reading.schema import reference

    file = Path(options.file)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(reference(), encoding="utf-8")
    return RIGHT
