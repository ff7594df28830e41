"""What `circuito tour` and `circuito interest` print and write."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from circuito.commands import main
from circuito.commands.nowhere import NO_NETWORK
from circuito.reading.load import load
from whole_networks import REPOSITORY, TODAY

DAY = ("--as-of", str(TODAY))


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample network's files."""
    for folder in ("content", "spaces", "events"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    return tmp_path


def test_a_tour_is_printed_date_by_date(capsys):
    code = main(["tour", "lettere-dal-cortile", str(REPOSITORY), "--lang", "en", *DAY])
    assert (code, capsys.readouterr().out.splitlines()) == (
        0,
        [
            "lettere-dal-cortile: 3 dates, 30.2 km, 10 days",
            "1. 2026-12-03 portineria-melograno, 7.4 km, pays 300.00",
            "2. 2026-12-05 teatro-caldaie, 11.8 km, pays 300.00",
            "3. 2026-12-12 casa-nove-lingue, 5.1 km, pays 200.00",
            "This is the best tour: that is proved.",
            "saved against single trips: 860.00",
            "Cascina Fontanile: too many empty days would lie between two dates.",
        ],
    )


def test_a_tour_tells_who_asks_for_a_day_that_another_holds(capsys):
    main(["tour", "concerto-per-trombe-delle-scale", str(REPOSITORY), "--lang", "en", *DAY])
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("asked for")] == [
        "asked for: 2027-05-14, by circolo-la-chiusa (concerto-per-trombe-delle-scale), while casa-nove-lingue "
        "(concerto-per-trombe-delle-scale) holds it; to confirm by 2026-12-01"
    ]


def test_a_project_in_which_nobody_is_interested_has_no_tour(capsys):
    code = main(["tour", "primo-ascolto", str(REPOSITORY), "--lang", "it", *DAY])
    assert (code, capsys.readouterr().out) == (0, "primo-ascolto: nessuno spazio interessato che stia sulla mappa\n")


def test_a_misspelt_project_ends_with_2_and_the_likely_name(capsys):
    code = main(["tour", "pane-di-ier", str(REPOSITORY), "--lang", "en", *DAY])
    assert (code, capsys.readouterr().err) == (
        2,
        "circuito: the project `pane-di-ier` is not there (did you mean `pane-di-ieri`?)\n",
    )


def test_a_folder_that_is_not_there_ends_with_2(capsys):
    assert (main(["tour", "pane-di-ieri", "/nowhere", "--lang", "en"]), capsys.readouterr().err) == (
        2,
        f"circuito: {NO_NETWORK['en'].format(folder='/nowhere')}\n",
    )


def test_an_interest_is_written_and_the_next_state_told(sample, capsys):
    code = main(["interest", "coro-dei-campanelli", "filo-continuo", str(sample), "--lang", "en", *DAY])
    file = sample / "spaces/filo-continuo/interests/coro-dei-campanelli.md"
    assert (code, file.read_text(), capsys.readouterr().out.splitlines()[:4]) == (
        0,
        "---\nstate: interested\ncreated: 2026-11-22\nby: Programmazione\n---\n",
        [
            "written: spaces/filo-continuo/interests/coro-dei-campanelli.md",
            "to become `pencilled` it lacks `room: sartoria`",
            "to become `pencilled` it lacks `on: 2026-12-05`",
            "to become `pencilled` it lacks `expires: 2026-12-31`",
        ],
    )


def test_the_day_and_the_role_of_an_interest_can_be_given(sample):
    main(["interest", "coro-dei-campanelli", "filo-continuo", str(sample), "--on", "2026-11-20", "--by", "Sartoria"])
    written = (sample / "spaces/filo-continuo/interests/coro-dei-campanelli.md").read_text()
    assert written == "---\nstate: interested\ncreated: 2026-11-20\nby: Sartoria\n---\n"


def test_an_interest_that_is_written_is_right(sample):
    main(["interest", "coro-dei-campanelli", "filo-continuo", str(sample), *DAY])
    assert load(str(sample), today=TODAY).problems == load(str(REPOSITORY), today=TODAY).problems


@pytest.mark.parametrize(
    ("project", "space", "said"),
    [
        (
            "cena-delle-cose-rotte",
            "filo-continuo",
            "the project `cena-delle-cose-rotte` takes no interests: it is `paused`",
        ),
        ("pane-di-ieri", "forno-di-tutti", "the project `pane-di-ieri` is this space's own"),
        (
            "lettere-dal-cortile",
            "teatro-caldaie",
            "the interest is there already: spaces/teatro-caldaie/interests/lettere-dal-cortile.md",
        ),
    ],
)
def test_an_interest_that_cannot_be_ends_with_1(sample, capsys, project, space, said):
    assert (main(["interest", project, space, str(sample), "--lang", "en", *DAY]), capsys.readouterr().err) == (
        1,
        f"{said}\n",
    )


def test_an_interest_of_an_unknown_space_ends_with_2(sample, capsys):
    code = main(["interest", "pane-di-ieri", "torre-set", str(sample), "--lang", "it", *DAY])
    assert (code, capsys.readouterr().err) == (2, "circuito: lo spazio `torre-set` non c'è (forse `torre-sette`?)\n")
