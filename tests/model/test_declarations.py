"""Declarations: their examples hold, and what they declare survives being remembered."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from circuito.model.brand import DEFAULT_BRAND, BrandFields, MarkLook
from circuito.model.declaration import DeclaredField, declarations_within, declared_fields
from circuito.model.occurrence import Change
from circuito.model.place import Closure
from circuito.reading.declared import fields_of
from circuito.reading.document import Builder, Document
from circuito.reading.memory import CLASSES
from circuito.reading.schema import nested

DECLARATIONS = {
    inner.__qualname__ + "@" + inner.__module__.rpartition(".")[2]: inner
    for cls in CLASSES.values()
    for inner in [cls, *nested(cls)]
}


def as_in_a_file(text: str) -> Any:
    """What YAML makes of a value."""
    return Builder("a.yaml", 1).build(f"value: {text}\n")["value"]


def example(each: DeclaredField) -> Any:
    """The example of a field; those of mappings are made of the examples within, so that they are whole."""
    inner = declarations_within(each.annotation)
    if inner:
        whole = example_of(inner[0])
        return (whole,) if "tuple" in str(each.annotation) else whole
    if isinstance(each.means.example, str):
        return as_in_a_file(each.means.example)
    return as_in_a_file(json.dumps(each.means.example))


def example_of(cls: type, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """A file's data in which every field has its example, but for some that are not needed."""
    told = [
        each for each in declared_fields(cls) if each.means.example is not None or declarations_within(each.annotation)
    ]
    return {each.name: example(each) for each in told if each.required or each.name not in without}


def read(cls: type, data: dict[str, Any]) -> Any:
    fields, problems = fields_of(cls, Document("a.md", data=data))
    assert [problem.told("en") for problem in problems] == []
    return fields


@pytest.mark.parametrize("name", DECLARATIONS)
def test_the_example_of_every_field_is_right(name):
    assert type(read(DECLARATIONS[name], example_of(DECLARATIONS[name]))) is DECLARATIONS[name]


@pytest.mark.parametrize("name", DECLARATIONS)
def test_what_was_declared_survives_being_remembered(name):
    fields = read(DECLARATIONS[name], example_of(DECLARATIONS[name]))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(fields), type=DECLARATIONS[name]) == fields


@given(st.sampled_from(sorted(DECLARATIONS)), st.data())
def test_fewer_fields_survive_being_remembered_too(name, data):
    cls = DECLARATIONS[name]
    optional = [each.name for each in declared_fields(cls) if not each.required]
    without = data.draw(st.sets(st.sampled_from(optional)) if optional else st.just(set()))
    fields = read(cls, example_of(cls, frozenset(without)))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(fields), type=cls) == fields


@pytest.mark.parametrize("name", DECLARATIONS)
def test_every_field_means_something_in_both_languages(name):
    assert [each.name for each in declared_fields(DECLARATIONS[name]) if not (each.means.it and each.means.en)] == []


@pytest.mark.parametrize("name", DECLARATIONS)
def test_every_field_has_an_example_or_fields_within(name):
    silent = [
        each.name
        for each in declared_fields(DECLARATIONS[name])
        if each.means.example is None and not declarations_within(each.annotation)
    ]
    assert [field for field in silent if field not in WITHOUT_EXAMPLE] == []


def test_every_field_that_may_do_without_an_example_does():
    silent = {each.name for cls in DECLARATIONS.values() for each in declared_fields(cls) if each.means.example is None}
    assert WITHOUT_EXAMPLE - silent == set()


WITHOUT_EXAMPLE = {"caption", "summary", "attribution"}


@pytest.mark.parametrize("name", DECLARATIONS)
def test_no_field_is_annotated_with_text_that_would_be_compiled_at_every_start(name):
    assert [each.name for each in dataclasses.fields(DECLARATIONS[name]) if isinstance(each.type, str)] == []


# What a declaration does


ON = date(2026, 12, 24)


def test_a_declaration_takes_fields_by_name_and_fills_in_the_rest():
    change = Change(on=ON, room="sala")
    assert (change.on, change.room, change.title) == (ON, "sala", None)


def test_a_default_that_is_made_is_made():
    colours = DEFAULT_BRAND.colours
    assert BrandFields(colours=colours, dark=colours, lines=(), type=DEFAULT_BRAND.type).mark == MarkLook()


@pytest.mark.parametrize("told", [{}, {"on": ON, "sala": "x"}])
def test_a_field_that_lacks_or_is_unknown_is_an_error(told):
    with pytest.raises(TypeError):
        Change(**told)


def test_what_says_the_same_is_equal_and_has_one_hash():
    assert {Change(on=ON), Change(on=ON), Change(on=ON, room="sala")} == {Change(on=ON, room="sala"), Change(on=ON)}


def test_things_of_two_declarations_are_never_equal():
    assert Change(on=ON) != Closure(from_=ON)


def test_a_declaration_is_shown_as_it_is_written():
    shown = "Closure(from_=datetime.date(2026, 12, 24), to=None, reason=None)"
    assert repr(Closure(from_=ON)) == shown


@pytest.mark.parametrize("name", ["room", "unknown"])
def test_a_declaration_cannot_be_changed(name):
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(Change(on=ON), name, "sala")
    with pytest.raises(dataclasses.FrozenInstanceError):
        delattr(Change(on=ON), name)
