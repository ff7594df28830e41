"""Incremental equals clean: after any edits the published tree is that of a build from nothing, byte for byte."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path

import pytest
from edits import EDITS
from hypothesis import given, settings
from hypothesis import strategies as st

from whole_networks import TODAY, built, copied, tree, with_real_theme

STEPS = st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 999)), min_size=1, max_size=5)


def today(root: Path) -> str:
    day = root / "today.txt"
    return day.read_text() if day.exists() else TODAY.isoformat()


def incremental(root: Path) -> tuple[int, dict[str, str]]:
    """The exit code and the tree of a build that stands on the ones before."""
    return built(root, AS_OF=today(root), LEAVE_OUT=True), tree(root / "output")


def clean(root: Path) -> tuple[int, dict[str, str]]:
    """The exit code and the tree of a build from nothing."""
    (root / "clean").unlink(missing_ok=True)
    shutil.rmtree(root / ".circuito" / "clean", ignore_errors=True)
    return built(root, AS_OF=today(root), LEAVE_OUT=True, OUTPUT_PATH=str(root / "clean")), tree(root / "clean")


def after(root: Path, steps: list[tuple[str, int]]) -> tuple[tuple[int, dict[str, str]], tuple[int, dict[str, str]]]:
    """What an incremental and a clean build give after edits, with a build after each of them."""
    built(root)
    result = (0, {})
    for name, number in steps:
        EDITS[name](root, number)
        result = incremental(root)
    gc.enable()
    return result, clean(root)


@pytest.mark.parametrize("name", EDITS)
def test_after_one_edit_incremental_equals_clean(network, name):
    ours, theirs = after(network, [(name, 4), (name, 9)])
    assert (ours[0] in (0, 3), ours) == (True, theirs)


def holds(tmp_path_factory, steps) -> bool:
    root = copied(tmp_path_factory.mktemp("script", numbered=True) / "rete")
    ours, theirs = after(root, steps)
    shutil.rmtree(root)
    return ours[0] in (0, 3) and ours == theirs


@given(STEPS)
@settings(max_examples=60)
def test_after_any_edits_incremental_equals_clean(tmp_path_factory, steps):
    assert holds(tmp_path_factory, steps)


@pytest.mark.slow
@given(st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 999)), min_size=1, max_size=12))
@settings(max_examples=500)
def test_after_many_edits_incremental_equals_clean(tmp_path_factory, steps):
    assert holds(tmp_path_factory, steps)


def holds_with_the_real_theme(tmp_path_factory, steps) -> bool:
    root = with_real_theme(copied(tmp_path_factory.mktemp("real", numbered=True) / "rete"))
    ours, theirs = after(root, steps)
    shutil.rmtree(root)
    return ours[0] in (0, 3) and ours == theirs


@given(STEPS)
@settings(max_examples=5)
def test_after_any_edits_incremental_equals_clean_with_the_real_theme(tmp_path_factory, steps):
    assert holds_with_the_real_theme(tmp_path_factory, steps)


@pytest.mark.slow
@given(STEPS)
@settings(max_examples=100)
def test_after_many_edits_incremental_equals_clean_with_the_real_theme(tmp_path_factory, steps):
    assert holds_with_the_real_theme(tmp_path_factory, steps)
