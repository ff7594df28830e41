"""The search index: Pagefind makes it from the pages that are searched, once all of them are made.

Pagefind reads only those pages, from a folder of links, and is not run where none of them changed. Its files lie in
`pagefind/`; of the interfaces that it brings along none is published: the search page has its own.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from hashlib import blake2b
from pathlib import Path

from ..outputs import File, digest
from .conditions import ConfigurationError
from .release import Release, adopt
from .writer import Press

FOLDER = "pagefind/"
NAMES = {"pagefind.js", "pagefind-worker.js"}
KINDS = {".pf_fragment", ".pf_index", ".pagefind"}
# Of a page all is searched but what stands on many pages, each of which would be found by it: rows and cards of other
# things, ways to act, what is said of pictures and languages. The theme's classes; a theme of one's own may use
# `data-pagefind-ignore` instead.
UNSEARCHED = (
    ".timetable, .space-card, .project-card, .news-card, .button, .subscribe, .share, .city-map, .tags, "
    ".spoken__mark, .spoken__note, figcaption"
)
MARK = b"pagefind_dcd"  # stands before the data of every file of the index
FILTERS = 3  # where the list of filters stands in `pf_meta`: version, pages, chunks, filters, sorts, fields


def put_search_index(press: Press, cache: Path) -> str:
    """Make sure that the output holds the index of the searched pages. Gives what is left out, if anything is.

    `cache` is the folder in which it is made. Raises `ConfigurationError` where Pagefind refuses to work.
    """
    release = press.release
    pages = sorted(press.searched)
    if not pages:
        return ""
    key = digest("search", [(path, release.now.entries[path][0]) for path in pages])
    if is_kept(release, key):
        return ""
    program = pagefind()
    if program is None:
        return "search, as pagefind is not installed: the search page shows the other ways"
    for path, content in made(program, release, pages, cache / "search"):
        press.put(File(FOLDER + path, key, partial(bytes, content)), "the search index")
    return ""


def keep_search_index(release: Release) -> bool:
    """Keep the index as it is, of whatever pages it was made; gives whether there is one."""
    known = [(path, made_for) for path, (made_for, _) in release.before.entries.items() if path.startswith(FOLDER)]
    return bool(known) and all(release.is_fresh(path, made_for) for path, made_for in known)


def is_kept(release: Release, key: str) -> bool:
    """Whether the live tree holds the index of these very pages; if so it is kept."""
    known = [path for path, (made_for, _) in release.before.entries.items() if made_for == key]
    mine = [path for path in known if path.startswith(FOLDER)]
    return bool(mine) and all(release.is_fresh(path, key) for path in mine)


def pagefind() -> Path | None:
    """The program, if it is installed."""
    try:
        from pagefind.service import get_executable
    except ImportError:
        return None
    return get_executable()


def made(program: Path, release: Release, pages: list[str], work: Path) -> Iterator[tuple[str, bytes]]:
    """The path and bytes of every file of the index. The same pages give the same bytes, by `settled`."""
    shutil.rmtree(work, ignore_errors=True)
    written, folders = set(release.written), set[str]()
    for path in pages:
        adopt(f"{release.next if path in written else release.live}/{path}", f"{work}/site/{path}", folders)
    command = [str(program), "--silent", "--site", "site", "--output-path", "made", "--exclude-selectors", UNSEARCHED]
    own = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    ran = subprocess.run(command, cwd=work, env=own, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise ConfigurationError(f"pagefind: {(ran.stderr or ran.stdout).strip()}")
    yield from settled(work / "made")
    shutil.rmtree(work)


def settled(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files of an index in one order. Pagefind writes filters, their values and languages as they come to hand.

    A filter is named by its content, and so is the head of each language, which names the filters.
    """
    entry = json.loads((folder / "pagefind-entry.json").read_bytes())
    renamed = {}
    for file in sorted((folder / "filter").glob("*.pf_filter")):
        name, values = elements(opened(file))
        content = closed(listed([name, listed(sorted(elements(values)))]))
        lang, _, old = file.stem.partition("_")
        renamed[file.stem] = f"{lang}_{named(content, len(old))}"
        yield f"filter/{renamed[file.stem]}.pf_filter", content
    for told in entry["languages"].values():
        parts = elements(opened(folder / f"pagefind.{told['hash']}.pf_meta"))
        filters = listed(sorted(elements(parts[FILTERS])))
        for old, new in renamed.items():
            filters = filters.replace(old.encode(), new.encode())
        content = closed(listed([*parts[:FILTERS], filters, *parts[FILTERS + 1 :]]))
        lang, _, old = told["hash"].partition("_")
        told["hash"] = f"{lang}_{named(content, len(old))}"
        yield f"pagefind.{told['hash']}.pf_meta", content
    yield "pagefind-entry.json", json.dumps(entry, sort_keys=True).encode()
    for file in sorted(folder.rglob("*")):
        if file.name in NAMES or file.suffix in KINDS:
            yield file.relative_to(folder).as_posix(), file.read_bytes()


def opened(file: Path) -> bytes:
    """The data of a file of the index: CBOR (RFC 8949), behind a mark, compressed."""
    return gzip.decompress(file.read_bytes()).removeprefix(MARK)


def closed(data: bytes) -> bytes:
    """A file of the index that holds data."""
    return gzip.compress(MARK + data, mtime=0)


def named(content: bytes, length: int) -> str:
    """The name of a content, as long as Pagefind's own."""
    return blake2b(content).hexdigest()[:length]


def elements(array: bytes) -> list[bytes]:
    """The elements of an array in CBOR, each as its bytes."""
    count, at = head(array, 0)
    found = []
    for _ in range(count):
        end = end_of(array, at)
        found.append(array[at:end])
        at = end
    return found


def listed(items: list[bytes]) -> bytes:
    """An array in CBOR, of elements as their bytes."""
    count = len(items)
    size = next(size for size in range(4) if count < 24 or count < 256 ** (2**size))
    start = bytes([0x80 + count]) if count < 24 else bytes([0x98 + size]) + count.to_bytes(2**size, "big")
    return start + b"".join(items)


def end_of(data: bytes, at: int) -> int:
    """Where the item that begins at a place ends: a number, a text or an array."""
    kind = data[at] >> 5
    count, at = head(data, at)
    if kind in (2, 3):
        return at + count
    for _ in range(count if kind == 4 else 0):
        at = end_of(data, at)
    return at


def head(data: bytes, at: int) -> tuple[int, int]:
    """The number in the head of an item (a value, a length, a count), and where its matter begins."""
    short = data[at] & 31
    if short < 24:
        return short, at + 1
    size = 2 ** (short - 24)
    return int.from_bytes(data[at + 1 : at + 1 + size], "big"), at + 1 + size
