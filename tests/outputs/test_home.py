"""The home page: what is on, near, on its way, and the doors."""

from __future__ import annotations

import pytest
from small_networks import BASE, TODAY, event_file, project_file

from circuito.outputs.home import home

OTHER = BASE["spaces/base/space.md"].replace("name: Base", "name: Altra")


@pytest.fixture
def page(network):
    """Makes a network out of files and gives what its home shows in Italian."""
    return lambda files, **given: next(iter(home(network(files, **given)))).shows


def events(*written):
    """Files of events, by number, from lines."""
    return {f"events/base/e{number:02}.md": event_file(*lines) for number, lines in enumerate(written)}


def names(rows):
    return [row.title.text for row in rows]


def test_today_and_tonight_are_told_apart_at_six(page):
    shown = page(
        events(
            ("title: Pomeriggio", "starts: 2026-11-22 17:59"),
            ("title: Sera", "starts: 2026-11-22 18:00"),
            ("title: Tutto il giorno", "starts: 2026-11-22"),
        )
    )
    assert (names(shown["today"]), names(shown["tonight"])) == (["Tutto il giorno", "Pomeriggio"], ["Sera"])


def test_a_day_without_anything_names_what_comes_next(page):
    shown = page(events(("title: Domani", "starts: 2026-11-23 10:00")))
    assert (names(shown["today"]), names(shown["tonight"])) == ([], [])
    assert (names(shown["soon"]), names(shown["next"])) == (["Domani"], ["Domani"])


def test_what_comes_next_may_be_weeks_away(page):
    shown = page(events(("title: Tra due settimane", "starts: 2026-12-06 18:00")))
    assert (names(shown["soon"]), names(shown["next"])) == ([], ["Tra due settimane"])


def test_the_weekend_tells_what_is_rare_before_what_is_weekly_each_once_in_order_of_time(page):
    weekly = [
        (f"title: Ogni sabato {number}", f"starts: 2026-11-07 0{number}:00", "every: saturday") for number in range(9)
    ]
    rare = [
        ("title: Sola", "starts: 2026-11-28 21:00"),
        ("title: Due volte", "starts: 2026-11-28 10:00", "also: ['2026-11-29 10:00']"),
    ]
    shown = page(events(*weekly, *rare), today=TODAY.replace(day=25))
    assert names(shown["weekend"]) == [*(f"Ogni sabato {number}" for number in range(6)), "Due volte", "Sola"]


def test_what_is_called_off_is_not_recommended(page):
    off = events(("title: Annullata", "starts: 2026-11-28 10:00", "status: cancelled"))
    shown = page(off, today=TODAY.replace(day=25))
    assert names(shown["weekend"]) == []


def test_the_door_to_the_agenda_counts_seven_days(page):
    shown = page(events(("starts: 2026-11-22 10:00", "every: day")))
    told = [(door.key, door.what, door.url) for door in shown["ways_in"]]
    assert told == [("come", "7 appuntamenti nei prossimi sette giorni", "/agenda/")]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["starts: 2026-12-06 18:00"], "Il prossimo appuntamento: domenica 6 dicembre 2026"),
        (["starts: 2026-12-06 18:00", "status: cancelled"], "Il programma è ancora tutto da scrivere"),
        (["starts: 2026-11-02 18:00"], "Il programma è ancora tutto da scrivere"),
    ],
)
def test_a_quiet_week_has_words_of_its_own_at_the_door_to_the_agenda(page, lines, told):
    assert [door.what for door in page(events(lines))["ways_in"]] == [told]


def test_the_doors_of_projects_open_where_there_are_some(page):
    host = BASE["spaces/base/space.md"].replace("kind:", "hosting: {open_to_circulation: true}\nkind:")
    shown = page({"spaces/base/space.md": host, "content/projects/lettere/project.md": project_file()})
    assert [(door.key, door.what, door.url) for door in shown["ways_in"][1:]] == [
        ("host", "1 progetto in viaggio cerca una sala", "/progetti/"),
        ("propose", "1 spazio apre le porte a un progetto tuo", "/spazi/"),
    ]


def test_the_journey_is_that_of_the_project_which_goes_to_the_most_places(page):
    stops = {
        "events/base/a.md": event_file("starts: 2026-12-01 18:00", "every: tuesday", "project: ferma"),
        "events/base/b.md": event_file("starts: 2026-12-09 18:00", "project: viaggia"),
        "events/altra/c.md": event_file("starts: 2026-12-02", "project: viaggia"),
    }
    projects = {
        f"content/projects/{slug}/project.md": project_file(f"title: {slug.title()}") for slug in ("ferma", "viaggia")
    }
    shown = page({"spaces/altra/space.md": OTHER, **projects, **stops})
    told = [(stop.at, stop.name.text, stop.url, stop.note and stop.note.text) for stop in shown["on_its_way"].stops]
    assert (shown["on_its_way"].card.slug, told) == (
        "viaggia",
        [("mer 2 dic", "Altra", "/eventi/altra/c/", None), ("mer 9 dic", "Base", "/eventi/base/b/", "18:00")],
    )


def test_a_network_whose_projects_have_no_stops_has_no_journey(page):
    assert page({"content/projects/lettere/project.md": project_file()})["on_its_way"] is None


def test_every_neighbourhood_with_a_space_has_its_next_things_each_once(sample):
    shown = next(iter(home(sample))).shows
    boards = {each.slug: each for each in shown["near"]}
    inhabited = {area.slug for space in sample.spaces for area in space.areas if area.set == "quartieri"}
    assert set(boards) == inhabited
    assert [len({row.event.url for row in board.rows}) for board in boards.values()] == [
        len(board.rows) for board in boards.values()
    ]
    assert all(row.day >= "2026-11-22" for board in boards.values() for row in board.rows)


def test_a_neighbourhood_leads_to_its_agenda_and_lies_where_its_spaces_are(sample):
    shown = next(iter(home(sample))).shows
    barona = next(each for each in shown["near"] if each.slug == "barona")
    point = next(space.fields.location for space in sample.spaces if space.slug == "cortile-aperto")
    assert (barona.url, barona.lat, barona.lon) == (
        "/agenda/quartiere/barona/",
        f"{float(point.lat):.3f}",
        f"{float(point.lon):.3f}",
    )
