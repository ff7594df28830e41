"""The catalogue filtered: a page for each filter that lets an open project through."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.network import Network
from . import Page
from .addresses import Addresses
from .catalogue_filters import ProjectFilter, filter_bar, filters_of, found, name_of
from .frame import crumb, frame
from .projects import project_cards


def filters(network: Network) -> Iterator[Page]:
    """The page of every filter that lets a project through, in every language."""
    for lang in network.languages:
        for each in filters_of(network):
            yield filter_page(network, each, lang)


def filter_page(network: Network, chosen: ProjectFilter, lang: str) -> Page:
    """The projects that one filter lets through."""
    say, name = network.phrases[lang], name_of(network, chosen, lang)
    return frame(
        network,
        lang,
        "projects.html",
        chosen.address,
        say("catalogue.filtered", name=name),
        description=say("catalogue.description", name=name, network=network.fields.name),
        section="projects",
        crumbs=(crumb(network, lang, "projects"),),
        robots="noindex",
        projects=project_cards(network, found(network, chosen), lang),
        others=(),
        data="",
        filters=filter_bar(network, lang),
        catalogue=Addresses(network, lang).listing("projects"),
        compare="",
    )
