"""What `circuito` prints, and the exit codes by which it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from circuito.commands import main
from networks.bad_input import BAD
from whole_networks import BROKEN, NEW, copied, event, tree, written


def circuito(*arguments: str, folder: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "circuito", *arguments]
    asked = {**os.environ, **environment}
    return subprocess.run(command, cwd=folder, env=asked, capture_output=True, text=True, encoding="utf-8", check=False)


def test_a_network_without_mistakes_ends_with_0(network, capsys):
    assert (main(["check", str(network), "--lang", "en"]), *capsys.readouterr()) == (0, "", "All right.\n")


def test_one_mistake_ends_with_1(write, capsys):
    root = write(NEW, event("titel: x"))
    assert (main(["check", str(root), "--lang", "en"]), *capsys.readouterr()) == (
        1,
        "events/base/nuovo.md:5:1: unknown field `titel` (did you mean `title`?)\n",
        "1 problem.\n",
    )


def test_mistakes_are_told_in_italian_too(write, capsys):
    root = write(NEW, event("titel: x"))
    main(["check", str(root), "--lang", "it"])
    assert tuple(capsys.readouterr()) == (
        "events/base/nuovo.md:5:1: il campo `titel` non esiste (forse `title`?)\n",
        "1 problema.\n",
    )


@pytest.mark.parametrize("lang", ["en", "it"])
def test_all_mistakes_of_a_broken_network_are_told_at_once(lang, capsys):
    main(["check", str(BROKEN), "--lang", lang])
    assert capsys.readouterr().out == (BROKEN / f"expected.{lang}.txt").read_text()


def test_machines_get_all_mistakes_with_the_same_places(capsys):
    main(["check", str(BROKEN), "--json", "--lang", "en"])
    data = json.loads(capsys.readouterr().out)
    lines = [f"{each['file']}:{each['line']}:{each['column']}: {each['message']} ({each['remedy']})" for each in data]
    assert lines == (BROKEN / "expected.en.txt").read_text().splitlines()


def test_machines_get_an_empty_list_of_a_network_without_mistakes(network, capsys):
    assert (main(["check", str(network), "--json"]), json.loads(capsys.readouterr().out)) == (0, [])


def test_a_folder_that_does_not_exist_ends_with_2(tmp_path, capsys):
    code = main(["check", str(tmp_path / "niente")])
    assert (code, capsys.readouterr().err) == (2, f"circuito: {tmp_path / 'niente'}: no such folder\n")


def test_a_folder_without_network_ends_with_1(tmp_path, capsys):
    code = main(["check", str(tmp_path), "--lang", "en"])
    assert (code, capsys.readouterr().out) == (
        1,
        "content/network.yaml:1:1: content/network.yaml is missing "
        "(go into the folder of the network, or begin one: circuito new network DIR)\n",
    )


@pytest.mark.parametrize("arguments", [["check", "--as-of", "domani"], ["check", "--lang", "de"], ["chek"], []])
def test_a_wrong_option_ends_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_GB.UTF-8"}, "All right.\n"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "it_IT.UTF-8"}, "Tutto a posto.\n"),
        ({"LC_ALL": "C.UTF-8", "LC_MESSAGES": "", "LANG": "en_GB.UTF-8"}, "Tutto a posto.\n"),
    ],
)
def test_messages_are_english_where_the_environment_is(network, variables, said):
    assert circuito("check", folder=network, **variables).stderr == said


def test_a_terminal_without_accents_gets_escapes_rather_than_a_traceback(write):
    root = write(NEW, event("status_note: true"))
    ended = circuito("check", "--lang", "it", folder=root, PYTHONIOENCODING="ascii")
    assert (ended.returncode, ended.stdout) == (
        1,
        "events/base/nuovo.md:5:14: `true` in `status_note` \\xe8 letto come numero o s\\xec/no, non come testo "
        '(scrivi "true" tra virgolette)\n',
    )


def test_a_name_that_is_no_text_is_told_to_machines_too(network):
    os.close(os.open(os.fsencode(network) + b"/events/base/\xff.md", os.O_CREAT))
    ended = circuito("check", "--json", folder=network)
    assert (ended.returncode, [each["code"] for each in json.loads(ended.stdout)]) == (1, ["file-unexpected"])


def test_a_reader_that_has_seen_enough_gets_no_traceback(network):
    for number in range(3000):
        written(network, f"events/base/n{number}.txt", "x")
    ended = subprocess.run(
        f"{sys.executable} -m circuito check | head -1",
        cwd=network,
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.stdout.count("\n"), ended.stderr) == (1, "")


@pytest.mark.parametrize("name", list(BAD)[::6])
def test_bad_input_ends_with_1_and_without_traceback(network, name, capsys):
    BAD[name](network)
    code = main(["check", str(network), "--lang", "en"])
    printed = capsys.readouterr()
    assert (code, printed.out.count("\n"), printed.err) == (1, 1, "1 problem.\n")


def test_check_writes_nothing(network):
    before = tree(network)
    circuito("check", folder=network)
    assert tree(network) == before


def test_checking_the_small_network_takes_less_than_a_second(network):
    started = os.times()
    circuito("check", folder=network)
    ended = os.times()
    assert ended.children_user + ended.children_system - started.children_user - started.children_system < 1


def test_publish_leaves_out_what_is_wrong_and_ends_with_3(write, tmp_path):
    root = write(NEW, event("titel: x"))
    ended = circuito("publish", "--as-of", "2026-11-22", folder=root)
    other = copied(tmp_path / "senza")
    circuito("publish", "--as-of", "2026-11-22", folder=other)
    assert (ended.returncode, tree(root / "output")) == (3, tree(other / "output"))


def test_publish_without_mistakes_ends_with_0(network):
    assert circuito("publish", folder=network).returncode == 0


def test_publish_without_settings_ends_with_2(tmp_path):
    ended = circuito("publish", folder=tmp_path)
    assert (ended.returncode, "Traceback" in ended.stderr + ended.stdout) == (2, False)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("def (", "pelicanconf.py:17: SyntaxError: invalid syntax"),
        ("SITENAME = SITENAMES", "pelicanconf.py:17: NameError: name 'SITENAMES' is not defined"),
        ("import niente", "pelicanconf.py:17: ModuleNotFoundError: No module named 'niente'"),
        ('SITEURL = "piccola.example"', "SITEURL is 'piccola.example' (write the whole address, from https:// on)"),
        ('TIMEZONE = "Europe/Roma"', "TIMEZONE is 'Europe/Roma' (write a zone such as \"Europe/Rome\")"),
        ("OUTPUTS = [12]", "OUTPUTS is [12] (write a list of texts)"),
        ('PHRASES = "phrases"', "PHRASES is 'phrases' (write a list of texts)"),
        ('PHRASES = ["niente"]', "PHRASES: there is no folder 'niente'"),
        ('THEME_TEMPLATES_OVERRIDES = ["niente"]', "THEME_TEMPLATES_OVERRIDES: there is no folder 'niente'"),
    ],
)
def test_settings_that_cannot_work_are_named_in_a_line_and_end_with_2(network, monkeypatch, capsys, line, said):
    monkeypatch.chdir(network)
    settings = network / "pelicanconf.py"
    settings.write_text(f"{settings.read_text()}{line}\n")
    code = main(["publish"])
    told = capsys.readouterr().err
    place = "" if said.startswith("pelicanconf.py") else "pelicanconf.py: "
    assert (code, told, (network / "output").exists()) == (2, f"circuito: {place}{said}\n", False)
