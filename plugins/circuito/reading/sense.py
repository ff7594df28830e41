"""What declared fields must mean together: lists that are not empty, nothing twice, no end before its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..model.declaration import DeclaredField, annotations_of, declared_fields
from ..model.network import NetworkFields, Programme
from ..model.place import Closure
from ..model.project import Audience, ProjectWindow, Size
from ..model.values import LANGUAGE, SLUG, Day
from ..problems import Problem, Source

Field = tuple[str | int, ...]

ORDERED: dict[type, tuple[str, str]] = {
    Closure: ("from", "to"),
    ProjectWindow: ("from", "to"),
    Programme: ("starts", "ends"),
    Size: ("audience_min", "audience_max"),
}


def sense_problems(fields: Any, path: str, here: Field = ()) -> Iterator[Problem]:
    """What is wrong in declared fields although each value by itself is right."""
    declaration: Any = type(fields)
    values = {each.name: getattr(fields, each.attribute) for each in declared_fields(declaration)}
    for each in declared_fields(declaration):
        value, at = values[each.name], (*here, each.name)
        if isinstance(value, tuple):
            yield from list_problems(each, value, path, at)
        for place, inner in declared_within(value, at):
            yield from sense_problems(inner, path, place)
    first, last = ORDERED.get(declaration, ("", ""))
    yield from order_problems(values.get(first), values.get(last), path, (*here, last))
    if isinstance(fields, Audience) and fields.ages:
        yield from order_problems(*fields.ages, path, (*here, "ages", 1))


def declared_within(value: Any, at: Field) -> Iterator[tuple[Field, Any]]:
    """The declared things that a value is or holds, with their places."""
    inside = enumerate(value) if isinstance(value, tuple) else ()
    for place, inner in ((at, value), *(((*at, number), inner) for number, inner in inside)):
        if hasattr(inner, "__pydantic_config__"):
            yield place, inner


def list_problems(each: DeclaredField, value: tuple[Any, ...], path: str, at: Field) -> Iterator[Problem]:
    """A list that says nothing where something is needed, or the same thing twice."""
    if each.required and not value:
        yield Problem("list-empty", Source(path), {"field": each.name}, at)
    names = any(note in (SLUG, LANGUAGE, Day()) for note in annotations_of(each.annotation))
    seen: set[Any] = set()
    for number, inner in enumerate(value):
        known = getattr(inner, "id", None) or (inner if names and not hasattr(inner, "__pydantic_config__") else None)
        if known is not None and known in seen:
            place = (*at, number, "id") if hasattr(inner, "id") else (*at, number)
            yield Problem("value-repeated", Source(path), {"value": str(known), "field": each.name}, place)
        seen.add(known)


def order_problems(first: Any, last: Any, path: str, at: Field) -> Iterator[Problem]:
    """A last value that lies before the first."""
    if first is not None and last is not None and last < first:
        yield Problem("order-reversed", Source(path), {"first": str(first), "last": str(last)}, at)


def network_problems(fields: NetworkFields, path: str) -> Iterator[Problem]:
    """What is wrong in the network's own file: languages that nobody knows, words that cannot stand in addresses."""
    from babel.core import Locale, UnknownLocaleError

    for number, lang in enumerate(fields.languages):
        try:
            Locale.parse(lang, sep="-")
        except (UnknownLocaleError, ValueError):
            yield Problem("language-unknown", Source(path), {"value": lang}, ("languages", number))
    for lang, words in (fields.addresses or {}).items():
        for key, word in words.items():
            if not re.fullmatch(SLUG.shape, word):
                values = {"value": word[:80], "field": f"addresses.{lang}.{key}"}
                yield Problem(SLUG.code, Source(path), values, ("addresses", lang, key))
