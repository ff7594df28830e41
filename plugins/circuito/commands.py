"""What `circuito` does at the command line."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from .problems import Problem

RIGHT, PROBLEMS, CONFIGURATION = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Gives the exit code: 0 right, 1 problems in content, 2 wrong configuration."""
    parser = argparse.ArgumentParser(prog="circuito", description="Checks and publishes a network of spaces.")
    commands = parser.add_subparsers(dest="command", required=True)
    check_command = commands.add_parser("check", help="check all content, without building anything")
    check_command.add_argument("folder", nargs="?", default=".", help="the network's folder (default: this one)")
    check_command.add_argument("--lang", default=spoken(), choices=("it", "en"), help="language of the messages")
    check_command.add_argument("--json", action="store_true", help="print the problems for machines")
    check_command.add_argument("--as-of", type=date.fromisoformat, help="the day to check for (default: today)")
    options = parser.parse_args(arguments)
    return check(options)


def spoken() -> str:
    """The language for messages: English where the environment asks for it, else Italian."""
    asked = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if asked.lower().startswith("en") else "it"


def check(options: argparse.Namespace) -> int:
    """Check a network and print every problem."""
    from .reading.load import load

    if not os.path.isdir(options.folder):
        print(f"circuito: {options.folder}: no such folder", file=sys.stderr)
        return CONFIGURATION
    today = options.as_of or datetime.now(ZoneInfo("UTC")).date()
    loaded = load(options.folder, today=today)
    report(loaded.problems, options.lang, options.json)
    return PROBLEMS if loaded.problems else RIGHT


def report(problems: Sequence[Problem], lang: str, as_json: bool) -> None:
    """Print problems, a line each, or as one JSON list."""
    if as_json:
        print(json.dumps([problem.as_data(lang) for problem in problems], ensure_ascii=False, indent=1))
        return
    for problem in problems:
        print(problem.told(lang))
    count = len(problems)
    if lang == "it":
        print("Tutto a posto." if not count else f"{count} {'problema' if count == 1 else 'problemi'}.", file=sys.stderr)
    else:
        print("All right." if not count else f"{count} problem{'s' if count != 1 else ''}.", file=sys.stderr)
