"""Whoever knew something under a former name still finds it."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_networks import BASE, event_file, keys, project_file, written

from circuito.model.network import Network
from circuito.outputs import Output, Page
from circuito.outputs.brand_files import marks
from circuito.outputs.calendars import calendars
from circuito.outputs.embedding import embedding
from circuito.outputs.events import events
from circuito.outputs.freshness import freshness
from circuito.outputs.match_pages import hosts_of_projects, projects_for_spaces
from circuito.outputs.projects import projects
from circuito.outputs.questionnaire import questionnaires
from circuito.outputs.room_calendars import room_calendars
from circuito.outputs.spaces import spaces
from circuito.outputs.subscribing import subscribing

PAGES = (
    spaces, events, projects, embedding, freshness, projects_for_spaces, hosts_of_projects, questionnaires, subscribing,
)  # fmt: skip
FORMERLY = "formerly: [prima, poi]"
RENAMED = {
    "spaces/base/space.md": BASE["spaces/base/space.md"].replace("run_by", f"{FORMERLY}\nrun_by"),
    "events/base/festa.md": event_file("starts: 2026-11-28 18:00", "formerly: [ballo]"),
    "content/projects/lettere/project.md": project_file("formerly: [carte]"),
}


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Network:
    """A network whose space had two names before, and whose event and project had one."""
    return written(tmp_path_factory.mktemp("renamed"), RENAMED)


def led(network: Network, *outputs: Output) -> dict[str, str]:
    """Where old addresses lead, by path, in the network's own language."""
    pages = [item for output in outputs for item in output(network) if isinstance(item, Page)]
    redirects = [each for each in pages if each.template == "redirect.html" and each.lang == network.lang]
    return {each.path.removesuffix("index.html"): each.shows["target"] for each in redirects}


def test_every_page_of_a_renamed_space_is_led_to_from_its_former_addresses(renamed: Network) -> None:
    below = ("", "riquadro.html", "da-aggiornare/", "ospitare/", "questionario/", "segui/")
    found = led(renamed, spaces, embedding, freshness, projects_for_spaces, questionnaires, subscribing)
    assert {path: target for path, target in found.items() if path.startswith("spazi/")} == {
        f"spazi/{name}/{page}": f"/spazi/base/{page}" for name in ("prima", "poi") for page in below
    }


def test_an_event_is_led_to_from_each_name_it_and_its_space_had(renamed: Network) -> None:
    old = ("base/ballo", "prima/festa", "prima/ballo", "poi/festa", "poi/ballo")
    assert led(renamed, events) == {f"eventi/{each}/": "/eventi/base/festa/" for each in old}


def test_the_pages_of_a_renamed_project_are_led_to_from_its_former_addresses(renamed: Network) -> None:
    assert led(renamed, projects, hosts_of_projects) == {
        "progetti/carte/": "/progetti/lettere/",
        "progetti/carte/dove/": "/progetti/lettere/dove/",
    }


def test_what_was_never_renamed_leads_nowhere(tmp_path: Path) -> None:
    assert led(written(tmp_path, {"events/base/festa.md": event_file("starts: 2026-11-28")}), *PAGES) == {}


@pytest.mark.parametrize(
    ("output", "old", "now"),
    [
        (calendars, "spazi/prima/calendar.ics", "spazi/base/calendar.ics"),
        (calendars, "progetti/carte/calendar.ics", "progetti/lettere/calendar.ics"),
        (room_calendars, "spazi/poi/sale/sala.ics", "spazi/base/sale/sala.ics"),
        (marks, "brand/badges/prima.en.svg", "brand/badges/base.en.svg"),
        (marks, "brand/marks/poi-dark.svg", "brand/marks/base-dark.svg"),
    ],
)
def test_what_others_subscribe_to_or_show_stands_at_both_addresses(
    renamed: Network, output: Output, old: str, now: str
) -> None:
    made = keys(renamed, output)
    assert made[old] == made[now]


def test_a_renamed_event_in_a_renamed_space_keeps_its_identifier(renamed: Network, tmp_path: Path) -> None:
    first = {
        "spaces/prima/space.md": BASE["spaces/base/space.md"],
        "events/prima/ballo.md": event_file("starts: 2026-11-28 18:00"),
    }
    before = written(tmp_path, first)
    assert {event.id for event in renamed.events} <= {event.id for event in before.events}
