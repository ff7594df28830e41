"""Events on web pages, in JSON-LD and h-event, become events of ours; each is found or refused, whatever the page."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import mf2py
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from circuito.importing import microformats
from circuito.importing.found import Found, Taken, Unusable
from circuito.importing.pages import read
from importing.sources import ground

URL = "https://sito.example.org/agenda/"
MERENDA = {
    "@context": "https://schema.org",
    "@type": "Event",
    "name": "Merenda",
    "url": "https://sito.example.org/merenda/",
    "startDate": "2026-12-05T18:00:00+01:00",
}


def page(*things: Any, body: str = "") -> bytes:
    """A page with scripts of JSON-LD."""
    texts = [each if isinstance(each, str) else json.dumps(each).replace("</", r"<\/") for each in things]
    scripts = "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)
    return f"<!doctype html><html><head>{scripts}</head><body>{body}</body></html>".encode()


def taken(*things: Any, body: str = "", **said: Any) -> Taken:
    """What is taken of a page; nothing may be lost."""
    told = read(page(*things, body=body), ground(**{"secret": False, "url": URL, "read_as": "page"} | said))
    assert told.entries == told.accounted
    return told


def one(*things: Any, **said: Any) -> Found:
    """The only event of a page."""
    told = taken(*things, **said)
    assert [each.reason.told("en") for each in told.refused] == []
    (found,) = told.found
    return found


def merenda(**facts: Any) -> dict[str, Any]:
    """An event with more facts, or others."""
    return MERENDA | facts


def reasons(told: Taken) -> list[str]:
    """Why entries were refused."""
    return [each.reason.code for each in told.refused]


def priced(label: str, amount: str) -> dict[str, Any]:
    """One price."""
    return {"mode": "fixed", "items": [{"label": label, "amount": Decimal(amount)}]}


def net(address: str) -> dict[str, str]:
    """A place on the net."""
    return {"@type": "VirtualLocation", "url": address}


# JSON-LD: wherever it stands


@pytest.mark.parametrize(
    "whole",
    [
        MERENDA,
        [MERENDA],
        {"@graph": [{"@type": "WebSite", "name": "Sito"}, MERENDA]},
        {"@type": "WebPage", "mainEntity": MERENDA},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": MERENDA}]},
        {"@type": "Place", "name": "Officina", "event": [MERENDA]},
        merenda(**{"@type": "https://schema.org/MusicEvent"}),
        merenda(**{"@type": ["Thing", "schema:TheaterEvent"]}),
        f"<!-- {json.dumps(MERENDA)} -->",
        f"//<![CDATA[\n{json.dumps(MERENDA)}\n//]]>",
        json.dumps(MERENDA)[:-1] + ",}",
        json.dumps(MERENDA) + ";",
        json.dumps(MERENDA).replace("Merenda", "Mer\tenda").replace("Mer\tenda", "Merenda"),
    ],
)
def test_an_event_is_found_wherever_it_stands(whole):
    found = one(whole)
    assert (found.title, found.starts, found.uid) == ("Merenda", "2026-12-05 18:00", MERENDA["url"])


@pytest.mark.parametrize("kind", ["application/ld+json; charset=utf-8", " APPLICATION/LD+JSON "])
def test_the_type_of_a_script_may_be_written_in_other_ways(kind):
    content = page(MERENDA).replace(b'"application/ld+json"', f'"{kind}"'.encode())
    assert len(read(content, ground(url=URL, secret=False)).found) == 1


def test_mentions_of_things_elsewhere_in_the_graph_are_followed():
    place = {"@type": "Place", "@id": "#luogo", "name": "Giardino", "address": "via Altrove 3"}
    found = one({"@graph": [place, merenda(location={"@id": "#luogo"})]})
    assert found.data["where"] == {"name": "Giardino", "address": {"street": "via Altrove 3"}}


def test_a_broken_script_costs_only_itself():
    told = taken('{"@type": "Event", "name": ', MERENDA)
    assert ([each.title for each in told.found], [each.code for each in told.notes]) == (
        ["Merenda"],
        ["page-script-broken"],
    )


def test_a_broken_event_costs_only_itself():
    told = taken(
        [merenda(startDate="domani", url="https://sito.example.org/2/"), MERENDA, {"@type": "Event", "name": "X"}]
    )
    assert ([each.title for each in told.found], sorted(reasons(told))) == (
        ["Merenda"],
        ["entry-start-unreadable", "entry-without-start"],
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "source-empty"),
        (b"BEGIN:VCALENDAR\r\n", "page-none"),
        (b"niente di niente", "page-none"),
        (b"<html><body><p>Ciao</p></body></html>", "page-without-events"),
        (b'<script type="application/ld+json">{"a": </script>', "page-script-broken"),
        (b'<script type="application/ld+json">{"@type": "Organization", "name": "X"}</script>', "page-without-events"),
    ],
)
def test_what_tells_of_no_event_is_said_to(content, code):
    with pytest.raises(Unusable) as refused:
        read(content, ground(url=URL, secret=False))
    assert refused.value.problem.code == code


# JSON-LD: what it says


@pytest.mark.parametrize(
    ("starts", "ends", "told"),
    [
        ("2026-12-05T18:00:00+01:00", "2026-12-05T20:00:00+01:00", ("2026-12-05 18:00", "20:00")),
        ("2026-12-05T17:00:00Z", None, ("2026-12-05 18:00", None)),
        ("2026-12-05T17:00:00.000Z", None, ("2026-12-05 18:00", None)),
        ("2026-12-05T12:00:00-05:00", None, ("2026-12-05 18:00", None)),
        ("2026-12-05T18:00", None, ("2026-12-05 18:00", None)),
        ("2026-12-05 18:00:00", "2026-12-06 02:00:00", ("2026-12-05 18:00", "02:00")),
        ("2026-12-05", None, ("2026-12-05", None)),
        ("2026-12-05", "2026-12-08", ("2026-12-05", "2026-12-08")),
        ("2026-12-05T00:00:00+01:00", "2026-12-07T23:59:59+01:00", ("2026-12-05", "2026-12-07")),
        ("2026-12-05T00:00:00+01:00", "2026-12-06T00:00:00+01:00", ("2026-12-05", None)),
        ("2026-12-05T18:00:00+01:00", "2026-12-05T17:00:00+01:00", ("2026-12-05 18:00", None)),
        ("2026-07-05T18:00:00+02:00", "2026-07-05T16:30:00Z", ("2026-07-05 18:00", "18:30")),
    ],
)
def test_times_are_told_as_clocks_here_show_them(starts, ends, told):
    given_facts = {"startDate": starts} | ({"endDate": ends} if ends else {})
    source = replace(ground(url=URL, secret=False), since=date(2026, 1, 1))
    (found,) = read(page(merenda(**given_facts)), source).found
    assert (found.starts, found.data.get("ends")) == told


@pytest.mark.parametrize(
    ("facts", "data"),
    [
        ({"eventStatus": "https://schema.org/EventCancelled"}, {"status": "cancelled"}),
        ({"eventStatus": "EventPostponed"}, {"status": "postponed"}),
        ({"eventStatus": "https://schema.org/EventScheduled"}, {}),
        ({"eventStatus": "EventRescheduled"}, {}),
        (
            {"eventStatus": "EventRescheduled", "previousStartDate": "2026-12-01T18:00:00+01:00"},
            {"status": "rescheduled", "previously": "2026-12-01 18:00"},
        ),
        ({"name": "ANNULLATO: Merenda"}, {"status": "cancelled"}),
        ({"offers": {"price": "8.50", "priceCurrency": "EUR"}}, {"price": priced("Ingresso", "8.50")}),
        ({"offers": [{"price": 0}]}, {"price": {"mode": "free"}}),
        ({"isAccessibleForFree": True}, {"price": {"mode": "free"}}),
        ({"isAccessibleForFree": "https://schema.org/True"}, {}),
        (
            {"offers": {"price": 5, "availability": "https://schema.org/SoldOut", "name": "Intero"}},
            {"status": "full", "price": priced("Intero", "5")},
        ),
        (
            {"offers": {"price": 0, "url": "https://biglietti.it/1"}},
            {"price": {"mode": "free"}, "registration": {"required": False, "link": "https://biglietti.it/1"}},
        ),
        ({"typicalAgeRange": "6-11"}, {"ages": {"min": 6, "max": 11}}),
        ({"typicalAgeRange": "18+"}, {"ages": {"min": 18}}),
        ({"inLanguage": ["it", "en-GB"]}, {"languages": ["it", "en-gb"]}),
        ({"keywords": "cura, altro"}, {"themes": ["cura"]}),
        ({"audience": {"@type": "Audience", "audienceType": "Families"}}, {"targets": ["famiglie"]}),
        ({"doorTime": "17:30"}, {"doors": "17:30"}),
    ],
)  # fmt: skip
def test_a_fact_of_the_page_is_a_field_of_the_file(facts, data):
    found = one(merenda(**facts))
    assert {name: value for name, value in found.data.items() if name not in ("title", "summary", "starts")} == data


@pytest.mark.parametrize(
    ("location", "data"),
    [
        ({"@type": "Place", "name": "Officina Esempio"}, {}),
        ({"@type": "Place", "name": "Officina Esempio, Sala Grande"}, {"room": "sala-grande"}),
        ({"@type": "Place", "address": {"streetAddress": "via dell'Esempio 12", "addressLocality": "Milano"}}, {}),
        ("Giardino di via Po", {"where": {"name": "Giardino di via Po"}}),
        (
            {
                "@type": "Place",
                "name": "Giardino",
                "address": {"streetAddress": "via Po 3", "postalCode": "20121", "addressLocality": "Milano"},
                "geo": {"latitude": 45.45, "longitude": "9.2"},
            },
            {
                "where": {
                    "name": "Giardino",
                    "address": {"street": "via Po 3", "postcode": "20121"},
                    "location": {"lat": Decimal("45.45"), "lon": Decimal("9.2")},
                }
            },
        ),
        (net("https://diretta.it/1"), {"online": {"url": "https://diretta.it/1"}, "only_online": True}),
        (net("https://zoom.us/j/123"), {"online": {"on_registration": True}, "only_online": True}),
        (["Officina Esempio", net("https://diretta.it/1")], {"online": {"url": "https://diretta.it/1"}}),
    ],
)  # fmt: skip
def test_places_are_rooms_other_places_or_the_net(location, data):
    found = one(merenda(location=location))
    assert {
        name: value for name, value in found.data.items() if name in ("where", "room", "online", "only_online")
    } == data


def test_a_description_becomes_a_sentence_and_a_text():
    html = "<p>Pane e marmellata per tutti.</p><p>Porta una <b>tazza</b>.</p><script>alert(1)</script>"
    found = one(merenda(description=html))
    assert (found.data["summary"], found.text) == ("Pane e marmellata per tutti.", "Porta una **tazza**.")


def test_whoever_organises_or_performs_is_not_copied():
    found = one(merenda(organizer={"name": "Ada Riva", "email": "ada@posta.it"}, performer={"name": "Ivo"}))
    assert "Ada" not in repr(found) and "Ivo" not in repr(found)


# JSON-LD: several dates


def dates(*days: str, **facts: Any) -> list[dict[str, Any]]:
    """Several events that share one address."""
    return [merenda(startDate=f"{day}T18:00:00+01:00", **facts) for day in days]


def test_events_that_share_an_address_are_one_with_several_dates():
    found = one(dates("2026-12-12", "2026-12-05", "2026-12-19"))
    assert (found.starts, found.data["also"], found.entries) == (
        "2026-12-05 18:00",
        ["2026-12-12 18:00", "2026-12-19 18:00"],
        3,
    )


def test_a_date_of_them_that_is_cancelled_is_so_alone():
    off = merenda(startDate="2026-12-12T18:00:00+01:00", eventStatus="https://schema.org/EventCancelled")
    found = one([*dates("2026-12-05"), off])
    assert (found.data["changes"], "status" in found.data) == ([{"on": "2026-12-12", "status": "cancelled"}], False)


def test_dates_that_differ_in_more_are_events_of_their_own():
    told = taken([*dates("2026-12-05"), *dates("2026-12-12", description="Con la banda.")])
    assert [(each.uid, each.recurrence, each.starts) for each in told.found] == [
        (MERENDA["url"], "", "2026-12-05 18:00"),
        (MERENDA["url"], "2026-12-12 18:00", "2026-12-12 18:00"),
    ]


def test_one_event_told_twice_counts_once():
    told = taken([MERENDA, MERENDA])
    assert (len(told.found), reasons(told), told.refused[0].fault) == (1, ["entry-twice"], False)


def test_the_parts_of_a_series_are_its_dates():
    parts = [
        {"@type": "Event", "name": "Merenda", "startDate": f"2026-12-{day}T18:00:00+01:00"} for day in ("05", "12")
    ]
    found = one(merenda(**{"@type": "EventSeries", "subEvent": parts, "startDate": "2026-12-05"}))
    assert (found.starts, found.data["also"], found.entries) == ("2026-12-05 18:00", ["2026-12-12 18:00"], 3)


def test_the_parts_of_a_festival_are_events_beside_it():
    part = merenda(name="Concerto", url="https://sito.example.org/concerto/")
    told = taken(merenda(**{"@type": "Festival", "name": "Festa", "subEvent": [part]}))
    assert [each.title for each in told.found] == ["Festa", "Concerto"]


def test_different_events_may_share_the_address_of_their_list():
    told = taken([merenda(url=URL), merenda(url=URL, name="Cena")])
    assert sorted(each.title for each in told.found) == ["Cena", "Merenda"]


# h-event

H_EVENT = """
<article class="h-event">
 <h2><a class="p-name u-url" href="/merenda/">Merenda</a></h2>
 <time class="dt-start" datetime="2026-12-05T18:00:00+01:00">5 dicembre</time>
 <time class="dt-end" datetime="20:00">alle 20</time>
 <p class="p-summary">Pane e marmellata.</p>
 <div class="p-location h-card">
  <span class="p-name">Giardino</span>, <span class="p-street-address">via Po 3</span>
 </div>
 <span class="p-category">cura</span>
 <div class="e-content"><p>Porta una <b>tazza</b>.</p></div>
