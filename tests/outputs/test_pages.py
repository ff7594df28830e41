"""What pages of events, spaces, projects and places show, read back as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any
from urllib.parse import parse_qs, urlsplit

import html5lib
import pytest
from jinja2 import Environment, FileSystemLoader
from small_networks import BASE, REPOSITORY, event_file, project_file

from circuito.model.network import Network
from circuito.model.place import Location
from circuito.outputs import Output, Page
from circuito.outputs.calendar_links import calendar_links
from circuito.outputs.chrome import site_view
from circuito.outputs.errors import not_found
from circuito.outputs.events import events
from circuito.outputs.facts import money, prices
from circuito.outputs.nearby import REACH, kilometres, near_spaces, nearby
from circuito.outputs.newsroom import newsroom
from circuito.outputs.place_map import city_drawing, place_map
from circuito.outputs.places import areas, organisations, programmes, themes
from circuito.outputs.projects import projects
from circuito.outputs.spaces import spaces
from circuito.publishing.languages import phrases_of, speaking
from circuito.settings import JINJA_ENVIRONMENT

LANGUAGES = ("it", "en", "ar")
PHRASES = phrases_of(LANGUAGES, [REPOSITORY / "theme" / "phrases"])
ENVIRONMENT = Environment(loader=FileSystemLoader(REPOSITORY / "theme" / "templates"), **JINJA_ENVIRONMENT)
SPOKEN = {lang: speaking(ENVIRONMENT, PHRASES[lang], {}) for lang in LANGUAGES}
EVENING = ("starts: 2026-11-28 18:00", "ends: 20:00")
WEEKLY = ("starts: 2026-11-03 18:00", "ends: 20:00", "every: tuesday")
OUTPUTS = (events, spaces, areas, themes, organisations, programmes, projects, newsroom, not_found)


class Read:
    """A page as a reader sees it: its elements by class and id, their text."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.tree = html5lib.parse(html, namespaceHTMLElements=False)

    def all(self, name: str) -> list[Any]:
        """The elements of a class, in order."""
        return [each for each in self.tree.iter() if name in str(each.get("class", "")).split()]

    def said(self, name: str) -> list[str]:
        """The text of each element of a class."""
        return [words(each) for each in self.all(name)]

    def parts(self) -> list[str]:
        """The identifiers of the page's parts that have a name of their own."""
        return [each.get("aria-labelledby") for each in self.all("split")]


def words(element: Any) -> str:
    """The text of an element, with single blanks."""
    return " ".join("".join(element.itertext()).split())


def page(network: Network, output: Output, path: str) -> Page:
    """The page of an output at a path."""
    return next(each for each in output(network) if isinstance(each, Page) and each.path == path)


def printed(network: Network, shown: Page) -> Read:
    """A page as it is printed."""
    spoken = SPOKEN[shown.lang]
    spoken.globals["site"] = site_view(network, shown.lang, ())
    return Read(spoken.get_template(shown.template).render(shown.handed))


def event(network: Network, lang: str = "it") -> Read:
    """The page of the one event of a small network."""
    path = {"it": "eventi/base/prova/index.html", "en": "en/events/base/prova/index.html"}[lang]
    return printed(network, page(network, events, path))


# Money


@pytest.mark.parametrize(
    ("amount", "lang", "told"),
    [("8", "it", "8\xa0€"), ("4.5", "it", "4,50\xa0€"), ("8", "en", "€8"), ("4.5", "en", "€4.50")],
)
def test_money_stands_as_people_write_it_in_their_language(network, amount, lang, told):
    assert money(network(), Decimal(amount), lang) == told


def test_prices_in_one_list_have_cents_where_one_of_them_has(network):
    assert prices(network(), [Decimal(8), Decimal("4.50")], "it") == ("8,00\xa0€", "4,50\xa0€")


# Events


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("cancelled", "Annullato"),
        ("postponed", "Rinviato"),
        ("moved-online", "Spostato online"),
        ("full", "Esaurito"),
        ("rescheduled", "Spostato"),
    ],
)
def test_a_change_stands_before_all_else_and_in_the_title(with_event, status, word):
    made = event(with_event(*EVENING, f"status: {status}", "status_note: Piove."))
    main = next(each for each in made.tree.iter("main"))
    first = next(each for each in main.iter("p"))
    title = words(next(made.tree.iter("title")))
    assert (words(first), made.said("status-banner__note"), title.startswith(f"{word}: Prova")) == (
        word,
        ["Piove."],
        True,
    )


def test_what_goes_on_as_planned_has_no_banner(with_event):
    assert event(with_event(*EVENING)).all("status-banner") == []


