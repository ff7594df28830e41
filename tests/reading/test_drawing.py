"""A logo is a drawing of shapes and nothing else."""

from __future__ import annotations

import pytest

from circuito.reading.drawing import drawing

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 64 64">'
PATH = "content/logo.svg"


def told(inner: str, head: str = OPEN) -> list[tuple[str, object]]:
    """The codes of what is wrong with a drawing, each with what it names."""
    _, problems = drawing(PATH, f"{head}{inner}</svg>".encode())
    return [(problem.code, problem.values.get("what")) for problem in problems]


def test_shapes_groups_gradients_and_references_within_are_a_logo() -> None:
    inner = '<defs><linearGradient id="a"><stop offset="0"/></linearGradient><path id="b" d="M0 0"/></defs>'
    inner += '<g fill="url(#a)" style="stroke:none"><use href="#b"/><circle r="4"/></g>'
    assert told(inner) == []


def test_a_logo_is_kept_as_it_is() -> None:
    content = f'{OPEN}<path d="M0 0h64v64z"/></svg>\n'
    assert drawing(PATH, content.encode())[0] == {"svg": content}


@pytest.mark.parametrize(
    ("inner", "what"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<image href="https://example.org/a.png"/>', "<image>"),
        ("<style>@import 'https://example.org/a.css'</style>", "<style>"),
        ("<text>Rete</text>", "<text>"),
        ("<animate attributeName='href'/>", "<animate>"),
        ('<a href="#b"><path d="M0 0"/></a>', "<a>"),
        ('<path onclick="alert(1)" d="M0 0"/>', "onclick"),
        ('<use href="https://example.org/a.svg#b"/>', "href"),
        ('<use xlink:href="//example.org/a.svg#b"/>', "href"),
        ('<path fill="url(https://example.org/a.svg#b)"/>', "fill"),
        ('<path style="fill:u\\72l(https://example.org/a)"/>', "style"),
        ("<path style=\"fill:image-set('//example.org/a' 1x)\"/>", "style"),
        ("<path style=\"fill:url(  'data:x')\"/>", "style"),
        ('<g xmlns="http://www.w3.org/1999/xhtml"/>', "<g>"),
    ],
)
def test_what_is_no_shape_or_leads_out_is_refused(inner: str, what: str) -> None:
    assert told(inner) == [("logo-unsafe", what)]


def test_a_drawing_without_a_box_is_refused() -> None:
    assert told("", '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64">') == [("logo-box", None)]


@pytest.mark.parametrize("content", [b"", b"ciao", b"<svg>", b"\xff\xfe", b"<svg xmlns='x'/><svg/>"])
def test_what_is_no_svg_is_refused(content: bytes) -> None:
    assert [problem.code for problem in drawing(PATH, content)[1]] == ["logo-unreadable"]


def test_entities_are_refused_before_they_are_read() -> None:
    content = '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + OPEN + "<title>&a;</title></svg>"
    assert [problem.values["what"] for problem in drawing(PATH, content.encode())[1]] == ["<!DOCTYPE>"]
