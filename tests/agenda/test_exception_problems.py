"""Exceptions that hit no date, and days that would have two."""

from __future__ import annotations

import pytest

from circuito.agenda.checks import agenda_problems


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ({"except_": ["2026-11-11"]}, [("date-not-in-rule", "except", 0)]),
        ({"except_": ["2026-10-27"]}, [("date-not-in-rule", "except", 0)]),
        ({"except_": ["2027-07-06"]}, [("date-not-in-rule", "except", 0)]),
        ({"except_": ["2026-11-10", "2026-11-10"]}, [("date-repeated", "except", 1)]),
        ({"changes": [{"on": "2026-11-11", "status": "full"}]}, [("date-not-in-rule", "changes", 0, "on")]),
        ({"changes": [{"on": "2026-11-10", "status": "full"}] * 2}, [("date-repeated", "changes", 1, "on")]),
        (
            {"changes": [{"on": "2026-11-10", "status": "full"}], "except_": ["2026-11-10"]},
            [("change-on-skipped", "changes", 0, "on")],
        ),
        ({"changes": [{"on": "2026-11-11", "status": "full"}], "also": ["2026-11-11"]}, []),
        ({"also": ["2026-11-10"]}, [("also-already-there", "also", 0)]),
        ({"also": ["2026-11-10 10:00"]}, [("also-already-there", "also", 0)]),
        ({"also": ["2026-11-10 10:00"], "except_": ["2026-11-10"]}, [("also-already-there", "also", 0)]),
        ({"also": ["2026-11-11", "2026-11-11 10:00"]}, [("also-already-there", "also", 1)]),
        ({"changes": [{"on": "2026-11-10", "to": "2026-11-10 18:00"}]}, []),
        ({"changes": [{"on": "2026-11-10", "to": "2026-11-17 18:00"}]}, [("day-twice", "changes", 0, "to")]),
        (
            {"changes": [{"on": "2026-11-10", "to": "2026-11-11"}], "also": ["2026-11-11"]},
            [("day-twice", "changes", 0, "to")],
        ),
        ({"changes": [{"on": "2026-11-10", "to": "2026-11-17"}], "except_": ["2026-11-17"]}, []),
        (
            {"changes": [{"on": "2026-11-10", "to": "2026-11-12"}, {"on": "2026-11-17", "to": "2026-11-12"}]},
            [("day-twice", "changes", 1, "to")],
        ),
        ({"changes": [{"on": "2026-11-10", "to": "2026-11-17"}, {"on": "2026-11-17", "to": "2026-11-19"}]}, []),
    ],
)
def test_exceptions_hit_dates_and_no_day_has_two(event, problems, written, found):
    assert problems(event(every="tuesday", until="2027-06-30", **written)) == found


def test_a_date_that_is_none_is_told_the_nearest(event):
    found = agenda_problems(event(every="tuesday", except_=["2026-11-11", "2026-10-01"]), "a.md")
    assert [each.values["near"] for each in found] == ["2026-11-10", "2026-11-03"]


def test_a_list_of_dates_has_its_first_date_once(event, problems):
    assert problems(event(also=["2026-11-03 10:00"])) == [("also-already-there", "also", 0)]


def test_a_change_of_a_list_of_dates_hits_one_of_them(event, problems):
    fields = event(also=["2026-11-10"], changes=[{"on": "2026-11-11", "status": "full"}])
    assert problems(fields) == [("date-not-in-rule", "changes", 0, "on")]


def test_an_unsound_rule_is_told_without_its_consequences(event, problems):
    assert problems(event(every="teusday", except_=["2026-11-10"], ends="2026-11-02 10:00")) == [
        ("end-not-after-start", "ends"),
        ("every-unknown", "every"),
    ]