def test_a_moved_date_says_when_it_was_to_be(with_event):
    moved = "changes: [{on: 2026-11-28, to: 2026-11-29 18:00}]"
    made = event(with_event(*EVENING, "every: saturday", "times: 3", moved))
    assert made.said("status-banner__matter") == ["Spostato Prima era: sabato 28 novembre 2026, 18:00"]


def test_the_former_date_that_an_event_states_is_said(with_event):
    made = event(with_event(*EVENING, "status: rescheduled", "previously: 2026-11-21 17:00"))
    assert made.said("status-banner__why") == ["Prima era: sabato 21 novembre 2026, 17:00"]


@pytest.mark.parametrize(("status", "offered"), [("scheduled", 3), ("cancelled", 0), ("postponed", 0), ("full", 3)])
def test_what_takes_place_can_be_put_into_a_calendar(with_event, status, offered):
    assert len(event(with_event(*EVENING, f"status: {status}")).all("add-to-calendar__way")) == offered


def test_what_is_over_says_so_and_offers_no_calendar(with_event):
    made = event(with_event("starts: 2026-11-20 18:00"))
    assert (made.said("status-banner__word"), made.all("add-to-calendar")) == (["Questo evento è passato."], [])


def test_the_date_of_what_is_cancelled_is_struck_through(with_event):
    made = event(with_event(*EVENING, "status: cancelled"))
    assert made.said("ticket__main--off") == ["sabato 28 novembre 2026 18:00–20:00"]


def test_an_event_says_who_organises_and_who_hosts(with_event):
    made = event(with_event(*EVENING, "organisers: [alfa]"))
    who = next(each for each in made.all("ticket__part") if each.get("aria-labelledby") == "who")
    assert [words(each) for each in who.iter("a")] == ["Alfa", "Base"]


def test_a_host_that_organises_is_said_once(with_event):
    made = event(with_event(*EVENING))
    who = next(each for each in made.all("ticket__part") if each.get("aria-labelledby") == "who")
    assert [words(each) for each in who.iter("a")] == ["Base"]


def test_what_to_bring_is_said(with_event):
    made = event(with_event(*EVENING, "bring: Un cuscino"))
    assert made.said("facts__value") == ["Un cuscino"]


def test_all_dates_are_there_the_past_ones_folded_away(with_event):
    made = event(with_event(*WEEKLY, "until: 2027-03-30"))
    past, later = (made.all("date-line--done"), made.all("fold"))
    assert (
        [words(each) for each in past[0].iter("time")],
        words(next(later[0].iter("summary"))),
        words(next(later[1].iter("summary"))),
        len(made.all("date-line__date")),
    ) == (["mar 3", "mar 10", "mar 17"], "Altre 5 date più avanti", "3 date passate", 22)


def test_dates_at_one_time_say_it_once(with_event):
    made = event(with_event(*WEEKLY, "times: 5"))
    assert (made.said("date-line__time"), "Orario: 18:00–20:00" in made.html) == ([], True)


def test_dates_at_different_times_say_each(with_event):
    made = event(with_event(*EVENING, "also: [2026-12-05 16:00]"))
    assert made.said("date-line__time") == ["18:00–20:00", "16:00–18:00"]


def test_a_date_that_differs_says_why(with_event):
    changes = "changes: [{on: 2026-12-01, status: cancelled, note: Sala chiusa}]"
    made = event(with_event(*WEEKLY, "times: 6", changes))
    told = [words(each) for each in made.all("date-line__date") if each.get("data-status") == "cancelled"]
    assert told == ["mar 1 Annullato Sala chiusa"]


OWN_DATE = "{title: Speciale, text: Legge Ada Riva, online: {url: https://example.org/ospiti}, on: %s}"


def test_a_date_with_words_of_its_own_says_them(with_event):
    made = event(with_event(*WEEKLY, "times: 6", f"changes: [{OWN_DATE % '2026-12-01'}]"))
    own = made.all("date-line__join")
    assert [made.said("date-line__title"), made.said("date-line__text"), [each.get("href") for each in own]] == [
        ["Speciale"], ["Legge Ada Riva"], ["https://example.org/ospiti"],
    ]  # fmt: skip


def test_the_date_that_leads_says_what_happens_on_it_and_how_one_takes_part(with_event):
    made = event(with_event(*WEEKLY, "times: 6", f"changes: [{OWN_DATE % '2026-11-24'}]"))
    when, where = made.all("ticket__part")[:2]
    assert [words(each) for each in when.iter("p")][1:3] == ["Speciale", "Legge Ada Riva"]
    assert [each.get("href") for each in where.iter("a") if "button" in each.get("class")] == [
        "https://example.org/ospiti"
    ]


