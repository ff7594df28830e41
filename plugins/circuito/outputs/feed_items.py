"""What feeds announce: that an event was published or has changed, new spaces and projects, the office's news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape
from itertools import chain
from operator import itemgetter
from typing import Any

from msgspec import Struct

from ..model.event_types import name
from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.office import News
from ..model.things import Event, Project, Space
from . import digest
from .addresses import Addresses
from .dates import day_range, long_day
from .event_dates import own_words
from .event_pictures import Enclosed, enclosed
from .history import changed, published
from .in_words import facts, itinerary, note_of, place_of, status_at
from .keys import event_key, project_key, space_key
from .vevent_facts import prefix, titled
from .views import Text, must, text, theme_name, times

MOST = 50
MOST_DATES = 4
Thing = Event | News | Space | Project
Ranked = tuple[float, float, str, Thing]


class Item(Struct, frozen=True, kw_only=True):
    """One item of a feed. `id` never changes; `html` holds absolute addresses; `event` is told to machines; `picture`
    travels with it.
    """

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    event: dict[str, Any] | None = None
    picture: Enclosed | None = None


def newest(network: Network, *kinds: Iterable[Thing]) -> list[Thing]:
    """The newest of some things, whatever their kind; of events only those that are not over."""
    ranked = sorted(ranks(network, kinds), key=itemgetter(0, 1, 2))
    return [one[-1] for one in ranked[:MOST]]


def ranks(network: Network, kinds: Iterable[Iterable[Thing]]) -> Iterator[Ranked]:
    """Things with what puts them in order: by the instant of their last change; of one instant, what comes sooner."""
    for thing in chain.from_iterable(kinds):
        if isinstance(thing, Event):
            if rank := network.once(("rank", thing.address), rank_of, network, thing):
                yield rank
        elif isinstance(thing, News):
            yield -thing.published.timestamp(), 0.0, thing.url, thing
        else:
            yield -published(network, thing).timestamp(), 0.0, thing.slug, thing


def rank_of(network: Network, event: Event) -> Ranked | None:
    """The rank of an event that is not over."""
    dates = coming_dates(network, event)
    if not dates:
        return None
    return -changed(network, event).timestamp(), dates[0].starts.timestamp(), event.address, event


def coming_dates(network: Network, event: Event) -> tuple[Occurrence, ...]:
    """The dates of an event that are not over."""
    return network.once("coming dates", dates_by_event, network)[event.address]


def dates_by_event(network: Network) -> dict[str, tuple[Occurrence, ...]]:
    today = network.today
    return {
        event.address: tuple(each for each in event.occurrences if each.last_day >= today) for event in network.events
    }


def key_of(network: Network, thing: Thing) -> str:
    """The digest of what an item is made from."""
    if isinstance(thing, News):
        return digest(thing.url, thing.title, thing.summary, thing.html, thing.published.isoformat())
    if isinstance(thing, Space):
        return digest(space_key(network, thing), published(network, thing).timestamp())
    if isinstance(thing, Project):
        return digest(project_key(network, thing), published(network, thing).timestamp())
    return network.once(("item key", thing.address), event_item_key, network, thing)


def event_item_key(network: Network, event: Event) -> str:
    dates = coming_dates(network, event)
    shown = [(each.starts.isoformat(), each.ends.isoformat() if each.ends else "") for each in dates[:MOST_DATES]]
    instants = published(network, event).timestamp(), changed(network, event).timestamp()
    return digest(event_key(network, event), instants, shown, len(dates))


class Items:
    """Things as items in a language: each is made once for every feed that holds it, and all go with the last feed."""

    def __init__(self, network: Network, lang: str) -> None:
        self.network, self.lang = network, lang
        self.made: dict[str, Item] = {}

    def of(self, key: str, thing: Thing) -> Item:
        """The item of something, whose key is the digest of what it is made from."""
        if key not in self.made:
            self.made[key] = item_of(self.network, thing, self.lang)
        return self.made[key]


def item_of(network: Network, thing: Thing, lang: str) -> Item:
    """Something as an item in a language."""
    if isinstance(thing, News):
        return news_item(network, thing)
    if isinstance(thing, Space | Project):
        return profile_item(network, thing, lang)
    return event_item(network, thing, lang)


def news_item(network: Network, news: News) -> Item:
    to = Addresses(network, news.lang)
    return Item(
        id=tag(network, "news", news.url.removeprefix(to.base).strip("/")),
        url=to.absolute(news.url),
        title=news.title,
        summary=news.summary,
        html=absolute(news.html, to.absolute(news.url)),
        published=news.published,
        updated=news.published,
    )


def profile_item(network: Network, thing: Space | Project, lang: str) -> Item:
    """A new space or project."""
    to, record, say = Addresses(network, lang), thing.record, network.phrases[lang]
    if isinstance(thing, Space):
        kind, address, title = "space", to.space(thing), say("feed.new_space", name=thing.fields.name)
    else:
        name = must(text(record.says("title", lang), lang)).text
        kind, address, title = "project", to.project(thing), say("feed.new_project", name=name)
    summary, html = must(text(record.says("summary", lang), lang)), record.says("html", lang)
    url, since = to.absolute(address), published(network, thing)
    outcomes = None if isinstance(thing, Space) else thing.fields.outcomes
    themes = thing.fields.themes if isinstance(thing, Space) else outcomes.themes if outcomes else ()
    told = "" if html is None else html.text if html.lang == lang else f'<div lang="{html.lang}">{html.text}</div>\n'
    return Item(
        id=tag(network, kind, thing.slug, lang),
        url=url,
        title=title,
        summary=summary.text,
        html=absolute(paragraph(summary) + told, url),
        published=since,
        updated=since,
        tags=tuple(theme_name(network, slug, lang).text for slug in themes),
        picture=enclosed(network, record),
    )


def event_item(network: Network, event: Event, lang: str) -> Item:
    to, fields = Addresses(network, lang), event.fields
    url, dates = to.absolute(to.event(event)), coming_dates(network, event)
    kind = name(fields.type, lang) if fields.type else ""
    themes = (theme_name(network, slug, lang).text for slug in event.themes)
    status = status_at(event, dates[0] if len(dates) == 1 else None)
    return Item(
        id=tag(network, "event", event.id, lang),
        url=url,
        title=prefix(network, status, lang) + titled(network, event, None, lang).text,
        summary=must(text(event.record.says("summary", lang), lang)).text,
        html=absolute("".join(paragraphs(network, event, dates, lang)), url),
        published=published(network, event),
        updated=changed(network, event),
        authors=tuple(body.fields.name for body in event.organisers),
        tags=tuple(each for each in (kind, *themes) if each),
        event=machine(network, event, dates, lang),
        picture=enclosed(network, event.record) or (enclosed(network, event.project.record) if event.project else None),
    )


def tag(network: Network, *parts: str) -> str:
    """An identifier that never changes (RFC 4151): the domain, the year the network was born in, what it is."""
    return f"tag:{network.fields.domain},{network.fields.since.year}:{':'.join(parts)}"


def paragraphs(network: Network, event: Event, dates: tuple[Occurrence, ...], lang: str) -> Iterator[str]:
    """The content of an item: why it changed, what it is, when and where, what to know, and the whole text."""
    say, record, to = network.phrases[lang], event.record, Addresses(network, lang)
    if note := note_of(network, event, dates[0] if len(dates) == 1 else None, lang):
        yield f"<p><strong>{escape(note)}</strong></p>\n"
    yield paragraph(must(text(record.says("summary", lang), lang)))
    told = [escape(announced(network, event, each, lang)) for each in dates[:MOST_DATES]]
    if len(dates) > MOST_DATES:
        told.append(escape(say("feed.more_dates", n=len(dates) - MOST_DATES)))
    place = place_of(network, event, dates[0] if len(dates) == 1 else None, lang)
    known = (escape(fact) for fact in facts(network, event, lang, dates[0] if len(dates) == 1 else None))
    yield f"<p>{'<br>'.join([*told, escape(place.line), *known])}</p>\n"
    if way := itinerary(network, event, lang):
        yield f"<p>{'<br>'.join(map(escape, way))}</p>\n"
    if html := record.says("html", lang):
        yield html.text if html.lang == lang else f'<div lang="{html.lang}">{html.text}</div>\n'
    yield f'<p><a href="{escape(to.event(event))}event.ics">{escape(say("feed.add"))}</a></p>\n'


def paragraph(told: Text) -> str:
    """A paragraph, with its language where that is another than the feed's."""
    spoken = f' lang="{told.lang}"' if told.lang else ""
    return f"<p{spoken}>{escape(told.text)}</p>\n"


