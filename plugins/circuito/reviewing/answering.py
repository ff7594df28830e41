"""Every proposal that waits at the host gets its review as a comment, renewed when it changes.

This runs on the base's program alone and needs no result of a proposal's own checks, which it could have changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .comment import MARK, comment
from .git import Git
from .host import Host, Open
from .permission import People
from .proposal import language, proposal


def answer_all(host: Host, root: str, into: str, today: date, commit: str | None, download: str) -> Iterator[str]:
    """Answer the proposals to the branch `into`, or the one with that last commit; tells of each what was done.

    Raises `GitRefused` and `HostRefused`.
    """
    for waiting in host.open_proposals():
        if waiting.into == into and commit in (None, waiting.commit):
            yield f"{waiting.number}: {answered(host, root, waiting, today, download)}"


def answered(host: Host, root: str, waiting: Open, today: date, download: str) -> str:
    """Answer one proposal."""
    git = Git(root)
    if git.fetch(host.head(waiting), host.token) != waiting.commit:
        return "changed in the meantime"
    who = People(waiting.author, approved=host.approvals(waiting))
    found = proposal(root, "HEAD", waiting.commit, today=today, who=who)
    place = host.way.below_proposal.format(n=waiting.number)
    return host.put_comment(place, MARK, comment(found, language(found, waiting.author), download=download))
