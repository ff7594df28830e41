"""Data of a file held against its declaration: typed fields, or every problem at its place."""

from __future__ import annotations

import keyword
from collections.abc import Mapping
from dataclasses import field, make_dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from ..model.declaration import declarations_within, declared_fields
from ..problems import Problem, Value
from .document import Document, Path

T = TypeVar("T")

PLAIN_CODES = {
    "string_type": "text-expected",
    "dataclass_type": "mapping-expected",
    "dict_type": "mapping-expected",
    "tuple_type": "list-expected",
}


def fields_of(cls: type[T], document: Document) -> tuple[T | None, list[Problem]]:
    """The declared fields that a document holds, or None and every problem in them."""
    from pydantic import ValidationError

    declaration: Any = cls
    data = python_names(document.data)
    try:
        fields: T = validator(declaration).validate_python(data)
        return fields, []
    except ValidationError as failed:
        return None, [problem(cls, document, error) for error in failed.errors(include_url=False)]


def translation_of(cls: type, document: Document) -> tuple[dict[str, str], list[Problem]]:
    """The translated fields that a document holds: only text that the declaration lets translate."""
    fields, problems = fields_of(translation_class(cls), document)
    named = () if problems else declared_fields(translation_class(cls))
    told = {each.name: getattr(fields, each.attribute) for each in named}
    return {name: text for name, text in told.items() if text}, problems


@cache
def translation_class(cls: type) -> type:
    """The declaration of a translation: the translatable fields of a declaration, none of them needed."""
    inside = [
        (each.attribute, each.annotation if not each.required else each.annotation | None, field(default=None))
        for each in declared_fields(cls)
        if each.translated
    ]
    namespace = {"__pydantic_config__": {"extra": "forbid"}, "__doc__": f"Translation of {cls.__name__}."}
    return make_dataclass(f"{cls.__name__}Translation", inside, frozen=True, kw_only=True, namespace=namespace)


@cache
def validator(cls: Any) -> Any:
    """What validates data by a declaration."""
    from pydantic import TypeAdapter

    return TypeAdapter(cls)


def python_names(value: Any) -> Any:
    """Data whose keys that Python keeps for itself end in an underscore; a field left empty is a field not given."""
    if isinstance(value, Mapping):
        told = {key: inner for key, inner in value.items() if inner is not None}
        return {f"{key}_" if keyword.iskeyword(key) else key: python_names(inner) for key, inner in told.items()}
    return tuple(python_names(inner) for inner in value) if isinstance(value, tuple) else value


def problem(cls: type, document: Document, error: Mapping[str, Any]) -> Problem:
    """One error of the validator as a problem at its place in the file."""
    path: Path = tuple(key.rstrip("_") if isinstance(key, str) else key for key in error["loc"])
    kind = error["type"]
    name = str(path[-1]) if path else ""
    values: dict[str, Value] = {"field": ".".join(str(key) for key in path), **error.get("ctx", {})}
    if kind == "unexpected_keyword_argument":
        likely = get_close_matches(name, names_at(cls, path[:-1]), 1, 0.6)
        code = "field-unknown-likely" if likely else "field-unknown"
        return Problem(
            code, document.place(path, of_key=True), {"field": name, "likely": likely[0] if likely else ""}, path
        )
    if kind == "missing":
        return Problem("field-missing", document.place(path[:-1], of_key=True), values | {"field": name}, path)
    if kind == "literal_error":
        return choice_problem(document, error, path, values)
    if kind in PLAIN_CODES:
        return Problem(PLAIN_CODES[kind], document.place(path), values, path)
    return Problem(kind if "-" in kind else "value-wrong", document.place(path), values, path)


def choice_problem(document: Document, error: Mapping[str, Any], path: Path, values: dict[str, Value]) -> Problem:
    """A value that is none of the words allowed, with the likeliest of them."""
    expected = error["ctx"]["expected"]
    choices = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    given = str(error["input"])[:40]
    likely = get_close_matches(given, choices, 1, 0.6)
    code = "choice-unknown-likely" if likely else "choice-unknown"
    told = values | {"value": given, "choices": ", ".join(choices), "likely": likely[0] if likely else ""}
    return Problem(code, document.place(path), told, path)


def names_at(cls: type, path: Path) -> list[str]:
    """The names of the fields that may stand at a path of a declaration."""
    for key in path:
        if isinstance(key, int):
            continue
        inner = [declarations_within(each.annotation) for each in declared_fields(cls) if each.name == key]
        if not inner or not inner[0]:
            return []
        cls = inner[0][0]
    return [each.name for each in declared_fields(cls)]
