"""What is to be put right: which chores there are, and since when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from small_networks import BASE, TODAY, event_file, picture, project_file, written

from circuito.model.dead_links import DeadLink
from circuito.model.history import History
from circuito.model.imports import ImportState
from circuito.model.network import Network
from circuito.outputs.chore import Chore
from circuito.outputs.upkeep import KINDS, chores

PROFILE = BASE["spaces/base/space.md"].removesuffix("---\n")
WHOLE = f"""{PROFILE}joined: 2026-03-01
hours: {{mon: 09:00-13:00}}
contact: {{email: info@example.org}}
accessibility: {{step_free: true, checked: 2026-05-01}}
checked: 2026-05-01
pictures: [{{file: cortile.jpg, alt: Un cortile, credit: Ada, consent: nobody}}]
---
"""
TRANSLATED = "---\nsummary: A space for tests.\n---\n"
SOUND = {
    "spaces/base/space.md": WHOLE,
    "spaces/base/space.en.md": TRANSLATED,
    "spaces/base/cortile.jpg": picture(),
    "events/base/oggi.md": event_file("starts: 2026-11-22 18:00"),
    "events/base/oggi.en.md": "---\ntitle: Today\nsummary: A test.\n---\n",
}


def found(root: Path, files: dict[str, Any], today: date = TODAY, **known: Any) -> list[tuple[str, date]]:
    """The kinds and days of the chores of a network."""
    return told(chores(replace(written(root, {**SOUND, **files}, today=today), **known)))


def told(some: Iterable[Chore]) -> list[tuple[str, date]]:
    """The kinds and days of chores."""
    return [(each.kind, each.since) for each in some]


def drawn(width: int, height: int) -> bytes:
    """A picture of a size."""
    made = BytesIO()
    Image.new("RGB", (width, height), "#7fb0d8").save(made, "JPEG")
    return made.getvalue()


def at(day: str) -> int:
    """The instant of a day's noon."""
    return int(datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC).timestamp())


def test_a_network_in_order_has_no_chores(tmp_path):
    assert found(tmp_path, {}) == []


def test_every_chore_of_the_sample_network_is_of_a_known_kind(sample: Network):
    assert {each.kind for each in chores(sample)} <= set(KINDS)


# Whether anything is on

MORNING = event_file("starts: 2026-08-01 10:00")


def test_nothing_for_sixty_days_and_nothing_to_come_is_told_since_the_sixtieth(tmp_path):
    assert found(tmp_path, {"events/base/oggi.md": MORNING}) == [("silent", date(2026, 9, 30))]


def test_the_day_of_a_chore_does_not_move_with_the_build(tmp_path):
    files = {"events/base/oggi.md": MORNING}
    assert found(tmp_path, files, date(2027, 2, 1)) == [("silent", date(2026, 9, 30))]


def test_the_fifty_ninth_day_is_no_silence_yet(tmp_path):
    assert found(tmp_path, {"events/base/oggi.md": MORNING}, date(2026, 9, 29)) == []


def test_something_to_come_ends_a_silence(tmp_path):
    files = {"events/base/oggi.md": MORNING, "events/base/poi.md": event_file("starts: 2027-05-01")}
    assert ("silent", date(2026, 9, 30)) not in found(tmp_path, files)


def test_what_is_cancelled_does_not_end_a_silence(tmp_path):
    files = {
        "events/base/oggi.md": MORNING,
        "events/base/poi.md": event_file("starts: 2026-12-01 10:00", "status: cancelled"),
    }
    assert ("silent", date(2026, 9, 30)) in found(tmp_path, files)


def test_a_series_that_has_ended_is_dated_by_its_last_day(tmp_path):
    series = event_file("starts: 2026-03-03 10:00", "every: tuesday", "until: 2026-08-04")
    assert found(tmp_path, {"events/base/oggi.md": series}) == [("silent", date(2026, 10, 3))]


def test_what_a_space_organises_elsewhere_counts(tmp_path):
    other = WHOLE.replace("name: Base", "name: Altra").replace("45.5", "45.6")
    files = {
        "spaces/altra/space.md": other,
        "spaces/altra/space.en.md": TRANSLATED,
        "spaces/altra/cortile.jpg": picture(),
        "events/base/oggi.md": event_file("starts: 2026-11-22 18:00", "organisers: [altra]"),
    }
    assert found(tmp_path, files) == []


def test_a_space_without_any_event_is_told_sixty_days_after_it_joined(tmp_path):
    files = {"events/base/oggi.md": event_file("starts: 2026-11-22 18:00", "visibility: private")}
    assert found(tmp_path, files) == [("never", date(2026, 4, 30))]


@pytest.mark.parametrize("status", ["paused", "closed"])
def test_a_space_at_rest_may_be_silent(tmp_path, status):
    files = {"spaces/base/space.md": WHOLE.replace("joined", f"status: {status}\njoined")}
    assert found(tmp_path, {**files, "events/base/oggi.md": MORNING}) == []


# Profiles


