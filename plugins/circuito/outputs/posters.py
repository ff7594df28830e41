"""Posters: a PDF in A4 for each event that is still to come, as sharp in A3, and the same in large print.

A poster is made in every language in which its event is told. Its code (ISO/IEC 18004) leads to the event's page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.place import Picture
from ..model.record import Record
from ..model.things import Event
from . import File, digest
from .addresses import Addresses, path_of
from .agenda import coming
from .card_facts import host_text, is_far, lead, picture_of
from .cards import BROKEN, cropped, event_card_key, spoken
from .codes import code
from .dates import day_and_month, day_range, short_day, weekday_full
from .facts import PriceView, place_view, price_view
from .in_words import accessibility_words, booking_words
from .marks import network_svg, space_svg
from .typesetting import typeset, typesetting_key
from .views import Text, event_brief, must, status_of, text, theme_lines, times, words

POSTERS = "circuito.outputs.posters:posters"
PICTURE_WIDTH = 1400
MOST_DATES = 4
VARIANTS = {"poster.pdf": "poster", "poster-large.pdf": "poster-large"}

Fact = tuple[Text, list[Text], list[Text], int]


def posters(network: Network) -> Iterator[File]:
    """The poster of each event that has a date to come, in each language in which it is told, and in large print."""
    for event in network.events:
        for lang in spoken_in(network, event):
            key = poster_key(network, event, lang)
            for name, template in VARIANTS.items():
                path = path_at(network, event, lang, name)
                if path:
                    yield File(path, digest(template, key), partial(poster, network, event, lang, template))


def poster_path(network: Network, event: Event, lang: str, name: str = "poster.pdf") -> str:
    """The path of an event's poster for readers of a language, or of `poster-large.pdf`; empty where there is none.

    Where the event is not told in that language, it is the poster in the network's own.
    """
    if POSTERS not in network.outputs:
        return ""
    own = lang if lang in spoken_in(network, event) else network.lang
    return path_at(network, event, own, name)


def path_at(network: Network, event: Event, lang: str, name: str) -> str:
    """Where a poster in a language lies; empty for an event that is over."""
    if not coming(network, [event], most=1):
        return ""
    to = Addresses(network, lang)
    return path_of(to.event(event) + name, to.base)


def spoken_in(network: Network, event: Event) -> tuple[str, ...]:
    """The languages of the site in which an event is told."""
    told = event.record.languages()
    return tuple(lang for lang in network.languages if lang in told)


def poster_key(network: Network, event: Event, lang: str) -> str:
    """What an event's poster is made from, apart from the template: as its card, and the next dates."""
    following = [each.starts.isoformat() for each in next_dates(network, event)]
    return digest(event_card_key(network, event, lang), following)


def next_dates(network: Network, event: Event) -> list[Occurrence]:
    """The next few dates after the one that leads, those that are cancelled left out."""
    ahead = [each for _, each in coming(network, [event], most=2 * MOST_DATES)][1:]
    return [each for each in ahead if status_of(event, each) not in BROKEN][:MOST_DATES]


def poster(network: Network, event: Event, lang: str, template: str) -> bytes:
    """The PDF of one poster, kept by all that it is made from."""
    data, pictures = poster_data(network, event, lang), poster_pictures(network, event, lang)
    key = digest("poster 1", template, typesetting_key(network), data, sorted(pictures.items()))
    return network.keep(key, typeset, network, template, data, pictures, "pdf", 72, event.record.path)


def poster_data(network: Network, event: Event, lang: str) -> dict[str, Any]:
    """A poster as its template is handed it."""
    say, brief, dated = network.phrases[lang], event_brief(network, event, lang), lead(network, event)
    status = status_of(event, dated) if dated else event.fields.status
    picture = first_picture(event)
    alt = words(network, picture[1].alt, lang) if picture else Text(event.host.fields.name)
    return {
        "lang": lang.split("-", maxsplit=1)[0],
        "dir": say.dir,
        "name": spoken(Text(network.fields.name, network.lang), lang),
        "title": spoken(brief.title, lang),
        "summary": spoken(brief.summary, lang),
        "facts": [fact_data(fact, lang) for fact in facts(network, event, dated, lang)],
        "alert": say(f"status.{status}") if status != "scheduled" else "",
        "whole": status not in BROKEN,
        "line": theme_lines(network).get(brief.line.removeprefix("line-"), network.brand.colours.ink),
        "picture": "picture.svg" if picture else "",
        "mark": "mark.svg",
        "alt": must(alt).text,
        "code": say("print.code", address=page_address(network, event, lang)),
        "scan": spoken(Text(say("print.event")), lang),
        "site": network.site.split("://", 1)[-1],
        "credit": spoken(Text(credit(network, picture[1], lang) if picture else ""), lang),
    }


