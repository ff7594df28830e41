"""What may stand in `every:`."""

from __future__ import annotations

import pytest

from circuito.agenda.words import parts_of_words
from circuito.problems import Problem


def told(*words: str) -> str:
    """The parts of a rule in one line; of a problem its code and what it suggests."""
    parts = parts_of_words(words)
    if isinstance(parts, Problem):
        return " ".join([parts.code, *map(str, parts.field), "|", str(parts.values.get("near", ""))])
    return ";".join(f"{name}={value}" for name, value in parts.items())


@pytest.mark.parametrize(
    ("english", "italian", "code"),
    [
        ("monday", "lunedì", "MO"),
        ("tuesday", "martedì", "TU"),
        ("wednesday", "mercoledì", "WE"),
        ("thursday", "giovedì", "TH"),
        ("friday", "venerdì", "FR"),
        ("saturday", "sabato", "SA"),
        ("sunday", "domenica", "SU"),
    ],
)
def test_a_weekday_is_weekly_in_both_languages(english, italian, code):
    assert [told(english), told(italian)] == [f"FREQ=WEEKLY;BYDAY={code}"] * 2


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("day", "FREQ=DAILY;INTERVAL=1"),
        ("week", "FREQ=WEEKLY;INTERVAL=1"),
        ("month", "FREQ=MONTHLY;INTERVAL=1"),
        ("year", "FREQ=YEARLY;INTERVAL=1"),
        ("giorno", "FREQ=DAILY;INTERVAL=1"),
        ("settimana", "FREQ=WEEKLY;INTERVAL=1"),
        ("mese", "FREQ=MONTHLY;INTERVAL=1"),
        ("anno", "FREQ=YEARLY;INTERVAL=1"),
        ("3 days", "FREQ=DAILY;INTERVAL=3"),
        ("2 weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("2 months", "FREQ=MONTHLY;INTERVAL=2"),
        ("5 years", "FREQ=YEARLY;INTERVAL=5"),
        ("3 giorni", "FREQ=DAILY;INTERVAL=3"),
        ("2 settimane", "FREQ=WEEKLY;INTERVAL=2"),
        ("due settimane", "FREQ=WEEKLY;INTERVAL=2"),
        ("ogni 2 settimane", "FREQ=WEEKLY;INTERVAL=2"),
        ("every other week", "FREQ=WEEKLY;INTERVAL=2"),
        ("tre mesi", "FREQ=MONTHLY;INTERVAL=3"),
        ("2 anni", "FREQ=YEARLY;INTERVAL=2"),
        ("1000 days", "FREQ=DAILY;INTERVAL=1000"),
        ("first tuesday", "FREQ=MONTHLY;BYDAY=1TU"),
        ("second tuesday", "FREQ=MONTHLY;BYDAY=2TU"),
        ("third tuesday", "FREQ=MONTHLY;BYDAY=3TU"),
        ("fourth tuesday", "FREQ=MONTHLY;BYDAY=4TU"),
        ("last friday", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("primo martedì", "FREQ=MONTHLY;BYDAY=1TU"),
        ("seconda domenica", "FREQ=MONTHLY;BYDAY=2SU"),
        ("terzo sabato", "FREQ=MONTHLY;BYDAY=3SA"),
        ("quarto giovedì", "FREQ=MONTHLY;BYDAY=4TH"),
        ("ultimo venerdì", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("ultima domenica", "FREQ=MONTHLY;BYDAY=-1SU"),
        ("il primo martedì del mese", "FREQ=MONTHLY;BYDAY=1TU"),
        ("l’ultimo venerdì di ogni mese", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("the last friday of the month", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("day 15", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("giorno 15", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("il giorno 1 di ogni mese", "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("last day", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("ultimo giorno del mese", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("ogni martedì", "FREQ=WEEKLY;BYDAY=TU"),
        ("tutti i sabati", "FREQ=WEEKLY;BYDAY=SA"),
        ("tutte le domeniche", "FREQ=WEEKLY;BYDAY=SU"),
        ("every tuesday", "FREQ=WEEKLY;BYDAY=TU"),
        ("  Martedi ", "FREQ=WEEKLY;BYDAY=TU"),
        ("MARTEDI\N{COMBINING GRAVE ACCENT}", "FREQ=WEEKLY;BYDAY=TU"),
    ],
)
def test_each_form_is_understood(words, parts):
    assert told(words) == parts


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (("thursday", "tuesday"), "FREQ=WEEKLY;BYDAY=TU,TH"),
        (("martedì", "friday", "tuesday"), "FREQ=WEEKLY;BYDAY=TU,FR"),
        (("last saturday", "first saturday"), "FREQ=MONTHLY;BYDAY=1SA,-1SA"),
        (("last day", "day 15", "day 1"), "FREQ=MONTHLY;BYMONTHDAY=1,15,-1"),
    ],
)
def test_several_days_are_put_in_order(words, parts):
    assert told(*words) == parts


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("teusday", "every-unknown every | tuesday"),
        ("martedi'", "every-unknown every | martedi"),
        ("primo martedi sera", "every-unknown every | primo martedi"),
        ("2 weks", "every-unknown every | 2 weeks"),
        ("now and then", "every-unknown every | tuesday, 2 weeks, first tuesday, day 15, month"),
        ("day 32", "every-unknown every | tuesday, 2 weeks, first tuesday, day 15, month"),
        ("15 del mese", "every-unknown every | tuesday, 2 weeks, first tuesday, day 15, month"),
        ("il 15 mese", "every-unknown every | tuesday, 2 weeks, first tuesday, day 15, month"),
        ("every second tuesday", "every-unknown every | 2 weeks, second tuesday"),
        ("every other tuesday", "every-unknown every | 2 weeks, second tuesday"),
        ("0 weeks", "every-number every | "),
        ("1001 days", "every-number every | "),
        ("99999999999999999999 days", "every-number every | "),
        ("\N{ARABIC-INDIC DIGIT TWO} weeks", "every-number every | "),
    ],
)
def test_what_is_not_understood_is_told_with_the_likely_form(words, problem):
    assert told(words) == problem


def test_the_entry_that_is_not_understood_is_named():
    assert told("tuesday", "frieday") == "every-unknown every 1 | friday"


@pytest.mark.parametrize(
    "words",
    [
        ("tuesday", "first friday"),
        ("first friday", "day 15"),
        ("2 weeks", "tuesday"),
        ("week", "month"),
        ("2 weeks", "3 weeks"),
    ],
)
def test_different_repetitions_do_not_mix(words):
    assert told(*words) == "every-mixed every | "
