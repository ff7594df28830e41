"""The ways in which people follow the agenda: which events lie on which, and where."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree
from small_networks import BASE, event_file, published

from circuito.model.history import History
from circuito.outputs.axes import axes, axis
from circuito.outputs.calendars import calendars
from circuito.outputs.feed_list import feed_list
from circuito.outputs.feeds import feeds
from circuito.outputs.history import changed, revised, revision
from circuito.outputs.history import published as published_at

EVENING = "starts: 2026-11-28 18:00"
FULL = (
    EVENING,
    "themes: [cura]",
    "targets: [famiglie]",
    "languages: [en]",
    "organisers: [alfa]",
    "price: {mode: free}",
    "accessibility: {step_free: true}",
)


def on(network) -> set[str]:
    """The axes on which some event lies."""
    return {each.about.id for each in axes(network, "it") if each.events}


def test_an_event_lies_on_the_axis_of_all_that_it_says(with_event):
    assert on(with_event(*FULL)) == {
        "network",
        "space:base",
        "theme:cura",
        "target:famiglie",
        "language:en",
        "organisation:alfa",
        "free",
        "step-free",
    }


def test_what_an_event_does_not_say_puts_it_on_no_axis(network):
    profile = BASE["spaces/base/space.md"].replace("run_by: [alfa]", "run_by: [alfa]\nthemes: []")
    made = network({"spaces/base/space.md": profile, "events/base/prova.md": event_file(EVENING)})
    assert on(made) == {"network", "space:base", "organisation:alfa"}


def test_what_a_space_organises_is_organised_by_those_who_run_it(with_event):
    assert len(axis(with_event(EVENING), "it", "organisation:alfa").events) == 1


def test_a_festival_holds_itself_and_its_parts(network):
    made = network(
        {
            "events/base/festa.md": event_file("title: Festa", "starts: 2026-11-28", "ends: 2026-11-29"),
            "events/base/cena.md": event_file("title: Cena", EVENING, "part_of: base/festa"),
            "events/base/altro.md": event_file("title: Altro", EVENING),
        }
    )
    held = axis(made, "it", "festival:base/festa")
    assert (held.folders, sorted(each.slug for each in held.events)) == (("/eventi/base/festa/",), ["cena", "festa"])


def test_the_axes_are_the_same_in_every_language(sample):
    assert [each.about.id for each in axes(sample, "it")] == [each.about.id for each in axes(sample, "en")]


def test_no_two_axes_share_a_folder(sample):
    for lang in sample.languages:
        folders = [folder for each in axes(sample, lang) for folder in each.folders]
        assert sorted(set(folders)) == sorted(folders)


def test_every_axis_has_two_calendars_and_three_feeds(sample):
    folders = {folder.lstrip("/") for each in axes(sample, "it") for folder in each.folders}
    paths = {each.path for output in (calendars, feeds) for each in output(sample)}
    names = ("calendar.ics", "flat.ics", "rss.xml", "atom.xml", "feed.json")
    assert {f"{folder}{name}" for folder in folders for name in names} - paths == set()


def test_the_list_of_feeds_names_every_atom_feed_once(sample):
    told = etree.fromstring(published(sample, feed_list)["feeds.opml"])
    named = [each.removeprefix(f"{sample.site}/") for each in told.xpath("//outline/@xmlUrl")]
    made = {each.path for each in feeds(sample) if each.path.endswith("atom.xml")}
    former = {folder.lstrip("/") for each in axes(sample, "it") for folder in each.folders[1:]}
    assert sorted(named) == sorted(
        path for path in made if not path.startswith(("en/", "ar/")) and path.removesuffix("atom.xml") not in former
    )


# Instants

PATH = "events/base/prova.md"
JANUARY, MARCH = 1767268800, 1772366400  # 2026-01-01 and 2026-03-01, 12:00 UTC


def told(network, **history):
    """The instants of the one event: publication, last important change, last change at all."""
    made = replace(network, history=History(**history))
    (event,) = made.events
    return [each(made, event).isoformat()[:10] for each in (published_at, changed, revised)]


def test_what_states_no_day_was_published_by_its_first_commit(with_event):
    made = told(with_event(EVENING), files={PATH: (JANUARY + 86400, MARCH)})
    assert made == ["2026-01-02", "2026-01-02", "2026-03-01"]


def test_a_stated_day_counts_more_than_a_commit(with_event):
    made = told(with_event(EVENING, "published: 2026-02-01", "updated: 2026-04-01"), files={PATH: (JANUARY, MARCH)})
    assert made == ["2026-02-01", "2026-04-01", "2026-04-01"]


def test_a_new_status_is_an_important_change(with_event):
    made = with_event(EVENING, "status: cancelled", "status_since: 2026-03-05")
    assert told(made, files={PATH: (JANUARY, MARCH)}) == ["2026-01-01", "2026-03-05", "2026-03-05"]


def test_an_event_changes_with_the_place_of_its_host(with_event):
    made = told(with_event(EVENING), files={PATH: (JANUARY, JANUARY)}, places={"spaces/base/space.md": MARCH})
    assert made == ["2026-01-01", "2026-01-01", "2026-03-01"]


def test_without_a_history_the_birth_of_the_network_counts(with_event):
    assert told(with_event(EVENING)) == ["2026-01-01", "2026-01-01", "2026-01-01"]


def test_the_number_of_a_revision_rises_with_every_commit(with_event):
    made = with_event(EVENING)
    (event,) = made.events
    histories = [History(files={PATH: (JANUARY, last)}) for last in (JANUARY, JANUARY + 60, MARCH)]
    numbers = [revision(replace(made, history=each), event) for each in histories]
    assert numbers == [720, 721, 85680]
