"""What the editor VS Code is told about a network: tasks that check and write files, and heads to begin a file with.

Its YAML extension does not look into Markdown, so the schemas serve `network.yaml` and `brand.yaml` alone; in all other
files the check at every change marks mistakes at their lines, and snippets bring the fields that are asked for first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import count
from typing import Any

from ..reading.memory import CLASSES
from ..reading.schema import schemas
from .blocks import mapping_lines
from .questions import AFTER, Question, data_of, questions_of, takes_several

COMMAND = "${workspaceFolder}/.venv/bin/circuito"
ON_WINDOWS = "${workspaceFolder}\\.venv\\Scripts\\circuito.exe"
MATCHER = {
    "owner": "circuito",
    "fileLocation": ["relative", "${workspaceFolder}"],
    "pattern": {"regexp": "^(.+?):(\\d+):(\\d+): (.+)$", "file": 1, "line": 2, "column": 3, "message": 4},
}
AT_EVERY_CHANGE = {
    **MATCHER,
    "background": {
        "activeOnStart": True,
        "beginsPattern": "^── (?:controllo|checking)",
        "endsPattern": "^── (?:in attesa|waiting)",
    },
}
SCHEMAS = ".vscode/schemas"
HEADS = {"event": "evento", "space": "spazio", "organisation": "ente", "project": "progetto"}


def editor_files() -> Iterator[tuple[str, str]]:
    """The files of `.vscode/` that are the same in every network."""
    yield ".vscode/tasks.json", as_json({"version": "2.0.0", "tasks": tasks()})
    yield ".vscode/circuito.code-snippets", as_json(snippets())
    yield ".vscode/extensions.json", as_json({"recommendations": ["redhat.vscode-yaml"]})


def own_editor_files() -> Iterator[tuple[str, str]]:
    """The settings of a network of its own, and the schemas that they name: they lie beside them."""
    yield ".vscode/settings.json", as_json(settings(SCHEMAS))
    for name, text in schemas():
        if name in ("network.json", "brand.json"):
            yield f"{SCHEMAS}/{name}", text


def settings(folder: str) -> dict[str, Any]:
    """How files are written, and the folder with the schemas of the two that the YAML extension knows."""
    return {
        "yaml.schemas": {f"{folder}/{name}.json": f"content/{name}.yaml" for name in ("network", "brand")},
        "files.eol": "\n",
        "files.encoding": "utf8",
        "files.insertFinalNewline": True,
        "files.trimTrailingWhitespace": True,
        "[markdown]": {
            "editor.wordWrap": "on",
            "editor.tabSize": 2,
            "editor.insertSpaces": True,
            "editor.quickSuggestions": {"comments": "off", "strings": "off", "other": "off"},
        },
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True},
        "search.exclude": {"output": True, ".circuito": True, "node_modules": True},
    }


def as_json(data: Any) -> str:
    """JSON as people read it."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def tasks() -> list[dict[str, Any]]:
    """Checking once and at every change, writing the open file in the house style, and new things."""
    return [
        task("circuito check", ["check"], group={"kind": "test", "isDefault": True}, problemMatcher=MATCHER),
        task("circuito check --watch", ["check", "--watch"], isBackground=True, problemMatcher=AT_EVERY_CHANGE),
        task("circuito fmt", ["fmt", "${file}"], problemMatcher=MATCHER),
        *(task(f"circuito new {thing}", ["new", thing], problemMatcher=[]) for thing in HEADS),
    ]


def task(label: str, arguments: list[str], **more: Any) -> dict[str, Any]:
    """A task that runs `circuito` with some arguments; one that asks questions is shown at once."""
    shown = {"reveal": "always" if "new" in arguments else "silent", "clear": True}
    command = {"command": COMMAND, "windows": {"command": ON_WINDOWS}, "args": arguments}
    return {"label": label, "type": "process", **command, "presentation": shown, **more}


def snippets() -> dict[str, Any]:
    """A head of each kind of file, with the fields that `circuito new` asks for and must have an answer."""
    return {
        f"{name} / {thing}": {
            "scope": "markdown",
            "prefix": [name, thing],
            "body": ["---", *head_lines(thing), "---", "", "$0"],
            "description": (CLASSES[thing].__doc__ or "").split(":")[0],
        }
        for thing, name in HEADS.items()
    }


def head_lines(thing: str) -> list[str]:
    """The lines of a head, with a stop for each answer, from above to below."""
    data = data_of({each.option: stop(each) for each in needed(thing)}, needed(thing))
    numbers = count(1)
    return [re.sub(r"\$\{#", lambda _: f"${{{next(numbers)}", line) for line in mapping_lines(data, CLASSES[thing])]


def needed(thing: str) -> list[Question]:
    """The questions that must have an answer, whatever the others say."""
    return [each for each in questions_of(thing, CLASSES[thing]) if each.required and each.name not in AFTER]


def stop(question: Question) -> str | list[str]:
    """Where the cursor stops for an answer, with an example or the words to choose from."""
    given = question.field.means.example
    if question.choices:
        told = f"${{#|{','.join(question.choices)}|}}"
    else:
        told = f"${{#:{given[0] if isinstance(given, list) else given}}}"
    return [told] if takes_several(question.field.annotation) else told
