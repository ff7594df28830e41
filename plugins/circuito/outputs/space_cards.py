"""Spaces in lists: a card each."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ..model.network import Network
from ..model.things import Space
from .addresses import Addresses
from .agenda import soon
from .marks import MarkView, space_mark
from .picture_views import PictureView, pictures_view
from .views import Text, area_name, line_of, must, term, text


class SpaceCard(Struct, frozen=True, kw_only=True):
    """A space in a list. `coming` is how much is on there in the next 30 days."""

    name: str
    slug: str
    url: str
    kind: Text
    summary: Text
    neighbourhood: str
    street: str
    step_free: bool | None
    line: str
    status: str
    coming: int
    picture: PictureView | None
    drawing: MarkView


def space_cards(network: Network, spaces: Iterable[Space], lang: str) -> tuple[SpaceCard, ...]:
    """The cards of spaces in a language."""
    return tuple(network.once(("card", space.slug, lang), space_card, network, space, lang) for space in spaces)


def space_card(network: Network, space: Space, lang: str) -> SpaceCard:
    """The card of one space."""
    fields = space.fields
    return SpaceCard(
        name=fields.name,
        slug=space.slug,
        url=Addresses(network, lang).space(space),
        kind=term(network, network.fields.kinds, fields.kind, lang),
        summary=must(text(space.record.says("summary", lang), lang)),
        neighbourhood=fields.neighbourhood or (area_name(network, space.areas[0], lang) if space.areas else ""),
        street=fields.address.street,
        step_free=fields.accessibility.step_free if fields.accessibility else None,
        line=line_of(fields.themes),
        status=fields.status,
        coming=soon(network, network.events_by_space[space.slug]),
        picture=next(iter(pictures_view(network, space.record.path, fields.pictures, lang)), None),
        drawing=space_mark(network, space),
    )
