"""Who may change what: a space's keepers its folders, the office the rest; and what nobody may propose."""

from __future__ import annotations

import os

import pytest

from circuito.reviewing.permission import BLOCKING, People
from circuito.reviewing.proposal import proposal
from circuito.sentences.reviewing import REVIEWING
from repositories import commit, git
from reviewing.proposals import ADA, BASE, FESTA, HEAD, NUOVO, SPACE, codes, propose, reviewed
from whole_networks import TODAY, event, replaced, written

SOUND = event()
OUTSIDE, CODE, KEEPERS = "proposal-outside", "proposal-code", "proposal-maintainers"
NORTH, NETWORK = "events/nord/nuovo.md", "content/network.yaml"


def test_whatever_the_office_cannot_allow_blocks():
    assert set(REVIEWING) - {OUTSIDE, CODE, KEEPERS} == BLOCKING


@pytest.mark.parametrize("author", ["ada-riva", "ADA-RIVA", "Ada-Riva"])
def test_a_keeper_changes_what_is_the_spaces_own(root, author):
    files = {NUOVO: SOUND, SPACE: (root / SPACE).read_text().replace("Una casa", "La casa"), FESTA: None}
    assert codes(reviewed(root, files, People(author))) == []


def test_a_team_keeps_a_space_too(root):
    assert codes(reviewed(root, {NUOVO: SOUND}, People("bruno", teams=("rete/base",)))) == []


@pytest.mark.parametrize("path", [NORTH, "spaces/nord/space.md", "content/pages/rete.md", "content/news/apertura.md"])
def test_what_is_anothers_waits_for_the_office(root, path):
    before = (root / path).read_text() if (root / path).exists() else SOUND
    assert codes(reviewed(root, {path: f"{before}\n"}, ADA)) == [(OUTSIDE, path)]


@pytest.mark.parametrize(
    ("folder", "code"),
    [
        ("events/Base", OUTSIDE),
        ("events/b\u0430se", OUTSIDE),
        ("events/base\u200b", OUTSIDE),
        ("events/base.", OUTSIDE),
        ("events/base ", OUTSIDE),
        ("events/basé", OUTSIDE),
        ("events/-base", OUTSIDE),
        ("Events/base", CODE),
        ("events /base", CODE),
        ("\u0435vents/base", CODE),
    ],
)
def test_a_folder_that_looks_like_the_spaces_own_is_not(root, folder, code):
    found = reviewed(root, {f"{folder}/nuovo.md": SOUND}, ADA)
    assert codes(found) == [(code, f"{folder}/nuovo.md")]


@pytest.mark.parametrize("to", ["events/nord/festa.md", "events/Base/festa.md", "events/sud/FESTA.md"])
def test_a_file_moved_into_anothers_folder_is_outside_there(root, to):
    git(root, "switch", "--quiet", "--create", HEAD)
    (root / to).parent.mkdir(exist_ok=True)
    git(root, "mv", FESTA, to)
    commit(root, "2026-10-02")
    git(root, "switch", "--quiet", BASE)
    assert (OUTSIDE, to) in codes(proposal(str(root), BASE, HEAD, today=TODAY, who=ADA))


def test_a_new_space_waits_for_the_office(root):
    profile = (root / SPACE).read_text().replace("Casa Base", "Casa Nuova")
    path = "spaces/nuova/space.md"
    assert (OUTSIDE, path) in codes(reviewed(root, {path: profile}, ADA))


def test_nobody_makes_oneself_the_keeper_of_a_space(root):
    profile = (root / "spaces/nord/space.md").read_text().replace("run_by:", "maintainers: [eva]\nrun_by:")
    files = {"spaces/nord/space.md": profile, NORTH: SOUND}
    assert codes(reviewed(root, files, People("eva"))) == [(OUTSIDE, NORTH), (OUTSIDE, "spaces/nord/space.md")]


def test_a_keeper_does_not_name_others_alone(root):
    profile = (root / SPACE).read_text().replace("[Ada-Riva, rete/base]", "[ada-riva, eva]")
    assert codes(reviewed(root, {SPACE: profile}, ADA)) == [(KEEPERS, SPACE)]


def test_a_keeper_does_not_take_the_profile_with_the_rights_away_alone(root):
    git(root, "switch", "--quiet", "--create", HEAD)
    git(root, "mv", SPACE, "spaces/base/vecchio.md")
    commit(root, "2026-10-02")
    git(root, "switch", "--quiet", BASE)
    found = proposal(str(root), BASE, HEAD, today=TODAY, who=ADA)
    assert codes(found) == [("proposal-maintainers", SPACE)]


