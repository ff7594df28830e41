"""Where projects can go and what spaces can host, read back from pages and from the data beside them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from small_networks import keys, published

from circuito.circulation.rules import RULES
from circuito.model.network import Network
from circuito.outputs import LaterView, Page
from circuito.outputs.comparison import comparison
from circuito.outputs.match_data import match_data
from circuito.outputs.match_pages import hosts_of_projects, projects_for_spaces
from circuito.outputs.match_told import told
from circuito.outputs.match_views import Placing
from circuito.outputs.project_filters import filters
from circuito.outputs.questionnaire import MEASURES, questionnaires
from circuito.publishing.grid import Grid

PROJECT = """---
title: Lettere
summary: Due voci leggono.
kind: workshop
proposer: alfa
status: open
languages: [it]
cost: {mode: fixed, fee: 400}
contact: {name: Ufficio, email: ufficio@example.org}
staging: {min: {height: 2.70}, variants: [{id: bassa, summary: Da seduti, needs: {height: 2}}]}
---
"""
USUAL = PROJECT.replace(", variants: [{id: bassa, summary: Da seduti, needs: {height: 2}}]", "")
ROOM = "---\nname: Stanza\nclear: {height: 2.50}\naccessibility: {step_free: true}\n---\n"
SPACE = """---
name: Base
kind: portineria
summary: Uno spazio di prova.
address: {street: via Prova 1, postcode: "20100"}
location: {lat: 45.5, lon: 9.2}
run_by: [alfa]
contact: {email: base@example.org}
hosting: {open_to_circulation: true, budget_per_date: 123}
---
"""


@pytest.fixture
def pair(network: Callable[..., Network]) -> Callable[..., Network]:
    """A network of one project and one space with one room, two metres and a half high; files may be others."""

    def made(**files: str) -> Network:
        given = {"project": USUAL, "room": ROOM, "space": SPACE} | files
        return network(
            {
                "content/projects/lettere/project.md": given["project"],
                "spaces/base/space.md": given["space"],
                "spaces/base/rooms/cortile.md": given["room"],
                "spaces/base/rooms/sala.md": ROOM.replace("2.50", "2"),
            }
        )

    return made


def by_path(pages: Any) -> dict[str, Page]:
    """Pages by their paths."""
    return {page.path: page for page in pages}


def placing(page: Page) -> Placing:
    """What a page tells of pairs."""
    made: Placing = page.shows["placing"].made
    return made


def where(network: Network) -> Placing:
    """Where the project can go."""
    return placing(by_path(hosts_of_projects(network))["progetti/lettere/dove/index.html"])


def hosting(network: Network) -> Placing:
    """What the space can host."""
    return placing(by_path(projects_for_spaces(network))["spazi/base/ospitare/index.html"])


def counts(told: Placing) -> dict[str, int]:
    """How many entries each verdict has."""
    return {verdict: len(entries) for verdict, entries in told.groups if entries}


def entry(told: Placing) -> Any:
    """The only entry."""
    (only,) = (each for _, entries in told.groups for each in entries)
    return only


def test_a_low_room_is_told_with_what_it_lacks(pair):
    assert entry(where(pair())).reasons == ("Altezza: servono 2,70 m, la sala ne ha 2,50 (mancano 0,20 m).",)


def test_a_space_is_told_by_its_best_room(pair):
    high = ROOM.replace("2.50", "3")
    assert counts(where(pair(room=high))) == {"ready": 1}


def test_a_variant_that_fits_is_named_in_the_words_of_the_project(pair):
    assert entry(where(pair(project=PROJECT))).form.text == "Da seduti"


def test_the_smallest_change_that_opens_a_room_is_told(pair):
    assert where(pair()).opening == ("Altezza: con 2,50 m invece di 2,70 m si apre 1 spazio, Base.",)


def test_the_space_reads_the_same_sentences(pair):
    network = pair()
    assert len(entry(where(network)).reasons) == 1
    assert entry(hosting(network)).reasons == entry(where(network)).reasons


def test_what_has_to_be_asked_stands_in_a_letter_that_is_begun(pair):
    told = entry(where(pair(room="---\nname: Sala\naccessibility: {step_free: true}\n---\n")))
    assert told.mail.startswith("mailto:base@example.org?subject=")
    assert told.asks
    assert [question for question in told.asks if question not in unquote(told.mail)] == []


def test_a_space_that_can_host_is_written_to_without_questions(pair):
    letter = unquote(entry(where(pair(room=ROOM.replace("2.50", "3")))).mail)
    assert ("vorremmo portare «Lettere» da voi (Stanza)." in letter, "ci manca di sapere" in letter) == (True, False)


def test_a_space_that_cannot_host_is_not_written_to(pair):
    assert entry(where(pair())).mail == ""


def test_what_keeps_a_project_out_is_counted_by_spaces_that_cannot_host_it(pair):
    shut, open_ = where(pair()), where(pair(project=PROJECT))
    assert (shut.blocking, open_.blocking) == (("Altezza: in 1 spazio non c’è, o non basta.",), ())


def test_how_many_were_held_against_one_another_is_told(pair):
    network = pair()
    assert [told.held for told in (where(network), hosting(network))] == [
        "A confronto 1 spazio che ospita, con la sua sala migliore:",
        "A confronto 1 progetto, con la sala che gli va meglio:",
    ]


def test_a_room_that_is_never_free_for_long_enough_is_told_by_how_much(pair):
    room = ROOM.replace("2.50", "3").replace(
        "---\nname", "---\navailability: [{days: [mon], hours: 09:00-11:00}]\nname", 1
    )
    days = USUAL.replace(
        "cost:", "duration: {run_min: 180}\navailability: [{from: 2026-12-01, to: 2027-01-31, weekdays: [mon]}]\ncost:"
    )
    told = entry(where(pair(project=days, room=room)))
    assert [each for each in told.reasons if each.startswith("Date")] == [
        "Date: nei giorni in cui il progetto può venire la sala è libera al massimo 120 minuti di fila: ne servono 180."
    ]


def test_nobody_is_told_what_a_space_can_spend(pair):
    network = pair()
    files = b"".join(published(network, match_data).values())
    assert b"123" not in files
    assert b"share" not in files


def test_a_member_is_told_what_the_share_lacks(pair):
    lines = list(told(pair(), "lettere", "base", "it"))
    assert [line.strip() for line in lines if "Quota" in line] == [
        "Quota dello spazio: servono 400\xa0€, per data ci sono 123\xa0€ (mancano 277\xa0€). "
        "Il fondo della rete può coprire 277\xa0€."
    ] * 2


@pytest.mark.parametrize(("project", "space"), [("altro", None), ("lettere", "altro")])
def test_a_name_that_is_not_known_is_refused(pair, project, space):
    with pytest.raises(LookupError, match="altro: no such"):
        list(told(pair(), project, space, "it"))


def test_the_data_names_rule_state_values_and_fixes(pair):
    data = json.loads(published(pair(), match_data)["progetti/lettere/match.json"])
    found = {each["rule"]: each for each in data["matches"][0]["findings"]}
    assert found["stage.height"] == {
        "rule": "stage.height",
        "weight": "hard",
        "state": "no",
        "values": {"need": 2.7, "have": 2.5, "short": 0.2},
        "fixes": [],
    }


def test_project_and_space_have_the_same_matches_as_data(pair):
    files = published(pair(), match_data)
    told = [json.loads(files[path])["matches"] for path in ("progetti/lettere/match.json", "spazi/base/match.json")]
    assert told[0] == told[1]


def test_a_space_that_hosts_nothing_is_named_apart(pair):
    closed = SPACE.replace("open_to_circulation: true", "open_to_circulation: false")
    told = where(pair(space=closed))
    assert [link.text.text for link in told.away] == ["Base"]
    assert counts(told) == {}


def page_keys(network: Network) -> dict[str, str]:
    """The keys of what is made later, by page."""
    pages = [*hosts_of_projects(network), *projects_for_spaces(network)]
    return {page.path: page.shows["placing"].key for page in pages if isinstance(page.shows["placing"], LaterView)}


def test_a_change_that_changes_no_verdict_keeps_every_page(pair):
    high, higher = ROOM.replace("2.50", "3"), ROOM.replace("2.50", "3.5")
    assert page_keys(pair(room=high)) == page_keys(pair(room=higher))


def test_a_change_of_a_verdict_changes_both_pages(pair):
    before, after = page_keys(pair()), page_keys(pair(room=ROOM.replace("2.50", "2.60")))
    assert [path for path in before if before[path] == after[path]] == []


@pytest.fixture
def grid(tmp_path: Path) -> Callable[[Network], Network]:
    """Lets a network remember its verdicts as a build does, from one to the next."""

    def remembering(network: Network) -> Network:
        return replace(network, tabulate=Grid(tmp_path / "verdicts", "epoch").laid_out)

    return remembering


def judged_in(network: Network) -> tuple[int, int]:
    """How many projects were judged in all rooms, and how many spaces with all projects."""
    board = network.shared.get("public board")
    return (len(board.by_project), len(board.by_space)) if board else (0, 0)


def two_of_each(**files: str) -> dict[str, str]:
    """Two projects and two spaces with a room each."""
    other = {"spaces/altro/space.md": SPACE.replace("Base", "Altro"), "spaces/altro/rooms/sala.md": ROOM}
    own = {"spaces/base/space.md": SPACE, "spaces/base/rooms/stanza.md": ROOM}
    projects = {f"content/projects/{name}/project.md": PROJECT for name in ("lettere", "pane")}
    return own | other | projects | files


def test_nothing_is_judged_again_where_nothing_changed(network, grid):
    made = network(two_of_each())
    first = keys(grid(made), match_data)
    again = grid(made)
    assert (keys(again, match_data), judged_in(again)) == (first, (0, 0))


@pytest.mark.parametrize(
    ("path", "text", "judged"),
    [
        ("spaces/altro/rooms/sala.md", ROOM.replace("2.50", "2.60"), (0, 1)),
        ("content/projects/pane/project.md", PROJECT.replace("2.70", "2.65"), (1, 0)),
    ],
)
def test_of_what_is_edited_alone_pairs_are_judged_again(network, grid, path, text, judged):
    keys(grid(network(two_of_each())), match_data)
    edited = network(two_of_each(**{path: text}))
    again = grid(edited)
    assert (keys(again, match_data), judged_in(again)) == (keys(edited, match_data), judged)


def test_money_is_told_in_the_currency_of_the_network(pair, network):
    made = pair()
    swiss = replace(made, fields=replace(made.fields, currency="CHF"))
    assert [line.split(",")[0].strip() for line in told(swiss, "lettere", "base", "it") if "Quota" in line] == [
        "Quota dello spazio: servono 400\xa0CHF"
    ] * 2


# The questionnaire, the comparison, the filters


def test_the_questionnaire_asks_for_every_fact_that_rules_look_at():
    asked = {measure.have for group in MEASURES.values() for measure in group}
    assert {rule.have for rule in RULES} - asked == {"space"}


def test_the_questionnaire_of_a_space_says_what_is_missing(pair):
    page = by_path(questionnaires(pair()))["spazi/base/questionario/index.html"]
    missing = {each.key: [room.text for room in each.missing] for _, group in page.shows["groups"] for each in group}
    assert (missing["height"], missing["width"], missing["purse"]) == ([], ["Stanza", "Stanza"], [])


def test_two_projects_stand_side_by_side(network):
    made = network(
        {
            "content/projects/lettere/project.md": USUAL,
            "content/projects/pane/project.md": USUAL.replace("Lettere", "Pane").replace("2.70", "3"),
        }
    )
    table = by_path(comparison(made))["progetti/confronto/index.html"].shows["comparison"]
    assert dict(dict(table.groups)["room"])["height"] == (("lettere", "2,7 m"), ("pane", "3 m"))
    assert dict(table.first)["Chi lo propone"] == (("lettere", "Alfa"), ("pane", "Alfa"))
    assert dict(table.first)["Quanto costa una data"] == tuple(
        (name, "Compenso fisso 400\xa0€") for name in ("lettere", "pane")
    )


def test_one_project_alone_is_not_compared(pair):
    assert list(comparison(pair())) == []


def test_a_filter_shows_the_projects_that_it_lets_through(network):
    free = USUAL.replace("mode: fixed, fee: 400", "mode: free").replace("staging: {min: {height: 2.70}}\n", "")
    made = network({"content/projects/lettere/project.md": USUAL, "content/projects/pane/project.md": free})
    pages = {
        path: [card.slug for card in page.shows["projects"]]
        for path, page in by_path(filters(made)).items()
        if not path.startswith("en/")
    }
    assert pages == {
        "progetti/senza-pretese/index.html": ["pane"],
        "progetti/gratis/index.html": ["pane"],
        "progetti/tipo/workshop/index.html": ["lettere", "pane"],
        "progetti/lingua/it/index.html": ["lettere", "pane"],
    }


def test_the_questionnaire_of_a_space_says_what_its_rooms_declare(pair):
    page = by_path(questionnaires(pair()))["spazi/base/questionario/index.html"]
    told = {each.key: each.told for _, group in page.shows["groups"] for each in group}
    assert (told["height"], told["without_steps"], told["width"], told["purse"]) == (
        "Stanza: 2,5 m, Stanza: 2 m",
        "Stanza: sì, Stanza: sì",
        "",
        "",
    )
