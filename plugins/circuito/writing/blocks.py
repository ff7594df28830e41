"""Data as lines of YAML in block style: fields in their declared order, two blanks a step, comments in their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..reading.declared import inner_declarations
from ..reading.document import Path
from .comments import NOTHING, Notes
from .scalars import STEP, key_text, scalar_text


def mapping_lines(
    data: Mapping[str, Any], kind: type | None, indent: str = "", notes: Notes = NOTHING, path: Path = ()
) -> Iterator[str]:
    """The lines of a mapping whose fields the declaration `kind` names; without one, in the order given."""
    within = inner_declarations(kind) if kind else {}
    for key in in_order(data, within):
        at = (*path, key)
        yield from remarks(notes.above.get(at, ()), indent)
        yield from value_lines(f"{indent}{key_text(key)}:", data[key], within.get(key), indent, notes, at)
        yield from remarks(notes.below.get(at, ()), indent)


def in_order(data: Mapping[str, Any], declared: Iterable[str]) -> list[str]:
    """The keys of a mapping: the declared ones in their order, then the others."""
    known = [key for key in declared if key in data]
    return known + [key for key in data if key not in known]


def remarks(texts: Iterable[str], indent: str) -> Iterator[str]:
    """Comments on lines of their own."""
    return (indent + text for text in texts)


def value_lines(head: str, value: Any, kind: type | None, indent: str, notes: Notes, at: Path) -> Iterator[str]:
    """The lines of a value after its key, or of an item after its dash."""
    beside = f" {notes.beside[at]}" if at in notes.beside else ""
    if holds(value):
        yield head + beside
        yield from held_lines(value, kind, indent + STEP, notes, at)
    else:
        first, *more = flat_text(value, indent + STEP).split("\n")
        yield f"{head} {first}{beside}"
        yield from more


def list_lines(items: Sequence[Any], kind: type | None, indent: str, notes: Notes, path: Path) -> Iterator[str]:
    """The lines of a list. What an item holds begins on the line of its dash, below comments on its first part."""
    for number, item in enumerate(items):
        at = (*path, number)
        yield from remarks(notes.above.get(at, ()), indent)
        if holds(item):
            lines = list(held_lines(item, kind, indent + STEP, notes, at))
            opening = next(index for index, line in enumerate(lines) if not line.lstrip().startswith("#"))
            yield from (indent + line.lstrip() for line in lines[:opening])
            yield f"{indent}- {lines[opening].lstrip()}"
            yield from lines[opening + 1 :]
        else:
            yield from value_lines(f"{indent}-", item, kind, indent, notes, at)
        yield from remarks(notes.below.get(at, ()), indent)


def held_lines(value: Any, kind: type | None, indent: str, notes: Notes, at: Path) -> Iterator[str]:
    """The lines of a list or mapping that is not empty."""
    if isinstance(value, Mapping):
        return mapping_lines(value, kind, indent, notes, at)
    return list_lines(value, kind, indent, notes, at)


def holds(value: Any) -> bool:
    """Whether a value is a list or mapping that is not empty."""
    return isinstance(value, list | tuple | Mapping) and bool(value)


def flat_text(value: Any, indent: str) -> str:
    """A value that holds no others: a scalar, or empty brackets."""
    if isinstance(value, Mapping):
        return "{}"
    return "[]" if isinstance(value, list | tuple) else scalar_text(value, indent)
