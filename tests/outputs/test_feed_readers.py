"""Feeds, read by people's programs and held against the rules of their formats, one by one."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import atoma
import fastfeedparser
import feedparser
import pytest
from independent_readers import HERE, Program
from lxml import etree
from small_networks import files_of
from test_feeds import NEWS

from circuito.model.network import Network
from circuito.outputs.feed_list import feed_list
from circuito.outputs.feeds import feeds

ATOM, CONTENT = "{http://www.w3.org/2005/Atom}", "{http://purl.org/rss/1.0/modules/content/}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
FORMS = ("rss.xml", "atom.xml", "feed.json")
Told = tuple[str, str, str, datetime]


@pytest.fixture(scope="module")
def told(sample) -> dict[str, bytes]:
    """The three feeds of the sample network with news, in two languages, and the list of all."""
    made = replace(sample, news=(NEWS,))
    chosen = set(FORMS) | {f"en/{form}" for form in FORMS} | {"feeds.opml"}
    return {each.path: each.make() for each in files_of(made, [feeds, feed_list]) if each.path in chosen}


@pytest.fixture(scope="module")
def feedsmith() -> Iterator[Program]:
    """feedsmith, a library for JavaScript."""
    if shutil.which("node") is None:
        pytest.skip("needs Node.js and feedsmith (npm ci)")
    with Program("node", str(HERE / "feedsmith.mjs")) as program:
        yield program


# Readers: identifier, title, link and instant of publication of each item


def expected(told: dict[str, bytes]) -> list[Told]:
    """What the JSON Feed says, as JSON."""
    items = json.loads(told["feed.json"])["items"]
    return [(each["id"], each["title"], each["url"], moment(each["date_published"])) for each in items]


def moment(text: str) -> datetime:
    """An instant in UTC, as ISO 8601 or as in electronic mail."""
    read = datetime.fromisoformat(text) if text[:4].isdecimal() else parsedate_to_datetime(text)
    return read.astimezone(UTC)


def by_feedparser(content: bytes) -> list[Told]:
    """What feedparser reads."""
    feed = feedparser.parse(content)
    assert feed.bozo == 0
    return [(each.id, each.title, each.link, moment(each.published)) for each in feed.entries]


def by_atoma(form: str, content: bytes) -> list[Told]:
    """What atoma reads."""
    if form == "rss.xml":
        items = atoma.parse_rss_bytes(content).items
        return [(each.guid, each.title, each.link, each.pub_date.astimezone(UTC)) for each in items]
    if form == "atom.xml":
        entries = atoma.parse_atom_bytes(content).entries
        return [(each.id_, each.title.value, page_of(each.links), each.published.astimezone(UTC)) for each in entries]
    items = atoma.parse_json_feed_bytes(content).items
    return [(each.id_, each.title, each.url, each.date_published.astimezone(UTC)) for each in items]


def page_of(links: list[Any]) -> str:
    """The link to the page, among those of an entry."""
    (href,) = (each.href for each in links if each.rel in (None, "alternate") and each.type_ != "text/calendar")
    return href


def by_feedsmith(program: Program, content: bytes) -> list[Told]:
    """What feedsmith reads."""
    answer = program.ask({"text": content.decode()})
    feed = answer["feed"]
    if answer["format"] == "rss":
        return [(e["guid"]["value"], e["title"], e["link"], moment(e["pubDate"])) for e in feed["items"]]
    if answer["format"] == "atom":
        return [(e["id"], e["title"]["value"], web(e["links"]), moment(e["published"])) for e in feed["entries"]]
    return [(e["id"], e["title"], e["url"], moment(e["date_published"])) for e in feed["items"]]


def web(links: list[dict[str, str]]) -> str:
    """The link to the page, among those of an entry."""
    (href,) = (
        each["href"]
        for each in links
        if each.get("rel", "alternate") == "alternate" and each.get("type") != "text/calendar"
    )
    return href


@pytest.mark.parametrize("form", ["rss.xml", "atom.xml"])
def test_feedparser_reads_every_item(told, form):
    assert by_feedparser(told[form]) == expected(told)


@pytest.mark.parametrize("form", FORMS)
def test_atoma_reads_every_item(told, form):
    assert by_atoma(form, told[form]) == expected(told)


@pytest.mark.parametrize("form", FORMS)
def test_feedsmith_reads_every_item(told, feedsmith, form):
    assert by_feedsmith(feedsmith, told[form]) == expected(told)


@pytest.mark.parametrize("form", FORMS)
def test_fastfeedparser_reads_every_item(told, form):
    # Of several links of an item it takes whichever says `alternate` in words, so links are left to the others.
    items = fastfeedparser.parse(told[form]).entries
    found = [(each["id"], each["title"], moment(each["published"])) for each in items]
    assert found == [(uid, title, published) for uid, title, _, published in expected(told)]


def test_feeds_tell_the_same_instants_of_change(told):
    entries = atoma.parse_atom_bytes(told["atom.xml"]).entries
    items = json.loads(told["feed.json"])["items"]
    assert [each.updated.astimezone(UTC) for each in entries] == [moment(each["date_modified"]) for each in items]


def test_feeds_tell_the_same_content(told):
    rss = [each.findtext(f"{CONTENT}encoded") for each in etree.fromstring(told["rss.xml"]).iter("item")]
    atom = [each.content.value for each in atoma.parse_atom_bytes(told["atom.xml"]).entries]
    assert rss == atom == [each["content_html"] for each in json.loads(told["feed.json"])["items"]]


# Atom, by the rules of RFC 4287


def atom(told: dict[str, bytes]) -> Any:
    return etree.fromstring(told["atom.xml"])


def both(told: dict[str, bytes]) -> list[Any]:
    """The feed and its entries."""
    return [atom(told), *atom(told).findall(f"{ATOM}entry")]


@pytest.mark.parametrize("name", ["id", "title", "updated"])
def test_rfc_4287_411_and_412_feeds_and_entries_have_exactly_one(told, name):
    assert {len(each.findall(f"{ATOM}{name}")) for each in both(told)} == {1}


@pytest.mark.parametrize("name", ["generator", "icon", "logo", "rights", "subtitle", "published", "summary", "content"])
def test_rfc_4287_411_and_412_feeds_and_entries_have_at_most_one(told, name):
    assert max(len(each.findall(f"{ATOM}{name}")) for each in both(told)) <= 1


def test_rfc_4287_411_a_feed_has_an_author_for_entries_that_have_none(told):
    assert len(atom(told).findall(f"{ATOM}author")) == 1


def test_rfc_4287_411_a_feed_says_where_it_is(told):
    links = [each.get("href") for each in atom(told).findall(f"{ATOM}link") if each.get("rel") == "self"]
    assert links == ["https://rete.example.org/atom.xml"]


def test_rfc_4287_411_and_412_no_two_alternate_links_share_type_and_language(told):
    for each in both(told):
        links = [link for link in each.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        kinds = Counter((link.get("type"), link.get("hreflang")) for link in links)
        assert set(kinds.values()) == {1}


def test_rfc_4287_4131_content_of_type_html_is_text_alone(told):
    found = list(atom(told).iter(f"{ATOM}content"))
    assert [(each.get("type"), len(each)) for each in found] == [("html", 0)] * len(found)


def test_rfc_4287_33_dates_are_those_of_rfc_3339_with_a_zone(told):
    dates = [each.text for each in atom(told).iter(f"{ATOM}updated", f"{ATOM}published")]
    assert [date for date in dates if not RFC3339.fullmatch(date)] == []


def test_rfc_4287_32_persons_have_one_name_that_is_not_empty(told):
    names = [[name.text for name in each.findall(f"{ATOM}name")] for each in atom(told).iter(f"{ATOM}author")]
    assert [name for name in names if len(name) != 1 or not name[0]] == []


def test_rfc_4287_4221_categories_have_a_term(told):
    assert [each for each in atom(told).iter(f"{ATOM}category") if not each.get("term")] == []


def test_rfc_4287_426_identifiers_are_absolute_and_unique(told):
    ids = [each.findtext(f"{ATOM}id") for each in both(told)]
    assert [each for each in ids if not urlsplit(each).scheme] == []
    assert len(set(ids)) == len(ids)


def test_rfc_4287_427_links_have_an_absolute_address(told):
    links = [each.get("href", "") for each in atom(told).iter(f"{ATOM}link")]
    assert [each for each in links if urlsplit(each).scheme != "https"] == []


def test_rfc_4287_6_atom_elements_are_those_that_the_rfc_names(told):
    of_feed = {"author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights", "subtitle"}
    of_entry = {"author", "category", "content", "contributor", "id", "link", "published", "rights", "source"}
    feed, *entries = both(told)
    assert names(feed) <= of_feed | {"title", "updated", "entry"}
    assert set().union(*map(names, entries)) <= of_entry | {"summary", "title", "updated"}


def names(element: Any) -> set[str]:
    """The names of what an element holds of Atom."""
    return {each.tag.removeprefix(ATOM) for each in element if each.tag.startswith(ATOM)}


# RSS, by the rules of RSS 2.0 and of the RSS Advisory Board


def channel(told: dict[str, bytes]) -> Any:
    return etree.fromstring(told["rss.xml"])[0]


def test_rss_has_one_channel_and_its_version(told):
    rss = etree.fromstring(told["rss.xml"])
    assert (rss.tag, rss.get("version"), [each.tag for each in rss]) == ("rss", "2.0", ["channel"])


@pytest.mark.parametrize("name", ["title", "link", "description"])
def test_rss_a_channel_must_have_one(told, name):
    assert len(channel(told).findall(name)) == 1


def test_rss_an_item_has_each_element_at_most_once_but_categories(told):
    for item in channel(told).iter("item"):
        assert {tag for tag, n in Counter(each.tag for each in item).items() if n > 1} <= {"category"}


def test_rss_an_item_has_a_title_or_a_description(told):
    items = list(channel(told).iter("item"))
    assert [each for each in items if not each.findtext("title") or not each.findtext("description")] == []


def test_rss_a_guid_that_is_no_address_says_so_and_is_unique(told):
    guids = [(each.text, each.get("isPermaLink")) for each in channel(told).iter("guid")]
    assert {permanent for _, permanent in guids} == {"false"}
    assert len(set(guids)) == len(guids)


def test_rss_dates_are_those_of_rfc_822_with_four_digits_of_the_year(told):
    form = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}")
    dates = [each.text for each in channel(told).iter("pubDate", "lastBuildDate")]
    assert [each for each in dates if not form.fullmatch(each) or f"{moment(each):%a}" != each[:3]] == []


def test_rss_links_begin_with_a_scheme(told):
    links = [each.text for each in channel(told).iter("link")]
    assert [each for each in links if urlsplit(each).scheme != "https"] == []


def test_rss_a_channel_names_itself_in_the_words_of_atom(told):
    links = [(each.get("rel"), each.get("href"), each.get("type")) for each in channel(told).findall(f"{ATOM}link")]
    assert links == [("self", "https://rete.example.org/rss.xml", "application/rss+xml")]


def test_rss_enclosures_have_an_address_a_length_and_a_type(told):
    found = [(each.get("url"), each.get("length"), each.get("type")) for each in channel(told).iter("enclosure")]
    assert [each for each in found if not (each[0] and each[1] and each[1].isdecimal() and each[2])] == []


# JSON Feed, by the rules of version 1.1


def feed(told: dict[str, bytes]) -> dict[str, Any]:
    return json.loads(told["feed.json"].decode("utf-8"))


def test_json_feed_has_its_version_a_title_and_items(told):
    found = feed(told)
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert (type(found["title"]), type(found["items"])) == (str, list)


def test_json_feed_items_have_unique_texts_as_identifiers(told):
    ids = [each["id"] for each in feed(told)["items"]]
    assert {type(each) for each in ids} == {str}
    assert len(set(ids)) == len(ids)


def test_json_feed_items_have_content(told):
    assert [each for each in feed(told)["items"] if not (each.get("content_html") or each.get("content_text"))] == []


@pytest.mark.parametrize("name", ["date_published", "date_modified"])
def test_json_feed_dates_are_those_of_rfc_3339(told, name):
    assert [each for each in feed(told)["items"] if not RFC3339.fullmatch(each[name])] == []


def test_json_feed_authors_say_something_of_themselves(told):
    authors = feed(told)["authors"] + [one for each in feed(told)["items"] for one in each.get("authors", [])]
    assert [each for each in authors if not each.keys() & {"name", "url", "avatar"}] == []


def test_json_feed_tags_are_texts(told):
    assert {type(tag) for each in feed(told)["items"] for tag in each.get("tags", [])} <= {str}


def test_json_feed_attachments_have_an_address_and_a_type(told):
    found = [one for each in feed(told)["items"] for one in each.get("attachments", [])]
    assert [each for each in found if not (each["url"] and "/" in each["mime_type"])] == []


def test_json_feed_extensions_begin_with_an_underscore_and_a_letter(told):
    known = {"id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image"}
    known |= {"date_published", "date_modified", "authors", "tags", "language", "attachments"}
    others = {name for each in feed(told)["items"] for name in each} - known
    assert [name for name in others if not re.fullmatch(r"_[A-Za-z][^.]*", name)] == []


# OPML


def leaves(outlines: list[Any], inner: Callable[[Any], list[Any]], address: Callable[[Any], str]) -> list[str]:
    """The addresses of an outline's feeds, in order."""
    found: list[str] = []
    for each in outlines:
        found += leaves(inner(each), inner, address) if inner(each) else [address(each)]
    return found


def test_two_readers_find_every_feed_in_the_list(told, feedsmith, sample):
    by_atoma = leaves(
        atoma.parse_opml_bytes(told["feeds.opml"]).outlines, lambda each: each.outlines, lambda each: each.xml_url
    )
    by_feedsmith = leaves(
        feedsmith.ask({"text": told["feeds.opml"].decode(), "list": True})["body"]["outlines"],
        lambda each: each.get("outlines", []),
        lambda each: each["xmlUrl"],
    )
    assert by_atoma == by_feedsmith
    assert sorted(by_atoma) == sorted(addresses(sample))


def addresses(network: Network) -> set[str]:
    """What every Atom feed in the first language says of where it is; those in folders of old name the present one."""
    found = [each for each in files_of(network, [feeds]) if re.fullmatch(r"(?!\w\w/).*atom\.xml", each.path)]
    return {link.get("href") for each in found for link in etree.fromstring(each.make()) if link.get("rel") == "self"}
