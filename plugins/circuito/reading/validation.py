"""What validates data by a declaration: a schema for pydantic's core, made from the annotations of the fields.

pydantic would make the same schema of the same class, and `circuito schema` has it do so for editors; but to load it
and to let it make one takes longer than to read fifty files. A test holds the two to each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, fields
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from pydantic_core import CoreSchema, ErrorDetails, SchemaValidator, ValidationError
from pydantic_core import core_schema as core

from ..model.declaration import DeclaredField, declared_fields
from ..model.frozen import default_of
from ..model.values import Reader

T = TypeVar("T")


def validated(cls: type[T], data: Mapping[str, Any]) -> tuple[T | None, list[ErrorDetails]]:
    """The declaration that data make, or None and every mistake in them."""
    declaration: Any = cls
    try:
        made: T = validator(declaration).validate_python(data)
        return made, []
    except ValidationError as failed:
        return None, failed.errors(include_url=False)


@cache
def validator(cls: Any) -> SchemaValidator:
    """What validates data by a declaration."""
    return SchemaValidator(declaration_schema(cls))


def declaration_schema(cls: Any) -> CoreSchema:
    """The schema of a declaration, which admits no other fields than its own."""
    told = declared_fields(cls)
    inside = [field_schema(each, field) for each, field in zip(told, fields(cls), strict=True)]
    return core.dataclass_schema(
        cls,
        core.dataclass_args_schema(cls.__name__, inside),
        [each.attribute for each in told],
        config=core.CoreConfig(extra_fields_behavior="forbid"),
        slots=True,
    )


def field_schema(told: DeclaredField, field: Field[Any]) -> core.DataclassField:
    """The schema of a field under its name in files."""
    value = value_schema(told.annotation)
    if not told.required:
        value = core.with_default_schema(value, default=default_of(field))
    return core.dataclass_field(told.attribute, value, validation_alias=told.name)


def value_schema(hint: Any) -> CoreSchema:
    """The schema of a value: how its reader reads it, else what its type is made of."""
    kind, inner = get_origin(hint), get_args(hint)
    if kind is Annotated:
        reader = next((note for note in hint.__metadata__ if isinstance(note, Reader)), None)
        return core.no_info_plain_validator_function(reader.read) if reader else value_schema(inner[0])
    if kind is Literal:
        return core.literal_schema(list(inner))
    if kind is tuple:
        several = inner[-1] is ...
        values = [value_schema(each) for each in inner if each is not ...]
        return core.tuple_schema(values, variadic_item_index=0 if several else None)
    if kind is dict:
        return core.dict_schema(*(value_schema(each) for each in inner))
    if type(None) in inner:
        return core.nullable_schema(value_schema(inner[0]))
    return core.str_schema() if hint is str else declaration_schema(hint)
