"""When an event is that a page or a row of a table tells of, or why it is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta

from ..agenda.walltime import DAY
from ..model.times import Moment
from ..problems import Problem
from .entries import BUSY
from .found import Ground, Refused
from .places import folded
from .texts import line, shortened
from .times import Unreadable, When, read, span
from .told import Told
from .zones import Zones, by_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One event as a source tells it, with its start and its length understood."""

    told: Told
    starts: Moment
    lasts: timedelta | None
    notes: tuple[Problem, ...]


def dated_of(told: Told, ground: Ground) -> Dated | Refused:
    """An event with its times, or why it has none."""
    title = line(told.title)

    def refuse(code: str, fault: bool = True, **values: str) -> Refused:
        shown = title or line(told.link) or line(told.name) or "?"
        reason = ground.note(code, told.line, title=shortened(shown, 80), **values)
        return Refused(title=shown, reason=reason, uid=told.name or told.link, entries=told.entries, fault=fault)

    if word := skipped(told, ground):  # not for the site: nothing of it is told
        reason = ground.note("entry-skipped", told.line, word=word)
        return Refused(title="", reason=reason, uid=told.name or told.link, entries=told.entries, fault=False)
    if not title:
        return refuse("entry-untitled")
    if folded(title) in BUSY:
        return refuse("entry-busy", False)
    if not told.starts.strip():
        return refuse("entry-without-start")
    zones = Zones({}, None, by_name(ground.calendar.zone or "") or ground.zone)
    try:
        starts = read(told.starts, "", "", zones)[0]
    except Unreadable:
        return refuse("entry-start-unreadable", value=line(told.starts)[:40])
    lasts, code = length_of(told, starts, zones)
    here = starts.here(ground.zone)
    if starts.clock is not None and is_all_day(starts, lasts):
        here, lasts = Moment(starts.day), (lasts or timedelta()) + timedelta(minutes=1)
        lasts -= timedelta(seconds=lasts.total_seconds() % DAY.total_seconds())
    notes = (ground.note(code, told.line, title=shortened(title, 80)),) if code else ()
    return Dated(told=told, starts=here, lasts=lasts, notes=notes)


def length_of(told: Told, starts: When, zones: Zones) -> tuple[timedelta | None, str]:
    """How long an event lasts, and a note's code where its end cannot be. Of whole days the last is included."""
    if not told.ends.strip():
        lasts = span(told.lasts) if told.lasts else None
        return (lasts if lasts and lasts > timedelta() else None), "end-unreadable" if told.lasts and not lasts else ""
    try:
        ends = read(told.ends, "", "", zones)[0]
    except Unreadable:
        return None, "end-unreadable"
    if starts.clock is None:
        lasts = DAY * ((ends.day - starts.day).days + 1)
    elif ends.clock is None:
        lasts = None if ends.day <= starts.day else ends.shown + DAY - starts.shown
    else:
        lasts = ends.seen_from(starts).shown - starts.shown
    if lasts is not None and lasts < timedelta():
        return None, "end-before-start"
    return lasts or None, ""


def is_all_day(starts: When, lasts: timedelta | None) -> bool:
    """Whether what starts at midnight lasts whole days, as programs write it that know no days: until 23:59."""
    if starts.clock != time() or lasts is None:
        return False
    rest = lasts % DAY
    return rest >= timedelta(hours=23, minutes=59) or not rest


def skipped(told: Told, ground: Ground) -> str:
    """The word by which whoever keeps the source says that something is not for the site."""
    said = folded(" ".join((told.title, told.summary, told.description, *told.sorts)))
    words = [folded(word) for word in ground.calendar.skip]
    return next((word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said)), "")
