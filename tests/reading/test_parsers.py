"""Whatever the bytes are, reading ends with data or with our own problem, and soon."""

from __future__ import annotations

import io
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from circuito.model.terms import AreaSet
from circuito.model.values import Words
from circuito.reading.areas import areas_of
from circuito.reading.document import Document, Unreadable, markdown, yaml_file
from circuito.reading.office import office_text
from circuito.reading.pictures import picture
from circuito.reading.prose import prose
from circuito.sentences import SENTENCES
from whole_networks import NEW, copied, event, told, written

TOKENS = [
    "---\n",
    "...\n",
    "a",
    "title",
    ": ",
    ":",
    "\n",
    "  ",
    "\t",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "&a ",
    "*a",
    "!!str ",
    "!",
    "<<",
    "? ",
    "|",
    ">\n",
    '"',
    "'",
    "\\",
    "\\u202e",
    "\\x00",
    "#",
    "@",
    "`",
    "%",
    "0",
    "1.5",
    "-",
    "18:00",
    "true",
    "~",
    "é",
    "\u202e",
    "\0",
    "🎉",
    "\r\n",
    "\r",
    "\ufeff",
    "\u2028",
    "\ud7ff",
    "\U0010ffff",
    "\x85",
]
MARKDOWN = [
    "[",
    "]",
    "(",
    ")",
    "![",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "<",
    ">",
    "<!--",
    "-->",
    "<b",
    "<a href=",
    "&#106;",
    "javascript:",
    "\n",
    "\n\n",
    "    ",
    "- ",
    "1. ",
    "> ",
    "#",
    "|",
    "---",
    "\\",
    "~~",
    "http://",
    "a@b.c",
    "texto",
    "é",
    "\t",
    "[x]: y",
    "=",
    "://",
]
DIVISION = AreaSet(id="zone", file="zone.geojson", name=Words({"": "Zone"}), key="id", label="name")
text_of = lambda tokens, most: st.lists(st.sampled_from(tokens), max_size=most).map("".join)  # noqa: E731
anything = st.one_of(
    st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
)


def is_ours(read, *arguments) -> bool:
    """Whether a reader gives something, or refuses with a problem that can be told."""
    try:
        read(*arguments)
    except Unreadable as refused:
        return refused.problem.code in SENTENCES and refused.problem.told("it") != ""
    return True


@given(st.one_of(anything, text_of(TOKENS, 60).map(str.encode)))
@settings(max_examples=1500)
def test_a_yaml_file_is_read_or_refused(content):
    assert is_ours(yaml_file, "a.yaml", content)


@given(st.one_of(anything, text_of(TOKENS, 60).map(lambda text: f"---\n{text}\n---\n".encode())))
@settings(max_examples=1500)
def test_a_file_with_a_head_is_read_or_refused(content):
    assert is_ours(markdown, "a.md", content)


@given(text_of(TOKENS, 40))
@settings(max_examples=400)
def test_what_was_read_holds_no_character_that_may_not_stand_in_a_file(text):
    try:
        data = yaml_file("a.yaml", text.encode()).data
    except Unreadable:
        data = {}
    assert [char for char in str(dict(data)) if char in "\0\x1b\u202e\u2028\ufeff\x85"] == []


@given(st.one_of(text_of(MARKDOWN, 80), st.text(max_size=300)))
@settings(max_examples=1500)
def test_prose_is_safe_whatever_the_text(text):
    html, problems = prose(Document("a.md", text=text))
    lowered = html.lower()
    shown = [
        each for each in ("<script", "<img", "<iframe", "onclick=", 'href="javascript', "style=") if each in lowered
    ]
    assert (shown, {problem.code for problem in problems} <= set(SENTENCES)) == ([], True)


@given(
    st.one_of(
        anything,
        text_of(["Title", ": ", "\n", "Slug", "Date", "2026-01-01", "a", "{filename}", "<b", "\n\n", "Lang"], 40).map(
            str.encode
        ),
    )
)
@settings(max_examples=800)
def test_a_text_of_the_office_is_read_or_refused(content):
    said, links, problems = office_text("content/news/a.md", "", content)
    assert {problem.code for problem in problems} <= set(SENTENCES)


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.just(10**400)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["id", "name", "type", "coordinates", "properties", "geometry"]), inner, max_size=4
        ),
    ),
    max_leaves=20,
)


@given(st.one_of(anything, st.lists(json_values, max_size=3).map(lambda each: json.dumps({"features": each}).encode())))
@settings(max_examples=1500)
def test_areas_are_read_or_refused(content):
    areas, problems = areas_of("content/areas/zone.geojson", content, DIVISION)
    assert {problem.code for problem in problems} <= set(SENTENCES)
    assert [area for area in areas if not (area.slug and area.name and area.polygons)] == []


def made(kind: str) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (40, 30), (200, 30, 60)).save(content, kind)
    return content.getvalue()


PICTURES = {"a.png": made("PNG"), "a.jpg": made("JPEG"), "a.webp": made("WEBP")}


@given(st.sampled_from(sorted(PICTURES)), st.data())
@settings(max_examples=600)
def test_a_damaged_picture_is_read_or_refused(name, data):
    content = bytearray(PICTURES[name])
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    damaged = bytes(content[:cut]) if data.draw(st.booleans()) else bytes(content)
    assert {problem.code for problem in picture(name, damaged)[1]} <= set(SENTENCES)


@given(st.one_of(anything, text_of(TOKENS, 40).map(lambda text: event(text).encode())))
@settings(max_examples=200)
def test_a_network_is_checked_whatever_one_of_its_files_holds(tmp_path_factory, content):
    root = tmp_path_factory.getbasetemp() / "whatever"
    if not root.exists():
        copied(root)
    written(root, NEW, content)
    assert {line.split(":")[0] for line in told(root)} <= {NEW}


HOSTILE = {
    "openers": "[" * 39_000,
    "pictures": "![" * 19_000,
    "links": "[a](" * 9_000,
    "emphasis": "*a **a " * 5_000,
    "tags": "<a " * 13_000,
    "quotations": "> " * 19_000,
    "comments": "<!-- " * 7_000,
    "underscores": "_a " * 13_000,
    "stars": "**x" * 13_000,
    "lists": "".join("  " * depth + "- a\n" for depth in range(150)),
    "backticks": "".join("`" * number + " " for number in range(1, 270)),
    "a table": "|a" * 200 + "|\n" + "|-" * 200 + "|\n" + ("|b" * 40 + "|\n") * 400,
    "references": "".join(f"[a{number}]: b\n" for number in range(3_000)),
    "entities": "&" * 39_000,
    "addresses": "http://a" * 4_500,
    "mail": "a@b." * 9_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markdown_is_read_within_a_second(name):
    started = time.process_time()
    prose(Document("a.md", text=HOSTILE[name]))
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "head",
    [
        "[" * 60_000,
        "{a: " * 15_000,
        "- " * 30_000,
        "a: 1:" + "1:" * 25_000,
        "? " * 30_000,
        "a: &" + "a" * 60_000,
        '"' * 60_000,
        "a: |\n" + " \n" * 20_000,
        "a: '" + "''" * 30_000,
    ],
)
def test_a_hostile_head_is_read_within_a_second(head):
    started = time.process_time()
    is_ours(yaml_file, "a.yaml", head.encode())
    assert time.process_time() - started < 1
