"""What `circuito new` asks and writes: from options, and in a real terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from circuito.commands import main
from whole_networks import TODAY, built, told, tree

DAY = ("--as-of", str(TODAY), "--lang", "en")
EVENT = {
    "--space": "base",
    "--title": "Merenda: pane e olio",
    "--summary": "Pane, olio e quattro chiacchiere.",
    "--starts": "2026-12-05 16:30",
    "--ends": "18:00",
    "--themes": "cura",
    "--text": "Si porta una tazza.",
}
MERENDA = """---
title: 'Merenda: pane e olio'
summary: Pane, olio e quattro chiacchiere.
starts: 2026-12-05 16:30
ends: 18:00
id: merenda-pane-e-olio-nr8y
price:
  mode: free
themes:
  - cura
published: 2026-11-22
---

Si porta una tazza.
"""
NETWORK = {
    "--name": "Rete dei Cortili",
    "--summary": "Cortili aperti a tutti.",
    "--city": "Torino",
    "--contact-email": "info@example.org",
    "--organisation-name": "Comitato Cortili",
    "--space-name": "La Serra",
    "--space-kind": "giardino",
    "--space-summary": "Una serra in mezzo al cortile, aperta a chi passa.",
    "--space-address-street": "via dell'Esempio 3",
}


def new(thing: str, *arguments: str, **folder: Path) -> int:
    """The exit code of the command, without a terminal."""
    where = ["--folder", str(folder["folder"])] if folder else []
    return main(["new", thing, *arguments, *where, *DAY])


def flat(options: dict[str, str]) -> list[str]:
    """Options as a command line has them."""
    return [part for option in options.items() for part in option]


def in_terminal(*arguments: str, typed: str) -> tuple[int, str]:
    """The exit code of the command in a terminal, and what stood there in the end. Asked for more, it hears no more."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "circuito", "new", *arguments, *DAY]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=False)
    os.close(theirs)
    os.write(ours, typed.encode() + b"\x04")
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    return process.wait(), shown.decode().replace("\r\n", "\n")


def test_an_event_is_written_from_options(network, capsys):
    assert new("event", *flat(EVENT), folder=network) == 0
    assert (network / "events/base/merenda-pane-e-olio.md").read_text() == MERENDA
    assert capsys.readouterr().out.splitlines()[0] == "written: events/base/merenda-pane-e-olio.md"
    assert told(network) == []


def test_a_terminal_asks_for_the_same_event_and_explains_each_question(network):
    typed = "base\nMerenda: pane e olio\nPane, olio e quattro chiacchiere.\n2026-12-05 16:30\n18:00\n"
    typed += "\n\n\n\ncura\n\nSi porta una tazza.\n\n"
    code, shown = in_terminal("event", "--folder", str(network), typed=typed)
    assert (code, (network / "events/base/merenda-pane-e-olio.md").read_text()) == (0, MERENDA)
    assert "A new event of the space `Casa Base`." in shown
    assert "First date and time; the date alone if it lasts all day (for example: 2026-11-28 18:00)" in shown
    assert "  choices: cura" in shown


def test_choices_are_said_in_words(network):
    _, shown = in_terminal("organisation", "--folder", str(network), typed="Alfa\nboh\n")
    assert "social-cooperative (Social cooperative), cooperative, " in shown


def test_an_answer_that_does_not_fit_is_explained_and_asked_again(network):
    given = flat({key: value for key, value in EVENT.items() if key not in ("--starts", "--themes")})
    given += ["--every", "", "--room", "", "--price-mode", "free", "--registration-email", "", "--targets", ""]
    code, shown = in_terminal(
        "event", "--folder", str(network), *given, typed="domani\n2026-12-05 16:30\ncurra\ncura\n"
    )
    assert (code, (network / "events/base/merenda-pane-e-olio.md").read_text()) == (0, MERENDA)
    assert "the theme `curra` is not in the network's list (perhaps cura?)" in shown
    assert shown.count("starts: ") == 2


def test_without_a_terminal_missing_answers_are_named_and_nothing_is_written(network, capsys):
    before = tree(network)
    assert new("event", "--space", "base", "--title", "Festa", folder=network) == 2
    assert capsys.readouterr().err == "circuito: answers are missing: --summary, --starts\n"
    assert tree(network) == before


def test_an_option_that_does_not_fit_is_named_with_the_remedy(network, capsys):
    assert new("event", *flat(EVENT | {"--starts": "28/11/2026"}), folder=network) == 2
    assert capsys.readouterr().err.startswith("circuito: --starts: ")


def test_what_only_the_whole_file_shows_is_refused_and_nothing_is_written(network, capsys):
    before = tree(network)
    assert new("event", *flat(EVENT | {"--ends": "2026-12-01"}), folder=network) == 1
    assert "events/base/merenda-pane-e-olio.md:5:" in capsys.readouterr().err
    assert tree(network) == before