</article>
"""
PIECES = """
<div class="h-event">
 <span class="p-name">Merenda</span>
 <span class="dt-start"><span class="value">2026-12-05</span> alle <span class="value">6:00pm</span></span>
 <abbr class="p-location" title="Giardino">da noi</abbr>
</div>
"""


def test_an_h_event_is_found():
    found = one(body=H_EVENT)
    assert found.uid == "https://sito.example.org/merenda/"
    assert (found.data, found.text) == (
        {
            "title": "Merenda",
            "summary": "Pane e marmellata.",
            "starts": "2026-12-05 18:00",
            "ends": "20:00",
            "where": {"name": "Giardino", "address": {"street": "via Po 3"}},
            "themes": ["cura"],
        },
        "Porta una **tazza**.",
    )


def test_days_and_hours_may_be_told_in_pieces():
    found = one(body=PIECES)
    assert (found.starts, found.data["where"], found.made_up) == ("2026-12-05 18:00", {"name": "Giardino"}, True)


PICTURED = '<div class="h-event"><a class="u-url p-name" href="?x=1">A <img alt="B" src="c.jpg"></a></div>'


@pytest.mark.parametrize("html", [H_EVENT, PIECES, PICTURED, '<p class="h-event">Merenda</p>'])
def test_properties_are_those_that_mf2py_reads(html):
    (known,) = mf2py.parse(doc=html, url=URL)["items"]
    (told,) = microformats.events_of(document_fromstring(html), URL)
    first = {name: values[0] for name, values in known["properties"].items()}
    assert (told.title, told.link) == (" ".join(first.get("name", "").split()), first.get("url", ""))
    assert told.starts.replace("T", " ")[:16] == str(first.get("start", "")).replace("T", " ")[:16]


# hCalendar, which was there before h-event

OLD = """
<div class="vcalendar"><div class="vevent">
 <a class="url" href="/cena/"><h3 class="summary">Cena <em>lunga</em></h3></a>
 <abbr class="dtstart" title="2026-12-05T19:30">sabato</abbr>, fino alle
 <abbr class="dtend" title="2026-12-05T22:00">22</abbr>
 <div class="location vcard"><span class="fn org">Giardino</span>
  <span class="adr"><span class="street-address">via Po 3</span> <span class="locality">Milano</span></span></div>
 <div class="organizer vcard"><span class="fn">Ada Riva</span></div>
 <span class="category">cura</span>
 <div class="description">Porta una <b>sedia</b>. Si mangia alle otto, tutti insieme.</div>
