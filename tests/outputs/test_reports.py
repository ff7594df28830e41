"""What everybody may know of how a date went, read back from the project's line and the table of the season."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from small_networks import event_file, project_file, published

from circuito.model.network import Network
from circuito.outputs import Page
from circuito.outputs.projects import projects
from circuito.outputs.season import season, season_csv

INTEREST = """---
state: confirmed
created: 2026-10-01
by: Programmazione
room: sala
on: 2026-11-14
share: 0
event: data
---
"""


@pytest.fixture
def reported(network: Callable[..., Network]) -> Callable[[str], Network]:
    """A project with a date that is over, of which its event tells."""

    def made(report: str) -> Network:
        head = ("title: Data", "starts: 2026-11-14 20:30", "room: sala", "project: lettere", f"report: {report}")
        return network(
            {
                "content/projects/lettere/project.md": project_file(),
                "spaces/base/interests/lettere.md": INTEREST,
                "events/base/data.md": event_file(*head),
            }
        )

    return made


def came(network: Network) -> list[int]:
    """How many came, by the project's line."""
    page = next(page for page in projects(network) if page.path == "progetti/lettere/index.html")
    assert isinstance(page, Page)
    return [stop.attendance for stop in page.shows["stops"]]


def test_the_line_of_a_project_says_how_many_came(reported):
    assert came(reported("{attendance: 42, counted: tickets}")) == [42]


def test_what_a_report_keeps_to_members_is_told_nowhere(reported):
    made = reported("{attendance: 4242, counted: tickets, box_office: 777, visibility: members}")
    table = published(made, season_csv)["stagione/season.csv"]
    figures = dict(next(season(made)).shows["figures"])
    assert (came(made), b"4242" in table, figures["reached"]) == ([0], False, "0")


def test_what_was_taken_is_told_nowhere(reported):
    made = reported("{attendance: 42, counted: tickets, box_office: 777}")
    assert b"777" not in published(made, season_csv)["stagione/season.csv"]
