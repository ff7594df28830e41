"""What zone a calendar means by a name: no time is ever read without one.

In this order: names of the tz database, names that Windows and vendors give, names that tell an offset and cities, the
zone that the file describes, an offset alone, the calendar's own zone (X-WR-TIMEZONE), the source's default. The last
two are guesses, which the report tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from ..agenda.recurrence import Rule, explicit
from ..agenda.rrule import end_of, parts_of_rrule
from ..model.times import Moment
from .components import Component

OFFSET = re.compile(r"(?:\(?\s*)?(?:UTC|GMT)\s*([+-\N{MINUS SIGN}])\s*(\d{1,2})[:.]?(\d\d)?\)?", re.IGNORECASE)
SHIFT = re.compile(r"([+-])(\d\d):?(\d\d)(?:\d\d)?")
OTHER_NAMES = {
    "utc": "UTC",
    "gmt": "UTC",
    "z": "UTC",
    "zulu": "UTC",
    "tzone://microsoft/utc": "UTC",
    "coordinated universal time": "UTC",
    "(utc) coordinated universal time": "UTC",
    "western/central europe": "Europe/Berlin",
    "central europe": "Europe/Budapest",
    "central european time": "Europe/Berlin",
    "mitteleuropäische zeit": "Europe/Berlin",
    "mitteleuropäische sommerzeit": "Europe/Berlin",
    "mitteleuropaische zeit": "Europe/Berlin",
    "westeuropäische zeit": "Europe/Lisbon",
    "ora dell'europa centrale": "Europe/Rome",
    "ora solare europa occidentale": "Europe/Rome",
    "ora legale europa occidentale": "Europe/Rome",
    "heure d'europe centrale": "Europe/Paris",
}
FAR_BACK = timedelta(days=800)


class Named(NamedTuple):
    """The zone of a name, and how it was found: a code of `sentences.importing` where it is a guess."""

    zone: tzinfo
    guess: str = ""


@dataclass(slots=True)
class Zones:
    """The zones that names mean in one calendar."""

    described: Mapping[str, Described]
    own: tzinfo | None
    default: tzinfo
    known: dict[str, Named] = field(default_factory=dict)

    def named(self, name: str) -> Named:
        """The zone of a name."""
        if name not in self.known:
            self.known[name] = self.found(name)
        return self.known[name]

    def found(self, name: str) -> Named:
        """The zone of a name that is asked for the first time."""
        zone = by_name(name) or self.described.get(name) or by_cities(name) or self.by_offset(name)
        if zone is not None:
            return Named(zone)
        return Named(self.own or self.default, "zone-unknown")

    def by_offset(self, name: str) -> tzinfo | None:
        """The zone of a name that tells an offset alone: ours, if that is ours in winter, since clocks may change."""
        found = OFFSET.match(name.strip())
        if found is None or int(found[2]) > 23:
            return None
        shift = shift_of(*found.groups())
        ours = self.default.utcoffset(datetime(2024, 1, 1))  # noqa: DTZ001
        return self.default if name.strip().startswith("(") and ours == shift else timezone(shift)

    @property
    def floating(self) -> tzinfo:
        """The zone of times that name none."""
        return self.own or self.default


def zones_of(calendar: Component, default: tzinfo) -> Zones:
    """The zones of a calendar: those it describes, the one it says it is in, and the source's."""
    described = {}
    for each in calendar.inner:
        name = each.value("TZID").strip('"')
        made = described_by(each) if each.name == "VTIMEZONE" else None
        if name and made is not None:
            described[name] = made
    own = calendar.value("X-WR-TIMEZONE")
    return Zones(described, (by_name(own) or by_cities(own) or described.get(own)) if own else None, default)


# Names


@cache
def by_name(name: str) -> ZoneInfo | None:
    """The zone of a name of the tz database, of Windows, or of a vendor who puts something before such a name."""
    plain = " ".join(name.strip().strip("\"'").split())
    if not plain:
        return None
    known = OTHER_NAMES.get(plain.lower()) or tz_names().get(plain.lower().replace(" ", "_"))
    parts = plain.split("/")
    for number in range(1, len(parts)):
        known = known or tz_names().get("/".join(parts[number:]).lower())
    if len(parts) > 1 and not known:
        known = next((whole for name, whole in tz_names().items() if name.endswith(f"/{plain.lower()}")), None)
    return zone_info(known or windows_names().get(plain.lower().removesuffix(" 1"), ""))


def zone_info(name: str) -> ZoneInfo | None:
    """The zone of an exact name."""
    if name:
        with suppress(KeyError, ValueError, OSError):
            return ZoneInfo(name)
    return None


@cache
def tz_names() -> Mapping[str, str]:
    """The names of the tz database by their small letters."""
    return {name.lower(): name for name in sorted(available_timezones()) if not name.startswith(("posix/", "right/"))}


