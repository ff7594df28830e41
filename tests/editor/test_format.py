"""How the forms read and write files: what was not changed stays byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from circuito.model.event import EventFields
from circuito.outputs.editor_config import kinds_of
from circuito.reading.declared import fields_of
from circuito.reading.document import markdown
from circuito.reading.load import load
from circuito.reading.walk import walk
from circuito.writing.style import formatted
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


OPEN = """---
title: Cento cose
summary: Una mostra.
starts: 2026-11-14
extra:
  2026: [uno, due]
  altezza: 9.1900 # in metri
  sigla: "12"
  a.b: {c: true}
  motto: Si entra
---
"""
FACTS = [
    {"name": "2026", "value": '["uno","due"]'},
    {"name": "altezza", "value": "9.19"},
    {"name": "sigla", "value": '"12"'},
    {"name": "a.b", "value": '{"c":true}'},
    {"name": "motto", "value": "Si entra"},
]


def test_facts_of_a_networks_own_are_shown_as_names_and_values(editor, kinds):
    assert shown(editor, kinds["event"], OPEN)["extra"] == FACTS


def test_a_fact_of_a_networks_own_is_changed_and_the_others_stay(editor, kinds):
    facts = [*FACTS[:4], {"name": "motto", "value": "Si resta: sempre"}, {"name": "voci", "value": "3"}]
    changed = (
        "extra:\n  2026:\n    - uno\n    - due\n  altezza: 9.1900 # in metri\n  sigla: '12'\n"
        "  a.b:\n    c: true\n  motto: 'Si resta: sempre'\n  voci: 3\n---\n"
    )
    assert written(editor, kinds["event"], OPEN, extra=facts) == OPEN[: OPEN.index("extra:")] + changed


def test_of_two_facts_under_one_name_none_is_lost(editor, kinds):
    facts = [{"name": "sala", "value": "A"}, {"name": "sala", "value": "B"}]
    assert "extra:\n  sala: A\n  sala 2: B\n" in written(editor, kinds["event"], None, extra=facts)


FRESH = {
    "title": "Cento cose",
    "summary": "Una mostra.",
    "starts": {"day": "2026-11-14", "clock": ""},
    "rrule": "FREQ=MONTHLY;BYDAY=-1FR",
    "formerly": ["cento-cose-2025", "2025"],
    "extra": [
        {"name": "altezza", "value": "9.19"},
        {"name": "telefono", "value": "0212345"},
        {"name": "vero", "value": "true"},
        {"name": "nota", "value": '"true"'},
        {"name": "elenco", "value": '["uno: due", 3]'},
        {"name": "lungo", "value": "12345678901234567890"},
    ],
}


def test_what_only_a_few_write_is_in_the_house_style_and_sound(editor, kinds):
    made = written(editor, kinds["event"], None, **FRESH)
    fields, problems = fields_of(EventFields, markdown("events/base/cose.md", made.encode()))
    assert (problems, made, fields.rrule, fields.formerly) == (
        [],
        formatted(made, EventFields),
        "FREQ=MONTHLY;BYDAY=-1FR",
        ("cento-cose-2025", "2025"),
    )
    assert fields.extra == {
        "altezza": 9.19,
        "telefono": "0212345",
        "vero": True,
        "nota": "true",
        "elenco": ["uno: due", 3],
        "lungo": "12345678901234567890",
    }


BRAND = """mark:
  stop: circle
  figures:
    casa: house # due falde
voice:
  - it: Frasi brevi
    en: Short sentences
  - Si invita
"""


def test_the_voice_and_the_figures_of_a_brand_are_written_in_its_file(editor, kinds):
    voice = [{"it": "Frasi brevi", "en": "Short sentences"}, {"it": "Si invita"}, {"it": "Niente sigle", "en": ""}]
    mark = {"stop": "circle", "figures": {"casa": "house", "cascina": "court"}}
    assert written(editor, kinds["brand"], BRAND, voice=voice, mark=mark) == (
        BRAND.replace("  stop: circle\n", "").replace("falde\n", "falde\n    cascina: court\n") + "  - Niente sigle\n"
    )


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
