"""What every page is handed beside its own matter: addresses in all languages, outline, feeds, structured data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from ..model.network import Network
from . import LaterView, Page
from .addresses import Addresses, card_path, path_of
from .axes import axis
from .edit_links import LISTS, edit_ways
from .listed import list_ld
from .structured import way_ld
from .views import Alternate, Link, Text

CARDS = "circuito.outputs.cards:cards"
CARDED = ("event.html", "home.html", "project.html", "space.html")


class Feeds(Struct, frozen=True, kw_only=True):
    """The calendar and feeds of what a page shows; `page` explains how to subscribe. What there is not is empty."""

    name: str
    calendar: str = ""
    webcal: str = ""
    rss: str = ""
    atom: str = ""
    json: str = ""
    page: str = ""


def frame(
    network: Network,
    lang: str,
    template: str,
    address: Callable[[Addresses], str],
    title: str,
    late: LaterView | None = None,
    **shows: Any,
) -> Page:
    """A page at an address that every language makes in its own way.

    `section` is the entry of the main menu to which it belongs, `crumbs` the way to it, `robots` what search engines
    are told, `searched` what the search knows of it: pages without it are not searched, `source` the file from which it
    is made, `lists` the addresses to which a list leads. All of them may be left out. `late` is what the page shows
    besides, made when it is printed.
    """
    to = Addresses(network, lang)
    own = address(to)
    alternates = tuple(Alternate(code, address(Addresses(network, code))) for code in network.languages)
    given: dict[str, Any] = {"description": "", "section": "", "crumbs": (), "feeds": None, "structured": None}
    given |= {"robots": "", "searched": None, "source": "", "lists": (), **shows}
    handed = given | {"title": title, "url": own, "canonical": to.absolute(own), "alternates": alternates}
    leads = handed.pop("lists")
    if leads and not handed["robots"] and handed["structured"] is None:
        handed["structured"] = list_ld(network, title, leads)
    crumbs: tuple[Link, ...] = handed["crumbs"]
    handed["way"] = way_ld(network, crumbs, title, own) if crumbs else None
    handed["edit"] = edit_ways(network, lang, handed["source"] or LISTS.get(template, ""))
    handed["social_card"] = card_address(network, lang, own if template in CARDED else to.home())
    return Page(path_of(own, to.base), template, lang, handed, late)


def card_address(network: Network, lang: str, page: str) -> str:
    """The whole address of the social card of a page; empty where cards are not published."""
    to = Addresses(network, lang)
    return to.absolute(f"{to.base}/{card_path(path_of(page, to.base))}") if CARDS in network.outputs else ""


def feeds_of(network: Network, lang: str, name: str) -> Feeds | None:
    """The calendar and feeds of an axis, by its identifier; none where it is not followed."""
    followed = axis(network, lang, name)
    if followed is None:
        return None
    to, folder, calendar = Addresses(network, lang), followed.folders[0], f"{followed.about.folder}calendar.ics"
    return Feeds(
        name=followed.about.name,
        calendar=calendar,
        webcal=f"webcal:{calendar.partition(':')[2]}",
        rss=f"{folder}rss.xml",
        atom=f"{folder}atom.xml",
        json=f"{folder}feed.json",
        page=to.following(folder),
    )


def feeds_of_list(network: Network, lang: str, key: str) -> Feeds:
    """The feeds of a list of the main menu: `spaces`, `projects`, `news`."""
    folder, name = Addresses(network, lang).listing(key), network.phrases[lang](f"menu.{key}")
    return Feeds(
        name=f"{name} · {network.fields.name}",
        rss=f"{folder}rss.xml",
        atom=f"{folder}atom.xml",
        json=f"{folder}feed.json",
    )


def crumb(network: Network, lang: str, key: str) -> Link:
    """The step of the way that is a list of the main menu."""
    return Link(Text(network.phrases[lang](f"menu.{key}")), Addresses(network, lang).listing(key))
