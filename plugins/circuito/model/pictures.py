"""What is known of pictures."""

from __future__ import annotations

from typing import NamedTuple


class PictureFacts(NamedTuple):
    """What is known of a sound picture: its size when upright, its mean colour, and the digest of its file."""

    width: int
    height: int
    colour: str = ""
    digest: str = ""
