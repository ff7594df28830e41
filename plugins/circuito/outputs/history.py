"""When things were published and last changed, as their files and git say: the clock is never asked.

A day that a file states counts from its midnight (UTC). What states none counts from its first commit, and where git
has no whole history, from the network's birth.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from ..model.network import Network
from ..model.record import Record
from ..model.things import Event, Project, Space


def published(network: Network, thing: Event | Space | Project) -> datetime:
    """The instant at which something was published."""
    stated = thing.fields.joined if isinstance(thing, Space) else thing.fields.published
    first = network.history.first(files(network, thing.record))
    return midnight(stated) if stated else instant(first) or midnight(network.fields.since)


def changed(network: Network, event: Event) -> datetime:
    """The instant of an event's last important change: its publication, or a later one that its file states."""
    days = (event.fields.updated, event.fields.status_since)
    return max([published(network, event), *(midnight(day) for day in days if day)])


def revised(network: Network, event: Event) -> datetime:
    """The instant of the last change of whatever calendars tell of an event, its place included."""
    committed = network.history.last(files(network, event.record))
    moved = [network.history.places[path] for path in places(network, event) if path in network.history.places]
    return max([changed(network, event), *(each for each in map(instant, (committed, *moved)) if each)])


def revision(network: Network, event: Event) -> int:
    """A number that rises with each change and never falls: the minutes from the network's birth to the last one."""
    return max(0, int((revised(network, event) - midnight(network.fields.since)).total_seconds()) // 60)


def files(network: Network, record: Record) -> Iterator[str]:
    """The paths of a thing's file and of its translations."""
    yield record.path
    stem = record.path.removesuffix(".md")
    yield from (f"{stem}.{lang}.md" for lang in network.languages if lang in record.translations)


def places(network: Network, event: Event) -> Iterator[str]:
    """The paths of the files that say where an event takes place."""
    yield from files(network, event.host.record)
    if event.room:
        yield from files(network, event.room.record)


def instant(seconds: int | None) -> datetime | None:
    """The instant so many seconds after 1970-01-01 UTC."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def midnight(day: date) -> datetime:
    """The instant that stands for a day (00:00 UTC)."""
    return datetime.combine(day, time(), UTC)
