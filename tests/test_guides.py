"""The guides are true: every command on them is run as it is written, in the order of the page, and says what they say.

A line after `$ ` is a command, a line after `> ` goes on with it, other lines are what it prints; a file shown after a
line that names it in backticks is written as it is shown. Each guide but the first goes on in the network that the
first one makes, by itself or after the others.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
GUIDES = ROOT / "docs" / "guide"
STEP = re.compile(r"(?:`([\w./-]+)`[^`\n]*:\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FIRST = {"it": "avviare-una-rete", "en": "start-a-network"}
OTHERS = {
    "it": ("il-tuo-spazio", "un-evento-dal-telefono", "collegare-il-calendario", "guardare-una-proposta"),
    "en": ("your-space", "an-event-from-the-phone", "connect-your-calendar", "review-a-contribution"),
}
SPOKEN = {"it": "it_IT.UTF-8", "en": "en_GB.UTF-8"}


class Command(NamedTuple):
    """A command of a guide, and what it prints according to the guide; none where the guide shows nothing."""

    line: str
    prints: str


class Walk:
    """A walk through guides, in a folder of its own."""

    def __init__(self, folder: Path, lang: str) -> None:
        self.folder = folder
        self.lang = lang

    def through(self, name: str) -> list[tuple[str, str, str]]:
        """Go through one guide; each command that prints something else than its guide says, with both."""
        differing = []
        for path, kind, content in STEP.findall((GUIDES / f"{name}.md").read_text(encoding="utf-8")):
            if kind == "console":
                for command in commands(content):
                    printed = self.run(command.line, may_fail=bool(command.prints))
                    if command.prints and printed != command.prints:
                        differing.append((command.line, command.prints, printed))
            elif path:
                (self.folder / path).write_text(content, encoding="utf-8")
        return differing

    def run(self, line: str, *, may_fail: bool) -> str:
        """Run a command and give what it prints; `cd` leads further commands elsewhere."""
        if line.startswith("cd "):
            self.folder /= line.removeprefix("cd ")
            return ""
        done = subprocess.run(
            ["bash", "-c", line],
            cwd=self.folder,
            env=environment(self.folder, self.lang),
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=300,
            check=False,
        )
        assert may_fail or done.returncode == 0, f"{line}\n{done.stdout}"
        return done.stdout


def environment(folder: Path, lang: str) -> dict[str, str]:
    """What commands see: a home of their own, the language of the guide, and the commands of this environment."""
    who = {"NAME": "Ufficio", "EMAIL": "ufficio@example.org"}
    made = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    commands = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"}
    return kept | commands | made | {"HOME": str(folder), "LANG": SPOKEN[lang]}


def commands(block: str) -> list[Command]:
    """The commands of a block, each with the lines that it prints."""
    found: list[Command] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append(Command(line.removeprefix("$ "), ""))
        elif found and line.startswith("> "):
            found[-1] = found[-1]._replace(line=f"{found[-1].line}\n{line.removeprefix('> ')}")
        elif found and found[-1].line.endswith("\\"):
            found[-1] = found[-1]._replace(line=f"{found[-1].line}\n{line}")
        else:
            found[-1] = found[-1]._replace(prints=f"{found[-1].prints}{line}\n")
    return found


@pytest.fixture(scope="module", params=sorted(FIRST))
def begun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Walk, list[object]]:
    """A walk through the first guide of a language, and what differed."""
    walk = Walk(tmp_path_factory.mktemp(request.param), request.param)
    return walk, list(walk.through(FIRST[request.param]))


def test_a_network_starts_as_its_guide_says(begun: tuple[Walk, list[object]]) -> None:
    assert begun[1] == []


@pytest.mark.parametrize("number", range(4))
def test_a_guide_is_true_of_the_network_that_the_first_one_makes(
    begun: tuple[Walk, list[object]], number: int, tmp_path: Path
) -> None:
    walk, _ = begun
    shutil.copytree(walk.folder, tmp_path / "network", symlinks=True)
    assert Walk(tmp_path / "network", walk.lang).through(OTHERS[walk.lang][number]) == []


def test_the_guides_are_true_one_after_another(begun: tuple[Walk, list[object]], tmp_path: Path) -> None:
    walk, _ = begun
    shutil.copytree(walk.folder, tmp_path / "network", symlinks=True)
    assert {name: Walk(tmp_path / "network", walk.lang).through(name) for name in OTHERS[walk.lang]} == {
        name: [] for name in OTHERS[walk.lang]
    }


@pytest.mark.parametrize("lang", sorted(FIRST))
def test_the_pictures_of_a_guide_speak_its_language(lang: str) -> None:
    texts = [(GUIDES / f"{name}.md").read_text(encoding="utf-8") for name in (FIRST[lang], *OTHERS[lang])]
    shown = [Path(path) for text in texts for path in re.findall(r"!\[[^]]+\]\(([^)]+)\)", text)]
    assert {(path.suffixes[0] == ".en", (GUIDES / path).is_file()) for path in shown} == {(lang == "en", True)}


def test_every_guide_is_there_in_both_languages() -> None:
    known = {name for lang in FIRST for name in (FIRST[lang], *OTHERS[lang])}
    assert {each.stem for each in GUIDES.glob("*.md")} == known
