"""What pages tell search engines, read back as JSON."""

from __future__ import annotations

import json

import pytest
from small_networks import BASE, event_file, project_file

from circuito.outputs.spaces import spaces
from circuito.outputs.structured import network_ld, organisation_ld, project_ld, space_ld
from circuito.outputs.structured_events import event_ld

EVENING = ("starts: 2026-11-28 18:00", "ends: 20:00")
URL = "https://rete.example.org/eventi/base/prova/"
SPACE = "https://rete.example.org/spazi/base/"
ADDRESS = {
    "@type": "PostalAddress",
    "streetAddress": "via Prova 1",
    "postalCode": "20100",
    "addressLocality": "Milano",
    "addressCountry": "IT",
}
GEO = {"@type": "GeoCoordinates", "latitude": 45.5, "longitude": 9.2}
PLACE = {"@type": "Place", "name": "Base", "url": SPACE, "address": ADDRESS, "geo": GEO}
PROJECT = project_file(
    "languages: [it, ar]", "audience: {ages: [8, 99]}", "duration: {run_min: 60}", "published: 2026-09-01"
)


def told(network, lang="it"):
    """What the page of the one event tells."""
    return json.loads(str(event_ld(network, network.events[0], lang)))


def test_an_event_tells_all_that_is_known(with_event):
    made = with_event(
        *EVENING,
        "type: '1.2.4'",
        "doors: 17:30",
        "organisers: [alfa]",
        "themes: [cura]",
        "targets: [famiglie]",
        "languages: [it, en]",
        "ages: {min: 6, max: 11}",
        "price: {mode: fixed, items: [{label: Intero, amount: 8}, {label: Ridotto, amount: 4.50}]}",
        "registration: {link: https://example.org/iscrizioni, opens: 2026-11-01, places: 25}",
        "accessibility: {captions: true, audio_description: false}",
    )
    offer = {
        "@type": "Offer",
        "priceCurrency": "EUR",
        "availability": "https://schema.org/InStock",
        "url": "https://example.org/iscrizioni",
        "validFrom": "2026-11-01",
    }
    assert told(made) == {
        "@context": "https://schema.org",
        "@type": "EducationEvent",
        "@id": f"{URL}#event",
        "name": "Prova",
        "description": "Una prova.",
        "url": URL,
        "organizer": [{"@type": "Organization", "name": "Alfa", "url": "https://rete.example.org/enti/alfa/"}],
        "inLanguage": ["it", "en"],
        "keywords": ["Cura"],
        "audience": [{"@type": "Audience", "audienceType": "Famiglie"}],
        "typicalAgeRange": "6-11",
        "isAccessibleForFree": False,
        "offers": [offer | {"name": "Intero", "price": "8"}, offer | {"name": "Ridotto", "price": "4.50"}],
        "maximumAttendeeCapacity": 25,
        "accessibilityFeature": ["captions"],
        "startDate": "2026-11-28T18:00:00+01:00",
        "endDate": "2026-11-28T20:00:00+01:00",
        "doorTime": "17:30",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": PLACE,
    }


def test_no_text_can_leave_its_script(with_event):
    text = str(event_ld(made := with_event(*EVENING, "title: A </script> & <!-- B"), made.events[0], "it"))
    assert (set(text) & set("<>&\u2028\u2029"), json.loads(text)["name"]) == (set(), "A </script> & <!-- B")


def test_days_are_told_without_times_the_last_included(with_event):
    thing = told(with_event("starts: 2026-12-24", "ends: 2026-12-26"))
    assert (thing["startDate"], thing["endDate"]) == ("2026-12-24", "2026-12-26")


