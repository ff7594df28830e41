"""What events of others say: status, texts, places, links, sorts (cases 58 to 80)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from circuito.importing.calendars import read
from circuito.importing.found import Taken
from importing.sources import AT_SIX, calendar, codes, event, found, ground, reasons, taken

HERE: dict[str, Any] = {}


def said(*lines: str, **asked: Any) -> dict[str, Any]:
    """What an event says but for its title, summary and start."""
    data = found(AT_SIX, *lines, **asked).data
    return {name: value for name, value in data.items() if name not in ("title", "summary", "starts")}


def text(*lines: str) -> str:
    return found(AT_SIX, *lines).text


def place(location: str, *lines: str) -> dict[str, Any]:
    return said(f"LOCATION:{location}", *lines)


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (("STATUS:CANCELLED",), {"status": "cancelled"}),
        (("STATUS:CONFIRMED",), {}),
        (("STATUS:TENTATIVE",), {"status_note": "Da confermare"}),
    ],
)
def test_case_58_the_status_is_told(lines, status):
    assert said(*lines) == status


@pytest.mark.parametrize(
    ("title", "status"),
    [("ANNULLATO: Merenda", "cancelled"), ("Postponed - Merenda", "postponed"), ("ESAURITO! Merenda", "full")],
)
def test_case_58_a_status_before_the_title_is_a_status(title, status):
    [made] = read(calendar(event(AT_SIX, title=f"SUMMARY:{title}")), ground()).found
    assert [made.title, made.data["status"]] == ["Merenda", status]


@pytest.mark.parametrize("title", ["Completo grigio", "Fullmetal", "Annullatore"])
def test_case_58_a_word_that_only_looks_like_a_status_is_none(title):
    [made] = read(calendar(event(AT_SIX, title=f"SUMMARY:{title}")), ground()).found
    assert [made.title, "status" in made.data] == [title, False]


@pytest.mark.parametrize(
    "kinds", [["PRIVATE"], ["CONFIDENTIAL"], ["private"], [" Private "], ["X-SOCI"], ["PUBLIC", "PRIVATE"]]
)
def test_case_59_private_events_stay_out(kinds):
    made = taken(AT_SIX, *(f"CLASS:{kind}" for kind in kinds))
    assert [reasons(made), made.refused[0].fault] == [["entry-private"], False]


@pytest.mark.parametrize(
    "line", ["DESCRIPTION:Riunione dei soci #Privato", "CATEGORIES:Interno,#private", "COMMENT:#privato"]
)
def test_case_60_a_word_keeps_an_event_out(line):
    assert reasons(taken(AT_SIX, line)) == ["entry-skipped"]


def test_case_60_the_words_are_the_spaces_own():
    assert reasons(taken(AT_SIX, "DESCRIPTION:[interno] riunione", skip=("[interno]",))) == ["entry-skipped"]


def series_of(master: str, other: str) -> Taken:
    """What is taken of a weekly series with a second version of 12 December, each with a line of its own."""
    own = ("RECURRENCE-ID;TZID=Europe/Rome:20261212T180000", "DTSTART;TZID=Europe/Rome:20261212T210000")
    return read(calendar(event(AT_SIX, "RRULE:FREQ=WEEKLY", master), event(*own, other)), ground())


@pytest.mark.parametrize("kept", ["CLASS:PRIVATE", "CATEGORIES:#privato"])
def test_case_59_of_a_private_series_no_date_is_told_although_it_does_not_say_so_itself(kept):
    made = series_of(kept, "LOCATION:Cortile")
    assert [made.found, made.accounted, [each.title for each in made.refused]] == [(), 2, ["", ""]]


def test_case_59_a_private_date_of_a_public_series_does_not_take_place_in_public():
    made = series_of("LOCATION:Cortile", "CLASS:PRIVATE")
    assert [[each.data["except"] for each in made.found], made.accounted] == [[["2026-12-12"]], 2]


@pytest.mark.parametrize("broken", [AT_SIX, "DTSTART:boh", "LOCATION:Cortile"])
@pytest.mark.parametrize("kept", ["CLASS:PRIVATE", "CATEGORIES:#privato"])
def test_case_59_nothing_is_told_of_what_is_not_for_the_site_however_broken_it_is(broken, kept):
    [refused] = taken(broken, kept).refused
    assert [refused.fault, refused.title, "Merenda" in refused.reason.told("it")] == [False, "", False]


HTML = (
    "<p>Si parte <b>puntuali</b> dal <a href='https://example.org/c'>cortile</a>.</p>"
    "<script>alert(1)</script><ul><li>scarpe</li><li>acqua</li></ul>"
    "<p><img src=x onerror=alert(1)><a href='javascript:alert(1)'>qui</a> &amp; l&agrave;</p>"
)


def test_case_61_html_becomes_markdown_and_scripts_are_gone():
    markdown = text(f"DESCRIPTION:Ci vediamo.<br><br>{HTML}")
    assert markdown.split("\n\n") == [
        "Si parte **puntuali** dal [cortile](<https://example.org/c>).",
        "- scarpe\n- acqua",
        "qui & là",
    ]


def test_case_62_an_html_twin_is_taken_for_its_form():
    lines = ("DESCRIPTION:Prima frase della festa.\\nPoi si mangia insieme", f"X-ALT-DESC;FMTTYPE=text/html:{HTML}")
    assert "**puntuali**" in text(*lines)


def test_case_62_an_empty_html_twin_is_not():
    lines = ("DESCRIPTION:Prima frase della festa.\\n\\nPoi si mangia", "X-ALT-DESC:<html><body></body></html>")
    assert text(*lines) == "Poi si mangia"


def test_case_63_the_first_of_several_descriptions_counts():
    assert text("DESCRIPTION:", "DESCRIPTION:Uno e due e tre quattro.\\n\\nQuattro", "DESCRIPTION:Cinque") == "Quattro"


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Pane\\, olio\\; sale", "Pane, olio; sale"),
        ("Pane\\\\\\, olio\\\\\\; sale", "Pane, olio; sale"),
        ('L\\\'orto \\"grande\\"', 'L\'orto "grande"'),
        ("C:\\\\cartella", "C:\\cartella"),
    ],
)
def test_case_64_escapes_are_resolved_also_double_ones(written, read_as):
    [made] = read(calendar(event(AT_SIX, title=f"SUMMARY:{written}")), ground()).found
    assert made.title == read_as


def test_case_64_line_ends_in_a_text_stay_line_ends():
    assert text("DESCRIPTION:Ecco il programma di oggi.\\n\\nUno\\nDue\\NTre") == "Uno\\\nDue\\\nTre"


@pytest.mark.parametrize(
    "written", ["Caff&egrave; &amp; torta", "Caff&#232; &#38; torta", "Caff&amp;egrave; &amp;amp; torta"]
)
def test_case_65_entities_are_resolved(written):
    [made] = read(calendar(event(AT_SIX, title=f"SUMMARY:{written}")), ground()).found
    assert made.title == "Caffè & torta"


def test_case_66_a_line_end_that_was_not_escaped_is_healed():
    lines = ("DESCRIPTION:Ecco il programma di oggi.", "", "Ore 18: pane", "Poi: olio")
    healed = "Ecco il programma di oggi.\\\nOre 18: pane\\\nPoi: olio"
    assert [text(*lines), codes(AT_SIX, *lines)] == [healed, ["lines-stray"]]


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("", {}),
        ("Officina Esempio", {}),
        ("via dell'Esempio 12\\, Milano", {}),
        ("Officina Esempio\\, Via Dell’Esempio 12\\, 20139 Milano MI\\, Italia".replace("’", "'"), {}),
        ("Sala Grande", {"room": "sala-grande"}),
        ("sala grande\\, Officina Esempio\\, via dell'Esempio 12\\, 20139 Milano", {"room": "sala-grande"}),
        ("Officina Esempio - Cortile", {"room": "cortile"}),
        ("Parco Verde", {"where": {"name": "Parco Verde"}}),
        ("Parco Verde\\nvia del Parco 3\\n20100 Milano", {
            "where": {"name": "Parco Verde", "address": {"street": "via del Parco 3", "postcode": "20100"}}
        }),
        ("Piazza Grande 1\\, 27100 Pavia PV\\, Italia", {
            "where": {
                "name": "Piazza Grande 1",
                "address": {"street": "Piazza Grande 1", "postcode": "27100", "city": "Pavia"},
            }
        }),
        ("Zoom", {"online": {"on_registration": True}, "only_online": True}),
        ("https://example.org/diretta", {"online": {"url": "https://example.org/diretta"}, "only_online": True}),
        ("https://us02web.zoom.us/j/123?pwd=abc", {"online": {"on_registration": True}, "only_online": True}),
        ("Sala Grande\\, online", {"room": "sala-grande", "online": {"on_registration": True}}),
    ],
)  # fmt: skip
def test_case_67_a_place_is_a_room_an_address_or_the_net(location, told):
    assert place(location) == told


def test_case_67_a_space_may_say_that_all_is_here():
    assert said("LOCATION:Parco Verde", places="here", room="cortile") == {"room": "cortile"}


def test_case_67_events_that_name_no_room_are_in_the_calendars_own():
    assert [said(room="cortile"), said("LOCATION:Parco Verde", room="cortile")] == [
        {"room": "cortile"},
        {"where": {"name": "Parco Verde"}},
    ]


@pytest.mark.parametrize(
    ("geo", "location", "notes"),
    [
        ("45.47;9.19", {"lat": Decimal("45.47"), "lon": Decimal("9.19")}, []),
        ("0;0", None, []),
        ("0.000000;0.000000", None, []),
        ("9.19;45.47", {"lat": Decimal("45.47"), "lon": Decimal("9.19")}, ["point-swapped"]),
        ("boh", None, ["point-unreadable"]),
        ("1e400;2", None, ["point-unreadable"]),
        ("45.123456789;9", {"lat": Decimal("45.123457"), "lon": Decimal("9")}, []),
    ],
)
def test_case_68_a_point_is_taken_if_it_can_be_one(geo, location, notes):
    lines = ("LOCATION:Parco Verde", f"GEO:{geo}")
    assert [said(*lines)["where"].get("location"), codes(AT_SIX, *lines)] == [location, notes]


def test_case_69_a_place_as_apple_writes_it_is_read():
    apple = (
        'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="via del Parco 3\\n20100 Milano";'
        "X-TITLE=Parco Verde:geo:45.470000,9.190000"
    )
    where = {
        "name": "Parco Verde",
        "address": {"street": "via del Parco 3", "postcode": "20100"},
        "location": {"lat": Decimal("45.47"), "lon": Decimal("9.19")},
    }
    assert said(apple) == {"where": where}


@pytest.mark.parametrize(
    "line",
    [
        "X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij",
        "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/19%3ameeting",
        "DESCRIPTION:Ci vediamo in rete alle sei. Zoom: https://us02web.zoom.us/j/123?pwd=abc",
        "CONFERENCE;VALUE=URI:https://zoom.us/j/9",
    ],
)
def test_case_70_meetings_are_told_but_their_addresses_are_not(line):
    made = found(AT_SIX, line)
    assert [made.data["online"], codes(AT_SIX, line)] == [{"on_registration": True}, ["meeting-link"]]
    assert [sign for sign in ("zoom.us", "meet.google", "teams.m", "pwd") if sign in f"{made.data}{made.text}"] == []


def test_case_70_the_codes_of_a_meeting_are_not_told_either():
    codes_told = "Join Zoom Meeting\\nhttps://zoom.us/j/9\\nPasscode: 123456\\nMeeting ID: 98"
    line = f"DESCRIPTION:Si legge insieme un libro.\\n\\n{codes_told}"
    assert "123456" not in text(line)


def test_case_70_a_public_address_on_the_net_is_told():
    line = "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://example.org/diretta"
    assert said(line) == {"online": {"url": "https://example.org/diretta"}}


@pytest.mark.parametrize(
    ("line", "link"),
    [
        ("URL;VALUE=URI:https://example.org/e/1", "https://example.org/e/1"),
        ("URL:javascript:alert(1)", ""),
        ("URL:https://anna:segreta@example.org/", ""),
        ("X-ORIGINAL-URL:https://example.org/e/1", "https://example.org/e/1"),
    ],
)
def test_case_71_the_page_of_an_event_is_kept_as_its_link(line, link):
    assert found(AT_SIX, line).link == link


@pytest.mark.parametrize(
    ("line", "notes"),
    [
        ("ATTACH;FMTTYPE=image/png:https://example.org/manifesto", ["picture-offered"]),
        ("ATTACH:https://example.org/manifesto.jpg?w=300", ["picture-offered"]),
        ("IMAGE;VALUE=URI;FMTTYPE=image/jpeg:https://example.org/a", ["picture-offered"]),
        ("ATTACH;FMTTYPE=application/pdf:https://example.org/bilancio.pdf", []),
        ("ATTACH;ENCODING=BASE64;VALUE=BINARY;FMTTYPE=image/png:iVBORw0KGgo=", []),
    ],
)
def test_case_72_a_picture_is_told_but_not_taken(line, notes):
    assert [codes(AT_SIX, line), said(line)] == [notes, {}]


def test_case_73_categories_become_themes_and_targets_where_they_are_known():
    lines = ("CATEGORIES:CARE,Boh", "CATEGORIES:musica,Cura", "CATEGORIES:Families,Concerto\\, grande")
    assert said(*lines) == {"themes": ["cura", "musica"], "targets": ["famiglie"]}


def test_case_73_a_category_may_name_the_type():
    assert said("CATEGORIES:laboratorio") == {"type": "1.2.4"}


def test_case_73_events_without_a_theme_have_the_calendars():
    assert [said(themes=("cura",)), said("CATEGORIES:Musica", themes=("cura",))] == [
        {"themes": ["cura"]},
        {"themes": ["musica"]},
    ]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("DESCRIPTION:Si mangia tutti insieme in cortile. E poi si canta.",), "Si mangia tutti insieme in cortile."),
        (("LOCATION:Cortile",), "Cortile"),
        ((), "Senza titolo"),
    ],
)
def test_case_74_an_event_without_title_gets_one_and_a_warning(lines, title):
    [made] = read(calendar(event(AT_SIX, *lines, title="SUMMARY:")), ground()).found
    assert [made.title, made.notes[0].code] == [title, "entry-without-title"]


def test_case_75_a_long_title_goes_on_in_the_text():
    whole = "Una festa " + "lunga " * 30 + "davvero"
    [made] = read(calendar(event(AT_SIX, title=f"SUMMARY:{whole}")), ground()).found
    assert [len(made.title) <= 100, made.title[-1], made.text == whole] == [True, "…", True]


def test_case_75_a_very_long_text_is_cut_and_told():
    line = "DESCRIPTION:" + "Parole su parole. " * 5000
    assert [len(text(line).encode()) < 40_000, codes(AT_SIX, line)] == [True, ["entry-text-long"]]


def test_case_75_a_long_first_sentence_becomes_a_shortened_summary_and_stays_in_the_text():
    sentence = "Una frase " + "lunga " * 60 + "finisce qui."
    made = found(AT_SIX, f"DESCRIPTION:{sentence}")
    assert [len(made.data["summary"]) <= 180, made.text == sentence] == [True, True]


@pytest.mark.parametrize("title", ["Festa 🎉👩‍👩‍👧", "عيد الحيّ", "茶", "L'Orto è qui"])
def test_case_76_titles_in_all_scripts_are_kept(title):
    [made] = read(calendar(event(AT_SIX, title=f"SUMMARY:{title}")), ground()).found
    assert made.title == title


def test_case_77_who_organises_and_attends_stays_behind():
    lines = (
        "ORGANIZER;CN=Anna Rossi:mailto:anna.rossi@posta.example",
        "ATTENDEE;CN=Bruno Bianchi;PARTSTAT=ACCEPTED:mailto:bruno@posta.example",
        "CONTACT:Carla Verdi 333 0000000",
        "X-GOOGLE-CREATOR:anna.rossi@posta.example",
    )
    made = found(AT_SIX, *lines)
    whole = f"{made}"
    assert [name for name in ("Anna", "Bruno", "Carla", "posta.example") if name in whole] == []


def test_case_79_a_cancelling_calendar_cancels_all_it_holds():
    assert said(head=("METHOD:CANCEL",)) == {"status": "cancelled"}


def test_case_80_the_number_of_the_revision_is_known():
    assert found(AT_SIX, "SEQUENCE:7").sequence == 7


def test_case_49_the_newer_of_two_copies_counts():
    content = calendar(event(AT_SIX, "SEQUENCE:2"), event(AT_SIX, "SEQUENCE:1", title="SUMMARY:Vecchia"))
    made = read(content, ground())
    assert [[each.title for each in made.found], reasons(made)] == [["Merenda"], ["entry-twice"]]


def test_a_calendar_that_tells_only_that_a_space_is_busy_is_refused():
    [refused] = read(calendar(event(AT_SIX, title="SUMMARY:Occupato")), ground()).refused
    assert refused.reason.code == "entry-busy"


def test_the_block_that_google_adds_for_its_meetings_is_gone():
    block = "-::~:~::~:~:~::-\\nPartecipa con Google Meet\\n-::~:~::~:~:~::-"
    assert (
        text(f"DESCRIPTION:Si legge un libro insieme a tutti.\\n\\nPorta una sedia.\\n\\n{block}") == "Porta una sedia."
    )


@pytest.mark.parametrize(
    ("plain", "markdown"),
    [
        ("*non* _corsivo_ <b", "\\*non\\* \\_corsivo\\_ \\<b"),
        ("# titolo no", "\\# titolo no"),
        ("    rientro", "rientro"),
        ("• uno\\n• due", "- uno\n- due"),
        ("1. uno\\n2. due", "1. uno\\\n2. due"),
        ("vedi https://example.org/a_b_(c).", "vedi <https://example.org/a_b_(c)>."),
    ],
)
def test_plain_text_reads_the_same_as_markdown(plain, markdown):
    assert text(f"DESCRIPTION:Una prima frase abbastanza lunga.\\n\\n{plain}") == markdown