def test_one_date_alone_is_not_listed_again(with_event):
    assert "dates" not in event(with_event(*EVENING)).parts()


def test_empty_parts_vanish(with_event):
    assert event(with_event(*EVENING)).parts() == ["how-to-reach"]


def test_what_is_online_has_no_map_and_no_way_there(with_event):
    made = event(with_event(*EVENING, "only_online: true", "online: {url: https://example.org/x}"))
    assert (made.all("place-map"), made.parts()) == ([], [])


def test_an_event_elsewhere_is_on_the_map_of_its_own_place(with_event):
    where = "where: {name: Piazza, address: {street: via Lontana 1}, location: {lat: 45.51, lon: 9.21}}"
    made = event(with_event(*EVENING, where))
    links = [each.get("href") for each in made.tree.iter("a") if "openstreetmap" in str(each.get("href"))]
    assert (made.said("place-map__name"), links) == (
        ["Piazza"],
        ["https://www.openstreetmap.org/?mlat=45.51&mlon=9.21#map=17/45.51/9.21"],
    )


def test_the_page_on_paper_bears_its_address(with_event):
    assert event(with_event(*EVENING)).said("print-address") == ["https://rete.example.org/eventi/base/prova/"]


# Calendars of others


def of_links(network: Network, lang: str = "it") -> list[dict[str, list[str]]]:
    """The questions of the links that put the one event's one date into calendars."""
    only = network.events[0]
    return [parse_qs(urlsplit(link.url).query) for link in calendar_links(network, only, only.occurrences[0], lang)]


def test_links_to_calendars_tell_time_in_utc_place_and_page(with_event):
    google, outlook = of_links(with_event(*EVENING, "room: sala"))
    assert (google["dates"], google["text"], google["location"]) == (
        ["20261128T170000Z/20261128T190000Z"],
        ["Prova"],
        ["Sala, Base, via Prova 1, 20100 Milano"],
    )
    assert google["details"] == ["Una prova.\n\nhttps://rete.example.org/eventi/base/prova/"]
    assert (outlook["startdt"], outlook["enddt"]) == (["2026-11-28T17:00:00Z"], ["2026-11-28T19:00:00Z"])


def test_whole_days_end_before_the_day_that_follows(with_event):
    google, outlook = of_links(with_event("starts: 2026-12-24", "ends: 2026-12-26"))
    assert (google["dates"], outlook["startdt"], outlook["enddt"], outlook["allday"]) == (
        ["20261224/20261227"],
        ["2026-12-24"],
        ["2026-12-27"],
        ["true"],
    )


# What else is on nearby


def spaces_at(*points: tuple[float, float]) -> dict[str, str]:
    """The files of spaces at points, named `s0`, `s1` …"""
    own = BASE["spaces/base/space.md"]
    return {
        f"spaces/s{n}/space.md": own.replace("lat: 45.5, lon: 9.2", f"lat: {lat}, lon: {lon}").replace("Base", f"S{n}")
        for n, (lat, lon) in enumerate(points)
    }


GRID = [(45.4 + 0.0071 * row, 8.95 + 0.0097 * column) for row, column in product(range(12), range(12))]


def test_near_spaces_are_those_within_reach_and_no_others(network):
    made = network(spaces_at(*GRID))
    placed = [(each.slug, each.fields.location) for each in made.spaces]
    compared = {slug: {other for other, there in placed if kilometres(here, there) <= REACH} for slug, here in placed}
    assert {slug: set(near) for slug, near in near_spaces(made.spaces).items()} == compared


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres():
    one, other = Location(lat=Decimal(45), lon=Decimal(9)), Location(lat=Decimal(46), lon=Decimal(9))
    assert round(kilometres(one, other)) == 111


def test_nearby_is_what_is_near_in_place_and_time_and_takes_place(network):
    made = network(
        {
            **spaces_at((45.505, 9.205), (45.6, 9.2)),
            "events/base/prova.md": event_file(*EVENING),
            "events/base/stesso.md": event_file("starts: 2026-11-28 10:00", "title: Stesso posto"),
            "events/s0/vicino.md": event_file("starts: 2026-11-29 09:00", "title: Vicino"),
            "events/s0/annullato.md": event_file("starts: 2026-11-28 12:00", "title: Annullato", "status: cancelled"),
            "events/s0/tardi.md": event_file("starts: 2026-12-05 12:00", "title: Tardi"),
            "events/s1/lontano.md": event_file("starts: 2026-11-28 12:00", "title: Lontano"),
        }
    )
    own = next(each for each in made.events if each.slug == "prova")
    found = nearby(made, own, date(2026, 11, 28))
    assert [other.fields.title for other, _ in found] == ["Stesso posto", "Vicino"]


