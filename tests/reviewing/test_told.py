"""A review at each host: what its reader finds in it, and what hostile names and texts cannot do there."""

from __future__ import annotations

import json
import re

import cmarkgfm
import pytest
from hypothesis import given
from hypothesis import strategies as st

from circuito.commands import main
from circuito.reviewing.annotations import forgejo, github, gitlab
from circuito.reviewing.comment import MARK, comment
from circuito.reviewing.inert import code_span
from reviewing.proposals import ADA, BASE, FESTA, HEAD, NUOVO, SPACE, propose, reviewed
from whole_networks import TODAY, event

WRONG = event("room: nessuna")
HOSTILE = event("room: '@ufficio #1 ![x](https://evil.example/a.png) <script> `` ::error::'")
ARGUMENTS = ("--base", BASE, "--head", HEAD, "--as-of", str(TODAY))
COMMAND = re.compile(r"::(\w+) file=([^,:]*),line=(\d+),col=(\d+),title=([^,:]*)::(.*)")


def undone(text: str) -> str:
    """What a runner reads out of an escaped part of a command."""
    for escape, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(escape, char)
    return text


def commands(found) -> list[tuple[str, ...]]:
    """The commands that a runner would obey, each as level, file, line, column, title and message."""
    return [tuple(map(undone, COMMAND.fullmatch(line).groups())) for line in github(found, "en")]


def test_github_is_told_each_problem_at_its_file_and_line(root):
    assert commands(reviewed(root, {NUOVO: WRONG}, ADA)) == [
        ("error", NUOVO, "5", "7", "unknown-room", "the space has no room `nessuna` (perhaps sala?)")
    ]


def test_github_is_warned_of_what_waits_for_the_office(root):
    told = commands(reviewed(root, {"events/sud/nuovo.md": event()}, ADA))
    assert [command[:2] for command in told] == [("warning", "events/sud/nuovo.md")]


def test_a_file_name_cannot_give_commands_to_a_runner(root):
    path = "events/base/a,line=9::x\n::warning file=b::%0A.md"
    told = list(github(reviewed(root, {path: event()}, ADA), "en"))
    assert [(line.count("\n"), undone(COMMAND.fullmatch(line)[2])) for line in told] == [(0, path)]


def test_gitlab_reads_a_code_quality_report(root):
    [told] = gitlab(reviewed(root, {NUOVO: WRONG}, ADA), "it")
    assert {key: value for key, value in told.items() if key != "fingerprint"} == {
        "description": "lo spazio non ha una sala `nessuna` (forse sala?)",
        "check_name": "unknown-room",
        "severity": "major",
        "location": {"path": NUOVO, "lines": {"begin": 5}},
    }


def test_a_fingerprint_stays_when_the_line_moves(root):
    found = reviewed(root, {NUOVO: WRONG})
    git_branch_again(root)
    moved = reviewed(root, {NUOVO: event("ends: 20:00", "room: nessuna")})
    assert gitlab(found, "it")[0]["fingerprint"] == gitlab(moved, "it")[0]["fingerprint"]


def git_branch_again(root) -> None:
    """Forget the proposal."""
    from repositories import git

    git(root, "branch", "--quiet", "--delete", "--force", HEAD)


def test_forgejo_gets_a_review_with_a_comment_beside_each_line(root):
    told = forgejo(reviewed(root, {NUOVO: WRONG, "spaces/base/rooms/sala.md": None}, ADA), "it")
    assert (told["event"], told["comments"]) == (
        "COMMENT",
        [
            {
                "path": NUOVO,
                "new_position": 5,
                "old_position": 0,
                "body": "lo spazio non ha una sala `nessuna`. "
                "**Che cosa fare**: non ce n'è: aggiungi ciò che manca, o togli il nome",
            }
        ],
    )


def test_the_comment_says_first_what_to_mend_then_what_changes(root):
    told = comment(reviewed(root, {NUOVO: event(), "events/sud/nuovo.md": event()}, ADA), "it")
    assert [line for line in told.splitlines() if line.startswith(("#", "<!", "C'è", "Il "))] == [
        MARK,
        "## Che cosa cambia questa proposta",
        "Il contenuto è a posto: manca il sì dell'ufficio della rete.",
        "### Prima di unire",
        "### Pagine che cambiano",
        "### File",
    ]


