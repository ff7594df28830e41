"""The events that pages and tables tell of: dates of one event that differ in nothing else become one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

from ..agenda.walltime import wall
from ..problems import Problem
from .found import Found, Ground, Refused
from .places import folded
from .sound import sound
from .texts import line, shortened
from .times import stated_end, told
from .told import Told
from .told_facts import address_of, facts
from .told_times import Dated, dated_of

LONGEST_UID = 500


def events_of(some: Iterable[Told], ground: Ground) -> Iterator[Found | Refused]:
    """The events that a source tells of, and what becomes none; dates of one event that differ in nothing are one."""
    understood = [dated_of(each, ground) for each in some]
    yield from (each for each in understood if isinstance(each, Refused))
    for together in grouped(each for each in understood if isinstance(each, Dated)):
        for made in of_group(together, ground):
            yield sound(made, ground) if isinstance(made, Found) else made


def grouped(dated: Iterable[Dated]) -> Iterator[list[Dated]]:
    """What is told under one name and title, by time."""
    groups: dict[tuple[str, str], list[Dated]] = {}
    for each in dated:
        groups.setdefault((each.told.name or each.told.link, folded(line(each.told.title))), []).append(each)
    for together in groups.values():
        yield sorted(together, key=lambda each: wall(each.starts))


def of_group(together: list[Dated], ground: Ground) -> Iterator[Found | Refused]:
    """The events that several dates of one name make: one with further dates, where nothing else differs."""
    alike: dict[str, list[Dated]] = {}
    for each in together:
        alike.setdefault(likeness(each, ground), []).append(each)
    for number, dates in enumerate(alike.values()):
        by_day: dict[Any, Dated] = {}
        for each in dates:
            known = by_day.setdefault(each.starts.day, each)
            if known is not each and known.starts == each.starts:
                reason = ground.note("entry-twice", each.told.line, title=shortened(line(each.told.title), 80))
                yield refused_twice(each, reason)
            elif known is not each:
                yield found_of([each], ground, told(each.starts))
        yield found_of(list(by_day.values()), ground, told(dates[0].starts) if number else "")


def refused_twice(each: Dated, reason: Problem) -> Refused:
    """What is told a second time."""
    name = each.told.name or each.told.link
    return Refused(title=line(each.told.title), reason=reason, uid=name, entries=each.told.entries, fault=False)


def likeness(each: Dated, ground: Ground) -> str:
    """What two dates have in common that are of one event: all but the day and whether it takes place."""
    clock = f"{each.starts.clock:%H:%M}" if each.starts.clock else ""
    data, text, _ = facts(each, ground)
    kept = {name: value for name, value in data.items() if name not in ("status", "previously")}
    return repr((clock, each.lasts, sorted(kept.items(), key=lambda pair: pair[0]), text))


def found_of(dates: list[Dated], ground: Ground, recurrence: str) -> Found:
    """The event that dates make: the first of them, and the others as dates added."""
    first, rest = dates[0], dates[1:]
    data, text, notes = facts(first, ground)
    own = first.told.name or first.told.link
    times: dict[str, Any] = {"starts": told(first.starts)}
    ends = stated_end(first.starts, first.lasts)
    if ends is not None:
        times["ends"] = ends
    if rest:
        times["also"] = [told(each.starts) for each in rest]
        changed = [(each, facts(each, ground)[0].get("status")) for each in dates]
        off = [{"on": str(each.starts.day), "status": status} for each, status in changed if status]
        if 0 < len(off) < len(dates):
            data = {name: value for name, value in data.items() if name not in ("status", "previously")}
            times["changes"] = off
    shown = own or blake2b(f"{line(first.told.title)}\n{told(first.starts)}".encode(), digest_size=8).hexdigest()
    return Found(
        uid=shown[-LONGEST_UID:] if own else f"no-uid-{shown}",
        data=data | times,
        recurrence=recurrence if own else "",
        text=text,
        link=address_of(first.told.link),
        made_up=not own,
        entries=sum(each.told.entries for each in dates),
        line=first.told.line,
        notes=(*(note for each in dates for note in each.notes), *notes),
    )
