"""Wall times: what a clock on the wall shows, how long something lasts by it, and the instant that it means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ..model.times import End, Moment

DAY = timedelta(days=1)


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last, both included."""
    for number in range((last - first).days + 1):
        yield first + number * DAY


def local(shown: datetime, zone: ZoneInfo) -> datetime:
    """The instant of a wall time in a zone, as RFC 5545 (3.3.5) tells it on the nights of a clock change.

    A time that is left out counts by the offset before the change: 02:30 becomes 03:30. Of a time that comes twice,
    the first counts.
    """
    return shown.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)


def wall(moment: Moment) -> datetime:
    """A moment as a wall time; a whole day begins at its midnight."""
    return datetime.combine(moment.day, moment.clock or time())


def at(moment: Moment, starts: Moment) -> Moment:
    """A moment of an event that first starts at `starts`: a day alone has its time, and a whole day has none."""
    return Moment(moment.day, (moment.clock or starts.clock) if starts.clock is not None else None)


def wall_end(starts: Moment, end: End) -> datetime:
    """When what starts then ends, as a wall time.

    A time alone is the first such time after the start. A day alone is included: it ends at the midnight after it.
    """
    if end.day is None:
        ends = datetime.combine(starts.day, end.clock or time())
        return ends if ends > wall(starts) else ends + DAY
    if end.clock is None or starts.clock is None:
        return datetime.combine(end.day, time()) + DAY
    return datetime.combine(end.day, end.clock)


def length(starts: Moment, end: End | None) -> timedelta | None:
    """How long it lasts by the clock on the wall; None if no end is known, or none that lies after the start."""
    if end is None or (starts.clock is None and end.day is None):
        return None
    lasts = wall_end(starts, end) - wall(starts)
    return lasts if lasts > timedelta() else None
