"""What an import changes: found events held against the files that are there, field by field.

A field that still is as it was imported follows its source; one that a person wrote since is left alone, and the
report says what the source says. Nothing is ever deleted: what is gone from the source is cancelled, for a person to
see, and only if the source is whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import chain
from typing import Any, Literal

from ..model.event import EventFields
from ..problems import Problem
from ..writing.style import edited, file_text
from ..writing.things import NAMELESS, signs, slug_of
from .found import Found, Ground, Refused, Taken
from .held import Held, canonical, says_nothing, short_digest
from .matching import Pair, Twins, paired
from .sound import judged

Absence = Literal["seen", "counted", "accepted"]
Kind = Literal["added", "changed", "cancelled", "hidden", "same"]
TIMES = ("starts", "ends", "every", "rrule", "until", "times", "except", "also", "changes")
GONE = {
    "it": "Non è più nel calendario da cui proviene",
    "en": "No longer in the calendar it came from",
    "ar": "لم يعد في التقويم الذي جاء منه",
}
FEW = 4
MOST_NAMED = 8
AHEAD = timedelta(days=366 * 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What becomes of one event file: its new content, which fields change, and what is to be said about it."""

    kind: Kind
    path: str
    title: str
    starts: str
    content: str = ""
    fields: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()


@dataclass(slots=True, kw_only=True)
class Merged:
    """What an import of one source changes; `refused` are found events that are not taken, and why."""

    changes: list[Change] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    shrunk: bool = False


def merged(taken: Taken, held: Iterable[Held], names: set[str], ground: Ground, *, absence: Absence = "seen") -> Merged:
    """What a source changes in the files of a space; `names` are those of all files there, which new ones join.

    `absence` says what may be taken as gone of what is no longer in the source: all (`accepted`), all but everything at
    once (`counted`), or no more than half at a time (`seen`).
    """
    everything = list(held)
    own = [each for each in everything if each.feed == ground.calendar.id]
    others = [each for each in everything if each.feed != ground.calendar.id]
    result = Merged()
    wanted = list(unless_left_out(taken.found, result, ground))
    pairs, gone = paired(wanted, own)
    twins: Twins | None = None
    for pair in pairs:
        if pair.held is not None:
            result.changes.append(updated(pair.held, pair.found, ground))
            continue
        twins = twins or Twins(others, ground)
        twin = None if pair.found.uid in ground.calendar.take else twins.of(pair.found)
        if twin is not None:
            result.refused.append(resembling(pair.found, twin, ground))
        else:
            result.changes.append(new(pair, names, ground))
    leave(gone, taken, result, ground, absence)
    return result


def unless_left_out(found: Iterable[Found], result: Merged, ground: Ground) -> Iterator[Found]:
    """The events that the space did not say it does not want."""
    for each in found:
        if each.uid in ground.calendar.leave_out:
            reason = ground.note("entry-left-out", each.line, title=each.title)
            refused = Refused(title=each.title, reason=reason, uid=each.uid, entries=each.entries, fault=False)
            result.refused.append(refused)
        else:
            yield each


def resembling(found: Found, twin: Held, ground: Ground) -> Refused:
    """An event that is probably there already: a person decides."""
    values = {"title": found.title, "path": twin.path, "uid": found.uid, "starts": found.starts}
    reason = ground.note("entry-resembles", found.line, calendar=ground.calendar.id, space=ground.space, **values)
    return Refused(title=found.title, reason=reason, uid=found.uid, entries=found.entries)


# New events


def new(pair: Pair, names: set[str], ground: Ground) -> Change:
    """The file of a new event."""
    found, notes = pair.found, pair.found.notes
    if pair.reused is not None:
        found = replace(found, recurrence=found.starts)
        notes = (*notes, ground.note("identifier-reused", found.line, title=found.title, path=pair.reused.path))
    name = free_name(found, names)
    names.add(name)
    seen = ground.calendar.visibility
    stated = {"id": new_id(found, ground), "visibility": seen, **found.data}
    if stated["visibility"] == "public":
        del stated["visibility"]
    source = origin(found, digests_of(found), ground)
    content = file_text(EventFields, {**stated, "source": source}, found.text)
    path = f"events/{ground.space}/{name}.md"
    return Change(kind="added", path=path, title=found.title, starts=found.starts, content=content, notes=notes)


