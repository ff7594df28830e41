"""Whatever bytes arrive: they end soon, raise nothing but what says why, and lose no event."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from circuito.importing.calendars import read
from circuito.importing.found import Unusable
from circuito.importing.texts import markdown
from circuito.reading.document import Document
from circuito.reading.prose import prose
from importing.sources import calendar, event, ground

NAMES = st.sampled_from(
    [
        "BEGIN", "END", "UID", "SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE",
        "RECURRENCE-ID", "LOCATION", "GEO", "URL", "STATUS", "CLASS", "SEQUENCE", "CATEGORIES", "X-ALT-DESC", "ATTACH",
        "X-APPLE-STRUCTURED-LOCATION", "X-MICROSOFT-CDO-ALLDAYEVENT", "CONFERENCE", "X-WR-TIMEZONE", "TZID",
    ]
)  # fmt: skip
PARAMETERS = st.sampled_from(
    ["", ";VALUE=DATE", ";TZID=Europe/Rome", ";TZID=Boh", ';TZID="(UTC+99:99) Boh"', ";RANGE=THISANDFUTURE", ";X=^n^'"]
    + [";ENCODING=QUOTED-PRINTABLE", ";VALUE=PERIOD", ";FMTTYPE=text/html", ';X-TITLE="a;b:c"']
)
VALUES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "VEVENT", "VCALENDAR", "VTIMEZONE", "STANDARD", "VALARM", "1@example.org", "20261205T180000", "20261205",
            "20261205T170000Z", "20261205T170000Z/PT1H", "00000000", "99991231T235959Z", "21991231", "19000101T000000",
            "PT1H", "-P1D", "P99999W", "FREQ=WEEKLY", "FREQ=DAILY;COUNT=1000", "FREQ=YEARLY;BYDAY=53MO",
            "FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=1000", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=SECONDLY",
            "FREQ=YEARLY;BYWEEKNO=53", "FREQ=YEARLY;BYYEARDAY=-366;UNTIL=99991231", "FREQ=WEEKLY;UNTIL=19000101",
            "FREQ=MONTHLY;BYDAY=5FR;COUNT=1000;INTERVAL=999", "1e999;1e999", "nan;nan", "45;9;9", "<b><a href=x>",
            "https://example.org/" + "a" * 600, "CANCELLED", "PRIVATE", "TRUE", "99999999999", "=E9=\n=ff",
        ]
    ),
)  # fmt: skip
LINES = st.lists(st.builds("{}{}:{}".format, NAMES, PARAMETERS, VALUES), max_size=14)


def account(content: bytes) -> None:
    """Read and count: what is written is found or refused, soon."""
    began = time.process_time()
    try:
        taken = read(content, ground())
        assert taken.entries == taken.accounted
    except Unusable as unusable:
        assert all(unusable.problem.sentence("it"))
    assert time.process_time() - began < 5


@settings(max_examples=200)
@given(st.binary(max_size=300))
@example(b"BEGIN:VCALENDAR")
@example(b"\xff\xfeB\x00")
@example(b"BEGIN:VEVENT\nEND:VEVENT")
def test_any_bytes_are_read_or_refused(content):
    account(content)
    account(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + content + b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")


@settings(max_examples=300)
@given(LINES, LINES)
def test_any_lines_are_found_or_refused(first, second):
    account(calendar(event(*first), event("DTSTART:20261205T170000Z", *second)))


@pytest.mark.slow
@settings(max_examples=1000)
@given(st.lists(LINES, min_size=1, max_size=4))
def test_very_many_lines_are_found_or_refused(events):
    account(calendar(*(event("DTSTART;TZID=Europe/Rome:20261205T180000", *lines) for lines in events)))


@settings(max_examples=300)
@given(st.text(max_size=200))
@example("<p>a</p>" * 50)
@example("<" * 200)
@example("*" * 200)
@example("[a](" * 50)
@example("&amp;" * 40)
def test_any_text_becomes_markdown_that_the_check_takes(text):
    made = markdown(text.replace("\n", "\\n"))
    assert [each.code for each in prose(Document("a.md", text=made))[1]] in ([], ["text-html"])


@pytest.mark.parametrize(
    "sign", ["<", "<a ", "*", "_", "[", "](", "\\", "&", "https://", "<b>", "<!--", "\\n", "- ", "`"]
)
def test_long_texts_take_no_longer_than_they_are(sign):
    began = time.process_time()
    account(calendar(event("DTSTART:20261205T170000Z", f"DESCRIPTION:{sign * 20_000}", f"LOCATION:{sign * 5000}")))
    assert time.process_time() - began < 3
