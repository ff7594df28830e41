"""What our own pages tell of events, imported again, gives the same events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from circuito.importing.found import Found, Ground
from circuito.importing.pages import read
from circuito.model.network import Network
from circuito.model.space_calendar import SpaceCalendar
from circuito.model.things import Event
from circuito.outputs.structured_events import MOST_DATES, event_ld
from circuito.publishing.languages import phrases_of
from circuito.reading.load import load
from whole_networks import REPOSITORY, TODAY

SITE = "https://rete.example.org"


@lru_cache(maxsize=1)
def sample() -> Network:
    """The sample network."""
    network = load(str(REPOSITORY), today=TODAY, site=SITE).network
    assert network is not None
    return replace(network, phrases=phrases_of(network.languages, [Path(REPOSITORY, "theme", "phrases")]))


@lru_cache(maxsize=1000)
def back(address: str) -> list[Found]:
    """What is found on the page of an event."""
    network = sample()
    event = next(each for each in network.events if each.address == address)
    calendar = SpaceCalendar(id="sito", url=f"{SITE}/", read_as="page")
    ground = Ground(
        network=network.fields,
        space=event.host.slug,
        fields=event.host.fields,
        calendar=calendar,
        zone=network.zone,
        today=TODAY,
        since=date(2020, 1, 1),
        until=TODAY + timedelta(days=1000),
        rooms={room.slug: room.fields for room in event.host.rooms},
    )
    script = f'<script type="application/ld+json">{event_ld(network, event, "it")}</script>'
    told = read(script.encode(), ground)
    assert (told.entries, [each.reason.code for each in told.refused if each.fault]) == (told.accounted, [])
    return [each for each in told.found if each.link.endswith(f"/eventi/{event.address}/")]


def whens(event: Event) -> list[str]:
    """The dates that the page of an event tells, as files write them."""
    coming = [each for each in event.occurrences if each.last_day >= TODAY] or list(event.occurrences[-1:])
    return sorted(f"{each.starts:%Y-%m-%d}" if each.all_day else f"{each.starts:%Y-%m-%d %H:%M}" for each in coming)


def differing(told: Callable[[Event], Any], known: Callable[[Event], Any]) -> dict[str, tuple[Any, Any]]:
    """The events of which the page tells something else, with what it tells and what is known."""
    pairs = {event.address: (told(event), known(event)) for event in sample().events}
    return {address: (one, other) for address, (one, other) in pairs.items() if one != other}


def test_the_sample_has_events_of_many_kinds():
    assert len(sample().events) > 150


def test_every_date_comes_back():
    def told(event: Event) -> list[str]:
        return sorted(day for each in back(event.address) for day in (each.starts, *each.data.get("also", ())))

    assert differing(told, lambda event: whens(event)[:MOST_DATES]) == {}


def test_sentence_themes_and_audience_come_back():
    def told(event: Event) -> tuple[str, set[str], set[str]]:
        data = max(back(event.address), key=lambda each: each.entries).data
        return data["summary"], set(data.get("themes", ())), set(data.get("targets", ()))

    def known(event: Event) -> tuple[str, set[str], set[str]]:
        return event.fields.summary, set(event.fields.themes), set(event.fields.targets)

    assert differing(told, known) == {}


def test_rooms_come_back():
    def told(event: Event) -> set[str | None]:
        return {each.data.get("room") for each in back(event.address)}

    def known(event: Event) -> set[str | None]:
        shown = [each for each in event.occurrences if each.last_day >= TODAY][:MOST_DATES] or event.occurrences[-1:]
        return {(each.change.room if each.change else None) or event.fields.room for each in shown}

    assert differing(told, known) == {}


def test_places_elsewhere_come_back():
    def told(event: Event) -> str | None:
        name: str | None = back(event.address)[0].data.get("where", {}).get("name")
        return name

    assert differing(told, lambda event: event.fields.where.name if event.fields.where else None) == {}


def test_prices_come_back_and_what_costs_nothing_as_free():
    def told(event: Event) -> tuple[str | None, list[Decimal]]:
        price = back(event.address)[0].data.get("price", {})
        return price.get("mode"), [each["amount"] for each in price.get("items", ())]

    def known(event: Event) -> tuple[str | None, list[Decimal]]:
        price = event.fields.price
        amounts = [each.amount for each in price.items] if price else []
        nothing = price is not None and price.mode in ("free", "offering")
        return "free" if nothing else "fixed" if amounts else None, amounts

    assert differing(told, known) == {}
