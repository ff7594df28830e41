"""The compact description of a zone tells the offsets that the tz database knows."""

from __future__ import annotations

import io
from datetime import datetime, timedelta, tzinfo
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from circuito.outputs.vtimezone import posix, vtimezone

# Where Ramadan changes clocks, each year is decreed anew: no rule tells it.
BY_DECREE = {"Africa/Casablanca", "Africa/El_Aaiun", "Asia/Gaza", "Asia/Hebron"}
ZONES = sorted(set((files("tzdata") / "zones").read_text().split()) - BY_DECREE)
ONE_BY_RULE = sorted({posix(zone): zone for zone in ZONES}.values())
SINCE = datetime(2026, 1, 1)  # noqa: DTZ001 (a wall time, to be read in each zone)


def told(zone: str) -> tzinfo:
    """The zone as dateutil reads it in a calendar."""
    return tzical(io.StringIO(vtimezone(zone).decode())).get(zone)


def changes(zone: str) -> list[datetime]:
    """The days of three years on which the tz database changes the offset of a zone."""
    days = [SINCE + timedelta(days=number) for number in range(3 * 365)]
    offsets = [day.replace(tzinfo=ZoneInfo(zone)).utcoffset() for day in days]
    return [day for day, before, after in zip(days, offsets, offsets[1:], strict=False) if before != after]


@pytest.mark.parametrize("zone", ONE_BY_RULE)
def test_a_calendar_tells_the_offsets_of_a_zone(zone):
    known, read = ZoneInfo(zone), told(zone)
    around = [day + timedelta(hours=hours) for day in changes(zone) for hours in range(-12, 37)]
    # The hour that is left out has no offset, of that which comes twice readers take either.
    clear = [
        when
        for when in around
        if when.replace(tzinfo=known).utcoffset() == when.replace(tzinfo=known, fold=1).utcoffset()
    ]
    assert [when.replace(tzinfo=read).utcoffset() for when in [SINCE, *clear]] == [
        when.replace(tzinfo=known).utcoffset() for when in [SINCE, *clear]
    ]


def test_the_zone_of_rome_is_told_as_all_readers_understand_it():
    assert vtimezone("Europe/Rome").decode().split("\r\n") == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Rome",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]


def test_a_zone_without_summer_time_has_one_time():
    assert vtimezone("Asia/Kolkata").decode().split("\r\n")[2:-2] == [
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0530",
        "TZOFFSETTO:+0530",
        "TZNAME:IST",
        "END:STANDARD",
    ]


def test_a_zone_that_does_not_exist_has_no_description():
    with pytest.raises(LookupError):
        vtimezone("Europe/Atlantis")
