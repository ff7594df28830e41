"""What `circuito import` does: bring in the calendars that spaces keep elsewhere, and say what became of them."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from .exit_codes import CONFIGURATION, LEFT_OUT, PROBLEMS, RIGHT

if TYPE_CHECKING:
    from ..importing.ground import Importable
    from ..importing.outcome import Order
    from ..model.space_calendar import SpaceCalendar

TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsm", ".xlsb", ".ods")
ABOUT = """Brings in the calendars that spaces name under `calendars` in space.md: each event becomes an ordinary event
file under events/<space>/, to be reviewed like any other change. Run it again whenever you like: what was
corrected by hand stays, what changed there changes here, and nothing is ever deleted."""
EXAMPLES = """examples:
  circuito import                                 every calendar of every space
  circuito import --space officina --dry-run      what one space would get, without writing
  circuito import --space officina --file a.ics   an exported file instead of an address
  circuito import eventi.xlsx --space officina    a table: CSV, Excel or OpenDocument, a row for each event
  circuito import --report report.md --lang it    and the report for the proposal of changes

exit codes: 0 all is well; 1 the network cannot be read; 2 wrong usage; 3 a calendar or an event was left out, or a
calendar lost so much that it is not believed"""
WORDS = {
    "it": {
        "no-folder": "{folder}: non è una cartella",
        "no-space": "lo spazio `{name}` non c'è{hint}",
        "no-calendar": "nessuno degli spazi chiesti ha un calendario `{name}`{hint}",
        "no-address": "{variable}: la voce {number} non è `spazio/calendario=indirizzo`, o c'è due volte",
        "one-space": "--file vuole un solo spazio: aggiungi --space NOME",
        "hint": " (forse `{name}`?)",
    },
    "en": {
        "no-folder": "{folder}: no such folder",
        "no-space": "there is no space `{name}`{hint}",
        "no-calendar": "none of the spaces asked for has a calendar `{name}`{hint}",
        "no-address": "{variable}: entry {number} is not `space/calendar=address`, or comes twice",
        "one-space": "--file needs one space: add --space NAME",
        "hint": " (did you mean `{name}`?)",
    },
}


def add_import(commands: Any, lang: str) -> None:
    """The command; `lang` is the language of messages unless asked otherwise."""
    parser = commands.add_parser(
        "import",
        help="bring in the calendars that spaces keep elsewhere, as event files to review",
        description=ABOUT,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "folder", nargs="?", default=".", help="the network's folder (default: this one), or a file as with --file"
    )
    parser.add_argument("--space", action="append", default=[], metavar="NAME", help="one space, by its folder's name")
    parser.add_argument("--calendar", default="", metavar="ID", help="one calendar, by its `id` (also a paused one)")
    parser.add_argument("--file", default="", metavar="FILE", help="read this file in place of the calendar's address")
    parser.add_argument("--dry-run", action="store_true", help="write nothing, only say what would change")
    parser.add_argument(
        "--accept-shrink", action="store_true", help="believe a calendar that lost more than half of its events, or all"
    )
    parser.add_argument("--report", default="", metavar="FILE", help="write the report (Markdown) to a file")
    parser.add_argument("--json", action="store_true", help="print the report for machines")
    parser.add_argument("--lang", default=lang, choices=("it", "en"), help="language of the report")
    parser.add_argument("--as-of", type=date.fromisoformat, metavar="DAY", help="the day of the run (default: today)")
    parser.add_argument(
        "--since",
        type=date.fromisoformat,
        metavar="DAY",
        help="what was over before this day is left out",
    )
    parser.set_defaults(run=bring_in)


def bring_in(options: argparse.Namespace) -> int:
    """Import, print the report, write it where asked."""
    from ..importing.ground import importable
    from ..importing.outcome import Order
    from ..importing.report import data, markdown, next_step
    from ..importing.run import orphans, run
    from ..importing.walls import Walls

    say = WORDS[options.lang]
    if os.path.isfile(options.folder) and not options.file:
        options.folder, options.file = ".", options.folder
    if not os.path.isdir(options.folder):
        return wrong(say["no-folder"].format(folder=options.folder))
    network, problems = importable(options.folder)
    if network is None:
        for problem in problems:
            print(problem.told(options.lang), file=sys.stderr)
        return PROBLEMS
    order = Order(
        root=options.folder, today=options.as_of or datetime.now(UTC).astimezone(network.zone).date(),
        since=options.since, spaces=tuple(options.space), calendar=options.calendar, file=options.file,
        trial=options.dry_run, accept_shrink=options.accept_shrink, secrets=secrets(say),
    )  # fmt: skip
    network, refusal = asked_for(network, order, say)
    if refusal:
        return wrong(refusal)
    outcomes, removed = run(network, order, Walls(hosts=network.network.import_hosts)), orphans(network, order)
    told = markdown(outcomes, removed, options.lang, trial=options.dry_run)
    if options.report:
        Path(options.report).write_text(told, encoding="utf-8")
    print(
        json.dumps(data(outcomes, removed, options.lang), ensure_ascii=False, indent=1) if options.json else told,
        end="",
    )
    if not (options.json or options.dry_run) and (told := next_step(outcomes, options.lang)):
        print(f"\n{told}")
    for problem in network.problems:
        print(problem.told(options.lang), file=sys.stderr)
    failed = any(each.problem is not None or each.faults or each.doubted for each in outcomes)
    return PROBLEMS if network.problems else LEFT_OUT if failed else RIGHT


def secrets(say: dict[str, str]) -> Mapping[str, str]:
    """The secret addresses of calendars; of those that cannot be read only the number is told."""
    from ..importing.secret_addresses import VARIABLE, secret_addresses

    found, unread = secret_addresses(os.environ.get(VARIABLE, ""))
    for number in unread:
        print(f"circuito: {say['no-address'].format(variable=VARIABLE, number=number)}", file=sys.stderr)
    return found


def asked_for(network: Importable, order: Order, say: dict[str, str]) -> tuple[Importable, str]:
    """The network with what is asked for, and why that cannot be. A file alone needs no calendar in the profile."""
    from ..model.space_calendar import SpaceCalendar

    for name in order.spaces:
        if name not in network.spaces:
            return network, say["no-space"].format(name=name, hint=hint(name, list(network.spaces), say))
    chosen = {slug: network.spaces[slug] for slug in order.spaces or network.spaces}
    if order.file and len(chosen) != 1:
        return network, say["one-space"]
    known = sorted({each.id for fields in chosen.values() for each in fields.calendars})
    if order.file and not order.calendar:
        slug, fields = next(iter(chosen.items()))
        kind = kind_of(order.file)
        if all(each.read_as != kind for each in fields.calendars):
            return with_file(network, slug, SpaceCalendar(id="file", secret=True, read_as=kind)), ""
    if order.file and order.calendar not in ("", *known):
        slug = next(iter(chosen))
        return with_file(network, slug, SpaceCalendar(id=order.calendar, secret=True, read_as=kind_of(order.file))), ""
    if order.calendar and order.calendar not in known:
        return network, say["no-calendar"].format(name=order.calendar, hint=hint(order.calendar, known, say))
    return network, ""


def with_file(network: Importable, slug: str, by_file: SpaceCalendar) -> Importable:
    """The network with a calendar that is a file; the others of its space rest."""
    resting = (replace(each, paused=True) for each in network.spaces[slug].calendars)
    added = replace(network.spaces[slug], calendars=(*resting, by_file))
    return replace(network, spaces={**network.spaces, slug: added})


def kind_of(file: str) -> Literal["calendar", "page", "table"]:
    """How a file is read, by the end of its name."""
    end = Path(file).suffix.lower()
    return "table" if end in TABLES else "page" if end in (".html", ".htm", ".xhtml") else "calendar"


def hint(name: str, names: list[str], say: dict[str, str]) -> str:
    """The name that was perhaps meant."""
    near = get_close_matches(name, names, 1)
    return say["hint"].format(name=near[0]) if near else ""


def wrong(told: str) -> int:
    """Say what is wrong with how the command was called."""
    print(f"circuito: {told}", file=sys.stderr)
    return CONFIGURATION
