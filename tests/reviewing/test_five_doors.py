"""However an event comes in, it ends as the same file, byte for byte: by hand, command, form, calendar or browser."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from circuito.commands import main
from circuito.model.event import EventFields
from circuito.writing.style import edited, file_text
from reviewing.payloads import body, payload
from reviewing.test_issue_forms import EVENT
from whole_networks import REPOSITORY, TODAY, replaced, told

PATH = "events/base/merenda-pane-e-marmellata.md"
TITLE, SUMMARY, TEXT = "Merenda: pane e marmellata", "Si mangia insieme.", "Porta una tazza."
ONLY_SOME_DOORS_SAY = {"source": None, "published": None}

BY_HAND = """\
---
id: "{id}"
starts:    "2026-12-05 16:00"
title: "Merenda: pane e marmellata"
ends: '18:30'
summary: 'Si mangia insieme.'
---
Porta una tazza.
"""
CALENDAR = "\r\n".join(
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//x//x//IT",
        "BEGIN:VEVENT",
        "UID:1@example.org",
        "DTSTAMP:20261101T000000Z",
        "DTSTART;TZID=Europe/Rome:20261205T160000",
        "DTEND;TZID=Europe/Rome:20261205T183000",
        f"SUMMARY:{TITLE}",
        rf"DESCRIPTION:{SUMMARY}\n\n{TEXT}",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
)


def by_command(root: Path) -> None:
    """`circuito new event`, answered by options."""
    about = ["--folder", str(root), "--space", "base", "--as-of", str(TODAY), "--lang", "it"]
    when = ["--starts", "2026-12-05 16:00", "--ends", "18:30"]
    what = ["--title", TITLE, "--summary", SUMMARY, "--text", TEXT, "--price-mode", ""]
    assert main(["new", "event", *about, *when, *what]) == 0


def by_form(root: Path) -> None:
    """An issue form, as GitHub tells of it."""
    when = {"starts": "2026-12-05 16:00", "ends": "18:30"}
    answers = {"space": "Casa Base", "title": TITLE, "summary": SUMMARY, "text": TEXT, **when}
    file = root.parent / "event.json"
    file.write_text(json.dumps(payload(body(EVENT, answers))))
    assert main(["from-issue", str(file), str(root), "--as-of", str(TODAY)]) == 0


def by_calendar(root: Path) -> None:
    """A calendar that the space keeps elsewhere."""
    calendars = "calendars:\n  - id: programma\n    url: https://example.org/programma.ics"
    replaced(root, "spaces/base/space.md", "run_by: [alfa]", f"run_by: [alfa]\n{calendars}")
    file = root.parent / "programma.ics"
    file.write_bytes(CALENDAR.encode())
    assert main(["import", str(root), "--space", "base", "--file", str(file), "--as-of", str(TODAY)]) == 0


def by_hand(root: Path) -> None:
    """A file written by hand in a style of its own, then `circuito fmt`."""
    (root / PATH).write_text(BY_HAND.format(id=identifier(root)))
    assert main(["fmt", str(root / PATH), "--folder", str(root)]) == 0


def identifier(root: Path) -> str:
    """The identifier that the other doors would give."""
    twin = root.parent / "twin"
    shutil.copytree(root, twin)
    by_command(twin)
    return next(line for line in (twin / PATH).read_text().splitlines() if line.startswith("id: ")).removeprefix("id: ")


DOORS = {"command": by_command, "form": by_form, "calendar": by_calendar, "hand": by_hand}


def written(root: Path) -> str:
    """The file, without what tells from where and when it came."""
    return edited((root / PATH).read_text(), EventFields, ONLY_SOME_DOORS_SAY)


@pytest.mark.parametrize("door", DOORS)
def test_every_door_ends_in_the_same_file(network, door, capsys):
    DOORS[door](network)
    data = {"title": TITLE, "summary": SUMMARY, "starts": "2026-12-05 16:00", "ends": "18:30"}
    assert written(network) == file_text(EventFields, {**data, "id": identifier_in(network)}, TEXT)
    assert told(network) == []


def identifier_in(root: Path) -> str:
    """The identifier in the file."""
    return next(line for line in (root / PATH).read_text().splitlines() if line.startswith("id: ")).removeprefix("id: ")


def test_a_form_gives_the_identifier_of_the_command_line_and_a_calendar_one_of_its_own(tmp_path, network, capsys):
    given = {}
    for door in ("command", "form", "calendar"):
        root = tmp_path / door / "rete"
        shutil.copytree(network, root)
        DOORS[door](root)
        given[door] = identifier_in(root)
    assert (given["command"] == given["form"], given["command"] == given["calendar"]) == (True, False)


def test_the_browsers_editor_writes_the_same_head(network, capsys):
    if not shutil.which("node") or not (REPOSITORY / "node_modules" / "yaml").is_dir():
        pytest.skip("node or its package yaml is not installed")
    by_command(network)
    head = written(network).split("---\n")[1]
    when = {"starts": "2026-12-05 16:00", "ends": "18:30"}
    data = {"title": TITLE, "summary": SUMMARY, **when, "id": identifier_in(network)}
    asked = json.dumps({"map": [[key, value] for key, value in data.items()]})
    command = ["node", str(REPOSITORY / "tests" / "writing" / "editor_yaml.mjs")]
    ran = subprocess.run(command, input=asked + "\n", capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == head
