"""Social cards, read back by Pillow, and the meta elements that name them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image
from small_networks import REPOSITORY, event_file

from circuito.commands import main
from circuito.model.network import Network
from circuito.model.office import News, OfficePage
from circuito.outputs import File
from circuito.outputs.card_facts import event_card
from circuito.outputs.cards import FORMATS, card_on_demand, card_path, cards
from circuito.outputs.frame import CARDS, card_address
from circuito.publishing.languages import phrases_of
from whole_networks import built, copied, with_everything

THEME = str(REPOSITORY / "theme")
LONG = "Storie del quartiere raccontate ad alta voce da chi le ha vissute, con caffè e torta di pane di ieri"


@pytest.fixture
def carded(with_event: Callable[..., Network]) -> Callable[..., Network]:
    """Makes a network of one event with the real theme."""
    return lambda *lines, **given: replace(
        with_event("starts: 2026-12-05 18:00", "ends: 20:00", *lines, **given), theme=THEME
    )


def by_path(network: Network) -> dict[str, File]:
    return {file.path: file for file in cards(network)}


def pixels(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def test_every_event_space_and_project_the_home_page_news_and_pages_have_a_card(carded):
    network = carded()
    since = network.events[0].occurrences[0].starts
    news = News(title="Si apre", summary="", html="", lang="it", url="/notizie/si-apre/", published=since)
    page = OfficePage(title="Chi siamo", lang="it", url="/chi-siamo/", slug="chi-siamo")
    assert sorted(by_path(replace(network, news=(news,), pages=(page,)))) == [
        "card.png",
        "chi-siamo/card.png",
        "en/card.png",
        "en/events/base/prova/card.png",
        "en/spaces/base/card.png",
        "eventi/base/prova/card.png",
        "notizie/si-apre/card.png",
        "spazi/base/card.png",
    ]


def test_a_card_is_1200_by_630_of_few_colours_and_small(carded):
    content = by_path(carded(f"title: {LONG}"))["eventi/base/prova/card.png"].make()
    with Image.open(io.BytesIO(content)) as image:
        assert (image.size, image.format, image.mode) == ((1200, 630), "PNG", "P")
    assert len(content) < 60_000


def test_square_and_story_are_made_on_demand(carded):
    network = carded()
    sizes = {form: pixels(card_on_demand(network, "events/base/prova.md", "it", form)).size for form in FORMATS}
    assert sizes == {"card": (1200, 630), "square": (1080, 1080), "story": (1080, 1920)}


def test_a_file_without_a_card_is_refused_by_name(carded):
    with pytest.raises(LookupError, match=r"events/base/altro\.md: neither an event"):
        card_on_demand(carded(), "events/base/altro.md", "it", "story")


def test_what_is_cancelled_has_a_band_in_the_accent_across_the_whole_width(carded):
    network = carded("status: cancelled")
    image = pixels(by_path(network)["eventi/base/prova/card.png"].make())
    accent = tuple(bytes.fromhex(network.brand.colours.accent[1:]))
    assert [image.getpixel((x, 8)) for x in (4, 600, 1196)] == [accent] * 3
    assert event_card(network, network.events[0], "it").status == "cancelled"


def test_a_card_in_a_language_from_right_to_left_is_mirrored(carded):
    network = carded("themes: [cura]")
    fields = replace(network.fields, languages=("it", "en", "ar"))
    arabic = replace(network, fields=fields, phrases=phrases_of(fields.languages, [REPOSITORY / "theme" / "phrases"]))
    ink = tuple(bytes.fromhex(network.brand.colours.ink[1:]))
    stops = {}
    for path in ("eventi/base/prova/card.png", "ar/events/base/prova/card.png"):
        image = pixels(by_path(arabic)[path].make())
        stops[path] = [image.getpixel((x, 400)) == ink for x in (68, 1200 - 68)]
    assert stops == {"eventi/base/prova/card.png": [True, False], "ar/events/base/prova/card.png": [False, True]}


def test_a_picture_fills_the_large_stop(carded, tmp_path):
    (tmp_path / "events" / "base").mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (900, 600), "#123f8a").save(tmp_path / "events" / "base" / "foto.png")
    network = carded("pictures:", "  - {file: foto.png, alt: Una foto, credit: Ada Riva}")
    image = pixels(by_path(network)["eventi/base/prova/card.png"].make())
    assert max(abs(one - other) for one, other in zip(image.getpixel((942, 400)), (0x12, 0x3F, 0x8A), strict=True)) < 8


def test_a_card_is_made_anew_when_what_it_shows_changes_and_not_before(carded):
    def key(*lines: str, **given: object) -> str:
        return by_path(carded(*lines, **given))["eventi/base/prova/card.png"].key

    first = key()
    assert (key() == first, key("title: Altro") == first, key("status: full") == first) == (True, False, False)


def test_a_card_changes_with_the_date_that_it_leads_with_and_not_with_every_day(carded):
    network = carded("every: saturday")

    def key(day: date) -> str:
        return by_path(replace(network, today=day))["eventi/base/prova/card.png"].key

    before, last, after = (key(date(2026, 12, day)) for day in (2, 5, 6))
    assert (before == last, last == after) == (True, False)


def test_pages_name_their_card_only_where_cards_are_published(carded):
    network = carded()
    published = replace(network, outputs=(CARDS,))
    assert card_address(network, "it", "/eventi/base/prova/") == ""
    assert card_address(published, "en", "/en/events/base/prova/") == (
        "https://rete.example.org/en/events/base/prova/card.png"
    )


@pytest.mark.parametrize(("page", "card"), [("index.html", "card.png"), ("a/b/index.html", "a/b/card.png")])
def test_a_card_lies_beside_its_page(page, card):
    assert card_path(page) == card


def test_the_command_draws_the_story_of_an_event(carded, tmp_path, monkeypatch):
    carded()
    settings = 'SITEURL, TIMEZONE, DEFAULT_LANG = "https://rete.example.org", "Europe/Rome", "it"\n'
    (tmp_path / "pelicanconf.py").write_text(f"from circuito.settings import *\n{settings}")
    monkeypatch.chdir(tmp_path)
    code = main(["card", "events/base/prova.md", "--format", "story", "--lang", "en", "--output", "storia.png"])
    assert (code, pixels(Path("storia.png").read_bytes()).size) == (0, (1080, 1920))


def test_an_event_of_long_ago_is_told_with_its_year(network):
    given = network({"events/base/prova.md": event_file("starts: 2026-12-05 18:00")})
    later = replace(given, today=given.today.replace(year=2028))
    event = given.events[0]
    told = [event_card(each, event, "it").facts[0][0].text for each in (given, later)]
    assert told == ["sabato 5 dicembre", "sabato 5 dicembre 2026"]


class Metas(HTMLParser):
    """The meta elements of a page: their content by property or name."""

    def __init__(self) -> None:
        super().__init__()
        self.told: dict[str, str] = {}

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "meta" and "content" in given:
            self.told[given.get("property") or given.get("name")] = given["content"]


def test_a_published_page_names_a_card_that_is_published_too(tmp_path):
    root = with_everything(copied(tmp_path / "rete"))
    outputs = ["circuito.outputs.events:events", CARDS]
    assert built(root, OUTPUTS=outputs, SEARCH=False) == 0
    told = {}
    for page in ("eventi/base/festa/index.html", "notizie/si-apre/index.html"):
        metas = Metas()
        metas.feed((root / "output" / page).read_text())
        card = metas.told["og:image"].removeprefix("https://piccola.example/rete/")
        measures = tuple(int(metas.told[f"og:image:{side}"]) for side in ("width", "height"))
        told[card] = measures == pixels((root / "output" / card).read_bytes()).size
    assert told == {"eventi/base/festa/card.png": True, "notizie/si-apre/card.png": True}
