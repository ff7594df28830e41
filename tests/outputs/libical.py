"""What libical, the C library under many desktop programs, finds in a calendar (Debian: `libical3`).

It works out one component; which dates of a series are told on their own is its caller's affair, and so is done here.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

VEVENT = 4
Found = tuple[str, int | str, int | str, str]


class Time(ctypes.Structure):
    """`struct icaltimetype` of libical 3."""

    _fields_ = [(name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")] + [
        ("is_date", ctypes.c_int),
        ("is_daylight", ctypes.c_int),
        ("zone", ctypes.c_void_p),
    ]


class Span(ctypes.Structure):
    """`struct icaltime_span`."""

    _fields_ = [("start", ctypes.c_long), ("end", ctypes.c_long), ("is_busy", ctypes.c_int)]


CALLBACK = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(Span), ctypes.c_void_p)
POINTER, TEXT, INTEGER = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
SIGNATURES = {
    "icalparser_parse_string": (POINTER, [TEXT]),
    "icalcomponent_get_first_component": (POINTER, [POINTER, INTEGER]),
    "icalcomponent_get_next_component": (POINTER, [POINTER, INTEGER]),
    "icalcomponent_free": (None, [POINTER]),
    "icalcomponent_get_uid": (TEXT, [POINTER]),
    "icalcomponent_get_status": (INTEGER, [POINTER]),
    "icalcomponent_get_dtstart": (Time, [POINTER]),
    "icalcomponent_get_recurrenceid": (Time, [POINTER]),
    "icalcomponent_foreach_recurrence": (None, [POINTER, Time, Time, CALLBACK, POINTER]),
    "icalproperty_status_to_string": (TEXT, [INTEGER]),
    "icaltime_from_timet_with_zone": (Time, [ctypes.c_long, INTEGER, POINTER]),
    "icaltime_as_timet_with_zone": (ctypes.c_long, [Time, POINTER]),
    "icaltimezone_get_utc_timezone": (POINTER, []),
}


def library() -> ctypes.CDLL | None:
    """libical with what is asked of it; nothing where it is not installed."""
    try:
        loaded = ctypes.CDLL("libical.so.3")
    except OSError:
        return None
    for name, (result, arguments) in SIGNATURES.items():
        getattr(loaded, name).restype, getattr(loaded, name).argtypes = result, arguments
    return loaded


def occurrences(ical: ctypes.CDLL, content: bytes, since: int, until: int) -> list[Found]:
    """Identifier, start, end and status of what is between two instants; seconds since 1970, days as text."""
    utc = ical.icaltimezone_get_utc_timezone()
    between = [ical.icaltime_from_timet_with_zone(each, 0, utc) for each in (since, until)]
    calendar = ical.icalparser_parse_string(content)
    events = list(components(ical, calendar))
    dates = {each: ical.icalcomponent_get_recurrenceid(each) for each in events}
    starts = {each: ical.icalcomponent_get_dtstart(each) for each in events}
    zones = {uid(ical, each): starts[each].zone for each in events}
    differing = [(uid(ical, each), dates[each]) for each in events if dates[each].year]
    own = {(name, seconds(ical, moment, zones[name])) for name, moment in differing}
    found: list[Found] = []

    def note(event: int, span: ctypes._Pointer[Span], _: None) -> None:
        start, end = span.contents.start, span.contents.end
        if dates[event].year or (uid(ical, event), start) not in own:
            status = ical.icalproperty_status_to_string(ical.icalcomponent_get_status(event)).decode()
            told = [day(ical, each) if starts[event].is_date else each for each in (start, end)]
            found.append((uid(ical, event), *told, status))

    for each in events:
        ical.icalcomponent_foreach_recurrence(each, *between, CALLBACK(note), None)
    ical.icalcomponent_free(calendar)
    return found


def components(ical: ctypes.CDLL, calendar: int) -> Iterator[int]:
    """The events of a calendar."""
    event = ical.icalcomponent_get_first_component(calendar, VEVENT)
    while event:
        yield event
        event = ical.icalcomponent_get_next_component(calendar, VEVENT)


def uid(ical: ctypes.CDLL, event: int) -> str:
    """The identifier of an event."""
    told: bytes = ical.icalcomponent_get_uid(event)
    return told.decode()


def seconds(ical: ctypes.CDLL, moment: Time, zone: int | None) -> int:
    """An instant in a zone, in seconds since 1970; days are days in UTC."""
    told: int = ical.icaltime_as_timet_with_zone(moment, zone or ical.icaltimezone_get_utc_timezone())
    return told


def day(ical: ctypes.CDLL, instant: int) -> str:
    """The day of an instant in UTC."""
    told = ical.icaltime_from_timet_with_zone(instant, 1, ical.icaltimezone_get_utc_timezone())
    return f"{told.year:04}-{told.month:02}-{told.day:02}"
