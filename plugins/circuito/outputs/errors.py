"""The page for addresses that lead nowhere. Hosts serve it at any depth, so its links are full paths."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.network import Network
from . import Page
from .addresses import Addresses, path_of
from .frame import frame
from .views import Link, Text

WAYS = ("agenda", "spaces", "areas", "projects")


def not_found(network: Network) -> Iterator[Page]:
    """`404.html` in the network's language, and one in every other under its code."""
    for lang in network.languages:
        to = Addresses(network, lang)
        page = frame(
            network,
            lang,
            "not_found.html",
            lambda at: at.file("404.html"),
            network.phrases[lang]("not_found.title"),
            robots="noindex",
            search_url=to.listing("search"),
            from_here=ways(network, to, lang),
        )
        yield Page(path_of(to.file("404.html"), to.base), page.template, lang, page.shows)


def ways(network: Network, to: Addresses, lang: str) -> tuple[Link, ...]:
    """Where one can go from nowhere: the start, the lists, everything by name."""
    say = network.phrases[lang]
    lists = (Link(Text(say(f"menu.{key}")), to.listing(key)) for key in WAYS)
    return (Link(Text(say("not_found.home")), to.home()), *lists, Link(Text(say("a_to_z.title")), to.listing("a_to_z")))
