"""Reports: what is wrong in them, what of them everybody may know, and what they teach of rooms."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from ..model.declaration import declared_fields
from ..model.event import EventFields
from ..model.network import Network
from ..model.report import Correction, Report
from ..model.room import RoomFields
from ..model.things import Event, Interest, Room
from ..problems import Problem, Source


class Corrected(NamedTuple):
    """A fact of a room that a report says is another; `had` is what the room's file says, None where it is silent."""

    event: Event
    room: Room
    correction: Correction
    had: str | None


def public_report(event: Event | None) -> Report | None:
    """What everybody may know of how an event went."""
    report = event.fields.report if event else None
    return report if report and report.visibility == "public" else None


def unreported(network: Network) -> list[Interest]:
    """The dates that are over and that nobody has told of, the oldest first."""
    done = [each for each in network.interests if each.state == "done" and each.fields.on]
    return sorted(done, key=lambda each: (each.fields.on or network.today, each.record.path))


# What is wrong


def report_problems(fields: EventFields, path: str) -> Iterator[Problem]:
    """Corrections of a field that rooms do not have, or of no room."""
    for number, each in enumerate(fields.report.corrections if fields.report else ()):
        here = ("report", "corrections", number)
        names = field_names(RoomFields)
        if each.field not in names:
            near = get_close_matches(each.field, names, 1, 0.4)
            values = {"name": each.field, "near": near[0] if near else "clear.height"}
            yield Problem("correction-field", Source(path), values, (*here, "field"))
        if each.room is None and fields.room is None:
            yield Problem("correction-without-room", Source(path), {}, (*here, "field"))


def field_names(declaration: Any, before: str = "") -> list[str]:
    """The names of all facts of a declaration, as they stand in its file: `access.load_in_door.w`."""
    found = []
    for each in declared_fields(declaration):
        name = f"{before}{each.name}"
        whole = each.within and "tuple[" not in str(each.annotation)
        found += field_names(each.within[0], f"{name}.") if whole else [name]
    return found


# What they teach of rooms


def corrected(network: Network) -> Iterator[Corrected]:
    """The corrections that rooms have not taken over yet."""
    for event in network.events:
        for each in event.fields.report.corrections if event.fields.report else ():
            room = event.host.room(each.room) if each.room else event.room
            had = value_at(room.fields, each.field) if room else None
            if room and had != each.now.strip():
                yield Corrected(event, room, each, had)


def value_at(fields: Any, name: str) -> str | None:
    """What a file says in a field, as it would be written; None where it says nothing."""
    value = fields
    for part in name.split("."):
        value = getattr(value, part, None) if value is not None else None
    if value in (None, ()):
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(str(each) for each in value) if isinstance(value, tuple) else str(value)
