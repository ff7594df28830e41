"""What a build touches: only what changed, only what is ours, and all of it at once."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from whole_networks import NEW, built, event, inodes, replaced, tree, written


@pytest.fixture
def site(network: Path) -> Path:
    """A network that was built once."""
    assert built(network) == 0
    return network


def other(before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]]) -> list[str]:
    """The paths at which other files stand than before, or none."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def test_the_list_of_what_is_published_is_this(site):
    things = ["eventi/base/festa", "eventi/base/notte", "eventi/base/prove", "eventi/nord/corso", "eventi/nord/lettura"]
    things += ["eventi/sud/annullato", "eventi/sud/mostra", "eventi/sud/pranzo", "progetti/lettere"]
    things += ["spazi/base", "spazi/nord", "spazi/sud"]
    words = {"eventi": "events", "progetti": "projects", "spazi": "spaces"}
    english = [
        thing.replace(word, f"en/{words[word]}", 1) for thing in things for word in words if thing.startswith(word)
    ]
    pages = [f"{page}/index.html" for page in [*things, *english, "en", "la-rete", "notizie/si-apre"]]
    assert sorted(tree(site / "output")) == sorted(
        [*pages, "index.html", "en/next.txt", "it/next.txt", "theme/colours.txt"]
    )


def test_output_is_a_link_to_one_of_two_trees(site):
    first = os.readlink(site / "output")
    replaced(site, "events/base/notte.md", "Notte bianca", "Notte nera")
    built(site)
    second = os.readlink(site / "output")
    assert (first, second) == (".circuito/output/trees/a", ".circuito/output/trees/b")


def test_without_changes_nothing_is_touched(site):
    (site / ".circuito/output/lock").unlink()
    before = (os.readlink(site / "output"), inodes(site / "output"), inodes(site / ".circuito"))
    built(site)
    (site / ".circuito/output/lock").unlink()
    assert (os.readlink(site / "output"), inodes(site / "output"), inodes(site / ".circuito")) == before


def test_without_changes_nothing_is_rendered(site, capsys):
    capsys.readouterr()
    built(site)
    assert capsys.readouterr().out.splitlines()[0] == "0 written, 31 as they were, 0 removed"


def test_only_pages_that_show_an_event_are_written_after_its_edit(site):
    before = inodes(site / "output")
    replaced(site, "events/base/notte.md", "title: Notte bianca", "title: Notte nera")
    built(site)
    assert other(before, inodes(site / "output")) == [
        "en/events/base/notte/index.html",
        "en/index.html",
        "en/next.txt",
        "en/spaces/base/index.html",
        "eventi/base/notte/index.html",
        "index.html",
        "it/next.txt",
        "spazi/base/index.html",
    ]


def test_an_edit_that_no_page_shows_writes_nothing(site):
    before = inodes(site / "output")
    replaced(site, "events/base/notte.md", "organisers: [beta]", "organisers: [beta]\ndoors: 21:30")
    built(site)
    assert other(before, inodes(site / "output")) == []


def test_a_file_with_new_times_and_old_bytes_writes_nothing(site):
    before = inodes(site / "output")
    for file in [*site.rglob("*.md"), *site.rglob("*.html"), *site.rglob("*.yaml")]:
        if ".circuito" not in file.parts:
            file.write_bytes(file.read_bytes())
    built(site)
    assert other(before, inodes(site / "output")) == []


def test_a_page_rendered_anew_with_the_same_bytes_is_not_written(site):
    before = inodes(site / "output")
    replaced(site, "templates/plain.html", "<h1>", "{# nota #}<h1>")
    built(site)
    assert other(before, inodes(site / "output")) == []


def test_a_translated_title_is_written_in_its_language_alone(site):
    before = inodes(site / "output")
    replaced(site, "events/base/festa.en.md", "Party in the yard", "Yard party")
    built(site)
    assert other(before, inodes(site / "output")) == [
        "en/events/base/festa/index.html",
        "en/index.html",
        "en/next.txt",
        "en/spaces/base/index.html",
    ]


def test_a_name_of_a_space_reaches_every_page_that_shows_it(site):
    replaced(site, "spaces/base/space.md", "Casa Base", "Casa Bassa")
    built(site)
    pages = [file.relative_to(site / "output").as_posix() for file in (site / "output").rglob("*") if file.is_file()]
    assert [page for page in pages if "Casa Base" in (site / "output" / page).read_text()] == []


def test_a_deleted_event_disappears_everywhere(site):
    for name in ("festa.md", "festa.en.md"):
        (site / "events/base" / name).unlink()
    replaced(site, "content/news/apertura.md", "[festa]({filename}/events/base/festa.md)", "festa")
    built(site)
    files = list((site / "output").rglob("*"))
    traces = [
        file for file in files if "festa" in str(file) or (file.is_file() and "Festa di cortile" in file.read_text())
    ]
    assert [trace for trace in traces if "si-apre" not in str(trace)] == []


