"""A mistake in a file: where it is, what is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

Value = str | int


class Source(Struct, frozen=True, order=True):
    """A place in a file: path from the network's root, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{printable(self.path)}:{self.line}:{self.column}"


class Problem(Struct, frozen=True):
    """One mistake of an author, told by a sentence of `sentences`.

    `code` is the key of the sentence, `values` fill it in. `field` is the path of keys that leads to the value
    (`("address", "street")`), for machines and for finding the line later.
    """

    code: str
    source: Source
    values: Mapping[str, Value] = field(default_factory=dict)
    field: tuple[str | int, ...] = ()

    def at(self, source: Source) -> Problem:
        """The same mistake at another place."""
        return replace(self, source=source)

    def told(self, lang: str) -> str:
        """The whole message in a language: `file:line:column: what is wrong (what to write instead)`."""
        fact, remedy = self.sentence(lang)
        return f"{self.source}: {fact} ({remedy})" if remedy else f"{self.source}: {fact}"

    def sentence(self, lang: str) -> tuple[str, str]:
        """Fact and remedy in a language; English where the language has no sentences."""
        fact, remedy = sentence(self.code, lang)
        values = {name: printable(str(value)) for name, value in self.values.items()}
        return fact.format_map(values), remedy.format_map(values)

    def as_data(self, lang: str) -> dict[str, Any]:
        """The problem for machines: stable keys, with the sentence in one language."""
        fact, remedy = self.sentence(lang)
        place = {"file": self.source.path, "line": self.source.line, "column": self.source.column}
        path = ".".join(str(key) for key in self.field)
        return {**place, "code": self.code, "field": path, "message": fact, "remedy": remedy}


def remedy(code: str, lang: str) -> str:
    """What to write instead, where no mistake was made yet: for forms, which say it beforehand."""
    return sentence(code, lang)[1].format_map({"value": "…", "field": "…"})


def sentence(code: str, lang: str) -> tuple[str, str]:
    """Fact and remedy with their placeholders, else in English; sentences are loaded when the first problem is told."""
    from .sentences import SENTENCES

    languages = SENTENCES[code]
    return languages.get(lang) or languages["en"]


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by file, line, column and code, each once."""
    unique = {(problem.source, problem.code, repr(sorted(problem.values.items()))): problem for problem in problems}
    return [unique[key] for key in sorted(unique)]


def printable(text: str) -> str:
    """Text that cannot forge a line, a colour or a command in a log: controls are written as escapes."""
    shown = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
    shown = shown.replace("##[", "#\\#[")  # GitHub's runner takes commands of this form wherever they stand in a line
    return f"\\{shown}" if shown.startswith("::") else shown
