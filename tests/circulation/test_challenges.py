"""Challenges: who asks for a day that another holds, and when the holder gives way."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from circuito.circulation.challenges import challenges
from circuito.model.things import Interest
from circuito.reading.load import load
from networks.bad_input import NORTH_INTEREST, PROJECT, ROOM_OF_NORTH, interest
from whole_networks import TODAY, replaced, written

DAY = ("room: sala", "on: 2026-12-18")
ASKED = "history: [{state: requested, on: 2026-11-20, by: Programmazione}]"
SECOND = (*DAY, "expires: 2026-12-15", "hold: 2", "contribution: 100")


def held(root: Path) -> Path:
    """A network in which one space holds the project for a day."""
    interest(*DAY, "expires: 2026-12-10", state="pencilled")(root)
    ROOM_OF_NORTH(root)
    return root


def interests(root: Path, today: date = TODAY) -> tuple[Interest, ...]:
    """The interests of a network, which holds no mistakes."""
    loaded = load(str(root), today=today)
    assert [problem.told("en") for problem in loaded.problems] == []
    return loaded.network.interests


def told(root: Path, days: int | None) -> list[tuple[str, str, date]]:
    """The challenges: who asks, who holds, until when that can be confirmed."""
    found = challenges(interests(root), days)
    return [(each.asked.record.path, each.held.record.path, each.until) for each in found]


HOLDER = "spaces/base/interests/lettere.md"


def test_a_request_elsewhere_challenges_the_first_hold_of_the_project_on_its_day(network):
    interest(*SECOND, ASKED, state="requested", path=NORTH_INTEREST)(held(network))
    assert told(network, None) == [(NORTH_INTEREST, HOLDER, date(2026, 12, 10))]


def test_a_request_for_the_room_challenges_the_first_hold_of_another_project(network):
    written(held(network), "content/projects/altre/project.md", (network / PROJECT).read_text())
    path = "spaces/base/interests/altre.md"
    interest(*SECOND, ASKED, state="requested", path=path)(network)
    assert told(network, None) == [(path, HOLDER, date(2026, 12, 10))]


@pytest.mark.parametrize(("days", "until"), [(10, date(2026, 11, 30)), (30, date(2026, 12, 10))])
def test_a_network_says_how_many_days_a_holder_has_and_never_more_than_the_hold_has(network, days, until):
    interest(*SECOND, ASKED, state="requested", path=NORTH_INTEREST)(held(network))
    assert told(network, days) == [(NORTH_INTEREST, HOLDER, until)]


def test_without_a_history_the_day_on_which_the_request_was_written_counts(network):
    interest(*SECOND, state="requested", path=NORTH_INTEREST)(held(network))
    created = interests(network)[-1].fields.created
    assert told(network, 5) == [(NORTH_INTEREST, HOLDER, created + timedelta(days=5))]


def test_a_second_hold_that_only_waits_challenges_nobody(network):
    interest(*SECOND[:-1], state="pencilled", path=NORTH_INTEREST)(held(network))
    assert told(network, None) == []


def test_a_day_that_is_requested_already_cannot_be_challenged(network):
    interest(*DAY, "expires: 2026-12-10", "contribution: 100", state="requested")(network)
    ROOM_OF_NORTH(network)
    interest(*SECOND, state="requested", path=NORTH_INTEREST)(network)
    assert told(network, None) == []


def test_a_format_is_made_anew_everywhere_so_nobody_is_in_its_way(network):
    interest(*SECOND, state="requested", path=NORTH_INTEREST)(held(network))
    replaced(network, PROJECT, "kind: show", "kind: format")
    assert told(network, None) == []


@pytest.mark.parametrize(
    ("today", "states"),
    [(date(2026, 11, 30), ["requested", "pencilled"]), (date(2026, 12, 1), ["requested", "expired"])],
)
def test_a_holder_that_does_not_answer_in_time_gives_way(network, today, states):
    interest(*SECOND, ASKED, state="requested", path=NORTH_INTEREST)(held(network))
    replaced(network, "content/network.yaml", "city:", "challenge_days: 10\ncity:")
    assert sorted((each.record.path, each.state) for each in interests(network, today)) == sorted(
        zip((NORTH_INTEREST, HOLDER), states, strict=True)
    )


def test_who_gave_way_stands_in_nobodys_way_any_more(network):
    interest(*SECOND, ASKED, state="requested", path=NORTH_INTEREST)(held(network))
    replaced(network, "content/network.yaml", "city:", "challenge_days: 10\ncity:")
    assert challenges(interests(network, date(2026, 12, 1)), 10) == ()
