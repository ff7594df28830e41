"""What an import makes of files that are there: identity, edits by hand, what is gone (cases 14, 48 to 57, 80)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from circuito.importing.calendars import read
from circuito.importing.found import Ground
from circuito.importing.held import Held
from circuito.importing.merge import Absence, Merged, merged
from circuito.reading.document import markdown
from importing.sources import AT_SIX, calendar, event, ground

FIRST = "events/officina/merenda.md"
EVENINGS = [
    event(
        f"DTSTART;TZID=Europe/Rome:202612{day:02}T180000",
        uid=f"UID:sera-{day}@example.org",
        title=f"SUMMARY:Sera {day}",
    )
    for day in range(1, 6)
]


class Programme:
    """The event files of a space, to import into again and again."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.ground: Ground = ground()

    def held(self) -> list[Held]:
        documents = ((path, text, markdown(path, text.encode())) for path, text in sorted(self.files.items()))
        return [Held(path, text, document.data, document.text) for path, text, document in documents]

    def take(
        self, *events: list[str], absence: Absence = "seen", head: tuple[str, ...] = (), cut: bool = False
    ) -> Merged:
        """Import a calendar of some events and write what changes."""
        content = calendar(*events, head=head)
        content = content.replace(b"END:VCALENDAR\r\n", b"") if cut else content
        names = {path.split("/")[-1].removesuffix(".md") for path in self.files}
        result = merged(read(content, self.ground), self.held(), names, self.ground, absence=absence)
        self.files |= {change.path: change.content for change in result.changes if change.content}
        return result

    def edit(self, path: str, old: str, new: str) -> None:
        """Change a file by hand."""
        assert old in self.files[path]
        self.files[path] = self.files[path].replace(old, new, 1)

    def says(self, path: str, name: str) -> object:
        """A field of a file."""
        return markdown(path, self.files[path].encode()).data.get(name)


@pytest.fixture
def programme() -> Programme:
    """A space that has imported one event."""
    made = Programme()
    made.take(event(AT_SIX))
    return made


def kinds(result: Merged) -> list[str]:
    return [change.kind for change in result.changes]


def notes(result: Merged) -> list[str]:
    return [note.code for change in result.changes for note in change.notes] + [each.code for each in result.notes]


def test_a_new_event_is_an_ordinary_file(programme):
    assert programme.files == {
        FIRST: """---
title: Merenda
summary: Merenda
starts: 2026-12-05 18:00
id: merenda-hs68
source:
  feed: programma
  uid: 1@example.org
  fields:
    starts: eacddghj
    summary: aokaelgn
    title: aokaelgn
---
"""
    }


def test_case_14_importing_twice_changes_nothing(programme):
    before = dict(programme.files)
    assert [kinds(programme.take(event(AT_SIX))), programme.files] == [["same"], before]


@pytest.mark.parametrize(
    "line", ["DTSTAMP:20261122T100000Z", "LAST-MODIFIED:20261122T100000Z", "SEQUENCE:3", "X-BOH:1"]
)
def test_case_14_what_is_no_news_changes_nothing(programme, line):
    before = dict(programme.files)
    assert [kinds(programme.take(event(AT_SIX, line))), programme.files] == [["same"], before]


def test_case_48_an_event_without_identifier_is_known_again(programme):
    other = event("DTSTART:20261212T170000Z", uid="", title="SUMMARY:Coro")
    assert kinds(programme.take(event(AT_SIX), other)) == ["same", "added"]
    assert kinds(programme.take(event(AT_SIX), other)) == ["same", "same"]


def test_case_48_an_event_without_identifier_that_moved_is_found_by_its_title(programme):
    programme.take(event(AT_SIX), event("DTSTART:20261212T170000Z", uid="", title="SUMMARY:Coro"))
    result = programme.take(event(AT_SIX), event("DTSTART:20261213T170000Z", uid="", title="SUMMARY:Coro"))
    assert [kinds(result), len(programme.files)] == [["same", "changed"], 2]


