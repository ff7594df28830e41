"""Text set by Typst: what it says, in which fonts, and what becomes of characters that no font has."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from small_networks import REPOSITORY

from circuito.model.network import Network
from circuito.outputs.typesetting import font_files, typeset, typesetting_key

TEMPLATE = """#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, date: none)
#set page(width: 200pt, height: 100pt, margin: 10pt)
#set text(font: d.brand.display, lang: "it")
#d.title
"""


@pytest.fixture
def plain(network: Callable[..., Network], tmp_path: Path) -> Network:
    """A network with the repository's fonts and a theme of one template."""
    (tmp_path / "theme" / "print").mkdir(parents=True)
    (tmp_path / "theme" / "print" / "plain.typ").write_text(TEMPLATE)
    (tmp_path / "node_modules").symlink_to(REPOSITORY / "node_modules")
    return replace(network(), theme=str(tmp_path / "theme"))


def test_a_page_is_as_many_pixels_as_it_has_points(plain):
    with Image.open(io.BytesIO(typeset(plain, "plain", {"title": "Ciao"}, form="png"))) as image:
        assert (image.size, image.format) == ((200, 100), "PNG")


@pytest.mark.parametrize("form", ["pdf", "png"])
def test_the_same_data_give_the_same_bytes(plain, form):
    one, other = (typeset(each, "plain", {"title": "Ciao"}, form=form) for each in (plain, replace(plain)))
    assert one == other


def test_a_title_is_never_read_as_markup(plain):
    hostile = '#panic("no") $x$ *a* @b <c> [d] // e'
    drawn = typeset(plain, "plain", {"title": hostile}, form="png")
    assert drawn != typeset(plain, "plain", {"title": ""}, form="png")


def test_a_pdf_declares_that_it_is_accessible(plain):
    content = typeset(plain, "plain", {"title": "Ciao"})
    assert re.findall(rb"pdfuaid:part>(\d)<", content) == [b"1"]


def test_a_character_that_no_font_has_is_left_out_and_said_with_text_and_file(plain, caplog):
    with caplog.at_level(logging.WARNING, "circuito.outputs.typesetting"):
        drawn = typeset(plain, "plain", {"title": "Festa 🎉 in cortile"}, form="png", source="events/base/festa.md")
    assert drawn == typeset(plain, "plain", {"title": "Festa in cortile"}, form="png")
    assert [record.getMessage() for record in caplog.records] == [
        "events/base/festa.md: no font has 🎉, left out of cards and print in: Festa 🎉 in cortile"
    ]


def test_what_is_left_out_of_a_file_is_said_once(plain, caplog):
    with caplog.at_level(logging.WARNING, "circuito.outputs.typesetting"):
        for _ in range(2):
            typeset(plain, "plain", {"title": "Festa 🎉"}, source="events/base/festa.md")
    assert len(caplog.records) == 1


@pytest.mark.parametrize("title", ["è perché città", "مدرسة", "社区厨房"])
def test_accents_arabic_and_chinese_have_their_fonts(plain, title, caplog):
    if not font_files(plain):
        pytest.skip("no fonts for print are installed from npm")
    content = typeset(plain, "plain", {"title": title})
    assert (content.startswith(b"%PDF"), caplog.records) == (True, [])


def test_without_any_installed_font_the_embedded_ones_serve(network, tmp_path):
    (tmp_path / "theme" / "print").mkdir(parents=True)
    (tmp_path / "theme" / "print" / "plain.typ").write_text(TEMPLATE)
    bare = replace(network(), theme=str(tmp_path / "theme"))
    assert (font_files(bare), typeset(bare, "plain", {"title": "è perché"})[:5]) == ([], b"%PDF-")


def test_a_template_that_cannot_work_is_named_with_typsts_own_words(plain):
    (Path(plain.theme) / "print" / "broken.typ").write_text("#nothing-of-this-name")
    with pytest.raises(RuntimeError, match=r"theme/print/broken\.typ: error: unknown variable: nothing-of-this-name"):
        typeset(plain, "broken", {"title": "Ciao"})


def test_another_template_or_brand_is_another_key(plain):
    before = typesetting_key(plain)
    colours = replace(plain.brand.colours, ink="#000001")
    rebranded = replace(plain, brand=replace(plain.brand, colours=colours))
    (Path(plain.theme) / "print" / "plain.typ").write_text(TEMPLATE + "#d.title")
    assert len({before, typesetting_key(rebranded), typesetting_key(replace(plain))}) == 3
