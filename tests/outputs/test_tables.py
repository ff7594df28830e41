"""The network as tables, read back as spreadsheets read them."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from small_networks import event_file, published
from test_catalogue_data import project

from circuito.outputs.tables import catalogue_csv, events_csv, spaces_csv


def rows(network, path: str) -> list[dict[str, str]]:
    """The rows of a table, by the names of its columns."""
    content = published(network, catalogue_csv, spaces_csv, events_csv)[path]
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_table_of_events_has_a_row_for_every_coming_date(with_event):
    made = with_event("starts: 2026-11-24 18:00", "ends: 20:00", "every: tuesday", "times: 2")
    told = [(row["title"], row["start"], row["host.name"]) for row in rows(made, "agenda/events.csv")]
    assert told == [("Prova", "2026-11-24T18:00:00+01:00", "Base"), ("Prova", "2026-12-01T18:00:00+01:00", "Base")]


def test_the_status_of_a_row_is_that_of_its_date(with_event):
    change = "changes: [{on: 2026-12-01, status: cancelled}]"
    made = with_event("starts: 2026-11-24 18:00", "every: tuesday", "times: 2", change)
    assert [row["status"] for row in rows(made, "agenda/events.csv")] == ["scheduled", "cancelled"]


def test_every_axis_has_its_own_table(with_event):
    made = with_event("starts: 2026-11-28 18:00", "price: {mode: free}")
    assert [len(rows(made, f"{folder}/events.csv")) for folder in ("agenda/gratis", "spazi/base")] == [1, 1]


def test_several_values_stand_in_one_cell(network):
    made = network(project())
    assert [row["languages"] for row in rows(made, "progetti/catalogue.csv")] == ["it; ar"]


def test_a_space_has_a_row(sample):
    assert len(rows(sample, "spazi/spaces.csv")) == len(sample.spaces)


@pytest.mark.parametrize("title", ["=1+1", "+39 02", "-5", "@cena"])
def test_no_text_becomes_a_formula(network, title):
    made = network({"events/base/prova.md": event_file("starts: 2026-11-28 18:00", f'title: "{title}"')})
    assert [row["title"] for row in rows(made, "agenda/events.csv")] == [f"'{title}"]


def test_commas_quotes_and_accents_survive(network):
    made = network(
        {"events/base/prova.md": event_file("starts: 2026-11-28 18:00", """title: 'Perché, "di notte"; no?'""")}
    )
    assert [row["title"] for row in rows(made, "agenda/events.csv")] == ['Perché, "di notte"; no?']
