"""What search engines may read: the sitemap (sitemaps.org 0.9) and `robots.txt` (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any

from msgspec import Struct

from ..model.network import Network
from ..model.office import News
from . import File, digest
from .addresses import Addresses, path_of
from .agenda import months_of
from .agenda_filters import is_alone
from .chrome import MANUAL
from .facets import Filter, filters_of
from .feed_items import coming_dates
from .keys import network_key
from .tour_links import tour_link
from .tour_pages import is_settled

LISTS = ("agenda", "spaces", "projects", "areas", "themes", "news", "a_to_z")
OWN, XHTML = "http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.w3.org/1999/xhtml"
MOST = 40_000  # of 50,000 that one file may hold


class Listed(Struct, frozen=True):
    """A page: `way`, what addresses it in a language, takes what the page is `of`; its last change where one is stated.

    `way` gives None in a language in which the page is not told. `name` tells it from others; the rest is worked out
    only for a sitemap that is made.
    """

    name: str
    way: Callable[..., str | None]
    of: tuple[object, ...] = ()
    changed: date | None = None

    def address(self, to: Addresses) -> str | None:
        """Where it is in a language, if it is told in it."""
        return self.way(to, *self.of)


def sitemap(network: Network) -> Iterator[File]:
    """The sitemap; a large one is an index and several parts."""
    listed, to = [*pages(network), *news_pages(network)], Addresses(network, network.lang)
    step = max(1, MOST // len(network.languages))
    parts = [listed[start : start + step] for start in range(0, len(listed), step)]
    names = ["sitemap.xml"] if len(parts) == 1 else [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        key = digest("sitemap", network_key(network), [(page.name, page.changed) for page in part])
        yield File(path_of(to.file(name), to.base), key, partial(written, network, part))
    if len(parts) > 1:
        addresses = [to.absolute(to.file(name)) for name in names]
        yield File(path_of(to.file("sitemap.xml"), to.base), digest("sitemaps", addresses), lambda: index(addresses))


def news_pages(network: Network) -> Iterator[Listed]:
    """The news, each in the languages in which it is written."""
    by_slug: dict[str, list[News]] = {}
    for news in network.news:
        by_slug.setdefault(news.slug or news.url, []).append(news)
    for versions in by_slug.values():
        urls = {news.lang: news.url for news in versions}
        changed = max(news.published.date() for news in versions)
        yield Listed(" ".join(urls.values()), news_address, (urls,), changed)


def news_address(to: Addresses, urls: dict[str, str]) -> str | None:
    """Where a piece of news is told in a language, if it is."""
    return urls.get(to.lang)


def pages(network: Network) -> Iterator[Listed]:
    """Every page that is to be found, but news."""
    to = Addresses(network, network.lang)
    for changed, way, *of in addressed(network):
        yield Listed(way(to, *of), way, tuple(of), changed)


Addressed = tuple[date | None, Callable[..., str], *tuple[object, ...]]


def addressed(network: Network) -> Iterator[Addressed]:
    """When each page last changed, where its file says so; what addresses it in a language, and what that asks for."""
    yield None, Addresses.home
    for key in (*LISTS, *(["brand"] if MANUAL in network.outputs else [])):
        yield None, Addresses.listing, key
    yield from ((None, *each) for each in agenda_addresses(network))
    yield from ((None, Addresses.space, space) for space in network.spaces)
    for event in network.events:
        if coming_dates(network, event):
            yield event.fields.updated or event.fields.published, Addresses.event, event
    for project in network.projects:
        yield project.fields.published, Addresses.project, project
        if tour_link(network, project, network.lang) and is_settled(network, project):
            yield None, Addresses.tour, project
    yield from ((None, Addresses.organisation, organisation) for organisation in network.organisations)
    yield from ((None, Addresses.area, area) for division in network.areas.values() for area in division)
    yield from ((None, Addresses.theme, theme.id) for theme in network.fields.themes)
    yield from ((None, Addresses.programme, programme.id) for programme in network.fields.programmes)


def agenda_addresses(network: Network) -> Iterator[tuple[Callable[..., str], *tuple[object, ...]]]:
    """The agenda's pages that are to be found: those whose address stays, and months that are not over."""
    for word in ("today", "tonight", "weekend"):
        yield agenda_list, word
    yield from ((filter_address, chosen) for chosen in filters_of(network) if is_alone(chosen))
    for month in months_of(network):
        if (month.year, month.month) >= (network.today.year, network.today.month):
            yield Addresses.month, month


def agenda_list(to: Addresses, word: str) -> str:
    """Today, tonight, this weekend."""
    return to.at(to.word("agenda"), to.word(word))


def filter_address(to: Addresses, chosen: Filter) -> str:
    """The agenda filtered."""
    return chosen.address(to)


def written(network: Network, listed: list[Listed]) -> bytes:
    """A sitemap: every language of every page, each with all the others. Written page by page: it may be long."""
    from lxml.etree import xmlfile

    made = BytesIO()
    languages = [Addresses(network, lang) for lang in network.languages]
    with xmlfile(made, encoding="utf-8") as file:
        file.write_declaration()
        with file.element(f"{{{OWN}}}urlset", nsmap={None: OWN, "xhtml": XHTML}):
            for page in listed:
                told = ((to, page.address(to)) for to in languages)
                urls = {to.lang: to.absolute(address) for to, address in told if address is not None}
                for address in urls.values():
                    write_entry(file, address, alternates(network, urls), page.changed)
    return made.getvalue()


def write_entry(file: Any, address: str, others: list[tuple[str, str]], changed: date | None) -> None:
    """Write one page in one language, with its other languages."""
    file.write("\n")
    with file.element(f"{{{OWN}}}url"):
        with file.element(f"{{{OWN}}}loc"):
            file.write(address)
        if changed:
            with file.element(f"{{{OWN}}}lastmod"):
                file.write(changed.isoformat())
        for lang, alternate in others:
            with file.element(f"{{{XHTML}}}link", rel="alternate", hreflang=lang, href=alternate):
                pass


def alternates(network: Network, urls: dict[str, str]) -> list[tuple[str, str]]:
    """A page in all its languages; the network's own, if it is among them, is for all other readers."""
    if len(urls) < 2:
        return []
    return [*urls.items(), *([("x-default", urls[network.lang])] if network.lang in urls else [])]


def index(addresses: list[str]) -> bytes:
    """A sitemap that names others."""
    from lxml.etree import Element, SubElement, tostring

    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    root = Element(f"{{{space}}}sitemapindex", nsmap={None: space})
    for address in addresses:
        SubElement(SubElement(root, f"{{{space}}}sitemap"), f"{{{space}}}loc").text = address
    made: bytes = tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return made


def robots(network: Network) -> Iterator[File]:
    """All may be read; of a demonstration, whose content is made up, only the calendars, which apps then can fetch."""
    to = Addresses(network, network.lang)
    rules = "Allow: /*.ics$\nDisallow: /\n" if network.fields.demonstration else "Disallow:\n"
    text = f"User-agent: *\n{rules}\nSitemap: {to.absolute(to.file('sitemap.xml'))}\n"
    yield File("robots.txt", digest(text), text.encode)
