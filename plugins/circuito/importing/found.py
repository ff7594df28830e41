"""What was found of events at a source: the one form that all readers give, whatever they read.

A reader is a function of bytes and a `Ground`, the facts of the network that it needs, which gives what was `Taken`:

    def read(content: bytes, ground: Ground) -> Taken

What it takes is counted in entries: a VEVENT, an `Event` of a page, a row of a table. Each is found or refused, none is
lost: `taken.entries == taken.accounted` holds for every input.

A `Found` event has the data of an event file, by the names and in the plain values of files, but no `id` and no
`source`, which `merge` knows: days are `"2026-11-28"`, moments `"2026-11-28 18:00"` and clocks `"18:00"`, in the
network's zone; numbers are int or Decimal; what is not known is left away. Its text is Markdown as `texts` makes it.
Declared bounds need not be kept: `bounds.fitted` moves what is too long into the text, and every file is read once more
by the rules of `circuito check` before it is proposed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from ..model.network_fields import NetworkFields
from ..model.room import RoomFields
from ..model.space import SpaceFields
from ..model.space_calendar import SpaceCalendar
from ..problems import Problem, Source, Value

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One event as a source tells it.

    It is known by `uid` and, where several share one, by `recurrence`, which says which of them it is. `link` is its
    page there. A lower `sequence` than the one known before is older news. `made_up` says that the source gives no
    identifier: `uid` was made from what it says. `entries` made it, the first at `line` of the source.
    """

    uid: str
    data: Data
    recurrence: str = ""
    text: str = ""
    link: str = ""
    sequence: int = 0
    made_up: bool = False
    entries: int = 1
    line: int = 1
    notes: tuple[Problem, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by within its source."""
        return self.uid, self.recurrence

    @property
    def title(self) -> str:
        """Its title."""
        return str(self.data["title"])

    @property
    def starts(self) -> str:
        """When it starts, as files write it."""
        return str(self.data["starts"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Entries that become no event, with the reason. A `fault` is something to mend; else it is as one would wish."""

    title: str
    reason: Problem
    uid: str = ""
    entries: int = 1
    fault: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """All that was taken from a source: found or refused; `notes` are about the source as a whole.

    It is `complete` if what is not in it is no longer at the source; else nothing may be concluded from absence.
    """

    entries: int = 0
    found: tuple[Found, ...] = ()
    refused: tuple[Refused, ...] = ()
    notes: tuple[Problem, ...] = ()
    complete: bool = True

    @property
    def accounted(self) -> int:
        """The entries that are found or refused: all, or an entry was lost."""
        return sum(each.entries for each in self.found) + sum(each.entries for each in self.refused)


class Unusable(Exception):
    """A source that cannot be read as what it should be; carries the problem. Everything stays as it was."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.told("en"))
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What readers need to know: the network, the space, the calendar's defaults, and the days that count.

    Of what is over before `since` nothing is taken; recurrences that must be told date by date go up to `until`.
    """

    network: NetworkFields
    space: str
    fields: SpaceFields
    calendar: SpaceCalendar
    zone: ZoneInfo
    today: date
    since: date
    until: date
    rooms: Mapping[str, RoomFields] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        """The network's own language."""
        return self.network.languages[0]

    def note(self, code: str, line: int = 1, **values: Value) -> Problem:
        """A sentence of `sentences.importing` about a line of what is read."""
        return Problem(code, Source(f"{self.space}/{self.calendar.id}", line), values)


Reader = Callable[[bytes, Ground], Taken]
