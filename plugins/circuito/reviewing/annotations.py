"""A review in the forms in which hosts show what is wrong at its file and line."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from ..problems import Problem
from .comment import comment, said
from .permission import blocks
from .proposal import Proposal

WAITS = "warning"
MOST_COMMENTS = 50


def level_of(problem: Problem) -> str:
    """How a host should show it: what only waits for the office is a warning."""
    waiting = problem.code.startswith("proposal-") and not blocks(problem)
    return WAITS if waiting else "error"


def message(problem: Problem, lang: str) -> str:
    """Fact and remedy in one line of plain text."""
    fact, remedy = problem.sentence(lang)
    return f"{fact} ({remedy})" if remedy else fact


def github(proposal: Proposal, lang: str) -> Iterator[str]:
    """Commands that make GitHub (and Forgejo's runner) annotate files."""
    for problem in (*proposal.problems, *proposal.refused):
        place = problem.source
        file = escaped_property(proposal.in_repository(place.path))
        where = f"file={file},line={place.line},col={place.column},title={escaped_property(problem.code)}"
        yield f"::{level_of(problem)} {where}::{escaped(message(problem, lang))}"


def escaped(text: str) -> str:
    """Text that cannot end a command and begin another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    """Text that cannot end a property of a command either."""
    return escaped(text).replace(":", "%3A").replace(",", "%2C")


def gitlab(proposal: Proposal, lang: str) -> list[dict[str, Any]]:
    """A Code Quality report, which GitLab shows in the merge request."""
    severities = {"error": "major", WAITS: "minor"}
    return [
        {
            "description": message(problem, lang),
            "check_name": problem.code,
            "fingerprint": fingerprint(problem),
            "severity": severities[level_of(problem)],
            "location": {
                "path": proposal.in_repository(problem.source.path),
                "lines": {"begin": problem.source.line},
            },
        }
        for problem in (*proposal.problems, *proposal.refused)
    ]


def fingerprint(problem: Problem) -> str:
    """What tells a problem from all others, wherever its line has moved."""
    facts = (problem.code, problem.source.path, problem.field, sorted(problem.values.items()))
    return blake2b(repr(facts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def forgejo(proposal: Proposal, lang: str, preview: str = "") -> dict[str, Any]:
    """A review for the API of Forgejo and Gitea: the comment, and one beside each line of a touched file."""
    touched = {change.path for change in proposal.changes if change.kind != "deleted"}
    beside = [problem for problem in proposal.problems if problem.source.path in touched]
    return {
        "body": comment(proposal, lang, preview),
        "commit_id": proposal.commit or "",
        "event": "COMMENT",
        "comments": [
            {
                "path": proposal.in_repository(problem.source.path),
                "new_position": problem.source.line,
                "old_position": 0,
                "body": said(problem, lang),
            }
            for problem in beside[:MOST_COMMENTS]
        ],
    }


def plain(proposal: Proposal, lang: str) -> dict[str, Any]:
    """All of a review, for programs."""
    return {
        "version": 1,
        "commit": proposal.commit,
        "right": proposal.right,
        "preview": proposal.shown,
        "problems": [problem.as_data(lang) for problem in proposal.problems],
        "refused": [problem.as_data(lang) for problem in proposal.refused],
        "mended": proposal.mended,
        "files": [{"path": each.path, "how": each.kind, "former": each.former or None} for each in proposal.changes],
        "pages": [
            {"address": page.address, "how": page.how, "kind": page.kind, "name": page.name} for page in proposal.pages
        ],
    }
