"""Text and YAML of one file: strict, bounded, and with the place of every value.

Numbers are whole or decimal as written; `true`, `false` and empty are what they say; everything else is text:
`18:00`, `0212345`, `2026-11-28`, `no`. Anchors, aliases, tags, merges and repeated keys are problems.
The events of the parser are read one by one and the depth is bounded on the way, since the node builder of the C
library ends the process on deep nesting.
"""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct, field

from ..problems import Problem, Source, Value

Path = tuple[str | int, ...]

LARGEST_HEAD = 64 * 1024
LARGEST_TEXT = 40 * 1024
DEEPEST = 8
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
INT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}\Z")
CONSTANTS = {"true": True, "false": False, "": None, "~": None, "null": None}
SYNTAX = {
    "mapping values are not allowed in this context": "yaml-colon",
    "found character that cannot start any token": "yaml-sign",
    "could not find expected ':'": "yaml-line",
    "did not find expected key": "yaml-after",
    "while scanning a quoted scalar": "yaml-quote",
    "while parsing a flow sequence": "yaml-bracket",
    "while parsing a flow mapping": "yaml-bracket",
    "while parsing a flow node": "yaml-bracket",
}
OPENED = {"yaml-line", "yaml-quote", "yaml-bracket"}


class Document(Struct, frozen=True):
    """What one file holds: data by key, text after it, and where each key and value stands (line, column from 1)."""

    path: str
    data: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    text_line: int = 1
    keys: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    values: Mapping[Path, tuple[int, int]] = field(default_factory=dict)

    def place(self, path: Path, of_key: bool = False) -> Source:
        """Where a value (or its key) stands; where it does not exist, the nearest thing around it."""
        known = {**self.values, **self.keys} if of_key else {**self.keys, **self.values}
        for length in range(len(path), 0, -1):
            if path[:length] in known:
                return Source(self.path, *known[path[:length]])
            known = {**self.values, **self.keys}
        return Source(self.path, 1, 1)


class Comment(Struct, frozen=True):
    """A comment of a YAML text, from its `#` on, and whether it stands alone on its line."""

    line: int
    column: int
    text: str
    alone: bool


class Unreadable(Exception):
    """A file that cannot be read as what it should be; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.told("en"))
        self.problem = problem


def refuse(path: str, code: str, line: int = 1, column: int = 1, **values: Value) -> Unreadable:
    """The exception for a file that is refused by the sentence `code` at a line and column."""
    return Unreadable(Problem(code, Source(path, line, column), values))


def markdown(path: str, content: bytes) -> Document:
    """A Markdown file with YAML front matter between two lines of `---`. Raises `Unreadable`."""
    text = decoded(path, content)
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise refuse(path, "head-missing")
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        raise refuse(path, "head-unclosed", len(lines))
    body = "\n".join(lines[end + 1 :]).strip("\n")
    if len(body.encode()) > LARGEST_TEXT:
        raise refuse(path, "text-too-large", end + 2, most=LARGEST_TEXT // 1024)
    return yaml_document(path, "\n".join(lines[1:end]) + "\n", first_line=2, text=body, text_line=end + 2)


def yaml_file(path: str, content: bytes) -> Document:
    """A YAML file. Raises `Unreadable`."""
    return yaml_document(path, decoded(path, content))


def theme_yaml(content: bytes) -> Any:
    """The data of a YAML file of the theme, which is part of the program: it may use anchors, and is trusted."""
    import yaml

    return yaml.load(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def comments(head: str, first_line: int = 1) -> Iterator[Comment]:
    """The comments of a YAML text that can be read: what stands after `#` between the tokens of the parser."""
    import yaml

    if "#" not in head:
        return
    end = 0
    for token in yaml.scan(head, Loader=yaml.CSafeLoader):
        for gap in re.finditer("#.*", head[end : token.start_mark.index]):
            yield comment_at(head, end + gap.start(), gap[0], first_line)
        end = token.end_mark.index
        beside = re.match("[|>][-+0-9]*[ \t]+(#.*)", head[token.start_mark.index : end])
        if beside:
            yield comment_at(head, token.start_mark.index + beside.start(1), beside[1], first_line)


def comment_at(head: str, index: int, text: str, first_line: int) -> Comment:
    """The comment that begins at an index of a text."""
    line, column = after(head[:index])
    alone = not head[:index].rpartition("\n")[2].strip()
    return Comment(line + first_line - 1, column, text.rstrip(), alone)


def decoded(path: str, content: bytes) -> str:
    """The text of a file: UTF-8 in composed form (NFC), lines ended by LF, free of control characters."""
    if not content.strip():
        raise refuse(path, "file-empty")
    content = content.removeprefix(BOM_UTF8)
    try:
        text = content.decode()
    except UnicodeDecodeError as broken:
        raise refuse(path, "not-utf8", *after(content[: broken.start].decode())) from None
    text = text.replace("\r\n", "\n")
    control = FORBIDDEN.search(text)
    if control:
        raise refuse(path, "control-character", *after(text[: control.start()]), character=numbered(control[0]))
    return composed(text)


def after(text: str) -> tuple[int, int]:
    """The line and column that follow a text."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def numbered(char: str) -> str:
    """A character by its number in Unicode: `U+202E`."""
    return f"U+{ord(char):04X}"


