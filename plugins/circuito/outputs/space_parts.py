"""What a space has, for its page: rooms, services, groups."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from ..model.network import Network
from ..model.things import Room, Space
from .dates import weekday_full
from .facts import (
    WEEK,
    AccessibilityView,
    ContactView,
    HoursView,
    accessibility_view,
    contact_view,
    hours_view,
    language_names,
    number,
)
from .picture_views import PictureView, pictures_view
from .room_calendars import room_calendar_link
from .views import Text, must, term, text, words


class ServiceView(Struct, frozen=True, kw_only=True):
    """A service of a space."""

    name: Text
    summary: Text | None
    hours: HoursView | None
    free: bool | None
    targets: tuple[Text, ...]
    languages: tuple[str, ...]
    contact: ContactView | None


class GroupView(Struct, frozen=True, kw_only=True):
    """A community group that meets every week."""

    name: Text
    summary: Text | None
    days: tuple[str, ...]
    time: str
    contact: ContactView | None


class RoomView(Struct, frozen=True, kw_only=True):
    """A room: what people and programmers want to know of it. `facts` are pairs of a phrase's key and a value.

    `calendar` is the address of its times that are taken; empty where it is not published.
    """

    slug: str
    name: Text
    summary: Text | None
    html: Text | None
    facts: tuple[tuple[str, str], ...]
    shared_with: Text | None
    accessibility: AccessibilityView | None
    pictures: tuple[PictureView, ...]
    calendar: str


def service_view(network: Network, service: Any, lang: str) -> ServiceView:
    """A service in a language."""
    return ServiceView(
        name=must(words(network, service.name, lang)),
        summary=words(network, service.summary, lang),
        hours=hours_view(network, service.hours, lang),
        free=service.free,
        targets=tuple(term(network, network.fields.targets, slug, lang) for slug in service.targets),
        languages=language_names(network, service.languages, lang),
        contact=contact_view(service.contact),
    )


def group_view(network: Network, group: Any, lang: str) -> GroupView:
    """A community group in a language."""
    return GroupView(
        name=must(words(network, group.name, lang)),
        summary=words(network, group.summary, lang),
        days=tuple(weekday_full(date(2024, 1, 1 + WEEK.index(day)), lang) for day in group.days),
        time=f"{group.opens:%H:%M}–{group.closes:%H:%M}",
        contact=contact_view(group.contact),
    )


def room_view(network: Network, space: Space, room: Room, lang: str) -> RoomView:
    """A room in a language."""
    return RoomView(
        slug=room.slug,
        name=must(text(room.record.says("name", lang), lang)),
        summary=text(room.record.says("summary", lang), lang),
        html=text(room.record.says("html", lang), lang),
        facts=tuple((key, value) for key, value in room_facts(network, room, lang) if value),
        shared_with=words(network, room.fields.shared_with, lang),
        accessibility=accessibility_view(network, room.fields.accessibility, lang),
        pictures=pictures_view(network, room.record.path, room.fields.pictures, lang),
        calendar=room_calendar_link(network, space, room, lang),
    )


def room_facts(network: Network, room: Room, lang: str) -> Iterator[tuple[str, str]]:
    """The facts of a room with their phrases' keys; empty where not declared."""
    fields, say = room.fields, network.phrases[lang]
    clear, capacity, power, access = fields.clear, fields.capacity, fields.power, fields.access
    yield "area", number(fields.area_m2, lang, "m²")
    if clear:
        sides = [
            number(each, lang)
            for each in (clear.width, clear.depth, clear.min_height_under_beams or clear.height)
            if each is not None
        ]
        yield "clear", " × ".join(sides) + " m" if sides else ""
    if capacity:
        yield "seated", number(capacity.seated, lang)
        yield "standing", number(capacity.standing, lang)
        yield "wheelchair", number(capacity.wheelchair, lang)
    yield "outdoor", say("fact.yes") if fields.outdoor else ""
    yield "layouts", ", ".join(say(f"layout.{layout}") for layout in fields.layouts)
    if power:
        yield "power", number(power.kw, lang, "kW")
    yield "blackout", say(f"level.{fields.blackout}") if fields.blackout else ""
    if fields.equipment:
        yield (
            "equipment",
            ", ".join(
                say(f"equipment.{name}")
                for name in ("pa", "lights", "projector", "screen", "piano", "dance_floor")
                if getattr(fields.equipment, name) not in (None, False, 0, "none")
            ),
        )
    if access and access.load_in_door:
        yield "door", f"{number(access.load_in_door.w, lang)} × {number(access.load_in_door.h, lang)} m"
    if access:
        yield "steps", number(access.steps, lang)
