"""What a page or a row of a table tells of one event, in its own words, and how that becomes an event of ours.

Readers of pages and tables differ in where they find things; from here on there is one way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time, timedelta
from decimal import Decimal, InvalidOperation
from hashlib import blake2b
from typing import Any

from ..agenda.walltime import DAY, wall
from ..model.times import Moment
from ..model.values import LANGUAGE, URL
from ..problems import Problem
from .entries import BUSY, PREFIX, STATUSES
from .found import Found, Ground, Refused
from .places import LONGEST_NAME, folded, place_of, point_of
from .sound import sound
from .terms import sorts
from .texts import line, markdown, plain, shortened, summary_of, without_meetings
from .times import Unreadable, When, read, span, stated_end, told
from .zones import Zones, by_name

LONGEST_SUMMARY, LONGEST_UID, LONGEST_URL = 180, 500, 500
ADMISSION = {"it": "Ingresso", "en": "Admission", "ar": "الدخول"}
AGES = re.compile(r"(\d{1,3})\s*(?:[-–+]\s*(\d{1,3})?)?\s*\+?")
LAST_MINUTE = time(23, 59)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a source tells of one event, each as text; what it does not tell is empty.

    `name` is its identifier there; `place` its place in one line, `place_name` what that is called if it is known,
    `address` more of it, `point` as `lat;lon`; `prices` are labels with amounts; `sorts` the words by which it is
    sorted, `audience` those of for whom. `entries` made it.
    """

    title: str = ""
    starts: str = ""
    ends: str = ""
    lasts: str = ""
    doors: str = ""
    before: str = ""
    status: str = ""
    summary: str = ""
    description: str = ""
    link: str = ""
    name: str = ""
    place: str = ""
    place_name: str = ""
    address: str = ""
    point: str = ""
    room: str = ""
    online: tuple[str, ...] = ()
    only_online: bool = False
    free: bool | None = None
    offering: bool = False
    prices: tuple[tuple[str, str], ...] = ()
    price_note: str = ""
    booking: str = ""
    booking_needed: bool | None = None
    ages: str = ""
    languages: tuple[str, ...] = ()
    sorts: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    picture: str = ""
    entries: int = 1
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One event as a source tells it, with its start and its length understood."""

    told: Told
    starts: Moment
    lasts: timedelta | None
    notes: tuple[Problem, ...]


def events_of(some: Iterable[Told], ground: Ground) -> Iterator[Found | Refused]:
    """The events that a source tells of, and what becomes none; dates of one event that differ in nothing are one."""
    understood = [dated_of(each, ground) for each in some]
    yield from (each for each in understood if isinstance(each, Refused))
    for together in grouped(each for each in understood if isinstance(each, Dated)):
        for made in of_group(together, ground):
            yield sound(made, ground) if isinstance(made, Found) else made


# When


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


# Dates of one event


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


# What it says


def facts(dated: Dated, ground: Ground) -> tuple[dict[str, Any], str, list[Problem]]:
    """The fields of an event but for its times, its text, and notes."""
    told_of, notes = dated.told, list[str]()
    title, status = title_of(told_of)
    text, meetings = without_meetings(markdown(told_of.description))
    whole = plain(text)
    short = whole if "\n" not in whole and len(whole) <= LONGEST_SUMMARY else summary_of(text, LONGEST_SUMMARY)
    summary = line(told_of.summary) or short
    if text and plain(text.split("\n\n")[0]).replace("\n", " ") == summary:
        text = text.partition("\n\n")[2]
    data: dict[str, Any] = {"title": title, "summary": summary or shortened(title, LONGEST_SUMMARY)}
    data |= status_of(told_of, status, dated, ground)
    data |= placed(told_of, ground, meetings, notes)
    data |= paid(told_of, ground)
    data |= sorts(parts((*told_of.sorts, *told_of.audience)), ground.network)
    if ages := ages_of(told_of.ages):
        data["ages"] = ages
    if languages := languages_of(told_of.languages):
        data["languages"] = languages
    if doors := re.search(r"(?:^|T)([01]\d|2[0-3]):([0-5]\d)", told_of.doors.strip()):
        data["doors"] = f"{doors[1]}:{doors[2]}"
    if told_of.picture:
        notes.append("picture-offered")
    data = usual(ground) | data
    values = {"title": shortened(title, 80), "url": told_of.picture[:300]}
    return data, text, [ground.note(code, told_of.line, **values) for code in notes]


def languages_of(said: Iterable[str]) -> list[str]:
    """The codes of languages, each once."""
    codes = [each.strip().lower() for each in said]
    return list(dict.fromkeys(code for code in codes if re.fullmatch(LANGUAGE.shape, code)))


def usual(ground: Ground) -> dict[str, Any]:
    """What holds for the events of a source that do not say otherwise."""
    stated = {name: getattr(ground.calendar, name) for name in ("type", "themes", "targets", "languages")}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in stated.items() if value}


def title_of(told_of: Told) -> tuple[str, str]:
    """The title without a status written before it, and that status."""
    shown = line(told_of.title)
    prefix = PREFIX.match(shown)
    if prefix is None:
        return shown, ""
    rest = shown[prefix.end() :]
    if not re.match(r"\s*[:!–-]", rest) or not rest.lstrip(" :!–-"):
        return shown, ""
    return rest.lstrip(" :!–-"), next(name for name in STATUSES if prefix[name])


def status_of(told_of: Told, prefix: str, dated: Dated, ground: Ground) -> dict[str, Any]:
    """The status, where it is another than that of most events."""
    status = told_of.status or prefix
    if status == "rescheduled":
        zones = Zones({}, None, ground.zone)
        try:
            before = read(told_of.before, "", "", zones)[0].here(ground.zone)
        except Unreadable:
            return {}
        return {"status": status, "previously": told(before)} if before != dated.starts else {}
    return {"status": status} if status and status != "scheduled" else {}


def placed(told_of: Told, ground: Ground, meetings: bool, notes: list[str]) -> dict[str, Any]:
    """Where it takes place: a room, a place elsewhere, the net."""
    point, code = point_of(told_of.point, ground) if told_of.point else (None, "")
    made = place_of(line(told_of.place), point, line(told_of.address), ground)
    notes += [each for each in (*made.notes, code) if each]
    data = dict(made.data)
    called = line(told_of.place_name)
    if "where" in data and called.startswith(data["where"]["name"]) and len(called) <= LONGEST_NAME:
        data["where"] = {**data["where"], "name": called}
    if told_of.room and told_of.room in ground.rooms:
        data["room"] = told_of.room
    public = [each for each in told_of.online if address_of(each) and not without_meetings(f"<{each}>")[1]]
    if public and "online" not in data:
        data["online"] = {"url": public[0]}
    elif (told_of.online or told_of.only_online or meetings) and "online" not in data:
        notes.append("meeting-link")
        data["online"] = {"on_registration": True}
    if told_of.only_online:
        data = {name: value for name, value in data.items() if name not in ("where", "room")} | {"only_online": True}
    if ground.calendar.room and not {"room", "where"} & data.keys() and not data.get("only_online"):
        data["room"] = ground.calendar.room
    return data


def paid(told_of: Told, ground: Ground) -> dict[str, Any]:
    """What it costs, and how to book."""
    made: dict[str, Any] = {}
    items = [(label, amount) for label, each in told_of.prices if (amount := amount_of(each)) is not None]
    if told_of.offering:
        made["price"] = {"mode": "offering"}
    elif any(amount for _, amount in items):
        default = ADMISSION.get(ground.lang, ADMISSION["en"])
        labelled = [{"label": shortened(line(label) or default, 80), "amount": amount} for label, amount in items]
        made["price"] = {"mode": "fixed", "items": labelled}
    elif told_of.free or (items and told_of.free is None):
        made["price"] = {"mode": "free"}
    if told_of.price_note and "price" in made:
        made["price"]["note"] = shortened(line(told_of.price_note), 200)
    link = address_of(told_of.booking)
    if told_of.booking_needed is not None or link:
        made["registration"] = {"required": bool(told_of.booking_needed)}
    if link:
        made["registration"]["link"] = link
    return made


def amount_of(text: str) -> Decimal | None:
    """The amount that a text tells: `8`, `8,50`, `€ 8.50`."""
    found = re.search(r"\d{1,6}(?:[.,]\d{1,2})?(?!\d)", text.replace(" ", ""))
    try:
        return Decimal(found[0].replace(",", ".")) if found else None
    except InvalidOperation:
        return None


def ages_of(text: str) -> dict[str, int]:
    """The ages that a text tells: `6-11`, `18+`, `-12`."""
    if found := re.fullmatch(r"\s*-\s*(\d{1,3})\s*", text):
        return {"max": int(found[1])} if int(found[1]) <= 120 else {}
    found = AGES.fullmatch(text.strip())
    if found is None:
        return {}
    known = {name: int(age) for name, age in (("min", found[1]), ("max", found[2])) if age}
    return {name: age for name, age in known.items() if age <= 120 and (name == "max" or age)}


def parts(said: Iterable[str]) -> list[str]:
    """The words of lists, which commas and semicolons part."""
    return [part for each in said for part in re.split(r"[,;]", each)]


def address_of(text: str) -> str:
    """The address in a text, if it is one that files may hold."""
    address = text.strip()
    return address if len(address) <= LONGEST_URL and re.fullmatch(URL.shape, address) else ""
