"""The search page, the index from A to Z, and the map with its data."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from small_networks import BASE, published

from circuito.outputs.city_map import APART, apart, city_map, gap
from circuito.outputs.finding import a_to_z, initial, letters, order, search
from circuito.outputs.map_files import leaflet, map_data
from circuito.outputs.open_now import open_now
from circuito.outputs.searched import searched_event

SPACE = BASE["spaces/base/space.md"]


def shown(output, network, lang):
    """What the page of an output shows in a language."""
    return next(page.shows for page in output(network) if page.lang == lang)


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Torre Sette", "T"),
        ("Èlite", "E"),
        ("  «Øre»", "Ø"),
        ("Straße", "S"),
        ("ŁAWKA", "Ł"),
        ("123 stella", "0–9"),
        ("البيئة", "ب"),
        ("أرض", "ا"),
        ("Ώρα", "Ω"),
        ("مكتبة", "م"),
        ("城市", "城"),
        ("!!", "…"),
    ],
)
def test_a_name_stands_under_its_first_letter(name, letter):
    assert initial(name) == letter


def test_names_are_sorted_without_regard_to_accents_and_case():
    names = ["zeta", "Éclair", "eco", "Alfa", "àlibi", "Eclisse"]
    assert sorted(names, key=order) == ["Alfa", "àlibi", "Éclair", "Eclisse", "eco", "zeta"]


def test_all_that_has_a_page_of_its_own_is_in_the_index_but_events(sample):
    kinds: dict[str, int] = {}
    for letter in shown(a_to_z, sample, "it")["letters"]:
        for entry in letter.entries:
            kinds[entry.kind] = kinds.get(entry.kind, 0) + 1
    inside = {area for space in sample.spaces for area in space.areas if area.set == next(iter(sample.areas))}
    assert kinds == {
        "space": len(sample.spaces),
        "organisation": len(sample.organisations),
        "project": len(sample.projects),
        "area": len(inside),
        "theme": len(sample.fields.themes),
    }


def test_the_letters_of_the_pages_own_script_come_first(sample):
    names = [letter.name for letter in letters(shown(a_to_z, sample, "ar")["letters"][0].entries, "ar")]
    latin = [letter.name for letter in shown(a_to_z, sample, "it")["letters"]]
    assert (names[0].isascii(), latin[:26]) == (False, list("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def test_every_letter_has_a_place_of_its_own(sample):
    anchors = [letter.anchor for letter in shown(a_to_z, sample, "ar")["letters"]]
    assert len(set(anchors)) == len(anchors)


def test_the_script_is_handed_every_form_of_a_counted_phrase(sample):
    words = json.loads(shown(search, sample, "ar")["words"])
    assert sorted(words["results"]) == ["few", "many", "one", "other", "two", "zero"]


def test_a_language_without_a_phrase_of_the_search_says_it_in_its_fallback(network):
    made = network()
    texts = {key: said for key, said in made.phrases["en"].texts.items() if key != "search.results"}
    english = structs.replace(made.phrases["en"], texts=texts, fallback=made.phrases["it"])
    made = replace(made, phrases={**made.phrases, "en": english})
    assert json.loads(shown(search, made, "en")["words"])["results"]["one"] == "{n} risultato per «{words}»"


def test_an_event_is_found_in_every_month_in_which_it_is_still_on(with_event):
    made = with_event("starts: 2026-11-28 18:00", "also: [2027-01-09 18:00]")
    event = made.events[0]
    found = searched_event(made, event, event.occurrences[0], "it").filters
    assert [value for name, value in found if name == "when"] == ["coming", "2026-11", "2027-01"]


def test_an_event_that_is_over_says_so(with_event):
    made = with_event("starts: 2026-11-01 18:00")
    event = made.events[0]
    assert ("when", "past") in searched_event(made, event, event.occurrences[0], "it").filters


def test_a_result_says_that_an_event_is_cancelled(with_event):
    made = with_event("starts: 2026-11-28 18:00", "status: cancelled")
    event = made.events[0]
    assert dict(searched_event(made, event, event.occurrences[0], "en").facts)["status"] == "Cancelled"


# The map


def neighbours(network, *points):
    """A network with a space at each point."""
    files = {
        f"spaces/s{number}/space.md": SPACE.replace("name: Base", f"name: S{number}").replace(
            "lat: 45.5, lon: 9.2", f"lat: {lat}, lon: {lon}"
        )
        for number, (lat, lon) in enumerate(points)
    }
    return network(files)


def test_spaces_at_one_point_share_a_stop_that_leads_to_the_list(network):
    stops = city_map(neighbours(network, (45.46, 9.1), (45.46, 9.1)), "it").stops
    assert [(stop.numbers, stop.url) for stop in stops] == [
        ("1", "/spazi/base/"),
        ("2 · 3", "/spazi/#space-s0"),
    ]


def test_stops_that_would_overlap_stand_side_by_side(network):
    stops = city_map(neighbours(network, (45.5001, 9.2001), (45.3, 9.0)), "it").stops
    places = [(float(stop.x), float(stop.y)) for stop in stops]
    assert [pair for pair in combinations(places, 2) if gap(*pair) < APART - 0.2] == []


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 800)), max_size=12, unique=True))
def test_points_that_are_far_enough_from_each_other_stay_where_they_are(points):
    places = [(float(x), float(y)) for x, y in points]
    near = any(gap(one, two) < APART for one, two in combinations(places, 2))
    assert near or apart(places) == places


def test_a_network_without_points_has_no_map(network):
    made = network({"spaces/base/space.md": SPACE.replace("location: {lat: 45.5, lon: 9.2}\n", "")})
    assert city_map(made, "it") is None


def test_the_map_data_names_every_space_in_the_pages_language(sample):
    files = published(sample, map_data)
    found = json.loads(files["en/spaces/spaces.geojson"])["features"]
    assert {each["id"]: each["properties"]["url"] for each in found} == {
        space.slug: f"https://rete.example.org/en/spaces/{space.slug}/" for space in sample.spaces
    }


def test_the_map_data_of_areas_are_closed_rings(sample):
    found = json.loads(published(sample, map_data)["quartieri/areas.geojson"])["features"]
    rings = [ring for each in found for polygon in each["geometry"]["coordinates"] for ring in polygon]
    assert [ring for ring in rings if ring[0] != ring[-1]] == []


def test_without_leaflet_the_map_offers_no_map_that_moves(network):
    made = network()
    assert (list(leaflet(made)), city_map(made, "it").live) == ([], None)


# Hours for the browser


def test_the_browser_is_handed_declared_days_and_no_others(network):
    made = network({"spaces/base/space.md": SPACE.replace("run_by", "hours: {mon: 18:00-01:00, tue: closed}\nrun_by")})
    told = open_now(made, made.spaces[0].fields.hours, (), "it")
    assert (json.loads(told.hours), told.zone) == ({"mon": [["18:00", "01:00"]], "tue": []}, "Europe/Rome")


def test_a_place_without_hours_says_nothing_of_being_open(with_event):
    made = with_event("starts: 2026-11-28 18:00")
    assert open_now(made, made.spaces[0].fields.hours, (), "it") is None
