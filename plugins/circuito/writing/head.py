"""The head of a Markdown file, taken apart: its data, its comments, and the lines of each field."""

from __future__ import annotations

from dataclasses import dataclass

from ..reading.document import Comment, Document, comments, decoded, markdown
from .comments import Notes, between_fields, notes_of

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of a head: those of a field, or blank lines and comments between fields."""

    key: str | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a file, and the lines that follow it from the second `---` on."""

    document: Document
    lines: tuple[str, ...]
    comments: tuple[Comment, ...]
    rest: tuple[str, ...]

    @classmethod
    def of(cls, content: str) -> Head:
        """The head of a Markdown file. Raises `Unreadable`."""
        document = markdown("", content.encode())
        lines = decoded("", content.encode()).split("\n")
        end = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE)
        head = tuple(lines[1:end])
        return cls(document, head, tuple(comments("\n".join((*head, "")), 2)), tuple(lines[end:]))

    @property
    def notes(self) -> Notes:
        """The comments by the fields that they speak of."""
        return notes_of(self.document, self.comments)

    def field_by_line(self) -> bool:
        """Whether every field begins a line."""
        starts = [place for path, place in self.document.keys.items() if len(path) == 1]
        return all(column == 1 for _, column in starts)

    def parts(self) -> list[Part]:
        """The lines of the head, field by field."""
        starts = {line - 2: str(path[0]) for path, (line, _) in self.document.keys.items() if len(path) == 1}
        bounds = [*sorted(starts), len(self.lines)]
        parts = [Part(None, self.lines[: bounds[0]])]
        for start, end in zip(bounds, bounds[1:], strict=False):
            last = self.last_line(start, end)
            parts += [Part(starts[start], self.lines[start : last + 1]), Part(None, self.lines[last + 1 : end])]
        return parts

    def last_line(self, start: int, end: int) -> int:
        """The last line of a field that begins at a line and ends before another one."""
        loose = {line - 2 for line in between_fields(self.document, self.comments)}
        last = end - 1
        while last > start and (last in loose or not self.lines[last].strip()):
            last -= 1
        return last