def composed(text: str) -> str:
    """Text in composed form (NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def yaml_document(path: str, head: str, first_line: int = 1, **rest: Any) -> Document:
    """The document of a YAML text `head` whose first line is line `first_line` of its file. Raises `Unreadable`."""
    if len(head) > LARGEST_HEAD:
        raise refuse(path, "head-too-large", first_line, most=LARGEST_HEAD // 1024)
    builder = Builder(path, first_line)
    data = builder.build(head)
    if data is None:
        data = {}
    if not isinstance(data, dict):
        raise refuse(path, "head-not-mapping", first_line)
    return Document(path=path, data=data, keys=builder.keys, values=builder.values, **rest)


class Builder:
    """Builds data from the events of the YAML parser and notes where each key and value stands."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.keys: dict[Path, tuple[int, int]] = {}
        self.values: dict[Path, tuple[int, int]] = {}

    def build(self, text: str) -> Any:
        """The data of a text with at most one YAML document. Raises `Unreadable`."""
        import yaml

        try:
            events = yaml.parse(text, Loader=yaml.CSafeLoader)
            return self.document(events)
        except yaml.MarkedYAMLError as wrong:
            code = next((SYNTAX[each] for each in (wrong.problem, wrong.context) if each in SYNTAX), "yaml-syntax")
            mark = wrong.context_mark if code in OPENED else wrong.problem_mark or wrong.context_mark
            raise self.refusal(code, mark) from None
        except yaml.YAMLError:
            raise refuse(self.path, "yaml-syntax", self.first_line) from None

    def refusal(self, code: str, mark: Any, **values: Value) -> Unreadable:
        line, column = self.position(mark) if mark else (self.first_line, 1)
        return refuse(self.path, code, line, column, **values)

    def position(self, mark: Any) -> tuple[int, int]:
        return mark.line + self.first_line, mark.column + 1

    def document(self, events: Iterator[Any]) -> Any:
        data, documents = None, 0
        for event in events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    raise self.refusal("yaml-documents", event.start_mark)
                data = self.value(next(events), events, (), 0)
        return data

    def value(self, event: Any, events: Iterator[Any], path: Path, depth: int) -> Any:
        """The value that begins with an event."""
        kind = type(event).__name__
        if kind == "AliasEvent" or event.anchor or event.tag:
            raise self.refusal("yaml-anchors", event.start_mark)
        if path:
            self.values[path] = self.position(event.start_mark)
        if kind == "ScalarEvent":
            return scalar(event.value) if event.implicit[0] else self.text(event)
        if depth == DEEPEST:
            raise self.refusal("yaml-deep", event.start_mark, most=DEEPEST)
        if kind == "SequenceStartEvent":
            return tuple(self.items(events, path, depth + 1))
        return self.mapping(events, path, depth + 1)

    def text(self, event: Any) -> str:
        """The text of a quoted scalar, in which escapes such as `\\u202e` can hide what a file may not hold."""
        text: str = event.value
        control = FORBIDDEN.search(text)
        if control:
            raise self.refusal("control-character", event.start_mark, character=numbered(control[0]))
        return composed(text)

    def items(self, events: Iterator[Any], path: Path, depth: int) -> Iterator[Any]:
        for number, event in enumerate(events):
            if type(event).__name__ == "SequenceEndEvent":
                return
            yield self.value(event, events, (*path, number), depth)

    def mapping(self, events: Iterator[Any], path: Path, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for event in events:
            kind = type(event).__name__
            if kind == "MappingEndEvent":
                break
            if kind != "ScalarEvent" or event.anchor or event.tag or not event.value:
                raise self.refusal("yaml-key", event.start_mark)
            key = self.text(event)
            if key == "<<":
                raise self.refusal("yaml-anchors", event.start_mark)
            if key in data:
                first = self.keys[(*path, key)][0]
                raise self.refusal("key-repeated", event.start_mark, key=key, first=first)
            self.keys[(*path, key)] = self.position(event.start_mark)
            data[key] = self.value(next(events), events, (*path, key), depth)
        return data


def scalar(text: str) -> Any:
    """What a plain scalar means: a number, true, false, nothing, or text."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    if text[0] in "-0123456789":
        if INT.match(text):
            return int(text)
        if DECIMAL.match(text):
            return Decimal(text)
    return text
