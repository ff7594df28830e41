"""Old addresses that lead to where a thing is now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..model.network import Network
from . import Page
from .addresses import Addresses, path_of

Address = Callable[[Addresses], str]


def redirects(network: Network, lang: str, old: Iterable[tuple[str, Address]], now: Address, title: str) -> Iterator[Page]:
    """A page at each old address that leads on, for people without scripts too."""
    to = Addresses(network, lang)
    target = now(to)
    for _, address in old:
        shows = {"title": title, "target": target, "canonical": to.absolute(target)}
        yield Page(path_of(address(to), to.base), "redirect.html", lang, shows)
