"""Rows of tables become events of ours, or are refused by row, column and remedy, whatever program wrote the table."""

from __future__ import annotations

import csv
import json
import zipfile
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circuito.importing.cells import clocks_of, day_of, is_month_first, prices_of
from circuito.importing.found import Found, Ground, Taken, Unusable
from circuito.importing.heads import HEADS, KNOWN
from circuito.importing.tables import letter, read
from importing.sources import ground
from whole_networks import REPOSITORY

FORM = "https://example.org/iscriviti"
MODEL = REPOSITORY / "docs" / "spazi" / "modello-eventi.csv"
LISTINGS = REPOSITORY.parent / "shared" / "data" / "listings"


def grounded(**said: Any) -> Ground:
    """The ground of a table."""
    return ground(read_as="table", **said)


def table(*rows: str, head: str = "titolo;data;ora", encoding: str = "utf-8") -> bytes:
    """A table of text."""
    return "\r\n".join([head, *rows, ""]).encode(encoding)


def taken(content: bytes, **said: Any) -> Taken:
    """What is taken of a table; nothing may be lost."""
    told = read(content, grounded(**said))
    assert told.entries == told.accounted
    return told


def one(*cells: str, head: str) -> Found:
    """The only event of a table with a title, a day, and more."""
    told = taken(table(";".join(["Merenda", "5/12/2026", *cells]), head=f"titolo;data;{head}"))
    assert [each.reason.told("en") for each in told.refused] == []
    (found,) = told.found
    return found


def refusals(told: Taken) -> list[str]:
    """The reasons, as people read them."""
    return [each.reason.sentence("en")[0] for each in told.refused]


# Text of every kind


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_columns_may_be_divided_and_letters_written_in_any_way(delimiter, encoding):
    text = StringIO()
    rows = [["Titolo", "Data", "Descrizione"], ["Caffè, pane", "05/12/2026", "Con «tutti»;\nanche tu"]]
    csv.writer(text, delimiter=delimiter).writerows(rows)
    (found,) = taken(text.getvalue().encode(encoding)).found
    assert (found.title, found.starts, found.data["summary"]) == ("Caffè, pane", "2026-12-05", "Con «tutti»; anche tu")


def test_what_stands_above_the_heads_is_left_out():
    told = taken(table("Titolo;Data;", "Merenda;5/12/2026;", head="Programma di dicembre;;"))
    assert ([each.title for each in told.found], told.entries) == (["Merenda"], 1)


def test_empty_rows_are_no_entries():
    assert taken(table("", "Merenda;5/12/2026;18:00", ";;", "Cena;6/12/2026;20:00")).entries == 2


def test_columns_that_are_none_of_ours_are_named():
    told = taken(table("Merenda;5/12/2026;Ada", head="titolo;data;responsabile"))
    assert [each.sentence("en")[0] for each in told.notes] == [
        "the column “responsabile” is none of those that are read"
    ]
    assert "Ada" not in repr(told.found)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b" \r\n", "source-empty"),
        (b"nome,cognome\nAda,Riva\n", "table-without-heads"),
        (b"PK\x03\x04 rotto", "table-unreadable"),
        (b"\xd0\xcf\x11\xe0 rotto", "table-unreadable"),
        (b"titolo;data\n" + b"a;b\n" * 10_001, "table-long"),
        (b'titolo;data\n"Festa;5/12/2026\nCena;6/12/2026\n', "table-quotes"),
        (b'titolo;data\n"Festa;5/12/2026\n' + b"Cena;6/12/2026\n" * 10_000, "table-quotes"),
    ],
)
def test_what_is_no_table_is_said_to_be_none(content, code):
    with pytest.raises(Unusable) as refused:
        read(content, grounded())
    assert refused.value.problem.code == code


def test_a_file_that_unpacks_to_too_much_is_not_unpacked():
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr("xl/workbook.xml", b"0" * (65 * 1024 * 1024))
    with pytest.raises(Unusable) as refused:
        read(packed.getvalue(), grounded())
    assert refused.value.problem.code == "source-large"


