"""Days, times and names of languages as people write them in a language (CLDR, through Babel)."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import lru_cache

from babel.core import Locale
from babel.dates import format_date, format_interval, format_skeleton, format_time


@lru_cache(maxsize=64)
def locale(lang: str) -> Locale:
    """The locale of a language. English alone is that of Europe: day before month, weeks from Monday."""
    return Locale.parse("en-GB" if lang == "en" else lang, sep="-")


@lru_cache(maxsize=16384)
def long_day(day: date, lang: str) -> str:
    """`sabato 28 novembre 2026`."""
    return format_date(day, "full", locale=locale(lang))


@lru_cache(maxsize=16384)
def short_day(day: date, lang: str) -> str:
    """`sab 28 nov`."""
    return format_skeleton("MMMEd", day, locale=locale(lang))


@lru_cache(maxsize=16384)
def dated_day(day: date, lang: str) -> str:
    """`28 nov 2026`."""
    return format_skeleton("yMMMd", day, locale=locale(lang))


@lru_cache(maxsize=4096)
def day_and_month(day: date, lang: str, year: bool = False) -> str:
    """`28 novembre`, or `28 novembre 2026`."""
    return format_date(day, "long", locale=locale(lang)) if year else format_skeleton("MMMMd", day, locale=locale(lang))


@lru_cache(maxsize=1024)
def month_name(day: date, lang: str) -> str:
    """`novembre 2026`."""
    return format_skeleton("yMMMM", day, locale=locale(lang))


@lru_cache(maxsize=1024)
def month_alone(day: date, lang: str) -> str:
    """`novembre`, as it stands beside a day's number."""
    return str(locale(lang).months["format"]["wide"][day.month])


@lru_cache(maxsize=1024)
def weekday_name(day: date, lang: str) -> str:
    """`sab`."""
    return format_date(day, "EEE", locale=locale(lang))


@lru_cache(maxsize=128)
def weekday_letter(day: date, lang: str) -> str:
    """`S`, where there is no room for more."""
    return format_date(day, "EEEEE", locale=locale(lang))


@lru_cache(maxsize=4096)
def clock(at: time, lang: str) -> str:
    """`18:00`."""
    return format_time(at, "HH:mm", locale=locale(lang))


@lru_cache(maxsize=4096)
def day_range(first: date, last: date, lang: str) -> str:
    """`28 nov – 2 dic 2026`, or one day."""
    if first == last:
        return long_day(first, lang)
    text: str = format_interval(first, last, "yMMMd", locale=locale(lang))
    return text


def monday_of(day: date) -> date:
    """The Monday of the ISO week in which a day lies."""
    return day - timedelta(days=day.weekday())


@lru_cache(maxsize=1024)
def weekday_full(day: date, lang: str) -> str:
    """`sabato`."""
    return str(locale(lang).days["format"]["wide"][day.weekday()])


def language_name(code: str, lang: str | None = None) -> str:
    """The name of a language in another, else in its own."""
    names = locale(lang or code).languages
    return str(names.get(code.replace("-", "_")) or names.get(code.split("-", maxsplit=1)[0]) or code)
