"""Events in h-event, the microformat: what pages tell readers in the classes of their own elements.

Pages of before 2014 say the same in the classes of hCalendar (`vevent`, `dtstart`): these are taken for the new ones
first, as microformats.org/wiki/h-event lists them. Of the parsing rules (microformats.org/wiki/microformats2-parsing)
it keeps those that an event needs; the tests hold it against mf2py, which keeps all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ..agenda.walltime import DAY
from .linked import absolute
from .told import Told

Element = Any

ROOT = re.compile(r"h-(?:[a-z0-9]+-)?[a-z]+(?:-[a-z]+)*")
PROPERTY = re.compile(r"(?:p|u|dt|e)-(?:[a-z0-9]+-)?[a-z]+(?:-[a-z]+)*")
HIDDEN = ("script", "style", "template")
CLASSIC = {
    "vevent": {
        "summary": "p-name", "dtstart": "dt-start", "dtend": "dt-end", "duration": "dt-duration", "url": "u-url",
        "description": "p-description", "category": "p-category", "location": "p-location", "geo": "p-geo",
        "uid": "u-uid", "photo": "u-photo", "organizer": "p-organizer", "attendee": "p-attendee",
    },
    "vcard": {"fn": "p-name", "adr": "p-adr", "geo": "p-geo", "url": "u-url"},
    "adr": {name: f"p-{name}" for name in ("street-address", "locality", "postal-code", "region", "country-name")},
    "geo": {"latitude": "p-latitude", "longitude": "p-longitude"},
}  # fmt: skip
CLASSIC_ROOTS = {"vevent": "h-event", "vcard": "h-card", "adr": "h-adr", "geo": "h-geo"}
WHOLE_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
POINT = re.compile(r"-?\d{1,3}(?:\.\d+)?\s*;\s*-?\d{1,3}(?:\.\d+)?")
CLOCK = re.compile(r"(\d{1,2})(?::(\d\d))?(?::\d\d)?\s*([ap])\.?m\.?", re.IGNORECASE)


def events_of(document: Element, base: str) -> Iterator[Told]:
    """The events of a page, in its order."""
    older = modernised(document)
    for element in document.iter():
        if "h-event" in classes(element):
            told = told_of(element, base)
            yield replace(told, ends=last_day(told)) if element in older else told


def modernised(document: Element) -> list[Element]:
    """Add the classes of today to the events of hCalendar and all that is theirs, and give those events."""
    waiting: list[tuple[Element, Mapping[str, str]]] = [(document, {})]
    older = []
    while waiting:
        element, rules = waiting.pop()
        names = classes(element)
        made = [rules[name] for name in names if name in rules]
        root = next((name for name in names if name in CLASSIC and (rules or name == "vevent")), "")
        if any(ROOT.fullmatch(name) for name in names):
            rules = {}
        elif root:
            made.append(CLASSIC_ROOTS[root])
            rules = CLASSIC[root]
            older += [element] if root == "vevent" else []
        if made:
            element.set("class", " ".join([*names, *made]))
        waiting += [(child, rules) for child in element if isinstance(child.tag, str)]
    return older


def last_day(told: Told) -> str:
    """The end of an event of hCalendar: of whole days it names the one after the last, as iCalendar does."""
    first, after = WHOLE_DAY.fullmatch(told.starts), WHOLE_DAY.fullmatch(told.ends)
    if first is None or after is None:
        return told.ends
    try:
        return str(max(date(*map(int, after.groups())) - DAY, date(*map(int, first.groups()))))
    except ValueError:
        return told.ends


def classes(element: Element) -> list[str]:
    """The classes of an element; comments have none."""
    return element.get("class", "").split() if isinstance(element.tag, str) else []


def told_of(root: Element, base: str) -> Told:
    """What an element that is an event says of it, each fact in the words of the page."""
    found = dict[str, list[tuple[str, Element]]]()
    for kind, name, element in properties(root):
        found.setdefault(name, []).append((kind, element))

    def first(name: str) -> str:
        kind, element = next(iter(found.get(name, ())), ("", None))
        return "" if element is None else value(kind, element, base)

    starts, place = first("start"), next((element for _, element in found.get("location", ())), None)
    places = [element for name in ("location", "geo") for _, element in found.get(name, ())]
    return Told(
        title=first("name") or ("" if found.keys() & {"summary", "content", "description"} else shown(root)),
        starts=starts,
        ends=with_day(first("end"), starts),
        lasts=first("duration"),
        summary=first("summary"),
        description=next(
            (inner(element) for name in ("content", "description") for _, element in found.get(name, ())), ""
        ),
        link=first("url"),
        name=first("uid") or first("url"),
        place="" if place is None else place_of(place, base),
        point=next(filter(None, (point_of(each, base) for each in places)), ""),
        sorts=tuple(value(kind, element, base) for kind, element in found.get("category", ())),
        picture=first("photo") or first("featured"),
        line=min(root.sourceline or 1, 1_000_000),
    )


def properties(root: Element) -> Iterator[tuple[str, str, Element]]:
    """The properties of a root with their kinds, in order; what lies within another root is that one's own."""
    waiting = list(reversed(root))
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str) or element.tag in HIDDEN:
            continue
        names = classes(element)
        for name in names:
            if PROPERTY.fullmatch(name):
                kind, _, rest = name.partition("-")
                yield kind, rest, element
        if not any(ROOT.fullmatch(name) for name in names):
            waiting.extend(reversed(element))


# Values


