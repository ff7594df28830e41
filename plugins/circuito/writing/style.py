"""The house style of files: the one place that turns data into a file, and files into their best form.

It is what the browser's editor writes with our configuration, so that a first save there changes only what was
changed: block style, fields in their declared order, text plain wherever it can be, else in quotes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..model.declaration import declared_fields
from ..reading.declared import inner_declarations
from ..reading.document import Path
from .blocks import in_order, mapping_lines
from .comments import NOTHING, Notes
from .head import FENCE, Head, Part

EMPTY: tuple[Any, ...] = (None, "", (), [], {})


def head_text(kind: type, data: Mapping[str, Any]) -> str:
    """The YAML of plain data: keys in the order of the declaration `kind`, unknown ones last, empty values left out.

    Days, times and moments may be given as such or as text.
    """
    return "".join(f"{line}\n" for line in mapping_lines(filled(data, kind), kind))


def file_text(kind: type, data: Mapping[str, Any], text: str = "") -> str:
    """A whole Markdown file: its head between two lines of `---`, and its text."""
    return f"{FENCE}\n{head_text(kind, data)}{FENCE}\n" + body_text(text)


def body_text(text: str) -> str:
    """The text of a file as it stands below the head."""
    text = text.strip("\n")
    return f"\n{text}\n" if text else ""


def filled(value: Any, kind: type | None) -> Any:
    """Data without empty values, save in what nobody declared."""
    if isinstance(value, list | tuple):
        return [filled(inner, kind) for inner in value]
    if not kind or not isinstance(value, Mapping):
        return value
    within = inner_declarations(kind)
    told = {key: filled(inner, within.get(key)) for key, inner in value.items()}
    return {key: inner for key, inner in told.items() if inner not in EMPTY or inner is False or inner == 0}


def formatted(content: str, kind: type) -> str:
    """A Markdown file in house style: the same data, text and comments. Raises `Unreadable`.

    Fields left open that need not be filled are left out, save those on which there is a comment.
    """
    head = Head.of(content)
    data = told(head.document.data, kind, head.notes.paths(), ())
    lines = mapping_lines(data, kind, "", head.notes)
    top, bottom = head.notes.above.get((), ()), head.notes.below.get((), ())
    return "\n".join((FENCE, *top, *lines, *bottom, FENCE, "")) + body_text(head.document.text)


def told(value: Any, kind: type | None, spoken_of: set[Path], path: Path) -> Any:
    """Data without the fields that were left open, save those that must be filled and those with a comment."""
    if isinstance(value, tuple):
        return tuple(told(inner, kind, spoken_of, (*path, number)) for number, inner in enumerate(value))
    if not kind or not isinstance(value, Mapping):
        return value
    within = inner_declarations(kind)
    needed = {each.name for each in declared_fields(kind) if each.required}
    return {
        key: told(inner, within.get(key), spoken_of, (*path, key))
        for key, inner in value.items()
        if inner is not None or key not in within or key in needed or (*path, key) in spoken_of
    }


def edited(content: str, kind: type, changes: Mapping[str, Any], text: str | None = None) -> str:
    """A Markdown file with some fields of its head set (None removes) and, where given, another text.

    Only the lines of what changes are written anew, unless fields share a line. Raises `Unreadable`.
    """
    head = Head.of(content)
    if not head.field_by_line():
        head = Head.of(formatted(content, kind))
    parts, old, new = head.parts(), filled(head.document.data, kind), filled(changes, kind)
    for key in in_order(changes, inner_declarations(kind)):
        if is_said(head.document.data, key, changes[key], kind):
            continue
        if key not in new:
            parts = [part for part in parts if part.key != key]
        elif key not in head.document.data:
            parts.insert(place_for(key, parts, kind), Part(key, field_lines(key, new[key], kind)))
        else:
            notes, homeless = head.notes.kept_inside(key, kept_paths(old.get(key), new[key], (key,)))
            lines = (*homeless, *field_lines(key, new[key], kind, notes))
            parts = [Part(key, lines) if part.key == key else part for part in parts]
    body = "\n".join(head.rest) if text is None else f"{FENCE}\n{body_text(text)}"
    return "\n".join((FENCE, *(line for part in parts for line in part.lines), body))


def field_lines(key: str, value: Any, kind: type, notes: Notes = NOTHING) -> tuple[str, ...]:
    """The lines of one field of a head."""
    return tuple(mapping_lines({key: value}, kind, "", notes))


def is_said(data: Mapping[str, Any], key: str, value: Any, kind: type) -> bool:
    """Whether a field has a value already, empty parts aside."""
    if key not in data:
        return False
    pairs = ((data[key], value), tuple(filled({key: each}, kind).get(key) for each in (data[key], value)))
    return any(field_lines(key, old, kind) == field_lines(key, new, kind) for old, new in pairs if new is not None)


def kept_paths(old: Any, new: Any, path: Path) -> Iterator[Path]:
    """The paths that stay what they were when a value becomes another; an item of a list only if it is the same."""
    yield path
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in [key for key in new if key in old]:
            yield from kept_paths(old[key], new[key], (*path, key))
    elif isinstance(old, list | tuple) and isinstance(new, list | tuple):
        for number, (before, after) in enumerate(zip(old, new, strict=False)):
            if before == after:
                yield from kept_paths(before, after, (*path, number))


def place_for(key: str, parts: Sequence[Part], kind: type) -> int:
    """Where among the parts of a head a new field goes: behind those that its declaration names before it."""
    order = list(inner_declarations(kind))
    before = order[: order.index(key)] if key in order else order
    known = [number for number, part in enumerate(parts) if part.key and (part.key in before or key not in order)]
    return known[-1] + 1 if known else min(1, len(parts))
