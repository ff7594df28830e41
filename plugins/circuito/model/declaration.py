"""How a field is declared: once, as an annotated attribute of a frozen dataclass.

From the declaration come its validation (`reading/declared.py`), the JSON Schema for editors and its entry in `docs/`.
Annotations carry small objects: what a field means, of this module, and how its value is read, of `values.py`.

Modules that declare do not ask for annotations as text (`from __future__ import annotations`): memory, validation and
documentation would each compile every field anew.

A name that Python keeps for itself ends in an underscore here (`from_`) and has none in files (`from`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, dataclass_transform, get_args, get_type_hints

from msgspec import Struct

from .frozen import METHODS, Frozen, is_required

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def declared(cls: type[T]) -> type[T]:
    """Make a class a declaration: a frozen dataclass that admits no other fields than its own."""
    cls.__pydantic_config__ = ONLY_DECLARED  # type: ignore[attr-defined]
    for name in METHODS:
        setattr(cls, name, getattr(Frozen, name))
    return dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(cls)


def in_files(attribute: str) -> str:
    """The name in files of a field: without the underscore that Python asks for."""
    return attribute.rstrip("_")


ONLY_DECLARED: Mapping[str, Any] = {"extra": "forbid", "alias_generator": in_files}


# What annotations say about a field


class Means(Struct, frozen=True):
    """What a field means, in Italian and English, and one example of its value as it stands in a file."""

    it: str
    en: str
    example: Any = None

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        made = handler(schema)
        made["description"] = f"{self.it} / {self.en}"
        if self.example is not None:
            made["examples"] = [self.example.strip('"') if isinstance(self.example, str) else self.example]
        return made


class Translated(Struct, frozen=True):
    """The field is text in the network's language; a translation file (`space.en.md`) may say it in another."""


class RefersTo(Struct, frozen=True):
    """The field names another thing of the network, which must exist: `space`, `organisation`, `theme`, …"""

    kind: str


# Asking a declaration


class DeclaredField(Struct, frozen=True):
    """One field of a declaration, as documentation, forms and translations need it.

    `within` are the declarations that its type holds, `notes` all that its annotations say.
    """

    name: str
    attribute: str
    required: bool
    means: Means
    translated: bool
    refers_to: str | None
    within: tuple[type, ...]
    annotation: Any
    notes: tuple[Any, ...]


@cache
def declared_fields(cls: Any) -> tuple[DeclaredField, ...]:
    """The fields of a declaration in the order of the file."""
    hints = get_type_hints(cls, include_extras=True)
    return tuple(declared_field(each, hints[each.name]) for each in fields(cls))


def declared_field(each: Any, hint: Any) -> DeclaredField:
    notes = tuple(annotations_of(hint))
    references = [note.kind for note in notes if isinstance(note, RefersTo)]
    return DeclaredField(
        name=in_files(each.name),
        attribute=each.name,
        required=is_required(each),
        means=next((note for note in notes if isinstance(note, Means)), Means("", "")),
        translated=any(isinstance(note, Translated) for note in notes),
        refers_to=references[0] if references else None,
        within=tuple(declarations_within(hint)),
        annotation=hint,
        notes=notes,
    )


def annotations_of(hint: Any) -> list[Any]:
    """Everything that annotations say within a type, outermost first."""
    found = list(getattr(hint, "__metadata__", ()))
    for inner in get_args(hint):
        if not is_dataclass(inner):
            found.extend(annotations_of(inner))
    return found


def declarations_within(hint: Any) -> list[type]:
    """The declarations that a type holds: `tuple[Room, ...] | None` holds `Room`."""
    if isinstance(hint, type) and hasattr(hint, "__pydantic_config__"):
        return [hint]
    return [found for inner in get_args(hint) for found in declarations_within(inner)]