def announced(network: Network, event: Event, dated: Occurrence, lang: str) -> str:
    """When a date is, then its own title and what happens on it, where it has them."""
    own = [said.text for said in own_words(network, dated, lang) if said]
    return ": ".join([when(network, event, dated, lang), *own])


def when(network: Network, event: Event, dated: Occurrence, lang: str) -> str:
    """`sabato 28 novembre 2026, 18:00–20:00`, with its status where that is not the event's."""
    first, last = dated.first_day, dated.last_day
    spans = last > first and (dated.all_day or (last - first).days > 1)
    day = day_range(first, last, lang) if spans else long_day(first, lang)
    status = status_at(event, dated)
    mark = prefix(network, status, lang) if status != event.fields.status else ""
    return mark + ", ".join(part for part in (day, times(dated, lang)) if part)


def machine(network: Network, event: Event, dates: tuple[Occurrence, ...], lang: str) -> dict[str, Any]:
    """When and where an event is, for machines: ISO 8601 with offsets, days alone for what lasts all day."""
    place, to = place_of(network, event, dates[0], lang), Addresses(network, lang)
    at = place.location
    return {
        "id": event.id,
        "calendar": to.absolute(f"{to.event(event)}event.ics"),
        "status": event.fields.status,
        "attendance": event.attendance,
        "dates": [moment(event, each) for each in dates[:MOST_DATES]],
        "more_dates": max(0, len(dates) - MOST_DATES),
        "place": place.line,
        "geo": [float(at.lat), float(at.lon)] if at else None,
    }


def moment(event: Event, dated: Occurrence) -> dict[str, Any]:
    """Start, end (the last day, included, of what lasts all day) and status of a date."""
    if dated.all_day:
        start, end = dated.first_day.isoformat(), dated.last_day.isoformat()
    else:
        start, end = dated.starts.isoformat(), dated.ends.isoformat() if dated.ends else ""
    return {"start": start, "end": end or None, "all_day": dated.all_day, "status": status_at(event, dated)}


def absolute(html: str, base: str) -> str:
    """HTML whose links and pictures have absolute addresses, as it must be outside its page."""
    from lxml.html import fragment_fromstring, tostring

    whole = fragment_fromstring(html, create_parent="div")
    whole.make_links_absolute(base)
    inside: str = tostring(whole, encoding="unicode")
    return inside.removeprefix("<div>").removesuffix("</div>").strip()
