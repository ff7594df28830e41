"""The network as data, for other sites and programs: its projects, its spaces, what is on. One file a language.

Each file is one JSON object (RFC 8259): `version` (1), `network` (`name`, `url`, `timezone`), `language`, and a list. A
thing has its `id`, the absolute `url` of its page, and its declared fields under the names of the documentation. Fields
may be added; what a field means changes only with `version`.

- `/progetti/catalogue.json`: `projects`, open, full and paused, each with its `proposer`.
- `/spazi/spaces.json`: `spaces`, each with its `areas`, who it is `run_by`, and its `rooms`.
- `/agenda/events.json`: `events` with at least one coming date, each with `host`, `place`, `organisers`, and its
  `dates`: `start` and `end` with offset, or days (the last one included) where `all_day`, and `status`. The same for
  every axis, in its folder: `/spazi/base/events.json`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, TypeVar

import msgspec

from ..model.event_types import name as type_name
from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.things import Event, Organiser, Project, Space
from . import File, digest
from .addresses import Addresses, path_of
from .axes import Axis, axes
from .feed_items import coming_dates, moment
from .in_words import place_of
from .keys import event_key, network_key, project_key, space_key
from .plain_data import Plain, known, record_data
from .views import area_name

T = TypeVar("T")
Key = tuple[str, str, str]  # of an event and its coming dates
VERSION = 1
OFFERED = ("open", "full", "paused")
UNSAID = ("formerly", "pictures")
# What a space can spend is between it and those who ask it.
BUDGETS = ("budget_per_date", "budget_year")
# How dates are told in a file; in data they are told one by one.
DATES = ("starts", "ends", "every", "rrule", "until", "times", "except", "also", "changes", "visibility", "source")


def catalogue_json(network: Network) -> Iterator[File]:
    """The projects that circulate."""
    projects = offered(network)
    keys = [project_key(network, project) for project in projects]
    for lang in network.languages:
        folder, make = Addresses(network, lang).listing("projects"), partial(project_data, network, lang=lang)
        yield file(network, lang, f"{folder}catalogue.json", "projects", keys, partial(data_of, make, projects))


def offered(network: Network) -> list[Project]:
    """The projects that stand in the catalogue."""
    return [project for project in network.projects if project.fields.status in OFFERED]


def spaces_json(network: Network) -> Iterator[File]:
    """The spaces."""
    keys = [space_key(network, space) for space in network.spaces]
    for lang in network.languages:
        folder, make = Addresses(network, lang).listing("spaces"), partial(space_data, network, lang=lang)
        yield file(network, lang, f"{folder}spaces.json", "spaces", keys, partial(data_of, make, network.spaces))


def events_json(network: Network) -> Iterator[File]:
    """What is on from today: in the network, beside its agenda, and on every axis."""
    for lang in network.languages:
        for axis in axes(network, lang):
            coming = coming_keys(network, axis.events)
            make = partial(event_parts, network, coming, lang)
            folders = (Addresses(network, lang).listing("agenda"),) if axis.about.id == "network" else axis.folders
            keys, words = [key for _, key in coming], embed_words(network, axis, lang)
            for folder in folders:
                yield file(network, lang, f"{folder}events.json", "events", keys, make, words)


def embed_words(network: Network, axis: Axis, lang: str) -> Plain:
    """What an agenda on somebody else's page says beside the events."""
    say = network.phrases[lang]
    return {"direction": say.dir, "url": axis.about.page, "all": say("embed.all"), "none": say("embed.none")}


def coming_keys(network: Network, events: Iterable[Event]) -> list[tuple[Event, Key]]:
    """Those of some events that are not over, each with what its data depends on."""
    return [
        (event, key)
        for event in events
        if (key := network.once(("coming key", event.address), coming_key, network, event))
    ]


def coming_key(network: Network, event: Event) -> Key | None:
    dated = coming_dates(network, event)
    return (event_key(network, event), str(dated[0].starts), str(dated[-1].starts)) if dated else None


def data_of(make: Callable[[T], Plain], things: Iterable[T]) -> list[Plain]:
    """The data of some things."""
    return [make(thing) for thing in things]


