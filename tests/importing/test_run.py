"""Whole runs over a network: from an address of a real server to files, state, report and exit code."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from time import monotonic, sleep

import cmarkgfm
import pytest
from hypothesis import given
from hypothesis import strategies as st

from circuito.commands import main
from circuito.importing.ground import importable
from circuito.importing.outcome import Order, Outcome
from circuito.importing.report import data, escaped, markdown
from circuito.importing.run import READERS, orphans, run
from circuito.importing.walls import Walls
from circuito.problems import printable
from circuito.reading.imports import state_of
from importing.server import HOST, Server, answer, serving, walls
from importing.sources import AT_SIX, TODAY, calendar, event
from whole_networks import replaced, told

BODY = calendar(event(AT_SIX), event("DTSTART:20261212T170000Z", uid="UID:2@example.org", title="SUMMARY:Coro"))
PROFILE = "spaces/base/space.md"
COPY = ".circuito/imports/base/programma.copy"
NEW = ["events/base/coro.md", "events/base/merenda.md"]


@pytest.fixture
def server():
    with serving() as made:
        made.answers["/a.ics"] = answer(200, BODY, 'ETag: "1"')
        yield made


@pytest.fixture
def root(network: Path, server: Server) -> Path:
    """A small network whose space `base` names a calendar on a server of ours."""
    replaced(network, "content/network.yaml", "since:", f"import_hosts: [{HOST}]\nsince:")
    line = f"calendars: [{{id: programma, url: {server.url()}}}]\nrun_by"
    return replaced(network, PROFILE, "run_by", line)


def imported(root: Path, server: Server, **asked: object) -> list[Outcome]:
    """One run over the whole network."""
    within: Walls = walls(server, seconds=0.7)
    network, problems = importable(str(root))
    assert (network is not None, problems) == (True, ())
    order = replace(Order(root=str(root), today=TODAY), **asked)  # type: ignore[arg-type]
    return run(network, order, within)


def events(root: Path) -> dict[str, str]:
    """The event files of the space `base`."""
    return {file.relative_to(root).as_posix(): file.read_text() for file in sorted((root / "events/base").glob("*.md"))}


def added(root: Path, before: dict[str, str]) -> list[str]:
    return sorted(events(root).keys() - before.keys())


def test_a_run_writes_ordinary_event_files_that_pass_the_check(root, server):
    before = events(root)
    [outcome] = imported(root, server)
    assert [added(root, before), outcome.taken.entries, told(root)] == [NEW, 2, []]


def test_a_second_run_changes_nothing(root, server):
    imported(root, server)
    before = events(root)
    [outcome] = imported(root, server)
    assert [outcome.idle, events(root)] == [True, before]


def test_a_second_run_on_another_machine_changes_nothing(root, server):
    imported(root, server)
    before = events(root)
    for file in (root / ".circuito/imports/base").iterdir():
        file.unlink()
    [outcome] = imported(root, server)
    assert [outcome.idle, [each.kind for each in outcome.merged.changes], events(root)] == [False, ["same"] * 2, before]


def test_what_has_not_changed_is_asked_for_by_its_mark(root, server):
    imported(root, server)
    server.answers["/a.ics"] = answer(304)
    [outcome] = imported(root, server)
    assert [outcome.idle, outcome.problem, 'If-None-Match: "1"' in server.asked[-1]] == [True, None, True]


def unless_known(talk, head):
    """The answer of a server whose calendar did not change."""
    (answer(304) if "If-None-Match" in head else answer(200, BODY))(talk, head)


def test_where_nothing_changed_the_copy_is_not_needed(root, server):
    imported(root, server)
    (root / COPY).unlink()
    server.answers["/a.ics"] = unless_known
    [outcome] = imported(root, server)
    assert [outcome.problem, outcome.idle, len(server.asked)] == [None, True, 2]


@pytest.mark.parametrize("copy", [None, BODY.replace(b"Merenda", b"Vecchia")])
def test_a_copy_that_is_gone_or_another_is_asked_for_anew(root, server, copy):
    imported(root, server)
    (root / COPY).unlink()
    if copy is not None:
        (root / COPY).write_bytes(copy)
    replaced(root, NEW[1], "title: Merenda", "title: Merenda in cortile")
    server.answers["/a.ics"] = unless_known
    [outcome] = imported(root, server)
    assert [outcome.problem, outcome.taken.entries, len(server.asked)] == [None, 2, 3]
    assert "title: Merenda in cortile" in events(root)[NEW[1]]


def test_a_server_that_says_that_nothing_changed_and_has_nothing_is_not_believed(root, server):
    server.answers["/a.ics"] = answer(304)
    [outcome] = imported(root, server)
    assert outcome.problem is not None
    assert outcome.problem.code == "source-empty"


def test_an_edit_by_hand_is_seen_although_the_source_did_not_change(root, server):
    imported(root, server)
    replaced(root, NEW[1], "title: Merenda", "title: Merenda in cortile")
    [outcome] = imported(root, server)
    assert [outcome.idle, [each.code for change in outcome.merged.changes for each in change.notes]] == [
        False,
        ["kept-by-hand"],
    ]


def test_edits_survive_and_new_facts_arrive(root, server):
    imported(root, server)
    replaced(root, NEW[1], "title: Merenda", "title: Merenda in cortile")
    server.answers["/a.ics"] = answer(200, BODY.replace(b"T180000", b"T183000").replace(b"Merenda", b"Aperitivo"))
    imported(root, server)
    [line] = [line for line in events(root)[NEW[1]].splitlines() if line.startswith("starts")]
    assert ["title: Merenda in cortile" in events(root)[NEW[1]], line] == [True, "starts: 2026-12-05 18:30"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (answer(200, b"<html>Sign in</html>"), "source-html"),
        (answer(200, b""), "source-empty"),
        (answer(200, BODY[:-30]), "source-truncated"),
        (answer(200, BODY, length=len(BODY) + 5), "source-short"),
        (answer(404), "source-gone"),
        (answer(410), "source-gone"),
        (answer(500), "source-busy"),
        (answer(302, b"", "Location: http://127.0.0.1/"), "source-host"),
    ],
)
def test_a_source_that_fails_leaves_everything_as_it_was(root, server, given, code):
    imported(root, server)
    before, copy = events(root), (root / COPY).read_bytes()
    server.answers["/a.ics"] = given
    [outcome] = imported(root, server, today=date(2026, 11, 24))
    state = state_of(str(root), "base", "programma")
    assert outcome.problem is not None
    assert [outcome.problem.code, events(root)] == [code, before]
    assert [state.failed, state.tried, state.succeeded, state.kept] == [True, "2026-11-24", "2026-11-22", 2]
    assert (root / COPY).read_bytes() == copy


def test_a_source_that_comes_back_after_a_failure_is_read_again(root, server):
    imported(root, server)
    server.answers["/a.ics"] = answer(500)
    imported(root, server)
    server.answers["/a.ics"] = answer(200, BODY.replace(b"Merenda", b"Aperitivo"))
    [outcome] = imported(root, server)
    assert [[each.kind for each in outcome.merged.changes], state_of(str(root), "base", "programma").failed] == [
        ["changed", "same"],
        False,
    ]


MANY = [event(f"DTSTART:202612{day:02}T170000Z", uid=f"UID:{day}", title=f"SUMMARY:Sera {day}") for day in range(1, 8)]


def cancelled(root: Path) -> int:
    return sum("status: cancelled" in text and "sera" in path for path, text in events(root).items())


def test_a_source_that_shrinks_is_believed_at_the_third_run(root, server):
    server.answers["/a.ics"] = answer(200, calendar(*MANY))
    imported(root, server)
    server.answers["/a.ics"] = answer(200, calendar(*MANY[:2]))
    counts = []
    for _ in range(4):
        imported(root, server)
        counts.append(cancelled(root))
    assert counts == [0, 0, 5, 5]


def test_a_source_that_recovers_is_counted_anew(root, server):
    server.answers["/a.ics"] = answer(200, calendar(*MANY))
    imported(root, server)
    for few in (True, True, False, True, True):
        server.answers["/a.ics"] = answer(200, calendar(*(MANY[:2] if few else MANY)))
        imported(root, server)
    assert cancelled(root) == 0


def test_a_source_that_shrank_is_believed_when_told_so(root, server):
    server.answers["/a.ics"] = answer(200, calendar(*MANY))
    imported(root, server)
    server.answers["/a.ics"] = answer(200, calendar())
    imported(root, server)
    assert cancelled(root) == 0
    imported(root, server, accept_shrink=True)
    assert cancelled(root) == 7


def test_a_trial_writes_nothing(root, server):
    before = events(root)
    [outcome] = imported(root, server, trial=True)
    assert [[each.kind for each in outcome.merged.changes], events(root)] == [["added", "added"], before]
    assert not (root / ".circuito").exists()


def test_one_source_that_fails_costs_no_other(root, server):
    replaced(root, PROFILE, "calendars: [", f"calendars: [{{id: guasto, url: {server.url('/b.ics')}}}, ")
    outcomes = imported(root, server)
    assert [each.problem is None for each in outcomes] == [False, True]


def test_a_calendar_that_is_never_read_to_its_end_costs_no_other(root, server, monkeypatch):
    replaced(root, PROFILE, "calendars: [", f"calendars: [{{id: lento, url: {server.url()}, read_as: page}}, ")
    monkeypatch.setitem(READERS, "page", lambda *_: sleep(600))
    began = monotonic()
    slow, other = imported(root, server, seconds=0.5)
    assert slow.problem is not None
    assert [slow.problem.code, other.problem, len(other.merged.changes)] == ["source-endless", None, 2]
    assert monotonic() - began < 30


def test_a_calendar_that_brings_the_program_down_costs_no_other(root, server, monkeypatch):
    replaced(root, PROFILE, "calendars: [", f"calendars: [{{id: letale, url: {server.url()}, read_as: page}}, ")
    monkeypatch.setitem(READERS, "page", lambda *_: os._exit(3))
    dead, other = imported(root, server)
    assert dead.problem is not None
    assert [dead.problem.code, other.problem, len(other.merged.changes)] == ["source-deadly", None, 2]


def test_an_event_in_two_calendars_of_a_space_is_offered_as_one(root, server):
    replaced(root, PROFILE, "calendars: [", f"calendars: [{{id: altro, url: {server.url('/b.ics')}}}, ")
    server.answers["/b.ics"] = answer(200, calendar(event(AT_SIX, uid="UID:x")))
    first, second = imported(root, server)
    assert [each.reason.code for each in second.merged.refused] == ["entry-resembles"]


def test_case_57_events_of_a_calendar_that_is_no_longer_named_are_told(root, server):
    imported(root, server)
    before = events(root)
    replaced(root, PROFILE, "id: programma", "id: nuovo")
    network, _ = importable(str(root))
    assert network is not None
    [removed] = orphans(network, Order(root=str(root), today=TODAY))
    assert [removed.code, removed.values] == ["source-removed", {"feed": "programma", "count": 2, "space": "base"}]
    assert events(root) == before


def test_a_secret_address_comes_from_the_environment_and_is_told_to_nobody(root, server):
    replaced(root, PROFILE, f"url: {server.url()}", "secret: true")
    [missing] = imported(root, server)
    assert missing.problem is not None
    assert missing.problem.values == {"name": "base/programma", "variable": "CALENDARS"}
    outcomes = imported(root, server, secrets={"base/programma": server.url()})
    whole = markdown(outcomes, [], "it") + json.dumps(data(outcomes, [], "it")) + "".join(events(root).values())
    state = (root / ".circuito/imports/base/programma.json").read_text()
    assert [outcomes[0].problem, HOST in whole, HOST in state] == [None, False, False]


@pytest.mark.parametrize(
    ("answers", "path"),
    [
        (answer(404), "/segreto-8f3a"),
        (answer(302, b"", "Location: /segreto-8f3a/di-nuovo"), "/segreto-8f3a"),
        (answer(302, b"", "Location: http://altrove.segreto.example/"), "/segreto-8f3a"),
        (answer(200, b"<html>"), "/segreto-8f3a"),
        (answer(200, b"BEGIN:VCALENDAR"), "/segreto-8f3a"),
        (lambda *_: None, "/segreto-8f3a"),
        (None, "//segreto-8f3a@calendario.example.org/"),
    ],
)
def test_of_a_secret_address_nothing_is_told_however_it_fails(root, server, capfd, answers, path):
    replaced(root, PROFILE, f"url: {server.url()}", "secret: true")
    if answers is not None:
        server.answers[path] = answers
    server.answers["/segreto-8f3a/di-nuovo"] = answer(200, calendar(event(AT_SIX)))
    outcomes = imported(root, server, secrets={"base/programma": server.url(path)})
    state = (root / ".circuito/imports/base/programma.json").read_text()
    whole = markdown(outcomes, [], "it") + json.dumps(data(outcomes, [], "it")) + "".join(events(root).values()) + state
    told = whole + "".join(capfd.readouterr())
    assert [word for word in ("segreto-8f3a", HOST, "altrove.segreto", str(server.port)) if word in told] == []


def test_a_space_never_asks_for_the_secret_address_of_another(root, server):
    replaced(root, PROFILE, f"url: {server.url()}", "secret: true")
    others = ("base-programma/programma", "altro/programma", "base/programma-altro")
    [missing] = imported(root, server, secrets=dict.fromkeys(others, server.url()))
    assert missing.problem is not None
    assert [missing.problem.code, server.asked] == ["source-secret", []]


def test_of_a_secret_calendar_no_word_is_remembered(root, server):
    replaced(root, PROFILE, f"url: {server.url()}", "secret: true")
    server.answers["/a.ics"] = answer(200, calendar(event("DTSTART:boh", title="SUMMARY:Colloquio")))
    imported(root, server, secrets={"base/programma": server.url()})
    [said] = state_of(str(root), "base", "programma").told
    assert (said["code"], said["values"]) == ("entry-start-unreadable", {"title": "…", "value": "…"})


def test_a_file_given_by_hand_that_is_not_there_says_nothing_of_the_calendar(root, server):
    imported(root, server)
    before = state_of(str(root), "base", "programma")
    imported(root, server, file=str(root / "nowhere.ics"))
    assert state_of(str(root), "base", "programma") == before


def test_the_report_says_what_changed_in_both_languages(root, server):
    outcomes = imported(root, server)
    assert markdown(outcomes, [], "it") == (
        "# Importazione dei calendari\n\n"
        "**2 eventi nuovi**. 1 calendario letto.\n\n"
        "## Casa Base: `programma`\n\n"
        "Nel calendario ci sono 2 eventi: 2 presi.\n\n"
        "### Nuovi (2)\n\n"
        "- 2026-12-05 18:00 Merenda (`events/base/merenda.md`)\n"
        "- 2026-12-12 18:00 Coro (`events/base/coro.md`)\n"
    )
    assert markdown(outcomes, [], "en").splitlines()[2] == "**2 new events**. 1 calendar read."


def report_of(root, server, *events: list[str] | bytes, lang: str = "it") -> list[str]:
    """The lines of the report after an import of what the calendar has now."""
    content = events[0] if isinstance(events[0], bytes) else calendar(*events)
    server.answers["/a.ics"] = answer(200, content)
    return [line for line in markdown(imported(root, server), [], lang).splitlines() if line]


UNDATED = event(uid="UID:9", title="SUMMARY:Senza data")


def test_a_report_without_news_says_what_is_still_to_mend(root, server):
    report_of(root, server, event(AT_SIX), UNDATED)
    assert report_of(root, server, event(AT_SIX), UNDATED)[1:] == [
        "**1 evento da sistemare**. 1 evento come prima. 1 calendario letto.",
        "## Casa Base: `programma`",
        "Niente di nuovo dall'ultima volta. Nel calendario ci sono 2 eventi: 1 preso, 1 da sistemare.",
        "### Ancora da guardare, dall'ultima volta (1)",
        "- «Senza data» non ha una data (dagliela nel calendario)",
    ]


def test_the_report_names_what_is_gone_when_too_much_is_gone_and_what_to_do(root, server):
    days = [(day, f"DTSTART:202612{day:02}T170000Z") for day in range(1, 6)]
    coming = [event(starts, uid=f"UID:{day}", title=f"SUMMARY:Sera {day}") for day, starts in days]
    report_of(root, server, *coming)
    assert report_of(root, server, *coming[:1], lang="en")[1:] == [
        "**1 calendar to check**. 1 event as before. 1 calendar read.",
        "## Casa Base: `programma`",
        "**To check: more than half of the calendar's events are missing. None was cancelled.**",
        "- What happened: 4 of 5 coming events are gone: Sera 2, Sera 3, Sera 4, Sera 5.",
        "- What to do: if that is right, `circuito import --space base --calendar programma --accept-shrink`; "
        "if not, put them back into the calendar: after three runs in a row they are cancelled.",
        "The calendar has 1 event: 1 taken.",
    ]


def test_events_that_not_everybody_sees_are_not_named_when_they_are_gone(root, server):
    replaced(root, PROFILE, "id: programma", "id: programma, visibility: members")
    days = [(day, f"DTSTART:202612{day:02}T170000Z") for day in range(1, 6)]
    coming = [event(starts, uid=f"UID:{day}", title=f"SUMMARY:Sera {day}") for day, starts in days]
    report_of(root, server, *coming)
    assert "- What happened: 4 of 5 coming events are gone: …." in report_of(root, server, *coming[:1], lang="en")


def test_the_report_says_what_to_do_about_a_sign_in_page(root, server):
    assert report_of(root, server, b"<!doctype html><title>Accedi</title><form></form>")[1:] == [
        "**1 calendario non letto**.",
        "## Casa Base: `programma`",
        "**Non è stato letto: i suoi eventi restano come sono.**",
        "- Che cosa è successo: è arrivata una pagina web, non un calendario.",
        "- Che cosa fare: di solito è una pagina di accesso: rendi pubblico il calendario, o copia l'indirizzo che "
        "finisce in .ics.",
    ]


def outside_code(report: str) -> str:
    """A report as a host shows it, without what it shows as code."""
    html = cmarkgfm.github_flavored_markdown_to_html(report, cmarkgfm.Options.CMARK_OPT_UNSAFE)
    return re.sub(r"<code>.*?</code>", "", html, flags=re.DOTALL)


NASTY = (
    "[x](https://male.example) @tutti &commat;tutti # <b> | ! ``` Closes #7 GH-7 !7 %7 ~etichetta www.male.example "
    "gente@male.example rete/sito#7 ::error::x ##[error]x _a_ ![y](http://male.example/y.png) &#35;7"
)
ALIVE = r"@\w|#\d|!\d|%\d|~\w|GH-\d|www\.|<a |<img|<b>|<em>|://|##\["


@pytest.mark.parametrize("lang", ["it", "en"])
def test_what_others_write_can_do_nothing_in_a_report(root, server, lang):
    texts = [AT_SIX, f"LOCATION:{NASTY}", f"CATEGORIES:{NASTY}", f"ATTACH:http://male.example/{NASTY}.png"]
    other = f'DTSTART;TZID="{NASTY.replace(chr(58), "")}":20261205T180000'
    bad = event("DTSTART:@tutti #7", uid="UID:#8 @tutti", title=f"SUMMARY:{NASTY}")
    entries = [event(*texts, f"RRULE:@tutti #7 {NASTY}", title=f"SUMMARY:{NASTY}"), event(other, uid="UID:#7"), bad]
    server.answers["/a.ics"] = answer(200, calendar(*entries))
    shown = markdown(imported(root, server), [], lang)
    assert [re.findall(ALIVE, outside_code(shown)), "male" in shown, "##[" in shown] == [[], True, False]


def test_who_organises_or_attends_is_in_no_file_and_no_report(root, server, capfd):
    people = [
        "ORGANIZER;CN=Anna Segreta:mailto:anna@privato.example",
        'ATTENDEE;CN=Bruno Nascosto;SENT-BY="mailto:dora@privato.example":mailto:bruno@privato.example',
        "CONTACT:Carla Celata\\, carla@privato.example",
        "COMMENT:Elio Taciuto",
        "X-RESPONSABILE:Fabio Ignoto",
        "REQUEST-STATUS:2.0;Success;ATTENDEE:mailto:gina@privato.example",
        *("BEGIN:VALARM", "SUMMARY:Ida Velata", "ATTENDEE:mailto:ida@privato.example", "END:VALARM"),
    ]
    refused = event("DTSTART:boh", *people, uid="UID:2")
    server.answers["/a.ics"] = answer(200, calendar(event(AT_SIX, *people), refused))
    outcomes = imported(root, server)
    state = (root / ".circuito/imports/base/programma.json").read_text()
    told_of = "".join(events(root).values()) + markdown(outcomes, [], "it") + json.dumps(data(outcomes, [], "it"))
    whole = told_of + state + "".join(capfd.readouterr())
    names = ("privato.example", "Segreta", "Nascosto", "Celata", "Taciuto", "Ignoto", "Velata")
    assert ["Merenda" in whole, [name for name in names if name in whole]] == [True, []]


@given(st.text(max_size=80))
def test_any_text_reads_in_a_report_as_it_is(text):
    html = cmarkgfm.github_flavored_markdown_to_html(f"- a {escaped(text)} z")
    found = re.fullmatch(r"<ul>\s*<li>(a [^<]* z)</li>\s*</ul>\s*", html)
    assert found is not None
    assert unescape(found[1]).replace("\u2060", "").split() == f"a {printable(text)} z".split()


def test_what_is_to_be_copied_out_of_a_report_stands_in_it_as_it_is(root, server):
    imported(root, server)
    server.answers["/a.ics"] = answer(200, calendar(event(AT_SIX), event(AT_SIX, uid="UID:due_2@example.org")))
    replaced(root, PROFILE, "calendars: [", f"calendars: [{{id: altro, url: {server.url('/b.ics')}}}, ")
    server.answers["/b.ics"] = answer(200, calendar(event(AT_SIX, uid="UID:due_2@example.org")))
    shown = markdown(imported(root, server), [], "en")
    assert '`leave_out: ["due_2@example.org"]`' in shown


def test_of_what_is_not_for_the_site_the_report_says_only_how_much(root, server):
    private = [event(AT_SIX, "CLASS:PRIVATE", uid=f"UID:{number}", title="SUMMARY:Colloquio") for number in (1, 2)]
    server.answers["/a.ics"] = answer(200, calendar(*private, event(AT_SIX, uid="UID:3")))
    outcomes = imported(root, server)
    shown = markdown(outcomes, [], "en") + json.dumps(data(outcomes, [], "en"))
    line = "- 2 × an event is marked private (it stays out; to publish it, unmark it in the calendar)\n"
    assert [line in shown, "Colloquio" in shown] == [True, False]


def test_machines_get_the_report_too(root, server):
    said = data(imported(root, server), [], "en")
    [only] = said["calendars"]
    assert [said["added"], only["calendar"], only["entries"], len(only["changes"])] == [2, "base/programma", 2, 2]


# The command


def ics(tmp_path: Path, *events: list[str]) -> str:
    """A file with a calendar."""
    file = tmp_path / "a.ics"
    file.write_bytes(calendar(*events))
    return str(file)


def asked(root: Path, *arguments: str) -> list[str]:
    return ["import", str(root), "--as-of", "2026-11-22", "--lang", "en", *arguments]


def test_a_file_is_imported_by_the_command_and_reported(network, tmp_path, capsys):
    report = tmp_path / "report.md"
    file = ics(tmp_path, event(AT_SIX))
    assert main(asked(network, "--space", "base", "--file", file, "--report", str(report))) == 0
    printed = capsys.readouterr().out
    step = (
        "\nThe files are in events/base/. Look at them and correct what you like: corrections stay. "
        "Then `circuito check` says whether all is well.\n"
    )
    assert [printed, (network / NEW[1]).exists()] == [report.read_text() + step, True]


def test_an_event_that_is_refused_ends_the_command_with_3(network, tmp_path, capsys):
    file = ics(tmp_path, event("DTSTART:boh"), event(AT_SIX, uid="UID:2"))
    assert main(asked(network, "--space", "base", "--file", file)) == 3
    assert [(network / NEW[1]).exists(), "has a date that cannot be read" in capsys.readouterr().out] == [True, True]


def test_a_calendar_that_is_not_believed_ends_the_command_with_3_until_it_is(network, tmp_path):
    replaced(network, PROFILE, "run_by", "calendars: [{id: programma, secret: true}]\nrun_by")
    file = asked(network, "--space", "base", "--file", ics(tmp_path, *MANY))
    codes = [main(file)]
    for few in (MANY[:2], MANY[:2], [], []):
        ics(tmp_path, *few)
        codes.append(main(file))
    codes.append(main([*file, "--accept-shrink"]))
    assert [codes, cancelled(network)] == [[0, 3, 3, 3, 3, 0], 7]


def test_a_private_event_is_no_fault(network, tmp_path):
    assert main(asked(network, "--space", "base", "--file", ics(tmp_path, event(AT_SIX, "CLASS:PRIVATE")))) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--space", "bse"], "there is no space `bse` (did you mean `base`?)"),
        (["--calendar", "boh"], "none of the spaces asked for has a calendar `boh`"),
        (["--file", "a.ics"], "--file needs one space: add --space NAME"),
    ],
)
def test_wrong_usage_ends_with_2(network, arguments, said, capsys):
    assert [main(asked(network, *arguments)), capsys.readouterr().err] == [2, f"circuito: {said}\n"]


def test_a_folder_that_is_none_ends_with_2_and_one_without_network_with_1(tmp_path):
    assert [main(asked(tmp_path / "niente")), main(asked(tmp_path))] == [2, 1]


def test_a_host_that_the_network_does_not_allow_is_never_asked(network, capsys):
    line = "calendars: [{id: programma, url: webcal://altrove.example.org/a.ics}]\nrun_by"
    replaced(network, PROFILE, "run_by", line)
    assert main(asked(network)) == 3
    assert "altrove.example.org is not among the sites that the network imports from" in capsys.readouterr().out


def test_a_network_without_calendars_has_nothing_to_import(network, capsys):
    assert [main(asked(network)), "No calendar to import" in capsys.readouterr().out] == [0, True]
