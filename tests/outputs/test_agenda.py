"""The agenda: its lists, its filters, its months."""

from __future__ import annotations

from datetime import date

import pytest
from small_networks import BASE, event_file

from circuito.outputs.agenda_filters import filters, paged
from circuito.outputs.agenda_lists import lists
from circuito.outputs.agenda_months import months
from circuito.outputs.facets import filters_of
from circuito.outputs.filter_bar import bar

ALL_FACTS = event_file(
    "starts: 2026-11-24 19:00",
    "price: {mode: offering}",
    "accessibility: {step_free: true}",
    "themes: [cura]",
    "targets: [famiglie]",
    "languages: [it, en]",
)
PLAIN = event_file("title: Semplice", "starts: 2026-11-24 10:00")
EXHIBITION = event_file("title: Mostra", "starts: 2026-11-26", "ends: 2026-12-09", "themes: [cura]")


@pytest.fixture
def pages(network):
    """Makes a network out of files and gives the pages of one output by their paths."""
    return lambda files, output, **given: {page.path: page for page in output(network(files, **given))}


def titles(page):
    """What stands on a page, day by day."""
    return {day.day: [row.title.text for row in day.rows] for day in page.shows["days"]}


# Filters


def test_every_filter_has_a_page_in_the_words_of_each_language(pages):
    assert list(pages({}, filters)) == [
        "agenda/gratis/index.html",
        "agenda/accessibile/index.html",
        "agenda/sera/index.html",
        "agenda/tema/cura/index.html",
        "agenda/pubblico/famiglie/index.html",
        "agenda/lingua/en/index.html",
        "en/agenda/free/index.html",
        "en/agenda/accessible/index.html",
        "en/agenda/evening/index.html",
        "en/agenda/theme/cura/index.html",
        "en/agenda/audience/famiglie/index.html",
        "en/agenda/language/en/index.html",
    ]


@pytest.mark.parametrize(
    "path", ["gratis", "accessibile", "sera", "tema/cura", "pubblico/famiglie", "lingua/en"], ids=str
)
def test_a_filter_lets_through_what_declares_it(pages, path):
    made = pages({"events/base/tutto.md": ALL_FACTS, "events/base/semplice.md": PLAIN}, filters)
    assert titles(made[f"agenda/{path}/index.html"]) == {"2026-11-24": ["Prova"]}


def test_an_event_without_themes_has_those_of_its_host(pages):
    host = BASE["spaces/base/space.md"].replace("kind:", "themes: [cura]\nkind:")
    made = pages({"spaces/base/space.md": host, "events/base/semplice.md": PLAIN}, filters)
    assert titles(made["agenda/tema/cura/index.html"]) == {"2026-11-24": ["Semplice"]}


def test_a_filter_counts_what_begins_within_thirty_days(pages):
    made = pages({"events/base/p.md": event_file("starts: 2026-11-20", "every: day", "price: {mode: free}")}, filters)
    shown = made["agenda/gratis/index.html"].shows
    assert (shown["count"], shown["days"][0].day, shown["days"][-1].day) == (31, "2026-11-22", "2026-12-22")


def test_what_comes_after_the_thirty_days_is_told_as_later(pages):
    made = pages({"events/base/p.md": event_file("starts: 2027-01-09 18:00", "price: {mode: free}")}, filters)
    shown = made["agenda/gratis/index.html"].shows
    assert (shown["count"], shown["days"], [row.day for row in shown["later"]]) == (0, (), ["2027-01-09"])


def test_what_goes_on_from_before_is_filtered_and_counted_too(pages):
    show = event_file("starts: 2026-11-01", "ends: 2026-12-31", "targets: [famiglie]")
    made = pages({"events/base/mostra.md": show}, filters)
    shown = {path: made[f"agenda/{path}/index.html"].shows for path in ("pubblico/famiglie", "gratis")}
    going = {path: (len(each["ongoing"]), each["count"]) for path, each in shown.items()}
    assert going == {"pubblico/famiglie": (1, 1), "gratis": (0, 0)}


def busy(number, *more):
    """Files of some events that take place every day, or as more lines say."""
    lines = ("starts: 2026-11-22 10:00", *(more or ("every: day",)), "price: {mode: free}")
    return {f"events/base/e{each}.md": event_file(f"title: Evento {each}", *lines) for each in range(number)}


def test_a_long_filter_is_cut_between_days(pages):
    made = pages(busy(9), filters)
    cut = [path for path in made if path.startswith("agenda/gratis/")]
    days = [[day.day for day in made[path].shows["days"]] for path in cut]
    assert cut == ["agenda/gratis/index.html", *(f"agenda/gratis/{number}/index.html" for number in (2, 3, 4, 5))]
    assert [len(each) for each in days] == [7, 7, 7, 7, 3]
    assert sorted({day for each in days for day in each}) == [day for each in days for day in each]


