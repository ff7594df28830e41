"""Where a project can go, and what a space can host: every pair by verdict, in plain sentences.

A page is printed again only when a verdict, a sentence or a name on it has changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.network import Network
from ..model.things import Project, Space
from . import LaterView, Page, digest
from .addresses import Addresses
from .frame import crumb, frame
from .keys import network_key
from .match_board import hosts, open_projects, project_digest, space_digest
from .match_links import data_link, hosting_address, questionnaire_link, where_address
from .match_views import project_placing, space_placing
from .match_words import resource_names, title
from .redirects import redirects
from .views import Link, Text, line_of


def hosts_of_projects(network: Network) -> Iterator[Page]:
    """Where each open project can go, in every language."""
    for lang in network.languages:
        to = Addresses(network, lang)
        for project in open_projects(network):
            yield hosts_page(network, project, lang)
            yield from redirects(to, project, where_address(to, project), project.fields.title)


def hosts_page(network: Network, project: Project, lang: str) -> Page:
    """Where a project can go."""
    to, say, name = Addresses(network, lang), network.phrases[lang], title(project, lang)
    key = digest("placing 1", lang, project_digest(network, project), names_key(network, lang))
    return frame(
        network,
        lang,
        "hosts.html",
        lambda at: where_address(at, project),
        say("placing.title", project=name.text),
        description=say("placing.description", project=name.text),
        section="projects",
        source=project.record.path,
        crumbs=(crumb(network, lang, "projects"), Link(name, to.project(project))),
        robots="noindex",
        line=line_of(project.fields.outcomes.themes if project.fields.outcomes else ()),
        placing=LaterView(key, project_placing, (network, project, lang)),
        data=data_link(network, project),
        project=Link(name, to.project(project)),
    )


def projects_for_spaces(network: Network) -> Iterator[Page]:
    """What each space can host, in every language."""
    for lang in network.languages:
        to = Addresses(network, lang)
        for space in hosts(network):
            yield hosting_page(network, space, lang)
            yield from redirects(to, space, hosting_address(to, space), space.fields.name)


def hosting_page(network: Network, space: Space, lang: str) -> Page:
    """What a space can host."""
    to, say, name = Addresses(network, lang), network.phrases[lang], Text(space.fields.name)
    key = digest("hosting 1", lang, space_digest(network, space), names_key(network, lang))
    return frame(
        network,
        lang,
        "hosting.html",
        lambda at: hosting_address(at, space),
        say("hosting.title", space=name.text),
        description=say("hosting.description", space=name.text),
        section="spaces",
        source=space.record.path,
        crumbs=(crumb(network, lang, "spaces"), Link(name, to.space(space))),
        robots="noindex",
        line=line_of(space.fields.themes),
        placing=LaterView(key, space_placing, (network, space, lang)),
        data=data_link(network, space),
        space=Link(name, to.space(space)),
        measure=questionnaire_link(network, space, lang),
    )


def names_key(network: Network, lang: str) -> str:
    """What pages print beside verdicts: names, addresses and letters of spaces and projects."""
    return network.once(("match names", lang), made_names_key, network, lang)


def made_names_key(network: Network, lang: str) -> str:
    spaces = [
        (space.slug, space.fields.name, space.fields.contact, line_of(space.fields.themes), [
            (room.slug, room.record.says("name", lang)) for room in space.rooms
        ])
        for space in network.spaces
    ]  # fmt: skip
    projects = [
        (each.slug, title(each, lang), each.fields.contact, each.fields.outcomes, each.fields.staging)
        for each in open_projects(network)
    ]
    return digest(network_key(network), spaces, projects, resource_names(network, lang))
