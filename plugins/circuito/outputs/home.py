"""The home page: what is on today, tonight and this weekend, and what the network is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from ..model.network import Network
from . import Page
from .addresses import Addresses
from .agenda import begins_on, coming, days_between, ongoing, rows_of, weekend_of
from .city_map import city_map
from .dates import long_day
from .frame import feeds_at, frame
from .newsroom import news_cards
from .places import area_links, term_links
from .projects import project_cards
from .spaces import space_cards
from .structured import network_ld

EVENING = time(18)


def home(network: Network) -> Iterator[Page]:
    """The home page in every language."""
    for lang in network.languages:
        yield home_page(network, lang)


def home_page(network: Network, lang: str) -> Page:
    """The home page in one language."""
    to, today = Addresses(network, lang), begins_on(network).get(network.today, ())
    tonight = tuple(one for one in today if not one[1].all_day and one[1].starts.time() >= EVENING)
    by_day = tuple(one for one in today if one not in tonight)
    days = [day for day in days_between(*weekend_of(network.today)) if day > network.today]
    weekend = [one for day in days for one in begins_on(network).get(day, ())]
    after = [one for one in coming(network, network.events) if one[1].first_day > network.today]
    return frame(
        network,
        lang,
        "home.html",
        Addresses.home,
        network.fields.name,
        day=long_day(network.today, lang),
        today=rows_of(network, by_day, lang),
        tonight=rows_of(network, tonight, lang),
        weekend=rows_of(network, weekend[:8], lang),
        soon=rows_of(network, after[:8], lang),
        ongoing=rows_of(network, ongoing(network, network.today)[:6], lang),
        counts={
            "spaces": len(network.spaces),
            "areas": len(area_links(network, lang)),
            "projects": len(network.projects),
        },
        today_url=to.at(to.word("agenda"), to.word("today")),
        weekend_url=to.at(to.word("agenda"), to.word("weekend")),
        spaces_url=to.listing("spaces"),
        projects_url=to.listing("projects"),
        news_url=to.listing("news"),
        spaces=space_cards(network, network.spaces, lang),
        map=city_map(network, lang),
        areas=area_links(network, lang),
        themes=term_links(network, lang),
        projects=project_cards(network, network.projects, lang)[:3],
        news=news_cards(network, lang)[:3],
        feeds=feeds_at(network, lang, to.home(), network.fields.name),
        structured=network_ld(network, lang),
    )
