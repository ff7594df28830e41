"""What people write into cells: days, hours, prices, whether in Italian or English, typed or kept by a spreadsheet."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from .places import folded

MONTHS = {
    name: number
    for names in (
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "january february march april may june july august september october november december",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto sett ottobre novembre dicembre",
        "january february march april may june july august sept october november december",
    )
    for number, name in enumerate(names.split(), 1)
}
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
NUMBERS = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?!\d)")
IN_WORDS = re.compile(r"(\d{1,2})\s*°?\s+(?:di\s+|of\s+)?([a-z]{3,9})\.?\s+(?:del\s+)?(\d{4})")
MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
CLOCK = re.compile(
    r"(?<![\d.,:/-])([01]?\d|2[0-4])(?:\s*(?:[:.,h]|ore)\s*([0-5]\d)?(?::\d\d)?)?\s*([ap]\.?m\.?)?(?![\d/])"
)
BETWEEN = re.compile(r"\s*(?:-|–|—|/|\balle\b|\ba\b|\bto\b|\bfino a(?:lle)?\b|\buntil\b|\btill\b)\s*")
MINUTE = timedelta(minutes=1)
FIRST_SERIAL, LAST_SERIAL = 36_526, 73_050  # 2000-01-01 and 2099-12-31, as spreadsheets count days
ZERO_DAY = date(1899, 12, 30)
FREE = {"gratis", "gratuito", "gratuita", "free", "libero", "ingresso libero", "ingresso gratuito", "free entry", "no"}
OFFERING = ("offerta libera", "offerta", "up to you", "pay what you", "donation", "donazione", "contributo libero")
STATES = {
    "cancelled": ("annullato", "annullata", "cancellato", "cancelled", "canceled", "soppresso"),
    "postponed": ("rinviato", "rinviata", "postponed", "rimandato"),
    "full": ("esaurito", "posti esauriti", "completo", "full", "sold out", "tutto esaurito"),
    "scheduled": ("confermato", "confermata", "confirmed", "ok", "si", "yes", "scheduled", "previsto", "attivo"),
}


def text_of(cell: Any) -> str:
    """A cell as text."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "sì" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def is_month_first(texts: list[str]) -> bool:
    """Whether days written in numbers have the month first: one that cannot be read else says so for all."""
    pairs = [(int(found[1]), int(found[2])) for each in texts for found in NUMBERS.finditer(each)]
    return any(second > 12 for _, second in pairs) and not any(first > 12 for first, _ in pairs)


def day_of(cell: Any, month_first: bool) -> tuple[date, str] | None:
    """The day that a cell tells, and the rest of it; none where it tells no whole day."""
    if isinstance(cell, datetime):
        return cell.date(), f"{cell:%H:%M}" if cell.time() != time() else ""
    if isinstance(cell, date):
        return cell, ""
    if isinstance(cell, int | float) or re.fullmatch(r"\d{5}(?:[.,]\d+)?", text_of(cell)):
        return from_serial(float(text_of(cell).replace(",", ".")))
    said = folded(text_of(cell))
    for shape, order in (
        (ISO, "ymd"),
        (NUMBERS, "mdy" if month_first else "dmy"),
        (IN_WORDS, "dmy"),
        (MONTH_FIRST, "mdy"),
    ):
        if found := shape.search(said):
            day = made_day(dict(zip(order, found.groups(), strict=True)))
            return None if day is None else (day, said[found.end() :].strip(" ,;-–t"))
    return None


def made_day(parts: dict[str, str]) -> date | None:
    """The day of a year, month and day as people write them."""
    month = MONTHS.get(parts["m"]) if parts["m"].isalpha() else int(parts["m"])
    year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
    try:
        return date(year, month or 0, int(parts["d"]))
    except ValueError:
        return None


def from_serial(number: float) -> tuple[date, str] | None:
    """The day and time of a number as spreadsheets keep them."""
    if not FIRST_SERIAL <= number <= LAST_SERIAL + 1:
        return None
    minutes = round(number % 1 * 24 * 60)
    return ZERO_DAY + timedelta(days=int(number)), f"{minutes // 60:02}:{minutes % 60:02}" if minutes else ""


def clocks_of(cell: Any) -> tuple[str, str] | None:
    """The start and end that a cell tells as `18:00`, the end perhaps empty; none where it tells no time."""
    if isinstance(cell, datetime | time):
        return f"{cell:%H:%M}", ""
    if isinstance(cell, timedelta):
        cell = cell / timedelta(days=1)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if 0 <= cell < 1:
            minutes = round(cell * 24 * 60) % (24 * 60)
            return f"{minutes // 60:02}:{minutes % 60:02}", ""
        cell = text_of(cell) if cell == int(cell) else f"{cell:.2f}"
    said = re.sub(r"\b(?:dalle|ore|alle ore|h\.?|from|at|dal)\b", " ", folded(text_of(cell))).strip()
    parts = [part for part in BETWEEN.split(said, maxsplit=1) if part.strip()]
    told = [clock_of(part) for part in parts]
    if not told or len(told) > 2 or None in told:
        return None
    return str(told[0]), str(told[1]) if len(told) == 2 else ""


def clock_of(text: str) -> str | None:
    """The time that a text tells."""
    found = CLOCK.fullmatch(text.strip(" .,;"))
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        hour = hour % 12 + (12 if found[3].startswith("p") else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 else "24:00" if not minute else None


def prices_of(cell: Any) -> tuple[bool, bool, tuple[tuple[str, str], ...]] | None:
    """Whether it is free, whether it is for an offering, and prices with their labels; none for what tells no price."""
    said = folded(text_of(cell)).replace("€", " ").replace("euro", " ").replace("eur", " ").strip(" .")
    said = re.sub(r"\s+", " ", said)
    if said in FREE or re.fullmatch(r"0+(?:[.,]0+)?", said):
        return True, False, ()
    if said.startswith(OFFERING):
        return False, True, ()
    found = []
    for part in re.split(r"[;/+]|,(?!\d)|\s-\s", text_of(cell)):
        amount = re.search(r"\d{1,6}(?:[.,]\d{1,2})?(?!\d)", part)
        if amount is None:
            return None
        label = re.sub(r"€|\beuro?\b|[:=]", " ", part.replace(amount[0], " "), flags=re.IGNORECASE)
        found.append((" ".join(label.split()), amount[0]))
    return False, False, tuple(found)


def state_of(text: str) -> str | None:
    """The status that a word names; none where it names none."""
    said = folded(text).strip(" .!")
    return next((state for state, words in STATES.items() if said in words), None)
