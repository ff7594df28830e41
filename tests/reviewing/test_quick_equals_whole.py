"""Whatever a review saves itself, it says what two whole networks say that are read and compared from nothing."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from circuito.reading.load import Loaded, load
from circuito.reviewing.pages import differences
from circuito.reviewing.proposal import Proposal, caused, proposal
from publishing.edits import EDITS
from repositories import commit, git
from reviewing.proposals import BASE, HEAD, repository
from whole_networks import TODAY, copied

NOT_OF_CONTENT = ("nothing", "phrase", "template", "macro", "settings", "output", "days", "published", "cache")
UNSEEN = {"title_changed_unseen"}  # nor does git see it
CONTENT = sorted(name for name in EDITS if not name.startswith(NOT_OF_CONTENT) and name not in UNSEEN)
SCRIPTS = st.lists(st.tuples(st.sampled_from(CONTENT), st.integers(0, 999)), min_size=1, max_size=4)
Script = list[tuple[str, int]]


def quick_and_whole(root: Path, made_before: Script, proposed: Script) -> tuple[object, object]:
    """What a review says of a proposal, and what two readings say that share nothing."""
    repository(root)
    for name, number in made_before:
        EDITS[name](root, number)
    commit(root, "2026-10-01")
    was = apart(root, "before")
    git(root, "switch", "--quiet", "--create", HEAD)
    for name, number in proposed:
        EDITS[name](root, number)
    would_be = apart(root, "after")
    commit(root, "2026-10-02")
    git(root, "switch", "--quiet", BASE)
    remembering = {"today": TODAY, "kept": str(root / ".git" / "memory")}
    found = proposal(str(root), BASE, HEAD, **remembering)
    again = proposal(str(root), BASE, HEAD, **remembering)
    return (said(found), said(again)), (expected(found, was, would_be),) * 2


def apart(root: Path, name: str) -> Loaded:
    """The network of a copy of a folder."""
    copy = shutil.copytree(root, root.parent / name, ignore=shutil.ignore_patterns(".git"))
    return load(str(copy), today=TODAY)


def said(found: Proposal) -> object:
    return found.problems, found.pages, anywhere(found.before), anywhere(found.after)


def expected(found: Proposal, was: Loaded, would_be: Loaded) -> object:
    problems = caused(found.changes, was.problems, would_be.problems)
    pages = differences(was.network, would_be.network)
    return tuple(problems), tuple(pages), anywhere(was), anywhere(would_be)


def anywhere(loaded: Loaded) -> Loaded:
    """What was read, wherever it lay."""
    return structs.replace(loaded, network=loaded.network and replace(loaded.network, root=""))


@pytest.mark.parametrize("name", CONTENT)
def test_one_edit_is_reviewed_as_two_whole_networks_compare(network, name):
    quick, whole = quick_and_whole(network, [], [(name, 4)])
    assert quick == whole


def holds(tmp_path_factory: pytest.TempPathFactory, made_before: Script, proposed: Script) -> bool:
    folder = tmp_path_factory.mktemp("review", numbered=True)
    quick, whole = quick_and_whole(copied(folder / "rete"), made_before, proposed)
    shutil.rmtree(folder)
    return quick == whole


@given(SCRIPTS, SCRIPTS)
@settings(max_examples=8)
def test_any_edits_are_reviewed_as_two_whole_networks_compare(tmp_path_factory, made_before, proposed):
    assert holds(tmp_path_factory, made_before, proposed)


@pytest.mark.slow
@given(SCRIPTS, SCRIPTS)
@settings(max_examples=60)
def test_many_edits_are_reviewed_as_two_whole_networks_compare(tmp_path_factory, made_before, proposed):
    assert holds(tmp_path_factory, made_before, proposed)
