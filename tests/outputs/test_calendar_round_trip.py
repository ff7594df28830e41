"""Whatever recurs, readers find in our calendars what our agenda says, through two years and their clock changes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from readers import by_icalendar, foreseen
from small_networks import BASE, TODAY, event_file, written

from circuito.outputs.vevents import vevents
from circuito.outputs.vtimezone import vtimezone
from circuito.reading.load import load

NETWORK = BASE["content/network.yaml"] + "horizon: {past_days: 60, months: 24}\n"
STATUSES = st.sampled_from(["cancelled", "postponed", "full", "moved-online", "scheduled"])
WEEKDAYS = st.lists(st.sampled_from(["monday", "wednesday", "saturday", "sunday"]), min_size=1, max_size=2, unique=True)
EVERY = st.one_of(
    WEEKDAYS.map(lambda days: f"[{', '.join(days)}]"),
    st.builds("{} {}".format, st.sampled_from([1, 2, 3]), st.sampled_from(["days", "weeks", "months"])),
    st.builds("{} {}".format, st.sampled_from(["first", "third", "last"]), st.sampled_from(["friday", "sunday"])),
    st.sampled_from(["day 15", "day 31", "last day", "year"]),
)
CLOCKS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 30]))


@st.composite
def series(draw) -> list[str]:
    """The lines of an event that recurs, without exceptions; its first date may not be one of its rule."""
    clock = draw(st.none() | CLOCKS)
    day = draw(st.dates(date(2026, 1, 1), date(2027, 6, 30)))
    lines = [f"starts: {day}" if clock is None else f"starts: {day} {clock:%H:%M}", f"every: {draw(EVERY)}"]
    if clock is None:
        lines += draw(st.sampled_from([[], [f"ends: {day + timedelta(days=2)}"]]))
    elif end := draw(st.none() | CLOCKS):
        lines.append(f"ends: {end:%H:%M}")
    until = st.dates(date(2026, 11, 1), date(2028, 6, 30)).map(lambda day: [f"until: {day}"])
    times = st.integers(1, 40).map(lambda count: [f"times: {count}"])
    return lines + draw(st.one_of(st.just([]), until, times))


@st.composite
def exceptions(draw, days: list[date], whole: bool) -> list[str]:
    """Dates skipped, changed, moved and added among the dates of an event."""
    some = draw(st.lists(st.sampled_from(days), max_size=5, unique=True))
    parts = draw(st.integers(0, len(some)))
    changes = []
    for day in some[parts:]:
        moved = f", to: {day + timedelta(days=draw(st.integers(-3, 3)))}" if draw(st.booleans()) else ""
        moved += f" {draw(CLOCKS):%H:%M}" if moved and not whole else ""
        changes.append(f"  - {{on: {day}, status: {draw(STATUSES)}{moved}}}")
    added = draw(st.lists(st.dates(days[0], days[-1] + timedelta(days=9)), max_size=2, unique=True))
    lists = [f"except: [{', '.join(map(str, some[:parts]))}]", f"also: [{', '.join(map(str, added))}]"]
    return lists + (["changes:", *changes] if changes else [])


@pytest.mark.slow
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_readers_find_what_the_agenda_says(tmp_path_factory, data):
    root = tmp_path_factory.mktemp("rete")
    lines = sound(root, data.draw(series()))
    network = written(root, files(lines))
    (event,) = network.events or assume(False)
    dates = [each.foreseen for each in event.occurrences]
    lines += data.draw(exceptions(dates, event.fields.starts.clock is None)) if dates else []
    assume(problems(root, lines) == [])
    network = written(root, files(lines))
    told = vtimezone("Europe/Rome") + vevents(network, network.events[0], "en")
    assert by_icalendar(network, b"BEGIN:VCALENDAR\r\n" + told + b"END:VCALENDAR\r\n") == foreseen(network)


def files(lines: list[str]) -> dict[str, str]:
    """A network with one event."""
    return {"content/network.yaml": NETWORK, "events/base/prova.md": event_file(*lines)}


def sound(root, lines: list[str]) -> list[str]:
    """The lines with the first date that the rule allows."""
    for problem in problems(root, lines):
        assume(problem.code == "first-date-off-rule")
        clock = lines[0].partition(" ")[2].partition(" ")[2]
        lines = [f"starts: {problem.values['next']} {clock}".strip(), *lines[1:]]
        lines = [line for line in lines if not (line.startswith("ends: ") and "-" in line)]
    assume(problems(root, lines) == [])
    return lines


def problems(root, lines: list[str]) -> list:
    """What is wrong with an event of some lines."""
    for path, content in {**BASE, **files(lines)}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content)
    return list(load(str(root), today=TODAY).problems)


def test_the_horizon_of_these_tests_holds_both_changes_of_two_years(network):
    made = network({"content/network.yaml": NETWORK})
    since, until = (datetime.combine(day, time(12), made.zone) for day in made.window)
    days = [since + timedelta(days=number) for number in range((until - since).days)]
    changes = [day.date() for day, after in zip(days, days[1:], strict=False) if day.utcoffset() != after.utcoffset()]
    assert changes == [date(2026, 10, 24), date(2027, 3, 27), date(2027, 10, 30), date(2028, 3, 25), date(2028, 10, 28)]
