"""What is wrong with the times that an event's file tells."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import circuito.agenda
from circuito.agenda.checks import agenda_problems
from circuito.problems import Source
from circuito.sentences import SENTENCES
from circuito.sentences.agenda import AGENDA


def test_a_sound_event_has_no_problems(event, problems):
    sound = event(
        "2026-11-03 20:00",
        ends="22:00",
        every="tuesday, thursday",
        until="2027-06-30",
        except_=["2026-12-24", "2026-12-31"],
        also=["2026-12-20 16:00", "2026-12-21"],
        changes=[
            {"on": "2026-11-05", "to": "2026-11-06 18:00", "ends": "20:00"},
            {"on": "2026-12-20", "status": "full"},
        ],
        ages={"min": 6, "max": 11},
        registration={"opens": "2026-10-01", "closes": "2026-11-03 12:00"},
    )
    assert problems(sound) == []


def test_a_problem_names_its_file_and_leaves_the_line_to_the_reader(event):
    found = agenda_problems(event(every="tuesday", except_=["2026-11-10", "2026-11-11"]), "events/base/cena.md")
    assert [(each.source, each.field) for each in found] == [(Source("events/base/cena.md"), ("except", 1))]


# Starts and ends


@pytest.mark.parametrize(
    ("starts", "ends", "found"),
    [
        ("2026-11-03 20:00", "22:00", []),
        ("2026-11-03 20:00", "04:00", []),
        ("2026-11-03 20:00", "14:00", []),
        ("2026-11-03 20:00", "14:01", [("end-next-day", "ends")]),
        ("2026-11-03 20:00", "20:00", [("end-next-day", "ends")]),
        ("2026-11-03 20:00", "18:00", [("end-next-day", "ends")]),
        ("2026-11-03 20:00", "2026-11-04 18:00", []),
        ("2026-11-03 20:00", "2026-11-03 20:00", [("end-not-after-start", "ends")]),
        ("2026-11-03 20:00", "2026-11-02 22:00", [("end-not-after-start", "ends")]),
        ("2026-11-03 20:00", "2026-11-04", [("end-without-clock", "ends")]),
        ("2026-11-03", "2026-11-03", []),
        ("2026-11-03", "2026-11-04", []),
        ("2026-11-03", "2026-11-02", [("end-not-after-start", "ends")]),
        ("2026-11-03", "20:00", [("end-of-whole-day", "ends")]),
        ("2026-11-03", "2026-11-04 20:00", [("end-of-whole-day", "ends")]),
    ],
)
def test_an_end_fits_its_start(event, problems, starts, ends, found):
    assert problems(event(starts, ends=ends)) == found


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"ends": "23:00"}, []),
        ({"ends": "19:00"}, [("end-next-day", "changes", 0, "ends")]),
        ({"to": "2026-11-04 18:00", "ends": "19:00"}, []),
        ({"to": "2026-11-04", "ends": "2026-11-03 22:00"}, [("end-not-after-start", "changes", 0, "ends")]),
    ],
)
def test_a_new_end_fits_the_start_of_its_date(event, problems, change, found):
    assert problems(event(every="tuesday", changes=[{"on": "2026-11-03", **change}])) == found


def test_dates_of_an_event_that_lasts_all_day_have_no_time(event, problems):
    fields = event(
        "2026-11-03",
        every="tuesday",
        also=["2026-11-05 10:00"],
        changes=[{"on": "2026-11-10", "to": "2026-11-11 10:00"}],
    )
    assert problems(fields) == [("clock-of-whole-day", "also", 0), ("clock-of-whole-day", "changes", 0, "to")]


# Ages, booking


@pytest.mark.parametrize(
    ("ages", "found"),
    [
        ({"min": 6, "max": 6}, []),
        ({"min": 6}, []),
        ({"max": 0}, []),
        ({"min": 11, "max": 6}, [("ages-order", "ages", "max")]),
    ],
)
def test_ages_go_from_low_to_high(event, problems, ages, found):
    assert problems(event(ages=ages)) == found


@pytest.mark.parametrize(
    ("opens", "closes", "found"),
    [
        ("2026-10-01", "2026-10-01", []),
        ("2026-10-01 12:00", "2026-10-01", []),
        ("2026-10-01", "2026-10-01 12:00", []),
        ("2026-10-01 12:00", "2026-10-01 12:00", [("registration-order", "registration", "closes")]),
        ("2026-10-02", "2026-10-01", [("registration-order", "registration", "closes")]),
    ],
)
def test_booking_closes_after_it_opens(event, problems, opens, closes, found):
    assert problems(event(registration={"opens": opens, "closes": closes})) == found


# Fields that belong together


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ({"until": "2027-06-30"}, [("needs-recurrence", "until")]),
        ({"times": 3}, [("needs-recurrence", "times")]),
        ({"except_": ["2026-11-10"]}, [("needs-recurrence", "except")]),
        ({"changes": [{"on": "2026-11-03", "status": "full"}]}, [("needs-recurrence", "changes")]),
        ({"also": ["2026-11-10"]}, []),
        ({"also": ["2026-11-10"], "changes": [{"on": "2026-11-03", "status": "full"}]}, []),
        ({"also": ["2026-11-10"], "except_": ["2026-11-10"]}, [("needs-recurrence", "except")]),
    ],
)
def test_exceptions_and_ends_need_a_recurrence(event, problems, written, found):
    assert problems(event(**written)) == found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ({"every": "tuesday", "rrule": "FREQ=WEEKLY"}, [("every-and-rrule", "rrule")]),
        ({"every": "tuesday", "until": "2027-06-30", "times": 3}, [("until-and-times", "times")]),
        ({"rrule": "FREQ=WEEKLY;COUNT=3", "until": "2027-06-30"}, [("rrule-ends-twice", "rrule")]),
        ({"rrule": "FREQ=WEEKLY;UNTIL=20270630", "times": 3}, [("rrule-ends-twice", "rrule")]),
        ({"rrule": "FREQ=WEEKLY", "times": 3}, []),
    ],
)
def test_what_contradicts_is_refused(event, problems, written, found):
    assert problems(event(**written)) == found


def test_lists_have_a_measure(event, problems):
    days = [f"{year}-{month:02}-{day:02}" for year in (2027, 2028) for month in range(1, 13) for day in range(1, 10)]
    assert problems(event(also=days[:200])) == []
    assert problems(event(also=days[:201])) == [("dates-many", "also")]


# Rules


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ({"every": "teusday"}, [("every-unknown", "every")]),
        ({"every": "tuesday, frieday"}, [("every-unknown", "every", 1)]),
        ({"rrule": "FREQ=HOURLY"}, [("rrule-frequency", "rrule")]),
        ({"every": "wednesday"}, [("first-date-off-rule", "starts")]),
        ({"rrule": "FREQ=MONTHLY;BYDAY=-1FR"}, [("first-date-off-rule", "starts")]),
        ({"rrule": "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6"}, [("rule-without-dates", "rrule")]),
        ({"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, [("day-not-each-year", "rrule")]),
        ({"every": "tuesday", "until": "2026-11-02"}, [("until-before-start", "until")]),
        ({"rrule": "FREQ=WEEKLY;UNTIL=20261101T200000Z"}, [("until-before-start", "rrule")]),
        ({"every": "tuesday", "until": "2026-11-03"}, []),
        ({"every": "year", "times": 31}, []),
        ({"every": "year", "times": 32}, [("times-too-many", "times")]),
        ({"rrule": "FREQ=MONTHLY;INTERVAL=1000;COUNT=5"}, [("times-too-many", "rrule")]),
        ({"every": "tuesday", "times": 2, "except_": ["2026-11-03", "2026-11-10"]}, [("no-date-left", "except")]),
        ({"every": "tuesday", "times": 2, "except_": ["2026-11-03", "2026-11-10"], "also": ["2026-11-04"]}, []),
        ({"every": "week", "ends": "2026-11-20 20:00"}, []),
        ({"every": "year", "ends": "2027-11-05 20:00"}, [("recurring-too-long", "ends")]),
    ],
)
def test_a_rule_is_sound_and_starts_on_its_first_date(event, problems, written, found):
    assert problems(event(**written)) == found


def test_a_first_date_off_its_rule_is_told_the_next_one(event):
    found = agenda_problems(event("2026-11-03 20:00", every="last friday"), "events/base/cena.md")
    assert [each.told("en") for each in found] == [
        "events/base/cena.md:1:1: the first date, 2026-11-03, is none of the recurrence's "
        "(start on 2026-11-27, or change the recurrence)"
    ]


def test_29_february_does_not_recur_each_year(event, problems):
    assert problems(event("2028-02-29 20:00", every="year")) == [("day-not-each-year", "every")]


def test_a_recurrence_does_not_start_in_another_age(event, problems):
    assert problems(event("1969-12-30 20:00", every="tuesday")) == [("recurrence-early", "starts")]


# Sentences


def test_every_code_of_the_agenda_has_its_sentence_and_every_sentence_its_code():
    modules = Path(circuito.agenda.__file__).parent.glob("*.py")
    texts = [text for module in modules for text in re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"', module.read_text())]
    assert set(texts) == set(AGENDA)


@pytest.mark.parametrize("code", AGENDA)
def test_both_languages_of_a_sentence_tell_the_same_values(code):
    names = [set(re.findall(r"\{(\w+)\}", " ".join(SENTENCES[code][lang]))) for lang in ("it", "en")]
    assert names[0] == names[1]
