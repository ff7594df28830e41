"""Every component renders each of its examples, in every language, as valid HTML."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml
from jinja2 import Environment, FileSystemLoader

from circuito.publishing.languages import phrases_of, speaking
from circuito.settings import JINJA_ENVIRONMENT

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"
LANGUAGES = ("it", "en", "ar")
COMPONENTS = yaml.safe_load((THEME / "components.yaml").read_text("utf-8"))
EXAMPLES = [
    pytest.param(component, example, id=f"{component}: {example['name']}")
    for component, entry in COMPONENTS.items()
    for example in entry["examples"]
]
PHRASES = phrases_of(LANGUAGES, [THEME / "phrases"])
ENVIRONMENT = Environment(loader=FileSystemLoader(THEME / "templates"), **JINJA_ENVIRONMENT)
SITE = {"names": {"it": "italiano", "en": "inglese", "ar": "arabo"}}
SPOKEN = {lang: speaking(ENVIRONMENT, PHRASES[lang], SITE) for lang in LANGUAGES}


def rendered(component: str, example: dict[str, Any], lang: str) -> str:
    """The HTML of one example."""
    call = f"own.{component}(**arguments)"
    body = f"{{% call {call} %}}{example['inside']}{{% endcall %}}" if "inside" in example else f"{{{{ {call} }}}}"
    template = SPOKEN[lang].from_string(f'{{% import "components/{component}.html" as own %}}{body}')
    html: str = template.render(arguments=example["arguments"])
    within = COMPONENTS[component].get("within")
    return f"<{within}>{html}</{within}>" if within else html


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("component", "example"), EXAMPLES)
def test_an_example_renders_as_strict_html(component: str, example: dict[str, Any], lang: str) -> None:
    html5lib.HTMLParser(strict=True).parseFragment(rendered(component, example, lang))


def test_every_component_has_an_example_and_no_example_lacks_its_component() -> None:
    files = {file.stem for file in (THEME / "templates" / "components").glob("*.html")}
    assert set(COMPONENTS) == files


@pytest.mark.parametrize("component", COMPONENTS)
def test_the_listed_arguments_are_those_of_the_macro(component: str) -> None:
    source = (THEME / "templates" / "components" / f"{component}.html").read_text("utf-8")
    signature = re.search(rf"{{%-? macro {component}\((.*?)\) -?%}}", source)
    assert signature is not None
    names = re.findall(r"\w+", re.sub(r"=(?:\([^)]*\)|\"[^\"]*\"|\w+)", "", signature[1]))
    assert names == list(COMPONENTS[component]["arguments"])


@pytest.mark.parametrize("component", COMPONENTS)
def test_the_comment_of_a_component_names_its_arguments(component: str) -> None:
    source = (THEME / "templates" / "components" / f"{component}.html").read_text("utf-8")
    comment = source[: source.index("#}")]
    assert source.startswith("{# ")
    assert [name for name in COMPONENTS[component]["arguments"] if not re.search(rf"\b{name}\b", comment)] == []


def test_text_in_another_language_is_marked_for_ears_and_eyes() -> None:
    html = rendered("spoken", {"arguments": {"said": {"text": "Snack", "lang": "en"}}}, "it")
    assert '<span lang="en" dir="auto">Snack</span>' in html
    assert "(Testo solo in inglese)" in html


def test_what_members_write_is_escaped() -> None:
    html = rendered("spoken", {"arguments": {"said": {"text": "<script>alert(1)</script>", "lang": ""}}}, "it")
    assert html == "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_html_validate_finds_nothing(tmp_path: Path) -> None:
    validator = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    node = shutil.which("node")
    if node is None or not validator.exists():
        pytest.skip("html-validate is not installed: npm ci")
    rules = {"no-inline-style": "error", "no-implicit-button-type": "error", "void-style": "off"}
    (tmp_path / ".htmlvalidate.json").write_text(
        json.dumps({"root": True, "extends": ["html-validate:standard"], "rules": rules})
    )
    for number, (component, example) in enumerate(each.values for each in EXAMPLES):
        head = f'<!DOCTYPE html>\n<html lang="it"><head><title>{component}</title></head>'
        page = f"{head}<body>{rendered(component, example, 'it')}</body></html>\n"
        (tmp_path / f"{number:03}-{component}.html").write_text(page, "utf-8")
    command = [node, str(validator), "--formatter", "stylish", "*.html"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
