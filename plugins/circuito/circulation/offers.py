"""What a room and its space offer to a project. None is a value that is not declared; 0 and False are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from msgspec import Struct

from ..model.hosting import Hosting
from ..model.place import Location
from ..model.room import Dimensions, Equipment, RoomFields
from ..model.things import Event, Room, Space
from .season import WHOLE_DAY, FreeTime, Minutes, Season, free_time

INTERNET = {"basic": 1, "upload-5": 5}


class Seats(Struct, frozen=True):
    """How many people can sit and stand; None where it is not declared."""

    seated: int | None
    standing: int | None


class Purse(Struct, frozen=True):
    """What a space can pay for a date, and whether it lies in a priority area."""

    amount: Decimal
    priority: bool


class Offer(Struct, frozen=True, kw_only=True, eq=False):
    """What one room offers, with what its space adds. Metres, kilowatts, hours, Mbit/s."""

    space: str
    room: str
    name: str = ""
    open: bool | None = None
    location: Location | None = None
    width: Decimal | None = None
    depth: Decimal | None = None
    height: Decimal | None = None
    area: Decimal | None = None
    layouts: frozenset[str] | None = None
    outdoor: bool | None = None
    rake: bool | None = None
    floor: str | None = None
    seats: Seats | None = None
    legal_most: int | None = None
    dressing_rooms: int | None = None
    helpers: int | None = None
    power_kw: Decimal | None = None
    phases: int | None = None
    blackout: str | None = None
    items: Mapping[str, bool]
    hang_points: int | None = None
    wifi: int | None = None
    quiet: bool | None = None
    door_width: Decimal | None = None
    door_height: Decimal | None = None
    steps: int | None = None
    van_metres: int | None = None
    get_in: Decimal | None = None
    music_until: time | None = None
    licensed: bool | None = None
    excluded: frozenset[str] | None = None
    minors: bool | None = None
    siae: bool | None = None
    free: FreeTime | None = None
    purse: Purse | None = None
    purse_of_year: Purse | None = None
    stage_without_steps: bool | None = None
    without_steps: bool | None = None


def offers_of(
    space: Space, season: Season, events: Iterable[Event] = (), committed: Decimal = Decimal(0)
) -> tuple[Offer, ...]:
    """The rooms of a space as they can be offered; none where the space says that it hosts no projects, or is closed.

    `events` are the space's own: they keep rooms busy. `committed` is what the space has promised to pay this year.
    """
    hosting = space.fields.hosting
    if space.fields.status == "closed" or (hosting and not hosting.open_to_circulation):
        return ()
    busy = busy_rooms(events)
    return tuple(offer_of(space, room, season, busy.get(room.slug, ()), committed) for room in space.rooms)


def offer_of(
    space: Space,
    room: Room,
    season: Season,
    busy: Iterable[tuple[date, Minutes]] = (),
    committed: Decimal = Decimal(0),
) -> Offer:
    """What one room offers."""
    fields, hosting = room.fields, space.fields.hosting or UNDECLARED
    licences, access = hosting.licences, fields.access
    clear, equipment = fields.clear or Dimensions(), fields.equipment or Equipment()
    door = access.load_in_door if access else None
    year = None if hosting.budget_year is None else hosting.budget_year - committed
    facts = [each for each in (fields.accessibility, space.fields.accessibility) if each and each.step_free is not None]
    return Offer(
        space=space.slug,
        room=room.slug,
        name=space.fields.name,
        open=hosting.open_to_circulation if space.fields.hosting else None,
        location=space.fields.location,
        width=clear.width,
        depth=clear.depth,
        height=clear.height if clear.min_height_under_beams is None else clear.min_height_under_beams,
        area=fields.area_m2,
        layouts=frozenset(fields.layouts) or None,
        outdoor=fields.outdoor,
        rake=fields.rake,
        floor=floor_of(fields, equipment),
        seats=Seats(fields.capacity.seated, fields.capacity.standing) if fields.capacity else None,
        legal_most=legal_most(fields, hosting),
        dressing_rooms=fields.backstage.dressing_rooms if fields.backstage else None,
        helpers=helpers(fields, hosting),
        power_kw=fields.power.kw if fields.power else None,
        phases=fields.power.phases if fields.power else None,
        blackout=fields.blackout,
        items=items_of(equipment),
        hang_points=equipment.hang_points,
        wifi=equipment.wifi,
        quiet=None if fields.acoustic is None else fields.acoustic != "noisy",
        door_width=door.w if door else None,
        door_height=door.h if door else None,
        steps=(0 if access.lift else access.steps) if access else None,
        van_metres=access.van_stop_m if access else None,
        get_in=fields.get_in_h_max,
        music_until=licences.live_music_until if licences else None,
        licensed=licences.scia if licences else None,
        excluded=frozenset(hosting.exclude) if space.fields.hosting else None,
        minors=hosting.minors_policy,
        siae=licences.siae_annual if licences else None,
        free=free_time(
            fields.availability, (*fields.closed, *space.fields.closed), busy, hosting.min_notice_weeks, season
        ),
        purse=purse_of(hosting, hosting.budget_per_date),
        purse_of_year=purse_of(hosting, year),
        stage_without_steps=access.step_free_stage if access else None,
        without_steps=facts[0].step_free if facts else None,
    )


UNDECLARED = Hosting(open_to_circulation=True)


def floor_of(fields: RoomFields, equipment: Equipment) -> str | None:
    """`dance`, `flat` or `uneven`; `flat?` is flat in a room that does not say whether it has a dance floor."""
    if equipment.dance_floor:
        return "dance"
    return "flat?" if fields.floor == "flat" and equipment.dance_floor is None else fields.floor


def legal_most(fields: RoomFields, hosting: Hosting) -> int | None:
    """The most people that the law admits: the lesser of what holds for the room and for the space."""
    declared = (
        fields.capacity.legal_max if fields.capacity else None,
        hosting.licences.public_entertainment_cap if hosting.licences else None,
    )
    return min((each for each in declared if each is not None), default=None)


def helpers(fields: RoomFields, hosting: Hosting) -> int | None:
    """How many people help: `volunteers-3` among the offers, and a technician who is there or comes when asked."""
    volunteers = [int(offer.removeprefix("volunteers-")) for offer in hosting.offers if is_count(offer, "volunteers-")]
    technician = {"none": 0, "on-call": 1, "resident": 1}.get(fields.technician or "")
    if not volunteers and not technician:
        return None
    return sum(volunteers) + (technician or 0)


def is_count(offer: str, prefix: str) -> bool:
    """Whether an offer is a prefix with a number: `volunteers-3`."""
    return offer.startswith(prefix) and offer.removeprefix(prefix).isdecimal()


def items_of(equipment: Equipment) -> Mapping[str, bool]:
    """The things that a room certainly has, and those that it certainly lacks; others are not declared."""
    found = dict.fromkeys(equipment.also, True) | dict.fromkeys(equipment.lacks, False)
    declared: dict[str, bool | None] = {
        "pa": equipment.pa,
        "lights": None if equipment.lights is None else equipment.lights != "none",
        "projector": None if equipment.projector is None else equipment.projector > 0,
        "screen": True if equipment.screen else None,
        "piano": True if equipment.piano else None,
        "dance-floor": equipment.dance_floor,
        "wifi": None if equipment.wifi is None else equipment.wifi > 0,
    }
    return found | {item: has for item, has in declared.items() if has is not None}


def purse_of(hosting: Hosting, amount: Decimal | None) -> Purse | None:
    """What can be paid; None where it is not declared."""
    return None if amount is None else Purse(amount, bool(hosting.priority_area))


def busy_times(events: Iterable[Event], room: str) -> list[tuple[date, Minutes]]:
    """When events that are not cancelled keep a room busy: days, with minutes from their midnight."""
    return busy_rooms(events).get(room, [])


def busy_rooms(events: Iterable[Event]) -> dict[str, list[tuple[date, Minutes]]]:
    """When events that are not cancelled keep rooms busy, by their names."""
    found: dict[str, list[tuple[date, Minutes]]] = {}
    for event in events:
        if event.fields.status in ("cancelled", "postponed", "moved-online"):
            continue
        for each in event.occurrences:
            named = each.change.room if each.change and each.change.room else event.fields.room
            gone = each.change is not None and each.change.status in ("cancelled", "postponed", "moved-online")
            if named and not gone:
                found.setdefault(named, []).extend(minutes_by_day(each.starts, each.ends, each.all_day))
    return found


def minutes_by_day(starts: datetime, ends: datetime | None, all_day: bool) -> list[tuple[date, Minutes]]:
    """The minutes of each day between two moments; without an end, up to the midnight after the start."""
    if all_day or ends is None:
        last = ends.date() - timedelta(days=1) if all_day and ends else starts.date()
        begins = 0 if all_day else starts.hour * 60 + starts.minute
        span = range(max((last - starts.date()).days, 0) + 1)
        return [(starts.date() + timedelta(days=day), (begins if not day else 0, WHOLE_DAY)) for day in span]
    found = []
    for day in range((ends.date() - starts.date()).days + 1):
        begins = starts.hour * 60 + starts.minute if not day else 0
        last_day = starts.date() + timedelta(days=day) == ends.date()
        until = ends.hour * 60 + ends.minute if last_day else WHOLE_DAY
        if until > begins:
            found.append((starts.date() + timedelta(days=day), (begins, until)))
    return found
