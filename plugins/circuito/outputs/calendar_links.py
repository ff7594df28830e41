"""Links that put one date of an event into the calendars that people keep with Google or Microsoft.

They are plain links, made at the build: nothing of these services is loaded, and nothing is told to them until
somebody follows one.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.things import Event
from .addresses import Addresses
from .in_words import place_of, text_of
from .views import Link, Text, must, text, words

GOOGLE = "https://calendar.google.com/calendar/render?action=TEMPLATE"
OUTLOOK = "https://outlook.live.com/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent"


def calendar_links(network: Network, event: Event, dated: Occurrence, lang: str) -> tuple[Link, ...]:
    """The links for one date, each with the name of its calendar."""
    to, record = Addresses(network, lang), event.record
    own = words(network, dated.change.title, lang) if dated.change else None
    title = quote((own or must(text(record.says("title", lang), lang))).text)
    said = text_of(network, dated, lang) or must(text(record.says("summary", lang), lang))
    told = quote(f"{said.text}\n\n{to.absolute(to.event(event))}")
    place = quote(place_of(network, event, dated, lang).line)
    dates, timed = google(dated), outlook(dated)
    return (
        Link(Text("Google Calendar"), f"{GOOGLE}&text={title}&location={place}&details={told}&dates={dates}"),
        Link(Text("Outlook"), f"{OUTLOOK}&subject={title}&location={place}&body={told}&{timed}"),
    )


def google(dated: Occurrence) -> str:
    """The time of a date as Google wants it; whole days end before the day that follows them."""
    if dated.all_day:
        return f"{dated.first_day:%Y%m%d}/{dated.last_day + timedelta(days=1):%Y%m%d}"
    return "/".join(f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}" for moment in span(dated))


def outlook(dated: Occurrence) -> str:
    """The time of a date as Outlook wants it."""
    if dated.all_day:
        return f"allday=true&startdt={dated.first_day}&enddt={dated.last_day + timedelta(days=1)}"
    begins, ends = (f"{moment.astimezone(UTC):%Y-%m-%dT%H%%3A%M%%3A%SZ}" for moment in span(dated))
    return f"startdt={begins}&enddt={ends}"


def span(dated: Occurrence) -> tuple[datetime, datetime]:
    """When a date begins and ends; one without an end ends at once, as in our calendars."""
    return dated.starts, dated.ends or dated.starts
