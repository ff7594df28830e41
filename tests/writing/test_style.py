"""The house style: what the browser's editor writes, what our reader reads, and nothing lost in between."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from circuito.model.event import EventFields
from circuito.reading.document import FORBIDDEN, markdown
from circuito.reading.memory import CLASSES
from circuito.reading.walk import walk
from circuito.writing.style import edited, file_text, formatted, head_text
from programs import Program, installed
from whole_networks import REPOSITORY

HERE = Path(__file__).parent
TRAPS = (
    "18:00", "12:30:45", "0212345", "02 0000 0000", "+39 02 0000", "no", "Yes", "NULL", "~", "null", "True", "1.10",
    "1e5", "0x1F", "0o17", ".5", "5.", "-", "- a", "? b", "?", "a: b", "a:", ":a", "a #b", "#a", "@a", "`a`", "*a",
    "&a", "!a", "%a", "|", ">", "'", '"', "it's", "it's: so", 'he says "hi"', "L'Orto: \"qui\"", "[a]", "{a}", "a, b",
    "---", "--- a", "...", " a", "a ", "a\nb", "a\n", "a\n\n", "\na", "a\n\n\nb", "  a\nb", "a \n b", "- a\nb",
    "a: \nb", "2026-11-28", "2026-11-28 18:00", "صباح الخير", "😀 festa", "caffè", "l’una", "中文：标题", "\\n", "\\",
    "a\\b: c", "<<", "a\tb", "\ta", "a" * 300, "parola " * 60 + "fine", "=", "1_000", ".inf", "-.inf", ".nan", "x:\ty",
    "a\n  b\n c",
)  # fmt: skip

words = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t:#'\"- "), max_size=40)
texts = st.one_of(st.sampled_from(TRAPS), words).map(lambda text: FORBIDDEN.sub("", unicodedata.normalize("NFC", text)))
numbers = st.one_of(st.integers(-(10**12), 10**12), st.decimals(-99999, 99999, places=4), st.booleans())
names = st.from_regex(r"[a-z][a-z_-]{0,8}", fullmatch=True)
values = st.recursive(
    st.one_of(texts, numbers),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def editor():
    if not installed():
        pytest.skip("Node.js or the package yaml is not installed: npm ci")
    with Program("node", str(HERE / "editor_yaml.mjs")) as program:
        yield program


def pairs(value: Any) -> Any:
    """Data for the editor's writer, mappings as pairs."""
    if isinstance(value, dict):
        return {"map": [[key, pairs(inner)] for key, inner in value.items()]}
    if isinstance(value, list):
        return [pairs(inner) for inner in value]
    return float(value) if isinstance(value, Decimal) else value


def as_read(value: Any) -> Any:
    """Data as the reader gives it."""
    if isinstance(value, dict):
        return {key: as_read(inner) for key, inner in value.items()}
    return tuple(as_read(inner) for inner in value) if isinstance(value, list | tuple) else value


def texts_in(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in inner for text in texts_in(each)]


@given(values)
@settings(max_examples=600)
@example([["a"], {"b": ["c", {"d": "e\nf"}]}])
def test_it_is_what_the_browsers_editor_writes(editor, value):
    assume(not any(re.search(r"\n[\t ]+\Z", text) for text in texts_in(value)))  # the editor folds these in quotes
    data = {"extra": {"a": value, "z": "it drops blanks at the end of a head"}}
    assert head_text(EventFields, data) == editor.ask(pairs(data))


@given(values, texts.filter(bool))
@settings(max_examples=300)
def test_what_is_written_is_read_back_as_the_same_data(value, text):
    data = {"title": text, "extra": {"a": value}, "wholly unknown": value or 1}
    assert markdown("", file_text(EventFields, data, "Testo").encode()).data == as_read(data)


@pytest.mark.parametrize("text", TRAPS)
def test_text_that_looks_like_something_else_stays_text(text):
    assert markdown("", file_text(EventFields, {"title": text}).encode()).data == {"title": text}


def test_fields_stand_in_their_declared_order_without_empty_ones_and_unknown_ones_come_last():
    data = {
        "mine": 1, "themes": [], "room": None, "summary": "",
        "price": {"items": [{"amount": Decimal("8.50"), "label": "Intero"}], "mode": "fixed"},
        "ends": time(18), "starts": datetime(2026, 11, 28, 9, 30, tzinfo=UTC), "published": date(2026, 10, 1),
        "registration": {"phone": "02120000", "required": False}, "title": "Festa",
    }  # fmt: skip
    assert head_text(EventFields, data) == (
        "title: Festa\nstarts: 2026-11-28 09:30\nends: 18:00\n"
        "price:\n  mode: fixed\n  items:\n    - label: Intero\n      amount: 8.5\n"
        "registration:\n  required: false\n  phone: '02120000'\npublished: 2026-10-01\nmine: 1\n"
    )


def test_a_file_is_a_head_between_two_lines_and_its_text():
    assert file_text(EventFields, {"title": "A"}, "\nUno\n\nDue\n\n") == "---\ntitle: A\n---\n\nUno\n\nDue\n"
    assert file_text(EventFields, {"title": "A"}) == "---\ntitle: A\n---\n"


SAMPLE = tuple(each for each in walk(str(REPOSITORY))[0] if each.kind in CLASSES and each.path.endswith(".md"))


@pytest.mark.parametrize("kind", sorted({each.kind for each in SAMPLE}))
def test_formatting_the_sample_network_changes_no_data_and_no_text(kind):
    for each in (each for each in SAMPLE if each.kind == kind):
        content = (REPOSITORY / each.path).read_text()
        made = formatted(content, CLASSES[kind])
        before, after = markdown("", content.encode()), markdown("", made.encode())
        assert (after.data, after.text) == (before.data, before.text), each.path
        assert formatted(made, CLASSES[kind]) == made, each.path


COMMENTED = """---
# top

# about title
title: x  # beside
# about starts
starts: 2026-10-11
price: {mode: fixed, # c1
  items: [{label: a, amount: 5}]} # c2
themes:
  - a # ta
  # tb
  - b
  # - c
# end
---

text
"""


def test_formatting_keeps_every_comment_with_its_field():
    assert formatted(COMMENTED, EventFields) == (
        "---\n# top\n# about title\ntitle: x # beside\n# about starts\nstarts: 2026-10-11\n"
        "price: # c1\n  mode: fixed\n  items:\n    - label: a\n      amount: 5 # c2\n"
        "themes:\n  - a # ta\n  # tb\n  - b\n  # - c\n# end\n---\n\ntext\n"
    )


def test_an_edit_changes_only_the_lines_of_what_changes():
    made = edited(COMMENTED, EventFields, {"ends": time(18), "title": "x", "price": {"mode": "free"}, "themes": None})
    assert made == (
        "---\n# top\n\n# about title\ntitle: x  # beside\n# about starts\nstarts: 2026-10-11\nends: 18:00\n"
        "# c2\nprice: # c1\n  mode: free\n# end\n---\n\ntext\n"
    )


def test_an_edit_can_replace_the_text_alone():
    assert edited(COMMENTED, EventFields, {}, "nuovo") == COMMENTED.replace("text", "nuovo")
