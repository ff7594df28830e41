"""What a proposal changes and what is wrong with it, found in real repositories without a checkout of it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from circuito.reading.load import load
from circuito.reviewing.git import Change, Git, GitRefused
from circuito.reviewing.pages import PageChange
from circuito.reviewing.permission import People
from circuito.reviewing.proposal import bring_in, language, proposal
from repositories import commit, git
from reviewing.proposals import BASE, FESTA, HEAD, NUOVO, SPACE, codes, propose, reviewed, said
from whole_networks import TODAY, event, replaced, tree, written

SOUND = event("ends: 20:00")
WRONG = event("room: nessuna")
SALA = "spaces/base/rooms/sala.md"


def facts(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    return [(change.kind, change.former, change.path) for change in changes]


def test_a_new_sound_event_is_right(root):
    found = reviewed(root, {NUOVO: SOUND})
    assert (found.right, said(found), facts(found.changes)) == (True, [], [("added", "", NUOVO)])


def test_a_mistake_is_told_at_its_line_in_the_proposed_file(root):
    assert said(reviewed(root, {NUOVO: WRONG})) == [
        f"{NUOVO}:5:7: the space has no room `nessuna` (perhaps sala?)",
    ]


def test_mistakes_of_the_base_are_not_held_against_a_proposal(root):
    written(root, "events/sud/rotto.md", WRONG)
    commit(root, "2026-10-01")
    assert said(reviewed(root, {NUOVO: SOUND})) == []


def test_a_mistake_of_the_base_in_a_touched_file_is_told(root):
    written(root, "events/sud/rotto.md", WRONG)
    commit(root, "2026-10-01")
    found = reviewed(root, {"events/sud/rotto.md": WRONG.replace("Nuovo", "Altro")})
    assert [problem.source.path for problem in found.problems] == ["events/sud/rotto.md"]


def test_a_mended_mistake_is_counted(root):
    written(root, "events/sud/rotto.md", WRONG)
    commit(root, "2026-10-01")
    assert reviewed(root, {"events/sud/rotto.md": SOUND}).mended == 1


def test_what_a_deletion_breaks_elsewhere_is_told_where_it_breaks(root):
    found = reviewed(root, {SALA: None})
    assert [(problem.source.path, problem.code) for problem in found.problems] == [
        ("events/base/prove.md", "unknown-room-yet")
    ]


def test_a_renamed_file_is_one_change(root):
    content = (root / FESTA).read_text()
    english = (root / "events/base/festa.en.md").read_text()
    files = {FESTA: None, "events/base/festa.en.md": None, NUOVO: content, "events/base/nuovo.en.md": english}
    assert facts(reviewed(root, files).changes) == [
        ("renamed", "events/base/festa.en.md", "events/base/nuovo.en.md"),
        ("renamed", FESTA, NUOVO),
    ]


def test_the_folder_is_not_touched_by_a_review(root):
    before = tree(root)
    propose(root, {NUOVO: SOUND, FESTA: None})
    settled = {path: digest for path, digest in tree(root).items() if not path.startswith(".git/")}
    proposal(str(root), BASE, HEAD, today=TODAY)
    assert settled == {path: digest for path, digest in before.items() if not path.startswith(".git/")}


def test_a_proposal_that_began_earlier_is_read_as_it_would_be_merged(root):
    propose(root, {NUOVO: SOUND})
    written(root, "events/sud/poi.md", WRONG)
    git(root, "rm", "--quiet", "events/base/prove.md")
    commit(root, "2026-10-03")
    found = proposal(str(root), BASE, HEAD, today=TODAY)
    assert (said(found), facts(found.changes)) == ([], [("added", "", NUOVO)])


def test_a_file_changed_on_both_sides_is_a_conflict(root):
    propose(root, {FESTA: event("ends: 19:00")})
    written(root, FESTA, event("ends: 21:00"))
    commit(root, "2026-10-03")
    found = proposal(str(root), BASE, HEAD, today=TODAY)
    assert ([(each.code, each.source.path) for each in found.refused], found.shown) == (
        [("proposal-conflict", FESTA)],
        False,
    )


def test_the_files_in_the_folder_are_a_proposal_too(root):
    written(root, NUOVO, WRONG)
    (root / "events/base/prove.md").unlink()
    found = proposal(str(root), BASE, None, today=TODAY)
    assert (facts(found.changes), [each.source.path for each in found.problems]) == (
        [("added", "", NUOVO), ("deleted", "", "events/base/prove.md")],
        [NUOVO],
    )


def test_a_checkout_of_something_else_changes_nothing(root):
    propose(root, {NUOVO: WRONG})
    expected = said(proposal(str(root), BASE, HEAD, today=TODAY))
    git(root, "switch", "--quiet", "--create", "altro")
    written(root, "events/sud/altro.md", SOUND)
    (root / FESTA).unlink()
    assert said(proposal(str(root), BASE, HEAD, today=TODAY)) == expected


def test_a_network_in_a_folder_of_its_repository_is_reviewed_there(root, tmp_path):
    outer = tmp_path / "deposito"
    outer.mkdir()
    root = root.rename(outer / "rete")
    (root / ".git").rename(outer / ".git")
    commit(outer, "2026-10-01")
    git(outer, "switch", "--quiet", "--create", HEAD)
    written(outer, f"rete/{NUOVO}", WRONG)
    written(outer, "fuori.txt", "x")
    commit(outer, "2026-10-02")
    git(outer, "switch", "--quiet", BASE)
    found = proposal(str(root), BASE, HEAD, today=TODAY)
    assert ([each.path for each in found.changes], said(found), found.in_repository(NUOVO), found.shown) == (
        ["../fuori.txt", NUOVO],
        [f"{NUOVO}:5:7: the space has no room `nessuna` (perhaps sala?)"],
        f"rete/{NUOVO}",
        False,
    )


@pytest.mark.parametrize("reference", ["nowhere", "--output=x", "-h", "HEAD:content", ""])
def test_a_name_that_is_no_commit_is_refused(root, reference):
    with pytest.raises(GitRefused):
        proposal(str(root), reference, None, today=TODAY)


def test_branches_without_a_common_beginning_are_refused(root):
    git(root, "switch", "--quiet", "--orphan", HEAD)
    commit(root, "2026-10-02")
    git(root, "switch", "--quiet", BASE)
    with pytest.raises(GitRefused) as refused:
        proposal(str(root), BASE, HEAD, today=TODAY)
    assert str(refused.value) == f"{BASE} and {HEAD} have no common history here: fetch all of it"


def test_a_folder_outside_any_repository_is_refused(tmp_path):
    with pytest.raises(GitRefused):
        Git(str(tmp_path))


@pytest.mark.parametrize("name", ["a b.md", "à.md", 'quo"te.md', "tab\there.md", "new\nline.md", "-x.md", ":(top)x.md"])
def test_names_that_git_would_quote_arrive_as_they_are(root, name):
    found = reviewed(root, {f"events/base/{name}": SOUND})
    assert [change.path for change in found.changes] == [f"events/base/{name}"]


def test_a_name_that_is_not_utf8_is_told_and_hurts_nothing(root):
    git(root, "switch", "--quiet", "--create", HEAD)
    Path(os.fsdecode(bytes(root / "events/base") + b"/\xff.md")).write_text(SOUND)
    commit(root, "2026-10-02")
    git(root, "switch", "--quiet", BASE)
    found = proposal(str(root), BASE, HEAD, today=TODAY)
    assert [problem.code for problem in found.problems] == ["file-unexpected"]


# What pages change


def test_a_new_event_changes_the_pages_that_tell_of_it(root):
    found = reviewed(root, {NUOVO: event("themes: [cura]")})
    assert found.pages == (
        PageChange("added", "event", "/eventi/base/nuovo/", "Nuovo"),
        PageChange("changed", "space", "/spazi/base/", "Casa Base"),
        PageChange("changed", "area", "/quartieri/levante/", "Levante"),
        PageChange("changed", "theme", "/temi/cura/", "Cura"),
        PageChange("changed", "day", "/agenda/2026-12-05/", "2026-12-05"),
    )


def test_an_event_that_goes_takes_its_page_along(root):
    found = reviewed(root, {"events/sud/annullato.md": None})
    assert found.pages[0] == PageChange("removed", "event", "/eventi/sud/annullato/", "Concerto")


def test_a_proposal_without_content_changes_no_page(root):
    assert reviewed(root, {"README.md": "x"}).pages == ()


# The preview


def test_what_is_brought_in_is_what_would_be_merged(root):
    propose(root, {NUOVO: SOUND, FESTA: None, "events/base/festa.en.md": None})
    found = proposal(str(root), BASE, HEAD, today=TODAY)
    bring_in(found, str(root))
    assert load(str(root), today=TODAY) == found.after


def test_code_is_never_brought_in(root):
    propose(root, {"pelicanconf.py": "raise SystemExit", NUOVO: SOUND})
    with pytest.raises(ValueError, match="no preview"):
        bring_in(proposal(str(root), BASE, HEAD, today=TODAY), str(root))


# The language of the answer


def test_the_answer_is_in_the_language_of_the_authors_space(root):
    replaced(root, SPACE, "maintainers:", "languages: [ar, en, it]\nmaintainers:")
    commit(root, "2026-10-01")
    found = reviewed(root, {NUOVO: SOUND})
    assert [language(found, author) for author in ("Ada-Riva", "altra", None)] == ["en", "it", "it"]


def tree_of(root: Path, *entries: tuple[str, bytes, str]) -> str:
    """A tree that git would not write: modes, names and objects as they are."""
    raw = b"".join(mode.encode() + b" " + name + b"\0" + bytes.fromhex(made) for mode, name, made in entries)
    return objects(root, raw, "-t", "tree", "--literally")


def objects(root: Path, content: bytes, *how: str) -> str:
    """The name of an object with a content."""
    command = ["git", "-C", str(root), "hash-object", "-w", *how, "--stdin"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode().strip()


def listed(root: Path, path: str) -> list[tuple[str, bytes, str]]:
    """The entries of a folder of the base."""
    told = ["git", "-C", str(root), "ls-tree", f"{BASE}:{path}"]
    lines = subprocess.run(told, capture_output=True, text=True, check=True).stdout.splitlines()
    parts = (line.replace("\t", " ").split(" ") for line in lines)
    return [(mode.lstrip("0"), name.encode(), made) for mode, _, made, name in parts]


def crafted(root: Path, *entries: tuple[str, bytes, str]) -> str:
    """A proposal in whose folder `events/base` lie some entries more, as a tree that git did not write."""
    made = tree_of(root, *listed(root, "events/base"), *entries)
    for folder, own in (("events", b"base"), ("", b"events")):
        made = tree_of(root, *((mode, name, made if name == own else old) for mode, name, old in listed(root, folder)))
    who = ("-c", "user.name=x", "-c", "user.email=x@localhost")
    told = ["git", "-C", str(root), *who, "commit-tree", "-p", BASE, "-m", "x", made]
    return subprocess.run(told, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize(
    "names", [[b"..", b"sud"], [b"..", b"..", b".."], [b".git", b"hooks"], [b".GIT"], [b"."], [b"x", b"..", b"y"]]
)
def test_a_path_that_no_folder_can_have_is_refused_and_nothing_is_read(root, names):
    entry = ("100644", b"nuovo.md", objects(root, event().encode()))
    for name in reversed(names):
        entry = ("40000", name, tree_of(root, entry))
    found = proposal(str(root), BASE, crafted(root, entry), today=TODAY, who=People("ufficio"))
    path = b"/".join([b"events/base", *names, b"nuovo.md"]).decode()
    assert (codes(found), found.shown) == ([("proposal-path", path)], False)
    assert [found.files.instead, found.pages, found.problems] == [{}, (), ()]


def test_a_proposal_that_is_too_much_is_refused_and_not_read(root, monkeypatch):
    monkeypatch.setattr("circuito.reviewing.proposal.MOST_BYTES", 2000)
    files = {f"events/base/e{number}.md": event(text="a" * 500) for number in range(9)}
    found = reviewed(root, files, People("ufficio"))
    assert (codes(found), found.shown, found.files.instead) == (
        [("proposal-huge", "events/base/e0.md")],
        False,
        {},
    )
