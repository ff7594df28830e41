"""How past imports went, as the cache folder tells it, for the office's page. Without a cache nothing is known."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

from ..model.imports import FOLDER, VERSION, ImportState
from ..model.things import Space


def states(root: str, spaces: Iterable[Space]) -> tuple[ImportState, ...]:
    """What is known of each calendar that a space names, in order of spaces."""
    return tuple(state_of(root, space.slug, each.id) for space in spaces for each in space.fields.calendars)


def state_of(root: str, space: str, calendar: str) -> ImportState:
    """What is remembered of a calendar; nothing where there is none, or where it cannot be read."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        said: Any = json.loads(state_file(root, space, calendar).read_bytes())
        if said.get("version") == VERSION and (said.get("space"), said.get("calendar")) == (space, calendar):
            known = {each.name for each in fields(ImportState)}
            values = {name: value for name, value in said.items() if name in known}
            return ImportState(**{**values, "told": tuple(values.get("told", ()))})
    return ImportState(space=space, calendar=calendar)


def state_file(root: str, space: str, calendar: str) -> Path:
    """Where the state of a calendar lies."""
    return Path(root, FOLDER, space, f"{calendar}.json")
