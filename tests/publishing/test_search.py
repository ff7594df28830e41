"""The search index: made of what people search, the same whoever makes it, and only where a searched page changed."""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circuito.publishing.search import elements, listed, named, opened, settled
from whole_networks import built, copied, inodes, replaced, tree, with_real_theme

pytest.importorskip("pagefind", reason="pagefind is not installed: pip install circuito[build]")


@pytest.fixture
def real(network: Path) -> Path:
    """The small network with the pages that every network has, and no more."""
    with_real_theme(network)
    with (network / "pelicanconf.py").open("a") as file:
        file.write("OUTPUTS = [name for name in OUTPUTS if name.rpartition(':')[2] in WANTED]\n")
        file.write("WANTED = ()\n")
    wanted = ("home", "events", "spaces", "areas", "themes", "organisations", "projects", "newsroom", "search")
    return replaced(network, "pelicanconf.py", "in WANTED]\nWANTED = ()", f"in {wanted}]")


def fragments(output: Path) -> dict[str, dict[str, Any]]:
    """What the index says of each page, by its address."""
    files = (output / "pagefind" / "fragment").glob("*.pf_fragment")
    found = [json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")) for file in files]
    return {each["url"]: each for each in found}


def index(output: Path) -> dict[str, str]:
    """The files of the index with the digests of their bytes."""
    return tree(output / "pagefind")


def test_every_kind_of_page_that_people_search_is_in_the_index_and_no_list(real: Path) -> None:
    built(real)
    kinds: dict[str, list[str]] = {}
    for url, page in fragments(real / "output").items():
        kinds.setdefault(page["filters"]["kind"][0], []).append(url)
    assert sorted(kinds) == ["area", "event", "news", "organisation", "page", "project", "space", "theme"]
    assert sorted(kinds["space"]) == sorted(
        f"/{lists}/{space}/" for lists in ("spazi", "en/spaces") for space in ("base", "nord", "sud")
    )


def test_a_page_says_in_the_index_what_a_result_shows(real: Path) -> None:
    built(real)
    event = fragments(real / "output")["/eventi/base/festa/"]
    told = event["meta"]["title"], event["meta"]["place"], event["filters"]["when"][0]
    assert told == ("Festa di cortile", "Casa Base", "coming")


def test_two_builds_make_the_same_index(real: Path, tmp_path: Path) -> None:
    other = copied(tmp_path / "altrove", real)
    built(real), built(other)
    assert index(real / "output") == index(other / "output")


def test_after_an_edit_the_index_is_that_of_a_clean_build(real: Path, tmp_path: Path) -> None:
    built(real)
    before = index(real / "output")
    replaced(real, "events/base/festa.md", "Festa di cortile", "Sagra delle zucche")
    clean = copied(tmp_path / "pulita", real)
    built(real), built(clean)
    assert fragments(real / "output")["/eventi/base/festa/"]["meta"]["title"] == "Sagra delle zucche"
    assert (index(real / "output") == before, index(real / "output")) == (False, index(clean / "output"))


def test_a_build_in_which_no_searched_page_changed_does_not_run_pagefind(
    real: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(real)
    before = inodes(real / "output" / "pagefind")
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere/pagefind")
    assert (built(real), inodes(real / "output" / "pagefind")) == (0, before)


def test_while_pelican_watches_the_index_is_kept_and_the_next_build_makes_it_anew(
    real: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(real)
    before = index(real / "output")
    replaced(real, "events/base/festa.md", "Festa di cortile", "Sagra delle zucche")
    with monkeypatch.context() as watching:
        watching.setattr(sys, "argv", ["pelican", "--autoreload"])
        built(real)
        kept = index(real / "output")
    built(real)
    title = fragments(real / "output")["/eventi/base/festa/"]["meta"]["title"]
    assert (kept == before, title) == (True, "Sagra delle zucche")


def test_a_file_of_the_index_that_was_lost_is_made_again(real: Path) -> None:
    built(real)
    before = index(real / "output")
    next((real / "output" / "pagefind" / "fragment").iterdir()).unlink()
    built(real)
    assert index(real / "output") == before


def test_a_network_that_wants_no_search_has_no_index(real: Path) -> None:
    built(real)
    built(real, SEARCH=False)
    assert (real / "output" / "pagefind").exists() is False


def test_where_pagefind_is_not_installed_the_rest_is_published_and_the_build_says_so(
    real: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pagefind.service", None)
    assert (built(real), (real / "output" / "pagefind").exists()) == (0, False)
    assert "left out: search, as pagefind is not installed" in capsys.readouterr().out


def test_the_order_in_which_pagefind_writes_filters_leaves_no_trace(real: Path, tmp_path: Path) -> None:
    built(real)
    made = real / "output" / "pagefind"
    turned = tmp_path / "turned"
    shutil.copytree(made, turned)
    entry = json.loads((turned / "pagefind-entry.json").read_bytes())
    entry["languages"] = dict(reversed(entry["languages"].items()))
    (turned / "pagefind-entry.json").write_text(json.dumps(entry))
    for file in (turned / "filter").iterdir():
        name, values = elements(opened(file))
        file.write_bytes(gzip.compress(b"pagefind_dcd" + listed([name, listed(elements(values)[::-1])])))
    for file in turned.glob("*.pf_meta"):
        parts = elements(opened(file))
        parts[3] = listed(elements(parts[3])[::-1])
        file.write_bytes(gzip.compress(b"pagefind_dcd" + listed(parts)))
    assert dict(settled(turned)) == dict(settled(made))


@given(st.lists(st.text(max_size=300), max_size=300))
def test_an_array_of_texts_is_taken_apart_and_put_together_again(texts: list[str]) -> None:
    items = [text_item(text) for text in texts]
    assert elements(listed(items)) == items


def text_item(text: str) -> bytes:
    """A text in CBOR."""
    content = text.encode()
    if len(content) < 24:
        return bytes([0x60 + len(content)]) + content
    size = 1 if len(content) < 256 else 2
    return bytes([0x77 + size]) + len(content).to_bytes(size, "big") + content


def test_a_name_has_the_length_of_pagefinds_own() -> None:
    assert (len(named(b"one", 7)), named(b"one", 7) == named(b"two", 7)) == (7, False)
