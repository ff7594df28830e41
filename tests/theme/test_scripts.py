"""What the site's scripts do in a browser, under the published content policy; and that pages do without them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from whole_networks import REPOSITORY, built, copied, with_real_theme, written

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
WANTED = (
    "styles", "scripts", "home", "events", "spaces", "areas", "themes", "organisations", "projects", "newsroom",
    "search", "a_to_z", "agenda", "not_found", "map_data", "leaflet", "for_netlify", "favicon", "fonts",
)  # fmt: skip
EVENTS = {
    "events/base/pane.md": "---\ntitle: Laboratorio di pane\nsummary: Si fa.\nstarts: 2026-12-05 18:00\n---\n",
    "events/nord/perche.md": "---\ntitle: Il perché delle cose\nsummary: Si chiede.\nstarts: 2026-12-06 18:00\n---\n",
    "events/nord/vendemmia.md": "---\ntitle: Vendemmia\nsummary: Si coglie.\nstarts: 2026-11-01 18:00\n---\n",
}
HOURS = {
    "2026-11-23T09:30:00+01:00": "open 13:00",
    "2026-11-23T12:30:00+01:00": "soon 13:00",
    "2026-11-23T14:00:00+01:00": "opens 15:00",
    "2026-11-24T10:00:00+01:00": "Friday 18:00",
    "2026-11-25T10:00:00+01:00": "",
    "2026-11-28T00:30:00+01:00": "soon 01:00",
    "2026-11-28T09:00:00+01:00": "opens 10:00",
    "2026-11-28T23:30:00+01:00": "open 02:00",
    "2026-11-29T20:00:00+01:00": "tomorrow 09:00",
    "2026-12-07T10:00:00+01:00": "Friday 18:00",
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """What was seen on the small network's site. Skips where there is no Chromium, Node.js or Pagefind."""
    pytest.importorskip("pagefind")
    browser, node = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("node")
    if browser is None or node is None or not (REPOSITORY / "node_modules" / "puppeteer-core").exists():
        pytest.skip("Chromium, Node.js or puppeteer-core is not installed: apt install chromium, npm ci")
    root = with_real_theme(copied(tmp_path_factory.mktemp("scripts") / "rete"))
    conf = (root / "pelicanconf.py").read_text().replace("https://piccola.example/rete", "https://piccola.example")
    conf += f"OUTPUTS = [name for name in OUTPUTS if name.rpartition(':')[2] in {WANTED}]\n"
    written(root, "pelicanconf.py", conf)
    for path, content in EVENTS.items():
        written(root, path, content)
    (root / "node_modules").symlink_to(REPOSITORY / "node_modules")
    assert built(root) == 0
    asked = {"folder": str(root / "output"), "chromium": browser, "moments": list(HOURS)}
    command = [node, str(HERE / "scripts.mjs")]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: Mapping[str, Any] = json.loads(done.stdout)
    return found


def test_the_content_policy_refuses_nothing_that_the_scripts_do(seen: Mapping[str, Any]) -> None:
    assert (seen["refused"], seen["foreign"]) == ([], [])


def test_a_word_is_found_by_its_stem(seen: Mapping[str, Any]) -> None:
    assert "Laboratorio di pane" in seen["stems"]["titles"]


def test_a_word_is_found_without_its_accent(seen: Mapping[str, Any]) -> None:
    assert seen["accents"]["titles"][0] == "Il perché delle cose"


def test_what_is_over_is_found_only_where_it_is_asked_for(seen: Mapping[str, Any]) -> None:
    assert [each["titles"] for each in seen["past"]] == [[], ["Vendemmia"]]


def test_the_address_says_what_is_sifted(seen: Mapping[str, Any]) -> None:
    assert seen["sifted"]["titles"] == ["Portineria Nord"]


def test_the_number_of_results_is_said(seen: Mapping[str, Any]) -> None:
    assert (seen["stems"]["state"], seen["typed"]["live"]) == ("1 risultato per «laboratori»", True)


def test_where_nothing_is_found_there_is_advice(seen: Mapping[str, Any]) -> None:
    assert seen["nothing"]["state"] == "Niente per «zzzzzz». Prova con una parola sola, o togli un filtro."


def test_what_was_asked_is_said_as_text(seen: Mapping[str, Any]) -> None:
    assert "«<img src=x onerror=alert(1)> $& {n}»" in seen["hostile"]["state"]


def test_keys_lead_to_the_field_to_the_results_and_back(seen: Mapping[str, Any]) -> None:
    typed = seen["typed"]
    assert [typed[key] for key in ("down", "back", "emptied")] == ["/eventi/base/pane/", "search-words", ""]


def test_what_is_asked_is_kept_in_the_address(seen: Mapping[str, Any]) -> None:
    assert seen["typed"]["address"] == "?q=laboratori"


def test_kinds_say_how_much_there_is_of_each(seen: Mapping[str, Any]) -> None:
    assert {kind: count for kind, count in seen["typed"]["kinds"].items() if count != "0"} == {"": "1", "event": "1"}


def test_without_its_index_the_search_says_so_and_the_other_ways_stay(seen: Mapping[str, Any]) -> None:
    assert (seen["broken"]["state"].split(".")[0], seen["broken"]["ways"]) == ("La ricerca adesso non risponde", 6)


def test_without_javascript_there_is_no_dead_field_nor_button(seen: Mapping[str, Any]) -> None:
    unscripted = seen["unscripted"]
    assert (unscripted["form"], unscripted["map"]["button"], unscripted["ways"]) == ([False], [False], True)


def test_the_map_that_moves_is_loaded_only_when_it_is_asked_for(seen: Mapping[str, Any]) -> None:
    assert (seen["map"]["before"], len(seen["map"]["stops"])) == (0, seen["unscripted"]["map"]["stops"])


def test_the_map_that_moves_speaks_the_language_of_the_page(seen: Mapping[str, Any]) -> None:
    assert seen["map"]["words"] == ["Close the popup", "Zoom in", "Zoom out"]


def test_escape_closes_a_popup_and_leads_back_to_its_stop(seen: Mapping[str, Any]) -> None:
    assert (seen["map"]["focus"], seen["map"]["popup"]) == (seen["map"]["stops"][0], "/en/spaces/base/")


def test_open_now_is_told_by_the_clocks_of_the_place(seen: Mapping[str, Any]) -> None:
    assert dict(zip(HOURS, seen["hours"], strict=True)) == HOURS


def test_an_address_is_copied_and_the_page_says_so(seen: Mapping[str, Any]) -> None:
    assert (seen["shared"]["said"], seen["shared"]["copied"]) == ("Copied", "https://rete.example/x/")
