"""Finding the network's files: real files in known places, under safe names, of bounded size."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass

from ..problems import Problem, Source

SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
LANG = r"(?:\.(?P<lang>[a-z]{2,3}(?:-[a-z0-9]{2,8})*))?"
LARGEST = {"picture": 10 * 1024 * 1024, "download": 10 * 1024 * 1024, "area": 2 * 1024 * 1024}
LARGEST_TEXT_FILE = 128 * 1024

PLACES = tuple(
    (kind, re.compile(pattern + r"\Z"))
    for kind, pattern in (
        ("event", rf"events/(?P<owner>{SLUG})/(?P<slug>{SLUG}){LANG}\.md"),
        ("space", rf"spaces/(?P<slug>{SLUG})/space{LANG}\.md"),
        ("room", rf"spaces/(?P<owner>{SLUG})/rooms/(?P<slug>{SLUG}){LANG}\.md"),
        ("organisation", rf"content/organisations/(?P<slug>{SLUG}){LANG}\.md"),
        ("project", rf"content/projects/(?P<slug>{SLUG})/project{LANG}\.md"),
        ("network", r"content/network\.yaml"),
        ("brand", r"content/brand\.yaml"),
        ("area", rf"content/areas/(?P<slug>{SLUG})\.geojson"),
        ("office", rf"content/(?:news|pages)/(?:{SLUG}/)*(?P<slug>{SLUG}){LANG}\.md"),
        ("picture", rf"(?:spaces|events|content)/(?:{SLUG}/)*[a-z0-9]+(?:[._-][a-z0-9]+)*\.(?:jpe?g|png|webp)"),
        ("logo", rf"content/{SLUG}\.svg"),
        ("download", rf"content/projects/{SLUG}/[a-z0-9]+(?:[._-][a-z0-9]+)*\.pdf"),
        ("note", r"(?:[a-z0-9-]+/)*README\.md"),
    )
)
ROOTS = ("content", "spaces", "events")


@dataclass(frozen=True, slots=True)
class Found:
    """A file in its place: what it is, whose, its slug, its language if it translates, and its stamp."""

    path: str
    kind: str
    slug: str = ""
    owner: str = ""
    lang: str | None = None
    stamp: tuple[int, int, int] = (0, 0, 0)


def walk(root: str) -> tuple[list[Found], list[Problem]]:
    """The files of a network in order of their paths, and what lies there that should not."""
    found: list[Found] = []
    problems: list[Problem] = []
    for name in ROOTS:
        if os.path.isdir(os.path.join(root, name)):
            for entry, path in entries(os.path.join(root, name), name, problems):
                judge(entry, path, found, problems)
    return sorted(found, key=lambda each: each.path), problems


def entries(folder: str, path: str, problems: list[Problem]) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Every file below a folder, depth first; links are not followed, hidden names are not looked at."""
    with os.scandir(folder) as listing:
        inside = sorted(listing, key=lambda entry: entry.name)
    for entry in inside:
        inner = f"{path}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from entries(entry.path, inner, problems)
        else:
            yield entry, inner


def judge(entry: os.DirEntry[str], path: str, found: list[Found], problems: list[Problem]) -> None:
    """Add a file to what was found, or to the problems."""
    facts = entry.stat(follow_symlinks=False)
    if not stat.S_ISREG(facts.st_mode) or facts.st_nlink > 1:
        problems.append(Problem(special(facts), Source(path)))
        return
    place = placed(path)
    if place is None:
        problems.append(misplaced(path))
        return
    kind, names = place
    most = LARGEST.get(kind, LARGEST_TEXT_FILE)
    if facts.st_size > most:
        problems.append(Problem("file-too-large", Source(path), {"size": facts.st_size // 1024, "most": most // 1024}))
        return
    stamp = (facts.st_mtime_ns, facts.st_ctime_ns, facts.st_size)
    if kind != "note":
        names = {name: value for name, value in names.items() if value}
        found.append(Found(path, kind, stamp=stamp, **names))


def special(facts: os.stat_result) -> str:
    """The code for a file that is none, or not only here."""
    if stat.S_ISLNK(facts.st_mode):
        return "file-link"
    return "file-hard-link" if stat.S_ISREG(facts.st_mode) else "file-special"


def placed(path: str) -> tuple[str, dict[str, str]] | None:
    """What kind of file belongs at a path, with the names in it; None if none does."""
    for kind, shape in PLACES:
        match = shape.match(path)
        if match:
            return kind, match.groupdict()
    return None


def misplaced(path: str) -> Problem:
    """Why a path is not one of ours: its name, or its place and kind."""
    simple = path.lower().replace(" ", "-").replace("_", "-")
    if simple != path and placed(simple):
        return Problem("file-name", Source(path), {"name": os.path.basename(simple)})
    return Problem("file-unexpected", Source(path), {"name": os.path.basename(path)})
