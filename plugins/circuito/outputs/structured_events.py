"""What search engines and other agendas read in the page of an event: JSON-LD in the words of schema.org.

Dates have the offset true on that day in the network's zone; what lasts all day is told as days.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..agenda.walltime import local, wall
from ..model.event_types import schema_class
from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.place import Accessibility
from ..model.taking_part import PriceItem
from ..model.terms import Term
from ..model.things import Event, Project
from ..model.times import Moment
from . import Later, digest
from .event_pictures import jpeg_of
from .in_words import text_of
from .keys import event_key, project_key
from .linked_data import Thing, given, link, location, page, script_safe
from .views import attendance_at, doors_at, must, status_of, text, words

MOST_DATES = 12
SCHEMA = "https://schema.org/"
STATUS = {
    "rescheduled": "EventRescheduled",
    "moved-online": "EventMovedOnline",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}
ATTENDANCE = {"offline": "Offline", "online": "Online", "mixed": "Mixed"}
FREE = ("free", "offering")


def event_ld(network: Network, event: Event, lang: str) -> Later:
    """An event; one that takes place more than once is a series with its coming dates as parts."""
    dated = tuple(each for each in event.occurrences if each.last_day >= network.today) or event.occurrences[-1:]
    whole = network.events_by_address.get(event.fields.part_of or "")
    around = [event_key(network, each) for each in (event, whole) if each]
    project = project_key(network, event.project) if event.project else ""
    parts = [event_key(network, each) for each in parts_of(network, event)]
    key = digest("event", lang, around, parts, project, [each.starts.isoformat() for each in dated[: MOST_DATES + 1]])
    return Later(key, event_text, (network, event, dated, lang))


def parts_of(network: Network, event: Event) -> tuple[Event, ...]:
    """The events that belong to one, in order of time."""
    return network.once("parts by address", by_whole, network).get(event.address, ())


def by_whole(network: Network) -> dict[str, tuple[Event, ...]]:
    """Events by the name of the one to which they belong."""
    parts: dict[str, list[Event]] = {}
    for each in network.events:
        if each.fields.part_of and each.occurrences:
            parts.setdefault(each.fields.part_of, []).append(each)
    return {
        name: tuple(sorted(own, key=lambda each: (each.occurrences[0].starts.timestamp(), each.address)))
        for name, own in parts.items()
    }


def event_text(network: Network, event: Event, dated: tuple[Occurrence, ...], lang: str) -> str:
    """The text of an event with some dates."""
    if len(dated) == 1 and not (event.fields.every or event.fields.rrule):
        within = [part(network, each, each.occurrences[0], lang) for each in parts_of(network, event)]
        own = common(network, event, lang) | date_of(network, event, dated[0], lang)
        return script_safe(given(own, subEvent=within))
    parts = [part(network, event, each, lang) for each in dated[:MOST_DATES]]
    starts, until = event.fields.starts, event.fields.until
    span = given(startDate=starts.day.isoformat(), endDate=until.isoformat() if until else None, subEvent=parts)
    return script_safe(common(network, event, lang) | {"@type": "EventSeries"} | span)


def common(network: Network, event: Event, lang: str) -> Thing:
    """What holds for an event whatever the date."""
    fields, record, url = event.fields, event.record, page(network, lang, event)
    vocabulary, ages = network.fields, fields.ages
    return given(
        {"@type": schema_class(fields.type), "@id": f"{url}#event"},
        name=must(text(record.says("title", lang), lang)).text,
        description=must(text(record.says("summary", lang), lang)).text,
        url=url,
        organizer=[link(network, body, lang) for body in event.organisers],
        inLanguage=list(fields.languages or (network.lang,)),
        keywords=names(network, vocabulary.themes, fields.themes, lang),
        audience=[audience(name) for name in names(network, vocabulary.targets, fields.targets, lang)],
        typicalAgeRange=f"{ages.min or 0}-{'' if ages.max is None else ages.max}" if ages else None,
        isAccessibleForFree=free(event),
        offers=offers(network, event, fields.status, lang),
        maximumAttendeeCapacity=fields.registration.places if fields.registration else None,
        accessibilityFeature=features(event.accessibility),
        image=jpeg_of(network, event.record) or (jpeg_of(network, event.project.record) if event.project else ""),
        superEvent=whole(network, event, lang),
        workPerformed=work(network, event.project, lang) if event.project else None,
    )


def features(stated: Accessibility) -> list[str]:
    """What makes it accessible beyond the place, in the words of the W3C's vocabulary."""
    facts = {
        "captions": stated.captions,
        "signLanguage": stated.sign_language,
        "audioDescription": stated.audio_description,
    }
    return [name for name, holds in facts.items() if holds]


