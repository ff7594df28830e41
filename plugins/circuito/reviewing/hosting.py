"""The files by which a host checks proposals, publishes and imports: what a new network starts with.

They lie in `hosts/`, one folder a kind of host, and say only which commands to run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..model.network import Network
from ..model.repository import HostKind

HOSTS = Path(__file__).parent / "hosts"
BRANCH = "@BRANCH@"
WORKFLOWS = {"github": ".github/workflows", "forgejo": ".forgejo/workflows", "gitea": ".gitea/workflows"}
TEMPLATES = {
    "github": ".github/PULL_REQUEST_TEMPLATE.md",
    "forgejo": ".forgejo/pull_request_template.md",
    "gitea": ".gitea/pull_request_template.md",
    "gitlab": ".gitlab/merge_request_templates/Default.md",
}


def host_files(kind: HostKind, lang: str = "it", branch: str = "main") -> Mapping[str, str]:
    """The files for a kind of host, by their paths from the repository's root.

    `lang` is the network's own language: the template of proposals speaks it, or else English. `branch` is published.
    """
    return {path: text.replace(BRANCH, branch) for path, text in sorted(files_of(kind, lang))}


def files_of(kind: HostKind, lang: str) -> Iterator[tuple[str, str]]:
    """The files as they lie in `hosts/`, each with its place."""
    own = HOSTS / f"pull-request.{lang}.md"
    template = own if own.is_file() else HOSTS / "pull-request.en.md"
    yield TEMPLATES[kind], template.read_text(encoding="utf-8")
    if kind == "gitlab":
        yield ".gitlab-ci.yml", (HOSTS / "gitlab" / "gitlab-ci.yml").read_text(encoding="utf-8")
        return
    folder = HOSTS / ("github" if kind == "github" else "forgejo") / "workflows"
    for file in folder.glob("*.yml"):
        yield f"{WORKFLOWS[kind]}/{file.name}", file.read_text(encoding="utf-8")


def host_files_of(network: Network) -> Mapping[str, str]:
    """The files for the host that keeps a network's files."""
    repository = network.fields.repository
    kind: HostKind = repository.kind if repository else "github"
    return host_files(kind, network.lang, repository.branch if repository else "main")
