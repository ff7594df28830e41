"""From a project and its interests to its tour: who would host and when, the best tour, and what it costs each host."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from math import ceil

from msgspec import Struct

from ..model.interest import Stretch
from ..model.network import Network
from ..model.place import Location
from ..model.things import Event, Interest, Project, Space
from .distances import Table, by_road
from .interests import HELD, LIVING, SETTLED, stops
from .needs import Needs, Stop, forms_of
from .offers import busy_rooms, offer_of
from .routing import best_tour
from .rules.time_and_money import too_near
from .season import Days, Season
from .sharing import Split, Terms, saving, split_by_ability, split_by_capacity, split_equally, terms
from .tours import Host, Routed, TourProblem

METRES = 1000
POINTS = {1: 2}
START = ""


class Station(Struct, frozen=True, kw_only=True):
    """One date of a planned tour: who hosts and when, the metres from the place before, and what the host pays."""

    space: str
    on: date
    metres: int
    share: Decimal | None


class Plan(Struct, frozen=True, kw_only=True):
    """The tour that the interests in a project make: stations in order, how good it is, and every term of its cost.

    `nowhere` are hosts without a point on the map: no way to them can be told, so they are in no tour. `alone_metres`
    are those of so many single trips. `terms` is None where the cost is not declared, or not known before the dates.
    """

    project: str
    stations: tuple[Station, ...]
    routed: Routed
    alone_metres: int
    terms: Terms | None
    saving: Decimal | None
    splits: tuple[Split, ...]
    nowhere: tuple[str, ...]


def plan(network: Network, project: Project, season: Season, distances: Table | None = None) -> Plan | None:
    """The tour of a project as its interests stand; None where it has none that can be placed on the map."""
    interests = coming(network, project, season)
    placed = [each for each in interests if each.space.fields.location]
    nowhere = tuple(each.space.slug for each in interests if not each.space.fields.location)
    if not placed:
        return None
    problem = tour_problem(network, project, placed, season, distances)
    found = best_tour(problem)
    spaces = {each.space.slug: each.space for each in placed}
    chosen = [spaces[name] for name in found.tour.names]
    km = Decimal(found.tour.metres) / METRES
    costs = terms(project.fields.cost, len(chosen), km) if chosen else None
    single = [2 * problem.start[host] for host in found.tour.hosts]
    alone = [Decimal(metres) / METRES for metres in single]
    return Plan(
        project=project.slug,
        stations=tuple(stations(problem, found, chosen, season, costs)),
        routed=found,
        alone_metres=sum(single),
        terms=costs,
        saving=saving(project.fields.cost, len(chosen), km, alone) if chosen else None,
        splits=splits(costs, chosen) if costs else (),
        nowhere=nowhere,
    )


def coming(network: Network, project: Project, season: Season) -> list[Interest]:
    """The interests in a project that can still be part of its tour: living ones, and settled dates to come."""
    found = network.interests_by_project.get(project.slug, ())
    return [each for each in found if each.state in LIVING or (each.state in SETTLED and not is_past(each, season))]


def is_past(interest: Interest, season: Season) -> bool:
    """Whether the date of an interest lies before the season."""
    return interest.fields.on is not None and interest.fields.on < season.first


def stations(
    problem: TourProblem, found: Routed, chosen: Sequence[Space], season: Season, costs: Terms | None
) -> list[Station]:
    """The dates of a tour in order."""
    ways = [problem.start[host] for host in found.tour.hosts[:1]]
    ways += [problem.metres[a][b] for a, b in zip(found.tour.hosts, found.tour.hosts[1:], strict=False)]
    days = [date.fromordinal(season.first.toordinal() + number) for number in found.tour.days]
    return [
        Station(space=space.slug, on=day, metres=way, share=costs.host(is_priority(space)) if costs else None)
        for space, day, way in zip(chosen, days, ways, strict=True)
    ]


def is_priority(space: Space) -> bool:
    """Whether a space says that it lies in a priority area."""
    return bool(space.fields.hosting and space.fields.hosting.priority_area)


def splits(costs: Terms, chosen: Sequence[Space]) -> tuple[Split, ...]:
    """The whole cost of a tour by each of the three keys; by capacity only where every host declares its seats."""
    names = [space.slug for space in chosen]
    found = [split_equally(costs.tour, names)]
    seats = {space.slug: most_seats(space) for space in chosen}
    known = {name: number for name, number in seats.items() if number}
    if len(known) == len(names):
        found.append(split_by_capacity(costs.tour, known))
    caps = {space.slug: costs.cap_of(is_priority(space)) for space in chosen}
    return (*found, split_by_ability(costs.tour, caps))


def most_seats(space: Space) -> int | None:
    """The seats of the largest room; None where no room declares them."""
    declared = [room.fields.capacity.seated for room in space.rooms if room.fields.capacity]
    return max((seats for seats in declared if seats is not None), default=None)


# The problem


def tour_problem(
    network: Network, project: Project, interests: Sequence[Interest], season: Season, distances: Table | None = None
) -> TourProblem:
    """The tour problem of a project: one host for each interest, in order of names. All must be on the map."""
    ordered = sorted(interests, key=lambda each: each.space.slug)
    places = {each.space.slug: place for each in ordered if (place := each.space.fields.location)}
    start = start_of(network, project) or next(iter(places.values()))
    roads = in_metres(by_road({START: start, **places}, distances))
    tour = project.fields.tour
    pins = {pin.space: pin.on for pin in tour.pins} if tour else {}
    past = [each for each in settled_stops(network, project) if each.on < season.first]
    needs = forms_of(project.fields, season, tuple(past))
    names = [each.space.slug for each in ordered]
    return TourProblem(
        hosts=tuple(host_of(network, each, needs, pins, season) for each in ordered),
        metres=tuple(tuple(roads[one, other] for other in names) for one in names),
        start=tuple(roads[START, name] for name in names),
        gap=tour.gap_days_max if tour else None,
        stay=(project.fields.duration.days_on_site if project.fields.duration else None) or 1,
        least=(tour.min_dates if tour else None) or 1,
        most=max(tour.max_dates - len(past), 0) if tour and tour.max_dates else None,
        radius=ceil((tour.radius_km if tour and tour.radius_km else Decimal(0)) * METRES),
        radius_days=(tour.radius_days if tour else None) or 0,
    )


def in_metres(roads: Mapping[tuple[str, str], Decimal]) -> dict[tuple[str, str], int]:
    """Distances in whole metres, the same in both directions."""
    return {(one, other): round(roads[min((one, other), (other, one))] * METRES) for one, other in roads}


def start_of(network: Network, project: Project) -> Location | None:
    """Where a project starts from: its space of origin, or its proposer if that is a space."""
    wanted = project.fields.origin_space or project.proposer.slug
    return next((space.fields.location for space in network.spaces if space.slug == wanted), None)


def host_of(
    network: Network, interest: Interest, needs: Sequence[Needs], pins: Mapping[str, date], season: Season
) -> Host:
    """A host with its possible days: the one that is settled, pinned or held first, else those that it wishes for."""
    fields, name = interest.fields, interest.space.slug
    settled = pins.get(name) or (fields.on if interest.state in SETTLED else None)
    held = fields.on if interest.state in HELD and fields.hold != 2 else None
    points = POINTS.get(fields.rank, 1) if fields.rank else 0
    if settled or held:
        return Host(name=name, days=season.bit(settled or held or season.first), points=points, settled=bool(settled))
    days = free_days(interest, needs, season, network.events_by_space[name])
    return Host(name=name, days=wished(days, fields.preferred, fields.not_, season), points=points)


def free_days(interest: Interest, needs: Sequence[Needs], season: Season, events: Iterable[Event]) -> Days:
    """The days on which the project and a room of the host are free, in the form that the interest names or any."""
    busy = busy_rooms(events)
    forms = [form for form in needs if form.form == (interest.fields.variant or form.form)]
    rooms = [interest.room] if interest.room else interest.space.rooms
    found = 0
    for room in rooms:
        offer = offer_of(interest.space, room, season, busy.get(room.slug, ()))
        for form in forms:
            asked = form.window.days if form.window else season.since(0)
            days = asked & (offer.free.days(form.window.minutes if form.window else 0) if offer.free else asked)
            far = ~too_near(form.exclusive, offer.location) if form.exclusive and offer.location else -1
            found |= days & far
    return found


def wished(days: Days, preferred: Sequence[Stretch], avoided: Sequence[Stretch], season: Season) -> Days:
    """Possible days that a host wishes for: its preferred ones where it names any, never those to avoid."""
    wanted = union(preferred, season)
    return (days & wanted if preferred else days) & ~union(avoided, season)


def union(stretches: Iterable[Stretch], season: Season) -> Days:
    """All days of some stretches."""
    found = 0
    for stretch in stretches:
        found |= season.between(stretch.from_, stretch.to or stretch.from_)
    return found


def settled_stops(network: Network, project: Project) -> tuple[Stop, ...]:
    """The settled dates of a project, as `matching.candidate` takes them."""
    return stops(network.interests_by_project.get(project.slug, ()))