def test_in_a_terminal_what_only_the_whole_file_shows_is_asked_again(network):
    given = flat(EVENT | {"--ends": "2026-12-01", "--every": "", "--room": "", "--registration-email": ""})
    given += ["--price-mode", "free", "--targets", ""]
    code, shown = in_terminal("event", "--folder", str(network), *given, typed="18:00\n2026-12-05 16:30\n18:00\n")
    assert (code, (network / "events/base/merenda-pane-e-olio.md").read_text()) == (0, MERENDA), shown


def test_a_second_event_of_the_same_title_has_another_file_and_id(network):
    new("event", *flat(EVENT), folder=network)
    new("event", *flat(EVENT | {"--starts": "2027-01-09 16:30"}), folder=network)
    second = (network / "events/base/merenda-pane-e-olio-2027.md").read_text()
    assert second.count("id: merenda-pane-e-olio-2027-") == 1
    assert told(network) == []


def test_interrupted_it_writes_nothing(network):
    before = tree(network)
    code, shown = in_terminal("event", "--folder", str(network), typed="base\n")
    assert (code, shown.splitlines()[-1]) == (1, "Stopped: nothing was written.")
    assert tree(network) == before


def test_an_event_of_one_of_several_spaces_needs_its_name(network, capsys):
    assert new("event", "--title", "Festa", folder=network) == 2
    assert capsys.readouterr().err == "circuito: of which space? --space, one of: base, nord, sud\n"


def test_a_space_an_organisation_and_a_project_are_written_and_sound(network, capsys):
    assert new("organisation", "--name", "Circolo Gamma", "--legal-form", "aps", folder=network) == 0
    space = {"--name": "L’Orto", "--kind": "casa", "--summary": "Un orto aperto a tutti.", "--run-by": "circolo-gamma"}
    place = {"--address-street": "via dell'Esempio 9", "--address-postcode": "20139", "--contact-phone": "0200000000"}
    assert new("space", *flat(space | place), folder=network) == 0
    project = {"--title": "Cartoline", "--summary": "Due voci.", "--kind": "show", "--proposer": "circolo-gamma"}
    cost = {"--contact-email": "a@example.org", "--cost-mode": "fixed", "--cost-fee": "400"}
    assert new("project", *flat(project | cost), folder=network) == 0
    assert told(network) == []
    assert (network / "spaces/l-orto/space.md").read_text() == (
        "---\nname: L’Orto\nkind: casa\nsummary: Un orto aperto a tutti.\n"
        "address:\n  street: via dell'Esempio 9\n  postcode: '20139'\nrun_by:\n  - circolo-gamma\n"
        "contact:\n  phone: '0200000000'\njoined: 2026-11-22\n---\n"
    )
    assert (network / "content/projects/cartoline/project.md").read_text() == (
        "---\ntitle: Cartoline\nsummary: Due voci.\nkind: show\nproposer: circolo-gamma\nstatus: draft\n"
        "languages:\n  - it\ncontact:\n  email: a@example.org\ncost:\n  mode: fixed\n  fee: 400\n---\n"
    )


def test_what_is_there_already_is_not_written_over(network, capsys):
    given = {"--name": "Alfa", "--legal-form": "aps", "--slug": "alfa"}
    before = tree(network)
    assert new("organisation", *flat(given), folder=network) == 1
    assert (capsys.readouterr().err, tree(network)) == (
        "circuito: it is there already: content/organisations/alfa.md\n",
        before,
    )


@pytest.mark.parametrize(("languages", "kind"), [("it", "giardino"), ("en, it", "garden"), ("ar", "garden")])
def test_a_new_network_has_no_problem_and_is_in_the_house_style(tmp_path, languages, kind, capsys):
    root = tmp_path / "rete"
    assert new("network", str(root), *flat(NETWORK | {"--languages": languages, "--space-kind": kind})) == 0
    assert told(root) == []
    assert main(["fmt", "--check", "--folder", str(root)]) == 0


def test_a_new_network_is_built(tmp_path):
    root = tmp_path / "rete"
    new("network", str(root), *flat(NETWORK))
    assert built(root) == 0
    assert (root / "output/eventi/la-serra/porte-aperte/index.html").is_file()
    assert (root / "output/spazi/la-serra/index.html").is_file()


def test_a_network_begins_beside_the_environment_of_its_program(tmp_path):
    (tmp_path / ".venv").mkdir()
    assert new("network", str(tmp_path), *flat(NETWORK)) == 0
    assert told(tmp_path) == []


@pytest.mark.parametrize(("languages", "kind"), [("it,en", "giardino"), ("en,it", "garden"), ("ar", "garden")])
def test_the_words_of_a_new_network_have_names_in_its_own_language(tmp_path, languages, kind):
    new("network", str(tmp_path), *flat(NETWORK | {"--languages": languages, "--space-kind": kind}))
    assert f"\nkind: {kind}\n" in (tmp_path / "spaces/la-serra/space.md").read_text()


def test_a_folder_that_holds_something_is_not_made_a_network(network, capsys):
    assert new("network", str(network), *flat(NETWORK)) == 2
    assert capsys.readouterr().err == (
        f"circuito: {network}: the folder is not empty (name one that is not there yet, or an empty one)\n"
    )
