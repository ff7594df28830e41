"""The wheel holds all that another city needs: the network on the page for adopters is built with it, and nothing else.

The wheel is installed into an empty environment without a network. The libraries that it declares, and those that they
declare, are lent to it from this environment: what is proved is that the wheel and its declared dependencies suffice,
not that a registry has them.
"""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution, version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import html5lib  # type: ignore[import-untyped]
import pytest
from icalendar import Calendar
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
SHOWN = re.compile(r"`([\w./-]+\.(?:py|yaml|md|html))`[^\n]*:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DAY = "2026-11-22"
GALLERIES = {"componenti", "components"}  # their examples are of another network

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment in which the wheel is installed, and nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], ROOT)
    (wheel,) = folder.glob("*.whl")
    run([sys.executable, "-m", "venv", "--without-pip", str(folder / "venv")], folder)
    python = folder / "venv" / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
    run([*pip, "install", "--quiet", "--no-index", "--no-deps", str(wheel)], folder)
    lend(needed(distribution("circuito")), folder / "libraries")
    return folder


def needed(wanted: Distribution, extras: Iterable[str] = (), seen: set[str] | None = None) -> Iterator[Distribution]:
    """The distributions that one declares with some extras, and those that they declare."""
    seen = set() if seen is None else seen
    for line in wanted.requires or ():
        requirement = Requirement(line)
        name = canonicalize_name(requirement.name)
        if name not in seen and applies(requirement, extras):
            seen.add(name)
            found = distribution(name)
            yield found
            yield from needed(found, requirement.extras, seen)


def applies(requirement: Requirement, extras: Iterable[str]) -> bool:
    """Whether a requirement holds here, with some extras."""
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def lend(distributions: Iterator[Distribution], folder: Path) -> None:
    """Make the modules of distributions importable from a folder."""
    folder.mkdir()
    for each in distributions:
        for name in {file.parts[0] for file in each.files or ()} - {"..", "__pycache__"}:
            if not (folder / name).exists():
                (folder / name).symlink_to(Path(str(each.locate_file(name))).resolve())


def run(command: list[str], folder: Path, **environ: str) -> str:
    """Run a command that must succeed, and give what it prints."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SOURCE_DATE"))}
    done = subprocess.run(
        command, cwd=folder, env={**plain, **environ}, text=True, capture_output=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def outside(environment: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The network of the page for adopters, checked and published by the wheel's own command."""
    root = tmp_path_factory.mktemp("outside")
    shown = [found for page in ("adopt", "outputs") for found in SHOWN.findall(text_of(f"docs/developers/{page}.md"))]
    for path, content in [*shown, ("my_city/__init__.py", "")]:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    told = [circuito(environment, root, "check"), circuito(environment, root, "publish")]
    assert told[0] == ""
    assert re.match(r"\d+ written, 0 as they were, 0 removed\n", told[1])
    return root


def text_of(path: str) -> str:
    """The text of a page of the documentation."""
    return (ROOT / path).read_text(encoding="utf-8")


def circuito(environment: Path, root: Path, *command: str) -> str:
    """What a command of the installed wheel prints in a folder."""
    told = [str(environment / "venv" / "bin" / "circuito"), *command, "--as-of", DAY]
    return run(told, root, PYTHONPATH=str(environment / "libraries"), LANG="C.UTF-8")


def parsed(file: Path) -> Any:
    """The tree of a page."""
    return html5lib.parse(file.read_bytes(), namespaceHTMLElements=False)


def test_the_installed_program_is_the_wheels_own(environment: Path) -> None:
    python = str(environment / "venv" / "bin" / "python")
    libraries = str(environment / "libraries")
    told = run([python, "-c", "import circuito; print(circuito.__file__)"], environment, PYTHONPATH=libraries)
    assert Path(told.strip()).is_relative_to(environment / "venv")


def test_the_wheel_holds_program_and_theme_and_no_more(environment: Path) -> None:
    (installed,) = (environment / "venv").glob("lib/python*/site-packages")
    assert {path.name for path in installed.glob("circuito/*") if path.is_dir() and path.name != "__pycache__"} == {
        path.name for path in (ROOT / "plugins" / "circuito").iterdir() if path.is_dir() and path.name != "__pycache__"
    } | {"theme"}
    theme = {path.relative_to(ROOT / "theme") for path in (ROOT / "theme").rglob("*") if path.is_file()}
    shipped = installed / "circuito" / "theme"
    assert {path.relative_to(shipped) for path in shipped.rglob("*") if path.is_file()} == theme


