"""An agenda of ours on a page of somebody else's: the element and the page for frames, in Chromium, from afar."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from small_networks import BASE, REPOSITORY, SITE, event_file
from small_networks import written as network_in

from circuito.outputs.subscribing import subscribing
from whole_networks import built, written

HERE = Path(__file__).parent
NOW = "2026-11-22T09:00:00Z"
LARGEST = 6 * 1024
WANTED = ("styles", "scripts", "fonts", "spaces", "not_found", "embedding", "events_json", "for_netlify")
CONF = f"""
from circuito.settings import *

SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG = "Rete di prova", "{SITE}", "Europe/Rome", "it"
AS_OF, SEARCH = "2026-11-22", False
OUTPUTS = [name for name in OUTPUTS if name.rpartition(":")[2] in {WANTED}]
"""
EVENTS = {
    "pane": ("title: Pane", "starts: 2026-11-28 18:00", "ends: 20:00", "room: sala"),
    "coro": (
        "title: Coro",
        "starts: 2026-11-24 21:00",
        "ends: 23:00",
        "every: tuesday",
        "times: 3",
        "changes: [{on: 2026-12-01, status: cancelled}]",
    ),
    "mattina": ("title: Mattina", "starts: 2026-11-22 09:00", "ends: 09:30"),
    "giornata": ("title: <b>Giornata</b>", "starts: 2026-11-22"),
}
TRILINGUAL = BASE["content/network.yaml"].replace("[it, en]", "[it, en, ar]")


def embedding(data: str, attributes: str = "", style: str = "") -> str:
    """A page of somebody else's with the element."""
    return f"""<!doctype html><html lang="it"><title>Altrove</title><style>{style}</style>
<script type="module" src="OURS/theme/circuito-agenda.js"></script>
<circuito-agenda src="OURS/{data}" {attributes}><a href="{SITE}/spazi/base/">Base</a></circuito-agenda>"""


PAGES = {
    "": "<!doctype html><title>Altrove</title>",
    "it": embedding("spazi/base/events.json"),
    "en": embedding("en/spaces/base/events.json"),
    "ar": embedding("ar/spaces/base/events.json"),
    "two": embedding("spazi/base/events.json", 'limit="2"'),
    "styled": embedding("spazi/base/events.json", style="circuito-agenda::part(title) { color: rgb(10, 20, 30) }"),
    "gone": embedding("spazi/base/nothing.json"),
    "broken": embedding("theme/circuito-agenda.js"),
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """What was seen on the pages. Skips where there is no Chromium or no Node.js."""
    browser, node = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("node")
    if browser is None or node is None or not (REPOSITORY / "node_modules" / "puppeteer-core").exists():
        pytest.skip("Chromium, Node.js or puppeteer-core is not installed: apt install chromium, npm ci")
    root = tmp_path_factory.mktemp("embedding")
    files = {**BASE, "content/network.yaml": TRILINGUAL}
    files |= {f"events/base/{name}.md": event_file(*lines) for name, lines in EVENTS.items()}
    for path, content in {**files, "pelicanconf.py": CONF}.items():
        written(root, path, content)
    (root / "node_modules").symlink_to(REPOSITORY / "node_modules")
    assert built(root) == 0
    visits = {name: {"page": name} for name in PAGES if name}
    visits |= {"unscripted": {"page": "it", "scripts": False}, "keys": {"page": "it", "keys": 5}}
    asked = {
        "folder": str(root / "output"),
        "pages": PAGES,
        "visits": visits,
        "frames": ["/spazi/base/riquadro.html", "/spazi/base/"],
        "now": NOW,
        "chromium": browser,
    }
    command = [node, str(HERE / "embedding.mjs")]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: Mapping[str, Any] = json.loads(done.stdout)
    return found


def test_the_element_is_smaller_than_six_kilobytes():
    assert (REPOSITORY / "theme/static/js/circuito-agenda.js").stat().st_size < LARGEST


@pytest.mark.browser
def test_another_site_shows_what_is_not_over_the_next_first(seen):
    assert seen["it"]["titles"] == ["<b>Giornata</b>", "Coro", "Pane", "Coro", "Coro"]
    assert seen["it"]["dates"] == [
        "2026-11-22",
        "2026-11-24T21:00:00+01:00",
        "2026-11-28T18:00:00+01:00",
        "2026-12-01T21:00:00+01:00",
        "2026-12-08T21:00:00+01:00",
    ]


@pytest.mark.browser
def test_another_site_tells_which_date_is_cancelled(seen):
    assert seen["it"]["statuses"] == ["Annullato"]


@pytest.mark.browser
def test_dates_are_told_in_the_language_of_the_data_and_the_zone_of_the_network(seen):
    assert (seen["it"]["told"][1], seen["en"]["told"][1]) == ("mar 24 nov21:00", "Tue, Nov 2409:00 PM")


@pytest.mark.browser
@pytest.mark.parametrize(("lang", "direction"), [("it", "ltr"), ("en", "ltr"), ("ar", "rtl")])
def test_the_agenda_has_its_language_and_direction(seen, lang, direction):
    assert seen[lang]["language"] == [lang, direction]


@pytest.mark.browser
def test_a_limit_leaves_out_what_is_later(seen):
    assert seen["two"]["titles"] == ["<b>Giornata</b>", "Coro"]


@pytest.mark.browser
def test_another_site_styles_the_parts(seen):
    assert seen["styled"]["colour"] == "rgb(10, 20, 30)"


@pytest.mark.browser
@pytest.mark.parametrize("name", ["gone", "broken", "unscripted"])
def test_without_data_or_scripts_the_link_stays(seen, name):
    assert (seen[name]["link"], seen[name]["visible"]) == ("Base", True)


@pytest.mark.browser
def test_the_keyboard_reaches_every_event(seen):
    assert seen["keys"]["reached"] == ["<b>Giornata</b>", "Coro", "Pane", "Coro", "Coro"]


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["it", "en", "ar"])
def test_axe_finds_no_barrier_in_the_element(seen, lang):
    assert seen[lang]["barriers"] == []


@pytest.mark.browser
def test_only_the_page_for_frames_is_shown_in_frames_of_others(seen):
    assert seen["frames"] == ["Base", None]


def test_the_lines_to_copy_name_the_element_the_data_and_the_page_for_frames(tmp_path):
    pages = {page.path: page for page in subscribing(network_in(tmp_path))}
    told = pages["spazi/base/segui/index.html"].shows["subscription"]
    frame = f"{SITE}/spazi/base/riquadro.html"
    assert (told.element, told.frame) == (
        f"""<script type="module" src="{SITE}/theme/circuito-agenda.js"></script>
<circuito-agenda src="{SITE}/spazi/base/events.json"><a href="{SITE}/spazi/base/">Base</a></circuito-agenda>""",
        f'<iframe src="{frame}" title="Base" loading="lazy" width="100%" height="600"></iframe>',
    )
