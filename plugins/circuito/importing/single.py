"""Entries of a calendar that are events of one date."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..problems import Problem
from .entries import Entry, facts
from .found import Found
from .times import stated_end, told


def single(entry: Entry, name: str) -> Found:
    """An event that takes place once."""
    data, text = facts(entry)
    return found(entry, {**data, **alone_times(entry)}, text, name, tuple(entry.notes), 1)


def alone_times(entry: Entry) -> dict[str, Any]:
    """When an event takes place that does so once."""
    moment = entry.starts.here(entry.ground.zone)
    ends = stated_end(moment, entry.lasts)
    return {"starts": told(moment), **({"ends": ends} if ends else {})}


def name_of(entry: Entry) -> str:
    """Which date of a series an entry is."""
    return told((entry.instead or entry.starts).here(entry.ground.zone))


def found(entry: Entry, data: dict[str, Any], text: str, name: str, notes: Iterable[Problem], entries: int) -> Found:
    """An event that an entry makes; `name` tells apart several of one identifier, `entries` are those that it holds."""
    return Found(
        uid=entry.uid, recurrence=name, data=data, text=text, link=entry.link, sequence=entry.sequence,
        entries=entries, line=entry.component.line, notes=once(notes),
    )  # fmt: skip


def once(notes: Iterable[Problem]) -> tuple[Problem, ...]:
    """Notes, each once."""
    return tuple({(each.code, repr(sorted(each.values.items()))): each for each in notes}.values())
