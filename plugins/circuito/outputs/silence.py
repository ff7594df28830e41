"""Spaces where nothing is on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..agenda.occurrences import occurrences
from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.things import Event, Space
from .chore import Chore, living, of_profile
from .history import published
from .views import status_of


def silent(network: Network) -> Iterator[Chore]:
    """Spaces where nothing was on for long and nothing is to come; those that say that they pause are left alone."""
    allowed = timedelta(days=network.fields.freshness.silence_days)
    for space in living(network):
        if space.fields.status != "open" or is_lively(network, space, network.today - allowed):
            continue
        last = last_day(network, space)
        since = max(last or date.min, published(network, space).date()) + allowed
        if since <= network.today:
            yield of_profile("silent", since, space, last=last) if last else of_profile("never", since, space)


def of_space(network: Network, space: Space) -> list[Event]:
    """The events that take place in a space, and those it organises elsewhere."""
    elsewhere = network.once("events elsewhere", by_organiser, network).get(space.slug, [])
    return [*network.events_by_space[space.slug], *elsewhere]


def by_organiser(network: Network) -> dict[str, list[Event]]:
    """The events that spaces organise in others, by the organising space's name."""
    found: dict[str, list[Event]] = {}
    for event in network.events:
        for body in event.organisers:
            if isinstance(body, Space) and body is not event.host:
                found.setdefault(body.slug, []).append(event)
    return found


def is_lively(network: Network, space: Space, since: date) -> bool:
    """Whether something takes place since a day, or will, as far as the agenda reaches."""
    return any(each.last_day >= since and takes_place(event, each) for event, each in dated(network, space))


def dated(network: Network, space: Space) -> Iterator[tuple[Event, Occurrence]]:
    """The dates of a space's events inside the horizon."""
    return ((event, each) for event in of_space(network, space) for each in event.occurrences)


def takes_place(event: Event, dated: Occurrence) -> bool:
    """Whether a date is neither cancelled nor put off."""
    return status_of(event, dated) not in ("cancelled", "postponed")


def last_day(network: Network, space: Space) -> date | None:
    """The last day on which something was on in a space, however long ago."""
    found = [
        each.last_day
        for event in of_space(network, space)
        for each in occurrences(event.fields, network.zone, event.fields.starts.day, network.today)
        if takes_place(event, each)
    ]
    return max(found, default=None)
