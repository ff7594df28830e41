"""What templates are translated to is kept beside them, used while it fits, and never trusted further than that."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from circuito.publishing.languages import compiling
from whole_networks import built, copied, pelican, replaced, tree, written

KEPT = "templates/__pycache__"


@pytest.fixture(autouse=True)
def keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here and in every process that is started, Python keeps what it has compiled."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)


def environment(root: Path, **options: object) -> Environment:
    """The templates of a folder, as Pelican finds them."""
    return compiling(Environment(loader=FileSystemLoader([root / "templates", root]), **options))


def shown(root: Path, name: str = "a.html", **options: object) -> str:
    """What a template shows."""
    return environment(root, **options).get_template(name).render(value="x")


def kept(root: Path) -> dict[str, tuple[int, int]]:
    """When each file beside the templates of a folder was written, and its place on the disk."""
    facts = {file.name: file.stat() for file in (root / KEPT).iterdir()}
    return {name: (each.st_mtime_ns, each.st_ino) for name, each in facts.items()}


def forgotten(root: Path) -> Path:
    """A network of which nothing is built nor remembered."""
    (root / "output").unlink()
    shutil.rmtree(root / ".circuito")
    return root


def test_a_build_from_nothing_finds_templates_translated(network):
    built(network)
    before = kept(network), tree(network / "output")
    built(forgotten(network))
    assert (before[0] != {}, (kept(network), tree(network / "output"))) == (True, before)


def test_settings_and_languages_do_not_decide_on_the_code_of_templates(network):
    built(network)
    before = kept(network)
    built(network, SITEURL="https://altra.example", SITENAME="Altra", OUTPUTS=["plain:home"])
    replaced(network, "content/network.yaml", "[it, en]", "[it]")
    built(network)
    assert kept(network) == before


def test_an_edited_template_is_translated_again_into_the_same_file(network):
    built(network)
    before = kept(network)
    replaced(network, "templates/plain.html", "<h1>", "<h1 class=mine>")
    built(network)
    changed = [name.partition(".")[0] for name, each in kept(network).items() if before.get(name) != each]
    page = (network / "output/index.html").read_text()
    assert (changed, len(kept(network)), "<h1 class=mine>" in page) == (["plain"], len(before), True)


@pytest.mark.parametrize("content", [b"", b"\xe3", b"\0" * 99, None], ids=["empty", "cut short", "foreign", "torn"])
def test_a_file_that_is_not_whole_is_translated_again(network, content):
    built(network)
    before = tree(network / "output")
    for file in (network / KEPT).iterdir():
        file.write_bytes(file.read_bytes()[:-9] if content is None else content)
    built(forgotten(network))
    whole = kept(network)
    built(forgotten(network))
    assert (tree(network / "output"), kept(network)) == (before, whole)


def test_the_code_of_another_template_is_not_taken_for_ones_own(tmp_path):
    for name in "ab":
        written(tmp_path, f"templates/{name}.html", "{{ value }}")
        shown(tmp_path, f"{name}.html")
    first, second = sorted((tmp_path / KEPT).iterdir())
    shutil.copyfile(first, second)
    assert environment(tmp_path).get_template("b.html").root_render_func.__code__.co_filename.endswith("/b.html")


def test_code_that_was_moved_with_its_folder_names_the_new_place(tmp_path):
    written(tmp_path / "old", "templates/a.html", "{{ value }}")
    shown(tmp_path / "old")
    (tmp_path / "old").rename(tmp_path / "new")
    code = environment(tmp_path / "new").get_template("a.html").root_render_func.__code__
    assert code.co_filename == str(tmp_path / "new/templates/a.html")


def test_a_template_keeps_its_code_under_each_of_its_names(tmp_path):
    written(tmp_path, "templates/a.html", "{{ self._TemplateReference__context.name }}")
    names = "a.html", "templates/a.html"
    told = [shown(tmp_path, name) for name in names]
    before = kept(tmp_path)
    assert ([shown(tmp_path, name) for name in names], kept(tmp_path), len(before)) == (told, before, 2)


def test_other_options_of_jinja_translate_anew(tmp_path):
    written(tmp_path, "templates/a.html", "{% if value %}\n{{ value }}{% endif %}[[ value ]]")
    options = {}, {"trim_blocks": True}, {"variable_start_string": "[[", "variable_end_string": "]]"}
    assert [shown(tmp_path, **each) for each in options] == ["\nx[[ value ]]", "x[[ value ]]", "\n{{ value }}x"]


def test_where_python_keeps_nothing_neither_do_templates(network, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert (built(network), (network / KEPT).exists()) == (0, False)


def test_where_python_keeps_its_code_elsewhere_so_do_templates(network, monkeypatch):
    elsewhere = network.with_name("elsewhere")
    monkeypatch.setattr(sys, "pycache_prefix", str(elsewhere))
    built(network)
    there = elsewhere / str(network / "templates").lstrip("/")
    names = {file.name.partition(".")[0] for file in there.iterdir()}
    assert ((network / KEPT).exists(), names) == (False, {"article", "page", "plain", "row"})


def test_where_nothing_can_be_kept_the_site_is_the_same(network):
    built(network)
    before = tree(network / "output")
    shutil.rmtree(network / KEPT)
    (network / KEPT).write_text("a file in the place of the folder")
    assert (built(forgotten(network)), tree(network / "output")) == (0, before)


def test_templates_are_translated_once_for_all_languages_where_nothing_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    written(tmp_path, "templates/a.html", "{{ value }}")
    spoken = environment(tmp_path)
    codes = [spoken.overlay(cache_size=-1).get_template("a.html").root_render_func.__code__ for _ in "ab"]
    assert codes[0] is codes[1]


FILTER = """
def loud(text):
    return text.{body}()

JINJA_FILTERS = {{"loud": loud}}
"""


@pytest.mark.parametrize("shown_text", ["{{ title | loud }}", '{{ "Parole" | loud }}'], ids=["of a page", "constant"])
def test_a_filter_of_the_settings_that_was_edited_is_obeyed(network, shown_text):
    conf = (network / "pelicanconf.py").read_text()
    replaced(network, "templates/plain.html", "<h1>", f"<h1>{shown_text} ")
    pages = []
    for body in ("upper", "swapcase"):
        written(network, "pelicanconf.py", conf + FILTER.format(body=body))
        assert pelican(network).returncode == 0
        pages.append((network / "output/index.html").read_text())
    pelican(clean := copied(network.with_name("clean"), network))
    assert (pages[0] != pages[1], pages[1]) == (True, (clean / "output/index.html").read_text())


def test_no_file_is_left_half_written_beside_templates(network):
    built(network)
    assert [name for name in os.listdir(network / KEPT) if not name.endswith(".pyc")] == []
