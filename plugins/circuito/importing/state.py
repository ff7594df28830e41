"""What an import remembers between runs: the last good copy of each source, and how its last run went.

It lies in the cache folder and is never in git. Without it everything is fetched and judged anew, with one difference:
nobody then knows for how many runs a source has been smaller than half.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ..model.imports import ImportState
from ..problems import Problem
from ..reading.imports import state_file


def keep(root: str, state: ImportState, content: bytes | None) -> None:
    """Remember a run and, where it gave one, the copy of the source."""
    file = state_file(root, state.space, state.calendar)
    file.parent.mkdir(parents=True, exist_ok=True)
    if content is not None:
        write(file.with_suffix(".copy"), content)
    write(file, json.dumps(asdict(state), ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n")


def last_copy(root: str, space: str, calendar: str) -> bytes | None:
    """The last good copy of a source."""
    with suppress(OSError):
        return state_file(root, space, calendar).with_suffix(".copy").read_bytes()
    return None


def write(file: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(content)
    os.replace(beside, file)


def digest(*parts: bytes | str) -> str:
    """A digest of some parts."""
    made = blake2b(digest_size=16)
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        made.update(f"{len(raw)} ".encode() + raw)
    return made.hexdigest()


def as_data(problem: Problem) -> dict[str, Any]:
    """A problem as plain data, from which it can be told in any language."""
    return {"code": problem.code, "line": problem.source.line, "values": dict(problem.values)}
