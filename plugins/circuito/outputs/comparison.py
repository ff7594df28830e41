"""Open projects side by side: one table of their facts, of which a reader chooses up to four in the browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.network import Network, Project
from . import Page
from .facts import language_names
from .frame import crumb, frame
from .match_board import open_projects
from .match_links import comparison_address
from .projects import ProjectCard, project_cards
from .sheet import needs

MOST = 4
Fact = tuple[str, str]
Row = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Projects in their order, and each fact with its value for every one of them, empty where it is not stated.

    A fact is the group and the key of its phrase; a value stands beside the name of its project. `columns` are those of
    the table, the names of facts included.
    """

    projects: tuple[ProjectCard, ...]
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
            description=say("comparing.description", n=MOST),
            section="projects",
            crumbs=(crumb(network, lang, "projects"),),
            robots="noindex",
            comparison=compared(network, chosen, lang),
            most=MOST,
        )


def compared(network: Network, chosen: list[Project], lang: str) -> Comparison:
    """The facts of some projects."""
    told = {project.slug: dict(facts(network, project, lang)) for project in chosen}
    keys = list(dict.fromkeys(key for each in told.values() for key in each))
    names = list(dict.fromkeys(group for group, _ in keys))
    return Comparison(
        projects=project_cards(network, chosen, lang),
        columns=len(chosen) + 1,
        groups=tuple((name, tuple(row(told, key) for key in keys if key[0] == name)) for name in names),
    )


def row(told: Mapping[str, Mapping[Fact, str]], key: Fact) -> Row:
    """One fact of every project."""
    return key[1], tuple((slug, each.get(key, "")) for slug, each in told.items())


def facts(network: Network, project: Project, lang: str) -> Iterator[tuple[Fact, str]]:
    """The facts of a project with their keys: languages first, then the technical sheet in its order."""
    yield ("audience", "languages"), ", ".join(language_names(network, project.fields.languages, lang))
    yield from (((need.group, need.key), need.value) for need in needs(network, project, lang) if need.value)
