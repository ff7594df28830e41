"""What fits where, as data: `match.json` beside the page of each open project and of each space that hosts.

It is one JSON object in the network's own language: `version` (1), `network`, `language`, `season` (`from`, `to`),
`project` or `space`, and `matches`, the best first. A match has `project`, `space`, `room`, `verdict`, `score`, `form`
(the variant, empty for the usual form), `days` (the first possible ones), `forms` (the verdict of each), and
`findings`: `rule`, `weight`, `state`, `values`, `fixes` (`kind`, `values`). What is not found is a yes, or not asked
for; of money nothing is told. Fields may be added; what one means changes only with `version`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from ..circulation.findings import Finding, Fix, Money, Value, Word
from ..circulation.matching import Match
from ..model.network import Network
from . import File, digest
from .addresses import Addresses, path_of
from .catalogue_data import written
from .keys import network_key
from .match_board import Board, first_days, hosts, open_projects, project_digest, public_board, space_digest
from .plain_data import Plain, number


def match_data(network: Network) -> Iterator[File]:
    """`match.json` of each open project and of each space that hosts."""
    to = Addresses(network, network.lang)
    for project in open_projects(network):
        told = project_digest(network, project)
        yield file(network, to.project(project), told, partial(data, network, "project", project.slug))
    for space in hosts(network):
        told = space_digest(network, space)
        yield file(network, to.space(space), told, partial(data, network, "space", space.slug))


def file(network: Network, folder: str, told: str, make: Callable[[], bytes]) -> File:
    """The file in a folder, made anew when a verdict has changed."""
    path = path_of(f"{folder}match.json", Addresses(network, network.lang).base)
    return File(path, digest("match.json 1", path, network_key(network), str(network.today), told), make)


def data(network: Network, kind: str, name: str) -> bytes:
    """All matches of one project or space."""
    board = public_board(network)
    found = board.of_project(name) if kind == "project" else board.of_space(name)
    first = board.season.first
    last = first + timedelta(days=board.season.length - 1)
    told = [match_plain(board, match) for match in found]
    season = {"from": first.isoformat(), "to": last.isoformat()}
    return written(network, network.lang, {"season": season, kind: name}, {"matches": told})


def match_plain(board: Board, match: Match) -> Plain:
    """One match."""
    return {
        "project": match.project,
        "space": match.space,
        "room": match.room,
        "verdict": match.verdict,
        "score": match.score,
        "form": match.best.form,
        "days": [day.isoformat() for day in first_days(board, match)],
        "forms": {judgement.form: judgement.verdict for judgement in match.judgements},
        "findings": [finding_plain(finding) for finding in match.best.findings],
    }


def finding_plain(finding: Finding) -> Plain:
    """One finding, with what would mend it."""
    return {
        "rule": finding.identifier,
        "weight": finding.weight,
        "state": finding.state,
        "values": values_plain(finding.values),
        "fixes": [fix_plain(fix) for fix in finding.fixes],
    }


def fix_plain(fix: Fix) -> Plain:
    """What would mend a no."""
    return {"kind": fix.kind, "values": values_plain(fix.values)}


def values_plain(values: Iterable[tuple[str, Value]]) -> Plain:
    """The values of a sentence, as JSON has them."""
    return {name: value_plain(value) for name, value in values}


def value_plain(value: Value) -> Any:
    """A value as JSON has it: a word of a vocabulary is the word."""
    if isinstance(value, Word):
        return value.word
    if isinstance(value, Money):
        return number(value.amount)
    if isinstance(value, tuple):
        return [value_plain(each) for each in value]
    if isinstance(value, Decimal):
        return number(value)
    return value.isoformat() if isinstance(value, date) else value