def value(kind: str, element: Element, base: str) -> str:
    """The value of a property of a kind."""
    if kind == "u":
        return address(element, base)
    if kind == "dt":
        return moment(element)
    return text(element)


def text(element: Element) -> str:
    """A plain value: the one that a machine is told, else what is shown."""
    pieces = [piece(each) for each in valued(element)]
    if pieces:
        return "".join(pieces).strip()
    return told(element) or shown(element)


def told(element: Element) -> str:
    """The value that an element tells machines."""
    for tags, name in ((("abbr", "link"), "title"), (("data", "input"), "value"), (("img", "area"), "alt")):
        if element.tag in tags and element.get(name) is not None:
            return str(element.get(name)).strip()
    return ""


def valued(element: Element) -> list[Element]:
    """The elements inside that are said to hold the value (the value class pattern)."""
    return [each for each in element.iter() if each is not element and {"value", "value-title"} & set(classes(each))]


def piece(element: Element) -> str:
    """The value in a part of one: its `title` where the part says so, else its text."""
    if "value-title" in classes(element):
        return str(element.get("title", "")).strip()
    return told(element) or shown(element)


def shown(element: Element) -> str:
    """The text that is shown, pictures by what they are called."""
    parts: list[str] = []
    gather(element, parts)
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def gather(element: Element, parts: list[str]) -> None:
    """Collect the text of an element."""
    for event, each in walk(element):
        if event == "text":
            parts.append(each)
        elif each.tag == "img":
            parts.append(f" {each.get('alt') or ''} ")


def walk(element: Element) -> Iterator[tuple[str, Any]]:
    """Texts and elements inside, in order, without what is never shown; no deep page can exhaust it."""
    waiting: list[tuple[str, Any]] = [("element", element)]
    while waiting:
        event, each = waiting.pop()
        yield event, each
        if event == "text" or not isinstance(each.tag, str) or each.tag in HIDDEN:
            continue
        inside: list[tuple[str, Any]] = [("text", each.text)] if each.text else []
        for child in each:
            inside.append(("element", child))
            if child.tail:
                inside.append(("text", child.tail))
        waiting.extend(reversed(inside))


def address(element: Element, base: str) -> str:
    """The address to which an element leads, by the attribute that its tag has for it, else by its text."""
    for tags, name in (
        (("a", "area", "link"), "href"),
        (("img", "audio", "video", "source", "iframe"), "src"),
        (("object",), "data"),
    ):
        if element.tag in tags and element.get(name) is not None:
            return absolute(str(element.get(name)).strip(), base)
    return absolute(text(element), base)


def moment(element: Element) -> str:
    """A day, a time or both; the value class pattern may tell them in pieces."""
    pieces = [stamp(each) or piece(each) for each in valued(element)]
    if pieces:
        return joined(pieces)
    return stamp(element) or told(element) or shown(element)


def stamp(element: Element) -> str:
    """What an element with a date tells machines."""
    return str(element.get("datetime", "")).strip() if element.tag in ("time", "ins", "del") else ""


def joined(pieces: list[str]) -> str:
    """A day and a time, told in pieces."""
    day = next((each for each in pieces if re.match(r"\d{4}-\d\d", each)), "")
    clock = next((hours(each) for each in pieces if each != day and re.match(r"\d{1,2}[:\s]?\d{0,2}", each)), "")
    zone = next((each for each in pieces if re.fullmatch(r"Z|[+-]\d\d:?\d\d", each)), "")
    return f"{day} {clock}{zone}" if day and clock and " " not in day and "T" not in day else day or clock


def hours(text: str) -> str:
    """A time, also one of twice twelve hours."""
    found = CLOCK.fullmatch(text.strip())
    if found is None:
        return text.strip()
    hour = int(found[1]) % 12 + (12 if found[3].lower() == "p" else 0)
    return f"{hour:02}:{found[2] or '00'}"


def with_day(ends: str, starts: str) -> str:
    """An end that tells a time alone, on the day of the start."""
    return f"{starts[:10]} {ends}" if re.match(r"\d{1,2}:\d\d", ends) and re.match(r"\d{4}-\d\d-\d\d", starts) else ends


def inner(element: Element) -> str:
    """What is inside an element, as HTML."""
    from lxml.html import tostring

    parts = [element.text or ""]
    parts += [tostring(child, encoding="unicode") for child in element if isinstance(child.tag, str)]
    return "".join(parts)


# Places


def place_of(element: Element, base: str) -> str:
    """A place in one line: of a card its name and address, else its text."""
    names = [each for each in classes(element) if ROOT.fullmatch(each)]
    if not names:
        return text(element)
    found = {name: value(kind, each, base) for kind, name, each in reversed(list(parts_of(element)))}
    city = " ".join(found[name] for name in ("postal-code", "locality") if found.get(name))
    lines = [found.get("name", ""), found.get("street-address", ""), city]
    return ", ".join(dict.fromkeys(each for each in lines if each)) or shown(element)


def parts_of(element: Element) -> Iterator[tuple[str, str, Element]]:
    """The properties of a card and of the address in it."""
    for kind, name, each in properties(element):
        yield kind, name, each
        if name in ("adr", "geo") and any(ROOT.fullmatch(part) for part in classes(each)):
            yield from properties(each)


def point_of(element: Element, base: str) -> str:
    """The point of a card, or of an element that tells both its numbers."""
    found = {
        name: value(kind, each, base) for kind, name, each in parts_of(element) if name in ("latitude", "longitude")
    }
    if len(found) == 2:
        return f"{found['latitude']};{found['longitude']}"
    return text(element) if POINT.fullmatch(text(element)) else ""