def test_a_profile_that_nobody_has_read_for_a_year_is_old(tmp_path):
    fields = WHOLE.replace("\nchecked: 2026-05-01", "\nchecked: 2025-10-01")
    assert found(tmp_path, {"spaces/base/space.md": fields}) == [("profile-old", date(2026, 10, 1))]


def test_a_commit_to_a_room_makes_a_profile_young(tmp_path):
    fields = WHOLE.replace("\nchecked: 2026-05-01", "\nchecked: 2025-10-01")
    history = History(files={"spaces/base/rooms/sala.md": (at("2026-06-01"), at("2026-06-01"))})
    assert found(tmp_path, {"spaces/base/space.md": fields}, history=history) == []


def test_the_last_commit_dates_a_profile_that_says_nothing(tmp_path):
    fields = WHOLE.replace("\nchecked: 2026-05-01", "")
    history = History(files={"spaces/base/space.md": (at("2025-01-01"), at("2025-11-01"))})
    assert found(tmp_path, {"spaces/base/space.md": fields}, history=history) == [("profile-old", date(2026, 11, 1))]


def test_a_profile_of_unknown_age_is_not_old(tmp_path):
    assert found(tmp_path, {"spaces/base/space.md": WHOLE.replace("\nchecked: 2026-05-01", "")}) == []


def test_the_network_says_when_a_profile_is_old(tmp_path):
    office = f"{BASE['content/network.yaml']}freshness: {{profile_days: 100}}\n"
    assert found(tmp_path, {"content/network.yaml": office}) == [
        ("profile-old", date(2026, 8, 9)),
        ("access-old", date(2026, 8, 9)),
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("hours: {mon: 09:00-13:00}\n", "no-hours"),
        ("contact: {email: info@example.org}\n", "no-contact"),
        ("accessibility: {step_free: true, checked: 2026-05-01}\n", "no-access"),
        ("pictures: [{file: cortile.jpg, alt: Un cortile, credit: Ada, consent: nobody}]\n", "no-picture"),
        (", checked: 2026-05-01", "access-undated"),
    ],
)
def test_what_citizens_ask_most_is_missed_since_the_space_joined(tmp_path, line, kind):
    assert line in WHOLE
    assert found(tmp_path, {"spaces/base/space.md": WHOLE.replace(line, "")}) == [(kind, date(2026, 3, 1))]


def test_a_contact_that_is_a_web_site_alone_is_none(tmp_path):
    fields = WHOLE.replace("email: info@example.org", "website: https://example.org")
    assert found(tmp_path, {"spaces/base/space.md": fields}) == [("no-contact", date(2026, 3, 1))]


# Pictures


def test_a_picture_without_consent_is_told(tmp_path):
    fields = WHOLE.replace(", consent: nobody", "")
    assert found(tmp_path, {"spaces/base/space.md": fields}) == [("no-consent", date(2026, 3, 1))]


def test_a_picture_counts_from_its_first_commit(tmp_path):
    fields = WHOLE.replace(", consent: nobody", "")
    history = History(files={"spaces/base/cortile.jpg": (at("2026-06-02"), at("2026-07-01"))})
    assert found(tmp_path, {"spaces/base/space.md": fields}, history=history) == [("no-consent", date(2026, 6, 2))]


@pytest.mark.parametrize(
    ("size", "told"), [((1200, 630), []), ((1199, 800), ["small-picture"]), ((1600, 629), ["small-picture"])]
)
def test_a_picture_smaller_than_a_card_is_told(tmp_path, size, told):
    assert [kind for kind, _ in found(tmp_path, {"spaces/base/cortile.jpg": drawn(*size)})] == told


def test_pictures_of_rooms_count(tmp_path):
    room = "---\nname: Sala\npictures: [{file: sala.jpg, alt: La sala, credit: Ada}]\n---\n"
    files = {"spaces/base/rooms/sala.md": room, "spaces/base/rooms/sala.jpg": picture()}
    assert found(tmp_path, files) == [("no-consent", date(2026, 3, 1))]


def test_pictures_of_events_that_are_over_are_left_alone(tmp_path):
    lines = "pictures: [{file: festa.jpg, alt: Una festa, credit: Ada}]"
    files = {"events/base/festa.jpg": picture(), "events/base/festa.md": event_file("starts: 2026-11-01", lines)}
    assert found(tmp_path, files) == []


# Languages


def test_an_event_in_one_language_is_told_since_its_publication(tmp_path):
    files = {"events/base/festa.md": event_file("starts: 2026-12-01", "published: 2026-11-02")}
    assert found(tmp_path, files) == [("one-language", date(2026, 11, 2))]


def test_one_language_is_enough_where_the_network_has_one(tmp_path):
    office = BASE["content/network.yaml"].replace("languages: [it, en]", "languages: [it]")
    network = written(
        tmp_path,
        {
            "content/network.yaml": office,
            "spaces/base/space.md": WHOLE,
            "spaces/base/cortile.jpg": picture(),
            "events/base/oggi.md": event_file("starts: 2026-11-22 18:00"),
        },
    )
    assert told(chores(network)) == []


