"""The list of the office's news; each piece has its page through Pelican."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..model.network import Network
from . import Page
from .dates import long_day
from .frame import feeds_of_list, frame


class NewsCard(Struct, frozen=True, kw_only=True):
    """A piece of news in a list."""

    title: str
    summary: str
    url: str
    day: str
    day_text: str
    lang: str


def newsroom(network: Network) -> Iterator[Page]:
    """The list of news in every language."""
    for lang in network.languages:
        say = network.phrases[lang]
        yield frame(
            network,
            lang,
            "news.html",
            lambda to: to.listing("news"),
            say("news.title"),
            description=say("news.description", network=network.fields.name),
            section="news",
            news=news_cards(network, lang),
            lists=[card.url for card in news_cards(network, lang)],
            feeds=feeds_of_list(network, lang, "news"),
        )


def news_cards(network: Network, lang: str) -> tuple[NewsCard, ...]:
    """All news, newest first, each in a language where it has it, else in the network's own."""
    own = {news.slug for news in network.news if news.lang == lang}
    chosen = [news for news in network.news if news.lang == (lang if news.slug in own else network.lang)]
    return tuple(
        NewsCard(
            title=news.title,
            summary=news.summary,
            url=news.url,
            day=news.published.date().isoformat(),
            day_text=long_day(news.published.date(), lang),
            lang="" if news.lang == lang else news.lang,
        )
        for news in chosen
    )
