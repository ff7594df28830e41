"""What git knows of two states of a repository, asked by its plumbing. Nothing of a proposal is ever checked out."""

from __future__ import annotations

import os
import stat
import subprocess
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from tempfile import TemporaryDirectory

from ..reading.files import Instead, Proposed
from ..reading.walk import ROOTS

CONTENT = tuple(f":(literal){name}" for name in ROOTS)
LARGEST_READ = 10 * 1024 * 1024
NO_MORE: Mapping[str, str] = {}
COMMITTER = {
    f"GIT_{role}_{fact}": value
    for role in ("AUTHOR", "COMMITTER")
    for fact, value in (("NAME", "Circuito"), ("EMAIL", "circuito@localhost"))
}
NOTHING, LINK, SUBMODULE = 0, 0o120000, 0o160000
RENAMES = "-M"
KINDS = {"A": "added", "M": "changed", "T": "changed", "D": "deleted", "R": "renamed", "C": "added"}


class GitRefused(Exception):
    """Git could not answer; says what it said."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file that differs: how (`added`, `changed`, `deleted`, `renamed`), its path from the repository's root, its
    former path if it was renamed, its mode and its size in bytes, if it is still there.
    """

    kind: str
    path: str
    former: str = ""
    mode: int = NOTHING
    size: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a raw diff: mode and object on both sides, the letter of what happened, and the paths."""

    modes: tuple[int, int]
    objects: tuple[str, str]
    letter: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """The two states to compare, as trees: before, and after the merge; None stands for the files in the folder.

    `conflicts` are the paths of which git cannot say what they would be.
    """

    before: str
    after: str | None
    conflicts: tuple[str, ...] = ()


class Git:
    """The repository around a network's folder."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.prefix = os.fsdecode(self.ask("rev-parse", "--show-prefix")).strip()

    def ask(
        self, *arguments: str, given: bytes = b"", allowed: tuple[int, ...] = (0,), more: Mapping[str, str] = NO_MORE
    ) -> bytes:
        """What git prints, with more in its environment. Raises `GitRefused` where it ends with a code not allowed."""
        command = ["git", "-C", self.root, "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", *arguments]
        surroundings = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", **more}
        try:
            ran = subprocess.run(command, input=given, capture_output=True, check=False, env=surroundings)
        except OSError as failed:
            raise GitRefused(f"git: {failed.strerror}") from failed
        if ran.returncode not in allowed:
            told = ran.stderr.decode("utf-8", "replace").strip().splitlines()
            raise GitRefused(told[0] if told else f"git {arguments[0]} ended with {ran.returncode}")
        return ran.stdout

    def fetch(self, reference: str, token: str = "") -> str:
        """The commit that a name stands for at `origin`, fetched without a checkout. Raises `GitRefused`."""
        own = f"refs/circuito/{reference}"
        where = self.ask("remote", "get-url", "origin").decode().strip()
        how = ("--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules")
        self.ask("fetch", *how, "origin", f"+{reference}:{own}", more=let_in(where, token))
        return self.commit(own)

    def put_on_branch(self, branch: str, message: str) -> bool:
        """Commit what differs in the folders of content onto a branch of its own, and check it out.

        Gives whether anything differs. Raises `GitRefused`.
        """
        self.ask("check-ref-format", "--branch", branch)
        there = [name for name in ROOTS if os.path.exists(os.path.join(self.root, name)) or self.has(name)]
        self.ask("add", "--all", "--", *there)
        if not self.ask("diff", "--cached", "--name-only", "-z"):
            return False
        self.ask("switch", "--quiet", "--force-create", branch)
        self.ask("commit", "--quiet", "--no-verify", "--message", message, more=COMMITTER)
        return True

    def branch_with(self, branch: str, path: str, content: bytes, message: str) -> None:
        """A branch that has one file more than what is checked out; the folder stays as it is. Raises `GitRefused`."""
        self.ask("check-ref-format", "--branch", branch)
        blob = self.ask("hash-object", "-w", "--stdin", given=content).decode().strip()
        with TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": os.path.join(folder, "index")}
            self.ask("read-tree", "HEAD", more=index)
            self.ask("update-index", "--add", "--cacheinfo", f"100644,{blob},{self.prefix}{path}", more=index)
            tree = self.ask("write-tree", more=index).decode().strip()
        made = self.ask("commit-tree", "-p", "HEAD", tree, given=message.encode(), more=COMMITTER).decode().strip()
        self.ask("update-ref", f"refs/heads/{branch}", made)

    def has(self, folder: str) -> bool:
        """Whether git knows files in a folder."""
        return bool(self.ask("ls-files", "-z", "--", folder))

    def push(self, branch: str, token: str = "") -> None:
        """Put a branch at `origin`, in place of one of that name. Raises `GitRefused`."""
        where = self.ask("remote", "get-url", "origin").decode().strip()
        name = f"refs/heads/{branch}"
        self.ask("push", "--quiet", "--force", "--no-verify", "origin", f"{name}:{name}", more=let_in(where, token))

    def commit(self, reference: str) -> str:
        """The commit that a name stands for. Raises `GitRefused`."""
        return self.ask("rev-parse", "--verify", "--end-of-options", f"{reference}^{{commit}}").decode().strip()

    def sides(self, base: str, head: str | None) -> Sides:
        """What was, and what would be once `head` (the files in the folder, if None) is merged into `base`."""
        before = self.commit(base)
        if head is None:
            return Sides(before, None)
        after = self.commit(head)
        fork = self.ask("merge-base", before, after, allowed=(0, 1)).decode().strip()
        if not fork:
            raise GitRefused(f"{base} and {head} have no common history here: fetch all of it")
        if fork == before:
            return Sides(before, after)
        return self.merged(before, after, fork)

    def merged(self, before: str, after: str, fork: str) -> Sides:
        """The sides of a proposal that began before the base's last changes."""
        how = ("--write-tree", "--no-messages", "--name-only", "-z")
        told = self.ask("merge-tree", *how, before, after, allowed=(0, 1))
        tree, *conflicts = told.decode("utf-8", "surrogateescape").split("\0")
        clashing = tuple(path for path in conflicts if path)
        return Sides(fork, after, clashing) if clashing else Sides(before, tree)

    def changes(self, sides: Sides) -> list[Change]:
        """Every file that differs between two sides, in order of paths; renamed files as such."""
        if sides.after is None:
            told = self.ask("diff", "--raw", "-z", RENAMES, "--abbrev=40", "--no-ext-diff", sides.before, "--")
            found = [self.change_in_folder(entry) for entry in entries(told)]
            found += [self.facts("added", path) for path in self.untracked()]
        else:
            told = self.ask("diff-tree", "-r", "--raw", "-z", RENAMES, "--no-commit-id", sides.before, sides.after)
            listed = list(entries(told))
            sizes = self.sizes(entry.objects[1] for entry in listed if is_file(entry.modes[1]))
            found = [changed(entry, sizes.get(entry.objects[1], 0)) for entry in listed]
        return sorted(found, key=lambda change: change.path)

    def change_in_folder(self, entry: Entry) -> Change:
        """The change of a file in the folder, with its facts as the disk has them."""
        kind = KINDS[entry.letter]
        former = entry.paths[0] if len(entry.paths) == 2 else ""
        return Change(kind, entry.paths[-1]) if kind == "deleted" else self.facts(kind, entry.paths[-1], former)

    def facts(self, kind: str, path: str, former: str = "") -> Change:
        """A change of a file that lies in the folder."""
        try:
            told = os.lstat(os.path.join(self.top(), path))
        except OSError:
            return Change(kind, path, former)
        return Change(kind, path, former, stat.S_IFMT(told.st_mode), told.st_size)

    def top(self) -> str:
        """The repository's own folder."""
        return os.path.normpath(os.path.join(self.root, *[".."] * self.prefix.count("/")))

    @cached_property
    def unknown_content(self) -> list[str]:
        """The files in the folders of content that git does not know, when first asked for."""
        return self.untracked(*CONTENT)

    def untracked(self, *folders: str) -> list[str]:
        """The files that git does not know and is not told to ignore, from the repository's root."""
        told = self.ask("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", *folders)
        return [path for path in told.decode("utf-8", "surrogateescape").split("\0") if path]

    def instead(self, tree: str | None) -> Instead:
        """How the network's files in a tree differ from those in the folder."""
        if tree is None:
            return {}
        told = self.ask("diff", "--raw", "-z", "--no-renames", "--abbrev=40", "--no-ext-diff", tree, "--", *CONTENT)
        listed = list(entries(told))
        contents = self.contents(entry.objects[0] for entry in listed if is_file(entry.modes[0]))
        found: dict[str, Proposed | None] = {self.inside(path): None for path in self.unknown_content}
        for entry in listed:
            mode, name = entry.modes[0], entry.objects[0]
            size, content = contents.get(name, (0, b""))
            found[self.inside(entry.paths[0])] = Proposed(mode, size, content) if mode else None
        return found

    def inside(self, path: str) -> str:
        """A path from the network's folder, of one from the repository's root."""
        return path.removeprefix(self.prefix)

    def sizes(self, objects: Iterable[str]) -> dict[str, int]:
        """The size in bytes of each object."""
        asked = "".join(f"{name}\n" for name in sorted(set(objects)))
        if not asked:
            return {}
        told = self.ask("cat-file", "--batch-check=%(objectname) %(objectsize)", given=asked.encode()).decode()
        return {name: int(size) for name, size in (line.split(" ") for line in told.splitlines())}

    def contents(self, objects: Iterable[str]) -> Mapping[str, tuple[int, bytes]]:
        """Size and content of each object; too large ones are not read."""
        sizes = self.sizes(objects)
        if not sizes:
            return {}
        asked = "".join(f"{name}\n" for name, size in sizes.items() if size <= LARGEST_READ)
        told = self.ask("cat-file", "--batch", given=asked.encode())
        found = {name: (size, b"") for name, size in sizes.items()}
        at = 0
        while at < len(told):
            end = told.index(b"\n", at)
            name, _, size = told[at:end].decode().split(" ")
            found[name] = (int(size), told[end + 1 : end + 1 + int(size)])
            at = end + 2 + int(size)
        return found


