"""Thousands of records that others wrote are published or refused by name, and none is lost on the way."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import html5lib
import pytest
from tests.listings import AS_OF, DATA, Outcome, Record, codes, is_there, publish

EVERY = 12
PAGE = "{http://www.w3.org/1999/xhtml}"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not is_there(), reason=f"the listings are not in {DATA}"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("listings")


@pytest.fixture(scope="module")
def listings(folder: Path) -> Outcome:
    """Every twelfth record of every listing, built into a folder."""
    return publish(folder, EVERY)


def test_every_record_is_published_or_refused_and_none_is_lost(listings: Outcome) -> None:
    records = {record.path for record in listings.records}
    published = {record.path for record in listings.published}
    assert len(records) == len(listings.records) > 600
    assert [record.path for record in listings.lost] == []
    assert published | set(listings.refused) == records
    assert published & set(listings.refused) == set()


def test_each_refusal_names_a_place_in_the_file_and_a_remedy(listings: Outcome, folder: Path) -> None:
    told = [problem for problems in listings.refused.values() for problem in problems]
    lines = {path: (folder / path).read_text(encoding="utf-8").split("\n") for path in listings.refused}
    assert [problem for problem in told if not (problem["message"] and problem["remedy"])] == []
    assert [problem for problem in told if problem["line"] > len(lines.get(problem["file"], ()))] == []
    assert sum(codes(listings.refused.values()).values()) <= len(told)


def test_few_records_of_real_life_are_refused(listings: Outcome) -> None:
    assert len(listings.refused) < len(listings.records) / 50


def test_building_with_items_left_out_says_so_by_its_exit_code(listings: Outcome) -> None:
    assert listings.check.code == (1 if listings.refused else 0)
    assert listings.build.code == (3 if listings.refused else 0)


def test_every_page_bears_the_title_of_its_record(listings: Outcome, folder: Path) -> None:
    headings = {record.path: heading(folder / "output" / record.page) for record in listings.published}
    assert headings == {record.path: plain(str(record.head["title"])) for record in listings.published}


def test_what_is_still_to_come_is_in_the_calendar_with_title_and_days(listings: Outcome, folder: Path) -> None:
    calendar = folder / "output" / "calendar.ics"
    if not calendar.exists():
        pytest.skip("no calendar is published yet")
    from icalendar import Calendar

    read = Calendar.from_ical(calendar.read_bytes())
    told = {(plain(str(event["SUMMARY"])), event.decoded("DTSTART")) for event in read.walk("VEVENT")}
    days = {(title, begins.date() if isinstance(begins, datetime) else begins) for title, begins in told}
    coming = {
        (plain(str(record.head["title"])), first_day(record.head)) for record in listings.published if to_come(record)
    }
    assert coming
    assert coming - days == set()


def heading(page: Path) -> str:
    """The text of a page's first-level heading, as a browser reads it."""
    headings = html5lib.parse(page.read_bytes()).iter(f"{PAGE}h1")
    return " | ".join(plain("".join(each.itertext())) for each in headings)


def plain(text: str) -> str:
    """Text in composed form with single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def first_day(head: Mapping[str, object]) -> date:
    return date.fromisoformat(str(head["starts"])[:10])


def to_come(record: Record) -> bool:
    """Whether a record begins on the day of the build or later."""
    return first_day(record.head) >= AS_OF
