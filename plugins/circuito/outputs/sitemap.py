"""What search engines may read: the sitemap (sitemaps.org 0.9) and `robots.txt` (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..model.network import Network, News
from . import File, digest
from .addresses import Addresses, path_of
from .agenda import months_of

LISTS = ("agenda", "spaces", "projects", "areas", "themes", "news")
MOST = 40_000  # of 50,000 that one file may hold


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in one language, its addresses in every language, and the day of its last change where one is stated."""

    url: str
    alternates: tuple[tuple[str, str], ...] = ()
    changed: date | None = None


def sitemap(network: Network) -> Iterator[File]:
    """The sitemap; a large one is an index and several parts."""
    listed = list(entries_of(network))
    to = Addresses(network, network.lang)
    parts = [listed[start : start + MOST] for start in range(0, len(listed), MOST)]
    names = ["sitemap.xml"] if len(parts) == 1 else [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield File(path_of(to.file(name), to.base), digest("sitemap", part), lambda part=part: written(part))  # type: ignore[misc]
    if len(parts) > 1:
        addresses = [to.absolute(to.file(name)) for name in names]
        yield File(path_of(to.file("sitemap.xml"), to.base), digest("sitemaps", addresses), lambda: index(addresses))


def entries_of(network: Network) -> Iterator[Entry]:
    """Every page that is to be found, in every language."""
    for address, changed in pages(network):
        told = {lang: address(Addresses(network, lang)) for lang in network.languages}
        yield from entries(network, told, dict.fromkeys(told, changed))
    by_slug: dict[str, list[News]] = {}
    for news in network.news:
        by_slug.setdefault(news.slug or news.url, []).append(news)
    for versions in by_slug.values():
        days = {news.lang: news.published.date() for news in versions}
        yield from entries(network, {news.lang: news.url for news in versions}, days)


def entries(network: Network, told: Mapping[str, str], changed: Mapping[str, date | None]) -> Iterator[Entry]:
    """One page in the languages it is told in; the network's own, if it is among them, is for all other readers."""
    urls = {lang: Addresses(network, lang).absolute(address) for lang, address in told.items()}
    default = [("x-default", urls[network.lang])] if network.lang in urls else []
    alternates = (*urls.items(), *default) if len(urls) > 1 else ()
    for lang, url in urls.items():
        yield Entry(url, alternates, changed[lang])


def pages(network: Network) -> Iterator[tuple[Callable[[Addresses], str], date | None]]:
    """How each page is addressed in a language, and when it last changed, where its file says so."""
    yield Addresses.home, None
    for key in LISTS:
        yield (lambda to, key=key: to.listing(key)), None  # type: ignore[misc]
    for word in ("today", "weekend"):
        yield (lambda to, word=word: to.at(to.word("agenda"), to.word(word))), None  # type: ignore[misc]
    for month in months_of(network):
        if (month.year, month.month) >= (network.today.year, network.today.month):
            yield (lambda to, month=month: to.month(month)), None  # type: ignore[misc]
    for space in network.spaces:
        yield (lambda to, space=space: to.space(space)), None  # type: ignore[misc]
    for event in network.events:
        if any(each.last_day >= network.today for each in event.occurrences):
            changed = event.fields.updated or event.fields.published
            yield (lambda to, event=event: to.event(event)), changed  # type: ignore[misc]
    for project in network.projects:
        yield (lambda to, project=project: to.project(project)), project.fields.published  # type: ignore[misc]
    for organisation in network.organisations:
        yield (lambda to, body=organisation: to.organisation(body)), None  # type: ignore[misc]
    for area in (area for division in network.areas.values() for area in division):
        yield (lambda to, area=area: to.area(area)), None  # type: ignore[misc]
    for theme in network.fields.themes:
        yield (lambda to, slug=theme.id: to.theme(slug)), None  # type: ignore[misc]
    for programme in network.fields.programmes:
        yield (lambda to, slug=programme.id: to.programme(slug)), None  # type: ignore[misc]


def written(entries: list[Entry]) -> bytes:
    """A sitemap with its alternates in other languages."""
    from lxml.etree import Element, SubElement, tostring

    spaces = {None: "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}
    root = Element(f"{{{spaces[None]}}}urlset", nsmap=spaces)
    for entry in entries:
        url = SubElement(root, f"{{{spaces[None]}}}url")
        SubElement(url, f"{{{spaces[None]}}}loc").text = entry.url
        if entry.changed:
            SubElement(url, f"{{{spaces[None]}}}lastmod").text = entry.changed.isoformat()
        for lang, address in entry.alternates:
            SubElement(url, f"{{{spaces['xhtml']}}}link", rel="alternate", hreflang=lang, href=address)
    made: bytes = tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return made


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
