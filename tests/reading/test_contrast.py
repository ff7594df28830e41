"""Colours that cannot be read, and the nearest ones that can."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circuito.model.brand import DEFAULT_BRAND
from circuito.reading.contrast import GRAPHIC, TEXT, contrast, contrast_problems, nearest, oklch, within_gamut
from whole_networks import copied, replaced, told

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
PATH = "content/brand.yaml"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
        ("#f00000", "#f00000", 1),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio


def test_the_shipped_brand_has_no_problem() -> None:
    assert contrast_problems(DEFAULT_BRAND, PATH) == []


def test_a_colour_that_fails_on_two_grounds_is_one_problem_that_mends_both() -> None:
    brand = replace(DEFAULT_BRAND, colours=replace(DEFAULT_BRAND.colours, quiet="#999999"))
    (problem,) = contrast_problems(brand, PATH)
    assert (problem.code, problem.field) == ("contrast-low", ("colours", "quiet"))
    mended = replace(brand, colours=replace(brand.colours, quiet=str(problem.values["near"])))
    assert contrast_problems(mended, PATH) == []


def test_a_line_that_cannot_be_seen_on_the_paper_is_told_at_its_place_in_the_list() -> None:
    brand = replace(DEFAULT_BRAND, lines=("#c8102e", "#ffd84d"))
    (problem,) = contrast_problems(brand, PATH)
    assert (problem.code, problem.field) == ("line-faint", ("lines", 1))
    assert contrast(str(problem.values["near"]), brand.colours.paper) >= GRAPHIC


def test_a_theme_of_an_own_colour_that_cannot_be_seen_is_told_in_the_networks_file(tmp_path: Path) -> None:
    root = copied(tmp_path / "rete")
    replaced(root, "content/network.yaml", "  - id: cura\n", '  - id: cura\n    colour: "#ffd84d"\n')
    fact = "this line is hard to see on the light paper: contrast 1.3, 3 is needed (try #b29100)"
    assert told(root) == [f"content/network.yaml:17:13: {fact}"]


def test_rules_are_decoration_and_may_be_faint() -> None:
    brand = replace(DEFAULT_BRAND, colours=replace(DEFAULT_BRAND.colours, line="#fefefe"))
    assert contrast_problems(brand, PATH) == []


@given(COLOURS, COLOURS)
def test_the_nearest_colour_can_be_read_on_any_ground(colour: str, ground: str) -> None:
    assert contrast(nearest(colour, (ground,), TEXT), ground) >= TEXT


@given(COLOURS, COLOURS)
def test_a_colour_that_can_be_read_is_its_own_nearest(colour: str, ground: str) -> None:
    if contrast(colour, ground) >= TEXT:
        assert nearest(colour, (ground,), TEXT) == colour


@given(COLOURS, st.sampled_from(["#ffffff", "#f5f3ee", "#111318"]))
def test_the_nearest_colour_keeps_its_hue(colour: str, ground: str) -> None:
    near = nearest(colour, (ground,), TEXT)
    (_, _, before), (_, chroma, after) = oklch(colour), oklch(near)
    if chroma > 0.04:
        turn = abs(before - after)
        assert min(turn, 2 * math.pi - turn) < 0.2


@given(COLOURS)
def test_a_colour_comes_back_from_oklch_as_it_went(colour: str) -> None:
    assert within_gamut(*oklch(colour)) == colour