def test_one_block_is_overridden_and_the_rest_inherited(outside: Path) -> None:
    page = parsed(outside / "output" / "spazi" / "serra" / "index.html")
    assert page.findtext(".//title") == "La Serra, un cortile di Torino"
    assert [" ".join("".join(heading.itertext()).split()) for heading in page.iter("h1")] == ["La Serra"]
    assert page.find(".//header") is not None
    assert page.find(".//footer") is not None


def test_a_phrase_of_ones_own_goes_over_the_themes(outside: Path) -> None:
    menus = {
        lang: [link.text for link in parsed(outside / "output" / page).iter("a") if (link.get("href") or "") == address]
        for lang, page, address in (
            ("it", "index.html", "/cortili/spazi/"),
            ("en", "en/index.html", "/cortili/en/spaces/"),
        )
    }
    assert "Cortili" in menus["it"]
    assert "Spaces" in menus["en"]


def test_an_output_of_ones_own_is_published(outside: Path) -> None:
    with (outside / "output" / "spaces.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [["name", "street"], ["La Serra", "via dell'Esempio 3"]]


def test_the_calendar_tells_the_event(outside: Path) -> None:
    calendar = Calendar.from_ical((outside / "output" / "calendar.ics").read_bytes())
    assert [(str(each["UID"]), str(each["SUMMARY"])) for each in calendar.walk("VEVENT")] == [
        ("serra.semina@cortili.example.org", "Semina insieme")
    ]


def test_every_link_inside_the_site_leads_to_a_file_below_its_path(outside: Path) -> None:
    output = outside / "output"
    wrong = []
    pages = (file for file in sorted(output.resolve().rglob("*.html")) if not GALLERIES & set(file.parts))
    for file in pages:
        for element in parsed(file).iter():
            for name in ("href", "src"):
                address = urlsplit(element.get(name) or "")
                if address.scheme or address.netloc or not address.path:
                    continue
                target = output / address.path.removeprefix("/cortili/")
                target = target / "index.html" if address.path.endswith("/") else target
                if not address.path.startswith("/cortili/") or not target.is_file():
                    wrong.append((file.name, address.path))
    assert wrong == []


def test_a_second_build_makes_nothing_anew(environment: Path, outside: Path) -> None:
    assert re.match(r"0 written, \d+ as they were, 0 removed\n", circuito(environment, outside, "publish"))


def test_a_network_that_the_wheel_begins_is_published_by_it(environment: Path, tmp_path: Path) -> None:
    about = {"name": "Rete dei Cortili", "summary": "Cortili aperti a tutti.", "city": "Torino"}
    space = {"space-name": "La Serra", "space-kind": "giardino", "space-summary": "Una serra in mezzo al cortile."}
    rest = {"organisation-name": "Comitato Cortili", "space-address-street": "via dell'Esempio 3"}
    options = [part for name, said in (about | space | rest).items() for part in (f"--{name}", said)]
    circuito(environment, tmp_path, "new", "network", "rete", *options)
    root = tmp_path / "rete"
    assert circuito(environment, root, "check") == ""
    assert re.match(r"\d+ written, 0 as they were, 0 removed\n", circuito(environment, root, "publish"))
    page = parsed(root / "output" / "eventi" / "la-serra" / "porte-aperte" / "index.html")
    assert [" ".join("".join(heading.itertext()).split()) for heading in page.iter("h1")] == ["Porte aperte"]
    assert installed_by(root / "requirements.txt", tmp_path / "again") == f"circuito=={version('circuito')}"


def installed_by(requirements: Path, folder: Path) -> str:
    """What a file of requirements installs into a new environment, without asking a registry."""
    run([sys.executable, "-m", "venv", "--without-pip", str(folder)], folder.parent)
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python"), "--disable-pip-version-check"]
    run([*pip, "install", "--quiet", "--no-index", "--no-deps", "--requirement", str(requirements)], folder)
    return run([*pip, "list", "--format", "freeze"], folder).strip()
