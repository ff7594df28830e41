"""The documentation is true: every field, setting, command, output and template stands in it, and examples work."""

from __future__ import annotations

import argparse
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from jinja2 import Environment, FileSystemLoader, meta, nodes
from PIL import Image

from circuito import settings
from circuito.commands import parser
from circuito.model.declaration import DeclaredField, declared_fields
from circuito.model.network import Network
from circuito.model.network_fields import NetworkFields
from circuito.outputs import Page, output_named
from circuito.outputs.gallery import apart
from circuito.problems import Problem
from circuito.publishing.languages import phrases_of
from circuito.reading.declared import fields_of, translation_class
from circuito.reading.document import scalar, yaml_document, yaml_file
from circuito.reading.load import load
from circuito.reading.memory import CLASSES
from circuito.reading.schema import TRANSLATED, nested, reference, schemas
from circuito.sentences import SENTENCES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(
    path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *DOCS.rglob("*.md")) if path.name != "LICENSE.md"
)
TODAY = date(2026, 11, 22)

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WHOLE_FILE = re.compile(
    r"`((?:content|spaces|events)/[^`<>\n]+\.(?:md|yaml))`[^\n]*:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
ALONE = "docs/developers/adopt.md"  # a network of its own: test_wheel.py builds it
GUIDES = "docs/guide/"  # a network of their own: test_guides.py walks through them
EVENT = {"title": "Prova", "summary": "Una frase.", "starts": "2026-12-01 18:00"}
SPACE = {
    "name": "Prova",
    "kind": "portineria",
    "summary": "Una stanza al piano terra.",
    "address": "{street: via dell'Esempio 12}",
    "run_by": "[mazzo-di-chiavi]",
}
NETWORK = {
    "name": "Prova",
    "summary": "Una rete.",
    "domain": "rete.example.org",
    "languages": "[it, en]",
    "timezone": "Europe/Rome",
    "city": "Milano",
    "country": "IT",
    "since": "2025-09-01",
}
FRAGMENTS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "docs/spazi/il-profilo.md": ("spaces/frammento-{}/space.md", SPACE),
    "docs/spazi/gli-eventi.md": ("events/portineria-scala-b/frammento-{}.md", EVENT),
    "docs/spazi/le-immagini.md": ("spaces/frammento-{}/space.md", SPACE),
    "docs/spazi/le-traduzioni.md": ("spaces/frammento-{}/space.md", SPACE),
}


@cache
def page(path: str) -> str:
    """The text of a page."""
    return (ROOT / path).read_text(encoding="utf-8")


def section(path: str, heading: str) -> str:
    """What stands below a heading of a page, up to the next heading of its rank."""
    rank = heading.split(" ", 1)[0]
    found = re.search(rf"^{re.escape(heading)}$\n(.*?)(?=^#{{1,{len(rank)}}} |\Z)", page(path), re.M | re.S)
    assert found, f"{path} has no heading {heading!r}"
    return found[1]


def rows(text: str) -> list[list[str]]:
    """The cells of the rows of tables, without their heads."""
    lines = [line.strip("| ") for line in text.splitlines() if line.startswith("|") and not line.startswith("|---")]
    return [[cell.strip() for cell in line.split(" | ")] for line in lines]


def code(text: str) -> list[str]:
    """Everything between backticks outside of fences."""
    return re.findall(r"`([^`\n]+)`", FENCE.sub("", text))


# Fields


def declarations() -> Iterator[tuple[str, type]]:
    """Every declaration, with those inside it, by the kind of file."""
    for kind, cls in CLASSES.items():
        for inner in (cls, *nested(cls)):
            yield kind, inner


WITH_EXAMPLE = [
    pytest.param(kind, cls, each, id=f"{kind}-{cls.__name__}-{each.name}")
    for kind, cls in declarations()
    for each in declared_fields(cls)
    if each.means.example is not None
]


def test_the_reference_of_fields_is_what_the_declarations_say() -> None:
    assert page("docs/fields.md") == reference()


