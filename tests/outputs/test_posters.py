"""Posters, read back by poppler: text, title, tags, language; their code compared with the expected one."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
import segno
from PIL import Image
from poppler import facts, needs_poppler, poppler
from small_networks import REPOSITORY

from circuito.model.network import Network
from circuito.outputs import File
from circuito.outputs.posters import POSTERS, poster_data, poster_path, poster_pictures, posters
from circuito.outputs.typesetting import typeset

ADDRESS = "https://rete.example.org/eventi/base/prova/"


@pytest.fixture
def posted(with_event: Callable[..., Network]) -> Callable[..., Network]:
    """Makes a network of one event with the real theme that publishes posters."""

    def made(*lines: str) -> Network:
        network = with_event("starts: 2026-12-05 18:00", "ends: 20:00", *lines)
        return replace(network, theme=str(REPOSITORY / "theme"), outputs=(POSTERS,))

    return made


def by_path(network: Network) -> dict[str, File]:
    return {file.path: file for file in posters(network)}


def test_an_event_has_its_poster_and_one_in_large_print_in_each_language_in_which_it_is_told(network):
    told = {
        "events/base/prova.md": "---\ntitle: Prova\nsummary: Una prova.\nstarts: 2026-12-05 18:00\n---\n",
        "events/base/prova.en.md": "---\ntitle: Trial\n---\n",
        "events/base/sola.md": "---\ntitle: Sola\nsummary: Una prova.\nstarts: 2026-12-06 18:00\n---\n",
    }
    assert sorted(by_path(network(told))) == [
        "en/events/base/prova/poster-large.pdf",
        "en/events/base/prova/poster.pdf",
        "eventi/base/prova/poster-large.pdf",
        "eventi/base/prova/poster.pdf",
        "eventi/base/sola/poster-large.pdf",
        "eventi/base/sola/poster.pdf",
    ]


def test_readers_of_a_language_in_which_an_event_is_not_told_find_the_poster_in_the_networks_own(posted):
    network = posted()
    assert poster_path(network, network.events[0], "en") == "eventi/base/prova/poster.pdf"
    assert poster_path(network, network.events[0], "en", "poster-large.pdf") == "eventi/base/prova/poster-large.pdf"


def test_there_is_no_poster_of_what_is_over_and_none_where_posters_are_not_published(posted):
    network = posted()
    later = replace(network, today=network.today.replace(year=2027))
    unpublished = replace(network, outputs=())
    assert (poster_path(later, later.events[0], "it"), list(posters(later))) == ("", [])
    assert poster_path(unpublished, unpublished.events[0], "it") == ""


@needs_poppler
@pytest.mark.parametrize("name", ["poster.pdf", "poster-large.pdf"])
def test_a_poster_is_a_tagged_pdf_in_a4_with_title_and_language(posted, name):
    content = by_path(posted("title: Città perché no"))[f"eventi/base/prova/{name}"].make()
    told = facts(content)
    size = told["Page size"].rpartition("(")[2].rstrip(")")
    assert (told["Title"], told["Tagged"], size) == ("Città perché no", "yes", "A4")
    assert (re.findall(rb"/Lang ?\((\w+)\)", content), re.findall(rb"pdfuaid:part>(\d)<", content)) == ([b"it"], [b"1"])


@needs_poppler
@pytest.mark.parametrize("name", ["poster.pdf", "poster-large.pdf"])
def test_a_poster_says_what_one_needs_to_know(posted, name):
    lines = (
        "title: Merenda in cortile",
        "price: {mode: fixed, items: [{label: Intero, amount: 8}]}",
        "registration: {required: true, phone: '02 0000 0000'}",
        "organisers: [alfa, base]",
        "accessibility: {step_free: true}",
        "room: cortile",
    )
    text = " ".join(poppler("pdftotext", by_path(posted(*lines))[f"eventi/base/prova/{name}"].make()).split())
    wanted = (
        "Merenda in cortile", "Una prova.", "sabato", "5 dicembre", "18:00–20:00", "Base", "Cortile",
        "via Prova 1, 20100 Milano", "Intero 8 €", "Serve la prenotazione: 02 0000 0000", "Senza gradini",
        "Organizza: Alfa, Base", "rete.example.org",
    )  # fmt: skip
    assert [each for each in wanted if each not in text] == []


@needs_poppler
def test_what_is_cancelled_says_so_first(posted):
    content = by_path(posted("status: cancelled"))["eventi/base/prova/poster.pdf"].make()
    assert poppler("pdftotext", content).split()[0] == "Annullato"


@needs_poppler
def test_the_title_of_a_poster_is_its_heading(posted):
    content = by_path(posted("title: Merenda"))["eventi/base/prova/poster.pdf"].make()
    headings = re.findall(r"^ *H1 .*\n((?: +\".*\"\n)+)", poppler("pdfinfo", content, "-struct-text"), re.M)
    assert [re.findall(r'"(.*)"', each) for each in headings] == [["Merenda"]]


def test_the_code_leads_to_the_events_page(posted):
    wanted = segno.make(ADDRESS, error="m", micro=False).matrix
    assert modules(posted(), len(wanted)) == [[bool(each) for each in row] for row in wanted]


def modules(network: Network, count: int) -> list[list[bool]]:
    """The modules of the code on a poster, as they are printed: whether each is dark in its middle."""
    data, pictures = (make(network, network.events[0], "it") for make in (poster_data, poster_pictures))
    page = Image.open(io.BytesIO(typeset(network, "poster", data, pictures, "png", 4 * 72))).convert("L")
    step = 4 * 96 / count
    left, top = page.width - 4 * (40 + 96), page.height - 4 * (64 + 96)
    middles = [step * (number + 0.5) for number in range(count)]
    return [[page.getpixel((int(left + x), int(top + y))) < 128 for x in middles] for y in middles]


def test_the_credit_of_a_picture_stands_on_the_poster(posted, tmp_path):
    (tmp_path / "events" / "base").mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (900, 600), "#123f8a").save(tmp_path / "events" / "base" / "foto.png")
    network = posted("pictures:", "  - {file: foto.png, alt: Una foto, credit: Ada Riva}")
    data = poster_data(network, network.events[0], "it")
    credit = network.phrases["it"]("picture.credit", name="Ada Riva", licence="CC BY 4.0")
    assert (data["credit"]["text"], data["alt"]) == (credit, "Una foto")


def test_a_picture_travels_without_where_it_was_taken(posted, tmp_path):
    folder = tmp_path / "events" / "base"
    folder.mkdir(parents=True, exist_ok=True)
    exif = Image.Exif()
    exif[0x010F] = "Macchina segreta"
    Image.new("RGB", (900, 600), "#123f8a").save(folder / "foto.jpg", exif=exif)
    network = posted("pictures:", "  - {file: foto.jpg, alt: Una foto, credit: Ada Riva}")
    content = poster_pictures(network, network.events[0], "it")["picture.svg"]
    assert (b"Macchina" in (folder / "foto.jpg").read_bytes(), b"Macchina" in content) == (True, False)
