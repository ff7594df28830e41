"""What `circuito tour` and `circuito interest` do: print the tour of a project, and write a space's interest in one.

The command line is for members: it tells what pages keep among them.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from ..circulation.challenges import challenges
from ..circulation.planning import Plan, plan
from ..circulation.proposing import (
    NEXT,
    Refused,
    interest_path,
    lacking_for_next,
    new_interest,
    refuse,
    with_interest,
)
from ..circulation.season import Season
from ..circulation.telling import Teller
from ..model.network import Network
from ..model.things import Interest, Project, Space
from ..writing.things import interest_text
from .exit_codes import CONFIGURATION, PROBLEMS, RIGHT
from .nowhere import NO_NETWORK

AHEAD = 400
Named = TypeVar("Named", Project, Space)
WORDS = {
    "it": {
        "no-folder": NO_NETWORK["it"],
        "unknown": "{kind} `{name}` non c'è{hint}",
        "hint": " (forse `{name}`?)",
        "project": "il progetto",
        "space": "lo spazio",
        "no-tour": "{name}: nessuno spazio interessato che stia sulla mappa",
        "whole": "{name}: {dates} date, {km} km, {days} giorni",
        "station": "{number}. {on} {space}, {km} km",
        "share": "{told}, paga {amount}",
        "challenged": "data contesa: {day}, {asked} la chiede e {held} ha l'opzione; conferma entro il {until}",
        "saving": "risparmio sui viaggi separati: {amount}",
        "closed-project": "il progetto `{name}` non raccoglie interessi: è `{status}`",
        "closed-host": "lo spazio `{name}` dice di non ospitare progetti",
        "own-project": "il progetto `{name}` è di questo spazio",
        "interested-already": "l'interesse c'è già: {path}",
        "written": "scritto: {path}",
        "needs": "per passare a `{state}` manca `{field}: {example}`",
        "possible": "giorni possibili nel giro: {days}",
        "impossible": "ora nel giro non ha posto: {told}",
    },
    "en": {
        "no-folder": NO_NETWORK["en"],
        "unknown": "{kind} `{name}` is not there{hint}",
        "hint": " (did you mean `{name}`?)",
        "project": "the project",
        "space": "the space",
        "no-tour": "{name}: no interested space that is on the map",
        "whole": "{name}: {dates} dates, {km} km, {days} days",
        "station": "{number}. {on} {space}, {km} km",
        "share": "{told}, pays {amount}",
        "challenged": "asked for: {day}, by {asked}, while {held} holds it; to confirm by {until}",
        "saving": "saved against single trips: {amount}",
        "closed-project": "the project `{name}` takes no interests: it is `{status}`",
        "closed-host": "the space `{name}` says that it hosts no projects",
        "own-project": "the project `{name}` is this space's own",
        "interested-already": "the interest is there already: {path}",
        "written": "written: {path}",
        "needs": "to become `{state}` it lacks `{field}: {example}`",
        "possible": "day in the best tour: {days}",
        "impossible": "it has no place in the tour now: {told}",
    },
}


def add_tour(commands: Any, lang: str) -> None:
    """The commands about tours; `lang` is the language of messages unless asked otherwise."""
    touring = commands.add_parser("tour", help="print the best tour of a project: dates, way, shares, who has no place")
    touring.add_argument("project", help="the name of its folder")
    touring.set_defaults(run=tour)
    asking = commands.add_parser("interest", help="write a space's interest in a project, and say what comes next")
    asking.add_argument("project", help="the name of its folder")
    asking.add_argument("space", help="the name of its folder")
    asking.add_argument("--by", default="Programmazione", metavar="ROLE", help="who asks (default: Programmazione)")
    asking.add_argument("--on", type=date.fromisoformat, metavar="DAY", help="the day it is written (default: --as-of)")
    asking.set_defaults(run=interest)
    for each in (touring, asking):
        each.add_argument("folder", nargs="?", default=".", help="the network's folder (default: this one)")
        each.add_argument("--lang", default=lang, choices=("it", "en"), help="language of the messages")
        each.add_argument(
            "--as-of", type=date.fromisoformat, metavar="DAY", help="the day to plan for (default: today)"
        )


def tour(options: argparse.Namespace) -> int:
    """Print the best tour of a project."""
    asked = asked_for(options)
    if asked is None:
        return CONFIGURATION
    say, (network, project) = WORDS[options.lang], asked
    found = plan(network, project, Season(network.today, AHEAD))
    if found is None:
        print(say["no-tour"].format(name=project.slug))
        return RIGHT
    for line in told(network, found, options.lang):
        print(line)
    return RIGHT


def told(network: Network, found: Plan, lang: str) -> Iterator[str]:
    """A plan, line by line: the whole, its dates, how good it is, what it saves, who has no place."""
    say, tell = WORDS[lang], teller(network, lang)
    stations, days = found.stations, 0
    if stations:
        days = (stations[-1].on - stations[0].on).days + 1
    km = f"{found.routed.tour.metres / 1000:.1f}"
    yield say["whole"].format(name=found.project, dates=len(stations), km=km, days=days)
    for number, station in enumerate(stations, 1):
        values = {"number": number, "on": station.on, "space": station.space, "km": f"{station.metres / 1000:.1f}"}
        line = say["station"].format(**values)
        yield line if station.share is None else say["share"].format(told=line, amount=f"{station.share:.2f}")
    yield tell.honest(found.routed)
    if found.saving is not None:
        yield say["saving"].format(amount=f"{found.saving:.2f}")
    yield from contested(network, found, lang)
    yield from (tell.unplaced(space, reason) for space, reason in sorted(found.routed.unplaced.items()))
    yield from (tell.unplaced(space, "nowhere") for space in found.nowhere)


def contested(network: Network, found: Plan, lang: str) -> Iterator[str]:
    """The days of a project, or of its hosts' rooms, that are held and that others ask for."""
    for each in challenges(network.interests, network.fields.challenge_days):
        if found.project in (each.asked.project.slug, each.held.project.slug):
            asked, held = (f"{one.space.slug} ({one.project.slug})" for one in (each.asked, each.held))
            values = {"day": each.asked.fields.on, "asked": asked, "held": held, "until": each.until}
            yield WORDS[lang]["challenged"].format(**values)


