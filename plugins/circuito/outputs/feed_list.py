"""The list of all feeds, for feed readers that take many at once: OPML 2.0 (opml.org/spec2.opml)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..model.network import Network
from . import File, digest
from .addresses import Addresses, path_of
from .axes import About, axes
from .feeds import about_list, clean, lists
from .keys import network_key


def feed_list(network: Network) -> Iterator[File]:
    """`feeds.opml` in every language: the feeds of the network and of its lists, then those of every axis by kind."""
    for lang in network.languages:
        to = Addresses(network, lang)
        listed = [about_list(network, lang, key) for key, _ in lists(network, [])]
        told = [*(axis.about for axis in axes(network, lang)), *listed]
        key = digest("feed list", network_key(network), network.phrases[lang].digest, told)
        yield File(path_of(to.file("feeds.opml"), to.base), key, partial(written, network, lang, told))


def written(network: Network, lang: str, told: list[About]) -> bytes:
    """The bytes of a list: an outline of kinds, each with its feeds."""
    from lxml.etree import Element, SubElement, tostring

    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = network.fields.name
    body = SubElement(root, "body")
    kinds: dict[str, list[About]] = {}
    for about in told:
        kinds.setdefault(about.kind, []).append(about)
    for kind, abouts in kinds.items():
        title = network.phrases[lang](f"feed.kind.{kind}")
        outline = SubElement(body, "outline", text=title)
        for about in abouts:
            address = f"{about.folder}atom.xml"
            SubElement(
                outline,
                "outline",
                type="rss",
                text=clean(about.name),
                xmlUrl=address,
                htmlUrl=about.page,
                language=lang,
            )
    made: bytes = tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return made
