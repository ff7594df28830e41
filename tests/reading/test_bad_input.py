"""Every class of bad input gives one problem, the cause, with its place and its remedy, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from circuito.reading.load import load
from networks.bad_input import BAD
from whole_networks import TODAY, told

ANSWERS = {
    entry.splitlines()[0]: [line.strip() for line in entry.splitlines()[1:]]
    for entry in (Path(__file__).parent.parent / "networks" / "bad_input.txt").read_text().split("\n\n")
}


def test_the_network_without_anything_bad_has_no_problem(network):
    assert told(network) == []


def test_every_class_of_bad_input_has_an_answer():
    assert sorted(ANSWERS) == sorted(BAD)


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gives_one_problem_told_in_english_and_italian(network, name):
    BAD[name](network)
    problems = load(str(network), today=TODAY).problems
    assert [problem.told(lang) for lang in ("en", "it") for problem in problems] == ANSWERS[name]


@pytest.mark.parametrize("name", BAD)
def test_every_answer_is_one_line_in_each_language_with_place_and_remedy(name):
    whole = re.compile(r".+?:[1-9][0-9]*:[1-9][0-9]*: .+ \(.+\)")
    assert [len({*ANSWERS[name]}), len([line for line in ANSWERS[name] if whole.fullmatch(line)])] == [2, 2]
