"""Comments of a file and the fields that they speak of, so that they stay together when the file is written anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..reading.document import Comment, Document, Path


@dataclass(frozen=True, slots=True)
class Notes:
    """Comments by the path of the field that they speak of: above it, beside it, and below all that it holds."""

    above: dict[Path, list[str]] = field(default_factory=dict)
    beside: dict[Path, str] = field(default_factory=dict)
    below: dict[Path, list[str]] = field(default_factory=dict)

    def paths(self) -> set[Path]:
        """The paths of all fields of which a comment speaks."""
        return {*self.above, *self.beside, *self.below}

    def kept_inside(self, key: str, paths: Iterable[Path]) -> tuple[Notes, list[str]]:
        """The comments inside a field whose `paths` stay, and the texts of the others.

        What stands above the field is not inside it.
        """
        known = set(paths)
        above = {path: texts for path, texts in self.above.items() if len(path) > 1 and path in known}
        beside = {path: text for path, text in self.beside.items() if path in known}
        below = {path: texts for path, texts in self.below.items() if path in known}
        gone = [path for path in sorted(self.paths()) if path[:1] == (key,) and path not in known]
        return Notes(above, beside, below), [text for path in gone for text in self.at(path)]

    def at(self, path: Path) -> Iterator[str]:
        """The comments on one field."""
        yield from self.above.get(path, ())
        yield from filter(None, [self.beside.get(path)])
        yield from self.below.get(path, ())


NOTHING = Notes()


@dataclass(frozen=True, slots=True)
class Start:
    """Where a field or an item of a list begins; an item begins at its dash."""

    line: int
    column: int
    path: Path


def notes_of(document: Document, comments: Iterable[Comment]) -> Notes:
    """The comments of a document by the fields that they speak of."""
    notes, starts = Notes(), starts_of(document)
    for comment in comments:
        beside = None if comment.alone else field_beside(document, comment, starts)
        if beside is not None and beside not in notes.beside:
            notes.beside[beside] = comment.text
            continue
        following, closed = field_above(comment, starts)
        if following is not None:
            notes.above.setdefault(following, []).append(comment.text)
        else:
            notes.below.setdefault(closed, []).append(comment.text)
    return notes


def between_fields(document: Document, comments: Iterable[Comment]) -> set[int]:
    """The lines of comments that stand between the fields of a head, or below them all."""
    starts = starts_of(document)
    homes = {each.line: field_above(each, starts) for each in comments if each.alone}
    return {line for line, (above, below) in homes.items() if (len(above) == 1 if above is not None else not below)}


def starts_of(document: Document) -> list[Start]:
    """Where everything begins, in the order of the file, the outer before what it holds."""
    places = {**document.values, **document.keys}
    rows = sorted((place, len(path), path) for path, place in places.items())
    return [Start(line, max(1, column - 2 * isinstance(path[-1], int)), path) for (line, column), _, path in rows]


def field_above(comment: Comment, starts: list[Start]) -> tuple[Path | None, Path]:
    """The field above which a comment stands, if it does; else the one that it closes, nothing for the whole head."""
    previous = [each for each in starts if each.line <= comment.line]
    following = starts[len(previous)] if len(previous) < len(starts) else None
    if following and (comment.column <= following.column or not previous):
        return following.path, ()
    closed = previous[-1].path if previous and comment.column > 1 else ()
    columns = {each.path: each.column for each in starts}
    while len(closed) > 1 and columns[closed] > comment.column:
        closed = closed[:-1]
    if len(closed) > 1:
        return None, closed
    return (following.path, ()) if following else (None, ())


def field_beside(document: Document, comment: Comment, starts: list[Start]) -> Path | None:
    """The field that begins on a comment's line; of a list or mapping in brackets, the field that holds it."""
    path = next((each.path for each in reversed(starts) if each.line == comment.line), None)
    while path and path[:-1] in document.keys and document.keys[path[:-1]][0] == comment.line:
        path = path[:-1]
    return path
