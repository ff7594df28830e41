"""`circuito import` with a table or a saved page: event files to review, the same when it is run again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from circuito.commands import main
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


def test_a_saved_page_is_read_as_a_page(root):
    before = events(root)
    written(root, "pagina.html", f'<script type="application/ld+json">{json.dumps(EVENT)}</script>')
    assert brought("pagina.html") == 0
    assert len(events(root) - before) == 1
