"""Matching as a whole: never ready over an unknown, never worse for more, the fast way as the plain one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from operator import itemgetter

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields, replace
from sheets import COMPLETE_SPACE, LETTERS, SEASON, letters, offer, project, space

from circuito.circulation.findings import VERDICTS, verdict_of
from circuito.circulation.lending import Lendable, Lent
from circuito.circulation.matching import (
    Candidate,
    best_rooms,
    candidate,
    in_order,
    judged,
    matches,
    mended_by_variants,
    possible_days,
    questions,
)
from circuito.circulation.needs import Crowd, Needs, Places, Shares, Window
from circuito.circulation.offers import Offer, Purse, Seats, offers_of
from circuito.circulation.rules import RULES
from circuito.circulation.season import FreeTime

METRES = st.integers(0, 40).map(lambda number: Decimal(number) / 10)
MAYBE = {
    "metres": st.none() | METRES.filter(bool),
    "flag": st.none() | st.booleans(),
    "count": st.none() | st.integers(1, 6),
}
LAYOUTS = st.none() | st.frozensets(st.sampled_from(["end-on", "round", "tables"]), min_size=1)
NEEDS = st.builds(
    Needs,
    form=st.just(""),
    hosting=st.just(True),
    width=MAYBE["metres"],
    depth=MAYBE["metres"],
    height=MAYBE["metres"],
    area=st.none() | st.builds(Crowd, st.integers(1, 9), st.just(Decimal(2)), st.just(False)),
    layouts=LAYOUTS,
    outdoor=MAYBE["flag"],
    rake=st.sampled_from([None, True]),
    floor=st.sampled_from([None, "flat", "dance"]),
    audience=st.none() | st.builds(Crowd, st.integers(1, 9), st.none(), st.booleans()),
    audience_max=MAYBE["count"],
    dressing_room=st.sampled_from([None, True]),
    crew=MAYBE["count"],
    power_kw=MAYBE["metres"],
    phases=st.sampled_from([None, 1, 3]),
    blackout=st.sampled_from([None, "partial", "full"]),
    items=st.lists(st.sampled_from(["pa", "projector"]), unique=True).map(tuple),
    excluded=st.just(frozenset({"show"})),
    window=st.none() | st.builds(Window, st.integers(0, 15), st.sampled_from([60, 120])),
    exclusive=st.none(),
    places=st.none() | st.builds(Places, st.integers(0, 3), st.just(3)),
    shares=st.none() | st.builds(Shares, METRES.filter(bool), METRES.filter(bool), st.just(())),
    get_in=MAYBE["metres"],
    steps=st.none() | st.integers(0, 5),
)
OFFERS = st.builds(
    Offer,
    space=st.just("base"),
    room=st.just("sala"),
    open=MAYBE["flag"],
    location=st.none(),
    width=st.none() | METRES,
    depth=st.none() | METRES,
    height=st.none() | METRES,
    area=st.none() | METRES,
    layouts=LAYOUTS,
    outdoor=MAYBE["flag"],
    rake=MAYBE["flag"],
    floor=st.sampled_from([None, "flat", "flat?", "dance", "uneven"]),
    seats=st.none() | st.builds(Seats, st.none() | st.integers(0, 9), st.none() | st.integers(0, 9)),
    legal_most=st.none() | st.integers(0, 6),
    dressing_rooms=st.none() | st.integers(0, 2),
    helpers=st.none() | st.integers(0, 6),
    power_kw=st.none() | METRES,
    phases=st.sampled_from([None, 1, 3]),
    blackout=st.sampled_from([None, "none", "partial", "full"]),
    items=st.dictionaries(st.sampled_from(["pa", "projector"]), st.booleans()),
    excluded=st.none() | st.frozensets(st.sampled_from(["show", "walk"])),
    free=st.none() | st.builds(FreeTime, st.tuples(st.tuples(st.just(60), st.integers(0, 15)))),
    purse=st.none() | st.builds(Purse, METRES, st.booleans()),
    purse_of_year=st.none() | st.builds(Purse, METRES, st.booleans()),
    get_in=st.none() | METRES,
    steps=st.none() | st.integers(0, 5),
)
LENDABLE = st.builds(
    Lendable,
    space=st.sampled_from(["altro", "base"]),
    resource=st.sampled_from(["cassa", "baule"]),
    season=st.just(SEASON),
    days=st.integers(0, 15),
    power_kw=MAYBE["metres"],
)
LENT = st.lists(
    st.tuples(st.sampled_from(["blackout", "pa", "projector", "battery", "ramp"]), LENDABLE),
    unique_by=(itemgetter(0), lambda each: (each[1].space, each[1].resource)),
).map(lambda found: {thing: (each,) for thing, each in found})


def verdict(needs: Needs, offer: Offer, lent: Lent) -> int:
    return VERDICTS.index(verdict_of(judged(needs, offer, lent)))


@given(NEEDS, OFFERS, LENT)
def test_no_pair_is_ready_while_a_stated_need_meets_an_undeclared_value(needs, offer, lent):
    undeclared = [
        rule.id for rule in RULES if rule.weight != "note" and rule.needs(needs) and getattr(offer, rule.have) is None
    ]
    assert not (undeclared and verdict_of(judged(needs, offer, lent)) in ("ready", "help"))


@given(NEEDS, OFFERS, LENT, METRES)
def test_more_of_a_measure_never_worsens_a_verdict(needs, offer, lent, more):
    for name in ("width", "depth", "height", "area", "power_kw", "get_in"):
        if getattr(offer, name) is not None:
            better = replace(offer, **{name: getattr(offer, name) + more})
            assert verdict(needs, better, lent) <= verdict(needs, offer, lent)


@given(NEEDS, OFFERS, LENT)
def test_asking_for_less_never_worsens_a_verdict(needs, offer, lent):
    stated = [each.name for each in fields(Needs) if each.name not in ("form", "hosting", "entrance")]
    for name in stated:
        less = replace(needs, **{name: () if name == "items" else None})
        assert verdict(less, offer, lent) <= verdict(needs, offer, lent)


@given(NEEDS, OFFERS, LENT)
def test_things_that_are_lent_never_worsen_a_verdict(needs, offer, lent):
    assert verdict(needs, offer, lent) <= verdict(needs, offer, {})


@given(st.lists(NEEDS, min_size=1, max_size=4), st.lists(OFFERS, min_size=1, max_size=4), LENT)
def test_all_pairs_at_once_are_judged_as_one_by_one(needs, offers, lent):
    found = matches([Candidate(project=str(n), forms=(each,)) for n, each in enumerate(needs)], offers, lent=lent)
    plain = [tuple(f for f in judged(need, offer, lent) if f.state != "yes") for need in needs for offer in offers]
    assert [match.best.findings for match in found] == plain
    assert [match.verdict for match in found] == [verdict_of(each) for each in plain]


# One project and its rooms

LODGE = "name: Saletta\nclear: {width: 3, depth: 2.6, height: 2.9}\nequipment: {pa: true, projector: 0}\n"
HALL = "name: Sala\nclear: {width: 8, depth: 6, height: 5}\nequipment: {pa: true, projector: 3000}\n"


def test_a_space_that_hosts_nothing_offers_no_room():
    text = COMPLETE_SPACE.format(name="Base", budget=1).replace(
        "open_to_circulation: true", "open_to_circulation: false"
    )
    assert offers_of(space(text, sala=HALL), SEASON) == ()


def test_a_variant_is_judged_on_its_own_and_named():
    room = offer(space(COMPLETE_SPACE.format(name="Base", budget=300), sala=LODGE))
    match = matches([letters()], [room])[0]
    assert [(each.form, each.verdict) for each in match.judgements] == [("", "incompatible"), ("small", "verify")]
    width = match.judgements[0].findings[0]
    assert [fix.values for fix in mended_by_variants(match, width)] == [(("variant", "small"),)]


def test_a_space_is_told_by_its_best_room():
    base = space(COMPLETE_SPACE.format(name="Base", budget=300), saletta=LODGE, sala=HALL)
    found = matches([letters()], offers_of(base, SEASON))
    assert [match.room for match in best_rooms(found)] == ["sala"]


def test_matches_are_ordered_by_verdict_then_score_then_name():
    base = [offer(space(COMPLETE_SPACE.format(name="Base", budget=300), slug, sala=HALL)) for slug in ("b", "a", "c")]
    wishes = {"c": frozenset({("wants", "show")}), "a": frozenset(), "b": frozenset()}
    found = matches([candidate(project(), SEASON, "abc")], base, wishes)
    assert [match.space for match in in_order(found)] == ["c", "a", "b"]


def test_the_questions_of_a_pair_are_what_the_room_does_not_declare():
    room = offer(space(COMPLETE_SPACE.format(name="Base", budget=300), sala=HALL))
    assert [each.rule for each in questions(matches([letters()], [room])[0])] == [
        "layout",
        "step_free_stage",
        "step_free",
        "capacity.min",
        "power.kw",
        "power.phases",
        "blackout",
        "door.w",
        "door.h",
        "steps",
        "van",
        "getin",
        "window",
    ]


def test_the_first_possible_days_keep_windows_weekdays_exceptions_and_closures():
    hall = HALL + 'availability: [{days: [fri, sat]}]\nclosed: [{from: "2026-10-03"}]\n'
    room = offer(space(COMPLETE_SPACE.format(name="Base", budget=300), sala=hall))
    assert possible_days(letters().forms[0], room, SEASON) == (
        date(2026, 10, 2),
        date(2026, 10, 9),
        date(2026, 10, 10),
        date(2026, 10, 16),
        date(2026, 10, 17),
    )


def test_a_project_without_needs_is_ready_where_everything_about_hosting_is_declared():
    text = LETTERS[: LETTERS.index("audience:")] + LETTERS[LETTERS.index("contact:") :] + "cost: {mode: free}\n"
    walk = candidate(project(text.replace("kind: show", "kind: walk")), SEASON, [])
    room = offer(space(COMPLETE_SPACE.format(name="Base", budget=300), sala="name: Sala\n"))
    assert [match.verdict for match in matches([walk], [room])] == ["ready"]