def test_case_49_events_that_share_an_identifier_are_known_by_their_start(programme):
    other = event("DTSTART:20261212T170000Z", title="SUMMARY:Merenda")
    assert kinds(programme.take(event(AT_SIX), other)) == ["same", "added"]
    assert kinds(programme.take(other, event(AT_SIX))) == ["same", "same"]
    assert sorted(programme.files) == ["events/officina/merenda-2026-12-12.md", FIRST]


def test_case_50_an_identifier_that_changes_is_found_by_the_page(programme):
    page = "URL:https://example.org/e/1"
    programme.take(event(AT_SIX, page))
    moved = event("DTSTART:20270120T170000Z", page, uid="UID:1-20270120@example.org", title="SUMMARY:Gran merenda")
    assert [kinds(programme.take(moved)), list(programme.files)] == [["changed"], [FIRST]]
    assert programme.says(FIRST, "starts") == "2027-01-20 18:00"


def test_case_51_an_event_that_is_there_already_is_offered_not_written(programme):
    programme.ground = (
        ground(id="altro") if False else replace(ground(), calendar=replace(ground().calendar, id="altro"))
    )
    result = programme.take(event("DTSTART:20261205T171500Z", uid="UID:x", title="SUMMARY:La merenda"))
    assert [kinds(result), [each.reason.code for each in result.refused]] == [[], ["entry-resembles"]]


@pytest.mark.parametrize(
    "other",
    [
        event("DTSTART:20261205T180000Z", uid="UID:x"),
        event(AT_SIX, uid="UID:x", title="SUMMARY:Prove del coro"),
        event(AT_SIX, "LOCATION:Parco Verde", uid="UID:x"),
    ],
)
def test_case_51_another_hour_title_or_place_is_another_event(programme, other):
    programme.ground = replace(ground(), calendar=replace(ground().calendar, id="altro"))
    assert kinds(programme.take(other)) == ["added"]


@pytest.mark.parametrize(("name", "kind"), [("take", ["added"]), ("leave_out", [])])
def test_case_51_what_a_person_decides_is_remembered_in_the_profile(programme, name, kind):
    decided = replace(ground().calendar, id="altro", **{name: ("x",)})
    programme.ground = replace(ground(), calendar=decided)
    result = programme.take(event(AT_SIX, uid="UID:x"))
    assert [kinds(result), [each.fault for each in result.refused]] == [kind, [] if kind else [False]]


def test_case_52_a_moved_event_stays_the_same_file(programme):
    before = programme.says(FIRST, "id")
    result = programme.take(event("DTSTART;TZID=Europe/Rome:20261207T190000"))
    assert [kinds(result), programme.says(FIRST, "starts"), programme.says(FIRST, "id")] == [
        ["changed"],
        "2026-12-07 19:00",
        before,
    ]


def test_case_53_a_retitled_event_stays_the_same_file(programme):
    result = programme.take(event(AT_SIX, title="SUMMARY:Aperitivo"))
    assert [kinds(result), list(programme.files), programme.says(FIRST, "title")] == [["changed"], [FIRST], "Aperitivo"]


def test_case_54_a_coming_event_that_is_gone_is_cancelled_for_review(programme):
    programme.take(event(AT_SIX), *EVENINGS)
    result = programme.take(*EVENINGS)
    assert [kinds(result)[-1], notes(result)] == ["cancelled", ["gone-cancelled"]]
    assert [programme.says(FIRST, "status"), programme.says(FIRST, "status_since")] == ["cancelled", "2026-11-22"]


def test_case_54_it_is_cancelled_once(programme):
    programme.take(event(AT_SIX), *EVENINGS)
    programme.take(*EVENINGS)
    programme.ground = replace(ground(), today=date(2026, 11, 25))
    assert set(kinds(programme.take(*EVENINGS))) == {"same"}


def test_case_54_what_comes_back_is_no_longer_cancelled(programme):
    before = dict(programme.files)
    programme.take(event(AT_SIX), *EVENINGS)
    programme.take(*EVENINGS)
    programme.take(event(AT_SIX), *EVENINGS)
    assert programme.files[FIRST] == before[FIRST]


def test_case_54_who_undoes_the_cancelling_is_obeyed(programme):
    programme.take(event(AT_SIX), *EVENINGS)
    programme.take(*EVENINGS)
    programme.edit(FIRST, "status: cancelled\n", "")
    assert [notes(programme.take(*EVENINGS)), programme.says(FIRST, "status")] == [["kept-by-hand"], None]


