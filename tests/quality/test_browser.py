"""What a browser finds on pages of every kind, in every language: barriers, haste, strangers, and what they cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from publication import KINDS, LANGUAGES

pytestmark = pytest.mark.browser

FIRST_VIEW, REQUESTS = 100 * 1024, 15


@pytest.fixture(params=[f"{kind} {lang}" for kind in KINDS for lang in LANGUAGES])
def found(request: pytest.FixtureRequest, seen: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """What was found on one page."""
    if request.param not in seen:
        pytest.skip("the sample network has no such page in this language")
    assert "failed" not in seen[request.param], seen[request.param]
    return seen[request.param]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_seen_in_the_networks_language(kind: str, seen: Mapping[str, Mapping[str, Any]]) -> None:
    assert f"{kind} it" in seen


def test_axe_finds_no_barrier_by_phone_and_desktop_in_light_and_dark(found: Mapping[str, Any]) -> None:
    assert {mode: barriers for mode, barriers in found["axe"].items() if barriers} == {}


def test_nothing_stands_over_the_edge_at_320_pixels_nor_enlarged_twice(found: Mapping[str, Any]) -> None:
    assert {name: told["elements"] for name, told in found["sideways"].items() if told["over"]} == {}


def test_the_first_stop_of_the_keyboard_leads_past_the_header(
    found: Mapping[str, Any], request: pytest.FixtureRequest
) -> None:
    if "embed" in request.node.name:
        pytest.skip("the page for frames has no header to go past")
    assert (found["keyboard"]["skip"], found["keyboard"]["past"]) == ("#main", True)


def test_the_keyboard_reaches_everything_in_the_order_of_the_page(found: Mapping[str, Any]) -> None:
    assert found["keyboard"]["missed"] == []


def test_one_sees_what_has_the_focus(found: Mapping[str, Any]) -> None:
    assert (found["keyboard"]["unmarked"], found["keyboard"]["covered"]) == ([], [])


def test_nothing_moves_for_whoever_asked_for_less_motion(found: Mapping[str, Any]) -> None:
    assert found["moving"] == []


def test_nothing_is_asked_of_others_nor_left_with_the_reader(found: Mapping[str, Any]) -> None:
    assert (found["foreign"], found["cookies"], found["stored"]) == ([], 0, 0)


def test_the_published_policy_refuses_nothing_and_nothing_fails(found: Mapping[str, Any]) -> None:
    assert (found["refused"], found["errors"]) == ([], [])


def test_the_first_view_is_light(found: Mapping[str, Any], request: pytest.FixtureRequest) -> None:
    if "gallery" in request.node.name:
        pytest.skip("the gallery, which holds every component many times, is no visitor's page")
    weights = found["weights"]
    assert (sum(weights.values()) <= FIRST_VIEW, len(weights) <= REQUESTS) == (True, True), weights


def test_every_link_is_there_without_javascript(found: Mapping[str, Any]) -> None:
    assert sorted(set(found["leads"]) - set(found["unscripted"])) == []
