"""Names become objects: leaves are linked to the spaces, rooms, events and projects of one network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from ..agenda.occurrences import occurrences
from ..circulation.challenges import given_way
from ..circulation.interests import conflicts, day_problems, state_on
from ..circulation.lending import lending_problems
from ..model.event import EventFields
from ..model.interest import InterestFields
from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.record import Record
from ..model.things import Area, Event, Interest, Organisation, Organiser, Project, Resource, Room, Space
from .areas import containing
from .records import Records
from .walk import Found


class Linker(Records):
    """Links what was read into one network, and collects what does not hold between files."""

    def network(self, base: Network) -> Network:
        """The network: `base` with everything that could be linked, in order of slugs."""
        self.areas = self.read_areas()
        self.known = self.names()
        self.check_references("content/network.yaml", self.leaves["content/network.yaml"])
        self.check_folders()
        organisations = {
            slug: Organisation(slug=slug, record=record) for _, slug, record in self.records("organisation")
        }
        spaces = {space.slug: space for space in self.spaces(organisations)}
        bodies: dict[str, Organiser] = {**organisations, **spaces}
        projects = {project.slug: project for project in self.projects(bodies)}
        events = tuple(self.events(base, spaces, bodies, projects))
        network = replace(
            base,
            areas=self.areas,
            pictures=self.pictures(),
            organisations=tuple(organisations.values()),
            spaces=tuple(spaces.values()),
            projects=tuple(projects.values()),
            events=self.unique(events),
        )
        return replace(network, interests=self.interests(network, spaces, projects))

    def spaces(self, organisations: Mapping[str, Organisation]) -> Iterator[Space]:
        rooms: dict[str, list[Room]] = {}
        for found, slug, record in self.records("room"):
            rooms.setdefault(found.owner, []).append(Room(slug=slug, record=record))
        resources: dict[str, list[Resource]] = {}
        for found, slug, record in self.records("resource"):
            if record.fields.visibility != "private":
                resources.setdefault(found.owner, []).append(Resource(slug=slug, record=record))
        for found, slug, record in self.records("space"):
            yield Space(
                slug=slug,
                record=record,
                rooms=tuple(rooms.get(slug, ())),
                run_by=tuple(organisations[name] for name in record.fields.run_by if name in organisations),
                areas=tuple(self.areas_around(found.path, record)),
                resources=tuple(resources.get(slug, ())),
            )

    def areas_around(self, path: str, record: Record) -> Iterator[Area]:
        """The area of a space in each division: as stated, else by its coordinates."""
        stated, point = record.fields.areas or {}, record.fields.location
        for division, areas in self.areas.items():
            area = next((each for each in areas if each.slug == stated.get(division)), None)
            if area is None and point is not None:
                area = containing(areas, float(point.lon), float(point.lat))
                if area is None and containing(areas, float(point.lat), float(point.lon)):
                    self.problem("location-swapped", path, ("location", "lat"), lat=str(point.lon), lon=str(point.lat))
            if area is not None:
                yield area

    def projects(self, bodies: Mapping[str, Organiser]) -> Iterator[Project]:
        for found, slug, record in self.records("project"):
            proposer = bodies.get(record.fields.proposer)
            if proposer is None:
                self.left_out[found.path] = self.profile(record.fields.proposer)
            elif record.fields.status != "draft":
                yield Project(slug=slug, record=record, proposer=proposer)

    def profile(self, slug: str) -> str:
        """The file of a space or organisation."""
        return f"spaces/{slug}/space.md" if slug in self.known["space"] else f"content/organisations/{slug}.md"

    def events(
        self,
        base: Network,
        spaces: Mapping[str, Space],
        bodies: Mapping[str, Organiser],
        projects: Mapping[str, Project],
    ) -> Iterator[Event]:
        unfold = Unfolding(base.window, base.zone)
        for found, slug, record in self.records("event"):
            host = spaces.get(found.owner)
            if host is None:
                known = found.owner in self.known["space"]
                self.left_out[found.path] = self.profile(found.owner) if known else f"events/{found.owner}"
                continue
            fields: EventFields = record.fields
            if self.is_too_early(base, found.path, fields):
                continue
            if self.rooms_exist(found.path, host, fields) and fields.visibility == "public":
                room = host.room(fields.room) if fields.room else None
                organisers = tuple(bodies[name] for name in fields.organisers if name in bodies)
                yield Event(
                    slug=slug,
                    record=record,
                    host=host,
                    room=room,
                    organisers=organisers or (host,),
                    project=projects.get(fields.project or ""),
                    unfold=unfold,
                )

    def interests(
        self, network: Network, spaces: Mapping[str, Space], projects: Mapping[str, Project]
    ) -> tuple[Interest, ...]:
        """The interests that hold, alone and beside each other."""
        found = [
            interest
            for each, slug, record in self.records("interest")
            if (interest := self.interest(network, each, record, spaces.get(each.owner), projects.get(slug)))
        ]
        wrong = [*conflicts(network, found), *lending_problems(network.spaces, found)]
        self.problems += wrong
        refused = {problem.source.path for problem in wrong}
        self.left_out |= {path: path for path in refused}
        kept = (each for each in found if each.record.path not in refused)
        return given_way(kept, network.fields.challenge_days, network.today)

    def interest(
        self, network: Network, found: Found, record: Record, space: Space | None, project: Project | None
    ) -> Interest | None:
        """One interest, if all that it names exists and it keeps what project and room ask for."""
        fields: InterestFields = record.fields
        before = len(self.problems)
        if found.owner not in self.known["space"]:
            self.suggest("folder-without-space", found.path, (), found.owner, sorted(self.known["space"]))
        elif found.slug not in self.known["project"]:
            self.suggest("unknown-project", found.path, (), found.slug, sorted(self.known["project"]))
        elif space is not None and project is not None:
            self.check_names(found, fields, space, project)
            event = next((each for each in network.events_by_space[space.slug] if each.slug == fields.event), None)
            room = space.room(fields.room) if fields.room else None
            state = state_on(fields, network.today, event.fields if event else None)
            interest = Interest(space=space, project=project, record=record, room=room, event=event, state=state)
            if len(self.problems) == before:
                self.problems += day_problems(network, interest)
            if len(self.problems) == before:
                return interest
        self.left_out[found.path] = found.path
        return None

    def check_names(self, found: Found, fields: InterestFields, space: Space, project: Project) -> None:
        """Room, variant and event that an interest names exist."""
        variants = [each.id for each in project.fields.staging.variants] if project.fields.staging else []
        beside = {name.partition("/")[2] for name in self.known["event"] if name.startswith(f"{space.slug}/")}
        for field, name, names in (
            ("room", fields.room, self.rooms.get(space.slug, [])),
            ("variant", fields.variant, variants),
            ("event", fields.event, sorted(beside)),
        ):
            if name and name not in names:
                self.suggest(f"unknown-{field}", found.path, (field,), name, names)
        for number, loan in enumerate(fields.borrows):
            lent = self.resources.get(loan.space, [])
            if loan.resource not in lent:
                self.suggest("unknown-resource", found.path, ("borrows", number, "resource"), loan.resource, lent)

    def is_too_early(self, base: Network, path: str, fields: EventFields) -> bool:
        """Whether a report tells of an event that is yet to come."""
        early = fields.report is not None and fields.starts.day > base.today
        if early:
            self.problem("report-early", path, ("report",), day=str(fields.starts.day))
            self.left_out[path] = path
        return early

    def rooms_exist(self, path: str, host: Space, fields: EventFields) -> bool:
        """Whether the rooms that an event names are rooms of its host."""
        rooms = self.rooms.get(host.slug, [])
        named: list[tuple[tuple[str | int, ...], str | None]] = [(("room",), fields.room)]
        named += [(("changes", number, "room"), change.room) for number, change in enumerate(fields.changes)]
        corrections = fields.report.corrections if fields.report else ()
        named += [(("report", "corrections", number, "room"), each.room) for number, each in enumerate(corrections)]
        wrong = [(field, name) for field, name in named if name and name not in rooms]
        for field, name in wrong:
            self.suggest("unknown-room", path, field, name, rooms)
        if wrong:
            self.left_out[path] = path
        return not wrong

    def unique(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        """The events whose identifiers no earlier event bears."""
        first: dict[str, Event] = {}
        for event in events:
            other = first.setdefault(event.id, event)
            if other is not event:
                self.problem("event-id-twice", event.record.path, ("id",), id=event.id, other=other.record.path)
                self.left_out[event.record.path] = event.record.path
        return tuple(first.values())


class Unfolding(Struct, frozen=True):
    """What gives the occurrences of an event inside the horizon; a single event keeps its only ones for ever."""

    window: tuple[date, date]
    zone: ZoneInfo

    def __call__(self, fields: EventFields) -> tuple[Occurrence, ...]:
        since, until = self.window
        if not fields.every and not fields.rrule:
            since, until = min(since, fields.starts.day), max(until, fields.starts.day + timedelta(days=366))
        return occurrences(fields, self.zone, since, until)


def zone_exists(name: str) -> bool:
    """Whether an IANA time zone of that name is known."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
