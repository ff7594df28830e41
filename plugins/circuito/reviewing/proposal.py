"""A proposal, read: the network before and after it, what it changes, what is wrong with it, who must agree.

Code and settings are those of the base; of the proposal only content is read, out of git's objects, without a checkout.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..problems import Problem, Source, in_order
from ..reading.files import Files
from ..reading.load import Loaded, load
from ..reading.memory import Memory
from .git import LARGEST_READ, Change, Git, Sides
from .pages import PageChange, page_changes
from .permission import People, blocks, is_code, refusals, touched
from .words import WORDS

MOST_CHANGES, MOST_BYTES = 20_000, 100 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What one proposal does. Paths are from the network's folder.

    `problems` are those in files that it touches and those that it causes elsewhere; `mended` counts those that were
    there and would not be; `refused` is what speaks against it or must wait for the office, whatever its content.
    """

    commit: str | None
    prefix: str
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    refused: tuple[Problem, ...]
    mended: int
    pages: tuple[PageChange, ...]
    before: Loaded
    after: Loaded
    files: Files

    @property
    def right(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.problems and not self.refused

    @property
    def shown(self) -> bool:
        """Whether a preview of it may be built: it touches content alone, and nothing that must not be read."""
        code = any(is_code(path) for change in self.changes for path in touched(change))
        return not code and not any(blocks(each) for each in self.refused)

    def in_repository(self, path: str) -> str:
        """A path from the repository's root."""
        return posixpath.normpath(posixpath.join(self.prefix, path))


def proposal(
    root: str, base: str, head: str | None, *, today: date, who: People | None = None, kept: str = ""
) -> Proposal:
    """The proposal of `head` (the files in the folder, if None) to `base`. Raises `GitRefused`.

    `root` is a checkout of the network, at best of the base; `kept` the file that remembers what was read there.
    """
    git = Git(root)
    sides = git.sides(base, head)
    listed = git.changes(sides)
    unread = [*impossible(listed), *too_much(listed)]
    changes = tuple(within(git.prefix, listed))
    before = Files(root, git.instead(sides.before))
    after = before if unread else Files(root, git.instead(sides.after))
    memory = Memory(kept or None, program_epoch() if kept else "")
    was = load(root, today=today, memory=memory, instead=before.instead)
    would_be = load(root, today=today, memory=following(memory), instead=after.instead)
    told = caused(changes, was.problems, would_be.problems)
    return Proposal(
        commit=head and git.commit(head),
        prefix=git.prefix,
        changes=changes,
        problems=tuple(told),
        refused=tuple(in_order([*unread, *conflicts(git, sides), *refusals(changes, before, after, who)])),
        mended=len(set(map(identity, was.problems)) - set(map(identity, would_be.problems))),
        pages=tuple(page_changes(was.network, would_be.network)),
        before=was,
        after=would_be,
        files=after,
    )


def language(proposal: Proposal, author: str | None) -> str:
    """The language to answer in: that of the author's space, else that of the network; of those that we speak."""
    network = proposal.before.network
    own = [space.fields.languages for space in network.spaces if author in space.fields.maintainers] if network else []
    languages = [*(lang for spoken in own for lang in spoken), *(network.languages[:1] if network else ()), "en"]
    return next(lang for lang in languages if lang in WORDS)


def within(prefix: str, changes: Iterable[Change]) -> Iterable[Change]:
    """Changes with their paths from the network's folder, which lies at `prefix` in the repository."""
    for change in changes:
        path, former = (posixpath.relpath(each, prefix or ".") if each else "" for each in (change.path, change.former))
        yield replace(change, path=path, former=former)


def impossible(changes: Iterable[Change]) -> Iterator[Problem]:
    """The paths that no folder can have, which only a tree that git did not write holds: nothing of it is read."""
    for change in changes:
        if any(part.lower() in ("", ".", "..", ".git") for part in change.path.split("/")):
            yield Problem("proposal-path", Source(change.path))


def too_much(changes: Sequence[Change]) -> Iterator[Problem]:
    """That a proposal is larger than can be read at once; git packs a great deal of nothing into very little."""
    size = sum(change.size for change in changes if change.size <= LARGEST_READ)
    if len(changes) > MOST_CHANGES or size > MOST_BYTES:
        values = {"count": len(changes), "size": size // 1024 // 1024}
        yield Problem("proposal-huge", Source(min(change.path for change in changes)), values)


def conflicts(git: Git, sides: Sides) -> list[Problem]:
    """The files of which git cannot say what they would be."""
    paths = [posixpath.relpath(path, git.prefix or ".") for path in sides.conflicts]
    return [Problem("proposal-conflict", Source(path)) for path in paths]


def caused(changes: Iterable[Change], before: Iterable[Problem], after: Iterable[Problem]) -> list[Problem]:
    """The problems in touched files, and those elsewhere that were not there before."""
    own = {path for change in changes for path in touched(change)}
    known = {identity(problem) for problem in before}
    return [problem for problem in after if problem.source.path in own or identity(problem) not in known]


def identity(problem: Problem) -> tuple[object, ...]:
    """What makes a problem the same one after lines have moved."""
    return problem.code, problem.source.path, problem.field, repr(sorted(problem.values.items()))


def following(memory: Memory) -> Memory:
    """A memory that knows what another has just read, and is kept nowhere: what a proposal says is not remembered."""
    found = Memory()
    found.before, found.shared = memory.now, memory.shared
    return found


def program_epoch() -> str:
    """The digest of the program: what another version remembered is not used."""
    from hashlib import blake2b

    program = Path(__file__).parent.parent
    hashed = blake2b(digest_size=16)
    for file in sorted(program.rglob("*.py")):
        hashed.update(file.relative_to(program).as_posix().encode() + b"\0" + file.read_bytes())
    return hashed.hexdigest()


def bring_in(proposal: Proposal, root: str) -> int:
    """Put the content of a proposal into the folder, for its preview; gives how many files differ from what was there.

    Only files in the folders of content are written, and none through a link. Raises `ValueError` where the proposal
    has no preview.
    """
    if not proposal.shown:
        raise ValueError("this proposal has no preview")
    brought = {path: file for path, file in proposal.files.instead.items() if not is_code(path)}
    for path, file in sorted(brought.items(), key=lambda each: each[1] is not None):
        target = Path(root, path)
        if target.is_symlink() or target.exists():
            target.unlink()
        if file is not None:
            os.makedirs(target.parent, exist_ok=True)
            target.write_bytes(file.content)
    return len(brought)
