"""What is asked of a run of the import, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ..model.imports import ImportState
from ..model.space_calendar import SpaceCalendar
from ..problems import Problem
from .found import Taken
from .merge import Merged

DOUBTS = {"source-shrunk", "source-incomplete"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked of a run: the folder, the day, and which calendars; a `file` stands in for what one address has.

    Reading one calendar may take some `seconds`, and no more. `secrets` are addresses by `space/calendar`.
    """

    root: str
    today: date
    since: date | None = None
    spaces: tuple[str, ...] = ()
    calendar: str = ""
    file: str = ""
    trial: bool = False
    accept_shrink: bool = False
    seconds: float = 120.0
    secrets: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What a run did with one calendar; `title` is the name of its space.

    `problem` says that nothing usable came; `idle`, that nothing had changed.
    """

    space: str
    title: str
    calendar: SpaceCalendar
    taken: Taken = field(default_factory=Taken)
    merged: Merged = field(default_factory=Merged)
    problem: Problem | None = None
    notes: list[Problem] = field(default_factory=list)
    idle: bool = False
    state: ImportState

    @property
    def name(self) -> str:
        """The calendar by its space and name."""
        return f"{self.space}/{self.calendar.id}"

    @property
    def doubted(self) -> bool:
        """Whether the source is not believed that events are gone: they stay as they were until somebody looks."""
        now = (each.code for each in self.merged.notes)
        return not DOUBTS.isdisjoint((each.get("code") for each in self.state.told) if self.idle else now)

    @property
    def faults(self) -> int:
        """The events that were refused and could be mended."""
        refused = [*self.taken.refused, *self.merged.refused]
        return (
            sum(each.entries for each in refused if each.fault) if not self.idle else self.state.refused.get("fault", 0)
        )


def refusals(outcome: Outcome) -> Counter[str]:
    """How many entries were refused: with a fault, or as one would wish."""
    counted: Counter[str] = Counter()
    for each in (*outcome.taken.refused, *outcome.merged.refused):
        counted["fault" if each.fault else "wished"] += each.entries
    return counted


def warnings(outcome: Outcome) -> list[Problem]:
    """What the office should see of a run."""
    refused = [each.reason for each in (*outcome.taken.refused, *outcome.merged.refused) if each.fault]
    return [*outcome.notes, *outcome.taken.notes, *outcome.merged.notes, *refused]
