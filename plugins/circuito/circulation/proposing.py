"""Writing a space's interest in a project: its file in the first state, and what the next one asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..model.interest import InterestFields
from ..model.network import Network
from ..model.record import Record
from ..model.things import Interest, Project, Space
from .interests import CLOSED, EXAMPLES, NEEDED

NEXT = {"interested": "pencilled", "pencilled": "requested", "requested": "confirmed"}


class Refused(Exception):
    """An interest that cannot be: the sentence's key and its values."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def interest_path(project: Project, space: Space) -> str:
    """Where the interest of a space in a project is written."""
    return f"spaces/{space.slug}/interests/{project.slug}.md"


def refuse(network: Network, project: Project, space: Space) -> None:
    """Raises `Refused` where a space cannot be interested in a project: closed, or interested already."""
    hosting = space.fields.hosting
    if project.fields.status in CLOSED:
        raise Refused("closed-project", name=project.slug, status=project.fields.status)
    if hosting and not hosting.open_to_circulation:
        raise Refused("closed-host", name=space.slug)
    if project.proposer is space:
        raise Refused("own-project", name=project.slug)
    if any(each.project is project and each.space is space for each in network.interests):
        raise Refused("interested-already", path=interest_path(project, space))


def new_interest(project: Project, space: Space, created: date, by: str) -> Interest:
    """An interest as it would be read from its new file."""
    fields = InterestFields(state="interested", created=created, by=by)
    record = Record(path=interest_path(project, space), lang="it", fields=fields)
    return Interest(space=space, project=project, record=record, room=None, event=None, state="interested")


def with_interest(network: Network, interest: Interest) -> Network:
    """The network with one interest more."""
    ordered = sorted((*network.interests, interest), key=lambda each: each.record.path)
    return replace(network, interests=tuple(ordered))


def lacking_for_next(interest: Interest) -> Iterator[tuple[str, str]]:
    """The fields that the next state needs and the interest lacks, each with an example."""
    wanted = list(NEEDED.get(NEXT.get(interest.fields.state, ""), ()))
    if NEXT.get(interest.fields.state) in ("pencilled", "requested"):
        wanted.append("expires")
    if NEXT.get(interest.fields.state) == "requested":
        wanted.append("contribution")
    rooms = [room.slug for room in interest.space.rooms]
    for name in wanted:
        if getattr(interest.fields, name) is None:
            yield name, rooms[0] if name == "room" and rooms else EXAMPLES.get(name, "2026-12-31")
