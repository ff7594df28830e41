"""A page for every event: when, where, for whom, at what cost, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.event import EventFields, Occurrence, Registration
from ..model.event_types import name as type_name
from ..model.network import Event, Network, Space
from . import Page
from .addresses import Addresses
from .agenda import coming, has_page, rows_of
from .dates import day_range, long_day
from .facts import accessibility_view, language_names, pictures_view, place_view, price_view
from .frame import Feeds, crumb, frame
from .redirects import redirects
from .spaces import term
from .structured import event_ld
from .views import Link, Row, Text, body_link, line_of, must, row, status_of, text, times, words

MOST_DATES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenView:
    """The date that an event's page leads with: the next one, else the last."""

    day: str
    day_url: str
    text: str
    time: str
    starts: str
    ends: str
    doors: str
    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationView:
    """How to book."""

    required: bool
    link: str
    email: str
    phone: str
    opens: str
    closes: str
    places: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StopView:
    """One stop of an itinerary."""

    at: str
    name: Text
    url: str
    note: Text | None


def events(network: Network) -> Iterator[Page]:
    """The page of each event in every language, and old addresses that lead to them."""
    by_address = {event.address: event for event in network.events}
    parts: dict[str, list[Event]] = {}
    for event in network.events:
        if event.fields.part_of in by_address:
            parts.setdefault(event.fields.part_of or "", []).append(event)
    for lang in network.languages:
        to = Addresses(network, lang)
        for event in network.events:
            whole = by_address.get(event.fields.part_of or "")
            yield event_page(network, event, lang, whole, parts.get(event.address, []))
            old = (to.at(to.word("events"), event.host.slug, slug) for slug in event.fields.formerly)
            yield from redirects(to, old, to.event(event), event.fields.title)


def event_page(network: Network, event: Event, lang: str, whole: Event | None, parts: list[Event]) -> Page:
    """All that can be said of one event."""
    fields, to, record = event.fields, Addresses(network, lang), event.record
    dated = coming(network, [event])
    lead = dated[0][1] if dated else (event.occurrences[-1] if event.occurrences else None)
    title = must(text(record.says("title", lang), lang))
    address = to.event(event)
    return frame(
        network,
        lang,
        "event.html",
        lambda at: at.event(event),
        title.text,
        description=must(text(record.says("summary", lang), lang)).text,
        section="agenda",
        crumbs=(crumb(network, lang, "agenda"), body_link(network, event.host, lang)),
        feeds=Feeds(name=title.text, calendar=to.absolute(f"{address}event.ics"), webcal="", rss="", atom="", json=""),
        structured=event_ld(network, event, lang),
        heading=title,
        type=type_name(fields.type, lang) if fields.type else "",
        type_lang="" if lang in ("it", "en") else "en",
        line=line_of(fields.themes or event.host.fields.themes),
        summary=must(text(record.says("summary", lang), lang)),
        plain=text(record.says("plain", lang), lang),
        prose=text(record.says("html", lang), lang),
        when=when_view(network, event, lead, lang) if lead else None,
        dates=rows_of(network, dated[:MOST_DATES], lang) if len(dated) > 1 else (),
        more_dates=max(0, len(dated) - MOST_DATES),
        repeats=bool(fields.every or fields.rrule),
        previously=moment_text(fields, lang),
        status=status_of(event, lead) if lead else fields.status,
        status_note=status_note(network, event, lead, lang),
        status_since=long_day(fields.status_since, lang) if fields.status_since else "",
        host=body_link(network, event.host, lang),
        room=text(event.room.record.says("name", lang), lang) if event.room else None,
        elsewhere=fields.where.name if fields.where else "",
        place=event_place(network, event, lang),
        attendance=event.attendance,
        online=fields.online.url or "" if fields.online else "",
        online_on_registration=bool(fields.online and fields.online.on_registration),
        how_to_reach=None if fields.where else text(event.host.record.says("how_to_reach", lang), lang),
        organisers=tuple(body_link(network, body, lang) for body in event.organisers),
        price=price_view(network, fields.price, lang),
        registration=registration_view(fields.registration, lang),
        ages=ages(fields),
        themes=tuple(Link(term(network, network.fields.themes, slug, lang), to.theme(slug)) for slug in fields.themes),
        targets=tuple(term(network, network.fields.targets, slug, lang) for slug in fields.targets),
        languages=language_names(network, fields.languages, lang),
        accessibility=accessibility_view(network, event.accessibility, lang),
        pictures=pictures_view(network, record.path, fields.pictures, lang),
        project=Link(must(text(event.project.record.says("title", lang), lang)), to.project(event.project))
        if event.project
        else None,
        whole=Link(must(text(whole.record.says("title", lang), lang)), to.event(whole)) if whole else None,
        parts=part_rows(network, parts, lang),
        itinerary=itinerary(network, fields, lang),
        nearby=nearby(network, event, lead, lang),
        robots="" if dated else "noindex",
        source=record.path,
        extra=fields.extra or {},
    )


