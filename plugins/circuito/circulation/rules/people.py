"""Rules of people: the audience, those who travel and those who help."""

from __future__ import annotations

from ..findings import YES, Answer, Fix, no, unknown
from ..needs import Crowd
from ..offers import Seats
from .rule import at_least, nothing, rule


@rule("capacity.min", need="audience", have="seats", asks=lambda crowd: {"need": crowd.people})
def capacity(crowd: Crowd, seats: Seats) -> Answer:
    """Room for the least audience: seats, or standing room where every layout is one in which people stand."""
    have = seats.standing if crowd.standing else seats.seated
    if have is None:
        return unknown(need=crowd.people)
    if have >= crowd.people:
        return YES
    half = -(-crowd.people // 2)
    fixes = [Fix("two-showings", (("people", half),))] if have >= half else []
    return no(*fixes, need=crowd.people, have=have, short=crowd.people - have)


@rule("capacity.legal", need="audience_max", have="legal_most", weight="soft")
def capacity_legal(need: int, have: int) -> Answer:
    """No more people than the law admits; else the audience is limited."""
    return YES if have >= need else no(Fix("limit", (("people", have),)), need=need, have=have)


@rule("dressing_room", need="dressing_room", have="dressing_rooms", weight="soft", asks=nothing)
def dressing_room(_: bool, have: int) -> Answer:
    """A dressing room, or a corner that serves as one."""
    return YES if have else no(Fix("improvise"))


@rule("crew", need="crew", have="helpers", weight="soft")
def crew(need: int, have: int) -> Answer:
    """People who help to set up."""
    return at_least(need, have)


@rule("minors", need="minors", weight="soft", asks=nothing)
def minors(_: bool, have: bool) -> Answer:
    """A policy for minors."""
    return YES if have else no()


PEOPLE = (capacity, capacity_legal, dressing_room, crew, minors)
