"""The calendar of deadlines, read back."""

from __future__ import annotations

from readers import components
from small_networks import published

from circuito.outputs.deadlines import deadlines


def told(network) -> list[tuple[str, str, str]]:
    """Identifier, start and title of every deadline."""
    found = components(published(network, deadlines)["agenda/deadlines.ics"])
    return [(str(event["UID"]), str(event["DTSTART"].dt), str(event["SUMMARY"])) for event in found]


def test_a_registration_that_closes_on_a_day_is_told_for_that_day(with_event):
    made = with_event("id: prova", "starts: 2026-11-28 18:00", "registration: {closes: 2026-11-25}")
    assert told(made) == [("prova-closes@rete.example.org", "2026-11-25", "Iscrizioni entro oggi: Prova")]


def test_a_registration_that_closes_at_a_time_is_told_in_the_networks_zone(with_event):
    made = with_event("starts: 2026-11-28 18:00", "registration: {closes: 2026-11-25 12:00}")
    assert [starts for _, starts, _ in told(made)] == ["2026-11-25 12:00:00+01:00"]


def test_what_is_cancelled_has_no_deadline(with_event):
    made = with_event("starts: 2026-11-28 18:00", "status: cancelled", "registration: {closes: 2026-11-25}")
    assert told(made) == []


def test_an_event_without_registration_has_no_deadline(with_event):
    assert told(with_event("starts: 2026-11-28 18:00")) == []