def test_folders_that_become_empty_are_removed(site):
    shutil.rmtree(site / "events/sud")
    built(site)
    assert (site / "output/eventi/sud").exists() is False


def test_a_file_of_others_in_the_output_is_kept(site):
    written(site, "output/CNAME", "piccola.example\n")
    written(site, "output/google/verifica.html", "x")
    for title in ("Uno", "Due", "Tre"):
        written(site, NEW, event().replace("Nuovo", title))
        built(site)
    assert [(site / "output" / path).read_text() for path in ("CNAME", "google/verifica.html")] == [
        "piccola.example\n",
        "x",
    ]


def test_a_broken_link_of_others_in_the_output_harms_nothing(site):
    (site / "output/rotto").symlink_to("niente")
    written(site, NEW, event())
    assert (built(site), os.readlink(site / "output/rotto")) == (0, "niente")


def test_a_folder_in_place_of_a_page_gives_way_to_the_page(site):
    before = tree(site / "output")
    (site / "output/index.html").unlink()
    written(site, "output/index.html/altro.txt", "x")
    built(site)
    assert tree(site / "output") == before


def test_a_file_in_place_of_a_folder_of_pages_gives_way_to_the_pages(site):
    before = tree(site / "output")
    shutil.rmtree(site / "output/eventi")
    written(site, "output/eventi", "x")
    built(site)
    assert tree(site / "output") == before


@pytest.mark.parametrize("damage", ["", "x", "\x82\xa5epoch"])
def test_a_damaged_ledger_leaves_nothing_stale(site, damage):
    (site / "events/sud/pranzo.md").unlink()
    ledger = site / ".circuito/output/trees/a.ledger"
    ledger.write_text(damage)
    built(site)
    assert sorted(path for path in tree(site / "output") if "pranzo" in path) == []


def test_a_deleted_cache_gives_the_same_site(site):
    before = tree(site / "output")
    shutil.rmtree(site / ".circuito")
    built(site)
    assert tree(site / "output") == before


def test_a_copied_checkout_gives_the_same_site(site, tmp_path):
    before = tree(site / "output")
    shutil.copytree(site, tmp_path / "copia", symlinks=True)
    built(tmp_path / "copia")
    assert tree(tmp_path / "copia" / "output") == before


def test_a_real_folder_is_not_replaced(network, capsys):
    written(network, "output/mio.txt", "mio")
    assert (built(network), capsys.readouterr().err, tree(network / "output").keys()) == (
        2,
        "circuito: output is not ours to replace: move it away and build again: the site is as it was\n",
        {"mio.txt"},
    )


def test_an_empty_folder_is_replaced(network):
    (network / "output").mkdir()
    assert (built(network), (network / "output").is_symlink()) == (0, True)


def test_a_link_to_a_folder_of_others_is_not_replaced(network, tmp_path, capsys):
    written(tmp_path, "altrui/mio.txt", "mio")
    (network / "output").symlink_to(tmp_path / "altrui")
    assert (built(network), os.readlink(network / "output")) == (2, str(tmp_path / "altrui"))


def test_two_outputs_of_one_network_do_not_disturb_each_other(site, tmp_path):
    before = tree(site / "output")
    code = built(site, OUTPUT_PATH=str(tmp_path / "altrove"), SITEURL="https://altrove.example")
    assert (code, tree(site / "output"), (tmp_path / "altrove/index.html").exists()) == (0, before, True)


def test_an_output_within_a_folder_that_does_not_exist_is_made(network, tmp_path):
    assert (built(network, OUTPUT_PATH=str(tmp_path / "x/y/sito")), (tmp_path / "x/y/sito/index.html").exists()) == (
        0,
        True,
    )


def test_only_office_texts_without_mistakes_are_read_by_pelican(site):
    (site / "content/news/collegata.md").symlink_to(site / "content/news/apertura.md")
    written(site, "content/news/README.md", "Title: Leggimi\nDate: 2026-01-01\nSlug: leggimi\n\nx")
    built(site, LEAVE_OUT=True)
    assert sorted(path for path in tree(site / "output") if path.startswith("notizie")) == [
        "notizie/si-apre/index.html"
    ]


def test_a_draft_is_not_published(network):
    replaced(network, "content/news/apertura.md", "Slug: si-apre", "Slug: si-apre\nStatus: draft")
    built(network)
    assert [path for path in tree(network / "output") if "si-apre" in path] == []


def test_news_link_to_events_under_their_addresses(site):
    assert 'href="/rete/eventi/base/festa/"' in (site / "output/notizie/si-apre/index.html").read_text()


def test_no_source_is_published_beside_the_pages(site):
    assert [path for path in tree(site / "output") if path.endswith((".md", ".yaml", ".py", ".geojson"))] == []
