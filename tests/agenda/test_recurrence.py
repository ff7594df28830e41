"""Rules: as calendars write them, and as days."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from circuito.agenda.recurrence import Rule, rule
from circuito.model.times import Moment

ROME = ZoneInfo("Europe/Rome")


@pytest.mark.parametrize(
    ("starts", "every", "text"),
    [
        ("2026-11-03 20:00", "tuesday", "FREQ=WEEKLY;BYDAY=TU"),
        ("2026-11-03 20:00", "tuesday, thursday", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("2026-11-03 20:00", "week", "FREQ=WEEKLY;BYDAY=TU"),
        ("2026-11-03 20:00", "2 weeks", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("2026-11-03 20:00", "day", "FREQ=DAILY"),
        ("2026-11-03 20:00", "3 days", "FREQ=DAILY;INTERVAL=3"),
        ("2026-11-03 20:00", "month", "FREQ=MONTHLY;BYMONTHDAY=3"),
        ("2026-11-03 20:00", "2 months", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=3"),
        ("2026-11-03 20:00", "first tuesday", "FREQ=MONTHLY;BYDAY=1TU"),
        ("2026-11-27 20:00", "last friday", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("2026-11-15 20:00", "day 15", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("2026-11-30 20:00", "last day", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("2026-11-03 20:00", "year", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=3"),
    ],
)
def test_what_a_person_wrote_is_told_to_calendars(event, starts, every, text):
    assert rule(event(starts, every=every)).rrule(ROME) == text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ({"starts": "2027-06-01 20:00", "until": "2027-06-30"}, "FREQ=WEEKLY;UNTIL=20270630T215959Z;BYDAY=TU"),
        ({"starts": "2027-01-05 20:00", "until": "2027-01-31"}, "FREQ=WEEKLY;UNTIL=20270131T225959Z;BYDAY=TU"),
        ({"starts": "2027-06-01", "until": "2027-06-30"}, "FREQ=WEEKLY;UNTIL=20270630;BYDAY=TU"),
        ({"starts": "2027-06-01 20:00", "times": 10}, "FREQ=WEEKLY;COUNT=10;BYDAY=TU"),
    ],
)
def test_the_end_is_told_in_utc_for_times_and_as_a_date_for_whole_days(event, written, text):
    assert rule(event(every="tuesday", **written)).rrule(ROME) == text


@pytest.mark.parametrize(
    ("starts", "rrule", "text"),
    [
        ("2026-11-03 20:00", "FREQ=WEEKLY;UNTIL=20261124T190000Z", "FREQ=WEEKLY;UNTIL=20261124T225959Z;BYDAY=TU"),
        ("2026-11-03 20:00", "FREQ=WEEKLY;UNTIL=20261124T185959Z", "FREQ=WEEKLY;UNTIL=20261123T225959Z;BYDAY=TU"),
        ("2026-11-03 00:30", "FREQ=WEEKLY;UNTIL=20261123T233000Z", "FREQ=WEEKLY;UNTIL=20261124T225959Z;BYDAY=TU"),
        ("2026-11-03", "FREQ=WEEKLY;UNTIL=20261123T230000Z", "FREQ=WEEKLY;UNTIL=20261124;BYDAY=TU"),
        ("2026-11-03 20:00", "FREQ=WEEKLY;UNTIL=20261124", "FREQ=WEEKLY;UNTIL=20261124T225959Z;BYDAY=TU"),
        ("2026-11-03 20:00", "FREQ=DAILY;COUNT=3;INTERVAL=2", "FREQ=DAILY;COUNT=3;INTERVAL=2"),
        ("2026-11-03 20:00", "FREQ=WEEKLY;WKST=SU", "FREQ=WEEKLY;BYDAY=TU;WKST=SU"),
        ("2026-11-03 20:00", "FREQ=YEARLY;BYMONTH=3,11", "FREQ=YEARLY;BYMONTH=3,11;BYMONTHDAY=3"),
    ],
)
def test_what_a_calendar_wrote_is_told_with_all_that_it_implies(event, starts, rrule, text):
    assert rule(event(starts, rrule=rrule)).rrule(ROME) == text


def test_an_event_without_recurrence_has_no_rule(event):
    assert rule(event()) is None


def test_an_unsound_rule_is_none(event):
    assert [rule(event(every="wednesday")), rule(event(rrule="FREQ=SECONDLY"))] == [None, None]


def test_days_stand_between_both_ends_of_the_window(event):
    found = rule(event(every="tuesday")).days(date(2026, 11, 10), date(2026, 11, 24))
    assert [day.day for day in found] == [10, 17, 24]


def test_days_end_with_the_last_possible_date(event):
    found = rule(event(every="tuesday", until="2026-11-17")).days(date(2026, 1, 1), date(2028, 1, 1))
    assert [day.day for day in found] == [3, 10, 17]


def test_times_count_from_the_first_date_not_from_the_window(event):
    found = rule(event(every="tuesday", times=4)).days(date(2026, 11, 15), date(2028, 1, 1))
    assert [day.day for day in found] == [17, 24]


def test_the_31st_of_each_month_leaves_out_shorter_months(event):
    found = rule(event("2027-01-31 20:00", every="month")).days(date(2027, 1, 1), date(2027, 12, 31))
    assert [day.month for day in found] == [1, 3, 5, 7, 8, 10, 12]


def test_the_day_on_which_weeks_start_decides_which_weeks_are_left_out(event):
    monday, sunday = (
        rule(event("2026-11-03 20:00", rrule=f"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST={start}"))
        for start in ("MO", "SU")
    )
    window = date(2026, 11, 1), date(2026, 11, 30)
    assert [day.day for day in monday.days(*window)] == [3, 8, 17, 22]
    assert [day.day for day in sunday.days(*window)] == [3, 15, 17, 29]


def test_among_named_days_its_own_are_found(event):
    named = {date(2026, 10, 27), date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 17), date(2030, 11, 5)}
    assert sorted(day.isoformat() for day in rule(event(every="tuesday")).among(named)) == [
        "2026-11-03",
        "2026-11-17",
        "2030-11-05",
    ]
    assert sorted(day.isoformat() for day in rule(event(every="tuesday", times=3)).among(named)) == [
        "2026-11-03",
        "2026-11-17",
    ]
    assert rule(event(every="tuesday", times=3)).among(set()) == set()


def test_an_instant_ends_a_rule_on_a_day_of_the_zone():
    starts, instant = Moment(date(2026, 11, 3)), datetime(2026, 11, 10, 12, tzinfo=UTC)
    daily = Rule(starts=starts, frequency="DAILY", until_instant=instant)
    ends = [daily.within(ZoneInfo(name)).until for name in ("Pacific/Kiritimati", "Europe/Rome", "Pacific/Pago_Pago")]
    assert [day.day for day in ends] == [11, 10, 10]


# Entering the window


WEEKDAYS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=3, unique=True)
NTH = st.builds("{}{}".format, st.sampled_from([1, 2, 3, 4, 5, -1, -2]), st.sampled_from(["MO", "WE", "SU"]))


@st.composite
def rules(draw):
    """A rule of any form, with a start on one of its days."""
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    by = {"BYDAY": ",".join(draw(WEEKDAYS))}
    if frequency in ("MONTHLY", "YEARLY"):
        days = draw(st.lists(st.integers(1, 28), min_size=1, max_size=3, unique=True))
        nth = ",".join(draw(st.lists(NTH, min_size=1, max_size=3, unique=True)))
        by = draw(st.sampled_from([{"BYMONTHDAY": ",".join(map(str, days))}, {"BYDAY": nth}]))
    if frequency == "YEARLY":
        by["BYMONTH"] = str(draw(st.integers(1, 12)))
    found = Rule(
        starts=Moment(draw(st.dates(date(1990, 1, 1), date(2028, 1, 1)))),
        frequency=frequency,
        interval=draw(st.sampled_from([1, 2, 3, 5, 12, 26, 365])),
        week_start=draw(st.sampled_from(["MO", "SU", "TH"])),
        by=tuple(by.items()),
    )
    return replace(found, starts=Moment(next(found.possible_starts())))


@given(rules(), st.dates(date(2026, 1, 1), date(2028, 1, 1)), st.integers(0, 800))
def test_entering_near_the_window_finds_what_walking_from_the_start_finds(found, since, length):
    until = since + timedelta(days=length)
    walked = found.days(found.starts.day, until)
    assert list(found.days(since, until)) == [day for day in walked if day >= since]


@given(rules(), st.integers(1, 60), st.dates(date(2026, 1, 1), date(2028, 1, 1)))
def test_counted_days_are_the_first_of_the_uncounted(found, times, since):
    counted = replace(found, times=times).days(since, date(2019, 1, 1) + timedelta(days=4000))
    first = islice(found.days(found.starts.day, date(2019, 1, 1) + timedelta(days=4000)), times)
    assert list(counted) == [day for day in first if day >= since]


# Hostile rules


HOSTILE = """
from datetime import date
from circuito.agenda.occurrences import agenda_problems, occurrences
from circuito.model.times import Moment
from circuito.model.event import EventFields
from zoneinfo import ZoneInfo

for day in (date(1900, 1, 1), date(2026, 11, 3), date(2028, 2, 29)):
    for rrule in {rrules!r}:
        fields = EventFields(title="a", summary="b", starts=Moment(day), rrule=rrule)
        assert agenda_problems(fields, "events/a/b.md"), rrule
        assert len(occurrences(fields, ZoneInfo("Europe/Rome"), day, date(2199, 12, 31))) == 1, rrule
"""
NEVER = [
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
    "FREQ=MONTHLY;INTERVAL=1000;BYDAY=MO;BYSETPOS=31",
    "FREQ=MONTHLY;BYMONTHDAY=-31;BYDAY=MO;BYMONTH=2",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;INTERVAL=1",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;INTERVAL=-1",
    "FREQ=DAILY;BYHOUR=25",
    "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;INTERVAL=1000",
    "FREQ=DAILY;COUNT=999999999999",
]


def test_hostile_rules_are_refused_before_they_are_expanded():
    code = HOSTILE.format(rrules=NEVER)
    environment = {"PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, timeout=20, check=False, stderr=subprocess.PIPE
    )
    assert (done.returncode, done.stderr) == (0, b"")
