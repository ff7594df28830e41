"""Programme sheets of a week, read back by poppler."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from poppler import needs_poppler, poppler
from small_networks import REPOSITORY, event_file

from circuito.model.network import Network
from circuito.outputs import File
from circuito.outputs.programme_sheets import SHEETS, programme_sheets, sheet_data, sheet_path, week_of

AREAS = "areas: [{id: quartieri, file: q.geojson, name: Quartieri, key: id, label: name}]\n"
SQUARE = "[[9.1, 45.4], [9.3, 45.4], [9.3, 45.6], [9.1, 45.6], [9.1, 45.4]]"
WHOLE_AREA = f"""{{"type": "FeatureCollection", "features": [{{"type": "Feature",
"properties": {{"id": "centro", "name": "Centro"}}, "geometry": {{"type": "Polygon", "coordinates": [{SQUARE}]}}}}]}}"""


@pytest.fixture
def week(network: Callable[..., Network]) -> Callable[..., Network]:
    """Makes a network whose theme is the real one, of some events: the lines of each by its name."""

    def made(today: date = date(2026, 11, 23), **events: str) -> Network:
        files = {f"events/base/{name}.md": event_file(*lines.split("|")) for name, lines in events.items()}
        return replace(network(files, today=today), theme=str(REPOSITORY / "theme"), outputs=(SHEETS,))

    return made


def by_path(network: Network) -> dict[str, File]:
    return {file.path: file for file in programme_sheets(network)}


@pytest.mark.parametrize(
    ("today", "monday"), [("11-23", "11-23"), ("11-27", "11-23"), ("11-28", "11-30"), ("11-29", "11-30")]
)
def test_from_saturday_on_a_sheet_is_the_week_that_follows(today, monday):
    assert week_of(date.fromisoformat(f"2026-{today}"))[0] == date.fromisoformat(f"2026-{monday}")


def test_each_space_and_area_has_a_sheet_and_one_in_large_print_in_every_language(network, tmp_path):
    made = network({})
    given = (tmp_path / "content" / "network.yaml").read_text()
    made = network({"content/network.yaml": given + AREAS, "content/areas/q.geojson": WHOLE_AREA})
    assert sorted(path for path in by_path(made) if not path.endswith("-large.pdf")) == [
        "en/areas/centro/programme.pdf",
        "en/spaces/base/programme.pdf",
        "quartieri/centro/programme.pdf",
        "spazi/base/programme.pdf",
    ]
    published = replace(made, outputs=(SHEETS,))
    assert sheet_path(published, made.areas["quartieri"][0], "en") == "en/areas/centro/programme.pdf"
    assert (sheet_path(made, made.spaces[0], "it"), len(by_path(made))) == ("", 8)


def test_a_sheet_changes_with_the_week_and_not_with_the_day(week):
    keys = [
        by_path(week(date(2026, 11, day), festa="starts: 2026-11-25 18:00"))["spazi/base/programme.pdf"].key
        for day in (23, 27, 28)
    ]
    assert (keys[0] == keys[1], keys[1] == keys[2]) == (True, False)


@needs_poppler
@pytest.mark.parametrize("name", ["programme.pdf", "programme-large.pdf"])
def test_a_sheet_lists_the_week_by_day_and_time(week, name):
    network = week(
        festa="title: Festa|starts: 2026-11-25 18:00|ends: 20:00|price: {mode: free}",
        colazione="title: Colazione|starts: 2026-11-25 08:00",
        chiuso="title: Chiuso|starts: 2026-11-27 18:00|status: cancelled",
        dopo="title: Dopo|starts: 2026-11-30 18:00",
    )
    content = by_path(network)[f"spazi/base/{name}"].make()
    text = " ".join(poppler("pdftotext", content).split())
    order = ["Base", "mercoledì 25 novembre", "08:00", "Colazione", "18:00–20:00", "Festa", "Gratis",
             "venerdì 27 novembre", "Chiuso", "Annullato"]  # fmt: skip
    assert re.findall("|".join([*order, "Dopo"]), text) == order


@needs_poppler
def test_a_sheet_is_tagged_with_its_days_as_headings(week):
    network = week(festa="title: Festa|starts: 2026-11-25 18:00", altra="title: Altra|starts: 2026-11-26 18:00")
    content = by_path(network)["en/spaces/base/programme.pdf"].make()
    told = poppler("pdfinfo", content, "-struct")
    assert re.findall(r"^ *(H\d) ", told, re.M) == ["H1", "H2", "H2"]
    catalogue = re.findall(rb"<<[^<]*?/Type ?/Catalog.*?endobj", content, re.S)[0]
    assert re.findall(rb"/Lang ?\((\w+)\)", catalogue) == [b"en"]


@needs_poppler
def test_a_week_with_nothing_on_says_so(week):
    content = by_path(week())["spazi/base/programme.pdf"].make()
    assert "In questa settimana non c’è niente in programma." in " ".join(poppler("pdftotext", content).split())


@needs_poppler
def test_a_long_programme_takes_more_sheets(week):
    events = {f"prova-{number}": f"starts: 2026-11-{23 + number % 7} {8 + number // 7:02}:00" for number in range(70)}
    content = by_path(week(**events))["spazi/base/programme.pdf"].make()
    pages = int(re.findall(r"Pages: +(\d+)", poppler("pdfinfo", content))[0])
    text = poppler("pdftotext", content)
    assert (pages > 1, text.count("Prova")) == (True, 70)


def test_what_goes_on_since_before_stands_on_monday(week):
    network = week(mostra="title: Mostra|starts: 2026-11-20|ends: 2026-11-26")
    days = sheet_data(network, network.spaces[0], "it")["days"]
    assert [(day["name"]["text"], [row["title"]["text"] for row in day["rows"]]) for day in days] == [
        ("lunedì 23 novembre", ["Mostra"])
    ]


def test_the_sheet_of_an_area_names_the_place_of_each_event(network, tmp_path):
    network({})
    given = (tmp_path / "content" / "network.yaml").read_text()
    files = {
        "content/network.yaml": given + AREAS,
        "content/areas/q.geojson": WHOLE_AREA,
        "events/base/festa.md": event_file("starts: 2026-11-25 18:00"),
    }
    made = network(files, today=date(2026, 11, 23))
    rows = [sheet_data(made, body, "it")["days"][0]["rows"] for body in (made.spaces[0], made.areas["quartieri"][0])]
    assert [[row["note"]["text"] for row in each] for each in rows] == [[""], ["Base"]]
