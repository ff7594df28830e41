"""A build that finds all that the last one looked at as it was has nothing to do; whatever else differs, it builds."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from edits import EDITS
from hypothesis import given, settings
from hypothesis import strategies as st

from circuito.publishing import trace
from whole_networks import REAL, REPOSITORY, TODAY, built, copied, event, pelican, replaced, tree, written

OURS = ("home", "events", "spaces", "projects", "calendars", "feeds", "styles", "sitemap", "pictures", "map_data")
CONF = f"""{REAL}
OUTPUTS: list[str] = [name for name in OUTPUTS if name.endswith({tuple(f":{name}" for name in OURS)})]
PHRASES = ["phrases"]
SEARCH = False
"""
PROGRAM = REPOSITORY / "plugins" / "circuito"
LOADED = """
import sys, pelican
pelican.main(["-s", "pelicanconf.py", *sys.argv[1:]])
print("loaded:", [name for name in ("generator", "trace") if f"circuito.publishing.{name}" in sys.modules])
"""
TELLING = (
    "title_changed_unseen",
    "event_added",
    "picture_replaced_by_one_of_equal_size",
    "phrase_changed",
    "settings_changed",
    "days_passed",
    "published_file_replaced_by_hand",
    "output_link_deleted",
    "cache_deleted",
)
NOTHING = "loaded: ['trace']"
ALL = "loaded: ['generator', 'trace']"


@pytest.fixture
def network(network: Path) -> Path:
    """A network that publishes by our own outputs alone."""
    return with_ours(network)


def with_ours(root: Path) -> Path:
    """A network that publishes some of our outputs, and none of its own."""
    return written(root, "pelicanconf.py", CONF)


def day(root: Path) -> str:
    """The day up to which the edits have come."""
    file = root / "today.txt"
    return file.read_text() if file.exists() else TODAY.isoformat()


def made(root: Path, *arguments: str, **environment: str) -> tuple[str, str]:
    """What a build of its own sums up, and which of our modules it had loaded."""
    command = [sys.executable, "-c", LOADED, "-e", f'AS_OF="{day(root)}"', *arguments]
    asked = {**os.environ, "COLUMNS": "200", **environment}
    done = subprocess.run(command, cwd=root, env=asked, capture_output=True, text=True, check=True)
    summary, loaded = (line for line in done.stdout.splitlines() if line.endswith(("removed", "]")))
    return summary, loaded


def clean(root: Path) -> dict[str, str]:
    """The tree of a build from nothing."""
    (root / "clean").unlink(missing_ok=True)
    shutil.rmtree(root / ".circuito" / "clean", ignore_errors=True)
    built(root, AS_OF=day(root), LEAVE_OUT=True, OUTPUT_PATH=str(root / "clean"))
    return tree(root / "clean")


def built_by_command(root: Path) -> dict[str, str]:
    """The tree that the command leaves, whatever its exit code."""
    pelican(root, "-e", f'AS_OF="{day(root)}"', "LEAVE_OUT=true")
    return tree(root / "output")


def test_a_build_with_nothing_changed_loads_nothing_and_says_what_any_other_says(network):
    files = len(tree_after(network))
    assert made(network) == (f"0 written, {files} as they were, 0 removed", NOTHING)


def tree_after(root: Path) -> dict[str, str]:
    """The tree after one build."""
    made(root)
    return tree(root / "output")


def unequal(root: Path, names: Iterable[str]) -> list[str]:
    """The edits, made one after the other, after which the command left another tree than a build from nothing."""
    built_by_command(root)
    found = []
    for number, name in enumerate(names):
        EDITS[name](root, number)
        if built_by_command(root) != clean(root):
            found.append(name)
    return found


def test_after_edits_of_every_kind_the_command_makes_what_a_clean_build_makes(network):
    assert unequal(network, TELLING) == []


@pytest.mark.slow
def test_after_each_edit_the_command_makes_what_a_clean_build_makes(network):
    assert unequal(network, EDITS) == []


@pytest.mark.slow
@given(st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 999)), min_size=1, max_size=6))
@settings(max_examples=60)
def test_after_any_edits_the_command_makes_what_a_clean_build_makes(tmp_path_factory, steps):
    root = with_ours(copied(tmp_path_factory.mktemp("script", numbered=True) / "rete"))
    ours = built_by_command(root)
    for name, number in steps:
        EDITS[name](root, number)
        ours = built_by_command(root)
    theirs = clean(root)
    shutil.rmtree(root)
    assert ours == theirs


def test_a_file_that_was_too_fresh_to_trust_its_times_is_known_by_its_content(network):
    written(network, "events/base/nuovo.md", event())
    made(network)
    replaced(network, "events/base/nuovo.md", "title: Nuovo", "title: Vuovo")
    assert (made(network)[1], made(network)[1]) == (ALL, NOTHING)


@pytest.mark.parametrize(
    "arguments",
    [("-e", 'SITENAME="Un\'altra"'), ("-e", 'AS_OF="2026-11-23"'), ("-e", "DELETE_OUTPUT_DIRECTORY=true"), ("-v",)],
)
def test_under_other_conditions_everything_is_looked_at(network, arguments):
    made(network)
    assert made(network, *arguments)[1] == ALL


def test_in_another_environment_everything_is_looked_at(network):
    made(network)
    assert made(network, ANYTHING="else")[1] == ALL


def test_after_a_commit_everything_is_looked_at(network):
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *who, *arguments], cwd=network, check=True, capture_output=True)

    git("init", "-q")
    git("add", "content", "events", "spaces")
    git("commit", "-q", "-m", "Uno")
    made(network)
    same = made(network)[1]
    git("commit", "-q", "--allow-empty", "-m", "Due")
    assert (same, made(network)[1]) == (NOTHING, ALL)


def test_an_output_of_ones_own_may_look_anywhere_so_it_is_always_asked(network):
    written(network, "mine.py", "def mine(network):\n    yield from ()\n")
    conf = network / "pelicanconf.py"
    conf.write_text(conf.read_text() + '\nOUTPUTS = [*OUTPUTS, "mine:mine"]\n')
    made(network)
    assert made(network)[1] == ALL


def test_a_part_of_the_style_sheet_is_seen_though_another_program_compiles_it(network):
    shutil.copytree(REPOSITORY / "theme", network / "mine", ignore=shutil.ignore_patterns("__pycache__"))
    written(network, "pelicanconf.py", f"{CONF}THEME = 'mine'\n")
    loaded = [made(network)[1], made(network)[1]]
    part = network / "mine/static/css/base.css"
    part.write_text(part.read_text() + ".mine { margin: 7px; }\n")
    loaded.append(made(network)[1])
    sheet = (network / "output/theme/site.css").read_text()
    assert (loaded, ".mine{margin:7px}" in sheet) == ([ALL, NOTHING, ALL], True)


def test_what_is_wrong_is_said_by_every_build(network):
    written(network, "events/base/nuovo.md", event().replace("title:", "titel:"))
    said = [pelican(network, "-e", f'AS_OF="{TODAY}"', "LEAVE_OUT=true").stderr for _ in range(2)]
    assert ("titel" in said[0], said[1]) == (True, said[0])


def test_a_warning_of_pelican_is_said_by_every_build(network):
    written(network, "content/news/doppia.md", "title: Doppia\ndate: 2026-11-01\nstatus: unknown\n\nTesto.\n")
    said = [pelican(network, "-e", f'AS_OF="{TODAY}"').stdout for _ in range(2)]
    assert said[0].count("WARNING") == said[1].count("WARNING")


def test_what_is_left_out_is_said_by_every_build(network):
    outputs = "OUTPUTS = ['circuito.outputs.home:home', 'circuito.outputs.editor:editor']"
    written(network, "pelicanconf.py", REAL + outputs)
    said = [pelican(network, "-e", f'AS_OF="{TODAY}"').stdout.splitlines() for _ in range(3)]
    gaps = [[line for line in each if line.startswith("left out:")] for each in said]
    assert gaps == [gaps[0]] * 3


def test_a_build_that_was_cut_short_leaves_no_trace(network):
    made(network)
    conf = network / "pelicanconf.py"
    written(network, "templates/home.html", "{{ niente }}")
    conf.write_text(conf.read_text() + "\nTHEME_TEMPLATES_OVERRIDES = ['templates']\n")
    pelican(network, "-e", f'AS_OF="{TODAY}"')
    assert not (network / ".circuito/output/trace").exists()


@pytest.mark.parametrize("folder", ["model", "agenda", "circulation", "reading", "outputs"])
def test_what_builds_look_at_they_look_at_in_a_way_that_is_seen(folder):
    unseen = {"is_file", "is_dir", "exists", "stat", "lstat", "isfile", "isdir", "getsize", "getmtime", "lexists"}
    telling = {"looks.py", "walk.py"}  # these two tell of what they look at
    found = [
        f"{file.name}:{node.lineno} {node.func.attr}"
        for file in sorted((PROGRAM / folder).glob("*.py"))
        if file.name not in telling
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in unseen
    ]
    assert found == []


def test_a_file_whose_stamp_is_trusted_is_compared_without_being_read(tmp_path, monkeypatch):
    file = tmp_path / "space.md"
    file.write_text("---\n")
    monkeypatch.setattr(trace, "digest_of", lambda path: pytest.fail(f"{path} was read"))
    assert trace.is_the_same(str(file), trace.seen(str(file), now=time.time_ns() + 60_000_000_000))
