"""Filters and neighbourhoods at once, as readers meet them in Chromium."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from small_networks import REPOSITORY, event_file, written

from circuito.outputs.agenda_filters import filters
from circuito.outputs.agenda_lists import lists
from circuito.outputs.agenda_months import months
from circuito.outputs.home import home
from circuito.publishing.languages import speaking
from circuito.settings import JINJA_ENVIRONMENT

pytestmark = pytest.mark.browser

THEME = REPOSITORY / "theme"
SCRIPTS = {f"/theme/{file.name}": file.read_text("utf-8") for file in (THEME / "static" / "js").glob("*.js")}
SITE = {
    "base": "",
    "names": {"it": "italiano", "en": "inglese", "ar": "arabo"},
    "city": "Milano",
    "name": "Rete",
    "claim": None,
    "summary": {"text": "Una rete.", "lang": ""},
}
BARE = """<!doctype html><html lang="{{ lang }}"><head><link rel="icon" href="data:,"></head>
<body>{% block main %}{% endblock %}{% block scripts %}{% endblock %}</body></html>"""
EVENTS = {
    "events/base/a.md": event_file("title: Gratis", "starts: 2026-11-23 10:00", "price: {mode: free}"),
    "events/base/b.md": event_file("title: Di sera", "starts: 2026-11-24 20:00", "themes: [cura]"),
    "events/base/c.md": event_file(
        "title: Tutto", "starts: 2026-11-25 21:00", "price: {mode: free}", "themes: [cura]", "languages: [en]"
    ),
}

LEFT = "[...document.querySelectorAll('.event-row:not([hidden]) .event-row__title')].map((row) => row.innerText.trim())"
DAYS = "[...document.querySelectorAll('.agenda-day:not([hidden])')].map((each) => each.id)"
WAYS = "[...document.querySelectorAll('.agenda-ways__link')].map((each) => each.getAttribute('href')).slice(0, 3)"
OWN = "[...document.querySelectorAll('.agenda-filter [aria-current]')].map((each) => each.getAttribute('href'))"
COUNTS = """[...document.querySelectorAll('.month-grid__cell')].filter((each) => each.querySelector('a')).map((each) =>
    [each.dataset.day, each.querySelector('.month-grid__found').textContent,
     each.querySelectorAll('.month-grid__coach').length])"""
BOARDS = "[...document.querySelectorAll('[data-area]:not([hidden])')].map((each) => each.dataset.area)"
ASKED = "performance.getEntriesByType('resource').map((each) => new URL(each.name).pathname)"
SEARCH, SAID = "location.search", "document.querySelector('.agenda-filter [role=status]').textContent"
READERS = {
    "narrows": [
        ("open", "/agenda/"),
        ("tell", LEFT),
        ("switch", "Gratis"),
        ("tell", LEFT),
        ("tell", SEARCH),
        ("switch", "Cura"),
        ("tell", LEFT),
        ("tell", SEARCH),
    ],
    "goes back": [
        ("open", "/agenda/"),
        ("switch", "Di sera"),
        ("switch", "Gratis"),
        ("tell", LEFT),
        ("back", None),
        ("tell", LEFT),
        ("back", None),
        ("tell", LEFT),
        ("forward", None),
        ("tell", LEFT),
    ],
    "follows a link": [("open", "/agenda/?gratis=1"), ("tell", LEFT), ("tell", SAID), ("tell", DAYS), ("tell", WAYS)],
    "finds nothing": [
        ("open", "/agenda/gratis/?tema=cura&pubblico=famiglie"),
        ("tell", LEFT),
        ("tell", SAID),
        ("press", ".agenda-filter__reset"),
        ("tell", LEFT),
        ("tell", SEARCH),
    ],
    "leaves a filter": [("open", "/agenda/gratis/?tema=cura"), ("tell", OWN)],
    "looks at a month": [("open", "/agenda/2026-11/?tema=cura"), ("tell", COUNTS)],
    "chooses a neighbourhood": [
        ("open", "/"),
        ("choose", ["#near-area", "barona"]),
        ("tell", BOARDS),
        ("tell", SEARCH),
        ("back", None),
        ("tell", f"{BOARDS}.length"),
    ],
    "stands somewhere": [
        ("open", "/"),
        ("stand", [45.434, 9.153]),
        ("press", ".near-me__find"),
        ("wait", "?quartiere=barona"),
        ("tell", BOARDS),
        ("tell", ASKED),
    ],
}


@pytest.fixture(scope="session")
def told(sample, tmp_path_factory):
    """What each reader was told. Skips where there is no Chromium or no Node.js."""
    browsers = map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))
    browser, node = next(filter(None, browsers), None), shutil.which("node")
    if browser is None or node is None or not (REPOSITORY / "node_modules" / "puppeteer-core").exists():
        pytest.skip("Chromium, Node.js or puppeteer-core is not installed: apt install chromium, npm ci")
    small = written(tmp_path_factory.mktemp("small"), EVENTS)
    pages = printed(small, lists, filters, months) | printed(sample, home)
    asked = {"executable": browser, "pages": pages, "scripts": SCRIPTS, "readers": READERS}
    command = [node, str(Path(__file__).parent / "filtering.mjs")]
    ran = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert {name: each["wrong"] for name, each in found.items() if each["wrong"]} == {}
    return {name: each["told"] for name, each in found.items()}


def printed(network, *outputs):
    """The HTML of the pages that readers open, without the site's frame, by their addresses."""
    opened = {given.partition("?")[0] for steps in READERS.values() for step, given in steps if step == "open"}
    loader = ChoiceLoader([DictLoader({"base.html": BARE}), FileSystemLoader(THEME / "templates")])
    spoken = speaking(Environment(loader=loader, **JINJA_ENVIRONMENT), network.phrases["it"], SITE)
    made = {page.shows["url"]: page for output in outputs for page in output(network)}
    return {each: spoken.get_template(made[each].template).render(made[each].handed) for each in opened & set(made)}


