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
from importing.sources import calendar, event, ground, reasons

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
            "FREQ=DAILY;UNTIL=99991231T235959Z", "FREQ=DAILY;UNTIL=00010101T000000Z",
            "FREQ=MONTHLY;BYDAY=5FR;COUNT=1000;INTERVAL=999", "1e999;1e999", "nan;nan", "45;9;9", "<b><a href=x>",
            "https://example.org/" + "a" * 600, "CANCELLED", "PRIVATE", "TRUE", "99999999999", "=E9=\n=ff",
        ]
    ),
)  # fmt: skip
LINES = st.lists(st.builds("{}{}:{}".format, NAMES, PARAMETERS, VALUES), max_size=14)


def account(content: bytes) -> None:
    """Read and count: what is written is found, or refused for what it is and no mistake of ours, soon."""
    began = time.process_time()
    try:
        taken = read(content, ground())
        assert taken.entries == taken.accounted
        assert "entry-broken" not in reasons(taken)
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


DAYS = ["19000101", "21991231", "20261205", "20260229", "20270328", "20261025", "19691231", "20240229"]
CLOCKS = ["", "T000000", "T235959Z", "T023000", "T240000Z", "T180000"]
TIMES = st.builds("{}{}".format, st.sampled_from(DAYS), st.sampled_from(CLOCKS))
IN = st.sampled_from(["", ";TZID=Europe/Rome", ";TZID=Pacific/Kiritimati", ";TZID=Boh", ";VALUE=DATE"])
BY = ["BYDAY=MO", "BYDAY=1MO,-1FR", "BYDAY=53MO", "BYMONTHDAY=-31", "BYMONTHDAY=29;BYMONTH=2", "BYYEARDAY=366"]
BY += ["BYSETPOS=-1;BYDAY=MO,TU", "BYSETPOS=366;BYDAY=MO", "BYWEEKNO=53;BYDAY=SU", "BYMONTH=2;BYDAY=-53SU"]
ENDS = ["COUNT=1", "COUNT=1000", "UNTIL=99991231T235959Z", "UNTIL=00010101T000000Z", "UNTIL=20270101", "INTERVAL=1000"]
SPANS = ["DURATION:P99999D", "DURATION:-P1D", "DURATION:PT0S", "DTEND:21991231T235959Z", "DTEND:19000101", "X-NONE:x"]


@st.composite
def versions(draw) -> list[list[str]]:
    """A series at the ends of what times can be, with versions of some of its dates."""
    made = []
    for number in range(draw(st.integers(1, 3))):
        frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY"]))
        rule = [f"FREQ={frequency}", *draw(st.lists(st.sampled_from(BY), max_size=1))]
        rule += draw(st.lists(st.sampled_from(ENDS), max_size=1))
        lines = [f"DTSTART{draw(IN)}:{draw(TIMES)}", f"RRULE:{';'.join(rule)}", draw(st.sampled_from(SPANS))]
        lists = draw(st.lists(st.sampled_from(["EXDATE", "RDATE"]), max_size=3))
        lines += [f"{name}{draw(IN)}:{','.join(draw(st.lists(TIMES, min_size=1, max_size=3)))}" for name in lists]
        following = draw(st.sampled_from(["", ";RANGE=THISANDFUTURE"]))
        made.append(lines + ([f"RECURRENCE-ID{following}:{draw(TIMES)}"] if number else []))
    return made


@settings(max_examples=400)
@given(versions())
@example([["DTSTART:21991231", "RRULE:FREQ=MONTHLY;BYDAY=53MO;COUNT=1000"]])
@example([["DTSTART:20261205", "RRULE:FREQ=HOURLY"], ["DTSTART:20261212", "RECURRENCE-ID;RANGE=FUTURE:20261212"]])
@example([["DTSTART:20261205T180000", "RRULE:FREQ=DAILY;UNTIL=99991231T235959Z"]])
def test_any_series_is_found_or_refused(made):
    account(calendar(*(event(*lines) for lines in made)))


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
