"""Tour posters: one PDF in A4 with all coming stops of a project, as sharp in A3, and the same in large print.

A project has one as long as two or more events of it are still to come. Those that are called off are left out. Every
language has its own; its code (ISO/IEC 18004) leads to the page of the tour.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from ..model.network import Network
from ..model.place import Address
from ..model.things import Event, Project, Space
from . import File, digest
from .addresses import Addresses, path_of
from .agenda import Dated
from .card_facts import day_of, picture_of
from .cards import cropped, event_card_key, picture_key, shared_key, spoken
from .codes import code
from .dates import short_day
from .facts import prices
from .keys import project_key
from .marks import network_svg, space_svg
from .posters import MOST_DATES, PICTURE_WIDTH, credit, next_dates
from .tour_links import is_a_tour, poster_address, stops, tour_link
from .typesetting import typeset, typesetting_key
from .views import Text, event_brief, must, row, status_of, text, theme_lines, words

VARIANTS = {"poster.pdf": "tour", "poster-large.pdf": "tour-large"}


def tour_posters(network: Network) -> Iterator[File]:
    """The poster of each tour with two stops or more to come, in every language, and in large print."""
    for lang in network.languages:
        to = Addresses(network, lang)
        for project in (each for each in network.projects if is_a_tour(network, each)):
            key = tour_key(network, project, lang)
            for name, template in VARIANTS.items():
                path = path_of(poster_address(to, project, name), to.base)
                yield File(path, digest(template, key), partial(tour_poster, network, project, lang, template))


def tour_key(network: Network, project: Project, lang: str) -> str:
    """What the poster of a tour is made from: the project, and its stops as cards tell them, with their next dates."""
    own = project_key(network, project), picture_key(network, project.record), shared_key(network, lang)
    following = [
        (
            event_card_key(network, event, lang),
            str(each.starts),
            [str(one.starts) for one in next_dates(network, event)],
        )
        for event, each in stops(network, project)
    ]
    return digest(own, following, page_of(network, project, lang))


def tour_poster(network: Network, project: Project, lang: str, template: str) -> bytes:
    """The PDF of one poster, kept by all that it is made from."""
    data, files = tour_data(network, project, lang), tour_files(network, project, lang)
    key = digest("tour poster 1", template, typesetting_key(network), data, sorted(files.items()))
    return network.keep(key, typeset, network, template, data, files, "pdf", 72, project.record.path)


def tour_data(network: Network, project: Project, lang: str) -> dict[str, Any]:
    """A poster as its template is handed it."""
    say, record = network.phrases[lang], project.record
    themes = project.fields.outcomes.themes if project.fields.outcomes else ()
    picture, found = picture_of(record), stops(network, project)
    alt = words(network, picture[1].alt, lang) if picture else Text(project.proposer.fields.name)
    return {
        "lang": lang.split("-", maxsplit=1)[0],
        "dir": say.dir,
        "name": spoken(Text(network.fields.name, network.lang), lang),
        "title": spoken(must(text(record.says("title", lang), lang)), lang),
        "summary": spoken(must(text(record.says("summary", lang), lang)), lang),
        "count": spoken(Text(say("print.tour_stops", n=len(found))), lang),
        "by": spoken(Text(say("print.tour_by", name=project.proposer.fields.name)), lang),
        "stops": [stop_data(network, dated, lang) for dated in found],
        "alert": "",
        "line": theme_lines(network).get(next(iter(themes), ""), network.brand.colours.ink),
        "picture": "picture.svg" if picture else "",
        "mark": "mark.svg",
        "signed": isinstance(project.proposer, Space),
        "alt": must(alt).text,
        "code": say("print.code", address=page_of(network, project, lang)),
        "scan": spoken(Text(say("print.tour")), lang),
        "site": network.site.split("://", 1)[-1],
        "credit": spoken(Text(credit(network, picture[1], lang) if picture else ""), lang),
    }


def stop_data(network: Network, dated: Dated, lang: str) -> dict[str, Any]:
    """One stop: when, at which space, in which neighbourhood, and what one wants to know before going."""
    event, occurrence = dated
    say, about, where = network.phrases[lang], event_brief(network, event, lang), event.fields.where
    address = where.address if where else event.host.fields.address
    after = ", ".join(short_day(each.first_day, lang) for each in next_dates(network, event)[:MOST_DATES])
    status = status_of(event, occurrence)
    facts = (cost(network, event, lang), say("mark.step_free") if about.step_free else "")
    return {
        "day": spoken(Text(day_of(network, occurrence, lang)), lang),
        "time": spoken(Text(row(network, event, occurrence, lang).begins), lang),
        "then": spoken(Text(say("print.then", dates=after) if after else ""), lang),
        "place": spoken(Text(about.host, network.lang), lang),
        "area": spoken(Text("" if where else about.area), lang),
        "street": spoken(Text(street(network, address), network.lang), lang),
        "facts": spoken(Text(" · ".join(fact for fact in facts if fact)), lang),
        "alert": spoken(Text(say(f"status.{status}") if status != "scheduled" else ""), lang),
    }


def street(network: Network, address: Address | None) -> str:
    """Street and number, and the city where it is another than the network's."""
    if address is None:
        return ""
    away = address.city if address.city != network.fields.city else None
    return ", ".join(part for part in (address.street, away) if part)


def cost(network: Network, event: Event, lang: str) -> str:
    """What an event costs, in a word, or its prices."""
    price = event.fields.price
    if price is None:
        return ""
    amounts = prices(network, (each.amount for each in price.items), lang)
    return " / ".join(amounts) if price.mode == "fixed" and amounts else network.phrases[lang](f"price.{price.mode}")


def tour_files(network: Network, project: Project, lang: str) -> dict[str, bytes]:
    """The files that a poster shows: marks, code, picture."""
    proposer = project.proposer
    mark = space_svg(network, proposer) if isinstance(proposer, Space) else network_svg(network)
    files = {
        "network.svg": network_svg(network).encode(),
        "mark.svg": mark.encode(),
        "code.svg": code(page_of(network, project, lang), network.brand.colours.ink),
    }
    picture = picture_of(project.record)
    if picture:
        files["picture.svg"] = cropped(network, *picture, ratio=1, width=PICTURE_WIDTH)
    return files


def page_of(network: Network, project: Project, lang: str) -> str:
    """The whole address of the page of a tour; of the project where its tour has no page."""
    to = Addresses(network, lang)
    return to.absolute(tour_link(network, project, lang) or to.project(project))
