"""Places and bodies as schema.org tells them, and how that stands in a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields as attributes
from decimal import Decimal
from typing import Any

from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.place import Accessibility, Address, Closure, Contact, Hours, Location
from ..model.things import Event, Organiser, Project, Room, Space
from .addresses import Addresses
from .views import must, online_at, text

Thing = dict[str, Any]

UNSAFE = tuple((char.encode(), b"\\u%04x" % ord(char)) for char in "<>&\u2028\u2029")
DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
# Kinds of space that schema.org has a class for; every other is a place open to citizens.
KINDS = {
    "teatro": "PerformingArtsTheater",
    "theatre": "PerformingArtsTheater",
    "biblioteca": "Library",
    "library": "Library",
    "museo": "Museum",
    "museum": "Museum",
    "cinema": "MovieTheater",
    "giardino": "Park",
    "garden": "Park",
    "parco": "Park",
    "park": "Park",
}
LEGAL_FORMS = {
    "public-body": "GovernmentOrganization",
    "aps": "NGO",
    "odv": "NGO",
    "association": "NGO",
    "foundation": "NGO",
}
OF_PLACES = (
    "step_free", "toilet", "lift", "parking", "induction_loop", "quiet_room", "tactile_paths", "assistance_dogs",
)  # fmt: skip


def script_safe(thing: Thing) -> str:
    """JSON that neither closes its script element nor opens another, nor breaks a line of JavaScript."""
    import msgspec

    json = msgspec.json.encode({"@context": "https://schema.org", **thing})
    for char, escaped in UNSAFE:
        json = json.replace(char, escaped)
    return json.decode()


def given(base: Mapping[str, Any] | None = None, **facts: Any) -> Thing:
    """Facts without those that are not known; 0 and false are known."""
    known = {name: fact for name, fact in facts.items() if fact is not None and fact not in ("", [])}
    return {**base, **known} if base else known


def link(network: Network, body: Organiser, lang: str) -> Thing:
    """A space or organisation, as others name it."""
    return network.once(("link ld", body.slug, lang), made_link, network, body, lang)


def made_link(network: Network, body: Organiser, lang: str) -> Thing:
    to = Addresses(network, lang)
    return {"@type": "Organization", "name": body.fields.name, "url": to.absolute(to.body(body))}


def location(network: Network, event: Event, dated: Occurrence, mode: str, lang: str) -> Thing | list[Thing]:
    """Where a date takes place: a place with its address, an address on the net, or both."""
    where = place(network, event, dated, lang)
    if mode == "offline":
        return where
    to, online = Addresses(network, lang), online_at(event, dated)
    net = {"@type": "VirtualLocation", "url": (online.url if online else None) or to.absolute(to.event(event))}
    return net if mode == "online" else [where, net]


def place(network: Network, event: Event, dated: Occurrence, lang: str) -> Thing:
    """The place of a date: its own, else its host, with the room in its name."""
    where, host = event.fields.where, event.host
    if where:
        address, geo = postal(network, where.address), point(where.location)
        return given({"@type": "Place"}, name=where.name, address=address, geo=geo)
    room = (host.room(dated.change.room) if dated.change and dated.change.room else None) or event.room
    return network.once(("place ld", host.slug, room.slug if room else "", lang), host_place, network, host, room, lang)


def host_place(network: Network, host: Space, room: Room | None, lang: str) -> Thing:
    """A space as the place of an event."""
    to = Addresses(network, lang)
    name = f"{host.fields.name}, {must(text(room.record.says('name', lang), lang)).text}" if room else host.fields.name
    return given(
        {"@type": "Place"},
        name=name,
        url=to.absolute(to.space(host)),
        address=postal(network, host.fields.address),
        geo=point(host.fields.location),
    )


def postal(network: Network, address: Address | None) -> Thing:
    """A postal address; the city alone where no more is known."""
    return given(
        {"@type": "PostalAddress"},
        streetAddress=address.street if address else None,
        postalCode=address.postcode if address else None,
        addressLocality=(address.city if address else None) or network.fields.city,
        addressCountry=network.fields.country,
    )


def point(at: Location | None) -> Thing | None:
    """A point on the map."""
    return {"@type": "GeoCoordinates", "latitude": rounded(at.lat), "longitude": rounded(at.lon)} if at else None


def rounded(degrees: Decimal) -> float:
    """Degrees to the decimetre."""
    return round(float(degrees), 6)


def space_thing(network: Network, space: Space, lang: str) -> Thing:
    """All that schema.org has words for in the profile of a space."""
    fields, to, contact = space.fields, Addresses(network, lang), space.fields.contact
    url = to.absolute(to.space(space))
    websites = [contact.website] if contact and contact.website else []
    return given(
        {"@type": KINDS.get(fields.kind, "CivicStructure"), "@id": f"{url}#space"},
        name=fields.name,
        alternateName=fields.short_name if fields.short_name != fields.name else None,
        description=must(text(space.record.says("summary", lang), lang)).text,
        url=url,
        address=postal(network, fields.address),
        geo=point(fields.location),
        **reached(contact),
        sameAs=[*websites, *(each.url for each in fields.links)],
        openingHoursSpecification=opening(fields.hours),
        specialOpeningHoursSpecification=[closed(each) for each in fields.closed],
        isAccessibleForFree=fields.free_entry,
        maximumAttendeeCapacity=max((capacity(room) for room in space.rooms), default=0) or None,
        amenityFeature=amenities(network, fields.accessibility, lang),
        containsPlace=[room_thing(room, lang) for room in space.rooms],
    )


def reached(contact: Contact | None) -> Thing:
    """How to reach someone."""
    return given(email=contact.email, telephone=contact.phone) if contact else {}


def room_thing(room: Room, lang: str) -> Thing:
    """A room of a space."""
    name = must(text(room.record.says("name", lang), lang)).text
    return given({"@type": "Room"}, name=name, maximumAttendeeCapacity=capacity(room) or None)


def capacity(room: Room) -> int:
    """The most people that fit into a room, or 0 where that is not known."""
    stated = room.fields.capacity
    return next((count for count in (stated.legal_max, stated.standing, stated.seated) if count), 0) if stated else 0


def opening(hours: Hours | None) -> list[Thing]:
    """Opening hours, each range with its days. A day declared closed opens and closes at 00:00."""
    days_by_range: dict[tuple[str, str], list[str]] = {}
    for day, name in DAYS.items():
        ranges = getattr(hours, day, None)
        if ranges is None:
            continue
        for each in ranges or (None,):
            told = (f"{each.opens:%H:%M}", f"{each.closes:%H:%M}") if each else ("00:00", "00:00")
            days_by_range.setdefault(told, []).append(f"https://schema.org/{name}")
    return [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": opens, "closes": closes}
        for (opens, closes), days in days_by_range.items()
    ]


def closed(closure: Closure) -> Thing:
    """Days on which a place is closed."""
    last = closure.to or closure.from_
    days = {"validFrom": closure.from_.isoformat(), "validThrough": last.isoformat()}
    return {"@type": "OpeningHoursSpecification", **days, "opens": "00:00", "closes": "00:00"}


def amenities(network: Network, stated: Accessibility | None, lang: str) -> list[Thing]:
    """What is declared of a place's accessibility: what there is and what there is not."""
    if stated is None:
        return []
    say = network.phrases[lang]
    values = {each.name: getattr(stated, each.name) for each in attributes(stated) if each.name in OF_PLACES}
    return [
        {"@type": "LocationFeatureSpecification", "name": say(f"calendar.access.{name}"), "value": value}
        for name, value in values.items()
        if value is not None
    ]


def page(network: Network, lang: str, thing: Event | Project | Organiser) -> str:
    """The absolute address of a page."""
    to = Addresses(network, lang)
    if isinstance(thing, Event):
        return to.absolute(to.event(thing))
    return to.absolute(to.project(thing) if isinstance(thing, Project) else to.body(thing))