def test_every_field_stands_in_the_reference_with_its_meaning_in_both_languages() -> None:
    cells = [row[:3] for row in rows(page("docs/fields.md"))]
    told = {(row[0].split("`")[1], row[1].split(" (")[0], row[2]) for row in cells if "`" in row[0]}
    fields = [each for _, cls in declarations() for each in declared_fields(cls)]
    missing = {each.name for each in fields if (each.name, each.means.it.split(" (")[0], each.means.en) not in told}
    assert missing == set()
    assert [each.name for each in fields if not (each.means.it and each.means.en)] == []


def test_the_schemas_are_what_the_declarations_say() -> None:
    shipped = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / "schema").glob("*.json")}
    assert shipped == dict(schemas())


@pytest.mark.parametrize("name", [name for name, _ in schemas()])
def test_every_schema_is_valid(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(page(f"docs/schema/{name}")))


@pytest.mark.parametrize("kind", ["network", "brand"])
def test_the_schemas_accept_the_sample_networks_own_files(kind: str) -> None:
    file = f"content/{kind}.yaml"
    document = yaml_file(file, (ROOT / file).read_bytes())
    validator = jsonschema.Draft202012Validator(json.loads(page(f"docs/schema/{kind}.json")))
    assert [error.message for error in validator.iter_errors(as_json(document.data))] == []


@pytest.mark.parametrize(("kind", "cls", "field"), WITH_EXAMPLE)
def test_the_schemas_accept_the_example_of_every_field(kind: str, cls: type, field: DeclaredField) -> None:
    schema = json.loads(page(f"docs/schema/{kind}.json"))
    inside = schema if cls is CLASSES[kind] else schema["$defs"][cls.__name__]
    part = {"$defs": partial(schema.get("$defs", {})), **partial(inside["properties"][field.name])}
    validator = jsonschema.Draft202012Validator(part)
    assert [error.message for error in validator.iter_errors(as_written(field.means.example))] == []


def as_json(value: Any) -> Any:
    """Data of a file as JSON has it."""
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [as_json(inner) for inner in value]
    return value if isinstance(value, str | bool | int | None) else float(value)


def as_written(example: Any) -> Any:
    """An example as a file gives it: text in quotes is what the quotes hold."""
    if isinstance(example, str) and example.startswith('"'):
        return example.strip('"')
    return as_json(scalar(example)) if isinstance(example, str) else example


def partial(schema: Any) -> Any:
    """A schema that needs no fields: examples of mappings show some of them."""
    if isinstance(schema, dict):
        return {key: partial(inner) for key, inner in schema.items() if key != "required" or isinstance(inner, dict)}
    return [partial(inner) for inner in schema] if isinstance(schema, list) else schema


@pytest.mark.parametrize("kind", TRANSLATED)
def test_the_guide_to_translations_lists_the_fields_that_can_be_translated(kind: str) -> None:
    names = {"room": "<sala>", "event": "<evento>", "organisation": "<ente>", "resource": "<risorsa>"}
    file = f"{names.get(kind, kind)}.en.md"
    told = {row[0].strip("`"): set(code(row[1])) for row in rows(page("docs/spazi/le-traduzioni.md"))}
    assert told[file] == {each.name for each in declared_fields(translation_class(CLASSES[kind]))}


# Examples


def fragments() -> Iterator[tuple[str, str, str]]:
    """The page, path and content of files that hold a fragment shown in a guide, completed by what it does not say."""
    number = 0
    for guide, (place, base) in FRAGMENTS.items():
        whole = [content for _, content in WHOLE_FILE.findall(page(guide))]
        for lang, text in FENCE.findall(page(guide)):
            if lang == "yaml" and text not in whole:
                number += 1
                yield guide, place.format(number), f"---\n{completed(text, base)}---\n"


def completed(fragment: str, base: Mapping[str, str]) -> str:
    """A fragment of a head with the needed fields that it leaves out."""
    stated = set(re.findall(r"^(\w+):", fragment, re.M))
    return "".join(f"{name}: {value}\n" for name, value in base.items() if name not in stated) + fragment


def examples() -> list[tuple[str, str, str]]:
    """The page, path and content of every whole file that the documentation shows, and of every fragment."""
    pages = (path for path in PAGES if path != ALONE and not path.startswith(GUIDES))
    whole = [(path, *found) for path in pages for found in WHOLE_FILE.findall(page(path))]
    return [*whole, *fragments()]


