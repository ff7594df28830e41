"""Whatever our calendars say of an event comes back from them: the same dates, texts, place and sorts."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from circuito.agenda.occurrences import occurrences
from circuito.importing.calendars import read
from circuito.importing.found import Found, Ground
from circuito.importing.ground import importable
from circuito.importing.sound import judged
from circuito.model.network import Network
from circuito.model.space_calendar import SpaceCalendar
from circuito.outputs.vevents import vevents
from circuito.outputs.vtimezone import vtimezone
from outputs.small_networks import BASE, TODAY, event_file, written

NETWORK = BASE["content/network.yaml"] + "horizon: {past_days: 60, months: 24}\n"
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Mn", "Mc", "Me"))
WORDS = st.text(LETTERS, min_size=3, max_size=60).map(lambda text: " ".join(text.split()))
CLOCKS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30]))
EVERY = st.one_of(
    st.lists(st.sampled_from(["monday", "friday", "sunday"]), min_size=1, max_size=2, unique=True).map(
        lambda days: f"[{', '.join(days)}]"
    ),
    st.builds("{} {}".format, st.sampled_from([1, 2, 3]), st.sampled_from(["days", "weeks", "months"])),
    st.builds("{} {}".format, st.sampled_from(["first", "third", "last"]), st.sampled_from(["friday", "sunday"])),
    st.sampled_from(["day 15", "last day", "year"]),
)


@st.composite
def times(draw: Any) -> list[str]:
    """When an event is: once or again and again, with or without hours and end."""
    day, clock = draw(st.dates(date(2026, 11, 1), date(2027, 6, 30))), draw(st.none() | CLOCKS)
    lines = [f"starts: {day}" if clock is None else f"starts: {day} {clock:%H:%M}"]
    if clock is None:
        lines += draw(st.sampled_from([[], [f"ends: {day + timedelta(days=2)}"]]))
    elif draw(st.booleans()):
        lines.append(f'ends: "{draw(CLOCKS):%H:%M}"')
    if draw(st.booleans()):
        lines.append(f"every: {draw(EVERY)}")
        lines += draw(st.sampled_from([[], ["until: 2027-12-31"], ["times: 12"]]))
    return lines


@st.composite
def exceptions(draw: Any, days: list[date], whole: bool) -> list[str]:
    """Dates skipped, changed and moved among the dates of an event."""
    some = draw(st.lists(st.sampled_from(days), max_size=4, unique=True))
    parts, changes = draw(st.integers(0, len(some))), []
    for day in some[parts:]:
        status = draw(st.sampled_from(["cancelled", "postponed", "full", "scheduled"]))
        moved = f", to: {day + timedelta(days=draw(st.integers(-2, 2)))}" if draw(st.booleans()) else ""
        moved += f" {draw(CLOCKS):%H:%M}" if moved and not whole else ""
        changes.append(f"  - {{on: {day}, status: {status}{moved}}}")
    return [f"except: [{', '.join(map(str, some[:parts]))}]", *(["changes:", *changes] if changes else [])]


def network_of(root: Any, *lines: str) -> Network:
    """A network with one event."""
    files = {"content/network.yaml": NETWORK, "events/base/prova.md": event_file(*lines)}
    return written(root, files)


def come_back(root: Any, network: Network) -> tuple[tuple[Found, ...], Ground]:
    """What is found in the calendar of the one event of a network."""
    told = vtimezone("Europe/Rome") + vevents(network, network.events[0], "it")
    importing, _ = importable(str(root))
    assert importing is not None
    since = min(network.window[0], network.events[0].fields.starts.day)
    ground = importing.ground("base", SpaceCalendar(id="a", secret=True), TODAY, since)
    taken = read(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + told + b"END:VCALENDAR\r\n", ground)
    assert ([each.reason.told("en") for each in taken.refused if each.fault], taken.complete) == ([], True)
    return taken.found, ground


def dates_of(found: tuple[Found, ...], ground: Ground, network: Network) -> list[tuple[object, ...]]:
    """The dates of found events, with their statuses."""
    dates: list[tuple[object, ...]] = []
    for each in found:
        fields, problems = judged(each)
        assert fields is not None
        assert problems == []
        for dated in occurrences(fields, ground.zone, *network.window):
            status = dated.change.status if dated.change and dated.change.status else fields.status
            dates.append((dated.starts, dated.ends, dated.all_day, status))
    return sorted(dates, key=str)


def foreseen(network: Network) -> list[tuple[object, ...]]:
    """The dates of the one event of a network, with their statuses."""
    [event] = network.events
    dates = [
        (each.starts, each.ends, each.all_day, (each.change and each.change.status) or event.fields.status)
        for each in event.occurrences
    ]
    return sorted(dates, key=str)


@pytest.mark.slow
@settings(max_examples=120)
@given(st.data())
def test_the_dates_of_our_calendars_come_back(tmp_path_factory, data):
    root = tmp_path_factory.mktemp("rete")
    lines = data.draw(times())
    whole = ":" not in lines[0].partition(":")[2]
    try:
        network = network_of(root, *lines)
        dates = [each.foreseen for each in network.events[0].occurrences]
        if len(lines) > 1 and any(line.startswith("every") for line in lines) and dates:
            network = network_of(root, *lines, *data.draw(exceptions(dates, whole)))
    except AssertionError:  # what the check refuses is none of ours
        assume(False)
    assert dates_of(*come_back(root, network), network) == foreseen(network)


def test_what_one_date_says_of_itself_comes_back(tmp_path):
    own = "{on: 2026-12-08, title: Speciale, text: Legge Ada Riva, online: {url: https://example.org/ospiti}}"
    lines = ("starts: 2026-12-01 18:00", "every: tuesday", "online: {url: https://example.org/diretta}")
    [found], _ = come_back(tmp_path, network_of(tmp_path, *lines, f"changes: [{own}]"))
    assert found.data["changes"] == [
        {
            "on": "2026-12-08",
            "title": "Speciale",
            "online": {"url": "https://example.org/ospiti"},
            "text": "Legge Ada Riva",
        }
    ]


@settings(max_examples=60)
@given(title=WORDS, summary=WORDS)
def test_the_texts_of_our_calendars_come_back(tmp_path_factory, title, summary):
    assume(min(len(title), len(summary)) > 2 and "\\" not in title + summary and "&" not in title + summary)
    root = tmp_path_factory.mktemp("rete")
    quoted = [f"{name}: {quote(value)}" for name, value in (("title", title), ("summary", summary))]
    try:
        network = network_of(root, *quoted, "starts: 2026-12-05 18:00")
    except AssertionError:
        assume(False)
    [found], _ = come_back(root, network)
    assert found.title == network.events[0].fields.title


def quote(text: str) -> str:
    """A text in the quotes of YAML."""
    return "'" + text.replace("'", "''") + "'"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["room: sala"], {"room": "sala"}),
        (["status: cancelled", "status_note: Allerta meteo"], {"status": "cancelled"}),
        (["status: postponed"], {"status": "postponed"}),
        (["status: full"], {"status": "full"}),
        (["themes: [cura]", 'type: "1.2.4"'], {"themes": ["cura"], "type": "1.2.4"}),
        (["online: {url: https://example.org/diretta}"], {"online": {"url": "https://example.org/diretta"}}),
        (
            ["only_online: true", "online: {url: https://example.org/diretta}"],
            {"online": {"url": "https://example.org/diretta"}, "only_online": True},
        ),
        (
            ["where: {name: Parco Verde, address: {street: via del Parco 3}, location: {lat: 45.47, lon: 9.19}}"],
            {"where": ["Parco Verde", "via del Parco 3", "45.47", "9.19"]},
        ),
    ],
)
def test_the_facts_of_our_calendars_come_back(tmp_path, lines, told):
    network = network_of(tmp_path, "starts: 2026-12-05 18:00", 'ends: "20:00"', *lines)
    [found], _ = come_back(tmp_path, network)
    data = dict(found.data)
    if isinstance(data.get("where"), dict):
        where = data["where"]
        data["where"] = [where["name"], where["address"]["street"], *map(str, where["location"].values())]
    common = {"title": "Prova", "starts": "2026-12-05 18:00", "ends": "20:00"}
    assert {name: data[name] for name in (*common, *told)} == {**common, **told}
    assert found.link == "https://rete.example.org/eventi/base/prova/"
