"""A table of digests that is remembered from build to build: only rows and columns that are new are made again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from ..model.remembering import MakeBlock, made_whole
from ..reading.sealing import unsealed, write_sealed

CELL = 16


class Store(msgspec.Struct, array_like=True):
    """The whole file: the keys of rows and columns, and of each row its cells on end."""

    epoch: str
    rows: list[str]
    columns: list[str]
    cells: list[bytes]


class Grid:
    """Cells by the keys of their row and column. The file is read when the first of them is asked for."""

    def __init__(self, file: Path, epoch: str) -> None:
        self.file = file
        self.epoch = epoch

    def laid_out(self, rows: Sequence[str], columns: Sequence[str], make: MakeBlock) -> list[list[bytes]]:
        """The cells of every row: as they were made before where row and column are known, else made now."""
        before = self.recalled()
        if (before.rows, before.columns) == (list(rows), list(columns)):
            return [parted(cells) for cells in before.cells]
        made = mixed(before, rows, columns, make) if before.rows else made_whole(rows, columns, make)
        self.save(Store(self.epoch, list(rows), list(columns), [b"".join(row) for row in made]))
        return made

    def recalled(self) -> Store:
        """The table in the file, or an empty one."""
        try:
            store = msgspec.msgpack.decode(unsealed(self.file.read_bytes()), type=Store)
        except (OSError, msgspec.DecodeError):
            return Store(self.epoch, [], [], [])
        return store if store.epoch == self.epoch else Store(self.epoch, [], [], [])

    def save(self, store: Store) -> None:
        """Write the table, wholly or not at all."""
        write_sealed(self.file, [msgspec.msgpack.encode(store)])


def mixed(before: Store, rows: Sequence[str], columns: Sequence[str], make: MakeBlock) -> list[list[bytes]]:
    """Cells of an earlier table where it has them. New rows are made in one block, new columns of the rest in one."""
    known = dict(zip(before.rows, before.cells, strict=True))
    place = {key: number for number, key in enumerate(before.columns)}
    kept = [number for number, key in enumerate(rows) if key in known]
    new = [number for number, key in enumerate(rows) if key not in known]
    fresh = [number for number, key in enumerate(columns) if key not in place]
    made = dict(zip(new, make(new, range(len(columns))), strict=True)) if new else {}
    added = dict(zip(kept, make(kept, fresh), strict=True)) if kept and fresh else {}
    for number in kept:
        old, cells = parted(known[rows[number]]), iter(added.get(number, ()))
        made[number] = [old[place[key]] if key in place else next(cells) for key in columns]
    return [made[number] for number in range(len(rows))]


def parted(cells: bytes) -> list[bytes]:
    """The cells of a row."""
    return [cells[at : at + CELL] for at in range(0, len(cells), CELL)]
