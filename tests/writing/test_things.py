"""Names, places and identifiers of new things."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circuito.reading.walk import SLUG
from circuito.writing.things import event_path, new_id, slug_of

DAY = date(2026, 12, 5)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Merenda in cortile", "merenda-in-cortile"),
        ("L’Orto di Perù: è così!", "l-orto-di-peru-e-cosi"),
        ("Ada's Übung für Straße", "adas-ubung-fur-strasse"),
        ("C++ & 3,5 km", "c-3-5-km"),
        ("صباح الخير", ""),
        ("中文", ""),
        ("con", "con-1"),
        ("Parola " * 20, "parola-parola-parola-parola-parola-parola-parola-parola"),
        ("x" * 90, "x" * 60),
    ],
)
def test_a_name_for_files_is_made_of_a_title(title, slug):
    assert slug_of(title) == slug


@given(st.text(max_size=80))
def test_whatever_the_title_its_name_is_none_or_fit_for_a_file(title):
    slug = slug_of(title)
    assert slug == "" or re.fullmatch(SLUG, slug)


def test_an_event_stands_under_its_title_then_its_year_its_day_and_a_number():
    taken: list[str] = []
    for _ in range(5):
        taken.append(event_path("base", DAY, "Festa", taken))
    assert taken == [
        "events/base/festa.md",
        "events/base/festa-2026.md",
        "events/base/festa-2026-12-05.md",
        "events/base/festa-2026-12-05-2.md",
        "events/base/festa-2026-12-05-3.md",
    ]


def test_an_event_whose_title_has_no_latin_letters_has_a_name_all_the_same():
    assert event_path("base", DAY, "صباح الخير", ()) == "events/base/evento.md"


def test_an_identifier_follows_from_place_and_day_and_is_never_given_twice():
    first = new_id("events/base/festa.md", DAY, ())
    assert first == new_id("events/base/festa.md", DAY, ["another"])
    others = [new_id("events/base/festa.md", date(2027, 1, 9), ()), new_id("events/base/festa.md", DAY, [first])]
    assert len({first, *others}) == 3
    assert all(re.fullmatch(r"festa-[2-9b-z]{4}", each) for each in (first, *others))
