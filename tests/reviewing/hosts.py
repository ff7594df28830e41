"""A host that answers as GitHub, Forgejo or GitLab do, on this machine, for tests."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

PROJECTS = {"github": "/repos/rete/sito", "forgejo": "/api/v1/repos/rete/sito", "gitlab": "/api/v4/projects/7"}


class Served:
    """What the host knows, and what it was told. Below addresses with what is `locked` nobody may write."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.proposals: list[dict[str, Any]] = []
        self.reviews: list[dict[str, Any]] = []
        self.comments: list[dict[str, Any]] = []
        self.versions: list[dict[str, Any]] = []
        self.asked: list[tuple[str, str]] = []
        self.opened: list[dict[str, Any]] = []
        self.tokens: set[str] = set()
        self.address = ""
        self.locked = ""

    @property
    def interface(self) -> str:
        """Where the interface is."""
        return self.address + {"github": "", "forgejo": "/api/v1", "gitlab": "/api/v4"}[self.kind]

    def environment(self) -> dict[str, str]:
        """What a workflow there is told."""
        if self.kind == "gitlab":
            return {"CI_API_V4_URL": self.interface, "CI_PROJECT_ID": "7", "CIRCUITO_TOKEN": "secret"}
        return {"GITHUB_API_URL": self.interface, "GITHUB_REPOSITORY": "rete/sito", "CIRCUITO_TOKEN": "secret"}

    def comment(self, author: str, body: str) -> None:
        """A comment that stands already."""
        name = "username" if self.kind == "gitlab" else "login"
        who = "author" if self.kind == "gitlab" else "user"
        made = {"id": len(self.comments) + 1, who: {name: author}, "body": body, "system": False}
        self.comments.append({**made, "created_at": "2026-10-02T12:00:00.000Z"})

    def approved(self, author: str, commit: str, at: str = "2026-10-03T14:00:00.000+02:00") -> None:
        """An approval, at GitLab at a moment: there the last commit came at 13:00 of that zone."""
        if self.kind == "gitlab":
            self.reviews.append({"user": {"username": author}})
            self.comment(author, "approved this merge request")
            self.comments[-1] |= {"system": True, "created_at": at}
            self.versions = [
                {"head_commit_sha": "0" * 40, "created_at": "2026-10-01T12:00:00.000Z"},
                {"head_commit_sha": commit, "created_at": "2026-10-03T11:00:00.000Z"},
            ]
        else:
            self.reviews.append({"user": {"login": author}, "state": "APPROVED", "commit_id": commit})

    def me(self) -> str:
        """The account of the token."""
        return "github-actions[bot]" if self.kind == "github" else "circuito-bot"

    def answer(self, method: str, target: str, given: Any) -> Any:
        """The answer to a request; None if nothing is there."""
        path, query = urlsplit(target).path, parse_qs(urlsplit(target).query)
        self.asked.append((method, path))
        if path.endswith("/user"):
            return {"username" if self.kind == "gitlab" else "login": self.me()}
        if not path.startswith(f"{PROJECTS[self.kind]}/"):
            return None
        if method == "GET":
            first = (int(query.get("page", ["1"])[0]) - 1) * 50
            return self.known(path, slice(first, first + 50))
        return self.told(method, path, given)

    def known(self, path: str, part: slice) -> Any:
        """What is known under an address, a page of it where it is a list."""
        if path.endswith("/approvals"):
            return {"approved_by": self.reviews}
        for ends, listed in (
            (("/pulls", "/merge_requests"), self.proposals),
            (("/reviews",), self.reviews),
            (("/comments", "/notes"), self.comments),
            (("/versions",), self.versions),
        ):
            if path.endswith(ends):
                return listed[part]
        number = path.rpartition("/")[2]
        return next((each for each in self.proposals if str(each.get("iid", each.get("number"))) == number), None)

    def told(self, method: str, path: str, given: Any) -> Any:
        """Take a comment, a change of one, or a proposal."""
        found = re.search(r"/(?:issues/comments|notes)/(\d+)\Z", path)
        if method == "POST" and path.endswith(("/comments", "/notes")):
            self.comment(self.me(), given["body"])
            return self.comments[-1]
        if method == "POST" and path.endswith(("/pulls", "/merge_requests")):
            self.opened.append(given)
            return {"html_url": f"{self.address}/9", "web_url": f"{self.address}/9"}
        if method in ("PATCH", "PUT") and found:
            self.comments[int(found[1]) - 1]["body"] = given["body"]
            return self.comments[int(found[1]) - 1]
        return None


@contextmanager
def served(kind: str) -> Iterator[Served]:
    """A host for as long as the block runs."""
    host = Served(kind)

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            given = json.loads(self.rfile.read(length)) if length else None
            host.tokens.add(self.headers["Authorization"])
            locked = host.locked and host.locked in self.path and self.command == "POST"
            told = None if locked else host.answer(self.command, self.path, given)
            content = json.dumps(told).encode()
            self.send_response(403 if locked else 404 if told is None else 200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PATCH = do_PUT = handle_any

        def log_message(self, *_: Any) -> None:
            """Keep the terminal quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
