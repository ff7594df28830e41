"""What VS Code is told: the repository's own files are those of every network, and they fit what the commands print."""

from __future__ import annotations

import json
import re

import pytest

from circuito.commands import main
from circuito.commands.watch import WORDS
from circuito.reading.declared import fields_of
from circuito.reading.document import markdown
from circuito.reading.memory import CLASSES
from circuito.writing.editors import HEADS, MATCHER, as_json, editor_files, own_editor_files, settings, snippets, tasks
from whole_networks import BROKEN, REPOSITORY


@pytest.mark.parametrize(("path", "text"), tuple(editor_files()))
def test_the_repositorys_own_files_are_those_of_every_network(path, text):
    assert (REPOSITORY / path).read_text() == text


def test_every_line_that_a_check_prints_marks_a_place(capsys):
    main(["check", str(BROKEN), "--lang", "it"])
    lines = capsys.readouterr().out.splitlines()
    assert lines and [line for line in lines if not re.match(MATCHER["pattern"]["regexp"], line)] == []


@pytest.mark.parametrize("lang", WORDS)
def test_the_task_that_watches_knows_where_a_check_begins_and_ends(lang):
    (background,) = (each["problemMatcher"]["background"] for each in tasks() if each.get("isBackground"))
    assert re.match(background["beginsPattern"], WORDS[lang]["begin"])
    assert re.match(background["endsPattern"], WORDS[lang]["end"])


@pytest.mark.parametrize("thing", HEADS)
def test_a_snippet_filled_in_with_its_examples_is_a_head_without_problems(thing):
    body = next(each["body"] for name, each in snippets().items() if name.endswith(f"/ {thing}"))
    text = "\n".join(body).replace("$0", "")
    filled = re.sub(r"\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*)\}", lambda stop: stop[1] or stop[2], text)
    assert fields_of(CLASSES[thing], markdown("x.md", filled.encode()))[1] == []


def test_the_repositorys_own_settings_are_those_of_every_network_with_its_schemas():
    assert (REPOSITORY / ".vscode/settings.json").read_text() == as_json(settings("docs/schema"))


def test_a_network_of_its_own_has_the_schemas_that_its_settings_name():
    files = dict(own_editor_files())
    given = json.loads(files.pop(".vscode/settings.json"))["yaml.schemas"]
    assert sorted(given) == sorted(files)


def test_the_schemas_that_the_editor_is_given_are_there():
    given = json.loads((REPOSITORY / ".vscode/settings.json").read_text())["yaml.schemas"]
    assert {path: (REPOSITORY / path).is_file() and (REPOSITORY / file).is_file() for path, file in given.items()} == {
        "docs/schema/network.json": True,
        "docs/schema/brand.json": True,
    }
