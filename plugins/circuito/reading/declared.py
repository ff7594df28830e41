"""Data of a file held against its declaration: typed fields, or every problem at its place."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from msgspec.structs import replace

from ..model.declaration import declared, declared_fields
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
    from .validation import validated

    fields, errors = validated(cls, given(document.data, cls))
    return fields, causes([problem(cls, document, error) for error in errors])


def translation_of(cls: type, document: Document) -> tuple[dict[str, str], list[Problem]]:
    """The translated fields that a document holds: only text that the declaration lets translate."""
    fields, problems = fields_of(translation_class(cls), document)
    names = ", ".join(names_at(translation_class(cls), ()))
    problems = [
        replace(each, code="field-untranslated", values={**each.values, "names": names})
        if each.code.startswith("field-unknown") and each.values["field"] in names_at(cls, ())
        else each
        for each in problems
    ]
    named = () if problems else declared_fields(translation_class(cls))
    told = {each.name: getattr(fields, each.attribute) for each in named}
    return {name: text for name, text in told.items() if text}, problems


@cache
def translation_class(cls: type) -> type:
    """The declaration of a translation: the translatable fields of a declaration, none of them needed."""
    translated = [each for each in declared_fields(cls) if each.translated]
    hints = {each.attribute: each.annotation | None if each.required else each.annotation for each in translated}
    said = {"__doc__": f"Translation of {cls.__name__}.", "__annotations__": hints, **dict.fromkeys(hints)}
    return declared(type(f"{cls.__name__}Translation", (), said))


def given(value: Any, cls: type | None) -> Any:
    """Data without the fields of a declaration that were left empty. An empty key that is no field stays as it is."""
    if isinstance(value, tuple):
        return tuple(given(inner, cls) for inner in value)
    if not isinstance(value, Mapping):
        return value
    within = inner_declarations(cls) if cls else {}
    told = {key: inner for key, inner in value.items() if inner is not None or key not in within}
    return {key: given(inner, within.get(key)) for key, inner in told.items()}


@cache
def inner_declarations(cls: Any) -> dict[str, type | None]:
    """The fields of a declaration, each with the declaration that it holds, if it holds one."""
    return {each.name: next(iter(each.within), None) for each in declared_fields(cls)}


def causes(problems: list[Problem]) -> list[Problem]:
    """The problems without the fields that are missing only because their names are misspelt."""
    meant = {(*each.field[:-1], each.values["likely"]) for each in problems if each.code == "field-unknown-likely"}
    return [each for each in problems if each.code != "field-missing" or each.field not in meant]


def problem(cls: type, document: Document, error: Mapping[str, Any]) -> Problem:
    """One error of the validator as a problem at its place in the file."""
    path: Path = error["loc"]
    kind = error["type"]
    if kind == "unexpected_keyword_argument":
        return unknown_problem(cls, document, path)
    if kind in ("missing", "too_long"):
        return missing_problem(document, path if kind == "missing" else (*path, 0))
    values: dict[str, Value] = {"field": dotted(path), **error.get("ctx", {})}
    if kind == "literal_error":
        return choice_problem(document, error, path, values)
    code = PLAIN_CODES.get(kind, kind if "-" in kind else "value-wrong")
    if kind == "string_type" and isinstance(error["input"], int | Decimal):
        code, values["value"] = "text-unquoted", str(error["input"])
    return Problem(code, document.place(path), values, path)


def dotted(path: Path) -> str:
    """The path of a field as messages name it: `address.street`."""
    return ".".join(str(key) for key in path)


def missing_problem(document: Document, path: Path) -> Problem:
    """A field that is not there or has no value, or a list that has not as many values as it should."""
    if isinstance(path[-1], int):
        return Problem("list-length", document.place(path[:-1]), {"field": dotted(path[:-1])}, path[:-1])
    if path in document.values:
        return Problem("field-empty", document.place(path), {"field": dotted(path)}, path)
    return Problem("field-missing", document.place(path[:-1], of_key=True), {"field": path[-1]}, path)


def unknown_problem(cls: type, document: Document, path: Path) -> Problem:
    """A field that does not exist, with the likeliest that does."""
    name, known = str(path[-1]), names_at(cls, path[:-1])
    likely = get_close_matches(name, known, 1, 0.6)
    source = document.place(path, of_key=True)
    if likely:
        return Problem("field-unknown-likely", source, {"field": name, "likely": likely[0]}, path)
    if "extra" in names_at(cls, ()):
        return Problem("field-unknown", source, {"field": name}, path)
    return Problem("field-unknown-here", source, {"field": name, "names": ", ".join(known)}, path)


def choice_problem(document: Document, error: Mapping[str, Any], path: Path, values: dict[str, Value]) -> Problem:
    """A value that is none of the words allowed, with the likeliest of them."""
    expected = error["ctx"]["expected"]
    choices = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    given = str(error["input"])[:40]
    likely = get_close_matches(given, choices, 1, 0.6)
    code = "choice-unknown-likely" if likely else "choice-unknown"
    if given in choices:
        code = "count-expected" if isinstance(error["input"], str) else "text-unquoted"
    told = values | {"value": given, "choices": ", ".join(choices), "likely": likely[0] if likely else ""}
    return Problem(code, document.place(path), told, path)


def names_at(cls: type, path: Path) -> list[str]:
    """The names of the fields that may stand at a path of a declaration."""
    for key in path:
        if isinstance(key, int):
            continue
        inner = [each.within for each in declared_fields(cls) if each.name == key]
        if not inner or not inner[0]:
            return []
        cls = inner[0][0]
    return [each.name for each in declared_fields(cls)]
