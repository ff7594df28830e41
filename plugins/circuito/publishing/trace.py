"""What a build looked at, noted by itself: where all of that is as it was, the next build has nothing to do.

Nobody names the inputs, so none can be forgotten: Python tells a hook of every file that is opened and every folder
that is listed (audit events, PEP 578), and `reading/looks.py` tells of files that are only looked at. A trace is kept
after a build without any mistake or warning, and counts only for the same conditions: settings, day, environment,
commit. Builds that Python cannot see through keep none: those that load others' outputs or plugins, watch for changes,
ask a server, or stand in a process that had read something before.
"""

from __future__ import annotations

import logging
import os
import stat
import sys
import time
from collections.abc import Callable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from ..reading.history import whole
from ..reading.looks import LOOK
from ..reading.sealing import unsealed, write_sealed
from .conditions import DERIVED, build_day, cache_folder, is_live, shelf_folder
from .ledger import Stamp, digest_of, plain, recalled, stamp_of
from .release import ledger_file, live_tree

TRACE = "circuito.trace"
UNSURE = 2_000_000_000  # ns for which a changed file may change again without a new stamp
OF_THE_SHELL = {"_", "OLDPWD", "SHLVL"}
OF_THE_SYSTEM = ("/proc/", "/sys/")
WRITING = os.O_WRONLY | os.O_RDWR
PELICANS_OWN = ("DELETE_OUTPUT_DIRECTORY", "STATIC_PATHS", "TEMPLATE_PAGES", "OUTPUT_SOURCES")
PROGRAMS = ("git", "pagefind", "compiled_sheet.py")  # `commit`, the ledger, and keys of files say what these say
OUTWARD = {"socket.connect", "socket.getaddrinfo", "os.system", "os.exec", "os.spawn", "os.posix_spawn"}
Seen = tuple[Stamp | None, str]


class Kept(msgspec.Struct, array_like=True):
    """A trace in its file.

    `files` are stamps by path, with the digest of the content where the stamp was too fresh to be trusted; `folders`
    the digests of their names, and `gaps` what is left out of the site.
    """

    conditions: str
    files: dict[str, Seen]
    folders: dict[str, str]
    gaps: list[str]


