"""The office's page of the season, and its table, read back."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from small_networks import published

from circuito.model.network import Network
from circuito.outputs.season import season, season_csv
from circuito.outputs.season_hosts import balance, idle_spaces, signed


@pytest.fixture(scope="session")
def told(sample: Network) -> Network:
    """The sample network with all that members know."""
    return replace(sample, shows_interests=True)


@pytest.fixture(scope="session")
def page(told: Network) -> dict:
    """What the page of the season shows."""
    return dict(next(season(told)).shows)


def test_the_season_is_not_to_be_found_by_search(page):
    assert page["robots"] == "noindex"


def test_holds_that_run_out_within_a_week_are_told_in_order(page):
    assert [(row.head.text.text, row.cells[0], row.cells[3]) for row in page["expiring"].rows] == [
        ("Sportello in valigia", "Bottega dei Servizi", "25 nov 2026"),
        ("La bolletta spiegata", "Circolo La Chiusa", "27 nov 2026"),
        ("Cosa tieni in tasca", "Bottega dei Servizi", "28 nov 2026"),
    ]


def test_a_hold_stands_in_one_of_the_two_lists(told, page):
    held = [each for each in told.interests if each.state in ("pencilled", "requested")]
    assert len(page["expiring"].rows) + len(page["held"].rows) == len(held)


def test_nothing_is_held_where_members_keep_it_to_themselves(told):
    shows = next(season(replace(told, shows_interests=False))).shows
    assert (shows["expiring"].rows, shows["held"].rows) == ((), ())


def test_a_space_that_never_hosted_comes_first_among_the_idle(told):
    assert [space.slug for space in idle_spaces(told)][:2] == ["filo-continuo", "ruota-libera"]


def test_a_space_that_will_host_soon_is_not_idle(told):
    assert "teatro-caldaie" not in {space.slug for space in idle_spaces(told)}


def test_what_would_fit_an_idle_space_is_told(page):
    rows = {row.head.text.text: row.cells for row in page["idle"].made.rows}
    assert rows["Filo Continuo"][0] == "mai"
    assert rows["Filo Continuo"][1].split(" · ")[0] == "Coro dei campanelli"


def test_the_balance_counts_settled_dates_of_others_and_elsewhere(told):
    spaces = {space.slug: space for space in told.spaces}
    assert (balance(told, spaces["cortile-aperto"]), balance(told, spaces["teatro-caldaie"])) == ((2, 4), (3, 0))


@pytest.mark.parametrize(("count", "said"), [(2, "+2"), (0, "0"), (-3, "−3")])
def test_a_difference_has_its_sign(count, said):
    assert signed(count) == said


def test_the_sums_saved_are_those_of_the_tours(page):
    found = dict(page["figures"])
    assert (found["interests"], found["tours"], found["saved"]) == ("55", "7", "1.342,71\xa0€")


def table(network: Network) -> list[dict[str, str]]:
    """The table of the season, read as a spreadsheet does."""
    made = published(network, season_csv)["stagione/season.csv"].decode("utf-8-sig")
    return list(csv.DictReader(StringIO(made)))


def test_the_table_has_a_row_for_each_interest(told):
    assert len(table(told)) == len(told.interests)


def test_a_row_of_the_table_says_how_far_an_interest_has_come(told):
    row = next(
        each for each in table(told) if (each["project"], each["space"]) == ("cinema-sul-lenzuolo", "casa-nove-lingue")
    )
    assert (row["room"], row["state"], row["on"], row["at"], row["expires"]) == (
        "salone",
        "requested",
        "2027-01-30",
        "19:00",
        "2026-12-04",
    )


def test_the_table_tells_how_many_came(told):
    came = {(each["project"], each["space"]): each["attendance"] for each in table(told) if each["attendance"]}
    assert came == {("lettere-dal-cortile", "officina-tramvai"): "71", ("pane-di-ieri", "casa-nove-lingue"): "21"}


def test_the_people_reached_are_those_of_reports(page):
    assert dict(page["figures"])["reached"] == "92"


def test_dates_that_nobody_has_told_of_wait(page):
    assert [(row.head.text.text, *row.cells) for row in page["waiting"].rows] == [
        ("La bolletta spiegata", "Portineria del Melograno", "14 ott 2026")
    ]


def test_the_table_tells_neither_money_nor_messages(told):
    assert set(table(told)[0]) & {"contribution", "share", "message", "reason", "exchange"} == set()


def test_the_table_of_a_real_network_holds_settled_dates_alone(told):
    assert {row["state"] for row in table(replace(told, shows_interests=False))} == {"confirmed", "done", "reported"}


def test_the_season_can_be_told_long_after(told):
    shows = next(season(replace(told, today=date(2028, 8, 1)))).shows
    assert (shows["expiring"].rows, [row.head.text.text for row in shows["tours"].rows]) == (
        (),
        ["Coro dei campanelli"],
    )


def test_a_day_that_others_ask_for_is_told_with_the_day_by_which_to_confirm(page):
    rows = [(row.head.text.text, *row.cells) for row in page["challenged"].rows]
    assert rows == [
        (
            "Concerto per trombe delle scale · Circolo La Chiusa",
            "14 mag 2027",
            "Concerto per trombe delle scale · Casa Nove Lingue",
            "1 dic 2026",
        )
    ]


def test_nobody_else_is_told_who_asks_for_a_day(told):
    (shows,) = (page.shows for page in season(replace(told, shows_interests=False)) if page.lang == "it")
    assert shows["challenged"].rows == ()
