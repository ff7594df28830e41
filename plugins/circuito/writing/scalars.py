"""One value of a file as YAML text: plain where it can be, quoted where it must be, in a block where it has lines.

The rules are those of the npm package `yaml` as the browser's editor calls it, so that both write the same bytes.
They suppose text that a file may hold: the reader refuses control characters wherever they stand.
"""

from __future__ import annotations

import json
import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

STEP = "  "
NOT_PLAIN = re.compile(
    "^[\n\t ,\\[\\]{}#&*!|>'\"%@`]"  # it begins with a sign that has a meaning
    "|^[?-]\\Z|^[?-][ \t]"
    "|[\n:][ \t]|[ \t]\n"  # a colon before a blank, or blanks at the end or start of a line
    "|[\n\t ]#|[\n\t :]\\Z"
)
NO_TEXT = re.compile(
    r"(?:~|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+"
    r"|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN"
    r"|[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+)?\Z"
)
MARK_OF_DOCUMENT = re.compile(r"%|---|\.\.\.")
BLANK_LAST_LINE = re.compile(r"\n[\t ]+\Z")
BREAKS_INSIDE = re.compile(r"\n+(?!\n|\Z)")


def scalar_text(value: Any, indent: str) -> str:
    """A value that holds no others, as it stands after its key; `indent` is that of further lines."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal | float):
        return number_text(Decimal(str(value)))
    if isinstance(value, int):
        return str(value)
    return words_text(written(value), indent)


def key_text(key: str) -> str:
    """A key as it stands in a file: plain where it can be, else in quotes."""
    if "\n" in key:
        return double_quoted(key)
    return quoted(key) if NOT_PLAIN.search(key) or NO_TEXT.match(key) or MARK_OF_DOCUMENT.match(key) else key


def written(value: Any) -> str:
    """Text, or a day, time or moment as files say it: `2026-11-28`, `18:00`, `2026-11-28 18:00`."""
    if isinstance(value, datetime):
        return f"{value.date().isoformat()} {clock(value.time())}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return clock(value)
    return str(value)


def clock(moment: time) -> str:
    """A time, with seconds only where there are any."""
    return moment.strftime("%H:%M:%S" if moment.second else "%H:%M")


def number_text(number: Decimal) -> str:
    """A number without useless zeros, never with an exponent."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").removesuffix(".")
    return "0" if text == "-0" else text


def words_text(text: str, indent: str) -> str:
    """Text: plain, quoted or in a block."""
    if "\n" in text:
        return double_quoted(text) if BLANK_LAST_LINE.search(text) else block(text, indent)
    if NOT_PLAIN.search(text) or NO_TEXT.match(text):
        return quoted(text)
    return text


def quoted(text: str) -> str:
    """One line of text in single quotes, or in double ones where that spares doubling single ones within."""
    if "'" in text and '"' not in text:
        return double_quoted(text)
    return "'" + text.replace("'", "''") + "'"


def double_quoted(text: str) -> str:
    """Text in double quotes, all of it on one line."""
    return json.dumps(text, ensure_ascii=False)


def block(text: str, indent: str) -> str:
    """Lines of text as they are, below a mark that says what becomes of the breaks at the end."""
    body = text.rstrip("\n\t ")
    end = text[len(body) :]
    blank_first = " " in body[: len(body) - len(body.lstrip("\n "))]
    mark = f"|{len(STEP) if blank_first else ''}{breaks_at_end(body, end)}"
    inside = BREAKS_INSIDE.sub(lambda breaks: breaks[0] + indent, body + end.removesuffix("\n"))
    return f"{mark}\n{indent}{inside}"


def breaks_at_end(body: str, end: str) -> str:
    """The sign for no break at the end of a text (`-`), one (nothing) or several (`+`)."""
    if "\n" not in end:
        return "-"
    return "" if body and end.index("\n") == len(end) - 1 else "+"
