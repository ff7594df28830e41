"""How a build takes the place of the one before: made aside, then swapped in by one rename.

Two trees lie in the cache folder. The one that `output` (a symbolic link) points to is live and never touched. A
build writes what changed into the other one, links the rest from the live tree (hard links: no bytes are copied),
removes what is no longer made, and then moves the link. A reader of `output` sees the old site or the new one.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .conditions import ConfigurationError
from .ledger import Ledger, Stamp, files_below, recalled, save, stamp_of


@contextmanager
def lock(cache: Path) -> Iterator[None]:
    """Hold the cache folder alone. Raises `ConfigurationError` where another build of the same site is running."""
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            raise ConfigurationError(f"another build is running (process {file.read().strip()}): wait for it") from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


class Release:
    """One build on its way to being published."""

    def __init__(self, output: Path, cache: Path, epoch: str) -> None:
        self.output = output
        self.trees = cache / "trees"
        refuse_foreign(output)
        self.live = live_tree(output, self.trees)
        self.next = self.trees / ("b" if self.live is not None and self.live.name == "a" else "a")
        self.before = self.recall(epoch)
        self.now = Ledger(epoch, {})
        self.written: list[str] = []
        self.folders: set[str] = set()
        self.aside = recalled(ledger_file(self.next), epoch) if self.next.is_dir() else None

    def open_next(self) -> None:
        """Take the ledger of the next tree away before its first byte changes: it is written anew when all is whole.

        So a tree with a ledger holds just what the ledger says, and one in which a build was cut short has none.
        """
        self.next.mkdir(parents=True, exist_ok=True)
        ledger_file(self.next).unlink(missing_ok=True)

    def recall(self, epoch: str) -> Ledger:
        """What the live tree holds. Without a ledger nobody can tell whose a file is: all count as ours."""
        if self.live is None:
            return Ledger(epoch)
        known = recalled(ledger_file(self.live), epoch)
        return known or Ledger(epoch, dict.fromkeys(files_below(self.live), ("", (0, 0, 0))))

    def is_fresh(self, path: str, key: str) -> bool:
        """Whether the live tree holds what a key stands for, untouched since it was written. If so it is kept."""
        known = self.before.entries.get(path)
        if known is None or self.live is None or known[0] != key or known[1] != stamp_of(f"{self.live}/{path}"):
            return False
        self.now.entries[path] = known
        return True

    def write(self, path: str, key: str, content: bytes) -> None:
        """Put bytes at a path; where the live tree holds the same bytes, its file is kept as it is."""
        if self.live is not None and path in self.before.entries:
            old = f"{self.live}/{path}"
            stamp = stamp_of(old)
            if stamp is not None and stamp[1] == len(content) and Path(old).read_bytes() == content:
                self.now.entries[path] = (key, stamp)
                return
        if not self.written:
            self.open_next()
        self.now.entries[path] = (key, put(content, f"{self.next}/{path}", self.folders))
        self.written.append(path)

    def publish(self) -> list[str]:
        """Swap the new tree in. Gives the paths that are no longer made."""
        gone = sorted(set(self.before.entries) - set(self.now.entries))
        if self.live is not None and not self.written and not gone:
            self.now.foreign = self.before.foreign
            if self.now != self.before:
                save(self.now, ledger_file(self.live))
            return []
        self.complete()
        save(self.now, ledger_file(self.next))
        point(self.output, self.next)
        return gone

    def complete(self) -> None:
        """Make the next tree hold exactly what this build made, and foreign files of the live tree."""
        self.open_next()
        self.now.foreign = self.foreign()
        written, wanted = set(self.written), {*self.now.entries, *self.now.foreign}
        there = self.held_aside()
        unwanted = [path for path in there if path not in wanted]
        for path in unwanted:
            (self.next / path).unlink(missing_ok=True)
        if self.live is not None:
            for path in sorted(wanted - written):
                entry = self.now.entries.get(path)
                if entry is None or path not in there or there[path][1] != entry[1]:
                    adopt(f"{self.live}/{path}", f"{self.next}/{path}", self.folders)
        if unwanted:
            remove_empty(self.next)

    def held_aside(self) -> dict[str, tuple[str, Stamp]]:
        """What the next tree holds: as its ledger says, else as it is found, with no stamp that could be trusted."""
        if self.aside is None:
            return dict.fromkeys(files_below(self.next), ("", (0, 0, 0)))
        return {**self.aside.entries, **dict.fromkeys(self.aside.foreign, ("", (0, 0, 0)))}

    def foreign(self) -> list[str]:
        """Files of the live tree that no build made. They are kept, unless they stand where something of ours must."""
        if self.live is None:
            return []
        found = [path for path in files_below(self.live) if path not in self.before.entries]
        if not found:
            return []
        ours = set(self.now.entries) | {folder for path in self.now.entries for folder in folders_above(path)}
        foreign = [path for path in found if path not in ours]
        return [path for path in foreign if not any(folder in self.now.entries for folder in folders_above(path))]


def live_tree(output: Path, trees: Path) -> Path | None:
    """The tree that is published now, if there is one."""
    if not output.is_symlink() or not output.exists():
        return None
    tree = output.resolve()
    return tree if tree.parent == trees.resolve() else None


def ledger_file(tree: Path) -> Path:
    """The file that says what a tree holds."""
    return tree.with_name(f"{tree.name}.ledger")


def put(content: bytes, target: str, folders: set[str]) -> Stamp:
    """Write a file aside and move it to its place; gives its stamp. `folders` are those that are known to exist."""
    folder, _, name = target.rpartition("/")
    make_ready(folder, folders)
    fresh = f"{folder}/.{name}.new"
    with open(fresh, "wb", buffering=0) as file:
        file.write(content)
        stamp = stamp_of(file.fileno())
    try:
        os.replace(fresh, target)
    except IsADirectoryError:
        shutil.rmtree(target)
        os.replace(fresh, target)
    assert stamp is not None
    return stamp


def refuse_foreign(output: Path) -> None:
    """Raises `ConfigurationError` where `output` is a folder, or leads to one, that we did not make."""
    if not output.exists() or (output.is_symlink() and output.resolve().parent.name == "trees"):
        return
    if output.is_symlink():
        raise ConfigurationError(f"{output.name} is a link that is not ours to replace: move it away and build again")
    if not output.is_dir() or any(output.iterdir()):
        raise ConfigurationError(f"{output.name} is not ours to replace: move it away and build again")
    output.rmdir()


def point(link: Path, tree: Path) -> None:
    """Make a symbolic link point to a tree, in one step."""
    link.parent.mkdir(parents=True, exist_ok=True)
    fresh = link.with_name(f".{link.name}.new")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(os.path.relpath(tree, link.parent.resolve()))
    fresh.replace(link)


def adopt(source: str, target: str, folders: set[str]) -> None:
    """Make `target` the same file as `source`, by a hard link where the disk has them. `folders` are known to exist."""
    make_ready(target.rpartition("/")[0], folders)
    with suppress(OSError):  # something stands there, or the disk has no links
        os.link(source, target, follow_symlinks=False)
        return
    mine, theirs = stamp_of(target), stamp_of(source)
    if mine is not None and mine == theirs:
        return
    fresh = f"{target}.link"
    if os.path.isdir(target):
        shutil.rmtree(target)
    try:
        os.link(source, fresh, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, fresh, follow_symlinks=False)
    os.replace(fresh, target)


def make_ready(folder: str, folders: set[str]) -> None:
    """Make a folder that is not among those known to exist, and add it to them."""
    if folder not in folders:
        make_folder(Path(folder))
        folders.add(folder)


def make_folder(folder: Path) -> None:
    """Make a folder; a file that stands in its way goes."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        for parent in (folder, *folder.parents):
            if parent.is_file():
                parent.unlink()
                break
        folder.mkdir(parents=True, exist_ok=True)


def folders_above(path: str) -> Iterator[str]:
    """The folders in which a path lies, the nearest first."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def remove_empty(folder: Path) -> None:
    """Remove empty folders below a folder."""
    for place, folders, names in os.walk(folder, topdown=False):
        if not names and place != str(folder) and not any(os.path.exists(f"{place}/{inner}") for inner in folders):
            os.rmdir(place)
