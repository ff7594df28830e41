"""The dated instances of an event."""

from __future__ import annotations

from datetime import UTC, date
from zoneinfo import ZoneInfo

import pytest

from circuito.agenda.occurrences import occurrences

ROME = ZoneInfo("Europe/Rome")


# Ends


def test_an_end_that_is_not_known_is_not_invented(event, agenda):
    assert agenda(event("2026-11-28 18:00")) == ["2026-11-28 18:00 +0100"]


def test_an_end_as_time_alone_is_on_the_same_day(event, agenda):
    assert agenda(event("2026-11-28 18:00", ends="20:00")) == ["2026-11-28 18:00 +0100 to 28 20:00 +0100"]


def test_an_end_as_an_earlier_time_is_on_the_next_day(event, agenda):
    assert agenda(event("2026-11-28 22:00", ends="04:00")) == ["2026-11-28 22:00 +0100 to 29 04:00 +0100"]


def test_an_end_at_midnight_belongs_to_the_day_before(event):
    only = occurrences(event("2026-11-28 22:00", ends="00:00"), ROME, date(2026, 11, 1), date(2026, 12, 1))[0]
    assert (str(only.ends), only.last_day) == ("2026-11-29 00:00:00+01:00", date(2026, 11, 28))


def test_an_end_may_name_day_and_time(event, agenda):
    assert agenda(event("2026-11-28 18:00", ends="2026-11-30 12:00")) == ["2026-11-28 18:00 +0100 to 30 12:00 +0100"]


def test_a_whole_day_without_end_is_one_day(event):
    only = occurrences(event("2026-11-28"), ROME, date(2026, 11, 1), date(2026, 12, 1))[0]
    assert (only.all_day, str(only.starts), only.ends, only.last_day) == (
        True,
        "2026-11-28 00:00:00+01:00",
        None,
        date(2026, 11, 28),
    )


def test_the_last_of_several_whole_days_is_included(event):
    only = occurrences(event("2026-10-24", ends="2026-10-26"), ROME, date(2026, 10, 1), date(2026, 12, 1))[0]
    assert (str(only.starts), str(only.ends)) == ("2026-10-24 00:00:00+02:00", "2026-10-27 00:00:00+01:00")
    assert (only.first_day, only.last_day) == (date(2026, 10, 24), date(2026, 10, 26))


# The window


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        ("2026-11-01", "2026-11-09", 0),
        ("2026-11-01", "2026-11-10", 1),
        ("2026-11-15", "2026-11-15", 1),
        ("2026-11-20", "2026-11-30", 1),
        ("2026-11-21", "2026-11-30", 0),
    ],
)
def test_an_exhibition_stays_until_its_end(event, agenda, since, until, count):
    assert len(agenda(event("2026-11-10", ends="2026-11-20"), since, until)) == count


def test_a_night_that_began_the_day_before_still_counts(event, agenda):
    fields = event("2026-11-03 22:00", ends="04:00", every="tuesday")
    assert agenda(fields, "2026-11-11", "2026-11-11") == ["2026-11-10 22:00 +0100 to 11 04:00 +0100"]


def test_an_evening_until_midnight_is_over_the_next_day(event, agenda):
    assert agenda(event("2026-11-03 22:00", ends="00:00", every="tuesday"), "2026-11-11", "2026-11-11") == []


def test_occurrences_longer_than_the_distance_between_them_overlap(event, agenda):
    fields = event("2026-11-02", ends="2026-11-15", every="week")
    assert agenda(fields, "2026-11-20", "2026-11-20") == ["2026-11-09 to 2026-11-22", "2026-11-16 to 2026-11-29"]


def test_a_rule_that_began_years_ago_is_found_in_its_rhythm(event, agenda):
    fields = event("2011-11-08 20:00", every="2 weeks")
    assert agenda(fields) == ["2026-11-03 20:00 +0100", "2026-11-17 20:00 +0100"]


# Clock changes: 25 October 2026, 28 March 2027


def test_eight_in_the_evening_stays_eight_across_the_change_to_winter_time(event, agenda):
    fields = event("2026-10-20 20:00", ends="22:00", every="tuesday", times=2)
    assert agenda(fields, "2026-10-01") == [
        "2026-10-20 20:00 +0200 to 20 22:00 +0200",
        "2026-10-27 20:00 +0100 to 27 22:00 +0100",
    ]


def test_eight_in_the_evening_stays_eight_across_the_change_to_summer_time(event, agenda):
    fields = event("2027-03-23 20:00", ends="22:00", every="tuesday", times=2)
    assert agenda(fields, "2027-03-01", "2027-03-31") == [
        "2027-03-23 20:00 +0100 to 23 22:00 +0100",
        "2027-03-30 20:00 +0200 to 30 22:00 +0200",
    ]


def test_a_night_ends_by_the_clock_on_the_wall_although_an_hour_is_left_out(event, agenda):
    fields = event("2027-03-27 22:00", ends="04:00")
    assert agenda(fields, "2027-03-01", "2027-03-31") == ["2027-03-27 22:00 +0100 to 28 04:00 +0200"]


def test_a_night_ends_by_the_clock_on_the_wall_although_an_hour_comes_twice(event, agenda):
    fields = event("2026-10-24 22:00", ends="04:00")
    assert agenda(fields, "2026-10-01") == ["2026-10-24 22:00 +0200 to 25 04:00 +0100"]


def test_a_start_in_the_hour_that_is_left_out_counts_by_the_offset_before(event, agenda):
    fields = event("2027-03-27 02:30", ends="02:45", every="day", times=3)
    assert agenda(fields, "2027-03-01", "2027-03-31") == [
        "2027-03-27 02:30 +0100 to 27 02:45 +0100",
        "2027-03-28 03:30 +0200 to 28 03:45 +0200",
        "2027-03-29 02:30 +0200 to 29 02:45 +0200",
    ]


def test_an_end_that_such_a_start_has_overtaken_keeps_its_distance(event, agenda):
    fields = event("2027-03-28 02:30", ends="03:15")
    assert agenda(fields, "2027-03-01", "2027-03-31") == ["2027-03-28 03:30 +0200 to 28 04:15 +0200"]


def test_of_an_hour_that_comes_twice_the_first_counts(event):
    fields = event("2026-10-24 02:30", every="day", times=3)
    found = occurrences(fields, ROME, date(2026, 10, 1), date(2026, 10, 31))
    assert [f"{each.starts.astimezone(UTC):%d %H:%M}" for each in found] == ["24 00:30", "25 00:30", "26 01:30"]


def test_whole_days_stay_whole_where_the_clock_changes_at_midnight(event):
    beirut = ZoneInfo("Asia/Beirut")  # on 29 March 2026 the day began at 01:00
    found = occurrences(
        event("2026-03-28", ends="2026-03-28", every="day", times=3), beirut, date(2026, 3, 1), date(2026, 3, 31)
    )
    assert [(each.first_day.day, each.last_day.day) for each in found] == [(28, 28), (29, 29), (30, 30)]