def fact_data(fact: Fact, lang: str) -> dict[str, Any]:
    label, big, small, size = fact
    return {
        "label": spoken(label, lang),
        "big": [spoken(each, lang) for each in big if each.text],
        "small": [spoken(each, lang) for each in small if each.text],
        "size": size,
    }


def facts(network: Network, event: Event, dated: Occurrence | None, lang: str) -> Iterator[Fact]:
    """When, where, at what cost, how accessible, and by whom."""
    say, fields = network.phrases[lang], event.fields
    if dated:
        after = ", ".join(short_day(each.first_day, lang) for each in next_dates(network, event))
        doors = say("event.doors", time=f"{fields.doors:%H:%M}") if fields.doors else ""
        small = [Text(doors), Text(say("print.then", dates=after) if after else "")]
        yield Text(say("event.when")), day_lines(network, dated, lang), small, 38
    yield Text(say("event.where")), *where(network, event, lang), 22
    price, booking = price_view(network, fields.price, lang), fields.registration
    booked = Text(booking_words(network, booking, lang)) if booking else Text("")
    if price:
        yield Text(say("event.cost")), *cost(network, price, lang, booked), 18
    elif booking:
        yield Text(say("event.cost")), [], [booked], 18
    if reached := accessibility_words(network, event.accessibility, lang):
        yield Text(say("accessibility_words.title")), [], [Text(reached[:1].upper() + reached[1:])], 16
    if event.organisers != (event.host,):
        yield Text(say("event.organised_by")), [], [Text(say("calendar.by", names=names(event.organisers)))], 16


def day_lines(network: Network, dated: Occurrence, lang: str) -> list[Text]:
    """Weekday, day and hours, a line each; with the year where the day is far off."""
    if dated.several_days:
        return [Text(day_range(dated.first_day, dated.last_day, lang)), Text(times(dated, lang))]
    day = day_and_month(dated.first_day, lang, year=is_far(network, dated))
    return [Text(weekday_full(dated.first_day, lang)), Text(day), Text(times(dated, lang))]


def where(network: Network, event: Event, lang: str) -> tuple[list[Text], list[Text]]:
    """The place, with its room and address."""
    say, fields = network.phrases[lang], event.fields
    if event.attendance == "online":
        return [Text(say("mark.online"))], [Text((fields.online and fields.online.url) or "")]
    address = fields.where.address if fields.where else event.host.fields.address
    place = place_view(network, address, None, lang) if address else None
    lines = [must(text(event.room.record.says("name", lang), lang))] if event.room and not fields.where else []
    if place:
        lines.append(Text(", ".join(part for part in (place.street, f"{place.postcode} {place.city}".strip()) if part)))
        lines.append(must(place.note))
    lines.append(Text(say("event.also_online") if event.attendance == "mixed" else ""))
    return [host_text(network, event)], lines


def cost(network: Network, price: PriceView, lang: str, booked: Text) -> tuple[list[Text], list[Text]]:
    """What it costs, and how to book."""
    listed = [Text(f"{label.text} {amount}", label.lang) for label, amount in price.items]
    mode = Text(network.phrases[lang](f"price.{price.mode}"))
    big = listed if price.mode == "fixed" and listed else [mode]
    return big, [*(listed if big == [mode] else []), must(price.note), booked]


def names(organisers: Iterable[Any]) -> str:
    """Who organises."""
    return ", ".join(body.fields.name for body in organisers)


def first_picture(event: Event) -> tuple[str, Picture] | None:
    """The picture of an event, else that of its project."""
    records: list[Record] = [event.record, *([event.project.record] if event.project else [])]
    return next((found for each in records if (found := picture_of(each))), None)


def credit(network: Network, picture: Picture, lang: str) -> str:
    """Who made a picture."""
    return network.phrases[lang]("picture.credit", name=picture.credit, licence=picture.licence)


def poster_pictures(network: Network, event: Event, lang: str) -> dict[str, bytes]:
    """The files that a poster shows: marks, code, picture."""
    files = {
        "network.svg": network_svg(network).encode(),
        "mark.svg": space_svg(network, event.host).encode(),
        "code.svg": code(page_address(network, event, lang), network.brand.colours.ink),
    }
    picture = first_picture(event)
    if picture:
        files["picture.svg"] = cropped(network, *picture, ratio=1, width=PICTURE_WIDTH)
    return files


def page_address(network: Network, event: Event, lang: str) -> str:
    """The whole address of an event's page."""
    to = Addresses(network, lang)
    return to.absolute(to.event(event))
