"""A page for every event: when, where, for whom, at what cost, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..model.event import EventFields
from ..model.event_types import name as type_name
from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.taking_part import Registration
from ..model.things import Event, Space
from . import LaterView, Page, digest
from .addresses import Addresses
from .agenda import Dated, Rows, coming
from .calendar_links import calendar_links
from .dates import long_day
from .event_dates import OFF, before, dates_view, when_view
from .facts import accessibility_view, contact_view, language_names, place_view, price_view, tel
from .frame import Feeds, crumb, feeds_of, frame
from .keys import event_key
from .nearby import nearby
from .picture_views import PictureView, banner_of, pictures_view
from .place_map import PlaceMap, place_map
from .posters import poster_path
from .redirects import redirects
from .searched import searched_event
from .structured_events import event_ld
from .tour_stops import tour_stops
from .views import (
    Link,
    Text,
    attendance_at,
    body_link,
    line_of,
    must,
    online_at,
    status_of,
    term,
    text,
    words,
)


class RegistrationView(Struct, frozen=True, kw_only=True):
    """How to book."""

    required: bool
    link: str
    email: str
    phone: str
    tel: str
    opens: str
    closes: str
    places: str


class StopView(Struct, frozen=True, kw_only=True):
    """One stop of an itinerary."""

    at: str
    name: Text
    url: str
    note: Text | None


def events(network: Network) -> Iterator[Page]:
    """The page of each event in every language, and old addresses that lead to them."""
    parts: dict[str, list[Event]] = {}
    for event in network.events:
        if event.fields.part_of in network.events_by_address:
            parts.setdefault(event.fields.part_of or "", []).append(event)
    for lang in network.languages:
        to = Addresses(network, lang)
        for event in network.events:
            whole = network.events_by_address.get(event.fields.part_of or "")
            yield event_page(network, event, lang, whole, parts.get(event.address, []))
            yield from redirects(to, event, to.event(event), event.fields.title)


def event_pictures(network: Network, event: Event, lang: str) -> tuple[PictureView, ...]:
    """The pictures of an event; where it has none, those of the project that it belongs to."""
    own = pictures_view(network, event.record.path, event.fields.pictures, lang)
    if own or event.project is None:
        return own
    return pictures_view(network, event.project.record.path, event.project.fields.pictures, lang)


def event_page(network: Network, event: Event, lang: str, whole: Event | None, parts: list[Event]) -> Page:
    """All that can be said of one event: what changes with the day or with other events, and what it is, `late`."""
    fields, to, record = event.fields, Addresses(network, lang), event.record
    dated = coming(network, [event])
    lead = dated[0][1] if dated else (event.occurrences[-1] if event.occurrences else None)
    title = must(text(record.says("title", lang), lang))
    address, status = to.event(event), status_of(event, lead) if lead else fields.status
    online = online_at(event, lead)
    return frame(
        network,
        lang,
        "event.html",
        lambda at: at.event(event),
        told_title(network, title.text, status, lang),
        late=LaterView(digest("event 1", event_key(network, event)), itself, (network, event, lang)),
        description=must(text(record.says("summary", lang), lang)).text,
        section="agenda",
        crumbs=(crumb(network, lang, "agenda"), body_link(network, event.host, lang)),
        feeds=feeds_of(network, lang, f"festival:{event.address}")
        or Feeds(name=title.text, calendar=to.absolute(f"{address}event.ics")),
        structured=event_ld(network, event, lang),
        when=when_view(network, event, lead, lang) if lead else None,
        dates=dates_view(network, event, lang) if len(event.occurrences) > 1 else None,
        add=ways_to_add(network, event, lead, status, lang),
        previously=before(fields, lead, lang),
        status=status,
        status_note=status_note(network, event, lead, lang),
        attendance=attendance_at(event, lead),
        online=online.url or "" if online else "",
        online_on_registration=bool(online and online.on_registration),
        map=event_map(network, event, status),
        whole=Link(must(text(whole.record.says("title", lang), lang)), to.event(whole)) if whole else None,
        parts=part_rows(network, parts, lang),
        stops=tour_stops(network, event.project, lang, event) if event.project else (),
        nearby=Rows(network, around(network, event, lead), lang),
        robots="" if dated else "noindex",
        searched=searched_event(network, event, lead, lang),
        posters=posters_of(network, event, lang),
        source=record.path,
    )


def itself(network: Network, event: Event, lang: str) -> dict[str, object]:
    """What an event is whatever the day, and whatever else is on: no more than `event_key` is made of."""
    fields, to, record = event.fields, Addresses(network, lang), event.record
    known, (banner, pictures) = network.fields, banner_of(event_pictures(network, event, lang))
    return {
        "heading": must(text(record.says("title", lang), lang)),
        "type": type_name(fields.type, lang) if fields.type else "",
        "type_lang": "" if lang in ("it", "en") else "en",
        "line": line_of(event.themes),
        "summary": must(text(record.says("summary", lang), lang)),
        "plain": text(record.says("plain", lang), lang),
        "prose": text(record.says("html", lang), lang),
        "status_since": long_day(fields.status_since, lang) if fields.status_since else "",
        "host": body_link(network, event.host, lang),
        "room": text(event.room.record.says("name", lang), lang) if event.room else None,
        "elsewhere": fields.where.name if fields.where else "",
        "place": event_place(network, event, lang),
        "how_to_reach": None if fields.where else text(event.host.record.says("how_to_reach", lang), lang),
        "organisers": tuple(body_link(network, body, lang) for body in event.organisers),
        "hosted": event.host not in event.organisers and not fields.where and not fields.only_online,
        "contact": contact_view(event.host.fields.contact),
        "price": price_view(network, fields.price, lang),
        "registration": registration_view(fields.registration, lang),
        "ages": ages(fields),
        "bring": text(record.says("bring", lang), lang),
        "themes": tuple(Link(term(network, known.themes, slug, lang), to.theme(slug)) for slug in fields.themes),
        "targets": tuple(term(network, known.targets, slug, lang) for slug in fields.targets),
        "languages": language_names(network, fields.languages, lang),
        "accessibility": accessibility_view(network, event.accessibility, lang),
        "banner": banner,
        "pictures": pictures,
        "project": Link(must(text(event.project.record.says("title", lang), lang)), to.project(event.project))
        if event.project
        else None,
        "itinerary": itinerary(network, fields, lang),
        "extra": fields.extra or {},
    }


def posters_of(network: Network, event: Event, lang: str) -> tuple[Link, ...]:
    """The posters of an event to print, where they are published."""
    say, base = network.phrases[lang], Addresses(network, lang).base
    named = (("poster.pdf", say("print.poster")), ("poster-large.pdf", say("print.poster_large")))
    paths = ((poster_path(network, event, lang, name), told) for name, told in named)
    return tuple(Link(Text(told), f"{base}/{path}") for path, told in paths if path)


def status_note(network: Network, event: Event, lead: Occurrence | None, lang: str) -> Text | None:
    """Why the status is what it is: of the leading date, else of the event."""
    own = words(network, lead.change.note, lang) if lead and lead.change else None
    return own or text(event.record.says("status_note", lang), lang)


def told_title(network: Network, title: str, status: str, lang: str) -> str:
    """The title of the page: what has changed comes first, so that tabs, results and shared links tell it."""
    return title if status == "scheduled" else f"{network.phrases[lang](f'status.{status}')}: {title}"


def ways_to_add(network: Network, event: Event, lead: Occurrence | None, status: str, lang: str) -> LaterView | None:
    """How to put an event into one's calendar. None where it is over or does not take place."""
    if lead is None or lead.last_day < network.today or status in OFF:
        return None
    key = digest("ways to add 1", event_key(network, event), str(lead.foreseen), str(lead.starts))
    return LaterView(key, ways, (network, event, lead, lang))


