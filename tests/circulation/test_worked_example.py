"""The worked example of `docs/developers/circulation.md`: one project, three rooms, three verdicts with reasons."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from sheets import COMPLETE_SPACE, SEASON, letters, offer, space

from circuito.circulation.lending import Lendable
from circuito.circulation.matching import Candidate, Match, matches
from circuito.circulation.needs import Shares
from circuito.circulation.offers import Offer
from circuito.circulation.telling import Teller
from circuito.publishing.languages import phrases_of

PHRASES = phrases_of(("it", "en", "ar"), [Path(__file__).parents[2] / "theme" / "phrases"])
SPACES = {"cascina-alfa": "Cascina Alfa", "spazio-beta": "Spazio Beta"}
RESOURCES = {"cascina-alfa/oscuranti": "Oscuranti 6×3 m", "spazio-beta/proiettore": "Proiettore"}
LENT = {
    "blackout": (Lendable("cascina-alfa", "oscuranti", SEASON, SEASON.bit(date(2026, 10, 16))),),
    "projector": (Lendable("spazio-beta", "proiettore", SEASON, SEASON.since(0)),),
}

ROOM = """
name: Sala
clear: {{width: {0}, depth: {1}, height: {2}}}
capacity: {{seated: {3}, legal_max: 200}}
layouts: [end-on]
{4}
blackout: {5}
equipment: {{projector: {6}, pa: true}}
access: {{load_in_door: {{w: {7}, h: 2.1}}, steps: 0, van_stop_m: 5, step_free_stage: {8}}}
accessibility: {{step_free: true}}
availability: [{{days: [thu, fri, sat]}}]
get_in_h_max: {9}
"""


def room(slug: str, budget: int, *facts: object) -> Offer:
    return offer(space(COMPLETE_SPACE.format(name=slug, budget=budget), slug, sala=ROOM.format(*facts)))


PORTINERIA = room("portineria", 300, 4.2, "3.0", 2.8, 35, "power: {kw: 3, phases: 1}", "none", 0, 0.9, "true", 3)
CIRCOLO = room("circolo", 300, 6, 4, 2.5, 90, "power: {kw: 6, phases: 1}", "full", 3000, 1.2, "false", 4)
CASCINA = room("cascina", 100, 8, 6, 5, 150, "power: {phases: 1}", "full", 3000, 2, "true", 6)


def project() -> Candidate:
    """The project, with a host's share of 250 €."""
    share = Shares(Decimal(250), Decimal(250))
    made = letters()
    return replace(made, forms=tuple(replace(form, shares=share) for form in made.forms))


def match(offered: Offer) -> Match:
    return matches([project()], [offered], lent=LENT)[0]


def told(offered: Offer, lang: str) -> tuple[str, ...]:
    return Teller(PHRASES[lang], SPACES, RESOURCES, "{} €".format).sentences(match(offered).best.findings)


@pytest.mark.parametrize(
    ("offered", "verdict"), [(PORTINERIA, "help"), (CIRCOLO, "incompatible"), (CASCINA, "verify")], ids="ABC"
)
def test_the_verdict_is_that_of_the_example_in_the_usual_form(offered, verdict):
    assert (match(offered).verdict, match(offered).best.form) == (verdict, "")


def test_portineria_a_borrows_blackout_and_projector():
    assert told(PORTINERIA, "it") == (
        "Oscuramento: serve completo; nella sala: nessuno. In prestito da Cascina Alfa: Oscuranti 6×3 m (oscuranti), "
        "disponibile il 16/10/2026.",
        "Attrezzatura: proiettore: serve, e la sala non ne ha. In prestito da Spazio Beta: Proiettore (proiettore), "
        "disponibile il 16/10/2026.",
    )


def test_circolo_b_is_too_low_and_its_stage_has_steps():
    assert told(CIRCOLO, "en") == (
        "Height: 2.70 m needed, the room has 2.50 (0.20 m short).",
        "Step-free stage: needed, and the room has none.",
    )


def test_circolo_b_is_told_in_italian_with_commas():
    assert told(CIRCOLO, "it")[0] == "Altezza: servono 2,70 m, la sala ne ha 2,50 (mancano 0,20 m)."


def test_cascina_c_has_to_say_its_power_and_is_150_euro_short():
    assert told(CASCINA, "it") == (
        "Potenza elettrica non dichiarata: chiedere i kW disponibili (ne servono 3).",
        "Quota dello spazio: servono 250.00 €, per data ci sono 100.00 € (mancano 150.00 €). "
        "Il fondo della rete può coprire 150.00 €.",
    )


def test_the_rules_behind_the_reasons_are_named_for_machines():
    assert [[f.identifier for f in match(each).best.findings] for each in (PORTINERIA, CIRCOLO, CASCINA)] == [
        ["blackout", "equip.projector"],
        ["stage.height", "step_free_stage"],
        ["power.kw", "share"],
    ]
