"""What published files are made from, each thing as one digest: a file is made anew when one of its digests is new."""

from __future__ import annotations

from os.path import dirname

from ..model.network import Network
from ..model.pictures import PictureFacts
from ..model.record import Record
from ..model.things import Event, Organiser, Project, Space
from . import digest


def network_key(network: Network) -> str:
    """What the network's office declares, and where it is published. The day of the build is no part of it."""
    return network.once("key", digest, network.fields, network.brand, network.logo, network.site)


def space_key(network: Network, space: Space) -> str:
    """A space with its rooms, its areas, and who runs it."""
    return network.once(("key", space.slug), made_space_key, network, space)


def made_space_key(network: Network, space: Space) -> str:
    rooms = [(room.slug, room.record.digest) for room in space.rooms]
    areas = [(area.set, area.slug, area.name) for area in space.areas]
    people = [body(each) for each in space.run_by]
    return digest(network_key(network), *body(space), rooms, areas, people, picture_facts(network, space.record))


def event_key(network: Network, event: Event) -> str:
    """An event with its host, organisers, project, and the names that it tells of the event to which it belongs and of
    the spaces on its way. Which of its dates are shown is no part of it.
    """
    return network.once(("key", event.address), made_event_key, network, event)


def made_event_key(network: Network, event: Event) -> str:
    return digest(*facts_of_event(network, event))


def facts_of_event(network: Network, event: Event) -> tuple[object, ...]:
    """What the key of an event is made of."""
    project = event.project and body_of_project(network, event.project)
    organisers = [body(each) for each in event.organisers]
    pictures = picture_facts(network, event.record)
    own = event.address, event.record.digest, space_key(network, event.host)
    return *own, organisers, project, pictures, named(network, event)


def body_of_project(network: Network, project: Project) -> tuple[str, str, list[PictureFacts]]:
    """A project with its pictures, with which its dates are announced where they have none."""
    return project.slug, project.record.digest, picture_facts(network, project.record)


def named(network: Network, event: Event) -> list[str]:
    """The digests of the event to which one belongs, and of the spaces on its way."""
    if not (event.fields.part_of or event.fields.itinerary):
        return []
    records = network.once("records by name", by_name, network)
    names = [event.fields.part_of or "", *(each.space or "" for each in event.fields.itinerary)]
    return [records[name] for name in names if name in records]


def by_name(network: Network) -> dict[str, str]:
    """The digests of events, by `space/event`, and of spaces."""
    spaces = {space.slug: space.record.digest for space in network.spaces}
    return {**spaces, **{event.address: event.record.digest for event in network.events}}


def project_key(network: Network, project: Project) -> str:
    """A project with its proposer."""
    pictures = picture_facts(network, project.record)
    return digest(network_key(network), project.slug, project.record.digest, body(project.proposer), pictures)


def picture_facts(network: Network, record: Record) -> list[PictureFacts]:
    """What is known of the pictures that a file shows."""
    return [network.pictures[f"{dirname(record.path)}/{each.file}"] for each in record.fields.pictures]


def body(organiser: Organiser) -> tuple[str, str]:
    """A space or an organisation."""
    return organiser.slug, organiser.record.digest