def test_choices_of_different_axes_narrow_and_the_address_says_them(told):
    assert told["narrows"] == [
        ["Gratis", "Di sera", "Tutto"],
        ["Gratis", "Tutto"],
        "?gratis=1",
        ["Tutto"],
        "?gratis=1&tema=cura",
    ]


def test_back_and_forward_undo_and_redo_a_choice(told):
    assert told["goes back"] == [["Tutto"], ["Di sera", "Tutto"], ["Gratis", "Di sera", "Tutto"], ["Di sera", "Tutto"]]


def test_an_address_with_choices_opens_with_them_tells_how_much_is_left_and_carries_them_on(told):
    assert told["follows a link"] == [
        ["Gratis", "Tutto"],
        "2 appuntamenti in questa pagina",
        ["d2026-11-23", "d2026-11-25"],
        ["/agenda/?gratis=1", "/agenda/oggi/?gratis=1", "/agenda/stasera/?gratis=1"],
    ]


def test_where_nothing_is_left_it_is_said_and_can_be_taken_back(told):
    nothing = "Con questi filtri, in questa pagina non ferma niente."
    assert told["finds nothing"] == [[], nothing, ["Gratis", "Tutto"], ""]


def test_the_choice_of_the_page_itself_stays_a_link_that_takes_it_back(told):
    assert told["leaves a filter"] == [["/agenda/?tema=cura"]]


def test_a_months_days_count_what_is_left_of_them(told):
    assert told["looks at a month"] == [[["2026-11-23", "0", 0], ["2026-11-24", "1", 1], ["2026-11-25", "1", 1]]]


def test_one_neighbourhood_alone_is_chosen_and_taken_back(told, sample):
    areas = {area.slug for space in sample.spaces for area in space.areas if area.set == "quartieri"}
    assert told["chooses a neighbourhood"] == [["barona"], "?quartiere=barona", len(areas)]


def test_the_nearest_neighbourhood_is_found_on_a_press_without_any_request(told):
    assert told["stands somewhere"] == [["barona"], ["/theme/near-me.js"]]
