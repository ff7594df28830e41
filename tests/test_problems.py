"""Problems: every code has a sentence in both languages, every sentence is said, and none can forge a log."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from circuito.problems import Problem, Source, in_order, printable
from circuito.reading.load import load
from circuito.sentences import GROUPS, SENTENCES
from circuito.sentences.agenda import AGENDA
from circuito.sentences.importing import IMPORTING
from circuito.sentences.names import YET
from circuito.sentences.outside import OUTSIDE
from circuito.sentences.reviewing import REVIEWING
from networks.bad_input import BAD
from whole_networks import REPOSITORY, TODAY, copied

PROGRAM = REPOSITORY / "plugins" / "circuito"
TELLERS = {"Problem", "Pattern", "problem", "refuse", "refused", "refusal", "suggest", "wrong"}
SAFETY_NET = {"value-wrong"}  # for kinds of errors that our declarations cannot give today


def codes_in(file: Path) -> set[str]:
    """Every code that a module hands to what tells problems."""
    calls = [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)]
    named = [call for call in calls if getattr(call.func, "id", getattr(call.func, "attr", "")) in TELLERS]
    texts = [each.value for call in named for each in call.args if isinstance(each, ast.Constant)]
    return {text for text in texts if isinstance(text, str) and re.fullmatch("[a-z]+(-[a-z0-9]+)+", text)}


def placeholders(sentence: tuple[str, str]) -> set[str]:
    return set(re.findall(r"{(\w*)}", "".join(sentence)))


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """Every code that the examples of bad input give."""
    codes = set()
    for name, put in BAD.items():
        root = copied(tmp_path_factory.mktemp("said") / "rete")
        put(root)
        codes |= {problem.code for problem in load(str(root), today=TODAY).problems}
        assert name
    return codes


def test_a_network_without_problems_loads_no_sentences():
    code = f"""
import datetime, sys
from circuito.reading.load import load
print(len(load({str(REPOSITORY)!r}, today={TODAY!r}).problems))
print([name for name in sys.modules if name.startswith("circuito.sentences")])
"""
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.split() == ["0", "[]"]


def test_every_code_in_the_program_has_a_sentence():
    used = set().union(*(codes_in(file) for file in PROGRAM.rglob("*.py")))
    names_that_are_no_codes = {"content-language"}
    assert used - set(SENTENCES) - names_that_are_no_codes == set()


def test_every_sentence_is_said_by_an_example_of_bad_input(said):
    among_none = {*YET, "file-unreadable"}
    elsewhere = {*AGENDA, *REVIEWING, *IMPORTING, *OUTSIDE}
    assert set(SENTENCES) - said - elsewhere - among_none == SAFETY_NET


def test_every_sentence_of_the_import_is_said_somewhere_in_it():
    program = "".join(file.read_text() for file in (PROGRAM / "importing").glob("*.py"))
    assert {code for code in IMPORTING if f'"{code}"' not in program} == set()


def test_no_two_groups_of_sentences_share_a_code():
    counted = Counter(code for group in GROUPS for code in group)
    assert [code for code, count in counted.items() if count > 1] == []


def test_every_sentence_about_things_outside_is_said_somewhere():
    program = "".join(
        file.read_text() for file in PROGRAM.rglob("*.py") if file != PROGRAM / "sentences" / "outside.py"
    )
    assert {code for code in OUTSIDE if f'"{code}"' not in program} == set()


def test_every_sentence_is_there_in_italian_and_english():
    assert {code for code, languages in SENTENCES.items() if set(languages) != {"it", "en"}} == set()


def test_every_sentence_has_a_remedy_in_both_languages():
    assert {code for code, languages in SENTENCES.items() if not all(all(each) for each in languages.values())} == set()


def test_both_languages_fill_in_the_same_values():
    differing = {code for code, each in SENTENCES.items() if placeholders(each["it"]) != placeholders(each["en"])}
    assert differing == set()


def test_a_problem_is_told_with_place_fact_and_remedy():
    problem = Problem("key-repeated", Source("a.md", 5, 1), {"key": "title", "first": 2})
    assert problem.told("en") == "a.md:5:1: `title` stands already in line 2 (keep one line)"


def test_a_language_without_sentences_is_told_english():
    problem = Problem("file-empty", Source("a.md"))
    assert problem.told("ar") == problem.told("en")


def test_a_problem_for_machines_has_stable_keys():
    problem = Problem("text-empty", Source("a.md", 2, 8), {"field": "title"}, ("title",))
    assert problem.as_data("en") == {
        "file": "a.md",
        "line": 2,
        "column": 8,
        "code": "text-empty",
        "field": "title",
        "message": "`title` is empty",
        "remedy": "write something or remove the field",
    }


def test_problems_come_in_order_of_place_each_once():
    first, second = Problem("file-empty", Source("a.md", 2)), Problem("file-empty", Source("a.md", 10))
    other = Problem("file-empty", Source("b.md", 1))
    assert in_order([other, second, first, second]) == [first, second, other]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb", "a\\nb"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\u202eab", "\\u202eab"),
        ("::error::x", "\\::error::x"),
        ("\udcff", "\\udcff"),
        ("caffè 茶 🎉", "caffè 茶 🎉"),
    ],
)
def test_what_could_forge_a_log_is_written_as_an_escape(text, shown):
    assert printable(text) == shown


def test_a_value_cannot_forge_a_line_of_a_log():
    problem = Problem("unknown-theme", Source("a\nb.md"), {"name": "x\n::error::y", "near": "cura"})
    assert problem.told("en") == (
        "a\\nb.md:1:1: the theme `x\\n::error::y` is not in the network's list (perhaps cura?)"
    )
