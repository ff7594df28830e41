"""The rows of a table, whatever program wrote it."""

from __future__ import annotations

import csv
import zipfile
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import suppress
from io import BytesIO, StringIO
from typing import Any

from . import cells
from .found import Ground, Unusable
from .heads import fields_of

LOOKED_AT = 20
MOST_UNPACKED, LONGEST_CELL = 64 * 1024 * 1024, 20_000
LAST = "circuito: the table ends here"
SHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def rows_of(content: bytes, ground: Ground) -> list[list[Any]]:
    """The rows of a table, whatever program wrote it. Raises `Unusable`."""
    if not content.startswith(SHEETS):
        return text_rows(content, ground)
    if content.startswith(SHEETS[0]):
        refuse_bomb(content, ground)
    return sheet_rows(content, ground)


def refuse_bomb(content: bytes, ground: Ground) -> None:
    """Raises `Unusable` for a file that unpacks to more than a table can be."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            size = sum(each.file_size for each in packed.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as wrong:
        raise Unusable(ground.note("table-unreadable")) from wrong
    if size > MOST_UNPACKED:
        raise Unusable(ground.note("source-large", most=MOST_UNPACKED // 1024 // 1024))


def sheet_rows(content: bytes, ground: Ground) -> list[list[Any]]:
    """The rows of the first sheet that holds any, of an Excel or OpenDocument file. Raises `Unusable`."""
    from python_calamine import CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        for name in book.sheet_names:
            rows = [list(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
            if any(any(cells.text_of(cell) for cell in row) for row in rows):
                return rows
    except Exception as wrong:  # the library has errors of many kinds, and no common one
        raise Unusable(ground.note("table-unreadable")) from wrong
    raise Unusable(ground.note("source-empty"))


def text_rows(content: bytes, ground: Ground) -> list[list[Any]]:
    """The rows of a table of text, whatever divides its columns. Line ends within quotes stay in their cell.

    Raises `Unusable` where quotes are not closed: all rows below them would be one cell.
    """
    text = decoded(content).replace("\0", "")
    divided = [(delimiter, sample_rows(text, delimiter)) for delimiter in (";", ",", "\t", "|")]
    delimiter, _ = max(divided, key=lambda each: score(each[1]))
    rows: list[list[Any]] = []
    try:
        for row in csv.reader(StringIO(f"{text}\n{LAST}", newline=""), delimiter=delimiter):
            rows.append([cell[:LONGEST_CELL] for cell in row])
    except csv.Error:  # a cell that does not end
        rows.append([])
    if rows[-1:] != [[LAST]]:
        raise Unusable(ground.note("table-quotes", row=len(rows)))
    return rows[:-1]


def decoded(content: bytes) -> str:
    """The text of a table: UTF-8 or UTF-16 where it is that, else Windows' Western set, as Excel writes it."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def sample_rows(text: str, delimiter: str) -> list[list[str]]:
    """The first rows, divided in one way."""
    found = []
    with suppress(csv.Error):
        for number, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter)):
            if number >= LOOKED_AT:
                break
            found.append(row)
    return found


def score(rows: list[list[str]]) -> tuple[int, int]:
    """How much like a table some rows are: by how many heads one of them has, and how many columns."""
    return max((len(set(fields_of(row).values())) for row in rows), default=0), max(map(len, rows), default=0)
