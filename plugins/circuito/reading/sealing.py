"""Bytes that know whether they are whole: what caches keep is sealed with its digest."""

from __future__ import annotations

from hashlib import blake2b

SIZE = 16


def sealed(content: bytes) -> bytes:
    """Bytes with their digest before them."""
    return blake2b(content, digest_size=SIZE).digest() + content


def unsealed(content: bytes) -> bytes:
    """The bytes without their digest; none where they are not what was sealed."""
    return content[SIZE:] if blake2b(content[SIZE:], digest_size=SIZE).digest() == content[:SIZE] else b""
