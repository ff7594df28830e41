"""Bytes that know whether they are whole: what caches keep is sealed with its digest."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

SIZE = 16


def sealed(content: bytes) -> bytes:
    """Bytes with their digest before them."""
    return blake2b(content, digest_size=SIZE).digest() + content


def unsealed(content: bytes) -> bytes:
    """The bytes without their digest; none where they are not what was sealed."""
    return content[SIZE:] if blake2b(content[SIZE:], digest_size=SIZE).digest() == content[:SIZE] else b""


def write_sealed(file: Path, pieces: Iterable[bytes]) -> None:
    """Write bytes, piece by piece, with their digest before them: aside, then moved to their place."""
    fresh, hashed = file.with_suffix(".new"), blake2b(digest_size=SIZE)
    with fresh.open("wb") as opened:
        opened.write(bytes(SIZE))
        for piece in pieces:
            hashed.update(piece)
            opened.write(piece)
        opened.seek(0)
        opened.write(hashed.digest())
    fresh.replace(file)
