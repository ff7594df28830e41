"""The filters of the catalogue: kind, theme, age and language, what is free, what needs nothing, what fits a space."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from ..circulation.needs import Needs, usual_needs
from ..model.network import Network
from ..model.things import Project
from .addresses import Addresses
from .dates import language_name
from .match_board import hosts, open_projects, season_of
from .match_links import hosting_link
from .views import Link, Text, theme_name

PAGES = "circuito.outputs.project_filters:filters"
# What every room has, or every host finds out anyway: it is not asked of a room.
OF_NO_ROOM = frozenset({"form", "hosting", "excluded", "window", "exclusive", "places", "shares", "entrance", "siae"})
AGES = {"children": (0, 10), "young": (11, 17), "grown-up": (18, 64), "old": (65, 99)}


class ProjectFilter(Struct, frozen=True):
    """Which projects a page shows: the axis by its word in addresses, and the choice on it, if it has several."""

    axis: str
    choice: str
    passes: Callable[[Project], bool]

    def address(self, to: Addresses) -> str:
        """Its page: `/progetti/tipo/show/`, `/progetti/gratis/`."""
        return to.at(to.word("projects"), to.word(self.axis), *([self.choice] if self.choice else []))


class FilterAxis(Struct, frozen=True, kw_only=True):
    """The choices of one axis: each leads to its page, with how many projects it has."""

    axis: str
    choices: tuple[tuple[Link, int], ...]


def filters_of(network: Network) -> tuple[ProjectFilter, ...]:
    """All filters that let an open project through."""
    return network.once("project filters", made_filters, network)


def made_filters(network: Network) -> tuple[ProjectFilter, ...]:
    chosen = open_projects(network)
    kinds = dict.fromkeys(project.fields.kind for project in chosen)
    themes = [theme.id for theme in network.fields.themes]
    spoken = sorted({lang for project in chosen for lang in project.fields.languages})
    every = [
        ProjectFilter("needs_nothing", "", partial(needs_nothing, network)),
        ProjectFilter("free", "", is_free),
        *(ProjectFilter("kind", kind, partial(is_of_kind, kind)) for kind in kinds),
        *(ProjectFilter("theme", theme, partial(is_about, theme)) for theme in themes),
        *(ProjectFilter("age", age, partial(is_for, age)) for age in AGES),
        *(ProjectFilter("language", lang, partial(is_spoken_in, lang)) for lang in spoken),
    ]
    return tuple(each for each in every if found(network, each))


def found(network: Network, chosen: ProjectFilter) -> list[Project]:
    """The open projects that a filter lets through."""
    return [project for project in open_projects(network) if chosen.passes(project)]


def needs_nothing(network: Network, project: Project) -> bool:
    """Whether a project, in its usual form, asks for nothing of a room but space for its people."""
    asked = usual_needs(project.fields, season_of(network), ())
    bare = Needs()
    named = [name for name in Needs.__struct_fields__ if name not in OF_NO_ROOM | {"audience", "audience_max", "area"}]
    free = {"layouts", "minors", "public"}
    return all(getattr(asked, name) == getattr(bare, name) for name in named if name not in free)


def is_free(project: Project) -> bool:
    """Whether its host pays nothing."""
    return project.fields.cost.mode == "free"


def is_of_kind(kind: str, project: Project) -> bool:
    """Whether a project is of a kind."""
    return project.fields.kind == kind


def is_about(theme: str, project: Project) -> bool:
    """Whether a project has a theme."""
    return bool(project.fields.outcomes and theme in project.fields.outcomes.themes)


def is_spoken_in(lang: str, project: Project) -> bool:
    """Whether a language is spoken in a project."""
    return lang in project.fields.languages


def is_for(age: str, project: Project) -> bool:
    """Whether people of an age are meant; not where a project does not say for whom it is."""
    stated = project.fields.audience.ages if project.fields.audience else None
    least, most = AGES[age]
    return stated is not None and stated[0] <= most and stated[1] >= least


def name_of(network: Network, chosen: ProjectFilter, lang: str) -> str:
    """What a filter lets through, in words."""
    say = network.phrases[lang]
    if chosen.axis == "kind":
        return say(f"project_kind.{chosen.choice}")
    if chosen.axis == "theme":
        return theme_name(network, chosen.choice, lang).text
    if chosen.axis == "age":
        return say(f"catalogue_age.{chosen.choice}")
    if chosen.axis == "language":
        return language_name(chosen.choice, lang)
    return say(f"catalogue_flag.{chosen.axis}")


def filter_bar(network: Network, lang: str) -> tuple[FilterAxis, ...]:
    """The filters of the catalogue, axis by axis, and the spaces with the projects that fit them."""
    if PAGES not in network.outputs:
        return ()
    to = Addresses(network, lang)
    axes: dict[str, list[tuple[Link, int]]] = {}
    for each in filters_of(network):
        axis = each.axis if each.choice else "flag"
        link = Link(Text(name_of(network, each, lang)), each.address(to))
        axes.setdefault(axis, []).append((link, len(found(network, each))))
    for space in hosts(network):
        if link_to := hosting_link(network, space, lang):
            axes.setdefault("space", []).append((Link(Text(space.fields.name), link_to), 0))
    return tuple(FilterAxis(axis=axis, choices=tuple(choices)) for axis, choices in axes.items())
