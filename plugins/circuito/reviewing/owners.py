"""CODEOWNERS: which accounts a host asks to look at a change, from the keepers of spaces and the office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..model.network import Network

HEAD = (
    "# Who is asked to look at a change: the keepers of each space, the office for the rest.",
    "# Written by `circuito owners`, from `maintainers` in space.md and `office` in network.yaml.",
)


def owners(network: Network) -> str:
    """The text of CODEOWNERS, in the syntax of the host that keeps the network's files."""
    repository = network.fields.repository
    kind = repository.kind if repository else "github"
    folder = f"{repository.folder}/" if repository and repository.folder else ""
    lines = by_expressions(network, folder) if kind in ("gitea", "forgejo") else by_paths(network, folder)
    return "\n".join([*HEAD, "", *lines, ""])


def by_paths(network: Network, folder: str) -> Iterator[str]:
    """Rules of GitHub and GitLab: paths, of which the last that fits counts."""
    office = mentions(network.fields.office)
    yield f"* {office}".rstrip()
    for space in network.spaces:
        for place in ("spaces", "events"):
            yield f"/{folder}{place}/{space.slug}/ {mentions(space.fields.maintainers) or office}".rstrip()


def by_expressions(network: Network, folder: str) -> Iterator[str]:
    """Rules of Forgejo and Gitea: regular expressions, of which all that fit count; one without accounts is no rule."""
    office, before = mentions(network.fields.office), escaped(folder)
    rules = [(f"!{before}(spaces|events)/.*", office)]
    for space in network.spaces:
        rules.append((f"{before}(spaces|events)/{space.slug}/.*", mentions(space.fields.maintainers) or office))
    yield from (f"{expression} {accounts}" for expression, accounts in rules if accounts)


def mentions(accounts: Iterable[str]) -> str:
    """Accounts as hosts read them."""
    return " ".join(f"@{account}" for account in accounts)


def escaped(folder: str) -> str:
    """A folder as an expression: a dot is a dot. The file itself takes one of two backslashes."""
    return folder.replace(".", r"\\.")


def repository_folder(network: Network, root: str) -> Path:
    """The repository's own folder, of which the network's may be a part."""
    repository = network.fields.repository
    depth = repository.folder.count("/") + 1 if repository and repository.folder else 0
    return Path(root, *[".."] * depth)
