"""How costly parts are made where no earlier build has left any."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any


def made_anew(_: str, make: Callable[..., bytes], *given: Any) -> bytes:
    """A costly part where nothing is remembered: made of what is given."""
    return make(*given)


MakeBlock = Callable[[Sequence[int], Sequence[int]], list[list[bytes]]]


def made_whole(rows: Sequence[str], columns: Sequence[str], make: MakeBlock) -> list[list[bytes]]:
    """The cells of a table where nothing is remembered: made in one block."""
    return make(range(len(rows)), range(len(columns)))
