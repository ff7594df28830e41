"""What all pairs teach: the change that opens most rooms, the purchase that opens most projects, what to ask first."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from circuito.circulation.findings import Finding
from circuito.circulation.insight import (
    BUYABLE,
    best_purchases,
    most_asked,
    most_blocking,
    smallest_changes,
)
from circuito.circulation.lending import Lendable
from circuito.circulation.matching import Candidate, matches
from circuito.circulation.needs import Crowd, Needs
from circuito.circulation.offers import Offer, Seats

D = Decimal
SHOW = Candidate(project="show", forms=(Needs(height=D("2.7"), power_kw=D(3), items=("pa",)),))


def room(name: str, height: str | None, power: str | None, pa: bool | None = True) -> Offer:
    return Offer(
        space=name,
        room="sala",
        open=True,
        height=height and D(height),
        power_kw=power and D(power),
        items={} if pa is None else {"pa": pa},
    )


LOW = [room("a", "2.5", "3"), room("b", "2.6", "4"), room("c", "2.5", "3"), room("d", "2.4", "3")]
WEAK = [room("e", "3", "2"), room("f", "2.4", "2"), room("g", None, "3"), room("h", "3", "3", pa=False)]


def test_the_change_that_opens_most_rooms_comes_first_and_says_which():
    first = smallest_changes(SHOW, LOW + WEAK)[0]
    assert (first.rule, first.need, first.to) == ("stage.height", D("2.7"), D("2.40"))
    assert first.opens == (("a", "sala"), ("b", "sala"), ("c", "sala"), ("d", "sala"))


def test_of_two_changes_that_open_as_many_the_smaller_comes_first():
    found = smallest_changes(SHOW, [room("a", "2.5", "3"), room("e", "3", "2")])
    assert [(each.rule, each.to) for each in found] == [("stage.height", D("2.50")), ("power.kw", D(2))]


def test_a_room_with_two_obstacles_is_opened_by_no_single_change():
    assert smallest_changes(SHOW, [room("f", "2.4", "2")]) == []


@pytest.mark.parametrize(("rule", "need"), [("stage.height", "height"), ("power.kw", "power_kw")])
def test_every_room_said_to_open_is_open_after_the_change(rule, need):
    offers = LOW + WEAK
    change = next(each for each in smallest_changes(SHOW, offers) if each.rule == rule)
    eased = replace(SHOW, forms=(replace(SHOW.forms[0], **{need: change.to}),))
    shut = {(each.space, each.room) for each in matches([eased], offers) if each.verdict == "incompatible"}
    assert (change.opens != (), shut & set(change.opens)) == (True, set())


def test_fewer_people_can_be_the_smallest_change():
    crowd = Candidate(project="crowd", forms=(Needs(audience=Crowd(60)),))
    found = smallest_changes(crowd, [Offer(space="a", room="sala", open=True, items={}, seats=Seats(25, None))])
    assert [(each.rule, each.need, each.to) for each in found] == [("capacity.min", 60, 25)]


def test_a_purchase_counts_the_projects_that_it_opens():
    dark = Candidate(project="dark", forms=(Needs(blackout="full"),))
    loud = [Candidate(project=name, forms=(Needs(items=("pa",)),)) for name in ("one", "two")]
    offer = Offer(space="a", room="sala", open=True, items={"pa": False}, blackout="none")
    found = best_purchases(matches([dark, *loud], [offer]))
    assert [(each.rule, each.about, each.projects) for each in found] == [
        ("equip", "pa", ("one", "two")),
        ("blackout", "", ("dark",)),
    ]


def test_a_pair_is_open_after_the_purchase_that_opens_it():
    dark = Candidate(project="dark", forms=(Needs(blackout="full"),))
    offer = Offer(space="a", room="sala", open=True, items={}, blackout="none")
    bought = replace(offer, **BUYABLE[best_purchases(matches([dark], [offer]))[0].rule])
    assert [match.best.findings for match in matches([dark], [bought])] == [(Finding("step_free", "note", "unknown"),)]


def test_what_can_be_borrowed_need_not_be_bought():
    dark = Candidate(project="dark", forms=(Needs(blackout="full"),))
    offer = Offer(space="a", room="sala", open=True, items={}, blackout="none")
    assert best_purchases(matches([dark], [offer], lent={"blackout": (Lendable("b", "tende"),)})) == []


def test_the_most_frequent_obstacle_comes_first():
    assert most_blocking(matches([SHOW], LOW + WEAK)) == [("stage.height", 5), ("power.kw", 2), ("equip.pa", 1)]


def test_questions_count_only_where_an_answer_would_help():
    offers = [room("a", None, "3"), room("b", None, "2"), room("c", "3", None), room("d", None, "3")]
    assert most_asked(matches([SHOW], offers)) == [("stage.height", 2), ("power.kw", 1)]
