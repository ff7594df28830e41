"""Each rule flips exactly at its threshold, and says unknown of what is not declared; all have all their sentences."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from circuito.circulation.findings import Money
from circuito.circulation.matching import judged
from circuito.circulation.needs import Crowd, Exclusive, Needs, Places, Shares, Stop, Window
from circuito.circulation.offers import Offer, Purse, Seats
from circuito.circulation.rules import RULES
from circuito.circulation.season import WHOLE_DAY, FreeTime, Season
from circuito.circulation.telling import Teller
from circuito.circulation.tours import Reason
from circuito.model.place import Location
from circuito.publishing.languages import phrases_of

LANGUAGES = ("it", "en", "ar")
PHRASES = phrases_of(LANGUAGES, [Path(__file__).parents[2] / "theme" / "phrases"])
D = Decimal
HERE, SEASON = Location(lat=D("45.4642"), lon=D("9.19")), Season(date(2026, 11, 22), 30)
NORTH = Location(lat=D("45.4642") + D("0.026970"), lon=D("9.19"))  # 2.999 km
FURTHER = Location(lat=D("45.4642") + D("0.026990"), lon=D("9.19"))  # 3.001 km
STOPS = (Stop("altrove", SEASON.first + timedelta(days=3), HERE),)
ALL = (1 << 7) - 1

# Rule: what the project needs, what the room has at the threshold, and just beyond it.
THRESHOLDS: dict[str, tuple[dict[str, object], dict[str, object], dict[str, object]]] = {
    "hosting": ({}, {"open": True}, {"open": False}),
    "stage.width": ({"width": D("4")}, {"width": D("4.00")}, {"width": D("3.99")}),
    "stage.depth": ({"depth": D("3")}, {"depth": D("3.00")}, {"depth": D("2.99")}),
    "stage.height": ({"height": D("2.7")}, {"height": D("2.70")}, {"height": D("2.69")}),
    "area.people": ({"area": Crowd(20, D("2.1"))}, {"area": D("42.0")}, {"area": D("41.9")}),
    "layout": (
        {"layouts": frozenset({"round", "tables"})},
        {"layouts": frozenset({"tables"})},
        {"layouts": frozenset({"end-on"})},
    ),
    "outdoor": ({"outdoor": True}, {"outdoor": True}, {"outdoor": False}),
    "rake": ({"rake": True}, {"rake": True}, {"rake": False}),
    "floor": ({"floor": "flat"}, {"floor": "flat"}, {"floor": "uneven"}),
    "hang_points": ({"hang_points": 4}, {"hang_points": 4}, {"hang_points": 3}),
    "step_free_stage": (
        {"stage_without_steps": True},
        {"stage_without_steps": True},
        {"stage_without_steps": False},
    ),
    "step_free": ({}, {"without_steps": True}, {"without_steps": False}),
    "capacity.min": ({"audience": Crowd(30)}, {"seats": Seats(30, None)}, {"seats": Seats(29, None)}),
    "capacity.legal": ({"audience_max": 80}, {"legal_most": 80}, {"legal_most": 79}),
    "dressing_room": ({"dressing_room": True}, {"dressing_rooms": 1}, {"dressing_rooms": 0}),
    "crew": ({"crew": 2}, {"helpers": 2}, {"helpers": 1}),
    "minors": ({"minors": True}, {"minors": True}, {"minors": False}),
    "power.kw": ({"power_kw": D("3")}, {"power_kw": D("3.0")}, {"power_kw": D("2.9")}),
    "power.phases": ({"phases": 3}, {"phases": 3}, {"phases": 1}),
    "blackout": ({"blackout": "partial"}, {"blackout": "partial"}, {"blackout": "none"}),
    "equip": ({"items": ("pa",)}, {"items": {"pa": True}}, {"items": {"pa": False}}),
    "internet": ({"internet": "upload-5"}, {"wifi": 5}, {"wifi": 4}),
    "silence": ({"silence": True}, {"quiet": True}, {"quiet": False}),
    "door.w": ({"door_width": D("0.8")}, {"door_width": D("0.80")}, {"door_width": D("0.79")}),
    "door.h": ({"door_height": D("2")}, {"door_height": D("2.00")}, {"door_height": D("1.99")}),
    "steps": ({"steps": 3}, {"steps": 3}, {"steps": 4}),
    "van": ({"van": True}, {"van_metres": 50}, {"van_metres": 51}),
    "getin": ({"get_in": D("2.5")}, {"get_in": D("2.5")}, {"get_in": D("2.4")}),
    "music.hours": ({"late_music": True}, {"music_until": time(23)}, {"music_until": time(22, 59)}),
    "entertainment": ({"public": True}, {"licensed": True}, {"licensed": False}),
    "flame": ({"flame": True}, {"excluded": frozenset()}, {"excluded": frozenset({"live-flame"})}),
    "haze": ({"haze": True}, {"excluded": frozenset()}, {"excluded": frozenset({"haze"})}),
    "siae": ({"siae": True}, {"siae": True}, {"siae": False}),
    "exclude": (
        {"excluded": frozenset({"show", "strobe"})},
        {"excluded": frozenset({"loud"})},
        {"excluded": frozenset({"strobe"})},
    ),
    "window": (
        {"window": Window(0b0110, 240)},
        {"free": FreeTime(((120, 0b1111), (240, 0b0100)))},
        {"free": FreeTime(((120, 0b1111), (239, 0b0100)))},
    ),
    "radius": ({"exclusive": Exclusive(D(3), 5, ALL, STOPS, SEASON)}, {"location": FURTHER}, {"location": NORTH}),
    "share": (
        {"shares": Shares(D(250), D(200))},
        {"purse": Purse(D(250), False)},
        {"purse": Purse(D("249.99"), False)},
    ),
    "budget_year": (
        {"shares": Shares(D(250), D(200))},
        {"purse_of_year": Purse(D(250), False)},
        {"purse_of_year": Purse(D(249), False)},
    ),
}


def answers(rule: str, needs: dict[str, object], offers: dict[str, object]) -> list[str]:
    """What one rule answers, in a room that declares nothing else."""
    offer = Offer(space="base", room="sala", **{"items": {}, **offers})
    return [each.state for each in judged(Needs(**needs), offer) if each.rule == rule]


def test_every_rule_has_its_threshold_here_but_the_one_of_the_project_alone():
    assert {rule.id for rule in RULES} - set(THRESHOLDS) == {"tour.full"}


@pytest.mark.parametrize("rule", THRESHOLDS)
def test_a_rule_says_yes_at_its_threshold(rule):
    needs, enough, _ = THRESHOLDS[rule]
    assert answers(rule, needs, enough) == ["yes"]


@pytest.mark.parametrize("rule", THRESHOLDS)
def test_a_rule_says_no_just_beyond_its_threshold(rule):
    needs, _, short = THRESHOLDS[rule]
    assert answers(rule, needs, short) == ["no"]


@pytest.mark.parametrize("rule", THRESHOLDS)
def test_a_rule_says_unknown_where_nothing_is_declared(rule):
    assert answers(rule, THRESHOLDS[rule][0], {}) == ["unknown"]


@pytest.mark.parametrize("rule", sorted(set(THRESHOLDS) - {"hosting", "step_free"}))
def test_a_rule_is_silent_where_nothing_is_needed(rule):
    assert answers(rule, {}, THRESHOLDS[rule][2]) == []


def test_a_tour_is_full_with_its_last_date():
    full = [answers("tour.full", {"places": Places(taken, 6)}, {}) for taken in (5, 6)]
    assert full == [["yes"], ["no"]]


def test_standing_places_count_where_people_stand():
    needs = {"audience": Crowd(30, standing=True)}
    assert [answers("capacity.min", needs, {"seats": seats}) for seats in (Seats(40, 29), Seats(0, 30))] == [
        ["no"],
        ["yes"],
    ]


def test_a_flat_floor_may_have_a_dance_floor_or_not():
    found = [answers("floor", {"floor": "dance"}, {"floor": have}) for have in ("dance", "flat?", "flat")]
    assert found == [["yes"], ["unknown"], ["no"]]


def test_a_date_nearby_forbids_the_days_around_it():
    needs = {"exclusive": Exclusive(D(3), 4, ALL, STOPS, SEASON)}
    assert answers("radius", needs, {"location": HERE}) == ["no"]
    needs = {"exclusive": Exclusive(D(3), 3, ALL, STOPS, SEASON)}
    assert answers("radius", needs, {"location": HERE}) == ["yes"]


def test_half_the_audience_fits_in_two_showings():
    offer = Offer(space="base", room="sala", items={}, seats=Seats(15, None))
    found = next(each for each in judged(Needs(audience=Crowd(30)), offer) if each.rule == "capacity.min")
    assert [(fix.kind, dict(fix.values)) for fix in found.fixes] == [("two-showings", {"people": 15})]


def test_a_share_that_more_hosts_would_lower_says_how_many():
    offer = Offer(space="base", room="sala", items={}, purse=Purse(D(310), False))
    needs = Needs(shares=Shares(D(400), D(200), ((2, D(350), D(150)), (3, D(310), D(110)))))
    found = next(each for each in judged(needs, offer) if each.rule == "share")
    assert [(fix.kind, dict(fix.values)) for fix in found.fixes] == [
        ("guarantee", {"amount": Money(D("90.00"))}),
        ("more-hosts", {"dates": 3}),
    ]


def test_a_whole_free_day_has_1440_minutes():
    assert answers("window", {"window": Window(1, WHOLE_DAY)}, {"free": FreeTime(((WHOLE_DAY, 1),))}) == ["yes"]


# Sentences


@pytest.mark.parametrize(("lang", "part"), [*product(LANGUAGES, ("name", "no", "unknown"))])
def test_every_rule_has_its_sentences_in_every_language(lang, part):
    assert [rule.id for rule in RULES if f"match.{rule.id}.{part}" not in PHRASES[lang].texts] == []


@pytest.mark.parametrize(("lang", "rule"), [*product(LANGUAGES, THRESHOLDS)])
def test_every_sentence_is_filled_in_with_its_values(lang, rule):
    needs, enough, short = THRESHOLDS[rule]
    teller = Teller(PHRASES[lang])
    offers = [Offer(space="base", room="sala", **{"items": {}, **each}) for each in (enough, short, {})]
    told = [teller.sentence(each) for offer in offers for each in judged(Needs(**needs), offer) if each.rule == rule]
    assert [len(told), [each for each in told if "{" in each or not each.endswith(".")]] == [3, []]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_for_having_no_place_is_told_in_every_language(lang):
    told = [Teller(PHRASES[lang], {"a": "Alfa"}).unplaced("a", reason) for reason in (*get_args(Reason), "nowhere")]
    assert [each for each in told if "Alfa" not in each] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fix_of_a_rule_is_told_in_every_language(lang):
    kinds = ["borrow", "borrow-some-day", "busy", "variant", "two-showings", "limit", "improvise", "evening-before"]
    kinds += ["earlier", "permit", "guarantee", "more-hosts"]
    assert [kind for kind in kinds if f"match.fix.{kind}" not in PHRASES[lang].texts] == []
