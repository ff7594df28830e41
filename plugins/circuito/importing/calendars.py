"""iCalendar files as sources: every VEVENT is found or refused, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import blake2b
from typing import TypeVar

from ..problems import Problem
from .clean import lines_of, looks_like_html
from .components import Component, Stream, stream
from .entries import Entry, entry_of, uid_of
from .found import Found, Ground, Refused, Taken, Unusable
from .series import events_of
from .single import name_of
from .sound import sound
from .times import Unreadable, When, told, when
from .zones import Zones, by_name, zones_of

MOST_ENTRIES = 20_000
Made = TypeVar("Made")


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
        if isinstance(each, Found):
            found.append(each)
        else:
            refused.append(each)
    if len(found) > MOST_ENTRIES:
        raise Unusable(ground.note("source-many", count=len(found), most=MOST_ENTRIES))
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


@dataclass(slots=True)
class Hidden:
    """What a calendar keeps for itself of its series: whole ones, and the dates of which it keeps their own version."""

    series: dict[str, Problem] = field(default_factory=dict)
    dates: dict[str, list[When]] = field(default_factory=dict)

    def take(self, refused: Refused, component: Component, zones: Zones) -> None:
        """Remember what was refused, if it is because it is not for the site."""
        if refused.reason.code not in ("entry-private", "entry-skipped") or not refused.uid:
            return
        repeated = component.first("RECURRENCE-ID")
        if repeated is None:
            self.series[refused.uid] = refused.reason
            return
        with suppress(Unreadable):
            self.dates.setdefault(refused.uid, []).append(when(repeated, zones)[0])


def judged(held: Stream, ground: Ground) -> Iterator[Found | Refused]:
    """The events that the components of a file make, and what makes none."""
    default = by_name(ground.calendar.zone or "") or ground.zone
    zones: dict[int, Zones] = {}
    entries: list[Entry] = []
    hidden = Hidden()
    for component, calendar in held.events:
        if id(calendar) not in zones:
            zones[id(calendar)] = zones_of(calendar, default)
        work = partial(of_calendar, component, calendar, zones[id(calendar)], ground)
        for made in whatever_comes(work, [component], ground):
            if isinstance(made, Entry):
                entries.append(made)
            else:
                hidden.take(made, component, zones[id(calendar)])
                yield made
    for name, together in grouped(entries).items():
        yield from of_group(name, together, hidden, ground)


def of_group(name: str, together: list[Entry], hidden: Hidden, ground: Ground) -> Iterator[Found | Refused]:
    """The events that entries of one identifier make, without what its calendar keeps for itself."""
    shown = [each for each in together if each.instead is None or name not in hidden.series]
    for _ in range(len(together) - len(shown)):
        yield Refused(title="", reason=hidden.series[name], uid=name, fault=False)
    for each in shown:
        each.hidden = tuple(hidden.dates.get(name, ()))
    yield from whatever_comes(partial(sounded, shown, ground), [each.component for each in shown], ground)


def sounded(together: list[Entry], ground: Ground) -> Iterator[Found | Refused]:
    """The events that entries of one identifier make, as far as our files can hold them."""
    for each in of_one_name(together, ground):
        yield sound(each, ground) if isinstance(each, Found) else each


def whatever_comes(
    work: Callable[[], Iterable[Made]], components: list[Component], ground: Ground
) -> list[Made] | list[Refused]:
    """What some work makes of components. What nobody foresaw, a mistake of ours included, costs these alone."""
    try:
        return list(work())
    except Exception as wrong:
        kind = type(wrong).__name__
        reasons = ((each, ground.note("entry-broken", each.line, kind=kind)) for each in components)
        return [Refused(title="", reason=reason, uid=uid_of(each)) for each, reason in reasons]


def of_calendar(component: Component, calendar: Component, zones: Zones, ground: Ground) -> Iterator[Entry | Refused]:
    """The entry of a component, unless its calendar counts days in another way than ours."""
    made = entry_of(component, calendar.value("METHOD").upper(), zones, ground)
    if calendar.value("CALSCALE").upper() in ("", "GREGORIAN") or isinstance(made, Refused):
        yield made
        return
    reason = ground.note("entry-other-scale", component.line, title=made.title)
    yield Refused(title=made.title, reason=reason, uid=made.uid)


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
