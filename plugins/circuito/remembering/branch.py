"""The branch on which memos lie: one commit without a past, put in place of the one before, so that it never grows.

Nobody works on it and nothing of it is ever checked out: it is read and written as git's objects alone. Two runs that
save at one time both get their turn, as each puts its commit only in place of the one that it has seen.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ..problems import Problem, Source
from ..reviewing.git import COMMITTER, Git, GitRefused, let_in
from .memos import Lying, Memos, judged, merged, read

ABOUT = "README.md"
TOLD = """# What runs remember

Written by `circuito state save`, read by `circuito state fetch`: how the last import of each calendar went, and which
links fail. Nothing here is to be edited, and nothing is lost that matters if the branch is deleted: runs begin to count
anew. It holds counts, days, digests and problems; no events, no copies of calendars, no secret addresses.
"""
MESSAGE = "Keep what runs remember"
MOST_FILES, LARGEST_TREE, LARGEST_WHOLE = 2000, 1024 * 1024, 32 * 1024 * 1024
TRIES = 8


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch for memos at the `origin` of a repository, reached with a token where the host asks for one."""

    git: Git
    name: str
    token: str = ""

    @property
    def reference(self) -> str:
        """Its whole name."""
        return f"refs/heads/{self.name}"

    @property
    def seen(self) -> str:
        """The name under which the repository here remembers what it fetched last."""
        return f"refs/circuito/seen/{self.name}"


@dataclass(frozen=True, slots=True)
class Found:
    """What lies on a branch: its commit, empty where there is none, its memos, and what is no memo."""

    commit: str = ""
    memos: Memos = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def fetched(branch: Branch) -> Found:
    """What lies on the branch now, seen from now on as what was known when the run began. Raises `GitRefused`."""
    found = there(branch)
    see(branch, found.commit)
    return found


def saved(branch: Branch, mine: Memos, sleep: Callable[[float], None] = time.sleep) -> bool:
    """Put my memos onto the branch beside those of others; gives whether anything changed. Raises `GitRefused`."""
    base = known(branch)
    for attempt in range(TRIES):
        found = there(branch)
        refuse_work(branch, found.commit)
        memos = merged(base, mine, found.memos)
        if memos == found.memos and not found.problems:
            see(branch, found.commit)
            return False
        made = commit_of(branch.git, memos)
        if pushed(branch, made, found.commit):
            see(branch, made)
            return True
        sleep(random.uniform(0.2, 1.0) * (attempt + 1))
    raise GitRefused(f"{branch.name}: others keep changing it")


# Reading


def there(branch: Branch) -> Found:
    """What lies on the branch at `origin`."""
    if not tip(branch):
        return Found()
    return held(branch, branch.git.fetch(branch.reference, branch.token))


def known(branch: Branch) -> Memos:
    """The memos that were fetched last; none where nothing was."""
    commit = branch.git.ask("rev-parse", "--quiet", "--verify", branch.seen, allowed=(0, 1)).decode().strip()
    return held(branch, commit).memos if commit else {}


def see(branch: Branch, commit: str) -> None:
    """Remember here what was seen on the branch."""
    branch.git.ask("update-ref", *([branch.seen, commit] if commit else ["-d", branch.seen]))


def tip(branch: Branch) -> str:
    """The commit of the branch at `origin`; empty where there is no such branch."""
    where = branch.git.ask("remote", "get-url", "origin").decode().strip()
    told = branch.git.ask("ls-remote", "origin", branch.reference, more=let_in(where, branch.token))
    return told.decode().partition("\t")[0]


def held(branch: Branch, commit: str) -> Found:
    """What a commit holds. Its folder alone is looked at, so however deep its folders are they cost nothing."""
    size = int(branch.git.ask("cat-file", "-s", f"{commit}^{{tree}}"))
    lying = list(listed(branch.git, commit)) if size <= LARGEST_TREE else []
    if size > LARGEST_TREE or len(lying) > MOST_FILES or sum(each.size for each in lying) > LARGEST_WHOLE:
        return Found(commit, {}, (Problem("state-many", Source(branch.name), {"most": MOST_FILES}),))
    problems = {each.name: judged(each, branch.name) for each in lying if each.name != ABOUT}
    wanted = {each.name: each.blob for each in lying if each.name in problems and problems[each.name] is None}
    contents = branch.git.contents(wanted.values())
    memos = {name: contents[blob][1] for name, blob in wanted.items()}
    problems |= {name: read(name, content, branch.name) for name, content in memos.items()}
    right = {name: content for name, content in sorted(memos.items()) if problems[name] is None}
    return Found(commit, right, tuple(each for _, each in sorted(problems.items()) if each is not None))


def listed(git: Git, commit: str) -> Iterator[Lying]:
    """What lies in the folder of a commit."""
    told = git.ask("ls-tree", "--full-tree", "--long", "-z", commit).decode("utf-8", "backslashreplace")
    for entry in told.split("\0"):
        if entry:
            facts, _, name = entry.partition("\t")
            mode, _, blob, size = facts.split()
            yield Lying(name, int(mode, 8), blob, int(size) if size.isdigit() else 0)


# Writing


def refuse_work(branch: Branch, commit: str) -> None:
    """Raises `GitRefused` where a branch shares its past with what is checked out: people work on it."""
    if commit and branch.git.ask("merge-base", "HEAD", commit, allowed=(0, 1)):
        raise GitRefused(f"{branch.name} is a branch on which people work: name another, or delete it")


def commit_of(git: Git, memos: Memos) -> str:
    """A commit without a past that holds some memos, and says what they are."""
    files = {ABOUT: TOLD.encode(), **memos}
    blobs = {name: git.ask("hash-object", "-w", "--stdin", given=files[name]).decode().strip() for name in files}
    tree = "".join(f"100644 blob {blob}\t{name}\n" for name, blob in blobs.items())
    made = git.ask("mktree", given=tree.encode()).decode().strip()
    return git.ask("commit-tree", made, given=MESSAGE.encode(), more=COMMITTER).decode().strip()


def pushed(branch: Branch, commit: str, instead: str) -> bool:
    """Put a commit in place of another; gives whether that still was the one there. Raises `GitRefused`."""
    where = branch.git.ask("remote", "get-url", "origin").decode().strip()
    lease = f"--force-with-lease={branch.reference}:{instead}"
    how = ("--quiet", "--no-verify", lease)
    try:
        branch.git.ask("push", *how, "origin", f"{commit}:{branch.reference}", more=let_in(where, branch.token))
    except GitRefused:
        if tip(branch) == instead:
            raise
        return False
    return True