class Trace:
    """Notes of the build that this process makes. `blind` says why it cannot be kept."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.file = trace_file(settings)
        self.conditions = conditions_of(settings)
        self.files: dict[str, Seen] = {}
        self.folders: dict[str, str] = {}
        self.blind = ""
        derived = (cache_folder(settings), shelf_folder(settings), Path(settings["OUTPUT_PATH"]))
        self.ignored = (*OF_THE_SYSTEM, *(f"{folder.absolute()}/" for folder in derived))
        self.heard: dict[str, Callable[..., None]] = {
            "open": self.opened,
            LOOK: self.looked_at,
            "os.listdir": self.listed,
            "os.scandir": self.listed,
            "subprocess.Popen": self.started,
            **dict.fromkeys(OUTWARD, self.asked),
        }

    def begin(self) -> None:
        """Note from now on what the build looks at, and the modules that were loaded before."""
        logging.getLogger().addHandler(Warned(self))
        for module in list(sys.modules.values()):
            if file := getattr(module, "__file__", None):
                self.looked_at(file)
        sys.addaudithook(self.hear)

    def unchanged(self) -> list[str] | None:
        """What is left out of the site, where all that the last build looked at is as it was; else None."""
        kept = kept_in(self.file)
        if kept is None or kept.conditions != self.conditions:
            return None
        lately = sorted(kept.files.items(), key=last_change, reverse=True)  # likely to have changed again
        files = all(is_the_same(path, known) for path, known in lately)
        same = files and all(names_in(folder) == names for folder, names in kept.folders.items())
        return kept.gaps if same else None

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """What Python calls at every event of the process; most are none of ours."""
        note = self.heard.get(event)
        if note is not None:
            note(*arguments)

    def opened(self, path: Any, mode: str | None, flags: int) -> None:
        """A file is about to be opened, for reading or for writing."""
        if not (flags & WRITING if mode is None else set(mode) & set("wxa+")):
            self.looked_at(path)

    def looked_at(self, path: Any) -> None:
        """A file is about to be read or judged. Compiled modules are derived from others that are looked at."""
        place = self.place_of(path)
        if not place or place in self.files or place.endswith(".pyc"):
            return
        self.files[place] = (None, "")
        self.files[place] = seen(place, time.time_ns())

    def listed(self, path: Any) -> None:
        """A folder is about to be listed."""
        place = self.place_of(path or os.getcwd())
        derived = os.path.basename(place) in DERIVED or f"{place}/" in self.ignored
        if not place or place in self.folders or derived:
            return
        self.folders[place] = ""
        self.folders[place] = names_in(place)

    def place_of(self, path: Any) -> str:
        """The whole path of a file or folder; nothing where it is not to be noted."""
        told = "" if isinstance(path, int) else os.fsdecode(path)
        if not told or (told.startswith(self.ignored) and ".." not in told):
            return ""
        place = os.path.abspath(told)
        return "" if place.startswith(self.ignored) else place

    def started(self, program: Any, arguments: Any, *_: Any) -> None:
        """Another program is about to be started, perhaps by our own Python: `python -P program`."""
        named = arguments[2] if program == sys.executable and len(arguments) > 2 else program
        if not os.path.basename(os.fsdecode(named)).startswith(PROGRAMS):
            self.asked(named)

    def asked(self, *what: Any) -> None:
        """Something is asked whose answer cannot be seen."""
        self.blind = self.blind or str(what[0])

    def save(self, gaps: list[str]) -> None:
        """Keep the notes, and what is left out of the site, unless something was hidden from them."""
        self.heard = {}
        if not self.blind:
            kept = Kept(self.conditions, self.files, self.folders, gaps)
            write_sealed(self.file, [msgspec.msgpack.encode(kept)])


class Warned(logging.Handler):
    """Makes a trace blind once anything is warned of: the next build shall warn again."""

    def __init__(self, trace: Trace) -> None:
        super().__init__(logging.WARNING)
        self.trace = trace

    def emit(self, record: logging.LogRecord) -> None:
        """Take a warning or an error."""
        self.trace.asked(record.levelname)


def trace_file(settings: dict[str, Any]) -> Path:
    """Where the trace of the published tree lies."""
    return cache_folder(settings) / "trace"


def can_be_traced(settings: Mapping[str, Any]) -> bool:
    """Whether all that this process reads can be seen: it begins now, by programs of which we know how they read."""
    ours = settings["PLUGINS"] == ["circuito.publishing"] and not any(settings.get(name) for name in PELICANS_OWN)
    named = all(name.startswith("circuito.outputs.") for name in settings.get("OUTPUTS", ()))
    return ours and named and not is_live() and "circuito.reading.load" not in sys.modules


def kept_in(file: Path) -> Kept | None:
    """The trace in a file, if there is one that can be read."""
    try:
        return msgspec.msgpack.decode(unsealed(file.read_bytes()), type=Kept)
    except (OSError, msgspec.DecodeError):
        return None


def published(settings: Mapping[str, Any]) -> int | None:
    """How many files are published, if each is as it was written; else None."""
    live = live_tree(Path(settings["OUTPUT_PATH"]), cache_folder(settings) / "trees")
    ledger = recalled(ledger_file(live), "") if live else None
    if ledger is None or not all(stamp == stamp_of(f"{live}/{path}") for path, (_, stamp) in ledger.entries.items()):
        return None
    return len(ledger.entries)


def conditions_of(settings: dict[str, Any]) -> str:
    """The digest of all that decides on a build beside files: settings, day, environment, Python, commit."""
    shell = {name: value for name, value in os.environ.items() if name not in OF_THE_SHELL}
    own = {name: value for name, value in settings.items() if name.isupper()}
    place = os.getcwd()
    known = [own, build_day(settings).isoformat(), shell, sys.version, sys.path, sys.argv, place]
    return blake2b(plain([*known, whole(settings["PATH"])]).encode(), digest_size=16).hexdigest()


def seen(path: str, now: int) -> Seen:
    """What tells whether a file is another one later: its stamp, and its digest where the stamp is too fresh."""
    stamp = marked(path)
    return stamp, digest_of(path) if stamp and max(stamp[:2]) > now - UNSURE and os.path.isfile(path) else ""


def last_change(noted: tuple[str, Seen]) -> int:
    """When a file had changed last, as it was noted (ns)."""
    stamp = noted[1][0]
    return stamp[0] if stamp else 0


def is_the_same(path: str, known: Seen) -> bool:
    """Whether a file is what it was when it was seen."""
    stamp, digest = known
    if digest:
        return digest_of(path) == digest
    return marked(path) == stamp if stamp else not os.path.lexists(path)


def marked(path: str) -> Stamp | None:
    """The times at which a file and what is known of it last changed (ns), and its size; None where there is none.

    Devices are always the same.
    """
    try:
        facts = os.stat(path)
    except OSError:
        return None
    if stat.S_ISCHR(facts.st_mode):
        return 0, 0, 0
    return facts.st_mtime_ns, facts.st_ctime_ns, facts.st_size


def is_site(entry: os.DirEntry[str]) -> bool:
    """Whether an entry of a folder is the link to a published tree."""
    return entry.is_symlink() and ".circuito" in os.readlink(entry.path).split("/")


def names_in(folder: str) -> str:
    """The digest of the names in a folder but those of what builds make; of none, where it cannot be listed."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if entry.name not in DERIVED and not is_site(entry))
    except OSError:
        return ""
    return blake2b("\0".join(names).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
