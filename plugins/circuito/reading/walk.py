"""Finding the network's files: real files in known places, under safe names, of bounded size."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from ..problems import Problem, Source
from .files import AS_THEY_ARE, Instead
from .looks import looked_at

SLUG = r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[./]|\Z))[a-z0-9]+(?:-[a-z0-9]+)*"  # but Windows' own names
LANG = r"(?:\.(?P<lang>[a-z]{2,3}(?:-[a-z0-9]{2,8})*))?"
LARGEST = {"picture": 10 * 1024 * 1024, "download": 10 * 1024 * 1024, "area": 2 * 1024 * 1024}
LARGEST_TEXT_FILE = 128 * 1024
LONGEST_NAME = 100
DEEPEST = 12

PLACES = tuple(
    (kind, re.compile(pattern + r"\Z"))
    for kind, pattern in (
        ("event", rf"events/(?P<owner>{SLUG})/(?P<slug>{SLUG}){LANG}\.md"),
        ("space", rf"spaces/(?P<slug>{SLUG})/space{LANG}\.md"),
        ("room", rf"spaces/(?P<owner>{SLUG})/rooms/(?P<slug>{SLUG}){LANG}\.md"),
        ("resource", rf"spaces/(?P<owner>{SLUG})/resources/(?P<slug>{SLUG}){LANG}\.md"),
        ("interest", rf"spaces/(?P<owner>{SLUG})/interests/(?P<slug>{SLUG})\.md"),
        ("organisation", rf"content/organisations/(?P<slug>{SLUG}){LANG}\.md"),
        ("project", rf"content/projects/(?P<slug>{SLUG})/project{LANG}\.md"),
        ("network", r"content/network\.yaml"),
        ("brand", r"content/brand\.yaml"),
        ("logo", r"content/logo\.svg"),
        ("area", rf"content/areas/(?P<slug>{SLUG})\.geojson"),
        ("office", rf"content/(?:news|pages)/(?:{SLUG}/)*(?P<slug>{SLUG}){LANG}\.md"),
        ("picture", rf"(?:spaces|events|content)/(?:{SLUG}/)*[a-z0-9]+(?:[._-][a-z0-9]+)*\.(?:jpe?g|png|webp)"),
        ("download", rf"content/projects/{SLUG}/[a-z0-9]+(?:[._-][a-z0-9]+)*\.pdf"),
        ("note", r"(?:[a-z0-9-]+/)*README\.md"),
    )
)
ROOTS = ("content", "spaces", "events")


class Found(Struct, frozen=True):
    """A file in its place: what it is, whose, its slug, its language if it translates, and its stamp.

    One that is not sound cannot be read and has a problem already; but what it stands for counts as known.
    """

    path: str
    kind: str
    slug: str = ""
    owner: str = ""
    lang: str | None = None
    stamp: tuple[int, int, int] = (0, 0, 0)
    sound: bool = True


class Facts(Struct, frozen=True):
    """What is known of a file that was not read: its mode, how many names it has, its size and its stamp."""

    mode: int
    names: int
    size: int
    stamp: tuple[int, int, int] = (0, 0, 0)


def walk(root: str, instead: Instead = AS_THEY_ARE) -> tuple[list[Found], list[Problem]]:
    """The files of a network in order of their paths, and what lies there that should not.

    `instead` says of some paths what is to be found there instead of what the folder holds; None for nothing.
    """
    found: list[Found] = []
    problems: list[Problem] = []
    for name in ROOTS:
        folder = os.path.join(root, name)
        looked_at(folder)
        if os.path.islink(folder) or os.path.isfile(folder):
            code = "file-link" if os.path.islink(folder) else "file-unexpected"
            nothing = Found("content/network.yaml", "network", sound=False)
            return [nothing], [Problem(code, Source(name), {"name": name})]
        if os.path.isdir(folder):
            for entry, path in entries(folder, name, problems):
                if path not in instead:
                    judge(facts_of(entry), path, found, problems)
    beside(instead, found, problems)
    sound = {each.path for each in found if each.sound}
    found = [each for each in found if each.sound or each.path not in sound]
    return sorted(found, key=lambda each: each.path), problems


def beside(instead: Instead, found: list[Found], problems: list[Problem]) -> None:
    """Judge the files that stand there instead of others; hidden names are not looked at."""
    for path, proposed in instead.items():
        if proposed is None or "/." in path or not path.startswith(tuple(f"{name}/" for name in ROOTS)):
            continue
        if path.count("/") > DEEPEST:
            problems.append(Problem("folder-deep", Source(os.path.dirname(path)), {"most": DEEPEST}))
        else:
            judge(Facts(proposed.mode, 1, proposed.size), path, found, problems)


def entries(folder: str, path: str, problems: list[Problem]) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Every file below a folder, depth first; links are not followed, hidden names are not looked at."""
    if path.count("/") >= DEEPEST:
        problems.append(Problem("folder-deep", Source(path), {"most": DEEPEST}))
        return
    try:
        with os.scandir(folder) as listing:
            inside = sorted(listing, key=lambda entry: entry.name)
    except OSError as failed:
        problems.append(Problem("file-unreadable", Source(path), {"why": failed.strerror or "?"}))
        return
    for entry in inside:
        inner = f"{path}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from entries(entry.path, inner, problems)
        else:
            yield entry, inner


