"""The network as tables, for spreadsheets: what is on, a row a date; spaces; projects. One file a language.

CSV as RFC 4180 has it, in UTF-8 with a byte order mark, without which Excel misreads accents. Columns are facts of the
JSON beside it, named by their way through it (`host.name`); several values stand in one cell, with `; ` between them.
Columns may be added at the end. A text that a spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from io import StringIO
from typing import Any, TypeVar

import msgspec

from ..model.network import Network
from ..model.things import Event
from . import File, digest
from .addresses import Addresses, path_of
from .axes import axes
from .catalogue_data import Key, coming_keys, event_part, offered, project_data, space_data
from .keys import network_key, project_key, space_key
from .plain_data import Plain

EVENTS = (
    "id", "title", "start", "end", "all_day", "status", "host.name", "place", "type_name", "themes", "targets",
    "languages", "price.mode", "accessibility.step_free", "summary", "url",
)  # fmt: skip
SPACES = (
    "id", "name", "kind", "summary", "address.street", "address.postcode", "location.lat", "location.lon", "areas.name",
    "themes", "contact.email", "contact.phone", "website", "accessibility.step_free", "url",
)  # fmt: skip
PROJECTS = ("id", "title", "kind", "status", "summary", "proposer.name", "languages", "duration.run_min", "url")
T = TypeVar("T")
COLUMNS = (EVENTS, SPACES, PROJECTS)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def events_csv(network: Network) -> Iterator[File]:
    """`events.csv` beside the agenda and in the folder of every axis."""
    for lang in network.languages:
        for axis in axes(network, lang):
            coming = coming_keys(network, axis.events)
            make = partial(events_table, network, coming, lang)
            folders = (Addresses(network, lang).listing("agenda"),) if axis.about.id == "network" else axis.folders
            for folder in folders:
                yield file(network, lang, f"{folder}events.csv", [key for _, key in coming], make)


def events_table(network: Network, coming: Iterable[tuple[Event, Key]], lang: str) -> bytes:
    """The bytes of a table of events; the rows of each are made once, for every table that holds it."""
    return written(
        EVENTS, (network.once(("rows", event.address, lang), dates, network, event, key, lang) for event, key in coming)
    )


def dates(network: Network, event: Event, key: Key, lang: str) -> str:
    """The rows of the coming dates of an event."""
    data = msgspec.json.decode(event_part(network, event, key, lang))
    return rows(EVENTS, (data | date for date in data["dates"]))


def spaces_csv(network: Network) -> Iterator[File]:
    """`spaces.csv` beside the list of spaces."""
    keys = [space_key(network, space) for space in network.spaces]
    for lang in network.languages:
        make = partial(table, SPACES, partial(space_data, network, lang=lang), network.spaces)
        yield file(network, lang, f"{Addresses(network, lang).listing('spaces')}spaces.csv", keys, make)


def catalogue_csv(network: Network) -> Iterator[File]:
    """`catalogue.csv` beside the catalogue of projects."""
    keys = [project_key(network, project) for project in offered(network)]
    for lang in network.languages:
        make = partial(table, PROJECTS, partial(project_data, network, lang=lang), offered(network))
        yield file(network, lang, f"{Addresses(network, lang).listing('projects')}catalogue.csv", keys, make)


def table(columns: Sequence[str], data_of: Callable[[T], Plain], things: Iterable[T]) -> bytes:
    """The bytes of a table with a row for each thing."""
    return written(columns, [rows(columns, map(data_of, things))])


def file(network: Network, lang: str, address: str, keys: list[Any], make: Callable[[], bytes]) -> File:
    """A table at an address."""
    key = digest("table", COLUMNS, lang, network.phrases[lang].digest, network_key(network), keys)
    return File(path_of(address, Addresses(network, lang).base), key, make)


def written(columns: Sequence[str], rows: Iterable[str]) -> bytes:
    """The bytes of a table: the names of its columns, then its rows."""
    return b"\xef\xbb\xbf" + "".join([",".join(columns), "\r\n", *rows]).encode()


def rows(columns: Sequence[str], things: Iterable[Plain]) -> str:
    """A row for each thing."""
    made, ways = StringIO(), [column.split(".") for column in columns]
    csv.writer(made).writerows([cell(fact(thing, way)) for way in ways] for thing in things)
    return made.getvalue()


def fact(thing: Any, way: Sequence[str]) -> Any:
    """What lies at the end of a way through data; of a list, that of each of its members."""
    for number, name in enumerate(way):
        if isinstance(thing, list):
            return [fact(each, way[number:]) for each in thing]
        if isinstance(thing, dict):
            thing = thing.get(name)
    return thing


def cell(value: Any) -> str:
    """A value as text: nothing where it is not known."""
    if isinstance(value, list):
        return cell("; ".join(str(each) for each in value))
    if isinstance(value, bool):
        return "true" if value else "false"
    told = "" if value is None else str(value)
    return f"'{told}" if isinstance(value, str) and told.startswith(FORMULA) else told
