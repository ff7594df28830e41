"""What an import remembers between runs: the last good copy of each source, and how its last run went.

It lies in the cache folder and is never among the files of the network. Without it everything is fetched and judged
anew, with one difference: nobody then knows for how many runs a source has been smaller than half. The copies never
leave this folder; the rest may (`remembering`), and so holds counts, days, digests and problems alone.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from ..model.imports import ImportState
from ..problems import Problem
from ..reading.imports import LONGEST_VALUE, state_file


def keep(root: str, state: ImportState, content: bytes | None) -> None:
    """Remember a run and, where it gave one, the copy of the source."""
    file = state_file(root, state.space, state.calendar)
    file.parent.mkdir(parents=True, exist_ok=True)
    if content is not None:
        write(file.with_suffix(".copy"), content)
    write(file, as_bytes(state))


def as_bytes(state: ImportState) -> bytes:
    """A state as its file holds it."""
    return json.dumps(asdict(state), ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def last_copy(root: str, state: ImportState) -> bytes | None:
    """The last good copy of a source, if it is the one that a state tells of."""
    with suppress(OSError):
        copy = state_file(root, state.space, state.calendar).with_suffix(".copy").read_bytes()
        return copy if digest(copy) == state.content else None
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
    values = {name: each[:LONGEST_VALUE] if isinstance(each, str) else each for name, each in problem.values.items()}
    return {"code": problem.code, "line": problem.source.line, "values": values}
