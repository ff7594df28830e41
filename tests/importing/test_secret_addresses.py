"""Secret addresses of calendars: one variable for all, of which nothing is told."""

from __future__ import annotations

import pytest

from circuito.commands import main
from circuito.importing.secret_addresses import secret_addresses
from whole_networks import replaced

ONE, OTHER = "https://calendar.example.org/a?x=1&y=2", "webcal://example.org/b"


@pytest.mark.parametrize(
    "text",
    [
        f"nord/corsi={ONE}\nsud/feste={OTHER}",
        f"\r\n  nord/corsi={ONE}\r\n\r\nsud/feste={OTHER}\r\n",
        f"nord/corsi={ONE}|sud/feste={OTHER}",
        f"nord/corsi={ONE} sud/feste={OTHER}",
    ],
)
def test_addresses_stand_on_lines_or_one_after_the_other(text):
    assert secret_addresses(text) == ({"nord/corsi": ONE, "sud/feste": OTHER}, [])


@pytest.mark.parametrize("text", ["", " \n", "|"])
def test_nothing_is_no_address(text):
    assert secret_addresses(text) == ({}, [])


@pytest.mark.parametrize(
    "entry", [ONE, f"nord={ONE}", "nord/corsi=", f"Nord/corsi={ONE}", f"a/b/c={ONE}", f"sud/feste={ONE}"]
)
def test_what_is_no_address_is_told_by_its_number_alone(entry):
    assert secret_addresses(f"sud/feste={OTHER}\n{entry}") == ({"sud/feste": OTHER}, [2])


def test_the_command_takes_them_from_the_environment_and_tells_nothing_of_them(network, monkeypatch, capfd):
    replaced(network, "spaces/base/space.md", "run_by", "calendars: [{id: corsi, secret: true}]\nrun_by")
    monkeypatch.setenv("CALENDARS", "https://calendar.example.org/segreto\nbase/corsi=https://altro.example/segreto")
    code = main(["import", str(network), "--as-of", "2026-11-22", "--lang", "en"])
    told = capfd.readouterr()
    assert [code, told.err] == [3, "circuito: CALENDARS: entry 1 is not `space/calendar=address`, or comes twice\n"]
    assert ["is not among the sites" in told.out, "example" in told.out, "segreto" in told.out] == [True, False, False]
