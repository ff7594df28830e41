"""Every link within the site leads to a file, and to a place in it where it names one."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from publication import SITE, Published, address_of

LEADING = {"href", "src", "poster", "action", "content"}


class Linked(HTMLParser):
    """The links and ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.ids: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids[value or ""] += 1
            elif name == "srcset":
                self.links |= {one.split()[0] for one in (value or "").split(",") if one.strip()}
            elif name in LEADING and (tag != "meta" or (value or "").startswith(SITE)):
                self.links.add(value or "")


@pytest.fixture(scope="module")
def linked(published: Published) -> dict[str, Linked]:
    """Every page by its path."""
    found = {}
    for file in sorted(published.folder.rglob("*.html")):
        page = found[file.relative_to(published.folder).as_posix()] = Linked()
        page.feed(file.read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def leading(linked: dict[str, Linked], published: Published) -> dict[str, set[tuple[str, str]]]:
    """Where every page leads within the site; the gallery's examples are made up, and so is where they lead."""
    made_up = {path for (kind, _), paths in published.pages.items() if kind == "gallery" for path in paths}
    return {path: targets(path, page) for path, page in linked.items() if path not in made_up}


def targets(path: str, page: Linked) -> set[tuple[str, str]]:
    """Where a page leads within the site: each as the path of a file and the place in it."""
    found = set()
    for link in page.links:
        whole, place = urldefrag(urljoin(SITE + address_of(path), link))
        if whole.startswith(SITE):
            target = unquote(whole.removeprefix(SITE).split("?")[0]).lstrip("/")
            found.add((target + "index.html" if not target or target.endswith("/") else target, unquote(place)))
    return found


def test_every_link_leads_to_a_file(leading: dict[str, set[tuple[str, str]]], published: Published) -> None:
    known = {file.relative_to(published.folder).as_posix() for file in published.folder.rglob("*") if file.is_file()}
    known |= published.spared
    lost = {(target, path) for path, found in leading.items() for target, _ in found if target not in known}
    assert dict(sorted(lost)) == {}


def test_every_place_that_a_link_names_is_there(
    leading: dict[str, set[tuple[str, str]]], linked: dict[str, Linked]
) -> None:
    # What begins with a slash is no place in a page, but a way within the forms.
    lost = {
        (f"{target}#{place}", path)
        for path, found in leading.items()
        for target, place in found
        if place and not place.startswith("/") and target in linked and place not in linked[target].ids
    }
    assert dict(sorted(lost)) == {}


def test_no_page_has_an_id_twice(linked: dict[str, Linked]) -> None:
    twice = {path: [name for name, count in page.ids.items() if count > 1] for path, page in linked.items()}
    assert {path: names for path, names in twice.items() if names} == {}


def test_pages_that_are_not_to_be_found_are_not_in_the_sitemap(linked: dict[str, Linked], published: Published) -> None:
    hidden = {path for path in linked if 'name="robots" content="noindex' in text(published.folder / path)}
    listed = "".join(text(file) for file in published.folder.glob("sitemap*.xml"))
    assert hidden != set()
    assert sorted(path for path in hidden if f"<loc>{SITE}{address_of(path)}</loc>" in listed) == []


def text(file: Path) -> str:
    """A file's text."""
    return file.read_text("utf-8")
