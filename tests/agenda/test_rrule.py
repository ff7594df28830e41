"""The guard before rules in RFC 5545's own words."""

from __future__ import annotations

import pytest

from circuito.agenda.rrule import parts_of_rrule
from circuito.problems import Problem


def told(text: str) -> str:
    """The parts in one line; of a problem its code and the part at fault."""
    parts = parts_of_rrule(text)
    if isinstance(parts, Problem):
        return f"{parts.code} {parts.values.get('part', '')}".strip()
    return ";".join(f"{name}={value}" for name, value in parts.items())


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=1000;COUNT=1000",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU",
        "FREQ=WEEKLY;BYDAY=TU;BYMONTH=10,11,12",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYDAY=+2MO,4MO;UNTIL=20270630",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYMONTHDAY=1,15,-1;UNTIL=20270630T180000Z",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=YEARLY;BYMONTH=9;BYDAY=3SA",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=8",
    ],
)
def test_rules_that_calendars_read_alike_pass(text):
    assert told(text) == text


@pytest.mark.parametrize("text", ["RRULE:FREQ=DAILY", "freq=daily", "FREQ=DAILY;", " FREQ = DAILY "])
def test_small_liberties_of_writing_pass(text):
    assert told(text) == "FREQ=DAILY"


@pytest.mark.parametrize("frequency", ["SECONDLY", "MINUTELY", "HOURLY", "FORTNIGHTLY"])
def test_other_frequencies_are_refused(frequency):
    assert told(f"FREQ={frequency}") == "rrule-frequency FREQ"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("FREQ=DAILY;INTERVAL=0", "rrule-value INTERVAL"),
        ("FREQ=DAILY;INTERVAL=-1", "rrule-value INTERVAL"),
        ("FREQ=DAILY;INTERVAL=1001", "rrule-value INTERVAL"),
        ("FREQ=DAILY;INTERVAL=\N{ARABIC-INDIC DIGIT TWO}", "rrule-value INTERVAL"),
        (f"FREQ=DAILY;INTERVAL={'9' * 280}", "rrule-value INTERVAL"),
        ("FREQ=DAILY;COUNT=0", "rrule-value COUNT"),
        ("FREQ=DAILY;COUNT=1001", "rrule-value COUNT"),
        ("FREQ=DAILY;UNTIL=20270231", "rrule-value UNTIL"),
        ("FREQ=DAILY;UNTIL=20270228T250000Z", "rrule-value UNTIL"),
        ("FREQ=DAILY;UNTIL=20270228T200000", "rrule-value UNTIL"),
        ("FREQ=DAILY;UNTIL=tomorrow", "rrule-value UNTIL"),
        ("FREQ=WEEKLY;BYDAY=MA", "rrule-value BYDAY"),
        ("FREQ=WEEKLY;BYDAY=TU,", "rrule-value BYDAY"),
        ("FREQ=MONTHLY;BYDAY=0TU", "rrule-value BYDAY"),
        ("FREQ=MONTHLY;BYDAY=6TU", "rrule-value BYDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "rrule-value BYMONTHDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "rrule-value BYMONTHDAY"),
        ("FREQ=YEARLY;BYMONTH=13", "rrule-value BYMONTH"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", "rrule-value BYSETPOS"),
        ("FREQ=DAILY;WKST=1MO", "rrule-value WKST"),
    ],
)
def test_values_out_of_bounds_are_refused(text, problem):
    assert told(text) == problem


@pytest.mark.parametrize(
    "part",
    [
        "BYSECOND=0",
        "BYMINUTE=0,30",
        "BYHOUR=9",
        "BYYEARDAY=1",
        "BYWEEKNO=20",
        "BYEASTER=0",
        "X-NAME=1",
        "RSCALE=CHINESE",
    ],
)
def test_parts_that_are_not_listed_are_refused(part):
    assert told(f"FREQ=DAILY;{part}") == f"rrule-part-unknown {part.partition('=')[0]}"


@pytest.mark.parametrize(
    "text",
    ["", ";", "WEEKLY", "FREQ", "FREQ=", "=DAILY", "INTERVAL=2", "FREQ=DAILY;;COUNT=2", "FREQ=DAILY" + ";COUNT=2" * 50],
)
def test_what_has_no_shape_of_a_rule_is_refused(text):
    assert told(text) == "rrule-shape"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("FREQ=DAILY;FREQ=WEEKLY", "rrule-part-twice FREQ"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20270630", "rrule-two-ends"),
        ("FREQ=WEEKLY;BYDAY=1TU", "rrule-part-place BYDAY"),
        ("FREQ=DAILY;BYDAY=-1TU", "rrule-part-place BYDAY"),
        ("FREQ=YEARLY;BYDAY=TU", "rrule-part-place BYDAY"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "rrule-part-place BYMONTHDAY"),
        ("FREQ=DAILY;BYMONTHDAY=1", "rrule-part-place BYMONTHDAY"),
        ("FREQ=MONTHLY;BYDAY=1TU;BYMONTHDAY=1", "rrule-part-place BYMONTHDAY"),
        ("FREQ=YEARLY;BYMONTHDAY=1", "rrule-part-place BYMONTHDAY"),
        ("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-1", "rrule-part-place BYMONTHDAY"),
        ("FREQ=MONTHLY;BYMONTH=4", "rrule-part-place BYMONTH"),
        ("FREQ=DAILY;BYSETPOS=1", "rrule-part-place BYSETPOS"),
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1", "rrule-part-place BYSETPOS"),
        ("FREQ=MONTHLY;BYSETPOS=1", "rrule-part-place BYSETPOS"),
        ("FREQ=MONTHLY;BYDAY=1MO,2TU;BYSETPOS=1", "rrule-part-place BYSETPOS"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,2;BYSETPOS=1", "rrule-part-place BYSETPOS"),
        ("FREQ=YEARLY;BYMONTH=4;BYDAY=MO;BYSETPOS=1", "rrule-part-place BYSETPOS"),
    ],
)
def test_parts_that_do_not_go_together_are_refused(text, problem):
    assert told(text) == problem
