"""How days and times are read: a day, a wall time, a moment, an end, opening hours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

from msgspec import Struct

from .values import Reader, as_written, refuse


class Day(Reader, frozen=True):
    """A day as ISO 8601 writes it: `2026-11-28`."""

    def read(self, value: Any) -> date:
        return day_of(as_written(value))

    @property
    def schema(self) -> Mapping[str, Any]:
        return {"type": "string", "format": "date"}


def day_of(text: str) -> date:
    """The day that the text names in ISO form; other orders are refused with the ISO form they may mean."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        other = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text)
        if other:
            refuse("day-order", value=text, iso=f"{other[3]}-{int(other[2]):02}-{int(other[1]):02}")
        refuse("day-shape", value=text[:40])
    try:
        day = date.fromisoformat(text)
    except ValueError:
        refuse("day-impossible", value=text)
    if not 1900 <= day.year <= 2199:
        refuse("day-far", value=text)
    return day


class Clock(Reader, frozen=True):
    """A local wall time: `18:00`."""

    def read(self, value: Any) -> time:
        return clock_of(as_written(value))

    @property
    def schema(self) -> Mapping[str, Any]:
        return {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}


def clock_of(text: str) -> time:
    """The wall time that the text names as `HH:MM`."""
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)(?::00)?", text)
    if not found:
        refuse("clock-shape", value=text[:40])
    return time(int(found[1]), int(found[2]))


class Moment(Struct, frozen=True, order=True):
    """A local day with a wall time, or without one: then the whole day."""

    day: date
    clock: time | None = None


class ReadMoment(Reader, frozen=True):
    """`2026-11-28 18:00`, or `2026-11-28` for the whole day. A `T` may stand for the blank."""

    def read(self, value: Any) -> Moment:
        text = as_written(value)
        day, _, clock = text.replace("T", " ", 1).partition(" ")
        return Moment(day_of(day), clock_of(clock.strip()) if clock.strip() else None)

    @property
    def schema(self) -> Mapping[str, Any]:
        return {"type": "string", "pattern": "^\\d{4}-\\d\\d-\\d\\d([ T]\\d\\d:\\d\\d(:00)?)?$"}


class End(Struct, frozen=True):
    """When something ends: a wall time alone (the first such time after the start), a day alone, or both."""

    day: date | None = None
    clock: time | None = None


class ReadEnd(Reader, frozen=True):
    """`20:00`, `2026-11-30` or `2026-11-30 20:00`; `24:00` is the midnight that ends the day."""

    def read(self, value: Any) -> End:
        text = as_written(value)
        if text.endswith("24:00"):
            day = text.removesuffix("24:00").rstrip("T ")
            return End(day_of(day) + timedelta(days=1) if day else None, time(0))
        if ":" in text and "-" not in text:
            return End(clock=clock_of(text))
        if not re.match(r"\d+[-/.]\d+[-/.]\d", text):
            refuse("end-shape", value=text[:40])
        moment = ReadMoment().read(text)
        return End(moment.day, moment.clock)

    @property
    def schema(self) -> Mapping[str, Any]:
        return {"type": "string", "pattern": "^(\\d{4}-\\d\\d-\\d\\d)?[ T]?(\\d\\d:\\d\\d(:00)?)?$"}


class TimeRange(Struct, frozen=True):
    """From an opening to a closing wall time; a closing before the opening lies on the next day."""

    opens: time
    closes: time


class ReadRanges(Reader, frozen=True):
    """Opening hours of a day: `09:00-13:00, 15:00-19:00`; `closed` for none."""

    def read(self, value: Any) -> tuple[TimeRange, ...]:
        text = as_written(value).strip()
        return () if text == "closed" else tuple(self.range_of(part.strip()) for part in text.split(","))

    def range_of(self, text: str) -> TimeRange:
        opens, dash, closes = text.replace("–", "-").partition("-")
        if not dash:
            refuse("hours-shape", value=text[:40])
        closing = closes.strip()
        return TimeRange(clock_of(opens.strip()), clock_of("00:00" if closing == "24:00" else closing))

    @property
    def schema(self) -> Mapping[str, Any]:
        return {"type": "string", "examples": ["09:00-13:00, 15:00-19:00", "closed"]}
