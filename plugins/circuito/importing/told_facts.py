"""What a page or a row of a table tells of an event beside its times, as fields of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from ..model.values import LANGUAGE, URL
from ..problems import Problem
from .entries import PREFIX, STATUSES
from .found import Ground
from .places import LONGEST_NAME, place_of, point_of
from .terms import sorts
from .texts import line, markdown, plain, shortened, summary_of, without_meetings
from .times import Unreadable, read, told
from .told import Told
from .told_times import Dated
from .zones import Zones

LONGEST_SUMMARY, LONGEST_URL = 180, 500
ADMISSION = {"it": "Ingresso", "en": "Admission", "ar": "الدخول"}
AGES = re.compile(r"(\d{1,3})\s*(?:[-–+]\s*(\d{1,3})?)?\s*\+?")


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