EXAMPLES = examples()


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """What is wrong with a copy of the sample network into which all examples were put, and was not before."""
    root = tmp_path_factory.mktemp("docs")
    for name in ("content", "spaces", "events"):
        shutil.copytree(ROOT / name, root / name)
    before = {problem.told("en") for problem in load(str(root), today=TODAY).problems}
    for _, path, content in EXAMPLES:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
        for picture in re.findall(r"file: (\S+\.jpg)", content):
            Image.new("RGB", (8, 8)).save(file.parent / picture)
    return [problem for problem in load(str(root), today=TODAY).problems if problem.told("en") not in before]


@pytest.mark.parametrize(("shown_in", "path"), [example[:2] for example in EXAMPLES])
def test_every_example_can_be_copied_into_the_sample_network(shown_in: str, path: str, problems: list[Problem]) -> None:
    assert [problem.told("en") for problem in problems if problem.source.path == path] == []


def test_examples_leave_the_rest_of_the_sample_network_as_it_was(problems: list[Problem]) -> None:
    written = {path for _, path, _ in EXAMPLES}
    assert [problem.told("en") for problem in problems if problem.source.path not in written] == []


def test_the_readme_shows_a_space_and_an_event() -> None:
    shown = [path for page, path, _ in EXAMPLES if page == "README.md"]
    assert [path.split("/")[0] for path in shown] == ["spaces", "events", "events"]


@pytest.mark.parametrize(
    "text", [text for lang, text in FENCE.findall(page("docs/ufficio/la-rete.md")) if lang == "yaml"]
)
def test_every_fragment_of_the_networks_file_is_accepted(text: str) -> None:
    document = yaml_document("content/network.yaml", completed(text, NETWORK))
    assert [problem.told("en") for problem in fields_of(NetworkFields, document)[1]] == []


def test_the_network_on_the_page_for_adopters_has_no_problems(tmp_path: Path) -> None:
    for path, content in WHOLE_FILE.findall(page(ALONE)):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    assert [problem.told("en") for problem in load(str(tmp_path), today=TODAY).problems] == []


def test_the_guide_to_messages_quotes_the_programs_own_words() -> None:
    sentences = [languages["it"][0] for languages in SENTENCES.values()]
    quoted = [row[0] for row in rows(section("docs/spazi/gli-errori.md", "## I più frequenti"))[1:]]
    unknown = [told for told in quoted if not any(quotes(told, sentence) for sentence in sentences)]
    assert quoted
    assert unknown == []


def quotes(told: str, sentence: str) -> bool:
    """Whether a quotation with `…` stands for a sentence with `{names}`."""
    return all(part.strip() in sentence for part in told.split("…") if part.strip())


def test_the_message_that_the_guide_explains_is_what_check_says(tmp_path: Path) -> None:
    path, content = next(found for found in WHOLE_FILE.findall(page("docs/spazi/il-profilo.md")))
    shutil.copytree(ROOT / "content", tmp_path / "content")
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text(content.replace("summary:", "sumary:"), encoding="utf-8")
    told = [problem.told("it") for problem in load(str(tmp_path), today=TODAY).problems]
    assert FENCE.findall(page("docs/spazi/gli-errori.md"))[0][1].strip() in told


# Settings, commands, outputs


OURS = sorted(name for name in vars(settings) if name.isupper())


@pytest.mark.parametrize("name", OURS)
def test_every_setting_is_documented(name: str) -> None:
    assert name in code(page("docs/developers/settings.md"))


def test_the_defaults_of_settings_are_as_documented() -> None:
    told = {row[0].strip("`"): row[1] for row in rows(section("docs/developers/settings.md", "## Yours to set"))[1:]}
    shown = {name: default.strip("`") for name, default in told.items() if default.startswith("`")}
    assert shown == {name: literal(getattr(settings, name)) for name in shown}


def literal(value: object) -> str:
    """A value as it is written in settings."""
    return f'"{value}"' if isinstance(value, str) else repr(value)


def commands() -> Mapping[str, argparse.ArgumentParser]:
    """The parser of every command."""
    return next(each.choices for each in parser()._actions if isinstance(each, argparse._SubParsersAction))


