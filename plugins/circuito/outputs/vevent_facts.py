"""What calendars tell of an event beside its times. What many events have in common is written once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ..model.event_types import name
from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.record import Spoken
from ..model.things import Event
from .addresses import Addresses
from .colours import nearest_name
from .event_pictures import jpeg_of
from .history import published, revised, revision
from .ical_lines import Properties, lines, uri
from .in_words import Place, description, place_of, status_at
from .views import area_name, online_at, theme_lines, theme_name

STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}
PREFIXED = ("cancelled", "postponed", "full")


def told_of(network: Network, event: Event, lang: str, dated: Occurrence | None) -> bytes:
    """All but the identifier and the times of an event, or of one of its dates."""
    status = told_status(network, status_at(event, dated))
    instants = published(network, event), revised(network, event), revision(network, event), status
    place, sorts = place_of(network, event, dated, lang), categories(network, event, lang)
    return b"".join(
        (
            network.once(("stamps", instants), lambda: lines(stamps(*instants))),
            lines(own_of(network, event, lang, dated)),
            network.once(("sorts", sorts), lambda: lines(sorted_by(*sorts))),
            network.once(("located", place), lambda: lines(located(place))),
        )
    )


def own_of(network: Network, event: Event, lang: str, dated: Occurrence | None) -> Properties:
    """What hardly two events share: words, page, picture, and address on the net (RFC 7986, 5.10 and 5.11)."""
    url = page(network, event, lang)
    told = [("summary", summary(network, event, dated, lang))]
    told += [("description", description(network, event, dated, lang, url)), ("url", url)]
    picture = jpeg_of(network, event.record) or (event.project and jpeg_of(network, event.project.record))
    if picture:
        told.append(("image", uri(picture, DISPLAY="BADGE", FMTTYPE="image/jpeg")))
    online = online_at(event, dated)
    if online and online.url:
        label = network.phrases[lang]("event.join")
        told.append(("conference", uri(online.url, FEATURE=["AUDIO", "VIDEO"], LABEL=label)))
    return told


def stamps(created: datetime, changed: datetime, revision: int, status: str) -> Properties:
    """When an event was told first and last, and whether it takes place."""
    moments = [("dtstamp", changed), ("created", created), ("last-modified", changed)]
    return [*moments, ("sequence", revision), ("status", status)]


def summary(network: Network, event: Event, dated: Occurrence | None, lang: str) -> Any:
    """The title, after what has changed; with its language where that is another than the calendar's."""
    from icalendar import vText

    title = titled(network, event, dated, lang)
    told = prefix(network, status_at(event, dated), lang) + title.text
    return told if title.lang == lang else vText(told, params={"LANGUAGE": title.lang})


def sorted_by(categories: tuple[str, ...], colour: str) -> Properties:
    """The properties by which programs sort and colour events."""
    told: Properties = [("categories", list(categories))] if categories else []
    return told + ([("color", colour)] if colour else [])


def located(place: Place) -> Properties:
    """The place in words and on the map: GEO, and once more for Apple's apps, which read only their own property."""
    told: Properties = [("location", place.line)]
    if place.location is None:
        return told
    lat, lon = round(float(place.location.lat), 6), round(float(place.location.lon), 6)
    told.append(("geo", (lat, lon)))
    apple = uri(f"geo:{lat},{lon}", **{"X-APPLE-RADIUS": "100", "X-TITLE": place.line})
    return [*told, ("x-apple-structured-location", apple)]


def told_status(network: Network, status: str) -> str:
    """A status in the words of calendars. Google hides what is CANCELLED: a network may leave it to the prefix."""
    told = STATUS.get(status, "CONFIRMED")
    return "CONFIRMED" if told == "CANCELLED" and network.fields.cancelled == "confirmed" else told


def prefix(network: Network, status: str, lang: str) -> str:
    """`ANNULLATO: ` before the title of what does not take place as it was told."""
    return network.phrases[lang](f"calendar.prefix.{status}") + ": " if status in PREFIXED else ""


def titled(network: Network, event: Event, dated: Occurrence | None, lang: str) -> Spoken:
    """The title of a date, else of the event."""
    own = network.words(dated.change.title, lang) if dated and dated.change else None
    title = own or event.record.says("title", lang)
    assert title is not None
    return title


def categories(network: Network, event: Event, lang: str) -> tuple[tuple[str, ...], str]:
    """Type, themes and areas, by name; and the name of the colour of the first theme's line."""
    kind = name(event.fields.type, lang) if event.fields.type else ""
    slugs = event.themes
    themes = [theme_name(network, slug, lang).text for slug in slugs]
    areas = [area_name(network, area, lang) for area in event.host.areas]
    lines = network.once("theme colours", colours, network)
    return tuple(each for each in (kind, *themes, *areas) if each), lines.get(slugs[0], "") if slugs else ""


def colours(network: Network) -> dict[str, str]:
    """The colour of each theme's line, as calendars name it."""
    return {theme: nearest_name(colour) for theme, colour in theme_lines(network).items()}


def page(network: Network, event: Event, lang: str) -> str:
    """The absolute address of an event's page."""
    to = Addresses(network, lang)
    return to.absolute(to.event(event))
