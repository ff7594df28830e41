"""What `circuito review` does: say what a proposal changes, what is wrong with it, and who must agree."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .problems import printable

if TYPE_CHECKING:
    from .reviewing.proposal import Proposal

RIGHT, PROBLEMS, CONFIGURATION = 0, 1, 2
FORMATS = ("text", "json", "github", "gitlab", "forgejo", "markdown")
MEMORY = ".circuito/review/memory"


def add_review(commands: Any) -> None:
    """The commands about proposals."""
    reviewing = commands.add_parser("review", help="say what a proposal changes, what is wrong with it, who must agree")
    reviewing.add_argument("folder", nargs="?", default=".", help="the network's folder, a checkout of the base")
    reviewing.add_argument("--base", required=True, metavar="REF", help="what it would be merged into")
    reviewing.add_argument("--head", metavar="REF", help="what is proposed (default: the files in the folder)")
    reviewing.add_argument("--author", metavar="NAME", help="who proposes it; without, nobody's rights are asked for")
    reviewing.add_argument(
        "--team", action="append", default=[], metavar="NAME", help="a team of the author's (several times, if many)"
    )
    reviewing.add_argument(
        "--approved", action="append", default=[], metavar="NAME", help="who approved it (several times, if many)"
    )
    reviewing.add_argument("--lang", choices=("it", "en"), help="language (default: the author's space's)")
    reviewing.add_argument("--format", default="text", choices=FORMATS, help="default: text")
    reviewing.add_argument("--output", metavar="FILE", help="write it there, not to the terminal")
    reviewing.add_argument("--preview", default="", metavar="ADDRESS", help="where the proposed site can be seen")
    reviewing.add_argument(
        "--bring-in", action="store_true", help="put its content into the folder, for a preview, if it may have one"
    )
    reviewing.add_argument(
        "--as-of", type=date.fromisoformat, metavar="DAY", help="the day to read for (default: today)"
    )
    reviewing.set_defaults(run=review)


def review(options: argparse.Namespace) -> int:
    """Review one proposal."""
    from .reviewing.git import GitRefused
    from .reviewing.permission import People
    from .reviewing.proposal import bring_in, proposal

    if not os.path.isdir(options.folder):
        return wrong(f"{options.folder}: no such folder")
    who = People(options.author, tuple(options.team), tuple(options.approved)) if options.author else None
    today = options.as_of or datetime.now(UTC).date()
    kept = str(Path(options.folder) / MEMORY)
    try:
        found = proposal(options.folder, options.base, options.head, today=today, who=who, kept=kept)
    except GitRefused as refused:
        return wrong(str(refused))
    put("\n".join(told(found, options)), options.output)
    if options.bring_in and found.shown:
        bring_in(found, options.folder)
    return RIGHT if found.right else PROBLEMS


def told(found: Proposal, options: argparse.Namespace) -> Iterator[str]:
    """A review in the form that was asked for."""
    from .reviewing import annotations
    from .reviewing.comment import comment
    from .reviewing.proposal import language

    lang = options.lang or language(found, options.author)
    if options.format == "text":
        yield from text(found, lang)
    elif options.format == "github":
        yield from annotations.github(found, lang)
    elif options.format == "markdown":
        yield comment(found, lang, options.preview)
    else:
        made: Any = {
            "json": annotations.plain,
            "gitlab": annotations.gitlab,
            "forgejo": annotations.forgejo,
        }[options.format](found, lang)
        yield json.dumps(made, ensure_ascii=False, indent=1)


def text(found: Proposal, lang: str) -> Iterator[str]:
    """A review for a terminal: what is wrong, the files, the pages, and the whole in one sentence."""
    from .reviewing.comment import MOST_PAGES, kind_of, verdict
    from .reviewing.words import WORDS

    say = WORDS[lang]
    for problem in (*found.problems, *found.refused):
        yield problem.told(lang)
    yield f"{say['files']}:"
    for change in found.changes:
        how = say[f"file-{change.kind}"].format(former=printable(change.former))
        yield f"  {printable(change.path)}: {how}"
    for kind, alike in groupby(found.pages, key=kind_of):
        pages = list(alike)
        yield f"{say['pages']}, {say[kind]}:"
        yield from (f"  {page.address}: {say[page.how]}" for page in pages[:MOST_PAGES])
        if len(pages) > MOST_PAGES:
            yield f"  {say['more'].format(count=len(pages) - MOST_PAGES)}"
    yield verdict(found, lang)


def put(text: str, file: str | None) -> None:
    """Print a text, or write it to a file."""
    if file is None:
        print(text)
    else:
        Path(file).write_text(f"{text}\n", encoding="utf-8", errors="backslashreplace")


def wrong(told: str) -> int:
    """Say what is wrong with how the command was called."""
    print(f"circuito: {told}", file=sys.stderr)
    return CONFIGURATION
