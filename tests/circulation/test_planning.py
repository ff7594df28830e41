"""From interests in files to a tour with its dates, kilometres and shares."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from msgspec import structs

from circuito.circulation.planning import plan, tour_problem
from circuito.circulation.season import Season
from circuito.model.tour_terms import Pin
from circuito.reading.load import load
from networks.bad_input import interest, project
from whole_networks import TODAY, replaced

SEASON = Season(TODAY, 120)
TERMS = (
    "availability: [{from: 2026-12-01, to: 2026-12-31, weekdays: [fri, sat]}]",
    "tour: {gap_days_max: 6, max_dates: 3}",
)
COST = (
    "mode: tiers\n  fee_tiers: [{dates: 1, fee: 700}, {dates: 2, fee: 600}]\n  once_per_tour: 280\n  per_date: 60\n"
    "  host_contribution: {pct: 50, cap: 300}"
)


@pytest.fixture
def two(network):
    """Two spaces that would host the project in December; one prefers the second week-end, and not its Friday."""
    project(*TERMS)(network)
    replaced(network, "content/projects/lettere/project.md", "mode: free", COST)
    replaced(network, "spaces/nord/space.md", "areas:", "location: {lat: 45.46, lon: 9.19}\nareas:")
    interest("rank: 1")(network)
    wish = ("preferred: [{from: 2026-12-07, to: 2026-12-13}]", "not: [{from: 2026-12-11}]")
    interest(*wish, path="spaces/nord/interests/lettere.md")(network)
    (network / "spaces/nord/rooms").mkdir()
    (network / "spaces/nord/rooms/sala.md").write_text("---\nname: Sala\n---\n")
    loaded = load(str(network), today=TODAY)
    assert [problem.told("en") for problem in loaded.problems] == []
    return loaded.network


def planned(network):
    found = plan(network, network.projects[0], SEASON)
    assert found is not None
    return found


def test_the_tour_has_the_days_that_project_and_hosts_have_in_common(two):
    assert {each.space: each.on for each in planned(two).stations} == {
        "base": date(2026, 12, 11),
        "nord": date(2026, 12, 12),
    }


def test_each_host_pays_its_share_of_a_tour_of_two(two):
    assert [each.share for each in planned(two).stations] == [Decimal(300), Decimal(300)]


def test_the_tour_of_two_saves_what_goes_once(two):
    assert planned(two).saving == Decimal(480)  # 2 × (700 + 60 + 280) − 2 × (600 + 60) − 280


def test_every_split_adds_up_to_the_tour(two):
    found = planned(two)
    sums = {sum(each.parts.values(), Decimal(0)) + each.funder for each in found.splits}
    assert (sums, [each.key for each in found.splits]) == ({Decimal(1600)}, ["equal", "ability"])


def test_a_pinned_date_stays(two):
    pinned = two.projects[0]
    terms = replace(pinned.fields.tour, pins=(Pin(on=date(2026, 12, 19), space="base"),))
    record = structs.replace(pinned.record, fields=replace(pinned.fields, tour=terms))
    found = plan(two, structs.replace(pinned, record=record), SEASON)
    assert {each.space: each.on for each in found.stations} == {"nord": date(2026, 12, 12), "base": date(2026, 12, 19)}


def test_a_first_choice_weighs_two(two):
    problem = tour_problem(two, two.projects[0], two.interests, SEASON)
    assert [(each.name, each.points) for each in problem.hosts] == [("base", 2), ("nord", 0)]


def test_a_host_without_a_point_on_the_map_is_in_no_tour(two):
    lost = [
        structs.replace(
            each,
            space=structs.replace(
                each.space, record=structs.replace(each.space.record, fields=replace(each.space.fields, location=None))
            ),
        )
        if each.space.slug == "nord"
        else each
        for each in two.interests
    ]
    found = planned(replace(two, interests=tuple(lost)))
    assert (found.nowhere, [each.space for each in found.stations]) == (("nord",), ["base"])


def test_a_project_without_interests_has_no_plan(network):
    found = load(str(network), today=TODAY).network
    assert plan(found, found.projects[0], SEASON) is None