def test_the_pages_of_a_filter_lead_to_one_another_and_then_to_the_month(pages):
    made = pages(busy(9), filters)
    cut = [made[path] for path in made if path.startswith("agenda/gratis/")]
    assert [each.shows["next"].url for each in cut] == [
        "/agenda/gratis/2/",
        "/agenda/gratis/3/",
        "/agenda/gratis/4/",
        "/agenda/gratis/5/",
        "/agenda/2026-12/?gratis=1",
    ]
    assert [each.shows["previous"] and each.shows["previous"].url for each in cut] == [
        None,
        "/agenda/gratis/",
        "/agenda/gratis/2/",
        "/agenda/gratis/3/",
        "/agenda/gratis/4/",
    ]


def test_a_day_is_never_cut(network):
    made = network(busy(100, "doors: 09:30"))
    parts = list(paged([(event, event.occurrences[0]) for event in made.events]))
    assert [len(part) for part in parts] == [100]


def test_search_engines_are_led_to_first_pages_that_say_what_no_other_page_says(pages):
    made = pages(busy(9), filters)
    told = {path: page.shows["robots"] for path, page in made.items() if path.startswith("agenda/")}
    assert [path for path, robots in told.items() if not robots] == [
        "agenda/gratis/index.html",
        "agenda/accessibile/index.html",
        "agenda/sera/index.html",
        "agenda/pubblico/famiglie/index.html",
        "agenda/lingua/en/index.html",
    ]
    assert set(told.values()) == {"", "noindex"}


def test_the_page_of_a_themes_agenda_leads_to_the_page_about_the_theme(pages):
    made = pages({}, filters)
    assert made["en/agenda/theme/cura/index.html"].shows["about"].url == "/en/themes/cura/"


def test_a_choice_says_its_page_its_facet_its_words_in_the_address_and_its_count(network):
    made = bar(network({"events/base/tutto.md": ALL_FACTS}), "en")
    told = [
        (axis.key, each.name.text, each.url, each.facet, each.query, each.count)
        for axis in made
        for each in axis.choices
    ]
    assert told == [
        ("flags", "Free", "/en/agenda/free/", "free", "free=1", 1),
        ("flags", "Step-free", "/en/agenda/accessible/", "step-free", "accessible=1", 1),
        ("flags", "In the evening", "/en/agenda/evening/", "evening", "evening=1", 1),
        ("theme", "Care", "/en/agenda/theme/cura/", "theme-cura", "theme=cura", 1),
        ("target", "Families", "/en/agenda/audience/famiglie/", "target-famiglie", "audience=famiglie", 1),
        ("language", "English", "/en/agenda/language/en/", "language-en", "language=en", 1),
    ]


def test_a_row_says_by_what_it_can_be_filtered(pages):
    made = pages({"events/base/tutto.md": ALL_FACTS}, lists)
    (row,) = made["agenda/2026-11-24/index.html"].shows["days"][0].rows
    assert row.facets == "free step-free theme-cura target-famiglie language-it language-en evening"


def test_the_sample_has_a_page_for_every_filter_and_every_choice_leads_to_one(sample):
    made = {page.shows["url"] for page in filters(sample)}
    choices = {each.url for lang in sample.languages for axis in bar(sample, lang) for each in axis.choices}
    assert choices - made == set()
    assert len({url for url in made if not url.rstrip("/").rsplit("/", 1)[1].isdigit()}) == 3 * len(filters_of(sample))


# Lists


def test_the_agenda_shows_a_fortnight(pages):
    made = pages({"events/base/p.md": PLAIN}, lists)["agenda/index.html"]
    assert (made.shows["days"][0].day, made.shows["days"][-1].day) == ("2026-11-22", "2026-12-05")


@pytest.mark.parametrize("path", ["", "oggi/", "stasera/", "fine-settimana/", "2026-11-22/", "2026-w48/"])
def test_where_nothing_is_on_that_is_said_once_and_not_for_each_day(pages, path):
    shows = pages({}, lists)[f"agenda/{path}index.html"].shows
    assert (shows["days"], list(shows["ongoing"]), shows["rests"]) == ((), [], True)


def test_days_on_which_something_goes_on_from_before_do_not_rest(pages):
    shows = pages({"events/base/m.md": EXHIBITION}, lists)["agenda/2026-11-28/index.html"].shows
    assert (shows["days"], [row.title.text for row in shows["ongoing"]], shows["rests"]) == ((), ["Mostra"], False)


def test_the_agenda_shows_fewer_days_where_a_lot_is_on_and_leads_on_from_there(pages):
    made = pages(busy(25), lists)["agenda/index.html"]
    assert [day.day for day in made.shows["days"]] == ["2026-11-22", "2026-11-23"]
    assert made.shows["next"].url == "/agenda/2026-w48/"


