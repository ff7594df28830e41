"""A network read with some files as they would be is the network that they would make."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from circuito.reading.files import Files, Proposed
from circuito.reading.load import load
from whole_networks import NEW, TODAY, event, written

EVENT = event("ends: 20:00").encode()
FESTA, X = "events/base/festa.md", "events/base/x.md"
DEEP = f"content{'/a' * 13}"
REGULAR, LINK = 0o100644, 0o120000


def proposed(content: bytes, mode: int = REGULAR) -> Proposed:
    return Proposed(mode, len(content), content)


def told(network: Path, path: str, file: Proposed) -> list[str]:
    """The problems of a network with another file."""
    return [problem.told("en") for problem in load(str(network), today=TODAY, instead={path: file}).problems]


def test_a_file_that_would_be_new_is_read_as_if_it_were_there(network, tmp_path):
    read = load(str(network), today=TODAY, instead={NEW: proposed(EVENT)}).network
    there = load(str(written(network, NEW, EVENT)), today=TODAY).network
    assert read == there


def test_a_file_that_would_be_gone_is_not_read(network):
    paths = sorted(network.rglob("*.md"))
    gone = next(path for path in paths if "events/base" in path.as_posix() and path.stem.count(".") == 0)
    name = gone.relative_to(network).as_posix()
    read = load(str(network), today=TODAY, instead={name: None})
    gone.unlink()
    assert read == load(str(network), today=TODAY)


def test_a_whole_folder_may_be_gone(network):
    instead = {file.relative_to(network).as_posix(): None for file in (network / "events" / "base").iterdir()}
    read = load(str(network), today=TODAY, instead=instead)
    shutil.rmtree(network / "events" / "base")
    assert read == load(str(network), today=TODAY)


@pytest.mark.parametrize(
    ("path", "file", "said"),
    [
        (X, Proposed(LINK, 9), [f"{X}:1:1: is a link, not a file (put the file itself here)"]),
        (X, Proposed(REGULAR, 999_999), [f"{X}:1:1: the file has 976 KB (at most 128 KB)"]),
        ("events/base/.x.md", Proposed(REGULAR, 9), []),
        ("elsewhere/x.md", Proposed(REGULAR, 9), []),
        (f"{DEEP}/x.jpg", Proposed(REGULAR, 9), [f"{DEEP}:1:1: the folders are nested too deep (at most 12 levels)"]),
    ],
)
def test_a_proposed_file_is_held_to_what_holds_for_others(network, path, file, said):
    assert told(network, path, file) == said


def test_a_problem_in_a_proposed_file_has_the_line_of_that_file(network):
    content = event("room: nowhere").encode()
    assert [line.partition(": ")[0] for line in told(network, NEW, proposed(content))] == [f"{NEW}:5:7"]


def test_what_would_be_gone_cannot_be_opened(network):
    with pytest.raises(FileNotFoundError):
        Files(str(network), {FESTA: None}).content(FESTA)
