"""Feeds, read back by feedparser and as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import feedparser
import pytest
from lxml import etree
from msgspec import structs
from small_networks import BASE, event_file, keys, picture, published

from circuito.model.office import News
from circuito.outputs.feeds import feeds
from circuito.outputs.pictures import pictures

ATOM, CONTENT = "{http://www.w3.org/2005/Atom}", "{http://purl.org/rss/1.0/modules/content/}"
EVENING = "starts: 2026-11-28 18:00"
WITH_PICTURE = {
    "events/base/a.md": event_file(EVENING, "pictures: [{file: foto.jpg, alt: Una tavola, credit: Ada Riva}]"),
    "events/base/foto.jpg": picture(),
}
NEWS = News(
    title="Apre un forno",
    summary="Pane per tutti.",
    html='<p>Da <a href="/spazi/base/">qui</a>.<img src="forno.webp" alt=""></p>',
    lang="it",
    published=datetime(2026, 11, 15, 9, tzinfo=UTC),
    url="/notizie/forno/",
)


def parsed(network, path):
    """A feed as feedparser reads it; what is not well formed fails."""
    feed = feedparser.parse(published(network, feeds)[path], sanitize_html=False)
    assert feed.bozo == 0, feed.get("bozo_exception")
    return feed


def as_json(network, path="feed.json"):
    """A JSON Feed."""
    return json.loads(published(network, feeds)[path])


def dated(*lines, **named):
    """Files of events, each with the day it was published and perhaps changed."""
    return {f"events/base/{name}.md": event_file(EVENING, f"title: {name}", *each) for name, each in named.items()}


def titles(network, path="feed.json"):
    return [item["title"] for item in as_json(network, path)["items"]]


def test_newest_come_first_whether_new_or_changed(network):
    made = network(
        dated(
            vecchio=["published: 2026-10-01"],
            cambiato=["published: 2026-09-01", "updated: 2026-11-20"],
            nuovo=["published: 2026-11-10"],
            senza=[],
        )
    )
    assert titles(made) == ["cambiato", "nuovo", "vecchio", "senza"]


def test_of_one_day_what_is_sooner_comes_first(network):
    made = network(
        {
            "events/base/a.md": event_file("title: dopo", "starts: 2026-12-28 18:00"),
            "events/base/b.md": event_file("title: prima", "starts: 2026-11-28 18:00"),
        }
    )
    assert titles(made) == ["prima", "dopo"]


def test_what_is_over_is_left_out(network):
    made = network(
        {
            "events/base/ieri.md": event_file("title: ieri", "starts: 2026-11-21 18:00"),
            "events/base/oggi.md": event_file("title: oggi", "starts: 2026-11-22 18:00"),
            "events/base/mostra.md": event_file("title: mostra", "starts: 2026-01-22", "ends: 2026-11-22"),
        }
    )
    assert titles(made) == ["mostra", "oggi"]


def test_no_more_than_the_50_most_recent_are_told(network):
    days = {f"n{number:02}": [f"published: 2026-{9 + number // 30:02}-{number % 30 + 1:02}"] for number in range(52)}
    assert titles(network(dated(**days))) == [f"n{number:02}" for number in range(51, 1, -1)]


def test_news_stand_in_the_feed_of_the_network_in_their_language(network):
    made = replace(network(dated(nuovo=["published: 2026-11-20"], vecchio=["published: 2026-11-01"])), news=(NEWS,))
    assert [titles(made, path) for path in ("feed.json", "en/feed.json", "spazi/base/feed.json")] == [
        ["nuovo", "Apre un forno", "vecchio"],
        ["nuovo", "vecchio"],
        ["nuovo", "vecchio"],
    ]


@pytest.mark.parametrize(("path", "kind"), [("rss.xml", "rss20"), ("atom.xml", "atom10")])
def test_a_feed_says_what_it_is(network, path, kind):
    feed = parsed(network(dated(nuovo=["updated: 2026-11-20"])), f"en/spaces/base/{path}")
    assert (feed.version, feed.feed.title, feed.feed.link) == (kind, "Base", "https://rete.example.org/en/spaces/base/")
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [
        f"https://rete.example.org/en/spaces/base/{path}"
    ]
    assert (feed.feed.language, feed.feed.updated_parsed[:3]) == ("en", (2026, 11, 20))


def test_a_json_feed_says_what_it_is(network):
    feed = as_json(network(), "en/spaces/base/feed.json")
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Base",
        "home_page_url": "https://rete.example.org/en/spaces/base/",
        "feed_url": "https://rete.example.org/en/spaces/base/feed.json",
        "description": "Uno spazio di prova.",
        "language": "en",
        "authors": [{"name": "Rete di prova", "url": "https://rete.example.org/en/"}],
        "items": [],
    }


def test_an_item_is_the_same_in_all_three_feeds(network):
    made = replace(
        network(dated(nuovo=["published: 2026-11-01", "updated: 2026-11-20", "themes: [cura]"])), news=(NEWS,)
    )
    items = as_json(made)["items"]
    told = [(item["id"], item["url"], item["title"], item["content_html"], item.get("tags", [])) for item in items]
    for path in ("rss.xml", "atom.xml"):
        entries = parsed(made, path).entries
        # feedparser writes HTML anew: the text itself is what the XML holds.
        whole = etree.fromstring(published(made, feeds)[path])
        texts = [each.text for each in whole.iter(f"{ATOM}content", f"{CONTENT}encoded")]
        tags = [[tag.term for tag in entry.get("tags", [])] for entry in entries]
        assert [(e.id, e.link, e.title, *rest) for e, *rest in zip(entries, texts, tags, strict=True)] == told


def test_an_item_has_the_days_of_publication_and_change(network):
    made = network(dated(nuovo=["published: 2026-11-01", "updated: 2026-11-20"]))
    (rss,), (atom,) = parsed(made, "rss.xml").entries, parsed(made, "atom.xml").entries
    days = [rss.published_parsed[:4], atom.published_parsed[:4], atom.updated_parsed[:4]]
    assert days == [(2026, 11, 1, 0), (2026, 11, 1, 0), (2026, 11, 20, 0)]


def test_the_identifier_of_an_item_names_domain_and_event_and_never_changes(network):
    before = network({"events/base/prova.md": event_file(EVENING, "id: festa", "title: Prima")})
    told = as_json(before)["items"][0]["id"]
    after = network(
        {"events/base/prova.md": event_file("starts: 2026-12-01 20:00", "id: festa", "title: Dopo")},
        site="https://altrove.example.org",
    )
    assert (told, as_json(after)["items"][0]["id"]) == ("tag:rete.example.org,2026:event:festa:it",) * 2


def test_an_identifier_is_not_taken_for_an_address(network):
    (entry,) = parsed(network(dated(nuovo=[])), "rss.xml").entries
    assert entry.guidislink is False


def test_the_content_says_what_when_where_and_all_the_rest(network):
    made = network(
        {"events/base/prova.md": event_file(EVENING, "ends: 20:00", "room: sala", text="Porta **una sedia**.")}
    )
    (item,) = as_json(made)["items"]
    assert item["content_html"] == (
        "<p>Una prova.</p>\n"
        "<p>sabato 28 novembre 2026, 18:00–20:00<br>Sala, Base, via Prova 1, 20100 Milano</p>\n"
        "<p>Porta <strong>una sedia</strong>.</p>"
        f'<p><a href="https://rete.example.org/eventi/base/prova/event.ics">{made.phrases["it"]("feed.add")}</a></p>'
    )


def test_a_text_in_another_language_is_marked(network):
    made = network({"events/base/prova.md": event_file(EVENING, text="Porta una sedia.")})
    (item,) = as_json(made, "en/feed.json")["items"]
    assert re.findall(r'<(\w+) lang="it">', item["content_html"]) == ["p", "div"]


def test_a_series_tells_its_next_dates(network):
    made = network({"events/base/prova.md": event_file("starts: 2026-11-03 18:00", "every: tuesday", "times: 9")})
    (item,) = as_json(made)["items"]
    dates = item["content_html"].split("<p>")[2].split("<br>")[:-1]
    days = [f"martedì {day} 2026, 18:00" for day in ("24 novembre", "1 dicembre", "8 dicembre", "15 dicembre")]
    assert dates == [*days, made.phrases["it"]("feed.more_dates", n=2)]


def test_a_cancelled_event_says_so_first(network):
    made = network({"events/base/prova.md": event_file(EVENING, "status: cancelled", "status_note: Allerta meteo")})
    (item,) = as_json(made)["items"]
    assert (item["title"], item["content_html"].split("\n")[0]) == (
        "ANNULLATO: Prova",
        "<p><strong>Allerta meteo</strong></p>",
    )


def test_a_cancelled_date_of_a_series_is_marked_alone(network):
    lines = ("starts: 2026-11-24 18:00", "every: tuesday", "times: 2", "changes: [{on: 2026-12-01, status: cancelled}]")
    (item,) = as_json(network({"events/base/prova.md": event_file(*lines)}))["items"]
    assert (item["title"], item["content_html"].split("<p>")[2].split("<br>")[:2]) == (
        "Prova",
        ["martedì 24 novembre 2026, 18:00", "ANNULLATO: martedì 1 dicembre 2026, 18:00"],
    )


def test_a_date_with_words_of_its_own_is_announced_with_them(network):
    own = "changes: [{on: 2026-12-01, title: Speciale, text: Legge Ada Riva}]"
    lines = ("starts: 2026-11-24 18:00", "every: tuesday", "times: 2", own)
    (item,) = as_json(network({"events/base/prova.md": event_file(*lines)}))["items"]
    assert item["content_html"].split("<p>")[2].split("<br>")[:2] == [
        "martedì 24 novembre 2026, 18:00",
        "martedì 1 dicembre 2026, 18:00: Speciale: Legge Ada Riva",
    ]


def test_links_and_pictures_in_content_have_absolute_addresses(network):
    made = replace(network(), news=(NEWS,))
    assert re.findall(r'(?:href|src)="([^"]*)"', as_json(made)["items"][0]["content_html"]) == [
        "https://rete.example.org/spazi/base/",
        "https://rete.example.org/notizie/forno/forno.webp",
    ]


def test_programs_are_told_when_and_where(network):
    lines = (
        "id: festa",
        EVENING,
        "ends: 20:00",
        "status: full",
        "where: {name: Giardino, location: {lat: 45.44, lon: 9.22}}",
    )
    (item,) = as_json(network({"events/base/prova.md": event_file(*lines)}))["items"]
    when = {
        "start": "2026-11-28T18:00:00+01:00",
        "end": "2026-11-28T20:00:00+01:00",
        "all_day": False,
        "status": "full",
    }
    assert item["_event"] == {
        "id": "festa",
        "calendar": "https://rete.example.org/eventi/base/prova/event.ics",
        "status": "full",
        "attendance": "offline",
        "dates": [when],
        "more_dates": 0,
        "place": "Giardino",
        "geo": [45.44, 9.22],
    }


@pytest.mark.parametrize("path", ["rss.xml", "atom.xml"])
def test_the_next_date_stands_in_the_words_of_the_event_module(network, path):
    lines = ("starts: 2026-11-24 18:00", "ends: 20:00", "every: tuesday", "where: {name: Giardino}")
    (entry,) = parsed(network({"events/base/prova.md": event_file(*lines)}), path).entries
    assert [entry[f"ev_{name}"] for name in ("startdate", "enddate", "location")] == [
        "2026-11-24T18:00:00+01:00",
        "2026-11-24T20:00:00+01:00",
        "Giardino",
    ]


@pytest.mark.parametrize("path", ["rss.xml", "atom.xml"])
def test_an_entry_leads_to_the_calendar_of_its_event(network, path):
    (entry,) = parsed(network({"events/base/prova.md": event_file(EVENING)}), path).entries
    assert [link["href"] for link in entry.links if link.get("type") == "text/calendar"] == [
        "https://rete.example.org/eventi/base/prova/event.ics"
    ]


def test_a_title_is_plain_text(network):
    made = network({"events/base/prova.md": event_file(EVENING, "title: Pane & <b>rose</b>")})
    told = [
        as_json(made)["items"][0]["title"],
        *(parsed(made, path).entries[0].title for path in ("rss.xml", "atom.xml")),
    ]
    assert told[0] == "Pane & <b>rose</b>"
    assert b"<title>Pane &amp; &lt;b&gt;rose&lt;/b&gt;</title>" in published(made, feeds)["rss.xml"]


def test_characters_that_xml_forbids_are_left_out(network):
    made = replace(network(), news=(structs.replace(NEWS, title="Apre\x0b un \x1bforno"),))
    assert parsed(made, "rss.xml").entries[0].title == "Apre un forno"


def test_a_feed_is_the_same_on_the_next_day(network):
    files = dated(nuovo=["published: 2026-11-20"])
    today, tomorrow = (network(files, today=date(2026, 11, day)) for day in (22, 23))
    assert (keys(today, feeds), published(today, feeds)) == (keys(tomorrow, feeds), published(tomorrow, feeds))


def test_a_feed_is_made_anew_when_something_in_it_has_changed(network):
    before = network(dated(nuovo=["published: 2026-11-20"]))
    profile = BASE["spaces/base/space.md"].replace("via Prova 1", "via Prova 2")
    after = network({**dated(nuovo=["published: 2026-11-20"]), "spaces/base/space.md": profile})
    with_news = replace(after, news=(NEWS,))
    old, new, newest = (keys(each, feeds) for each in (before, after, with_news))
    empty = {path for path, told in published(before, feeds).items() if path.endswith(".json") and not items(told)}
    assert {path for path in old if path.endswith(".json") and old[path] == new[path]} == empty
    assert {path.rpartition("/")[0] for path in new if new[path] != newest[path]} == {"", "notizie"}


def items(told: bytes) -> list[dict[str, object]]:
    """The items of a JSON Feed."""
    return json.loads(told)["items"]


def test_lists_have_feeds_of_their_own(network):
    profile = BASE["spaces/base/space.md"].replace("kind:", "joined: 2026-03-01\nkind:")
    made = network({"spaces/base/space.md": profile, "events/base/prova.md": event_file("starts: 2026-11-28 18:00")})
    files = published(replace(made, news=(NEWS,)), feeds)
    titles = {folder: [item["title"] for item in items(files[f"{folder}/feed.json"])] for folder in LISTS}
    assert titles == {"agenda": ["Prova"], "spazi": ["Nuovo spazio: Base"], "notizie": [NEWS.title], "progetti": []}


LISTS = ("agenda", "spazi", "notizie", "progetti")


def test_a_new_space_stands_in_the_feed_of_the_network_if_it_says_since_when_it_is_there(network):
    profile = BASE["spaces/base/space.md"]
    told = [
        [item["title"] for item in items(published(network({"spaces/base/space.md": each}), feeds)["feed.json"])]
        for each in (profile, profile.replace("kind:", "joined: 2026-03-01\nkind:"))
    ]
    assert told == [[], ["Nuovo spazio: Base"]]


def test_a_space_keeps_its_feeds_at_its_former_address(network):
    profile = BASE["spaces/base/space.md"].replace("kind:", "formerly: [vecchia]\nkind:")
    files = published(network({"spaces/base/space.md": profile}), feeds)
    assert [
        files[f"spazi/vecchia/{name}"] == files[f"spazi/base/{name}"] for name in ("rss.xml", "atom.xml", "feed.json")
    ] == [True] * 3


def test_the_feeds_of_the_sample_network_are_well_formed(sample):
    files = published(sample, feeds)
    assert [path for path, content in files.items() if path.endswith(".xml") and feedparser.parse(content).bozo] == []


def test_an_item_brings_its_picture_with_its_type_and_true_length(network):
    made = network(WITH_PICTURE)
    files = published(made, feeds, pictures)
    length = len(files["pictures/events/base/foto.jpg"])
    address = f"{made.site}/pictures/events/base/foto.jpg"
    (enclosed,) = feedparser.parse(files["rss.xml"]).entries[0].enclosures
    assert (enclosed.href, enclosed.type, enclosed.length) == (address, "image/jpeg", f"{length}")
    (linked,) = etree.fromstring(files["atom.xml"]).findall(f"{ATOM}entry/{ATOM}link[@rel='enclosure']")
    assert dict(linked.attrib) == {"rel": "enclosure", "href": address, "length": f"{length}", "type": "image/jpeg"}
    (item,) = as_json(made)["items"]
    assert (item["image"], item["attachments"]) == (
        address,
        [{"url": address, "mime_type": "image/jpeg", "size_in_bytes": length}],
    )


def test_a_feed_is_made_anew_when_the_picture_of_an_item_is_another(network):
    before = keys(network(WITH_PICTURE), feeds)["rss.xml"]
    assert (
        keys(network(WITH_PICTURE | {"events/base/foto.jpg": picture()[:-2] + b"\0\xff\xd9"}), feeds)["rss.xml"]
        != before
    )


def test_the_way_of_a_walk_stands_in_the_content(network):
    walk = "itinerary: [{at: '16:00', space: base}, {at: '16:40', name: Piazza, note: Si <canta>}]"
    made = network({"events/base/a.md": event_file("starts: 2026-11-28 16:00", walk)})
    (item,) = as_json(made)["items"]
    assert "<p>Le tappe:<br>16:00 Base<br>16:40 Piazza: Si &lt;canta&gt;</p>" in item["content_html"]
