"""Dates skipped, added, moved and changed."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from circuito.agenda.occurrences import agenda_problems, occurrences

ROME = ZoneInfo("Europe/Rome")


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
