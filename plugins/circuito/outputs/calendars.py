"""The calendars that people subscribe to: of the network, of each space, and of single events.

They hold what lies within the network's horizon. A series is in as long as one of its dates is, and tells its true
first date and rule; an exhibition stays until it ends. Nothing in them comes from the clock: a calendar changes when
what it tells changes, or when something enters or leaves the horizon.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from ..model.network import Event, Network, Space
from . import File, digest
from .addresses import Addresses, path_of
from .colours import nearest_name
from .keys import network_key
from .vevents import vevents, vevents_key
from .views import must, text, theme_lines, words
from .vtimezone import vtimezone

REFRESH = timedelta(hours=6)
END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a calendar says of itself. `page` is the address of what it belongs to, `source` its own."""

    id: str
    name: str
    description: str
    colour: str
    page: str
    source: str


def calendars(network: Network) -> Iterator[File]:
    """The network's calendar and that of each space, in every language, also where a space had its address before."""
    for lang in network.languages:
        to = Addresses(network, lang)
        yield file(network, lang, to.file("calendar.ics"), about_network(network, lang), held(network)[""])
        for space in network.spaces:
            about, events = about_space(network, space, lang), held(network)[space.slug]
            for address in (to.space(space), *(to.at(to.word("spaces"), slug) for slug in space.fields.formerly)):
                yield file(network, lang, f"{address}calendar.ics", about, events)


def event_calendars(network: Network) -> Iterator[File]:
    """A calendar with one event beside its page, in every language, to take over a single event."""
    for lang in network.languages:
        to = Addresses(network, lang)
        for event in network.events:
            address = f"{to.event(event)}event.ics"
            key = digest("event calendar", lang, network.phrases[lang].digest, vevents_key(network, event))
            yield File(path_of(address, to.base), key, partial(alone, network, event, lang))


def file(network: Network, lang: str, address: str, about: About, events: list[Event]) -> File:
    """The calendar at an address."""
    to, keys = Addresses(network, lang), [vevents_key(network, event) for event in events]
    key = digest("calendar", lang, network.phrases[lang].digest, network_key(network), about, keys)
    return File(path_of(address, to.base), key, lambda: calendar(network, lang, about, events))


def held(network: Network) -> dict[str, list[Event]]:
    """The events of which something lies within the horizon, by space, and all under no name."""
    return network.once("held", by_space, network)


def by_space(network: Network) -> dict[str, list[Event]]:
    within = [event for event in network.events if is_within(network, event)]
    spaces: dict[str, list[Event]] = {space.slug: [] for space in network.spaces}
    for event in within:
        spaces[event.host.slug].append(event)
    return {"": within, **spaces}


def is_within(network: Network, event: Event) -> bool:
    """Whether some of an event lies within the horizon."""
    since, until = network.window
    return any(each.last_day >= since and each.first_day <= until for each in event.occurrences)


def about_network(network: Network, lang: str) -> About:
    """What the network's calendar says of itself."""
    to = Addresses(network, lang)
    return About(
        id="network",
        name=network.fields.name,
        description=must(words(network, network.fields.summary, lang)).text,
        colour=network.brand.colours.accent,
        page=to.absolute(to.listing("agenda")),
        source=to.absolute(to.file("calendar.ics")),
    )


def about_space(network: Network, space: Space, lang: str) -> About:
    """What the calendar of a space says of itself."""
    to, themes = Addresses(network, lang), space.fields.themes
    return About(
        id=f"space:{space.slug}",
        name=space.fields.name,
        description=must(text(space.record.says("summary", lang), lang)).text,
        colour=theme_lines(network)[themes[0]] if themes else network.brand.colours.accent,
        page=to.absolute(to.space(space)),
        source=to.absolute(to.space(space) + "calendar.ics"),
    )


def calendar(network: Network, lang: str, about: About, events: Iterable[Event]) -> bytes:
    """The bytes of a calendar: the head, the zone that times are told in, the components of each event."""
    from icalendar import vDuration, vUri

    told = {
        "x-wr-calname": about.name,
        "x-wr-caldesc": about.description,
        "x-wr-timezone": network.fields.timezone,
        "name": about.name,
        "description": about.description,
        "refresh-interval": vDuration(REFRESH, params={"VALUE": "DURATION"}),
        "x-published-ttl": "PT6H",
        "color": nearest_name(about.colour),
        "x-apple-calendar-color": about.colour,
        "url": about.page,
        "source": vUri(about.source, params={"VALUE": "URI"}),
    }
    return joined(network, lang, told, events)


def alone(network: Network, event: Event, lang: str) -> bytes:
    """The bytes of a calendar with one event. It has no name: apps would make a calendar of that name."""
    return joined(network, lang, {}, [event])


def joined(network: Network, lang: str, told: dict[str, object], events: Iterable[Event]) -> bytes:
    """A calendar with what it says of itself and the components of some events, in order of their names.

    The zone is there if a time is told in it; an empty calendar has it too, since it needs a component (RFC 5545, 3.6).
    """
    components = b"".join(vevents(network, event, lang) for event in events)
    zone = vtimezone(network.fields.timezone) if not components or b";TZID=" in components else b""
    begin = head(lang, told) if told else network.once(("calendar head", lang), head, lang, told)
    return begin + zone + components + END


def head(lang: str, told: dict[str, object]) -> bytes:
    """The beginning of a calendar: what every one says, and what it says of itself."""
    from icalendar import Calendar

    calendar = Calendar()
    always = {"prodid": f"-//Circuito//Circuito//{lang.upper()}", "version": "2.0", "calscale": "GREGORIAN"}
    for name, value in (always | told).items():
        calendar.add(name, value)
    written: bytes = calendar.to_ical(sorted=False)
    return written.removesuffix(END)