def test_beside_what_goes_on_already_nearby_is_what_is_still_to_come(network):
    files = {
        "events/base/prova.md": event_file("starts: 2026-11-14", "ends: 2027-01-17"),
        "events/base/stata.md": event_file("starts: 2026-11-15 11:00", "ends: 12:00"),
        "events/base/viene.md": event_file("starts: 2026-11-23 11:00", "ends: 12:00"),
    }
    shown = next(page for page in events(network(files)) if page.path == "eventi/base/prova/index.html")
    assert [row.event.url for row in shown.shows["nearby"]] == ["/eventi/base/viene/"]


def test_an_event_that_recurs_is_nearby_once(network):
    daily = event_file("starts: 2026-11-20 09:00", "every: day", "times: 30", "title: Ogni giorno")
    made = network({"events/base/prova.md": event_file(*EVENING), "events/base/ogni.md": daily})
    own = next(each for each in made.events if each.slug == "prova")
    assert [(other.slug, each.first_day.day) for other, each in nearby(made, own, date(2026, 11, 28))] == [("ogni", 28)]


# Projects and their lines


PROJECT = project_file(
    "cost: {mode: free, vat: exempt, invoice: notula}",
    "availability: [{from: 2026-12-01, to: 2027-01-31, weekdays: [thu, sat], except: [2026-12-26]}]",
    "rights: {authors: Gli abitanti, siae: {needed: true}, recording: photo}",
    "past_dates: [{on: 2026-05-16, space: base, attendance: 80}, {on: 2026-06-12, place: Altrove}]",
)


@pytest.fixture
def touring(network):
    """A network with a project, an event of it that recurs, and one that is cancelled."""
    return network(
        {
            "content/projects/lettere/project.md": PROJECT,
            "events/base/prova.md": event_file(*EVENING, "project: lettere", "every: saturday", "times: 3"),
            "events/base/altra.md": event_file("starts: 2027-01-10 18:00", "project: lettere", "status: cancelled"),
        }
    )


def test_the_line_of_a_project_runs_from_its_first_stop_to_its_last(touring):
    made = printed(touring, page(touring, projects, "progetti/lettere/index.html"))
    stops = [(words(each), each.get("data-state")) for each in made.all("tour-line__stop")]
    assert stops == [
        ("16 mag 2026 Base 80 persone", "done"),
        ("12 giu 2026 Altrove", "done"),
        ("28 nov 2026 Base Prova e altre 2 date", "next"),
        ("10 gen 2027 Base Prova Annullato", "off"),
    ]


def test_an_event_shows_where_it_is_on_the_line_of_its_project(touring):
    made = event(touring)
    here = [each for each in made.all("tour-line__stop") if each.get("aria-current")]
    assert [words(each) for each in here] == ["28 nov 2026 Base Sei qui e altre 2 date"]


def test_a_programmer_reads_days_rights_and_papers(touring):
    made = printed(touring, page(touring, projects, "progetti/lettere/index.html"))
    facts = dict(zip(made.said("facts__name"), made.said("facts__value"), strict=True))
    window = next(each for each in made.all("ticket__part") if each.get("aria-labelledby") == "windows")
    assert words(next(window.iter("li"))) == "01 dic 2026 – 31 gen 2027 gio, sab tranne 26 dic 2026"
    assert facts == {
        "Autrici e autori": "Gli abitanti",
        "SIAE": "serve il permesso",
        "Riprese": "solo fotografie",
        "Licenza delle immagini": "CC BY 4.0",
        "IVA": "esente",
        "Documento": "notula",
    }


def test_a_space_names_the_projects_that_stop_there(touring):
    made = printed(touring, page(touring, spaces, "spazi/base/index.html"))
    assert "Lettere" in made.said("tags__tag")


# Spaces and places


def test_a_long_profile_has_a_way_to_jump_to_each_of_its_parts(sample):
    made = printed(sample, page(sample, spaces, "spazi/bottega-dei-servizi/index.html"))
    ids = {each.get("id") for each in made.tree.iter() if each.get("id")}
    jumps = [each.get("href") for each in made.all("contents__link")]
    assert jumps == [f"#{part}" for part in (*made.parts(), "subscribe-title")]
    assert {jump[1:] for jump in jumps} <= ids


