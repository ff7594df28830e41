"""The page on circulation is true: its rules are the program's, and its tables are what comes out."""

from __future__ import annotations

import re
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from test_routing import EXAMPLE, PLACES, plane, told
from test_sharing import TIERS

from circuito import circulation
from circuito.circulation.interests import NEEDED
from circuito.circulation.routing import EXACT_HOSTS, alternatives
from circuito.circulation.rules import GROUPS
from circuito.circulation.rules.law import LATE
from circuito.circulation.rules.loading import FAR_FROM_VAN
from circuito.circulation.sharing import terms

PAGE = (Path(__file__).parents[2] / "docs" / "developers" / "circulation.md").read_text(encoding="utf-8")
CELLS = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in PAGE.splitlines() if line.startswith("|")]


def below(*head: str) -> list[list[str]]:
    """The rows of the table with a head."""
    start = CELLS.index(list(head)) + 2
    return [row for row in CELLS[start : start + 60] if len(row) == len(head)][: rows_after(start, len(head))]


def rows_after(start: int, width: int) -> int:
    """How many rows of a width follow each other."""
    following = next((n for n, row in enumerate(CELLS[start:]) if set("".join(row)) <= {"-", "|"}), len(CELLS) + 1)
    return following - 1 if following <= len(CELLS) else len(CELLS) - start


def test_the_table_of_rules_is_what_the_rules_say():
    stated = [
        [group, f"`{rule.id}`", rule.weight, rule.judge.__doc__] for group, rules in GROUPS.items() for rule in rules
    ]
    assert below("group", "rule", "weight", "what it asks") == stated


def test_the_table_of_costs_is_what_comes_out():
    for row in below("n", "gross of a date", "gross of the tour", "host", "rest of a date", "host, priority", "rest"):
        found = terms(TIERS, int(row[0]))
        assert found is not None
        assert [Decimal(cell) for cell in row[1:]] == [
            found.gross,
            found.tour,
            found.host(),
            found.rest(),
            found.host(priority=True),
            found.rest(priority=True),
        ]


def test_the_table_of_tours_is_what_comes_out():
    problem = plane(EXAMPLE, PLACES, gap=3)
    best = [list(map(str, told(tour))) for tour in alternatives(problem, 1000)]
    rows = below("hosts", "km", "days", "dates")
    assert rows[:4] == best[:4]
    assert rows[4] == next(row for row in best if row[0] == "4")


def asked_of(state: str) -> set[str]:
    """The fields that a state needs by the page, which refers some states to others."""
    said = next(row[1] for row in CELLS if f"`{state}`" in row[0] and len(row) == 3)
    named = set(re.findall(r"`(\w+)`", said))
    others = {"pencilled"} if said.startswith("these") else named & set(NEEDED)
    return named.union(*(asked_of(other) for other in others)) - set(NEEDED)


@pytest.mark.parametrize("state", NEEDED)
def test_what_a_state_needs_stands_on_the_page(state):
    assert set(NEEDED[state]) - asked_of(state) == set()


def test_every_function_on_the_page_exists():
    modules = {
        each.name: import_module(f"{circulation.__name__}.{each.name}") for each in iter_modules(circulation.__path__)
    }
    told = re.findall(r"`(\w+)\.(\w+)", PAGE[PAGE.index("## Which function") :])
    named = [(modules[module], name) for module, name in told if module in modules and name != "py"]
    assert len(named) > 20
    assert [(module.__name__, name) for module, name in named if not hasattr(module, name)] == []


def test_the_constants_on_the_page_are_those_of_the_rules():
    assert f"within {FAR_FROM_VAN} m" in PAGE
    assert f"until {LATE:%H:%M} or later" in PAGE
    assert f"Up to {EXACT_HOSTS} hosts" in PAGE
