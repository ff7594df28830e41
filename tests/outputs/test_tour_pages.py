"""The pages of tours: what they tell of dates, money and hosts, and what they keep among members."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from msgspec import structs
from small_networks import files_of

from circuito.model.network import Network
from circuito.model.values import Words
from circuito.outputs import Later
from circuito.outputs.shown_interests import shown, touring
from circuito.outputs.tour_grid import box_of
from circuito.outputs.tour_links import tour_link
from circuito.outputs.tour_pages import tours, tracks

GPX = {"gpx": "http://www.topografix.com/GPX/1/1"}
LIVING = ("interested", "pencilled", "requested")


@pytest.fixture(scope="session")
def told(sample: Network) -> Network:
    """The sample network with all that members know."""
    return replace(sample, shows_interests=True)


@pytest.fixture(scope="session")
def kept(told: Network) -> Network:
    """The sample network as a real one would publish it."""
    return replace(told, shows_interests=False)


@pytest.fixture(scope="session")
def pages(told: Network) -> dict[str, dict]:
    """What the pages of tours show, by path."""
    return {page.path: dict(page.shows) for page in tours(told)}


@pytest.fixture(scope="session")
def lettere(pages: dict[str, dict]) -> dict:
    return pages["progetti/lettere-dal-cortile/giro/index.html"]


# The season of the sample network


def test_the_sample_has_forty_interests_or_more_in_every_state(sample):
    states = {each.state for each in sample.interests}
    assert (len(sample.interests) >= 40, states) == (
        True,
        {*LIVING, "confirmed", "done", "reported", "declined", "withdrawn", "expired", "cancelled"},
    )


def test_six_tours_or_more_have_two_settled_dates(sample):
    settled = [each.project.slug for each in sample.interests if each.state == "confirmed"]
    assert len([slug for slug in set(settled) if settled.count(slug) > 1]) >= 6


def test_every_settled_date_is_an_event_of_its_host_on_its_day(sample):
    settled = [each for each in sample.interests if each.state == "confirmed"]
    wrong = [
        each.record.path
        for each in settled
        if each.event is None or each.fields.on not in {date.first_day for date in each.event.occurrences}
    ]
    assert wrong == []


# What is told


def test_every_project_with_interests_has_a_page_in_every_language(told, pages):
    assert len(pages) == len({each.project.slug for each in told.interests}) * len(told.languages)


def test_a_tour_tells_its_dates_way_and_days(lettere):
    assert lettere["figures"] == (("settled", "3"), ("dates", "3"), ("way", "30,2 km"), ("span", "10"))


def test_the_proposed_dates_stand_in_order_with_what_hosts_pay(lettere):
    assert [(each.day, each.host.text.text, each.state, each.pays) for each in lettere["stations"]] == [
        ("2026-12-03", "Portineria del Melograno", "confirmed", "300\xa0€"),
        ("2026-12-05", "Teatro delle Caldaie", "confirmed", "300\xa0€"),
        ("2026-12-12", "Casa Nove Lingue", "confirmed", "200\xa0€"),
    ]


def test_a_tour_with_every_date_confirmed_is_told_as_settled_and_any_other_as_a_proposal(pages):
    names = {
        slug: pages[f"progetti/{slug}/giro/index.html"]["plan"].name
        for slug in ("lettere-dal-cortile", "coro-dei-campanelli")
    }
    assert names == {
        "lettere-dal-cortile": "Il giro, com’è fissato",
        "coro-dei-campanelli": "Il giro che si può fare",
    }


def test_a_host_without_a_place_is_told_why(lettere):
    assert lettere["unplaced"] == ("Cascina Fontanile: resterebbero troppi giorni vuoti fra due date.",)


def test_a_proved_tour_says_so(lettere):
    assert lettere["honest"] == "È il giro migliore: è dimostrato."


def test_the_costs_by_how_many_join_are_those_of_the_documentation(lettere):
    table = lettere["costs"].by_dates
    rows = {row.head.text.text: row.cells for row in table.rows}
    gross, host = table.columns.index("Costo di una data") - 1, table.columns.index("Chi ospita") - 1
    assert {name: (cells[gross], cells[host]) for name, cells in rows.items()} == {
        "1 data": ("1.040,00\xa0€", "300,00\xa0€"),
        "2 date": ("800,00\xa0€", "300,00\xa0€"),
        "3 date": ("753,33\xa0€", "300,00\xa0€"),
        "4 date": ("650,00\xa0€", "300,00\xa0€"),
        "5 date": ("636,00\xa0€", "300,00\xa0€"),
    }


def test_the_row_that_holds_now_is_marked(lettere):
    assert [row.head.text.text for row in lettere["costs"].by_dates.rows if row.marked] == ["3 date"]


def test_the_three_keys_add_up_to_the_whole(lettere):
    table = lettere["costs"].by_key
    assert (table.columns[1:], table.rows[-1].cells) == (
        ("In parti uguali", "Secondo i posti", "Secondo quanto si può"),
        ("2.260,00\xa0€", "2.260,00\xa0€", "2.260,00\xa0€"),
    )


def test_what_touring_together_saves_is_told(lettere):
    assert lettere["costs"].saving == "Insieme si risparmiano 860\xa0€ rispetto a viaggi separati (date: 3)."


@pytest.mark.parametrize(
    ("slug", "sentence"),
    [
        ("la-bolletta-spiegata", "A chi ospita non costa niente."),
        ("il-gioco-dei-pianerottoli", "Non si paga in denaro: si scambia."),
        (
            "concerto-per-trombe-delle-scale",
            "Chi ospita dà 450\xa0€, o il 70 % dell’incasso se è di più: da 642,86\xa0€ d’incasso in su.",
        ),
        ("pane-di-ieri", "Si pagano 8\xa0€ per ogni partecipante."),
    ],
)
def test_costs_that_no_table_can_tell_are_told_in_a_sentence(pages, slug, sentence):
    costs = pages[f"progetti/{slug}/giro/index.html"]["costs"]
    assert (costs.sentence, costs.by_dates, costs.by_key) == (sentence, None, None)


def test_the_grid_says_in_words_what_stands_on_each_day(pages):
    grid = pages["progetti/cinema-sul-lenzuolo/giro/index.html"]["grid"]
    days = [day.day for day in grid.days]
    said = {row.host.text.text: dict(zip(days, row.cells, strict=True)) for row in grid.rows}
    assert (
        said["Officina Tramvai"]["2027-01-23"],
        said["Casa Nove Lingue"]["2027-01-30"],
        said["Cortile Aperto"]["2027-01-23"],
    ) == ("confirmed", "requested", "")


def test_the_stops_on_the_map_are_numbered_in_order(lettere):
    assert [(stop.number, stop.name, stop.settled) for stop in lettere["map"].stops] == [
        ("1", "Portineria del Melograno", True),
        ("2", "Le Caldaie", True),
        ("3", "Nove Lingue", True),
    ]


def test_the_window_of_the_map_holds_a_single_stop():
    assert box_of([(100.0, 100.0)]) == (-102.5, -35.0, 405.0, 270.0)


def test_the_track_holds_the_stops_and_the_way_through_them(told):
    made = {file.path: file for file in files_of(told, [tracks])}
    root = ElementTree.fromstring(made["progetti/lettere-dal-cortile/giro/tour.gpx"].make())
    assert [point.findtext("gpx:name", namespaces=GPX) for point in root.findall("gpx:rte/gpx:rtept", GPX)] == [
        "1 Portineria del Melograno",
        "2 Teatro delle Caldaie",
        "3 Casa Nove Lingue",
    ]


# What is kept


def test_without_the_setting_only_settled_dates_are_known(kept):
    assert {each.state for each in shown(kept).interests} == {"confirmed", "done", "reported"}


def test_without_the_setting_no_page_names_a_host_that_is_not_settled(kept):
    page = next(page for page in tours(kept) if page.path == "progetti/il-lupo-abita-al-terzo/giro/index.html")
    hosts = {each.host.text.text for each in page.shows["stations"]} | {
        row.host.text.text for row in page.shows["grid"].rows
    }
    assert (hosts, page.shows["unplaced"]) == ({"Portineria Scala B", "Teatro delle Caldaie"}, ())


def test_without_the_setting_a_project_with_no_settled_date_has_no_tour(kept):
    assert "coro-dei-campanelli" not in {project.slug for project in touring(kept)}


def test_an_interest_that_its_space_makes_public_is_told(kept):
    first = next(each for each in kept.interests if each.state == "interested")
    record = structs.replace(first.record, fields=replace(first.fields, visibility="public"))
    network = replace(kept, interests=(structs.replace(first, record=record),))
    assert [each.space.slug for each in shown(network).interests] == [first.space.slug]


def texts_of(value: str | Words | None) -> tuple[str, ...]:
    """The texts of a value, in whatever language."""
    if isinstance(value, Words):
        return tuple(value.texts.values())
    return (value,) if value else ()


@pytest.mark.parametrize("name", ["message", "reason", "despite", "exchange"])
def test_no_page_tells_what_spaces_write_to_each_other(told, name):
    said = [text for each in told.interests for text in texts_of(getattr(each.fields, name))]
    shown = [value for page in tours(told) if page.lang == "it" for value in page.shows.values()]
    whole = "".join(str(value) if isinstance(value, Later) else repr(value) for value in shown)
    assert said
    assert [text for text in said if text in whole] == []


def test_the_page_of_a_project_leads_to_its_tour_where_there_is_one(told):
    with_tours = replace(told, outputs=("circuito.outputs.tour_pages:tours",))
    by_slug = {project.slug: project for project in told.projects}
    assert [tour_link(with_tours, by_slug[slug], "it") for slug in ("lettere-dal-cortile", "primo-ascolto")] == [
        "/progetti/lettere-dal-cortile/giro/",
        "",
    ]


def test_a_tour_in_a_later_year_is_no_mistake(told):
    later = replace(told, today=date(2028, 8, 1))
    assert [page.shows["stations"] for page in tours(later) if "lettere" in page.path and page.lang == "it"] == [()]
