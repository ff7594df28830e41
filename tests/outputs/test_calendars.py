"""Calendars, read back by those who read calendars."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime

import icalendar
import pytest
from hypothesis import given
from hypothesis.strategies import characters, text
from readers import by_ical_js, by_icalendar, components, foreseen
from small_networks import BASE, event_file, keys, picture, published

from circuito.outputs.calendars import calendars, event_calendars
from circuito.outputs.colours import nearest_name
from circuito.outputs.ical_lines import folded
from circuito.outputs.pictures import pictures
from circuito.outputs.views import theme_lines

HALL = "Sala, Base, via Prova 1, 20100 Milano"
SERIES = ("starts: 2026-11-03 18:00", "ends: 20:00", "every: tuesday")
WITH_PICTURE = {
    "events/base/prova.md": event_file(
        "starts: 2026-11-28 18:00", "pictures: [{file: foto.jpg, alt: Una tavola, credit: Ada Riva}]"
    ),
    "events/base/foto.jpg": picture(),
}
FESTIVAL = {
    "events/base/festival.md": event_file("title: Festival", "starts: 2026-11-28"),
    "events/base/concerto.md": event_file("title: Concerto", "starts: 2026-11-28 21:00", "part_of: base/festival"),
}


def calendar(network, path="calendar.ics"):
    """The bytes of one calendar."""
    return published(network, calendars, event_calendars)[path]


def only(network, path="calendar.ics"):
    """The one event of a calendar."""
    (event,) = components(calendar(network, path))
    return event


def lines(content: bytes) -> list[str]:
    """The lines of a calendar, unfolded."""
    return content.decode().replace("\r\n ", "").split("\r\n")[:-1]


def values(content: bytes, name: str) -> list[str]:
    """The values of a property with its parameters, wherever it stands."""
    return [line.removeprefix(name)[1:] for line in lines(content) if re.match(rf"{name}[:;]", line)]


# Dates

EVENTS = {
    "sera": ("starts: 2026-11-28 18:00", "ends: 20:00"),
    "senza-fine": ("starts: 2026-11-28 18:00",),
    "giorno": ("starts: 2026-12-24",),
    "mostra": ("starts: 2026-11-10", "ends: 2026-12-10"),
    "notte-d-inverno": ("starts: 2027-10-30 22:00", "ends: 2027-10-31 04:00"),
    "serie": (*SERIES, "except: [2026-12-08]"),
    "serie-finita": ("starts: 2026-09-01 10:00", "ends: 11:30", "every: [tuesday, thursday]", "until: 2027-03-30"),
    "serie-contata": ("starts: 2026-11-05 10:00", "every: first thursday", "times: 5"),
    "serie-lunga": ("starts: 2026-10-23", "ends: 2026-10-24", "every: 2 weeks"),
    "ballo": ("starts: 2026-10-24 22:00", "ends: 04:00", "every: saturday"),
    "ballo-da-marzo": ("starts: 2027-03-27 22:00", "ends: 04:00", "every: saturday"),
    "all-alba": ("starts: 2026-11-01 02:30", "ends: 03:30", "every: sunday"),
    "elenco": ("starts: 2026-11-28 18:00", "ends: 20:00", "also: [2026-12-05, 2026-12-06 16:00]"),
    "cambi": (
        *SERIES,
        "also: [2026-12-20 16:00]",
        "changes:",
        "  - {on: 2026-12-01, status: cancelled}",
        "  - {on: 2026-12-08, to: 2026-12-09 19:00, room: cortile}",
        "  - {on: 2026-12-15, ends: 22:00, title: Festa}",
        "  - {on: 2026-12-20, status: postponed}",
    ),
    "annullata": (*SERIES, "status: cancelled", "changes: [{on: 2026-12-01, status: scheduled}]"),
}


@pytest.mark.parametrize("name", EVENTS)
def test_readers_find_the_dates_of_an_event(network, name):
    made = network({f"events/base/{name}.md": event_file(*EVENTS[name])})
    assert by_icalendar(made, calendar(made)) == foreseen(made)


def test_another_reader_finds_the_same_dates_of_all_events_in_one_calendar(network):
    if shutil.which("node") is None:
        pytest.skip("needs Node.js and ical.js (npm ci)")
    # Of a time that comes twice (02:30 on a night in October) ical.js takes the second, against RFC 5545 (3.3.5).
    usual = {name: each for name, each in EVENTS.items() if name != "all-alba"}
    made = network({f"events/base/{name}.md": event_file(*each) for name, each in usual.items()})
    assert by_ical_js(made, calendar(made)) == foreseen(made)


def test_a_space_has_its_own_events_alone(network):
    made = network(
        {
            "spaces/altro/space.md": BASE["spaces/base/space.md"].replace("name: Base", "name: Altro"),
            "events/base/uno.md": event_file("id: uno", "starts: 2026-11-28 18:00"),
            "events/altro/due.md": event_file("id: due", "starts: 2026-11-28 18:00"),
        }
    )
    assert {
        path: [event["UID"] for event in components(calendar(made, path))]
        for path in ("calendar.ics", "spazi/base/calendar.ics", "en/spaces/altro/calendar.ics")
    } == {
        "calendar.ics": ["due@rete.example.org", "uno@rete.example.org"],
        "spazi/base/calendar.ics": ["uno@rete.example.org"],
        "en/spaces/altro/calendar.ics": ["due@rete.example.org"],
    }


def test_a_single_event_has_a_calendar_beside_its_page(with_event):
    made = with_event("starts: 2026-11-28 18:00")
    assert only(made, "en/events/base/prova/event.ics")["URL"] == "https://rete.example.org/en/events/base/prova/"


# The horizon


@pytest.mark.parametrize(
    ("lines", "held"),
    [
        (["starts: 2026-10-22 18:00"], False),
        (["starts: 2026-10-23 18:00"], True),
        (["starts: 2028-06-02 18:00"], True),
        (["starts: 2028-06-03 18:00"], False),
        (["starts: 2026-01-10", "ends: 2026-10-23"], True),
        (["starts: 2026-01-10", "ends: 2026-10-22"], False),
        (["starts: 2026-01-08 18:00", "every: thursday"], True),
        (["starts: 2026-01-08 18:00", "every: thursday", "until: 2026-10-22"], False),
        (["starts: 2026-10-22 18:00", "status: cancelled"], False),
        (["starts: 2026-10-23 18:00", "status: cancelled"], True),
    ],
)
def test_what_lies_between_30_days_ago_and_18_months_ahead_is_held(with_event, lines, held):
    assert len(components(calendar(with_event(*lines)))) == held


def test_a_series_begins_with_its_true_first_date(with_event):
    event = only(with_event("starts: 2024-01-02 18:00", "every: tuesday"))
    assert event["DTSTART"].to_ical() == b"20240102T180000"


def test_an_empty_calendar_holds_its_zone_alone(network):
    found = icalendar.Calendar.from_ical(calendar(network()))
    assert [each.name for each in found.walk()] == ["VCALENDAR", "VTIMEZONE", "DAYLIGHT", "STANDARD"]


# Times


def test_a_time_names_the_zone_that_the_calendar_describes_once(network):
    made = network({f"events/base/{name}.md": event_file(*each) for name, each in EVENTS.items()})
    content = calendar(made)
    assert values(content, "TZID") == ["Europe/Rome"]
    assert set(re.findall(r"TZID=([^;:]+)", content.decode())) == {"Europe/Rome"}


def test_a_calendar_of_whole_days_describes_no_zone(with_event):
    assert values(calendar(with_event("starts: 2026-12-24")), "TZID") == []


def test_the_end_of_whole_days_is_the_day_after_the_last(with_event):
    content = calendar(with_event("starts: 2026-12-24", "ends: 2026-12-26"))
    assert (values(content, "DTSTART"), values(content, "DTEND")[-1:]) == (
        ["19700329T020000", "19701025T030000", "VALUE=DATE:20261224"][2:],
        ["VALUE=DATE:20261227"],
    )


def test_an_end_that_is_not_known_is_not_invented(with_event):
    assert values(calendar(with_event("starts: 2026-11-28 18:00")), "(DTEND|DURATION)") == []


def test_a_rule_ends_at_an_instant_in_utc(with_event):
    content = calendar(with_event(*SERIES, "until: 2026-12-15"))
    assert values(content, "RRULE")[2:] == ["FREQ=WEEKLY;UNTIL=20261215T225959Z;BYDAY=TU"]


def test_a_rule_of_whole_days_ends_on_a_day(with_event):
    content = calendar(with_event("starts: 2026-11-03", "every: tuesday", "until: 2026-12-15"))
    assert values(content, "RRULE") == ["FREQ=WEEKLY;UNTIL=20261215;BYDAY=TU"]


def test_exceptions_have_the_form_and_zone_of_the_start(with_event):
    content = calendar(with_event(*SERIES, "except: [2026-12-08]", "changes: [{on: 2026-12-15, status: cancelled}]"))
    forms = [values(content, name)[0] for name in ("EXDATE", "RECURRENCE-ID")]
    assert forms == ["TZID=Europe/Rome:20261208T180000", "TZID=Europe/Rome:20261215T180000"]


def test_an_exception_has_no_rule(with_event):
    found = components(calendar(with_event(*SERIES, "changes: [{on: 2026-12-15, status: cancelled}]")))
    assert [("RRULE" in event, "RECURRENCE-ID" in event) for event in found] == [(True, False), (False, True)]


def test_a_date_added_to_a_rule_is_an_event_of_its_own(with_event):
    found = components(calendar(with_event(*SERIES, "id: prova", "also: [2026-12-20 16:00]")))
    assert [event["UID"] for event in found] == ["prova@rete.example.org", "prova-2026-12-20@rete.example.org"]


def test_a_night_on_which_clocks_change_is_told_on_its_own(with_event):
    found = components(
        calendar(with_event("starts: 2026-10-10 22:00", "ends: 04:00", "every: saturday", "until: 2026-11-30"))
    )
    assert [(event["DTSTART"].dt.isoformat(), event["DTEND"].dt.isoformat()) for event in found[1:]] == [
        ("2026-10-24T22:00:00+02:00", "2026-10-25T04:00:00+01:00")
    ]


def test_no_two_events_share_an_identifier(network):
    made = network({f"events/base/{name}.md": event_file(*each) for name, each in EVENTS.items()})
    found = [(event["UID"], str(event.get("RECURRENCE-ID"))) for event in components(calendar(made))]
    assert sorted(set(found)) == sorted(found)


# The flat calendar


def flat_dates(made) -> list[tuple[str, str]]:
    """Identifier and start of what a flat calendar tells, in order of time."""
    told = [
        (event["UID"].partition("@")[0], str(event["DTSTART"].dt)) for event in components(calendar(made, "flat.ics"))
    ]
    return sorted(told, key=lambda each: each[1])


def test_a_flat_calendar_tells_the_dates_of_three_months_one_by_one(with_event):
    made = with_event("id: prova", "starts: 2026-10-06 18:00", "ends: 20:00", "every: first tuesday")
    assert flat_dates(made) == [
        ("prova-2026-11-03", "2026-11-03 18:00:00+01:00"),
        ("prova-2026-12-01", "2026-12-01 18:00:00+01:00"),
        ("prova-2027-01-05", "2027-01-05 18:00:00+01:00"),
    ]


def test_a_flat_calendar_has_no_rules(network):
    made = network({f"events/base/{name}.md": event_file(*lines) for name, lines in EVENTS.items()})
    found = {name for event in components(calendar(made, "flat.ics")) for name in event}
    assert found & {"RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"} == set()


def test_a_flat_calendar_tells_what_changes_on_a_date(with_event):
    made = with_event(*SERIES, "until: 2026-11-30", "changes: [{on: 2026-11-10, status: cancelled, title: Festa}]")
    told = {
        str(event["DTSTART"].dt.date()): (event["SUMMARY"], event["STATUS"])
        for event in components(calendar(made, "flat.ics"))
    }
    assert told["2026-11-10"] == ("ANNULLATO: Festa", "CANCELLED")
    assert told["2026-11-17"] == ("Prova", "CONFIRMED")


def test_a_moved_date_keeps_its_identifier_in_a_flat_calendar(with_event):
    lines = ("id: prova", *SERIES, "until: 2026-11-08")
    assert flat_dates(with_event(*lines, "changes: [{on: 2026-11-03, to: 2026-11-05 19:00}]")) == [
        ("prova-2026-11-03", "2026-11-05 19:00:00+01:00")
    ]


def test_one_event_is_the_same_in_both_calendars(with_event):
    made = with_event("starts: 2026-11-28 18:00")
    assert components(calendar(made, "flat.ics")) == components(calendar(made))


# What is said of an event


def test_a_calendar_tells_all_that_one_wants_to_know(with_event):
    made = with_event(
        "id: merenda",
        "title: Merenda, in cortile; e poi",
        "starts: 2026-11-28 18:00",
        "room: sala",
        "type: '1.2.4'",
        "themes: [cura]",
        "published: 2026-11-01",
        "updated: 2026-11-20",
    )
    content = calendar(made)
    event = lines(content)[lines(content).index("BEGIN:VEVENT") : -1]
    assert [line for line in event if not line.startswith("DESCRIPTION")] == [
        "BEGIN:VEVENT",
        "UID:merenda@rete.example.org",
        "DTSTART;TZID=Europe/Rome:20261128T180000",
        "DTSTAMP:20261120T000000Z",
        "CREATED:20261101T000000Z",
        "LAST-MODIFIED:20261120T000000Z",
        "SEQUENCE:465120",
        "STATUS:CONFIRMED",
        "SUMMARY:Merenda\\, in cortile\\; e poi",
        "URL:https://rete.example.org/eventi/base/prova/",
        "CATEGORIES:Laboratorio,Cura",
        f"COLOR:{nearest_name(theme_lines(made)['cura'])}",
        "LOCATION:Sala\\, Base\\, via Prova 1\\, 20100 Milano",
        "GEO:45.5;9.2",
        f'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=100;X-TITLE="{HALL}":geo:45.5,9.2',
        "END:VEVENT",
    ]


def test_an_event_brings_its_first_picture(network):
    made = network(WITH_PICTURE)
    image = only(made)["IMAGE"]
    assert (str(image), dict(image.params)) == (
        "https://rete.example.org/pictures/events/base/foto.jpg",
        {"VALUE": "URI", "DISPLAY": "BADGE", "FMTTYPE": "image/jpeg"},
    )


def test_a_picture_in_a_calendar_is_published(network):
    made = network(WITH_PICTURE)
    assert str(only(made)["IMAGE"]).removeprefix(f"{made.site}/") in published(made, pictures)


def test_a_public_address_on_the_net_is_told_as_a_conference(with_event):
    conference = only(with_event("starts: 2026-11-28 18:00", "online: {url: https://example.org/diretta}"))[
        "CONFERENCE"
    ]
    parameters = {"VALUE": "URI", "FEATURE": ["AUDIO", "VIDEO"], "LABEL": "Partecipa online"}
    assert (str(conference), dict(conference.params)) == ("https://example.org/diretta", parameters)


def test_what_happens_on_one_date_and_its_address_on_the_net_are_told_on_that_date(with_event):
    own = (
        "changes: [{on: 2026-12-08, text: {it: Legge Ada Riva, en: Ada Riva reads}, online: {url: 'https://e.org/o'}}]"
    )
    made = with_event(*SERIES, "online: {url: https://example.org/diretta}", own)
    for name in ("calendar.ics", "flat.ics"):
        told = {str(each["CONFERENCE"]): str(each["DESCRIPTION"]) for each in components(calendar(made, name))}
        assert [("Legge Ada Riva\n\nUna prova." in text, address in text) for address, text in told.items()] == [
            (False, True),
            (True, True),
        ]
    english = components(calendar(made, "en/calendar.ics"))[1]
    assert str(english["DESCRIPTION"]).startswith("Ada Riva reads\n\n")


def test_the_way_of_a_walk_stands_in_the_description(with_event):
    made = with_event(
        "starts: 2026-11-28 16:00",
        "itinerary: [{at: '16:00', space: base}, {at: '16:40', name: Piazza, note: Si canta}]",
    )
    assert str(only(made)["DESCRIPTION"]).split("\n\n")[1].split("\n") == [
        "Le tappe:",
        "16:00 Base",
        "16:40 Piazza: Si canta",
    ]


def test_a_part_names_the_whole(network):
    made = network(FESTIVAL)
    told = {str(each["SUMMARY"]): str(each["DESCRIPTION"]) for each in components(calendar(made))}
    assert [name for name, text in told.items() if "Parte di: Festival" in text.split("\n")] == ["Concerto"]


def test_a_calendar_is_made_anew_when_the_whole_has_another_title(network):
    before = keys(network(FESTIVAL), event_calendars)["eventi/base/concerto/event.ics"]
    renamed = FESTIVAL | {"events/base/festival.md": event_file("title: Altro", "starts: 2026-11-28")}
    assert keys(network(renamed), event_calendars)["eventi/base/concerto/event.ics"] != before


def test_a_date_tells_when_its_own_doors_open(with_event):
    made = with_event(
        *SERIES,
        "doors: 17:30",
        "changes: [{on: 2026-12-01, doors: 16:00}, {on: 2026-12-08, to: 2026-12-09 10:00}]",
    )
    told = [str(each["DESCRIPTION"]).split("\n\n")[1] for each in components(calendar(made))]
    assert [each if each.startswith("Porte") else "" for each in told] == [
        "Porte aperte dalle 17:30",
        "Porte aperte dalle 16:00",
        "",
    ]


def test_the_description_says_from_when_and_until_when_to_book(with_event):
    made = with_event(
        "starts: 2026-11-28 18:00",
        "registration: {email: a@example.org, opens: 2026-11-01, closes: 2026-11-27 12:00, places: 25}",
    )
    assert str(only(made)["DESCRIPTION"]).split("\n\n")[1].split("\n") == [
        "Si può prenotare: a@example.org",
        "Prenotazioni dal domenica 1 novembre 2026",
        "Prenotazioni fino al venerdì 27 novembre 2026, 12:00",
        "Ci sono 25 posti.",
    ]


@given(text(characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_a_folded_line_is_read_as_it_was_in_parts_that_are_whole(line):
    parts = folded(line).removesuffix(b"\r\n").split(b"\r\n ")
    assert "".join(part.decode() for part in parts) == line
    assert max(map(len, parts)) <= 74


@pytest.mark.parametrize(("stated", "told"), [("cancelled", "CANCELLED"), ("confirmed", "CONFIRMED")])
def test_a_network_chooses_how_calendars_tell_what_is_cancelled(network, stated, told):
    fields = BASE["content/network.yaml"] + f"cancelled: {stated}\n"
    event = event_file("starts: 2026-11-28 18:00", "status: cancelled")
    made = only(network({"content/network.yaml": fields, "events/base/prova.md": event}))
    assert (made["SUMMARY"], made["STATUS"]) == ("ANNULLATO: Prova", told)


def test_the_description_is_plain_text(with_event):
    made = with_event(
        "starts: 2026-11-28 18:00",
        "organisers: [alfa]",
        "price: {mode: fixed, items: [{label: Intero, amount: 8}, {label: Ridotto, amount: 4.50}], note: <Tessera>}",
        "accessibility: {step_free: false, toilet: true, lift: false, wheelchair_places: 2, note: Una rampa}",
        "registration: {required: true, link: https://example.org/iscrizioni, phone: '02 0000 0000'}",
    )
    say = made.phrases["it"]
    prices = "Intero 8,00\xa0€; Ridotto 4,50\xa0€; <Tessera>"
    access = [
        say("calendar.access.no_step_free"),
        say("calendar.access.toilet"),
        say("calendar.access.wheelchair_places", n=2),
    ]
    assert str(only(made)["DESCRIPTION"]).split("\n") == [
        "Una prova.",
        "",
        say("calendar.by", names="Alfa"),
        say("calendar.cost", price=prices),
        say("calendar.accessibility", facts="; ".join([*access, "Una rampa"])),
        f"{say('calendar.booking.required')}: https://example.org/iscrizioni, 02 0000 0000",
        "",
        "https://rete.example.org/eventi/base/prova/",
    ]


def test_a_text_in_another_language_says_so(with_event):
    made = with_event("starts: 2026-11-28 18:00")
    event, mark = only(made, "en/calendar.ics"), made.phrases["en"]("calendar.text_in", language="Italian")
    assert (event["SUMMARY"].params, str(event["DESCRIPTION"]).split("\n\n")[1]) == ({"LANGUAGE": "it"}, mark)


def test_apple_is_told_the_point_under_the_name_of_the_place(with_event):
    event = only(with_event("starts: 2026-11-28 18:00", "room: sala"))
    place = event["X-APPLE-STRUCTURED-LOCATION"]
    assert (str(event["LOCATION"]), place.params["X-TITLE"], str(place)) == (HALL, HALL, "geo:45.5,9.2")


@pytest.mark.parametrize(
    ("lines", "location"),
    [
        (["where: {name: Giardino, address: {street: via Fiori}}"], "Giardino, via Fiori, Milano"),
        (["where: {name: Giardino}"], "Giardino"),
        (["only_online: true", "online: {url: https://example.org/diretta}"], "https://example.org/diretta"),
        (["status: moved-online", "online: {url: https://example.org/diretta}"], "https://example.org/diretta"),
        (["room: sala", "online: {url: https://example.org/diretta}"], HALL),
    ],
)
def test_an_event_takes_place_where_its_file_says(with_event, lines, location):
    assert only(with_event("starts: 2026-11-28 18:00", *lines))["LOCATION"] == location


@pytest.mark.parametrize(
    ("status", "title", "told"),
    [
        ("scheduled", "Prova", "CONFIRMED"),
        ("rescheduled", "Prova", "CONFIRMED"),
        ("moved-online", "Prova", "CONFIRMED"),
        ("postponed", "RINVIATO: Prova", "TENTATIVE"),
        ("full", "ESAURITO: Prova", "CONFIRMED"),
        ("cancelled", "ANNULLATO: Prova", "CANCELLED"),
    ],
)
def test_a_status_is_told_in_the_title_and_to_machines(with_event, status, title, told):
    event = only(with_event("starts: 2026-11-28 18:00", f"status: {status}"))
    assert (event["SUMMARY"], event["STATUS"]) == (title, told)


def test_a_status_is_told_in_the_language_of_the_calendar(with_event):
    event = only(with_event("starts: 2026-11-28 18:00", "status: cancelled"), "en/calendar.ics")
    assert event["SUMMARY"] == "CANCELLED: Prova"


def test_the_reason_of_a_cancelled_date_comes_first(with_event):
    made = with_event(*SERIES, "changes: [{on: 2026-12-01, status: cancelled, note: Sala chiusa}]")
    series, cancelled = components(calendar(made))
    first = [str(event["DESCRIPTION"]).split("\n")[0] for event in (series, cancelled)]
    assert (first, cancelled["SUMMARY"]) == (["Una prova.", "Sala chiusa"], "ANNULLATO: Prova")


def test_nobody_is_the_sender_of_an_invitation(with_event):
    content = calendar(with_event("starts: 2026-11-28 18:00", "organisers: [alfa]"))
    assert values(content, "(ORGANIZER|ATTENDEE|METHOD)") == []


# The file


def test_a_calendar_says_what_it_is(network):
    assert lines(calendar(network(), "en/spaces/base/calendar.ics"))[:15] == [
        "BEGIN:VCALENDAR",
        "PRODID:-//Circuito//Circuito//EN",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Base",
        "X-WR-CALDESC:Uno spazio di prova.",
        "X-WR-TIMEZONE:Europe/Rome",
        "NAME:Base",
        "DESCRIPTION:Uno spazio di prova.",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "COLOR:firebrick",
        "X-APPLE-CALENDAR-COLOR:#b3122d",
        "URL:https://rete.example.org/en/spaces/base/",
        "SOURCE;VALUE=URI:https://rete.example.org/en/spaces/base/calendar.ics",
    ]


def test_every_line_ends_in_crlf_and_has_at_most_75_octets(network):
    made = network({f"events/base/{name}.md": event_file(*each, text="àèìòù " * 30) for name, each in EVENTS.items()})
    content = calendar(made)
    parts = content.split(b"\r\n")
    assert (parts[-1], max(map(len, parts)) <= 75, [part for part in parts if b"\n" in part or b"\r" in part]) == (
        b"",
        True,
        [],
    )
    assert [part.decode() for part in parts]  # no character is cut by a fold


def test_a_space_keeps_its_calendar_at_its_former_address(network):
    profile = BASE["spaces/base/space.md"].replace("kind:", "formerly: [vecchia]\nkind:")
    files = published(network({"spaces/base/space.md": profile}), calendars)
    assert files["spazi/vecchia/calendar.ics"] == files["spazi/base/calendar.ics"]


def test_a_site_below_a_path_has_its_calendars_there(with_event):
    made = with_event("starts: 2026-11-28 18:00", site="https://example.org/rete")
    assert only(made)["URL"] == "https://example.org/rete/eventi/base/prova/"


def test_the_day_of_the_build_changes_nothing_until_something_enters_or_leaves(network):
    files = {"events/base/serie.md": event_file(*SERIES), "events/base/sera.md": event_file("starts: 2026-11-01 18:00")}
    days = [date(2026, 11, day) for day in (22, 23)] + [date(2026, 12, 2)]
    today, tomorrow, later = (network(files, today=day) for day in days)
    assert keys(today, calendars) == keys(tomorrow, calendars)
    assert published(today, calendars) == published(tomorrow, calendars)
    assert {path for path, key in keys(later, calendars).items() if key != keys(today, calendars)[path]} == {
        f"{folder}{name}"
        for folder in ("", "spazi/base/", "enti/alfa/", "en/", "en/spaces/base/", "en/organisations/alfa/")
        for name in ("calendar.ics", "flat.ics")
    }


CHANGES = {
    "the event": ("events/base/prova.md", event_file("starts: 2026-11-28 19:00")),
    "its translation": ("events/base/prova.en.md", "---\ntitle: Trial\n---\n"),
    "its space": ("spaces/base/space.md", BASE["spaces/base/space.md"].replace("name: Base", "name: Casa")),
    "its room": ("spaces/base/rooms/sala.md", "---\nname: Aula\n---\n"),
    "who runs its space": (
        "content/organisations/alfa.md",
        BASE["content/organisations/alfa.md"].replace("Alfa", "Beta"),
    ),
    "a word of the network": ("content/network.yaml", BASE["content/network.yaml"].replace("it: Cura", "it: Premura")),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_calendar_is_made_anew_when_something_in_it_has_changed_and_only_then(with_event, network, change):
    made = with_event("starts: 2026-11-28 18:00")
    before, contents = keys(made, calendars, event_calendars), published(made, calendars, event_calendars)
    after = keys(network(dict([CHANGES[change]])), calendars, event_calendars)
    without = {path for path, content in contents.items() if b"BEGIN:VEVENT" not in content}
    same = set() if change == "a word of the network" else without
    assert {path for path in before if before[path] == after[path]} == same


def test_the_calendars_of_a_language_ask_for_the_same_parts(with_event):
    asked = []
    made = replace(with_event("starts: 2026-11-28 18:00"), remember=lambda key, *_: asked.append(key) or b"")
    published(made, calendars, event_calendars)
    assert (len(asked), len(set(asked))) == (14, 4)


def test_a_network_of_another_zone_is_told_in_that_zone(network):
    fields = BASE["content/network.yaml"].replace("Europe/Rome", "America/New_York")
    made = network({"content/network.yaml": fields, "events/base/prova.md": event_file("starts: 2026-11-28 18:00")})
    assert only(made)["DTSTART"].dt == datetime(2026, 11, 28, 23, tzinfo=UTC)
    assert by_icalendar(made, calendar(made)) == foreseen(made)


def test_a_network_in_utc_needs_no_zone(network):
    fields = BASE["content/network.yaml"].replace("Europe/Rome", "UTC")
    made = network({"content/network.yaml": fields, "events/base/prova.md": event_file("starts: 2026-11-28 18:00")})
    assert (values(calendar(made), "DTSTART"), values(calendar(made), "TZID")) == (["20261128T180000Z"], [])


def test_readers_find_every_date_of_the_sample_network(sample):
    content = calendar(sample)
    assert by_icalendar(sample, content) == foreseen(sample)
    if shutil.which("node"):
        assert by_ical_js(sample, content) == foreseen(sample)


def test_calendars_are_the_same_whenever_they_are_made(sample):
    assert published(replace(sample), calendars) == published(sample, calendars)