def let_in(address: str, token: str) -> Mapping[str, str]:
    """The environment by which git shows a token at an address, and nowhere else; it stands in no argument."""
    if not token or not address.startswith("https://"):
        return {}
    shown = b64encode(f"x-access-token:{token}".encode()).decode()
    host = "/".join(address.split("/")[:3])
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"http.{host}/.extraheader",
        "GIT_CONFIG_VALUE_0": f"AUTHORIZATION: basic {shown}",
    }


def entries(told: bytes) -> Iterator[Entry]:
    """The entries of a raw diff whose parts end in NUL."""
    parts = iter(told.decode("utf-8", "surrogateescape").split("\0"))
    for part in parts:
        if not part:
            continue
        before, after, old, new, letter = part.removeprefix(":").split(" ")
        paths = (next(parts), next(parts)) if letter[0] in "RC" else (next(parts),)
        yield Entry((int(before, 8), int(after, 8)), (old, new), letter[0], paths)


def changed(entry: Entry, size: int) -> Change:
    """The change that an entry tells."""
    former = entry.paths[0] if entry.letter == "R" else ""
    return Change(KINDS[entry.letter], entry.paths[-1], former, entry.modes[1], size)


def is_file(mode: int) -> bool:
    """Whether git has a content of its own for this mode: a file, or the target of a link."""
    return mode not in (NOTHING, SUBMODULE)
