"""Money: the figures of the specification to the cent, and parts that always add up."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import cost

from circuito.circulation.sharing import (
    break_even,
    owed,
    saving,
    split_by_ability,
    split_by_capacity,
    split_equally,
    terms,
)

D = Decimal
TIERS = cost(
    "{mode: tiers, fee_tiers: [{dates: 1, fee: 700}, {dates: 2, fee: 600}, {dates: 4, fee: 520}], once_per_tour: 280,"
    " per_date: 60, host_contribution: {pct: 50, cap: 300, cap_priority_areas: 200}}"
)
MINIMUM = cost("{mode: minimum-or-split, minimum: 250, split_pct: 80}")


TABLE = """
1 700 1040.00 1040 300 740.00  740 200 840.00
2 600  800.00 1600 300 500.00 1000 200 600.00
3 600  753.33 2260 300 453.33 1360 200 553.33
4 520  650.00 2600 300 350.00 1400 200 450.00
5 520  636.00 3180 300 336.00 1680 200 436.00
6 520  626.67 3760 300 326.67 1960 200 426.67
7 520  620.00 4340 300 320.00 2240 200 420.00
8 520  615.00 4920 300 315.00 2520 200 415.00
9 520  611.11 5500 300 311.11 2800 200 411.11
"""


@pytest.mark.parametrize("row", TABLE.strip().splitlines())
def test_the_cost_of_a_date_by_the_number_of_dates(row):
    dates, *amounts = row.split()
    found = terms(TIERS, int(dates))
    assert found is not None
    usual = (found.fee, found.gross, found.tour, found.host(), found.rest(), found.rest_of_tour())
    assert (*usual, found.host(priority=True), found.rest(priority=True)) == tuple(D(each) for each in amounts)


def test_half_of_a_date_in_nine_is_305_56_before_the_cap():
    uncapped = cost(
        "{mode: tiers, fee_tiers: [{dates: 1, fee: 520}], once_per_tour: 280, per_date: 60, "
        "host_contribution: {pct: 50}}"
    )
    assert owed(uncapped, 9) == D("305.56")


def test_travel_is_shared_by_all_dates():
    by_road = cost("{mode: fixed, fee: 100, per_km: 0.5}")
    assert owed(by_road, 3, km=D("64.8")) == D("110.80")


def test_equal_parts_give_the_cent_left_over_to_the_first_by_name():
    assert split_equally(D(2260), ["c", "a", "b"]).parts == {"a": D("753.34"), "b": D("753.33"), "c": D("753.33")}


def test_parts_by_capacity_are_in_proportion_to_seats():
    parts = split_by_capacity(D(2260), {"a": 35, "b": 90, "c": 150}).parts
    assert parts == {"a": D("287.64"), "b": D("739.63"), "c": D("1232.73")}


def test_parts_by_ability_are_capped_and_the_funder_pays_the_rest():
    split = split_by_ability(D(2260), {"a": D(300), "b": D(300), "c": D(200)})
    assert (split.parts, split.funder) == ({"a": D(300), "b": D(300), "c": D(200)}, D(1460))


@pytest.mark.parametrize(("box_office", "due"), [(200, 250), (300, 250), ("312.50", 250), (400, 320)])
def test_a_host_owes_the_minimum_or_its_share_whichever_is_more(box_office, due):
    assert owed(MINIMUM, 1, box_office=D(box_office)) == due


def test_the_minimum_and_the_share_meet_at_312_50():
    assert break_even(MINIMUM) == D("312.50")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("{mode: free}", "0.00"),
        ("{mode: exchange, exchange_offer: Due giorni di sala}", "0.00"),
        ("{mode: fixed, fee: 400, per_date: 60, once_per_tour: 100}", "510.00"),
        ("{mode: box-office-split, split_pct: 80}", "160.00"),
        ("{mode: pay-per-participant, per_person: 5}", "150.00"),
        ("{mode: pay-per-participant, per_person: 5, minimum: 200}", "200.00"),
    ],
)
def test_what_a_host_owes_in_each_mode_with_two_dates_30_people_and_200_euro(text, due):
    assert owed(cost(text), 2, box_office=D(200), people=30) == D(due)


@pytest.mark.parametrize("mode", ["fixed", "tiers", "box-office-split", "minimum-or-split", "pay-per-participant"])
def test_nothing_is_said_of_a_cost_that_is_not_declared(mode):
    assert owed(cost(f"{{mode: {mode}}}"), 1) is None


def test_three_dates_together_save_860_euro():
    assert saving(TIERS, 3) == D(860)


AMOUNTS = st.integers(0, 10**7).map(lambda cents: D(cents) / 100)
HOSTS = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(1, 500), min_size=1, max_size=12)


@given(AMOUNTS, HOSTS)
def test_parts_always_add_up_to_the_total(total, seats):
    by_capacity, equal = split_by_capacity(total, seats), split_equally(total, list(seats))
    ability = split_by_ability(total, {name: D(number) for name, number in seats.items()})
    sums = [sum(split.parts.values(), D(0)) + split.funder for split in (by_capacity, equal, ability)]
    assert sums == [total, total, total]


@given(AMOUNTS, HOSTS)
def test_no_part_is_a_cent_away_from_its_exact_value(total, seats):
    whole = sum(seats.values())
    parts = split_by_capacity(total, seats).parts
    assert [name for name in seats if abs(parts[name] * whole - total * seats[name]) >= whole * D("0.01")] == []
