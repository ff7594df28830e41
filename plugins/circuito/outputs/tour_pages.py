"""The tour of a project: its settled dates, the best tour that could be, the season of its hosts, and what it costs.

Only what everybody may know is told (`shown_interests`); without the setting that is the settled dates and their tour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial

from msgspec import Struct

from ..circulation.interests import SETTLED
from ..circulation.planning import Plan
from ..circulation.telling import Teller
from ..model.network import Network
from ..model.things import Interest, Project, Space
from . import File, Page, digest
from .addresses import Addresses, path_of
from .dates import dated_day
from .facts import number
from .frame import crumb, feeds_of, frame
from .redirects import redirects
from .shown_interests import shown_in, shown_plan, touring
from .tour_costs import costs_view, key_notes, pays, tenths
from .tour_grid import hosts_of, season_grid, tour_map
from .tour_links import poster_links
from .tour_stops import tour_stops
from .views import Link, body_link, line_of, must, text

METRES = 1000


class StationView(Struct, frozen=True, kw_only=True):
    """A date of the proposed tour; `way` says how far it is from where; `state` is a key of the phrases of `grid.`."""

    number: str
    day: str
    day_text: str
    host: Link
    way: str
    pays: str
    state: str


class PlanTitle(Struct, frozen=True, kw_only=True):
    """The name of the tour in order, and what it is."""

    name: str
    note: str


def tours(network: Network) -> Iterator[Page]:
    """`/progetti/<project>/giro/` for each project in which spaces are interested, in every language."""
    for lang in network.languages:
        to = Addresses(network, lang)
        for project in touring(network):
            yield tour_page(network, project, lang)
            yield from redirects(to, project, to.tour(project), project.fields.title)


def tour_page(network: Network, project: Project, lang: str) -> Page:
    """All that is to be told of a project's tour."""
    say, plan, to = network.phrases[lang], shown_plan(network, project), Addresses(network, lang)
    title = must(text(project.record.says("title", lang), lang))
    themes = project.fields.outcomes.themes if project.fields.outcomes else ()
    stations = tuple(station_views(network, project, plan, lang)) if plan else ()
    settled = confirmed(network, project)
    planned = plan if plan and plan.stations else None
    return frame(
        network,
        lang,
        "tour.html",
        lambda at: at.tour(project),
        say("tour.title", project=title.text),
        description=say("tour.description", project=title.text, n=len(settled)),
        section="projects",
        source=project.record.path,
        crumbs=(crumb(network, lang, "projects"), Link(title, to.project(project))),
        feeds=feeds_of(network, lang, f"project:{project.slug}"),
        robots="" if settled else "noindex",
        heading=title,
        line=line_of(themes),
        figures=tuple(figures(settled, planned, lang)),
        stops=tour_stops(network, project, lang),
        map=tour_map(network, places(network, settled, planned), lang),
        stations=stations,
        plan=plan_title(network, stations, lang),
        paid=any(station.pays for station in stations),
        honest=honest(network, plan, lang),
        unplaced=tuple(unplaced(network, plan, lang)) if plan else (),
        grid=season_grid(network, project, planned, lang) if planned else None,
        costs=costs_view(network, project, planned, lang) if planned else None,
        key_notes=key_notes(say, planned) if planned and planned.terms else (),
        track=f"{to.tour(project)}tour.gpx" if places(network, settled, planned) else "",
        posters=poster_links(network, project, lang),
        project_url=to.project(project),
        members=network.shows_interests,
    )


def confirmed(network: Network, project: Project) -> list[Interest]:
    """The settled dates of a tour that are still to come."""
    return [each for each in shown_in(network, project) if each.state == "confirmed"]


def is_settled(network: Network, project: Project) -> bool:
    """Whether a tour has a date that is sure: only then search engines are to find it."""
    return bool(confirmed(network, project))


def figures(settled: list[Interest], plan: Plan | None, lang: str) -> Iterator[tuple[str, str]]:
    """The tour in numbers, with their phrases' keys: settled dates, then those of the plan."""
    yield "settled", number(len(settled), lang)
    if plan:
        yield "dates", number(len(plan.stations), lang)
        yield "way", number(tenths(Decimal(plan.routed.tour.metres) / METRES), lang, "km")
        yield "span", number((plan.stations[-1].on - plan.stations[0].on).days + 1, lang)


