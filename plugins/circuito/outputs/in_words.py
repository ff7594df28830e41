"""An event in plain words, for calendars and feeds: where it is, what it costs, who is welcome, how to book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from babel.core import Locale
from msgspec import Struct

from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.place import Accessibility, Address, Location
from ..model.taking_part import Price, Registration
from ..model.things import Event
from .dates import long_day
from .facts import prices
from .views import Text, doors_at, must, online_at, status_of, text, words


class Place(Struct, frozen=True):
    """Where something takes place, in one line, with its point on the map."""

    line: str
    location: Location | None = None


def place_of(network: Network, event: Event, occurrence: Occurrence | None, lang: str) -> Place:
    """Where an event takes place, or one of its dates: on the net, at a place of its own, or in its host's rooms."""
    fields, host = event.fields, event.host
    online = online_at(event, occurrence)
    if fields.only_online or status_at(event, occurrence) == "moved-online":
        return Place((online.url if online else None) or network.phrases[lang]("calendar.online"))
    if fields.where:
        return Place(line_of(network, [fields.where.name], fields.where.address), fields.where.location)
    named = occurrence.change.room if occurrence and occurrence.change else None
    room = (host.room(named) if named else None) or event.room
    names = [must(text(room.record.says("name", lang), lang)).text] if room else []
    return Place(line_of(network, [*names, host.fields.name], host.fields.address), host.fields.location)


def line_of(network: Network, names: list[str], address: Address | None) -> str:
    """`Sala grande, Cortile Aperto, via della Fontana Secca 5, 20142 Milano`."""
    if address is None:
        return ", ".join(names)
    city = f"{address.postcode or ''} {address.city or network.fields.city}".strip()
    return ", ".join([*names, address.street, city])


def status_at(event: Event, occurrence: Occurrence | None) -> str:
    """The status of a date of an event, or of the event as a whole."""
    return status_of(event, occurrence) if occurrence else event.fields.status


def description(network: Network, event: Event, occurrence: Occurrence | None, lang: str, url: str) -> str:
    """What a calendar says of an event below its title: short paragraphs, and the address of its page."""
    say, summary = network.phrases[lang], must(text(event.record.says("summary", lang), lang))
    told = say("calendar.text_in", language=language_name(summary.lang, lang)) if summary.lang else ""
    known = "\n".join(facts(network, event, lang, occurrence))
    way = "\n".join(itinerary(network, event, lang))
    note, own = note_of(network, event, occurrence, lang), text_of(network, occurrence, lang)
    paragraphs = [note, own.text if own else "", summary.text, known, way, told]
    return "\n\n".join(part for part in (*paragraphs, url) if part)


def note_of(network: Network, event: Event, occurrence: Occurrence | None, lang: str) -> str:
    """Why the status is what it is: of the date, else of the event."""
    own = words(network, occurrence.change.note, lang) if occurrence and occurrence.change else None
    return must(own or text(event.record.says("status_note", lang), lang)).text


def text_of(network: Network, occurrence: Occurrence | None, lang: str) -> Text | None:
    """What happens on a date, where that is said."""
    return words(network, occurrence.change.text, lang) if occurrence and occurrence.change else None


def facts(network: Network, event: Event, lang: str, occurrence: Occurrence | None = None) -> Iterator[str]:
    """What one wants to know before going, a line each; nothing that was not declared."""
    say, stated = network.phrases[lang], event.fields
    if doors := doors_at(event, occurrence):
        yield say("event.doors", time=f"{doors:%H:%M}")
    if whole := whole_of(network, event):
        yield f"{say('event.part_of')}: {must(text(whole.record.says('title', lang), lang)).text}"
    if event.organisers != (event.host,):
        yield say("calendar.by", names=", ".join(body.fields.name for body in event.organisers))
    if stated.price:
        yield say("calendar.cost", price=price_words(network, stated.price, lang))
    if reached := accessibility_words(network, event.accessibility, lang):
        yield say("calendar.accessibility", facts=reached)
    if stated.registration:
        yield from booking(network, stated.registration, lang)
    online = online_at(event, occurrence)
    if online and online.url:
        yield say("calendar.link", url=online.url)
    elif online and online.on_registration:
        yield say("calendar.link_later")


def price_words(network: Network, price: Price, lang: str) -> str:
    """`gratuito`, or the prices with what they are for; then the conditions."""
    labels = [must(words(network, each.label, lang)).text for each in price.items]
    amounts = prices(network, (each.amount for each in price.items), lang)
    listed = "; ".join(f"{label} {amount}" for label, amount in zip(labels, amounts, strict=True))
    mode = "" if price.mode == "fixed" and listed else network.phrases[lang](f"calendar.price.{price.mode}")
    note = words(network, price.note, lang)
    return "; ".join(part for part in (mode, listed, note.text if note else "") if part)


def accessibility_words(network: Network, stated: Accessibility, lang: str) -> str:
    """What holds, and whether there are steps; then the remark of those who know the place."""
    say = network.phrases[lang]
    values = {each.name: getattr(stated, each.name) for each in fields(stated)}
    told = {("no_" * (value is False) + name): value for name, value in values.items() if is_told(name, value)}
    note = words(network, stated.note, lang)
    return "; ".join([*(say(f"calendar.access.{key}", n=n) for key, n in told.items()), *([note.text] if note else [])])


def is_told(name: str, value: object) -> bool:
    """Whether a fact is worth its words: what there is, and steps where there are any."""
    return value is True or (name == "step_free" and value is False) or (type(value) is int and value > 0)


def itinerary(network: Network, event: Event, lang: str) -> list[str]:
    """The stops of a walk or ride, a line each below their heading; nothing where there are none."""
    spaces = network.once("spaces by slug", lambda: {space.slug: space for space in network.spaces})
    stops = []
    for stop in event.fields.itinerary:
        space, note = spaces.get(stop.space or ""), words(network, stop.note, lang)
        where = space.fields.name if space else must(words(network, stop.name, lang)).text
        stops.append(f"{stop.at:%H:%M} {where}" + (f": {note.text}" if note else ""))
    return [f"{network.phrases[lang]('event.itinerary')}:", *stops] if stops else []


def whole_of(network: Network, event: Event) -> Event | None:
    """The event to which one belongs."""
    return network.events_by_address.get(event.fields.part_of or "")


def booking(network: Network, stated: Registration, lang: str) -> Iterator[str]:
    """Whether one must book and how; from when and until when, and for how many there is room."""
    say = network.phrases[lang]
    yield booking_words(network, stated, lang)
    for moment, phrase in ((stated.opens, "event.booking_opens"), (stated.closes, "event.booking_closes")):
        if moment:
            clock = f", {moment.clock:%H:%M}" if moment.clock else ""
            yield say(phrase, when=long_day(moment.day, lang) + clock)
    if stated.places:
        yield say("event.places", n=stated.places)


def booking_words(network: Network, booking: Registration, lang: str) -> str:
    """Whether one must book, and how."""
    say = network.phrases[lang]
    how = ", ".join(way for way in (booking.link, booking.email, booking.phone) if way)
    need = say("calendar.booking.required" if booking.required else "calendar.booking.possible")
    return f"{need}: {how}" if how else need


def language_name(code: str, lang: str) -> str:
    """The name of a language in a language."""
    return Locale.parse(code, sep="-").get_display_name(Locale.parse(lang, sep="-")) or code
