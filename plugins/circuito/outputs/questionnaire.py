"""The questionnaire that helps a space measure its rooms: every fact that rules ask for, and how to find it.

It is one page for all, and one for each space that says which facts are still missing; both are made for print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, get_args

from msgspec import Struct

from ..circulation.offers import Offer, offer_of
from ..model.network import Network
from ..model.room import Layout, Level
from ..model.things import Space
from . import Page
from .addresses import Addresses
from .facts import number
from .frame import crumb, frame
from .match_board import hosts, open_projects, season_of
from .match_links import questionnaire_address
from .match_words import room_name
from .redirects import redirects
from .sheet import listed
from .views import Link, Text, line_of

YES_NO = ("yes", "no")
MONEY = "money"


class Measure(Struct, frozen=True):
    """One fact: what rules call it, the field that holds it, and how it is answered: a unit, or words to choose from.

    `of` is the file of the field: that of the room, or that of the space.
    """

    have: str
    field: str
    of: str = "room"
    unit: str = ""
    choices: tuple[str, ...] = ()


def yes_no(have: str, field: str, of: str = "room") -> Measure:
    """A fact that is so, or is not."""
    return Measure(have, field, of, choices=YES_NO)


MEASURES: Mapping[str, tuple[Measure, ...]] = {
    "room": (
        yes_no("open", "hosting.open_to_circulation", "space"),
        Measure("width", "clear.width", unit="m"),
        Measure("depth", "clear.depth", unit="m"),
        Measure("height", "clear.height", unit="m"),
        Measure("area", "area_m2", unit="m²"),
        Measure("layouts", "layouts", choices=get_args(Layout)),
        yes_no("outdoor", "outdoor"),
        yes_no("rake", "rake"),
        Measure("floor", "floor", choices=("flat", "uneven")),
        Measure("hang_points", "equipment.hang_points"),
        yes_no("stage_without_steps", "access.step_free_stage"),
        yes_no("without_steps", "accessibility.step_free"),
    ),
    "people": (
        Measure("seats", "capacity.seated"),
        Measure("legal_most", "capacity.legal_max"),
        Measure("dressing_rooms", "backstage.dressing_rooms"),
        Measure("helpers", "hosting.offers", "space"),
        yes_no("minors", "hosting.minors_policy", "space"),
    ),
    "technique": (
        Measure("power_kw", "power.kw", unit="kW"),
        Measure("phases", "power.phases", choices=("1", "3")),
        Measure("blackout", "blackout", choices=get_args(Level)),
        Measure("items", "equipment"),
        Measure("wifi", "equipment.wifi", unit="Mbit/s"),
        Measure("quiet", "acoustic", choices=YES_NO),
    ),
    "loading": (
        Measure("door_width", "access.load_in_door.w", unit="m"),
        Measure("door_height", "access.load_in_door.h", unit="m"),
        Measure("steps", "access.steps"),
        Measure("van_metres", "access.van_stop_m", unit="m"),
        Measure("get_in", "get_in_h_max", unit="h"),
    ),
    "law": (
        Measure("music_until", "hosting.licences.live_music_until", "space"),
        yes_no("licensed", "hosting.licences.scia", "space"),
        Measure("excluded", "hosting.exclude", "space"),
        yes_no("siae", "hosting.licences.siae_annual", "space"),
    ),
    "time": (
        Measure("free", "availability"),
        Measure("location", "location", "space"),
        Measure("purse", "hosting.budget_per_date", "space", MONEY),
        Measure("purse_of_year", "hosting.budget_year", "space", MONEY),
    ),
}
PRIVATE = ("purse", "purse_of_year")


class Question(Struct, frozen=True, kw_only=True):
    """One line of the questionnaire. `missing` are the rooms that do not say it yet, none where all do.

    `told` is what the rooms say, where it can be said in a word or a number.
    """

    key: str
    field: str
    of: str
    unit: str
    choices: tuple[str, ...]
    missing: tuple[Text, ...]
    known: bool
    told: str


def questionnaires(network: Network) -> Iterator[Page]:
    """The questionnaire for all, and for each space, in every language."""
    for lang in network.languages:
        to = Addresses(network, lang)
        yield page(network, None, lang)
        for space in hosts(network):
            yield page(network, space, lang)
            yield from redirects(to, space, questionnaire_address(to, space), space.fields.name)


def page(network: Network, space: Space | None, lang: str) -> Page:
    """The questionnaire of a space, or for all."""
    say, to = network.phrases[lang], Addresses(network, lang)
    rooms = rooms_of(network, space, lang)
    crumbs = [crumb(network, lang, "spaces"), *([Link(Text(space.fields.name), to.space(space))] if space else [])]
    groups = tuple((group, questions(network, group, rooms, lang)) for group in MEASURES)
    return frame(
        network,
        lang,
        "questionnaire.html",
        lambda at: questionnaire_address(at, space),
        say("questionnaire.title_of", space=space.fields.name) if space else say("questionnaire.title"),
        description=say("questionnaire.description"),
        section="spaces",
        source=space.record.path if space else "",
        crumbs=tuple(crumbs),
        robots="noindex" if space else "",
        line=line_of(space.fields.themes if space else ()),
        groups=groups,
        rooms=tuple(name for name, _ in rooms),
        missing=sum(bool(question.missing) for _, group in groups for question in group),
        file=space.record.path if space else "",
    )


def rooms_of(network: Network, space: Space | None, lang: str) -> list[tuple[Text, Offer]]:
    """The rooms of a space with what they offer."""
    season = season_of(network)
    return [(room_name(room, lang), offer_of(space, room, season)) for room in space.rooms] if space else []


def questions(network: Network, group: str, rooms: list[tuple[Text, Offer]], lang: str) -> tuple[Question, ...]:
    """The questions of a group."""
    return tuple(question(network, measure, rooms, lang) for measure in MEASURES[group])


def question(network: Network, measure: Measure, rooms: list[tuple[Text, Offer]], lang: str) -> Question:
    """One question. Whether a space says what it can spend is told to nobody."""
    asked = [] if measure.have in PRIVATE else rooms
    missing = tuple(name for name, offer in asked if not is_known(network, offer, measure.have))
    return Question(
        key=measure.have,
        field=measure.field,
        of=measure.of,
        unit=network.fields.currency if measure.unit == MONEY else measure.unit,
        choices=choices(network, measure, lang),
        missing=missing,
        known=bool(asked) and not missing,
        told=", ".join(told_by(network, measure, asked, lang)),
    )


def told_by(network: Network, measure: Measure, rooms: list[tuple[Text, Offer]], lang: str) -> Iterator[str]:
    """What each room says: a number with its unit, yes or no."""
    say = network.phrases[lang]
    for name, offer in rooms:
        value: Any = getattr(offer, measure.have, None)
        if isinstance(value, bool):
            yield f"{name.text}: {say('fact.yes') if value else say('fact.no')}"
        elif isinstance(value, int | Decimal):
            yield f"{name.text}: {number(value, lang, measure.unit)}"


def is_known(network: Network, offer: Offer, have: str) -> bool:
    """Whether a room says a fact; of equipment, all things that open projects ask for."""
    if have == "items":
        return set(asked_for(network)) <= set(offer.items)
    value: Any = getattr(offer, have)
    return value is not None


def asked_for(network: Network) -> tuple[str, ...]:
    """The things that open projects ask for and do not bring."""
    technical = [project.fields.technical for project in open_projects(network)]
    return tuple(sorted({item for each in technical if each for item in each.asks if item not in each.brings}))


def choices(network: Network, measure: Measure, lang: str) -> tuple[str, ...]:
    """The words to choose from."""
    say = network.phrases[lang]
    if measure.have == "items":
        return tuple(listed(say, [item]) for item in asked_for(network))
    if measure.have == "layouts":
        return tuple(say(f"layout.{each}") for each in measure.choices)
    if measure.have == "blackout":
        return tuple(say(f"level.{each}") for each in measure.choices)
    if measure.have == "floor":
        return tuple(say(f"measure_floor.{each}") for each in measure.choices)
    return tuple(say(f"fact.{each}") for each in measure.choices) if measure.choices == YES_NO else measure.choices
