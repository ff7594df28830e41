"""What `circuito check` does: say all that is wrong in the content, and what to write instead."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from tempfile import TemporaryDirectory
from typing import Any

from ..problems import Problem
from .exit_codes import CONFIGURATION, PROBLEMS, RIGHT
from .watch import watched


def add_check(commands: Any, spoken: str) -> None:
    """The command that checks a network."""
    checking = commands.add_parser("check", help="say all that is wrong in the content, and what to write instead")
    checking.add_argument("folder", nargs="?", default=".", help="the network's folder (default: this one)")
    checking.add_argument("--lang", default=spoken, choices=("it", "en"), help="language of the messages")
    form = checking.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the problems for machines")
    form.add_argument("--watch", action="store_true", help="check again at every change, until Ctrl-C")
    checking.add_argument(
        "--as-of", type=date.fromisoformat, metavar="DAY", help="the day to check for (default: today)"
    )
    checking.set_defaults(run=check)


def check(options: argparse.Namespace) -> int:
    """Check a network and print every problem, once or at every change."""
    from ..reading.load import load
    from ..reading.memory import Memory

    if not os.path.isdir(options.folder):
        print(f"circuito: {options.folder}: no such folder", file=sys.stderr)
        return CONFIGURATION

    def once(memory: str | None = None) -> int:
        today = options.as_of or datetime.now(UTC).date()
        loaded = load(options.folder, today=today, memory=Memory(memory))
        report(loaded.problems, options.lang, options.json)
        return PROBLEMS if loaded.problems else RIGHT

    if not options.watch:
        return once()
    with TemporaryDirectory() as folder:
        return watched(options.folder, options.lang, lambda: once(os.path.join(folder, "memory")))


def report(problems: Sequence[Problem], lang: str, as_json: bool) -> None:
    """Print problems, a line each, or as one JSON list."""
    if as_json:
        print(json.dumps([problem.as_data(lang) for problem in problems], ensure_ascii=False, indent=1))
        return
    for problem in problems:
        print(problem.told(lang))
    sys.stdout.flush()  # so that the count stands below, also in a file
    print(counted(len(problems), lang), file=sys.stderr)


def counted(count: int, lang: str) -> str:
    """How many problems there are, in words."""
    if lang == "it":
        return f"{count} {'problema' if count == 1 else 'problemi'}." if count else "Tutto a posto."
    return f"{count} problem{'' if count == 1 else 's'}." if count else "All right."
