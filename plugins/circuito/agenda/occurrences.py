"""The dated instances of an event."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

from ..model.event import EventFields
from ..model.occurrence import Change, Occurrence
from ..model.times import Moment
from .checks import agenda_problems
from .recurrence import rule
from .walltime import DAY, at, length, local, wall

__all__ = ["agenda_problems", "occurrences"]


def occurrences(fields: EventFields, zone: ZoneInfo, since: date, until: date) -> tuple[Occurrence, ...]:
    """The occurrences that touch the days from `since` to `until`, in order of time.

    Of fields in which `agenda_problems` finds mistakes it gives what can be told: without a sound rule, the first date.
    """
    changes = {change.on: change for change in fields.changes}
    moments = foreseen(fields, zone, since, until)
    lasts = length(fields.starts, fields.ends)
    found = [occurrence(fields, zone, moment, lasts, changes.get(moment.day)) for moment in moments]
    touching = [each for each in found if each.first_day <= until and each.last_day >= since]
    return tuple(sorted(touching, key=lambda each: (each.starts, each.foreseen)))


def foreseen(fields: EventFields, zone: ZoneInfo, since: date, until: date) -> list[Moment]:
    """When the event was to start: all that can touch the window once changes are made, and perhaps more."""
    days = {fields.starts.day}
    recurs = rule(fields)
    if recurs is not None:
        recurs = recurs.within(zone)
        reach = since - (length(fields.starts, fields.ends) or timedelta()) - DAY
        days = {*recurs.days(reach, until), *recurs.among(change.on for change in fields.changes)}
    moments = {day: Moment(day, fields.starts.clock) for day in days.difference(fields.except_)}
    moments |= {extra.day: at(extra, fields.starts) for extra in fields.also}
    return list(moments.values())


def occurrence(
    fields: EventFields, zone: ZoneInfo, moment: Moment, lasts: timedelta | None, change: Change | None
) -> Occurrence:
    """What takes place when the event was to start at a moment and to last so long, with what changes on that date."""
    starts = moment
    if change is not None:
        starts = at(change.to or moment, fields.starts)
        lasts = length(starts, change.ends) if change.ends else lasts
    shown = wall(starts)
    if starts.clock is None:
        begins = shown.replace(tzinfo=zone)
        ends = begins + lasts if lasts else None
        return Occurrence(foreseen=moment.day, starts=begins, ends=ends, all_day=True, change=change)
    begins = local(shown, zone)
    ends = local(shown + lasts, zone) if lasts else None
    if lasts and ends and ends <= begins:  # the hour that is left out has moved the start past the end
        ends = (begins.astimezone(UTC) + lasts).astimezone(zone)
    return Occurrence(foreseen=moment.day, starts=begins, ends=ends, change=change)