def places(network: Network, settled: list[Interest], plan: Plan | None) -> list[tuple[Space, bool]]:
    """The stops for the map, in order: those of the plan; where there is none, the settled ones."""
    sure = {each.space.slug for each in settled}
    if plan:
        return [(space, space.slug in sure) for space in hosts_of(network, plan)]
    return [(each.space, True) for each in sorted(settled, key=lambda each: (str(each.fields.on), each.space.slug))]


def station_views(network: Network, project: Project, plan: Plan, lang: str) -> Iterator[StationView]:
    """The dates of the proposed tour."""
    states = {each.space.slug: each.state for each in shown_in(network, project)}
    told = zip(plan.stations, hosts_of(network, plan), pays(network, plan, lang), strict=True)
    for place, (station, space, amount) in enumerate(told, 1):
        state = states.get(space.slug, "")
        yield StationView(
            number=str(place),
            day=station.on.isoformat(),
            day_text=dated_day(station.on, lang),
            host=body_link(network, space, lang),
            way=way_to(network, place, number(tenths(Decimal(station.metres) / METRES), lang, "km"), lang),
            pays=amount if plan.terms and plan.terms.gross else "",
            state="confirmed" if state in SETTLED else "proposed" if state == "interested" else state,
        )


def plan_title(network: Network, stations: Iterable[StationView], lang: str) -> PlanTitle:
    """What the tour in order is: a proposal, as long as a date of it is not settled."""
    say = network.phrases[lang]
    if all(station.state == "confirmed" for station in stations):
        return PlanTitle(name=say("tour.plan_settled"), note=say("tour.plan_settled_note"))
    return PlanTitle(name=say("tour.plan"), note=say("tour.plan_note"))


def way_to(network: Network, place: int, km: str, lang: str) -> str:
    """How far a station is from the one before, the first from where the project starts."""
    say = network.phrases[lang]
    return say("tour.after", km=km) if place > 1 else say("tour.from_start", km=km)


def honest(network: Network, plan: Plan | None, lang: str) -> str:
    """How good the proposed tour is, in plain words."""
    return teller(network, lang).honest(plan.routed) if plan and plan.stations else ""


def unplaced(network: Network, plan: Plan, lang: str) -> Iterator[str]:
    """Who has no place in the proposed tour, and why."""
    tell = teller(network, lang)
    yield from (tell.unplaced(space, reason) for space, reason in sorted(plan.routed.unplaced.items()))
    yield from (tell.unplaced(space, "nowhere") for space in plan.nowhere)


def teller(network: Network, lang: str) -> Teller:
    """Who puts findings into words in a language."""
    names = {space.slug: space.fields.name for space in network.spaces}
    return network.once(("tour teller", lang), Teller, network.phrases[lang], names)


# The track


def tracks(network: Network) -> Iterator[File]:
    """`tour.gpx` beside the page of each tour: its stops in their order, for maps and navigators."""
    for lang in network.languages:
        to = Addresses(network, lang)
        for project in touring(network):
            plan = shown_plan(network, project)
            settled = confirmed(network, project)
            stops = places(network, settled, plan if plan and plan.stations else None)
            if stops:
                made = track(project, stops, lang)
                yield File(path_of(f"{to.tour(project)}tour.gpx", to.base), digest(made), partial(bytes, made))


def track(project: Project, stops: list[tuple[Space, bool]], lang: str) -> bytes:
    """The stops of a tour as GPX 1.1: waypoints, and the route through them."""
    from lxml import etree

    title = must(text(project.record.says("title", lang), lang)).text
    root = etree.Element("gpx", nsmap={None: "http://www.topografix.com/GPX/1/1"}, version="1.1", creator="Circuito")
    etree.SubElement(etree.SubElement(root, "metadata"), "name").text = title
    placed = [(space, at) for space, _ in stops if (at := space.fields.location)]
    for space, at in placed:
        point = etree.SubElement(root, "wpt", lat=str(at.lat), lon=str(at.lon))
        etree.SubElement(point, "name").text = space.fields.name
    route = etree.SubElement(root, "rte")
    etree.SubElement(route, "name").text = title
    for place, (space, at) in enumerate(placed, 1):
        point = etree.SubElement(route, "rtept", lat=str(at.lat), lon=str(at.lon))
        etree.SubElement(point, "name").text = f"{place} {space.fields.name}"
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written
