"""The pages that a review names are those that a build with the proposal makes otherwise."""

from __future__ import annotations

import re

import pytest

from repositories import git
from reviewing.proposals import BASE, FESTA, HEAD, NUOVO, repository, reviewed
from whole_networks import built, event, tree, with_real_theme

KINDS = {
    "event": r"eventi/[^/]+/[^/]+/index\.html",
    "space": r"spazi/[^/]+/index\.html",
    "project": r"progetti/[^/]+/index\.html",
    "day": r"agenda/\d{4}-\d\d-\d\d/index\.html",
}
NOT_OF_A_THING = {"spazi/questionario/index.html", "progetti/confronto/index.html", "spazi/segui/index.html"}


def changed(before: dict[str, str], after: dict[str, str]) -> dict[str, set[str]]:
    """The pages of each kind that are not the same in two trees."""
    paths = {path for path in {*before, *after} if before.get(path) != after.get(path)} - NOT_OF_A_THING
    return {kind: {path for path in paths if re.fullmatch(shape, path)} for kind, shape in KINDS.items()}


@pytest.mark.slow
def test_every_named_page_changes_and_no_page_comes_or_goes_unnamed(network):
    root = with_real_theme(network)
    (root / ".gitignore").write_text("/output\n/.circuito\n")
    repository(root)
    words = (root / FESTA).read_text().replace("Festa di cortile", "Festa nel cortile")
    files = {NUOVO: event("ends: 20:00", "themes: [cura]"), FESTA: words, "events/sud/annullato.md": None}
    found = reviewed(root, files)
    assert built(root) == 0
    before = tree(root / "output")
    git(root, "switch", "--quiet", HEAD)
    assert built(root) == 0
    after = tree(root / "output")
    git(root, "switch", "--quiet", BASE)
    real = changed(before, after)
    addressed = [(page.kind, page.how, f"{page.address.lstrip('/')}index.html") for page in found.pages]
    named = {kind: {path for of, _, path in addressed if of == kind} for kind in KINDS}
    assert {kind: sorted(named[kind] - real[kind]) for kind in KINDS} == {kind: [] for kind in KINDS}
    shapes = "|".join(KINDS.values())
    come_and_gone = {path for path in {*before} ^ {*after} if re.fullmatch(shapes, path)}
    assert come_and_gone == {path for _, how, path in addressed if how != "changed"}
    assert sorted(real["day"] - named["day"]) == []
