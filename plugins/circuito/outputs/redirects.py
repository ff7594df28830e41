"""Old addresses that lead to where a thing is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.things import Event, Project, Space
from . import Page
from .addresses import Addresses, path_of


def redirects(to: Addresses, thing: Space | Event | Project, target: str, title: str) -> Iterator[Page]:
    """A page at each former address of a thing's page, or of one below it, that leads on to it."""
    return leading(to, to.former(thing, target), target, title)


def leading(to: Addresses, old: Iterable[str], target: str, title: str) -> Iterator[Page]:
    """A page at each old address that leads on to the target, without scripts."""
    for address in old:
        shows = {"title": title, "target": target, "canonical": to.absolute(target)}
        yield Page(path_of(address, to.base), "redirect.html", to.lang, shows)
