"""Lines of a calendar become components with properties, each by itself: what is broken costs only its own component.

The forms of RFC 5545 are read, and those of vCalendar 1.0, which some programs still write. A library would read the
whole file or nothing, and takes two milliseconds an event.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .clean import Line, clean

HEAD = re.compile(r"([A-Za-z0-9-]{1,60})((?:;(?:[^\":;]|\"[^\"]*\")*)*):", re.ASCII)
PARAMETER = re.compile(r";([A-Za-z0-9-]+)(?:=((?:[^\";]|\"[^\"]*\")*))?")
NAMES = (
    "ACTION ALARM ATTACH ATTENDEE BEGIN CALSCALE CATEGORIES CLASS COLOR COMMENT COMPLETED CONCEPT CONFERENCE CONTACT"
    " CREATED DALARM DAYLIGHT DCREATED DESCRIPTION DTEND DTSTAMP DTSTART DUE DURATION END EXDATE EXRULE FREEBUSY GEO"
    " IMAGE LAST-MODIFIED LINK LOCATION METHOD NAME ORGANIZER PERCENT-COMPLETE PRIORITY PRODID RDATE RECURRENCE-ID"
    " REFID REFRESH-INTERVAL RELATED-TO REPEAT REQUEST-STATUS RESOURCES RRULE SEQUENCE SOURCE STATUS"
    " STRUCTURED-DATA STYLED-DESCRIPTION SUMMARY TRANSP TRIGGER TZ TZID TZNAME TZOFFSETFROM TZOFFSETTO TZURL UID"
    " URL VERSION"
)
KNOWN = frozenset(NAMES.split())
CARETS = {"^n": "\n", "^N": "\n", "^^": "^", "^'": '"'}


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its name in capitals, its parameters by name in capitals, its value as written."""

    name: str
    parameters: dict[str, str]
    value: str
    line: int


@dataclass(slots=True)
class Component:
    """A component as written; `whole` says that its end was found. `stray` are lines in it that are none of its own."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    inner: list[Component] = field(default_factory=list)
    whole: bool = False
    stray: int = 0

    def all(self, name: str) -> list[Property]:
        """Every property of a name."""
        return [each for each in self.properties if each.name == name]

    def first(self, *names: str) -> Property | None:
        """The first property of the first of some names that there is and says something."""
        for name in names:
            for each in self.properties:
                if each.name == name and each.value.strip():
                    return each
        return None

    def value(self, *names: str) -> str:
        """The value of the first property of some names, as written; nothing where there is none."""
        found = self.first(*names)
        return found.value.strip() if found else ""


@dataclass(slots=True)
class Stream:
    """All that a file holds: properties and zones of its calendars, its events, and how the frame was kept."""

    calendars: list[Component] = field(default_factory=list)
    events: list[tuple[Component, Component]] = field(default_factory=list)
    written: int = 0
    wrapped: bool = True
    ended: bool = True


def stream(lines: Iterable[Line]) -> Stream:
    """What lines hold. Events are given with the calendar that they stand in."""
    found = Stream()
    opened: list[Component] = []
    outside = Component("VCALENDAR", 1)
    for each in joined(lines):
        name = each.name
        if name == "BEGIN":
            begin(found, opened, outside, each)
        elif name == "END":
            end(opened, each.value.strip().upper())
        elif opened:
            add(opened[-1], each)
    found.wrapped = bool(found.calendars)
    found.ended = found.wrapped and not any(each.name == "VCALENDAR" for each in opened)
    if not found.wrapped:
        found.calendars.append(outside)
    return found


def begin(found: Stream, opened: list[Component], outside: Component, line: Property) -> None:
    """Open a component. An event cannot stand in another, nor a calendar: what was open was never ended."""
    made = Component(line.value.strip().upper(), line.line)
    if made.name == "VCALENDAR":
        opened.clear()
        found.calendars.append(made)
    elif made.name == "VEVENT":
        found.written += 1
        while opened and opened[-1].name != "VCALENDAR":
            opened.pop()
        found.events.append((made, opened[-1] if opened else found.calendars[-1] if found.calendars else outside))
    elif opened:
        opened[-1].inner.append(made)
    opened.append(made)


def end(opened: list[Component], name: str) -> None:
    """Close the innermost component of a name; an end without a beginning closes nothing."""
    if any(each.name == name for each in opened):
        while opened[-1].name != name:
            opened.pop()
        opened.pop().whole = True


def add(component: Component, line: Property) -> None:
    """Give a component a property; a line that is none goes on the text before it, whose line end was not escaped."""
    if line.name:
        component.properties.append(line)
        return
    component.stray += 1
    if component.properties and component.properties[-1].name in ("DESCRIPTION", "SUMMARY", "LOCATION", "COMMENT"):
        last = component.properties[-1]
        text = f"{last.value}\\n{line.value}"
        component.properties[-1] = Property(last.name, last.parameters, text, last.line)


def joined(lines: Iterable[Line]) -> Iterator[Property]:
    """The properties on lines; quoted-printable ones go on over lines that end in `=`."""
    soft: list[str] = []
    head: Property | None = None
    for line in lines:
        if head is not None:
            soft.append(line.text)
            if not line.text.endswith("="):
                yield printed(head, soft)
                head, soft = None, []
            continue
        each = property_of(line)
        if "QUOTED-PRINTABLE" not in (each.parameters.get("ENCODING", "").upper(), *each.parameters):
            yield each
        elif each.value.endswith("="):
            head, soft = each, [each.value]
        else:
            yield printed(each, [each.value])
    if head is not None:
        yield printed(head, soft)


def printed(head: Property, parts: list[str]) -> Property:
    """A quoted-printable property with its value in plain characters, line ends escaped as RFC 5545 does."""
    raw = quopri.decodestring(("".join(part.removesuffix("=") for part in parts[:-1]) + parts[-1]).encode())
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    escaped = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return Property(head.name, head.parameters, clean(escaped), head.line)


def property_of(line: Line) -> Property:
    """The property on a line; one without a name where the line is none."""
    text = line.text
    simple, colon, value = text.partition(":")
    if colon and simple.isupper() and ";" not in simple and (simple in KNOWN or simple.startswith("X-")):
        return Property(simple, {}, value, line.number)
    found = HEAD.match(text)
    name = found[1].upper() if found else ""
    if found is None or not (name in KNOWN or name.startswith("X-") or found[2]):
        return Property("", {}, text, line.number)
    return Property(name, parameters(found[2]), text[found.end() :], line.number)


def parameters(text: str) -> dict[str, str]:
    """Parameters by name in capitals, without quotes, their carets resolved (RFC 6868); the first of a name counts."""
    made: dict[str, str] = {}
    for found in PARAMETER.finditer(text):
        value = (found[2] or "").replace('"', "")
        made.setdefault(found[1].upper(), re.sub(r"\^[nN^']", lambda caret: CARETS[caret[0]], value))
    return made
