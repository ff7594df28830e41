"""Events in JSON-LD: what pages tell search engines in the words of schema.org, whoever wrote it, however nested."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from html import unescape
from typing import Any
from urllib.parse import urljoin

from .told import Told

Node = dict[str, Any]

DEEPEST = 40
KINDS = {
    "Event", "BusinessEvent", "ChildrensEvent", "ComedyEvent", "ConferenceEvent", "CourseInstance", "DanceEvent",
    "EducationEvent", "EventSeries", "ExhibitionEvent", "Festival", "FoodEvent", "Hackathon", "LiteraryEvent",
    "MusicEvent", "PerformingArtsEvent", "SaleEvent", "ScreeningEvent", "SocialEvent", "SportsEvent", "TheaterEvent",
    "VisualArtsEvent",
}  # fmt: skip
STATUSES = {
    "eventcancelled": "cancelled",
    "eventpostponed": "postponed",
    "eventrescheduled": "rescheduled",
    "eventmovedonline": "moved-online",
}
OWN = ("startDate", "endDate", "duration", "subEvent", "subEvents", "@id", "@type", "superEvent", "previousStartDate")
WRAPPED = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*$|;\s*$")


class Broken(ValueError):
    """A script that should hold JSON and does not."""


def events_in(script: str, base: str, line: int) -> Iterator[Told]:
    """The events of one script, in its order. Raises `Broken`."""
    whole = parsed(script)
    known = dict(named(whole))
    for node in events(whole, known):
        yield from told_of(node, known, base, line)


def parsed(script: str) -> Any:
    """What a script holds; what programs often get wrong is mended. Raises `Broken`."""
    bare = WRAPPED.sub("", WRAPPED.sub("", script.strip())).strip()
    for text in (bare, re.sub(r",\s*(?=[\]}])", "", bare), unescape(bare)):
        try:
            return json.loads(text, strict=False, parse_float=Decimal, parse_constant=lambda _: None)
        except (ValueError, RecursionError):
            continue
    raise Broken(bare[:40])


# Nodes


def named(thing: Any, depth: int = 0) -> Iterator[tuple[str, Node]]:
    """All nodes that have an identifier and say something of themselves."""
    for node in inside(thing, depth):
        if isinstance(node.get("@id"), str) and len(node) > 1:
            yield node["@id"], node


def inside(thing: Any, depth: int = 0) -> Iterator[Node]:
    """All nodes in a value, outer ones first."""
    if depth > DEEPEST:
        return
    if isinstance(thing, dict):
        yield thing
        for value in thing.values():
            yield from inside(value, depth + 1)
    elif isinstance(thing, list):
        for each in thing:
            yield from inside(each, depth + 1)


def events(thing: Any, known: Mapping[str, Node], depth: int = 0) -> Iterator[Node]:
    """The events that are not part of another, wherever they stand."""
    if depth > DEEPEST:
        return
    if isinstance(thing, dict):
        if is_event(thing):
            yield thing
            return
        for value in thing.values():
            yield from events(value, known, depth + 1)
    elif isinstance(thing, list):
        for each in thing:
            yield from events(each, known, depth + 1)


def is_event(node: Node) -> bool:
    """Whether a node is an event that says something, and no mere mention of one."""
    kinds = {str(each).rpartition("/")[2].rpartition(":")[2] for each in many(node.get("@type"))}
    return bool(kinds & KINDS) and bool({"startDate", "name", "subEvent", "subEvents"} & node.keys())


def many(value: Any) -> list[Any]:
    """A value that may be one, several or none, as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def parts(node: Node, known: Mapping[str, Node]) -> list[Node]:
    """The events that an event names as its parts."""
    found = [whole(each, known) for name in ("subEvent", "subEvents") for each in many(node.get(name))]
    return [each for each in found if isinstance(each, dict) and is_event(each)]


def whole(value: Any, known: Mapping[str, Node]) -> Any:
    """A node in place of a mention of it."""
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        return known.get(str(value.get("@id")), value)
    return value


# One event


def told_of(node: Node, known: Mapping[str, Node], base: str, line: int, depth: int = 0) -> Iterator[Told]:
    """What a node tells: of a series its dates, of a festival itself and its parts. A series counts with its first."""
    within = parts(node, known) if depth < DEEPEST else []
    if not within:
        yield of_node(node, known, base, line)
        return
    alike = all(same(node, each) for each in within)
    if not alike:
        yield of_node(node, known, base, line)
    shared = {name: value for name, value in node.items() if name not in OWN} if alike else {}
    for number, each in enumerate(within):
        inherited = shared | each | ({"@id": node["@id"]} if alike and "@id" in node and "@id" not in each else {})
        deeper = list(told_of(inherited, known, base, line, depth + 1))
        if alike and number == 0 and deeper:
            deeper[0] = one_more(deeper[0])
        yield from deeper


def same(series: Node, date: Node) -> bool:
    """Whether a part is a date of a series: it has its address, or its title."""
    by_address = text(series.get("url")) and text(series.get("url")) == text(date.get("url"))
    return bool(by_address or text(series.get("name")) == text(date.get("name")))