@cache
def windows_names() -> Mapping[str, str]:
    """Windows' names by their small letters, with the zone of the tz database that each stands for."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return {name.lower(): zone for name, zone in WINDOWS_TO_OLSON.items()}


@cache
def by_cities(name: str) -> ZoneInfo | None:
    """The zone of a name such as `(UTC+01:00) Amsterdam, Berlin, Rome`: that of a city with this offset in winter."""
    offset = OFFSET.match(name.strip())
    shift = shift_of(*offset.groups()) if offset else None
    for city in re.split(r"[,;&]| and ", name[offset.end() if offset else 0 :]):
        for zone in cities_of().get("_".join(city.lower().replace(".", "").split()), ()):
            found = ZoneInfo(zone)
            if shift is None or shift in (standard(found, 1), standard(found, 7)):
                return found
    return None


def standard(zone: ZoneInfo, month: int) -> timedelta | None:
    """The offset of a zone in a month of a recent year."""
    return datetime(2024, month, 1, tzinfo=zone).utcoffset()


@cache
def cities_of() -> Mapping[str, tuple[str, ...]]:
    """The zones that are named after a city, by it."""
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted(available_timezones()):
        city = name.rpartition("/")[2].lower()
        if "/" in name and not name.startswith(("Etc/", "posix/", "right/")):
            found[city] = (*found.get(city, ()), name)
    return found


def shift_of(sign: str, hours: str, minutes: str | None) -> timedelta:
    """An offset from UTC."""
    shift = timedelta(hours=min(int(hours), 23), minutes=min(int(minutes or 0), 59))
    return shift if sign == "+" else -shift


# Zones that files describe


@dataclass(frozen=True, slots=True)
class Observance:
    """From when on a zone has an offset: once, on some days, or by a rule."""

    begins: datetime
    offset: timedelta
    rule: Rule | None
    days: tuple[datetime, ...] = ()

    def last_before(self, shown: datetime) -> datetime | None:
        """The last time at or before a wall time at which it began."""
        known = [each for each in (self.begins, *self.days) if each <= shown]
        if self.rule is not None and self.begins <= shown:
            end = min(shown.date(), self.rule.until or shown.date())
            days = self.rule.days(max(self.begins.date(), end - FAR_BACK), end)
            known += [each for day in days if (each := datetime.combine(day, self.begins.time())) <= shown]
        return max(known, default=None)


class Described(tzinfo):
    """A zone as a VTIMEZONE describes it."""

    def __init__(self, name: str, observances: Iterable[Observance]) -> None:
        self.name = name
        self.observances = tuple(sorted(observances, key=lambda each: each.begins))

    def utcoffset(self, moment: datetime | None) -> timedelta:
        """The offset at a wall time: that of the observance that began last."""
        if moment is None:
            return self.observances[0].offset
        shown = moment.replace(tzinfo=None)
        begun = [(began, each.offset) for each in self.observances if (began := each.last_before(shown))]
        return max(begun, key=lambda each: each[0])[1] if begun else self.observances[0].offset

    def dst(self, _: datetime | None) -> timedelta:
        """Not told apart: the offset is whole."""
        return timedelta()

    def tzname(self, _: datetime | None) -> str:
        """Its name in the file."""
        return self.name


def described_by(zone: Component) -> Described | None:
    """The zone that a VTIMEZONE describes, as far as it can be understood."""
    made = [found for each in zone.inner if (found := observance(each)) is not None]
    return Described(zone.value("TZID"), made) if made else None


def observance(component: Component) -> Observance | None:
    """One part of a description of a zone."""
    offset, begins = SHIFT.fullmatch(component.value("TZOFFSETTO")), shown_at(component.value("DTSTART"))
    if offset is None or begins is None:
        return None
    days = [shown_at(text) for each in component.all("RDATE") for text in each.value.split(",")]
    shift = shift_of(*offset.groups()) if int(offset[2]) < 24 else timedelta()
    return Observance(begins, shift, rule_of(component, begins), tuple(day for day in days if day))


def rule_of(component: Component, begins: datetime) -> Rule | None:
    """The rule by which a part of a zone begins; none where it cannot be expanded safely."""
    text = re.sub(r"UNTIL=(\d{8})T\d{6}(?=;|$)", r"UNTIL=\1", component.value("RRULE").upper())
    text = re.sub(r";BY(?:HOUR|MINUTE|SECOND)=\d+", "", text)
    parts = parts_of_rrule(text) if text else None
    if not isinstance(parts, dict) or parts["FREQ"] != "YEARLY":
        return None
    until = end_of(parts.get("UNTIL", ""))
    day = until.date() if isinstance(until, datetime) else until
    return Rule(
        starts=Moment(begins.date()), frequency="YEARLY", interval=int(parts.get("INTERVAL", 1)),
        by=explicit(parts, begins.date()), until=day,
    )  # fmt: skip


def shown_at(text: str) -> datetime | None:
    """A wall time in a description of a zone. What began before the calendar of computers began with it."""
    found = re.match(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d))?", text.strip())
    if found is None:
        return None
    year, month, day, hour, minute = (int(each or 0) for each in found.groups())
    with suppress(ValueError):
        return datetime(max(year, 1902), month, day, hour, minute)  # noqa: DTZ001
    return None
