"""Projects held against rooms, judged once a build, and what pages of it depend on.

Pages and data leave money out: what a space can spend is between it and those who ask it. Only members, at the command
line, are told of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property, partial
from hashlib import blake2b

from ..circulation.findings import Finding
from ..circulation.fit import Wish, wished_by
from ..circulation.interests import committed, stops
from ..circulation.lending import SHOWN, SHOWN_TO_MEMBERS, Lent, lent_by
from ..circulation.matching import Candidate, Forms, Match, Rows, candidate, in_order, matches, possible_days
from ..circulation.needs import forms_of, forms_without_money
from ..circulation.offers import Offer, busy_rooms, offers_of
from ..circulation.season import Season
from ..model.network import Network
from ..model.things import Project, Space
from . import digest
from .keys import project_key, space_key

KnownFindings = dict[int, tuple[Finding, bytes]]


class Board:
    """Open projects held against the rooms of the spaces that host: each only once somebody asks for it.

    `projects` are their names, `wishes` what spaces that host wish for, by name; `candidate` gives a project as it is
    matched, `rooms` the rooms of a space as they can be offered.
    """

    def __init__(
        self,
        season: Season,
        projects: Sequence[str],
        candidate: Callable[[str], Candidate],
        wishes: Mapping[str, frozenset[Wish]],
        rooms: Callable[[str], tuple[Offer, ...]],
        lent: Lent,
    ) -> None:
        self.season = season
        self.projects = projects
        self.candidate = cache(candidate)
        self.wishes = wishes
        self.lent = lent
        self.rooms = cache(rooms)
        self.by_project: dict[str, tuple[Match, ...]] = {}
        self.by_space: dict[str, tuple[Match, ...]] = {}

    @cached_property
    def offers(self) -> list[Offer]:
        """Every room of every space that hosts."""
        return [offer for space in self.wishes for offer in self.rooms(space)]

    @cached_property
    def rows(self) -> Rows:
        """What rules answer over all rooms."""
        return Rows(self.offers, self.lent)

    def of_project(self, project: str) -> tuple[Match, ...]:
        """A project in every room, the best first."""
        if project not in self.by_project and project in self.projects:
            self.by_project[project] = tuple(in_order(self.rows.matches([self.candidate(project)], self.wishes)))
        return self.by_project.get(project, ())

    def of_space(self, space: str) -> tuple[Match, ...]:
        """Every project in the rooms of a space, the best first."""
        if space not in self.by_space:
            self.by_space[space] = tuple(in_order(self.in_rooms_of(space)))
        return self.by_space[space]

    def in_rooms_of(self, space: str) -> list[Match]:
        """Every project in the rooms of a space, in any order."""
        if len(self.by_project) == len(self.projects):
            return [match for found in self.by_project.values() for match in found if match.space == space]
        asked = [self.candidate(name) for name in self.projects]
        return matches(asked, self.rooms(space), {space: self.wishes[space]}, self.lent)

    def of_pairs(self, projects: Sequence[str], spaces: Sequence[str]) -> dict[tuple[str, str], list[Match]]:
        """Some projects in the rooms of some spaces, by their names: judged by whole rows or columns, as pages ask."""
        by_columns = len(projects) == len(self.projects) and len(spaces) < len(self.wishes)
        asked = map(self.of_space, spaces) if by_columns else map(self.of_project, projects)
        pairs: dict[tuple[str, str], list[Match]] = {}
        for found in asked:
            for match in found:
                pairs.setdefault((match.project, match.space), []).append(match)
        return pairs


def public_board(network: Network) -> Board:
    """What everybody may know: money is neither asked for nor told."""
    return network.once("public board", made_board, network, forms_without_money, SHOWN)


def members_board(network: Network) -> Board:
    """What members know: with what hosts pay, and can."""
    return network.once("members board", made_board, network, forms_of, SHOWN_TO_MEMBERS)


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


def made_board(network: Network, forms: Forms, shown: Sequence[str]) -> Board:
    """All pairs, as far as they are asked for: of projects the forms that are seen, of what is lent what is shown."""
    season, names = season_of(network), [space.slug for space in network.spaces]
    projects = {project.slug: project for project in open_projects(network)}
    spaces = {space.slug: space for space in hosts(network)}
    settled = network.interests_by_project

    def asked(name: str) -> Candidate:
        return candidate(projects[name], season, names, stops(settled.get(name, ())), forms)

    def offered(name: str) -> tuple[Offer, ...]:
        return offers_in(network, spaces[name], season)

    wishes = {name: wished_by(space) for name, space in spaces.items()}
    return Board(season, list(projects), asked, wishes, offered, lent_by(network, season, shown))


def offers_in(network: Network, space: Space, season: Season) -> tuple[Offer, ...]:
    """The rooms of a space as they can be offered, its events and promises counted."""
    own = [each for each in network.interests if each.space is space]
    return offers_of(space, season, network.events_by_space[space.slug], committed(own, network.today.year))


# What pages depend on: the digest of what came out. The verdicts of each pair are one cell of a table that is
# remembered from build to build by what goes in, so that only pairs of which one side changed are judged again; and no
# page is printed again where its verdicts stay.


def project_digest(network: Network, project: Project) -> str:
    """The digest of all verdicts of a project."""
    return digests(network)[0][project.slug]


def space_digest(network: Network, space: Space) -> str:
    """The digest of all verdicts of a space."""
    return digests(network)[1][space.slug]


def digests(network: Network) -> tuple[dict[str, str], dict[str, str]]:
    """The digests of the verdicts of each open project, and of each space that hosts, by their names."""
    return network.once("verdicts", made_digests, network)


def made_digests(network: Network) -> tuple[dict[str, str], dict[str, str]]:
    projects, spaces, today = open_projects(network), hosts(network), str(network.today)
    lent = lent_key(network)
    rows = [digest("pair 1", candidate_key(network, each), lent, today) for each in projects]
    columns = [host_key(network, each) for each in spaces]
    names = [each.slug for each in projects], [each.slug for each in spaces]
    cells = network.tabulate(rows, columns, partial(judged_pairs, network, *names))
    by_project = {name: digest(names[1], b"".join(row)) for name, row in zip(names[0], cells, strict=True)}
    by_space = {
        name: digest(names[0], b"".join([row[number] for row in cells])) for number, name in enumerate(names[1])
    }
    return by_project, by_space


def judged_pairs(
    network: Network, projects: list[str], spaces: list[str], rows: Sequence[int], columns: Sequence[int]
) -> list[list[bytes]]:
    """The digests of what is found of some projects in the rooms of some spaces, given by their numbers."""
    board = public_board(network)
    known: KnownFindings = {}
    pairs = board.of_pairs([projects[number] for number in rows], [spaces[number] for number in columns])
    return [[cell(board, known, pairs.get((projects[row], spaces[column]), [])) for column in columns] for row in rows]


def cell(board: Board, known: KnownFindings, found: list[Match]) -> bytes:
    """The digest of all that is found of a project in the rooms of a space, with the first days in each."""
    hashed = blake2b(digest_size=16)
    for match in found:
        days = " ".join([str(day) for day in first_days(board, match)])
        hashed.update(f"{match.room} {match.verdict} {match.score} {match.best.form} {days}\n".encode())
        for judgement in match.judgements:
            hashed.update(b"".join([digest_of(known, finding) for finding in judgement.findings]) + b"\n")
    return hashed.digest()


def digest_of(known: KnownFindings, finding: Finding) -> bytes:
    """The digest of a finding. Findings are shared: each is encoded once, and kept so that its id stays its own."""
    if id(finding) not in known:
        known[id(finding)] = finding, bytes.fromhex(digest(finding))
    return known[id(finding)][1]


def candidate_key(network: Network, project: Project) -> str:
    """What a project's verdicts depend on, of the project."""
    settled = stops(network.interests_by_project.get(project.slug, ()))
    return digest(project_key(network, project), settled)


