"""iCalendar files as sources: every VEVENT is found or refused, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b

from .clean import lines_of, looks_like_html
from .components import Component, Stream, stream
from .entries import Entry, entry_of
from .found import Found, Ground, Refused, Taken, Unusable
from .series import events_of, name_of
from .sound import sound
from .times import told
from .zones import Zones, by_name, zones_of

MOST_ENTRIES = 20_000


def read(content: bytes, ground: Ground) -> Taken:
    """What a calendar holds. Raises `Unusable` for what is none, and for more events than a space can have."""
    if not content.strip(b"\0 \t\r\n"):
        raise Unusable(ground.note("source-empty"))
    if looks_like_html(content):
        raise Unusable(ground.note("source-html"))
    lines, foreign = lines_of(content)
    held = stream(lines)
    if not held.wrapped and not held.events:
        raise Unusable(ground.note("source-no-calendar"))
    if held.written > MOST_ENTRIES:
        raise Unusable(ground.note("source-many", count=held.written, most=MOST_ENTRIES))
    found, refused = [], []
    for each in judged(held, ground):
        result = sound(each, ground) if isinstance(each, Found) else each
        if isinstance(result, Found):
            found.append(result)
        else:
            refused.append(result)
    return Taken(
        entries=held.written,
        found=tuple(found),
        refused=tuple(refused),
        notes=tuple(ground.note(code, **values) for code, values in notes(held, foreign)),
        complete=held.ended,
    )


def notes(held: Stream, foreign: int) -> Iterator[tuple[str, dict[str, int]]]:
    """What is odd about a file as a whole."""
    if not held.wrapped:
        yield "source-unwrapped", {}
    elif not held.ended:
        yield "source-truncated", {}
    if foreign:
        yield "source-not-utf8", {"count": foreign}
    if not held.written:
        yield "source-without-events", {}


def judged(held: Stream, ground: Ground) -> Iterator[Found | Refused]:
    """The events that the components of a file make, and what makes none."""
    default = by_name(ground.calendar.zone or "") or ground.zone
    zones: dict[int, Zones] = {}
    entries: list[Entry] = []
    for component, calendar in held.events:
        if id(calendar) not in zones:
            zones[id(calendar)] = zones_of(calendar, default)
        made = of_calendar(component, calendar, zones[id(calendar)], ground)
        if isinstance(made, Entry):
            entries.append(made)
        else:
            yield made
    for together in grouped(entries).values():
        yield from of_one_name(together, ground)


def of_calendar(component: Component, calendar: Component, zones: Zones, ground: Ground) -> Entry | Refused:
    """The entry of a component, unless its calendar counts days in another way than ours."""
    made = entry_of(component, calendar.value("METHOD").upper(), zones, ground)
    if calendar.value("CALSCALE").upper() in ("", "GREGORIAN") or isinstance(made, Refused):
        return made
    reason = ground.note("entry-other-scale", component.line, title=made.title)
    return Refused(title=made.title, reason=reason, uid=made.uid)


def grouped(entries: list[Entry]) -> dict[str, list[Entry]]:
    """Entries by identifier; one without is alone, under a name made from what it says."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        name = entry.uid or made_up(entry)
        groups.setdefault(name, []).append(entry)
    return groups


def made_up(entry: Entry) -> str:
    """The name of an entry that has none: by its title and start."""
    told_of = f"{entry.title}\n{told(entry.starts.here(entry.ground.zone))}"
    return f"no-uid-{blake2b(told_of.encode(), digest_size=8).hexdigest()}"


def of_one_name(together: list[Entry], ground: Ground) -> Iterator[Found | Refused]:
    """The events that entries of one identifier make. Several masters are several events, each by its start."""
    latest: dict[tuple[str, str], Entry] = {}
    for entry in together:
        key = (
            name_of(entry) if entry.instead else "",
            told(entry.starts.here(ground.zone)) if not entry.instead else "",
        )
        known = latest.get(key)
        older = entry if known is not None and known.revision > entry.revision else known
        if older is not None:
            reason = ground.note("entry-twice", older.component.line, title=older.title)
            yield Refused(title=older.title, reason=reason, uid=older.uid, fault=False)
        if older is not entry:
            latest[key] = entry
    masters = [each for each in latest.values() if each.instead is None]
    overrides = [each for each in latest.values() if each.instead is not None]
    for number, master in enumerate(masters):
        made = events_of(master, overrides if number == 0 else [])
        yield from (named(each, master, len(masters) > 1) for each in made)
    if not masters:
        yield from (named(each, overrides[0], False) for entry in overrides for each in events_of(entry, []))


def named(made: Found | Refused, entry: Entry, several: bool) -> Found | Refused:
    """An event under the name by which it is known: with its start where others have the same, or a made-up one."""
    if isinstance(made, Refused):
        return made
    uid = made.uid or made_up(entry)
    recurrence = made.recurrence or (name_of(entry) if several or entry.instead else "")
    return replace(made, uid=uid, recurrence=recurrence, made_up=not made.uid)
