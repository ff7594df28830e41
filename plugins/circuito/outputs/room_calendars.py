"""When each room is taken, for those outside: times without details, as calendars to subscribe to.

They hold opaque events that all say the same word. A VFREEBUSY component would be the right one (RFC 5545, 3.6.4), but
programs that people subscribe with read events alone: they would show an empty calendar, and an empty calendar says
that the room is free. Set-up and get-out of settled dates count as taken, and so do whole days of exhibitions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial

from ..agenda.walltime import local
from ..circulation.interests import stretch_of
from ..circulation.offers import busy_times
from ..circulation.season import WHOLE_DAY, Minutes
from ..model.network import Network
from ..model.things import Room, Space
from . import File, digest
from .addresses import Addresses, path_of
from .calendars import END, REFRESH, head
from .history import midnight
from .keys import network_key
from .views import must, text
from .vtimezone import vtimezone

DAYS_AHEAD = 184
Stretch = tuple[datetime, datetime]
OUTPUT = "circuito.outputs.room_calendars:room_calendars"


def room_calendars(network: Network) -> Iterator[File]:
    """`/spazi/<space>/sale/<room>.ics` for every room, in every language."""
    for lang in network.languages:
        to, say = Addresses(network, lang), network.phrases[lang]
        for space in network.spaces:
            for room in space.rooms:
                taken = taken_times(network, space, room)
                name = must(text(room.record.says("name", lang), lang)).text
                about = (f"{name} · {space.fields.name}", say("room.calendar_text"), say("room.taken"))
                address = to.room_calendar(space, room.slug)
                times = [(str(begins), str(ends)) for begins, ends in taken]
                key = digest("room calendar 1", lang, network_key(network), about, times)
                make = partial(calendar, network, space, room, about, taken, lang)
                for each in (address, *to.former(space, address)):
                    yield File(path_of(each, to.base), key, make)


def room_calendar_link(network: Network, space: Space, room: Room, lang: str) -> str:
    """The address of the calendar of a room; empty where it is not published."""
    return Addresses(network, lang).room_calendar(space, room.slug) if OUTPUT in network.outputs else ""


def taken_times(network: Network, space: Space, room: Room) -> tuple[Stretch, ...]:
    """When a room is taken, in wall time: this month and half a year ahead, stretches that touch put together.

    Whole months behind, so that a calendar does not change with every day.
    """
    return network.once(("taken", space.slug, room.slug), made_taken, network, space, room)


def made_taken(network: Network, space: Space, room: Room) -> tuple[Stretch, ...]:
    since = network.today.replace(day=1)
    until = since + timedelta(days=DAYS_AHEAD)
    events = network.events_by_space[space.slug]
    found = [of_minutes(day, span) for day, span in busy_times(events, room.slug) if since <= day < until]
    for each in network.interests:
        stretch = stretch_of(each) if each.state == "confirmed" and each.room is room else None
        if stretch and since <= stretch[0].date() < until:
            found.append(stretch)
    return joined(found)


def of_minutes(day: date, span: Minutes) -> Stretch:
    """Minutes of a day as two times."""
    midnight = datetime.combine(day, datetime.min.time())
    return midnight + timedelta(minutes=span[0]), midnight + timedelta(minutes=span[1])


def joined(found: list[Stretch]) -> tuple[Stretch, ...]:
    """Stretches in order, those that overlap or touch as one."""
    made: list[Stretch] = []
    for begins, ends in sorted(found):
        if made and begins <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], ends))
        else:
            made.append((begins, ends))
    return tuple(made)


def calendar(
    network: Network, space: Space, room: Room, about: tuple[str, str, str], taken: tuple[Stretch, ...], lang: str
) -> bytes:
    """The bytes of the calendar of a room."""
    from icalendar import vDuration

    name, description, word = about
    told: dict[str, object] = {
        "x-wr-calname": name,
        "x-wr-caldesc": description,
        "x-wr-timezone": network.fields.timezone,
        "name": name,
        "description": description,
        "refresh-interval": vDuration(REFRESH, params={"VALUE": "DURATION"}),
        "x-published-ttl": "PT6H",
    }
    made = b"".join(busy(network, space, room, stretch, word) for stretch in taken)
    zone = network.once("vtimezone", vtimezone, network.fields.timezone)
    return head(lang, told) + zone + made + END


def busy(network: Network, space: Space, room: Room, stretch: Stretch, word: str) -> bytes:
    """One stretch in which a room is taken: from when to when, and nothing else."""
    from icalendar import Event as Empty

    begins, ends = stretch
    made = Empty()
    made.add("uid", f"{space.slug}.{room.slug}.{begins:%Y%m%dT%H%M}@{network.fields.domain}")
    made.add("dtstamp", midnight(network.fields.since))
    if whole_days(stretch):
        made.add("dtstart", begins.date())
        made.add("dtend", ends.date())
    else:
        made.add("dtstart", local(begins, network.zone))
        made.add("dtend", local(ends, network.zone))
    made.add("summary", word)
    made.add("transp", "OPAQUE")
    made.add("class", "PUBLIC")
    written: bytes = made.to_ical(sorted=False)
    return written


def whole_days(stretch: Stretch) -> bool:
    """Whether a stretch is one of whole days."""
    minutes = [each.hour * 60 + each.minute for each in stretch]
    return not any(minutes) and int((stretch[1] - stretch[0]).total_seconds()) // 60 % WHOLE_DAY == 0
