"""Who has hosted, who has not for long, and who gives and takes."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

from ..circulation.interests import SETTLED
from ..model.network import Network
from ..model.things import Area, Project, Space
from . import digest
from .addresses import Addresses
from .dates import dated_day
from .facts import number
from .match_board import all_hosts_key, all_projects_key, hosts, public_board
from .tour_costs import Table, TableRow
from .views import Link, Text, area_name, body_link, must, text

LONG = timedelta(days=180)
MOST_FITTING = 3


def last_hosted(network: Network) -> dict[str, date]:
    """The last day on which each space hosted a project of others, or will; spaces that never did are not in it."""
    return network.once("last hosted", made_last_hosted, network)


def made_last_hosted(network: Network) -> dict[str, date]:
    found: dict[str, date] = {}
    for event in network.events:
        if event.project and event.project.proposer is not event.host and event.occurrences:
            day = event.occurrences[-1].last_day
            found[event.host.slug] = max(found.get(event.host.slug, day), day)
    for project in network.projects:
        for each in project.fields.past_dates:
            if each.space and each.space != project.proposer.slug:
                found[each.space] = max(found.get(each.space, each.on), each.on)
    return found


def idle_spaces(network: Network) -> list[Space]:
    """The spaces that host and have not for long: those that never did first."""
    last = last_hosted(network)
    long = [each for each in hosts(network) if last.get(each.slug, date.min) < network.today - LONG]
    return sorted(long, key=lambda each: (last.get(each.slug, date.min), each.slug))


def idle_key(network: Network, lang: str) -> str:
    """What the table of idle spaces depends on."""
    said, hosted = network.phrases[lang].digest, [(name, str(day)) for name, day in last_hosted(network).items()]
    return digest("idle 2", lang, said, all_hosts_key(network), all_projects_key(network), hosted, str(network.today))


def idle_table(network: Network, lang: str) -> Table:
    """The spaces that have not hosted for long, with what would fit them."""
    say, last, board = network.phrases[lang], last_hosted(network), public_board(network)
    titles = {each.slug: must(text(each.record.says("title", lang), lang)).text for each in network.projects}
    found = []
    for space in idle_spaces(network):
        fitting = dict.fromkeys(m.project for m in board.of_space(space.slug) if m.verdict != "incompatible")
        day = last.get(space.slug)
        cells = (
            dated_day(day, lang) if day else say("season.never"),
            " · ".join(titles[slug] for slug in islice(fitting, MOST_FITTING)) or say("season.nothing_fits"),
        )
        found.append(TableRow(head=body_link(network, space, lang), cells=cells))
    return Table(columns=(say("season.space"), say("season.last"), say("season.fits")), rows=tuple(found))


def areas_table(network: Network, lang: str) -> Table:
    """The areas with spaces that host, those first where nothing was hosted for longest."""
    say, to, last = network.phrases[lang], Addresses(network, lang), last_hosted(network)
    inside: dict[str, tuple[Area, list[Space]]] = {}
    for space in hosts(network):
        for area in space.areas[:1]:
            inside.setdefault(area.slug, (area, []))[1].append(space)
    dated = [(max(last.get(each.slug, date.min) for each in spaces), area, spaces) for area, spaces in inside.values()]
    return Table(
        columns=(say("season.area"), say("season.last"), say("season.spaces")),
        rows=tuple(
            TableRow(
                head=Link(Text(area_name(network, area, lang)), to.area(area)),
                cells=(
                    dated_day(day, lang) if day > date.min else say("season.never"),
                    ", ".join(space.fields.short_name or space.fields.name for space in spaces),
                ),
            )
            for day, area, spaces in sorted(dated, key=lambda each: (each[0], each[1].slug))
        ),
    )


def balance_table(network: Network, lang: str) -> Table:
    """How much each space has hosted and will, and how often what it proposes was hosted by others."""
    say = network.phrases[lang]
    counted = [(space, *balance(network, space)) for space in network.spaces]
    return Table(
        columns=(say("season.space"), say("season.in"), say("season.out"), say("season.difference")),
        rows=tuple(
            TableRow(
                head=body_link(network, space, lang),
                cells=(number(taken, lang), number(given, lang), signed(given - taken)),
            )
            for space, taken, given in sorted(counted, key=lambda each: (each[2] - each[1], each[0].slug))
            if taken or given
        ),
    )


def signed(count: int) -> str:
    """A difference with its sign: `+2`, `−1`, `0`."""
    return f"{count:+d}".replace("-", "−") if count else "0"


def balance(network: Network, space: Space) -> tuple[int, int]:
    """How many settled dates a space hosts of others' projects, and how many its own have elsewhere."""
    settled = [each for each in network.interests if each.state in SETTLED]
    taken = sum(1 for each in settled if each.space is space and not is_own(each.project, space))
    given = sum(1 for each in settled if each.space is not space and is_own(each.project, space))
    return taken, given


def is_own(project: Project, space: Space) -> bool:
    """Whether a project is of a space: proposed by it, or started from it."""
    return project.proposer is space or project.fields.origin_space == space.slug
