"""Where to correct what a page says: in its form, in its file at the network's host, or by telling of a mistake."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from ..model.network import Network
from ..model.repository import Repository
from ..reading.looks import is_there
from .addresses import Addresses

EDITOR = "circuito.outputs.editor:editor"
BUNDLE = "node_modules/.circuito/editor"

EDITING = {"github": "edit", "gitlab": "-/edit", "gitea": "_edit", "forgejo": "_edit"}
BROWSING = {"github": "tree", "gitlab": "-/tree", "gitea": "src/branch", "forgejo": "src/branch"}
TELLING = {"gitlab": "-/issues/new"}
TELLING_ELSEWHERE = "issues/new/choose"

# Which form a file has: the shape of its path, the folder of the forms, and the place in them.
FORMS = (
    (r"events/(?P<space>[^/]+)/(?P<name>[^/.]+)\.md", "spaces/{space}/", "events/entries/{name}"),
    (r"spaces/(?P<space>[^/]+)/space\.md", "spaces/{space}/", "space/entries/profile"),
    (r"content/organisations/(?P<name>[^/.]+)\.md", "", "organisations/entries/{name}"),
    (r"content/projects/(?P<name>[^/]+)/project\.md", "", "projects/entries/{name}/project"),
    (r"content/(?P<kind>news|pages)/(?P<name>[^/.]+)\.md", "", "{kind}/entries/{name}"),
    (r"content/(?P<name>network|brand)\.yaml", "", "office/entries/{name}"),
    (r"(?:content/)?(?P<kind>events|spaces|projects|news)", "", "{kind}"),
)

# What pages that tell of many things, or of the network, are made from, by their template: a folder or a file.
LISTS = {
    "agenda.html": "events",
    "filtered.html": "events",
    "month.html": "events",
    "spaces.html": "spaces",
    "lending.html": "spaces",
    "compare.html": "content/projects",
    "projects.html": "content/projects",
    "news.html": "content/news",
    "areas.html": "content/network.yaml",
    "home.html": "content/network.yaml",
    "themes.html": "content/network.yaml",
    "brand.html": "content/brand.yaml",
}


class EditWays(Struct, frozen=True, kw_only=True):
    """The ways to correct a page. `form` is empty where there are none; `waits` says that the office looks first."""

    form: str
    file: str
    report: str
    waits: bool


def edit_ways(network: Network, lang: str, source: str) -> EditWays | None:
    """The ways to correct a page that is made from a file; none where the network names no repository."""
    repository = network.fields.repository
    if repository is None or not source:
        return None
    original = original_of(network, source)
    return EditWays(
        form=form_address(network, original),
        file=file_address(repository, told_in(network, original, lang)),
        report=f"{repository.address.rstrip('/')}/{TELLING.get(repository.kind, TELLING_ELSEWHERE)}",
        waits=repository.review and repository.kind in ("github", "gitlab"),
    )


def original_of(network: Network, source: str) -> str:
    """The file in the network's own language, of a file that may translate it."""
    for lang in network.languages:
        if source.endswith(f".{lang}.md"):
            return source.removesuffix(f".{lang}.md") + ".md"
    return source


def told_in(network: Network, path: str, lang: str) -> str:
    """The file in which a page in a language is told: the translation, where there is one."""
    translation = path.removesuffix(".md") + f".{lang}.md"
    there = path.endswith(".md") and is_there(Path(network.root) / translation)
    return translation if there else path


def file_address(repository: Repository, path: str) -> str:
    """Where the host lets people change a file, or choose one in a folder."""
    place = quote(f"{repository.branch}/{repository.path(path)}")
    is_file = "." in path.rpartition("/")[2]
    return f"{repository.address.rstrip('/')}/{(EDITING if is_file else BROWSING)[repository.kind]}/{place}"


def form_address(network: Network, path: str) -> str:
    """Where the form of a file is; empty where there is none."""
    if not has_forms(network):
        return ""
    for shape, folder, place in FORMS:
        match = re.fullmatch(shape, path)
        if match:
            named = match.groupdict()
            return f"{admin(network)}/{folder.format(**named)}#/collections/{place.format(**named)}"
    return ""


def admin(network: Network) -> str:
    """The address of the forms, without a slash at its end."""
    return f"{Addresses(network, network.lang).base}/admin"


def has_forms(network: Network) -> bool:
    """Whether the site has forms: they are published, the network says where its files are, and the editor is there."""
    there: bool = network.once("editor", bundled, network)
    return EDITOR in network.outputs and network.fields.repository is not None and there


def bundled(network: Network) -> bool:
    """Whether the editor was made ready when the program was set up."""
    return is_there(Path(network.root) / BUNDLE / "admin.js")
