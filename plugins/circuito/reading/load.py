"""From a folder to a network: walk, read, link; every problem at once, and what must be left out for each."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from msgspec import Struct, field

from ..agenda.occurrences import agenda_problems
from ..circulation.interests import state_problems
from ..circulation.lending import booking_problems
from ..circulation.reporting import report_problems
from ..model.brand import DEFAULT_BRAND, BrandFields
from ..model.declaration import declared_fields
from ..model.network import Network
from ..model.network_fields import NetworkFields
from ..problems import Problem, Source, in_order
from .contrast import contrast_problems, theme_problems
from .declared import fields_of, translation_of
from .document import Document, Unreadable, markdown, yaml_file
from .drawing import drawing
from .files import AS_THEY_ARE, Files, Instead
from .imports import states
from .link import Linker, zone_exists
from .memory import CLASSES, Leaf, Memory, Reference
from .office import between_problems, office_text
from .pictures import download, picture
from .prose import prose
from .sense import network_problems, sense_problems
from .walk import Found, walk

NEVER_READ = {"area"}
FORMATS = {"picture": picture, "download": download, "logo": drawing}
SOUGHT: Mapping[str, tuple[Callable[[Any, str], Iterable[Problem]], ...]] = {
    "network": (network_problems,),
    "brand": (contrast_problems,),
    "event": (agenda_problems, report_problems),
    "interest": (state_problems,),
    "resource": (booking_problems,),
}


class Loaded(Struct, frozen=True):
    """The network as far as it can be published, all problems, and the paths of what is left out, with the cause.

    `office` are the paths of the sound news and pages, which Pelican reads.
    """

    network: Network | None
    problems: tuple[Problem, ...]
    left_out: Mapping[str, str] = field(default_factory=dict)
    office: tuple[str, ...] = ()


class Walked(NamedTuple):
    """The files of a network, what lies there that should not, and when they were looked at (ns)."""

    began: int
    found: list[Found]
    problems: list[Problem]


def walked(root: str, instead: Instead = AS_THEY_ARE) -> Walked:
    """What lies in the folder `root` now."""
    return Walked(time.time_ns(), *walk(root, instead))


def load(
    root: str,
    *,
    today: date,
    site: str = "",
    memory: Memory | None = None,
    instead: Instead = AS_THEY_ARE,
    seen: Walked | None = None,
) -> Loaded:
    """The network whose files lie in the folder `root`, as of a day.

    `today` is the day in the network's zone; `site` the address under which it is published; `instead` what some files
    would be; `seen` what lies there, where somebody has looked already. Mistakes in files never raise: they are
    problems of the result, and the files that hold them are left out of its network.
    """
    memory = memory or Memory()
    began, found, problems = seen or walked(root, instead)
    files = Files(root, instead)
    leaves, wrong = read_all(files, found, memory)
    problems = problems + wrong
    refused = {problem.source.path for problem in problems}
    network, wrong, left_out = linked(files, found, leaves, refused, today, site, memory)
    if network is not None:
        wrong += between_problems(found, leaves, network.fields.languages)
    memory.save(began)
    problems = in_order(placed(files, problem) for problem in problems + wrong)
    at_fault = {problem.source.path for problem in problems}
    sound = {path: leaf for path, leaf in leaves.items() if path not in at_fault}
    office = tuple(each.path for each in found if each.kind == "office" and is_published(sound.get(each.path)))
    if network is not None:
        pictures = office_pictures(network, (leaves[path] for path in office))
        network = replace(network, office_pictures=pictures, imports=states(root, network.spaces))
    return Loaded(network, tuple(problems), left_out, office)


def learn(root: str, memory: Memory, do: Callable[[Callable[[], None]], object]) -> Walked:
    """Let what a memory does not know of the files in the folder `root` be read and saved there by `do`, if there is
    any. Mistakes teach nothing. Gives what lies in the folder.
    """
    began, found, problems = walked(root)
    read = [each for each in found if each.sound and each.kind not in NEVER_READ]
    new = [each for each in read if not memory.knows(each.path, each.stamp)]

    def read_new() -> None:
        read_all(Files(root), new, memory)
        memory.save(began)

    if new:
        do(read_new)
    return Walked(began, found, problems)


def office_pictures(network: Network, texts: Iterable[Leaf]) -> tuple[str, ...]:
    """The sound pictures that texts of the office show."""
    shown = {name for text in texts for kind, name, _ in text.references if kind == "picture"}
    return tuple(sorted(shown & network.pictures.keys()))


def is_published(leaf: Leaf | None) -> bool:
    """Whether a sound text of the office is no draft."""
    return leaf is not None and leaf.fields.get("status", "").lower() != "draft"


def read_all(files: Files, found: Iterable[Found], memory: Memory) -> tuple[dict[str, Leaf], list[Problem]]:
    """What the files that can be read say, by path, and the problems of those that say nothing."""
    leaves: dict[str, Leaf] = {}
    problems: list[Problem] = []
    for each in found:
        if each.sound and each.kind not in NEVER_READ:
            leaf, wrong = leaf_of(files, each, memory)
            problems += wrong
            if leaf is not None:
                leaves[each.path] = leaf
    return leaves, problems


def leaf_of(files: Files, found: Found, memory: Memory) -> tuple[Leaf | None, list[Problem]]:
    """What a file says, from memory where the file is as it was."""
    leaf = memory.recall(found.path, found.stamp)
    if leaf is not None:
        return leaf, []
    try:
        content = files.content(found.path)
    except OSError as failed:
        return None, [Problem("file-unreadable", Source(found.path), {"why": failed.strerror or "?"})]
    digest, leaf = memory.recognise(found.path, found.stamp, content)
    if leaf is not None:
        return leaf, []
    leaf, problems = read(found, content, digest)
    if leaf is not None and not problems:
        memory.keep(found.path, "translation" if found.lang else found.kind, found.stamp, leaf)
    return (leaf if not problems else None), problems


def read(found: Found, content: bytes, digest: str) -> tuple[Leaf | None, list[Problem]]:
    """What the content of a file says, or its problems."""
    if found.kind == "office":
        said, links, wrong = office_text(found.path, found.lang or "", content)
        return Leaf(digest, said, references=links), wrong
    if found.kind in FORMATS:
        said, wrong = FORMATS[found.kind](found.path, content)
        return Leaf(digest, said), wrong
    try:
        document = (yaml_file if found.kind in ("network", "brand") else markdown)(found.path, content)
    except Unreadable as refused:
        return None, [refused.problem]
    html, problems = prose(document)
    if found.lang:
        texts, wrong = translation_of(CLASSES[found.kind], document)
        return Leaf(digest, texts | ({"html": html} if html else {})), problems + wrong
    fields, wrong = fields_of(CLASSES[found.kind], document)
    if fields is None:
        return None, problems + wrong
    wrong += sense_problems(fields, found.path)
    for sought in SOUGHT.get(found.kind, ()):
        wrong += sought(fields, found.path)
    problems += [each.at(document.place(each.field)) for each in wrong]
    return Leaf(digest, fields, html, tuple(references(fields))), problems


def references(fields: Any, path: tuple[str | int, ...] = ()) -> list[Reference]:
    """Every name of another thing in declared fields, with its kind and the path of the field."""
    found: list[Reference] = []
    declaration: Any = type(fields)
    for each in declared_fields(declaration):
        value = getattr(fields, each.attribute)
        here = (*path, each.name)
        if each.refers_to and value:
            found += named(each.refers_to, value, here)
        elif hasattr(value, "__pydantic_config__"):
            found += references(value, here)
        elif isinstance(value, tuple):
            for number, inner in enumerate(value):
                if hasattr(inner, "__pydantic_config__"):
                    found += references(inner, (*here, number))
    return found


def named(kind: str, value: Any, path: tuple[str | int, ...]) -> list[Reference]:
    """The references in one field: a name, several, or a mapping of them."""
    if isinstance(value, str):
        return [(kind, value, path)]
    if isinstance(value, Mapping):
        return [(kind, f"{key}/{name}", (*path, key)) for key, name in value.items()]
    return [(kind, name, (*path, number)) for number, name in enumerate(value)]


def placed(files: Files, problem: Problem) -> Problem:
    """A problem with the line and column of its field, where only the field is known yet."""
    if not problem.field or (problem.source.line, problem.source.column) != (1, 1):
        return problem
    try:
        reader = yaml_file if problem.source.path.endswith(".yaml") else markdown
        document: Document = reader(problem.source.path, files.content(problem.source.path))
    except (OSError, Unreadable):
        return problem
    return problem.at(document.place(problem.field))


def linked(
    files: Files,
    found: list[Found],
    leaves: Mapping[str, Leaf],
    refused: set[str],
    today: date,
    site: str,
    memory: Memory,
) -> tuple[Network | None, list[Problem], dict[str, str]]:
    """The network that the leaves make, the problems between them, and what is left out."""
    if "content/network.yaml" not in leaves:
        missing = [Problem("network-missing", Source("content/network.yaml"))]
        return None, [] if any(each.kind == "network" for each in found) else missing, {}
    fields: NetworkFields = leaves["content/network.yaml"].fields
    if not zone_exists(fields.timezone):
        wrong = Problem("timezone-unknown", Source("content/network.yaml"), {"name": fields.timezone}, ("timezone",))
        return None, [wrong], {}
    brand: BrandFields = leaves["content/brand.yaml"].fields if "content/brand.yaml" in leaves else DEFAULT_BRAND
    logo = leaves["content/logo.svg"].fields["svg"] if "content/logo.svg" in leaves else ""
    linker = Linker(files, found, leaves, refused, fields, memory)
    network = linker.network(Network(fields=fields, brand=brand, logo=logo, today=today, site=site, root=files.root))
    return network, linker.problems + theme_problems(fields, brand, "content/network.yaml"), linker.left_out
