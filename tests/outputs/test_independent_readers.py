"""Programs by other people find in our calendars what our agenda says, through two years and their clock changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from dateutil.tz import datetime_ambiguous, datetime_exists
from hypothesis import given, settings
from hypothesis import strategies as st
from independent_readers import Read, by_khal, readers
from readers import foreseen, text, within
from small_networks import BASE, TODAY, event_file, files_of, written
from test_calendar_round_trip import NETWORK, exceptions, series
from test_calendars import EVENTS
from test_pages import printed

from circuito.model.network import Network
from circuito.model.things import Event
from circuito.outputs import Page
from circuito.outputs.addresses import Addresses
from circuito.outputs.agenda_months import months
from circuito.outputs.calendars import calendars
from circuito.outputs.vevents import changes_clocks, flat_dates, length
from circuito.reading.load import load

SERIES = ("starts: 2026-11-03 18:00", "ends: 20:00", "every: tuesday")
HARD = EVENTS | {
    "mezzanotte": ("starts: 2026-10-23 22:00", "ends: 00:00", "every: friday"),
    "ultimo-del-mese": ("starts: 2026-10-31 10:00", "ends: 12:00", "every: last day"),
    "trentuno": ("starts: 2026-10-31", "every: day 31"),
    "ogni-tre-mesi": ("starts: 2026-11-05 23:30", "ends: 23:45", "every: 3 months"),
    "compleanno": ("starts: 2026-11-28 09:00", "ends: 10:00", "every: year"),
    "giorni": ("starts: 2027-03-20", "ends: 2027-03-22", "every: 3 days", "times: 9"),
    "mostra-d-ottobre": ("starts: 2027-10-25", "ends: 2027-11-05"),
    "spostata-al-posto-di-una-saltata": (
        *SERIES,
        "except: [2027-01-12]",
        "changes: [{on: 2027-01-05, to: 2027-01-12 21:00}]",
    ),
    "spostata-oltre-la-fine": (*SERIES, "until: 2027-01-31", "changes: [{on: 2027-01-26, to: 2027-02-20 18:00}]"),
    "dopo-mezzanotte": ("starts: 2026-11-03 00:30", "ends: 01:30", "every: [tuesday, wednesday]", "until: 2027-01-12"),
    "senza-la-prima": (*SERIES, "except: [2026-11-03]"),
    "rinviata-tutta": (*SERIES, "status: postponed"),
    "online": (*SERIES, "changes: [{on: 2026-12-01, status: moved-online}, {on: 2027-01-05, status: full}]"),
    "giorni-annullati": (
        "starts: 2026-12-05",
        "every: saturday",
        "changes: [{on: 2027-03-27, status: cancelled}, {on: 2027-04-03, to: 2027-04-04}]",
    ),
}
TWICE = "a time that does not exist, or comes twice, on a night when clocks change"
LONGER = "six hours after the start where clocks change between them, which RFC 5545 (3.3.6) counts exactly"
BACK = "an end after clocks have changed"
LATE = "the last date of a rule: it adds the offset from UTC to UNTIL, which is in UTC already (RFC 5545, 3.3.10)"
NO_END = "an event without an end, which ends at once (RFC 5545, 3.6.1): it invents an hour"
WRONG = {
    "ical.js": {TWICE: {"all-alba"}},
    "node-ical": {TWICE: {"all-alba"}},
    "icalevents": {TWICE: {"all-alba"}, LATE: {"dopo-mezzanotte"}},
    "libical": {TWICE: {"all-alba"}, LONGER: {"ballo", "ballo-da-marzo"}},
    "Evolution": {TWICE: {"all-alba"}, LONGER: {"ballo", "ballo-da-marzo"}, BACK: {"notte-d-inverno"}},
    "khal": {TWICE: {"all-alba"}, NO_END: {"senza-fine", "serie-contata"}},
}
NAMES = ("recurring-ical-events", "ical", "icalevents", "ical.js", "node-ical", "libical", "Evolution")
FAST = ("icalevents", "ical.js", "libical", "Evolution")
BATCH = 25


@pytest.fixture(scope="module")
def installed() -> Iterator[dict[str, Read]]:
    """The readers that are there, by name."""
    with readers() as found:
        yield found


@pytest.fixture
def hard(network) -> Network:
    """A network of what is hard to get right."""
    events = {f"events/base/{name}.md": event_file(f"id: {name}", *lines) for name, lines in HARD.items()}
    return network({"content/network.yaml": NETWORK, **events})


def reader(installed: dict[str, Read], name: str) -> Read:
    """One of the readers, unless it is not there."""
    if name not in installed:
        pytest.skip(f"needs {name}")
    return installed[name]


def calendar(network: Network, path: str) -> bytes:
    """The bytes of one calendar."""
    return next(each.make() for each in files_of(network, [calendars]) if each.path == path)


def amiss(name: str) -> set[str]:
    """The events that a reader is known to get wrong."""
    return set().union(*WRONG.get(name, {}).values())


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_finds_what_the_agenda_says_but_for_what_it_is_known_to_get_wrong(installed, hard, name):
    found = reader(installed, name)(hard, calendar(hard, "calendar.ics"))
    assert {each[0] for each in found ^ foreseen(hard)} == amiss(name)


def test_no_reader_changes_what_another_finds(installed, network):
    twice = event_file("id: due-volte", "starts: 2026-03-01 02:00", "every: sunday")
    made = network({"content/network.yaml": NETWORK, "events/base/due-volte.md": twice})
    content = calendar(made, "calendar.ics")
    reader(installed, "icalevents")(made, content)
    assert reader(installed, "recurring-ical-events")(made, content) == foreseen(made)


@pytest.mark.slow
def test_khal_shows_what_the_agenda_says_through_a_subscription(tmp_path_factory, hard):
    found = by_khal(tmp_path_factory.mktemp("khal"), hard, calendar(hard, "calendar.ics"))
    assert {each[0] for each in found ^ foreseen(hard)} == amiss("khal")


@pytest.mark.parametrize("name", NAMES)
def test_a_flat_calendar_tells_a_reader_the_dates_of_its_months(installed, hard, name):
    found = reader(installed, name)(hard, calendar(hard, "flat.ics"))
    told = {(event.id, text(first_of(each))) for event in hard.events for each in flat_dates(hard, event)}
    said = {(each[0], each[1]) for each in foreseen(hard)} & told

    assert {each[:2] for each in found} == said


def first_of(dated) -> date:
    """When a date begins, as readers tell it."""
    return dated.first_day if dated.all_day else dated.starts


# Our own pages

STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}


def test_the_months_of_our_pages_show_what_calendars_tell(hard):
    shown = {each for page in months(hard) if page.lang == "it" for each in rows(hard, page)}
    today = TODAY.replace(day=1).isoformat()
    told = {(uid, start, status) for uid, start, _, status in foreseen(hard) if start[:10] >= today}
    assert {each for each in within_pages(hard, shown) if each[1][:10] >= today} == told


def within_pages(network: Network, shown: set[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
    """What lies inside the horizon of calendars."""
    return {(uid, start, status) for uid, start, _, status in within(network, ((u, s, s, t) for u, s, t in shown))}


def rows(network: Network, page: Page) -> Iterator[tuple[str, str, str]]:
    """Identifier, start and status of each row of a page."""
    to = Addresses(network, page.lang)
    ids = {to.event(event): event.id for event in network.events}
    for row in printed(network, page).all("event-row"):
        (start,) = (each.get("datetime") for each in row.iter("time"))
        (url,) = (each.get("href") for each in row.iter("a"))
        told = start if "T" not in start else text(datetime.fromisoformat(start))
        yield ids[url], told, STATUS.get(row.get("data-status"), "CONFIRMED")


# The sample, and whatever recurs


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_reader_finds_the_whole_sample(installed, sample, name):
    found = reader(installed, name)(sample, calendar(sample, "calendar.ics"))
    assert sound(sample, name, found) == sound(sample, name, foreseen(sample))


def sound(network: Network, name: str, dated):
    """Dates without those of events that have what a reader is known to get wrong."""
    wrong = {event.id for event in network.events if is_beyond(name, event)}
    return {each for each in dated if each[0] not in wrong}


def is_beyond(name: str, event: Event) -> bool:
    """Whether an event has what a reader is known to get wrong."""
    known = WRONG.get(name, {})
    spans = [(each.starts, each.ends) for each in event.occurrences if not each.all_day]
    moments = [moment for span in spans for moment in span if moment] + planned(event)
    return (
        (TWICE in known and any(is_odd(moment) for moment in moments))
        or (LONGER in known and begins_unevenly(event))
        or (BACK in known and any(changes_clocks(*span) for span in spans))
        or (LATE in known and event.fields.until is not None and spans and min(span[0].hour for span in spans) < 2)
        or (NO_END in known and any(end is None for _, end in spans))
    )


def begins_unevenly(event: Event) -> bool:
    """Whether clocks change during the first date of a series, even where that lies before the horizon."""
    starts, lasts = event.fields.starts, length(event.fields.starts, event.fields.ends)
    if starts.clock is None or not lasts or not event.occurrences:
        return False
    first = datetime.combine(starts.day, starts.clock, event.occurrences[0].starts.tzinfo)
    return changes_clocks(first, first + lasts)


def planned(event: Event) -> list[datetime]:
    """When the dates of an event were to start, whatever became of them."""
    clock = event.fields.starts.clock
    days = [*(each.foreseen for each in event.occurrences), *event.fields.except_]
    days += [change.on for change in event.fields.changes]
    zone = event.occurrences[0].starts.tzinfo if event.occurrences else None
    return [datetime.combine(day, clock, zone) for day in days] if clock and zone else []


def is_odd(moment: datetime) -> bool:
    """Whether a time of the wall does not exist on that day, or comes twice."""
    return datetime_ambiguous(moment) or not datetime_exists(moment)


@pytest.mark.slow
@settings(max_examples=40)
@given(st.data())
def test_readers_find_whatever_recurs(installed, tmp_path_factory, data):
    agree(installed, generated(tmp_path_factory.mktemp("rete"), data))


@pytest.mark.slow
@settings(max_examples=540)
@given(st.data())
def test_the_quickest_readers_find_whatever_recurs_in_ten_thousand_events(installed, tmp_path_factory, data):
    quickest = {name: read for name, read in installed.items() if name in FAST}
    agree(quickest, generated(tmp_path_factory.mktemp("rete"), data))


def agree(chosen: dict[str, Read], made: Network) -> None:
    """Readers find what the agenda of a network says."""
    content, said = calendar(made, "calendar.ics"), foreseen(made)
    found = {name: sound(made, name, read(made, content)) for name, read in chosen.items()}
    assert found == {name: sound(made, name, said) for name in chosen}


def generated(root, data: st.DataObject) -> Network:
    """A network of series with exceptions; those that the program refuses are left out."""
    drawn = {f"e{number:02}": data.draw(series()) for number in range(BATCH)}
    for problem in problems(root, drawn):
        if problem.code == "first-date-off-rule":
            name = problem.source.path.rpartition("/")[2].removesuffix(".md")
            drawn[name] = begun(drawn[name], problem.values["next"])
    for event in tried(root, drawn).events:
        dates = [each.foreseen for each in event.occurrences]
        whole = event.fields.starts.clock is None
        drawn[event.id] += data.draw(exceptions(dates, whole)) if dates else []
    return tried(root, drawn)


def begun(lines: list[str], day: object) -> list[str]:
    """The lines of a series that begins on another day."""
    clock = lines[0].partition(" ")[2].partition(" ")[2]
    kept = [line for line in lines[1:] if not (line.startswith("ends: ") and "-" in line)]
    return [f"starts: {day} {clock}".strip(), *kept]


def tried(root, drawn: dict[str, list[str]]) -> Network:
    """The network of what is sound among some events."""
    wrong = {problem.source.path.rpartition("/")[2].removesuffix(".md") for problem in problems(root, drawn)}
    for name in wrong:
        (root / f"events/base/{name}.md").unlink()
    return written(root, {"content/network.yaml": NETWORK})


def problems(root, drawn: dict[str, list[str]]) -> list:
    """What is wrong with some events."""
    files = {f"events/base/{name}.md": event_file(f"id: {name}", *lines) for name, lines in drawn.items()}
    for path, content in {**BASE, "content/network.yaml": NETWORK, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content)
    return list(load(str(root), today=TODAY).problems)
