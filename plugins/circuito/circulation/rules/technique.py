"""Rules of technique: power, darkness, equipment, the net, quiet."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ..findings import YES, Answer, Word, no, unknown
from ..lending import Lendable
from ..offers import INTERNET
from .rule import at_least, nothing, rule

DARKNESS = ("none", "partial", "full")


def is_strong(need: Decimal, battery: Lendable) -> bool:
    """Whether a battery or generator declares as much power as is needed."""
    return battery.power_kw is not None and battery.power_kw >= need


@rule("power.kw", need="power_kw", lent="battery", suits=is_strong)
def power_kw(need: Decimal, have: Decimal) -> Answer:
    """Electric power, in kilowatts."""
    return at_least(need, have)


@rule("power.phases", need="phases")
def power_phases(need: int, have: int) -> Answer:
    """Three phases where they are needed; one is found in three."""
    return at_least(need, have)


@rule("blackout", need="blackout", asks=lambda need: {"need": Word("level", need)}, lent="blackout")
def blackout(need: str, have: str) -> Answer:
    """As dark as it must be: none, partial, full."""
    enough = DARKNESS.index(have) >= DARKNESS.index(need)
    return YES if enough else no(need=Word("level", need), have=Word("level", have))


@rule("equip", need="items", asks=lambda item: {"item": Word("thing", item)})
def equipment(item: str, items: Mapping[str, bool]) -> Answer:
    """Each thing that the project asks for and does not bring."""
    if item not in items:
        return unknown(item=Word("thing", item))
    return YES if items[item] else no(item=Word("thing", item))


@rule("internet", need="internet", have="wifi", asks=lambda need: {"need": INTERNET[need]}, lent="router")
def internet(need: str, have: int) -> Answer:
    """A net of so many Mbit/s: 1 is basic, 5 serves to upload."""
    return at_least(INTERNET[need], have)


@rule("silence", need="silence", have="quiet", weight="soft", asks=nothing)
def silence(_: bool, have: bool) -> Answer:
    """A room that is not noisy."""
    return YES if have else no()


TECHNIQUE = (power_kw, power_phases, blackout, equipment, internet, silence)
