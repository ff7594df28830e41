"""The pages of what is to be put right, their feeds and their tables, read back."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from io import StringIO
from urllib.parse import urlsplit

import feedparser
import pytest
from small_networks import event_file, keys, published, written

from circuito.model.dead_links import DeadLink
from circuito.model.network import Network
from circuito.outputs import Page
from circuito.outputs.feed_items import MOST
from circuito.outputs.freshness import freshness, freshness_csv, freshness_feeds
from circuito.outputs.upkeep import KINDS, chores


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Network:
    """A network of one space that lacks much, with a dead link."""
    root = tmp_path_factory.mktemp("rete")
    network = written(root, {"events/base/festa.md": event_file("starts: 2026-12-01 18:00", "title: '<Festa> & co.'")})
    dead = DeadLink(
        path="content/news/uno.md", line=7, url="https://a.example/?a=1&b=2", since=date(2026, 11, 3), why="404"
    )
    return replace(network, dead_links=(dead,))


@pytest.fixture(scope="module")
def files(small: Network) -> dict[str, bytes]:
    """The feeds and tables."""
    return published(small, freshness_feeds, freshness_csv)


def pages(network: Network) -> dict[str, Page]:
    """The pages by path."""
    return {page.path: page for page in freshness(network)}


def test_the_office_and_each_space_have_a_page_in_each_language(small):
    assert sorted(pages(small)) == [
        "da-aggiornare/index.html",
        "en/spaces/base/to-update/index.html",
        "en/to-update/index.html",
        "spazi/base/da-aggiornare/index.html",
    ]


def test_no_page_is_to_be_found_by_search(small):
    assert {(page.shows["robots"], page.shows["searched"]) for page in freshness(small)} == {("noindex", None)}


def test_the_office_sees_what_no_space_has_to_do(small):
    told = {group.kind: group for group in pages(small)["en/to-update/index.html"].shows["groups"].made}
    (dead,) = told["dead-link"].chores
    assert (dead.about.text.text, dead.space, dead.detail, dead.file) == (
        "content/news/uno.md",
        "",
        "https://a.example/?a=1&b=2: answers 404.",
        "content/news/uno.md:7",
    )


def test_a_space_sees_its_own_chores_alone(small):
    shows = pages(small)["en/spaces/base/to-update/index.html"].shows
    assert [group.kind for group in shows["groups"].made] == [
        "no-hours",
        "no-access",
        "no-contact",
        "no-picture",
        "one-language",
    ]


def test_a_chore_leads_to_where_its_file_can_be_changed(sample):
    told = {group.kind: group for group in pages(sample)["en/to-update/index.html"].shows["groups"].made}
    address = urlsplit(told["no-access"].chores[0].edit)
    assert address.path.endswith(("/spaces/portineria-melograno/space.md", "/admin/spaces/portineria-melograno/"))


def test_the_table_of_spaces_counts_and_dates_their_chores(small):
    table = pages(small)["en/to-update/index.html"].shows["spaces"]
    assert [(row.head.url, row.cells) for row in table.rows] == [("/en/spaces/base/to-update/", ("6", "1 Jan 2026"))]


def test_a_page_that_nothing_has_changed_on_is_the_same_the_next_day(small):
    later = replace(small, today=small.today + timedelta(days=1))

    def told(network: Network) -> list[tuple[object, ...]]:
        return [(page.shows["groups"].key, page.shows["spaces"], page.shows["figures"]) for page in freshness(network)]

    assert told(later) == told(small)


def test_a_feed_that_nothing_has_changed_in_keeps_its_key(small):
    later = replace(small, today=small.today + timedelta(days=1))
    assert keys(later, freshness_feeds, freshness_csv) == keys(small, freshness_feeds, freshness_csv)


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_a_feed_reader_reads_the_chores(files, small, name):
    read = feedparser.parse(files[f"en/to-update/{name}"])
    assert (bool(read.bozo), len(read.entries)) == (False, len(chores(small)))
    first = read.entries[0]
    assert (first.title, first.link, unescape(first.summary)) == (
        "content/news/uno.md: Links that lead nowhere",
        "https://rete.example.org/en/to-update/#dead-link",
        "https://a.example/?a=1&b=2: answers 404.",
    )
    assert first.published_parsed[:3] == (2026, 11, 3)


def test_hostile_titles_stay_text_in_feeds(files):
    read = feedparser.parse(files["en/spaces/base/to-update/atom.xml"])
    assert [entry.title_detail.value for entry in read.entries if "Festa" in entry.title] == [
        "<Festa> & co.: In one language only"
    ]


def test_the_items_of_all_feeds_are_the_same_and_have_names_of_their_own(files):
    items = json.loads(files["da-aggiornare/feed.json"])["items"]
    read = feedparser.parse(files["da-aggiornare/rss.xml"])
    assert [item["id"] for item in items] == [entry.id for entry in read.entries]
    assert len({item["id"] for item in items}) == len(items)


def test_the_address_of_an_item_is_a_part_of_the_page(files, small):
    items = json.loads(files["da-aggiornare/feed.json"])["items"]
    kinds = {group.kind for group in pages(small)["da-aggiornare/index.html"].shows["groups"].made}
    assert {item["url"].partition("#")[2] for item in items} == kinds


def test_each_kind_of_feed_of_a_space_leads_to_the_page_of_the_space(files):
    for folder in ("da-aggiornare/", "spazi/base/da-aggiornare/"):
        links = [item["url"] for item in json.loads(files[f"{folder}feed.json"])["items"]]
        assert links == [entry.link for entry in feedparser.parse(files[f"{folder}rss.xml"]).entries]


def test_a_space_in_order_has_an_empty_feed(sample):
    space = next(each for each in sample.spaces if each.slug == "biblioteca-delle-cose")
    translated = tuple(each for each in sample.events if each.host == space and each.record.translations)
    made = published(replace(sample, spaces=(space,), events=translated, projects=(), interests=()), freshness_feeds)
    read = [feedparser.parse(content) for path, content in made.items() if path.endswith(".xml")]
    assert {(feed.bozo, len(feed.entries)) for feed in read} == {(False, 0)}


def test_a_feed_holds_the_newest_and_a_table_all(sample):
    made = published(sample, freshness_feeds, freshness_csv)
    rows = list(csv.DictReader(StringIO(made["da-aggiornare/chores.csv"].decode("utf-8-sig"))))
    items = json.loads(made["da-aggiornare/feed.json"])["items"]
    assert (len(items), len(rows)) == (MOST, len(chores(sample)))
    assert items[0]["date_published"][:10] == max(row["since"] for row in rows)


def test_a_row_of_the_table_leads_to_its_file(files):
    rows = list(csv.DictReader(StringIO(files["en/to-update/chores.csv"].decode("utf-8-sig"))))
    row = next(each for each in rows if each["kind"] == "no-hours")
    assert (row["space"], row["since"], row["file"], row["line"], row["page"]) == (
        "base",
        "2026-01-01",
        "spaces/base/space.md",
        "1",
        "https://rete.example.org/en/spaces/base/",
    )


@pytest.mark.parametrize("lang", ["it", "en", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_chore_has_its_words(sample, lang, kind):
    say = sample.phrases[lang]
    name = kind.replace("-", "_")
    assert [say.has(f"fresh.{part}.{name}") for part in ("kind", "fact", "remedy")] == [True] * 3
