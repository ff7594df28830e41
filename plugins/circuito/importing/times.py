"""When something is, as calendars write it: days, and wall times in a zone."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from ..agenda.walltime import DAY, local
from ..model.times import Moment
from .components import Component, Property
from .zones import Zones, shift_of

VALUE = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[Tt ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(?:([Zz])|([+-])(\d\d):?(\d\d)?)?)?"
)
AHEAD = re.compile(r"(.*\D):(\d{8}(?:T\d{4,6}Z?)?)")
SPAN = re.compile(
    r"([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?", re.IGNORECASE
)
FIRST_YEAR, LAST_YEAR = 1900, 2199


class Unreadable(ValueError):
    """A time that cannot be read."""


@dataclass(frozen=True, slots=True)
class When:
    """A whole day, or a wall time in a zone."""

    day: date
    clock: time | None = None
    zone: tzinfo | None = None

    def here(self, zone: ZoneInfo) -> Moment:
        """The moment in the network's zone; a whole day is the same everywhere."""
        if self.clock is None or self.zone is None:
            return Moment(self.day)
        there = self.instant.astimezone(zone)
        return Moment(there.date(), there.time().replace(second=0, microsecond=0))

    def seen_from(self, other: When) -> When:
        """The same instant as a wall time in the zone of another."""
        if self.clock is None or other.zone is None or self.zone == other.zone:
            return self
        there = self.instant.astimezone(other.zone)
        return When(there.date(), there.time(), other.zone)

    @property
    def shown(self) -> datetime:
        """What a clock on the wall shows there."""
        return datetime.combine(self.day, self.clock or time())

    @property
    def instant(self) -> datetime:
        """The instant that it means."""
        if isinstance(self.zone, ZoneInfo):
            return local(self.shown, self.zone)
        return self.shown.replace(tzinfo=self.zone).astimezone(UTC)

    def later(self, lasts: timedelta) -> When:
        """So much later by the clock on the wall."""
        shown = self.shown + lasts
        return When(shown.date(), shown.time() if self.clock is not None else None, self.zone)

    def on(self, day: date) -> When:
        """The same time on another day."""
        return When(day, self.clock, self.zone)


def when(stated: Property, zones: Zones) -> tuple[When, str]:
    """What a property says of a time, and the name of its zone where that was guessed. Raises `Unreadable`."""
    return read(stated.value, stated.parameters.get("TZID", ""), stated.parameters.get("VALUE", "").upper(), zones)


def many(stated: Property, zones: Zones) -> list[When]:
    """The times in a list; of periods, their starts. What cannot be read is left away."""
    found = []
    for text in stated.value.split(","):
        with suppress(Unreadable):
            tzid, kind = stated.parameters.get("TZID", ""), stated.parameters.get("VALUE", "").upper()
            found.append(read(text.partition("/")[0], tzid, kind, zones)[0])
    return found


def read(text: str, tzid: str, kind: str, zones: Zones) -> tuple[When, str]:
    """The time that a text tells in the zone of a name, and the name if that was guessed. Raises `Unreadable`."""
    ahead = AHEAD.fullmatch(text)  # a zone with a colon in it, without quotes, or written where the value begins
    if ahead:
        tzid, text = f"{tzid}:{ahead[1]}".removeprefix(":").removeprefix("TZID="), ahead[2]
    found = VALUE.fullmatch(text.strip())
    if found is None:
        raise Unreadable(text)
    try:
        midnight = found[4] == "24" and int(found[5]) == 0
        day = date(int(found[1]), int(found[2]), int(found[3])) + (DAY if midnight else timedelta())
        clock = time(0 if midnight else int(found[4]), int(found[5])) if found[4] else None
    except (ValueError, OverflowError):
        raise Unreadable(text) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Unreadable(text)
    if clock is None or kind == "DATE":
        return When(day), ""
    if found[7] and (not tzid or zones.named(tzid).guess):
        return When(day, clock, UTC), ""
    if found[8]:
        return When(day, clock, timezone(shift_of(found[8], found[9], found[10]))), ""
    if not tzid:
        return When(day, clock, zones.floating), ""
    zone, guess = zones.named(tzid)
    return When(day, clock, zone), tzid if guess else ""


def span(text: str) -> timedelta | None:
    """How long a DURATION lasts."""
    found = SPAN.fullmatch(text.strip())
    if found is None or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in found.groups()[1:])
    lasts = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -lasts if found[1] == "-" else lasts


def is_whole_day(event: Component, starts: When, ends: When | None) -> bool:
    """Whether an event from midnight to midnight is said to last all day, as Microsoft's programs do."""
    marks = {event.value(name).upper() for name in ("X-MICROSOFT-CDO-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY", "X-ALLDAY")}
    if starts.clock is None or marks.isdisjoint({"TRUE", "1"}):
        return False
    return starts.clock == time() and (ends is None or ends.clock == time())


def end_of(event: Component, starts: When, zones: Zones) -> tuple[timedelta | None, str]:
    """How long an event lasts by the clock on the wall; a note's code where what it says of its end cannot be."""
    stated = event.first("DTEND")
    if stated is None:
        duration = event.value("DURATION")
        lasts = span(duration) if duration else None
        return positive(lasts, "end-unreadable" if duration and lasts is None else "")
    try:
        ends = when(stated, zones)[0]
    except Unreadable:
        return None, "end-unreadable"
    if (ends.clock is None) != (starts.clock is None):
        ends = When(ends.day, starts.clock and time(), starts.zone)
    return positive(ends.seen_from(starts).shown - starts.shown, "")


def positive(lasts: timedelta | None, code: str) -> tuple[timedelta | None, str]:
    """A length, if it is one: what ends as it starts has no known end, what ends before has a wrong one."""
    if lasts is not None and lasts < timedelta():
        return None, "end-before-start"
    return (lasts or None), code


def stated_end(starts: Moment, lasts: timedelta | None) -> str | None:
    """The end as files write it: a clock where that is the first such time, else with its day; included for days."""
    if lasts is None:
        return None
    if starts.clock is None:
        last = starts.day + max(lasts, DAY) - DAY
        return None if last == starts.day else str(last)
    ends = datetime.combine(starts.day, starts.clock) + lasts
    if lasts <= timedelta(hours=18):
        return "24:00" if ends.time() == time() else f"{ends:%H:%M}"
    return f"{ends:%Y-%m-%d %H:%M}"


def told(moment: Moment) -> str:
    """A moment as files write it."""
    return f"{moment.day} {moment.clock:%H:%M}" if moment.clock is not None else str(moment.day)
