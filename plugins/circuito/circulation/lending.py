"""What spaces lend, when it is free, and where two have been promised the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from ..agenda.walltime import days_between
from ..model.interest import Loan
from ..model.network import Network
from ..model.resource import Booking, ResourceFields
from ..model.things import Interest, Resource, Space
from ..problems import Problem, Source
from .season import Days, Season, project_days

SHOWN = ("public",)
SHOWN_TO_MEMBERS = ("public", "members")
HOLDING = ("pencilled", "requested", "confirmed")


class Lendable(Struct, frozen=True):
    """A resource that can be borrowed: by its space and name, on which days of a season, and the power that it gives.

    Without a season nobody asks for days.
    """

    space: str
    resource: str
    season: Season | None = None
    days: Days = 0
    power_kw: Decimal | None = None


Lent = Mapping[str, tuple[Lendable, ...]]


class Promise(Struct, frozen=True):
    """So many pieces of a resource promised for some days; `path` is the file that says so, `field` the place in it."""

    first: date
    last: date
    pieces: int
    path: str
    field: tuple[str | int, ...]


def lent_by(network: Network, season: Season, visibility: Iterable[str] = SHOWN) -> Lent:
    """What can be borrowed, by the thing that it brings to a room: in order of spaces and names."""
    found: dict[str, list[Lendable]] = {}
    promised = promises(network.spaces, network.interests)
    for space in network.spaces:
        for resource in lendable(space, visibility):
            days = free_days(resource.fields, season, promised.get((space.slug, resource.slug), ()))
            each = Lendable(space.slug, resource.slug, season, days, resource.fields.power_kw)
            for thing in resource.fields.provides:
                found.setdefault(thing, []).append(each)
    return {thing: tuple(each) for thing, each in found.items()}


def lendable(space: Space, visibility: Iterable[str] = SHOWN) -> list[Resource]:
    """What a space lends, as far as somebody may see it; nothing where the space is closed."""
    if space.fields.status == "closed":
        return []
    kept = [each for each in space.resources if each.fields.status != "retired"]
    return [each for each in kept if each.fields.visibility in visibility]


def brought(interest: Interest, spaces: Iterable[Space]) -> Lent:
    """What an interest borrows, as matching takes it: whether it is free then is told elsewhere."""
    by_name = {(space.slug, each.slug): each for space in spaces for each in space.resources}
    found: dict[str, tuple[Lendable, ...]] = {}
    for loan in interest.fields.borrows:
        resource = by_name.get((loan.space, loan.resource))
        for thing in resource.fields.provides if resource else ():
            lent = Lendable(loan.space, loan.resource, power_kw=resource.fields.power_kw if resource else None)
            found[thing] = (*found.get(thing, ()), lent)
    return found


# Days


def free_days(fields: ResourceFields, season: Season, promised: Iterable[Promise]) -> Days:
    """The days on which one piece at least can be borrowed."""
    days = offered_days(fields, season)
    taken = list(promised)
    for day in {day for each in taken for day in days_between(each.first, each.last)}:
        if days & season.bit(day) and taken_on(taken, day) >= fields.count:
            days &= ~season.bit(day)
    return days


def offered_days(fields: ResourceFields, season: Season) -> Days:
    """The days on which a resource is lent at all."""
    if fields.status != "available":
        return 0
    stated = project_days(fields.available, None, season)
    days = season.since(0) if stated is None else stated
    for each in fields.closed:
        days &= ~season.between(each.from_, each.to or each.from_)
    return days


def taken_on(promised: Iterable[Promise], day: date) -> int:
    """How many pieces are promised for a day."""
    return sum(each.pieces for each in promised if each.first <= day <= each.last)


# Promises


def promises(spaces: Iterable[Space], interests: Iterable[Interest]) -> dict[tuple[str, str], list[Promise]]:
    """What is promised, by space and resource: the bookings of resources, then the loans of interests, oldest first."""
    found: dict[tuple[str, str], list[Promise]] = {}
    for space in spaces:
        for resource in space.resources:
            booked = [promise_of(each, number, resource.record.path) for number, each in bookings_of(resource.fields)]
            found[space.slug, resource.slug] = booked
    for interest in sorted(interests, key=lambda each: (each.fields.created, each.record.path)):
        for number, loan in enumerate(interest.fields.borrows if holds(interest) else ()):
            days = days_of(interest, loan)
            if days:
                promise = Promise(*days, loan.count, interest.record.path, ("borrows", number, "resource"))
                found.setdefault((loan.space, loan.resource), []).append(promise)
    return found


def bookings_of(fields: ResourceFields) -> list[tuple[int, Booking]]:
    """The bookings of a resource with their numbers, in order of days."""
    return sorted(enumerate(fields.bookings), key=lambda each: (each[1].from_, each[0]))


def promise_of(booking: Booking, number: int, path: str) -> Promise:
    """A booking as a promise."""
    return Promise(booking.from_, booking.to or booking.from_, booking.count, path, ("bookings", number, "from"))


def holds(interest: Interest) -> bool:
    """Whether an interest takes what it borrows: once it is a first hold, until its date is over."""
    return interest.state in HOLDING and (interest.fields.hold != 2 or interest.state == "confirmed")


def days_of(interest: Interest, loan: Loan) -> tuple[date, date] | None:
    """The first and the last day of a loan: its own, else those of the date; None where there is none yet."""
    first = loan.from_ or interest.fields.on
    if first is None:
        return None
    duration = interest.project.fields.duration
    stay = timedelta(days=max((duration.days_on_site if duration else None) or 1, 1) - 1)
    return first, loan.to or (first if loan.from_ else first + stay)


# What is wrong


def booking_problems(fields: ResourceFields, path: str) -> Iterator[Problem]:
    """Bookings of one resource that are more than there are of it."""
    kept: list[Promise] = []
    for number, each in bookings_of(fields):
        promise = promise_of(each, number, path)
        problem = too_many(fields, promise, kept)
        if problem:
            yield problem
        else:
            kept.append(promise)


def lending_problems(spaces: Iterable[Space], interests: Iterable[Interest]) -> Iterator[Problem]:
    """Loans of interests on days on which the resource is not lent, or of more than there are: the later is told."""
    listed = tuple(spaces)
    resources = {(space.slug, each.slug): each for space in listed for each in space.resources}
    for name, promised in promises(listed, interests).items():
        fields = resources[name].fields if name in resources else None
        kept: list[Promise] = []
        for each in promised if fields else ():
            problem = loan_problem(fields, each, kept) if fields else None
            if problem and each.field[0] == "borrows":
                yield problem
            else:
                kept.append(each)


def loan_problem(fields: ResourceFields, promise: Promise, kept: list[Promise]) -> Problem | None:
    """What is wrong with one loan beside those before it."""
    season = Season(promise.first, (promise.last - promise.first).days + 1)
    missing = season.since(0) & ~offered_days(fields, season)
    if missing:
        day = next(season.days(missing))
        return Problem("resource-not-lent", Source(promise.path), {"day": str(day)}, promise.field)
    return too_many(fields, promise, kept)


def too_many(fields: ResourceFields, promise: Promise, kept: list[Promise]) -> Problem | None:
    """A promise of more than there are, on one of its days."""
    for day in days_between(promise.first, promise.last):
        if taken_on([*kept, promise], day) > fields.count:
            other = next((each.path for each in kept if each.first <= day <= each.last), promise.path)
            values: dict[str, str | int] = {"day": str(day), "count": fields.count, "other": other}
            return Problem("resource-twice", Source(promise.path), values, promise.field)
    return None
