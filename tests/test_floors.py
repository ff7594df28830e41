"""The floors of the house: imports only look down, and each library has its door."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from whole_networks import REPOSITORY

PROGRAM = REPOSITORY / "plugins" / "circuito"
MODULES = sorted(file.relative_to(PROGRAM).with_suffix("").as_posix() for file in PROGRAM.rglob("*.py"))

FLOORS = {
    "sentences": 1, "problems": 1,
    "model": 2,
    "agenda": 3, "circulation": 3, "reading": 4,
    "outputs": 5, "importing": 5, "links": 5, "writing": 5, "reviewing": 5, "remembering": 5,
    "publishing": 6, "settings": 6, "commands": 7,
    "__main__": 8, "__init__": 8,
}  # fmt: skip

DOORS = {
    "pelican": ("publishing/", "commands"),
    "icalendar": (
        "outputs/calendars",
        "outputs/deadlines",
        "outputs/room_calendars",
        "outputs/ical_lines",
        "outputs/vevent_facts",
        "outputs/vevents",
        "importing/",
    ),
    "feedgen": ("outputs/feeds", "outputs/feed_extension"),
    "PIL": ("reading/pictures", "outputs/pictures", "outputs/cards"),
    "yaml": ("reading/document",),
    "cmarkgfm": ("reading/prose",),
    "nh3": ("reading/prose",),
    "pydantic": ("reading/schema",),
    "pydantic_core": ("model/values", "reading/validation"),
    "dateutil": ("agenda/",),
    "lightningcss": ("outputs/compiled_sheet",),
    "typst": ("outputs/typesetting",),
    "segno": ("outputs/codes",),
    "python_calamine": ("importing/rows",),
    "watchfiles": ("commands/watch",),
}


def imports(module: str) -> list[tuple[str, str]]:
    """What a module imports, each as its first part and the whole; our own modules from the package's root."""
    found: list[tuple[str, str]] = []
    folders = module.split("/")
    for node in ast.walk(ast.parse((PROGRAM / f"{module}.py").read_text())):
        if isinstance(node, ast.Import):
            found += [(alias.name.split(".")[0], alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.append((str(node.module).split(".")[0], str(node.module)))
        elif isinstance(node, ast.ImportFrom):
            base = folders[: len(folders) - node.level]
            names = [str(node.module)] if node.module else [alias.name for alias in node.names]
            found += [("circuito", ".".join(["circuito", *base, name])) for name in names]
    return found


def floor(dotted: str) -> int:
    """The floor on which a module of ours stands."""
    return FLOORS[dotted.split(".")[1]]


@pytest.mark.parametrize("module", MODULES)
def test_imports_only_look_down(module):
    here = FLOORS[module.split("/")[0]]
    up = [name for first, name in imports(module) if first == "circuito" and name != "circuito" and floor(name) > here]
    assert up == []


@pytest.mark.parametrize("library", DOORS)
def test_a_library_is_imported_only_at_its_door(library):
    users = [module for module in MODULES if any(first == library for first, _ in imports(module))]
    assert [module for module in users if not module.startswith(DOORS[library])] == []


@pytest.mark.parametrize("library", DOORS)
def test_every_door_of_a_library_is_used(library):
    users = [module for module in MODULES if any(first == library for first, _ in imports(module))]
    assert [door for door in DOORS[library] if not any(module.startswith(door) for module in users)] == []


def test_no_module_is_a_junk_drawer():
    names = {part for module in MODULES for part in module.split("/")}
    assert names & {"utils", "util", "common", "helpers", "manager", "misc", "base", "handler"} == set()


def test_all_modules_import_each_other_without_a_circle():
    graph = {module: {name for first, name in imports(module) if first == "circuito"} for module in MODULES}
    dotted = {"circuito." + module.replace("/", ".").removesuffix(".__init__"): module for module in MODULES}
    state: dict[str, str] = {}

    def visit(module: str, way: tuple[str, ...]) -> list[tuple[str, ...]]:
        if state.get(module) == "done":
            return []
        if state.get(module) == "open":
            return [way[way.index(module) :]]
        state[module] = "open"
        inner = [dotted[name] for name in sorted(graph[module]) if name in dotted]
        circles = [circle for each in inner for circle in visit(each, (*way, module))]
        state[module] = "done"
        return circles

    assert [circle for module in MODULES for circle in visit(module, ())] == []


@pytest.mark.parametrize("module", ["problems", "model.network", "agenda.occurrences", "reading.load"])
def test_the_lower_floors_load_nothing_heavy(module):
    heavy = "{'pelican', 'pydantic_core', 'PIL', 'icalendar', 'feedgen', 'markdown', 'jinja2', 'yaml', 'babel'}"
    code = f"import sys, circuito.{module}; print(sorted({heavy} & set(sys.modules)))"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "[]"
