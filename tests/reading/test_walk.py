"""Files are found in known places only, and nothing that lies there can lead the walk astray."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from circuito.reading.walk import Found, placed, simplified, walk
from whole_networks import copied, event, told, written


def kinds(root: Path) -> dict[str, int]:
    found = walk(str(root))[0]
    return {kind: sum(each.kind == kind for each in found) for kind in sorted({each.kind for each in found})}


def test_the_small_network_holds_this(network):
    assert kinds(network) == {
        "area": 1,
        "brand": 1,
        "event": 9,
        "network": 1,
        "office": 2,
        "organisation": 3,
        "picture": 1,
        "project": 1,
        "room": 1,
        "space": 4,
    }


@pytest.mark.parametrize(
    ("path", "kind", "names"),
    [
        ("events/base/festa.md", "event", {"owner": "base", "slug": "festa"}),
        ("events/base/festa.pt-br.md", "event", {"owner": "base", "slug": "festa", "lang": "pt-br"}),
        ("spaces/base/space.md", "space", {"slug": "base"}),
        ("spaces/base/space.en.md", "space", {"slug": "base", "lang": "en"}),
        ("spaces/base/rooms/sala.md", "room", {"owner": "base", "slug": "sala"}),
        ("content/projects/lettere/project.md", "project", {"slug": "lettere"}),
        ("content/news/2026/apertura.md", "office", {"slug": "apertura"}),
        ("spaces/base/cortile_1.JPG".lower(), "picture", {}),
    ],
)
def test_a_path_tells_what_a_file_is(path, kind, names):
    assert placed(path) == (kind, names)


@pytest.mark.parametrize(
    "path",
    [
        "events/base/festa.md\n",
        "events/base/../festa.md",
        "events//festa.md",
        "events/base/.festa.md",
        "events/base/festa..md",
        "events/base/-festa.md",
        "events/base/festa-.md",
        "events/base/fe--sta.md",
        "events/base/FESTA.md",
        "events/base/festa.html",
        "events/base/sotto/festa.md",
        "spaces/base/altro.md",
        "spaces/aux/space.md",
        "events/base/lpt1.md",
        "content/altro.yaml",
        "content/projects/lettere/scheda.exe",
    ],
)
def test_a_path_of_another_shape_has_no_place(path):
    assert placed(path) is None


@pytest.mark.parametrize(
    ("path", "simple"),
    [
        ("events/base/Festa d'Estate (1).md", "events/base/festa-d-estate-1.md"),
        ("events/base/caffè_e_tè.MD", "events/base/caffe-e-te.md"),
        ("events/Casa Base/festa.md", "events/casa-base/festa.md"),
        ("events/base/festa .md", "events/base/festa.md"),
        ("events/base/祭.md", "events/base/.md"),
    ],
)
def test_a_name_is_made_simple(path, simple):
    assert simplified(path) == simple


def test_files_come_in_the_order_of_their_paths(network):
    paths = [each.path for each in walk(str(network))[0]]
    assert paths == sorted(paths)


def test_a_refused_file_counts_as_known_but_is_not_sound(network):
    os.symlink("/etc/passwd", network / "events/base/nuovo.md")
    found = next(each for each in walk(str(network))[0] if each.path == "events/base/nuovo.md")
    assert found == Found("events/base/nuovo.md", "event", slug="nuovo", owner="base", sound=False)


def test_two_links_to_each_other_end_the_walk(network):
    os.symlink("..", network / "events/uno")
    os.symlink("../events", network / "spaces/due")
    assert told(network) == [
        "events/uno:1:1: is a link, not a file (put the file itself here)",
        "spaces/due:1:1: is a link, not a file (put the file itself here)",
    ]


def test_hundreds_of_folders_in_each_other_end_the_walk(network):
    place = os.open(network / "content" / "news", os.O_RDONLY)
    for _ in range(900):
        os.mkdir("a", dir_fd=place)
        deeper = os.open("a", os.O_RDONLY, dir_fd=place)
        os.close(place)
        place = deeper
    os.close(place)
    problems = told(network)
    os.system(f"rm -rf {network}/content/news/a")
    assert [problem.rpartition(": ")[2] for problem in problems] == [
        "the folders are nested too deep (at most 12 levels)"
    ]


def test_a_folder_that_may_not_be_read_is_a_problem():
    root = copied(Path(tempfile.mkdtemp()) / "rete")
    written(root, "events/chiusa/nuovo.md", event())
    (root / "events/chiusa").chmod(0)
    root.parent.chmod(0o755)
    reader, writer = os.pipe()
    if not os.fork():
        os.setuid(65534 if os.getuid() == 0 else os.getuid())
        os.write(writer, "\n".join(told(root)).encode())
        os._exit(0)
    os.close(writer)
    os.wait()
    said = os.fdopen(reader).read()
    (root / "events/chiusa").chmod(0o755)
    shutil.rmtree(root.parent)
    assert said == "events/chiusa:1:1: the file cannot be read: Permission denied (check its permissions)"
