"""How values are read: what YAML gave becomes a typed value, or is refused with a sentence of `sentences`.

Readers stand in the annotations of declared fields. They speak pydantic's protocol, but import it only when asked, so
that a build that reads nothing anew never loads it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NoReturn

from msgspec import Struct


class Reader(Struct, frozen=True):
    """A value that is read from what YAML gave, or refused with a sentence of `sentences`."""

    @property
    def schema(self) -> Mapping[str, Any]:
        """The value's JSON Schema."""
        raise NotImplementedError

    def read(self, value: Any) -> Any:
        """The typed value. Raises what `refuse` raises."""
        raise NotImplementedError

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return dict(self.schema)


def refuse(code: str, **values: str | int) -> NoReturn:
    """Refuse a value by the sentence `code`, filled in with `values`."""
    from pydantic_core import PydanticCustomError

    raise PydanticCustomError(code, code, values)


def text_of(value: Any) -> str:
    """The value, if it is text. Numbers and flags are refused with the advice to quote them."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool | int | Decimal):
        refuse("text-unquoted", value=str(value).lower() if isinstance(value, bool) else str(value))
    refuse("text-expected")


def as_written(value: Any) -> str:
    """The value as it was written, if it is text or a number: a time written `18.30` looks like one."""
    return str(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else text_of(value)


class Line(Reader, frozen=True):
    """One line of text, from `least` to `most` characters."""

    least: int = 1
    most: int = 200

    def read(self, value: Any) -> str:
        text = text_of(value).strip()
        if "\n" in text:
            refuse("line-has-breaks")
        return within(text, self.least, self.most)

    @property
    def schema(self) -> Mapping[str, Any]:
        return {"type": "string", "minLength": self.least, "maxLength": self.most}


class Lines(Reader, frozen=True):
    """Plain text that may have line breaks, up to `most` characters."""

    most: int = 2000

    def read(self, value: Any) -> str:
        return within(text_of(value).strip(), 1, self.most)

    @property
    def schema(self) -> Mapping[str, Any]:
        return {"type": "string", "maxLength": self.most}


def within(text: str, least: int, most: int) -> str:
    """The text, if its length in characters lies within the bounds."""
    if len(text) < least:
        refuse("text-short" if text else "text-empty", least=least, length=len(text))
    if len(text) > most:
        refuse("text-long", most=most, length=len(text), over=len(text) - most)
    return text


class Pattern(Reader, frozen=True):
    """Text of one shape; `code` is the sentence that says which."""

    shape: str
    code: str
    most: int = 200

    def read(self, value: Any) -> str:
        text = text_of(value).strip()
        if len(text) > self.most or not re.fullmatch(self.shape, text):
            refuse(self.code, value=text[:80])
        return text

    @property
    def schema(self) -> Mapping[str, Any]:
        return {"type": "string", "pattern": f"^(?:{self.shape})$", "maxLength": self.most}


SLUG = Pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*", "slug-shape", 100)
URL = Pattern(r"https?://[^\s/@?#\"<>\\]+\.(?![0-9])[^\s/@?#\"<>\\]+(?:[/?#][^\s\"<>\\]*)?", "url-shape", 500)
CALENDAR = Pattern(URL.shape.replace("https?", "(?:https?|webcals?)", 1), URL.code, 500)
TILES = Pattern(r"https://[a-zA-Z0-9{}.:-]+/(?=\S*\{z\})(?=\S*\{x\})(?=\S*\{y\})[^\s\"'<>\\;,]+", "tiles-shape", 300)
EMAIL = Pattern(r"[^\s@<>\"(),:;]+@[^\s@<>\"(),:;]+\.[a-zA-Z]{2,}", "email-shape", 120)
PHONE = Pattern(r"\+?[0-9][0-9 ./()-]{2,24}", "phone-shape", 26)
ACCOUNT = Pattern(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*", "account-shape", 100)
LANGUAGE = Pattern(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", "language-shape", 20)
EVENT_TYPE = Pattern(r"[1-5](?:\.[1-9][0-9]?){0,2}", "event-type-shape", 6)
COLOUR = Pattern(r"#[0-9a-fA-F]{6}", "colour-shape", 7)
FILE_NAME = Pattern(r"[a-z0-9]+(?:[._-][a-z0-9]+)*\.[a-z0-9]{2,8}", "file-name-shape", 100)


class Flag(Reader, frozen=True):
    """`true` or `false`."""

    def read(self, value: Any) -> bool:
        if not isinstance(value, bool):
            refuse("flag-expected", value=str(value)[:40])
        return value

    @property
    def schema(self) -> Mapping[str, Any]:
        return {"type": "boolean"}


class Count(Reader, frozen=True):
    """A whole number within bounds."""

    least: int = 0
    most: int = 1_000_000

    def read(self, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            refuse("count-expected", value=str(value)[:40])
        if not self.least <= value <= self.most:
            refuse("number-range", value=str(value), least=str(self.least), most=str(self.most))
        return value

    @property
    def schema(self) -> Mapping[str, Any]:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class Number(Reader, frozen=True):
    """A number within bounds, kept as it was written: 4.00 stays 4.00 and is compared exactly."""

    least: Decimal = Decimal(0)
    most: Decimal = Decimal(1_000_000)

    def read(self, value: Any) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            refuse("number-expected", value=str(value)[:40])
        number = Decimal(value)
        if not self.least <= number <= self.most:
            refuse("number-range", value=str(number), least=str(self.least), most=str(self.most))
        return number

    @property
    def schema(self) -> Mapping[str, Any]:
        return {"type": "number", "minimum": float(self.least), "maximum": float(self.most)}


class Words(Struct, frozen=True):
    """A short text in several languages; `texts[""]` is the one whose language is the network's own."""

    texts: dict[str, str]

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.texts.items())))


class ReadWords(Reader, frozen=True):
    """`Sala grande`, or `{it: Sala grande, en: Main hall}`."""

    most: int = 200

    def read(self, value: Any) -> Words:
        line = Line(1, self.most)
        if isinstance(value, Mapping):
            if not value:
                refuse("text-empty")
            return Words({LANGUAGE.read(lang): line.read(text) for lang, text in value.items()})
        return Words({"": line.read(value)})

    @property
    def schema(self) -> Mapping[str, Any]:
        text = {"type": "string", "maxLength": self.most}
        return {"anyOf": [text, {"type": "object", "additionalProperties": text}]}


class OneOrMany(Reader, frozen=True):
    """`tuesday`, or `[tuesday, thursday]`: one value may stand without brackets."""

    each: Reader

    def read(self, value: Any) -> tuple[Any, ...]:
        return tuple(self.each.read(one) for one in value) if isinstance(value, tuple) else (self.each.read(value),)

    @property
    def schema(self) -> Mapping[str, Any]:
        one = dict(self.each.schema)
        return {"anyOf": [one, {"type": "array", "items": one}]}


class Anything(Reader, frozen=True):
    """The one open mapping, `extra`: whatever a network keeps there reaches its templates untouched."""

    def read(self, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            refuse("mapping-expected")
        return {name: plain(inner) for name, inner in value.items()}

    @property
    def schema(self) -> Mapping[str, Any]:
        return {"type": "object"}


def plain(value: Any) -> Any:
    """A value of `extra` in the types that JSON has too."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, tuple) else value
