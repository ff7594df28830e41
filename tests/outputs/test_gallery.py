"""The gallery holds every component of the theme in all its states, and nothing in it stands twice under one name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from markupsafe import Markup
from small_networks import REPOSITORY, published

from circuito.model.network import Network
from circuito.outputs import Page
from circuito.outputs.gallery import apart, components_of, gallery

THEME = REPOSITORY / "theme"


@pytest.fixture
def themed(network: Callable[..., Network]) -> Network:
    """A network with the real theme."""
    return replace(network(), theme=str(THEME))


def test_the_gallery_shows_every_component_that_the_theme_has() -> None:
    files = sorted(file.stem for file in (THEME / "templates" / "components").glob("*.html"))
    assert [component.name for component in components_of(THEME)] == files


def test_every_component_says_what_it_is() -> None:
    assert [component.name for component in components_of(THEME) if len(component.about) < 10] == []


def test_there_is_a_page_in_each_language_which_search_engines_leave_out(themed: Network) -> None:
    pages = [item for item in gallery(themed) if isinstance(item, Page)]
    told = [(page.path, page.lang, page.shows["robots"]) for page in pages]
    assert told == [
        ("marchio/componenti/index.html", "it", "noindex"),
        ("en/brand/components/index.html", "en", "noindex"),
    ]


def test_its_sheet_gives_both_themes_their_own_colours(themed: Network) -> None:
    sheet = published(themed, gallery)["theme/gallery.css"].decode()
    light, dark = themed.brand.colours.paper, themed.brand.dark.paper
    told = [line.split("{")[0] + line.split("--brand-paper:")[1][:7] for line in sheet.splitlines()]
    assert told == [f"[data-theme=light]{light}", f"[data-theme=dark]{dark}"]


def test_a_theme_without_examples_has_no_gallery(themed: Network) -> None:
    assert list(gallery(replace(themed, theme=str(THEME / "static")))) == []


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ('<p id="a">', '<p id="a-x">'),
        ('<section aria-labelledby="a b">', '<section aria-labelledby="a-x b-x">'),
        ('<label for="a">', '<label for="a-x">'),
        ('<a href="#a">', '<a href="#a-x">'),
        ('<g fill="url(#a)">', '<g fill="url(#a-x)">'),
        ('<a href="/spazi/#a" data-id="b">', '<a href="/spazi/#a" data-id="b">'),
    ],
)
def test_markup_that_is_set_apart_keeps_its_names_to_itself(markup: str, told: str) -> None:
    assert apart(Markup(markup), "x") == told
