"""The sample network as it is published: its folder, and which pages are of which kind."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from circuito import settings
from circuito.outputs import Page, output_named
from circuito.publishing.languages import phrases_of
from circuito.reading.load import load
from whole_networks import REPOSITORY, TODAY, pelican

THEME = REPOSITORY / "theme"
KINDS = sorted(file.stem for file in (THEME / "templates").glob("*.html") if file.stem not in {"base", "redirect"})
LANGUAGES = ("it", "en", "ar")
SITE = "https://rete-dimostrativa.example"
SPARED = ("cards", "posters", "programme_sheets", "tour_posters")  # costly to make, and no browser's matter


@dataclass(frozen=True, slots=True)
class Published:
    """A published tree: its folder, the pages of each kind and language, and paths that this build was spared."""

    folder: Path
    pages: Mapping[tuple[str, str], tuple[str, ...]]
    spared: frozenset[str]


def publish(root: Path) -> Published:
    """The sample network, built in a new folder as of one day, without cards and posters."""
    root.mkdir()
    for name in ("content", "spaces", "events"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "pelicanconf.py", root)
    (root / "node_modules").symlink_to(REPOSITORY / "node_modules")
    wanted = [name for name in settings.OUTPUTS if name.split(":")[0].split(".")[-1] not in SPARED]
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(f'\nAS_OF = "{TODAY}"\nOUTPUTS = {wanted!r}\n')
    done = pelican(root, PYTHONPATH=os.pathsep.join(sys.path))
    assert done.returncode == 0, done.stderr
    return described(root / "output", wanted)


def described(folder: Path, wanted: list[str]) -> Published:
    """A published tree with the kinds of its pages, as outputs name them; what Pelican made is told by its address."""
    network = load(str(REPOSITORY), today=TODAY, site=SITE).network
    assert network is not None
    phrases = phrases_of(network.languages, [THEME / "phrases"])
    network = replace(network, theme=str(THEME), outputs=tuple(settings.OUTPUTS), phrases=phrases)
    pages: dict[tuple[str, str], list[str]] = {}
    claimed, spared = set(), set()
    for name in settings.OUTPUTS:
        for item in output_named(name)(network):
            (claimed if name in wanted else spared).add(item.path)
            if isinstance(item, Page):
                pages.setdefault((Path(item.template).stem, item.lang), []).append(item.path)
    for file in folder.rglob("*.html"):
        path = file.relative_to(folder).as_posix()
        if path not in claimed:
            first = path.split("/")[0]
            kind = "article" if "/news/" in path or first == "notizie" else "page"
            pages.setdefault((kind, first if first in LANGUAGES else "it"), []).append(path)
    return Published(folder, {key: tuple(sorted(paths)) for key, paths in pages.items()}, frozenset(spared))


def longest(published: Published, kind: str, lang: str) -> str | None:
    """The path of the page of a kind that holds most, or none where a language has no such page."""
    paths = published.pages.get((kind, lang), ())
    return max(paths, key=lambda path: ((published.folder / path).stat().st_size, path), default=None)


def address_of(path: str) -> str:
    """Where a page is found."""
    return "/" + path.removesuffix("index.html")
