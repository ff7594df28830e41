"""What lists tell search engines and other agendas, extracted by their readers: ItemList, h-feed, h-card, h-entry."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import extruct
import mf2py
import pytest
from test_pages import printed

from circuito.model.network import Network
from circuito.outputs import Page
from circuito.outputs.agenda_filters import filters
from circuito.outputs.agenda_lists import lists
from circuito.outputs.agenda_months import months
from circuito.outputs.newsroom import newsroom
from circuito.outputs.places import areas, organisations, themes
from circuito.outputs.projects import projects
from circuito.outputs.spaces import spaces

SITE = "https://rete.example.org"
Told = dict[str, Any]


@pytest.fixture(scope="session")
def pages(sample: Network) -> dict[str, Page]:
    """The pages that are lists, in Italian, by address."""
    outputs = (lists, months, filters, spaces, projects, areas, themes, organisations, newsroom)
    found = [item for output in outputs for item in output(sample) if isinstance(item, Page) and item.lang == "it"]
    return {page.shows["url"]: page for page in found if "url" in page.shows}


@pytest.fixture(scope="session")
def html(sample: Network, pages: dict[str, Page]) -> dict[str, str]:
    """The same, as they are published, each made when it is asked for."""

    class Printed(dict[str, str]):
        def __missing__(self, address: str) -> str:
            return self.setdefault(address, printed(sample, pages[address]).html)

    return Printed()


def linked(text: str) -> list[Told]:
    """What extruct finds of JSON-LD."""
    found: list[Told] = extruct.extract(text, base_url=SITE, syntaxes=["json-ld"])["json-ld"]
    return found


def item_list(text: str) -> Told:
    """The one list that a page tells."""
    (one,) = (each for each in linked(text) if each["@type"] == "ItemList")
    return one


def feed(text: str) -> Told:
    """The one feed that a page holds."""
    (one,) = (each for each in mf2py.parse(doc=text, url=f"{SITE}/")["items"] if "h-feed" in each["type"])
    return one


def within(told: Told, kind: str) -> list[Told]:
    """What of a kind stands in a feed, by properties."""
    return [each["properties"] for each in told.get("children", []) if kind in each["type"]]


def moment(told: str) -> datetime:
    """A start; readers write offsets each in their own way."""
    return datetime.fromisoformat(told)


# For search engines


@pytest.mark.parametrize("address", ["/agenda/", "/agenda/gratis/", "/spazi/", "/progetti/", "/quartieri/", "/temi/"])
def test_a_list_names_the_pages_to_which_it_leads_each_once_in_order(html, address):
    told = item_list(html[address])
    urls = [each["url"] for each in told["itemListElement"]]
    assert (
        [each["position"] for each in told["itemListElement"]] == list(range(1, len(urls) + 1)),
        told["numberOfItems"] == len(urls) == len(set(urls)),
        [url for url in urls if f'href="{url.removeprefix(SITE)}"' not in html[address]],
    ) == (True, True, [])


def test_the_list_of_spaces_holds_every_space(html, sample):
    urls = [each["url"] for each in item_list(html["/spazi/"])["itemListElement"]]
    assert urls == [f"{SITE}/spazi/{space.slug}/" for space in sample.spaces]


def test_a_theme_and_an_area_list_their_events(html):
    told = [item_list(html[address])["itemListElement"][0]["url"] for address in ("/temi/cura/", "/quartieri/bovisa/")]
    assert [url.startswith(f"{SITE}/eventi/") for url in told] == [True, True]


def test_pages_that_search_engines_are_not_to_find_tell_no_list(pages):
    hidden = [page for page in pages.values() if page.shows["robots"]]
    assert ({page.shows["structured"] for page in hidden}, len(hidden) > 10) == ({None}, True)


def test_an_organisation_tells_itself_rather_than_a_list(html, sample):
    address = f"/enti/{sample.organisations[0].slug}/"
    assert [each["@type"] == "ItemList" for each in linked(html[address])] == [False, False]


# For other agendas


@pytest.mark.parametrize("address", ["/agenda/", "/agenda/fine-settimana/", "/agenda/gratis/", "/agenda/2026-12/"])
def test_the_agenda_is_a_feed_of_events(html, pages, address):
    told, shows = feed(html[address]), pages[address].shows
    rows = [row for day in shows["days"] for row in day.rows] + [*shows["ongoing"], *shows.get("later", ())]
    assert (told["properties"]["url"], told["properties"]["name"] != [""]) == ([f"{SITE}{address}"], True)
    assert [(each["url"], each["name"], moment(each["start"][0])) for each in within(told, "h-event")] == [
        ([f"{SITE}{row.event.url}"], [row.title.text], moment(row.starts)) for row in rows
    ]


def test_the_list_of_spaces_is_a_feed_of_cards(html, sample):
    cards = within(feed(html["/spazi/"]), "h-card")
    assert [(each["name"], each["url"]) for each in cards] == [
        ([space.fields.name], [f"{SITE}/spazi/{space.slug}/"]) for space in sample.spaces
    ]


def test_the_catalogue_is_a_feed_of_entries_with_proposer_and_summary(html, sample):
    entries = within(feed(html["/progetti/"]), "h-entry")
    told = {each["url"][0].split("/")[-2]: (each["name"], each["author"], each["summary"]) for each in entries}
    assert told == {
        project.slug: (
            [project.record.says("title", "it").text],
            [project.proposer.fields.name],
            [project.record.says("summary", "it").text],
        )
        for project in sample.projects
    }


@pytest.mark.parametrize(("output", "known"), [("spazi", ("name", "url", "adr", "summary")), ("enti", ("name", "url"))])
def test_spaces_and_organisations_have_a_card_to_take_over(html, pages, output, known):
    kinds = {"spazi": "space.html", "enti": "organisation.html"}
    lacking = []
    for address in [address for address, page in pages.items() if page.template == kinds[output]]:
        found = mf2py.parse(doc=html[address], url=f"{SITE}/")["items"]
        card = next(each["properties"] for each in found if "h-card" in each["type"])
        lacking += [(address, name) for name in known if not card.get(name)]
    assert lacking == []
