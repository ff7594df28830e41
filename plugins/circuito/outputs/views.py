"""What templates are handed: plain, small, ready to print. Each view is made once and stands on many pages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from typing import Any

from msgspec import Struct

from ..model.network import Network
from ..model.occurrence import Occurrence, Online
from ..model.record import Spoken
from ..model.things import Area, Attendance, Event, Organiser
from ..model.values import Words
from ..reading.contrast import GRAPHIC, nearest
from .addresses import Addresses
from .dates import clock, day_range, short_day
from .facets import facets_on, is_free


class Text(Struct, frozen=True):
    """Text to print; `lang` is set only where it is another language than the page's."""

    text: str
    lang: str = ""


class Link(Struct, frozen=True):
    """A name that leads somewhere."""

    text: Text
    url: str


class Alternate(Struct, frozen=True):
    """The same page in another language."""

    lang: str
    url: str


class EventBrief(Struct, frozen=True, kw_only=True):
    """What rows say of an event, whatever the date. `line` is the class of its theme's colour."""

    title: Text
    summary: Text
    url: str
    host: str
    host_url: str
    area: str
    free: bool
    step_free: bool
    online: bool
    theme: Text
    line: str


class Row(Struct, frozen=True, kw_only=True):
    """One occurrence of an event in a list.

    `day` and `starts` are ISO 8601 for machines, `day_text`, `time` and `lasts` for people; `begins` and `ends` are the
    parts of `time`; `lasts` is the range of days of what goes on for several, `until` the last of them. `status` is a
    word of `Status`; `facets` are the words by which lists are filtered.
    """

    event: EventBrief
    title: Text
    day: str
    day_text: str
    starts: str
    time: str
    begins: str
    ends: str
    lasts: str
    until: str
    status: str
    note: Text | None
    facets: str


def text(spoken: Spoken | None, lang: str) -> Text | None:
    """Spoken text for a page in a language."""
    return None if spoken is None else Text(spoken.text, "" if spoken.lang == lang else spoken.lang)


def words(network: Network, said: Words | None, lang: str) -> Text | None:
    """A short text of a file for a page in a language."""
    return text(network.words(said, lang), lang)


def must(said: Text | None) -> Text:
    """Text of a field that is always there."""
    return said or Text("")


def area_name(network: Network, area: Area, lang: str) -> str:
    """The name of an area as people write it: that of its file, in the title of its division."""
    division = next(each for each in network.fields.areas if each.id == area.set)
    title = network.words(division.title, lang)
    return title.text.replace("{}", area.name) if title else area.name


def body_link(network: Network, body: Organiser, lang: str) -> Link:
    """A space or organisation, leading to its page."""
    return Link(Text(body.fields.name), Addresses(network, lang).body(body))


def theme_lines(network: Network, dark: bool = False) -> dict[str, str]:
    """The colour of each theme's line: its own, else the brand's, in turn; on dark paper as light as it must be."""
    colours = network.brand.lines or ("#888888",)
    themes = enumerate(network.fields.themes)
    lines = {theme.id: theme.colour or colours[number % len(colours)] for number, theme in themes}
    if not dark:
        return lines
    ground = (network.brand.dark.paper,)
    return {theme: nearest(colour, ground, GRAPHIC) for theme, colour in lines.items()}


def line_of(themes: Iterable[str]) -> str:
    """The class of the colour of the first theme's line, else of the network's own."""
    first = next(iter(themes), "")
    return f"line-{first}" if first else "line-own"


def theme_name(network: Network, slug: str, lang: str) -> Text:
    """The name of a theme; nothing where there is none of that name."""
    found = next((each for each in network.fields.themes if each.id == slug), None)
    return must(words(network, found.name, lang)) if found else Text("")


def term(network: Network, terms: Iterable[Any], slug: str, lang: str) -> Text:
    """The name of a word of a vocabulary."""
    found = next((each for each in terms if each.id == slug), None)
    return must(words(network, found.name, lang)) if found else Text(slug)


def event_brief(network: Network, event: Event, lang: str) -> EventBrief:
    """What rows say of an event in a language; made once."""
    return network.once(("brief", event.address, lang), brief, network, event, lang)


def brief(network: Network, event: Event, lang: str) -> EventBrief:
    to, fields = Addresses(network, lang), event.fields
    area = event.host.areas[0] if event.host.areas else None
    return EventBrief(
        title=must(text(event.record.says("title", lang), lang)),
        summary=must(text(event.record.says("summary", lang), lang)),
        url=to.event(event),
        host=fields.where.name if fields.where else event.host.fields.name,
        host_url=to.space(event.host),
        area=area_name(network, area, lang) if area else "",
        free=is_free(event),
        step_free=event.accessibility.step_free is True,
        online=event.attendance == "online",
        theme=theme_name(network, next(iter(event.themes), ""), lang),
        line=line_of(event.themes),
    )


def row(network: Network, event: Event, occurrence: Occurrence, lang: str) -> Row:
    """The row of one occurrence in a language; made once."""
    key = ("row", event.address, occurrence.starts, lang)
    return network.once(key, made_row, network, event, occurrence, lang)


def made_row(network: Network, event: Event, occurrence: Occurrence, lang: str) -> Row:
    about, change = event_brief(network, event, lang), occurrence.change
    first, last = occurrence.first_day, occurrence.last_day
    long = occurrence.several_days
    note = words(network, change.note, lang) if change else None
    time = times(occurrence, lang)
    begins, _, ends = time.partition("–")
    return Row(
        event=about,
        title=(words(network, change.title, lang) if change and change.title else None) or about.title,
        day=first.isoformat(),
        day_text=short_day(first, lang),
        starts=first.isoformat() if occurrence.all_day else occurrence.starts.isoformat(timespec="minutes"),
        time=time,
        begins=begins,
        ends=ends,
        lasts=day_range(first, last, lang) if long else "",
        until=short_day(last, lang) if long else "",
        status=status_of(event, occurrence),
        note=note or text(event.record.says("status_note", lang), lang),
        facets=" ".join(facets_on(network, event, occurrence)),
    )


def status_of(event: Event, occurrence: Occurrence) -> str:
    """The status of one occurrence: its own, else the event's; a moved date is rescheduled."""
    change = occurrence.change
    if change and change.status:
        return change.status
    return "rescheduled" if occurrence.moved else event.fields.status


def doors_at(event: Event, occurrence: Occurrence | None) -> time | None:
    """When doors open on a date: its own time, else the event's, which does not hold for a date at another time."""
    if occurrence is None or occurrence.change is None:
        return event.fields.doors
    return occurrence.change.doors or (None if occurrence.moved else event.fields.doors)


def online_at(event: Event, occurrence: Occurrence | None) -> Online | None:
    """Where a date takes place on the net: at its own address, else the event's."""
    own = occurrence.change.online if occurrence and occurrence.change else None
    return own or event.fields.online


def attendance_at(event: Event, occurrence: Occurrence | None) -> Attendance:
    """How one takes part in a date: in place, online, or either."""
    if occurrence and status_of(event, occurrence) == "moved-online":
        return "online"
    return "mixed" if event.attendance == "offline" and online_at(event, occurrence) else event.attendance


def times(occurrence: Occurrence, lang: str) -> str:
    """The hours of an occurrence: `18:00–20:00`, `22:00`; nothing where it lasts all day."""
    if occurrence.all_day:
        return ""
    begin = clock(occurrence.starts.time(), lang)
    if occurrence.ends is None or occurrence.several_days:
        return begin
    return f"{begin}–{clock(occurrence.ends.time(), lang)}"
