"""What a project asks of a room, in each form in which it can be staged. None is a need that is not stated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ..model.cost import Cost
from ..model.needs import NeededSpace, Technical, Variant
from ..model.place import Location
from ..model.project import ProjectFields
from .season import Days, Season, project_days
from .sharing import least_share

SHOWN_TO_A_PUBLIC = frozenset({"show", "concert", "screening"})


class Crowd(Struct, frozen=True):
    """So many people, with so many square metres each; `standing` if every layout is one in which people stand."""

    people: int
    each: Decimal | None = None
    standing: bool = False


class Window(Struct, frozen=True):
    """The days on which a project can be asked for, and the minutes it needs on end."""

    days: Days
    minutes: int


class Stop(Struct, frozen=True):
    """A date that is settled: where and when."""

    space: str
    on: date
    location: Location | None = None


class Exclusive(Struct, frozen=True):
    """No two dates closer than this in space and time: kilometres, days, and the dates already settled."""

    km: Decimal
    days: int
    window: Days
    stops: tuple[Stop, ...]
    season: Season


class Places(Struct, frozen=True):
    """How many dates are settled, and how many there can be."""

    taken: int
    most: int


class Shares(Struct, frozen=True):
    """What a host pays of its date: usually, in a priority area, and the least number of dates at each price."""

    usual: Decimal
    priority: Decimal
    by_dates: tuple[tuple[int, Decimal, Decimal], ...] = ()


class Needs(Struct, frozen=True, kw_only=True):
    """What a project asks of a room in one form: `form` is the name of the variant, empty for the usual form.

    Metres, kilowatts, hours and minutes; a flag is true or not stated.
    """

    form: str = ""
    hosting: bool = True
    width: Decimal | None = None
    depth: Decimal | None = None
    height: Decimal | None = None
    area: Crowd | None = None
    layouts: frozenset[str] | None = None
    outdoor: bool | None = None
    rake: bool | None = None
    floor: str | None = None
    audience: Crowd | None = None
    audience_max: int | None = None
    dressing_room: bool | None = None
    crew: int | None = None
    power_kw: Decimal | None = None
    phases: int | None = None
    blackout: str | None = None
    items: tuple[str, ...] = ()
    hang_points: int | None = None
    internet: str | None = None
    silence: bool | None = None
    door_width: Decimal | None = None
    door_height: Decimal | None = None
    steps: int | None = None
    van: bool | None = None
    get_in: Decimal | None = None
    late_music: bool | None = None
    public: bool | None = None
    flame: bool | None = None
    haze: bool | None = None
    excluded: frozenset[str] | None = None
    minors: bool | None = None
    siae: bool | None = None
    window: Window | None = None
    exclusive: Exclusive | None = None
    places: Places | None = None
    shares: Shares | None = None
    stage_without_steps: bool | None = None
    entrance: bool = True


def forms_of(fields: ProjectFields, season: Season, stops: tuple[Stop, ...] = ()) -> tuple[Needs, ...]:
    """The needs of a project in its usual form, then in each of its variants.

    `stops` are its settled dates: they count for the places left, the exclusive radius and the share of the next host.
    """
    shares = shares_of(fields.cost, len(stops) + 1, fields.tour.max_dates if fields.tour else None)
    return tuple(replace(form, shares=shares) for form in forms_without_money(fields, season, stops))


def forms_without_money(fields: ProjectFields, season: Season, stops: tuple[Stop, ...] = ()) -> tuple[Needs, ...]:
    """The same forms, of which nobody asks what a host pays."""
    usual = usual_needs(fields, season, stops)
    variants = fields.staging.variants if fields.staging else ()
    return (usual, *(in_variant(usual, variant) for variant in variants))


def usual_needs(fields: ProjectFields, season: Season, stops: tuple[Stop, ...]) -> Needs:
    """The needs of the usual form, from every part of the declaration."""
    return Needs(
        public=fields.kind in SHOWN_TO_A_PUBLIC or None,
        excluded=frozenset({fields.kind, *(fields.audience.content_warnings if fields.audience else ())}),
        minors=bool(fields.safety and fields.safety.minors_policy) or None,
        siae=bool(fields.rights and fields.rights.siae and fields.rights.siae.needed) or None,
        late_music=bool(fields.rights and fields.rights.music_after_hours) or None,
        stage_without_steps=bool(fields.accessibility and fields.accessibility.step_free_stage) or None,
        **staging_needs(fields),
        **technical_needs(fields.technical),
        **logistic_needs(fields),
        **needs_of_time(fields, season, stops),
    )


def staging_needs(fields: ProjectFields) -> dict[str, Any]:
    """What staging and audience ask for."""
    staging, size = fields.staging, fields.size
    layouts = frozenset(staging.layouts) if staging and staging.layouts else None
    least = size.audience_min if size else None
    each = size.area_per_person if size else None
    room = (staging.min if staging else None) or NeededSpace()
    return {
        "width": stated(room.width),
        "depth": stated(room.depth),
        "height": stated(room.height),
        "layouts": layouts,
        "outdoor": outdoors(staging.outdoor if staging else None),
        "rake": bool(staging and staging.rake_needed) or None,
        "floor": asked(staging.floor if staging else None, "any"),
        "hang_points": (staging.hang_points if staging else None) or None,
        "audience": Crowd(least, standing=all_standing(layouts)) if least else None,
        "area": Crowd(least, each) if least and each else None,
        "audience_max": size.audience_max if size else None,
    }


def technical_needs(technical: Technical | None) -> dict[str, Any]:
    """What power, light and sound ask for. What a project brings is never asked of the room."""
    if technical is None:
        return {}
    return {
        "power_kw": stated(technical.power_kw),
        "phases": technical.phases,
        "blackout": asked(technical.blackout, "none"),
        "items": tuple(item for item in technical.asks if item not in technical.brings),
        "internet": asked(technical.internet, "none"),
        "silence": technical.silence_needed or None,
        "flame": technical.live_flame or None,
        "haze": technical.haze or None,
    }


def logistic_needs(fields: ProjectFields) -> dict[str, Any]:
    """What the way in asks for."""
    logistics = fields.logistics
    if logistics is None:
        return {}
    hours = [each for each in (logistics.get_in_h, logistics.rehearsal_h) if each]
    return {
        "door_width": stated(logistics.door_min.w) if logistics.door_min else None,
        "door_height": stated(logistics.door_min.h) if logistics.door_min else None,
        "steps": logistics.steps_max,
        "van": (logistics.vehicle in ("van", "truck") or logistics.parking == "van") or None,
        "get_in": sum(hours, Decimal(0)) or None,
        "dressing_room": logistics.dressing_room or None,
        "crew": logistics.local_crew or None,
    }


def needs_of_time(fields: ProjectFields, season: Season, stops: tuple[Stop, ...]) -> dict[str, Any]:
    """The days on which the project can be asked for, given the dates that are settled."""
    tour = fields.tour
    days = project_days(fields.availability, tour.notice_weeks if tour else None, season)
    window = Window(days, minutes_of(fields)) if days is not None else None
    exclusive = None
    if tour and tour.radius_km and tour.radius_days and stops and window:
        exclusive = Exclusive(tour.radius_km, tour.radius_days, window.days, stops, season)
    places = Places(len(stops), tour.max_dates) if tour and tour.max_dates else None
    return {"window": window, "exclusive": exclusive, "places": places}


def minutes_of(fields: ProjectFields) -> int:
    """The minutes that a room must be free on end, as far as they are stated: get-in, rehearsal, running, get-out."""
    logistics = fields.logistics
    hours = (logistics.get_in_h, logistics.rehearsal_h, logistics.get_out_h) if logistics else ()
    runs = (fields.duration.run_min if fields.duration else None) or 0
    return runs + int(sum(each for each in hours if each is not None) * 60)


def in_variant(usual: Needs, variant: Variant) -> Needs:
    """The needs of a variant: those of the usual form, but for what the variant states anew."""
    said = variant.needs
    layouts = usual.layouts if said.layouts is None else frozenset(said.layouts) or None
    people = (usual.audience.people if usual.audience else None) if said.audience_min is None else said.audience_min
    each = usual.area.each if usual.area else None
    return replace(
        usual,
        form=variant.id,
        **dict(numbers_anew(variant)),
        layouts=layouts,
        items=usual.items if said.asks is None else said.asks,
        outdoor=usual.outdoor if said.outdoor is None else outdoors(said.outdoor),
        floor=usual.floor if said.floor is None else asked(said.floor, "any"),
        blackout=usual.blackout if said.blackout is None else asked(said.blackout, "none"),
        rake=usual.rake if said.rake_needed is None else said.rake_needed or None,
        haze=usual.haze if said.haze is None else said.haze or None,
        flame=usual.flame if said.live_flame is None else said.live_flame or None,
        audience=Crowd(people, standing=all_standing(layouts)) if people else None,
        area=Crowd(people, each) if people and each else None,
        window=sooner(usual, said.get_in_h),
    )


def sooner(usual: Needs, get_in: Decimal | None) -> Window | None:
    """The window of a variant that takes another time to set up."""
    if usual.window is None or get_in is None:
        return usual.window
    minutes = usual.window.minutes + int((get_in - (usual.get_in or Decimal(0))) * 60)
    return Window(usual.window.days, max(minutes, 0))


def numbers_anew(variant: Variant) -> Iterator[tuple[str, Any]]:
    """The needs that a variant states anew as numbers, by name; 0 is a need no longer stated."""
    said = variant.needs
    doors = (("door_width", said.door_min.w), ("door_height", said.door_min.h)) if said.door_min else ()
    numbers: tuple[tuple[str, Decimal | int | None], ...] = (
        ("width", said.width),
        ("depth", said.depth),
        ("height", said.height),
        ("power_kw", said.power_kw),
        ("phases", said.phases),
        ("audience_max", said.audience_max),
        ("hang_points", said.hang_points),
        ("get_in", said.get_in_h),
        *doors,
    )
    yield from ((name, number or None) for name, number in numbers if number is not None)
    if said.steps_max is not None:
        yield "steps", said.steps_max


def shares_of(cost: Cost, dates: int, most: int | None) -> Shares | None:
    """What the next host pays if there are so many dates then, and at which numbers of dates it would pay less."""
    usual, priority = least_share(cost, dates, False), least_share(cost, dates, True)
    if usual is None or priority is None or not usual:
        return None
    later = [
        (more, least_share(cost, more, False), least_share(cost, more, True))
        for more in range(dates + 1, (most or 0) + 1)
    ]
    return Shares(usual, priority, tuple((more, a, b) for more, a, b in later if a is not None and b is not None))


def stated(number: Decimal | None) -> Decimal | None:
    """A need that is stated; nothing is needed of a measure of 0."""
    return number or None


def asked(word: str | None, nothing: str) -> str | None:
    """A word that asks for something; None for the word that asks for nothing."""
    return None if word == nothing else word


def outdoors(word: str | None) -> bool | None:
    """Whether it must be out of doors, or inside; None where either will do."""
    return {"yes": True, "no": False}.get(word or "")


def all_standing(layouts: Iterable[str] | None) -> bool:
    """Whether people stand in every one of some layouts."""
    named = set(layouts or ())
    return bool(named) and named <= {"walkabout", "promenade"}
