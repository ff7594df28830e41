"""What templates are handed: plain, small, ready to print. Each view is made once and stands on many pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model.declaration import Words
from ..model.event import Occurrence
from ..model.network import Area, Event, Network, Spoken
from .addresses import Addresses
from .dates import clock, short_day


@dataclass(frozen=True, slots=True)
class Text:
    """Text to print; `lang` is set only where it is another language than the page's."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads somewhere."""

    text: Text
    url: str


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language."""

    lang: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One occurrence of an event in a list.

    `day` and `starts` are ISO 8601 for machines, `when` and `time` for people. `status` is a word of `Status`.
    """

    title: Text
    summary: Text
    url: str
    day: str
    day_text: str
    starts: str
    time: str
    host: str
    host_url: str
    area: str
    status: str
    note: Text | None
    free: bool
    step_free: bool
    theme: str
    line: str
    type: str


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


def theme_lines(network: Network) -> dict[str, str]:
    """The colour of each theme's line: its own, else the brand's, in turn."""
    colours = network.brand.lines or ("#888888",)
    themes = enumerate(network.fields.themes)
    return {theme.id: theme.colour or colours[number % len(colours)] for number, theme in themes}


def line_of(network: Network, themes: Iterable[str]) -> str:
    """The name of the CSS colour of the first theme's line."""
    first = next(iter(themes), "")
    return f"line-{first}" if first else "line-none"


def event_row(network: Network, event: Event, occurrence: Occurrence, lang: str) -> EventRow:
    """The row of one occurrence in a language."""
    to = Addresses(network, lang)
    change = occurrence.change
    fields = event.fields
    title = words(network, change.title, lang) if change and change.title else text(event.record.says("title", lang), lang)
    note = words(network, change.note, lang) if change else text(event.record.says("status_note", lang), lang)
    area = event.host.areas[0] if event.host.areas else None
    return EventRow(
        title=must(title),
        summary=must(text(event.record.says("summary", lang), lang)),
        url=to.event(event),
        day=occurrence.first_day.isoformat(),
        day_text=short_day(occurrence.first_day, lang),
        starts=occurrence.first_day.isoformat() if occurrence.all_day else occurrence.starts.isoformat(timespec="minutes"),
        time=times(occurrence, lang),
        host=fields.where.name if fields.where else event.host.fields.name,
        host_url=to.space(event.host),
        area=area_name(network, area, lang) if area else "",
        status=(change.status if change and change.status else fields.status),
        note=note,
        free=bool(fields.price and fields.price.mode in ("free", "offering")),
        step_free=event.accessibility.step_free is True,
        theme=next(iter(fields.themes or event.host.fields.themes), ""),
        line=line_of(network, fields.themes or event.host.fields.themes),
        type=fields.type or "",
    )


def times(occurrence: Occurrence, lang: str) -> str:
    """The hours of an occurrence: `18:00–20:00`, `22:00`; nothing where it lasts all day."""
    if occurrence.all_day:
        return ""
    begin = clock(occurrence.starts, lang)
    return f"{begin}–{clock(occurrence.ends, lang)}" if occurrence.ends else begin


