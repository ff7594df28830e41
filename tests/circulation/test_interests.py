"""Interests: how far each has come by date, what they settle, and what they keep from others."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import read

from circuito.circulation.interests import committed, expiring, promoted, state_on, stops
from circuito.model.event import EventFields
from circuito.model.interest import InterestFields
from circuito.reading.load import load
from circuito.reading.memory import Memory
from networks.bad_input import STOP, interest, project, stop
from whole_networks import TODAY, replaced, written

CREATED = date(2026, 11, 1)


def fields(state: str, **said: object) -> InterestFields:
    return InterestFields(state=state, created=CREATED, by="Programmazione", **said)


def event(line: str) -> EventFields:
    """The event of a settled date, with one more line."""
    told: EventFields = read(EventFields, f"title: Lettere\nsummary: Una data.\nstarts: 2026-11-20 20:30\n{line}\n")
    return told


@pytest.mark.parametrize(
    ("said", "today", "state"),
    [
        (fields("pencilled", expires=date(2026, 11, 22)), date(2026, 11, 22), "pencilled"),
        (fields("pencilled", expires=date(2026, 11, 22)), date(2026, 11, 23), "expired"),
        (fields("requested", expires=date(2026, 11, 22)), date(2026, 11, 23), "expired"),
        (fields("confirmed", on=date(2026, 11, 22)), date(2026, 11, 22), "confirmed"),
        (fields("confirmed", on=date(2026, 11, 22)), date(2026, 11, 23), "done"),
        (fields("reported", on=date(2026, 11, 22)), date(2026, 11, 23), "reported"),
        (fields("declined", expires=date(2026, 11, 2)), date(2026, 11, 23), "declined"),
        (fields("interested"), date(2030, 1, 1), "interested"),
    ],
)
def test_the_state_of_an_interest_on_a_day(said, today, state):
    assert state_on(said, today) == state


def test_a_cancelled_event_cancels_its_date():
    assert state_on(fields("confirmed", on=date(2026, 12, 1)), TODAY, event("status: cancelled")) == "cancelled"


@pytest.mark.parametrize("state", ["confirmed", "done"])
def test_a_past_date_whose_event_is_reported_is_so_too(state):
    told = event("report: {attendance: 12, counted: counted}")
    assert state_on(fields(state, on=date(2026, 11, 20)), TODAY, told) == "reported"


@given(st.dates(CREATED, date(2027, 12, 31)), st.dates(CREATED, date(2027, 12, 31)))
def test_what_has_expired_stays_so(first, second):
    said = fields("pencilled", expires=date(2027, 2, 1))
    early, late = state_on(said, min(first, second)), state_on(said, max(first, second))
    assert early == "pencilled" or late == "expired"


def settled(root):
    """A network with one settled date."""
    interest(*STOP, state="confirmed")(root)
    stop("base")(root)
    return root


def test_a_settled_date_has_its_room_and_its_event(network):
    loaded = load(str(settled(network)), today=TODAY)
    assert [problem.told("en") for problem in loaded.problems] == []
    found = loaded.network.interests[0]
    assert (found.space.slug, found.project.slug, found.room.slug, found.event.address, found.state) == (
        "base",
        "lettere",
        "sala",
        "base/data",
        "confirmed",
    )


def test_a_settled_date_is_a_stop_with_its_place(network):
    found = load(str(settled(network)), today=TODAY).network.interests_by_project["lettere"]
    assert [(each.space, each.on, each.location is not None) for each in stops(found)] == [
        ("base", date(2026, 12, 18), True)
    ]


def test_the_shares_of_settled_dates_are_committed_in_their_year(network):
    found = load(str(settled(network)), today=TODAY).network.interests
    assert (committed(found, 2026), committed(found, 2027)) == (Decimal(250), Decimal(0))


def test_an_interest_that_is_not_open_any_more_does_not_stop_a_project_from_closing(network):
    interest(state="declined")(network)
    project("surtitles: [en]")(network)
    replaced(network, "content/projects/lettere/project.md", "status: open", "status: archived")
    assert load(str(network), today=TODAY).problems == ()


def test_an_expired_hold_frees_the_day_for_another(network):
    hold = ("room: sala", "on: 2026-12-18", "expires: 2026-11-21")
    interest(*hold, state="pencilled")(network)
    written(
        network,
        "content/projects/altre/project.md",
        (network / "content/projects/lettere/project.md").read_text(),
    )
    later = ("room: sala", "on: 2026-12-18", "expires: 2026-12-10")
    interest(*later, state="pencilled", path="spaces/base/interests/altre.md")(network)
    assert load(str(network), today=TODAY).problems == ()


def test_a_date_that_cannot_be_is_done_all_the_same_with_a_reason(network):
    settled(network)
    interest(*STOP, "despite: Il palco si monta in cortile", state="confirmed")(network)
    project("staging: {min: {height: 3}}")(network)
    replaced(network, "spaces/base/rooms/sala.md", "name: Sala grande", "name: Sala grande\nclear: {height: 2.5}")
    assert load(str(network), today=TODAY).problems == ()


def test_an_interest_is_remembered_as_it_was_read(network):
    settled(network)
    memory = str(network / ".circuito" / "memory")
    first = load(str(network), today=TODAY, memory=Memory(memory, "1"))
    again = load(str(network), today=TODAY, memory=Memory(memory, "1"))
    assert again.network.interests == first.network.interests


def held_twice(network, first_expires: str):
    """Two projects that hold one room on one day, the second as a second hold."""
    text = (network / "content/projects/lettere/project.md").read_text()
    written(network, "content/projects/altre/project.md", text)
    days = ("room: sala", "on: 2026-12-18")
    interest(*days, f"expires: {first_expires}", state="pencilled")(network)
    second = (*days, "expires: 2026-12-10", "hold: 2")
    interest(*second, state="pencilled", path="spaces/base/interests/altre.md")(network)
    loaded = load(str(network), today=TODAY)
    assert [problem.told("en") for problem in loaded.problems] == []
    return loaded.network.interests


def test_a_second_hold_waits_while_the_first_holds(network):
    assert promoted(held_twice(network, "2026-12-01")) == ()


def test_a_second_hold_can_become_the_first_once_that_has_expired(network):
    assert [each.project.slug for each in promoted(held_twice(network, "2026-11-21"))] == ["altre"]


def test_what_ends_within_a_week_is_told_in_order(network):
    found = held_twice(network, "2026-11-29")
    assert [each.project.slug for each in expiring(found, TODAY)] == ["lettere"]
    assert [each.project.slug for each in expiring(found, TODAY, 30)] == ["lettere", "altre"]


def test_a_settled_date_of_a_series_stays_right_when_its_day_is_long_past(network):
    interest(*STOP, state="confirmed")(network)
    stop("base")(network)
    replaced(network, "events/base/data.md", "project: lettere", "project: lettere\nevery: month\nuntil: 2027-12-18")
    assert [load(str(network), today=day).problems for day in (TODAY, date(2027, 6, 1))] == [(), ()]
