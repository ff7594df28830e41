"""By what the agenda can be filtered: the facets of an event, and the filters of a network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from msgspec import Struct

from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.things import Event
from .addresses import Addresses

EVENING = time(18)
FLAGS = ("free", "step-free", "evening")
WORD = {
    "free": "free",
    "step-free": "accessible",
    "evening": "evening",
    "theme": "theme",
    "area": "area",
    "target": "audience",
    "language": "language",
}


class Filter(Struct, frozen=True):
    """One way to choose among events: an axis, and what is chosen on it; a flag is an axis of one choice."""

    axis: str
    slug: str = ""

    @property
    def facet(self) -> str:
        """The facet of what it lets through, the same in every language: `free`, `theme-cura`."""
        return f"{self.axis}-{self.slug}" if self.slug else self.axis

    def address(self, to: Addresses) -> str:
        """Its page: `/agenda/gratis/`, `/agenda/tema/cura/`."""
        return to.at(to.word("agenda"), to.word(WORD[self.axis]), *([self.slug] if self.slug else []))

    def query(self, to: Addresses) -> str:
        """How an address says that it is chosen: `gratis=1`, `tema=cura`."""
        return f"{to.word(WORD[self.axis])}={self.slug or 1}"


def filters_of(network: Network) -> tuple[Filter, ...]:
    """All filters of a network, axis by axis. A language counts where an event states it, but the network's own."""
    return network.once("filters", lambda: tuple(made_filters(network)))


def made_filters(network: Network) -> Iterator[Filter]:
    for flag in FLAGS:
        yield Filter(flag)
    for theme in network.fields.themes:
        yield Filter("theme", theme.id)
    inhabited = {area.slug for space in network.spaces for area in space.areas}
    for area in (area for division in network.areas.values() for area in division):
        if area.slug in inhabited:
            yield Filter("area", area.slug)
    for target in network.fields.targets:
        yield Filter("target", target.id)
    spoken = {lang for event in network.events for lang in event.fields.languages} | set(network.languages)
    for lang in sorted(spoken - {network.lang}):
        yield Filter("language", lang)


def facets_of(network: Network, event: Event) -> tuple[str, ...]:
    """The facets of an event, whatever the date."""
    return network.once(("facets", event.address), made_facets, event)


def made_facets(event: Event) -> tuple[str, ...]:
    fields = event.fields
    flags = {"free": is_free(event), "step-free": event.accessibility.step_free is True}
    return (
        *(flag for flag, holds in flags.items() if holds),
        *(f"theme-{slug}" for slug in event.themes),
        *(f"area-{area.slug}" for area in event.host.areas),
        *(f"target-{slug}" for slug in fields.targets),
        *(f"language-{lang}" for lang in fields.languages),
    )


def is_free(event: Event) -> bool:
    """Whether nobody has to pay: free of charge, or a free offering."""
    return bool(event.fields.price and event.fields.price.mode in ("free", "offering"))


def in_the_evening(occurrence: Occurrence) -> bool:
    """Whether it begins at 18:00 or later."""
    return not occurrence.all_day and occurrence.starts.time() >= EVENING


def facets_on(network: Network, event: Event, occurrence: Occurrence) -> tuple[str, ...]:
    """The facets of one date of an event."""
    facets = facets_of(network, event)
    return (*facets, "evening") if in_the_evening(occurrence) else facets
