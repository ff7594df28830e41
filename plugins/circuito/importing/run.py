"""One run of the import: each calendar of each space is fetched, read, merged and, unless it is a trial, written.

What fails costs only its own calendar: its events stay as they are, and the report says why.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import structs

from ..model.imports import ImportState
from ..model.space_calendar import SpaceCalendar
from ..problems import Problem, Source
from ..reading.imports import state_of
from . import calendars, pages, tables
from .fetch import Fetched, fetch
from .folder import Files, Folder
from .found import Ground, Reader, Taken, Unusable
from .ground import Importable
from .held import paths_in
from .keeping import keep_state, kept_copy
from .limited import Died, Late, limited
from .merge import Absence, Merged, merged
from .outcome import Order, Outcome
from .secret_addresses import VARIABLE
from .state import digest, last_copy, write
from .walls import Failed, Walls
from .zones import by_name

READERS: dict[str, Reader] = {"calendar": calendars.read, "page": pages.read, "table": tables.read}
PATIENCE = 3
EPOCH = "1"
FEED = re.compile(rb"^source:.*?\bfeed: *[\"']?([^\"'\n,}]+)", re.MULTILINE | re.DOTALL)


def run(network: Importable, order: Order, walls: Walls) -> list[Outcome]:
    """Import what is asked for, calendar by calendar, and write what changes."""
    outcomes = []
    for slug, fields in sorted(network.spaces.items()):
        chosen = [each for each in fields.calendars if is_asked(each, order)]
        if not chosen or (order.spaces and slug not in order.spaces):
            continue
        folder = Folder(order.root, slug)
        for calendar in chosen:
            ground = network.ground(slug, calendar, order.today, order.since)
            outcome = imported(ground, order, walls, folder)
            outcomes.append(outcome)
            if not order.trial:
                write_changes(order.root, outcome)
                keep_state(order, ground, outcome)
    return outcomes


def is_asked(calendar: SpaceCalendar, order: Order) -> bool:
    """Whether a calendar is to be read in this run. One that is paused is read only when it is named."""
    return calendar.id == order.calendar if order.calendar else not calendar.paused


def imported(ground: Ground, order: Order, walls: Walls, folder: Folder) -> Outcome:
    """What becomes of one calendar."""
    calendar, state = ground.calendar, state_of(order.root, ground.space, ground.calendar.id)
    outcome = Outcome(space=ground.space, title=ground.fields.name, calendar=calendar, state=state)
    try:
        for problem in settings_problems(ground):
            outcome.notes.append(problem)
        now = structs.replace(state, settings=settings_of(ground), files=folder.digest())
        fetched = brought(ground, order, walls, state)
        if fetched.content is None and not may_rest(now, state, order):  # nothing new there, but something here
            fetched = whole(ground, order, walls, fetched, state)
        content = fetched.content
        now = structs.replace(now, etag=fetched.etag, modified=fetched.modified)
        now = now if content is None else structs.replace(now, content=digest(content))
        if fetched.moved_to:
            note = ground.note("source-moved", host=urlsplit(fetched.moved_to).hostname or "")
            outcome.notes.append(without_host(note, ground))
        outcome.idle, outcome.state = content is None or may_rest(now, state, order), now
        if content is not None and not outcome.idle:
            read_in(ground, order, outcome, content, folder)
            kept_copy(order, outcome, content)
    except Unusable as unusable:
        outcome.problem = unusable.problem
    except Failed as failed:
        outcome.problem = without_host(failed.problem(outcome.name), ground)
    return outcome


def may_rest(now: ImportState, before: ImportState, order: Order) -> bool:
    """Whether nothing is different from the last run that could make a difference, and nothing is being counted."""
    same = (now.content, now.files, now.settings) == (before.content, before.files, before.settings)
    return same and bool(before.succeeded) and not (before.failed or before.shrunk or order.accept_shrink)


def whole(ground: Ground, order: Order, walls: Walls, fetched: Fetched, state: ImportState) -> Fetched:
    """What a source has that says that nothing is new: the copy that is here, else all of it. Raises `Failed`."""
    copy = last_copy(order.root, state)
    if copy is not None:
        return replace(fetched, content=copy)
    everything = brought(ground, order, walls, structs.replace(state, etag="", modified=""))
    return replace(everything, content=everything.content or b"")


def settings_of(ground: Ground) -> str:
    """The digest of all that a calendar is read with, but for the day: of that, the month counts."""
    said = (ground.network, ground.fields, sorted(ground.rooms.items()), ground.calendar)
    return digest(EPOCH, repr(said), f"{ground.today:%Y-%m}", str(ground.since.year))


def settings_problems(ground: Ground) -> Iterator[Problem]:
    """What a space says of its calendar that cannot be."""
    calendar = ground.calendar
    if calendar.room and calendar.room not in ground.rooms:
        yield ground.note("calendar-room", name=calendar.room)
    if calendar.zone and by_name(calendar.zone) is None:
        yield ground.note("calendar-zone", name=calendar.zone)


def brought(ground: Ground, order: Order, walls: Walls, state: ImportState) -> Fetched:
    """What the source has. Raises `Failed`."""
    if order.file:
        try:
            return Fetched(Path(order.file).read_bytes())
        except OSError as wrong:
            raise Failed("file-missing", path=order.file, why=wrong.strerror or "?") from None
    url = ground.calendar.url
    if ground.calendar.secret:
        name = f"{ground.space}/{ground.calendar.id}"
        url = order.secrets.get(name)
        if not url:
            raise Failed("source-secret", name=name, variable=VARIABLE)
    return fetch(url or "", walls, etag=state.etag, modified=state.modified)


def without_host(problem: Problem, ground: Ground) -> Problem:
    """A problem as it may stand where anybody reads: of a secret address not even the host is told."""
    if not ground.calendar.secret or "host" not in problem.values:
        return problem
    return structs.replace(problem, values={**problem.values, "host": "…"})


def read_in(ground: Ground, order: Order, outcome: Outcome, content: bytes, folder: Folder) -> None:
    """Read what was brought and hold it against the files. Raises `Unusable`."""
    if ground.calendar.read_as not in READERS:
        raise Unusable(ground.note("source-reader", kind=ground.calendar.read_as))
    try:
        done = limited(partial(read_apart, content, ground, order, outcome.state, folder.files), order.seconds)
    except Late:
        raise Unusable(ground.note("source-endless", seconds=round(order.seconds))) from None
    except Died:
        raise Unusable(ground.note("source-deadly")) from None
    if isinstance(done, Problem):
        raise Unusable(done)
    outcome.taken, outcome.merged = done
    folder.take(outcome.merged)


def read_apart(
    content: bytes, ground: Ground, order: Order, state: ImportState, files: Files
) -> tuple[Taken, Merged] | Problem:
    """What is in a source, and what it changes; or why it cannot be used."""
    try:
        taken = READERS[ground.calendar.read_as](content, ground)
    except Unusable as unusable:
        return unusable.problem
    if order.file and ground.calendar.read_as == "table":  # a list of December says nothing of January
        taken = replace(taken, complete=False)
    elif not taken.complete and not order.file and ground.calendar.read_as == "calendar":
        return next(iter(taken.notes), ground.note("source-truncated"))
    held, broken, names = files
    result = merged(taken, held.values(), names, ground, absence=absence_of(order, state))
    result.notes += [ground.note("file-broken", path=path) for path in broken]
    return taken, result


def absence_of(order: Order, state: ImportState) -> Absence:
    """How much may be taken as gone: after some runs in a row a source that shrank is believed."""
    if order.accept_shrink:
        return "accepted"
    return "counted" if state.shrunk >= PATIENCE - 1 else "seen"


def write_changes(root: str, outcome: Outcome) -> None:
    """Write the files that change."""
    for change in outcome.merged.changes:
        if change.content:
            file = Path(root, change.path)
            file.parent.mkdir(parents=True, exist_ok=True)
            write(file, change.content.encode())


def orphans(network: Importable, order: Order) -> list[Problem]:
    """The events that came from calendars which their space no longer names."""
    found = []
    for slug, fields in sorted(network.spaces.items()):
        if order.calendar or (order.spaces and slug not in order.spaces):
            continue
        known = {each.id for each in fields.calendars}
        heads = (Path(order.root, path).read_bytes().partition(b"\n---")[0] for path in paths_in(order.root, slug))
        feeds = (FEED.search(head) for head in heads if b"\nsource:" in head)
        counted = Counter(each[1].decode(errors="replace").strip() for each in feeds if each)
        for feed, count in sorted(counted.items()):
            if feed not in known:
                values = {"feed": feed, "count": count, "space": slug}
                found.append(Problem("source-removed", Source(f"spaces/{slug}/space.md"), values))
    return found
