"""Whatever stands in a text, calendars and feeds say it as text: nothing breaks, and nothing comes in beside it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import icalendar
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec import structs
from readers import components
from small_networks import BASE, PHRASES, SITE, TODAY, event_file, files_of, written

from circuito.model.network import Network
from circuito.outputs.calendars import calendars, event_calendars
from circuito.outputs.catalogue_data import events_json
from circuito.outputs.feed_list import feed_list
from circuito.outputs.feeds import CONTROL, feeds
from circuito.outputs.tables import events_csv
from circuito.publishing.languages import phrases_of
from circuito.reading.load import load

ATOM = "{http://www.w3.org/2005/Atom}"
SOUND = "events/base/sana.md"
EVENING = ("id: prova", "starts: 2026-11-28 18:00", "ends: 20:00")
PIECES = st.sampled_from(
    [
        "\r\nSTATUS:CANCELLED\r\n",
        "\nEND:VEVENT\nBEGIN:VEVENT\nUID:altra\n",
        "\r",
        "\n ",
        "\\n",
        "\\",
        ",",
        ";",
        ":",
        '"',
        "^n",
        "]]>",
        "</title><item>",
        "&amp;&",
        "\u202e",
        "\u200f",
        "\u2028",
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\x85",
        "\ufffe",
        "👩🏽‍🎨",
        "🎉" * 40,
        "à" * 80,
        "x" * 5000,
    ]
)
TEXTS = st.lists(PIECES | st.text(min_size=1, max_size=20), min_size=1, max_size=6).map(
    lambda parts: "a" + "".join(parts)
)


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> Network:
    """A network with a sound event beside the one that is to say anything."""
    files = {"events/base/prova.md": event_file(*EVENING, "status: cancelled", "status_note: Allagato")}
    return written(tmp_path_factory.mktemp("rete"), {**files, SOUND: event_file("id: sana", *EVENING[1:])})


def saying(network: Network, text: str) -> Network:
    """The network whose one event says a text in every field, as if nobody had looked at it before."""
    html = f"<p>{CONTROL.sub('', text).replace('&', '').replace('<', '')}</p>"
    words = {"title": text, "summary": text, "status_note": text, "html": html}
    told = [
        structs.replace(each, record=structs.replace(each.record, translations={"it": words}, digest=text))
        if each.id == "prova"
        else each
        for each in network.events
    ]
    return replace(network, events=tuple(told))


def made(network: Network, path: str) -> bytes:
    """One file of calendars, feeds and tables."""
    outputs = [calendars, event_calendars, feeds, feed_list, events_json, events_csv]
    return next(each.make() for each in files_of(network, outputs) if each.path == path)


def shape(content: bytes) -> Counter[tuple[str, str, str]]:
    """How often each property stands in each component of a calendar."""
    found = icalendar.Calendar.from_ical(content)
    return Counter((part.name, str(part.get("UID", "")), name) for part in found.walk() for name in part)


@pytest.mark.parametrize("path", ["calendar.ics", "flat.ics", "eventi/base/prova/event.ics"])
@given(TEXTS)
def test_no_text_adds_a_property_to_a_calendar(base, path, text):
    assert shape(made(saying(base, text), path)) == shape(made(base, path))


@given(TEXTS)
def test_a_calendar_says_a_text_as_it_is_but_for_line_ends(base, text):
    (event,) = (
        each for each in components(made(saying(base, text), "calendar.ics")) if each["UID"].startswith("prova")
    )
    assert lines(event["SUMMARY"]) == lines(f"ANNULLATO: {text}")


def lines(text: str) -> list[str]:
    """The lines of a text without the characters that no calendar may hold (RFC 5545, 3.1)."""
    return CONTROL.sub("", str(text).replace("\r\n", "\n").replace("\r", "\n")).split("\n")


@given(TEXTS)
def test_lines_of_a_calendar_are_never_longer_than_75_octets(base, text):
    content = made(saying(base, text), "calendar.ics")
    assert [line for line in content.split(b"\r\n") if len(line) > 75 or b"\n" in line or b"\r" in line] == []


@given(TEXTS)
def test_no_text_breaks_an_xml_feed_or_adds_to_it(base, text):
    for path, name in (("rss.xml", "title"), ("atom.xml", f"{ATOM}title")):
        feed, plain = (etree.fromstring(made(each, path)) for each in (saying(base, text), base))
        assert Counter(each.tag for each in feed.iter()) == Counter(each.tag for each in plain.iter())
        said = {title.text.replace("\r\n", "\n").replace("\r", "\n") for title in feed.iter(name)}
        assert CONTROL.sub("", f"ANNULLATO: {text}".replace("\r\n", "\n").replace("\r", "\n")) in said


@given(TEXTS)
def test_a_json_feed_says_a_text_as_it_is(base, text):
    items = msgspec.json.decode(made(saying(base, text), "feed.json"))["items"]
    assert {each["title"] for each in items} == {f"ANNULLATO: {text}", "Prova"}


# In files


@settings(max_examples=60)
@given(TEXTS, st.sampled_from(["title", "summary", "status_note", "body"]))
def test_a_text_in_a_file_is_refused_or_published_and_the_others_stay(tmp_path_factory, text, field):
    root = tmp_path_factory.mktemp("rete")
    told = [f"{field}: {json.dumps(text)}"] if field != "body" else []
    event = event_file(*EVENING, "status: cancelled", *told, text=text if field == "body" else "")
    network, problems = tried(root, {"events/base/prova.md": event})
    held = {each["UID"] for each in components(made(network, "calendar.ics"))}
    assert held == {"sana@rete.example.org"} | (set() if problems else {"prova@rete.example.org"})
    assert {each["url"] for each in json.loads(made(network, "feed.json"))["items"]} >= {f"{SITE}/eventi/base/sana/"}


@pytest.mark.parametrize(
    "starts",
    [
        "2026-02-30 18:00",
        "2026-13-01",
        "0000-00-00",
        "2026-11-28 25:61",
        "9999-12-31 23:59",
        "sabato",
        "''",
        "[]",
        "{}",
    ],
)
def test_an_impossible_date_costs_the_others_nothing(tmp_path, starts):
    event = event_file("id: prova", f"starts: {starts}", "every: saturday")
    network, problems = tried(tmp_path, {"events/base/prova.md": event})
    assert problems == ["events/base/prova.md"]
    assert [each["UID"] for each in components(made(network, "calendar.ics"))] == ["sana@rete.example.org"]
    assert [each["url"] for each in json.loads(made(network, "feed.json"))["items"]] == [f"{SITE}/eventi/base/sana/"]


def tried(root, files: dict[str, str]) -> tuple[Network, list[str]]:
    """The network of some files with a sound event beside them, and the files that are at fault."""
    for path, content in {**BASE, SOUND: event_file("id: sana", *EVENING[1:]), **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content.encode("utf-8", "surrogatepass"))
    loaded = load(str(root), today=TODAY, site=SITE)
    assert loaded.network is not None
    network = replace(loaded.network, phrases=phrases_of(loaded.network.languages, [PHRASES]))
    return network, sorted({problem.source.path for problem in loaded.problems})
