"""What people write in `every:`, in English and Italian, as parts of an RFC 5545 rule."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches

from ..problems import Problem, Source

WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKDAYS = {
    "MO": "monday mondays lunedi",
    "TU": "tuesday tuesdays martedi",
    "WE": "wednesday wednesdays mercoledi",
    "TH": "thursday thursdays giovedi",
    "FR": "friday fridays venerdi",
    "SA": "saturday saturdays sabato sabati",
    "SU": "sunday sundays domenica domeniche",
}
ORDINALS = {
    "1": "first primo prima",
    "2": "second secondo seconda",
    "3": "third terzo terza",
    "4": "fourth quarto quarta",
    "-1": "last ultimo ultima",
}
UNITS = {
    "DAILY": "day days giorno giorni",
    "WEEKLY": "week weeks settimana settimane",
    "MONTHLY": "month months mese mesi",
    "YEARLY": "year years anno anni",
}
NUMBERS = {"1": "one un una", "2": "two other due", "3": "three tre", "4": "four quattro", "6": "six sei"}
EXAMPLES = "tuesday, 2 weeks, first tuesday, day 15, month"
TWO_READINGS = "2 weeks, second tuesday"


def meanings(table: Mapping[str, str]) -> dict[str, str]:
    """The meaning of each word of a table."""
    return {word: meaning for meaning, words in table.items() for word in words.split()}


WEEKDAY, ORDINAL, UNIT, NUMBER = meanings(WEEKDAYS), meanings(ORDINALS), meanings(UNITS), meanings(NUMBERS)

EVERY = r"(?:(?:every|each|on|ogni|tutti i|tutte le) )?"
THE = r"(?:the |ogni |il |la |l')?"
OF_MONTH = r"(?: (?:of (?:the|each|every) month|del mese|di ogni mese))?"
ON_WEEKDAY = re.compile(rf"{EVERY}({'|'.join(WEEKDAY)})")
EACH_UNIT = re.compile(rf"{EVERY}(?:(\d+|{'|'.join(NUMBER)}) )?({'|'.join(UNIT)})")
NTH_WEEKDAY = re.compile(rf"{THE}({'|'.join(ORDINAL)}) ({'|'.join(WEEKDAY)}){OF_MONTH}")
DAY_OF_MONTH = re.compile(rf"{THE}(?:(?:day|giorno) ([1-9]|[12]\d|3[01])|(?:last day|ultimo giorno)){OF_MONTH}")
TWO_WEEKS_OR_SECOND = re.compile(rf"(?:every|each|ogni) (?:second|other|2|2nd|due) (?:{'|'.join(WEEKDAY)})")


def parts_of_words(words: tuple[str, ...]) -> dict[str, str] | Problem:
    """The parts of the rule that `every:` tells, or the problem in it."""
    read: list[dict[str, str]] = []
    for number, word in enumerate(words):
        parts = parts_of_one(word)
        if isinstance(parts, Problem):
            return Problem(parts.code, parts.source, parts.values, ("every", number) if len(words) > 1 else ("every",))
        read.append(parts)
    if len({(*parts, parts["FREQ"]) for parts in read}) > 1 or (len(read) > 1 and "INTERVAL" in read[0]):
        return Problem("every-mixed", Source(""), {"value": ", ".join(words)}, ("every",))
    days = {name: sorted({parts[name] for parts in read}, key=in_order) for name in read[0] if name.startswith("BY")}
    return read[0] | {name: ",".join(values) for name, values in days.items()}


def in_order(day: str) -> tuple[int, int]:
    """Where a day of a rule stands among others: weekdays by the week and its number, days by the month."""
    if day[-2:] not in WEEK:
        return int(day) % 32, 0
    return int(day[:-2] or "0") % 6, WEEK.index(day[-2:])


def parts_of_one(word: str) -> dict[str, str] | Problem:
    """The parts that one entry of `every:` tells."""
    text = folded(word)
    if weekday := ON_WEEKDAY.fullmatch(text):
        return {"FREQ": "WEEKLY", "BYDAY": WEEKDAY[weekday[1]]}
    if nth := NTH_WEEKDAY.fullmatch(text):
        return {"FREQ": "MONTHLY", "BYDAY": ORDINAL[nth[1]] + WEEKDAY[nth[2]]}
    if day := DAY_OF_MONTH.fullmatch(text):
        return {"FREQ": "MONTHLY", "BYMONTHDAY": day[1] or "-1"}
    if unit := EACH_UNIT.fullmatch(text):
        interval = NUMBER.get(unit[1] or "one", unit[1])
        if not re.fullmatch(r"[1-9]\d{0,2}|1000", interval, re.ASCII):
            return Problem("every-number", Source(""), {"value": word})
        return {"FREQ": UNIT[unit[2]], "INTERVAL": interval}
    return Problem("every-unknown", Source(""), {"value": word, "near": likely(text)})


def folded(word: str) -> str:
    """A text in small letters, without accents, with single blanks and straight apostrophes."""
    plain = unicodedata.normalize("NFKD", word.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


def likely(text: str) -> str:
    """The form that was probably meant, else some examples."""
    if TWO_WEEKS_OR_SECOND.fullmatch(text):
        return TWO_READINGS
    nth = [f"{ordinal} {weekday}" for ordinal in ORDINAL for weekday in WEEKDAY]
    near = get_close_matches(text, [*WEEKDAY, *UNIT, *nth, *(f"2 {unit}" for unit in UNIT)], 1, 0.75)
    return near[0] if near else EXAMPLES
