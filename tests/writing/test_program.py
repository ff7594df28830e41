"""How the program is installed again: by what the installer noted of where it came from."""

from __future__ import annotations

import pytest

from circuito.writing.program import asked_again, requirements

COMMIT = "33255105802f1ff15258a4f6ac55d347807a25c5"
FROM_GIT = {
    "url": "https://git.example.org/circuito/circuito",
    "vcs_info": {"vcs": "git", "requested_revision": "v0.1.0", "commit_id": COMMIT},
}


@pytest.mark.parametrize(
    ("note", "requirement"),
    [
        (FROM_GIT, f"git+https://git.example.org/circuito/circuito@{COMMIT}"),
        (
            {"url": "https://example.org/circuito-0.1.0.whl", "archive_info": {"hashes": {"sha256": "a1"}}},
            "https://example.org/circuito-0.1.0.whl#sha256=a1",
        ),
        ({"url": "file:///srv/circuito-0.1.0.whl", "archive_info": {}}, "file:///srv/circuito-0.1.0.whl"),
        ({"url": "file:///srv/circuito", "dir_info": {"editable": True}}, "file:///srv/circuito"),
    ],
)
def test_what_was_installed_is_asked_for_again(note, requirement):
    assert asked_again(note) == requirement


@pytest.mark.parametrize("lang", ["it", "en", "ar"])
def test_of_a_place_on_this_computer_it_is_said_that_others_cannot_see_it(lang):
    lines = requirements("git+file:///srv/circuito@a1", lang).splitlines()
    assert [line.startswith("# ") for line in lines] == [True, True, False]
    assert requirements(asked_again(FROM_GIT), lang).count("\n") == 1
