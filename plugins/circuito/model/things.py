"""The things of a network, linked to each other: spaces and what is theirs, projects, events, interests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from .event import EventFields
from .interest import InterestFields, InterestState
from .occurrence import Occurrence
from .organisation import OrganisationFields
from .place import Accessibility, first_stated
from .project import ProjectFields
from .record import Record
from .resource import ResourceFields
from .room import RoomFields
from .space import SpaceFields


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A neighbourhood or municipality; `polygons` are rings of (longitude, latitude), the first the outer one."""

    set: str
    slug: str
    name: str
    polygons: tuple[tuple[tuple[tuple[float, float], ...], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body that runs spaces or proposes projects."""

    slug: str
    record: Record

    @property
    def fields(self) -> OrganisationFields:
        """What its file declares."""
        fields: OrganisationFields = self.record.fields
        return fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A part of a space that can host."""

    slug: str
    record: Record

    @property
    def fields(self) -> RoomFields:
        """What its file declares."""
        fields: RoomFields = self.record.fields
        return fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Something that a space lends."""

    slug: str
    record: Record

    @property
    def fields(self) -> ResourceFields:
        """What its file declares."""
        fields: ResourceFields = self.record.fields
        return fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """A member place with a profile."""

    slug: str
    record: Record
    rooms: tuple[Room, ...]
    run_by: tuple[Organisation, ...]
    areas: tuple[Area, ...]
    resources: tuple[Resource, ...] = ()

    @property
    def fields(self) -> SpaceFields:
        """What its file declares."""
        fields: SpaceFields = self.record.fields
        return fields

    def room(self, slug: str) -> Room | None:
        """The room of that name, if there is one."""
        return next((room for room in self.rooms if room.slug == slug), None)


Organiser = Space | Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A proposal that can travel."""

    slug: str
    record: Record
    proposer: Organiser

    @property
    def fields(self) -> ProjectFields:
        """What its file declares."""
        fields: ProjectFields = self.record.fields
        return fields


@dataclass(frozen=True, kw_only=True)
class Event:
    """A thing people are invited to. `unfold` gives the dated instances of what an event's file declares."""

    slug: str
    record: Record
    host: Space
    room: Room | None
    organisers: tuple[Organiser, ...]
    project: Project | None
    unfold: Callable[[EventFields], tuple[Occurrence, ...]] = field(repr=False, compare=False)

    @property
    def fields(self) -> EventFields:
        """What its file declares."""
        fields: EventFields = self.record.fields
        return fields

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
        """The identifier that never changes: stated, or else made of folder and file name."""
        return self.fields.id or f"{self.host.slug}.{self.slug}"

    @property
    def address(self) -> str:
        """The event's name among all events: `space/event`."""
        return f"{self.host.slug}/{self.slug}"

    @property
    def attendance(self) -> Literal["offline", "online", "mixed"]:
        """How one takes part: in place, online, or either."""
        if self.fields.only_online or self.fields.status == "moved-online":
            return "online"
        return "mixed" if self.fields.online else "offline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """A space's wish to host a project, with its room and its event once they are settled.

    `state` is how far it has come on the day of the build: what its file says, but for what has expired or is done.
    """

    space: Space
    project: Project
    record: Record
    room: Room | None
    event: Event | None
    state: InterestState

    @property
    def fields(self) -> InterestFields:
        """What its file declares."""
        fields: InterestFields = self.record.fields
        return fields
