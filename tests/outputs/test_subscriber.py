"""Who follows a calendar for years ends with the agenda as it is: no duplicates, no ghosts, nothing out of date."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import icalendar
import pytest
from readers import by_icalendar, foreseen
from small_networks import BASE, SITE, TODAY, event_file, published, read

from circuito.outputs.calendars import calendars
from circuito.reading.history import history
from repositories import commit, git

SERIES = ("id: coro", "title: Coro", "starts: 2026-11-03 18:00", "ends: 20:00", "every: tuesday")
EVENT = "events/base/coro.md"
CHANGES = {
    "moved": {EVENT: event_file(*SERIES[:2], "starts: 2026-11-03 19:00", *SERIES[3:])},
    "renamed": {EVENT: event_file("id: coro", "title: Coro grande", *SERIES[2:])},
    "cancelled": {EVENT: event_file(*SERIES, "status: cancelled", "status_note: Allagato")},
    "one date skipped": {EVENT: event_file(*SERIES, "except: [2026-12-08]")},
    "one date moved": {EVENT: event_file(*SERIES, "changes: [{on: 2026-12-08, to: 2026-12-09 18:00}]")},
    "one date cancelled": {EVENT: event_file(*SERIES, "changes: [{on: 2026-12-08, status: cancelled}]")},
    "split in two": {
        EVENT: event_file(*SERIES, "until: 2027-01-31"),
        "events/base/coro-2.md": event_file(
            "id: coro-2", "title: Coro", "starts: 2027-02-04 18:00", "ends: 20:00", "every: thursday"
        ),
    },
    "elsewhere": {"spaces/base/space.md": BASE["spaces/base/space.md"].replace("via Prova 1", "via Nuova 2")},
    "in a file of another name": {EVENT: None, "events/base/canto.md": event_file(*SERIES)},
    "gone": {EVENT: None},
}


class Subscriber:
    """A program that keeps what it knows unless a component says that it is newer (RFC 5545, 3.8.7.4)."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], icalendar.Event] = {}

    def poll(self, content: bytes) -> None:
        """Take over what is new or newer, and forget what is no longer told."""
        told = icalendar.Calendar.from_ical(content).walk("VEVENT")
        fetched = {(event["UID"], str(event.get("RECURRENCE-ID", ""))): event for event in told}
        assert len(fetched) == len(told)
        kept = {name: event for name, event in self.known.items() if name in fetched}
        for name, event in fetched.items():
            if name not in kept or newness(event) > newness(kept[name]):
                kept[name] = event
        self.known = kept

    def calendar(self) -> bytes:
        """What it would show."""
        shown = icalendar.Calendar()
        for event in self.known.values():
            shown.add_component(event)
        return shown.to_ical()

    def titles(self) -> set[str]:
        """The titles and places that it would show."""
        return {f"{event['SUMMARY']} @ {event['LOCATION']}" for event in self.known.values()}


def newness(event: icalendar.Event) -> tuple[int, object]:
    return event["SEQUENCE"], event["LAST-MODIFIED"].dt


def fetched(root: Path):
    """The network as of now, with its history, and its calendar."""
    made = replace(read(root, today=TODAY, site=SITE), history=history(str(root), str(root.parent / "kept")))
    return made, published(made, calendars)["calendar.ics"]


def written(root: Path, files: dict[str, str | None], day: str) -> None:
    """Write or remove files and commit that."""
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content) if content else (root / path).unlink()
    commit(root, day)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A network in git with a choir every Tuesday."""
    made = tmp_path / "rete"
    made.mkdir()
    git(made, "init", "--quiet")
    written(made, {**BASE, EVENT: event_file(*SERIES)}, "2026-10-01")
    return made


@pytest.mark.parametrize("change", CHANGES)
def test_a_subscriber_follows(root, change):
    subscriber = Subscriber()
    subscriber.poll(fetched(root)[1])
    written(root, CHANGES[change], "2026-10-20")
    made, content = fetched(root)
    subscriber.poll(content)
    assert by_icalendar(made, subscriber.calendar()) == foreseen(made)
    assert subscriber.calendar().count(b"BEGIN:VEVENT") == content.count(b"BEGIN:VEVENT")
    fresh = Subscriber()
    fresh.poll(content)
    assert subscriber.titles() == fresh.titles()


@pytest.mark.parametrize("change", CHANGES)
def test_a_subscriber_follows_back(root, change):
    subscriber, before = (
        Subscriber(),
        {path: (root / path).read_text() for path in CHANGES[change] if (root / path).exists()},
    )
    written(root, CHANGES[change], "2026-10-20")
    subscriber.poll(fetched(root)[1])
    written(root, {**{path: None for path, content in CHANGES[change].items() if content}, **before}, "2026-10-21")
    made, content = fetched(root)
    subscriber.poll(content)
    assert by_icalendar(made, subscriber.calendar()) == foreseen(made)
    fresh = Subscriber()
    fresh.poll(content)
    assert subscriber.titles() == fresh.titles()


def test_a_file_that_is_only_saved_again_changes_nothing(root):
    before = fetched(root)[1]
    written(root, {EVENT: event_file(*SERIES)}, "2026-10-20")
    assert fetched(root)[1] == before
