"""The national list of event types."""

from __future__ import annotations

import re

import pytest

from circuito.model.event_types import EVENT_TYPES, address, name, schema_class


@pytest.mark.parametrize(
    ("lang", "said"), [("it", "Laboratorio"), ("it-CH", "Laboratorio"), ("en", "Workshop"), ("ar", "Workshop")]
)
def test_a_type_is_named_in_italian_or_else_in_english(lang, said):
    assert name("1.2.4", lang) == said


@pytest.mark.parametrize(
    ("code", "schema"), [("1.1.5", "MusicEvent"), ("1", "Event"), ("1.1.99", "Event"), ("", "Event"), (None, "Event")]
)
def test_a_type_has_a_class_of_schema_org(code, schema):
    assert schema_class(code) == schema


def test_a_code_that_is_not_in_the_list_has_the_name_of_its_group():
    assert (name("5.1.99", "it"), name("9", "it")) == ("Manifestazione sportiva", "")


def test_a_type_is_addressed_without_its_dots():
    assert address("1.1.3") == "https://w3id.org/italia/controlled-vocabulary/public-event-types/113"


def test_every_type_belongs_to_a_group():
    assert [code for code in EVENT_TYPES if "." in code and code.rpartition(".")[0] not in EVENT_TYPES] == []


def test_the_list_is_whole():
    depths = [code.count(".") for code in EVENT_TYPES if re.fullmatch(r"[1-5](\.\d+){0,2}", code)]
    assert [depths.count(depth) for depth in range(3)] == [5, 14, 53]
