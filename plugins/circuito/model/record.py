"""What one thing's files say, in every language in which they say it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from msgspec import Struct, field

F = TypeVar("F")


class Spoken(Struct, frozen=True):
    """Text with the language it is in, which may be another than the one asked for."""

    text: str
    lang: str


class Record(Struct, frozen=True, kw_only=True):
    """What one thing's files say: its fields, its text as safe HTML, and both again in other languages.

    `path` is the file in the network's own language, from the network's root; `digest` that of all its files.
    """

    path: str
    lang: str
    fields: Any
    html: str = ""
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    digest: str = ""

    def says(self, name: str, lang: str) -> Spoken | None:
        """A translatable field in a language, else in the network's; None where it is not stated."""
        translated = self.translations.get(lang, {}).get(name)
        if translated:
            return Spoken(translated, lang)
        own = self.html if name == "html" else getattr(self.fields, name)
        return Spoken(own, self.lang) if own else None

    def languages(self) -> tuple[str, ...]:
        """The languages in which something of it is said."""
        return (self.lang, *sorted(self.translations))


class Recorded(Struct, Generic[F], frozen=True, kw_only=True):
    """Something that files tell of."""

    record: Record

    @property
    def fields(self) -> F:
        """What its file declares."""
        fields: F = self.record.fields
        return fields
