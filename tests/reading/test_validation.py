"""Data held against declarations: what validates them is what pydantic would make of the same classes."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from pydantic import TypeAdapter

from circuito.reading.declared import translation_class
from circuito.reading.memory import CLASSES
from circuito.reading.schema import TRANSLATED
from circuito.reading.validation import declaration_schema

DECLARATIONS = [*CLASSES.values(), *(translation_class(CLASSES[kind]) for kind in TRANSLATED)]
OF_NO_VALIDATION = {
    *("metadata", "ref", "title", "serialization_alias", "computed_fields"),
    *("init", "collect_init_only", "frozen", "post_init", "default_factory_takes_data"),
}


def bare(schema: Any, known: dict[str, Any]) -> Any:
    """A schema without what says nothing of validation, with what it refers to in its place, and defaults made."""
    if isinstance(schema, list):
        return [bare(each, known) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "definitions":
        return bare(schema["schema"], {each["ref"]: each for each in schema["definitions"]})
    if schema.get("type") == "definition-ref":
        return bare(known[schema["schema_ref"]], known)
    if "default_factory" in schema:
        schema = {**schema, "default": schema["default_factory"]()}
    left_out = OF_NO_VALIDATION | {"default_factory"}
    return {key: bare(value, known) for key, value in schema.items() if key not in left_out}


@pytest.mark.parametrize("declaration", DECLARATIONS, ids=lambda cls: cls.__name__)
def test_what_validates_a_declaration_is_what_pydantic_would_make_of_it(declaration):
    assert bare(declaration_schema(declaration), {}) == bare(TypeAdapter(declaration).core_schema, {})


def test_files_are_read_without_pydantic(network):
    code = (
        "import sys; from datetime import date; from circuito.reading.load import load\n"
        f"load({str(network)!r}, today=date(2026, 11, 22))\n"
        "print(sorted({'pydantic', 'pydantic_core'} & set(sys.modules)))"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "['pydantic_core']"
