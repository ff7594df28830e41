"""The office's own news and pages, before Pelican reads them: their head must say what Pelican would only guess."""

from __future__ import annotations

import re
from datetime import date

from ..problems import Problem, Source
from .document import Unreadable, decoded

NEEDED = {"news": ("title", "date", "slug", "summary"), "pages": ("title", "slug")}
KNOWN = {"title", "date", "modified", "slug", "lang", "summary", "order", "status", "translation"}
HEAD = re.compile(r"([A-Za-z][A-Za-z_]*):[ \t]*(.*)\Z")
LARGEST = 40 * 1024


def office_problems(path: str, content: bytes) -> list[Problem]:
    """What is wrong with the head of a piece of news or a page of the office."""
    try:
        text = decoded(path, content)
    except Unreadable as refused:
        return [refused.problem]
    head, problems = head_of(path, text)
    for name in NEEDED[path.split("/")[1]]:
        if not head.get(name, ("", 0))[0]:
            problems.append(Problem("office-missing", Source(path), {"field": name.capitalize()}))
    for name in ("date", "modified"):
        if name in head and not is_day(head[name][0]):
            value, line = head[name]
            problems.append(Problem("day-shape", Source(path, line, len(name) + 3), {"value": value, "field": name}))
    if len(text) > LARGEST:
        problems.append(Problem("text-too-large", Source(path), {"most": LARGEST // 1024}))
    return problems


def head_of(path: str, text: str) -> tuple[dict[str, tuple[str, int]], list[Problem]]:
    """The fields of the head with their lines, and the problems of lines that are no field."""
    head: dict[str, tuple[str, int]] = {}
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            break
        match = HEAD.match(line)
        if match is None:
            problems.append(Problem("office-head", Source(path, number)))
            break
        name = match[1].lower()
        if name not in KNOWN:
            problems.append(Problem("field-unknown", Source(path, number), {"field": match[1]}))
        head[name] = (match[2].strip(), number)
    return head, problems


def is_day(text: str) -> bool:
    """Whether the text is an ISO day, with a time or without."""
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}-\d\d-\d\d([ T]\d\d:\d\d)?", text) is not None
