"""Small calendars of our own, and the ground that they are read on: what the tests of the import stand on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from circuito.importing.calendars import read
from circuito.importing.found import Found, Ground, Taken
from circuito.model.network_fields import NetworkFields
from circuito.model.place import Address, Location
from circuito.model.room import RoomFields
from circuito.model.space import SpaceFields
from circuito.model.space_calendar import SpaceCalendar
from circuito.model.terms import Term
from circuito.model.values import Words

TODAY = date(2026, 11, 22)
ROME = ZoneInfo("Europe/Rome")
AT_SIX = "DTSTART;TZID=Europe/Rome:20261205T180000"
NETWORK = NetworkFields(
    name="Rete di prova",
    summary=Words({"": "Una rete."}),
    domain="rete.example.org",
    languages=("it", "en"),
    timezone="Europe/Rome",
    city="Milano",
    country="IT",
    since=date(2026, 1, 1),
    themes=(Term(id="cura", name=Words({"it": "Cura", "en": "Care"})), Term(id="musica", name=Words({"": "Musica"}))),
    targets=(Term(id="famiglie", name=Words({"it": "Famiglie", "en": "Families"})),),
    import_hosts=("calendario.example.org", "*.altrove.example"),
)
SPACE = SpaceFields(
    name="Officina Esempio",
    kind="hub",
    summary="Uno spazio di prova.",
    address=Address(street="via dell'Esempio 12", postcode="20139"),
    location=Location(lat=Decimal("45.44"), lon=Decimal("9.22")),
    run_by=("alfa",),
)
ROOMS = {"sala-grande": RoomFields(name=Words({"": "Sala Grande"})), "cortile": RoomFields(name=Words({"": "Cortile"}))}


def ground(**calendar: Any) -> Ground:
    """What a reader must know, with a calendar of the space that says some things."""
    return Ground(
        network=NETWORK,
        space="officina",
        fields=SPACE,
        calendar=SpaceCalendar(id="programma", **({"secret": True} | calendar)),
        zone=ROME,
        today=TODAY,
        since=date(2026, 10, 23),
        until=date(2028, 5, 20),
        rooms=ROOMS,
    )


def event(*lines: str, uid: str = "UID:1@example.org", title: str = "SUMMARY:Merenda") -> list[str]:
    """One VEVENT with an identifier and a title, unless they are empty."""
    return ["BEGIN:VEVENT", *(line for line in (uid, title) if line), *lines, "END:VEVENT"]


def calendar(*events: list[str], head: tuple[str, ...] = (), end: str = "\r\n") -> bytes:
    """A calendar of some events."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//prova//it",
        *head,
        *(line for each in events for line in each),
    ]
    return (end.join([*lines, "END:VCALENDAR"]) + end).encode()


def taken(*lines: str, head: tuple[str, ...] = (), uid: str = "UID:1@example.org", **said: Any) -> Taken:
    """What is taken of a calendar of one event."""
    return read(calendar(event(*lines, uid=uid), head=head), ground(**said))


def found(*lines: str, head: tuple[str, ...] = (), **said: Any) -> Found:
    """The one event that a calendar of one event gives."""
    made = taken(*lines, head=head, **said)
    assert [each.reason.told("en") for each in made.refused] == []
    [only] = made.found
    return only


def when(*lines: str, head: tuple[str, ...] = (), **said: Any) -> dict[str, Any]:
    """All that the one event of a calendar says of its times."""
    names = ("starts", "ends", "every", "rrule", "until", "times", "except", "also", "changes")
    data = found(*lines, head=head, **said).data
    return {name: data[name] for name in names if name in data}


def codes(*lines: str, head: tuple[str, ...] = (), **said: Any) -> list[str]:
    """The codes of the notes about the one event of a calendar."""
    return [note.code for note in found(*lines, head=head, **said).notes]


def reasons(made: Taken) -> list[str]:
    """The codes of why events were refused."""
    return [each.reason.code for each in made.refused]


def on(day: date) -> Ground:
    """The ground on another day."""
    return replace(ground(), today=day)
