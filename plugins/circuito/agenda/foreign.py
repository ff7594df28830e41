"""Rules of others that our files cannot say, such as the twentieth Monday of the year: told as dates, never kept.

Every period is expanded alone, so a rule that never comes true costs no more than one that does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from itertools import takewhile

from .recurrence import COUNTED_YEARS, month_of, months
from .rrule import MONTH_DAY, SHAPES
from .words import WEEK

YEAR_DAY = r"-?(?:36[0-6]|3[0-5]\d|[12]?\d?[1-9]|[1-9]0|[12]\d0)"
NUMBERED = r"[+-]?(?:5[0-3]|[1-4]?\d)"
LISTS = {
    "BYMONTH": SHAPES["BYMONTH"],
    "BYMONTHDAY": rf"{MONTH_DAY}(?:,{MONTH_DAY})*",
    "BYDAY": rf"(?:{NUMBERED})?(?:{'|'.join(WEEK)})(?:,(?:{NUMBERED})?(?:{'|'.join(WEEK)}))*",
    "BYSETPOS": rf"{YEAR_DAY}(?:,{YEAR_DAY})*",
    "BYYEARDAY": rf"{YEAR_DAY}(?:,{YEAR_DAY})*",
    "BYWEEKNO": r"-?(?:5[0-3]|[1-4]?[1-9]|[1-4]0)(?:,-?(?:5[0-3]|[1-4]?[1-9]|[1-4]0))*",
}
LONGEST = 300


def can_be_told(parts: Mapping[str, str]) -> bool:
    """Whether a rule may be expanded here: by month or year, with bounded parts that are known."""
    if not parts.keys() <= {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", *LISTS}:
        return False
    if parts.get("FREQ") not in ("MONTHLY", "YEARLY") or sum(map(len, parts.values())) > LONGEST:
        return False
    if not re.fullmatch(SHAPES["INTERVAL"], parts.get("INTERVAL", "1")):
        return False
    if not re.fullmatch(SHAPES["COUNT"], parts.get("COUNT", "1")):
        return False
    lists = {name: value for name, value in parts.items() if name.startswith("BY")}
    if parts["FREQ"] == "MONTHLY" and not {"BYYEARDAY", "BYWEEKNO"}.isdisjoint(lists):
        return False
    shapes = LISTS
    if parts["FREQ"] == "MONTHLY" or "BYMONTH" in lists:  # no month has a sixth Monday, for which dateutil looks
        shapes = {**LISTS, "BYDAY": SHAPES["BYDAY"]}
    return all(name in shapes and re.fullmatch(shapes[name], value) for name, value in lists.items())


def days_of(parts: Mapping[str, str], first: date, since: date, until: date) -> list[date]:
    """The days of a rule that `can_be_told`, from `since` to `until`; `first` is the day on which it begins."""
    count, last = int(parts.get("COUNT", "0")), until
    if count:
        since_start = takewhile(lambda day: day <= until, days_from(parts, first, first))
        return [day for number, day in enumerate(since_start) if number < count and day >= since]
    return list(takewhile(lambda day: day <= last, days_from(parts, first, max(since, first))))


def days_from(parts: Mapping[str, str], first: date, since: date) -> Iterator[date]:
    """The days of a rule from a day on, for as long as counts may reach."""
    from dateutil.rrule import rrulestr

    yearly, interval = parts["FREQ"] == "YEARLY", int(parts.get("INTERVAL", "1"))
    by = {name: value for name, value in parts.items() if name.startswith("BY")} | implied(parts, first)
    alone = f"FREQ={parts['FREQ']};INTERVAL={10_000 if yearly else 120_000};WKST={parts.get('WKST', 'MO')}"
    rule = ";".join([alone, *(f"{name}={value}" for name, value in by.items())])
    step = 12 * interval if yearly else interval
    begin = months(first.replace(month=1) if yearly else first)
    begin += max(0, months(since) - begin) // step * step
    for month in range(begin, min(months(since) + COUNTED_YEARS * 12, 9998 * 12), step):
        for moment in rrulestr(rule, dtstart=datetime.combine(month_of(month), time())):
            if moment.date() >= since:
                yield moment.date()


def implied(parts: Mapping[str, str], first: date) -> dict[str, str]:
    """What the first date implies where a rule names no day."""
    if not {"BYDAY", "BYMONTHDAY", "BYYEARDAY"}.isdisjoint(parts):
        return {}
    if "BYWEEKNO" in parts:
        return {"BYDAY": WEEK[first.weekday()]}
    month = {} if parts["FREQ"] == "MONTHLY" or "BYMONTH" in parts else {"BYMONTH": str(first.month)}
    return {**month, "BYMONTHDAY": str(first.day)}
