"""What `circuito state` does: fetch what earlier runs remember from a branch of the repository, and save it there."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Any

from .exit_codes import CONFIGURATION, LEFT_OUT, PROBLEMS, RIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..problems import Problem
    from ..remembering.branch import Branch

BRANCH = "circuito/state"
MOST_TOLD = 20
ABOUT = """Keeps what runs remember on a branch of the repository of its own, so that a run that begins in a fresh clone
knows what the ones before it found: how the last import of each calendar went, and which links fail. `fetch` brings it
into .circuito, and `save` puts it back, beside what others saved in the meantime. A host's token is taken from the
variable CIRCUITO_TOKEN.

exit codes: 0 all is well; 1 the network cannot be read; 2 git refused; 3 something on the branch was left alone"""
WORDS = {
    "it": {
        "nothing": "su `{branch}` non c'è ancora niente",
        "fetched": "da `{branch}`: {count} file",
        "saved": "su `{branch}`: {count} file",
        "same": "`{branch}` è già così",
        "more": "e altri {count} problemi",
        "elsewhere": "{path} è un collegamento: toglilo",
    },
    "en": {
        "nothing": "there is nothing on `{branch}` yet",
        "fetched": "from `{branch}`: {count} files",
        "saved": "on `{branch}`: {count} files",
        "same": "`{branch}` is so already",
        "more": "and {count} more problems",
        "elsewhere": "{path} is a link: remove it",
    },
}


def add_state(commands: Any, lang: str) -> None:
    """The command; `lang` is the language of messages unless asked otherwise."""
    top = commands.add_parser(
        "state",
        help="keep what runs remember on a branch, for runs in fresh clones",
        description=ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    ways = top.add_subparsers(dest="way", required=True, metavar="WAY")
    for name, does, run in (
        ("fetch", "bring what earlier runs remember into .circuito", fetch),
        ("save", "put what this run remembers onto the branch", save),
    ):
        way = ways.add_parser(name, help=does, description=does.capitalize() + ".")
        way.add_argument("folder", nargs="?", default=".", help="the network's folder (default: this one)")
        way.add_argument("--branch", default=BRANCH, metavar="NAME", help=f"the branch (default: {BRANCH})")
        way.add_argument("--lang", default=lang, choices=("it", "en"), help="language of the messages")
        way.set_defaults(run=run)


def fetch(options: argparse.Namespace) -> int:
    """Bring what lies on the branch into the cache."""
    from ..remembering.branch import fetched
    from ..remembering.memos import Elsewhere, put
    from ..reviewing.git import GitRefused

    say = WORDS[options.lang]
    try:
        found = fetched(branch_of(options))
        put(options.folder, found.memos)
    except GitRefused as refused:
        return wrong(str(refused))
    except Elsewhere as linked:
        return wrong(say["elsewhere"].format(path=linked.path))
    tell(found.problems, options.lang)
    key = "fetched" if found.commit else "nothing"
    print(say[key].format(branch=options.branch, count=len(found.memos)))
    return LEFT_OUT if found.problems else RIGHT


def save(options: argparse.Namespace) -> int:
    """Put what the cache holds onto the branch."""
    from ..importing.ground import importable
    from ..remembering.branch import saved
    from ..remembering.memos import gathered
    from ..reviewing.git import GitRefused

    network, problems = importable(options.folder)
    if network is None:
        tell(problems, options.lang)
        return PROBLEMS
    mine = gathered(options.folder, network)
    try:
        key = "saved" if saved(branch_of(options), mine) else "same"
    except GitRefused as refused:
        return wrong(str(refused))
    print(WORDS[options.lang][key].format(branch=options.branch, count=len(mine)))
    return RIGHT


def branch_of(options: argparse.Namespace) -> Branch:
    """The branch that is asked for. Raises `GitRefused` where there is no repository, or where it cannot be a name."""
    from ..remembering.branch import Branch
    from ..reviewing.git import Git

    git = Git(options.folder)
    git.ask("check-ref-format", f"refs/heads/{options.branch}")
    return Branch(git, options.branch, os.environ.get("CIRCUITO_TOKEN", ""))


def tell(problems: Sequence[Problem], lang: str) -> None:
    """Say what is wrong, not longer than people read."""
    for problem in problems[:MOST_TOLD]:
        print(problem.told(lang), file=sys.stderr)
    if len(problems) > MOST_TOLD:
        print(WORDS[lang]["more"].format(count=len(problems) - MOST_TOLD), file=sys.stderr)


def wrong(told: str) -> int:
    """Say why it could not be done."""
    print(f"circuito: {told}", file=sys.stderr)
    return CONFIGURATION