def test_a_day_with_very_much_is_shown_whole(pages):
    made = pages(busy(120, "doors: 09:30"), lists)["agenda/index.html"]
    assert [len(day.rows) for day in made.shows["days"]] == [120]


def test_tonight_is_what_begins_from_six(pages):
    hours = {
        f"events/base/h{hour}.md": event_file(f"title: Alle {hour}", f"starts: 2026-11-22 {hour}:00")
        for hour in (17, 18, 21)
    }
    all_day = {"events/base/giorno.md": event_file("starts: 2026-11-22")}
    made = pages(hours | all_day, lists)["agenda/stasera/index.html"]
    assert titles(made) == {"2026-11-22": ["Alle 18", "Alle 21"]}


def test_the_ways_lead_to_the_week_and_month_of_what_is_shown(pages):
    made = pages({"events/base/p.md": event_file("starts: 2027-01-10")}, lists)["agenda/2027-01-04/index.html"]
    assert dict(made.shows["ways"]) == {
        "now": "/agenda/",
        "today": "/agenda/oggi/",
        "tonight": "/agenda/stasera/",
        "weekend": "/agenda/fine-settimana/",
        "week": "/agenda/2027-w01/",
        "month": "/agenda/2027-01/",
    }


# Months


def test_what_lasts_several_days_is_a_bar_cut_to_weeks_and_to_the_month(pages):
    made = pages({"events/base/mostra.md": EXHIBITION}, months)
    told = {
        month: [
            (week.number, [(bar.gap, bar.days, bar.begins, bar.ends) for bar in lane.bars], lane.rest)
            for week in made[f"agenda/{month}/index.html"].shows["weeks"]
            for lane in week.lanes
        ]
        for month in ("2026-11", "2026-12")
    }
    assert told == {
        "2026-11": [("48", [(3, 4, True, False)], 0), ("49", [(0, 1, False, False)], 6)],
        "2026-12": [("49", [(1, 6, False, False)], 0), ("50", [(0, 3, False, True)], 4)],
    }


def test_bars_that_do_not_meet_share_a_lane(pages):
    second = event_file("title: Altra", "starts: 2026-11-26", "ends: 2026-11-27")
    third = event_file("title: Terza", "starts: 2026-11-28", "ends: 2026-11-29")
    made = pages({"events/base/b.md": second, "events/base/c.md": third}, months)["agenda/2026-11/index.html"]
    week = next(week for week in made.shows["weeks"] if week.number == "48")
    assert [[bar.row.title.text for bar in lane.bars] for lane in week.lanes] == [["Altra", "Terza"]]


def test_a_day_has_a_coach_for_each_thing_until_the_train_is_long(pages):
    few = pages(busy(3), months)["agenda/2026-11/index.html"]
    many = pages(busy(60), months)["agenda/2026-11/index.html"]
    cells = [
        next(cell for week in made.shows["weeks"] for cell in week.cells if cell.day == "2026-11-24")
        for made in (few, many)
    ]
    assert [(cell.count, len(cell.lines)) for cell in cells] == [(3, 3), (60, 12)]


def test_no_list_leads_to_a_month_without_a_page(pages):
    made = pages({"events/base/p.md": event_file("starts: 2026-11-28 18:00")}, lists)["agenda/2027-01-04/index.html"]
    assert dict(made.shows["ways"])["month"] == ""


def test_a_month_in_which_something_only_goes_on_has_a_page(pages):
    assert list(pages({"events/base/mostra.md": EXHIBITION}, months))[10:12] == [
        "agenda/2026-11/index.html",
        "agenda/2026-12/index.html",
    ]


def test_a_week_of_the_calendar_leads_to_its_page_while_there_is_one(pages):
    made = pages({"events/base/p.md": event_file("starts: 2027-06-10 18:00")}, months)
    urls = [made[f"agenda/{month}/index.html"].shows["weeks"][1].url for month in ("2026-12", "2027-06")]
    assert urls == ["/agenda/2026-w50/", ""]


def test_a_day_without_a_page_leads_to_its_place_in_the_list(pages):
    made = pages({"events/base/p.md": event_file("starts: 2027-06-10 18:00")}, months)["agenda/2027-06/index.html"]
    assert [cell.url for week in made.shows["weeks"] for cell in week.cells if cell.url] == ["#d2027-06-10"]


def test_days_of_other_months_are_empty_places(pages):
    made = pages({"events/base/p.md": event_file("starts: 2026-11-30 18:00")}, months, today=date(2026, 11, 22))
    weeks = made["agenda/2026-11/index.html"].shows["weeks"]
    assert [cell.out for cell in weeks[-1].cells] == [False, True, True, True, True, True, True]
