"""Addresses of calendars that only whoever imports knows: all in one variable, so that no workflow names a calendar.

Each is told as `space/calendar=address`, by the names that reports use, so that no space can ask for the address of
another. Of what stands there nothing is ever told but the number of an entry that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

VARIABLE = "CALENDARS"
ENTRY = re.compile(r"([a-z0-9-]+/[a-z0-9-]+)=(\S+)")


def secret_addresses(text: str) -> tuple[Mapping[str, str], list[int]]:
    """The addresses by the names of their calendars, and the numbers of entries that are none or come twice.

    Entries stand on lines of their own, or with `|` between them, which no address holds: GitLab hides one line alone.
    """
    found: dict[str, str] = {}
    wrong = []
    for number, entry in enumerate(filter(None, re.split(r"[\s|]+", text)), 1):
        told = ENTRY.fullmatch(entry)
        if told is None or told[1] in found:
            wrong.append(number)
        else:
            found[told[1]] = told[2]
    return found, wrong