def facts_of(entry: os.DirEntry[str]) -> Facts:
    """The facts of a file in a folder."""
    looked_at(entry.path)
    told = entry.stat(follow_symlinks=False)
    return Facts(told.st_mode, told.st_nlink, told.st_size, (told.st_mtime_ns, told.st_ctime_ns, told.st_size))


def judge(facts: Facts, path: str, found: list[Found], problems: list[Problem]) -> None:
    """Add a file to what was found, or to the problems."""
    if not stat.S_ISREG(facts.mode) or facts.names > 1:
        problems.append(Problem(special(facts), Source(path)))
        found += stand_in(path)
        return
    place = placed(path)
    if place is None:
        problems.append(misplaced(path))
        found += stand_in(simplified(path))
        return
    kind, names = place
    wrong = oversized(path, facts, LARGEST.get(kind, LARGEST_TEXT_FILE))
    problems += wrong
    if kind != "note":
        found.append(Found(path, kind, stamp=facts.stamp, sound=not wrong, **names))


def stand_in(path: str) -> list[Found]:
    """What a refused file, or the folder of a space or project, would have been."""
    found = []
    for file, kinds in ((path, None), (f"{path}/space.md", ("space",)), (f"{path}/project.md", ("project",))):
        place = placed(file)
        if place is not None and (kinds is None or place[0] in kinds) and place[0] != "note":
            found.append(Found(file, place[0], stamp=(0, 0, 0), sound=False, **place[1]))
    return found


def oversized(path: str, facts: Facts, most: int) -> list[Problem]:
    """The problem of a file that is too large, or whose name is too long."""
    if facts.size > most:
        size = facts.size // 1024
        return [Problem("file-too-large", Source(path), {"size": size, "most": most // 1024})]
    if len(path) > LONGEST_NAME and max(map(len, path.split("/"))) > LONGEST_NAME:
        return [Problem("file-name-long", Source(path), {"most": LONGEST_NAME})]
    return []


def special(facts: Facts) -> str:
    """The code for a file that is none, or not only here."""
    if stat.S_ISLNK(facts.mode):
        return "file-link"
    return "file-hard-link" if stat.S_ISREG(facts.mode) else "file-special"


def placed(path: str) -> tuple[str, dict[str, str]] | None:
    """What kind of file belongs at a path, with the names in it; None if none does."""
    for kind, shape in PLACES:
        match = shape.match(path)
        if match:
            return kind, {name: value for name, value in match.groupdict().items() if value is not None}
    return None


def misplaced(path: str) -> Problem:
    """Why a path is not one of ours: its name, or its place and kind."""
    simple = simplified(path)
    if simple != path and placed(simple):
        same_folder = os.path.dirname(simple) == os.path.dirname(path)
        return Problem("file-name", Source(path), {"name": os.path.basename(simple) if same_folder else simple})
    return Problem("file-unexpected", Source(path), {"name": os.path.basename(path)})


def simplified(path: str) -> str:
    """A path in small letters without accents, with hyphens for all that cannot stand in a name."""
    plain = unicodedata.normalize("NFKD", path).encode("ascii", "ignore").decode().lower()
    return re.sub(r"-*([./])-*", r"\1", re.sub(r"[^a-z0-9./]+", "-", plain))
