"""The ways from a page to what it is made from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_networks import BASE

from circuito.model.repository import Repository
from circuito.outputs import Page, output_named
from circuito.outputs.edit_links import BUNDLE, EditWays, edit_ways, file_address, form_address
from circuito.outputs.spaces import spaces
from circuito.settings import OUTPUTS

HOME = "https://git.example.org/rete/sito"
EVENT = "events/cortile/festa.md"


def kept(kind, **stated):
    """A repository of a kind."""
    return Repository(kind=kind, address=HOME, **stated)


def in_repository(network, lines="  kind: forgejo\n", **more):
    """The small network, which says where its files are."""
    block = f"repository:\n  address: {HOME}\n{lines}"
    return network({"content/network.yaml": BASE["content/network.yaml"] + block, **more})


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("github", f"{HOME}/edit/main/{EVENT}"),
        ("gitlab", f"{HOME}/-/edit/main/{EVENT}"),
        ("gitea", f"{HOME}/_edit/main/{EVENT}"),
        ("forgejo", f"{HOME}/_edit/main/{EVENT}"),
    ],
)
def test_each_host_has_its_own_address_for_changing_a_file(kind, address):
    assert file_address(kept(kind), EVENT) == address


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("github", f"{HOME}/tree/main/events"),
        ("gitlab", f"{HOME}/-/tree/main/events"),
        ("gitea", f"{HOME}/src/branch/main/events"),
        ("forgejo", f"{HOME}/src/branch/main/events"),
    ],
)
def test_a_list_leads_to_the_folder_of_what_it_lists(kind, address):
    assert file_address(kept(kind), "events") == address


# Pages that are made from everything, or hold nothing of their own to correct.
WITHOUT = {
    "a_to_z.html", "embed.html", "imports.html", "not_found.html", "redirect.html", "search.html", "season.html",
    "subscribe.html",
}  # fmt: skip


def test_every_other_kind_of_page_leads_to_what_it_is_made_from(sample):
    names = [name for name in OUTPUTS if not name.endswith(":gallery")]
    made = (item for name in names for item in output_named(name)(replace(sample, outputs=tuple(names))))
    ways = {(page.template, bool(page.shows.get("edit"))) for page in made if isinstance(page, Page)}
    assert {template for template, _ in ways} - {template for template, led in ways if led} == WITHOUT


def test_branch_and_folder_lead_to_the_file():
    assert (
        file_address(kept("github", branch="sito", folder="reti/nord"), EVENT) == f"{HOME}/edit/sito/reti/nord/{EVENT}"
    )


def test_a_network_without_a_repository_shows_no_ways(network):
    assert edit_ways(network(), "it", "content/network.yaml") is None


def test_a_page_that_is_made_from_no_file_shows_no_ways(network):
    assert edit_ways(in_repository(network), "it", "") is None


def test_without_an_editor_a_page_leads_to_its_file(network):
    assert edit_ways(in_repository(network), "it", "content/network.yaml") == EditWays(
        form="", file=f"{HOME}/_edit/main/content/network.yaml", report=f"{HOME}/issues/new/choose", waits=False
    )


def test_where_the_host_has_reviews_a_page_says_that_changes_wait(network):
    assert edit_ways(in_repository(network, "  kind: gitlab\n"), "it", "content/network.yaml").waits
    assert not edit_ways(
        in_repository(network, "  kind: gitlab\n  review: false\n"), "it", "content/network.yaml"
    ).waits


def test_a_translated_page_leads_to_the_translation_where_there_is_one(network):
    made = in_repository(network, **{"spaces/base/space.en.md": "---\nsummary: A space for tests.\n---\n"})
    assert edit_ways(made, "en", "spaces/base/space.md").file.endswith("/spaces/base/space.en.md")
    assert edit_ways(made, "ar", "spaces/base/space.md").file.endswith("/spaces/base/space.md")


@pytest.mark.parametrize(
    ("path", "form"),
    [
        (EVENT, "/admin/spaces/cortile/#/collections/events/entries/festa"),
        ("spaces/cortile/space.md", "/admin/spaces/cortile/#/collections/space/entries/profile"),
        ("content/organisations/alfa.md", "/admin/#/collections/organisations/entries/alfa"),
        ("content/projects/lettere/project.md", "/admin/#/collections/projects/entries/lettere/project"),
        ("content/news/nuova.md", "/admin/#/collections/news/entries/nuova"),
        ("content/pages/chi-siamo.md", "/admin/#/collections/pages/entries/chi-siamo"),
        ("content/network.yaml", "/admin/#/collections/office/entries/network"),
        ("events", "/admin/#/collections/events"),
        ("content/projects", "/admin/#/collections/projects"),
        ("content/areas/quartieri.geojson", ""),
    ],
)
def test_with_an_editor_a_page_leads_to_its_form(network, tmp_path, path, form):
    made = replace(in_repository(network), outputs=("circuito.outputs.editor:editor",), root=str(tmp_path))
    bundle = tmp_path / BUNDLE
    bundle.mkdir(parents=True)
    (bundle / "admin.js").touch()
    assert form_address(made, path) == form


def test_the_page_of_a_space_is_handed_the_ways_to_its_profile(network):
    pages = {page.path: page for page in spaces(in_repository(network))}
    page = next(page for path, page in pages.items() if page.template == "space.html" and page.lang == "it")
    assert page.shows["edit"].file == f"{HOME}/_edit/main/{page.shows['source']}"
