"""What is new, for feed readers: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, of every axis and every list.

An item is the publication of an event or an important change of it, not its date; or a new space or project, or news.
What feedgen does in its own way is kept here: of the links of an RSS feed the last one counts, and what has no date
gets today's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import msgspec

from ..model.network import Network
from ..model.office import News
from . import File, digest
from .addresses import Addresses, path_of
from .axes import About, axes
from .event_pictures import Enclosed
from .feed_items import Item, Items, Thing, key_of, newest, tag
from .history import midnight
from .keys import network_key

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def feeds(network: Network) -> Iterator[File]:
    """The feeds of every axis and list, in every language, also in folders that an axis had before.

    The network's own feed also tells its news, and the spaces and projects that say since when they are there.
    """
    for lang in network.languages:
        told = [each for each in network.news if each.lang == lang]
        joined = [space for space in network.spaces if space.fields.joined]
        offered = [project for project in network.projects if project.fields.published]
        items = Items(network, lang)
        for axis in axes(network, lang):
            more = (told, joined, offered) if axis.about.id == "network" else ()
            yield from files(items, axis.folders, axis.about, newest(network, axis.events, *more))
        for key, listed in lists(network, told):
            about, folder = about_list(network, lang, key), Addresses(network, lang).listing(key)
            yield from files(items, (folder,), about, newest(network, listed))


def lists(network: Network, told: list[News]) -> Iterator[tuple[str, Iterable[Thing]]]:
    """What each list of the menu announces on its own."""
    yield from (("agenda", network.events), ("spaces", network.spaces), ("projects", network.projects), ("news", told))


def about_list(network: Network, lang: str, key: str) -> About:
    """What the feed of a list says of itself."""
    to, say = Addresses(network, lang), network.phrases[lang]
    page = to.absolute(to.listing(key))
    return About(
        id=f"list:{key}",
        name=f"{say(f'menu.{key}')} · {network.fields.name}",
        description=say(f"feed.list.{key}", network=network.fields.name),
        colour=network.brand.colours.accent,
        page=page,
        folder=page,
    )


def files(items: Items, folders: tuple[str, ...], about: About, things: list[Thing]) -> Iterator[File]:
    """The three feeds of an axis or list, in each of its folders."""
    network, lang = items.network, items.lang
    base, told = Addresses(network, lang).base, {key_of(network, each): each for each in things}
    key = digest("feed", lang, network.phrases[lang].digest, network_key(network), about, list(told))
    for name, write in (("rss.xml", rss), ("atom.xml", atom), ("feed.json", json_feed)):
        for folder in folders:
            yield File(path_of(folder + name, base), key, partial(made, items, about, told, write))


def made(
    items: Items,
    about: About,
    told: Mapping[str, Thing],
    write: Callable[[Network, str, About, list[Item]], bytes],
) -> bytes:
    """The bytes of a feed."""
    return write(items.network, items.lang, about, [items.of(key, thing) for key, thing in told.items()])


def rss(network: Network, lang: str, about: About, items: list[Item]) -> bytes:
    """The feed as RSS 2.0."""
    written: bytes = built(network, lang, about, items, "rss").rss_str()
    return written


def atom(network: Network, lang: str, about: About, items: list[Item]) -> bytes:
    """The feed as Atom."""
    written: bytes = built(network, lang, about, items, "atom").atom_str()
    return written


def built(network: Network, lang: str, about: About, items: list[Item], kind: str) -> Any:
    """The feed as feedgen keeps it, for the one kind of file that it is written to."""
    from feedgen.feed import FeedGenerator

    from .feed_extension import EventEntry, EventFeed

    feed = FeedGenerator()
    feed.register_extension("event", EventFeed, EventEntry)
    changed = max((item.updated for item in items), default=midnight(network.fields.since))
    feed.id(tag(network, "feed", about.id, lang))
    feed.title(clean(about.name))
    feed.subtitle(clean(about.description))
    feed.description(clean(about.description))
    feed.language(lang)
    feed.author({"name": clean(network.fields.name)})
    feed.generator("Circuito")
    feed.link(href=f"{about.folder}{kind}.xml", rel="self", type=f"application/{kind}+xml")
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
    entry.event.facts, entry.event.picture = item.event or {}, item.picture


def json_feed(network: Network, lang: str, about: About, items: list[Item]) -> bytes:
    """The feed as JSON Feed 1.1; `_event` tells machines when and where an event is."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": about.name,
        "home_page_url": about.page,
        "feed_url": f"{about.folder}feed.json",
        "description": about.description,
        "language": lang,
        "authors": [
            {"name": network.fields.name, "url": Addresses(network, lang).absolute(Addresses(network, lang).home())}
        ],
        "items": [json_item(item, lang) for item in items],
    }
    return msgspec.json.format(msgspec.json.encode(feed), indent=1) + b"\n"


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
        "image": item.picture.url if item.picture else None,
        "attachments": [attachment(item.picture)] if item.picture else None,
        "_event": item.event,
    }
    return {name: fact for name, fact in told.items() if fact}


def attachment(picture: Enclosed) -> dict[str, object]:
    """A picture as an attachment of an item of a JSON Feed."""
    return {"url": picture.url, "mime_type": picture.type, "size_in_bytes": picture.length}


def clean(text: str) -> str:
    """Text without the characters that XML 1.0 does not allow or discourages."""
    return CONTROL.sub("", text)
