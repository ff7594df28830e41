"""What other programs extract from the pages of the sample: JSON-LD for search engines, microformats for agendas."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import extruct
import mf2py
import pytest
from test_pages import printed

from circuito.model.network import Network
from circuito.model.things import Event
from circuito.outputs import Page
from circuito.outputs.events import events
from circuito.outputs.places import organisations
from circuito.outputs.spaces import spaces

Told = dict[str, Any]
STATUSES = {f"https://schema.org/Event{name}" for name in ("Scheduled", "Rescheduled", "MovedOnline")}
STATUSES |= {f"https://schema.org/Event{name}" for name in ("Postponed", "Cancelled")}


@pytest.fixture(scope="module")
def pages(sample) -> list[tuple[Event, str]]:
    """Every event of the sample, with its page in Italian."""
    shown = [each for each in events(sample) if isinstance(each, Page) and each.lang == "it"]
    by_path = {each.path: each for each in shown}
    return [(event, html(sample, by_path[f"eventi/{event.address}/index.html"])) for event in sample.events]


def html(network: Network, page: Page) -> str:
    """A page, as it is published."""
    return printed(network, page).html


@pytest.fixture(scope="module")
def extracted(pages) -> list[tuple[Event, Told]]:
    """Every event, with what extruct finds of it."""
    return [(event, thing(text)) for event, text in pages]


def thing(text: str) -> Told:
    """The one event or series of a page."""
    found = extruct.extract(text, base_url="https://rete.example.org", syntaxes=["json-ld"])["json-ld"]
    (one,) = (each for each in found if each["@type"].endswith(("Event", "EventSeries", "Festival")))
    return one


def dates(told: Told) -> list[Told]:
    """The dates of a series, else the event itself; the parts of a festival are events of their own."""
    return told["subEvent"] if told["@type"] == "EventSeries" else [told]


def lacking(extracted: list[tuple[Event, Told]], name: str) -> list[str]:
    """The events of which something is not told."""
    return [event.address for event, told in extracted if not told.get(name)]


def test_every_event_of_the_sample_is_extracted(extracted, sample):
    assert [told["url"].rstrip("/").rpartition("/eventi/")[2] for _, told in extracted] == [
        event.address for event in sample.events
    ]


@pytest.mark.parametrize("name", ["name", "description", "url", "organizer"])
def test_what_search_engines_require_or_recommend_of_events_is_told_of_each(extracted, name):
    assert lacking(extracted, name) == []


@pytest.mark.parametrize("name", ["name", "startDate", "eventStatus", "eventAttendanceMode", "location"])
def test_what_search_engines_require_of_dates_is_told_of_each(extracted, name):
    assert [event.address for event, told in extracted for each in dates(told) if not each.get(name)] == []


def test_start_dates_have_the_offset_of_their_day(extracted, sample):
    for event, told in extracted:
        for each in dates(told):
            start = each["startDate"]
            if "T" in start:
                moment = datetime.fromisoformat(start)
                assert moment.utcoffset() == moment.astimezone(sample.zone).utcoffset(), event.address
            else:
                assert date.fromisoformat(start).isoformat() == start, event.address


def test_states_are_those_of_schema_org(extracted):
    assert {each["eventStatus"] for _, told in extracted for each in dates(told)} <= STATUSES


def places(told: Told) -> Iterator[Told]:
    """The places of all dates of an event, not those online."""
    for each in dates(told):
        where = each["location"]
        yield from (one for one in (where if isinstance(where, list) else [where]) if one["@type"] == "Place")


def test_places_have_a_name_and_an_address(extracted):
    found = [(event.address, each) for event, told in extracted for each in places(told)]
    assert [event for event, each in found if not (each.get("name") and address(each))] == []


def address(place: Told) -> str:
    """The street and town of a place; search engines take a text as well."""
    told = place.get("address", "")
    return told if isinstance(told, str) else told.get("addressLocality", "")


def test_offers_tell_a_price_and_its_currency(extracted):
    offers = [one for _, told in extracted for one in told.get("offers", []) if "price" in one]
    assert [one for one in offers if not (float(one["price"]) >= 0 and len(one["priceCurrency"]) == 3)] == []


def test_what_is_free_or_paid_is_said_where_the_event_says_it(extracted):
    clear = {"free": True, "offering": True, "fixed": False}
    said = {event.address: each.get("isAccessibleForFree") for event, each in extracted}
    modes = {event.address: event.fields.price.mode for event, _ in extracted if event.fields.price}
    assert said == {name: clear.get(modes.get(name, "")) for name in said}


# Microformats


@pytest.fixture(scope="module")
def marked(pages) -> list[tuple[Event, Told]]:
    """Every event, with the h-event that mf2py finds at the head of its page."""
    return [(event, h_event(text)) for event, text in pages]


def h_event(text: str) -> Told:
    """The properties of the first event of a page."""
    found = mf2py.parse(doc=text, url="https://rete.example.org/")["items"]
    return next(each["properties"] for each in found if "h-event" in each["type"])


@pytest.mark.parametrize("name", ["name", "url", "summary", "start"])
def test_an_h_event_says_what_agendas_import(marked, name):
    assert [event.address for event, told in marked if not told.get(name)] == []


def test_an_h_event_says_where_it_is_unless_it_is_online(marked):
    dry = [event for event, told in marked if not told.get("location")]
    assert [event.address for event in dry if event.attendance != "online"] == []


def test_an_h_event_starts_when_json_ld_says(marked, extracted):
    for (event, told), (_, linked) in zip(marked, extracted, strict=True):
        starts = {minutes(each["startDate"]) for each in dates(linked) if each.get("startDate")}
        assert {minutes(each) for each in told.get("start", [])} <= starts, event.address


def minutes(told: str) -> str:
    """A start, to the minute."""
    return datetime.fromisoformat(told).isoformat(timespec="minutes") if "T" in told else told


@pytest.mark.parametrize("output", [spaces, organisations])
def test_spaces_and_organisations_have_a_card_with_their_name(sample, output):
    for page in output(sample):
        if isinstance(page, Page) and page.lang == "it" and page.template in ("space.html", "organisation.html"):
            found = mf2py.parse(doc=html(sample, page), url="https://rete.example.org/")["items"]
            card = next(each["properties"] for each in found if "h-card" in each["type"])
            assert card.get("name"), page.path
