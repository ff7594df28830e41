"""Members' Markdown made safe HTML: no raw HTML in, an allow-list out."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ..problems import Problem, Source
from .document import Document

TAGS = {
    "p", "br", "em", "strong", "del", "blockquote", "ul", "ol", "li", "a", "code", "pre", "hr",
    "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
OFFICE_TAGS = TAGS | {
    "h2",
    "section",
    "div",
    "span",
    "abbr",
    "dl",
    "dt",
    "dd",
    "sup",
    "sub",
    "figure",
    "figcaption",
    "img",
}
SCHEMES = {"http", "https", "mailto", "tel"}
RAW_HTML = "<!-- raw HTML omitted -->"
RAW_TAG = re.compile(r"<(?:/?[a-zA-Z][a-zA-Z0-9-]*(?=[\s/>])|[!?])")
HREF = re.compile(r'<a href="([^"]*)"')
WHOLE = re.compile(r"https?:|mailto:|tel:|/(?!/)")
LINK = re.compile(r"\]\(\s*<?(?!https?:|mailto:|tel:|/(?!/))|<(?!https?:|mailto:|tel:)[a-zA-Z][a-zA-Z0-9+.-]+:")
HEADING = re.compile(r"(</?h)([1-6])>")


def prose(document: Document) -> tuple[str, list[Problem]]:
    """The text of a document as safe HTML whose headings begin at `h3`, and what of it cannot be kept."""
    if not document.text:
        return "", []
    html = rendered(document.text)
    problems = []
    if RAW_HTML in html:
        problems.append(problem(document, "text-html", RAW_TAG))
    if "<img" in html:
        problems.append(problem(document, "text-image", re.compile(r"!\[")))
    if not all(WHOLE.match(address) for address in HREF.findall(html)):
        problems.append(problem(document, "text-link", LINK))
    return safe(deeper(html)), problems


def problem(document: Document, code: str, shape: re.Pattern[str]) -> Problem:
    """A problem at the first place in the text where the shape is found."""
    found = shape.search(document.text)
    start = found.start() if found else 0
    line = document.text_line + document.text.count("\n", 0, start)
    return Problem(code, Source(document.path, line, start - document.text.rfind("\n", 0, start)))


def rendered(text: str) -> str:
    """Markdown (CommonMark with tables, strike-through and automatic links) as HTML."""
    from cmarkgfm import markdown_to_html_with_extensions

    html: str = markdown_to_html_with_extensions(text, extensions=["table", "autolink", "strikethrough"])
    return html


def deeper(html: str) -> str:
    """Headings one level deeper and never above `h3`, so that the page's own outline comes first."""
    return HEADING.sub(lambda found: f"{found[1]}{min(max(int(found[2]) + 1, 3), 6)}>", html)


def safe(html: str) -> str:
    """HTML of members with everything gone that is not on the list."""
    cleaned: str = cleaner().clean(html)
    return cleaned.strip()


def safe_office(html: str) -> str:
    """HTML of the office's own pages: a longer list, still without scripts, styles and foreign frames.

    The page's title is its only `h1`; one in the text becomes an `h2`.
    """
    cleaned: str = office_cleaner().clean(html.replace("<h1", "<h2").replace("</h1>", "</h2>"))
    return cleaned.strip()


@cache
def cleaner() -> Any:
    import nh3

    attributes = {"a": {"href", "title"}, "ol": {"start"}}
    return nh3.Cleaner(tags=TAGS, attributes=attributes, url_schemes=SCHEMES, link_rel="nofollow noopener")


@cache
def office_cleaner() -> Any:
    import nh3

    attributes = {
        "a": {"href", "title"},
        "img": {"src", "alt", "title"},
        "*": {"id", "class", "lang", "dir"},
    }
    return nh3.Cleaner(tags=OFFICE_TAGS, attributes=attributes, url_schemes=SCHEMES, link_rel="noopener")