def test_pages_are_linked_where_they_can_be_seen(root):
    told = comment(reviewed(root, {NUOVO: event()}, ADA), "en", "https://preview.example/7/")
    line = "  - new: [`/eventi/base/nuovo/`](<https://preview.example/7/eventi/base/nuovo/>) `Nuovo`"
    assert line in told.splitlines()


def test_code_is_never_linked_as_a_preview(root):
    told = comment(reviewed(root, {NUOVO: event(), "pelicanconf.py": "x"}, ADA), "en", "https://preview.example/7/")
    assert "preview.example" not in told


def outside_code(markdown: str) -> str:
    """The HTML of Markdown without its code and our own mark."""
    html = cmarkgfm.github_flavored_markdown_to_html(markdown, cmarkgfm.Options.CMARK_OPT_UNSAFE)
    return re.sub(r"<code>.*?</code>", "", html.replace(MARK, ""), flags=re.DOTALL)


def test_a_hostile_file_shows_in_the_comment_only_as_code(root):
    files = {NUOVO: HOSTILE, "events/base/@ufficio <b>#7 `x`.md": HOSTILE}
    shown = outside_code(comment(reviewed(root, files, ADA), "en"))
    assert re.findall(r"@|#\d|<script|<a |<img|<b>|evil", shown) == []


def test_a_comment_is_never_longer_than_hosts_take(root, monkeypatch):
    found = reviewed(root, {f"events/base/e{number}.md": WRONG for number in range(60)}, ADA)
    monkeypatch.setattr("circuito.reviewing.comment.LONGEST", 2000)
    told = comment(found, "it")
    assert [1900 < len(told) < 2050, told.startswith(MARK), told.endswith("\n\n…\n")] == [True, True, True]


@given(st.text(max_size=60))
def test_any_text_is_one_piece_of_code_and_nothing_else(text):
    html = cmarkgfm.github_flavored_markdown_to_html(f"- a {code_span(text)} z").replace("\n", "")
    assert re.fullmatch(r"<ul><li>a (<code>[^<]*</code>|–) z</li></ul>", html)


@pytest.mark.parametrize(
    ("form", "first"),
    [
        ("text", "events/base/nuovo.md:5:7: "),
        ("json", "{"),
        ("github", "::error "),
        ("gitlab", "["),
        ("forgejo", "{"),
        ("markdown", MARK),
    ],
)
def test_the_command_gives_every_form_and_ends_with_1_for_problems(root, capsys, form, first):
    propose(root, {NUOVO: WRONG})
    code = main(["review", str(root), *ARGUMENTS, "--format", form])
    told = capsys.readouterr().out
    assert (code, told[: len(first)]) == (1, first)
    if form in ("json", "gitlab", "forgejo"):
        json.loads(told)


def test_the_command_ends_with_0_for_a_right_proposal(root, capsys):
    propose(root, {NUOVO: event()})
    assert main(["review", str(root), *ARGUMENTS, "--author", "ada-riva", "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "All is right."


def test_the_command_ends_with_2_for_a_name_that_is_no_commit(root, capsys):
    assert main(["review", str(root), "--base", "nowhere"]) == 2


def test_the_command_brings_in_what_may_be_previewed(root, tmp_path):
    propose(root, {NUOVO: event(), FESTA: None, "events/base/festa.en.md": None})
    main(["review", str(root), *ARGUMENTS, "--bring-in", "--output", str(tmp_path / "told.txt")])
    assert [(root / path).exists() for path in (NUOVO, FESTA, SPACE)] == [True, False, True]


def test_the_command_remembers_what_it_read_of_the_base_but_nothing_proposed(root, tmp_path):
    propose(root, {NUOVO: event()})
    main(["review", str(root), *ARGUMENTS, "--output", str(tmp_path / "one.txt")])
    main(["review", str(root), *ARGUMENTS, "--output", str(tmp_path / "two.txt")])
    kept = (root / ".circuito/review/memory").read_bytes()
    assert (b"festa.md" in kept, b"nuovo.md" in kept) == (True, False)
    assert (tmp_path / "one.txt").read_text() == (tmp_path / "two.txt").read_text()