def when_view(network: Network, event: Event, lead: Occurrence, lang: str) -> WhenView:
    """The date that leads the page."""
    first, last = lead.first_day, lead.last_day
    return WhenView(
        day=first.isoformat(),
        day_url=Addresses(network, lang).day(first) if has_page(network, first) else "",
        text=day_range(first, last, lang) if lead.several_days else long_day(first, lang),
        time=times(lead, lang),
        starts=first.isoformat() if lead.all_day else lead.starts.isoformat(timespec="minutes"),
        ends=(last.isoformat() if lead.all_day else lead.ends.isoformat(timespec="minutes")) if lead.ends else "",
        doors=f"{event.fields.doors:%H:%M}" if event.fields.doors else "",
        over=last < network.today,
    )


def status_note(network: Network, event: Event, lead: Occurrence | None, lang: str) -> Text | None:
    """Why the status is what it is: of the leading date, else of the event."""
    own = words(network, lead.change.note, lang) if lead and lead.change else None
    return own or text(event.record.says("status_note", lang), lang)


def moment_text(fields: EventFields, lang: str) -> str:
    """The date before the event was moved."""
    former = fields.previously
    if former is None:
        return ""
    return long_day(former.day, lang) + (f", {former.clock:%H:%M}" if former.clock else "")


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


def part_rows(network: Network, parts: list[Event], lang: str) -> tuple[Row, ...]:
    """The events that belong to this one, in order of time."""
    dated = sorted(((each, o) for each in parts for o in each.occurrences), key=lambda one: one[1].starts.timestamp())
    return tuple(row(network, each, occurrence, lang) for each, occurrence in dated)


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


def nearby(network: Network, event: Event, lead: Occurrence | None, lang: str) -> tuple[Row, ...]:
    """What else is on in the same area on the days around, at most four."""
    if lead is None or not event.host.areas or lead.last_day < network.today:
        return ()
    area = event.host.areas[0]
    index = network.once("by-area-day", area_days, network)
    around = [
        one for shift in (0, 1, 2) for one in index.get((area.set, area.slug, lead.first_day.toordinal() + shift), ())
    ]
    return rows_of(network, [one for one in around if one[0] is not event][:4], lang)


def area_days(network: Network) -> dict[tuple[str, str, int], list[tuple[Event, Occurrence]]]:
    """What begins in each area on each day."""
    index: dict[tuple[str, str, int], list[tuple[Event, Occurrence]]] = {}
    for event in network.events:
        for area in event.host.areas[:1]:
            for occurrence in event.occurrences:
                index.setdefault((area.set, area.slug, occurrence.first_day.toordinal()), []).append(
                    (event, occurrence)
                )
    for dated in index.values():
        dated.sort(key=lambda one: (one[1].starts.timestamp(), one[0].address))
    return index
