"""What people wrote into a file by hand stays: comments, whatever the style of the head around them."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from circuito.model.event import EventFields
from circuito.reading.document import Unreadable, markdown
from circuito.writing.head import Head
from circuito.writing.style import edited, filled, formatted

KEYS = ("title", "summary", "starts", "price", "themes", "registration", "extra", "mistyped")
texts = st.sampled_from(
    ("uno", "due: tre", "18:00", "a\nb", "a\n\nb\n", "# no", "it's", "[x]", "", "perché no", "long " * 30)
)
values = st.recursive(
    st.one_of(texts, st.integers(0, 99), st.booleans(), st.none()),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("mode", "items", "label", "it")), inner, max_size=3)
    ),
    max_leaves=6,
)
heads = st.dictionaries(st.sampled_from(KEYS), values, max_size=5)


@st.composite
def files(draw: Any) -> str:
    """A file in any style, with comments above and beside what it says, and blank lines."""
    flow, width = draw(st.sampled_from((True, False, None))), draw(st.sampled_from((10, 40, 200)))
    data = draw(heads)
    said = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True, width=width, sort_keys=False)
    lines = said.split("\n")[:-1] if data else []
    for number in draw(st.lists(st.integers(0, 40), max_size=5)):
        place = number % (len(lines) + 1)
        kind = draw(st.sampled_from(("above", "indented", "beside", "blank")))
        if kind == "beside" and lines:
            lines[place - 1] += f" # c{number}"
        else:
            blanks = {"above": 0, "indented": draw(st.integers(1, 6))}.get(kind, 0)
            lines.insert(place, "" if kind == "blank" else f"{' ' * blanks}# c{number}")
    return "\n".join(["---", *lines, "---", "", "Testo", ""])


def remarks(content: str) -> list[str]:
    """The texts of all comments in a file, sorted."""
    return sorted(each.text for each in Head.of(content).comments)


def said(content: str) -> dict[str, Any]:
    """The data of a file without what was left open."""
    return without_none(markdown("", content.encode()).data)


def without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_none(inner) for key, inner in value.items() if inner is not None}
    return tuple(without_none(inner) for inner in value) if isinstance(value, tuple) else value


def readable(content: str) -> bool:
    try:
        markdown("", content.encode())
    except Unreadable:
        return False
    return True


@given(files())
@example("---\n{price: null}\n # c1\n---\n\nTesto\n")
@example("---\nprice:\n      # c1\n  mode: free\n---\n\nTesto\n")
@settings(max_examples=300)
def test_formatting_keeps_data_text_and_comments_and_has_nothing_left_to_do(content):
    assume(readable(content))
    made = formatted(content, EventFields)
    assert (said(made), remarks(made)) == (said(content), remarks(content))
    assert markdown("", made.encode()).text == markdown("", content.encode()).text
    assert formatted(made, EventFields) == made


@given(files())
@example("---\nprice:\n  mode: []\n---\n\nTesto\n")
@settings(max_examples=200)
def test_an_edit_of_nothing_changes_no_byte(content):
    assume(readable(content) and Head.of(content).field_by_line())
    data = {key: value for key, value in markdown("", content.encode()).data.items() if value not in (None, "", (), {})}
    assert edited(content, EventFields, data) == content


@given(files(), st.sampled_from(KEYS), values)
@example("---\nextra: []\n# c5\n # c9\n---\n\nTesto\n", "extra", "uno")
@settings(max_examples=300)
def test_an_edit_changes_one_field_and_keeps_the_lines_of_others_and_all_comments(content, key, value):
    assume(readable(content))
    made = edited(content, EventFields, {key: value})
    before, after = said(content), said(made)
    assert {name: inner for name, inner in after.items() if name != key} == {
        name: inner for name, inner in before.items() if name != key
    }
    if Head.of(content).field_by_line():
        assert other_fields(made, key) == other_fields(content, key)
    if filled({key: value}, EventFields):  # a field that goes takes its own comments with it
        assert remarks(made) == remarks(content)


def other_fields(content: str, key: str) -> list[tuple[str, ...]]:
    """The lines of all fields but one."""
    return [part.lines for part in Head.of(content).parts() if part.key not in (None, key)]
