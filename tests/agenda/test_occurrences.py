"""The dated instances of an event."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circuito.agenda.occurrences import agenda_problems, occurrences

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


# Exceptions


def test_excepted_dates_are_skipped(event, agenda):
    fields = event(every="tuesday", except_=["2026-11-10", "2026-11-24"])
    assert agenda(fields) == ["2026-11-03 20:00 +0100", "2026-11-17 20:00 +0100"]


def test_the_first_date_may_be_skipped(event, agenda):
    assert agenda(event(every="tuesday", except_=["2026-11-03"], times=2)) == ["2026-11-10 20:00 +0100"]


def test_added_dates_stand_among_the_others_with_their_own_time_and_the_same_length(event, agenda):
    fields = event(ends="22:00", every="tuesday", times=2, also=["2026-11-08 16:00", "2026-11-01"])
    assert agenda(fields) == [
        "2026-11-01 20:00 +0100 to 01 22:00 +0100",
        "2026-11-03 20:00 +0100 to 03 22:00 +0100",
        "2026-11-08 16:00 +0100 to 08 18:00 +0100",
        "2026-11-10 20:00 +0100 to 10 22:00 +0100",
    ]


def test_a_list_of_dates_needs_no_rule(event, agenda):
    fields = event("2026-11-03", also=["2026-11-14", "2026-11-20"])
    assert agenda(fields) == ["2026-11-03 to 2026-11-03", "2026-11-14 to 2026-11-14", "2026-11-20 to 2026-11-20"]


def test_a_moved_date_keeps_its_length_and_the_name_of_the_day_foreseen(event):
    fields = event(ends="22:00", every="tuesday", times=2, changes=[{"on": "2026-11-03", "to": "2026-11-12 18:30"}])
    first, second = occurrences(fields, ROME, date(2026, 11, 1), date(2026, 11, 30))
    assert (first.foreseen.day, first.moved, second.foreseen.day, second.moved) == (10, False, 3, True)
    assert (str(second.starts), str(second.ends)) == ("2026-11-12 18:30:00+01:00", "2026-11-12 20:30:00+01:00")


def test_a_date_moved_to_a_day_alone_keeps_its_time(event, agenda):
    fields = event(every="tuesday", times=1, changes=[{"on": "2026-11-03", "to": "2026-11-04"}])
    assert agenda(fields) == ["2026-11-04 20:00 +0100"]


def test_a_new_end_counts_from_the_new_start(event, agenda):
    changes = [{"on": "2026-11-03", "ends": "23:00"}, {"on": "2026-11-10", "to": "2026-11-11 21:00", "ends": "01:00"}]
    assert agenda(event(ends="22:00", every="tuesday", times=2, changes=changes)) == [
        "2026-11-03 20:00 +0100 to 03 23:00 +0100",
        "2026-11-11 21:00 +0100 to 12 01:00 +0100",
    ]


def test_a_date_may_be_moved_into_the_window_or_out_of_it(event, agenda):
    inward = {"on": "2027-03-02", "to": "2026-11-05 20:00"}
    outward = {"on": "2026-11-10", "to": "2027-03-04 20:00"}
    fields = event(every="tuesday", changes=[inward, outward])
    assert agenda(fields, "2026-11-03", "2026-11-16") == ["2026-11-03 20:00 +0100", "2026-11-05 20:00 +0100"]


def test_status_note_title_and_room_of_one_date_stand_in_its_change(event):
    change = {"on": "2026-11-10", "status": "cancelled", "room": "cortile"}
    fields = event(every="tuesday", times=2, changes=[change])
    found = occurrences(fields, ROME, date(2026, 11, 1), date(2026, 11, 30))
    assert [each.change for each in found] == [None, fields.changes[0]]


def test_an_added_date_may_be_changed_too(event):
    fields = event(also=["2026-11-08 16:00"], changes=[{"on": "2026-11-08", "status": "cancelled"}])
    found = occurrences(fields, ROME, date(2026, 11, 1), date(2026, 11, 30))
    assert [each.change and each.change.status for each in found] == [None, "cancelled"]


def test_a_change_on_no_date_adds_none(event, agenda):
    fields = event(every="tuesday", times=1, changes=[{"on": "2026-11-04", "to": "2026-11-05 20:00"}])
    assert agenda(fields) == ["2026-11-03 20:00 +0100"]


def test_without_a_sound_rule_the_first_date_remains(event, agenda):
    assert agenda(event(every="teusday", also=["2026-11-05"])) == ["2026-11-03 20:00 +0100", "2026-11-05 20:00 +0100"]


# In general


@st.composite
def exceptions(draw):
    """Tuesdays skipped, Wednesdays added, other Tuesdays moved to Thursdays or changed."""
    weeks = draw(st.lists(st.integers(1, 30), max_size=12, unique=True))
    tuesdays = [date(2026, 11, 3) + timedelta(weeks=week) for week in weeks]
    cut, second = sorted((draw(st.integers(0, len(weeks))), draw(st.integers(0, len(weeks)))))
    moved = [{"on": str(day), "to": str(day + timedelta(days=2))} for day in tuesdays[cut:second]]
    changed = [{"on": str(day), "status": "full"} for day in tuesdays[second:]]
    return {
        "except_": [str(day) for day in tuesdays[:cut]],
        "also": [str(day + timedelta(days=1)) for day in tuesdays[: cut // 2]],
        "changes": moved + changed,
    }


@given(written=exceptions(), since=st.dates(date(2026, 11, 1), date(2027, 6, 1)), length=st.integers(0, 200))
def test_a_window_shows_what_the_whole_shows_of_it(event, written, since, length):
    fields, until = event(ends="22:00", every="tuesday", until="2027-06-30", **written), since + timedelta(days=length)
    whole = occurrences(fields, ROME, date(2026, 1, 1), date(2027, 12, 31))
    assert agenda_problems(fields, "events/base/prova.md") == []
    assert occurrences(fields, ROME, since, until) == tuple(each for each in whole if since <= each.first_day <= until)


@given(written=exceptions())
def test_no_two_occurrences_share_a_day_or_a_name(event, written):
    found = occurrences(event(every="tuesday", **written), ROME, date(2026, 1, 1), date(2027, 12, 31))
    assert len({each.first_day for each in found}) == len({each.foreseen for each in found}) == len(found)