def audience(name: str) -> Thing:
    """For whom it is."""
    return {"@type": "Audience", "audienceType": name}


def names(network: Network, terms: Iterable[Term], slugs: Iterable[str], lang: str) -> list[str]:
    """Words of a vocabulary, by name."""
    by_slug = {term.id: term for term in terms}
    return [must(words(network, by_slug[slug].name, lang)).text for slug in slugs if slug in by_slug]


def date_of(network: Network, event: Event, dated: Occurrence, lang: str) -> Thing:
    """When and where one date of an event is, and whether it takes place."""
    status = status_of(event, dated)
    mode, doors = attendance_at(event, dated), doors_at(event, dated)
    return given(
        startDate=dated.first_day.isoformat() if dated.all_day else dated.starts.isoformat(),
        endDate=dated.last_day.isoformat() if dated.all_day else dated.ends.isoformat() if dated.ends else None,
        doorTime=f"{doors:%H:%M}" if doors else None,
        previousStartDate=before(network, event, dated) if status == "rescheduled" else None,
        eventStatus=SCHEMA + STATUS.get(status, "EventScheduled"),
        eventAttendanceMode=f"{SCHEMA}{ATTENDANCE[mode]}EventAttendanceMode",
        location=location(network, event, dated, mode, lang),
    )


def before(network: Network, event: Event, dated: Occurrence) -> str | None:
    """When a date was to start before it was moved."""
    former = Moment(dated.foreseen, event.fields.starts.clock) if dated.moved else event.fields.previously
    if former is None:
        return None
    return local(wall(former), network.zone).isoformat() if former.clock else former.day.isoformat()


def part(network: Network, event: Event, dated: Occurrence, lang: str) -> Thing:
    """One date of a series, whole in itself: readers often look at nothing else."""
    title = words(network, dated.change.title, lang) if dated.change else None
    status, told = status_of(event, dated), text_of(network, dated, lang)
    return given(
        {"@type": schema_class(event.fields.type)},
        name=(title or must(text(event.record.says("title", lang), lang))).text,
        description=told.text if told else None,
        url=page(network, lang, event),
        **date_of(network, event, dated, lang),
        offers=offers(network, event, status, lang) if status != event.fields.status else None,
    )


def free(event: Event) -> bool | None:
    """Whether it costs nothing; not told where that depends."""
    price = event.fields.price
    return price.mode in FREE if price and price.mode in (*FREE, "fixed") else None


def offers(network: Network, event: Event, status: str, lang: str) -> list[Thing]:
    """What it costs, and whether there are places left."""
    price, booking = event.fields.price, event.fields.registration
    if price is None:
        return []
    listed = [("", "0")] if price.mode in FREE else []
    listed += [(must(words(network, each.label, lang)).text, amount(each)) for each in price.items]
    plain = given(
        {"@type": "Offer"},
        priceCurrency=network.fields.currency,
        availability=SCHEMA + ("SoldOut" if status == "full" else "InStock"),
        url=(booking.link if booking else None) or page(network, lang, event),
        validFrom=booking.opens.day.isoformat() if booking and booking.opens else None,
    )
    return [given(plain, name=label, price=asked) for label, asked in listed]


def amount(item: PriceItem) -> str:
    """A price as machines read it, however it was spelled: `8`, `4.50`."""
    return f"{item.amount:.2f}".removesuffix(".00")


def whole(network: Network, event: Event, lang: str) -> Thing | None:
    """The event to which this one belongs."""
    found = network.events_by_address.get(event.fields.part_of or "")
    if found is None:
        return None
    name = must(text(found.record.says("title", lang), lang)).text
    return {"@type": schema_class(found.fields.type), "name": name, "url": page(network, lang, found)}


def work(network: Network, project: Project, lang: str) -> Thing:
    """A project, as others name it."""
    name = must(text(project.record.says("title", lang), lang)).text
    return {"@type": "CreativeWork", "name": name, "url": page(network, lang, project)}
