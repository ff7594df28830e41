"""When events of others are: zones, whole days, ends (cases 17 to 36)."""

from __future__ import annotations

import pytest

from circuito.importing.calendars import read
from importing.sources import AT_SIX, calendar, codes, event, found, ground, reasons, taken, when

SIX = {"starts": "2026-12-05 18:00"}
CUSTOM = (
    "BEGIN:VTIMEZONE", "TZID:Ora nostra",
    "BEGIN:STANDARD", "DTSTART:16010101T030000", "TZOFFSETFROM:+0300", "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
    "BEGIN:DAYLIGHT", "DTSTART:16010101T020000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0300",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
    "END:VTIMEZONE",
)  # fmt: skip


def test_case_17_a_time_in_utc_is_told_by_our_clocks():
    assert when("DTSTART:20261205T170000Z") == SIX


def test_case_18_a_zone_of_the_tz_database_is_known():
    assert when("DTSTART;TZID=America/New_York:20261205T120000") == SIX


def test_case_19_a_zone_in_quotes_is_the_same():
    assert when('DTSTART;TZID="America/New_York":20261205T120000') == SIX


@pytest.mark.parametrize(
    ("name", "clock"),
    [
        ("W. Europe Standard Time", "180000"),
        ("Eastern Standard Time", "120000"),
        ("tzone://Microsoft/Utc", "170000"),
        ("/freeassociation.sourceforge.net/Europe/Berlin", "180000"),
        ("/mozilla.org/20070129_1/America/New_York", "120000"),
        ("america/new york", "120000"),
    ],
)
def test_case_20_names_of_windows_and_of_vendors_are_known(name, clock):
    assert when(f"DTSTART;TZID={name}:20261205T{clock}") == SIX


@pytest.mark.parametrize(
    ("name", "clock"),
    [
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "180000"),
        ("(GMT-05.00) New York", "120000"),
        ("(GMT+01:00)", "180000"),
        ("GMT+0200", "190000"),
        ("Mitteleuropäische Zeit", "180000"),
    ],
)
def test_case_21_names_that_tell_offsets_and_cities_are_understood(name, clock):
    assert when(f'DTSTART;TZID="{name}":20261205T{clock}') == SIX


@pytest.mark.parametrize(
    ("told", "shown"), [("20261205T190000", "2026-12-05 18:00"), ("20270705T190000", "2027-07-05 18:00")]
)
def test_case_22_a_zone_that_the_file_describes_is_computed(told, shown):
    assert when(f"DTSTART;TZID=Ora nostra:{told}", head=CUSTOM) == {"starts": shown}


def test_case_23_an_unknown_zone_is_read_as_the_default_and_told():
    lines = ("DTSTART;TZID=Fuso Inventato:20261205T180000",)
    assert [when(*lines), codes(*lines)] == [SIX, ["zone-unknown"]]


def test_case_24_a_time_without_zone_is_that_of_the_source():
    lines = ("DTSTART:20261205T180000",)
    assert [when(*lines), when(*lines, zone="Europe/London")] == [SIX, {"starts": "2026-12-05 19:00"}]


def test_case_25_a_time_without_zone_is_that_of_the_calendar():
    assert when("DTSTART:20261205T120000", head=("X-WR-TIMEZONE:America/New_York",)) == SIX


def test_case_26_a_time_in_utc_stays_so_whatever_zone_the_calendar_has():
    assert when("DTSTART:20261205T170000Z", head=("X-WR-TIMEZONE:America/New_York",)) == SIX


def test_case_26_what_recurs_in_utc_keeps_the_hour_of_the_calendars_zone():
    lines = ("DTSTART:20261205T170000Z", "RRULE:FREQ=WEEKLY")
    assert when(*lines, head=("X-WR-TIMEZONE:Europe/Rome",)) == {**SIX, "every": "saturday"}


def test_case_27_a_whole_day_ends_on_itself():
    assert when("DTSTART;VALUE=DATE:20261205", "DTEND;VALUE=DATE:20261206") == {"starts": "2026-12-05"}


