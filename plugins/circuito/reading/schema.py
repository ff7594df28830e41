"""JSON Schemas for editors and the reference of all fields, both made from the declarations."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from ..model.declaration import DeclaredField, declared_fields
from .declared import translation_class
from .memory import CLASSES

TRANSLATED = ("space", "room", "organisation", "event", "project", "resource")
TITLES = {
    "space": ("Spazio", "spaces/<space>/space.md"),
    "room": ("Sala", "spaces/<space>/rooms/<room>.md"),
    "organisation": ("Ente", "content/organisations/<organisation>.md"),
    "event": ("Evento", "events/<space>/<event>.md"),
    "project": ("Progetto", "content/projects/<project>/project.md"),
    "interest": ("Interesse", "spaces/<space>/interests/<project>.md"),
    "resource": ("Risorsa", "spaces/<space>/resources/<resource>.md"),
    "network": ("Rete", "content/network.yaml"),
    "brand": ("Marchio", "content/brand.yaml"),
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> Iterator[tuple[str, str]]:
    """The name and text of every schema file: one a kind, and one for the translations of each kind that has any."""
    for kind, cls in CLASSES.items():
        yield f"{kind}.json", schema_text(cls)
        if kind in TRANSLATED:
            yield f"{kind}-translation.json", schema_text(translation_class(cls))


def schema_text(cls: type) -> str:
    """The JSON Schema (2020-12) of a declaration, with names as they stand in files."""
    from pydantic import TypeAdapter

    schema = {"$schema": DIALECT, **file_names(TypeAdapter(cls).json_schema())}
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


def file_names(value: Any) -> Any:
    """A schema whose properties are named as in files: without the underscore that Python asks for."""
    if isinstance(value, dict):
        return {key.rstrip("_") if isinstance(key, str) else key: file_names(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [inner.rstrip("_") if isinstance(inner, str) else file_names(inner) for inner in value]
    return value


def reference() -> str:
    """The reference of all fields, in Markdown, Italian first."""
    parts = [
        "# Tutti i campi / All fields",
        "",
        "Questa pagina è scritta da `circuito docs` a partire dalle dichiarazioni dei campi: non modificarla a mano.",
        "This page is written by `circuito docs` from the declarations of the fields: do not edit it by hand.",
        "",
        "Un asterisco segna i campi necessari; ⇄ quelli che un file di traduzione può dire in un'altra lingua.",
        "An asterisk marks the fields that are needed; ⇄ those that a translation file may say in another language.",
    ]
    for kind, cls in CLASSES.items():
        title, path = TITLES[kind]
        parts += ["", f"## {title} / {kind}", "", f"`{path}`", "", *table(cls)]
        for inner in nested(cls):
            parts += ["", f"### {inner.__name__} ({kind})", "", (inner.__doc__ or "").split("\n")[0], "", *table(inner)]
    return "\n".join(parts) + "\n"


def nested(cls: type, seen: set[type] | None = None) -> list[type]:
    """The declarations inside a declaration, each once, in the order in which they are met."""
    seen = {cls} if seen is None else seen
    found: list[type] = []
    for each in declared_fields(cls):
        for inner in each.within:
            if inner not in seen:
                seen.add(inner)
                found += [inner, *nested(inner, seen)]
    return found


def table(cls: type) -> list[str]:
    """The fields of a declaration as a table."""
    rows = ["| campo / field | che cosa | what | esempio / example |", "|---|---|---|---|"]
    return rows + [line(each) for each in declared_fields(cls)]


def line(each: DeclaredField) -> str:
    """One field as a row."""
    marks = (" *" if each.required else "") + (" ⇄" if each.translated else "")
    choices = choices_of(each.annotation)
    what = f" ({', '.join(choices)})" if choices else ""
    shown = "" if each.means.example is None else f"`{example(each.means.example)}`"
    cells = (f"`{each.name}`{marks}", each.means.it + what, each.means.en, shown)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def example(value: Any) -> str:
    """An example as it stands in a file."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def choices_of(hint: Any) -> tuple[str, ...]:
    """The words that a field admits, if it admits only some."""
    if get_origin(hint) is not None and str(get_origin(hint)) == "typing.Literal":
        return tuple(str(choice) for choice in get_args(hint))
    if isinstance(hint, type):
        return ()
    return next((found for inner in get_args(hint) if (found := choices_of(inner))), ())
