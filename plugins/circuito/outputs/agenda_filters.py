"""The agenda filtered: a page for each theme, area, audience and language, for what is free, step-free, in the evening.

A page shows the coming days as far as `WINDOW`, some sixty rows at a time. Filters are combined in the browser, by
the facets of each row (`theme/static/js/agenda-filter.js`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from ..model.network import Network
from . import Page
from .addresses import Addresses
from .agenda import ONE, Dated, Rows, has_month, made_day
from .axes import named
from .dates import month_name
from .facets import Filter, facets_on, filters_of
from .filter_bar import WINDOW, bar, begun, count_of, found, going_on, line_of_filter, name_of, within
from .frame import crumb, feeds_of, frame
from .listed import events_of
from .views import Link, Text

MOST_ROWS = 60
MOST_LATER = 5


def filters(network: Network) -> Iterator[Page]:
    """The pages of every filter in every language."""
    for lang in network.languages:
        for each in filters_of(network):
            yield from filter_pages(network, each, lang)


def filter_pages(network: Network, chosen: Filter, lang: str) -> Iterator[Page]:
    """The pages of one filter: whole days, until there are enough rows."""
    parts = list(paged(within(network)[chosen.facet])) or [()]
    for number in range(1, len(parts) + 1):
        yield filter_page(network, chosen, number, parts, lang)


def paged(dated: Iterable[Dated]) -> Iterator[tuple[Dated, ...]]:
    """What is on, cut into pages between days."""
    part: list[Dated] = []
    for _, day in groupby(dated, key=lambda one: one[1].first_day):
        part.extend(day)
        if len(part) >= MOST_ROWS:
            yield tuple(part)
            part = []
    if part:
        yield tuple(part)


def filter_page(network: Network, chosen: Filter, number: int, parts: list[tuple[Dated, ...]], lang: str) -> Page:
    """One page of a filter; what goes on from before stands on the first, what comes later on the last."""
    say, name, last = network.phrases[lang], name_of(network, chosen, lang), number == len(parts)
    dated = groupby(parts[number - 1], key=lambda one: one[1].first_day)
    days = tuple(made_day(network, day, found_on, lang) for day, found_on in dated)
    going = Rows(network, going_on(network)[chosen.facet] if number == 1 else (), lang)
    return frame(
        network,
        lang,
        "filtered.html",
        lambda to: numbered(to, chosen, number),
        say("filter.title", name=name.text),
        description=say("filter.description", name=name.text, network=network.fields.name),
        section="agenda",
        crumbs=(crumb(network, lang, "agenda"),),
        robots="" if number == 1 and is_alone(chosen) else "noindex",
        heading=name,
        feeds=feeds_of(network, lang, named(chosen)) if number == 1 else None,
        axis=chosen.axis,
        count=count_of(network, chosen),
        window=WINDOW,
        facet=chosen.facet,
        line=line_of_filter(chosen),
        filters=bar(network, lang),
        found=found(say),
        about=place_of(network, chosen, name, lang),
        days=days,
        ongoing=going,
        lists=events_of(*(day.rows for day in days), going),
        later=Rows(network, beyond(network)[chosen.facet], lang) if last else (),
        previous=turn(network, chosen, number - 1, lang) if number > 1 else None,
        next=onward(network, chosen, lang) if last else turn(network, chosen, number + 1, lang),
        agenda_url=Addresses(network, lang).listing("agenda"),
        spaces_url=Addresses(network, lang).listing("spaces"),
    )


def numbered(to: Addresses, chosen: Filter, number: int) -> str:
    """The address of one page of a filter; the first is the filter's own."""
    return chosen.address(to) + (f"{number}/" if number > 1 else "")


def turn(network: Network, chosen: Filter, number: int, lang: str) -> Link:
    """Another page of a filter."""
    say = network.phrases[lang]
    return Link(Text(say("filter.page", number=number)), numbered(Addresses(network, lang), chosen, number))


def onward(network: Network, chosen: Filter, lang: str) -> Link | None:
    """The month in which the window ends, with the filter chosen; None where it has no page."""
    to, last = Addresses(network, lang), network.today + WINDOW * ONE
    if not has_month(network, last):
        return None
    return Link(Text(month_name(last, lang)), f"{to.month(last)}?{chosen.query(to)}")


def is_alone(chosen: Filter) -> bool:
    """Whether no other page is about the same; areas and themes have pages of their own, which search engines read."""
    return chosen.axis not in ("theme", "area")


def place_of(network: Network, chosen: Filter, name: Text, lang: str) -> Link | None:
    """The page about what is chosen, where there is one."""
    to = Addresses(network, lang)
    if chosen.axis == "theme":
        return Link(name, to.theme(chosen.slug))
    if chosen.axis == "area":
        return Link(name, to.at(to.word("areas"), chosen.slug))
    return None


def beyond(network: Network) -> Mapping[str, tuple[Dated, ...]]:
    """By facet, the first things after the window, as far as days have pages."""
    return network.once("beyond", made_beyond, network)


def made_beyond(network: Network) -> dict[str, tuple[Dated, ...]]:
    let: dict[str, list[Dated]] = {each.facet: [] for each in filters_of(network)}
    horizon, wanting = network.fields.horizon.day_pages, len(let)
    for one in begun(network, network.today + (WINDOW + 1) * ONE, network.today + horizon * ONE):
        for facet in facets_on(network, *one):
            if facet in let and len(let[facet]) < MOST_LATER:
                let[facet].append(one)
                wanting -= len(let[facet]) == MOST_LATER
        if not wanting:
            break
    return {facet: tuple(dated) for facet, dated in let.items()}
