"""Spaces: their list, the map of the city with their stops, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from ..circulation.lending import lendable
from ..model.hosting import Hosting
from ..model.network import Network
from ..model.things import Area, Space
from . import Page
from .addresses import Addresses
from .agenda import Rows, coming
from .brand import badge_addresses
from .city_map import city_map
from .dates import long_day
from .facts import accessibility_view, closures, contact_view, hours_view, language_names, number, place_view
from .frame import crumb, feeds_of, feeds_of_list, frame
from .lending import all_lent, loan_views
from .marks import space_mark
from .match_links import hosting_link, questionnaire_link
from .open_now import open_now
from .picture_views import banner_of, pictures_view
from .place_map import place_map
from .programme_sheets import sheet_path
from .redirects import redirects
from .searched import searched
from .space_cards import space_cards
from .space_parts import group_view, room_view, service_view
from .structured import space_ld
from .views import Link, Text, area_name, body_link, line_of, must, term, text, words

MOST = 12
LONG = 6
BADGES = "circuito.outputs.brand_files:marks"


def spaces(network: Network) -> Iterator[Page]:
    """The list of spaces and the page of each, in every language, and old addresses that lead to them."""
    for lang in network.languages:
        to = Addresses(network, lang)
        yield list_page(network, lang)
        for space in network.spaces:
            yield space_page(network, space, lang)
            yield from redirects(to, space, to.space(space), space.fields.name)


def list_page(network: Network, lang: str) -> Page:
    """All spaces: on the map and in a list."""
    say = network.phrases[lang]
    return frame(
        network,
        lang,
        "spaces.html",
        lambda to: to.listing("spaces"),
        say("spaces.title"),
        description=say("spaces.description", network=network.fields.name),
        section="spaces",
        feeds=feeds_of_list(network, lang, "spaces"),
        spaces=space_cards(network, network.spaces, lang),
        map=city_map(network, lang),
        lists=[Addresses(network, lang).space(space) for space in network.spaces],
    )


def space_page(network: Network, space: Space, lang: str) -> Page:
    """All that a space says of itself, and what is on there."""
    to, fields = Addresses(network, lang), space.fields
    events = network.events_by_space[space.slug]
    dated = coming(network, events)
    origin = fields.origin
    banner, pictures = banner_of(pictures_view(network, space.record.path, fields.pictures, lang))
    return frame(
        network,
        lang,
        "space.html",
        lambda at: at.space(space),
        fields.name,
        description=must(text(space.record.says("summary", lang), lang)).text,
        section="spaces",
        crumbs=(crumb(network, lang, "spaces"),),
        feeds=feeds_of(network, lang, f"space:{space.slug}"),
        structured=space_ld(network, space, lang),
        name=fields.name,
        kind=term(network, network.fields.kinds, fields.kind, lang),
        line=line_of(fields.themes),
        summary=must(text(space.record.says("summary", lang), lang)),
        proposition=text(space.record.says("proposition", lang), lang),
        plain=text(space.record.says("plain", lang), lang),
        prose=text(space.record.says("html", lang), lang),
        status=fields.status,
        status_note=text(space.record.says("status_note", lang), lang),
        place=place_view(network, fields.address, fields.location, lang),
        neighbourhood=fields.neighbourhood or "",
        areas=tuple(Link(Text(area_name(network, area, lang)), to.area(area)) for area in space.areas),
        how_to_reach=text(space.record.says("how_to_reach", lang), lang),
        contact=contact_view(fields.contact),
        links=tuple(Link(must(words(network, link.label, lang)), link.url) for link in fields.links),
        hours=hours_view(network, fields.hours, lang),
        closures=closures(network, fields.closed, lang),
        free_entry=fields.free_entry,
        run_by=tuple(body_link(network, body, lang) for body in space.run_by),
        origin=(must(words(network, origin.former_use, lang)), str(origin.reopened or ""), origin.owner or "")
        if origin
        else None,
        size=number(fields.size_m2, lang, "m²"),
        outdoor=number(fields.outdoor_m2, lang, "m²"),
        joined=long_day(fields.joined, lang) if fields.joined else "",
        themes=tuple(Link(term(network, network.fields.themes, slug, lang), to.theme(slug)) for slug in fields.themes),
        targets=tuple(term(network, network.fields.targets, slug, lang) for slug in fields.targets),
        languages=language_names(network, fields.languages, lang),
        services=tuple(service_view(network, service, lang) for service in fields.services),
        groups=tuple(group_view(network, group, lang) for group in fields.groups),
        rooms=tuple(room_view(network, space, room, lang) for room in space.rooms),
        loans=loan_views(network, space, lang),
        all_lent=all_lent(network, lang),
        accessibility=accessibility_view(network, fields.accessibility, lang),
        banner=banner,
        pictures=pictures,
        hosting=fields.hosting.open_to_circulation if fields.hosting else None,
        hosting_policy=words(network, fields.hosting.policy, lang) if fields.hosting else None,
        events=Rows(network, dated[:MOST], lang),
        more=max(0, len(dated) - MOST),
        drawing=space_mark(network, space),
        map=place_map(network, fields.location),
        hosted=hosted(network, space, lang),
        notice=hosting_notice(fields.hosting),
        can_host=hosting_link(network, space, lang),
        measure=questionnaire_link(network, space, lang),
        jumps=contents(network, space, lang),
        prints=prints(network, space, lang),
        now=open_now(network, fields.hours, fields.closed, lang) if fields.status == "open" else None,
        searched=searched(
            "space",
            Text(fields.name),
            areas=space.areas,
            themes=fields.themes,
            note=term(network, network.fields.kinds, fields.kind, lang).text,
            place=fields.neighbourhood or "",
        ),
        source=space.record.path,
        extra=fields.extra or {},
        programmes=programme_links(network, space, lang),
    )


def contents(network: Network, space: Space, lang: str) -> tuple[Link, ...]:
    """The parts of a long profile, to jump to; none where it has few."""
    fields, record, say = space.fields, space.record, network.phrases[lang]
    told = (
        record.says("proposition", lang),
        record.says("html", lang),
        record.says("plain", lang),
        fields.pictures[1:],
    )
    visits = hosted(network, space, lang) or hosting_link(network, space, lang)
    parts = (
        ("about", say("space.different"), any(told)),
        ("events", say("space.events"), True),
        ("services", say("space.services"), fields.services or fields.groups),
        ("accessibility", say("accessibility_words.title"), fields.accessibility),
        ("how-to-reach", say("place.how_to_reach"), fields.how_to_reach or fields.location),
        ("rooms", say("space.rooms"), space.rooms),
        ("lends", say("lending.lends"), lendable(space)),
        ("hosting", say("space.hosting"), fields.hosting or visits),
        ("facts", say("space.facts"), True),
        ("subscribe-title", say("subscribe.title"), True),
    )
    there = tuple(Link(Text(name), f"#{part}") for part, name, shown in parts if shown)
    return there if len(there) >= LONG else ()


def prints(network: Network, space: Space, lang: str) -> tuple[Link, ...]:
    """What can be printed and hung up: the sheets of the week, and the badge, where they are published."""
    say, links = network.phrases[lang], list(sheets_of(network, space, lang))
    if BADGES in network.outputs:
        links.append(Link(Text(say("space.badge")), badge_addresses(network, space, lang, lang).drawing))
    return tuple(links)


def sheets_of(network: Network, body: Space | Area, lang: str) -> tuple[Link, ...]:
    """The sheets of a space's or an area's week, where they are published."""
    say, base = network.phrases[lang], Addresses(network, lang).base
    named = (("programme.pdf", say("print.sheet")), ("programme-large.pdf", say("print.sheet_large")))
    paths = ((sheet_path(network, body, lang, name), told) for name, told in named)
    return tuple(Link(Text(told), f"{base}/{path}") for path, told in paths if path)


def hosted(network: Network, space: Space, lang: str) -> tuple[Link, ...]:
    """The projects that made or will make a stop in a space, by title."""
    to = Addresses(network, lang)
    here = {event.project.slug for event in network.events_by_space[space.slug] if event.project}
    links = [
        Link(must(text(project.record.says("title", lang), lang)), to.project(project))
        for project in network.projects
        if project.slug in here or any(each.space == space.slug for each in project.fields.past_dates)
    ]
    return tuple(sorted(links, key=lambda link: link.text.text))


def hosting_notice(hosting: Hosting | None) -> int:
    """How many weeks before a space wants to be asked; 0 where it does not say."""
    return (hosting.min_notice_weeks or 0) if hosting else 0


def programme_links(network: Network, space: Space, lang: str) -> tuple[Link, ...]:
    """The programmes in which a space takes part."""
    to = Addresses(network, lang)
    return tuple(
        Link(must(words(network, programme.name, lang)), to.programme(programme.id))
        for programme in network.fields.programmes
        if any(space.slug in strand.spaces for strand in programme.strands)
    )
