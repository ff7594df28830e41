"""The agenda of a space on somebody else's page: a small page for frames, where an element of ours may not be."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.network import Network
from ..model.things import Space
from . import Page
from .addresses import Addresses
from .agenda import Rows, coming
from .frame import frame
from .redirects import redirects

MOST = 10


def embedding(network: Network) -> Iterator[Page]:
    """The page of every space, in every language."""
    for lang in network.languages:
        to = Addresses(network, lang)
        for space in network.spaces:
            yield page(network, lang, space)
            yield from redirects(to, space, embed_address(to, space), space.fields.name)


def page(network: Network, lang: str, space: Space) -> Page:
    """The page of a space: its next dates and the way to all of them."""
    dated = coming(network, network.events_by_space[space.slug], MOST)
    return frame(
        network,
        lang,
        "embed.html",
        lambda to: embed_address(to, space),
        space.fields.name,
        robots="noindex",
        rows=Rows(network, dated, lang),
        page=Addresses(network, lang).space(space),
    )


def embed_address(to: Addresses, space: Space) -> str:
    """The address of the page for frames: that of a file, so that hosts can tell it from all other pages."""
    return f"{to.space(space)}{to.word('embed')}.html"