# Days and hours

SATURDAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    "told",
    [
        "28/11/2026", "28-11-2026", "28.11.2026", "28/11/26", "2026-11-28", "sabato 28 novembre 2026", "28 nov 2026",
        "28 Novembre 2026", "sab 28 nov. 2026", "28 November 2026", "November 28, 2026", "Nov 28th 2026", "46354",
        46354, SATURDAY, datetime(2026, 11, 28),  # noqa: DTZ001
    ],
)  # fmt: skip
def test_a_day_is_understood_in_every_way_it_is_written(told):
    assert day_of(told, False) == (SATURDAY, "")


@pytest.mark.parametrize("told", ["28 novembre", "31/02/2026", "domani", "tutti i martedì", "", 12, "28/13/2026"])
def test_what_is_no_whole_day_is_not_guessed(told):
    assert day_of(told, False) is None


def test_a_day_that_can_only_have_the_month_first_says_so_for_its_table():
    assert is_month_first(["11/28/2026", "03/04/2026"])
    assert not is_month_first(["28/11/2026", "03/04/2026"])
    assert not is_month_first(["11/28/2026", "28/11/2026"])
    told = taken(table("A;11/28/2026;", "B;12/04/2026;"))
    assert [each.starts for each in told.found] == ["2026-11-28", "2026-12-04"]


@pytest.mark.parametrize(
    ("told", "hours"),
    [
        ("18:00", ("18:00", "")), ("18.30", ("18:30", "")), ("18", ("18:00", "")), ("ore 18", ("18:00", "")),
        ("h 18.30", ("18:30", "")), ("18h30", ("18:30", "")), ("6:30 PM", ("18:30", "")), ("6pm", ("18:00", "")),
        ("12 am", ("00:00", "")), ("18:00-20:00", ("18:00", "20:00")), ("18 – 20.30", ("18:00", "20:30")),
        ("dalle 18 alle 20", ("18:00", "20:00")), ("from 6 pm to 8 pm", ("18:00", "20:00")),
        ("18:00:00", ("18:00", "")), (time(18), ("18:00", "")), (0.75, ("18:00", "")), ("24:00", ("24:00", "")),
        ("25:00", None), ("sera", None), ("18:75", None), ("", None),
    ],
)  # fmt: skip
def test_hours_are_understood_in_every_way_they_are_written(told, hours):
    assert clocks_of(told) == hours


@pytest.mark.parametrize(
    ("cells", "head", "times"),
    [
        (["18:00", "20:00"], "ora;fine", ("2026-12-05 18:00", "20:00")),
        (["18:00-20:00"], "orario", ("2026-12-05 18:00", "20:00")),
        (["21:00", "01:00"], "ora;fine", ("2026-12-05 21:00", "01:00")),
        (["21:00", "24:00"], "ora;fine", ("2026-12-05 21:00", "24:00")),
        (["", "13/12/2026"], "ora;data fine", ("2026-12-05", "2026-12-13")),
        (["10:00", "18:00", "06/12/2026"], "ora;fine;data fine", ("2026-12-05 10:00", "2026-12-06 18:00")),
    ],
)
def test_ends_are_told_as_files_tell_them(cells, head, times):
    found = one(*cells, head=head)
    assert (found.starts, found.data.get("ends")) == times


def test_a_day_and_its_hours_may_stand_in_one_cell():
    assert taken(table("A;5/12/2026 ore 18.30;", "B;2026-12-06T20:00;")).found[0].starts == "2026-12-05 18:30"


# What else rows say


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("gratis", (True, False, ())), ("Ingresso libero", (True, False, ())), ("€ 0,00", (True, False, ())),
        ("Offerta libera", (False, True, ())), ("8", (False, False, (("", "8"),))),
        (8.5, (False, False, (("", "8.5"),))), ("€ 8,50", (False, False, (("", "8,50"),))),
        ("intero 10; ridotto 7", (False, False, (("intero", "10"), ("ridotto", "7")))),
        ("chiedere", None),
    ],
)  # fmt: skip
def test_prices_are_understood_as_people_write_them(cell, told):
    assert prices_of(cell) == told


