"""How the forms read and write files: what was not changed stays byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from circuito.outputs.editor_config import kinds_of
from circuito.reading.load import load
from circuito.reading.walk import walk
from circuito.writing.things import new_id
from programs import Program
from whole_networks import REPOSITORY, TODAY

HERE = Path(__file__).parent
HEAD = """---
# una nota in cima
title: Cento cose  # quante?
summary: 'Una mostra: cento cose'
starts: 2026-11-14 9:30
ends: "24:00"
price: {mode: free} # gratis
every: tuesday

# i temi
themes: [cultura, ambiente]
registration: {phone: 0212345}
pictures:
  # la prima
  - file: a.jpg
    alt: Una cosa
    credit: Ada # chi
extra: {altezza: 9.1900}
---

Testo.
"""


@pytest.fixture(scope="module")
def editor() -> Iterator[Program]:
    """The formats of the forms, in Node.js. Skips where it or the package `yaml` is not installed."""
    node = shutil.which("node")
    if node is None or not (REPOSITORY / "node_modules" / "yaml").exists():
        pytest.skip("Node.js or the package yaml is not installed: npm ci")
    with Program(node, str(HERE / "format.mjs")) as program:
        yield program


@pytest.fixture(scope="module")
def kinds() -> dict[str, Any]:
    """What the formats know of each kind of file of the sample network."""
    from dataclasses import replace

    from circuito.publishing.languages import phrases_of

    network = load(str(REPOSITORY), today=TODAY).network
    assert network is not None
    return kinds_of(replace(network, phrases=phrases_of(network.languages, [REPOSITORY / "theme" / "phrases"])))


def written(editor: Program, facts: Any, content: str | None, **fields: Any) -> str:
    """A file after some fields were set in its form."""
    file: str = editor.ask({"facts": facts, "lang": "it", "content": content, "set": fields})["file"]
    return file


def shown(editor: Program, facts: Any, content: str) -> dict[str, Any]:
    """What the form of a file shows."""
    fields: dict[str, Any] = editor.ask({"facts": facts, "lang": "it", "content": content, "set": {}})["shown"]
    return fields


def test_every_file_of_the_sample_network_comes_back_as_it_was(editor, kinds):
    changed = []
    for found in walk(str(REPOSITORY))[0]:
        kind = found.path.split("/")[1] if found.kind == "office" else found.kind
        if kind in kinds:
            content = (REPOSITORY / found.path).read_text()
            changed += [found.path] if written(editor, kinds[kind], content) != content else []
    assert changed == []


def test_a_form_shows_days_hours_languages_and_lists(editor, kinds):
    fields = shown(editor, kinds["event"], HEAD)
    assert [fields[name] for name in ("starts", "ends", "every")] == [
        {"day": "2026-11-14", "clock": "09:30"},
        {"clock": "00:00"},
        ["tuesday"],
    ]
    assert (fields["pictures"][0]["alt"], fields["registration"]) == ({"it": "Una cosa"}, {"phone": "0212345"})


@pytest.mark.parametrize(
    ("field", "value", "old", "new"),
    [
        ("title", "Mille cose", "title: Cento cose  # quante?", "title: Mille cose # quante?"),
        ("starts", {"day": "2026-11-15", "clock": ""}, "starts: 2026-11-14 9:30", "starts: 2026-11-15"),
        ("ends", {"day": "", "clock": "18:00"}, 'ends: "24:00"', "ends: 18:00"),
        ("every", ["tuesday", "friday"], "every: tuesday", "every:\n  - tuesday\n  - friday"),
        ("price", {"mode": "offering"}, "price: {mode: free} # gratis", "price:\n  mode: offering\n  # gratis"),
        ("room", "sala", "9.1900}\n", "9.1900}\nroom: sala\n"),
        ("summary", "", "summary: 'Una mostra: cento cose'\n", ""),
        ("status", "scheduled", "", ""),
        ("only_online", False, "", ""),
        ("body", "Altro testo.", "Testo.", "Altro testo."),
    ],
)
def test_only_the_lines_of_a_changed_field_are_written_anew(editor, kinds, field, value, old, new):
    assert written(editor, kinds["event"], HEAD, **{field: value}) == HEAD.replace(old, new, 1)


def test_comments_within_a_changed_field_stay_at_what_did_not_change(editor, kinds):
    picture = {"file": "a.jpg", "alt": {"it": "Una cosa", "en": "A thing"}, "credit": "Ada", "licence": "CC BY 4.0"}
    changed = HEAD.replace("alt: Una cosa", "alt:\n      it: Una cosa\n      en: A thing")
    assert written(editor, kinds["event"], HEAD, pictures=[picture]) == changed


@pytest.mark.parametrize("name", ["festa", "l-orto-semina-merenda", "x" * 90, "y" * 120, "z" * 300])
def test_a_new_event_has_the_identifier_that_every_other_door_gives_it(editor, name):
    path = f"events/base/{name}.md"
    assert editor.ask({"path": path, "day": "2026-12-05"}) == new_id(path, date(2026, 12, 5), ())


def test_news_of_the_office_keep_their_lines(editor, kinds):
    content = "Title: Si apre\nDate: 2026-09-01\nSlug: si-apre\nSummary: Domenica.\n\nUn testo.\n\nUn altro.\n"
    changed = written(editor, kinds["news"], content, title="Si chiude", status="published")
    assert changed == content.replace("Si apre", "Si chiude")


def test_a_new_piece_of_news_has_the_head_that_the_office_writes(editor, kinds):
    fields = {"title": "Si apre", "date": "2026-09-01", "summary": "", "status": "published", "slug": "si-apre"}
    assert written(editor, kinds["news"], None, **fields, body="Un testo.") == (
        "Title: Si apre\nDate: 2026-09-01\nSlug: si-apre\n\nUn testo.\n"
    )
