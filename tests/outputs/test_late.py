"""What is made when it is printed: it must follow from its key, whatever else a network holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from circuito.model.network import Network
from circuito.model.things import Event
from circuito.outputs.agenda import Dated, Rows
from circuito.outputs.events import events, itself
from circuito.outputs.keys import event_key


def told(network: Network, lang: str) -> dict[str, dict[str, object]]:
    """What each event is, by its key."""
    return {event_key(network, event): itself(network, event, lang) for event in network.events}


def dates(event: Event) -> list[Dated]:
    """The dates of an event."""
    return [(event, each) for each in event.occurrences]


@pytest.mark.parametrize("lang", ["it", "en", "ar"])
def test_what_an_event_is_follows_from_its_key(sample, lang):
    whole = told(sample, lang)
    later, spaces = sample.today + timedelta(days=40), sample.spaces[::2]
    fewer = told(
        replace(sample, today=later, events=sample.events[::3], spaces=spaces, projects=(), interests=()), lang
    )
    same = whole.keys() & fewer.keys()
    assert len(same) > 0.9 * len(fewer)
    assert {key: whole[key] for key in same} == {key: fewer[key] for key in same}


@pytest.mark.parametrize("lang", ["it", "en", "ar"])
def test_rows_of_one_key_are_the_same(sample, lang):
    whole, fewer = (
        {rows.key: list(rows) for event in network.events for rows in [Rows(network, dates(event), lang)]}
        for network in (sample, replace(sample, events=sample.events[::3], spaces=sample.spaces[::2], projects=()))
    )
    same = whole.keys() & fewer.keys()
    assert len(same) > 0.9 * len(fewer)
    assert {key: whole[key] for key in same} == {key: fewer[key] for key in same}


def test_a_page_hands_over_what_it_shows_and_what_is_late(sample):
    page = next(page for page in events(sample) if page.template == "event.html")
    assert page.handed == {**page.shows, **itself(sample, sample.events[0], page.lang)}