# Interests


def interest(*lines: str) -> str:
    """The file of an interest."""
    return "\n".join(["---", *lines, "by: Programmazione", "---", ""])


def waiting(root: Path, *lines: str, shows: bool = True) -> list[tuple[str, date]]:
    """The chores of an interest."""
    files = {
        "content/projects/lettere/project.md": project_file(),
        "content/projects/lettere/project.en.md": "---\ntitle: Letters\n---\n",
        "spaces/base/interests/lettere.md": interest(*lines),
    }
    return found(root, files, shows_interests=shows)


def test_an_interest_in_which_nothing_moves_waits(tmp_path):
    assert waiting(tmp_path, "state: interested", "created: 2026-10-01") == [("interest-waits", date(2026, 10, 31))]


def test_an_interest_of_yesterday_does_not_wait(tmp_path):
    assert waiting(tmp_path, "state: interested", "created: 2026-11-21") == []


def test_what_only_members_know_is_not_told(tmp_path):
    assert waiting(tmp_path, "state: interested", "created: 2026-10-01", shows=False) == []


def test_a_hold_that_has_run_out_is_told_since_the_day_after(tmp_path):
    lines = ("state: pencilled", "created: 2026-10-01", "room: sala", "on: 2027-02-06", "expires: 2026-11-01")
    assert waiting(tmp_path, *lines) == [("hold-over", date(2026, 11, 2))]


def test_a_hold_that_holds_does_not_wait(tmp_path):
    lines = ("state: pencilled", "created: 2026-10-01", "room: sala", "on: 2027-02-06", "expires: 2026-12-01")
    assert waiting(tmp_path, *lines) == []


# After dates

SETTLED = ("state: confirmed", "created: 2026-10-01", "room: sala", "on: 2026-11-14", "share: 0", "event: data")


def after(root: Path, *report: str, room: str = "") -> list[tuple[str, date]]:
    """The chores of a date that is over."""
    head = ("title: Lettere", "starts: 2026-11-14 20:30", "room: sala", "project: lettere", *report)
    data = {"events/base/data.md": event_file(*head), "events/base/data.en.md": "---\ntitle: Letters\n---\n"}
    room_file = {"spaces/base/rooms/sala.md": f"---\nname: Sala\n{room}---\n"}
    files = {
        "content/projects/lettere/project.md": project_file(),
        "spaces/base/interests/lettere.md": interest(*SETTLED),
    }
    english = {"content/projects/lettere/project.en.md": "---\ntitle: Letters\n---\n"}
    return found(root, {**files, **english, **data, **room_file})


def test_a_date_that_nobody_has_told_of_is_asked_for_on_the_day_after(tmp_path):
    assert after(tmp_path) == [("no-report", date(2026, 11, 15))]


def test_a_report_settles_it(tmp_path):
    assert after(tmp_path, "report: {attendance: 12, counted: counted}") == []


CORRECTION = "report: {attendance: 12, counted: counted, corrections: [{field: access.steps, now: '3'}]}"


@pytest.mark.parametrize(
    ("room", "kinds"),
    [("", ["correction-new"]), ("access: {steps: 2}\n", ["correction"]), ("access: {steps: 3}\n", [])],
)
def test_a_correction_is_offered_until_the_room_says_so(tmp_path, room, kinds):
    assert after(tmp_path, CORRECTION, room=room) == [(kind, date(2026, 11, 15)) for kind in kinds]


# Sources

FED = WHOLE.replace("joined", "calendars: [{id: programma, url: 'https://a.example.org/a.ics'}]\njoined")


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ({}, []),
        ({"tried": "2026-11-21", "succeeded": "2026-11-21"}, []),
        ({"tried": "2026-11-21", "failed": True, "succeeded": "2026-11-02"}, [("source-fails", date(2026, 11, 3))]),
        ({"tried": "2026-11-02", "succeeded": "2026-11-02"}, [("source-fails", date(2026, 11, 9))]),
        ({"tried": "2026-11-21", "failed": True}, [("source-never", date(2026, 3, 1))]),
    ],
)
def test_a_source_that_cannot_be_read_is_told_since_it_last_could(tmp_path, state, told):
    known = (ImportState(space="base", calendar="programma", **state),)
    office = BASE["content/network.yaml"] + "import_hosts: [a.example.org]\n"
    assert found(tmp_path, {"content/network.yaml": office, "spaces/base/space.md": FED}, imports=known) == told


# Links


def test_a_dead_link_belongs_to_the_space_of_its_file(tmp_path):
    dead = DeadLink(path="events/base/oggi.en.md", line=4, url="https://a.example/", since=date(2026, 11, 3), why="404")
    network = replace(written(tmp_path, SOUND), dead_links=(dead,))
    assert [(each.kind, each.since, each.space, each.line) for each in chores(network)] == [
        ("dead-link", date(2026, 11, 3), network.spaces[0], 4)
    ]
