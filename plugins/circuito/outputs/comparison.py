"""Open projects side by side: one table of their facts, of which a reader chooses up to four in the browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from ..model.network import Network
from ..model.things import Project
from . import Page
from .facts import language_names
from .frame import crumb, frame
from .match_board import open_projects
from .match_links import comparison_address
from .projects import ProjectCard, project_cards, window
from .sheet import needs

MOST = 4
Fact = tuple[str, str]
Row = tuple[str, tuple[tuple[str, str], ...]]


class Comparison(Struct, frozen=True, kw_only=True):
    """Projects in their order, and each fact with its value for every one of them, empty where it is not stated.

    `first` are the facts by which one chooses, each with its name. A fact of a group is the key of its phrase; a value
    stands beside the name of its project. `columns` are those of the table, the names of facts included.
    """

    projects: tuple[ProjectCard, ...]
    first: tuple[Row, ...]
    columns: int
    groups: tuple[tuple[str, tuple[Row, ...]], ...]


def comparison(network: Network) -> Iterator[Page]:
    """The page in every language; none where there are not two projects to compare."""
    chosen = sorted(open_projects(network), key=lambda project: project.slug)
    if len(chosen) < 2:
        return
    for lang in network.languages:
        say = network.phrases[lang]
        yield frame(
            network,
            lang,
            "compare.html",
            comparison_address,
            say("comparing.title"),
            description=say("comparing.description"),
            section="projects",
            crumbs=(crumb(network, lang, "projects"),),
            robots="noindex",
            comparison=compared(network, chosen, lang),
            most=MOST,
        )


def compared(network: Network, chosen: list[Project], lang: str) -> Comparison:
    """The facts of some projects."""
    asked = {project.slug: dict(deciding(network, project, lang)) for project in chosen}
    told = {project.slug: dict(facts(network, project, lang)) for project in chosen}
    names_first = list(asked[chosen[0].slug])
    keys = list(dict.fromkeys(key for each in told.values() for key in each))
    names = list(dict.fromkeys(group for group, _ in keys))
    return Comparison(
        projects=project_cards(network, chosen, lang),
        first=tuple((name, tuple((slug, each[name]) for slug, each in asked.items())) for name in names_first),
        columns=len(chosen) + 1,
        groups=tuple((name, tuple(row(told, key) for key in keys if key[0] == name)) for name in names),
    )


def deciding(network: Network, project: Project, lang: str) -> Iterator[Fact]:
    """What one asks of a project first: what it is, whose, what it costs, for whom, and when it can be had."""
    say, fields, card = network.phrases[lang], project.fields, project_cards(network, [project], lang)[0]
    least, most = card.ages
    paid = f"{say(f'cost.{card.cost_mode}')} {card.cost}".strip()
    yield say("comparing.kind"), say(f"project_kind.{fields.kind}")
    yield say("project.by"), project.proposer.fields.name
    yield say("project.cost"), f"{paid}. {card.host_pays}" if card.host_pays else paid
    yield say("event.ages"), say("event.ages_between", least=least, most=most) if least else ""
    days = (window(each, lang) for each in fields.availability if each.to >= network.today)
    yield say("project.available"), "; ".join(f"{each.text} {each.weekdays}".strip() for each in days)


def row(told: Mapping[str, Mapping[Fact, str]], key: Fact) -> Row:
    """One fact of every project."""
    return key[1], tuple((slug, each.get(key, "")) for slug, each in told.items())


def facts(network: Network, project: Project, lang: str) -> Iterator[tuple[Fact, str]]:
    """The facts of a project with their keys: languages first, then the technical sheet in its order."""
    yield ("audience", "languages"), ", ".join(language_names(network, project.fields.languages, lang))
    yield from (((need.group, need.key), need.value) for need in needs(network, project, lang) if need.value)
