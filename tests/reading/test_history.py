"""The history of files, read from real git repositories."""

from __future__ import annotations

from pathlib import Path

import pytest

from circuito.model.history import History
from circuito.reading.history import history
from repositories import commit, git, seconds

EVENT = "events/base/merenda.md"
SPACE = "spaces/base/space.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with an event and a space, committed on the first of January."""
    made = tmp_path / "repository"
    for path in (EVENT, SPACE):
        (made / path).parent.mkdir(parents=True, exist_ok=True)
    (made / EVENT).write_text("---\ntitle: Merenda\n---\n" + "Una merenda in cortile, con pane e marmellata.\n" * 9)
    (made / SPACE).write_text("---\nname: Base\nphone: 1\n---\n")
    git(made, "init", "--quiet")
    commit(made, "2026-01-01")
    return made


def told(root: Path) -> History:
    return history(str(root), str(root.parent / "kept"))


def test_a_file_has_the_instants_of_its_first_and_last_commit(root):
    (root / EVENT).write_text("---\ntitle: Cena\n---\n")
    commit(root, "2026-03-01")
    assert told(root).files[EVENT] == (seconds("2026-01-01"), seconds("2026-03-01"))


def test_a_file_that_was_renamed_keeps_its_first_instant(root):
    git(root, "mv", EVENT, "events/base/cena.md")
    commit(root, "2026-04-01")
    assert told(root).files["events/base/cena.md"] == (seconds("2026-01-01"), seconds("2026-04-01"))


def test_a_file_that_was_renamed_twice_keeps_its_first_instant(root):
    for number, name in enumerate(("cena", "pranzo"), start=2):
        git(root, "mv", next((root / "events/base").iterdir()).relative_to(root).as_posix(), f"events/base/{name}.md")
        commit(root, f"2026-0{number}-01")
    assert told(root).files["events/base/pranzo.md"] == (seconds("2026-01-01"), seconds("2026-03-01"))


def test_a_change_that_is_taken_back_is_a_further_change(root):
    before = (root / EVENT).read_text()
    (root / EVENT).write_text("---\ntitle: Cena\n---\n")
    commit(root, "2026-03-01")
    (root / EVENT).write_text(before)
    commit(root, "2026-03-02")
    assert told(root).files[EVENT][1] == seconds("2026-03-02")


def test_a_space_that_changes_its_name_has_changed_its_place(root):
    (root / SPACE).write_text("---\nname: Casa\nphone: 1\n---\n")
    commit(root, "2026-05-01")
    assert told(root).places[SPACE] == seconds("2026-05-01")


def test_a_space_that_changes_something_else_has_not_changed_its_place(root):
    (root / SPACE).write_text("---\nname: Base\nphone: 2\n---\n")
    commit(root, "2026-05-01")
    assert told(root).places[SPACE] == seconds("2026-01-01")


def test_what_was_read_is_kept_until_the_next_commit(root):
    first = told(root)
    assert told(root) == first
    (root / EVENT).write_text("---\ntitle: Cena\n---\n")
    assert told(root) == first
    commit(root, "2026-03-01")
    assert told(root).files[EVENT][1] == seconds("2026-03-01")


def test_a_kept_history_that_is_damaged_is_read_anew(root):
    first = told(root)
    (root.parent / "kept").write_bytes(b"damaged")
    assert told(root) == first


def test_a_network_in_a_folder_of_a_repository_has_its_own_paths(root):
    (root / "rete").mkdir()
    git(root, "mv", "events", "spaces", "rete")
    commit(root, "2026-02-01")
    assert set(told(root / "rete").files) == {EVENT, SPACE}


def test_a_shallow_clone_has_no_history(root, tmp_path):
    commit_again(root)
    git(tmp_path, "clone", "--quiet", "--depth", "1", root.as_uri(), str(tmp_path / "shallow"))
    assert told(tmp_path / "shallow") == History()


def commit_again(root: Path) -> None:
    (root / EVENT).write_text("---\ntitle: Cena\n---\n")
    commit(root, "2026-03-01")


def test_a_folder_outside_of_git_has_no_history(tmp_path):
    assert history(str(tmp_path), str(tmp_path / "kept")) == History()