def test_a_short_profile_has_none(network):
    made = printed(network(), page(network(), spaces, "spazi/base/index.html"))
    assert made.all("contents") == []


def test_an_empty_programme_speaks(network):
    made = printed(network(), page(network(), spaces, "spazi/base/index.html"))
    assert made.said("empty") == ["Niente in programma, per ora: chi segue il calendario lo saprà per primo."]


def test_what_has_no_theme_runs_on_the_networks_own_line(network):
    assert page(network(), spaces, "spazi/base/index.html").shows["line"] == "line-own"


def test_a_theme_is_a_line_whose_stops_are_its_spaces(sample):
    made = printed(sample, page(sample, themes, "temi/cura/index.html"))
    inside = [space.fields.name for space in sample.spaces if "cura" in space.fields.themes]
    assert made.said("theme-line__stop") == inside


def test_an_area_leads_to_the_nearest_areas_that_have_spaces(sample):
    made = page(sample, areas, "quartieri/gorla/index.html")
    around = [link.text.text for link in made.shows["around"]]
    inhabited = {area.name for space in sample.spaces for area in space.areas}
    assert (len(around), set(around) <= inhabited, "Gorla" in around) == (6, True, False)


def test_a_page_that_is_not_there_searches_and_leads_on(network):
    made = printed(network(), page(network(), not_found, "404.html"))
    form = next(made.tree.iter("form"))
    assert (form.get("action"), form.get("method")) == ("/cerca/", "get")
    assert [each.get("href") for each in made.all("ways__link")] == [
        "/",
        "/agenda/",
        "/spazi/",
        "/quartieri/",
        "/progetti/",
        "/a-z/",
    ]


def test_the_catalogue_has_what_can_be_asked_for_apart(network):
    closed = project_file("title: Pieno", "status: full")
    made = network({"content/projects/a/project.md": PROJECT, "content/projects/b/project.md": closed})
    shown = page(made, projects, "progetti/index.html").shows
    assert [[card.title.text for card in shown[key]] for key in ("projects", "others")] == [["Lettere"], ["Pieno"]]


# The window on the city


def test_a_place_is_in_the_middle_of_its_map(network):
    made = network()
    shown = place_map(made, made.spaces[0].fields.location)
    drawn = next(iter(city_drawing(made))).make().decode()
    cx, cy = (float(each) for each in re.search(r'<circle cx="([\d.]+)" cy="([\d.]+)"', drawn).groups())
    left, top, scale = (float(each) for each in re.findall(r"-?[\d.]+", shown.shift))
    assert (round(cx * scale + left), round(cy * scale + top)) == (shown.x, shown.y)


def test_a_place_without_a_point_has_no_map(network):
    assert place_map(network(), None) is None


def test_the_drawing_of_the_city_holds_what_maps_point_at(sample):
    drawn = next(iter(city_drawing(sample))).make().decode()
    assert re.findall(r'<g id="(\w+)"', drawn) == ["areas", "ground", "stops"]


# All of them


def pages_of(network: Network, outputs: Iterable[Output]) -> list[Page]:
    """The pages of outputs."""
    return [each for output in outputs for each in output(network) if isinstance(each, Page)]


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.__name__)
def test_pages_are_strict_html_with_one_title_and_unique_names(sample, output):
    few = replace(sample, events=sample.events[::15])
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    for shown in pages_of(few, [output])[::5]:
        if shown.template == "redirect.html":
            continue
        made = printed(few, shown)
        parser.parse(made.html)
        ids = [each.get("id") for each in made.tree.iter() if each.get("id")]
        assert (shown.path, len(list(made.tree.iter("h1"))), len(ids) - len(set(ids))) == (shown.path, 1, 0)
        inside = {each.get("href")[1:] for each in made.tree.iter("a") if str(each.get("href")).startswith("#")}
        assert (shown.path, inside - set(ids)) == (shown.path, set())


def test_headings_never_skip_a_level(sample):
    few = replace(sample, events=sample.events[::15])
    skipped = []
    for shown in pages_of(few, OUTPUTS)[::5]:
        if shown.template != "redirect.html":
            levels = [
                int(each.tag[1]) for each in printed(few, shown).tree.iter() if re.fullmatch("h[1-6]", str(each.tag))
            ]
            skipped += [shown.path for one, other in zip(levels, levels[1:], strict=False) if other > one + 1]
    assert skipped == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 2, 3, 11, 100])
def test_a_count_of_dates_is_said_in_every_language(sample, lang, count):
    told = {sample.phrases[lang](key, n=count) for key in ("event.later", "event.past", "tour.more", "space.more")}
    assert all(each.strip() and "{" not in each for each in told)
