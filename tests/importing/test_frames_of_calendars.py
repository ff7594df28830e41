"""What arrives in place of a sound calendar, and what can be saved of it (cases 5 to 13)."""

from __future__ import annotations

import pytest

from circuito.importing.calendars import read
from circuito.importing.found import Taken, Unusable
from importing.sources import AT_SIX, calendar, event, found, ground, reasons

TWO = calendar(event(AT_SIX), event(AT_SIX, uid="UID:2@example.org", title="SUMMARY:Festa"))


def titles(content: bytes) -> list[str]:
    """The titles of what is found in a file."""
    return [each.title for each in read(content, ground()).found]


def refusal(content: bytes) -> str:
    """The code of why a file cannot be used."""
    with pytest.raises(Unusable) as refused:
        read(content, ground())
    return refused.value.problem.code


@pytest.mark.parametrize(
    "page", [b"<!DOCTYPE html><html><body>Sign in</body></html>", b"\xef\xbb\xbf\n <html>", b"<?xml ?>"]
)
def test_case_5_a_sign_in_page_is_no_calendar(page):
    assert refusal(page) == "source-html"


@pytest.mark.parametrize("content", [b"", b" \r\n\t\n", b"\0\0"])
def test_case_6_an_empty_body_is_no_calendar(content):
    assert refusal(content) == "source-empty"


def test_case_6_a_text_is_no_calendar():
    assert refusal(b"Il calendario non c'e\n") == "source-no-calendar"


def test_case_7_a_calendar_without_events_is_told():
    made = read(calendar(), ground())
    assert [made.entries, [note.code for note in made.notes], made.complete] == [0, ["source-without-events"], True]


def test_case_8_a_byte_order_mark_is_nothing():
    assert [titles(b"\xef\xbb\xbf" + TWO), titles(TWO.decode().encode("utf-16"))] == [["Merenda", "Festa"]] * 2


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n\r\n", "\n\r\n"])
def test_case_9_lines_may_end_in_any_way(end):
    assert titles(TWO.decode().replace("\r\n", end).encode()) == ["Merenda", "Festa"]


def test_case_9_a_fold_within_a_character_is_healed():
    folded = TWO.replace(b"SUMMARY:Festa", "SUMMARY:Caffè".encode()[:-1] + b"\r\n " + "è".encode()[1:])
    assert titles(folded) == ["Merenda", "Caffè"]


def test_case_10_other_character_sets_are_read_as_windows_western_and_told():
    made = read(TWO.replace(b"Festa", "Caffè – “qui”".encode("cp1252")), ground())
    assert [each.title for each in made.found] == ["Merenda", "Caffè – “qui”"]
    assert [note.code for note in made.notes] == ["source-not-utf8"]


def test_case_11_control_characters_are_gone():
    title = "Fe\x00s\x0bt\x1ba\u2028 \u202eqa\u200b"
    assert titles(TWO.replace(b"Festa", title.encode())) == ["Merenda", "Fes ta qa"]


def test_case_12_a_truncated_calendar_is_not_complete():
    made = read(TWO[: TWO.index(b"SUMMARY:Festa") + 8], ground())
    assert [made.complete, [each.title for each in made.found], reasons(made)] == [
        False,
        ["Merenda"],
        ["entry-unended"],
    ]
    assert [note.code for note in made.notes] == ["source-truncated"]


def test_case_12_a_calendar_without_its_end_is_not_complete():
    assert read(TWO.replace(b"END:VCALENDAR\r\n", b""), ground()).complete is False


def test_case_13_several_calendars_are_read_each_with_its_own_zone():
    first = calendar(event("DTSTART:20261205T180000"), head=("X-WR-TIMEZONE:Europe/London",))
    second = calendar(event("DTSTART:20261205T180000", uid="UID:2@example.org"))
    made = read(first + second, ground())
    assert [each.starts for each in made.found] == ["2026-12-05 19:00", "2026-12-05 18:00"]


def test_events_without_a_calendar_around_them_are_read():
    made = read("\r\n".join(event(AT_SIX)).encode(), ground())
    assert [len(made.found), made.complete, made.notes[0].code] == [1, False, "source-unwrapped"]


@pytest.mark.parametrize(
    "broken",
    [
        b"BEGIN:VEVENT\r\nUID:3\r\nSUMMARY:Senza fine\r\n",
        b"BEGIN:VEVENT\r\nUID:3\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n",
        b"BEGIN:VEVENT\r\nDTSTART;TZID=\"Europe/Rome:20261205T180000\r\nEND:VEVENT\r\n",
        b"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE-TIME;VALUE=DATE:boh\r\nEND:VEVENT\r\n",
        b"BEGIN:VEVENT\r\n: \r\n;;;=:\r\nEND:VTODO\r\nEND:VEVENT\r\n",
        b"BEGIN:VEVENT\r\nSUMMARY:Vuoto\r\nEND:VEVENT\r\n",
    ],
)  # fmt: skip
def test_one_broken_event_never_costs_the_others(broken):
    content = TWO.replace(b"BEGIN:VEVENT", broken + b"BEGIN:VEVENT", 1)
    made = read(content, ground())
    assert [made.entries, made.accounted, [each.title for each in made.found]] == [3, 3, ["Merenda", "Festa"]]


def test_what_nobody_foresaw_costs_its_own_event_alone(monkeypatch):
    def boom(found, ground):
        if found.title == "Merenda":
            raise OverflowError("date value out of range")
        return found

    monkeypatch.setattr("circuito.importing.calendars.sound", boom)
    made = read(TWO, ground())
    told = [(each.reason.code, each.reason.values) for each in made.refused]
    assert [made.accounted, [each.title for each in made.found]] == [2, ["Festa"]]
    assert told == [("entry-broken", {"kind": "OverflowError"})]


def test_case_78_what_is_no_event_is_none():
    todo = ["BEGIN:VTODO", "UID:9", "SUMMARY:Comprare il pane", "END:VTODO"]
    busy = ["BEGIN:VFREEBUSY", "UID:8", "FREEBUSY:20261205T170000Z/PT1H", "END:VFREEBUSY"]
    made = read(calendar(todo, event(AT_SIX), busy, ["BEGIN:VJOURNAL", "UID:7", "END:VJOURNAL"]), ground())
    assert [made.entries, len(made.found)] == [1, 1]


def test_an_alarm_within_an_event_says_nothing_of_it():
    said = found(AT_SIX, "BEGIN:VALARM", "DESCRIPTION:Sveglia", "DURATION:PT9H", "SUMMARY:Sveglia", "END:VALARM")
    assert [dict(said.data), said.text] == [
        {"title": "Merenda", "summary": "Merenda", "starts": "2026-12-05 18:00"},
        "",
    ]


def test_a_calendar_that_counts_days_otherwise_is_refused():
    made = read(calendar(event(AT_SIX), head=("CALSCALE:ISLAMIC",)), ground())
    assert reasons(made) == ["entry-other-scale"]


def test_more_events_than_a_space_can_have_are_refused_at_once():
    content = b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 20_001 + b"END:VCALENDAR\r\n"
    assert refusal(content) == "source-many"


def test_old_calendars_with_printed_characters_are_read():
    old = (
        b"BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261205T170000Z\r\n"
        b"SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Caff=C3=A8 e =\r\ntorta=0D=0Ainsieme\r\n"
        b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert titles(old) == ["Caffè e torta insieme"]


def test_all_that_was_written_is_found_or_refused():
    made: Taken = read(TWO + TWO + b"BEGIN:VEVENT\r\n", ground())
    assert [made.entries, made.accounted] == [5, 5]
