"""The ways in which people follow the agenda: each has a page, and beside it a calendar, feeds and data.

An axis is the network, a space, an area, a theme, an audience, a language, a body, a project, a festival, or what is
free or without steps. Static files make each of them cheap; none is limited to a number of items.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..model.network import Network
from ..model.record import Record
from ..model.things import Event, Organisation
from .addresses import Addresses
from .dates import language_name
from .facets import Filter, facets_of, filters_of
from .views import area_name, must, text, theme_lines, theme_name, words

FOLLOWED = ("free", "step-free", "theme", "area", "target", "language")


class About(Struct, frozen=True, kw_only=True):
    """What a calendar or feed says of itself.

    `id` is the same in every language: `network`, `space:base`, `theme:cura`, `free`. `page` is the absolute address of
    what it belongs to, `folder` that of the folder in which it lies, with a slash at its end.
    """

    id: str
    name: str
    description: str
    colour: str
    page: str
    folder: str

    @property
    def kind(self) -> str:
        """What is followed: `network`, `space`, `theme`, `free`…"""
        return self.id.partition(":")[0]


class Axis(Struct, frozen=True, kw_only=True):
    """One way to follow the agenda, in a language; `folders` are the addresses of its folder, now and before."""

    about: About
    folders: tuple[str, ...]
    events: tuple[Event, ...]


def axes(network: Network, lang: str) -> tuple[Axis, ...]:
    """All axes in a language, the network's first."""
    return network.once(("axes", lang), lambda: tuple(made_axes(network, lang)))


def axis(network: Network, lang: str, name: str) -> Axis | None:
    """The axis of an identifier such as `network`, `space:base` or `theme:cura`, if it is followed."""
    known = network.once(("axes by id", lang), lambda: {each.about.id: each for each in axes(network, lang)})
    return known.get(name)


def made_axes(network: Network, lang: str) -> Iterator[Axis]:
    to, themes = Addresses(network, lang), theme_lines(network)
    summary = must(words(network, network.fields.summary, lang)).text
    yield made(network, lang, "network", network.fields.name, summary, to.home(), listed=to.listing("agenda"))
    for space in network.spaces:
        colour = themes[space.fields.themes[0]] if space.fields.themes else ""
        folders = (to.space(space), *to.former(space, to.space(space)))
        yield recorded(network, lang, f"space:{space.slug}", space.record, folders, colour)
    for each in filters_of(network):
        if each.axis in FOLLOWED:
            yield of_filter(network, lang, each, themes.get(each.slug, "") if each.axis == "theme" else "")
    for body in network.organisations:
        yield recorded(network, lang, f"organisation:{body.slug}", body.record, (to.organisation(body),))
    for project in network.projects:
        folders = (to.project(project), *to.former(project, to.project(project)))
        yield recorded(network, lang, f"project:{project.slug}", project.record, folders)
    for event in festivals(network):
        folders = (to.event(event), *to.former(event, to.event(event)))
        yield recorded(network, lang, f"festival:{event.address}", event.record, folders)


def recorded(
    network: Network, lang: str, name: str, record: Record, folders: tuple[str, ...], colour: str = ""
) -> Axis:
    """The axis of something that has a file of its own."""
    title = record.fields.name if hasattr(record.fields, "name") else must(text(record.says("title", lang), lang)).text
    summary = must(text(record.says("summary", lang), lang)).text
    return made(network, lang, name, title, summary, *folders, colour=colour)


def of_filter(network: Network, lang: str, chosen: Filter, colour: str) -> Axis:
    """The axis of a filter of the agenda; areas and themes have pages of their own."""
    to, label = Addresses(network, lang), filter_name(network, chosen, lang)
    own = {"theme": "themes", "area": "areas"}.get(chosen.axis)
    folder = to.at(to.word(own), chosen.slug) if own else chosen.address(to)
    name = f"{label} · {network.fields.name}"
    summary = network.phrases[lang]("calendar.of_filter", name=label, network=network.fields.name)
    return made(network, lang, named(chosen), name, summary, folder, colour=colour)


def named(chosen: Filter) -> str:
    """The identifier of the axis of a filter."""
    return f"{chosen.axis}:{chosen.slug}" if chosen.slug else chosen.axis


def filter_name(network: Network, chosen: Filter, lang: str) -> str:
    """What is chosen, in words: `Cura`, `Gratis`, `Corvetto`."""
    if chosen.axis == "theme":
        return theme_name(network, chosen.slug, lang).text
    if chosen.axis == "area":
        areas = (area for division in network.areas.values() for area in division)
        return area_name(network, next(area for area in areas if area.slug == chosen.slug), lang)
    if chosen.axis == "target":
        term = next(term for term in network.fields.targets if term.id == chosen.slug)
        return must(words(network, term.name, lang)).text
    if chosen.axis == "language":
        return language_name(chosen.slug, lang)
    return network.phrases[lang](f"mark.{chosen.axis.replace('-', '_')}")


def made(
    network: Network, lang: str, name: str, title: str, summary: str, *folders: str, colour: str = "", listed: str = ""
) -> Axis:
    """An axis whose page is the first of its folders, unless its list is elsewhere."""
    to = Addresses(network, lang)
    about = About(
        id=name,
        name=title,
        description=summary or title,
        colour=colour or network.brand.colours.accent,
        page=to.absolute(listed or folders[0]),
        folder=to.absolute(folders[0]),
    )
    return Axis(about=about, folders=folders, events=held(network).get(name, ()))


def held(network: Network) -> dict[str, tuple[Event, ...]]:
    """The events of every axis, by its identifier: those of which something lies within the horizon."""
    return network.once("held", by_axis, network)


def by_axis(network: Network) -> dict[str, tuple[Event, ...]]:
    found: dict[str, list[Event]] = {}
    wholes = {event.address for event in festivals(network)}
    for event in network.events:
        if is_within(network, event):
            festival = wholes & {event.address, event.fields.part_of}
            for name in (*lies_on(network, event), *(f"festival:{each}" for each in festival)):
                found.setdefault(name, []).append(event)
    return {name: tuple(events) for name, events in found.items()}


def lies_on(network: Network, event: Event) -> set[str]:
    """The identifiers of the axes on which an event lies. What a space organises, those who run it organise."""
    names = network.once("axes of facets", by_facet, network)
    bodies = {each.slug for each in event.organisers if isinstance(each, Organisation)}
    if event.host in event.organisers:
        bodies |= {each.slug for each in event.host.run_by}
    return {
        "network",
        f"space:{event.host.slug}",
        *(names[facet] for facet in facets_of(network, event) if facet in names),
        *(f"organisation:{slug}" for slug in bodies),
        *([f"project:{event.project.slug}"] if event.project else []),
    }


def by_facet(network: Network) -> dict[str, str]:
    """The identifiers of the axes of filters, by facet."""
    return {each.facet: named(each) for each in filters_of(network) if each.axis in FOLLOWED}


def is_within(network: Network, event: Event) -> bool:
    """Whether some of an event lies within the horizon."""
    since, until = network.window
    return any(each.last_day >= since and each.first_day <= until for each in event.occurrences)


def festivals(network: Network) -> list[Event]:
    """The events to which others belong."""
    wholes = {event.fields.part_of for event in network.events}
    return [event for event in network.events if event.address in wholes]
