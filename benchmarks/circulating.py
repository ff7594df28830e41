"""400 projects and 120 rooms as files, and how long their verdicts take through the outputs, from build to build.

Every build reads its state from the disk and writes it back as a real one does: what was read, costly parts, the table
of verdicts. Timed are the verdicts and the keys of all pages and files made of them; reading is what every build does,
and printing is told apart, for only pages with another verdict are printed.
"""

from __future__ import annotations

import gc
import json
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

from circuito.model.network import Network
from circuito.outputs import LaterView, Page
from circuito.outputs.match_board import hosts, open_projects, public_board
from circuito.outputs.match_data import match_data
from circuito.outputs.match_pages import hosts_of_projects, projects_for_spaces
from circuito.outputs.match_words import teller
from circuito.publishing.fragments import Fragments
from circuito.publishing.grid import Grid
from circuito.publishing.languages import phrases_of
from circuito.reading.load import load
from circuito.reading.memory import Memory

PROJECTS, SPACES, ROOMS = 400, 60, 2
TODAY = date(2026, 9, 1)
PHRASES = phrases_of(("it", "en"), [Path(__file__).parent.parent / "theme" / "phrases"])
OUTPUTS = ("circuito.outputs.match_pages:hosts_of_projects", "circuito.outputs.match_pages:projects_for_spaces")
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
THINGS = ("pa", "lights", "projector", "screen", "piano", "tables", "chairs")
KINDS = ("show", "concert", "workshop", "talk")


@dataclass(frozen=True)
class Build:
    """What a build made of the verdicts: seconds for verdicts and keys, the keys by path, and the network."""

    seconds: float
    keys: dict[str, str]
    network: Network


def write(root: Path) -> None:
    """Write the network into a folder."""
    for path, fields in files():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        said = "".join(f"{name}: {json.dumps(value, default=str)}\n" for name, value in fields.items())
        file.write_text(said if path.endswith(".yaml") else f"---\n{said}---\n")


def files() -> Iterator[tuple[str, dict[str, object]]]:
    """The path of every file, and its fields."""
    yield "content/network.yaml", {
        "name": "Rete di misura", "summary": "Spazi inventati per misurare.", "domain": "misura.example",
        "languages": ["it", "en"], "timezone": "Europe/Rome", "city": "Milano", "country": "IT", "since": "2025-10-01",
        "kinds": [{"id": "portineria", "name": "Portineria"}],
    }  # fmt: skip
    yield "content/organisations/ente.md", {"name": "Ente", "legal_form": "association"}
    for number in range(PROJECTS):
        yield f"content/projects/progetto-{number:03}/project.md", project(number)
    for number in range(SPACES):
        yield f"spaces/spazio-{number:02}/space.md", space(number)
        for room_number in range(ROOMS):
            yield f"spaces/spazio-{number:02}/rooms/sala-{room_number}.md", room(number * ROOMS + room_number)


def project(number: int) -> dict[str, object]:
    """A project; one of three has a variant."""
    draw = Random(number)
    needs = {"width": draw.randrange(20, 80) / 10, "depth": draw.randrange(20, 60) / 10}
    needs |= {"height": draw.randrange(22, 45) / 10} if draw.random() < 0.6 else {}
    variants = [{"id": "piccola", "needs": {"width": 2, "depth": 2, "audience_min": 10}}] if number % 3 == 0 else []
    return {
        "title": f"Progetto {number}", "summary": "Inventato.", "kind": draw.choice(KINDS), "proposer": "ente",
        "status": "open", "languages": ["it"], "contact": {"email": "a@example.org"},
        "cost": {"mode": "fixed", "fee": 100 + 10 * draw.randrange(40)},
        "size": {"audience_min": 10 + draw.randrange(60), "audience_max": 80 + draw.randrange(60)},
        "duration": {"run_min": 60 + 30 * draw.randrange(3)},
        "staging": {"layouts": [draw.choice(("end-on", "round", "tables"))], "min": needs, "variants": variants},
        "technical": {"power_kw": draw.randrange(5, 60) / 10, "asks": draw.sample(THINGS, draw.randrange(3))}
        | ({"blackout": "full"} if draw.random() < 0.3 else {}),
        "logistics": {"steps_max": draw.randrange(12), "get_in_h": draw.randrange(10, 50) / 10}
        | ({"door_min": {"w": 0.8, "h": 2}} if draw.random() < 0.6 else {}),
        "availability": [{"from": "2026-10-01", "to": "2027-06-30", "weekdays": draw.sample(WEEK, 3)}],
        "tour": {"notice_weeks": draw.randrange(8)},
    }  # fmt: skip


def space(number: int) -> dict[str, object]:
    """A space that hosts."""
    return {
        "name": f"Spazio {number}", "kind": "portineria", "summary": "Uno spazio inventato.",
        "address": {"street": f"via Prova {number + 1}"}, "run_by": ["ente"],
        "location": {"lat": 45.4 + number / 1000, "lon": 9.1 + number / 700},
        "contact": {"email": "s@example.org"},
        "hosting": {"open_to_circulation": True, "licences": {"scia": number % 3 > 0}},
    }  # fmt: skip


