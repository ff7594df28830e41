"""Pages of areas, themes, organisations and programmes: the same events and spaces, gathered another way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import Struct

from ..model.network import Network
from ..model.terms import Programme
from ..model.things import Area, Event, Organisation, Space
from . import Page
from .addresses import Addresses
from .agenda import Rows, coming, soon
from .city_map import city_map
from .dates import long_day
from .facets import Filter
from .facts import contact_view
from .frame import crumb, feeds_of, frame
from .listed import events_of
from .neighbours import around
from .place_links import TermLink, division_links, term_links
from .projects import project_cards
from .searched import searched
from .space_cards import SpaceCard, space_cards
from .spaces import sheets_of
from .structured import organisation_ld
from .views import Link, Text, area_name, body_link, line_of, must, text, words

OFFICE = "content/network.yaml"
MOST = 30


class StrandView(Struct, frozen=True, kw_only=True):
    """A thematic area of a programme with its spaces."""

    id: str
    name: Text
    summary: Text | None
    spaces: tuple[SpaceCard, ...]


def areas(network: Network) -> Iterator[Page]:
    """The list of areas, and a page for each."""
    for lang in network.languages:
        say = network.phrases[lang]
        divisions = tuple(
            (division.id, must(words(network, division.name, lang)), division_links(network, division.id, lang))
            for division in network.fields.areas
        )
        yield frame(
            network,
            lang,
            "areas.html",
            lambda to: to.listing("areas"),
            say("areas.title"),
            description=say("areas.description", city=network.fields.city),
            section="areas",
            divisions=divisions,
            lists=[link.url for _, _, links in divisions for link in links],
            map=city_map(network, lang),
        )
        for areas_of_division in network.areas.values():
            for area in areas_of_division:
                yield area_page(network, area, lang)


def area_page(network: Network, area: Area, lang: str) -> Page:
    """What there is in an area."""
    name, say = area_name(network, area, lang), network.phrases[lang]
    inside = [space for space in network.spaces if area in space.areas]
    return gathered(
        network,
        lang,
        "area.html",
        lambda to: to.area(area),
        name,
        [e for s in inside for e in network.events_by_space[s.slug]],
        inside,
        description=say("area.description", area=name),
        section="areas",
        feeds=feeds_of(network, lang, f"area:{area.slug}"),
        searched=searched("area", Text(name), areas=(area,)),
        crumbs=(crumb(network, lang, "areas"),),
        source=OFFICE,
        map=city_map(network, lang),
        around=around(network, area, lang),
        sheets=sheets_of(network, area, lang) if inside else (),
        agenda=Filter("area", area.slug).address(Addresses(network, lang)) if inside else "",
        count=soon(network, [event for space in inside for event in network.events_by_space[space.slug]]),
    )


def gathered(
    network: Network,
    lang: str,
    template: str,
    address: Callable[[Addresses], str],
    title: str,
    events: Iterable[Event],
    inside: Iterable[Space],
    **shows: Any,
) -> Page:
    """A page that gathers events and spaces."""
    dated = coming(network, events)
    rows = Rows(network, dated[:MOST], lang)
    return frame(
        network,
        lang,
        template,
        address,
        title,
        events=rows,
        lists=events_of(rows),
        more=max(0, len(dated) - MOST),
        spaces=space_cards(network, inside, lang),
        **shows,
    )


def themes(network: Network) -> Iterator[Page]:
    """The list of themes, and a page for each."""
    for lang in network.languages:
        say = network.phrases[lang]
        yield frame(
            network,
            lang,
            "themes.html",
            lambda to: to.listing("themes"),
            say("themes.title"),
            description=say("themes.description"),
            themes=term_links(network, lang),
            lists=[link.url for link in term_links(network, lang)],
        )
        for link in term_links(network, lang):
            yield theme_page(network, link, lang)


def theme_page(network: Network, link: TermLink, lang: str) -> Page:
    """What there is on a theme."""
    return gathered(
        network,
        lang,
        "theme.html",
        lambda to: to.theme(link.id),
        link.name.text,
        network.events_by_theme.get(link.id, ()),
        [space for space in network.spaces if link.id in space.fields.themes],
        description=link.summary.text if link.summary else "",
        summary=link.summary,
        searched=searched("theme", link.name, themes=(link.id,)),
        feeds=feeds_of(network, lang, f"theme:{link.id}"),
        line=link.line,
        agenda=Filter("theme", link.id).address(Addresses(network, lang)),
        count=link.events,
        source=OFFICE,
        crumbs=(Link(Text(network.phrases[lang]("themes.title")), Addresses(network, lang).listing("themes")),),
    )


def organisations(network: Network) -> Iterator[Page]:
    """A page for each organisation."""
    for lang in network.languages:
        for organisation in network.organisations:
            yield organisation_page(network, organisation, lang)


def organisation_page(network: Network, organisation: Organisation, lang: str) -> Page:
    """Who an organisation is, the spaces it runs, what it organises and proposes."""
    fields, record = organisation.fields, organisation.record
    by_slug = {each.slug: each for each in network.organisations}
    return gathered(
        network,
        lang,
        "organisation.html",
        lambda to: to.organisation(organisation),
        fields.name,
        [event for event in network.events if organisation in event.organisers],
        [space for space in network.spaces if organisation in space.run_by],
        description=must(text(record.says("summary", lang), lang)).text,
        section="spaces",
        feeds=feeds_of(network, lang, f"organisation:{organisation.slug}"),
        crumbs=(crumb(network, lang, "spaces"),),
        structured=organisation_ld(network, organisation, lang),
        searched=searched("organisation", Text(fields.name), place=fields.city or ""),
        name=fields.name,
        line=line_of(next((space.fields.themes for space in network.spaces if organisation in space.run_by), ())),
        legal_form=fields.legal_form,
        summary=text(record.says("summary", lang), lang),
        prose=text(record.says("html", lang), lang),
        contact=contact_view(fields.contact),
        website=fields.website or "",
        city=fields.city or "",
        partners=tuple(body_link(network, by_slug[slug], lang) for slug in fields.partners if slug in by_slug),
        projects=project_cards(network, [each for each in network.projects if each.proposer is organisation], lang),
        source=record.path,
    )


def programmes(network: Network) -> Iterator[Page]:
    """A page for each programme, with its thematic areas and their spaces."""
    for lang in network.languages:
        for programme in network.fields.programmes:
            yield programme_page(network, programme, lang)


def programme_page(network: Network, programme: Programme, lang: str) -> Page:
    """A programme: its strands, its spaces, what is on in them."""
    by_slug = {space.slug: space for space in network.spaces}
    bodies = {each.slug: each for each in network.organisations}
    inside = [by_slug[slug] for strand in programme.strands for slug in strand.spaces if slug in by_slug]
    strands = tuple(
        StrandView(
            id=strand.id,
            name=must(words(network, strand.name, lang)),
            summary=words(network, strand.summary, lang),
            spaces=space_cards(network, [by_slug[slug] for slug in strand.spaces if slug in by_slug], lang),
        )
        for strand in programme.strands
    )
    summary = words(network, programme.summary, lang)
    return gathered(
        network,
        lang,
        "programme.html",
        lambda to: to.programme(programme.id),
        must(words(network, programme.name, lang)).text,
        [event for space in inside for event in network.events_by_space[space.slug]],
        inside,
        description=summary.text if summary else "",
        section="spaces",
        crumbs=(crumb(network, lang, "spaces"),),
        source=OFFICE,
        summary=summary,
        strands=strands,
        starts=long_day(programme.starts, lang) if programme.starts else "",
        ends=long_day(programme.ends, lang) if programme.ends else "",
        lead=tuple(body_link(network, bodies[slug], lang) for slug in programme.lead if slug in bodies),
    )
