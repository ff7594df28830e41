"""What all pairs of projects and rooms together teach, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..circulation.findings import Finding
from ..circulation.insight import Change, Purchase, most_asked, most_blocking, size_of, smallest_changes
from ..circulation.matching import Match
from ..circulation.rules import RULES
from ..circulation.telling import Teller
from ..model.network import Network
from ..model.things import Project
from .match_board import Board, open_projects
from .match_words import teller, title

MOST_LESSONS = 3
UNITS = {
    "stage.width": "m", "stage.depth": "m", "stage.height": "m", "power.kw": "kW", "door.w": "m", "door.h": "m",
    "getin": "h",
}  # fmt: skip


def blocked(network: Network, tell: Teller, best: Iterable[Match], lang: str) -> Iterator[str]:
    """What keeps a project out of most of the spaces that cannot host it, in their best rooms."""
    say, shut = network.phrases[lang], [match for match in best if match.verdict == "incompatible"]
    for identifier, count in most_blocking(shut)[:MOST_LESSONS]:
        yield say("placing.blocks", name=named(tell, identifier), n=count)


def asked_first(network: Network, tell: Teller, found: Iterable[Match], lang: str) -> Iterator[str]:
    """What a space would best find out."""
    say = network.phrases[lang]
    for identifier, count in most_asked(found)[:MOST_LESSONS]:
        yield say("hosting.asked", name=named(tell, identifier), n=count)


def named(tell: Teller, identifier: str) -> str:
    """What a rule is about, by the identifier of a finding."""
    rule = next(rule for rule in RULES if f"{identifier}.".startswith(f"{rule.id}."))
    return tell.name(Finding(rule.id, rule.weight, "no", identifier.removeprefix(rule.id).removeprefix(".")))


def change_lines(network: Network, board: Board, project: Project, lang: str) -> tuple[str, ...]:
    """The few changes to a project that open most spaces; of those that open the same ones, the smallest."""
    smallest: dict[object, Change] = {}
    asked = board.candidate(project.slug)
    for change in network.once(("changes", project.slug, id(board)), smallest_changes, asked, board.offers, board.lent):
        key = change.rule, change.about, frozenset(opened_by(change))
        if key not in smallest or size_of(change) < size_of(smallest[key]):
            smallest[key] = change
    ordered = sorted(smallest.values(), key=lambda each: (-len(opened_by(each)), size_of(each), each.rule, each.about))
    return tuple(change_told(network, teller(network, lang), change, lang) for change in ordered[:MOST_LESSONS])


def opened_by(change: Change) -> list[str]:
    """The spaces that a change opens."""
    return sorted({space for space, _ in change.opens})


def change_told(network: Network, tell: Teller, change: Change, lang: str) -> str:
    """What a project would open if it asked for less."""
    say = network.phrases[lang]
    spaces = [tell.spaces.get(space, space) for space in opened_by(change)]
    name = tell.name(Finding(change.rule, "hard", "no", change.about))
    opened = say("placing.opened", n=len(spaces), names=", ".join(spaces))
    if change.to is None or change.need is None:
        return say("placing.without", name=name, opened=opened)
    need, had = (f"{tell.value(value, '')} {UNITS.get(change.rule, '')}".strip() for value in (change.need, change.to))
    return say("placing.easier", name=name, had=had, need=need, opened=opened)


def purchase_told(network: Network, tell: Teller, purchase: Purchase, lang: str) -> str:
    """What a space would open if it got something."""
    say = network.phrases[lang]
    titles = {project.slug: title(project, lang).text for project in open_projects(network)}
    names = [titles[slug] for slug in purchase.projects]
    name = tell.name(Finding(purchase.rule, "hard", "no", purchase.about))
    return say("hosting.purchase", name=name, n=len(names), names=", ".join(names))
