"""The office's news and pages, as Pelican read them, made into the same plain things as everything else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from html import escape, unescape
from itertools import zip_longest
from typing import Any
from urllib.parse import urlsplit

from ..model.network import Network
from ..model.office import News, OfficePage
from ..outputs import Page
from ..outputs.dates import dated_day, long_day
from ..outputs.edit_links import edit_ways
from ..outputs.frame import card_address
from ..outputs.picture_views import PictureView, drawn_picture
from ..outputs.pictures import published
from ..outputs.searched import searched
from ..outputs.views import Alternate, Text
from ..reading.office import aimed
from ..reading.prose import safe_office
from .conditions import ConfigurationError

PICTURE = r"<p>(<img [^>]*>)</p>"
ATTRIBUTE = r'(alt|src|title)="([^"]*)"'


def news_of(network: Network, articles: Iterable[Any]) -> tuple[News, ...]:
    """All news in all languages, newest first."""
    everything = [each for article in articles for each in (article, *article.translations)]
    base = urlsplit(network.site).path.rstrip("/")
    found = [
        News(
            title=each.title,
            summary=each.metadata.get("summary", ""),
            html="".join(as_html(part) for part in parts_of(network, each)),
            lang=each.lang,
            published=datetime.fromisoformat(each.date.isoformat()),
            url=f"{base}/{each.url}",
            slug=each.slug,
        )
        for each in everything
    ]
    return tuple(sorted(found, key=lambda news: (-news.published.timestamp(), news.url)))


def parts_of(network: Network, content: Any) -> tuple[Text | PictureView, ...]:
    """What the office wrote: safe HTML, with links to the site's own pages as all other pages have them; pictures."""
    base = urlsplit(network.site).path.rstrip("/")
    pieces = re.split(PICTURE, safe_office(content.content).replace(f'="{network.site}/', f'="{base}/'))
    pictures = [pictured(network, content, piece) for piece in pieces[1::2]]
    texts = [Text(piece.strip()) for piece in pieces[::2]]
    both = [part for pair in zip_longest(texts, pictures) for part in pair]
    return tuple(part for part in both if isinstance(part, PictureView) or (part and part.text))


def pictured(network: Network, content: Any, element: str) -> PictureView | None:
    """The picture of an `img` of the office; none where it was left out for its mistakes."""
    said = {name: unescape(value) for name, value in re.findall(ATTRIBUTE, element)}
    path = aimed(content.get_relative_source_path(), said["src"])
    if path not in network.office_pictures:
        return None
    credit, _, licence = said["title"].rpartition(", ")
    stated = (credit, licence) if credit else (licence, "CC BY 4.0")
    return drawn_picture(network, published(network, path), Text(said["alt"]), *stated)


def as_html(part: Text | PictureView) -> str:
    """A part of a text for feeds, which show a picture by itself."""
    if isinstance(part, Text):
        return part.text
    size = f'width="{part.width}" height="{part.height}"'
    return (
        f'<figure><img src="{part.url}" {size} alt="{escape(part.alt.text)}">'
        f"<figcaption>{escape(part.credit)}, {escape(part.licence)}</figcaption></figure>"
    )


def menu_of(pages: Iterable[Any], site: str) -> tuple[OfficePage, ...]:
    """The office's pages in all languages, in the order they ask for."""
    everything = [each for page in pages for each in (page, *page.translations)]
    base = urlsplit(site).path.rstrip("/")
    found = [(int(each.metadata.get("order", 99)), each.slug, each) for each in everything]
    return tuple(
        OfficePage(title=each.title, lang=each.lang, url=f"{base}/{each.url}", slug=each.slug)
        for _, _, each in sorted(found, key=lambda one: (one[2].lang, one[0], one[1]))
    )


def page_of(network: Network, name: str, template: str, kwargs: Mapping[str, Any]) -> Page:
    """The page of an article or page that Pelican writes. Raises `ConfigurationError` for anything else."""
    content = kwargs.get("article") or kwargs.get("page")
    if content is None:
        raise ConfigurationError(f"{name}: only news and pages come from Pelican; see OUTPUTS for the rest")
    site = content.settings["SITEURL"].rstrip("/")
    base = urlsplit(site).path.rstrip("/")
    published = getattr(content, "date", None)
    others = sorted([content, *content.translations], key=lambda each: each.lang)
    shows = {
        "title": content.title,
        "description": content.metadata.get("summary", ""),
        "url": f"{base}/{content.url}",
        "canonical": f"{site}/{content.url}",
        "alternates": tuple(Alternate(each.lang, f"{base}/{each.url}") for each in others),
        "section": "news" if kwargs.get("article") else "",
        "crumbs": (),
        "feeds": None,
        "structured": None,
        "way": None,
        "robots": "",
        "social_card": card_address(network, content.lang, f"{base}/{content.url}"),
        "searched": searched(
            "news" if kwargs.get("article") else "page",
            Text(content.title),
            day=dated_day(published.date(), content.lang) if isinstance(published, datetime) else "",
        ),
        "summary": content.metadata.get("summary", ""),
        "prose": parts_of(network, content),
        "day": published.date().isoformat() if isinstance(published, datetime) else "",
        "day_text": long_day(published.date(), content.lang) if isinstance(published, datetime) else "",
        "source": content.get_relative_source_path(),
        "edit": edit_ways(network, content.lang, content.get_relative_source_path()),
    }
    return Page(name, template, content.lang, shows)
