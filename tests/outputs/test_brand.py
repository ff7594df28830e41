"""Icons, marks, badges, the zip and the manual: read back with each format's own reader."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import html5lib
import pytest
from msgspec import Struct, structs
from PIL import Image
from small_networks import REPOSITORY, event_file, keys, published

from circuito.model.network import Network
from circuito.outputs import Page
from circuito.outputs.brand import manual
from circuito.outputs.brand_files import badge, kit, kit_files, marks, signature
from circuito.outputs.icons import icons
from circuito.outputs.marks import space_svg

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="#123456" d="M4 4h56v56h-56z"/></svg>\n'
SVG = "{http://www.w3.org/2000/svg}"
Make = Callable[..., Network]


@pytest.fixture
def drawn(network: Make) -> Make:
    """Makes a network with the theme, and so with the templates for what is drawn."""
    return lambda *given, **asked: replace(network(*given, **asked), theme=str(REPOSITORY / "theme"))


def image(content: bytes) -> Image.Image:
    """A picture, read by Pillow."""
    return Image.open(io.BytesIO(content))


def test_the_manifest_names_icons_that_exist_at_their_sizes(drawn: Make) -> None:
    files = published(drawn(), icons)
    told = json.loads(files["site.webmanifest"])
    sizes = {each["src"]: each["sizes"] for each in told["icons"] if each["type"] == "image/png"}
    assert sizes == {src: "{}x{}".format(*image(files[src.lstrip("/")]).size) for src in sizes}
    assert {each["purpose"] for each in told["icons"] if "purpose" in each} == {"any", "maskable"}


def test_the_manifest_says_the_name_in_the_networks_language(drawn: Make) -> None:
    told = json.loads(published(drawn(), icons)["site.webmanifest"])
    kept = {key: told[key] for key in ("name", "lang", "dir", "start_url", "display")}
    assert kept == {"name": "Rete di prova", "lang": "it", "dir": "ltr", "start_url": "/", "display": "minimal-ui"}


def test_the_icon_file_holds_sixteen_and_thirty_two_pixels(drawn: Make) -> None:
    assert image(published(drawn(), icons)["favicon.ico"]).info["sizes"] == {(16, 16), (32, 32)}


def test_the_icon_of_tabs_is_drawn_in_both_themes_colours(drawn: Make) -> None:
    network = drawn()
    root = ElementTree.fromstring(published(network, icons)["favicon.svg"])
    style = root.find(f"{SVG}style")
    assert style is not None
    assert style.text is not None
    light, dark = style.text.split("@media(prefers-color-scheme:dark)")
    assert network.brand.colours.accent in light
    assert network.brand.dark.accent in dark
    assert [each.get("stroke") for each in root.findall(f"{SVG}path")] == ["var(--accent)", "var(--ink)"]


def test_icons_for_home_screens_have_a_ground_and_marks_have_none(drawn: Make) -> None:
    files = published(drawn(), icons, marks)
    assert image(files["apple-touch-icon.png"]).convert("RGBA").getpixel((0, 0)) == (255, 255, 255, 255)
    assert image(files["brand/logo.png"]).convert("RGBA").getpixel((0, 0)) == (0, 0, 0, 0)


def test_every_space_has_its_mark_in_four_colourings_and_a_badge_in_every_language(drawn: Make) -> None:
    paths = [path.removeprefix("brand/") for path in published(drawn(), marks)]
    assert paths == [
        *(f"logo{ending}" for ending in (".svg", "-dark.svg", "-black.svg", "-white.svg", ".png")),
        *(f"marks/base{ending}" for ending in (".svg", "-dark.svg", "-black.svg", "-white.svg", ".png")),
        *(f"badges/base.{ending}" for ending in ("it.svg", "it.png", "en.svg", "en.png")),
        "signature.it.htm",
        "signature.en.htm",
    ]


def test_the_words_of_a_badge_are_outlines_and_said_in_its_title(drawn: Make) -> None:
    network = drawn()
    root = ElementTree.fromstring(badge(network, network.spaces[0], "en"))
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text == "Base: is part of Rete di prova"
    assert [each for each in root.iter() if each.tag in (f"{SVG}text", f"{SVG}image", f"{SVG}style")] == []


def test_a_badge_as_pixels_is_twice_its_drawing(drawn: Make) -> None:
    files = published(drawn(), marks)
    width = float(ElementTree.fromstring(files["brand/badges/base.it.svg"]).get("width", "0"))
    assert image(files["brand/badges/base.it.png"]).size == (round(2 * width), 192)


def test_the_zip_holds_the_published_files_in_order_and_no_date(drawn: Make) -> None:
    network = drawn()
    files = published(network, marks, kit)
    with ZipFile(io.BytesIO(files.pop("brand/brand.zip"))) as archive:
        entries = archive.infolist()
        held = {each.filename: archive.read(each) for each in entries}
    assert [each.filename for each in entries] == sorted(each.filename for each in entries)
    assert {each.date_time for each in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert held.pop("brand/README.txt").decode().splitlines()[0] == "Rete di prova"
    assert held == files


def test_two_builds_give_the_same_bytes(drawn: Make) -> None:
    assert published(drawn(), icons, marks, kit) == published(drawn(), icons, marks, kit)


def test_an_event_is_no_part_of_what_the_brand_is_made_from(drawn: Make) -> None:
    before = keys(drawn(), icons, marks, kit)
    event = {"events/base/prova.md": event_file("starts: 2026-11-28 18:00")}
    assert keys(drawn(event), icons, marks, kit) == before


def test_every_file_in_colours_is_made_anew_with_another_accent_or_line(drawn: Make) -> None:
    network = drawn()
    brand = network.brand
    other = replace(brand, colours=replace(brand.colours, accent="#005f73", ink="#010203"), lines=("#005f73",))
    before, after = (keys(each, icons, marks, kit) for each in (network, replace(network, brand=other)))
    in_one = {path for path in before if path.endswith(("-black.svg", "-white.svg", "-dark.svg"))}
    assert {path for path in before if before[path] == after[path]} == in_one | {"site.webmanifest"}


def test_the_signature_is_a_whole_letter_with_the_networks_name_and_address(drawn: Make) -> None:
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(signature(drawn(), "it"))
    assert [each.text for each in document.iter("strong")] == ["Nome e cognome", "Rete di prova"]
    assert [each.get("href") for each in document.iter("a")] == ["https://rete.example.org/"]
    assert [each.get("src") for each in document.iter("img")] == ["https://rete.example.org/brand/logo.png"]


# A logo of its own


def test_a_logo_of_its_own_takes_the_place_of_the_drawn_one(drawn: Make) -> None:
    files = published(drawn({"content/logo.svg": LOGO}), icons, marks)
    logos = {path: files[path].decode() for path in files if path.endswith(("logo.svg", "favicon.svg"))}
    assert logos == {"favicon.svg": LOGO, "brand/logo.svg": LOGO}
    assert image(files["brand/logo.png"]).convert("RGB").getpixel((256, 256)) == (0x12, 0x34, 0x56)


def test_a_logo_of_its_own_leaves_the_marks_of_spaces_as_they_are(drawn: Make) -> None:
    plain, own = drawn(), drawn({"content/logo.svg": LOGO})
    assert space_svg(plain, plain.spaces[0]) == space_svg(own, own.spaces[0])


# The manual


def strings(shown: Any) -> Iterator[str]:
    """Every text in what a page is handed."""
    if isinstance(shown, str):
        yield shown
    elif isinstance(shown, Mapping):
        for inner in shown.values():
            yield from strings(inner)
    elif isinstance(shown, Struct):
        yield from strings(structs.asdict(shown))
    elif isinstance(shown, tuple | list):
        for inner in shown:
            yield from strings(inner)


def page(network: Network, lang: str) -> Page:
    """The manual in a language."""
    return next(each for each in manual(network) if each.lang == lang)


def test_every_file_that_the_manual_offers_is_published(drawn: Make) -> None:
    network = drawn()
    offered = {text for each in manual(network) for text in strings(each.shows) if text.startswith("/brand/")}
    there = {f"/{each.path}" for each in (*marks(network), *kit(network))}
    assert offered - there == set()
    assert there - offered == set()


def test_a_colour_is_told_for_screen_and_print(drawn: Make) -> None:
    light = page(drawn(), "it").shows["light"]
    accent = next(each for each in light if each.name.text == "Accento")
    assert dict(accent.codes) == {"HEX": "#B3122D", "RGB": "179 18 45", "HSL": "350° 82% 39%", "CMYK": "0 90 75 30"}
    assert (accent.contrast, accent.against) == ("6,9", "Carta")


def test_the_manual_of_a_network_without_spaces_is_whole(drawn: Make) -> None:
    empty = replace(drawn(), spaces=())
    assert (page(empty, "it").shows["example"], page(empty, "it").shows["steps"]) == (None, ())


def test_kit_files_are_named_once(drawn: Make) -> None:
    paths = [path for path, _, _ in kit_files(drawn())]
    assert len(paths) == len(set(paths))
