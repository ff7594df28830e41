"""What spaces lend, read back from pages and from verdicts."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from small_networks import published

from circuito.model.network import Network
from circuito.outputs import LaterView
from circuito.outputs.lending import lending
from circuito.outputs.match_data import match_data
from circuito.outputs.match_pages import hosts_of_projects
from circuito.outputs.spaces import spaces

CURTAINS = "---\nname: Teli neri\nkind: thing\nprovides: [blackout]\n{lines}---\n"
PROJECT = """---
title: Buio
summary: Si recita al buio.
kind: workshop
proposer: alfa
status: open
languages: [it]
cost: {mode: free}
contact: {email: buio@example.org}
technical: {blackout: full}
availability: [{from: 2026-12-04, to: 2026-12-06}]
---
"""
ROOM = "---\nname: Sala\nblackout: none\navailability: [{days: [fri, sat, sun]}]\n---\n"
SPACE = """---
name: Base
kind: portineria
summary: Uno spazio di prova.
address: {street: via Prova 1}
run_by: [alfa]
contact: {email: base@example.org}
hosting: {open_to_circulation: true}
---
"""
INTEREST = """---
state: pencilled
created: 2026-11-20
by: Programmazione
room: sala
on: 2026-12-04
expires: 2026-12-01
borrows: [{space: altro, resource: teli}]
---
"""
FILES = {
    "content/projects/buio/project.md": PROJECT,
    "spaces/base/space.md": SPACE,
    "spaces/base/rooms/sala.md": ROOM,
    "spaces/base/rooms/cortile.md": ROOM,
    "spaces/altro/space.md": SPACE.replace("Base", "Altro"),
    "spaces/altro/resources/teli.md": CURTAINS.format(lines=""),
}


@pytest.fixture
def lenders(network: Callable[..., Network]) -> Callable[..., Network]:
    """A project that needs darkness, a bright room, and a space that lends curtains; lines may be added to these."""

    def made(lines: str = "", **files: str) -> Network:
        return network({**FILES, "spaces/altro/resources/teli.md": CURTAINS.format(lines=lines), **files})

    return made


def fix(network: Network) -> list[tuple[str, dict[str, str]]]:
    """What mends the darkness of the first room, as data."""
    found = json.loads(published(network, match_data)["progetti/buio/match.json"])["matches"][0]
    return [(each["kind"], each["values"]) for finding in found["findings"] for each in finding["fixes"]]


def test_a_verdict_names_what_is_lent_by_whom_and_when(lenders):
    values = {"item": "blackout", "space": "altro", "resource": "altro/teli", "on": "2026-12-04"}
    assert fix(lenders()) == [("borrow", values)]


def test_the_page_of_a_project_says_it_in_words(lenders):
    made = lenders()
    page = next(page for page in hosts_of_projects(made) if page.lang == "it")
    entries = [entry for _, group in page.shows["placing"].made.groups for entry in group]
    assert entries[0].reasons[0].endswith("In prestito da Altro: Teli neri (oscuranti), disponibile il 4/12/2026.")


def test_a_hold_that_borrows_it_leaves_the_next_day(lenders):
    made = lenders(**{"spaces/base/interests/buio.md": INTEREST})
    assert [values["on"] for _, values in fix(made)] == ["2026-12-05"]


def test_what_is_lent_on_other_days_is_busy(lenders):
    made = lenders("available: [{from: 2026-12-10, to: 2026-12-20}]\n")
    assert [kind for kind, _ in fix(made)] == ["busy"]


@pytest.mark.parametrize("line", ["visibility: members\n", "visibility: private\n", "status: retired\n"])
def test_what_is_not_for_all_to_see_is_in_no_page_and_no_verdict(lenders, line):
    made = lenders(line)
    pages = [page for output in (spaces, lending) for page in output(made)]
    shown = [loan for page in pages for loan in page.shows.get("loans", ())]
    assert (shown, list(lending(made)), fix(made)) == ([], [], [])


def test_the_page_of_a_space_says_what_it_lends_and_when_it_is_promised(lenders):
    made = lenders("deposit: 50\nbookings: [{from: 2026-12-04, to: 2026-12-06, by: Circolo}]\n")
    page = next(page for page in spaces(made) if page.path == "spazi/altro/index.html")
    loan = page.shows["loans"][0]
    assert (loan.name.text, dict(loan.facts), loan.away) == (
        "Teli neri",
        {"who": "agli spazi della rete", "deposit": "50\xa0€"},
        ("04–06 dic 2026",),
    )


def test_all_that_is_lent_stands_on_one_page_in_every_language(lenders):
    told = {page.path: [(slug, len(loans)) for slug, _, loans in page.shows["lenders"]] for page in lending(lenders())}
    assert told == {"spazi/prestiti/index.html": [("altro", 1)], "en/spaces/lending/index.html": [("altro", 1)]}


def key(network: Network) -> str:
    """The key of what the page of the project says."""
    view = next(page.shows["placing"] for page in hosts_of_projects(network) if page.lang == "it")
    assert isinstance(view, LaterView)
    return view.key


def test_a_resource_that_is_renamed_changes_the_page_that_names_it(lenders):
    teli = CURTAINS.format(lines="").replace("Teli neri", "Tende")
    assert key(lenders()) != key(lenders(**{"spaces/altro/resources/teli.md": teli}))
