"""The filters of the agenda as one chooses them: axis by axis, with how much each lets through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from ..agenda.walltime import days_between
from ..model.network import Network
from ..model.phrases import Phrases
from .addresses import Addresses
from .agenda import ONE, Dated, begins_on, ongoing
from .facets import FLAGS, Filter, facets_on, filters_of
from .facts import language_names
from .views import Text, area_name, must, words

WINDOW = 30


class Choice(Struct, frozen=True, kw_only=True):
    """A filter as one chooses it. `query` is how an address says so, `count` how much it lets through, if counted."""

    name: Text
    url: str
    facet: str
    query: str
    count: int | None
    line: str


class Axis(Struct, frozen=True, kw_only=True):
    """The filters of one axis; `key` is that of its phrase."""

    key: str
    choices: tuple[Choice, ...]


AXES = {"flags": FLAGS, "theme": ("theme",), "area": ("area",), "target": ("target",), "language": ("language",)}


def bar(network: Network, lang: str) -> tuple[Axis, ...]:
    """All filters, axis by axis, with how much each lets through. The axis of areas shows the first division."""
    return network.once(("bar", lang), made_bar, network, lang, True)


def plain_bar(network: Network, lang: str) -> tuple[Axis, ...]:
    """All filters without counts, for pages that are not about the coming days: they stay as they are."""
    return network.once(("plain-bar", lang), made_bar, network, lang, False)


def made_bar(network: Network, lang: str, counted: bool) -> tuple[Axis, ...]:
    first = {area.slug for area in next(iter(network.areas.values()), ())}
    shown = [each for each in filters_of(network) if each.axis != "area" or each.slug in first]
    axes = (
        Axis(key=key, choices=tuple(choice(network, each, lang, counted) for each in shown if each.axis in kinds))
        for key, kinds in AXES.items()
    )
    return tuple(axis for axis in axes if axis.choices)


def choice(network: Network, each: Filter, lang: str, counted: bool) -> Choice:
    """A filter as one chooses it."""
    to = Addresses(network, lang)
    return Choice(
        name=name_of(network, each, lang),
        url=each.address(to),
        facet=each.facet,
        query=each.query(to),
        count=count_of(network, each) if counted else None,
        line=line_of_filter(each),
    )


def line_of_filter(each: Filter) -> str:
    """The class of the colour of a theme's line; nothing for other filters."""
    return f"line-{each.slug}" if each.axis == "theme" else ""


def name_of(network: Network, each: Filter, lang: str) -> Text:
    """The name of a filter in a language."""
    if each.axis in FLAGS:
        return Text(network.phrases[lang](f"filter.{each.axis}"))
    if each.axis == "language":
        return Text(language_names(network, (each.slug,), lang)[0])
    if each.axis == "area":
        areas = (area for division in network.areas.values() for area in division)
        return Text(next(area_name(network, area, lang) for area in areas if area.slug == each.slug))
    terms = network.fields.themes if each.axis == "theme" else network.fields.targets
    return must(next(words(network, term.name, lang) for term in terms if term.id == each.slug))


def found(say: Phrases) -> tuple[tuple[str, str], ...]:
    """How a browser says how much it has found: a sentence for each plural category, with `{n}` to fill in."""
    forms = say.texts.get("filter.found")
    if forms is None and say.fallback:
        return found(say.fallback)
    return tuple(forms.items()) if isinstance(forms, Mapping) else (("other", str(forms)),)


def count_of(network: Network, each: Filter) -> int:
    """How much a filter lets through: what begins within the window, and what goes on from before."""
    return len(within(network)[each.facet]) + len(going_on(network)[each.facet])


def within(network: Network) -> Mapping[str, tuple[Dated, ...]]:
    """By facet, what begins within the window, in order of time."""
    return network.once("within", made_within, network)


def made_within(network: Network) -> dict[str, tuple[Dated, ...]]:
    return by_facet(network, begun(network, network.today, network.today + WINDOW * ONE))


def going_on(network: Network) -> Mapping[str, tuple[Dated, ...]]:
    """By facet, what began before today and still goes on."""
    return network.once("going-on", lambda: by_facet(network, ongoing(network, network.today)))


def by_facet(network: Network, dated: Iterable[Dated]) -> dict[str, tuple[Dated, ...]]:
    """What each filter lets through, by its facet."""
    let: dict[str, list[Dated]] = {each.facet: [] for each in filters_of(network)}
    for one in dated:
        for facet in facets_on(network, *one):
            if facet in let:
                let[facet].append(one)
    return {facet: tuple(through) for facet, through in let.items()}


def begun(network: Network, first: date, last: date) -> Iterator[Dated]:
    """What begins on one of some days, in order."""
    by_day = begins_on(network)
    for day in days_between(first, last):
        yield from by_day.get(day, ())