def interest(options: argparse.Namespace) -> int:
    """Write the interest of a space in a project, in its first state."""
    asked = asked_for(options)
    if asked is None:
        return CONFIGURATION
    say, (network, project) = WORDS[options.lang], asked
    space = named(network.spaces, "space", options.space, say)
    if space is None:
        return CONFIGURATION
    file = Path(options.folder, interest_path(project, space))
    try:
        refuse(network, project, space)
        if file.exists():
            raise Refused("interested-already", path=interest_path(project, space))
    except Refused as refused:
        print(say[refused.key].format(**refused.values), file=sys.stderr)
        return PROBLEMS
    made = new_interest(project, space, options.on or network.today, options.by)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(interest_text(made.fields.created, options.by), encoding="utf-8")
    print(say["written"].format(path=made.record.path))
    for line in (*next_lines(made, options.lang), *place_lines(network, made, options.lang)):
        print(line)
    return RIGHT


def next_lines(made: Interest, lang: str) -> Iterator[str]:
    """What an interest lacks for the next state."""
    state = NEXT[made.fields.state]
    for field, example in lacking_for_next(made):
        yield WORDS[lang]["needs"].format(state=state, field=field, example=example)


def place_lines(network: Network, made: Interest, lang: str) -> Iterator[str]:
    """The day that a new interest would have in the best tour, or why it has none."""
    found = plan(with_interest(network, made), made.project, Season(network.today, AHEAD))
    space = made.space.slug
    days = [str(station.on) for station in found.stations if station.space == space] if found else []
    if days:
        yield WORDS[lang]["possible"].format(days=", ".join(days))
    elif found and space in found.routed.unplaced:
        reason = teller(network, lang).unplaced(space, found.routed.unplaced[space])
        yield WORDS[lang]["impossible"].format(told=reason)


def asked_for(options: argparse.Namespace) -> tuple[Network, Project] | None:
    """The network and the project that a command is about; what is not there is said."""
    say, network = WORDS[options.lang], network_of(options)
    if network is None:
        say_wrong(say["no-folder"].format(folder=options.folder))
        return None
    project = named(network.projects, "project", options.project, say)
    return (network, project) if project else None


def network_of(options: argparse.Namespace) -> Network | None:
    """The network in a folder, as members know it; None where there is none."""
    from ..reading.load import load

    if not os.path.isdir(options.folder):
        return None
    return load(options.folder, today=options.as_of or datetime.now(UTC).date()).network


def teller(network: Network, lang: str) -> Teller:
    """Who puts findings into words."""
    from ..publishing.languages import phrases_of
    from ..settings import THEME

    names = {space.slug: space.fields.name for space in network.spaces}
    return Teller(phrases_of([lang], [Path(THEME) / "phrases"])[lang], names)


def named(things: Iterable[Named], kind: str, name: str, say: dict[str, str]) -> Named | None:
    """The thing that bears a name; where none does it is said, with the likely name."""
    by_name = {each.slug: each for each in things}
    if name not in by_name:
        near = get_close_matches(name, sorted(by_name), 1)
        hint = say["hint"].format(name=near[0]) if near else ""
        say_wrong(say["unknown"].format(kind=say[kind], name=name, hint=hint))
    return by_name.get(name)


def say_wrong(told: str) -> None:
    """Say what is wrong with how the command was called."""
    print(f"circuito: {told}", file=sys.stderr)
