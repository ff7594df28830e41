"""Who may change what. Ownership is a path: a space's keepers its two folders, the office the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from ..problems import Problem, Source
from ..reading.document import Unreadable, markdown, yaml_file
from ..reading.files import Files
from ..reading.walk import ROOTS
from .git import LINK, SUBMODULE, Change

DERIVED = {"output", "build", "dist"}
DERIVED_ANYWHERE = {".circuito", "node_modules", ".venv", "__pycache__"}
LARGEST = 10 * 1024 * 1024
BLOCKING = {
    "proposal-link",
    "proposal-submodule",
    "proposal-derived",
    "proposal-large",
    "proposal-conflict",
    "proposal-path",
    "proposal-huge",
}
NETWORK = "content/network.yaml"


@dataclass(frozen=True, slots=True)
class People:
    """Who proposes, with the teams to which they belong, and who approved."""

    author: str
    teams: tuple[str, ...] = ()
    approved: tuple[str, ...] = ()

    def among(self, accounts: Collection[str]) -> bool:
        """Whether the author, or a team of theirs, is one of some accounts. Hosts do not tell capitals apart."""
        return bool({name.casefold() for name in (self.author, *self.teams)} & folded(accounts))

    def approved_by(self, accounts: Collection[str]) -> bool:
        """Whether one of some accounts approved, other than the author."""
        others = {name.casefold() for name in self.approved} - {self.author.casefold()}
        return bool(others & folded(accounts))


def folded(accounts: Iterable[str]) -> set[str]:
    """Accounts without regard to capitals."""
    return {name.casefold() for name in accounts}


def blocks(problem: Problem) -> bool:
    """Whether a proposal cannot be merged or shown with this, whoever approves."""
    return problem.code in BLOCKING


def refusals(changes: Iterable[Change], before: Files, after: Files, who: People | None) -> Iterator[Problem]:
    """What a proposal is refused for, or must wait for. Paths are those of changes, from the network's folder.

    Without `who`, nobody's rights are held against it.
    """
    listed = list(changes)
    for change in listed:
        yield from unfit(change)
    if who is None or agreed(before, who):
        return
    yield from outside(listed, before, who)
    yield from new_keepers(listed, before, after)


def unfit(change: Change) -> Iterator[Problem]:
    """Why a file could not be in any proposal."""
    if change.kind == "deleted":
        return
    if derived := derived_folder(change.path):
        yield Problem("proposal-derived", Source(change.path), {"name": derived})
    elif change.mode == LINK:
        yield Problem("proposal-link", Source(change.path))
    elif change.mode == SUBMODULE:
        yield Problem("proposal-submodule", Source(change.path))
    elif change.size > LARGEST:
        values = {"size": change.size // 1024 // 1024, "most": LARGEST // 1024 // 1024}
        yield Problem("proposal-large", Source(change.path), values)


def derived_folder(path: str) -> str:
    """The folder of what is made anew by every build in which a path lies; empty where it lies in none."""
    parts = path.split("/")
    if parts[0] in DERIVED:
        return parts[0]
    depth = next((number for number, part in enumerate(parts, 1) if part in DERIVED_ANYWHERE), 0)
    return "/".join(parts[:depth])


def agreed(before: Files, who: People) -> bool:
    """Whether the office stands behind a proposal: as its author, or by its approval."""
    office = accounts_in(before, NETWORK, "office")
    return who.among(office) or who.approved_by(office)


def outside(changes: Iterable[Change], before: Files, who: People) -> Iterator[Problem]:
    """The files that do not belong to a space of the author's: content of others, and code."""
    kept: dict[str, bool] = {}
    for change in changes:
        for path in touched(change):
            space = space_of(path)
            if space and space not in kept:
                kept[space] = who.among(accounts_in(before, profile_of(space), "maintainers"))
            if is_code(path):
                yield Problem("proposal-code", Source(path))
            elif not space or not kept[space]:
                yield Problem("proposal-outside", Source(path), {"author": who.author})


def new_keepers(changes: Iterable[Change], before: Files, after: Files) -> Iterator[Problem]:
    """The profiles in which a space's keepers would be others: nobody gives rights away alone."""
    for change in changes:
        for path in touched(change):
            space = space_of(path)
            if space and path == profile_of(space):
                old = accounts_in(before, path, "maintainers")
                if old and old != accounts_in(after, path, "maintainers"):
                    yield Problem("proposal-maintainers", Source(path), {"space": space}, ("maintainers",))


def touched(change: Change) -> tuple[str, ...]:
    """The paths at which something is no longer what it was."""
    return (change.former, change.path) if change.former else (change.path,)


def is_code(path: str) -> bool:
    """Whether a path lies outside the folders of content."""
    return not path.startswith(tuple(f"{root}/" for root in ROOTS))


def space_of(path: str) -> str | None:
    """The space whose own a path is, by its folder."""
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[0] in ("spaces", "events") else None


def profile_of(space: str) -> str:
    """The file of a space that names its keepers."""
    return f"spaces/{space}/space.md"


def accounts_in(files: Files, path: str, field: str) -> tuple[str, ...]:
    """The accounts that a file names, even if it holds mistakes elsewhere; none where it cannot be read."""
    try:
        reader = yaml_file if path.endswith(".yaml") else markdown
        told = reader(path, files.content(path)).data.get(field)
    except (OSError, Unreadable):
        return ()
    return tuple(each for each in told if isinstance(each, str)) if isinstance(told, tuple) else ()
