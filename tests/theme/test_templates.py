"""What templates and styles may not do: trust text, style inline, run inline, name colours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
SHEETS = sorted((THEME / "static" / "css").rglob("*.css"))
TRUSTED = {
    ("base.html", "structured"),
    ("base.html", "way"),
    ("subscribe.html", "code"),
    ("components/rich_text.html", "said.text"),
}


def named(file: Path) -> str:
    """A file's name in test reports."""
    return file.relative_to(THEME).as_posix()


def test_text_is_trusted_only_where_it_was_made_safe() -> None:
    found = {
        (file.relative_to(THEME / "templates").as_posix(), expression)
        for file in TEMPLATES
        for expression in re.findall(r"([\w.]+)\s*\|\s*safe", file.read_text("utf-8"))
    }
    assert found == TRUSTED


@pytest.mark.parametrize("file", TEMPLATES, ids=named)
def test_a_template_has_no_inline_style_script_or_handler(file: Path) -> None:
    source = file.read_text("utf-8")
    assert re.findall(r"\bstyle=|<style|\bon[a-z]+=|javascript:|<iframe", source) == []
    assert [
        tag for tag in re.findall(r"<script[^>]*>", source) if "src=" not in tag and "application/ld+json" not in tag
    ] == []


@pytest.mark.parametrize("file", TEMPLATES, ids=named)
def test_a_template_loads_nothing_from_elsewhere(file: Path) -> None:
    source = file.read_text("utf-8")
    assert re.findall(r'(?:src|srcset|action)="(?!\{\{)[^"]*', source) == []
    assert re.findall(r'href="https?:[^"]*', source) == []


@pytest.mark.parametrize("file", TEMPLATES, ids=named)
def test_words_come_from_phrases(file: Path) -> None:
    source = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", file.read_text("utf-8"), flags=re.DOTALL)
    words = set(re.findall(r"[^\W\d_]{2,}", re.sub(r"<[^>]*>", " ", source)))
    assert words <= {"RSS", "Atom", "JSON", "Feed"}


@pytest.mark.parametrize("file", sorted((THEME / "templates" / "components").glob("*.html")), ids=named)
def test_a_component_file_is_named_as_its_macro(file: Path) -> None:
    macros = re.findall(r"\{%-? macro (\w+)", file.read_text("utf-8"))
    assert macros[-1] == file.stem


def test_every_template_that_an_output_names_exists() -> None:
    outputs = "\n".join(file.read_text("utf-8") for file in (ROOT / "plugins" / "circuito" / "outputs").glob("*.py"))
    named_there = set(re.findall(r'"(\w+\.html)"', outputs)) - {"404.html"}
    assert named_there - {file.name for file in TEMPLATES} - {"index.html"} == set()


def test_pages_offer_the_blocks_that_adopters_may_rely_on() -> None:
    base = (THEME / "templates" / "base.html").read_text("utf-8")
    blocks = re.findall(r"\{% block (\w+) %\}", base)
    assert blocks == ["title", "description", "head", "skip", "header", "main", "aside", "edit", "footer", "scripts"]


@pytest.mark.parametrize("file", SHEETS, ids=named)
def test_colours_are_named_in_tokens_alone(file: Path) -> None:
    if file.name != "tokens.css":
        source = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(|:\s*(?:black|white|red)\b", source) == []
        assert "--brand-" not in source


@pytest.mark.parametrize("file", SHEETS, ids=named)
def test_a_sheet_has_no_ids_no_important_no_pixels_no_sides(file: Path) -> None:
    source = re.sub(r"/\*.*?\*/|\"[^\"]*\"|url\([^)]*\)", "", file.read_text("utf-8"), flags=re.DOTALL)
    assert re.findall(r"(?:^|[\s,}])#[a-z][\w-]*(?=[\s,{.:])", source, flags=re.MULTILINE) == []
    assert "!important" not in source
    assert re.findall(r"font-size:[^;]*px", source) == []
    assert (
        re.findall(
            r"\b(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b|[;{\s](?:left|right|top|bottom|width|height):|text-align:\s*(?:left|right)",
            source,
        )
        == []
    )


def test_the_entry_sheet_holds_the_order_of_layers_and_every_other_sheet() -> None:
    entry = (THEME / "static" / "css" / "site.css").read_text("utf-8")
    lines = [line for line in entry.splitlines() if line]
    assert lines[0] == "@layer reset, tokens, base, layout, components, utilities, brand;"
    imported = re.findall(r'@import url\("([^"]+)"\) layer\((\w+)\);', entry)
    assert len(imported) == len(lines) - 1
    assert sorted(path for path, _ in imported) == sorted(
        file.relative_to(THEME / "static" / "css").as_posix() for file in SHEETS if file.name != "site.css"
    )
    assert {layer for path, layer in imported if "/" in path} == {"layout", "components"}


def classes_written() -> set[str]:
    """Every class that a template or script writes out; one that ends in hyphens is completed by an argument."""
    found: set[str] = set()
    for file in TEMPLATES:
        for value in re.findall(r'class="((?:\{%.*?%\}|\{\{.*?\}\}|[^"])*)"', file.read_text("utf-8")):
            found.update(re.sub(r"\{%.*?%\}", " ", re.sub(r"\{\{.*?\}\}", "", value)).split())
    for file in (THEME / "static" / "js").glob("*.js"):
        for value in re.findall(r'"([^"\n]*)"|`([^`\n]*)`', file.read_text("utf-8")):
            found.update(re.findall(r"[a-z][\w-]+", "".join(value)))
    return found | {"leaflet-"}  # Leaflet writes its own


def test_every_class_that_is_styled_is_written_somewhere() -> None:
    written = classes_written()
    open_ended = tuple(name for name in written if name.endswith("-"))
    sheets = "\n".join(file.read_text("utf-8") for file in SHEETS)
    styled = set(re.findall(r"\.([a-z][\w-]*)", re.sub(r'"[^"]*"|/\*.*?\*/', "", sheets, flags=re.DOTALL)))
    alone = styled - written - {"line-none", "line-own"}
    assert sorted(name for name in alone if not name.startswith(open_ended)) == []
