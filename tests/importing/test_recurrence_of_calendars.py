"""How events of others recur: rules, exceptions, single dates that differ (cases 37 to 47)."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest

from circuito.importing.calendars import read
from importing.sources import AT_SIX, calendar, codes, event, ground, reasons, taken, when

TUESDAY = ("DTSTART;TZID=Europe/Rome:20261201T180000", "DTEND;TZID=Europe/Rome:20261201T200000")
WEEKLY = {"starts": "2026-12-01 18:00", "ends": "20:00", "every": "tuesday"}
RULE = "RRULE:FREQ=WEEKLY;BYDAY=TU"
LAST_WORKDAY = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"


def instead(day: str, *lines: str) -> list[str]:
    """What takes the place of one date."""
    return event(f"RECURRENCE-ID;TZID=Europe/Rome:202612{day}T180000", *lines)


def series(*others: list[str], rule: str = RULE) -> list[dict]:
    """The data of all events that a weekly series with other entries gives."""
    made = read(calendar(event(*TUESDAY, rule), *others), ground())
    assert made.entries == made.accounted
    return [dict(each.data) for each in made.found]


def times_of(data: dict) -> dict:
    return {name: value for name, value in data.items() if name not in ("title", "summary")}


def test_case_37_a_rule_with_a_count_is_kept():
    assert when(*TUESDAY, "RRULE:FREQ=WEEKLY;COUNT=5") == {**WEEKLY, "times": 5}


@pytest.mark.parametrize("until", ["20261222", "20261222T170000Z", "20261222T235959", "20261222T180000"])
def test_case_38_until_is_a_day_however_it_is_written(until):
    assert when(*TUESDAY, f"RRULE:FREQ=WEEKLY;UNTIL={until}") == {**WEEKLY, "until": "2026-12-22"}


def test_case_38_until_an_instant_before_the_hour_leaves_that_day_out():
    assert when(*TUESDAY, "RRULE:FREQ=WEEKLY;UNTIL=20261222T165959Z")["until"] == "2026-12-21"


@pytest.mark.parametrize(
    "exdates",
    [
        ("EXDATE;TZID=Europe/Rome:20261208T180000,20261215T180000",),
        ("EXDATE:20261208T170000Z", "EXDATE:20261215T170000Z"),
        ("EXDATE;VALUE=DATE:20261208,20261215",),
        ("EXDATE;TZID=W. Europe Standard Time:20261208T180000,20261215T180000",),
    ],
)
def test_case_39_dates_left_out_are_days_however_they_are_written(exdates):
    assert when(*TUESDAY, RULE, *exdates) == {**WEEKLY, "except": ["2026-12-08", "2026-12-15"]}


def test_case_39_a_date_left_out_that_is_none_changes_nothing():
    assert when(*TUESDAY, RULE, "EXDATE;TZID=Europe/Rome:20261209T180000") == WEEKLY


def test_case_40_added_dates_come_beside_the_rule():
    added = when(*TUESDAY, RULE, "RDATE;TZID=Europe/Rome:20261203T180000,20261205T100000")
    assert added == {**WEEKLY, "also": ["2026-12-03", "2026-12-05 10:00"]}


def test_case_40_added_dates_alone_are_a_list():
    listed = when(*TUESDAY, "RDATE;VALUE=PERIOD:20261203T170000Z/PT2H")
    assert listed == {"starts": "2026-12-01 18:00", "ends": "20:00", "also": ["2026-12-03"]}


def test_case_41_a_date_that_moved_is_a_change():
    moved = instead("08", "DTSTART;TZID=Europe/Rome:20261209T190000", "DTEND;TZID=Europe/Rome:20261209T220000")
    [made] = series(moved)
    change = {"on": "2026-12-08", "to": "2026-12-09 19:00", "ends": "22:00"}
    assert times_of(made) == {**WEEKLY, "changes": [change]}


def test_case_41_title_and_room_of_one_date_are_a_change():
    lines = ("DTSTART;TZID=Europe/Rome:20261208T180000", "DURATION:PT2H", "LOCATION:Cortile")
    other = instead("08", *lines)
    other[2] = "SUMMARY:Merenda speciale"
    [made] = series(other)
    change = {"on": "2026-12-08", "title": "Merenda speciale", "room": "cortile"}
    assert times_of(made) == {**WEEKLY, "changes": [change]}


ABOUT = "DESCRIPTION:Si mangia insieme.\\n\\nPorta un piatto."
HERE = ("DTSTART;TZID=Europe/Rome:20261208T180000", "DURATION:PT2H")


def changed(master, *lines):
    """What is different on the second date of the weekly series, when either has more lines."""
    [made] = read(calendar(event(*TUESDAY, RULE, *master), instead("08", *HERE, *lines)), ground()).found
    return made.data.get("changes", []), [note.code for note in made.notes]


def test_case_41_what_only_one_date_says_is_its_text():
    own = "DESCRIPTION:Si mangia insieme.\\n\\n<b>Cucina Ada Riva.</b>\\nSi comincia prima."
    told = {"on": "2026-12-08", "text": "Cucina Ada Riva. Si comincia prima."}
    assert changed([ABOUT], own) == ([told], [])


def test_case_41_the_same_description_on_one_date_is_no_change():
    assert changed([ABOUT], ABOUT) == ([], [])


def test_case_41_a_long_text_of_one_date_is_cut_and_that_is_said():
    changes, notes = changed([ABOUT], f"DESCRIPTION:{'parola ' * 100}")
    assert (len(changes[0]["text"]), changes[0]["text"][-8:], notes) == (497, " parola…", ["date-text-cut"])


@pytest.mark.parametrize(
    ("line", "online"),
    [
        ("CONFERENCE;VALUE=URI:https://example.org/ospiti", {"url": "https://example.org/ospiti"}),
        ("X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij", {"on_registration": True}),
    ],
)
def test_case_41_the_address_of_one_date_on_the_net_is_its_own(line, online):
    usual = "CONFERENCE;VALUE=URI:https://example.org/diretta"
    changes, _ = changed([usual], line)
    assert (changes, changed([usual], usual)) == ([{"on": "2026-12-08", "online": online}], ([], []))


def test_case_41_a_date_that_moved_onto_another_becomes_an_event_of_its_own():
    moved = instead("08", "DTSTART;TZID=Europe/Rome:20261215T210000", "DURATION:PT2H")
    whole, alone = series(moved)
    assert times_of(whole) == {**WEEKLY, "except": ["2026-12-08"]}
    assert times_of(alone) == {"starts": "2026-12-15 21:00", "ends": "23:00"}


def test_case_42_a_date_that_is_cancelled_is_told():
    cancelled = instead("08", "DTSTART;TZID=Europe/Rome:20261208T180000", "DURATION:PT2H", "STATUS:CANCELLED")
    [made] = series(cancelled)
    assert times_of(made) == {**WEEKLY, "changes": [{"on": "2026-12-08", "status": "cancelled"}]}


def test_case_43_what_takes_the_place_of_nothing_is_an_event_of_its_own():
    made = read(calendar(instead("08", "DTSTART;TZID=Europe/Rome:20261209T190000")), ground())
    [alone] = made.found
    assert [alone.recurrence, alone.starts] == ["2026-12-08 18:00", "2026-12-09 19:00"]


def test_case_43_what_takes_the_place_of_no_date_of_the_series_is_not_lost():
    stray = event("RECURRENCE-ID;TZID=Europe/Rome:20261209T180000", "DTSTART;TZID=Europe/Rome:20261210T180000")
    whole, alone = series(stray)
    assert [times_of(whole), times_of(alone)] == [WEEKLY, {"starts": "2026-12-10 18:00"}]


def test_case_44_this_and_all_following_make_a_series_of_their_own():
    following = event(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Rome:20261215T180000",
        "DTSTART;TZID=Europe/Rome:20261215T203000",
        "DURATION:PT1H",
    )
    first, rest = series(following)
    assert times_of(first) == {**WEEKLY, "until": "2026-12-14"}
    assert times_of(rest) == {"starts": "2026-12-15 20:30", "ends": "21:30", "every": "tuesday"}


@pytest.mark.parametrize(
    ("starts", "rule", "said"),
    [
        ("20261207", "FREQ=MONTHLY;BYDAY=1MO", {"every": "first monday"}),
        ("20261225", "FREQ=MONTHLY;BYDAY=-1FR", {"every": "last friday"}),
        ("20261207", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", {"every": "first monday"}),
        ("20261231", LAST_WORKDAY, {"rrule": LAST_WORKDAY}),
        ("20261201", "FREQ=WEEKLY;BYDAY=TU,TH", {"every": ["tuesday", "thursday"]}),
        ("20261201", "FREQ=DAILY;BYDAY=MO,TU,WE", {"every": ["monday", "tuesday", "wednesday"]}),
        ("20261201", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO", {"every": "2 weeks"}),
        ("20261215", "FREQ=MONTHLY", {"every": "day 15"}),
        ("20261231", "FREQ=MONTHLY;BYMONTHDAY=-1", {"every": "last day"}),
        ("20261201", "FREQ=DAILY;INTERVAL=1", {"every": "day"}),
        ("20261201", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1", {"every": "year"}),
        ("20261201", "freq=weekly ; byday=tu;BYHOUR=18;BYMINUTE=0;", {"every": "tuesday"}),
    ],
)  # fmt: skip
def test_case_45_rules_are_said_in_our_words(starts, rule, said):
    data = when(f"DTSTART;TZID=Europe/Rome:{starts}T180000", f"RRULE:{rule}")
    del data["starts"]
    assert data == said


def test_case_45_a_rule_that_our_files_cannot_say_is_told_date_by_date():
    listed = when("DTSTART;VALUE=DATE:20270517", "RRULE:FREQ=YEARLY;BYDAY=20MO;COUNT=3")
    assert listed == {"starts": "2027-05-17", "also": ["2028-05-15", "2029-05-14"]}


def test_case_46_an_endless_rule_stays_endless():
    assert when(*TUESDAY, RULE) == WEEKLY


def test_case_46_an_endless_rule_of_long_ago_costs_nothing():
    began = time.process_time()
    weekly = when("DTSTART;TZID=Europe/Rome:19030106T180000", RULE)
    assert [weekly["every"], weekly["starts"]] == ["tuesday", "2026-01-06 18:00"]
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("FREQ=SECONDLY", "rule-refused"),
        ("FREQ=MINUTELY;INTERVAL=20", "rule-refused"),
        ("FREQ=DAILY;BYHOUR=9,18", "rule-refused"),
        ("FREQ=WEEKLY;INTERVAL=0", "rule-refused"),
        ("FREQ=WEEKLY;INTERVAL=-1", "rule-refused"),
        ("FREQ=DAILY;COUNT=100000", "rule-refused"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "rule-broken"),
        ("FREQ=MONTHLY;UNTILL=20271231", "rule-refused"),
        ("FREQ=OGNITANTO", "rule-broken"),
        ("tutti i martedì", "rule-broken"),
        ("RSCALE=CHINESE;FREQ=YEARLY", "rule-refused"),
    ],
)
def test_case_47_a_rule_that_cannot_be_followed_leaves_its_first_date_and_a_warning(rule, code):
    began = time.process_time()
    lines = (*TUESDAY, f"RRULE:{rule}")
    first = {"starts": "2026-12-01 18:00", "ends": "20:00"}
    assert [when(*lines), codes(*lines)] == [first, [code]]
    assert time.process_time() - began < 2


def test_a_first_date_that_its_rule_does_not_give_is_kept():
    data = when(AT_SIX, "RRULE:FREQ=WEEKLY;BYDAY=TU")
    assert data == {"starts": "2026-12-08 18:00", "every": "tuesday", "also": ["2026-12-05"]}


def test_a_series_whose_dates_are_all_left_out_is_refused_without_fault():
    made = taken(*TUESDAY, "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE;VALUE=DATE:20261201,20261208")
    assert [reasons(made), made.refused[0].fault] == [["entry-no-date"], False]


def test_fifty_thousand_added_dates_are_cut_and_told():
    days = ",".join(
        f"{20000101 + (year * 10000) + month * 100 + day}"
        for year in range(28)
        for month in range(12)
        for day in range(28)
    )
    began = time.process_time()
    lines = ("DTSTART;VALUE=DATE:20000101", *(f"RDATE;VALUE=DATE:{days}" for _ in range(5)))
    assert [len(when(*lines)["also"]), codes(*lines)] == [200, ["series-cut"]]
    assert time.process_time() - began < 8


def test_case_44_of_a_series_that_cannot_be_followed_the_rest_is_no_series_either():
    own = ("RECURRENCE-ID;RANGE=THISANDFUTURE:20261212T170000Z", "DTSTART:20261212T200000Z")
    made = read(calendar(event(AT_SIX, "RRULE:FREQ=HOURLY"), event(*own)), ground())
    assert [[each.starts for each in made.found], made.accounted] == [["2026-12-05 18:00", "2026-12-12 21:00"], 2]


@pytest.mark.parametrize("rule", ["FREQ=MONTHLY;BYDAY=53MO;COUNT=1000", "FREQ=YEARLY;BYMONTH=2;BYDAY=-53SU"])
def test_a_weekday_that_no_month_has_leaves_the_first_date(rule):
    assert [codes(AT_SIX, f"RRULE:{rule}"), when(AT_SIX, f"RRULE:{rule}")] == [
        ["rule-refused"],
        {"starts": "2026-12-05 18:00"},
    ]


def minutes(many: int) -> str:
    """As many added times, a thousand on each day from 6 December on."""
    days = (date(2026, 12, 6) + timedelta(days=number // 1000) for number in range(many))
    times = (f"{day:%Y%m%d}T{number % 1000 // 60:02}{number % 60:02}00" for number, day in enumerate(days))
    return f"RDATE;TZID=Europe/Rome:{','.join(times)}"


@pytest.mark.parametrize("rule", [(), ("RRULE:FREQ=WEEKLY",)])
def test_fifty_thousand_added_times_are_no_fifty_thousand_events(rule):
    began = time.process_time()
    made = taken(AT_SIX, *rule, minutes(50_000))
    assert [len(made.found), made.accounted, [each.code for each in made.found[0].notes]] == [201, 1, ["series-cut"]]
    assert time.process_time() - began < 8


def test_of_too_many_added_times_those_that_come_are_taken():
    long_ago = ",".join(f"2026010{number % 9 + 1}T{number // 60:02}{number % 60:02}00" for number in range(1000))
    coming = ("RDATE;TZID=Europe/Rome:20261206T090000,20261206T100000",)
    made = taken(AT_SIX, f"RDATE;TZID=Europe/Rome:{long_ago}", *coming)
    assert [each.starts for each in made.found if each.recurrence] == ["2026-12-06 10:00"]


def test_more_dates_left_out_than_a_file_may_list_do_not_take_place_all_the_same():
    out = [date(2026, 12, 5) + timedelta(days=number) for number in range(400)]
    data = when(AT_SIX, "RRULE:FREQ=DAILY", f"EXDATE;VALUE=DATE:{','.join(f'{day:%Y%m%d}' for day in out)}")
    shown = [data["starts"][:10], *data["also"]]
    assert [shown[0], set(shown) & set(map(str, out))] == [str(out[-1] + timedelta(days=1)), set()]


def test_of_many_dates_left_out_those_of_the_past_are_forgotten_first():
    out = [date(2026, 1, 1) + timedelta(days=number) for number in range(350)]
    lines = ("DTSTART;TZID=Europe/Rome:20260101T180000", "RRULE:FREQ=DAILY")
    data = when(*lines, f"EXDATE;VALUE=DATE:{','.join(f'{day:%Y%m%d}' for day in out)}")
    assert [data["every"], data["except"][-1], len(data["except"])] == ["day", str(out[-1]), 200]


@pytest.mark.parametrize("until", ["99991231T235959Z", "99991231", "99991231T000000", "22001231"])
def test_an_end_that_nobody_will_see_is_none(until):
    assert when(AT_SIX, f"RRULE:FREQ=DAILY;UNTIL={until}") == {"starts": "2026-12-05 18:00", "every": "day"}


def test_an_end_before_all_times_is_read():
    assert codes(AT_SIX, "RRULE:FREQ=DAILY;UNTIL=00010101T000000Z") == ["rule-refused"]


def test_an_escaped_sign_in_a_rule_is_mended():
    assert when(*TUESDAY, "RRULE:FREQ=WEEKLY\\;UNTIL\\=20261222") == {**WEEKLY, "until": "2026-12-22"}


def test_several_rules_leave_the_first_and_a_warning():
    lines = (*TUESDAY, RULE, "RRULE:FREQ=DAILY")
    assert [when(*lines), codes(*lines)] == [WEEKLY, ["rule-more"]]