def test_case_55_a_past_event_that_is_gone_is_kept(programme):
    programme.take(event(AT_SIX), *EVENINGS)
    programme.ground = replace(ground(), today=date(2026, 12, 24))
    before = programme.files[FIRST]
    programme.take(*EVENINGS)
    assert programme.files[FIRST] == before


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("title: Merenda", "title: Merenda in cortile", "title"),
        ("starts: 2026-12-05 18:00", "starts: 2026-12-05 18:30", "starts"),
        ("summary: Merenda", "summary: Pane e marmellata.", "summary"),
    ],
)
def test_case_56_what_was_corrected_by_hand_stays_and_the_rest_follows(programme, old, new, field):
    programme.edit(FIRST, old, new)
    newer = event(
        "DTSTART;TZID=Europe/Rome:20261206T190000", "DESCRIPTION:Novità.\\n\\nMolto altro", title="SUMMARY:Aperitivo"
    )
    result = programme.take(newer)
    followed = {"title": "Aperitivo", "starts": "2026-12-06 19:00", "summary": "Novità."} | {
        field: new.partition(": ")[2]
    }
    assert {name: programme.says(FIRST, name) for name in followed} == followed
    assert notes(result) == ["kept-by-hand"]


def test_case_56_fields_and_comments_added_by_hand_stay(programme):
    programme.edit(FIRST, "id: ", "# chiedere alle cuoche\nprice:\n  mode: free\nid: ")
    programme.take(event("DTSTART;TZID=Europe/Rome:20261206T190000"))
    assert "# chiedere alle cuoche\nprice:\n  mode: free\n" in programme.files[FIRST]


def test_case_56_a_text_written_by_hand_stays(programme):
    programme.files[FIRST] += "\nPortate le sedie.\n"
    result = programme.take(event(AT_SIX, "DESCRIPTION:Una novità che prima non era stata detta.\\n\\nMolto altro"))
    assert [programme.files[FIRST].endswith("Portate le sedie.\n"), notes(result)] == [True, ["kept-by-hand"]]


def test_case_56_what_was_removed_by_hand_stays_away(programme):
    programme.take(event(AT_SIX, "DURATION:PT2H"))
    programme.edit(FIRST, next(line for line in programme.files[FIRST].splitlines(True) if line.startswith("ends")), "")
    programme.take(event(AT_SIX, "DURATION:PT3H"))
    assert programme.says(FIRST, "ends") is None


def test_case_56_a_value_put_back_follows_again(programme):
    programme.edit(FIRST, "title: Merenda", "title: Merenda!")
    programme.take(event(AT_SIX, title="SUMMARY:Aperitivo"))
    programme.edit(FIRST, "title: Merenda!", "title: Merenda")
    programme.take(event(AT_SIX, title="SUMMARY:Aperitivo"))
    assert programme.says(FIRST, "title") == "Aperitivo"


def test_case_56_times_that_no_longer_fit_together_are_left_to_people(programme):
    programme.edit(FIRST, "starts: 2026-12-05 18:00", "starts: 2026-12-05")
    before = programme.files[FIRST]
    result = programme.take(event(AT_SIX, "DURATION:PT2H"))
    assert programme.says(FIRST, "starts") == "2026-12-05"
    assert [
        programme.files[FIRST] == before or programme.says(FIRST, "ends") is None,
        "kept-by-hand" in notes(result),
    ] == [
        True,
        True,
    ]


def test_case_80_older_news_are_ignored(programme):
    programme.take(event("DTSTART;TZID=Europe/Rome:20261206T180000", "SEQUENCE:3"))
    result = programme.take(event(AT_SIX, "SEQUENCE:2"))
    assert [programme.says(FIRST, "starts"), notes(result)] == ["2026-12-06 18:00", ["sequence-lower"]]


def test_an_identifier_used_for_something_else_makes_a_new_event(programme):
    other = event("DTSTART:20270320T170000Z", "LOCATION:Parco Verde", title="SUMMARY:Corsa campestre")
    result = programme.take(other)
    assert [kinds(result), notes(result)] == [["added", "cancelled"], ["identifier-reused", "gone-cancelled"]]
    assert set(kinds(programme.take(other))) == {"same"}


