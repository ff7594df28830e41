"""The agenda as lists: the coming days, today, tonight, this weekend, each day and each week.

Pages of days and weeks exist within the horizon, from `past_days` ago to `day_pages` ahead, whether anything is on or
not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from ..agenda.walltime import days_between
from ..model.network import Network
from . import Page
from .addresses import Addresses
from .agenda import ONE, Day, Rows, begins_on, day_view, has_month, has_page, made_day, ongoing, weekend_of
from .dates import day_range, long_day, monday_of, short_day
from .facets import in_the_evening
from .filter_bar import bar, found, plain_bar
from .frame import crumb, feeds_of, frame
from .listed import events_of
from .views import Link, Text

MOST_DAYS, MOST_ROWS = 14, 60


def lists(network: Network) -> Iterator[Page]:
    """All lists of the agenda in every language."""
    since, _ = network.window
    last = network.today + timedelta(days=network.fields.horizon.day_pages)
    for lang in network.languages:
        yield now_page(network, lang)
        yield today_page(network, lang)
        yield tonight_page(network, lang)
        yield weekend_page(network, lang)
        for day in days_between(since, last):
            yield day_page(network, day, lang)
        for monday in days_between(monday_of(since), monday_of(last)):
            if monday.weekday() == 0:
                yield week_page(network, monday, lang)


def ways(network: Network, lang: str, day: date) -> tuple[tuple[str, str], ...]:
    """The ways to look at the agenda around a day, by their phrases' keys, each with its address."""
    to = Addresses(network, lang)
    within = ((key, to.at(to.word("agenda"), to.word(key))) for key in ("today", "tonight", "weekend"))
    return (
        ("now", to.listing("agenda")),
        *within,
        ("week", to.week(day) if has_page(network, day) else ""),
        ("month", to.month(day) if has_month(network, day) else ""),
    )


def common(network: Network, lang: str, view: str, first: date, days: Iterable[date]) -> dict[str, Any]:
    """What every list shows: its days, what goes on from before, the ways to look, the filters."""
    to, going_on = Addresses(network, lang), Rows(network, ongoing(network, first), lang)
    return {
        "section": "agenda",
        "view": view,
        "ways": ways(network, lang, first),
        "filters": bar(network, lang) if view == "now" else plain_bar(network, lang),
        "found": found(network.phrases[lang]),
        "agenda_url": to.listing("agenda"),
        "spaces_url": to.listing("spaces"),
        **on_days(tuple(day_view(network, day, lang) for day in days), going_on),
        "previous": None,
        "next": None,
    }


def on_days(days: tuple[Day, ...], going_on: Rows) -> dict[str, Any]:
    """What is on: its days, unless all are empty, what goes on from before, and whether there is nothing at all."""
    busy = any(day.rows for day in days)
    return {
        "days": days if busy else (),
        "ongoing": going_on,
        "lists": events_of(*(day.rows for day in days), going_on),
        "rests": not busy and not going_on,
    }


def now_page(network: Network, lang: str) -> Page:
    """The agenda itself: from today a fortnight, or fewer days where a lot is on."""
    say, days = network.phrases[lang], list(coming_days(network))
    after = week_link(network, monday_of(days[-1] + ONE), lang)
    given = common(network, lang, "now", network.today, days) | {"next": after}
    return frame(
        network,
        lang,
        "agenda.html",
        lambda at: at.listing("agenda"),
        say("agenda.title"),
        description=say("agenda.description", network=network.fields.name),
        feeds=feeds_of(network, lang, "network"),
        **given,
    )


def coming_days(network: Network) -> Iterator[date]:
    """The days of the agenda's first page: today, and as far as a fortnight while there are not too many rows."""
    rows = 0
    for day in days_between(network.today, network.today + (MOST_DAYS - 1) * ONE):
        rows += len(begins_on(network).get(day, ()))
        if rows > MOST_ROWS and day > network.today:
            return
        yield day


def moving_page(network: Network, lang: str, view: str, dates: list[date], **shows: Any) -> Page:
    """A list whose address stays while what it shows moves on with every build."""
    say = network.phrases[lang]
    given = common(network, lang, view, dates[0], dates) | shows
    return frame(
        network,
        lang,
        "agenda.html",
        lambda to: to.at(to.word("agenda"), to.word(view)),
        say(f"agenda.{view}"),
        crumbs=(crumb(network, lang, "agenda"),),
        **given,
    )


def today_page(network: Network, lang: str) -> Page:
    """What is on today."""
    return moving_page(network, lang, "today", [network.today])


def tonight_page(network: Network, lang: str) -> Page:
    """What begins this evening."""
    tonight = [one for one in begins_on(network).get(network.today, ()) if in_the_evening(one[1])]
    day = made_day(network, network.today, tonight, lang)
    return moving_page(network, lang, "tonight", [network.today], **on_days((day,), Rows(network, (), lang)))


def weekend_page(network: Network, lang: str) -> Page:
    """This weekend; on Saturday and Sunday the one that is going on."""
    return moving_page(network, lang, "weekend", list(days_between(*weekend_of(network.today))))


def day_page(network: Network, day: date, lang: str) -> Page:
    """What is on on one day."""
    before, after = (day_link(network, other, lang) for other in (day - ONE, day + ONE))
    given = common(network, lang, "day", day, [day]) | {"previous": before, "next": after}
    return frame(
        network,
        lang,
        "agenda.html",
        lambda to: to.day(day),
        long_day(day, lang),
        crumbs=(crumb(network, lang, "agenda"),),
        robots="noindex",
        **given,
    )


def day_link(network: Network, day: date, lang: str) -> Link | None:
    """A day, where it has a page."""
    return Link(Text(short_day(day, lang)), Addresses(network, lang).day(day)) if has_page(network, day) else None


def week_page(network: Network, monday: date, lang: str) -> Page:
    """What is on in one week, Monday to Sunday."""
    sunday = monday + 6 * ONE
    before, after = (week_link(network, other, lang) for other in (monday - 7 * ONE, monday + 7 * ONE))
    given = common(network, lang, "week", monday, days_between(monday, sunday)) | {"previous": before, "next": after}
    return frame(
        network,
        lang,
        "agenda.html",
        lambda to: to.week(monday),
        day_range(monday, sunday, lang),
        crumbs=(crumb(network, lang, "agenda"),),
        robots="noindex",
        **given,
    )


def week_link(network: Network, monday: date, lang: str) -> Link | None:
    """The week that begins on a Monday, where it has a page."""
    if not has_week(network, monday):
        return None
    return Link(Text(day_range(monday, monday + 6 * ONE, lang)), Addresses(network, lang).week(monday))


def has_week(network: Network, monday: date) -> bool:
    """Whether the week that begins on a Monday has a page."""
    horizon = network.fields.horizon
    first = monday_of(network.today - timedelta(days=horizon.past_days))
    last = monday_of(network.today + timedelta(days=horizon.day_pages))
    return first <= monday <= last
