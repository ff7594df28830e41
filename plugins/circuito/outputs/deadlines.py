"""The calendar of deadlines: until when one can register for what is to come."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..agenda.walltime import DAY, local, wall
from ..model.network import Network
from ..model.things import Event
from . import File, digest
from .addresses import Addresses, path_of
from .axes import About, held
from .calendars import calendar
from .history import revised, revision
from .keys import network_key
from .vevent_facts import titled
from .vevents import vevents_key


def deadlines(network: Network) -> Iterator[File]:
    """`deadlines.ics` beside the agenda, in every language; empty where nothing has a deadline."""
    closing = [event for event in held(network).get("network", ()) if has_deadline(event)]
    keys = [vevents_key(network, event) for event in closing]
    for lang in network.languages:
        to, say = Addresses(network, lang), network.phrases[lang]
        folder = to.listing("agenda")
        about = About(
            id="deadlines",
            name=" · ".join((say("calendar.deadlines"), network.fields.name)),
            description=say("calendar.deadlines_text", network=network.fields.name),
            colour=network.brand.colours.accent,
            page=to.absolute(folder),
            folder=to.absolute(folder),
        )
        key = digest("deadlines", lang, network.phrases[lang].digest, network_key(network), about, keys)
        make = partial(calendar, network, lang, about, "deadlines.ics", closing, deadline)
        yield File(path_of(f"{folder}deadlines.ics", to.base), key, make)


def has_deadline(event: Event) -> bool:
    """Whether one must register for an event by some time, and it takes place."""
    booking = event.fields.registration
    return bool(booking and booking.closes) and event.fields.status != "cancelled"


def deadline(network: Network, event: Event, lang: str) -> bytes:
    """The component of the deadline of an event: the day, or the moment, by which one must have registered."""
    from icalendar import Event as Empty

    booking, to, made = event.fields.registration, Addresses(network, lang), Empty()
    assert booking is not None and booking.closes is not None
    made.add("uid", f"{event.id}-closes@{network.fields.domain}")
    if booking.closes.clock is None:
        made.add("dtstart", booking.closes.day)
        made.add("dtend", booking.closes.day + DAY)
    else:
        made.add("dtstart", local(wall(booking.closes), network.zone))
    url, stamp = to.absolute(to.event(event)), revised(network, event)
    made.add("summary", network.phrases[lang]("calendar.deadline", title=titled(network, event, None, lang).text))
    made.add("description", "\n\n".join(each for each in (booking.link or "", url) if each))
    for name, value in (("dtstamp", stamp), ("last-modified", stamp), ("sequence", revision(network, event))):
        made.add(name, value)
    made.add("url", url)
    made.add("transp", "TRANSPARENT")
    written: bytes = made.to_ical(sorted=False)
    return written
