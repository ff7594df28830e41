"""The home page: what the network is, what is on today, tonight and this weekend, and where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from msgspec import Struct

from ..agenda.walltime import days_between
from ..model.network import Network
from ..model.things import Area
from . import Page
from .addresses import Addresses
from .agenda import ONE, Dated, Rows, begins_on, coming, ongoing, order, weekend_of
from .agenda_filters import beyond
from .city_map import city_map
from .dates import clock, long_day, short_day
from .events import StopView
from .facets import Filter, in_the_evening
from .filter_bar import within
from .frame import feeds_of, frame
from .newsroom import news_cards
from .place_links import term_links
from .projects import ProjectCard, project_cards
from .space_cards import space_cards
from .structured import network_ld
from .views import Text, area_name, event_brief, status_of

MOST_NOW, MOST_PICKED, MOST_GOING, MOST_NEAR, MOST_STOPS = 12, 8, 4, 3, 6
OFF = ("cancelled", "postponed")


class Door(Struct, frozen=True, kw_only=True):
    """A way into the network: the key of its name, the sentence below it, and where it leads."""

    key: str
    what: str
    url: str


class Board(Struct, frozen=True, kw_only=True):
    """What is next in an area. `lat` and `lon` are the middle of its spaces, empty where none has a point."""

    name: str
    slug: str
    url: str
    lat: str
    lon: str
    rows: Rows


class Journey(Struct, frozen=True, kw_only=True):
    """A project on its way, with its next stops."""

    card: ProjectCard
    stops: tuple[StopView, ...]


def home(network: Network) -> Iterator[Page]:
    """The home page in every language."""
    for lang in network.languages:
        yield home_page(network, lang)


def home_page(network: Network, lang: str) -> Page:
    """The home page in one language."""
    to, today = Addresses(network, lang), begins_on(network).get(network.today, ())
    tonight = [one for one in today if in_the_evening(one[1])]
    by_day = [one for one in today if not in_the_evening(one[1])]
    return frame(
        network,
        lang,
        "home.html",
        Addresses.home,
        network.fields.name,
        day=long_day(network.today, lang),
        ways_in=tuple(doors(network, lang)),
        today=Rows(network, by_day[:MOST_NOW], lang),
        tonight=Rows(network, tonight[:MOST_NOW], lang),
        weekend=Rows(network, picked(network, *weekend_of(network.today)), lang),
        soon=Rows(network, picked(network, network.today, network.today + 7 * ONE), lang),
        next=Rows(network, next_ones(network)[:1], lang),
        ongoing=Rows(network, ongoing(network, network.today)[:MOST_GOING], lang),
        today_url=to.at(to.word("agenda"), to.word("today")),
        tonight_url=to.at(to.word("agenda"), to.word("tonight")),
        weekend_url=to.at(to.word("agenda"), to.word("weekend")),
        agenda_url=to.listing("agenda"),
        spaces_url=to.listing("spaces"),
        projects_url=to.listing("projects"),
        news_url=to.listing("news"),
        near=boards(network, lang),
        near_query=to.word("area"),
        on_its_way=journey(network, lang),
        spaces=space_cards(network, network.spaces, lang),
        map=city_map(network, lang),
        themes=term_links(network, lang),
        projects=project_cards(network, network.projects, lang)[:3],
        news=news_cards(network, lang)[:3],
        feeds=feeds_of(network, lang, "network"),
        structured=network_ld(network, lang),
    )


def doors(network: Network, lang: str) -> Iterator[Door]:
    """The ways in: come, host a project, propose one. The last two only where there are such projects and spaces."""
    to, say = Addresses(network, lang), network.phrases[lang]
    open_projects = sum(project.fields.status == "open" for project in network.projects)
    hosts = sum(bool(space.fields.hosting and space.fields.hosting.open_to_circulation) for space in network.spaces)
    yield Door(key="come", what=how_much(network, lang), url=to.listing("agenda"))
    if open_projects:
        yield Door(key="host", what=say("door.host_what", n=open_projects), url=to.listing("projects"))
    if hosts:
        yield Door(key="propose", what=say("door.propose_what", n=hosts), url=to.listing("spaces"))


def how_much(network: Network, lang: str) -> str:
    """How much there is to come to: in seven days, else the next day on which there is anything, else nothing yet."""
    say, week = network.phrases[lang], days_between(network.today, network.today + 6 * ONE)
    count = sum(len(begins_on(network).get(day, ())) for day in week)
    if count:
        return say("door.come_what", n=count)
    ahead = next_ones(network)
    return say("door.come_next", day=long_day(ahead[0][1].first_day, lang)) if ahead else say("door.come_none")


def next_ones(network: Network) -> tuple[Dated, ...]:
    """What begins on the next day after today on which something takes place, in order of time."""
    held = (
        tuple(one for one in dated if status_of(*one) not in OFF)
        for day, dated in begins_on(network).items()
        if day > network.today
    )
    return next(filter(None, held), ())


def picked(network: Network, first: date, last: date) -> list[Dated]:
    """Some days after today in a few lines, each event once: the rarest are chosen, then told in order of time."""
    days = [day for day in days_between(first, last) if day > network.today]
    held = [one for day in days for one in begins_on(network).get(day, ()) if status_of(*one) not in OFF]
    once = {event.address: (event, occurrence) for event, occurrence in reversed(held)}.values()
    rarest = sorted(once, key=lambda one: (len(one[0].occurrences), one[1].starts.timestamp(), one[0].address))
    return sorted(rarest[:MOST_PICKED], key=lambda one: (one[1].first_day, order(one)))


def boards(network: Network, lang: str) -> tuple[Board, ...]:
    """What is next in each area of the first division that has a space, by name."""
    areas = next(iter(network.areas.values()), ())
    made = (network.once(("board", area.slug, lang), board, network, area, lang) for area in areas)
    return tuple(sorted((each for each in made if each), key=lambda each: each.name))


def board(network: Network, area: Area, lang: str) -> Board | None:
    """What is next in one area; None where it has no space."""
    inside = [space for space in network.spaces if area in space.areas]
    if not inside:
        return None
    points = [each.fields.location for each in inside if each.fields.location]
    return Board(
        name=area_name(network, area, lang),
        slug=area.slug,
        url=Filter("area", area.slug).address(Addresses(network, lang)),
        lat=middle([float(point.lat) for point in points]),
        lon=middle([float(point.lon) for point in points]),
        rows=Rows(network, fresh(network, Filter("area", area.slug)), lang),
    )


def fresh(network: Network, chosen: Filter) -> list[Dated]:
    """The next things that begin and a filter lets through, each event once, without what is called off."""
    first: dict[str, Dated] = {}
    for event, occurrence in chain(within(network)[chosen.facet], beyond(network)[chosen.facet]):
        if status_of(event, occurrence) not in OFF:
            first.setdefault(event.address, (event, occurrence))
    return list(first.values())[:MOST_NEAR]


def middle(numbers: list[float]) -> str:
    """The mean to a thousandth, of degrees some hundred metres; empty where there is none."""
    return f"{sum(numbers) / len(numbers):.3f}" if numbers else ""


def journey(network: Network, lang: str) -> Journey | None:
    """The project that goes to the most places, then the one with the most stops to come; None where none has any."""
    routes = [(each, coming(network, network.events_by_project.get(each.slug, ()))) for each in network.projects]
    project, dated = max(routes, key=lambda route: (places(route[1]), len(route[1])), default=(None, ()))
    if project is None or not dated:
        return None
    return Journey(
        card=project_cards(network, [project], lang)[0],
        stops=tuple(journey_stop(network, one, lang) for one in dated[:MOST_STOPS]),
    )


def places(dated: tuple[Dated, ...]) -> int:
    """At how many spaces something takes place."""
    return len({event.host.slug for event, _ in dated})


def journey_stop(network: Network, dated: Dated, lang: str) -> StopView:
    """One stop of a project: the day, the place, the hour."""
    event, occurrence = dated
    brief = event_brief(network, event, lang)
    hour = "" if occurrence.all_day else clock(occurrence.starts.time(), lang)
    said = ", ".join(part for part in (brief.area, hour) if part)
    return StopView(
        at=short_day(occurrence.first_day, lang),
        name=Text(brief.host),
        url=brief.url,
        note=Text(said) if said else None,
    )
