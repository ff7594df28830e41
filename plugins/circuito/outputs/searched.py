"""What the search knows of a page: by what it can be sifted, and what a result says of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.things import Area, Event
from . import Later
from .agenda import coming
from .dates import dated_day
from .views import Text, line_of, must, status_of, text, times


class Searched(Struct, frozen=True, kw_only=True):
    """A page in the search index.

    `filters` are pairs of a name and a value: `kind`, and where it has them `area`, `theme` and `when` (`coming`,
    `past`, and `2026-11` for each month in which it is on). `facts` are what a result says: `title`, and where it has
    them `lang` (of a title in another language), `line` (the class of its colour), `day`, `place`, `note`, `status`.
    """

    filters: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str | Later], ...]


def searched(
    kind: str,
    title: Text,
    *,
    areas: Iterable[Area] = (),
    themes: Iterable[str] = (),
    when: Iterable[str] = (),
    **facts: str | Later,
) -> Searched:
    """A page of a kind, in a language, for the index. Facts that are empty are not there."""
    themes = tuple(themes)
    filters = [("kind", kind), *(("area", area.slug) for area in areas)]
    filters += [*(("theme", theme) for theme in themes), *(("when", each) for each in when)]
    told: dict[str, str | Later] = {"title": title.text, "lang": title.lang, "line": line_of(themes), **facts}
    return Searched(filters=tuple(filters), facts=tuple((name, value) for name, value in told.items() if value))


def searched_event(network: Network, event: Event, lead: Occurrence | None, lang: str) -> Searched:
    """An event: it is found where its host is, in every month in which it is still on."""
    status = status_of(event, lead) if lead else event.fields.status
    return searched(
        "event",
        must(text(event.record.says("title", lang), lang)),
        areas=event.host.areas,
        themes=event.themes,
        when=network.once(("when", event.address), when, network, event),
        place=event.fields.where.name if event.fields.where else event.host.fields.name,
        day=said(lead, lang) if lead else "",
        status="" if status == "scheduled" else network.phrases[lang](f"status.{status}"),
    )


def said(lead: Occurrence, lang: str) -> Later:
    """The leading date in words: `28 nov 2026 · 18:00–20:00`."""
    hours = times(lead, lang)
    return Later(f"{lead.first_day} {hours}", in_words, (lead.first_day, hours, lang))


def in_words(day: date, hours: str, lang: str) -> str:
    return " · ".join(part for part in (dated_day(day, lang), hours) if part)


def when(network: Network, event: Event) -> tuple[str, ...]:
    """`coming` and the months in which something of an event still begins; `past` where nothing does."""
    months = dict.fromkeys(occurrence.first_day.isoformat()[:7] for _, occurrence in coming(network, [event]))
    return ("coming", *months) if months else ("past",)