@pytest.mark.parametrize(
    ("cell", "head", "data"),
    [
        ("Sala Grande", "sala", {"room": "sala-grande"}),
        ("Cortile", "luogo", {"room": "cortile"}),
        ("Giardino", "luogo", {"where": {"name": "Giardino"}}),
        ("8,50", "prezzo", {"price": {"mode": "fixed", "items": [{"label": "Ingresso", "amount": Decimal("8.50")}]}}),
        ("offerta libera", "costo", {"price": {"mode": "offering"}}),
        (FORM, "prenotazione", {"registration": {"required": False, "link": FORM}}),
        ("sì", "prenotazione", {"registration": {"required": True}}),
        ("no", "prenotazione", {"registration": {"required": False}}),
        ("6-11", "età", {"ages": {"min": 6, "max": 11}}),
        ("Famiglie", "pubblico", {"targets": ["famiglie"]}),
        ("Cura, Altro", "temi", {"themes": ["cura"]}),
        ("it, en", "lingua", {"languages": ["it", "en"]}),
        ("ANNULLATO", "stato", {"status": "cancelled"}),
        ("confermato", "stato", {}),
        ("17.30", "apertura porte", {"doors": "17:30"}),
    ],
)  # fmt: skip
def test_a_cell_is_a_field_of_the_file(cell, head, data):
    found = one(cell, head=head)
    assert {name: value for name, value in found.data.items() if name not in ("title", "summary", "starts")} == data


def test_a_formula_or_markdown_in_a_cell_stays_what_it_is():
    found = one('=CMD("x")', "**Forte** e 3 < 4", head="sommario;descrizione")
    assert (found.data["summary"], found.text) == ('=CMD("x")', r"\*\*Forte\*\* e 3 \< 4")


def test_rows_that_differ_in_their_day_alone_are_one_event():
    told = taken(table("Yoga;5/12/2026;18:00", "Yoga;12/12/2026;18:00", "Yoga;19/12/2026;19:00"))
    assert [(each.starts, each.data.get("also"), each.entries) for each in told.found] == [
        ("2026-12-05 18:00", ["2026-12-12 18:00"], 2),
        ("2026-12-19 19:00", None, 1),
    ]


def test_a_row_is_known_by_its_identifier_else_by_what_it_says():
    told = taken(table("Merenda;5/12/2026;a-1", "Cena;6/12/2026;", head="titolo;data;id"))
    assert [(each.uid, each.made_up) for each in told.found][0] == ("a-1", False)
    assert told.found[1].made_up


# Refusals


def test_a_row_that_cannot_be_is_named_by_row_column_and_remedy():
    told = taken(
        table(
            ";5/12/2026;18:00;;",
            "A;;18:00;;",
            "B;28 novembre;18:00;;",
            "C;5/12/2026;sera;;",
            "D;5/12/2026;18:00;chiedere;",
            "E;5/12/2026;18:00;;forse",
            "F;5/12/2026;18:00;;",
            head="titolo;data;ora;prezzo;stato",
        )
    )
    assert ([each.title for each in told.found], refusals(told)) == (
        ["F"],
        [
            "row 2, column A (`titolo`): it is empty",
            "row 3, column B (`data`): it is empty",
            "row 4, column B (`data`): “28 novembre” is no whole date",
            "row 5, column C (`ora`): “sera” is no time",
            "row 6, column D (`prezzo`): “chiedere” is no price",
            "row 7, column E (`stato`): “forse” is no status",
        ],
    )
    assert all(each.reason.sentence("it")[1] for each in told.refused)


def test_what_is_over_is_refused_without_fault():
    told = taken(table("Vecchia;1/1/2020;18:00"))
    assert [(each.reason.code, each.fault) for each in told.refused] == [("entry-past", False)]


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_the_letters_of_spreadsheets(column, name):
    assert letter(column) == name


def test_a_word_of_a_head_names_one_field():
    words = [word for said in HEADS.values() for word in said.split(", ")]
    assert sorted(words) == sorted(KNOWN)


