"""The same input gives the same bytes, whatever the machine; and a build without changes loads only what it needs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from whole_networks import REAL, REPOSITORY, copied, tree, with_everything, with_real_theme

ONE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "HOME": "/tmp"}
OTHER = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8", "HOME": "/"}


def pelican(root: Path, environment: dict[str, str], umask: str) -> int:
    """A build on a machine with its own environment and ways."""
    command = f"umask {umask}; exec {sys.executable} -m pelican --fatal errors -s pelicanconf.py"
    asked = {**os.environ, **environment, "SOURCE_DATE_EPOCH": "1795334400"}
    return subprocess.run(["bash", "-c", command], cwd=root, env=asked, capture_output=True, check=False).returncode


def built_twice(one: Path, other: Path) -> list[str]:
    """The paths that differ between two builds of one network on two machines."""
    for number, file in enumerate(sorted(other.rglob("*"))):
        os.utime(file, (1_600_000_000 + number, 1_600_000_000 + number))
    assert (pelican(one, ONE, "022"), pelican(other, OTHER, "077")) == (0, 0)
    mine, theirs = tree(one / "output"), tree(other / "output")
    return sorted(path for path in mine.keys() | theirs.keys() if mine.get(path) != theirs.get(path))


def test_two_machines_build_the_same_bytes(tmp_path):
    assert built_twice(copied(tmp_path / "rete"), copied(tmp_path / "un altro posto/città")) == []


def test_two_machines_build_the_same_bytes_with_the_real_theme(tmp_path):
    one, other = with_everything(copied(tmp_path / "rete")), with_everything(copied(tmp_path / "un altro posto/città"))
    assert built_twice(one, other) == []


@pytest.mark.slow
def test_two_machines_build_the_same_bytes_of_the_sample_network(tmp_path):
    for name in ("rete", "un altro posto/città"):
        for folder in ("content", "spaces", "events"):
            shutil.copytree(REPOSITORY / folder, tmp_path / name / folder)
        with_real_theme(tmp_path / name)
        lines = REAL.replace("Rete piccola", "Rete dimostrativa")
        (tmp_path / name / "pelicanconf.py").write_text(lines)
    assert built_twice(tmp_path / "rete", tmp_path / "un altro posto/città") == []


def test_no_file_names_the_machine_it_was_built_on(tmp_path):
    root = with_real_theme(copied(tmp_path / "rete"))
    pelican(root, ONE, "022")
    files = [file for file in (root / "output").rglob("*") if file.is_file()]
    assert [file.name for file in files if str(tmp_path).encode() in file.read_bytes()] == []


def imported(code: str, root: Path) -> set[str]:
    """The libraries that a program and the copies it makes of itself import, as Python tells while it does."""
    command = [sys.executable, "-X", "importtime", "-c", code]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stderr.splitlines()
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in told if line.startswith("import time:")}


def loaded(root: Path) -> set[str]:
    """The libraries that a build imports until it ends."""
    code = (
        "import pelican\n"
        "try:\n    pelican.main(['--fatal', 'errors', '-s', 'pelicanconf.py'])\n"
        "except SystemExit as ended:\n    assert not ended.code, ended.code\n"
    )
    return imported(code, root)


def by_pelican_alone(root: Path) -> set[str]:
    """What Pelican itself imports, whatever it builds (its docutils looks for PIL)."""
    return imported("import pelican", root)


HEAVY = {
    "pydantic_core", "icalendar", "feedgen", "PIL", "cmarkgfm", "lxml", "typst", "segno",
}  # fmt: skip


def test_a_build_without_changes_loads_no_library_that_only_changes_need(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795334400")
    root = with_everything(copied(tmp_path / "rete"))
    first = loaded(root)
    time.sleep(2.1)  # what changed within two seconds of being read is read again
    loaded(root)
    assert (HEAVY - first, (loaded(root) & HEAVY) - by_pelican_alone(root)) == (set(), set())
