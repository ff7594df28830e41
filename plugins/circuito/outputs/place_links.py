"""Areas and themes as lists name them, with how much is on there."""

from __future__ import annotations

from msgspec import Struct

from ..model.network import Network
from .addresses import Addresses
from .agenda import soon
from .views import Text, area_name, must, words


class AreaLink(Struct, frozen=True, kw_only=True):
    """An area in a list, with its spaces and how much is on in the next 30 days."""

    name: str
    url: str
    spaces: int
    events: int


class TermLink(Struct, frozen=True, kw_only=True):
    """A theme in a list, with how much is on in the next 30 days."""

    id: str
    name: Text
    summary: Text | None
    url: str
    line: str
    events: int


def area_links(network: Network, lang: str) -> tuple[AreaLink, ...]:
    """The areas of the first division that have a space, by name."""
    divisions = list(network.areas)
    return tuple(link for link in division_links(network, divisions[0], lang) if link.spaces) if divisions else ()


def division_links(network: Network, division: str, lang: str) -> tuple[AreaLink, ...]:
    """All areas of a division, by name."""
    return network.once(("areas", division, lang), made_links, network, division, lang)


def made_links(network: Network, division: str, lang: str) -> tuple[AreaLink, ...]:
    to = Addresses(network, lang)
    links = []
    for area in network.areas.get(division, ()):
        inside = [space for space in network.spaces if area in space.areas]
        count = soon(network, [event for space in inside for event in network.events_by_space[space.slug]])
        links.append(AreaLink(name=area_name(network, area, lang), url=to.area(area), spaces=len(inside), events=count))
    return tuple(sorted(links, key=lambda link: (len(link.name) if link.name[-1:].isdigit() else 0, link.name)))


def term_links(network: Network, lang: str) -> tuple[TermLink, ...]:
    """The themes, in the office's order."""
    return network.once(("themes", lang), made_terms, network, lang)


def made_terms(network: Network, lang: str) -> tuple[TermLink, ...]:
    to = Addresses(network, lang)
    return tuple(
        TermLink(
            id=theme.id,
            name=must(words(network, theme.name, lang)),
            summary=words(network, theme.summary, lang),
            url=to.theme(theme.id),
            line=f"line-{theme.id}",
            events=soon(network, network.events_by_theme.get(theme.id, ())),
        )
        for theme in network.fields.themes
    )
