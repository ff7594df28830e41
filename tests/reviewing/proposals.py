"""A network in a repository of its own, and proposals to it as branches."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from circuito.reviewing.permission import People
from circuito.reviewing.proposal import Proposal, proposal
from repositories import commit, git
from whole_networks import TODAY, replaced, written

BASE, HEAD = "main", "proposta"
FESTA, NUOVO, SPACE = "events/base/festa.md", "events/base/nuovo.md", "spaces/base/space.md"
ADA = People("ada-riva")
Files = Mapping[str, str | bytes | None]


def repository(root: Path) -> Path:
    """The small network under version control: ada-riva keeps the space `base`, ufficio is the office."""
    replaced(root, SPACE, "run_by: [alfa]", "run_by: [alfa]\nmaintainers: [Ada-Riva, rete/base]")
    replaced(root, "content/network.yaml", "country: IT", "country: IT\noffice: [ufficio]")
    git(root, "init", "--quiet", "--initial-branch", BASE)
    commit(root, "2026-10-01")
    return root


def propose(root: Path, files: Files, at: str = "2026-10-02") -> None:
    """A branch with other files (None: without them); the folder shows the base again afterwards."""
    git(root, "switch", "--quiet", "--create", HEAD)
    for path, content in files.items():
        if content is None:
            (root / path).unlink()
        else:
            written(root, path, content)
    commit(root, at)
    git(root, "switch", "--quiet", BASE)


def reviewed(root: Path, files: Files, who: People | None = None) -> Proposal:
    """What is found about a proposal."""
    propose(root, files)
    return proposal(str(root), BASE, HEAD, today=TODAY, who=who)


def codes(found: Proposal) -> list[tuple[str, str]]:
    """What is refused, as code and path."""
    return [(problem.code, problem.source.path) for problem in found.refused]


def said(found: Proposal) -> list[str]:
    """The problems in English."""
    return [problem.told("en") for problem in found.problems]
