"""Sets of days as bits say what a look at every day says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from circuito.circulation.season import WEEK, Season, days_alike

SEASONS = st.builds(Season, st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(0, 900))


def those(season: Season, wanted: Callable[[date], bool]) -> list[date]:
    """The days of a season that are wanted, looked at one by one."""
    days = [season.first + timedelta(days=number) for number in range(season.length)]
    return [day for day in days if wanted(day)]


@given(SEASONS, st.sets(st.sampled_from(WEEK)))
def test_the_days_on_some_weekdays(season, weekdays):
    assert list(season.days(season.on(weekdays))) == those(season, lambda day: WEEK[day.weekday()] in weekdays)


@given(SEASONS, st.integers(1, 12))
def test_the_days_in_a_month_of_any_year(season, month):
    assert list(season.days(season.during(month))) == those(season, lambda day: day.month == month)


@given(SEASONS, st.integers(0, 6), st.integers(1, 12))
def test_the_days_on_a_weekday_of_a_month(season, weekday, month):
    wanted = those(season, lambda day: (day.weekday(), day.month) == (weekday, month))
    assert list(season.days(days_alike(season, weekday, month))) == wanted