@pytest.mark.parametrize(("day", "offset"), [("2026-11-28", "+01:00"), ("2027-06-28", "+02:00")])
def test_times_have_the_offset_of_their_day(with_event, day, offset):
    assert told(with_event(f"starts: {day} 18:00"))["startDate"] == f"{day}T18:00:00{offset}"


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("scheduled", "EventScheduled"),
        ("rescheduled", "EventRescheduled"),
        ("moved-online", "EventMovedOnline"),
        ("postponed", "EventPostponed"),
        ("full", "EventScheduled"),
        ("cancelled", "EventCancelled"),
    ],
)
def test_a_status_is_told_in_the_words_of_schema_org(with_event, status, word):
    assert told(with_event(*EVENING, f"status: {status}"))["eventStatus"] == f"https://schema.org/{word}"


def test_a_moved_event_tells_when_it_was_to_be(with_event):
    thing = told(with_event(*EVENING, "status: rescheduled", "previously: 2026-11-21 18:00"))
    assert thing["previousStartDate"] == "2026-11-21T18:00:00+01:00"


def test_a_full_event_is_sold_out(with_event):
    thing = told(with_event(*EVENING, "status: full", "price: {mode: free}"))
    assert (thing["isAccessibleForFree"], [(each["price"], each["availability"]) for each in thing["offers"]]) == (
        True,
        [("0", "https://schema.org/SoldOut")],
    )


NET = {"@type": "VirtualLocation", "url": "https://example.org/diretta"}
ELSEWHERE = {
    "@type": "Place",
    "name": "Giardino",
    "address": {"@type": "PostalAddress", "addressLocality": "Milano", "addressCountry": "IT"},
}


@pytest.mark.parametrize(
    ("lines", "mode", "location"),
    [
        ([], "Offline", PLACE),
        (["room: sala"], "Offline", PLACE | {"name": "Base, Sala"}),
        (["where: {name: Giardino}"], "Offline", ELSEWHERE),
        (["online: {url: https://example.org/diretta}"], "Mixed", [PLACE, NET]),
        (["only_online: true", "online: {url: https://example.org/diretta}"], "Online", NET),
        (["only_online: true", "online: {on_registration: true}"], "Online", NET | {"url": URL}),
    ],
)
def test_an_event_takes_place_where_its_file_says(with_event, lines, mode, location):
    thing = told(with_event(*EVENING, *lines))
    assert (thing["eventAttendanceMode"], thing["location"]) == (
        f"https://schema.org/{mode}EventAttendanceMode",
        location,
    )


def test_a_series_tells_each_coming_date_as_an_event(with_event):
    lines = ("starts: 2026-11-17 18:00", "every: tuesday", "until: 2026-12-08", "type: '1.1.5'")
    changes = (
        "changes:",
        "  - {on: 2026-12-01, status: cancelled}",
        "  - {on: 2026-12-08, to: 2026-12-09 19:00, title: Finale}",
    )
    thing = told(with_event(*lines, *changes))
    assert (thing["@type"], thing["startDate"], thing["endDate"]) == ("EventSeries", "2026-11-17", "2026-12-08")
    facts = ("@type", "name", "startDate", "previousStartDate", "eventStatus")
    assert [tuple(part.get(fact) for fact in facts) for part in thing["subEvent"]] == [
        ("MusicEvent", "Prova", "2026-11-24T18:00:00+01:00", None, "https://schema.org/EventScheduled"),
        ("MusicEvent", "Prova", "2026-12-01T18:00:00+01:00", None, "https://schema.org/EventCancelled"),
        (
            "MusicEvent",
            "Finale",
            "2026-12-09T19:00:00+01:00",
            "2026-12-08T18:00:00+01:00",
            "https://schema.org/EventRescheduled",
        ),
    ]
    assert [part["location"] for part in thing["subEvent"]] == [PLACE] * 3


def test_one_date_of_a_series_has_its_own_text_and_address_on_the_net(with_event):
    own = "changes: [{on: 2026-12-01, text: Legge Ada Riva, online: {url: https://example.org/ospiti}}]"
    usual, other = told(with_event("starts: 2026-11-24 18:00", "every: tuesday", "times: 2", own))["subEvent"]
    assert [(each.get("description"), each["eventAttendanceMode"].rpartition("/")[2]) for each in (usual, other)] == [
        (None, "OfflineEventAttendanceMode"),
        ("Legge Ada Riva", "MixedEventAttendanceMode"),
    ]
    assert other["location"] == [PLACE, {"@type": "VirtualLocation", "url": "https://example.org/ospiti"}]


