"""CODEOWNERS, read back by the rules of each host."""

from __future__ import annotations

import re

import pytest

from circuito.commands import main
from circuito.reading.load import load
from circuito.reviewing.owners import owners
from whole_networks import REPOSITORY, TODAY, replaced

ADDRESS = "address: https://git.example.org/rete/sito"


def rules(text: str) -> list[tuple[str, list[str]]]:
    """The rules of a file: pattern and accounts."""
    lines = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return [(pattern, accounts) for pattern, *accounts in lines]


def asked_by_paths(text: str, path: str) -> list[str]:
    """Whom GitHub and GitLab ask: of the last rule that fits."""
    fitting = [accounts for pattern, accounts in rules(text) if pattern == "*" or f"/{path}".startswith(pattern)]
    return fitting[-1]


def asked_by_expressions(text: str, path: str) -> list[str]:
    """Whom Forgejo and Gitea ask: of every rule whose expression fits the whole path."""
    asked = []
    for pattern, accounts in rules(text):
        expression = pattern.removeprefix("!").replace("\\\\", "\\")
        if bool(re.fullmatch(expression, path)) != pattern.startswith("!"):
            asked += accounts
    return asked


def network_at(root, kind: str, *more: str):
    """A network whose files a kind of host keeps."""
    lines = ["repository:", f"  kind: {kind}", f"  {ADDRESS}", *(f"  {line}" for line in more), "office: [ufficio]"]
    replaced(root, "content/network.yaml", "country: IT", "\n".join(["country: IT", *lines]))
    replaced(root, "spaces/base/space.md", "run_by: [alfa]", "run_by: [alfa]\nmaintainers: [ada-riva, rete/base]")
    return load(str(root), today=TODAY).network


ASKED = [
    ("spaces/base/space.md", ["@ada-riva", "@rete/base"]),
    ("events/base/festa.md", ["@ada-riva", "@rete/base"]),
    ("events/base/2026/festa.jpg", ["@ada-riva", "@rete/base"]),
    ("events/sud/pranzo.md", ["@ufficio"]),
    ("content/network.yaml", ["@ufficio"]),
    ("pelicanconf.py", ["@ufficio"]),
    ("plugins/events/base/x.py", ["@ufficio"]),
]


@pytest.mark.parametrize(("path", "accounts"), ASKED)
@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_github_and_gitlab_ask_the_keepers_of_a_space_and_the_office_for_the_rest(network, kind, path, accounts):
    assert asked_by_paths(owners(network_at(network, kind)), path) == accounts


@pytest.mark.parametrize(("path", "accounts"), ASKED)
@pytest.mark.parametrize("kind", ["forgejo", "gitea"])
def test_forgejo_and_gitea_ask_the_keepers_of_a_space_and_the_office_for_the_rest(network, kind, path, accounts):
    assert asked_by_expressions(owners(network_at(network, kind)), path) == accounts


def test_a_network_in_a_folder_of_its_repository_has_its_rules_there(network):
    text = owners(network_at(network, "forgejo", "folder: sites/rete.v2"))
    assert asked_by_expressions(text, "sites/rete.v2/spaces/base/space.md") == ["@ada-riva", "@rete/base"]
    assert asked_by_expressions(text, "sites/reteXv2/spaces/base/space.md") == ["@ufficio"]


def test_the_sample_networks_file_is_up_to_date(capsys):
    assert main(["owners", str(REPOSITORY), "--check"]) == 0


def test_a_stale_file_is_told_and_then_written(network, capsys):
    network_at(network, "github")
    codes = [main(["owners", str(network), *more]) for more in (["--check"], [], ["--check"])]
    assert codes == [1, 0, 0]


def test_a_folder_without_a_network_ends_with_2(tmp_path):
    assert main(["owners", str(tmp_path)]) == 2
