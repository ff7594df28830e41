"""The pages that explain how to subscribe: what they offer leads to the calendar."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import segno

from circuito.outputs.axes import axes
from circuito.outputs.calendars import calendars
from circuito.outputs.codes import code_on_page
from circuito.outputs.subscribing import subscribing

CALENDAR = "https://rete.example.org/spazi/base/calendar.ics"
WEBCAL = "webcal://rete.example.org/spazi/base/calendar.ics"


def subscription(network, path: str = "spazi/base/segui/index.html"):
    """What the page at a path shows."""
    return next(page.shows["subscription"] for page in subscribing(network) if page.path == path)


def explaining(network):
    """The pages that explain, without those that lead on from former addresses."""
    return [page for page in subscribing(network) if page.template == "subscribe.html"]


def test_every_axis_has_a_page_in_every_language(sample):
    pages = [page.path for page in explaining(sample)]
    assert len(set(pages)) == len(pages) == sum(len(axes(sample, lang)) for lang in sample.languages)


def test_every_page_leads_to_a_calendar_that_is_there(sample):
    paths = {f"{sample.site}/{each.path}" for each in calendars(sample)}
    assert {page.shows["subscription"].calendar for page in explaining(sample)} - paths == set()


def test_a_page_is_the_same_page_in_every_language(network):
    page = next(page for page in subscribing(network()) if page.path == "spazi/base/segui/index.html")
    assert [each.url for each in page.shows["alternates"]] == ["/spazi/base/segui/", "/en/spaces/base/follow/"]


def test_each_program_gets_the_address_in_the_form_that_it_takes(network):
    ways = {way.program: way.url for way in subscription(network()).ways}
    google, outlook = (parse_qs(urlsplit(ways[program]).query) for program in ("google", "outlook"))
    assert (ways["apple"], google["cid"], outlook["url"]) == (WEBCAL, [WEBCAL], [CALENDAR])


def test_the_code_holds_the_address():
    expected = segno.make(WEBCAL, error="m", micro=False)
    side = expected.symbol_size(border=4)[0]
    assert f'viewBox="0 0 {side} {side}"' in code_on_page(WEBCAL)