def test_an_event_names_what_it_is_part_of_and_the_project_it_shows(network):
    made = network(
        {
            "content/projects/lettere/project.md": PROJECT,
            "events/base/festa.md": event_file(*EVENING, "title: Festa", "type: '1.1.1'"),
            "events/base/prova.md": event_file(*EVENING, "part_of: base/festa", "project: lettere"),
        }
    )
    thing = json.loads(str(event_ld(made, made.events[1], "en")))
    assert (thing["superEvent"], thing["workPerformed"]) == (
        {"@type": "Festival", "name": "Festa", "url": "https://rete.example.org/en/events/base/festa/"},
        {"@type": "CreativeWork", "name": "Lettere", "url": "https://rete.example.org/en/projects/lettere/"},
    )


def test_a_space_tells_where_it_is_when_it_is_open_and_what_it_has(network):
    profile = BASE["spaces/base/space.md"].replace(
        "kind: portineria",
        """kind: teatro
contact: {email: base@example.org, phone: 02 0000 0000, website: https://example.org/base}
links: [{label: Altrove, url: https://example.org/altrove}]
hours: {mon: '09:00-13:00, 15:00-19:00', tue: '09:00-13:00', sun: closed}
closed: [{from: 2026-12-24, to: 2026-12-26}]
accessibility: {step_free: true, lift: false}
free_entry: true""",
    )
    files = {
        "spaces/base/space.md": profile,
        "spaces/base/rooms/sala.md": "---\nname: Sala\ncapacity: {seated: 35}\n---\n",
    }
    made = network(files)
    say, week = made.phrases["it"], "https://schema.org/"
    hours = {"@type": "OpeningHoursSpecification"}
    assert json.loads(space_ld(made, made.spaces[0], "it")) == {
        "@context": "https://schema.org",
        "@type": "PerformingArtsTheater",
        "@id": f"{SPACE}#space",
        "name": "Base",
        "description": "Uno spazio di prova.",
        "url": SPACE,
        "address": ADDRESS,
        "geo": GEO,
        "email": "base@example.org",
        "telephone": "02 0000 0000",
        "sameAs": ["https://example.org/base", "https://example.org/altrove"],
        "openingHoursSpecification": [
            hours | {"dayOfWeek": [f"{week}Monday", f"{week}Tuesday"], "opens": "09:00", "closes": "13:00"},
            hours | {"dayOfWeek": [f"{week}Monday"], "opens": "15:00", "closes": "19:00"},
            hours | {"dayOfWeek": [f"{week}Sunday"], "opens": "00:00", "closes": "00:00"},
        ],
        "specialOpeningHoursSpecification": [
            hours | {"validFrom": "2026-12-24", "validThrough": "2026-12-26", "opens": "00:00", "closes": "00:00"}
        ],
        "isAccessibleForFree": True,
        "maximumAttendeeCapacity": 35,
        "amenityFeature": [
            {"@type": "LocationFeatureSpecification", "name": say("calendar.access.step_free"), "value": True},
            {"@type": "LocationFeatureSpecification", "name": say("calendar.access.lift"), "value": False},
        ],
        "containsPlace": [
            {"@type": "Room", "name": "Cortile"},
            {"@type": "Room", "name": "Sala", "maximumAttendeeCapacity": 35},
        ],
    }


def test_a_project_is_a_work_that_can_be_seen_on_its_coming_dates(network):
    event = event_file(*EVENING, "project: lettere")
    made = network({"content/projects/lettere/project.md": PROJECT, "events/base/prova.md": event})
    thing = json.loads(project_ld(made, made.projects[0], "it"))
    seen = thing.pop("subjectOf")
    assert [(each["@type"], each["url"], each["startDate"]) for each in seen] == [
        ("Event", URL, "2026-11-28T18:00:00+01:00")
    ]
    assert thing == {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": "https://rete.example.org/progetti/lettere/#project",
        "name": "Lettere",
        "description": "Due voci leggono.",
        "url": "https://rete.example.org/progetti/lettere/",
        "author": {"@type": "Organization", "name": "Alfa", "url": "https://rete.example.org/enti/alfa/"},
        "inLanguage": ["it", "ar"],
        "timeRequired": "PT60M",
        "typicalAgeRange": "8-99",
        "datePublished": "2026-09-01",
    }