@pytest.mark.parametrize("name", list(commands()))
def test_every_command_is_documented_with_its_arguments(name: str) -> None:
    told = section("docs/developers/commands.md", f"## circuito {name}")
    for action in commands()[name]._actions:
        if not isinstance(action, argparse._HelpAction):
            assert f"`{(action.option_strings or [action.dest])[0]}" in told


def test_every_make_target_is_documented() -> None:
    targets = set(re.findall(r"^([a-z]+):[^\n]*## ", page("Makefile"), re.M)) - {"setup"}
    assert targets == set(re.findall(r"`make ([a-z]+)`", section("docs/developers/commands.md", "## make")))


def test_every_output_is_documented_and_no_other() -> None:
    told = [row[0].strip("`") for row in rows(section("docs/developers/outputs.md", "## The shipped ones"))[1:]]
    assert sorted(told) == sorted(settings.OUTPUTS)


# Templates


TEMPLATES = sorted(path.name for path in (ROOT / "theme" / "templates").glob("*.html") if path.name != "base.html")
EVERYWHERE = set(
    re.findall(
        r"`(\w+)`", " ".join(re.findall(r"^- (.*?):", section("docs/developers/templates.md", "## Every page"), re.M))
    )
)
GLOBALS = {"t", "lang", "dir", "site"}


@pytest.fixture(scope="module")
def sample() -> Network:
    """The sample network, in two languages to save time."""
    network = load(str(ROOT), today=TODAY, site="https://rete.example").network
    assert network is not None
    network = replace(network, fields=replace(network.fields, languages=("it", "en")))
    return replace(network, phrases=phrases_of(network.languages, [ROOT / "theme" / "phrases"]))


@pytest.fixture(scope="module")
def shown(sample: Network) -> Mapping[str, set[str]]:
    """The names that each template is handed by the shipped outputs."""
    names: dict[str, set[str]] = {}
    for name in settings.OUTPUTS:
        for item in output_named(name)(sample):
            if isinstance(item, Page):
                names.setdefault(item.template, set()).update(item.handed)
    return names


def documented(template: str) -> set[str]:
    """The names that the documentation says a template is handed."""
    text = section("docs/developers/templates.md", f"### `{template}`")
    own = set(re.findall(r"`(\w+)`", " ".join(re.findall(r"^- (.*?):", text, re.M))))
    return own if template == "redirect.html" else own | EVERYWHERE


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_is_documented_with_what_it_is_handed(template: str, shown: Mapping[str, set[str]]) -> None:
    if template in shown:  # article.html and page.html are handed theirs by Pelican's plugin
        assert documented(template) == shown[template]


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_template_asks_for_a_name_that_is_not_documented(template: str) -> None:
    environment = Environment(loader=FileSystemLoader(ROOT / "theme" / "templates"), **settings.JINJA_ENVIRONMENT)
    environment.filters["apart"] = apart
    tree = environment.parse((ROOT / "theme" / "templates" / template).read_text(encoding="utf-8"))
    imported = {name for each in tree.find_all(nodes.FromImport) for name in each.names}
    assert meta.find_undeclared_variables(tree) - imported - GLOBALS - documented(template) == set()


def test_every_block_of_the_base_template_is_documented() -> None:
    blocks = re.findall(r"{% block (\w+)", page("theme/templates/base.html"))
    assert [
        row[0].strip("`") for row in rows(section("docs/developers/templates.md", "## Overriding one block"))[1:]
    ] == blocks


# Pages


def links(text: str) -> list[str]:
    """The relative links and pictures of a page."""
    targets = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", FENCE.sub("", text)))
    return [target.split("#")[0] for target in targets if not re.match(r"[a-z]+:|#", target)]


@pytest.mark.parametrize("path", PAGES)
def test_links_lead_to_files_that_exist(path: str) -> None:
    here = (ROOT / path).parent
    assert [target for target in links(page(path)) if not (here / target).exists()] == []


def test_every_page_can_be_found_from_the_index() -> None:
    inside = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")} - {"README.md"}
    assert set(links(page("docs/README.md"))) == inside
