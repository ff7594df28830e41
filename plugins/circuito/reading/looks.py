"""Looks at files that are not opened. Python tells nobody of them; these do, so that a build's trace misses none."""

from __future__ import annotations

import os
import sys

LOOK = "circuito.look"


def looked_at(path: str | os.PathLike[str]) -> None:
    """Tell that somebody judges a file by what the folder says of it."""
    sys.audit(LOOK, os.fspath(path))


def is_there(path: str | os.PathLike[str]) -> bool:
    """Whether a path leads to a file."""
    looked_at(path)
    return os.path.isfile(path)


def facts_of(path: str | os.PathLike[str]) -> os.stat_result:
    """Size and times of a file. Raises `OSError` where there is none."""
    looked_at(path)
    return os.stat(path)
