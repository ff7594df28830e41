"""Bytes that should be a calendar become clean lines: one character set, one kind of line end, nothing that hides.

Lines are unfolded while they are bytes, since some programs fold within a character.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass

from ..reading.document import FORBIDDEN, composed

BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
HTML = re.compile(rb"\s*<(?:!doctype|html|head|body|\?xml|!--)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One logical line and the number of the physical one on which it begins."""

    text: str
    number: int


def looks_like_html(content: bytes) -> bool:
    """Whether it is a web page: what a sign-in gives in place of a calendar."""
    return bool(HTML.match(content.removeprefix(BOM_UTF8)[:1000]))


def lines_of(content: bytes) -> tuple[list[Line], int]:
    """The logical lines, and how many of them were no UTF-8 and were read as Windows' Western set instead."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        content = content.decode("utf-16", "replace").encode()
    content = content.removeprefix(BOM_UTF8)
    lines, foreign = [], 0
    for raw, number in unfolded(content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")):
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            foreign += 1
            text = raw.decode("cp1252", "replace")
        lines.append(Line(clean(text), number))
    return lines, foreign


def unfolded(content: bytes) -> list[tuple[bytes, int]]:
    """Logical lines with the numbers of their first ones: one that begins with a blank goes on the one before."""
    joined: list[tuple[list[bytes], int]] = []
    for number, line in enumerate(content.split(b"\n"), 1):
        if line[:1] in (b" ", b"\t") and joined:
            joined[-1][0].append(line[1:])
        elif line.strip():
            joined.append(([line.lstrip() if not joined else line], number))
    return [(b"".join(parts), number) for parts, number in joined]


def clean(text: str) -> str:
    """Text without controls, line separators and what turns the direction of writing, in composed form."""
    if text.isascii() and text.isprintable():
        return text
    return composed(FORBIDDEN.sub("", BREAKS.sub(" ", text).replace("\t", " ")))
