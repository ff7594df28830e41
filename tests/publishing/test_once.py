"""What templates make once is made for equal values only, and shows nothing but them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, meta, nodes

from circuito.outputs.views import Text
from circuito.publishing.languages import phrases_of, speaking
from circuito.settings import JINJA_ENVIRONMENT, THEME

TEMPLATES = Path(THEME) / "templates"
NAMES = [file.relative_to(TEMPLATES).as_posix() for file in sorted(TEMPLATES.rglob("*.html"))]
GLOBALS = {"t", "lang", "dir", "site"}
ROWS = "{% for row in rows %}{% once row %}{{ row.text }} {{ t('mark.free') }}. {% endonce %}{% endfor %}"


def spoken(lang: str, source: str) -> Environment:
    """An environment that speaks a language and has one template, `page`."""
    environment = Environment(loader=DictLoader({"page": source}), **JINJA_ENVIRONMENT)
    return speaking(environment, phrases_of([lang], [Path(THEME) / "phrases"])[lang], {})


def test_equal_values_show_what_was_made_first() -> None:
    page = spoken("it", "{% once number %}{{ told }}{% endonce %}").get_template("page")
    assert [page.render(number=number, told=told) for number, told in ((1, "a"), (1, "b"), (2, "c"))] == ["a", "a", "c"]


def test_each_place_in_a_template_keeps_its_own() -> None:
    page = spoken("it", "{% once %}a{% endonce %}{% once %}b{% endonce %}").get_template("page")
    assert [page.render(), page.render()] == ["ab", "ab"]


def test_each_language_keeps_its_own() -> None:
    pages = [spoken(lang, ROWS).get_template("page").render(rows=[Text("x"), Text("x")]) for lang in ("it", "en")]
    assert pages == ["x Gratis. x Gratis. ", "x Free. x Free. "]


def test_what_is_made_once_is_escaped_once() -> None:
    page = spoken("it", "{% once word %}<b>{{ word }}</b>{% endonce %}").get_template("page")
    assert [page.render(word="<&>"), page.render(word="<&>")] == ["<b>&lt;&amp;&gt;</b>"] * 2


def test_plain_data_is_made_each_time() -> None:
    page = spoken("it", "{% once row %}{{ row.text }}{% endonce %}").get_template("page")
    assert [page.render(row={"text": "a"}), page.render(row={"text": "b"})] == ["a", "b"]


def parts(tree: nodes.Template) -> Iterator[tuple[nodes.CallBlock, nodes.Tuple]]:
    """Every part of a template that is made once, with its values."""
    for each in tree.find_all(nodes.CallBlock):
        if isinstance(each.call.node, nodes.ExtensionAttribute):
            yield each, each.call.args[1]


@pytest.mark.parametrize("name", NAMES)
def test_the_theme_shows_in_such_a_part_only_its_values(name: str) -> None:
    environment = Environment(**JINJA_ENVIRONMENT)
    tree = environment.parse((TEMPLATES / name).read_text("utf-8"), name)
    imported = {given for each in tree.find_all(nodes.FromImport) for given in each.names}
    for part, values in parts(tree):
        shown = meta.find_undeclared_variables(nodes.Template(part.body, environment=environment))
        handed = {each.name for each in values.find_all(nodes.Name)}
        assert shown - imported - GLOBALS - handed - {"range"} == set()
