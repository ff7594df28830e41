"""What hosts send when a form is filed: the shapes of GitHub, Forgejo and Gitea, and GitLab, with their habits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from circuito.reviewing.forms import Form


def body(form: Form, answers: Mapping[str, str], *, host: str = "github") -> str:
    """The body that a host makes of answers by the keys of questions; ticked words are divided by bars."""
    parts = []
    for asked in form.asked:
        told = answers.get(asked.key, "")
        if asked.shape == "choices":
            ticked = told.split("|") if told else []
            mark = "X" if host == "github" else "x"
            lines = [f"- [{mark if word in ticked else ' '}] {word}" for word in asked.options or ()]
            told = "\n".join(lines)
        elif host == "gitlab":
            told = f"<!-- {asked.help} -->\n\n{told}" if asked.help else told
        parts.append(f"### {asked.label}\n\n{told or '_No response_'}")
    end = "\r\n" if host == "github" else "\n"
    return "\n\n".join(parts).replace("\n", end)


def payload(text: str, *, host: str = "github", number: int = 7, title: str = "Evento: x", author: str = "eva") -> Any:
    """What the host tells of the issue with that text."""
    if host == "gitlab":
        return {
            "object_kind": "issue",
            "event_type": "issue",
            "user": {"id": 1, "name": "Eva", "username": author, "avatar_url": "https://gitlab.example/a.png"},
            "project": {"id": 1, "path_with_namespace": "rete/sito", "default_branch": "main"},
            "object_attributes": {
                "id": 301,
                "iid": number,
                "title": title,
                "description": text,
                "state": "opened",
                "action": "open",
                "url": f"https://gitlab.example/rete/sito/-/issues/{number}",
            },
            "labels": [],
        }
    address = "https://github.com" if host == "github" else "https://git.example.org"
    return {
        "action": "opened",
        **({"number": number} if host != "github" else {}),
        "issue": {
            "id": 73464126,
            "number": number,
            "title": title,
            "body": text,
            "state": "open",
            "user": {"login": author, "id": 21031067, **({"username": author} if host != "github" else {})},
            "labels": [],
            "html_url": f"{address}/rete/sito/issues/{number}",
            "created_at": "2026-11-20T10:00:00Z",
        },
        "repository": {"id": 1, "full_name": "rete/sito", "default_branch": "main"},
        "sender": {"login": author, "id": 21031067},
    }
