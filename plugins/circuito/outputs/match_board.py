"""Projects held against rooms, judged once a build, and what pages of it depend on.

Pages and data leave money out: what a space can spend is between it and those who ask it. Only members, at the command
line, are told of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ..circulation.findings import Finding
from ..circulation.fit import wished_by
from ..circulation.interests import committed, stops
from ..circulation.matching import Candidate, Match, candidate, in_order, matches, possible_days
from ..circulation.offers import Offer, offers_of
from ..circulation.season import Season
from ..model.network import Network, Project, Space
from . import digest
from .keys import project_key, space_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Every open project held against every room of the spaces that host, in order of verdict and score.

    `numbers` tells findings apart: equal ones have one number.
    """

    season: Season
    candidates: Mapping[str, Candidate]
    offers: Mapping[tuple[str, str], Offer]
    by_project: Mapping[str, tuple[Match, ...]]
    by_space: Mapping[str, tuple[Match, ...]]


def public_board(network: Network) -> Board:
    """What everybody may know: money is neither asked for nor told."""
    return network.once("public board", made_board, network, moneyless)


def members_board(network: Network) -> Board:
    """What members know: with what hosts pay, and can."""
    return network.once("members board", made_board, network, whole)


def season_of(network: Network) -> Season:
    """The days that are looked at: from today as far as the agenda reaches."""
    return Season(network.today, (network.window[1] - network.today).days)


def open_projects(network: Network) -> list[Project]:
    """The projects that can be asked for."""
    return [project for project in network.projects if project.fields.status == "open"]


def hosts(network: Network) -> list[Space]:
    """The spaces that may host: those with rooms that are not closed and do not say that they host none."""
    return [space for space in network.spaces if space.rooms and is_host(space)]


def is_host(space: Space) -> bool:
    """Whether a space may host, as far as it says."""
    hosting = space.fields.hosting
    return space.fields.status != "closed" and (hosting is None or hosting.open_to_circulation)


def candidates(network: Network) -> list[Candidate]:
    """The open projects as they are matched, with their settled dates."""
    season, names = season_of(network), [space.slug for space in network.spaces]
    settled = network.interests_by_project
    return [
        candidate(project, season, names, stops(settled.get(project.slug, ()))) for project in open_projects(network)
    ]


def moneyless(asked: Candidate) -> Candidate:
    """A project of which nobody asks what its host pays."""
    return replace(asked, forms=tuple(replace(form, shares=None) for form in asked.forms))


def whole(asked: Candidate) -> Candidate:
    """A project with all that it asks."""
    return asked


def made_board(network: Network, seen: Callable[[Candidate], Candidate]) -> Board:
    """All pairs judged, of each project what is seen of it."""
    season, asked = season_of(network), [seen(each) for each in candidates(network)]
    offers = [offer for space in hosts(network) for offer in offers_in(network, space, season)]
    found = in_order(matches(asked, offers, {space.slug: wished_by(space) for space in hosts(network)}))
    return Board(
        season=season,
        candidates={each.project: each for each in asked},
        offers={(offer.space, offer.room): offer for offer in offers},
        by_project=grouped(found, "project"),
        by_space=grouped(found, "space"),
    )


def offers_in(network: Network, space: Space, season: Season) -> tuple[Offer, ...]:
    """The rooms of a space as they can be offered, its events and promises counted."""
    own = [each for each in network.interests if each.space is space]
    return offers_of(space, season, network.events_by_space[space.slug], committed(own, network.today.year))


def grouped(found: Iterable[Match], by: str) -> dict[str, tuple[Match, ...]]:
    """Matches in their order, by the project or the space."""
    groups: dict[str, list[Match]] = {}
    for match in found:
        groups.setdefault(getattr(match, by), []).append(match)
    return {name: tuple(each) for name, each in groups.items()}


# What pages depend on: the digest of what came out. It is remembered by what goes in, so that nothing is judged again
# where nothing changed, and no page is printed again where its verdicts stay.


def project_digest(network: Network, project: Project) -> str:
    """The digest of all verdicts of a project."""
    key = digest("placed 1", all_hosts_key(network), candidate_key(network, project), str(network.today))
    return network.remember(key, told_apart, network, "by_project", project.slug).decode()


def space_digest(network: Network, space: Space) -> str:
    """The digest of all verdicts of a space."""
    key = digest("hosting 1", all_projects_key(network), host_key(network, space), str(network.today))
    return network.remember(key, told_apart, network, "by_space", space.slug).decode()


def told_apart(network: Network, by: str, name: str) -> bytes:
    """The digest of some matches, with the first days of each."""
    board = public_board(network)
    digests: dict[int, str] = network.once("findings", dict)
    parts = []
    for match in getattr(board, by).get(name, ()):
        found = [[digest_of(digests, each) for each in judgement.findings] for judgement in match.judgements]
        days = [day.isoformat() for day in first_days(board, match)]
        parts.append((match.project, match.space, match.room, match.verdict, match.score, match.best.form, found, days))
    return digest(parts).encode()


def digest_of(known: dict[int, str], finding: Finding) -> str:
    """The digest of a finding; equal findings of a board are one object, so each is encoded once."""
    if id(finding) not in known:
        known[id(finding)] = digest(finding)
    return known[id(finding)]


def candidate_key(network: Network, project: Project) -> str:
    """What a project's verdicts depend on, of the project."""
    settled = [(each.space, str(each.on)) for each in stops(network.interests_by_project.get(project.slug, ()))]
    return digest(project_key(network, project), settled)


def host_key(network: Network, space: Space) -> str:
    """What a space's verdicts depend on, of the space: its rooms, and the events that keep them busy."""
    events = [(event.address, event.record.digest) for event in network.events_by_space[space.slug]]
    return network.once(("host key", space.slug), digest, space_key(network, space), events)


def all_hosts_key(network: Network) -> str:
    """What verdicts depend on, of all spaces."""
    return network.once("hosts key", lambda: digest([host_key(network, space) for space in network.spaces]))


def all_projects_key(network: Network) -> str:
    """What verdicts depend on, of all projects."""
    open_ones = open_projects(network)
    return network.once("projects key", lambda: digest([candidate_key(network, project) for project in open_ones]))


def first_days(board: Board, match: Match) -> tuple[date, ...]:
    """The first days on which a pair is possible; none where it is incompatible, or where days are not known."""
    if match.verdict == "incompatible":
        return ()
    form = next(form for form in board.candidates[match.project].forms if form.form == match.best.form)
    return possible_days(form, board.offers[match.space, match.room], board.season)