def host_key(network: Network, space: Space) -> str:
    """What a space's verdicts depend on, of the space: its rooms, and when its events keep them busy."""
    return network.once(("host key", space.slug), made_host_key, network, space)


def made_host_key(network: Network, space: Space) -> str:
    busy = busy_rooms(network.events_by_space[space.slug])
    times = [(room, [(str(day), span) for day, span in spans]) for room, spans in busy.items()]
    return digest(space_key(network, space), times)


def lent_key(network: Network) -> str:
    """What verdicts depend on, of all that is lent."""
    return network.once("lent key", made_lent_key, network)


def made_lent_key(network: Network) -> str:
    lent = lent_by(network, season_of(network))
    return digest([(thing, [(e.space, e.resource, f"{e.days:x}", e.power_kw) for e in lent[thing]]) for thing in lent])


def all_hosts_key(network: Network) -> str:
    """What verdicts depend on, of all spaces."""
    lent = lent_key(network)
    return network.once("hosts key", lambda: digest(lent, [host_key(network, space) for space in network.spaces]))


def all_projects_key(network: Network) -> str:
    """What verdicts depend on, of all projects."""
    open_ones = open_projects(network)
    return network.once("projects key", lambda: digest([candidate_key(network, project) for project in open_ones]))


def first_days(board: Board, match: Match) -> tuple[date, ...]:
    """The first days on which a pair is possible; none where it is incompatible, or where days are not known."""
    if match.verdict == "incompatible":
        return ()
    form = next(form for form in board.candidate(match.project).forms if form.form == match.best.form)
    room = next(offer for offer in board.rooms(match.space) if offer.room == match.room)
    return possible_days(form, room, board.season, match.best.findings, board.lent)