def event_parts(network: Network, coming: Iterable[tuple[Event, Key]], lang: str) -> list[msgspec.Raw]:
    """The data of some events."""
    return [event_part(network, event, key, lang) for event, key in coming]


def event_part(network: Network, event: Event, key: Key, lang: str) -> msgspec.Raw:
    """The JSON of an event, remembered from an earlier build where nothing of it has changed."""
    told = digest("event data", VERSION, lang, network.phrases[lang].digest, key)
    return msgspec.Raw(network.remember(told, lambda: msgspec.json.encode(event_data(network, event, lang))))


def file(
    network: Network,
    lang: str,
    address: str,
    things: str,
    keys: Iterable[Any],
    make: Callable[[], list[Any]],
    words: Plain | None = None,
) -> File:
    """A file of data at an address, with words of its own for programs that show it."""
    key = digest("data", VERSION, things, lang, network.phrases[lang].digest, network_key(network), words, list(keys))
    path = path_of(address, Addresses(network, lang).base)
    return File(path, key, lambda: written(network, lang, {"words": words} if words else {}, {things: make()}))


def written(network: Network, lang: str, words: Plain, data: Plain) -> bytes:
    """The bytes of a file of data."""
    to, fields = Addresses(network, lang), network.fields
    about: Plain = {"name": fields.name, "url": to.absolute(to.home()), "timezone": fields.timezone}
    about["demonstration"] = fields.demonstration
    whole = {"version": VERSION, "network": about, "language": lang, **words, **data}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def project_data(network: Network, project: Project, lang: str) -> Plain:
    """A project."""
    to = Addresses(network, lang)
    own = {
        "id": project.slug,
        "url": to.absolute(to.project(project)),
        "proposer": body(network, project.proposer, lang),
    }
    return own | record_data(network, project.record, lang, (*UNSAID, "proposer"))


def space_data(network: Network, space: Space, lang: str) -> Plain:
    """A space with its rooms, without what it can spend."""
    to = Addresses(network, lang)
    own: Plain = {
        "id": space.slug,
        "url": to.absolute(to.space(space)),
        "calendar": to.absolute(to.space(space) + "calendar.ics"),
        "areas": [{"id": each.slug, "set": each.set, "name": area_name(network, each, lang)} for each in space.areas],
        "run_by": [body(network, each, lang) for each in space.run_by],
    }
    data = own | record_data(network, space.record, lang, (*UNSAID, "areas", "run_by"))
    if "hosting" in data:
        data["hosting"] = {name: value for name, value in data["hosting"].items() if name not in BUDGETS}
    return data | {
        "rooms": [{"id": each.slug} | record_data(network, each.record, lang, UNSAID) for each in space.rooms]
    }


def event_data(network: Network, event: Event, lang: str) -> Plain:
    """An event with its coming dates."""
    to, fields = Addresses(network, lang), event.fields
    own = {
        "id": event.id,
        "url": to.absolute(to.event(event)),
        "calendar": to.absolute(to.event(event) + "event.ics"),
        "type_name": type_name(fields.type, lang) if fields.type else None,
        "host": body(network, event.host, lang),
        "organisers": [body(network, each, lang) for each in event.organisers],
        "attendance": event.attendance,
        "place": place_of(network, event, None, lang).line,
        "dates": [dated(network, event, each, lang) for each in coming_dates(network, event)],
    }
    return known(own) | record_data(network, event.record, lang, (*UNSAID, *DATES, "id", "organisers"))


def dated(network: Network, event: Event, occurrence: Occurrence, lang: str) -> Plain:
    """A date of an event, with its status in words where it does not take place as foreseen."""
    told = moment(event, occurrence)
    status = told["status"]
    return told if status == "scheduled" else told | {"status_text": network.phrases[lang](f"status.{status}")}


def body(network: Network, organiser: Organiser, lang: str) -> Plain:
    """A space or organisation, as others name it."""
    to = Addresses(network, lang)
    kind = "space" if isinstance(organiser, Space) else "organisation"
    return {"id": organiser.slug, "kind": kind, "name": organiser.fields.name, "url": to.absolute(to.body(organiser))}