def free_name(found: Found, names: set[str]) -> str:
    """A file name from the title; with its day, then a number, where others have it."""
    slug = slug_of(found.title) or NAMELESS
    dated = f"{slug}-{found.starts[:10]}"
    numbered = (f"{dated}-{number}" for number in range(2, len(names) + 3))
    return next(name for name in chain((slug, dated), numbered) if name not in names)


def new_id(found: Found, ground: Ground) -> str:
    """An identifier that follows from where the event comes from, and so is the same whoever imports it."""
    whence = f"{ground.space}\n{ground.calendar.id}\n{found.uid}\n{found.recurrence}"
    return f"{slug_of(found.title) or NAMELESS}-{signs(whence)}"


def digests_of(found: Found) -> dict[str, str]:
    """The digests of all that an event says."""
    said = {name: short_digest(value) for name, value in found.data.items() if not says_nothing(value)}
    return said | ({"text": short_digest(found.text)} if found.text else {})


def origin(found: Found, digests: Mapping[str, str], ground: Ground) -> dict[str, Any]:
    """Where an event came from, as its file says it."""
    stated = {
        "feed": ground.calendar.id,
        "uid": found.uid,
        "link": found.link,
        "recurrence": found.recurrence,
        "sequence": found.sequence or None,
        "fields": dict(sorted(digests.items())),
    }
    return {name: value for name, value in stated.items() if value}


# Known events


def updated(held: Held, found: Found, ground: Ground) -> Change:
    """The file of a known event after what the source says now."""
    if found.sequence < int(held.origin.get("sequence") or 0):
        note = ground.note("sequence-lower", found.line, title=held.title, path=held.path)
        return same(held, (note,))
    first = settled(held, found, ground, frozenset())
    if first.kind != "same" and not is_sound(first):
        first = settled(held, found, ground, frozenset(TIMES))
        if first.kind != "same" and not is_sound(first):
            return same(held, (*found.notes, ground.note("file-unfit", found.line, title=held.title, path=held.path)))
    return first


def settled(held: Held, found: Found, ground: Ground, locked: frozenset[str]) -> Change:
    """The file in which every field follows its source, save those that people changed and those that are locked."""
    incoming = {**found.data, "text": found.text}
    if "visibility" in held.digests and ground.calendar.visibility != "public":
        incoming.setdefault("visibility", ground.calendar.visibility)
    current = {**held.data, "text": held.text}
    digests = dict(held.digests)
    changes: dict[str, Any] = {}
    notes = list(found.notes)
    for name in sorted({*digests, *incoming}):
        now, then = digest_of(current.get(name)), digests.get(name)
        says = digest_of(incoming.get(name))
        if says == now:
            digests |= {name: says} if says else {}
        elif now != then or name in locked:
            notes.append(by_hand(held, found, name, incoming.get(name), ground))
        else:
            changes[name] = incoming.get(name)
            digests |= {name: says} if says else {}
        if not says and (name in changes or not now):
            digests.pop(name, None)
    return written(held, found, changes, digests, notes, ground)


def digest_of(value: Any) -> str | None:
    """The digest of a value; None for as good as none."""
    return None if says_nothing(value) else short_digest(value)


def by_hand(held: Held, found: Found, name: str, theirs: Any, ground: Ground) -> Problem:
    """That a field was changed by hand and stays so, with what the source says."""
    values = {"path": held.path, "field": name, "theirs": shown(theirs), "title": held.title}
    return ground.note("kept-by-hand", found.line, **values)


def shown(value: Any) -> str:
    """A value in a few words."""
    told = "–" if says_nothing(value) else " ".join(str(canonical(value)).split())
    return told if len(told) <= 80 else f"{told[:79]}…"


