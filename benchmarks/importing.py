"""How long the import takes: a calendar of 5,000 events, and 50 calendars in which nothing changed.

Everything is made up here and fetched from a server of this machine. `python benchmarks/importing.py --calendars DIR`
reads instead every `.ics` file of a folder, by us and by the libraries `icalendar` and `recurring-ical-events`, and
says what each made of them.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
import threading
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from measure import Measured, measured

from circuito.agenda.occurrences import occurrences
from circuito.importing.calendars import read
from circuito.importing.found import Ground, Unusable
from circuito.importing.ground import importable
from circuito.importing.outcome import Order
from circuito.importing.run import run
from circuito.importing.sound import judged
from circuito.importing.walls import Walls
from circuito.model.space_calendar import SpaceCalendar

REPOSITORY = Path(__file__).parent.parent
TODAY = date(2026, 11, 22)
HOST = "calendari.example.org"
SINCE, UNTIL = date(2005, 1, 1), date(2027, 12, 31)
PATIENCE = 5
NETWORK = f"""name: Rete di misura
summary: Una rete per misurare.
domain: misura.example.org
languages: [it]
timezone: Europe/Rome
city: Milano
country: IT
since: 2026-01-01
kinds: [{{id: hub, name: Hub}}]
import_hosts: [{HOST}]
"""
PROFILE = """---
name: Spazio {number}
kind: hub
summary: Uno spazio per misurare.
address: {{street: via della Misura {number}}}
run_by: [alfa]
calendars: [{{id: programma, url: http://{host}:{port}/{number}.ics}}]
---
"""


def main() -> None:
    """Measure, or compare."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--calendars", metavar="DIR", help="compare what is made of the calendars in a folder")
    options.add_argument("--once", nargs=2, metavar=("DIR", "PORT"), help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.once:
        once(Path(chosen.once[0]), int(chosen.once[1]))
    elif chosen.calendars:
        compare(Path(chosen.calendars))
    else:
        measure()


# Figures


def measure() -> None:
    """Print both figures, each beside its aim."""
    with tempfile.TemporaryDirectory() as folder:
        one, fifty = Path(folder, "one"), Path(folder, "fifty")
        with serving({"/1.ics": calendar(5000)}) as port:
            network(one, 1, port)
            show("5,000 events, first import", imported(one, port), "10 s, 300 MiB")
            (one / ".circuito/imports/spazio-1/programma.json").unlink()
            show("5,000 events, nothing new, no memory", imported(one, port), "10 s, 300 MiB")
        with serving({f"/{number}.ics": calendar(100) for number in range(1, 51)}) as port:
            network(fifty, 50, port)
            show("50 calendars of 100 events, first import", imported(fifty, port), "")
            show("50 calendars, nothing changed", imported(fifty, port), "3 s of processor")


def show(name: str, found: Measured, aim: str) -> None:
    """Print one figure."""
    said = json.loads(found.output)
    counted = ", ".join(f"{count} {kind}" for kind, count in said.items())
    line = f"{name:42} {found.wall:6.1f} s {found.cpu:6.1f} s of processor {found.peak:6.0f} MiB  {counted}"
    print(f"{line}  (aim: {aim})" if aim else line, flush=True)


def imported(folder: Path, port: int) -> Measured:
    """One run in a process of its own."""
    plugins = {"PYTHONPATH": f"{REPOSITORY / 'plugins'}:{REPOSITORY / 'benchmarks'}"}
    return measured([sys.executable, __file__, "--once", str(folder), str(port)], folder, plugins)


def once(folder: Path, port: int) -> None:
    """Import everything and print how many events were of which kind."""
    found, _ = importable(str(folder))
    assert found is not None
    walls = Walls(hosts=(HOST,), resolve=lambda *_: ["127.0.0.1"], permitted=frozenset({("127.0.0.1", port)}))
    outcomes = run(found, Order(root=str(folder), today=TODAY), walls)
    kinds = Counter(change.kind for outcome in outcomes for change in outcome.merged.changes)
    kinds["unchanged calendars"] = sum(outcome.idle for outcome in outcomes)
    kinds["failed calendars"] = sum(outcome.problem is not None for outcome in outcomes)
    print(json.dumps({name: count for name, count in sorted(kinds.items()) if count}))


def network(folder: Path, spaces: int, port: int) -> None:
    """A network of some spaces, each with a calendar."""
    files = {
        "content/network.yaml": NETWORK,
        "content/organisations/alfa.md": "---\nname: Alfa\nlegal_form: aps\n---\n",
    }
    for number in range(1, spaces + 1):
        files[f"spaces/spazio-{number}/space.md"] = PROFILE.format(number=number, host=HOST, port=port)
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def calendar(events: int) -> bytes:
    """A calendar such as an online calendar writes: a third recurs, a tenth has another date, text and place."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Misura//IT", "X-WR-TIMEZONE:Europe/Rome"]
    for number in range(events):
        day = TODAY + timedelta(days=number % 500)
        starts = datetime(day.year, day.month, day.day, 8 + number % 13, number % 4 * 15)  # noqa: DTZ001
        lines += [
            "BEGIN:VEVENT",
            f"UID:{number}@example.org",
            "DTSTAMP:20261122T080000Z",
            f"DTSTART;TZID=Europe/Rome:{starts:%Y%m%dT%H%M%S}",
            f"DTEND;TZID=Europe/Rome:{starts + timedelta(hours=2):%Y%m%dT%H%M%S}",
            f"SUMMARY:Incontro numero {number}\\, con merenda",
            "DESCRIPTION:Si comincia puntuali e si finisce con calma.\\n\\nPortate " + "una sedia, " * 12 + "e voi.",
            "LOCATION:Sala Grande\\, via della Misura 1\\, Milano",
            f"URL:https://example.org/{number}",
            *([f"RRULE:FREQ=WEEKLY;COUNT={5 + number % 20}"] if number % 3 == 0 else []),
            "END:VEVENT",
        ]
        if number % 30 == 0:
            later = starts + timedelta(days=7)
            lines += ["BEGIN:VEVENT", f"UID:{number}@example.org", f"SUMMARY:Incontro {number}, speciale"]
            lines += [f"RECURRENCE-ID;TZID=Europe/Rome:{later:%Y%m%dT%H%M%S}"]
            lines += [f"DTSTART;TZID=Europe/Rome:{later + timedelta(hours=1):%Y%m%dT%H%M%S}", "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


class serving:
    """A server of this machine with some files, for as long as it is needed; it knows the marks that it gave."""

    def __init__(self, files: dict[str, bytes]) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                known = self.headers.get("If-None-Match") == '"1"'
                self.send_response(304 if known else 200)
                self.send_header("ETag", '"1"')
                self.send_header("Content-Length", "0" if known else str(len(files[self.path])))
                self.end_headers()
                if not known:
                    self.wfile.write(files[self.path])

            def log_message(self, *_: Any) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def __enter__(self) -> int:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return int(self.server.server_address[1])

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


# Comparison


@dataclass(slots=True)
class Read:
    """What was made of a file: its dates, or why there are none."""

    dates: Counter[str] = field(default_factory=Counter)
    failed: str = ""


def compare(folder: Path) -> None:
    """Print what we and the libraries make of every calendar in a folder."""
    ground, counted = ground_of(), Counter[str]()
    warnings.simplefilter("ignore")
    for file in sorted(folder.rglob("*.ics")):
        content = file.read_bytes()
        ours, theirs = by_us(content, ground, counted), by_libraries(content)
        if theirs.failed:
            counted["files that the libraries fail on"] += 1
            counted["dates that we find in those"] += ours.dates.total()
            print(f"{file.relative_to(folder)}: {theirs.failed[:60]}; we find {ours.dates.total()} dates")
        elif ours.dates == theirs.dates:
            counted["files with equal dates"] += 1
            counted["equal dates"] += ours.dates.total()
        else:
            counted["files with other dates"] += 1
            only, missing = (ours.dates - theirs.dates).total(), (theirs.dates - ours.dates).total()
            print(f"{file.relative_to(folder)}: {only} dates only ours, {missing} only theirs {ours.failed}")
        counted["files"] += 1
    for name, count in sorted(counted.items()):
        print(f"{count:7} {name}")


def ground_of() -> Ground:
    """The ground of a space without rooms, over the years that are compared."""
    with tempfile.TemporaryDirectory() as folder:
        network(Path(folder), 1, 80)
        found, _ = importable(folder)
    assert found is not None
    ground = found.ground("spazio-1", SpaceCalendar(id="a", secret=True), TODAY, SINCE)
    return replace(ground, until=UNTIL)


def by_us(content: bytes, ground: Ground, counted: Counter[str]) -> Read:
    """The dates that we find."""
    try:
        taken = read(content, ground)
    except Unusable as unusable:
        counted["files that we refuse whole"] += 1
        return Read(failed=unusable.problem.code)
    counted["events written"] += taken.entries
    counted["events found"] += sum(each.entries for each in taken.found)
    counted["events refused with a reason"] += sum(each.entries for each in taken.refused)
    counted["events lost"] += taken.entries - taken.accounted
    made = Read()
    for each in taken.found:
        fields, _ = judged(each)
        assert fields is not None
        for dated in occurrences(fields, ground.zone, SINCE, UNTIL):
            made.dates[told(dated.first_day if dated.all_day else dated.starts, ground)] += 1
    return made


def by_libraries(content: bytes) -> Read:
    """The dates that the libraries find, private events left away."""
    from icalendar import Calendar
    from recurring_ical_events import of

    ground, made = ground_of(), Read()
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(PATIENCE)
    try:
        for each in (event for whole in Calendar.from_ical(content, multiple=True) for event in events(of(whole))):
            if str(each.get("CLASS", "")).upper() not in ("PRIVATE", "CONFIDENTIAL"):
                made.dates[told(each["DTSTART"].dt, ground)] += 1
    except Exception as wrong:
        return Read(failed=f"{type(wrong).__name__}: {wrong}")
    finally:
        signal.alarm(0)
    return made


def events(calendar: Any) -> Iterator[Any]:
    """The dated events of a calendar."""
    yield from calendar.between(SINCE, UNTIL + timedelta(days=1))


def too_long(*_: object) -> None:
    """End what does not end."""
    raise TimeoutError("does not end")


def told(when: date, ground: Ground) -> str:
    """A day, or a minute by our clocks."""
    if not isinstance(when, datetime):
        return str(when)
    here = when.replace(tzinfo=ground.zone) if when.tzinfo is None else when.astimezone(ground.zone)
    return f"{here:%Y-%m-%d %H:%M}"


if __name__ == "__main__":
    main()
