"""When events of others are: zones, whole days, ends (cases 17 to 36)."""

from __future__ import annotations

import time

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


def described(*parts: tuple[str, ...], name: str = "Ora nostra") -> tuple[str, ...]:
    """A zone that a file describes by some parts, each with what it has beside its offset."""
    whole = ["BEGIN:STANDARD", "TZOFFSETFROM:+0300"], ["END:STANDARD"]
    lines = (line for part in parts for line in (*whole[0], *part, *whole[1]))
    return "BEGIN:VTIMEZONE", f"TZID:{name}", *lines, "END:VTIMEZONE"


EAST, WINTER = "TZOFFSETTO:+0300", ("TZOFFSETTO:+0200", "DTSTART:19701025T030000")
SUMMER = (EAST, "DTSTART:19700329T020000")
LAST_SUNDAY = "RRULE:FREQ=YEARLY;BYMONTH={};BYDAY=-1SU"
FAR = ",".join(f"{year}{day}T000000" for year in range(1950, 2090) for day in range(1010, 1019))


@pytest.mark.parametrize(
    "parts",
    [
        [(*WINTER, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")],
        [(*WINTER, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29")],
        [(*WINTER, "RRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU")],
        [(*WINTER, "RRULE:FREQ=YEARLY;INTERVAL=999;BYMONTH=10;BYDAY=-1SU")],
        [(*WINTER, "RRULE:FREQ=SECONDLY")],
        [(*WINTER, "RRULE:FREQ=YEARLY;COUNT=1000000000")],
        [(*WINTER, f"RDATE:{FAR}")],
        [("TZOFFSETTO:+9900", "DTSTART:19701025T030000")],
        [("TZOFFSETTO:+0260", "DTSTART:19701025T030000")],
        [(EAST, "DTSTART:boh")],
        [(*WINTER, LAST_SUNDAY.format(10)), (*SUMMER, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")],
        [(f"TZOFFSETTO:+{number % 14:02}00", "DTSTART:19701025T030000") for number in range(101)],
        [],
    ],
)
def test_case_22_a_zone_that_cannot_be_is_read_as_the_default_and_told(parts):
    lines, head = ("DTSTART;TZID=Ora nostra:20261205T180000", "RRULE:FREQ=WEEKLY"), described(*parts)
    assert [when(*lines, head=head), codes(*lines, head=head)] == [{**SIX, "every": "saturday"}, ["zone-unknown"]]


def test_case_22_a_thousand_impossible_zones_cost_little():
    change = (*WINTER, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
    head = tuple(line for number in range(1000) for line in described(change, name=f"x{number}"))
    events = [event(f"DTSTART;TZID=x{number}:20261205T180000", uid=f"UID:{number}") for number in range(1000)]
    began = time.process_time()
    assert len(read(calendar(*events, head=head), ground()).found) == 1000
    assert time.process_time() - began < 8


@pytest.mark.parametrize(
    ("winters", "summers", "shown"),
    [
        (";UNTIL=20201025T000000Z", ";UNTIL=20210328T000000Z", "2026-12-05 16:00"),
        (";UNTIL=20211031T000000Z", ";UNTIL=20210328T000000Z", "2026-12-05 17:00"),
        (";COUNT=30", ";COUNT=31", "2026-12-05 16:00"),
        ("", "", "2026-12-05 17:00"),
    ],
)
def test_case_22_what_a_zones_last_rule_said_holds_for_all_that_follows(winters, summers, shown):
    parts = ((*WINTER, LAST_SUNDAY.format(10) + winters), (*SUMMER, LAST_SUNDAY.format(3) + summers))
    assert when("DTSTART;TZID=Ora nostra:20261205T180000", head=described(*parts)) == {"starts": shown}


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