def test_an_organisation_names_the_spaces_that_it_runs(network):
    made = network()
    assert json.loads(organisation_ld(made, made.organisations[0], "it")) == {
        "@context": "https://schema.org",
        "@type": "NGO",
        "@id": "https://rete.example.org/enti/alfa/#organisation",
        "name": "Alfa",
        "url": "https://rete.example.org/enti/alfa/",
        "location": [{"@type": "Place", "name": "Base", "url": SPACE}],
    }


def test_the_home_page_tells_of_the_network_and_its_site(network):
    own = {"@id": "https://rete.example.org/#network"}
    assert json.loads(network_ld(network(), "en"))["@graph"] == [
        {
            "@type": "Organization",
            **own,
            "name": "Rete di prova",
            "description": "One space for tests.",
            "url": "https://rete.example.org/en/",
            "areaServed": {"@type": "City", "name": "Milano"},
            "foundingDate": "2026-01-01",
            "member": [
                {"@type": "Organization", "name": "Alfa", "url": "https://rete.example.org/en/organisations/alfa/"}
            ],
        },
        {
            "@type": "WebSite",
            "@id": "https://rete.example.org/en/#site",
            "name": "Rete di prova",
            "url": "https://rete.example.org/en/",
            "inLanguage": "en",
            "publisher": own,
        },
    ]


def test_everything_in_the_sample_network_can_be_told(sample):
    texts = [str(event_ld(sample, event, lang)) for event in sample.events for lang in sample.languages]
    texts += [space_ld(sample, space, "ar") for space in sample.spaces]
    texts += [project_ld(sample, project, "ar") for project in sample.projects]
    texts += [organisation_ld(sample, organisation, "ar") for organisation in sample.organisations]
    assert {json.loads(text)["@context"] for text in texts} == {"https://schema.org"}


FESTIVAL = {
    "events/base/festival.md": event_file("title: Festival", "starts: 2026-11-28", "ends: 2026-11-29"),
    "events/base/sera.md": event_file("title: Sera", "starts: 2026-11-28 21:00", "part_of: base/festival"),
    "events/base/mattina.md": event_file("title: Mattina", "starts: 2026-11-28 09:00", "part_of: base/festival"),
}


def by_name(network):
    """What the pages of events tell, by the title of the event."""
    made = [json.loads(str(event_ld(network, event, "it"))) for event in network.events]
    return {each["name"]: each for each in made}


def test_a_festival_tells_its_parts_in_order_of_time(network):
    parts = by_name(network(FESTIVAL))["Festival"]["subEvent"]
    assert [(each["name"], each["startDate"]) for each in parts] == [
        ("Mattina", "2026-11-28T09:00:00+01:00"),
        ("Sera", "2026-11-28T21:00:00+01:00"),
    ]


def test_a_part_leads_to_the_whole(network):
    made = by_name(network(FESTIVAL))
    url = "https://rete.example.org/eventi/base/festival/"
    assert {name: made[name].get("superEvent") for name in made} == {
        "Festival": None,
        "Sera": {"@type": "Event", "name": "Festival", "url": url},
        "Mattina": {"@type": "Event", "name": "Festival", "url": url},
    }


def test_a_page_tells_the_way_to_it(network):
    (page,) = [each for each in spaces(network()) if each.path == "spazi/base/index.html"]
    assert [(each["name"], each["item"]) for each in json.loads(str(page.shows["way"]))["itemListElement"]] == [
        ("Rete di prova", "https://rete.example.org/"),
        ("Spazi", "https://rete.example.org/spazi/"),
        ("Base", SPACE),
    ]
