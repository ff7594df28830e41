"""When things were published and last changed, as far as their files say: the clock is never asked.

What states no day counts from the network's birth. A count of changes and exact instants from git can come here.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from ..model.network import Event, Network


def published_on(network: Network, event: Event) -> date:
    """The day on which an event was published."""
    return event.fields.published or network.fields.since


def changed_on(network: Network, event: Event) -> date:
    """The day of an event's last important change, at the earliest that of its publication."""
    stated = [day for day in (event.fields.updated, event.fields.published) if day]
    return max(stated, default=network.fields.since)


def revision(network: Network, event: Event) -> int:
    """A number that rises with each declared change and never falls: the days from the network's birth to it."""
    return max(0, (changed_on(network, event) - network.fields.since).days)


def midnight(day: date) -> datetime:
    """The instant that stands for a day (00:00 UTC)."""
    return datetime.combine(day, time(), UTC)
