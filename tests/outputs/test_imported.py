"""The office's page of imports: what the last runs left, in words; nobody else is led to it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from small_networks import BASE, TODAY, published, read, written

from circuito.importing.state import as_data, keep
from circuito.model.imports import ImportState
from circuito.outputs.imported import imports
from circuito.outputs.sitemap import sitemap
from circuito.problems import Problem, Source
from circuito.reading.imports import understood

PROFILE = BASE["spaces/base/space.md"]
ONE = PROFILE.replace("run_by", "calendars: [{id: programma, url: webcal://example.org/a.ics}]\nrun_by")
GOOD = ImportState(
    space="base",
    calendar="programma",
    tried="2026-11-21",
    succeeded="2026-11-21",
    entries=14,
    kept=12,
    refused={"fault": 1},
)
WRONG = Problem("entry-start-unreadable", Source("base/programma", 7), {"title": "Coro", "value": "boh"})


def shown(root: Path, *states: ImportState, profile: str = ONE, today: date = TODAY) -> dict:
    """What the page shows after some runs."""
    written(root, {"spaces/base/space.md": profile}, today=today)
    for state in states:
        keep(str(root), state, b"BEGIN:VCALENDAR")
    return dict(next(imports(read(root, today=today, site=""))).shows)


def test_there_is_no_page_where_no_space_names_a_calendar(tmp_path):
    assert list(imports(written(tmp_path))) == []


def test_a_calendar_that_was_never_read_says_so(tmp_path):
    [row] = shown(tmp_path)["table"].rows
    assert (row.head.text.text, row.cells) == ("Base", ("programma", "Non ancora letto", "mai", "0 / 0", "0"))


def test_a_calendar_that_was_read_tells_when_and_how_much(tmp_path):
    said = shown(tmp_path, GOOD)
    assert said["table"].rows[0].cells[1:] == ("Va bene", "21 nov 2026", "12 / 14", "1")
    assert dict(said["figures"]) == {"calendars": "1", "well": "1", "events": "12", "faults": "1"}


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (replace(GOOD, failed=True), "L’ultima lettura non è riuscita"),
        (replace(GOOD, succeeded="2026-11-10"), "Non si legge da più di una settimana"),
    ],
)
def test_a_calendar_that_fails_or_is_late_says_so(tmp_path, state, told):
    assert shown(tmp_path, state)["table"].rows[0].cells[1] == told


def test_a_calendar_that_is_paused_says_so(tmp_path):
    paused = ONE.replace("{id: programma,", "{id: programma, paused: true,")
    assert shown(tmp_path, profile=paused)["table"].rows[0].cells[1] == "In pausa"


def test_what_is_to_be_looked_at_is_told_in_the_pages_language(tmp_path):
    [calendar] = shown(tmp_path, replace(GOOD, told=(as_data(WRONG),)))["calendars"]
    assert [each.text for each in calendar.told] == [
        "«Coro» ha una data che non si può leggere: `boh` (correggila nel calendario)"
    ]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"version": 1}',
        '{"version": 99}',
        json.dumps({"version": 1, "space": "base", "calendar": "programma", "told": [{"code": "boh"}, 3]}),
    ],
)
def test_a_state_that_cannot_be_read_is_none(tmp_path, content):
    shown(tmp_path, GOOD)
    (tmp_path / ".circuito/imports/base/programma.json").write_text(content)
    said = next(imports(read(tmp_path, today=TODAY, site=""))).shows
    assert (said["table"].rows[0].cells[1], said["calendars"]) == ("Non ancora letto", ())


@pytest.mark.parametrize(
    "wrong",
    [
        {"succeeded": "ieri"}, {"tried": "20261121"}, {"entries": -1}, {"kept": "12"}, {"refused": {"altro": 1}},
        {"etag": "a\r\nb"}, {"modified": "è"}, {"content": "../a"}, {"host": "x" * 301}, {"space": "../base"},
        {"told": [{"code": "A B"}]}, {"told": [{"code": "tentative", "values": {"title": "x" * 501}}]},
        {"told": [{"code": "tentative", "values": {}}] * 201}, {"shrunk": 10**9}, {"version": 2},
    ],
)  # fmt: skip
def test_a_state_that_no_import_could_have_written_is_none(wrong):
    sound = {"version": 1, "space": "base", "calendar": "programma"}
    told = [understood(json.dumps(each).encode()) for each in (sound, sound | wrong)]
    assert [each is not None for each in told] == [True, False]


def test_search_engines_are_asked_to_pass_by(tmp_path):
    said = shown(tmp_path)
    network = read(tmp_path, today=TODAY, site="https://rete.example.org")
    listed = b"".join(published(network, sitemap).values())
    assert (said["robots"], b"importazioni" in listed) == ("noindex", False)
