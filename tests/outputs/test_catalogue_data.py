"""The network as data, read back as JSON."""

from __future__ import annotations

import json
from datetime import date

import pytest
from small_networks import BASE, event_file, keys, published
from test_structured import PROJECT

from circuito.outputs.catalogue_data import catalogue_json, events_json, spaces_json

OUTPUTS = (catalogue_json, spaces_json, events_json)
ABOUT = {
    "name": "Rete di prova",
    "url": "https://rete.example.org/",
    "timezone": "Europe/Rome",
    "demonstration": False,
}
CANCELLED = {"status_text": "Annullato"}
ALFA = {"id": "alfa", "kind": "organisation", "name": "Alfa", "url": "https://rete.example.org/enti/alfa/"}
HOST = {"id": "base", "kind": "space", "name": "Base", "url": "https://rete.example.org/spazi/base/"}


def data(network, path):
    """A file of data."""
    return json.loads(published(network, *OUTPUTS)[path])


def project(*lines: str) -> dict[str, str]:
    """A project with more lines in its head."""
    return {
        "content/projects/lettere/project.md": PROJECT.replace(
            "\n---\n", "\n".join(["", *lines, "---", "**Testo.**", ""])
        )
    }


def test_a_project_has_its_declared_fields(network):
    made = network(
        project(
            "staging: {min: {width: 4, height: 2.70}, outdoor: both}",
            "availability: [{from: 2026-10-01, to: 2026-12-15}]",
        )
    )
    assert data(made, "progetti/catalogue.json") == {
        "version": 1,
        "network": ABOUT,
        "language": "it",
        "projects": [
            {
                "id": "lettere",
                "url": "https://rete.example.org/progetti/lettere/",
                "proposer": ALFA,
                "title": "Lettere",
                "summary": "Due voci leggono.",
                "kind": "show",
                "status": "open",
                "languages": ["it", "ar"],
                "contact": {"email": "progetti@example.org"},
                "cost": {"mode": "free"},
                "audience": {"ages": [8, 99]},
                "duration": {"run_min": 60},
                "staging": {"min": {"width": 4, "height": 2.7}, "outdoor": "both"},
                "availability": [{"from": "2026-10-01", "to": "2026-12-15"}],
                "published": "2026-09-01",
                "html": "<p><strong>Testo.</strong></p>",
            }
        ],
    }


@pytest.mark.parametrize(("status", "told"), [("open", 1), ("full", 1), ("paused", 1), ("archived", 0), ("draft", 0)])
def test_projects_that_no_longer_circulate_are_left_out(network, status, told):
    made = network({path: text.replace("status: open", f"status: {status}") for path, text in project().items()})
    assert len(data(made, "progetti/catalogue.json")["projects"]) == told


def test_a_text_in_another_language_is_named(network):
    made = network({**project(), "content/projects/lettere/project.en.md": "---\ntitle: Letters\n---\n"})
    (told,) = data(made, "en/projects/catalogue.json")["projects"]
    assert (told["title"], told["said_in"]) == ("Letters", {"summary": "it", "html": "it"})


def test_a_space_keeps_to_itself_what_it_can_spend(network):
    hosting = "hosting: {open_to_circulation: true, budget_per_date: 300, budget_year: 2000, wants: [show]}\nkind:"
    made = network({"spaces/base/space.md": BASE["spaces/base/space.md"].replace("kind:", hosting, 1)})
    (told,) = data(made, "spazi/spaces.json")["spaces"]
    assert told["hosting"] == {"open_to_circulation": True, "wants": ["show"]}


def test_a_space_has_its_rooms_hours_and_bodies(network):
    profile = BASE["spaces/base/space.md"].replace(
        "kind:", "hours: {mon: '09:00-13:00, 15:00-24:00', tue: closed}\nkind:", 1
    )
    (told,) = data(network({"spaces/base/space.md": profile}), "spazi/spaces.json")["spaces"]
    assert told == {
        "id": "base",
        "url": "https://rete.example.org/spazi/base/",
        "calendar": "https://rete.example.org/spazi/base/calendar.ics",
        "areas": [],
        "run_by": [ALFA],
        "name": "Base",
        "kind": "portineria",
        "summary": "Uno spazio di prova.",
        "address": {"street": "via Prova 1", "postcode": "20100"},
        "location": {"lat": 45.5, "lon": 9.2, "approximate": False},
        "hours": {"mon": ["09:00-13:00", "15:00-00:00"]},
        "status": "open",
        "rooms": [
            {"id": "cortile", "name": "Cortile", "outdoor": False},
            {"id": "sala", "name": "Sala", "outdoor": False},
        ],
    }


def test_an_event_has_its_coming_dates(network):
    lines = (
        "id: festa",
        "starts: 2026-11-17 18:00",
        "ends: 20:00",
        "every: tuesday",
        "until: 2026-12-01",
        "type: '1.2.4'",
    )
    event = event_file(
        *lines, "changes: [{on: 2026-12-01, status: cancelled}]", "registration: {opens: 2026-11-01 09:00}"
    )
    hours = [(f"{day}T18:00:00+01:00", f"{day}T20:00:00+01:00") for day in ("2026-11-24", "2026-12-01")]
    (told,) = data(network({"events/base/prova.md": event}), "agenda/events.json")["events"]
    assert told == {
        "id": "festa",
        "url": "https://rete.example.org/eventi/base/prova/",
        "calendar": "https://rete.example.org/eventi/base/prova/event.ics",
        "type_name": "Laboratorio",
        "host": HOST,
        "organisers": [HOST],
        "attendance": "offline",
        "place": "Base, via Prova 1, 20100 Milano",
        "dates": [
            {"start": hours[0][0], "end": hours[0][1], "all_day": False, "status": "scheduled"},
            {"start": hours[1][0], "end": hours[1][1], "all_day": False, "status": "cancelled"} | CANCELLED,
        ],
        "title": "Prova",
        "summary": "Una prova.",
        "type": "1.2.4",
        "only_online": False,
        "status": "scheduled",
        "registration": {"required": False, "opens": "2026-11-01T09:00"},
    }


def test_what_is_over_is_left_out(network):
    made = network({"events/base/prova.md": event_file("starts: 2026-11-21 18:00")})
    assert data(made, "agenda/events.json")["events"] == []


def test_data_are_made_anew_when_they_have_changed(network):
    made = network({"events/base/prova.md": event_file("starts: 2026-11-28 18:00")})
    before, contents = keys(made, *OUTPUTS), published(made, *OUTPUTS)
    after = keys(network({"spaces/base/rooms/sala.md": "---\nname: Aula\n---\n"}), *OUTPUTS)
    assert {path for path in before if before[path] == after[path]} == {
        path for path, content in contents.items() if not is_filled(content)
    }


def is_filled(content: bytes) -> bool:
    """Whether a file of data holds anything."""
    told = json.loads(content)
    return any(told.get(things) for things in ("projects", "spaces", "events"))


def test_a_date_that_is_over_makes_the_events_anew(network):
    files = {"events/base/prova.md": event_file("starts: 2026-11-03 18:00", "every: tuesday", "times: 9")}
    monday, tuesday, wednesday = (keys(network(files, today=date(2026, 11, day)), events_json) for day in (23, 24, 25))
    assert (monday == tuesday, tuesday == wednesday) == (True, False)
