"""What is new, for feed readers: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, of the network and of each space.

An item is the publication of an event or an important change of it, not its date. What feedgen does in its own way is
kept here: of the links of an RSS feed the last one counts, and what has no date gets today's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..model.network import Event, Network, News
from . import File, digest
from .addresses import Addresses, path_of
from .calendars import About, about_network, about_space
from .feed_items import Item, chosen, chosen_of, item_of, key_of, tag
from .history import midnight
from .keys import network_key

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def feeds(network: Network) -> Iterator[File]:
    """The feeds of the network, with its news, and of each space, in every language; also where a space was before."""
    for lang in network.languages:
        to, news = Addresses(network, lang), [each for each in network.news if each.lang == lang]
        yield from files(network, lang, to.home(), about_network(network, lang), chosen(network, news))
        for space in network.spaces:
            about, things = about_space(network, space, lang), chosen_of(network, space)
            for folder in (to.space(space), *(to.at(to.word("spaces"), slug) for slug in space.fields.formerly)):
                yield from files(network, lang, folder, about, things)


def files(network: Network, lang: str, folder: str, about: About, things: list[Event | News]) -> Iterator[File]:
    """The three feeds at an address that ends in a slash."""
    to, keys = Addresses(network, lang), [key_of(network, each) for each in things]
    key = digest("feed", lang, network.phrases[lang].digest, network_key(network), about, keys)
    for file, write in (("rss.xml", rss), ("atom.xml", atom), ("feed.json", json_feed)):
        path = path_of(folder + file, to.base)
        yield File(path, key, lambda write=write: write(network, lang, about, items(network, lang, things)))  # type: ignore[misc]


def items(network: Network, lang: str, things: Iterable[Event | News]) -> list[Item]:
    """Events and news as items."""
    return [item_of(network, thing, lang) for thing in things]


def rss(network: Network, lang: str, about: About, items: list[Item]) -> bytes:
    """The feed as RSS 2.0."""
    written: bytes = built(network, lang, about, items, "rss.xml").rss_str()
    return written


def atom(network: Network, lang: str, about: About, items: list[Item]) -> bytes:
    """The feed as Atom."""
    written: bytes = built(network, lang, about, items, "atom.xml").atom_str()
    return written


def built(network: Network, lang: str, about: About, items: list[Item], file: str) -> Any:
    """The feed as feedgen keeps it, for the one file that it is written to."""
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    changed = max((item.updated for item in items), default=midnight(network.fields.since))
    feed.id(tag(network, "feed", about.id, lang))
    feed.title(clean(about.name))
    feed.subtitle(clean(about.description))
    feed.description(clean(about.description))
    feed.language(lang)
    feed.author({"name": clean(network.fields.name)})
    feed.generator("Circuito")
    feed.link(href=beside(about, file), rel="self", type=f"application/{file.removesuffix('.xml')}+xml")
    feed.link(href=about.page, rel="alternate", type="text/html")
    feed.updated(changed)
    feed.lastBuildDate(changed)
    for item in items:
        add(feed, item)
    return feed


def add(feed: Any, item: Item) -> None:
    """One entry of a feed."""
    entry = feed.add_entry(order="append")
    entry.id(item.id)
    entry.guid(item.id, permalink=False)
    entry.link(href=item.url)
    entry.title(clean(item.title))
    entry.summary(clean(item.summary))
    entry.content(clean(item.html), type="html")
    entry.published(item.published)
    entry.updated(item.updated)
    if item.authors:
        entry.author([{"name": clean(name)} for name in item.authors])
    for term in item.tags:
        entry.category(term=clean(term))


def json_feed(network: Network, lang: str, about: About, items: list[Item]) -> bytes:
    """The feed as JSON Feed 1.1; `_event` tells machines when and where an event is."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": about.name,
        "home_page_url": about.page,
        "feed_url": beside(about, "feed.json"),
        "description": about.description,
        "language": lang,
        "authors": [
            {"name": network.fields.name, "url": Addresses(network, lang).absolute(Addresses(network, lang).home())}
        ],
        "items": [json_item(item, lang) for item in items],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode() + b"\n"


def json_item(item: Item, lang: str) -> dict[str, Any]:
    """One item of a JSON Feed."""
    told = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.tags),
        "language": lang,
        "_event": item.event,
    }
    return {name: fact for name, fact in told.items() if fact}


def beside(about: About, file: str) -> str:
    """The address of a file beside a calendar."""
    return about.source.removesuffix("calendar.ics") + file


def clean(text: str) -> str:
    """Text without the characters that XML 1.0 does not allow or discourages."""
    return CONTROL.sub("", text)
