"""`circuito import` with a table or a page: event files to review, the same when it is run again."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from circuito.commands import main
from circuito.importing.ground import importable
from circuito.importing.outcome import Order
from circuito.importing.run import run
from circuito.importing.walls import Walls
from circuito.model.space_calendar import SpaceCalendar
from whole_networks import TODAY, copied, told, tree, written

HEAD = "titolo;data;ora;descrizione\n"
TABLE = HEAD + "Cena del riuso;12/12/2026;19:30;Si cucina quello che c'è.\nSenza giorno;;18:00;\n"
EVENT = {"@type": "Event", "name": "Concerto", "startDate": "2026-12-20T17:00:00+01:00", "url": "https://a.it/1"}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small network in which commands are run."""
    made = copied(tmp_path / "rete")
    monkeypatch.chdir(made)
    return made


def brought(*arguments: str) -> int:
    """The exit code of an import into a space."""
    return main(["import", *arguments, "--space", "nord", "--as-of", str(TODAY), "--lang", "en"])


def events(root: Path) -> set[str]:
    """The event files of the space."""
    return {file.name for file in (root / "events" / "nord").glob("*.md")}


def test_a_table_becomes_files_that_the_check_accepts(root, capsys):
    before = events(root)
    written(root, "eventi.csv", TABLE.encode("cp1252"))
    assert brought("eventi.csv") == 3
    (new,) = events(root) - before
    assert ("starts: 2026-12-12 19:30" in (root / "events/nord" / new).read_text(), told(root)) == (True, [])
    assert "row 3, column B" in capsys.readouterr().out


def test_a_table_imported_again_changes_nothing(root):
    written(root, "eventi.csv", TABLE)
    brought("eventi.csv")
    before = tree(root / "events")
    brought("eventi.csv")
    assert tree(root / "events") == before


def test_the_next_list_takes_nothing_of_the_last_away(root):
    written(root, "dicembre.csv", TABLE)
    brought("dicembre.csv")
    december = events(root)
    written(root, "gennaio.csv", HEAD + "Tombola;6/1/2027;15:00;\n")
    brought("gennaio.csv")
    texts = [(root / "events/nord" / name).read_text() for name in events(root)]
    assert (december < events(root), [text for text in texts if "status: cancelled" in text and "source:" in text]) == (
        True,
        [],
    )


def test_a_change_in_the_table_changes_the_file_that_is_there(root):
    written(root, "eventi.csv", HEAD.replace("\n", ";id\n") + "Cena;12/12/2026;19:30;;c1\n")
    brought("eventi.csv")
    before = events(root)
    written(root, "eventi.csv", HEAD.replace("\n", ";id\n") + "Cena;12/12/2026;20:30;;c1\n")
    brought("eventi.csv")
    assert events(root) == before
    assert any("starts: 2026-12-12 20:30" in (root / "events/nord" / name).read_text() for name in before)


def brought_again(root: Path, first: str, second: str) -> tuple[set[str], set[str], list[str]]:
    """The new files after a table, after the table that follows it, and the lines in which the second differ."""
    before = events(root)
    written(root, "eventi.csv", first)
    brought("eventi.csv")
    new = events(root) - before
    texts = {name: (root / "events/nord" / name).read_text().splitlines() for name in new}
    written(root, "eventi.csv", second)
    brought("eventi.csv")
    later = events(root) - before
    changed = [(root / "events/nord" / name).read_text().splitlines() for name in sorted(new)]
    told = [line for each in changed for line in each if not any(line in text for text in texts.values())]
    return new, later, [line for line in told if not line.startswith("    ")]


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("Cena del riusso", "Cena del riuso"),
        ("Cena", "Gran cena del riuso"),
        ("Cena del riuso e canti", "Cena e canti"),
    ],
)
def test_a_title_that_is_corrected_in_the_table_stays_one_event_in_one_file(root, then, now):
    new, later, told_anew = brought_again(
        root, f"{HEAD}{then};12/12/2026;19:30;Si mangia.\n", f"{HEAD}{now};12/12/2026;19:30;Si mangia.\n"
    )
    assert (len(new), later, told_anew[0]) == (1, new, f"title: {now}")
    assert [line.partition(":")[0] for line in told_anew[1:]] == ["  uid"]
    assert told(root) == []


def test_with_a_column_of_identifiers_title_and_day_may_change_at_once(root):
    head = HEAD.replace("\n", ";codice\n")
    new, later, told_anew = brought_again(
        root, f"{head}Cena;12/12/2026;19:30;Ciao.;c1\n", f"{head}Tombola;5/1/2027;20:30;Ciao.;c1\n"
    )
    assert (len(new), later, told_anew) == (1, new, ["title: Tombola", "starts: 2027-01-05 20:30"])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Cena;12/12/2026;19:30;\n", "Tombola;12/12/2026;19:30;\n"),
        ("Cena del riuso;12/12/2026;19:30;\n", "Cena;12/12/2026;19:30;\nRiuso;12/12/2026;19:30;\n"),
        ("Cena del riuso;12/12/2026;19:30;\n", "Cena del riuso e canti;13/12/2026;19:30;\n"),
    ],
)
def test_what_may_be_another_event_gets_a_file_of_its_own(root, first, second):
    new, later, _ = brought_again(root, HEAD + first, HEAD + second)
    assert (len(new), len(later)) == (1, 1 + second.count("\n"))


def test_a_saved_page_is_read_as_a_page(root):
    before = events(root)
    written(root, "pagina.html", f'<script type="application/ld+json">{json.dumps(EVENT)}</script>')
    assert brought("pagina.html") == 0
    assert len(events(root) - before) == 1


# A page at its address


class Site(BaseHTTPRequestHandler):
    """A site whose agenda is one page."""

    page = b""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.page)))
        self.end_headers()
        self.wfile.write(self.page)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def site() -> Iterator[ThreadingHTTPServer]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def visited(root: Path, site: ThreadingHTTPServer, *some: dict[str, str]) -> dict[str, str]:
    """The event files after an import of a page that tells of some events."""
    Site.page = f'<html><script type="application/ld+json">{json.dumps(some)}</script></html>'.encode()
    network, _ = importable(str(root))
    assert network is not None
    page = SpaceCalendar(id="sito", url=f"http://sito.test:{site.server_port}/agenda/", read_as="page")
    nord = replace(network.spaces["nord"], calendars=(page,))
    walls = Walls(
        hosts=("sito.test",),
        resolve=lambda *_: ["127.0.0.1"],
        permitted=frozenset({("127.0.0.1", site.server_port)}),
    )
    order = Order(root=str(root), today=TODAY, spaces=("nord",))
    (outcome,) = run(replace(network, spaces={"nord": nord}), order, walls)
    assert outcome.problem is None
    return {file.name: file.read_text() for file in (root / "events" / "nord").glob("*.md")}


def test_a_page_is_visited_and_visited_again_without_a_change(root, site):
    first = visited(root, site, EVENT)
    assert ("starts: 2026-12-20 17:00" in "".join(first.values()), visited(root, site, EVENT)) == (True, first)


def test_what_a_page_no_longer_tells_is_not_cancelled(root, site):
    first = visited(root, site, EVENT)
    other = {**EVENT, "name": "Cena", "url": "https://a.it/2"}
    later = visited(root, site, other)
    assert ({name: later[name] for name in first}, len(later)) == (first, len(first) + 1)
