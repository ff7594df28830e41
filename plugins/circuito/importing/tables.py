"""Tables as sources: the lists that spaces keep already, as CSV, Excel or OpenDocument, a row for each event.

The first row that names a title and a day is the heads; the words of `HEADS` are known, in any order, and what other
columns hold stays where it is. Every row below is an event or is refused by its number, its column, and what to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from . import cells
from .found import Found, Ground, Refused, Taken, Unusable
from .heads import fields_of
from .places import folded, room_names
from .rows import LOOKED_AT, rows_of
from .texts import shortened
from .told import Told
from .told_events import events_of

NEEDED = {"title", "day"}
MOST_ROWS, MOST_COLUMNS = 10_000, 200


@dataclass(frozen=True, slots=True)
class Table:
    """The heads of a table as fields by column, and its rows with their numbers."""

    columns: Mapping[int, str]
    heads: Sequence[str]
    rows: Sequence[tuple[int, Sequence[Any]]]


class Wrong(Exception):
    """A cell that cannot be understood; carries the code of a sentence, the field, and what the cell holds."""

    def __init__(self, code: str, field: str, value: str = "") -> None:
        super().__init__(code)
        self.code, self.field, self.value = code, field, value


def read(content: bytes, ground: Ground) -> Taken:
    """What a table tells. Raises `Unusable` for what is none."""
    if not content.strip(b"\0 \t\r\n"):
        raise Unusable(ground.note("source-empty"))
    table = headed(rows_of(content, ground), ground)
    notes = [ground.note("table-column", name=shortened(head, 40)) for head in strangers(table)]
    month_first = cells.is_month_first([cells.text_of(value) for _, row in table.rows for value in days_in(table, row)])
    told, refused = [], []
    for number, row in table.rows:
        try:
            told.append(told_of(table, number, row, month_first, ground))
        except Wrong as wrong:
            refused.append(refused_row(table, number, row, wrong, ground))
    judged = list(events_of(told, ground))
    found = tuple(each for each in judged if isinstance(each, Found))
    refused += [each for each in judged if isinstance(each, Refused)]
    return Taken(entries=len(table.rows), found=found, refused=tuple(refused), notes=tuple(notes))


# Rows below their heads


def headed(rows: list[list[Any]], ground: Ground) -> Table:
    """The table below the heads. Raises `Unusable` where none names a title and a day."""
    if len(rows) > MOST_ROWS:
        raise Unusable(ground.note("table-long", count=len(rows), most=MOST_ROWS))
    for number, row in enumerate(rows[:LOOKED_AT]):
        columns = fields_of(row[:MOST_COLUMNS])
        if set(columns.values()) >= NEEDED:
            heads = [cells.text_of(each) for each in row]
            below = [(at + 1, each) for at, each in enumerate(rows) if at > number and holds_anything(each)]
            return Table(columns, heads, below)
    first = next((row for row in rows if holds_anything(row)), [])
    shown = ", ".join(cells.text_of(each) for each in first[:8] if cells.text_of(each))
    raise Unusable(ground.note("table-without-heads", heads=shortened(shown, 120)))


def holds_anything(row: Sequence[Any]) -> bool:
    """Whether a row is no empty line."""
    return any(cells.text_of(cell) for cell in row)


def strangers(table: Table) -> Iterator[str]:
    """The columns that are none of ours."""
    return (head for column, head in enumerate(table.heads) if head and column not in table.columns)


def days_in(table: Table, row: Sequence[Any]) -> Iterator[Any]:
    """The cells of a row that hold days."""
    return (row[column] for column, field in table.columns.items() if field in ("day", "end_day") and column < len(row))


# One row


def told_of(table: Table, number: int, row: Sequence[Any], month_first: bool, ground: Ground) -> Told:
    """What a row tells. Raises `Wrong`."""
    given = {field: row[column] for column, field in table.columns.items() if column < len(row)}
    said = {field: cells.text_of(cell) for field, cell in given.items()}
    if not said.get("title"):
        raise Wrong("row-lacks", "title")
    starts, ends = times_of(given, said, month_first)
    free, offering, prices = priced(given.get("price"), said.get("price", ""))
    link, booked = said.get("booking", ""), None
    if link and not link.startswith("http"):
        link, booked = "", folded(link) not in ("no", "nessuna", "none", "non serve", "non necessaria")
    room = room_of(said.get("room", ""), ground)
    return Told(
        title=said["title"],
        starts=starts,
        ends=ends,
        doors=(clocks("doors", given["doors"])[0] if said.get("doors") else ""),
        status=status_of(said.get("status", "")),
        summary=said.get("summary", ""),
        description=said.get("description", ""),
        link=said.get("link", ""),
        name=said.get("name", ""),
        place=said.get("place", "") if room or not said.get("room") else f"{said['room']}, {said.get('place', '')}",
        address=said.get("address", ""),
        room=room,
        free=free,
        offering=offering,
        prices=prices,
        booking=link,
        booking_needed=booked,
        ages=said.get("ages", ""),
        languages=tuple(part.strip() for part in re.split(r"[,;/ ]+", said.get("languages", "")) if part),
        sorts=(said.get("sorts", ""),),
        audience=(said.get("audience", ""),),
        line=number,
    )


def times_of(given: Mapping[str, Any], said: Mapping[str, str], month_first: bool) -> tuple[str, str]:
    """The start and the end of a row, in ISO form. Raises `Wrong`."""
    if not said.get("day"):
        raise Wrong("row-lacks", "day")
    found = cells.day_of(given["day"], month_first)
    if found is None:
        raise Wrong("row-day", "day", said["day"])
    day, rest = found
    starts, ends = clocks("clock", given["clock"]) if said.get("clock") else ("", "")
    if not starts and rest:
        starts, ends = clocks("day", rest)
    if said.get("end_clock"):
        ends = end_clock(given["end_clock"], month_first)
    last = day
    if said.get("end_day"):
        other = cells.day_of(given["end_day"], month_first)
        if other is None:
            raise Wrong("row-day", "end_day", said["end_day"])
        last = other[0]
    if not starts:
        return str(day), str(last) if last != day else ""
    if not ends:
        return f"{day} {starts}", f"{last} {starts}" if last != day else ""
    if last == day and ends != "24:00" and ends <= starts:
        last += timedelta(days=1)  # it goes on into the night
    return f"{day} {starts}", f"{last} {ends}"


def clocks(field: str, cell: Any) -> tuple[str, str]:
    """The start and end that a cell tells. Raises `Wrong`."""
    found = cells.clocks_of(cell)
    if found is None:
        raise Wrong("row-clock", field, cells.text_of(cell))
    return found


def end_clock(cell: Any, month_first: bool) -> str:
    """The time at which a cell says that something ends, with its day or alone. Raises `Wrong`."""
    if not isinstance(cell, int | float) and (dated := cells.day_of(cell, month_first)):
        return clocks("end_clock", dated[1])[0] if dated[1] else ""
    return clocks("end_clock", cell)[0]


def priced(cell: Any, said: str) -> tuple[bool | None, bool, tuple[tuple[str, str], ...]]:
    """What a cell tells of the price. Raises `Wrong`."""
    if not said:
        return None, False, ()
    found = cells.prices_of(cell)
    if found is None:
        raise Wrong("row-price", "price", said)
    return found


def status_of(said: str) -> str:
    """The status that a cell names. Raises `Wrong`."""
    found = cells.state_of(said) if said else "scheduled"
    if found is None:
        raise Wrong("row-status", "status", said)
    return "" if found == "scheduled" else found


def room_of(said: str, ground: Ground) -> str:
    """The room of a name; empty where the space has none of that name."""
    rooms = room_names(ground)
    name = folded(said)
    return rooms.get(name) or rooms.get(name.removeprefix("sala ")) or rooms.get(f"sala {name}") or ""


def refused_row(table: Table, number: int, row: Sequence[Any], wrong: Wrong, ground: Ground) -> Refused:
    """A row that becomes no event: its number, its column, what is there and what to write."""
    column = next((at for at, field in table.columns.items() if field == wrong.field), 0)
    title = next(
        (cells.text_of(row[at]) for at, field in table.columns.items() if field == "title" and at < len(row)), ""
    )
    values: dict[str, str | int] = {"row": number, "column": letter(column), "head": shortened(table.heads[column], 40)}
    reason = ground.note(wrong.code, number, **values, value=shortened(wrong.value, 40))
    return Refused(title=title or f"{letter(column)}{number}", reason=reason)


def letter(column: int) -> str:
    """The letter of a column, as spreadsheets name it."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
