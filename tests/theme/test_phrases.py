"""The words of the interface: the same in every language, complete in their plurals, all said, none idle."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from babel import Locale

from circuito.model.cost import CostMode
from circuito.model.occurrence import Status
from circuito.model.organisation import LegalForm
from circuito.model.place import Accessibility, Welcome
from circuito.model.project import Kind, ProjectFields
from circuito.model.room import Layout, Level
from circuito.model.taking_part import Price
from circuito.publishing.languages import phrases_of

ROOT = Path(__file__).parents[2]
LANGUAGES = ("it", "en", "ar")
PHRASES = phrases_of(LANGUAGES, [ROOT / "theme" / "phrases"])
TEMPLATES = "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "theme" / "templates").rglob("*.html")))
PROGRAM = "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "plugins" / "circuito").rglob("*.py")))
KEY = r"[a-z_]+(?:\.[a-z_-]+)+"
SAID = set(re.findall(rf'\bt\("({KEY})"', TEMPLATES)) | set(re.findall(rf'\bsay\(\s*"({KEY})"', PROGRAM))
SAID |= set(re.findall(rf'phrases\[lang\]\(\s*"({KEY})"', PROGRAM))
PREFIXES = set(re.findall(r'\bt\("([a-z_.]+\.)" ~', TEMPLATES)) | set(re.findall(r'\(\s*f"([a-z_.]+\.)\{', PROGRAM))
BY_ARGUMENT = {"choice.", "figure.", "loan.", "marked.", "room.", "sheet.", "way."}
NAMED = set(re.findall(rf'"({KEY})"', PROGRAM)) | SAID


def forms(text: str | dict[str, str]) -> list[str]:
    """A phrase's text, or each of its plural forms."""
    return [text] if isinstance(text, str) else list(text.values())


def placeholders(text: Any) -> set[str]:
    """The names that any form of a phrase fills in."""
    return {name for form in forms(text) for name in re.findall(r"\{(\w*)\}", form)}


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_a_language_has_the_phrases_of_italian(lang: str) -> None:
    assert set(PHRASES[lang].texts) == set(PHRASES["it"].texts)


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_a_phrase_fills_in_what_the_italian_one_does(lang: str) -> None:
    differing = [
        key for key, text in PHRASES[lang].texts.items() if placeholders(text) != placeholders(PHRASES["it"].texts[key])
    ]
    assert differing == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plurals_have_the_forms_that_counts_need_and_may_have_one_for_none(lang: str) -> None:
    rule = Locale.parse(lang).plural_form
    needed = {rule(count) for count in range(200)} | {"other"}
    counted = {key: set(text) for key, text in PHRASES[lang].texts.items() if not isinstance(text, str)}
    assert {key: found for key, found in counted.items() if found | {"zero"} != needed | {"zero"}} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_phrase_is_empty_or_has_stray_blanks(lang: str) -> None:
    assert [
        key for key, text in PHRASES[lang].texts.items() for form in forms(text) if not form or form != form.strip()
    ] == []


def test_every_phrase_that_is_said_exists() -> None:
    assert sorted(SAID - set(PHRASES["it"].texts)) == []


def test_every_phrase_is_said_somewhere() -> None:
    ends = tuple(PREFIXES | BY_ARGUMENT)
    assert [key for key in PHRASES["it"].texts if key not in NAMED and not key.startswith(ends)] == []


def literals(cls: type, field: str) -> tuple[str, ...]:
    """The words that a declared field admits."""
    from typing import get_type_hints

    hint = get_type_hints(cls)[field]
    return tuple(each for each in get_args(hint) if isinstance(each, str)) or literals_in(hint)


def literals_in(hint: Any) -> tuple[str, ...]:
    """The words of the literal inside a hint such as `Literal[…] | None`."""
    return tuple(word for part in get_args(hint) for word in (get_args(part) or ()) if isinstance(word, str))


FACTS = tuple(name for name in Accessibility.__dataclass_fields__ if name not in {"welcomes", "note", "checked"})
VOCABULARIES = {
    "status.": set(get_args(Status)) - {"scheduled"},
    "accessibility.": set(FACTS),
    "accessibility_no.": set(FACTS),
    "welcome.": set(get_args(Welcome)),
    "price.": set(literals(Price, "mode")),
    "legal_form.": set(get_args(LegalForm)),
    "layout.": set(get_args(Layout)),
    "level.": set(get_args(Level)),
    "cost.": set(get_args(CostMode)),
    "project_kind.": set(get_args(Kind)),
    "project_status.": set(literals(ProjectFields, "status")),
}


@pytest.mark.parametrize("prefix", VOCABULARIES)
def test_every_word_of_a_vocabulary_has_its_phrase(prefix: str) -> None:
    spoken = {key.removeprefix(prefix) for key in PHRASES["it"].texts if key.startswith(prefix)}
    assert spoken == VOCABULARIES[prefix]


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "لا مواعيد"), (1, "موعد واحد"), (2, "موعدان"), (3, "3 مواعيد"), (11, "11 موعدًا"), (100, "100 موعد")],
)
def test_arabic_counts_in_six_forms(count: int, said: str) -> None:
    assert PHRASES["ar"]("count.events", n=count) == said
