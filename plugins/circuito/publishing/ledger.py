"""The ledger of a published tree: for every path the key of what was made and the stamp of the file as written."""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, partial
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from ..reading.sealing import unsealed, write_sealed

Stamp = tuple[int, int, int]
ELSEWHERE = {
    "OUTPUT_PATH",
    "CACHE_PATH",
    "PATH",
    "THEME",
    "BIND",
    "PORT",
    "LISTEN",
    "AUTORELOAD",
    "AS_OF",
    "ARTICLE_PATHS",
    "PAGE_PATHS",
    "PLUGIN_PATHS",
}


class Ledger(msgspec.Struct):
    """What a tree holds: our files, and those of others that were kept.

    Where the epoch differs from today's, paths still count as ours, but keys do not.
    """

    epoch: str = ""
    entries: dict[str, tuple[str, Stamp]] = {}
    foreign: list[str] = []


def recalled(file: Path, epoch: str) -> Ledger | None:
    """The ledger in a file, with keys only of this epoch; None if there is none that can be read."""
    try:
        ledger = msgspec.msgpack.decode(unsealed(file.read_bytes()), type=Ledger)
    except (OSError, msgspec.DecodeError):
        return None
    if ledger.epoch == epoch:
        return ledger
    return Ledger(epoch, {path: ("", stamp) for path, (_, stamp) in ledger.entries.items()}, ledger.foreign)


def save(ledger: Ledger, file: Path) -> None:
    """Write a ledger, wholly or not at all."""
    write_sealed(file, [msgspec.msgpack.encode(ledger)])


def files_below(folder: str | Path) -> Iterator[str]:
    """The paths of all files below a folder, relative to it; links are files, whatever they lead to."""
    inside = [""]
    for path in inside:
        with suppress(OSError), os.scandir(f"{folder}/{path}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    inside.append(f"{path}{entry.name}/")
                else:
                    yield f"{path}{entry.name}"


def stamp_of(file: str | int) -> Stamp | None:
    """Modification time, size and inode of a file; None where there is none."""
    try:
        facts = os.stat(file)
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size, facts.st_ino


def epoch_of(settings: dict[str, Any]) -> str:
    """The digest of program, packages and settings: whatever differs in them makes everything anew."""
    hashed = blake2b(program(), digest_size=16)
    for module in sorted({name.partition(":")[0] for name in settings.get("OUTPUTS", ())}):
        if not module.startswith("circuito."):
            hashed.update(source_of(module))
    for name in sorted(settings):
        if name.isupper() and name not in ELSEWHERE:
            hashed.update(f"{name}={plain(settings[name])}\0".encode())
    return hashed.hexdigest()


@cache
def program() -> bytes:
    """The digest of our own program, and of the names and versions of all packages."""
    hashed = blake2b(digest_size=16)
    ours = os.path.dirname(os.path.dirname(__file__))
    for path in sorted(path for path in files_below(ours) if path.endswith(".py")):
        with open(f"{ours}/{path}", "rb") as file:
            hashed.update(path.encode() + b"\0" + file.read())
    for package in installed():
        hashed.update(f"{package}\0".encode())
    return hashed.digest()


def source_of(module: str) -> bytes:
    """The source of a module, which need not be loaded; nothing where there is none."""
    try:
        found = find_spec(module)
    except ImportError:
        return b""
    return Path(found.origin).read_bytes() if found and found.origin else b""


def installed() -> list[str]:
    """Name and version of every installed package: the names of the folders that describe them."""
    folders = [folder for folder in sys.path if os.path.isdir(folder)]
    return sorted({name for folder in folders for name in os.listdir(folder) if name.endswith(".dist-info")})


def plain(value: Any) -> str:
    """A setting as text that is the same in every process and folder: no addresses in memory, no order of sets."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{plain(key)}:{plain(value[key])}" for key in sorted(value, key=str)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(plain(inner) for inner in value) + "]"
    if isinstance(value, set | frozenset):
        return "{" + ",".join(sorted(plain(inner) for inner in value)) + "}"
    if isinstance(value, str | int | float | bool | None):
        return repr(value)
    return repr(os.fspath(value)) if isinstance(value, os.PathLike) else named(value)


def named(value: Any) -> str:
    """A function or class, else that of a value, by its name and by how it is written."""
    if isinstance(value, partial):
        return plain((value.func, value.args, value.keywords))
    program = value if inspect.isroutine(value) or inspect.isclass(value) else type(value)
    return f"{program.__qualname__} {written_as(program)}"


def written_as(program: Any) -> str:
    """The digest of the file in which a function or class is written; nothing where there is none."""
    try:
        file = inspect.getsourcefile(inspect.unwrap(program))
    except (TypeError, OSError):
        return ""
    return digest_by_stamp(file, stamp_of(file)) if file else ""


@cache
def digest_by_stamp(file: str, _: Stamp | None) -> str:
    """The digest of a file, read anew when its stamp is another."""
    return digest_of(file)


def digest_of(file: str) -> str:
    """The digest of a file's content; nothing where it cannot be read."""
    try:
        return blake2b(Path(file).read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""
