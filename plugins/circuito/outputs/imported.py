"""The office's page of imports: which calendars of spaces are read, when last, what came, what is to be looked at.

It tells what the last runs left in the cache; where the site is built without it, it says that nothing is known.
Search engines are asked to pass it by, and no page leads to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from ..model.imports import ImportState
from ..model.network import Network
from ..model.space_calendar import SpaceCalendar
from ..model.things import Space
from ..problems import Problem, Source
from . import Page
from .addresses import Addresses
from .dates import dated_day
from .facts import number
from .frame import crumb, frame
from .tour_costs import Table, TableRow
from .views import Link, Text

LATE = timedelta(days=7)


class ImportView(Struct, frozen=True):
    """A calendar of a space: its name, how it stands (`imports.state.…`), and what is to be looked at."""

    space: Link
    calendar: str
    state: str
    told: tuple[Text, ...]


def imports(network: Network) -> Iterator[Page]:
    """`/importazioni/` in every language, where a space names a calendar."""
    if not network.imports:
        return
    for lang in network.languages:
        say, views = network.phrases[lang], list(calendars(network, lang))
        yield frame(
            network,
            lang,
            "imports.html",
            lambda to: to.listing("imports"),
            say("imports.title"),
            description=say("imports.description", network=network.fields.name),
            section="agenda",
            crumbs=(crumb(network, lang, "agenda"),),
            robots="noindex",
            figures=tuple(figures(network, lang)),
            table=overview(network, lang),
            calendars=tuple(each for each in views if each.told),
        )


def named(network: Network) -> Iterator[tuple[Space, SpaceCalendar, ImportState]]:
    """The calendars that spaces name, each with what is known of its last run."""
    known = {(each.space, each.calendar): each for each in network.imports}
    for space in network.spaces:
        for calendar in space.fields.calendars:
            state = known.get((space.slug, calendar.id))
            yield space, calendar, state or ImportState(space=space.slug, calendar=calendar.id)


def figures(network: Network, lang: str) -> Iterator[tuple[str, str]]:
    """All imports in numbers, with their phrases' keys."""
    listed = [(how_it_stands(network, calendar, state), state) for _, calendar, state in named(network)]
    yield "calendars", number(len(listed), lang)
    yield "well", number(sum(1 for state, _ in listed if state == "well"), lang)
    yield "events", number(sum(state.kept for _, state in listed), lang)
    yield "faults", number(sum(state.refused.get("fault", 0) for _, state in listed), lang)


def how_it_stands(network: Network, calendar: SpaceCalendar, state: ImportState) -> str:
    """How a calendar stands: paused, never read, failed, read long ago, or well."""
    if calendar.paused:
        return "paused"
    if state.failed:
        return "failed"
    if not state.succeeded:
        return "never"
    return "late" if network.today - date.fromisoformat(state.succeeded) > LATE else "well"


def overview(network: Network, lang: str) -> Table:
    """Every calendar: how it stands, when it was read last, what was taken of it."""
    say, to = network.phrases[lang], Addresses(network, lang)
    columns = ("space", "calendar", "state", "last", "events", "faults")
    return Table(
        columns=tuple(say(f"imports.{each}") for each in columns),
        rows=tuple(
            TableRow(
                head=Link(Text(space.fields.name), to.space(space)),
                cells=(
                    calendar.id,
                    say(f"imports_state.{how_it_stands(network, calendar, state)}"),
                    dated_day(date.fromisoformat(state.succeeded), lang) if state.succeeded else say("imports.never"),
                    f"{number(state.kept, lang)} / {number(state.entries, lang)}",
                    number(state.refused.get("fault", 0), lang),
                ),
            )
            for space, calendar, state in named(network)
        ),
    )


def calendars(network: Network, lang: str) -> Iterator[ImportView]:
    """What is to be looked at, calendar by calendar."""
    to = Addresses(network, lang)
    for space, calendar, state in named(network):
        sentences = (sentence for said in state.told if (sentence := sentence_of(said, lang)) is not None)
        told = tuple(dict.fromkeys(sentences))
        head = Link(Text(space.fields.name), to.space(space))
        yield ImportView(head, calendar.id, how_it_stands(network, calendar, state), told)


def sentence_of(said: object, lang: str) -> Text | None:
    """A remembered problem in a language, else in English; nothing for one that this program does not know."""
    from ..sentences import SENTENCES

    if not isinstance(said, dict) or said.get("code") not in SENTENCES or not isinstance(said.get("values"), dict):
        return None
    problem = Problem(said["code"], Source(""), said["values"])
    try:
        fact, remedy = problem.sentence(lang)
    except (LookupError, ValueError):
        return None
    spoken = "" if lang in SENTENCES[problem.code] else "en"
    return Text(f"{fact} ({remedy})", spoken)
