"""Something to put right, and whose it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from msgspec import Struct, field

from ..model.network import Network
from ..model.things import Event, Interest, Project, Space
from .history import published

Thing = Space | Event | Project | Interest


class Chore(Struct, frozen=True, eq=False):
    """One thing to put right: its kind, when it began, the file to change, what it is about, and whose it is.

    `space` is None where an organisation or the office has to do it; `values` fill in its sentence; `name` tells apart
    what one file has several of.
    """

    kind: str
    since: date
    path: str
    thing: Thing | None
    space: Space | None
    values: Mapping[str, str | int | date] = field(default_factory=dict)
    name: str = ""
    line: int = 1


Rule = Callable[[Network], Iterator[Chore]]


def living(network: Network) -> Iterator[Space]:
    """The spaces that are not closed for good."""
    return (space for space in network.spaces if space.fields.status != "closed")


def of_profile(kind: str, since: date, space: Space, **values: str | int | date) -> Chore:
    """A chore whose place is the profile of a space."""
    return Chore(kind, since, space.record.path, space, space, values)


def missing(network: Network, kind: str, space: Space) -> Chore:
    """A chore that a profile has had from its beginning."""
    return of_profile(kind, published(network, space).date(), space)
