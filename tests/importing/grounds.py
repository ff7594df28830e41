"""The ground on which pages and tables are read in tests: a space with two rooms, and a network with some words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from circuito.importing.found import Ground
from circuito.model.network import NetworkFields, Term
from circuito.model.place import Address, Location
from circuito.model.space import RoomFields, SpaceCalendar, SpaceFields
from circuito.model.values import Words

NETWORK = NetworkFields(
    name="Rete di prova",
    summary=Words({"": "Una rete."}),
    domain="rete.example.org",
    languages=("it", "en"),
    timezone="Europe/Rome",
    city="Milano",
    country="IT",
    since=date(2026, 1, 1),
    themes=(Term(id="cura", name=Words({"it": "Cura", "en": "Care"})),),
    targets=(Term(id="famiglie", name=Words({"it": "Famiglie", "en": "Families"})),),
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


def ground(**said: Any) -> Ground:
    """What a reader must know, with a source of the space that says some things."""
    return Ground(
        network=NETWORK,
        space="officina",
        fields=SPACE,
        calendar=SpaceCalendar(id="programma", **({"secret": True} | said)),
        zone=ZoneInfo("Europe/Rome"),
        today=date(2026, 11, 22),
        since=date(2026, 10, 23),
        until=date(2028, 5, 20),
        rooms=ROOMS,
    )