def ways(network: Network, event: Event, lead: Occurrence, lang: str) -> tuple[Link, ...]:
    """The event's own file, with all dates, then links for the leading date."""
    own = Addresses(network, lang).event(event) + "event.ics"
    return (Link(Text(network.phrases[lang]("event.any_calendar")), own), *calendar_links(network, event, lead, lang))


def event_map(network: Network, event: Event, status: str) -> PlaceMap | None:
    """Where it is in the city; nothing of what is online."""
    if event.attendance == "online" or status == "moved-online":
        return None
    where = event.fields.where
    return place_map(network, where.location if where else event.host.fields.location)


def event_place(network: Network, event: Event, lang: str) -> object:
    """Where it takes place: at its own place, else at its host's."""
    where = event.fields.where
    if where is None:
        return place_view(network, event.host.fields.address, event.host.fields.location, lang)
    return place_view(network, where.address, where.location, lang) if where.address else None


def registration_view(registration: Registration | None, lang: str) -> RegistrationView | None:
    """How to book, in a language."""
    if registration is None:
        return None
    opens, closes = (
        long_day(moment.day, lang) + (f", {moment.clock:%H:%M}" if moment.clock else "") if moment else ""
        for moment in (registration.opens, registration.closes)
    )
    return RegistrationView(
        required=registration.required,
        link=registration.link or "",
        email=registration.email or "",
        phone=registration.phone or "",
        tel=tel(registration.phone),
        opens=opens,
        closes=closes,
        places=str(registration.places or ""),
    )


def ages(fields: EventFields) -> tuple[str, str]:
    """From and to which age, each empty where open."""
    stated = fields.ages
    if stated is None:
        return "", ""
    return ("" if stated.min is None else str(stated.min), "" if stated.max is None else str(stated.max))


def around(network: Network, event: Event, lead: Occurrence | None) -> tuple[Dated, ...]:
    """What else is on near an event that is not over: when it begins or, if it goes on already, from today."""
    if lead is None or lead.last_day < network.today:
        return ()
    return nearby(network, event, max(lead.first_day, network.today))


def part_rows(network: Network, parts: list[Event], lang: str) -> Rows:
    """The events that belong to this one, in order of time."""
    dated = sorted(((each, o) for each in parts for o in each.occurrences), key=lambda one: one[1].starts.timestamp())
    return Rows(network, dated, lang)


def itinerary(network: Network, fields: EventFields, lang: str) -> tuple[StopView, ...]:
    """The stops of a walk or ride."""
    spaces: dict[str, Space] = {space.slug: space for space in network.spaces}
    stops = []
    for each in fields.itinerary:
        space = spaces.get(each.space or "")
        name = Text(space.fields.name) if space else must(words(network, each.name, lang))
        url = Addresses(network, lang).space(space) if space else ""
        stops.append(StopView(at=f"{each.at:%H:%M}", name=name, url=url, note=words(network, each.note, lang)))
    return tuple(stops)
