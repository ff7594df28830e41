"""Programs and libraries by other people that read calendars, and what each finds in ours.

Each is given the network and the bytes of a calendar, and tells the occurrences as `readers.py` does. Evolution stands
on the rules of libical, and the four in Python on those of dateutil; the others have rules of their own.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import libical
from readers import Dated, by_icalendar, instant, own, text, within

from circuito.model.network import Network
from circuito.outputs.addresses import Addresses
from programs import Program

HERE = Path(__file__).parent
DAY = timedelta(days=1)
SYSTEM_PYTHON = "/usr/bin/python3"
Found = Iterable[tuple[str, int | str, int | str, str]]
Read = Callable[[Network, bytes], set[Dated]]
PROGRAMS = {
    "ical.js": ("node", str(HERE / "reader.mjs")),
    "node-ical": ("node", str(HERE / "node_ical.mjs")),
    "Evolution": (SYSTEM_PYTHON, str(HERE / "evolution.py")),
}


@contextmanager
def readers() -> Iterator[dict[str, Read]]:
    """The readers that are installed, by name, quick enough for many calendars."""
    with_programs = [name for name, (command, *_) in PROGRAMS.items() if shutil.which(command) and ready(name)]
    programs = {name: Program(*PROGRAMS[name]) for name in with_programs}
    found: dict[str, Read] = {"recurring-ical-events": by_icalendar, "ical": by_ical, "icalevents": by_icalevents}
    found |= {name: partial(by_program, program) for name, program in programs.items()}
    if ical := libical.library():
        found["libical"] = partial(by_libical, ical)
    try:
        yield found
    finally:
        for program in programs.values():
            program.process.communicate()


def ready(name: str) -> bool:
    """Whether a program finds what it stands on."""
    return subprocess.run(PROGRAMS[name], input="", capture_output=True, text=True, check=False).returncode == 0


def by_program(program: Program, network: Network, content: bytes) -> set[Dated]:
    """What a program finds."""
    since, until = span(network)
    found = program.ask({"ics": content.decode(), "since": since, "until": until})
    return within(network, {(own(uid), instant(start), instant(end), status) for uid, *_, start, end, status in found})


def by_libical(ical: Any, network: Network, content: bytes) -> set[Dated]:
    """What libical finds."""
    found = libical.occurrences(ical, content, *span(network))
    return within(network, {(own(uid), instant(start), instant(end), status) for uid, start, end, status in found})


def by_ical(network: Network, content: bytes) -> set[Dated]:
    """What `ical` finds, the library of Home Assistant."""
    from ical.calendar_stream import IcsCalendarStream

    since, until = (datetime.fromtimestamp(each, UTC) for each in span(network))
    told = content.decode()
    if "BEGIN:VEVENT" not in told:
        return set()
    timeline = IcsCalendarStream.calendar_from_ics(told).timeline_tz(UTC)
    found = timeline.overlapping(since, until)
    return within(network, {(own(e.uid), text(e.dtstart), text(e.end), e.status.value) for e in found})


def by_icalevents(network: Network, content: bytes) -> set[Dated]:
    """What `icalevents` finds."""
    from icalevents.icalevents import events

    since, until = (datetime.fromtimestamp(each, UTC) for each in span(network))
    found = events(string_content=content.decode(), start=since, end=until, strict=True)
    return within(network, {(own(e.uid), text(e.start), text(e.end), e.status) for e in found})


def span(network: Network) -> tuple[int, int]:
    """The horizon, with a day more on either side, in seconds since 1970."""
    since, until = (datetime.combine(day, time(), UTC) for day in network.window)
    return int((since - DAY).timestamp()), int((until + DAY).timestamp())


# khal, through a subscription

SYNCHRONISED = """[general]
status_path = "{folder}/status"
[pair network]
a = "remote"
b = "local"
collections = null
[storage remote]
type = "http"
url = "{url}"
[storage local]
type = "filesystem"
path = "{folder}/calendar"
fileext = ".ics"
"""
KHAL = """[calendars]
[[network]]
path = {folder}/calendar
readonly = True
[locale]
local_timezone = Etc/UTC
default_timezone = Etc/UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M:00+00:00
longdatetimeformat = %Y-%m-%dT%H:%M:00+00:00
[sqlite]
path = {folder}/khal.db
"""
FIELDS = "{url} {start} {end} {status}"


def by_khal(folder: Path, network: Network, content: bytes) -> set[Dated]:
    """What khal shows of a calendar that vdirsyncer follows over HTTP, in a folder of its own.

    vdirsyncer gives everything an identifier of its own, so an event is known by the address of its page.
    """
    (folder / "served").mkdir()
    (folder / "calendar").mkdir()
    (folder / "served" / "calendar.ics").write_bytes(content)
    with served(folder / "served") as address:
        told = SYNCHRONISED.format(folder=folder, url=f"{address}/calendar.ics")
        (folder / "vdirsyncer.conf").write_text(told)
        (folder / "khal.conf").write_text(KHAL.format(folder=folder))
        run(folder, "vdirsyncer", "-c", f"{folder}/vdirsyncer.conf", "discover")
        run(folder, "vdirsyncer", "-c", f"{folder}/vdirsyncer.conf", "sync")
    since, until = network.window
    asked = ("--day-format", "", "--format", FIELDS, since.isoformat(), f"{(until - since).days}d")
    lines = run(folder, "khal", "-c", f"{folder}/khal.conf", "list", *asked).splitlines()
    ids = {page: event.id for event in network.events for page in pages(network, event)}
    parts = [line.split() for line in lines if line.startswith("http")]
    return within(network, {(ids[url], start, after(end), status) for url, start, end, status in parts})


def pages(network: Network, event: Any) -> list[str]:
    """The addresses of an event's page, in every language."""
    return [to.absolute(to.event(event)) for to in (Addresses(network, lang) for lang in network.languages)]


def after(end: str) -> str:
    """khal tells the last day of what lasts whole days; everybody else the one after."""
    return end if "T" in end else (date.fromisoformat(end) + DAY).isoformat()


def run(folder: Path, program: str, *arguments: str) -> str:
    """What a program says that lies beside Python, with its home in a folder."""
    command = [str(Path(sys.executable).parent / program), *arguments]
    surroundings = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, input="y\n" * 9, capture_output=True, text=True, env=surroundings, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which the files of a folder are served on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
