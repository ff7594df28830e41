"""What `circuito` does at the command line.

Exit codes: 0 right, 1 problems in content, 2 wrong configuration, 3 published with items left out.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ..problems import Problem
from .editor import add_editor
from .fmt import add_fmt
from .forms import add_forms
from .importing import add_import
from .links import add_links
from .nowhere import no_network, spoken
from .review import add_review
from .state import add_state
from .watch import watched

if TYPE_CHECKING:
    from ..model.network import Network

RIGHT, PROBLEMS, CONFIGURATION, LEFT_OUT = 0, 1, 2, 3
PUBLISHED = {
    "it": "Il sito è in {folder}. Per vederlo: python3 -m http.server -d {folder}, poi http://localhost:8000",
    "en": "The site is in {folder}. To see it: python3 -m http.server -d {folder}, then http://localhost:8000",
}


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

    checking = commands.add_parser("check", help="say all that is wrong in the content, and what to write instead")
    checking.add_argument("folder", nargs="?", default=".", help="the network's folder (default: this one)")
    checking.add_argument("--lang", default=spoken(), choices=("it", "en"), help="language of the messages")
    form = checking.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the problems for machines")
    form.add_argument("--watch", action="store_true", help="check again at every change, until Ctrl-C")
    checking.add_argument(
        "--as-of", type=date.fromisoformat, metavar="DAY", help="the day to check for (default: today)"
    )
    checking.set_defaults(run=check)

    publishing = commands.add_parser("publish", help="build the site, leaving out files that hold problems")
    publishing.add_argument(
        "--settings", default="pelicanconf.py", metavar="FILE", help="settings (default: pelicanconf.py)"
    )
    publishing.add_argument("--output", metavar="FOLDER", help="where to publish (default: as the settings say)")
    publishing.add_argument(
        "--as-of", type=date.fromisoformat, metavar="DAY", help="the day to build for (default: today)"
    )
    publishing.set_defaults(run=publish)

    add_card(commands)
    add_match(commands)
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


def add_card(commands: Any) -> None:
    """The command that draws one card."""
    drawing = commands.add_parser("card", help="draw the social card of one event, space or project")
    drawing.add_argument("file", help="its file, or content/network.yaml for the network's own card")
    drawing.add_argument("--format", default="story", choices=("card", "square", "story"), help="default: story")
    drawing.add_argument("--lang", metavar="CODE", help="language (default: the network's own)")
    drawing.add_argument("--output", default="card.png", metavar="FILE", help="where to (default: card.png)")
    drawing.add_argument(
        "--settings", default="pelicanconf.py", metavar="FILE", help="settings (default: pelicanconf.py)"
    )
    drawing.add_argument("--as-of", type=date.fromisoformat, metavar="DAY", help="the day to draw for (default: today)")
    drawing.set_defaults(run=card)


def add_match(commands: Any) -> None:
    """The command that says where a project fits."""
    matching = commands.add_parser(
        "match", help="say where a project can go, or what a space would need for it, and why"
    )
    matching.add_argument("project", help="the project, by the name of its folder")
    matching.add_argument("space", nargs="?", help="one space, by the name of its folder (default: all)")
    matching.add_argument("--lang", default=spoken(), metavar="CODE", help="language of the sentences")
    matching.add_argument(
        "--settings", default="pelicanconf.py", metavar="FILE", help="settings (default: pelicanconf.py)"
    )
    matching.add_argument(
        "--as-of", type=date.fromisoformat, metavar="DAY", help="the day to judge for (default: today)"
    )
    matching.set_defaults(run=match)


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
    count = len(problems)
    if lang == "it":
        print(
            "Tutto a posto." if not count else f"{count} {'problema' if count == 1 else 'problemi'}.", file=sys.stderr
        )
    else:
        print("All right." if not count else f"{count} problem{'s' if count != 1 else ''}.", file=sys.stderr)


def publish(options: argparse.Namespace) -> int:
    """Build the site without the files that hold problems. The exit code says whether any was left out."""
    import pelican

    if not os.path.isfile(options.settings):
        print(f"circuito: {no_network(options.settings)}", file=sys.stderr)
        return CONFIGURATION
    arguments = ["--fatal", "errors", "-s", options.settings, "-e", "LEAVE_OUT=true"]
    if options.as_of:
        arguments.append(f'AS_OF="{options.as_of}"')
    if options.output:
        arguments += ["-o", options.output]
    try:
        pelican.main(arguments)
        code = RIGHT
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else CONFIGURATION
    if code in (RIGHT, LEFT_OUT):
        print(PUBLISHED[spoken()].format(folder=options.output or output_of(options.settings)))
    return code


def output_of(settings: str) -> str:
    """The folder into which some settings publish, as a person here names it."""
    from pelican.settings import read_settings

    folder: str = read_settings(settings)["OUTPUT_PATH"]
    return os.path.relpath(folder)


def card(options: argparse.Namespace) -> int:
    """Draw one card, in a format that pages do not need but people share."""
    from ..outputs.cards import card_on_demand

    def drawn(network: Network) -> None:
        lang = options.lang or network.lang
        if lang not in network.languages:
            raise LookupError(f"{lang}: not a language of this network")
        made = card_on_demand(network, Path(os.path.normpath(options.file)).as_posix(), lang, options.format)
        Path(options.output).write_bytes(made)

    return with_network(options, drawn)


def match(options: argparse.Namespace) -> int:
    """Print the verdicts of a project with their sentences, money included: who calls it is a member."""
    from ..outputs.match_told import told

    def printed(network: Network) -> None:
        for line in told(network, options.project, options.space, options.lang):
            print(line)

    return with_network(options, printed)


def with_network(options: argparse.Namespace, use: Callable[[Network], None]) -> int:
    """Read the network of some settings and use it. What is asked for and is not there is wrong usage."""
    from pelican.settings import read_settings

    from ..publishing.conditions import ConfigurationError
    from ..publishing.languages import with_phrases
    from ..reading.load import load

    if not os.path.isfile(options.settings):
        print(f"circuito: {no_network(options.settings)}", file=sys.stderr)
        return CONFIGURATION
    settings = read_settings(options.settings)
    loaded = load(settings["PATH"], today=options.as_of or datetime.now(UTC).date(), site=settings["SITEURL"])
    if loaded.network is None:
        report(loaded.problems, spoken(), as_json=False)
        return PROBLEMS
    try:
        use(with_phrases(loaded.network, settings))
    except (ConfigurationError, LookupError) as wrong:
        print(f"circuito: {wrong.args[0]}", file=sys.stderr)
        return CONFIGURATION
    return RIGHT


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
