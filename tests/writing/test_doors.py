"""Five doors lead to the same file: the same event, however it comes in, is the same bytes."""

from __future__ import annotations

import json

import pytest

from circuito.commands import main
from circuito.commands.forms import phrases
from circuito.importing.calendars import read
from circuito.importing.merge import merged
from circuito.model.event import EventFields
from circuito.outputs.editor_config import kinds_of
from circuito.publishing.languages import phrases_of
from circuito.reading.document import markdown
from circuito.reading.load import load
from circuito.reviewing.forms import forms
from circuito.writing.style import edited
from importing.sources import calendar, ground
from importing.sources import event as entry
from programs import Program, installed
from reviewing.payloads import body, payload
from whole_networks import REPOSITORY, SMALL, TODAY, told

PATH = "events/base/merenda-pane-e-olio.md"
TEXT = "Si porta **una tazza**: o due.\n\n- pane\n- olio"
FILE = f"""---
title: 'Merenda: pane e olio'
summary: Pane, olio e quattro chiacchiere.
starts: 2026-12-05 16:30
ends: 18:00
id: merenda-pane-e-olio-nr8y
price:
  mode: free
themes:
  - cura
published: 2026-11-22
---

{TEXT}
"""
SAID = {
    "title": "Merenda: pane e olio",
    "summary": "Pane, olio e quattro chiacchiere.",
    "starts": "2026-12-05 16:30",
    "ends": "18:00",
}
DAY = ("--as-of", str(TODAY), "--lang", "it")


def test_the_command_line(network):
    options = [part for name, value in SAID.items() for part in (f"--{name}", value)]
    options += ["--space", "base", "--themes", "cura", "--text", TEXT]
    assert main(["new", "event", "--folder", str(network), *options, *DAY]) == 0
    assert ((network / PATH).read_text(), told(network)) == (FILE, [])


def test_an_issue_form(network, tmp_path):
    form = next(each for each in forms(load(str(SMALL), today=TODAY).network, phrases()) if each.kind == "event")
    answers = {**SAID, "space": "Casa Base", "price.mode": free(form), "themes": "Cura", "text": TEXT}
    (tmp_path / "issue.json").write_text(json.dumps(payload(body(form, answers))))
    asked = ["from-issue", str(tmp_path / "issue.json"), str(network), "--as-of", str(TODAY)]
    assert main([*asked, "--answer", str(tmp_path / "answer.md")]) == 0
    assert (network / PATH).read_text() == FILE


def free(form) -> str:
    """The word of a form for what costs nothing."""
    options = next(asked.options for asked in form.asked if asked.key == "price.mode")
    return next(word for word, mode in options.items() if mode == "free")


@pytest.mark.skipif(not installed(), reason="Node.js or the package yaml is not installed: npm ci")
def test_a_form_in_the_browser(network):
    made = load(str(network), today=TODAY).network
    facts = kinds_of(with_words(made))["event"]
    fields = {
        **SAID,
        "starts": {"day": "2026-12-05", "clock": "16:30"},
        "ends": {"day": "", "clock": "18:00"},
        "id": "merenda-pane-e-olio-nr8y",
        "price": {"mode": "free"},
        "themes": ["cura"],
        "published": "2026-11-22",
        "body": TEXT,
    }
    with Program("node", str(REPOSITORY / "tests/editor/format.mjs")) as program:
        assert program.ask({"facts": facts, "lang": "it", "content": None, "set": fields})["file"] == FILE


def with_words(network):
    """A network with the phrases of its languages."""
    from dataclasses import replace

    return replace(network, phrases=phrases_of(network.languages, [REPOSITORY / "theme" / "phrases"]))


def test_a_file_written_by_hand_and_formatted(write):
    by_hand = f"""---
published: "2026-11-22"
title: "Merenda: pane e olio"

summary: "Pane, olio e quattro chiacchiere."
starts: "2026-12-05 16:30"
ends: "18:00"
price: {{mode: free}}
themes: [cura]
id: 'merenda-pane-e-olio-nr8y'
room:
---
{TEXT}"""
    root = write(PATH, by_hand)
    main(["fmt", str(root / PATH), "--folder", str(root)])
    assert (root / PATH).read_text() == FILE


def test_an_imported_calendar_once_its_event_is_taken_over():
    lines = ("DTSTART;TZID=Europe/Rome:20261205T163000", "DTEND;TZID=Europe/Rome:20261205T180000")
    content = calendar(entry(*lines, title="SUMMARY:Merenda: pane e olio"))
    (change,) = merged(read(content, ground()), [], set(), ground()).changes
    own = markdown(PATH, FILE.encode()).data
    taken = markdown(PATH, change.content.encode()).data
    assert {name: taken[name] for name in ("title", "starts", "ends")} == {
        name: own[name] for name in ("title", "starts", "ends")
    }
    settled = {name: own.get(name) for name in {**taken, **own}}
    assert edited(change.content, EventFields, settled, TEXT) == FILE
