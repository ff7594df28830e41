"""Verdicts as lines of text, for members: where a project can go and why, what is lacking, and what has to be asked."""

from __future__ import annotations

from collections.abc import Iterator

from ..circulation.findings import VERDICTS
from ..circulation.matching import Match, best_rooms
from ..model.network import Network
from ..model.things import Project
from .match_board import first_days, members_board
from .match_lessons import change_lines
from .match_views import reason
from .match_words import room_name, teller, title, variant_name


def told(network: Network, project: str, space: str | None, lang: str) -> Iterator[str]:
    """The lines for one project, in all spaces or in every room of one. Raises `LookupError` for unknown names."""
    if lang not in network.languages:
        raise LookupError(f"{lang}: not a language of this network")
    found = next((each for each in network.projects if each.slug == project), None)
    if found is None:
        raise LookupError(f"{project}: no such project")
    if found.fields.status != "open":
        raise LookupError(f"{project}: the project is {found.fields.status}, and cannot be asked for")
    if space is not None and all(each.slug != space for each in network.spaces):
        raise LookupError(f"{space}: no such space")
    yield from lines(network, found, space, lang)


def lines(network: Network, project: Project, space: str | None, lang: str) -> Iterator[str]:
    """The lines: rooms by verdict, each with its sentences; of all spaces also what would open most of them."""
    say, every = network.phrases[lang], members_board(network).of_project(project.slug)
    yield title(project, lang).text
    shown = [match for match in every if match.space == space] if space else best_rooms(every)
    if space and not shown:
        yield say("space.hosts_not")
    for verdict in VERDICTS:
        for match in shown:
            if match.verdict == verdict:
                yield ""
                yield from match_lines(network, project, match, lang)
    if space is None:
        changes = change_lines(network, members_board(network), project, lang)
        yield from ("", say("placing.opening"), *(f"  {change}" for change in changes)) if changes else ()


def match_lines(network: Network, project: Project, match: Match, lang: str) -> Iterator[str]:
    """The verdict on one room, its findings, and the first days that would do."""
    say, tell = network.phrases[lang], teller(network, lang)
    space = next(each for each in network.spaces if each.slug == match.space)
    form = variant_name(network, project, match.best.form, lang).text
    name = f"{space.fields.name} ({room_name(space.room(match.room), lang).text})"
    variant = f" {say('placing.form')} {form}" if form else ""
    yield f"{name}: {say(f'match.verdict.{match.verdict}')}{variant}"
    for finding in match.best.findings:
        no = finding.state == "no" and finding.weight == "hard"
        yield f"  {reason(network, project, match, finding, lang) if no else tell.sentence(finding)}"
    days = [day.isoformat() for day in first_days(members_board(network), match)]
    if days:
        yield f"  {say('placing.days')} {', '.join(days)}"
