"""What pages say of projects held against rooms: by verdict, why, by how much, what would mend it, and what to ask."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ..circulation.findings import VERDICTS, Finding
from ..circulation.insight import best_purchases
from ..circulation.matching import Match, best_rooms, mended_by_variants, questions
from ..model.network import Network
from ..model.things import Project, Space
from .addresses import Addresses
from .match_board import first_days, hosts, open_projects, public_board
from .match_lessons import MOST_LESSONS, asked_first, blocked, change_lines, purchase_told
from .match_letters import ask_project, ask_space
from .match_words import day_list, room_name, teller, title, variant_name
from .views import Link, Text, body_link, line_of


class MatchEntry(Struct, frozen=True, kw_only=True):
    """A project and a space, told from the page of one of them.

    `room` is the best one, `form` the variant, empty for the usual form; `reasons` say what is not met and what would
    mend it, `notes` what is good to know, `asks` what has to be asked; `days` are the first possible ones; `mail` is a
    letter that is begun, empty where there is nobody to write to.
    """

    name: Text
    url: str
    line: str
    verdict: str
    room: Text
    form: Text
    reasons: tuple[str, ...]
    notes: tuple[str, ...]
    asks: tuple[str, ...]
    days: str
    mail: str


class Placing(Struct, frozen=True, kw_only=True):
    """All that fits, by verdict; what keeps the rest apart, what would open most of it, and what to ask first.

    `away` are spaces that host no projects; `held` says how many were held against one another.
    """

    groups: tuple[tuple[str, tuple[MatchEntry, ...]], ...]
    blocking: tuple[str, ...]
    opening: tuple[str, ...]
    asking: tuple[str, ...]
    away: tuple[Link, ...]
    held: str


def project_placing(network: Network, project: Project, lang: str) -> Placing:
    """Where a project can go."""
    board, spaces = public_board(network), {space.slug: space for space in network.spaces}
    best = best_rooms(board.of_project(project.slug))
    entries = (space_entry(network, project, spaces[match.space], match, lang) for match in best)
    tell = teller(network, lang)
    member = {space.slug for space in hosts(network)}
    return Placing(
        groups=by_verdict(entries),
        blocking=tuple(blocked(network, tell, best, lang)),
        opening=change_lines(network, board, project, lang),
        asking=(),
        away=tuple(body_link(network, space, lang) for space in network.spaces if space.slug not in member),
        held=network.phrases[lang]("placing.held", n=len(best)),
    )


def space_placing(network: Network, space: Space, lang: str) -> Placing:
    """What a space can host."""
    board, projects = public_board(network), {project.slug: project for project in open_projects(network)}
    found = board.of_space(space.slug)
    best = best_rooms(found)
    entries = (project_entry(network, projects[match.project], space, match, lang) for match in best)
    tell = teller(network, lang)
    bought = best_purchases(found)[:MOST_LESSONS]
    return Placing(
        groups=by_verdict(entries),
        blocking=(),
        opening=tuple(purchase_told(network, tell, each, lang) for each in bought),
        asking=tuple(asked_first(network, tell, best, lang)),
        away=(),
        held=network.phrases[lang]("hosting.held", n=len(best)),
    )


def by_verdict(entries: Iterable[MatchEntry]) -> tuple[tuple[str, tuple[MatchEntry, ...]], ...]:
    """Entries by verdict, the best first; every verdict is there, with or without entries."""
    listed = list(entries)
    return tuple((verdict, tuple(each for each in listed if each.verdict == verdict)) for verdict in VERDICTS)


# One pair


class Pair(Struct, frozen=True):
    """A project and a space, with the match of its best room."""

    project: Project
    space: Space
    match: Match


def space_entry(network: Network, project: Project, space: Space, match: Match, lang: str) -> MatchEntry:
    """A space, on the page of a project."""
    contact = space.fields.contact
    mail = ask_space(network, project, space, match, lang) if contact and contact.email else ""
    pair = Pair(project, space, match)
    return entry(network, pair, body_link(network, space, lang), line_of(space.fields.themes), mail, lang)


def project_entry(network: Network, project: Project, space: Space, match: Match, lang: str) -> MatchEntry:
    """A project, on the page of a space."""
    email = project.fields.contact.email
    mail = ask_project(network, project, space, match, lang) if email and match.verdict in ("ready", "help") else ""
    link = Link(title(project, lang), Addresses(network, lang).project(project))
    themes = project.fields.outcomes.themes if project.fields.outcomes else ()
    return entry(network, Pair(project, space, match), link, line_of(themes), mail, lang)


def entry(network: Network, pair: Pair, link: Link, line: str, mail: str, lang: str) -> MatchEntry:
    """A pair, told: what is not met first by what blocks, then by what does not."""
    tell, board, match = teller(network, lang), public_board(network), pair.match
    noes = [finding for finding in match.best.findings if finding.state == "no"]
    hard = [finding for finding in noes if finding.weight == "hard"]
    return MatchEntry(
        name=link.text,
        url=link.url,
        line=line,
        verdict=match.verdict,
        room=room_name(pair.space.room(match.room), lang),
        form=variant_name(network, pair.project, match.best.form, lang),
        reasons=tuple(reason(network, pair.project, match, finding, lang) for finding in hard),
        notes=tell.sentences(finding for finding in noes if finding.weight != "hard"),
        asks=tell.sentences(questions(match)),
        days=day_list(first_days(board, match), lang),
        mail=mail,
    )


def reason(network: Network, project: Project, match: Match, finding: Finding, lang: str) -> str:
    """Why something is not met, and the variants in which it would be."""
    tell = teller(network, lang)
    variants = () if match.best.form else mended_by_variants(match, finding)
    names = [variant_name(network, project, str(fix.values[0][1]), lang).text for fix in variants]
    say = network.phrases[lang]
    return " ".join([tell.sentence(finding), *(say("match.fix.variant", variant=name) for name in names)])
