"""Rules of the way in: the door, the steps, the van, the time to set up."""

from __future__ import annotations

from decimal import Decimal

from ..findings import YES, Answer, Fix, no
from .rule import at_most, in_metres, metres_at_least, nothing, rule

FAR_FROM_VAN = 50


@rule("door.w", need="door_width", asks=in_metres)
def door_width(need: Decimal, have: Decimal) -> Answer:
    """The width of the narrowest point of the way in, in metres."""
    return metres_at_least(need, have)


@rule("door.h", need="door_height", asks=in_metres)
def door_height(need: Decimal, have: Decimal) -> Answer:
    """The height of the lowest point of the way in, in metres."""
    return metres_at_least(need, have)


@rule("steps", need="steps")
def steps(need: int, have: int) -> Answer:
    """No more steps on the way in than can be borne; none where there is a lift."""
    return at_most(need, have)


@rule("van", need="van", have="van_metres", weight="soft", asks=nothing)
def van(_: bool, have: int) -> Answer:
    """A van that stops near the door."""
    return YES if have <= FAR_FROM_VAN else no(have=have, most=FAR_FROM_VAN)


@rule("getin", need="get_in")
def get_in(need: Decimal, have: Decimal) -> Answer:
    """Hours to set up and rehearse; else the set comes in on the evening before."""
    if have >= need:
        return YES
    evening = [Fix("evening-before")] if have * 2 >= need else []
    return no(*evening, need=need, have=have, short=need - have)


LOADING = (door_width, door_height, steps, van, get_in)
