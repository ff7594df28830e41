"""Words that others write, and the network's own terms that they name: themes, targets, types of events."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from ..model.event_types import EVENT_TYPES
from ..model.network_fields import NetworkFields
from .places import folded
from .texts import line


def sorts(said: Iterable[str], network: NetworkFields) -> dict[str, Any]:
    """Type, themes and targets that words name in the network's own terms; others are none of ours."""
    made: dict[str, Any] = {}
    names = {folded(line(each)) for each in said} - {""}
    for field, terms in (("themes", network.themes), ("targets", network.targets)):
        known = [each.id for each in terms if names & {folded(name) for name in (each.id, *each.name.texts.values())}]
        if known:
            made[field] = known
    types = [code for name in names for code in types_by_name().get(name, ())]
    if types:
        made["type"] = max(types, key=lambda code: (len(code), code))
    return made


@cache
def types_by_name() -> dict[str, list[str]]:
    """The codes of types of events by their names."""
    found: dict[str, list[str]] = {}
    for code, each in EVENT_TYPES.items():
        for name in {folded(each.it), folded(each.en)}:
            found.setdefault(name, []).append(code)
    return found