</div></div>
"""
OLD_DAYS = """
<li class="vevent"><span class="summary">Mostra</span>
 <abbr class="dtstart" title="20261205">5</abbr>-<abbr class="dtend" title="20261208">7 dicembre</abbr>
 <span class="location">Giardino</span> <abbr class="geo" title="45.44;9.22">qui</abbr></li>
"""


def test_an_event_of_hcalendar_is_found():
    found = one(body=OLD)
    assert (found.uid, found.text) == ("https://sito.example.org/cena/", "")
    assert found.data == {
        "title": "Cena lunga",
        "summary": "Porta una sedia. Si mangia alle otto, tutti insieme.",
        "starts": "2026-12-05 19:30",
        "ends": "22:00",
        "where": {"name": "Giardino", "address": {"street": "via Po 3"}},
        "themes": ["cura"],
    }


def test_whole_days_of_hcalendar_end_before_the_day_that_they_name():
    found = one(body=OLD_DAYS)
    assert [found.starts, found.data["ends"]] == ["2026-12-05", "2026-12-07"]
    assert found.data["where"]["location"] == {"lat": Decimal("45.44"), "lon": Decimal("9.22")}


BOTH = '<p class="vevent h-event"><b class="summary p-name">Cena</b> <time class="dt-start">2026-12-05</time></p>'


@pytest.mark.parametrize("html", [OLD, OLD_DAYS, BOTH, '<p class="vevent"><a class="url summary" href="a">Bo</a></p>'])
def test_properties_of_hcalendar_are_those_that_mf2py_reads(html):
    (known,) = events_by_mf2py(mf2py.parse(doc=html, url=URL)["items"])
    (told,) = microformats.events_of(document_fromstring(html), URL)
    first = {name: values[0] for name, values in known["properties"].items()}
    assert (told.title, told.link, told.starts) == (
        " ".join(first["name"].split()), first.get("url", ""), first.get("start", ""),
    )  # fmt: skip


def events_by_mf2py(items):
    """The events among what mf2py found, wherever they stand."""
    for each in items:
        if "h-event" in each["type"]:
            yield each
        yield from events_by_mf2py(each.get("children", []))


def test_what_json_ld_tells_is_not_told_again_by_h_event():
    told = taken(MERENDA, body=H_EVENT)
    assert ([each.title for each in told.found], reasons(told)) == (["Merenda"], ["entry-twice"])


def test_beside_json_ld_other_h_events_are_only_pointed_to():
    told = taken(merenda(name="Cena", url="https://sito.example.org/cena/"), body=H_EVENT)
    assert ([each.title for each in told.found], reasons(told)) == (["Cena"], ["entry-beside"])


# Whatever comes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "iso-8859-15"])
def test_accents_survive_whatever_the_characters(encoding):
    meta = f'<meta charset="{encoding.removesuffix("-sig")}">' if encoding != "cp1252" else ""
    script = json.dumps(merenda(name="Caffè"), ensure_ascii=False)
    content = f'<html>{meta}<script type="application/ld+json">{script}</script>'.encode(encoding)
    assert read(content, ground(url=URL, secret=False)).found[0].title == "Caffè"


@pytest.mark.parametrize(
    "hostile",
    [
        json.dumps(merenda(name="</p><script>alert(1)</script>")).replace("</", "<\\/"),
        json.dumps(merenda(url="javascript:alert(1)")),
        json.dumps(merenda(url="http://[::1")),
        json.dumps(merenda(description="\\" * 5000)),
        json.dumps(merenda(startDate={"@value": "2026-12-05"})),
        json.dumps(merenda(startDate=["2026-12-05"])),
        json.dumps(merenda(location=[[[]]], offers="gratis", image={}, audience=7)),
        json.dumps(merenda(startDate=20261205)),
        "[" * 3000 + json.dumps(MERENDA) + "]" * 3000,
        '{"@graph":' * 30 + json.dumps(MERENDA) + "}" * 30,
        '{"@type":"Event","name":"x","startDate":' + "9" * 5000 + "}",
    ],
)
def test_hostile_data_raise_nothing_of_their_own(hostile):
    try:
        told = taken(hostile)
    except Unusable:
        return
    assert all("<script" not in each.text and not each.link.startswith("java") for each in told.found)


def test_a_graph_that_mentions_itself_ends():
    one({"@graph": [merenda(**{"@id": "#a", "subEvent": {"@id": "#a"}, "location": {"@id": "#a"}})]})


WORDS = "@type @graph @id name startDate endDate location offers price subEvent url geo latitude eventStatus"
KEYS = st.sampled_from(WORDS.split(" "))
TELLING = st.sampled_from(["Event", "2026-12-05", "#a"])
ATOMS = st.none() | st.booleans() | st.integers() | st.text(max_size=20) | TELLING
THINGS = st.recursive(
    ATOMS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=25
)


@given(THINGS)
def test_no_data_lose_an_event_or_raise(thing):
    assert "Merenda" in {each.title for each in taken([thing], MERENDA).found}
