"""What `circuito links` does: ask whether the links of all files still lead somewhere, and remember which do not."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from ..problems import Problem, Source, in_order
from .exit_codes import CONFIGURATION, PROBLEMS, RIGHT

if TYPE_CHECKING:
    from ..links.written import Written
    from ..reading.dead_links import Kept

SUMMARY = {
    "it": "{asked} collegamenti chiesti: {dead} morti, {failing} da richiedere un altro giorno, {unasked} senza tempo.",
    "en": "{asked} links asked: {dead} dead, {failing} to ask again on another day, {unasked} not for want of time.",
}
BY_WHY = {"gone": "link-gone", "no-host": "link-no-host", "no-answer": "link-no-answer", "refused": "link-refused"}


def add_links(commands: Any, lang: str) -> None:
    """The command that checks links; `lang` is the language of messages unless asked otherwise."""
    checking = commands.add_parser("links", help="ask whether the links in all files still lead somewhere")
    checking.add_argument("folder", nargs="?", default=".", help="the network's folder (default: this one)")
    checking.add_argument("--lang", default=lang, choices=("it", "en"), help="language of the messages")
    checking.add_argument("--json", action="store_true", help="print what was found for machines")
    checking.add_argument("--pause", type=float, default=1.0, metavar="SECONDS", help="between two questions to a host")
    checking.add_argument("--minutes", type=float, default=10.0, help="how long the whole may take (default: 10)")
    checking.add_argument("--as-of", type=date.fromisoformat, metavar="DAY", help="the day it is (default: today)")
    checking.set_defaults(run=links)


def links(options: argparse.Namespace) -> int:
    """Ask all links of a network, remember which fail, and print them."""
    from ..links.asking import Manners
    from ..links.written import written
    from ..reading.load import load

    if not os.path.isdir(options.folder):
        print(f"circuito: {options.folder}: no such folder", file=sys.stderr)
        return CONFIGURATION
    today = options.as_of or datetime.now(UTC).date()
    loaded = load(options.folder, today=today)
    if loaded.network is None:
        for problem in loaded.problems:
            print(problem.told(options.lang), file=sys.stderr)
        return PROBLEMS
    manners = Manners(pause=max(0.0, options.pause), seconds=options.minutes * 60)
    return checked(written(loaded.network, loaded.office), options.folder, today, manners, options)


def checked(found: tuple[Written, ...], folder: str, today: date, manners: Any, options: argparse.Namespace) -> int:
    """Ask some links, remember which fail, and print what was found."""
    from ..links.asking import failing
    from ..reading.dead_links import after, keep, recalled

    urls = {each.url for each in found}
    failed, unasked = failing(urls, manners)
    files = {url: tuple(sorted({each.path for each in found if each.url == url})) for url in failed}
    kept = after(recalled(folder), today, {url: (why, files[url]) for url, why in failed.items()}, unasked)
    keep(folder, kept)
    problems = in_order(problems_of(found, kept))
    dead = sum(each.is_dead for each in kept.failing.values())
    if options.json:
        print(json.dumps([problem.as_data(options.lang) for problem in problems], ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            print(problem.told(options.lang))
    counts = {"asked": len(urls - unasked), "dead": dead, "failing": len(kept.failing) - dead, "unasked": len(unasked)}
    print(SUMMARY[options.lang].format(**counts), file=sys.stderr)
    return PROBLEMS if dead else RIGHT


def problems_of(found: tuple[Written, ...], kept: Kept) -> Iterator[Problem]:
    """What is wrong with links, at every place where they stand."""
    for each in found:
        known = kept.failing.get(each.url)
        if known is None:
            continue
        code = BY_WHY.get(known.why, "link-status") if known.is_dead else "link-once"
        values: dict[str, str | int] = {"url": each.url, "status": known.why, "since": str(known.days[0])}
        yield Problem(code, Source(each.path, each.line, each.column), values)