def room(number: int) -> dict[str, object]:
    """A room of which one fact in ten is not declared."""
    draw = Random(number + 10_000)
    clear = {name: draw.randrange(24, 100) / 10 for name in ("width", "depth", "height") if draw.random() < 0.9}
    return {
        "name": f"Sala {number}", "clear": clear, "layouts": ["end-on", draw.choice(("round", "tables"))],
        "capacity": {"seated": 15 + draw.randrange(140)}, "power": {"kw": draw.randrange(20, 100) / 10, "phases": 1},
        "blackout": draw.choice(("none", "partial", "full")),
        "equipment": {"pa": draw.random() < 0.5, "also": ["tables"], "lacks": draw.sample(THINGS[3:5], 1)},
        "access": {"load_in_door": {"w": draw.randrange(7, 20) / 10, "h": 2.1}, "steps": draw.randrange(15)},
        "get_in_h_max": draw.randrange(10, 60) / 10,
        "availability": [{"days": draw.sample(WEEK, 3), "hours": "14:00-23:00"}],
    }  # fmt: skip


# Builds


def build(root: Path) -> Build:
    """One build as far as verdicts are concerned: its keys are those by which pages and files are made anew or not."""
    loaded = load(str(root), today=TODAY, memory=Memory(str(root / ".circuito" / "memory"), "measure"))
    assert loaded.network and not loaded.problems, loaded.problems[:3]
    fragments = Fragments(root / ".circuito" / "fragments", "measure")
    table = Grid(root / ".circuito" / "verdicts", "measure")
    network = replace(
        loaded.network, outputs=OUTPUTS, phrases=PHRASES, remember=fragments.remember, tabulate=table.laid_out
    )
    gc.collect()
    gc.disable()  # as in a build
    began = time.process_time()
    keys = dict(keys_of(network))
    fragments.save()
    spent = time.process_time() - began
    gc.enable()
    return Build(spent, keys, network)


def keys_of(network: Network) -> Iterator[tuple[str, str]]:
    """What tells whether each page and file made of verdicts is as it was."""
    for item in (*hosts_of_projects(network), *projects_for_spaces(network), *match_data(network)):
        yield item.path, later(item).key if isinstance(item, Page) else item.key


def later(page: Page) -> LaterView:
    """What a page says of verdicts."""
    view = page.shows["placing"]
    assert isinstance(view, LaterView)
    return view


def sentences(network: Network) -> int:
    """Put every verdict of every pair into words, in each language; how many sentences there are."""
    board, count = public_board(network), 0
    for lang in network.languages:
        tell = teller(network, lang)
        for each in open_projects(network):
            for match in board.of_project(each.slug):
                count += len(tell.sentences(match.best.findings))
    return count


def edited(root: Path, path: str, name: str, value: object) -> None:
    """Say something else in a file."""
    file = root / path
    lines = [line for line in file.read_text().splitlines() if not line.startswith(f"{name}:")]
    file.write_text("\n".join([lines[0], f"{name}: {json.dumps(value)}", *lines[1:], ""]))


ROOM, PROJECT = "spaces/spazio-07/rooms/sala-1.md", "content/projects/progetto-123/project.md"


def measured() -> Iterator[tuple[str, float, float, str]]:
    """Each case: what it is, its seconds, the goal, and what it comes to. The best of three, each from nothing."""
    rounds = [list(one_round()) for _ in range(3)]
    for cases in zip(*rounds, strict=True):
        yield min(cases, key=lambda case: case[1])


def one_round() -> Iterator[tuple[str, float, float, str]]:
    """The cases, one after the other in one folder."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root)
        (root / ".circuito").mkdir()
        cold = build(root)
        began = time.process_time()
        said = sentences(cold.network)
        spent = cold.seconds + time.process_time() - began
        pairs = len(open_projects(cold.network)) * sum(len(each.rooms) for each in hosts(cold.network))
        yield f"outputs: {pairs} pairs, 2 languages, cold", spent, 1.5, f"{said} sentences, {len(cold.keys)} keys"
        again = build(root)
        yield "outputs: nothing changed", again.seconds, 0.1, told(cold, again)
        edited(root, ROOM, "power", {"kw": 3, "phases": 1})
        yield case("outputs: one room edited, few verdicts", again, after := build(root))
        edited(root, ROOM, "clear", {"width": 3, "depth": 3, "height": 2.4})
        yield case("outputs: one room edited, all verdicts", after, before := build(root))
        edited(root, PROJECT, "size", {"audience_min": 12, "audience_max": 60})
        yield case("outputs: one project edited", before, build(root))


def case(name: str, before: Build, after: Build) -> tuple[str, float, float, str]:
    """An edit, and what printing its pages would add."""
    changed = [path for path in after.keys if after.keys[path] != before.keys.get(path)]
    return name, after.seconds, 0.1, f"{told(before, after)}; their views {printing(after.network, changed):.2f} s"


def told(before: Build, after: Build) -> str:
    """How many pages and files are made anew."""
    return f"{sum(after.keys[path] != before.keys.get(path) for path in after.keys)} of {len(after.keys)} made anew"


def printing(network: Network, paths: Iterable[str]) -> float:
    """The seconds that the views of some pages take."""
    wanted, began = set(paths), time.process_time()
    for page in (*hosts_of_projects(network), *projects_for_spaces(network)):
        if page.path in wanted:
            assert later(page).made
    return time.process_time() - began
