"""Settings, templates, phrases and outputs that cannot work end with 2, say why, and leave the site as it was."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from whole_networks import built, pelican, replaced, tree, written

Put = Callable[[Path], object]


def settings(**changed: str) -> Put:
    """Settings added to those of the small network."""
    lines = "".join(f"{name} = {value}\n" for name, value in changed.items())
    return lambda root: (root / "pelicanconf.py").write_text((root / "pelicanconf.py").read_text() + lines)


def outputs(code: str) -> Put:
    """One more output, of the network's own."""
    return lambda root: [
        written(root, "mine.py", f"from circuito.outputs import File, Page\n\n\ndef mine(network):\n    {code}\n"),
        settings(OUTPUTS='["plain:home", "plain:things", "mine:mine"]')(root),
    ]


def template(path: str, text: str) -> Put:
    return lambda root: written(root, f"templates/{path}", text)


WRONG: dict[str, tuple[Put, str]] = {
    "an output that is no name": (
        settings(OUTPUTS='["home"]'),
        "OUTPUTS: 'home' is not written as `package.module:function`",
    ),
    "an output of no module": (settings(OUTPUTS='["niente:home"]'), "OUTPUTS: 'niente:home': No module named 'niente'"),
    "an output of no function": (
        settings(OUTPUTS='["plain:niente"]'),
        "OUTPUTS: 'plain:niente': module 'plain' has no attribute 'niente'",
    ),
    "a path that leads out": (
        outputs("yield File('../fuori.txt', 'k', lambda: b'x')"),
        "'../fuori.txt', made by mine:mine, leads out of the output",
    ),
    "an absolute path": (
        outputs("yield File('/tmp/fuori.txt', 'k', lambda: b'x')"),
        "'/tmp/fuori.txt', made by mine:mine, leads out of the output",
    ),
    "two pages with one address": (
        outputs("yield File('index.html', 'k', lambda: b'x')"),
        "index.html is made twice, by plain:home and by mine:mine: give one another address",
    ),
    "two pages that differ in capitals": (
        outputs("yield File('INDEX.html', 'k', lambda: b'x')"),
        "INDEX.html is made twice, by plain:home and by mine:mine: give one another address",
    ),
    "a page of the office in place of another": (
        lambda root: replaced(root, "content/pages/rete.md", "Slug: la-rete", "Slug: en"),
        "en/index.html is made twice, by content/pages/rete.md and by plain:home: give one another address",
    ),
    "a page in no language of the network": (
        outputs("yield Page('x.html', 'plain.html', 'de', {})"),
        "x.html: the language `de` is not the network's",
    ),
    "a template that does not exist": (
        outputs("yield Page('x.html', 'niente.html', 'it', {})"),
        "x.html: there is no template niente.html",
    ),
    "a template with a mistake": (
        template("plain.html", "<p>\n{% for x in %}"),
        "plain.html:2: Expected an expression",
    ),
    "a template that shows what it was not handed": (
        template("plain.html", "{{ niente }}"),
        "plain.html, for index.html: 'niente' is undefined",
    ),
    "a template that fails": (
        template("plain.html", "<p>\n{{ 1 / 0 }}"),
        "templates/plain.html:2, for index.html: ZeroDivisionError: division by zero",
    ),
    "a template in another encoding": (
        lambda root: (root / "templates/plain.html").write_bytes("<p>\ncaffè".encode("latin-1")),
        "templates/plain.html:2: this is not UTF-8: save it so",
    ),
    "a phrase that does not exist": (
        template("plain.html", '{{ t("small.nothing") }}'),
        "plain.html, for index.html: no phrase `small.nothing` in `en`",
    ),
    "a phrase without the values it needs": (
        lambda root: [
            written(root, "phrases/it.yaml", 'small:\n  word: "{chi} e {che}"\n'),
            template("plain.html", '{{ t("small.word", chi="x") }}')(root),
        ],
        "plain.html, for index.html: the phrase `small.word` in `it` cannot be filled in: KeyError('che')",
    ),
    "an empty phrase": (
        lambda root: written(root, "phrases/it.yaml", "small:\n  word:\n"),
        "the phrase `small.word` is no text (in quotes), nor forms with `other` among them",
    ),
    "a phrase that is a flag": (
        lambda root: written(root, "phrases/it.yaml", "small:\n  word: true\n"),
        "the phrase `small.word` is no text (in quotes), nor forms with `other` among them",
    ),
    "a plural without its last form": (
        lambda root: written(root, "phrases/it.yaml", "small:\n  word: {one: Uno}\n"),
        "the phrase `small.word` is no text (in quotes), nor forms with `other` among them",
    ),
    "phrases that are no YAML": (
        lambda root: written(root, "phrases/it.yaml", "small: [\n"),
        "phrases/it.yaml:2:1: the bracket is not closed (close it, and put commas between the values)",
    ),
    "a language without phrases": (
        lambda root: replaced(root, "content/network.yaml", "[it, en]", "[it, en, de]"),
        "no phrases for the language `de`: write de.yaml in a folder of PHRASES",
    ),
    "a day that is none": (
        settings(AS_OF='"domani"'),
        "AS_OF, SOURCE_DATE_EPOCH or TIMEZONE: Invalid isoformat string: 'domani'",
    ),
    "another language than the network's": (
        settings(DEFAULT_LANG='"en"'),
        "DEFAULT_LANG is 'en', but content/network.yaml says 'it'",
    ),
    "another time zone than the network's": (
        settings(TIMEZONE='"Europe/Paris"'),
        "TIMEZONE is 'Europe/Paris', but content/network.yaml says 'Europe/Rome'",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_work_ends_with_2_says_why_and_leaves_the_site_as_it_was(network, capsys, name):
    built(network)
    before = tree(network / "output")
    put, why = WRONG[name]
    put(network)
    capsys.readouterr()
    code = built(network, AS_OF="domani") if name == "a day that is none" else built(network)
    said = capsys.readouterr().err
    assert (code, said.count("\n"), why in said, tree(network / "output")) == (2, 1, True, before)


@pytest.mark.parametrize("name", ["an output of no module", "a template with a mistake", "an empty phrase"])
def test_what_cannot_work_shows_no_traceback(network, name):
    WRONG[name][0](network)
    ended = pelican(network)
    assert (ended.returncode, "Traceback" in ended.stderr + ended.stdout) == (2, False)


def test_an_output_that_raises_ends_with_2_and_leaves_the_site_as_it_was(network):
    pelican(network)
    before = tree(network / "output")
    outputs("raise ZeroDivisionError('a mistake of the program')\n    yield")(network)
    ended = pelican(network)
    assert (ended.returncode, "a mistake of the program" in ended.stdout + ended.stderr, tree(network / "output")) == (
        2,
        True,
        before,
    )


def test_a_date_of_the_machine_that_is_none_ends_with_2(network):
    ended = pelican(network, SOURCE_DATE_EPOCH="ieri")
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)


def test_a_cache_in_git_is_not_trusted(network):
    built(network)
    before = tree(network / "output")
    for command in (["init", "--quiet"], ["add", "--force", ".circuito"]):
        subprocess.run(["git", *command], cwd=network, check=True)
    replaced(network, "content/brand.yaml", "Molti luoghi", "Altro")
    assert (built(network), tree(network / "output")) == (2, before)


def test_compiled_templates_in_git_are_not_trusted(network):
    built(network)
    before = tree(network / "output")
    written(network, "templates/__pycache__/plain.pyc", b"code that nobody can read")
    for command in (["init", "--quiet"], ["add", "--force", "templates"]):
        subprocess.run(["git", *command], cwd=network, check=True)
    replaced(network, "content/brand.yaml", "Molti luoghi", "Altro")
    ended = pelican(network)
    told = "templates/__pycache__ is a cache and may not be in git: git rm -r --cached templates/__pycache__"
    assert (ended.returncode, told in ended.stderr, tree(network / "output")) == (2, True, before)


def test_a_link_in_git_from_templates_to_what_is_compiled_is_not_trusted(network):
    built(network)
    shutil.rmtree(network / "templates/__pycache__", ignore_errors=True)
    (network / "templates/__pycache__").symlink_to("../content")
    for command in (["init", "--quiet"], ["add", "--force", "templates"]):
        subprocess.run(["git", *command], cwd=network, check=True)
    assert built(network) == 2


def test_an_edited_module_of_the_networks_own_is_obeyed(network):
    outputs("yield File('mio.txt', 'k', lambda: b'uno')")(network)
    pelican(network)
    replaced(network, "mine.py", "b'uno'", "b'un altro'")  # Python tells modules by second and size
    pelican(network)
    assert (network / "output/mio.txt").read_text() == "un altro"
