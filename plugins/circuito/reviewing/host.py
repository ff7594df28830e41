"""What the host of the network's files is asked for and told: open proposals, approvals, comments.

The three kinds of interface differ in names alone; `WAYS` has them. Where the interface is and by which token it is
spoken to comes from the environment that hosts give their workflows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from ..model.repository import HostKind

PAGE, MOST_PAGES, SECONDS = 50, 40, 30
OPEN_ALREADY = (409, 422)
APPROVED = "APPROVED"
DECISIONS = (APPROVED, "CHANGES_REQUESTED", "DISMISSED", "REQUEST_CHANGES")  # the last is what Forgejo and Gitea say
BOT = "github-actions[bot]"


class HostRefused(Exception):
    """The host did not do what it was asked for; says why, with the status of its answer if there was one."""

    def __init__(self, why: str, status: int = 0) -> None:
        super().__init__(why)
        self.status = status


@dataclass(frozen=True, slots=True)
class Open:
    """A proposal that waits: its number, its author, its last commit, the branch that it would go into."""

    number: int
    author: str
    commit: str
    into: str


@dataclass(frozen=True, slots=True)
class Way:
    """How one kind of interface names things. `{n}` is the number of a proposal or an issue."""

    project: str
    proposals: str
    waiting: str
    head: str
    below_proposal: str
    below_issue: str


GITHUB = Way(
    project="/repos/{project}",
    proposals="/pulls",
    waiting="state=open",
    head="refs/pull/{n}/head",
    below_proposal="/issues/{n}/comments",
    below_issue="/issues/{n}/comments",
)
GITLAB = Way(
    project="/projects/{project}",
    proposals="/merge_requests",
    waiting="state=opened",
    head="refs/merge-requests/{n}/head",
    below_proposal="/merge_requests/{n}/notes",
    below_issue="/issues/{n}/notes",
)
WAYS: Mapping[str, Way] = {"github": GITHUB, "gitea": GITHUB, "forgejo": GITHUB, "gitlab": GITLAB}


@dataclass(frozen=True, slots=True)
class Host:
    """One repository at its host."""

    kind: HostKind
    interface: str
    project: str
    token: str

    @property
    def way(self) -> Way:
        """How this host names things."""
        return WAYS[self.kind]

    def open_proposals(self) -> Iterator[Open]:
        """The proposals that wait. Raises `HostRefused`."""
        yield from map(self.as_told, self.listed(f"{self.way.proposals}?{self.way.waiting}"))

    def proposal(self, number: int) -> Open:
        """One proposal. Raises `HostRefused`."""
        return self.as_told(self.asked("GET", f"{self.way.proposals}/{number}"))

    def as_told(self, told: Mapping[str, Any]) -> Open:
        """A proposal as this host tells of it."""
        if self.kind == "gitlab":
            return Open(told["iid"], author_of(told), told["sha"], told["target_branch"])
        return Open(told["number"], author_of(told), told["head"]["sha"], told["base"]["ref"])

    def approvals(self, proposal: Open) -> tuple[str, ...]:
        """Who approved a proposal as it is now; an approval of an earlier commit is none. Raises `HostRefused`."""
        if self.kind == "gitlab":
            return self.approvals_at_gitlab(proposal)
        told = self.listed(f"/pulls/{proposal.number}/reviews")
        decided = (each for each in told if each["commit_id"] == proposal.commit and each["state"] in DECISIONS)
        last = {author_of(each): each["state"] == APPROVED and not each.get("dismissed") for each in decided}
        return tuple(name for name, approves in last.items() if name and approves)

    def approvals_at_gitlab(self, proposal: Open) -> tuple[str, ...]:
        """Who approved there since the last commit came: not every project there forgets an approval of another."""
        place = f"{self.way.proposals}/{proposal.number}"
        last: Mapping[str, Any] = max(self.listed(f"{place}/versions"), key=when, default={})
        if last.get("head_commit_sha") != proposal.commit:
            return ()
        notes = self.listed(f"{place}/notes")
        since = {author_of(told) for told in notes if is_approval(told) and when(told) > when(last)}
        standing = map(author_of, self.asked("GET", f"{place}/approvals")["approved_by"])
        return tuple(name for name in standing if name and name in since)

    def head(self, proposal: Open) -> str:
        """Under which name git finds a proposal's last commit."""
        return self.way.head.format(n=proposal.number)

    def put_comment(self, place: str, mark: str, body: str) -> str:
        """See to it that our one comment at a place, known by its mark, says this; gives what was done.

        Raises `HostRefused`.
        """
        own = self.myself()
        marked = (told for told in self.listed(place) if told["body"].startswith(mark))
        before = next((told for told in marked if author_of(told) == own), None)
        if before is None:
            self.asked("POST", place, {"body": body})
            return "written"
        if before["body"].strip() == body.strip():
            return "as it was"
        if self.kind == "gitlab":
            self.asked("PUT", f"{place}/{before['id']}", {"body": body})
        else:
            self.asked("PATCH", f"/issues/comments/{before['id']}", {"body": body})
        return "renewed"

    def propose(self, branch: str, into: str, title: str, body: str) -> str:
        """Open a proposal out of a branch of this repository; gives its address, or nothing where one is open already.

        Raises `HostRefused`.
        """
        given = {"head": branch, "base": into, "title": title, "body": body}
        path, address = "/pulls", "html_url"
        if self.kind == "gitlab":
            given = {"source_branch": branch, "target_branch": into, "title": title, "description": body}
            path, address = "/merge_requests", "web_url"
        try:
            return str(self.asked("POST", path, given)[address])
        except HostRefused as refused:
            if refused.status in OPEN_ALREADY:
                return ""
            raise

    def myself(self) -> str:
        """The account whose token this is. GitHub's own token for workflows may not ask."""
        if self.kind == "github":
            return BOT
        told = self.sent("GET", f"{self.interface}/user")
        return str(told.get("login") or told["username"])

    def listed(self, path: str) -> Iterator[Any]:
        """All entries of a list, page by page."""
        joint = "&" if "?" in path else "?"
        for page in range(1, MOST_PAGES + 1):
            told = self.asked("GET", f"{path}{joint}per_page={PAGE}&limit={PAGE}&page={page}")
            yield from told
            if len(told) < PAGE:
                return

    def asked(self, method: str, path: str, given: Mapping[str, Any] | None = None) -> Any:
        """The answer of the repository's interface."""
        project = quote(self.project, safe="" if self.kind == "gitlab" else "/")
        return self.sent(method, f"{self.interface}{self.way.project.format(project=project)}{path}", given)

    def sent(self, method: str, address: str, given: Mapping[str, Any] | None = None) -> Any:
        """The answer of an address. Raises `HostRefused`."""
        content = json.dumps(given).encode() if given is not None else None
        headers = {"Accept": "application/json", "Content-Type": "application/json", "User-Agent": "circuito"}
        scheme = "token" if self.kind in ("gitea", "forgejo") else "Bearer"
        if self.token:
            headers["Authorization"] = f"{scheme} {self.token}"
        try:
            with urlopen(Request(address, content, headers, method=method), timeout=SECONDS) as answer:
                return json.load(answer)
        except HTTPError as refused:
            raise HostRefused(f"{method} {address}: {refused.code}", refused.code) from refused
        except (URLError, OSError, ValueError) as failed:
            raise HostRefused(f"{method} {address}: {failed}") from failed


