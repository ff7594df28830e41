"""Web pages as sources: the events that they tell machines of, in JSON-LD or in h-event.

A page is no list of all that there is: what is not on it may well take place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..reading.document import FORBIDDEN
from . import linked, microformats
from .found import Found, Ground, Refused, Taken, Unusable
from .places import folded
from .texts import line, shortened
from .told import Told
from .told_events import events_of

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
MOST = 5_000


def read(content: bytes, ground: Ground) -> Taken:
    """What a page tells. Raises `Unusable` for what is none, and where it tells of no event at all."""
    if not content.strip(b"\0 \t\r\n"):
        raise Unusable(ground.note("source-empty"))
    if b"<" not in content[:4096] or content.lstrip()[:15] == b"BEGIN:VCALENDAR":
        raise Unusable(ground.note("page-none"))
    document, base = parsed(content), ground.calendar.url or ""
    told, notes = [], []
    for script in scripts(document):
        where = min(script.sourceline or 1, 1_000_000)
        try:
            told += list(linked.events_in(script.text or "", base, where))
        except linked.Broken:
            notes.append(ground.note("page-script-broken", where))
    marked = list(microformats.events_of(document, base))
    entries = sum(each.entries for each in (*told, *marked))
    if not entries:
        raise Unusable(notes[0] if notes else ground.note("page-without-events"))
    if entries > MOST:
        raise Unusable(ground.note("source-many", count=entries, most=MOST))
    found, refused = [], []
    for made in judged(told, marked, ground):
        if isinstance(made, Found):
            found.append(made)
        else:
            refused.append(made)
    return Taken(entries=entries, found=tuple(found), refused=tuple(refused), notes=tuple(notes), complete=False)


def parsed(content: bytes) -> Any:
    """The page as a tree, in whatever characters it is written."""
    from lxml.html import HTMLParser, document_fromstring

    text = FORBIDDEN.sub("", decoded(content)).strip() or "<html></html>"
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    return document_fromstring(text.encode(), parser=parser)


def decoded(content: bytes) -> str:
    """The text of a page: UTF-8 where it is that, else what it says it is, else Windows' Western set."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        stated = CHARSET.search(content[:4096])
        try:
            return content.decode(stated[1].decode() if stated else "cp1252", "replace")
        except LookupError:
            return content.decode("cp1252", "replace")


def scripts(document: Any) -> Iterator[Any]:
    """The scripts that hold JSON-LD."""
    for script in document.iter("script"):
        if script.get("type", "").partition(";")[0].strip().lower() == "application/ld+json":
            yield script


def judged(told: list[Told], marked: list[Told], ground: Ground) -> Iterator[Found | Refused]:
    """What becomes of all that is told. JSON-LD tells more: beside it, an h-event is the same once more, or something
    that the page only points to.
    """
    known = {name for each in told for name in names_of(each)}
    for each in marked if told else ():
        title = line(each.title) or each.link or "?"
        code = "entry-beside" if known.isdisjoint(names_of(each)) else "entry-twice"
        reason = ground.note(code, each.line, title=shortened(title, 80))
        yield Refused(title=title, reason=reason, uid=each.name, entries=each.entries, fault=False)
    yield from events_of(told or marked, ground)


def names_of(told: Told) -> Iterator[str]:
    """By what an event is known on a page: its address, its title and day."""
    if told.link:
        yield told.link
    yield f"{folded(line(told.title))} {told.starts[:10]}"
