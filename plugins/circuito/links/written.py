"""The links in the network's files: of spaces, events that are not over, projects, bodies, news and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ..circulation.interests import CLOSED
from ..model.network import Network
from ..model.record import Record

LINK = re.compile(r"https?://[^\s<>\"'`{}|\\^\[\]]+", re.IGNORECASE)
RESERVED = re.compile(
    r"(?:.+\.)?(?:example\.(?:org|com|net|edu)|example|test|invalid|localhost|local|internal)\.?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, order=True)
class Written:
    """A link in a file, with its place counted from 1."""

    path: str
    line: int
    column: int
    url: str


def written(network: Network, office: tuple[str, ...]) -> tuple[Written, ...]:
    """All links of a network whose office's texts are at some paths. Hosts that stand for none are left out."""
    found = (each for path in paths(network, office) for each in links_in(network.root, path))
    return tuple(sorted(each for each in found if leads_out(each.url)))


def paths(network: Network, office: tuple[str, ...]) -> Iterator[str]:
    """The files that are read by people today."""
    yield "content/network.yaml"
    yield from office
    for body in network.organisations:
        yield from files(network, body.record)
    for space in network.spaces:
        if space.fields.status != "closed":
            for record in (space.record, *(room.record for room in space.rooms)):
                yield from files(network, record)
    for project in network.projects:
        if project.fields.status not in CLOSED:
            yield from files(network, project.record)
    for event in network.events:
        if any(each.last_day >= network.today for each in event.occurrences):
            yield from files(network, event.record)


def files(network: Network, record: Record) -> Iterator[str]:
    """A file and its translations."""
    yield record.path
    stem = record.path.removesuffix(".md")
    yield from (f"{stem}.{lang}.md" for lang in network.languages if lang in record.translations)


def links_in(root: str, path: str) -> Iterator[Written]:
    """The links in one file, each by the place where it stands first."""
    try:
        text = Path(root, path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return
    seen: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        for found in LINK.finditer(line):
            url = trimmed(found[0])
            if url not in seen:
                seen.add(url)
                yield Written(path, number, found.start() + 1, url)


def trimmed(url: str) -> str:
    """An address without the signs of the sentence around it: a bracket stays where it was opened within."""
    while url and (url[-1] in ".,;:!?*_~" or (url[-1] == ")" and url.count("(") < url.count(")"))):
        url = url[:-1]
    return url


def leads_out(url: str) -> bool:
    """Whether an address may lead to a site: its host is a name, and none that is reserved for examples."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return "." in host and not RESERVED.fullmatch(host)
