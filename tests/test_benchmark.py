"""The benchmark compares like with like: Hugo's site has the files of ours, and its pages say the same."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, parse

import html5lib
import pytest

ROOT = Path(__file__).parents[1]
EVENTS = 60
MARKED = ("p-name", "p-summary", "p-organizer", "p-street-address", "p-locality", "u-email", "p-tel", "p-category")
PAGES = (
    "spazi/spazio-07",
    "temi/cibo",
    "enti/ente-01",
    "progetti/progetto-0001",
    "agenda/oggi",
    "agenda/2026-10-13",
    "agenda/2026-w43",
    "agenda/2026-10",
)
UTC = re.compile(r"\d{8}T\d{6}Z/\d{8}T\d{6}Z")
ATOM = "{http://www.w3.org/2005/Atom}"

pytestmark = pytest.mark.slow


class Run(NamedTuple):
    """What a run of the benchmark printed, our site without what Hugo's has no like of, and Hugo's."""

    said: str
    ours: Path
    theirs: Path


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("bench")
    options = ["--events", str(EVENTS), "--languages", "1", "--runs", "1", "--folder", str(folder)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    made = subprocess.run(
        [sys.executable, ROOT / "benchmarks/bench.py", *options],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
    )
    assert made.returncode == 0, made.stderr
    if "Hugo is left out" in made.stdout:
        pytest.skip(made.stdout.splitlines()[0])
    return Run(made.stdout, folder / f"{EVENTS}x1/ours/same", folder / f"{EVENTS}x1/hugo/public")


def test_either_side_publishes_the_same_files(run):
    assert paths(run.theirs) == paths(run.ours)


def test_no_kind_of_files_is_unlike_in_number_or_size(run):
    kinds = run.said.partition("Hugo / ours\n")[2].partition("left out")[0].splitlines()
    assert len(kinds) == 14
    assert [line for line in kinds if line.endswith("unlike")] == []


def test_pages_of_events_state_the_same_facts(run):
    pages = sorted(path for path in paths(run.ours) if re.fullmatch(r"eventi/.*/index\.html", path))
    assert len(pages) == EVENTS
    assert {path: facts(run.theirs / path) for path in pages} == {path: facts(run.ours / path) for path in pages}


@pytest.mark.parametrize("page", PAGES)
def test_other_pages_say_the_same_words(run, page):
    ours, theirs = (words(main(root / page / "index.html")) for root in (run.ours, run.theirs))
    assert theirs == ours


@pytest.mark.parametrize("feed", ["atom.xml", "spazi/spazio-07/atom.xml", "progetti/atom.xml"])
def test_feeds_tell_the_same_entries(run, feed):
    ours, theirs = (entries(root / feed) for root in (run.ours, run.theirs))
    assert theirs == ours


def paths(tree: Path) -> set[str]:
    """The paths of all files in a tree."""
    return {file.relative_to(tree.resolve()).as_posix() for file in tree.resolve().rglob("*") if file.is_file()}


def facts(file: Path) -> dict[str, Any]:
    """What an event's page states: its words, what is marked for machines, where it leads, and its JSON-LD."""
    page = main(file)
    marked = {
        name: [(words(one), one.get("value")) for one in page.iter() if name in (one.get("class") or "").split()]
        for name in MARKED
    }
    return marked | {
        "words": words(page),
        "when": [
            datetime.fromisoformat(one.attrib["datetime"])
            for one in page.iter("time")
            if "dt-start" in (one.get("class") or "")
        ],
        "links": [one.attrib["href"].partition("?")[0] for one in page.iter("a")],
        "calendar": [UTC.findall(one.attrib["href"]) for one in page.iter("a") if "google" in one.attrib["href"]],
        "data": [
            json.loads(one.text or "") for one in read(file).iter("script") if one.get("type") == "application/ld+json"
        ],
    }


def main(file: Path) -> Element:
    """The main part of a page."""
    return next(read(file).iter("main"))


def read(file: Path) -> Element:
    page: Element = html5lib.parse(file.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    return page


def words(element: Element) -> str:
    """The text of an element, however it is spaced."""
    return " ".join("".join(element.itertext()).split())


def entries(file: Path) -> set[tuple[str, ...]]:
    """What a feed's entries are called, where they lead, and what they say, however it is spaced."""
    names = ("id", "title", "summary", "content", "published")
    return {
        tuple(" ".join((entry.findtext(f"{ATOM}{name}") or "").split()) for name in names)
        for entry in parse(file).iter(f"{ATOM}entry")
    }
