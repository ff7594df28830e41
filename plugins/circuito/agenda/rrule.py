"""The guard before rules in RFC 5545's own words: what may be expanded, and what all calendars read alike."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime

from ..problems import Problem, Source, Value

WEEKDAY = r"(?:MO|TU|WE|TH|FR|SA|SU)"
NTH = r"[+-]?[1-5]"
MONTH_DAY = r"-?(?:[1-9]|[12]\d|3[01])"
POSITION = r"-?(?:[1-9]|[12]\d|3[01])"
TO_1000 = r"(?:[1-9]\d{0,2}|1000)"

SHAPES = {
    "FREQ": r"DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": TO_1000,
    "COUNT": TO_1000,
    "UNTIL": r"\d{8}(?:T\d{6}Z)?",
    "WKST": WEEKDAY,
    "BYMONTH": r"(?:[1-9]|1[0-2])(?:,(?:[1-9]|1[0-2]))*",
    "BYMONTHDAY": rf"{MONTH_DAY}(?:,{MONTH_DAY})*",
    "BYDAY": rf"(?:{NTH})?{WEEKDAY}(?:,(?:{NTH})?{WEEKDAY})*",
    "BYSETPOS": rf"{POSITION}(?:,{POSITION})*",
}
LONGEST = 300


def parts_of_rrule(text: str) -> dict[str, str] | Problem:
    """The parts of a rule that may be expanded, or why it may not. Nothing is expanded here."""
    if len(text) > LONGEST:
        return refused("rrule-shape", value=text[:40])
    parts: dict[str, str] = {}
    for part in text.upper().replace(" ", "").removeprefix("RRULE:").removesuffix(";").split(";"):
        name, _, value = part.partition("=")
        if not (name and value):
            return refused("rrule-shape", value=part[:40])
        if name not in SHAPES:
            return refused("rrule-part-unknown", part=name[:40], parts=", ".join(SHAPES))
        if name in parts:
            return refused("rrule-part-twice", part=name)
        if not re.fullmatch(SHAPES[name], value, re.ASCII) or (name == "UNTIL" and end_of(value) is None):
            return refused("rrule-frequency" if name == "FREQ" else "rrule-value", part=name, value=value[:40])
        parts[name] = value
    return together(parts)


def together(parts: dict[str, str]) -> dict[str, str] | Problem:
    """The parts, if they may stand together."""
    if "FREQ" not in parts:
        return refused("rrule-shape", value=";".join(f"{name}={value}" for name, value in parts.items())[:40])
    if "COUNT" in parts and "UNTIL" in parts:
        return refused("rrule-two-ends")
    for name in misplaced(parts):
        return refused("rrule-part-place", part=name, frequency=parts["FREQ"])
    return parts


def misplaced(parts: dict[str, str]) -> list[str]:
    """The parts that do not go with the others.

    RFC 5545 forbids some of these; ical.js, in Thunderbird and Nextcloud, gives other dates for the rest.
    """
    frequency, monthly = parts["FREQ"], parts["FREQ"] in ("MONTHLY", "YEARLY")
    numbered = any(char.isdigit() for char in parts.get("BYDAY", ""))
    allowed = {
        "BYDAY": monthly or not numbered,
        "BYMONTHDAY": monthly and not numbered and (frequency == "MONTHLY" or "-" not in parts.get("BYMONTHDAY", "")),
        "BYMONTH": frequency != "MONTHLY",
        "BYSETPOS": frequency == "MONTHLY" and "BYDAY" in parts and "BYMONTHDAY" not in parts and not numbered,
    }
    if frequency == "YEARLY" and "BYMONTH" not in parts:
        allowed |= {"BYDAY": False, "BYMONTHDAY": False}
    return [name for name, fine in allowed.items() if name in parts and not fine]


def end_of(until: str) -> date | datetime | None:
    """The day, or the instant in UTC, that UNTIL names; None if there is no such day or time."""
    with suppress(ValueError):
        if len(until) == 8:
            return date.fromisoformat(until)
        return datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) if until else None
    return None


def refused(code: str, **values: Value) -> Problem:
    """A problem of the field `rrule`."""
    return Problem(code, Source(""), values, ("rrule",))
