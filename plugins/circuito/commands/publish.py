"""What `circuito publish`, `card` and `match` do: they read a network by its settings, as a build does."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .check import report
from .exit_codes import CONFIGURATION, LEFT_OUT, PROBLEMS, RIGHT
from .nowhere import spoken

if TYPE_CHECKING:
    from ..model.network import Network

PUBLISHED = {
    "it": "Il sito è in {folder}. Per vederlo: python3 -m http.server -d {folder}, poi http://localhost:8000",
    "en": "The site is in {folder}. To see it: python3 -m http.server -d {folder}, then http://localhost:8000",
}


def add_publish(commands: Any) -> None:
    """The commands that need settings."""
    publishing = commands.add_parser("publish", help="build the site, leaving out files that hold problems")
    add_settings(publishing)
    publishing.add_argument("--output", metavar="FOLDER", help="where to publish (default: as the settings say)")
    add_day(publishing, "the day to build for (default: today)")
    publishing.set_defaults(run=publish)

    drawing = commands.add_parser("card", help="draw the social card of one event, space or project")
    drawing.add_argument("file", help="its file, or content/network.yaml for the network's own card")
    drawing.add_argument("--format", default="story", choices=("card", "square", "story"), help="default: story")
    drawing.add_argument("--lang", metavar="CODE", help="language (default: the network's own)")
    drawing.add_argument("--output", default="card.png", metavar="FILE", help="where to (default: card.png)")
    add_settings(drawing)
    add_day(drawing, "the day to draw for (default: today)")
    drawing.set_defaults(run=card)

    matching = commands.add_parser(
        "match", help="say where a project can go, or what a space would need for it, and why"
    )
    matching.add_argument("project", help="the project, by the name of its folder")
    matching.add_argument("space", nargs="?", help="one space, by the name of its folder (default: all)")
    matching.add_argument("--lang", default=spoken(), metavar="CODE", help="language of the sentences")
    add_settings(matching)
    add_day(matching, "the day to judge for (default: today)")
    matching.set_defaults(run=match)


def add_settings(command: argparse.ArgumentParser) -> None:
    """The option that says where the settings are."""
    command.add_argument(
        "--settings", default="pelicanconf.py", metavar="FILE", help="settings (default: pelicanconf.py)"
    )


def add_day(command: argparse.ArgumentParser, what: str) -> None:
    """The option that says which day it is."""
    command.add_argument("--as-of", type=date.fromisoformat, metavar="DAY", help=what)


def publish(options: argparse.Namespace) -> int:
    """Build the site without the files that hold problems. The exit code says whether any was left out."""
    import pelican

    from ..publishing.conditions import ConfigurationError
    from .configured import settings_in

    try:
        settings = settings_in(options.settings)
    except ConfigurationError as wrong:
        return refused(wrong)
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
        folder = options.output or os.path.relpath(settings["OUTPUT_PATH"])
        print(PUBLISHED[spoken()].format(folder=folder))
    return code


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
    from ..publishing.conditions import ConfigurationError
    from ..publishing.languages import with_phrases
    from ..reading.load import load
    from .configured import settings_in

    try:
        settings = settings_in(options.settings)
        today = options.as_of or datetime.now(UTC).date()
        loaded = load(settings["PATH"], today=today, site=settings["SITEURL"])
        if loaded.network is None:
            report(loaded.problems, spoken(), as_json=False)
            return PROBLEMS
        use(with_phrases(loaded.network, settings))
    except (ConfigurationError, LookupError) as wrong:
        return refused(wrong)
    return RIGHT


def refused(wrong: Exception) -> int:
    """Say what is wrong with settings or usage."""
    print(f"circuito: {wrong.args[0]}", file=sys.stderr)
    return CONFIGURATION
