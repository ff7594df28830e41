"""Posters of tours, read back by poppler: stops, title, tags, language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from poppler import facts, needs_poppler, poppler
from small_networks import REPOSITORY, event_file, project_file

from circuito.model.network import Network
from circuito.model.things import Project
from circuito.outputs import File
from circuito.outputs.projects import project_page
from circuito.outputs.tour_links import TOUR_POSTERS, TOURS, poster_links, stops
from circuito.outputs.tour_pages import tour_page
from circuito.outputs.tour_posters import tour_data, tour_files, tour_posters
from circuito.outputs.typesetting import typeset


@pytest.fixture(scope="session")
def posted(sample: Network) -> Network:
    """The sample network, which publishes tours and their posters."""
    return replace(sample, theme=str(REPOSITORY / "theme"), outputs=(TOURS, TOUR_POSTERS))


@pytest.fixture(scope="session")
def lettere(posted: Network) -> Project:
    return next(each for each in posted.projects if each.slug == "lettere-dal-cortile")


@pytest.fixture
def touring(network: Callable[..., Network]) -> Callable[..., Network]:
    """Makes a network with one project and some events of it: the lines of each."""

    def made(*events: str) -> Network:
        files = {"content/projects/lettere/project.md": project_file()}
        for number, lines in enumerate(events):
            files[f"events/base/data-{number}.md"] = event_file("project: lettere", *lines.split("|"))
        return replace(network(files), theme=str(REPOSITORY / "theme"), outputs=(TOURS, TOUR_POSTERS))

    return made


def by_path(network: Network) -> dict[str, File]:
    return {file.path: file for file in tour_posters(network)}


# Which tours have one


def test_a_tour_has_its_poster_and_one_in_large_print_in_every_language(touring):
    made = touring("starts: 2026-12-05 18:00", "starts: 2026-12-12 18:00")
    assert sorted(by_path(made)) == [
        "en/projects/lettere/tour/poster-large.pdf",
        "en/projects/lettere/tour/poster.pdf",
        "progetti/lettere/giro/poster-large.pdf",
        "progetti/lettere/giro/poster.pdf",
    ]


def test_one_stop_is_no_tour(touring):
    assert by_path(touring("starts: 2026-12-05 18:00")) == {}


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_what_is_called_off_is_no_stop(touring, status):
    assert by_path(touring("starts: 2026-12-05 18:00", f"starts: 2026-12-12 18:00|status: {status}")) == {}


def test_what_is_over_is_no_stop(touring):
    assert by_path(touring("starts: 2026-11-20 18:00", "starts: 2026-12-12 18:00")) == {}


def test_an_event_that_repeats_is_one_stop_with_its_further_dates(touring):
    made = touring("starts: 2026-12-07 18:00|every: week|until: 2026-12-21", "starts: 2026-12-12 18:00")
    told = tour_data(made, made.projects[0], "en")["stops"]
    assert [(each["day"]["text"], each["then"]["text"]) for each in told] == [
        ("Monday 7 December", "Then: Mon 14 Dec, Mon 21 Dec"),
        ("Saturday 12 December", ""),
    ]


def test_every_tour_of_the_sample_with_two_stops_has_a_poster(posted):
    slugs = {path.split("/")[1] for path in by_path(posted) if path.startswith("progetti/")}
    assert slugs == {each.slug for each in posted.projects if len(stops(posted, each)) > 1}


# What it says


@needs_poppler
@pytest.mark.parametrize("name", ["poster.pdf", "poster-large.pdf"])
def test_a_poster_is_a_tagged_pdf_in_a4_with_title_and_language(posted, name):
    content = by_path(posted)[f"ar/projects/lettere-dal-cortile/tour/{name}"].make()
    told = facts(content)
    size = told["Page size"].rpartition("(")[2].rstrip(")")
    assert (told["Title"], told["Tagged"], size) == ("رسائل من الفناء", "yes", "A4")
    declared = re.findall(rb"/Catalog[^>]*/Lang\((\w+)\)", content), re.findall(rb"pdfuaid:part>(\d)<", content)
    assert declared == ([b"ar"], [b"1"])


@needs_poppler
@pytest.mark.parametrize("name", ["poster.pdf", "poster-large.pdf"])
def test_a_poster_tells_day_hour_space_neighbourhood_and_price_of_every_stop(posted, name):
    content = by_path(posted)[f"progetti/lettere-dal-cortile/giro/{name}"].make()
    said = " ".join(poppler("pdftotext", content).split())
    wanted = (
        "Lettere dal cortile", "Due attori leggono", "Cortile Aperto", "4 fermate",
        "giovedì 3 dicembre", "19:30", "Portineria del Melograno", "Corvetto", "via dei Melograni 7", "Gratis",
        "sabato 5 dicembre", "20:30", "Teatro delle Caldaie", "Bovisa", "10 € / 5 €", "Senza gradini",
        "sabato 12 dicembre", "Casa Nove Lingue", "San Siro",
        "venerdì 5 febbraio", "Bottega dei Servizi", "Gorla", "Offerta libera",
    )  # fmt: skip
    assert [each for each in wanted if each not in said] == []


@needs_poppler
@pytest.mark.parametrize(("template", "number"), [("tour", 9), ("tour", 40), ("tour-large", 40)])
def test_a_long_tour_loses_no_stop(posted, lettere, template, number):
    data = tour_data(posted, lettere, "it")
    data["stops"] = [
        each | {"place": {"text": f"Posto{n}"} | LATIN} for n, each in enumerate((data["stops"] * 20)[:number])
    ]
    said = poppler("pdftotext", typeset(posted, template, data, tour_files(posted, lettere, "it")))
    assert re.findall(r"Posto\d+", said) == [f"Posto{n}" for n in range(number)]


LATIN = {"lang": "it", "dir": "ltr"}


@needs_poppler
def test_each_stop_is_a_heading(posted):
    content = by_path(posted)["progetti/il-lupo-abita-al-terzo/giro/poster.pdf"].make()
    headings = re.findall(r"^ *(H\d) ", poppler("pdfinfo", content, "-struct-text"), re.M)
    assert headings == ["H1", "H2", "H2", "H2"]


def test_the_code_leads_to_the_page_of_the_tour_or_of_the_project_where_there_is_none(posted, touring):
    lettere = next(each for each in posted.projects if each.slug == "lettere-dal-cortile")
    without = touring("starts: 2026-12-05 18:00", "starts: 2026-12-12 18:00")
    assert [tour_data(posted, lettere, "en")["code"], tour_data(without, without.projects[0], "en")["code"]] == [
        "QR code: https://rete.example.org/en/projects/lettere-dal-cortile/tour/",
        "QR code: https://rete.example.org/en/projects/lettere/",
    ]


# Where it is found


def test_the_pages_of_tour_and_project_lead_to_the_posters(posted, lettere):
    wanted = (
        "/en/projects/lettere-dal-cortile/tour/poster.pdf",
        "/en/projects/lettere-dal-cortile/tour/poster-large.pdf",
    )
    pages = (tour_page(posted, lettere, "en"), project_page(posted, lettere, "en"))
    assert [tuple(link.url for link in page.shows["posters"]) for page in pages] == [wanted, wanted]


def test_no_page_leads_to_posters_that_are_not_published(posted, lettere):
    assert poster_links(replace(posted, outputs=(TOURS,)), lettere, "it") == ()


def test_a_poster_is_made_anew_when_one_of_its_stops_changes(touring):
    first, second = "starts: 2026-12-05 18:00", "starts: 2026-12-12 18:00"
    keys = [
        by_path(touring(first, each))["progetti/lettere/giro/poster.pdf"].key
        for each in (second, second + "|status: full")
    ]
    assert len(set(keys)) == 2
