"""What `circuito fmt` writes and says."""

from __future__ import annotations

import os

from circuito.commands import main
from circuito.commands.nowhere import NO_NETWORK
from whole_networks import REPOSITORY, tree

PLAIN = "---\ntitle: Festa\nstarts: 2026-12-01 18:00\ntype: '1.1'\n---\n\nSi balla.\n"
ODD = '---\ntype: "1.1"\ntitle: "Festa"\n\nstarts: 2026-12-01 18:00   # di sera\n---\nSi balla.'


def test_files_are_written_in_the_house_style(write, capsys):
    root = write("events/base/nuovo.md", ODD)
    code = main(["fmt", "--folder", str(root), str(root / "events/base/nuovo.md"), "--lang", "en"])
    assert (code, *capsys.readouterr()) == (0, "written: events/base/nuovo.md\n", "")
    assert (root / "events/base/nuovo.md").read_text() == PLAIN.replace("18:00\n", "18:00 # di sera\n")


def test_a_file_in_the_house_style_is_not_touched(write, capsys):
    root = write("events/base/nuovo.md", PLAIN)
    os.utime(root / "events/base/nuovo.md", (1, 1))
    code = main(["fmt", "--folder", str(root), str(root / "events/base/nuovo.md"), "--lang", "en"])
    assert (code, *capsys.readouterr()) == (0, "", "All in order.\n")
    assert (root / "events/base/nuovo.md").stat().st_mtime == 1


def test_with_check_files_that_differ_are_named_and_nothing_is_written(write, capsys):
    root = write("events/base/nuovo.md", ODD)
    before = tree(root)
    code = main(["fmt", "--check", "--folder", str(root), str(root / "events/base/nuovo.md"), "--lang", "it"])
    assert (code, capsys.readouterr().out) == (
        1,
        "events/base/nuovo.md: non è nello stile della casa (circuito fmt lo mette a posto)\n",
    )
    assert tree(root) == before


def test_a_file_that_cannot_be_read_is_named_with_its_problem_and_the_others_are_written(write, capsys):
    write("events/base/nuovo.md", ODD)
    root = write("events/base/rotto.md", "---\ntitle: [a\n---\n")
    files = [str(root / f"events/base/{name}.md") for name in ("rotto", "nuovo")]
    code = main(["fmt", "--folder", str(root), *files, "--lang", "en"])
    assert (code, capsys.readouterr().out) == (
        1,
        "written: events/base/nuovo.md\n"
        "events/base/rotto.md:2:8: the bracket is not closed (close it, and put commas between the values)\n",
    )
    assert (root / "events/base/rotto.md").read_text() == "---\ntitle: [a\n---\n"


def test_a_second_run_finds_nothing_to_do(network, capsys):
    main(["fmt", "--folder", str(network)])
    capsys.readouterr()
    assert (main(["fmt", "--check", "--folder", str(network), "--lang", "en"]), capsys.readouterr().out) == (0, "")


def test_a_path_that_is_no_file_of_the_network_ends_with_2(network, capsys):
    code = main(["fmt", "--folder", str(network), str(network / "spaces/niente"), "--lang", "en"])
    assert (code, capsys.readouterr().err) == (2, f"circuito: {network / 'spaces/niente'}: not a file of the network\n")


def test_a_folder_without_network_ends_with_2(tmp_path, capsys):
    code = main(["fmt", "--folder", str(tmp_path), "--lang", "en"])
    assert (code, capsys.readouterr().err) == (2, f"circuito: {NO_NETWORK['en'].format(folder=tmp_path)}\n")


def test_the_sample_network_is_in_the_house_style(capsys):
    assert (main(["fmt", "--check", "--folder", str(REPOSITORY), "--lang", "en"]), capsys.readouterr().out) == (0, "")
