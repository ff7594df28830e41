"""What spaces lend: named in fixes only where it is free, and never promised twice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import SEASON

from circuito.circulation.findings import Word
from circuito.circulation.lending import Lendable, Lent, Promise, booking_problems, free_days
from circuito.circulation.matching import Candidate, judged, matches, possible_days
from circuito.circulation.needs import Needs, Window
from circuito.circulation.offers import Offer
from circuito.circulation.season import FreeTime
from circuito.model.place import Closure
from circuito.model.resource import Booking, ResourceFields
from circuito.model.tour_terms import ProjectWindow

OCTOBER = [date(2026, 10, day) for day in range(1, 32)]
DARK = Needs(blackout="full", window=Window(sum(SEASON.bit(day) for day in OCTOBER[14:17]), 60))
BRIGHT = Offer(
    space="base", room="sala", open=True, items={}, blackout="none", free=FreeTime(((600, SEASON.since(0)),))
)


def curtains(*days: int, space: str = "alfa") -> Lendable:
    """Curtains that are free on some days of October."""
    return Lendable(space, "tende", SEASON, sum(SEASON.bit(date(2026, 10, day)) for day in days))


def fixes(lent: Lent, needs: Needs = DARK) -> list[tuple[str, str, object]]:
    """What the rule of darkness says of loans: the kind, the space, the day."""
    found = next(each for each in judged(needs, BRIGHT, lent) if each.rule == "blackout")
    said = [(fix.kind, dict(fix.values)) for fix in found.fixes]
    return [(kind, str(values["space"]), values.get("on")) for kind, values in said]


def verdict(lent: Lent) -> str:
    """The verdict of the pair."""
    return matches([Candidate(project="buio", forms=(DARK,))], [BRIGHT], lent=lent)[0].verdict


def test_a_loan_is_named_with_the_first_day_on_which_it_is_free():
    assert fixes({"blackout": (curtains(16, 20),)}) == [("borrow", "alfa", date(2026, 10, 16))]


def test_a_loan_that_is_free_on_other_days_is_busy_and_mends_nothing():
    lent = {"blackout": (curtains(3, 20),)}
    assert (fixes(lent), verdict(lent)) == ([("busy", "alfa", None)], "incompatible")


def test_the_busy_one_of_two_is_not_named():
    assert fixes({"blackout": (curtains(3), curtains(17, space="beta"))}) == [("borrow", "beta", date(2026, 10, 17))]


def test_a_host_borrows_from_itself_first():
    lent = {"blackout": (curtains(16), curtains(16, space="base"))}
    assert [space for _, space, _ in fixes(lent)] == ["base", "alfa"]


def test_a_loan_has_no_day_where_the_room_does_not_say_when_it_is_free():
    found = judged(DARK, Offer(space="base", room="sala", items={}, blackout="none"), {"blackout": (curtains(16),)})
    assert [dict(fix.values) for each in found for fix in each.fixes] == [
        {"item": Word("thing", "blackout"), "space": "alfa", "resource": "alfa/tende"}
    ]


def test_two_loans_that_are_never_free_together_do_not_mend_a_pair():
    needs = Needs(blackout="full", items=("projector",), window=DARK.window)
    offer = Offer(space="base", room="sala", items={"projector": False}, blackout="none", free=BRIGHT.free)
    lent = {"blackout": (curtains(15),), "projector": (Lendable("beta", "luce", SEASON, SEASON.bit(OCTOBER[15])),)}
    found = {each.identifier: [fix.kind for fix in each.fixes] for each in judged(needs, offer, lent) if each.fixes}
    assert found == {"blackout": ["borrow"], "equip.projector": ["busy"]}


def test_possible_days_are_those_on_which_the_loan_is_free():
    lent = {"blackout": (curtains(16, 17, 20),)}
    assert possible_days(DARK, BRIGHT, SEASON, judged(DARK, BRIGHT, lent), lent) == (OCTOBER[15], OCTOBER[16])


@pytest.mark.parametrize(("kilowatts", "kinds"), [("3.0", ["borrow"]), ("2.9", []), (None, [])])
def test_a_battery_is_lent_for_what_it_declares(kilowatts, kinds):
    battery = Lendable("alfa", "batteria", power_kw=Decimal(kilowatts) if kilowatts else None)
    offer = Offer(space="base", room="sala", items={}, power_kw=Decimal(1))
    found = judged(Needs(power_kw=Decimal(3)), offer, {"battery": (battery,)})
    assert [fix.kind for each in found if each.rule == "power.kw" for fix in each.fixes] == kinds


# Days


def resource(**fields: object) -> ResourceFields:
    return ResourceFields(name="Tende", kind="thing", **fields)


def free(fields: ResourceFields, *promised: tuple[int, int, int]) -> list[int]:
    """The days of October on which it is free, given promises: first day, last day, pieces."""
    days = [Promise(date(2026, 10, a), date(2026, 10, b), n, "x.md", ()) for a, b, n in promised]
    return [each.day for each in SEASON.days(free_days(fields, SEASON, days)) if each.month == 10]


def test_windows_closures_and_promises_take_days_away():
    window = ProjectWindow(from_=date(2026, 10, 1), to=date(2026, 10, 9))
    closed = Closure(from_=date(2026, 10, 4), to=date(2026, 10, 5))
    assert free(resource(available=(window,), closed=(closed,)), (7, 8, 1)) == [1, 2, 3, 6, 9]


def test_of_two_pieces_one_is_free_until_both_are_promised():
    window = ProjectWindow(from_=date(2026, 10, 1), to=date(2026, 10, 4))
    assert free(resource(count=2, available=(window,)), (1, 3, 1), (2, 2, 1)) == [1, 3, 4]


@pytest.mark.parametrize("status", ["maintenance", "retired"])
def test_what_is_not_available_is_never_free(status):
    assert free(resource(status=status)) == []


BOOKINGS = st.lists(
    st.builds(
        lambda first, length, count: Booking(
            from_=date(2026, 10, first), to=date(2026, 10, first + length), by="x", count=count
        ),
        st.integers(1, 20),
        st.integers(0, 5),
        st.integers(1, 3),
    ),
    max_size=6,
)


@given(BOOKINGS, st.integers(1, 4))
def test_bookings_are_refused_exactly_where_they_exceed_the_count(bookings, count):
    fields = resource(count=count, bookings=tuple(bookings))
    taken = [sum(each.count for each in bookings if each.from_ <= day <= each.to) for day in OCTOBER]
    assert bool(list(booking_problems(fields, "x.md"))) == any(number > count for number in taken)
