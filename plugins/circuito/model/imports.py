"""What is known of past imports: of each calendar of a space, its last run. Derived, kept in the cache folder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

FOLDER = ".circuito/imports"
VERSION = 1


class ImportState(Struct, frozen=True, kw_only=True):
    """The last run of one calendar. Days are as files write them; `told` are problems as plain data.

    `failed` says that the last run got nothing usable; then all else is of the last good one.
    """

    space: str
    calendar: str
    host: str = ""
    tried: str = ""
    succeeded: str = ""
    failed: bool = False
    entries: int = 0
    kept: int = 0
    refused: Mapping[str, int] = field(default_factory=dict)
    told: tuple[Mapping[str, Any], ...] = ()
    shrunk: int = 0
    etag: str = ""
    modified: str = ""
    content: str = ""
    files: str = ""
    settings: str = ""
    version: int = VERSION
