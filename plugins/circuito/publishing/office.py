"""The office's news and pages, as Pelican read them, made into the same plain things as everything else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from ..model.network import News
from ..outputs import Page
from ..outputs.chrome import OfficePage
from ..outputs.dates import long_day
from ..outputs.views import Alternate
from ..reading.prose import safe_office
from .languages import ConfigurationError


def news_of(articles: Iterable[Any], site: str) -> tuple[News, ...]:
    """All news in all languages, newest first."""
    everything = [each for article in articles for each in (article, *article.translations)]
    base = urlsplit(site).path.rstrip("/")
    found = [
        News(
            title=each.title,
            summary=each.metadata.get("summary", ""),
            html=prose(each.content, site, base),
            lang=each.lang,
            published=datetime.fromisoformat(each.date.isoformat()),
            url=f"{base}/{each.url}",
            slug=each.slug,
        )
        for each in everything
    ]
    return tuple(sorted(found, key=lambda news: (-news.published.timestamp(), news.url)))


def prose(html: str, site: str, base: str) -> str:
    """The text of the office, safe, with links to the site's own pages as all other pages have them."""
    return safe_office(html).replace(f'="{site}/', f'="{base}/')


def menu_of(pages: Iterable[Any], site: str) -> tuple[OfficePage, ...]:
    """The office's pages in all languages, in the order they ask for."""
    everything = [each for page in pages for each in (page, *page.translations)]
    base = urlsplit(site).path.rstrip("/")
    found = [(int(each.metadata.get("order", 99)), each.slug, each) for each in everything]
    return tuple(
        OfficePage(title=each.title, lang=each.lang, url=f"{base}/{each.url}", slug=each.slug)
        for _, _, each in sorted(found, key=lambda one: (one[2].lang, one[0], one[1]))
    )


def page_of(name: str, template: str, kwargs: Mapping[str, Any]) -> Page:
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
        "robots": "",
        "summary": content.metadata.get("summary", ""),
        "prose": prose(content.content, site, base),
        "day": published.date().isoformat() if isinstance(published, datetime) else "",
        "day_text": long_day(published.date(), content.lang) if isinstance(published, datetime) else "",
        "source": content.get_relative_source_path(),
    }
    return Page(name, template, content.lang, shows)
