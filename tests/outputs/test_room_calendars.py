"""The calendars of rooms, read back: when a room is taken, and nothing else."""

from __future__ import annotations

import icalendar
import pytest
from small_networks import event_file, keys, project_file, published

from circuito.model.network import Network
from circuito.outputs.room_calendars import room_calendars

HALL = "spazi/base/sale/sala.ics"
PROJECT = project_file("duration: {run_min: 60, sessions: 1}", "logistics: {get_in_h: 2, get_out_h: 1}")
INTEREST = """---
state: confirmed
created: 2026-11-01
by: Programmazione
room: sala
on: 2026-12-18
at: "20:00"
share: 0
event: data
---
"""
DATE = event_file("starts: 2026-12-18 20:00", 'ends: "21:00"', "room: sala", "project: lettere", "title: Segreto")


def taken(network: Network, path: str = HALL) -> list[tuple[str, str]]:
    """When a room is taken, as a reader of calendars finds it."""
    read = icalendar.Calendar.from_ical(published(network, room_calendars)[path])
    return [(str(each["DTSTART"].dt), str(each["DTEND"].dt)) for each in read.walk("VEVENT")]


def test_an_event_takes_its_room(with_event):
    network = with_event("starts: 2026-11-28 18:00", 'ends: "20:00"', "room: sala")
    assert taken(network) == [("2026-11-28 18:00:00+01:00", "2026-11-28 20:00:00+01:00")]


def test_another_room_stays_free(with_event):
    network = with_event("starts: 2026-11-28 18:00", 'ends: "20:00"', "room: sala")
    assert taken(network, "spazi/base/sale/cortile.ics") == []


@pytest.mark.parametrize("status", ["cancelled", "postponed", "moved-online"])
def test_what_does_not_take_place_here_takes_nothing(with_event, status):
    lines = ["starts: 2026-11-28 18:00", 'ends: "20:00"', "room: sala", f"status: {status}"]
    lines += ["online: {url: https://example.org/sala}"] if status == "moved-online" else []
    assert taken(with_event(*lines)) == []


def test_whole_days_are_told_as_days(with_event):
    network = with_event("starts: 2026-11-28", "ends: 2026-11-29", "room: sala")
    assert taken(network) == [("2026-11-28", "2026-11-30")]


def test_stretches_that_touch_are_one(network):
    made = network(
        {
            "events/base/uno.md": event_file("starts: 2026-11-28 18:00", 'ends: "20:00"', "room: sala"),
            "events/base/due.md": event_file("starts: 2026-11-28 20:00", 'ends: "21:00"', "room: sala"),
        }
    )
    assert taken(made) == [("2026-11-28 18:00:00+01:00", "2026-11-28 21:00:00+01:00")]


@pytest.fixture
def touring(network) -> Network:
    """A network with one settled date of a project."""
    return network(
        {
            "content/projects/lettere/project.md": PROJECT,
            "spaces/base/interests/lettere.md": INTEREST,
            "events/base/data.md": DATE,
        }
    )


def test_set_up_and_get_out_of_a_settled_date_count(touring):
    assert taken(touring) == [("2026-12-18 18:00:00+01:00", "2026-12-18 22:00:00+01:00")]


def test_nothing_says_what_is_on(touring):
    made = published(touring, room_calendars)[HALL].decode()
    assert ("Segreto" in made, "Lettere" in made, "SUMMARY:Occupata" in made) == (False, False, True)


def test_taken_times_block_the_calendars_of_those_who_subscribe(touring):
    read = icalendar.Calendar.from_ical(published(touring, room_calendars)[HALL])
    assert [str(each["TRANSP"]) for each in read.walk("VEVENT")] == ["OPAQUE"]


def test_a_calendar_of_a_room_without_events_is_one(network):
    assert icalendar.Calendar.from_ical(published(network({}), room_calendars)[HALL]).walk("VEVENT") == []


def test_a_calendar_stays_as_it_was_on_the_next_day(tmp_path):
    from datetime import date

    from small_networks import written

    files = {"events/base/prova.md": event_file("starts: 2026-11-28 18:00", 'ends: "20:00"', "room: sala")}
    first = keys(written(tmp_path, files, today=date(2026, 11, 22)), room_calendars)
    assert keys(written(tmp_path, files, today=date(2026, 11, 23)), room_calendars) == first


def test_every_language_has_its_word(touring):
    made = published(touring, room_calendars)["en/spaces/base/rooms/sala.ics"].decode()
    assert "SUMMARY:Taken" in made