def test_a_file_moved_out_of_anothers_folder_is_outside_there(root):
    git(root, "switch", "--quiet", "--create", HEAD)
    (root / "events/sud/pranzo.md").rename(root / "events/base/pranzo.md")
    commit(root, "2026-10-02")
    git(root, "switch", "--quiet", BASE)
    found = proposal(str(root), BASE, HEAD, today=TODAY, who=ADA)
    assert codes(found) == [(OUTSIDE, "events/sud/pranzo.md")]


@pytest.mark.parametrize("who", [People("ufficio"), People("Ufficio"), People("eva", approved=("x", "ufficio"))])
def test_what_the_office_proposes_or_approves_waits_for_nobody(root, who):
    files = {NORTH: SOUND, NETWORK: (root / NETWORK).read_text() + "partners: []\n", "pelicanconf.py": "x = 1\n"}
    found = reviewed(root, files, who)
    assert (codes(found), found.shown) == ([], False)


@pytest.mark.parametrize("who", [People("eva", approved=("eva", "ada-riva")), People("eva", approved=())])
def test_others_approval_is_not_the_offices(root, who):
    assert codes(reviewed(root, {NORTH: SOUND}, who)) == [(OUTSIDE, NORTH)]


def test_the_office_is_the_one_of_the_base(root):
    network = (root / NETWORK).read_text().replace("office: [ufficio]", "office: [eva]")
    assert codes(reviewed(root, {NETWORK: network}, People("eva"))) == [(OUTSIDE, NETWORK)]


def test_a_keeper_can_mend_a_broken_profile(root):
    replaced(root, SPACE, "kind: casa", "kind: castello")
    commit(root, "2026-10-01")
    mended = (root / SPACE).read_text().replace("kind: castello", "kind: casa")
    found = reviewed(root, {SPACE: mended}, ADA)
    assert (codes(found), found.mended) == ([], 1)


def test_without_an_author_nobodys_rights_are_asked_for(root):
    assert codes(reviewed(root, {NORTH: SOUND, "pelicanconf.py": "x = 1\n"})) == []


@pytest.mark.parametrize(
    "path", ["pelicanconf.py", ".github/workflows/proposals.yml", "theme/x.html", "Makefile", ".gitattributes"]
)
def test_program_and_settings_are_read_by_the_office_and_have_no_preview(root, path):
    found = reviewed(root, {path: "x\n"}, ADA)
    assert (codes(found), found.shown) == ([(CODE, path)], False)


@pytest.mark.parametrize(
    "path", [".circuito/memory", "output/index.html", "node_modules/x/y.js", "events/__pycache__/x.pyc", ".venv/x"]
)
def test_what_a_build_makes_is_refused_even_from_the_office(root, path):
    found = reviewed(root, {path: "x\n"}, People("ufficio"))
    assert ([code for code, _ in codes(found)], found.shown) == (["proposal-derived"], False)


def test_a_link_is_refused_even_from_the_office(root):
    git(root, "switch", "--quiet", "--create", HEAD)
    os.symlink("/etc/passwd", root / NUOVO)
    commit(root, "2026-10-02")
    git(root, "switch", "--quiet", BASE)
    found = proposal(str(root), BASE, HEAD, today=TODAY, who=People("ufficio"))
    assert (codes(found), [each.code for each in found.problems], found.shown) == (
        [("proposal-link", NUOVO)],
        ["file-link"],
        False,
    )


def test_a_repository_within_the_repository_is_refused(root):
    head = (root / ".git/refs/heads" / BASE).read_text().strip()
    git(root, "switch", "--quiet", "--create", HEAD)
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{head},events/base/altro")
    git(root, "commit", "--quiet", "--message", "x")
    git(root, "switch", "--quiet", BASE)
    found = proposal(str(root), BASE, HEAD, today=TODAY, who=ADA)
    assert codes(found) == [("proposal-submodule", "events/base/altro")]


def test_a_large_file_is_refused_and_not_read(root):
    found = reviewed(root, {"spaces/base/film.jpg": b"\0" * (10 * 1024 * 1024 + 1)}, ADA)
    assert (codes(found), [each.code for each in found.problems]) == (
        [("proposal-large", "spaces/base/film.jpg")],
        ["file-too-large"],
    )


def test_taking_a_link_out_is_no_offence(root):
    os.symlink("festa.md", root / "events/base/link.md")
    commit(root, "2026-10-01")
    propose(root, {"events/base/link.md": None})
    assert codes(proposal(str(root), BASE, HEAD, today=TODAY, who=ADA)) == []


def test_a_broken_network_file_leaves_the_office_known(root):
    written(root, NETWORK, (root / NETWORK).read_text() + "nonsense: 1\n")
    commit(root, "2026-10-01")
    mended = (root / NETWORK).read_text().replace("nonsense: 1\n", "")
    assert codes(reviewed(root, {NETWORK: mended}, People("ufficio"))) == []