def one_more(told: Told) -> Told:
    """What is told, with one more entry that made it."""
    return replace(told, entries=told.entries + 1)


def of_node(node: Node, known: Mapping[str, Node], base: str, line: int) -> Told:
    """What a node says of an event, each fact in the words of the page."""
    places = [whole(each, known) for each in many(node.get("location"))]
    nets = [
        each for each in places if isinstance(each, dict) and "VirtualLocation" in map(str, many(each.get("@type")))
    ]
    real = next((each for each in places if each not in nets), None)
    offers = [offer for each in many(node.get("offers")) if isinstance(offer := whole(each, known), dict)]
    mode = tail(node.get("eventAttendanceMode")).lower()
    link = absolute(text(node.get("url")), base)
    booking = next((each for each in (absolute(text(offer.get("url")), base) for offer in offers) if each != link), "")
    free = node.get("isAccessibleForFree")
    return Told(
        title=text(node.get("name")),
        starts=text(node.get("startDate")),
        ends=text(node.get("endDate")),
        lasts=text(node.get("duration")),
        doors=text(node.get("doorTime")),
        before=text(node.get("previousStartDate")),
        status=status(node, offers),
        description=text(node.get("description")),
        link=link,
        name=name_of(node, link),
        place=place(real),
        place_name=text(real.get("name")) if isinstance(real, dict) else "",
        point=point(real),
        online=tuple(
            address for each in nets if (address := absolute(text(each.get("url")), base)) and address != link
        ),
        only_online=mode.startswith("online") or (bool(nets) and real is None),
        free=True if str(free).lower() == "true" else False if str(free).lower() == "false" else None,
        prices=tuple(prices(offers)),
        booking=booking,
        ages=text(node.get("typicalAgeRange")),
        languages=tuple(language(each) for each in many(node.get("inLanguage"))),
        sorts=tuple(text(each) for each in many(node.get("keywords"))),
        audience=tuple(text(each) for each in many(node.get("audience"))),
        picture=picture(node, base),
        line=line,
    )


def name_of(node: Node, link: str) -> str:
    """The identifier of an event: its own, unless that is one of the page alone."""
    name = text(node.get("@id"))
    return name if name.startswith(("http", "urn:", "tag:")) else link


def text(value: Any) -> str:
    """A value as text: of several the first; of things their name."""
    if isinstance(value, list):
        return next((found for each in value if (found := text(each))), "")
    if isinstance(value, dict):
        return text(
            next((value[name] for name in ("@value", "name", "audienceType", "url", "@id") if name in value), "")
        )
    if isinstance(value, bool) or value is None:
        return ""
    return str(value).strip()


def tail(value: Any) -> str:
    """The last part of an address in the words of schema.org."""
    return text(value).rpartition("/")[2].rpartition(":")[2]


def absolute(address: str, base: str) -> str:
    """An address as seen from a page."""
    try:
        return urljoin(base, address) if address else ""
    except ValueError:
        return ""


def status(node: Node, offers: list[Node]) -> str:
    """Its status in our words; full where nothing is on offer any more."""
    stated = STATUSES.get(tail(node.get("eventStatus")).lower(), "")
    gone = [tail(each.get("availability")).lower() for each in offers if each.get("availability")]
    return stated or ("full" if gone and set(gone) == {"soldout"} else "")


def place(value: Any) -> str:
    """A place in one line: its name, street, postcode and city, each once."""
    if not isinstance(value, dict):
        return text(value)
    address = value.get("address")
    lines = [text(value.get("name"))]
    if isinstance(address, dict):
        city = " ".join(
            part for part in (text(address.get("postalCode")), text(address.get("addressLocality"))) if part
        )
        lines += [text(address.get("streetAddress")), city]
    else:
        lines.append(text(address))
    return ", ".join(dict.fromkeys(each for each in lines if each))


def point(value: Any) -> str:
    """Where a place is, as `lat;lon`; empty where it does not say both."""
    geo = value.get("geo") if isinstance(value, dict) else None
    at = next((each for each in many(geo) if isinstance(each, dict)), {})
    lat, lon = text(at.get("latitude")), text(at.get("longitude"))
    return f"{lat};{lon}" if lat and lon else ""


def prices(offers: list[Node]) -> Iterator[tuple[str, str]]:
    """What is on offer, with its price; of a range both ends."""
    for offer in offers:
        ends = [text(offer.get(name)) for name in ("lowPrice", "highPrice") if text(offer.get(name))]
        for amount in dict.fromkeys(ends) or [text(offer.get("price"))]:
            if amount:
                yield text(offer.get("name")) if not ends else "", amount


def language(value: Any) -> str:
    """The code of a language."""
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    return text(value)


def picture(node: Node, base: str) -> str:
    """The address of a picture."""
    first = next(iter(many(node.get("image"))), None)
    if isinstance(first, dict):
        first = first.get("url") or first.get("contentUrl")
    return absolute(text(first), base)
