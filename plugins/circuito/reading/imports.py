"""How past imports went, as the cache folder tells it, for the office's page. Without a cache nothing is known.

What lies there may have come from elsewhere, so it is believed only where an import could have written it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec

from ..model.imports import FOLDER, VERSION, ImportState
from ..model.things import Space
from ..model.values import SLUG

MOST_TOLD, LONGEST_VALUE, LONGEST_MARK = 200, 500, 300
MOST_ENTRIES = 1_000_000
CODE = r"[a-z0-9]+(?:-[a-z0-9]+){0,8}"
DIGEST = r"[0-9a-f]{0,64}"
REFUSED = {"fault", "wished"}


def states(root: str, spaces: Iterable[Space]) -> tuple[ImportState, ...]:
    """What is known of each calendar that a space names, in order of spaces."""
    return tuple(state_of(root, space.slug, each.id) for space in spaces for each in space.fields.calendars)


def state_of(root: str, space: str, calendar: str) -> ImportState:
    """What is remembered of a calendar; nothing where there is none, or where it cannot be read."""
    with suppress(OSError):
        state = understood(state_file(root, space, calendar).read_bytes())
        if state is not None and (state.space, state.calendar) == (space, calendar):
            return state
    return ImportState(space=space, calendar=calendar)


def state_file(root: str, space: str, calendar: str) -> Path:
    """Where the state of a calendar lies."""
    return Path(root, FOLDER, space, f"{calendar}.json")


def understood(content: bytes) -> ImportState | None:
    """The state that some bytes hold; None where they hold none that an import could have written."""
    try:
        state = msgspec.json.decode(content, type=ImportState)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return state if is_sound(state) else None


def is_sound(state: ImportState) -> bool:
    """Whether every value is such as an import writes."""
    counts = (state.entries, state.kept, state.shrunk, *state.refused.values())
    return (
        state.version == VERSION
        and all(len(name) <= SLUG.most and re.fullmatch(SLUG.shape, name) for name in (state.space, state.calendar))
        and all(map(is_day, (state.tried, state.succeeded)))
        and all(0 <= count <= MOST_ENTRIES for count in counts)
        and state.refused.keys() <= REFUSED
        and all(len(mark) <= LONGEST_MARK and is_plain(mark) for mark in (state.host, state.etag, state.modified))
        and all(re.fullmatch(DIGEST, each) for each in (state.content, state.files, state.settings))
        and len(state.told) <= MOST_TOLD
        and all(map(is_told, state.told))
    )


def is_day(text: str) -> bool:
    """Whether a text is a day as files write it, or none."""
    try:
        return not text or date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_plain(text: str) -> bool:
    """Whether a text may stand in a header of a request."""
    return text.isascii() and (not text or text.isprintable())


def is_told(said: Mapping[str, object]) -> bool:
    """Whether a problem as plain data has the parts of one."""
    code, values = said.get("code"), said.get("values")
    if not isinstance(code, str) or not re.fullmatch(CODE, code) or not isinstance(values, Mapping):
        return False
    return all(isinstance(each, int | str) and len(str(each)) <= LONGEST_VALUE for each in values.values())
