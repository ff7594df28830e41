"""The things of a network, linked to each other: spaces and what is theirs, projects, events, interests."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Literal

from msgspec import Struct

from .event import EventFields
from .interest import InterestFields, InterestState
from .occurrence import Occurrence
from .organisation import OrganisationFields
from .place import Accessibility, first_stated
from .project import ProjectFields
from .record import Recorded
from .resource import ResourceFields
from .room import RoomFields
from .space import SpaceFields

Attendance = Literal["offline", "online", "mixed"]


class Area(Struct, frozen=True, kw_only=True):
    """A neighbourhood or municipality; `polygons` are rings of (longitude, latitude), the first the outer one."""

    set: str
    slug: str
    name: str
    polygons: tuple[tuple[tuple[tuple[float, float], ...], ...], ...]


class Organisation(Recorded[OrganisationFields], frozen=True, kw_only=True):
    """A body that runs spaces or proposes projects."""

    slug: str


class Room(Recorded[RoomFields], frozen=True, kw_only=True):
    """A part of a space that can host."""

    slug: str


class Resource(Recorded[ResourceFields], frozen=True, kw_only=True):
    """Something that a space lends."""

    slug: str


class Space(Recorded[SpaceFields], frozen=True, kw_only=True):
    """A member place with a profile."""

    slug: str
    rooms: tuple[Room, ...]
    run_by: tuple[Organisation, ...]
    areas: tuple[Area, ...]
    resources: tuple[Resource, ...] = ()

    def room(self, slug: str) -> Room | None:
        """The room of that name, if there is one."""
        return next((room for room in self.rooms if room.slug == slug), None)


Organiser = Space | Organisation


class Project(Recorded[ProjectFields], frozen=True, kw_only=True):
    """A proposal that can travel."""

    slug: str
    proposer: Organiser


class Event(Recorded[EventFields], frozen=True, kw_only=True, dict=True):
    """A thing people are invited to. `unfold` gives the dated instances of what an event's file declares."""

    slug: str
    host: Space
    room: Room | None
    organisers: tuple[Organiser, ...]
    project: Project | None
    unfold: Callable[[EventFields], tuple[Occurrence, ...]]

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Its dated instances inside the horizon, in order of time; unfolded when they are first asked for."""
        return self.unfold(self.fields)

    @cached_property
    def accessibility(self) -> Accessibility:
        """What holds for it, fact by fact: its own, else its room's, else the space's; elsewhere only its own."""
        of_room = self.room.fields.accessibility if self.room else None
        around = () if self.fields.where else (of_room, self.host.fields.accessibility)
        return first_stated(self.fields.accessibility, *around)

    @property
    def id(self) -> str:
        """The identifier that never changes: stated, or else made of the first names of folder and file."""
        return self.fields.id or f"{first_name(self.host)}.{first_name(self)}"

    @cached_property
    def address(self) -> str:
        """The event's name among all events: `space/event`."""
        return f"{self.host.slug}/{self.slug}"

    @property
    def themes(self) -> tuple[str, ...]:
        """Its themes: its own, else its host's."""
        return self.fields.themes or self.host.fields.themes

    @property
    def attendance(self) -> Attendance:
        """How one takes part: in place, online, or either."""
        if self.fields.only_online or self.fields.status == "moved-online":
            return "online"
        return "mixed" if self.fields.online else "offline"


def first_name(thing: Space | Event) -> str:
    """The name that the folder or file of something had when it was first published."""
    return (*thing.fields.formerly, thing.slug)[0]


class Interest(Recorded[InterestFields], frozen=True, kw_only=True):
    """A space's wish to host a project, with its room and its event once they are settled.

    `state` is how far it has come on the day of the build: what its file says, but for what has expired or is done.
    """

    space: Space
    project: Project
    room: Room | None
    event: Event | None
    state: InterestState
