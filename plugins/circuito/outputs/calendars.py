"""The calendars that people subscribe to: of the network, a space, an area, a theme…, and of single events.

They hold what lies within the network's horizon. A series is in as long as one of its dates is, and tells its true
first date and rule; an exhibition stays until it ends. Nothing in them comes from the clock: a calendar changes when
what it tells changes, or when something enters or leaves the horizon. Beside each lies a flat one, which tells
every date as an event of its own, for programs that cannot work out rules: nobody should subscribe to both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from functools import partial

from ..model.network import Network
from ..model.things import Event
from . import File, digest
from .addresses import Addresses, path_of
from .axes import About, Axis, axes
from .colours import nearest_name
from .keys import network_key
from .vevents import flat, flat_key, vevents, vevents_key
from .vtimezone import vtimezone

REFRESH = timedelta(hours=6)
END = b"END:VCALENDAR\r\n"


def calendars(network: Network) -> Iterator[File]:
    """The calendar of every axis, whole and flat, in every language, also in folders that an axis had before."""
    for lang in network.languages:
        for axis in axes(network, lang):
            yield from files(network, lang, axis, "calendar.ics", vevents_key, vevents)
            yield from files(network, lang, axis, "flat.ics", flat_key, flat)


def event_calendars(network: Network) -> Iterator[File]:
    """A calendar with one event beside its page, in every language, to take over a single event."""
    for lang in network.languages:
        to = Addresses(network, lang)
        for event in network.events:
            address = f"{to.event(event)}event.ics"
            key = digest("event calendar", lang, network.phrases[lang].digest, vevents_key(network, event))
            yield File(path_of(address, to.base), key, partial(alone, network, event, lang))


def files(
    network: Network,
    lang: str,
    axis: Axis,
    name: str,
    key_of: Callable[[Network, Event], str],
    tell: Callable[[Network, Event, str], bytes],
) -> Iterator[File]:
    """One calendar of an axis; `tell` writes the components of an event, `key_of` says what they are made from.

    In a folder that the axis had before it names the present one (SOURCE): what follows it can move.
    """
    base, keys = Addresses(network, lang).base, [key_of(network, event) for event in axis.events]
    key = digest("calendar", name, lang, network.phrases[lang].digest, network_key(network), axis.about, keys)
    for folder in axis.folders:
        make = partial(calendar, network, lang, axis.about, name, axis.events, tell)
        yield File(path_of(folder + name, base), key, make)


def calendar(
    network: Network,
    lang: str,
    about: About,
    name: str,
    events: Iterable[Event],
    tell: Callable[[Network, Event, str], bytes],
) -> bytes:
    """The bytes of a calendar: the head, the zone that times are told in, the components of events."""
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
        "source": vUri(about.folder + name, params={"VALUE": "URI"}),
    }
    return joined(network, lang, told, (tell(network, event, lang) for event in events))


def alone(network: Network, event: Event, lang: str) -> bytes:
    """The bytes of a calendar with one event. It has no name: apps would make a calendar of that name."""
    return joined(network, lang, {}, [vevents(network, event, lang)])


def joined(network: Network, lang: str, told: dict[str, object], events: Iterable[bytes]) -> bytes:
    """A calendar with what it says of itself and the components of some events.

    The zone is there if a time is told in it; an empty calendar has it too, since it needs a component (RFC 5545, 3.6).
    """
    components = b"".join(events)
    told_zone = not components or b";TZID=" in components
    zone = network.once("vtimezone", vtimezone, network.fields.timezone) if told_zone else b""
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
