"""Another city, another script, another brand: the same program and theme publish it whole, and nothing is of Milan."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib
import pytest

from whole_networks import REPOSITORY, built, copied, told

ABWAB = REPOSITORY / "tests" / "networks" / "abwab"
TEXTS = {".html", ".xml", ".json", ".ics", ".css", ".webmanifest", ".htm", ".svg"}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published site of a city that is Arabic first."""
    root = copied(tmp_path_factory.mktemp("abwab") / "rete", ABWAB)
    (root / "node_modules").symlink_to(REPOSITORY / "node_modules")
    assert built(root) == 0
    return root / "output"


def texts(site: Path) -> dict[str, str]:
    """The text of every published file that is text, by its path, but the search's own and the theme's examples."""
    others = {"pagefind", "components"}
    files = (file for file in sorted(site.rglob("*")) if file.suffix in TEXTS and not others & set(file.parts))
    return {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in files}


def test_its_files_have_no_problem() -> None:
    assert told(ABWAB) == []


def test_its_pages_are_read_from_the_right_and_those_in_english_from_the_left(city: Path) -> None:
    ways = {}
    for path in ("index.html", "huwiyya/index.html", "en/index.html", "en/brand/index.html"):
        root = html5lib.parse((city / path).read_text("utf-8"), namespaceHTMLElements=False)
        ways[path] = (root.get("lang"), root.get("dir"))
    assert ways == {
        "index.html": ("ar", "rtl"),
        "huwiyya/index.html": ("ar", "rtl"),
        "en/index.html": ("en", "ltr"),
        "en/brand/index.html": ("en", "ltr"),
    }


@pytest.mark.parametrize("word", ["Milan", "Europe/Rome", "notizie", "spazi/", "#b80f2e", "#b3122d", "Bricolage", "€"])
def test_nothing_that_it_publishes_is_of_the_sample_network(city: Path, word: str) -> None:
    assert [path for path, text in texts(city).items() if word in text] == []


def test_its_sheet_holds_its_own_colours_type_corner_and_stops(city: Path) -> None:
    sheet = (city / "theme" / "site.css").read_text("utf-8")
    names = ("accent", "corner", "arabic", "stop-corner", "stop-turn")
    said = {name: re.findall(rf"--brand-{name}:([^;}}]*)", sheet)[0] for name in names}
    told = {"accent": "#0a6a5c", "corner": "1.5rem", "arabic": '"Noto Kufi Arabic"', "stop-corner": "0"}
    assert said == told | {"stop-turn": "45deg"}


def test_its_typefaces_are_the_only_ones(city: Path) -> None:
    families = {file.name.split("-latin")[0].split("-arabic")[0] for file in (city / "theme" / "fonts").iterdir()}
    assert families <= {"fraunces", "noto-kufi"}
