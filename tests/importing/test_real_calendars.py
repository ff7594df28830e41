"""Calendars that programs really write, where they are on this machine: nothing is lost, and dates are the libraries'.

They lie outside of the repository; without them there is nothing to try.
"""

from __future__ import annotations

import csv
import time
import warnings
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from circuito.agenda.occurrences import occurrences
from circuito.importing.calendars import read
from circuito.importing.found import Taken, Unusable
from circuito.importing.held import Held
from circuito.importing.merge import merged
from circuito.importing.sound import judged
from circuito.reading.document import markdown
from importing.sources import ROME, ground
from whole_networks import REPOSITORY

FOLDER = REPOSITORY.parent / "shared" / "data" / "calendars"
WIDE = replace(ground(skip=()), since=date(1970, 1, 1), until=date(2028, 5, 20))
SINCE, UNTIL = date(2015, 1, 1), date(2016, 12, 31)
NARROW = replace(WIDE, since=SINCE, until=UNTIL)

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the calendars are not on this machine")


def listed() -> list[dict[str, str]]:
    """The rows of the index."""
    if not FOLDER.is_dir():
        return []
    with open(FOLDER / "index.tsv", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


EVERY, SOME = listed(), listed()[::10]
CLEAN = [row for row in EVERY if row["notes"] == "-"]


def taken(row: dict[str, str]) -> Taken | None:
    """What is taken of a file; None where it is refused whole, with a reason."""
    try:
        return read((FOLDER / row["file"]).read_bytes(), WIDE)
    except Unusable as unusable:
        assert unusable.problem.sentence("it")[0]
        return None


def accounted(rows: list[dict[str, str]]) -> list[str]:
    """The files of which an event was lost, or that took too long."""
    wrong = []
    for row in rows:
        began = time.process_time()
        made = taken(row)
        counted = (made.entries, made.accounted) if made else (int(row["events"]),) * 2
        if counted != (int(row["events"]),) * 2 or time.process_time() - began > 5:
            wrong.append(row["file"])
    return wrong


def test_events_in_are_events_found_and_refused_for_a_sample():
    assert accounted(SOME) == []


@pytest.mark.slow
def test_events_in_are_events_found_and_refused_for_every_file():
    assert accounted(EVERY) == []


@pytest.mark.slow
def test_only_files_without_any_event_are_refused_whole():
    assert [row["file"] for row in EVERY if taken(row) is None and row["events"] != "0"] == []


@pytest.mark.slow
def test_every_file_is_imported_twice_without_a_difference():
    changed = []
    for row in EVERY:
        made = taken(row)
        if made is None:
            continue
        first = merged(made, [], set(), WIDE)
        files = {each.path: each.content for each in first.changes}
        documents = {path: markdown(path, text.encode()) for path, text in files.items()}
        held = [Held(path, text, documents[path].data, documents[path].text) for path, text in files.items()]
        again = merged(made, held, set(), WIDE)
        changed += [f"{row['file']}: {each.path}" for each in again.changes if each.kind != "same"]
    assert changed == []


def dates_of(taken: Taken) -> Counter[str]:
    """The dates that we find, by minute or day."""
    found: Counter[str] = Counter()
    for each in taken.found:
        fields, problems = judged(each)
        assert fields is not None
        assert problems == []
        for dated in occurrences(fields, ROME, SINCE, UNTIL):
            found[str(dated.first_day) if dated.all_day else f"{dated.starts:%Y-%m-%d %H:%M}"] += 1
    return found


def dates_of_libraries(content: bytes) -> Counter[str]:
    """The dates that two libraries find, private events left away."""
    from icalendar import Calendar
    from recurring_ical_events import of

    found: Counter[str] = Counter()
    for whole in Calendar.from_ical(content, multiple=True):
        for each in of(whole).between(SINCE, UNTIL + timedelta(days=1)):
            if str(each.get("CLASS", "")) not in ("PRIVATE", "CONFIDENTIAL") and str(each.get("SUMMARY")) != "Busy":
                found[told(each["DTSTART"].dt)] += 1
    return found


def told(when: Any) -> str:
    if not isinstance(when, datetime):
        return str(when)
    here = when.replace(tzinfo=ROME) if when.tzinfo is None else when.astimezone(ROME)
    return f"{here:%Y-%m-%d %H:%M}"


def unlike(rows: list[dict[str, str]]) -> list[str]:
    """The files of which the libraries find other dates."""
    found = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for row in rows:
            content = Path(FOLDER, row["file"]).read_bytes()
            try:
                ours = dates_of(read(content, NARROW))
            except Unusable:
                continue
            if ours != dates_of_libraries(content):
                found.append(row["file"])
    return found


DIFFERING = {
    # a whole day that a program marks as such, though it writes midnights or hours
    "OzzyCzech_icalparser/twice_weekly.ics",
    "jens-maus_node-ical/sabredav-school-holidays.ics",
}


def test_dates_equal_those_of_the_libraries_for_a_sample_of_clean_files():
    assert set(unlike(CLEAN[::8])) - DIFFERING == set()


@pytest.mark.slow
def test_dates_equal_those_of_the_libraries_for_every_clean_file():
    assert set(unlike(CLEAN)) - DIFFERING == set()
