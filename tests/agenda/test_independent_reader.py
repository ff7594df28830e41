"""Our dates are those of ical.js, which Thunderbird and Nextcloud read calendars with."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from circuito.agenda.occurrences import occurrences
from circuito.agenda.recurrence import ruled
from circuito.model.event import EventFields
from circuito.model.times import Moment
from circuito.problems import Problem

ROME = ZoneInfo("Europe/Rome")
SINCE, UNTIL = date(2026, 10, 1), date(2028, 11, 30)  # three changes to winter time, two to summer time
HERE = Path(__file__).parent
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


@pytest.fixture(scope="session")
def ical_js():
    """Asks ical.js for the starts of an event."""
    if shutil.which("node") is None or not any((folder / "node_modules/ical.js").exists() for folder in HERE.parents):
        pytest.skip("needs Node.js and ical.js (npm ci)")
    with subprocess.Popen(
        ["node", HERE / "expand.mjs"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:

        def ask(**question: str | int) -> list[int]:
            process.stdin.write(json.dumps(question) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield ask
        process.stdin.close()


def some(values, most=3):
    return st.lists(st.sampled_from(values), min_size=1, max_size=most, unique=True)


@st.composite
def written(draw):
    """What a person may write in `every:`."""
    nth = st.builds(
        "{} {}".format,
        st.sampled_from(["first", "second", "third", "fourth", "last"]),
        st.sampled_from(["monday", "friday"]),
    )
    number = st.builds("{} {}".format, st.integers(1, 30), st.sampled_from(["days", "weeks", "months", "years"]))
    day = st.builds("day {}".format, st.integers(1, 31))
    words = st.one_of(
        some(["monday", "tuesday", "sunday"]), st.lists(nth, min_size=1, max_size=3), number.map(lambda one: [one])
    )
    return {"every": tuple(draw(st.one_of(words, st.lists(day, min_size=1, max_size=3))))}


@st.composite
def regular(draw):
    """What a calendar may write in `rrule:`."""
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    by = {}
    if frequency in ("DAILY", "WEEKLY"):
        by = draw(st.sampled_from([{}, {"BYDAY": draw(some(WEEKDAYS, 4))}]))
    if frequency == "WEEKLY":
        by = by | {"WKST": [draw(st.sampled_from(WEEKDAYS))]}
    if frequency == "MONTHLY":
        nth = st.builds("{}{}".format, st.sampled_from([1, 2, 3, 4, 5, -1, -2]), st.sampled_from(WEEKDAYS))
        position = {"BYDAY": draw(some(WEEKDAYS, 5)), "BYSETPOS": [draw(st.sampled_from([1, 2, 3, -1, -2]))]}
        days = {"BYMONTHDAY": draw(some([1, 13, 28, 29, 30, 31, -1, -3]))}
        by = draw(st.sampled_from([{}, {"BYDAY": draw(st.lists(nth, min_size=1, max_size=3))}, position, days]))
    if frequency == "YEARLY" or (frequency != "MONTHLY" and draw(st.booleans())):
        by = by | {"BYMONTH": draw(some(list(range(1, 13)), 6))}
    interval = draw(st.sampled_from([1, 1, 2, 3, 4, 5, 12, 26]))
    parts = [
        f"FREQ={frequency}",
        f"INTERVAL={interval}",
        *(f"{name}={','.join(map(str, each))}" for name, each in by.items()),
    ]
    return {"rrule": ";".join(parts)}


@st.composite
def events(draw):
    """An event that recurs from one of its dates on, perhaps with an end. Hours that the clock changes are left out."""
    recurrence = draw(st.one_of(written(), regular()))
    clock = draw(st.sampled_from([time(0), time(0, 30), time(1, 59), time(3), time(9, 30), time(20), time(23, 30)]))
    end = draw(st.sampled_from([{}, {"times": draw(st.integers(1, 150))}, {"until": draw(st.dates(SINCE, UNTIL))}]))
    day = draw(st.dates(date(2019, 1, 1), date(2027, 12, 31)))
    fields = EventFields(title="a", summary="b", starts=Moment(day, clock), **recurrence, **end)
    found = ruled(fields)
    if isinstance(found, Problem) and found.code == "first-date-off-rule":
        moved = Moment(date.fromisoformat(str(found.values["next"])), clock)
        fields = EventFields(title="a", summary="b", starts=moved, **recurrence, **end)
    assume(not isinstance(ruled(fields), Problem))
    return fields


@settings(max_examples=300)
@given(fields=events())
def test_an_independent_reader_finds_the_same_dates(ical_js, fields):
    theirs = ical_js(
        start=f"DTSTART;TZID=Europe/Rome:{fields.starts.day:%Y%m%d}T{fields.starts.clock:%H%M%S}",
        rrule=ruled(fields).rrule(ROME),
        since=int(datetime.combine(SINCE, time(), ROME).timestamp()),
        until=int(datetime.combine(UNTIL + timedelta(days=1), time(), ROME).timestamp()) - 1,
    )
    assert [int(each.starts.timestamp()) for each in occurrences(fields, ROME, SINCE, UNTIL)] == theirs
