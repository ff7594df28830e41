"""Where the tour of a project is told: the addresses of its page and of its posters, empty where there is none."""

from __future__ import annotations

from ..model.network import Network
from ..model.things import Project
from .addresses import Addresses
from .agenda import Dated, coming
from .cards import BROKEN
from .shown_interests import shown_in
from .views import Link, Text, status_of

TOURS = "circuito.outputs.tour_pages:tours"
TOUR_POSTERS = "circuito.outputs.tour_posters:tour_posters"
LEAST = 2


def tour_link(network: Network, project: Project, lang: str) -> str:
    """The address of a project's tour; empty where it has none, or tours are not published."""
    if TOURS not in network.outputs or not shown_in(network, project):
        return ""
    return Addresses(network, lang).tour(project)


def poster_links(network: Network, project: Project, lang: str) -> tuple[Link, ...]:
    """The posters of a tour to print; none where it has none, or they are not published."""
    if TOUR_POSTERS not in network.outputs or not is_a_tour(network, project):
        return ()
    say, to = network.phrases[lang], Addresses(network, lang)
    named = (("poster.pdf", say("print.tour_poster")), ("poster-large.pdf", say("print.tour_poster_large")))
    return tuple(Link(Text(told), poster_address(to, project, name)) for name, told in named)


def poster_address(to: Addresses, project: Project, name: str) -> str:
    """The poster of a tour: `/progetti/<project>/giro/poster.pdf`."""
    return f"{to.tour(project)}{name}"


def is_a_tour(network: Network, project: Project) -> bool:
    """Whether two events of a project or more are still to come."""
    return len(stops(network, project)) >= LEAST


def stops(network: Network, project: Project) -> tuple[Dated, ...]:
    """The next date of each event of a project that is to come and not called off, in order of time."""
    return network.once(("poster stops", project.slug), made_stops, network, project)


def made_stops(network: Network, project: Project) -> tuple[Dated, ...]:
    found: dict[str, Dated] = {}
    for event, occurrence in coming(network, network.events_by_project.get(project.slug, ())):
        if status_of(event, occurrence) not in BROKEN:
            found.setdefault(event.address, (event, occurrence))
    return tuple(found.values())
