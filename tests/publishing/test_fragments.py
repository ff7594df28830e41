"""Fragments are given back as they were made, from a file that is written part by part."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from circuito.publishing.fragments import Fragments, Store, pieces
from circuito.reading.sealing import sealed, write_sealed


@given(st.text(max_size=80), st.dictionaries(st.text(), st.binary(max_size=70_000), max_size=20))
def test_parts_written_one_by_one_are_read_as_a_whole(epoch, parts):
    assert msgspec.msgpack.decode(b"".join(pieces(epoch, parts)), type=Store) == Store(epoch, parts)


def test_pieces_are_sealed_as_the_whole_is(tmp_path):
    write_sealed(tmp_path / "file", [b"one ", b"", b"two"])
    assert ((tmp_path / "file").read_bytes(), len(list(tmp_path.iterdir()))) == (sealed(b"one two"), 1)


def test_a_later_build_makes_no_part_again(tmp_path):
    first = Fragments(tmp_path / "fragments", "epoch")
    made = [first.remember(key, bytes, key.encode()) for key in "ab"]
    first.save()
    second = Fragments(tmp_path / "fragments", "epoch")
    assert [second.remember(key, bytes) for key in "ab"] == made
