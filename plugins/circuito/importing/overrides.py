"""What overrides change of single dates of a series."""

from __future__ import annotations

from typing import Any

from ..model.times import Moment
from .dates import Dates
from .entries import Entry, facts
from .rules import MOST_LISTED
from .single import name_of
from .texts import plain, shortened, without_meetings
from .times import When, stated_end, told

LONGEST_TEXT = 500


def apply(dates: Dates, override: Entry) -> None:
    """Take in what an override changes; one whose date the series does not have is an event of its own."""
    master, instead = dates.entry, override.instead
    foreseen = master.starts.on(instead.seen_from(master.starts).day) if instead else None
    if instead and foreseen and instead.clock is not None and master.starts.clock is not None:
        foreseen = foreseen if hits(dates, instead, foreseen) else None
    day = dates.here(foreseen).day if foreseen else None
    whole = override.starts.clock is None
    if foreseen is None or day is None or not dates.holds(day) or any(each["on"] == str(day) for each in dates.changes):
        dates.alone.append((override, name_of(override), 1))
        return
    moment = dates.here(override.starts)
    clash = moment.day != day and dates.holds(moment.day)
    if whole != (master.starts.clock is None) or clash or len(dates.changes) >= MOST_LISTED:
        if dates.by_rule and day not in dates.moments:
            dates.left_out.add(day)
        dates.moments.pop(day, None)
        dates.alone.append((override, name_of(override), 1))
        return
    dates.used += 1
    change = changed(dates, override, dates.moments.get(day) or dates.here(foreseen), moment)
    if change:
        dates.changes.append({"on": str(day), **change})
        if moment.day != day:
            dates.moved.add(moment.day)


def hits(dates: Dates, instead: When, foreseen: When) -> bool:
    """Whether a time that an override names is one at which the series takes place."""
    day = dates.here(instead).day
    moment = dates.moments.get(day) or dates.here(foreseen)
    return moment == dates.here(instead)


def changed(dates: Dates, override: Entry, foreseen: Moment, moment: Moment) -> dict[str, Any]:
    """What is different on one date."""
    data, _ = facts(override)
    whole, made = dates.data, dict[str, Any]()
    if moment != foreseen:
        made["to"] = told(moment)
    ends = stated_end(moment, override.lasts)
    if override.lasts != dates.entry.lasts and ends is not None:
        made["ends"] = ends
    if data.get("status", "scheduled") != whole.get("status", "scheduled"):
        made["status"] = data.get("status", "scheduled")
    if data["title"] != whole["title"]:
        made["title"] = shortened(data["title"], 100) if len(data["title"]) > 100 else data["title"]
    if data.get("online") not in (None, whole.get("online")):
        made["online"] = data["online"]
    if own := news(override, dates.entry, made.get("online", {}).get("url", "")):
        made["text"] = own
    if data.get("room") != whole.get("room") and data.get("room"):
        made["room"] = data["room"]
    elif data.get("where") != whole.get("where") and data.get("where"):
        made["note"] = shortened(
            ", ".join([data["where"]["name"], data["where"].get("address", {}).get("street", "")]).strip(", "), 200
        )
    return made


def news(override: Entry, master: Entry, online: str) -> str:
    """What the description of one date says beyond that of the series and its address on the net, in one line."""
    known = set(lines_of(master))
    own = (each for each in lines_of(override) if each not in known)
    told = " ".join(each for each in own if not online or online not in each)
    if len(told) > LONGEST_TEXT:
        override.note("date-text-cut", most=LONGEST_TEXT)
    return shortened(told, LONGEST_TEXT)


def lines_of(entry: Entry) -> list[str]:
    """The lines of an entry's description, without the addresses of meetings, which are for those who take part."""
    lines = (" ".join(each.split()) for each in plain(without_meetings(entry.text())[0]).splitlines())
    return [each for each in lines if each]
