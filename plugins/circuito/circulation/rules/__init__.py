"""The rules of matching, by group, in the order in which they are told."""

from __future__ import annotations

from .law import LAW
from .loading import LOADING
from .people import PEOPLE
from .room import ROOM
from .rule import Rule
from .technique import TECHNIQUE
from .time_and_money import TIME_AND_MONEY

GROUPS: dict[str, tuple[Rule, ...]] = {
    "room": ROOM,
    "people": PEOPLE,
    "technique": TECHNIQUE,
    "loading": LOADING,
    "law": LAW,
    "time": TIME_AND_MONEY,
}
RULES: tuple[Rule, ...] = tuple(rule for group in GROUPS.values() for rule in group)