def test_an_event_that_became_private_is_hidden(programme):
    result = programme.take(event(AT_SIX, "CLASS:PRIVATE"))
    assert [kinds(result), programme.says(FIRST, "visibility")] == [["hidden"], "private"]
    programme.take(event(AT_SIX))
    assert programme.says(FIRST, "visibility") is None


def test_new_events_may_wait_for_the_members(programme):
    programme.ground = ground(visibility="members")
    programme.take(event(AT_SIX), event("DTSTART:20261212T170000Z", uid="UID:2", title="SUMMARY:Coro"))
    assert [programme.says(FIRST, "visibility"), programme.says("events/officina/coro.md", "visibility")] == [
        None,
        "members",
    ]


@pytest.mark.parametrize("broken", [{"cut": True}, {"absence": "accepted", "cut": True}])
def test_case_12_a_truncated_calendar_cancels_nothing(programme, broken):
    programme.take(event(AT_SIX), *EVENINGS)
    before = dict(programme.files)
    result = programme.take(*EVENINGS, **broken)
    assert [programme.files, notes(result)] == [before, ["source-incomplete"]]


def test_case_7_an_empty_calendar_cancels_nothing(programme):
    before = dict(programme.files)
    assert [notes(programme.take()), programme.files] == [["source-incomplete"], before]
    assert [notes(programme.take(absence="counted")), programme.files] == [["source-incomplete"], before]
    assert kinds(programme.take(absence="accepted")) == ["cancelled"]


def test_a_calendar_that_lost_more_than_half_cancels_nothing_at_once(programme):
    programme.take(event(AT_SIX), *EVENINGS)
    before = dict(programme.files)
    result = programme.take(*EVENINGS[:2])
    assert [result.shrunk, notes(result), programme.files] == [True, ["source-shrunk"], before]


@pytest.mark.parametrize("absence", ["counted", "accepted"])
def test_a_calendar_that_lost_more_than_half_is_believed_in_the_end(programme, absence):
    programme.take(event(AT_SIX), *EVENINGS)
    assert kinds(programme.take(*EVENINGS[:2], absence=absence)).count("cancelled") == 4


def test_a_broken_event_is_not_taken_for_gone(programme):
    programme.take(event(AT_SIX), *EVENINGS)
    before = dict(programme.files)
    programme.take(event("DTSTART:boh"), *EVENINGS)
    assert programme.files == before


def test_events_of_one_title_get_files_with_their_days(programme):
    same = [event(f"DTSTART:202612{day}T170000Z", uid=f"UID:{day}") for day in (12, 13, 13)]
    same[2][1] = "UID:13b"
    programme.take(event(AT_SIX), *same)
    assert sorted(programme.files) == [
        "events/officina/merenda-2026-12-12.md",
        "events/officina/merenda-2026-12-13-2.md",
        "events/officina/merenda-2026-12-13.md",
        FIRST,
    ]


def test_a_file_written_by_hand_is_never_touched(programme):
    by_hand = "---\ntitle: Prove\nsummary: Prove aperte.\nstarts: 2026-12-09 18:00\n---\n"
    programme.files["events/officina/prove.md"] = by_hand
    programme.take(event(AT_SIX))
    programme.take(*EVENINGS, absence="accepted")
    assert programme.files["events/officina/prove.md"] == by_hand


def test_two_machines_write_the_same_bytes():
    one, other = Programme(), Programme()
    events = [event(AT_SIX), *EVENINGS]
    one.take(*events)
    other.take(*events)
    assert one.files == other.files


def test_what_is_written_is_in_house_style_and_passes_the_check(programme):
    from circuito.model.event import EventFields
    from circuito.writing.style import formatted

    programme.take(
        event(AT_SIX, "RRULE:FREQ=WEEKLY;COUNT=3", "LOCATION:Parco Verde", "DESCRIPTION:Uno.\\n\\n- due"), *EVENINGS
    )
    assert {path: formatted(text, EventFields) for path, text in programme.files.items()} == programme.files
    assert [each.judged[1] for each in programme.held()] == [[]] * 6