# Spreadsheets


def sheet(rows: list[list[str]]) -> bytes:
    """An Excel file of cells as its XML writes them."""
    lines = "".join(f"<row>{''.join(row)}</row>" for row in rows)
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="r1" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/s.xml"/><Relationship Id="r2" Type="{OFFICE}/styles" '
        'Target="styles.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Foglio1" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/>'
        '<xf numFmtId="20"/></cellXfs></styleSheet>',
        "xl/worksheets/s.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{lines}</sheetData></worksheet>',
    }
    return zipped(parts)


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(parts: dict[str, str]) -> bytes:
    """A packed file."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as written:
        for name, text in parts.items():
            written.writestr(name, text)
    return packed.getvalue()


def words(text: str) -> str:
    """A cell of text."""
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def test_an_excel_file_keeps_days_and_hours_as_such():
    heads = [words("Titolo"), words("Data"), words("Ora"), words("Prezzo")]
    row = [words("Merenda"), '<c s="1"><v>46361</v></c>', '<c s="2"><v>0.75</v></c>', "<c><v>8.5</v></c>"]
    (found,) = taken(sheet([heads, row])).found
    assert (found.title, found.starts, found.data["price"]["items"][0]["amount"]) == (
        "Merenda",
        "2026-12-05 18:00",
        Decimal("8.5"),
    )


def test_an_opendocument_file_is_read_too():
    names = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    }
    declared = " ".join(f'xmlns:{name}="{address}"' for name, address in names.items())
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    day = '<table:table-cell office:value-type="date" office:date-value="2026-12-05"/>'
    rows = [[cell.format("Titolo"), cell.format("Data")], [cell.format("Merenda"), day]]
    lines = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
    sheet = f'<office:spreadsheet><table:table table:name="F">{lines}</table:table></office:spreadsheet>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    entry = f'<manifest:file-entry xmlns:manifest="m" manifest:full-path="/" manifest:media-type="{kind}"/>'
    content = f"<office:document-content {declared}><office:body>{sheet}</office:body></office:document-content>"
    parts = {
        "mimetype": kind,
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="m">{entry}</manifest:manifest>',
        "content.xml": content,
    }
    (found,) = taken(zipped(parts)).found
    assert (found.title, found.starts) == ("Merenda", "2026-12-05")


# The model, and lists of others


def test_the_model_that_spaces_are_given_is_read_whole():
    told = taken(MODEL.read_bytes())
    assert ([each.title for each in told.found], refusals(told), told.notes) == (
        ["Merenda in cortile", "Mostra delle chiavi", "Notte bianca"],
        [],
        (),
    )


@pytest.mark.skipif(not LISTINGS.is_dir(), reason="the listings are not at hand")
def test_real_lists_are_found_or_refused_row_by_row():
    rows = conferences(LISTINGS / "conference-data")
    text = StringIO()
    csv.writer(text).writerows([["name", "start date", "end date", "city", "url"], *rows])
    source = replace(grounded(), since=date(1990, 1, 1))
    told = read(text.getvalue().encode(), source)
    assert (told.entries, told.accounted) == (len(rows), len(rows))
    assert sum(each.entries for each in told.found) > 0.95 * len(rows)


def conferences(folder: Path) -> list[list[str]]:
    """Up to a thousand conferences as rows."""
    found = []
    for file in sorted(folder.rglob("*.json")):
        data = json.loads(file.read_text())
        if isinstance(data, list):
            columns = ("name", "startDate", "endDate", "city", "url")
            found += [[str(each.get(name) or "") for name in columns] for each in data]
    return found[:1000]


@given(st.lists(st.lists(st.text(max_size=12), min_size=3, max_size=3), max_size=6))
def test_no_row_is_lost_or_raises(rows):
    text = StringIO()
    csv.writer(text, delimiter=";").writerows([["titolo", "data", "ora"], *rows, ["Merenda", "5/12/2026", "18:00"]])
    assert "Merenda" in {each.title for each in taken(text.getvalue().encode("utf-8", "replace")).found}
