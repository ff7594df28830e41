"""The sitemap, read by lxml, and robots.txt."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree
from msgspec import structs
from small_networks import BASE, event_file, keys, published

from circuito import settings
from circuito.model.office import News
from circuito.outputs import Page, output_named
from circuito.outputs import sitemap as module
from circuito.outputs.sitemap import robots, sitemap
from circuito.outputs.tour_pages import tours

SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
FIELDS = BASE["content/network.yaml"]
EVENT = {"events/base/prova.md": event_file("starts: 2026-11-28 18:00", "published: 2026-11-01", "updated: 2026-11-20")}


def root(network, path="sitemap.xml"):
    """A sitemap as XML."""
    return etree.fromstring(published(network, sitemap)[path])


def addresses(network):
    """The addresses in a sitemap, below the site's."""
    return [loc.text.removeprefix("https://rete.example.org") for loc in root(network).findall("s:url/s:loc", SPACES)]


def entry(network, address):
    """What a sitemap says of a page."""
    return next(
        url for url in root(network).findall("s:url", SPACES) if url.find("s:loc", SPACES).text.endswith(address)
    )


def test_every_kind_of_page_is_named_in_its_language(network):
    programme = FIELDS + "programmes: [{id: insieme, name: Insieme}]\n"
    found = addresses(network({**EVENT, "content/network.yaml": programme}))
    assert [address for address in found if not address.startswith("/en/")] == [
        "/",
        "/agenda/",
        "/spazi/",
        "/progetti/",
        "/quartieri/",
        "/temi/",
        "/notizie/",
        "/a-z/",
        "/agenda/oggi/",
        "/agenda/stasera/",
        "/agenda/fine-settimana/",
        "/agenda/gratis/",
        "/agenda/accessibile/",
        "/agenda/sera/",
        "/agenda/pubblico/famiglie/",
        "/agenda/lingua/en/",
        "/agenda/2026-11/",
        "/spazi/base/",
        "/eventi/base/prova/",
        "/enti/alfa/",
        "/temi/cura/",
        "/programmi/insieme/",
    ]
    assert len([address for address in found if address.startswith("/en/")]) == 22


def test_a_page_names_its_like_in_every_language(network):
    links = entry(network(EVENT), "/en/events/base/prova/").findall("x:link", SPACES)
    assert [(link.get("rel"), link.get("hreflang"), link.get("href")) for link in links] == [
        ("alternate", "it", "https://rete.example.org/eventi/base/prova/"),
        ("alternate", "en", "https://rete.example.org/en/events/base/prova/"),
        ("alternate", "x-default", "https://rete.example.org/eventi/base/prova/"),
    ]


def test_the_last_change_comes_from_the_file_alone(network):
    made = network(EVENT)
    changed = [
        entry(made, address).findtext("s:lastmod", None, SPACES) for address in ("/eventi/base/prova/", "/spazi/base/")
    ]
    assert changed == ["2026-11-20", None]


def test_what_is_over_is_left_out(network):
    made = network({"events/base/ieri.md": event_file("starts: 2026-11-21 18:00")})
    assert [address for address in addresses(made) if "/ieri/" in address] == []


NEWS = News(
    title="",
    summary="",
    html="",
    lang="it",
    published=datetime(2026, 11, 15, tzinfo=UTC),
    url="/notizie/forno/",
    slug="forno",
)


def test_news_are_named_in_the_languages_they_are_written_in(network):
    english = structs.replace(NEWS, lang="en", url="/en/news/bakery/")
    made = replace(network(), news=(NEWS, english, structs.replace(NEWS, slug="pane", url="/notizie/pane/")))
    assert [address for address in addresses(made) if "/n" in address][2:] == [
        "/notizie/forno/",
        "/en/news/bakery/",
        "/notizie/pane/",
    ]
    links = [entry(made, each).findall("x:link", SPACES) for each in ("/en/news/bakery/", "/notizie/pane/")]
    assert [[link.get("hreflang") for link in each] for each in links] == [["it", "en", "x-default"], []]


def test_a_network_of_one_language_names_no_alternates(network):
    made = network({"content/network.yaml": FIELDS.replace("[it, en]", "[it]")})
    assert root(made).findall("s:url/x:link", SPACES) == []


def test_a_large_sitemap_is_an_index_of_parts(network, monkeypatch):
    monkeypatch.setattr(module, "MOST", 30)
    made = network(EVENT)
    assert [loc.text for loc in root(made).findall("s:sitemap/s:loc", SPACES)] == [
        "https://rete.example.org/sitemap-1.xml",
        "https://rete.example.org/sitemap-2.xml",
    ]
    assert [len(root(made, f"sitemap-{number}.xml")) for number in (1, 2)] == [30, 12]


def test_the_sitemap_is_made_anew_when_a_page_is_new_or_changed(network):
    before, after = keys(network(), sitemap), keys(network(EVENT), sitemap)
    assert before["sitemap.xml"] != after["sitemap.xml"]


@pytest.mark.parametrize(("demonstration", "page"), [(False, True), (True, False)])
def test_a_demonstration_shows_search_engines_its_calendars_alone(network, demonstration, page):
    made = network({"content/network.yaml": f"{FIELDS}demonstration: {str(demonstration).lower()}\n"})
    text = published(made, robots)["robots.txt"].decode()
    rules = RobotFileParser()
    rules.parse(text.splitlines())
    assert rules.can_fetch("*", "https://rete.example.org/agenda/") is page
    assert text.splitlines()[-1] == "Sitemap: https://rete.example.org/sitemap.xml"


def test_the_tours_with_a_settled_date_are_named_in_every_language(sample):
    made = replace(sample, outputs=("circuito.outputs.tour_pages:tours",))
    found = set(addresses(made))
    wanted = {page.shows["url"] for page in tours(made) if not page.shows["robots"]}
    assert ({each for each in found if each.endswith(("/giro/", "/tour/"))}, len(wanted) > 9) == (wanted, True)


def test_a_tour_names_its_like_in_every_language(sample):
    made = replace(sample, outputs=("circuito.outputs.tour_pages:tours",))
    links = entry(made, "/en/projects/lettere-dal-cortile/tour/").findall("x:link", SPACES)
    assert [(link.get("hreflang"), link.get("href").removeprefix(made.site)) for link in links] == [
        ("it", "/progetti/lettere-dal-cortile/giro/"),
        ("en", "/en/projects/lettere-dal-cortile/tour/"),
        ("ar", "/ar/projects/lettere-dal-cortile/tour/"),
        ("x-default", "/progetti/lettere-dal-cortile/giro/"),
    ]


def test_what_no_search_engine_is_to_find_is_not_named(sample):
    made = replace(sample, outputs=tuple(settings.OUTPUTS))
    pages = [item for name in settings.OUTPUTS for item in output_named(name)(made) if isinstance(item, Page)]
    hidden = {page.shows["url"] for page in pages if page.shows.get("robots")}
    assert (hidden & set(addresses(made)), len(hidden) > 100) == (set(), True)


def test_the_sitemap_names_no_page_twice(sample):
    found = [loc.text for loc in root(sample).findall("s:url/s:loc", SPACES)]
    assert sorted(set(found)) == sorted(found)
