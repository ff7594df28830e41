"""The agenda by month: a calendar and the list of its days. Pages of months are for ever."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ..agenda.walltime import days_between
from ..model.network import Network
from . import Page
from .addresses import Addresses
from .agenda import ONE, Dated, Rows, begins_on, day_view, has_page, long_ones, months_of, ongoing
from .agenda_lists import has_week, ways
from .dates import day_range, long_day, monday_of, month_name, weekday_letter, weekday_name
from .filter_bar import found, plain_bar
from .frame import crumb, frame
from .listed import events_of
from .views import Link, Row, Text, line_of, row

MOST_COACHES = 14
MOST_LANES = 3


class Cell(Struct, frozen=True, kw_only=True):
    """A day in a month's calendar; `count` of what begins on it; `out` of days of the months beside.

    `lines` are the classes of the colours of what begins, like together: the coaches of the day's train.
    """

    day: str
    number: str
    url: str
    count: int
    lines: tuple[str, ...]
    label: str
    today: bool
    out: bool


class Bar(Struct, frozen=True, kw_only=True):
    """Something of several days in a week's calendar: over how many days, `days`, after `gap` others.

    `begins` and `ends` say whether it does so in this week.
    """

    gap: int
    days: int
    row: Row
    begins: bool
    ends: bool


class Lane(Struct, frozen=True, kw_only=True):
    """Bars beside one another; `rest` is how many days are left after the last."""

    bars: tuple[Bar, ...]
    rest: int


class Week(Struct, frozen=True, kw_only=True):
    """A week of a month's calendar. `url` is its page, empty where it has none; `name` says its days."""

    number: str
    name: str
    url: str
    cells: tuple[Cell, ...]
    lanes: tuple[Lane, ...]


def months(network: Network) -> Iterator[Page]:
    """The page of every month in every language."""
    all_months = months_of(network)
    for lang in network.languages:
        for month in all_months:
            yield month_page(network, month, all_months, lang)


def month_page(network: Network, month: date, all_months: list[date], lang: str) -> Page:
    """One month: a calendar, and the list of its days on which something begins."""
    to, last = Addresses(network, lang), end_of(month)
    before, after = (
        (Link(Text(month_name(other, lang)), to.month(other)) if other in all_months else None)
        for other in ((month - ONE).replace(day=1), last + ONE)
    )
    mondays = [day for day in days_between(monday_of(month), last) if day.weekday() == 0]
    seven = tuple(mondays[0] + number * ONE for number in range(7))
    days = tuple(day_view(network, day, lang) for day in days_between(month, last) if day in begins_on(network))
    going_on = Rows(network, ongoing(network, month), lang)
    return frame(
        network,
        lang,
        "month.html",
        lambda at: at.month(month),
        month_name(month, lang),
        section="agenda",
        crumbs=(crumb(network, lang, "agenda"),),
        view="month",
        ways=ways(network, lang, max(month, min(network.today, last))),
        filters=plain_bar(network, lang),
        found=found(network.phrases[lang]),
        agenda_url=to.listing("agenda"),
        weeks=tuple(week(network, monday, month, lang) for monday in mondays),
        weekdays=tuple((weekday_name(day, lang), weekday_letter(day, lang)) for day in seven),
        days=days,
        ongoing=going_on,
        lists=events_of(*(day.rows for day in days), going_on),
        previous=before,
        next=after,
    )


def week(network: Network, monday: date, month: date, lang: str) -> Week:
    """A week of a month's calendar."""
    sunday = monday + 6 * ONE
    return Week(
        number=str(monday.isocalendar().week),
        name=day_range(monday, sunday, lang),
        url=Addresses(network, lang).week(monday) if has_week(network, monday) else "",
        cells=tuple(cell(network, day, month, lang) for day in days_between(monday, sunday)),
        lanes=lanes(network, max(monday, month), min(sunday, end_of(month)), lang),
    )


def end_of(month: date) -> date:
    """The last day of a month."""
    return (month + 32 * ONE).replace(day=1) - ONE


def cell(network: Network, day: date, month: date, lang: str) -> Cell:
    """A day in a month's calendar; it leads to its page, or to its place in the list below."""
    dated = begins_on(network).get(day, ()) if day.month == month.month else ()
    url = Addresses(network, lang).day(day) if has_page(network, day) else f"#d{day.isoformat()}"
    lines = sorted(line_of(event.themes) for event, _ in dated)
    return Cell(
        day=day.isoformat(),
        number=str(day.day),
        url=url if dated else "",
        count=len(dated),
        lines=tuple(lines[:: max(1, -(-len(lines) // MOST_COACHES))]),
        label=long_day(day, lang),
        today=day == network.today,
        out=day.month != month.month,
    )


def lanes(network: Network, first: date, last: date, lang: str) -> tuple[Lane, ...]:
    """What lasts several days, as bars below one another over the days of a week that lie in the month."""
    shown = [one for one in long_ones(network) if one[1].first_day <= last and one[1].last_day >= first]
    placed: list[list[Dated]] = []
    for one in sorted(shown, key=lambda one: (one[1].first_day, one[0].address)):
        lane = next((lane for lane in placed if lane[-1][1].last_day < one[1].first_day), None)
        if lane is not None:
            lane.append(one)
        elif len(placed) < MOST_LANES:
            placed.append([one])
    return tuple(lane_of(network, dated, first, last, lang) for dated in placed)


def lane_of(network: Network, dated: list[Dated], first: date, last: date, lang: str) -> Lane:
    """One lane: its bars, cut to the days shown."""
    bars, after = [], monday_of(first)
    for event, occurrence in dated:
        start, end = max(occurrence.first_day, first), min(occurrence.last_day, last)
        bars.append(
            Bar(
                gap=(start - after).days,
                days=(end - start).days + 1,
                row=row(network, event, occurrence, lang),
                begins=start == occurrence.first_day,
                ends=end == occurrence.last_day,
            )
        )
        after = end + ONE
    return Lane(bars=tuple(bars), rest=(monday_of(first) + 7 * ONE - after).days)