def test_case_28_the_last_of_several_whole_days_is_included():
    days = when("DTSTART;VALUE=DATE:20261205", "DTEND;VALUE=DATE:20261208")
    assert days == {"starts": "2026-12-05", "ends": "2026-12-07"}


def test_case_29_a_whole_day_without_end_is_one_day():
    assert when("DTSTART;VALUE=DATE:20261205") == {"starts": "2026-12-05"}


def test_case_30_midnights_that_microsoft_marks_are_whole_days():
    times = ("DTSTART;TZID=Europe/Rome:20261205T000000", "DTEND;TZID=Europe/Rome:20261207T000000")
    marked = when(*times, "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE")
    assert marked == {"starts": "2026-12-05", "ends": "2026-12-06"}


def test_case_31_a_duration_gives_the_end():
    assert when(AT_SIX, "DURATION:PT1H30M") == {**SIX, "ends": "19:30"}


def test_case_32_an_unknown_end_stays_unknown():
    assert [when(AT_SIX), when(AT_SIX, "DTEND;TZID=Europe/Rome:20261205T180000")] == [SIX, SIX]


def test_case_33_an_end_before_the_start_is_left_away_and_told():
    lines = (AT_SIX, "DTEND;TZID=Europe/Rome:20261205T170000")
    assert [when(*lines), codes(*lines)] == [SIX, ["end-before-start"]]


def test_case_34_an_end_at_midnight_belongs_to_the_same_evening():
    assert when(AT_SIX, "DTEND;TZID=Europe/Rome:20261206T000000") == {**SIX, "ends": "24:00"}


def test_case_35_what_recurs_keeps_its_hour_when_clocks_change():
    weekly = when("DTSTART;TZID=Europe/Berlin:20261023T200000", "RRULE:FREQ=WEEKLY")
    assert weekly == {"starts": "2026-10-23 20:00", "every": "friday"}


def test_case_35_elsewhere_clocks_change_on_other_days_so_dates_are_listed():
    lines = ("DTSTART;TZID=America/New_York:20270301T120000", "RRULE:FREQ=WEEKLY;COUNT=4")
    also = ["2027-03-08", "2027-03-15 17:00", "2027-03-22 17:00"]
    assert when(*lines) == {"starts": "2027-03-01 18:00", "also": also}


@pytest.mark.parametrize(
    "told", ["20261205T1800", "2026-12-05T18:00:00", "2026-12-05T18:00:00+01:00", "20261205T170000z"]
)
def test_case_36_times_in_other_forms_are_read(told):
    assert when(f"DTSTART:{told}") == SIX


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("DTSTART:", "entry-without-start"),
        ("DTSTART:domani", "entry-start-unreadable"),
        ("DTSTART:20261305T180000", "entry-start-unreadable"),
        ("DTSTART:02026-12-05", "entry-start-unreadable"),
        ("X-NIENTE:1", "entry-without-start"),
    ],
)
def test_case_36_an_event_without_a_usable_start_is_refused_alone(line, reason):
    content = calendar(event(line), event(AT_SIX, uid="UID:2@example.org"))
    made = read(content, ground())
    assert [reasons(made), len(made.found), made.entries] == [[reason], 1, 2]


def test_a_night_that_ends_after_midnight_ends_by_the_clock():
    assert when(AT_SIX, "DTEND;TZID=Europe/Rome:20261206T030000") == {**SIX, "ends": "03:00"}


def test_what_lasts_for_days_ends_on_its_day():
    ends = when(AT_SIX, "DTEND;TZID=Europe/Rome:20261207T120000")
    assert ends == {**SIX, "ends": "2026-12-07 12:00"}


def test_an_end_in_another_zone_is_the_same_instant():
    assert when(AT_SIX, "DTEND:20261205T190000Z") == {**SIX, "ends": "20:00"}


def test_what_was_over_before_the_window_is_left_out_without_fault():
    made = taken("DTSTART:20260105T170000Z")
    assert [reasons(made), made.refused[0].fault] == [["entry-past"], False]


def test_a_zone_that_nobody_knows_falls_back_on_the_calendars_own():
    said = found("DTSTART;TZID=Boh:20261205T120000", head=("X-WR-TIMEZONE:America/New_York",))
    assert said.starts == "2026-12-05 18:00"
