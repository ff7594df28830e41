"""The table of digests that is remembered: whatever rows and columns come and go, its cells are those made anew."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from circuito.publishing.grid import Grid

NAMES = st.lists(st.sampled_from("abcdef"), unique=True, max_size=5)


class Maker:
    """Makes cells of the names of their row and column, and notes how many."""

    def __init__(self, rows: Sequence[str], columns: Sequence[str]) -> None:
        self.rows = rows
        self.columns = columns
        self.made = 0

    def __call__(self, rows: Sequence[int], columns: Sequence[int]) -> list[list[bytes]]:
        self.made += len(rows) * len(columns)
        return [[cell(self.rows[row], self.columns[column]) for column in columns] for row in rows]


def cell(row: str, column: str) -> bytes:
    return blake2b(f"{row} {column}".encode(), digest_size=16).digest()


def asked(file: Path, rows: Sequence[str], columns: Sequence[str], epoch: str = "one") -> tuple[list[list[bytes]], int]:
    """The cells, and how many of them were made."""
    maker = Maker(rows, columns)
    return Grid(file, epoch).laid_out(rows, columns, maker), maker.made


@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=5))
def test_cells_are_those_made_anew_after_any_changes(tables):
    with tempfile.TemporaryDirectory() as folder:
        for rows, columns in tables:
            found, _ = asked(Path(folder) / "verdicts", rows, columns)
            assert found == [[cell(row, column) for column in columns] for row in rows]


@given(NAMES, NAMES, NAMES, NAMES)
def test_only_cells_of_new_rows_and_columns_are_made(rows, columns, later_rows, later_columns):
    with tempfile.TemporaryDirectory() as folder:
        asked(Path(folder) / "verdicts", rows, columns)
        _, made = asked(Path(folder) / "verdicts", later_rows, later_columns)
    kept = len({*rows} & {*later_rows}) * len({*columns} & {*later_columns})
    assert made == len(later_rows) * len(later_columns) - kept


def test_another_program_remembers_nothing(tmp_path):
    asked(tmp_path / "verdicts", "ab", "cd")
    assert asked(tmp_path / "verdicts", "ab", "cd", "two")[1] == 4


def test_a_damaged_table_is_made_anew(tmp_path):
    file = tmp_path / "verdicts"
    asked(file, "ab", "cd")
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    assert asked(file, "ab", "cd")[1] == 4
