"""Reports: refused where they tell of no room or of no fact of one, and what they teach until it is taken over."""

from __future__ import annotations

import pytest
from sheets import read

from circuito.circulation.reporting import field_names, report_problems, value_at
from circuito.model.event import EventFields
from circuito.model.room import RoomFields

EVENT = "title: Lettere\nsummary: Una data.\nstarts: 2026-11-20 20:30\n"
ROOM = "name: Sala\noutdoor: false\nlayouts: [end-on, round]\naccess: {steps: 3, load_in_door: {w: 0.90, h: 2}}\n"


def problems(correction: str, room: str = "room: sala\n") -> list[str]:
    """The codes of what is wrong in a correction."""
    report = f"report: {{attendance: 12, counted: counted, corrections: [{correction}]}}\n"
    return [each.code for each in report_problems(read(EventFields, EVENT + room + report), "a.md")]


def test_a_correction_names_a_field_as_the_file_of_a_room_does():
    assert problems("{field: access.load_in_door.w, now: '0.8'}") == []


@pytest.mark.parametrize("name", ["acess.steps", "access", "load_in_door.w", "pictures.alt"])
def test_a_field_that_rooms_do_not_have_is_refused(name):
    assert problems(f"{{field: {name}, now: '1'}}") == ["correction-field"]


def test_a_correction_of_no_room_is_refused():
    assert problems("{field: access.steps, now: '4'}", room="") == ["correction-without-room"]


def test_a_correction_may_say_which_room_it_is():
    assert problems("{field: access.steps, now: '4', room: sala}", room="") == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("access.load_in_door.w", "0.90"),
        ("access.steps", "3"),
        ("outdoor", "false"),
        ("layouts", "end-on, round"),
        ("power.kw", None),
        ("equipment.projector", None),
    ],
)
def test_a_fact_of_a_room_is_read_as_it_is_written(name, value):
    assert value_at(read(RoomFields, ROOM), name) == value


def test_every_fact_of_a_room_has_a_name():
    names = field_names(RoomFields)
    assert len(set(names)) == len(names)
    assert {"clear.min_height_under_beams", "equipment.projector", "technician"} <= set(names)
