"""Properties of calendars as lines (RFC 5545, 3.1)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar.prop import vUri

Properties = list[tuple[str, Any]]
PLAIN = {"uid", "summary", "description", "location", "url"}
LONGEST = 74  # octets of a line, beside the space that begins the next part of a longer one


def uri(address: str, **parameters: str | list[str]) -> vUri:
    """An address as the value of a property that may have others."""
    from icalendar.prop import vUri

    return vUri(address, params={"VALUE": "URI", **parameters})


def lines(properties: Properties) -> bytes:
    """Properties as lines of a component."""
    return b"".join(folded(line) for name, value in properties for line in told_as(name, value))


def told_as(name: str, value: Any) -> list[str]:
    """A property as lines that are not folded yet.

    Most are text or an address (3.3.11, 3.3.13), or a time in a place's zone (3.2.19): these need no component around
    them.
    """
    from icalendar import Event as Empty
    from icalendar import vText
    from icalendar.prop import vUri

    if type(value) is str and name in PLAIN:
        return [f"{name.upper()}:{(vUri if name == 'url' else vText)(value).to_ical().decode()}"]
    zone = value.tzinfo if isinstance(value, datetime) else None
    if isinstance(zone, ZoneInfo) and "/" in zone.key and not zone.key.startswith("Etc/"):
        return [f"{name.upper()};TZID={zone.key}:{value.year:04}{value:%m%dT%H%M%S}"]
    made = Empty()
    made.add(name, value)
    return list(made.content_lines(sorted=False)[1:-2])


def folded(line: str) -> bytes:
    """A line in parts of at most 75 octets (3.1); neither a character nor an escape is cut in two."""
    left, parts = line.encode(), []
    while len(left) > LONGEST:
        cut = LONGEST
        while left[cut] & 0xC0 == 0x80:
            cut -= 1
        cut -= left[cut - 1] in b"\\^"
        parts.append(left[:cut])
        left = left[cut:]
    return b"\r\n ".join([*parts, left]) + b"\r\n"
