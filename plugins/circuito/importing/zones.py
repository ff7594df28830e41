"""What zone a calendar means by a name: no time is ever read without one.

In this order: names of the tz database, names that Windows and vendors give, names that tell an offset and cities, the
zone that the file describes, an offset alone, the calendar's own zone (X-WR-TIMEZONE), the source's default. The last
two are guesses, which the report tells.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone, tzinfo
from functools import cache
from itertools import islice
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
MOST_OBSERVANCES, MOST_DAYS, MOST_A_YEAR, MOST_ZONES = 100, 1000, 2, 20
TRIED = range(2023, 2027)  # with a year that has a 29 February
Change = tuple[datetime, timedelta]


class Named(NamedTuple):
    """The zone of a name, and how it was found: a code of `sentences.importing` where it is a guess."""

    zone: tzinfo
    guess: str = ""


@dataclass(slots=True)
class Zones:
    """The zones that names mean in one calendar. `described` are those that it describes, as written."""

    described: Mapping[str, Component]
    own: tzinfo | None
    default: tzinfo
    known: dict[str, Named] = field(default_factory=dict)
    computed: dict[str, Described | None] = field(default_factory=dict)

    def named(self, name: str) -> Named:
        """The zone of a name."""
        if name not in self.known:
            self.known[name] = self.found(name)
        return self.known[name]

    def found(self, name: str) -> Named:
        """The zone of a name that is asked for the first time."""
        zone = by_name(name) or self.as_described(name) or by_cities(name) or self.by_offset(name)
        if zone is not None:
            return Named(zone)
        return Named(self.own or self.default, "zone-unknown")

    def as_described(self, name: str) -> tzinfo | None:
        """The zone that the calendar describes under a name, if it does not describe too many."""
        if name in self.described and name not in self.computed:
            full = len(self.computed) >= MOST_ZONES
            self.computed[name] = None if full else described_by(self.described[name])
        return self.computed.get(name)

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
    described = {each.value("TZID").strip('"'): each for each in calendar.inner if each.name == "VTIMEZONE"}
    made = Zones(described, None, default)
    if own := calendar.value("X-WR-TIMEZONE"):
        made.own = by_name(own) or by_cities(own) or made.as_described(own)
    return made


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
    """From when on a zone has an offset: once, on some days, or by a rule, which gives a day or two each year."""

    begins: datetime
    offset: timedelta
    rule: Rule | None
    days: tuple[datetime, ...] = ()

    def by_rule(self, year: int) -> Iterator[datetime]:
        """When it begins by its rule in a year."""
        if self.rule is not None and self.begins.year <= year <= (self.rule.until or date.max).year:
            for day in self.rule.fitting(date(year, 1, 1)):
                if self.rule.reaches(day):
                    yield datetime.combine(day, self.begins.time())

    @property
    def listed(self) -> Iterator[datetime]:
        """When it begins but for the years in which its rule holds; of a rule that ends, the end as well."""
        yield from (self.begins, *self.days)
        if self.rule is not None and self.rule.until is not None:
            last = self.rule.until.year
            yield from (*self.by_rule(last - 1), *self.by_rule(last))


class Described(tzinfo):
    """A zone as a VTIMEZONE describes it. Its rules are followed year by year, only through the years asked for."""

    def __init__(self, name: str, observances: Iterable[Observance]) -> None:
        self.name = name
        self.observances = tuple(sorted(observances, key=lambda each: each.begins))
        self.listed = in_time((moment, each.offset) for each in self.observances for moment in each.listed)
        self.years: dict[int, list[Change]] = {}

    def utcoffset(self, moment: datetime | None) -> timedelta:
        """The offset at a wall time: that of the observance that began last."""
        if moment is None:
            return self.observances[0].offset
        shown = moment.replace(tzinfo=None)
        changes = (self.listed, self.by_rule(shown.year - 1), self.by_rule(shown.year))
        begun = [each[at - 1] for each in changes if (at := bisect_right(each, shown, key=when))]
        return max(begun, key=when)[1] if begun else self.observances[0].offset

    def by_rule(self, year: int) -> list[Change]:
        """The changes that rules make in a year."""
        if year not in self.years:
            found = ((moment, each.offset) for each in self.observances for moment in each.by_rule(year))
            self.years[year] = in_time(found)
        return self.years[year]

    def dst(self, _: datetime | None) -> timedelta:
        """Not told apart: the offset is whole."""
        return timedelta()

    def tzname(self, _: datetime | None) -> str:
        """Its name in the file."""
        return self.name


def when(change: Change) -> datetime:
    """When an offset begins."""
    return change[0]


def in_time(changes: Iterable[Change]) -> list[Change]:
    """Changes of the offset in order of time."""
    return sorted(changes, key=when)


def described_by(zone: Component) -> Described | None:
    """The zone that a VTIMEZONE describes; None where a part of it cannot be, as the rest would be wrong by hours."""
    parts = [each for each in zone.inner if each.name in ("STANDARD", "DAYLIGHT")]
    if not parts or len(parts) > MOST_OBSERVANCES:
        return None
    made = [found for each in parts if (found := observance(each)) is not None]
    return Described(zone.value("TZID"), made) if len(made) == len(parts) else None


def observance(component: Component) -> Observance | None:
    """One part of a description of a zone; None where it cannot be understood."""
    offset, begins = SHIFT.fullmatch(component.value("TZOFFSETTO")), shown_at(component.value("DTSTART"))
    days = [shown_at(text) for each in component.all("RDATE") for text in each.value.split(",")[: MOST_DAYS + 1]]
    if offset is None or int(offset[2]) > 23 or int(offset[3]) > 59 or begins is None or len(days) > MOST_DAYS:
        return None
    text = component.value("RRULE")
    rule = rule_of(text, begins) if text else None
    if text and rule is None:
        return None
    return Observance(begins, shift_of(*offset.groups()), rule, tuple(day for day in days if day))


def rule_of(text: str, begins: datetime) -> Rule | None:
    """The rule by which a part of a zone begins; None for one by which no clock on earth is changed."""
    told = re.sub(r"UNTIL=(\d{8})T\d{6}(?=;|$)", r"UNTIL=\1", text.upper())
    parts = parts_of_rrule(re.sub(r";BY(?:HOUR|MINUTE|SECOND)=\d+", "", told))
    if not isinstance(parts, dict) or parts["FREQ"] != "YEARLY" or parts.get("INTERVAL", "1") != "1":
        return None
    end = end_of(parts.get("UNTIL", ""))
    until = end.date() if isinstance(end, datetime) else end
    if "COUNT" in parts:
        until = date(begins.year + int(parts["COUNT"]) - 1, 12, 31)
    made = Rule(starts=Moment(begins.date()), frequency="YEARLY", by=explicit(parts, begins.date()), until=until)
    days = [len(list(islice(made.fitting(date(year, 1, 1)), MOST_A_YEAR + 1))) for year in TRIED]
    return made if all(1 <= each <= MOST_A_YEAR for each in days) else None


def shown_at(text: str) -> datetime | None:
    """A wall time in a description of a zone. What began before the calendar of computers began with it."""
    found = re.match(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d))?", text.strip())
    if found is None:
        return None
    year, month, day, hour, minute = (int(each or 0) for each in found.groups())
    with suppress(ValueError):
        return datetime(max(year, 1902), month, day, hour, minute)  # noqa: DTZ001
    return None
