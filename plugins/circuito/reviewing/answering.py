"""Every proposal that waits at the host gets its review as a comment, renewed when it changes.

This runs on the base's program alone and needs no result of a proposal's own checks, which it could have changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from ..importing.limited import Died, Late, limited
from .comment import MARK, comment
from .git import Git, GitRefused
from .host import Host, HostRefused, Open
from .permission import People
from .proposal import language, proposal

SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of one proposal: `told` in words, and whether all was done that is to be done."""

    number: int
    told: str
    done: bool = True


def answer_all(host: Host, root: str, into: str, today: date, commit: str | None, download: str) -> Iterator[Answered]:
    """Answer the proposals to the branch `into`, or the one with that last commit; tells of each what was done.

    What one of them holds, or how its place at the host is, costs no other its answer. Raises `HostRefused`.
    """
    for waiting in host.open_proposals():
        if waiting.into == into and commit in (None, waiting.commit):
            try:
                yield Answered(waiting.number, answered(host, root, waiting, today, download))
            except (GitRefused, HostRefused) as refused:
                yield Answered(waiting.number, str(refused), done=False)
            except (Late, Died):
                yield Answered(waiting.number, "it could not be reviewed", done=False)


def answered(host: Host, root: str, waiting: Open, today: date, download: str) -> str:
    """Answer one proposal; gives what was done. Raises `GitRefused`, `HostRefused`, `Late` and `Died`."""
    git = Git(root)
    if git.fetch(host.head(waiting), host.token) != waiting.commit:
        return "changed in the meantime"
    who = People(waiting.author, approved=host.approvals(waiting))
    said = limited(partial(review_of, root, waiting, today, who, download), SECONDS)
    if isinstance(said, GitRefused):
        raise said
    return host.put_comment(host.way.below_proposal.format(n=waiting.number), MARK, said)


def review_of(root: str, waiting: Open, today: date, who: People, download: str) -> str | GitRefused:
    """The comment on one proposal, or why git cannot tell of it."""
    try:
        found = proposal(root, "HEAD", waiting.commit, today=today, who=who)
    except GitRefused as refused:
        return refused
    return comment(found, language(found, waiting.author), download=download)
