"""Events written as in files; occurrences and problems told in a line each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from circuito.agenda.occurrences import agenda_problems, occurrences
from circuito.model.event import EventFields
from circuito.model.occurrence import Change, Occurrence
from circuito.model.taking_part import Ages, Registration
from circuito.model.times import ReadEnd, ReadMoment

ROME = ZoneInfo("Europe/Rome")
READERS: dict[str, Callable[[Any], Any]] = {
    "starts": ReadMoment().read,
    "to": ReadMoment().read,
    "opens": ReadMoment().read,
    "closes": ReadMoment().read,
    "ends": ReadEnd().read,
    "until": date.fromisoformat,
    "on": date.fromisoformat,
    "every": lambda words: tuple(words.split(", ")),
    "except_": lambda days: tuple(date.fromisoformat(day) for day in days),
    "also": lambda moments: tuple(ReadMoment().read(moment) for moment in moments),
    "changes": lambda changes: tuple(Change(**typed(change)) for change in changes),
    "ages": lambda ages: Ages(**ages),
    "registration": lambda booking: Registration(**typed(booking)),
}


def typed(written: dict[str, Any]) -> dict[str, Any]:
    return {name: READERS[name](value) if name in READERS else value for name, value in written.items()}


def line(occurrence: Occurrence) -> str:
    if occurrence.all_day:
        return f"{occurrence.first_day} to {occurrence.last_day}"
    start = f"{occurrence.starts:%Y-%m-%d %H:%M %z}"
    return f"{start} to {occurrence.ends:%d %H:%M %z}" if occurrence.ends else start


@pytest.fixture(scope="session")
def event() -> Callable[..., EventFields]:
    """Makes an event of values that are written as in its file."""

    def fields(starts: str = "2026-11-03 20:00", **written: Any) -> EventFields:
        return EventFields(title="Prova", summary="Una prova.", **typed({"starts": starts, **written}))

    return fields


@pytest.fixture(scope="session")
def agenda() -> Callable[..., list[str]]:
    """Tells the occurrences of an event in November 2026, or other days, a line each."""

    def lines(fields: EventFields, since: str = "2026-11-01", until: str = "2026-11-30") -> list[str]:
        return [line(each) for each in occurrences(fields, ROME, date.fromisoformat(since), date.fromisoformat(until))]

    return lines


@pytest.fixture(scope="session")
def problems() -> Callable[[EventFields], list[tuple[str | int, ...]]]:
    """Tells the problems of an event: the code of each, then the path of its field."""

    def found(fields: EventFields) -> list[tuple[str | int, ...]]:
        return [(each.code, *each.field) for each in agenda_problems(fields, "events/base/prova.md")]

    return found