def author_of(told: Mapping[str, Any]) -> str:
    """Who wrote a comment, made a proposal or reviewed it; nobody where the account is gone."""
    who = told.get("user") or told.get("author") or {}
    return str(who.get("login") or who.get("username") or "")


def is_approval(told: Mapping[str, Any]) -> bool:
    """Whether a note is GitLab's own about an approval."""
    return bool(told["system"]) and told["body"].casefold() == "approved this merge request"


def when(told: Mapping[str, Any]) -> datetime:
    """The moment at which GitLab made something."""
    return datetime.fromisoformat(told["created_at"])


def host_of(kind: HostKind, environment: Mapping[str, str]) -> Host:
    """The host that a workflow runs at. Raises `HostRefused` where its environment does not say."""
    names = ("CI_API_V4_URL", "CI_PROJECT_ID") if kind == "gitlab" else ("GITHUB_API_URL", "GITHUB_REPOSITORY")
    interface, project, token = (stated(environment, name) for name in (*names, "CIRCUITO_TOKEN"))
    return Host(kind, interface.rstrip("/"), project, token)


def host_seen_by_anybody(environment: Mapping[str, str]) -> Host:
    """The host that the workflow of a proposal runs at, without a token. Raises `HostRefused` as `host_of` does.

    A proposal out of a fork may run in the fork; what is meant is the repository that it would go into.
    """
    at_gitlab = bool(environment.get("CI_API_V4_URL"))
    own = ("CI_API_V4_URL", "CI_MERGE_REQUEST_PROJECT_ID") if at_gitlab else ("GITHUB_API_URL", "GITHUB_REPOSITORY")
    interface, project = (stated(environment, name) for name in own)
    return Host("gitlab" if at_gitlab else "github", interface.rstrip("/"), project, "")


def stated(environment: Mapping[str, str], name: str) -> str:
    """What an environment says. Raises `HostRefused` where it says nothing."""
    if not environment.get(name):
        raise HostRefused(f"{name} is not set")
    return environment[name]
