"""Which published pages a proposal changes. None is rendered: things are compared by the keys of `outputs/keys`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from ..agenda.walltime import days_between
from ..model.network import Network
from ..model.things import Event
from ..outputs import digest
from ..outputs.addresses import Addresses
from ..outputs.keys import event_key, facts_of_event, project_key, space_key

ORDER = ("event", "space", "project", "organisation", "area", "theme", "day")


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that would be `added`, `changed` or `removed`: the kind of thing it tells of, its address, its name."""

    how: str
    kind: str
    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a page tells of: its kind, its name, and the digest of what it is made from."""

    kind: str
    name: str
    key: str


def page_changes(before: Network | None, after: Network | None) -> list[PageChange]:
    """The pages of things that are no longer what they were, in the network's own language, by kind and address."""
    return differences(*without_same_events(before, after)) if before and after else differences(before, after)


def differences(before: Network | None, after: Network | None) -> list[PageChange]:
    """What differs between all pages of two networks."""
    was, would_be = (pages_of(network) if network else {} for network in (before, after))
    found = [
        PageChange(how_of(was.get(address), would_be.get(address)), told.kind, address, told.name)
        for address, told in {**was, **would_be}.items()
        if was.get(address) != would_be.get(address)
    ]
    return sorted(found, key=lambda page: (ORDER.index(page.kind), page.address))


def without_same_events(before: Network, after: Network) -> tuple[Network, Network]:
    """Two networks of one day, without the events that are the same in both.

    Such an event stands in the same lists of both, with the same dates: it makes no page another.
    """
    was, would_be = (
        {event.address: facts_of_event(network, event) for event in network.events} for network in (before, after)
    )
    same = {address for address, facts in was.items() if would_be.get(address) == facts}
    return without(before, same), without(after, same)


def without(network: Network, addresses: Collection[str]) -> Network:
    """A network without some of its events."""
    return replace(network, events=tuple(event for event in network.events if event.address not in addresses))


def how_of(before: Told | None, after: Told | None) -> str:
    """What would happen to a page."""
    if before is None:
        return "added"
    return "removed" if after is None else "changed"


def pages_of(network: Network) -> Mapping[str, Told]:
    """The pages of a network's things by their addresses."""
    to = Addresses(network, network.lang)
    return {address: Told(kind, name, key) for kind, address, name, key in [*things(network, to), *lists(network, to)]}


def things(network: Network, to: Addresses) -> Iterator[tuple[str, str, str, str]]:
    """Kind, address, name and key of the pages of events, spaces, projects and organisations."""
    keys = {event.address: occurring_key(network, event) for event in network.events}
    for event in network.events:
        yield "event", to.event(event), event.fields.title, keys[event.address]
    for space in network.spaces:
        own = [keys[event.address] for event in network.events_by_space[space.slug]]
        wishes = [each.record.digest for each in network.interests if each.space is space]
        yield "space", to.space(space), space.fields.name, digest(space_key(network, space), own, wishes)
    for project in network.projects:
        own = [keys[event.address] for event in network.events_by_project.get(project.slug, ())]
        wishes = [each.record.digest for each in network.interests_by_project.get(project.slug, ())]
        yield "project", to.project(project), project.fields.title, digest(project_key(network, project), own, wishes)
    for body in network.organisations:
        yield "organisation", to.organisation(body), body.fields.name, digest(body.record.digest)


def lists(network: Network, to: Addresses) -> Iterator[tuple[str, str, str, str]]:
    """Kind, address, name and key of the lists that events and spaces stand in: areas, themes, days."""
    coming = [event for event in network.events if any(each.last_day >= network.today for each in event.occurrences)]
    for areas in network.areas.values():
        for area in areas:
            spaces = [space for space in network.spaces if area in space.areas]
            own = [occurring_key(network, event) for event in coming if event.host in spaces]
            keys = [space_key(network, space) for space in spaces]
            if spaces:
                yield "area", to.area(area), area.name, digest(keys, own)
    for theme in network.fields.themes:
        own = [occurring_key(network, event) for event in coming if theme.id in event.fields.themes]
        keys = [space_key(network, space) for space in network.spaces if theme.id in space.fields.themes]
        works = [project_key(network, each) for each in network.projects if theme.id in themes_of(each.fields)]
        spoken = network.words(theme.name, network.lang)
        yield "theme", to.theme(theme.id), spoken.text if spoken else theme.id, digest(own, keys, works)
    for day, events in by_day(network).items():
        yield "day", to.day(day), day.isoformat(), digest([event_key(network, event) for event in events])


def themes_of(fields: Any) -> tuple[str, ...]:
    """The themes of a project."""
    found: tuple[str, ...] = fields.outcomes.themes if fields.outcomes else ()
    return found


def occurring_key(network: Network, event: Event) -> str:
    """An event with its dates."""
    return network.once(("occurring", event.address), made_occurring_key, network, event)


def made_occurring_key(network: Network, event: Event) -> str:
    dates = [f"{each.starts} {each.ends} {each.all_day}" for each in event.occurrences]
    return digest(event_key(network, event), dates)


def by_day(network: Network) -> Mapping[date, list[Event]]:
    """The events on each day that has a page in the agenda."""
    since, last = network.window[0], network.today + timedelta(days=network.fields.horizon.day_pages)
    found: dict[date, list[Event]] = {day: [] for day in days_between(since, last)}
    for event in network.events:
        days = {
            day
            for each in event.occurrences
            for day in days_between(max(each.first_day, since), min(each.last_day, last))
        }
        for day in days:
            found[day].append(event)
    return found