def written(
    held: Held, found: Found, changes: dict[str, Any], digests: Mapping[str, str], notes: list[Problem], ground: Ground
) -> Change:
    """The file with its changes. Where nothing is different the file stays, to the byte."""
    said = {name: value for name, value in held.origin.items() if name not in ("sequence",)}
    source = origin(found, digests, ground)
    known = held.key[1]
    if known and not found.recurrence:
        source["recurrence"] = known
    elif not known and found.recurrence == found.starts:
        source.pop("recurrence", None)
    unlike = {
        name for name in {*said, *source} - {"sequence"} if canonical(said.get(name)) != canonical(source.get(name))
    }
    if not changes and not unlike:
        return same(held, tuple(notes))
    text = changes.pop("text", held.text) or ""
    content = edited(held.content, EventFields, {**changes, "source": source}, text if text != held.text else None)
    title, starts = str(changes.get("title") or held.title), str(changes.get("starts") or held.starts)
    names = tuple(sorted({*changes, *(["text"] if text != held.text else [])}))
    return Change(
        kind="changed", path=held.path, title=title, starts=starts, content=content, fields=names, notes=tuple(notes)
    )


def is_sound(change: Change) -> bool:
    """Whether the check would take the file of a change."""
    from ..reading.document import Unreadable, markdown

    try:
        document = markdown(change.path, change.content.encode())
    except Unreadable:
        return False
    return not judged(Found(uid="", data=document.data, text=document.text))[1]


def same(held: Held, notes: tuple[Problem, ...] = ()) -> Change:
    """A file that stays as it is."""
    return Change(kind="same", path=held.path, title=held.title, starts=held.starts, notes=notes)


# Events that are gone


def leave(gone: list[Held], taken: Taken, result: Merged, ground: Ground, absence: Absence) -> None:
    """Say what becomes of files whose event the source no longer has."""
    coming = [each for each in gone if each.dates(ground, ground.today, ground.today + AHEAD)]
    coming = [each for each in coming if each.data.get("status") != "cancelled"]
    refused = {each.uid: each for each in taken.refused if each.uid}
    present = sum(1 for each in result.changes if each.kind != "added")
    known = len(coming) + present
    result.shrunk = known >= FEW and len(coming) > known / 2
    if coming and not (taken.complete and (taken.entries or absence == "accepted")):
        result.notes.append(ground.note("source-incomplete", count=len(coming)))
        return
    if result.shrunk and absence == "seen":
        result.notes.append(shrunk(coming, known, ground))
        return
    for each in coming:
        reason = refused.get(each.key[0])
        if reason is None and each.key[0] not in ground.calendar.leave_out:
            changed = {"status": "cancelled", "status_note": GONE.get(ground.lang, GONE["en"])}
            result.changes.append(without(each, "cancelled", {**changed, "status_since": str(ground.today)}, ground))
        elif reason is not None and reason.reason.code in ("entry-private", "entry-skipped", "entry-busy"):
            result.changes.append(without(each, "hidden", {"visibility": "private"}, ground))


def shrunk(coming: list[Held], known: int, ground: Ground) -> Problem:
    """That too many events are gone at once to believe it, with the names of some that anybody may read."""
    public = [each.title for each in coming if each.data.get("visibility", "public") == "public"][:MOST_NAMED]
    titles = ", ".join([*public, "…"] if len(coming) > len(public) else public)
    return ground.note(
        "source-shrunk", count=len(coming), known=known, titles=titles, space=ground.space, calendar=ground.calendar.id
    )


def without(held: Held, kind: Kind, fields: dict[str, Any], ground: Ground) -> Change:
    """The file of an event that is gone: with some fields that say so, unless people changed those."""
    digests = dict(held.digests)
    name = next(iter(fields))
    if kind == "cancelled" and digest_of(held.data.get(name)) != digests.get(name):
        note = ground.note("kept-by-hand", path=held.path, field=name, theirs=str(fields[name]), title=held.title)
        return same(held, (note,))
    digests |= {each: short_digest(value) for each, value in fields.items()}
    source = {**held.origin, "fields": dict(sorted(digests.items()))}
    content = edited(held.content, EventFields, {**fields, "source": source})
    code = "gone-cancelled" if kind == "cancelled" else "gone-hidden"
    notes = (ground.note(code, title=held.title, path=held.path),)
    return Change(
        kind=kind,
        path=held.path,
        title=held.title,
        starts=held.starts,
        content=content,
        fields=tuple(fields),
        notes=notes,
    )
