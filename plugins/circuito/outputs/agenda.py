"""The agenda: what is on, by day, week and month, today and this weekend.

Pages of months are for ever; those of days and weeks exist within the horizon, from `past_days` ago to `day_pages`
ahead, whether anything is on or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter

from ..model.event import Occurrence
from ..model.network import Event, Network
from . import Page
from .addresses import Addresses
from .dates import day_range, long_day, monday_of, month_alone, month_name, short_day, weekday_full, weekday_name
from .frame import crumb, feeds_at, frame
from .views import Link, Row, Text, row

Dated = tuple[Event, Occurrence]
ONE = timedelta(days=1)
MOST_LINES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of a list: what begins on it. `url` is its page, empty where it has none.

    `name` says it whole, `weekday`, `number` and `month` in parts.
    """

    day: str
    name: str
    weekday: str
    number: str
    month: str
    url: str
    rows: tuple[Row, ...]
    today: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A day in a month's grid; `count` of what begins on it; `out` of days of the months beside.

    `lines` are the classes of the colours of the first few things.
    """

    day: str
    number: str
    url: str
    count: int
    lines: tuple[str, ...]
    label: str
    today: bool
    out: bool


def begins_on(network: Network) -> Mapping[date, tuple[Dated, ...]]:
    """What begins on each day, in order of time, then title."""
    return network.once("begins-on", by_first_day, network.events)


def by_first_day(events: Iterable[Event]) -> dict[date, tuple[Dated, ...]]:
    """The occurrences of events by the day on which they begin."""
    days: dict[date, list[Dated]] = {}
    for event in events:
        for occurrence in event.occurrences:
            days.setdefault(occurrence.first_day, []).append((event, occurrence))
    return {day: tuple(sorted(dated, key=order)) for day, dated in sorted(days.items())}


def order(dated: Dated) -> tuple[bool, float, str]:
    """Whole days first, then by time, then by the event's name."""
    event, occurrence = dated
    return (not occurrence.all_day, occurrence.starts.timestamp(), event.address)


def coming(network: Network, events: Iterable[Event], most: int | None = None) -> tuple[Dated, ...]:
    """What of some events is on today or later, in order of time."""
    ahead = network.once("ahead", by_event, network)
    ranked = sorted((one for event in events for one in ahead[event.address]), key=itemgetter(0, 1))
    return tuple(dated for _, _, dated in ranked[:most])


def by_event(network: Network) -> dict[str, tuple[tuple[float, str, Dated], ...]]:
    """What of each event is on today or later, each with its time and the event's name to be ordered by."""
    return {
        event.address: tuple(
            (each.starts.timestamp(), event.address, (event, each))
            for each in event.occurrences
            if each.last_day >= network.today
        )
        for event in network.events
    }


def soon(network: Network, events: Iterable[Event]) -> int:
    """How much is on in the next 30 days."""
    ahead, last = network.once("ahead", by_event, network), network.today + 30 * ONE
    return sum(dated[1].first_day <= last for event in events for _, _, dated in ahead[event.address])


def rows_of(network: Network, dated: Iterable[Dated], lang: str) -> tuple[Row, ...]:
    """The rows of occurrences in a language."""
    return tuple(row(network, event, occurrence, lang) for event, occurrence in dated)


def ongoing(network: Network, first: date) -> tuple[Dated, ...]:
    """What began before a day and still goes on then."""
    long = network.once("long", of_several_days, network.events)
    return tuple(sorted((one for one in long if one[1].first_day < first <= one[1].last_day), key=order))


def of_several_days(events: Iterable[Event]) -> list[Dated]:
    """The occurrences that last longer than a night."""
    return [(event, each) for event in events for each in event.occurrences if each.several_days]


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last."""
    for number in range((last - first).days + 1):
        yield first + number * ONE


def has_page(network: Network, day: date) -> bool:
    """Whether a day has a page of its own."""
    horizon = network.fields.horizon
    return -horizon.past_days <= (day - network.today).days <= horizon.day_pages


def day_view(network: Network, day: date, lang: str) -> Day:
    """A day with what begins on it."""
    return network.once(("day", day, lang), made_day, network, day, lang)


def made_day(network: Network, day: date, lang: str) -> Day:
    return Day(
        day=day.isoformat(),
        name=long_day(day, lang),
        weekday=weekday_full(day, lang),
        number=str(day.day),
        month=month_alone(day, lang),
        url=Addresses(network, lang).day(day) if has_page(network, day) else "",
        rows=rows_of(network, begins_on(network).get(day, ()), lang),
        today=day == network.today,
    )


def agenda(network: Network) -> Iterator[Page]:
    """All pages of the agenda in every language."""
    since, _ = network.window
    last_page = network.today + timedelta(days=network.fields.horizon.day_pages)
    months = months_of(network)
    for lang in network.languages:
        yield now_page(network, lang)
        yield today_page(network, lang)
        yield weekend_page(network, lang)
        for day in days_between(since, last_page):
            yield day_page(network, day, lang)
        for monday in days_between(monday_of(since), monday_of(last_page)):
            if monday.weekday() == 0:
                yield week_page(network, monday, lang)
        for month in months:
            yield month_page(network, month, months, lang)


def months_of(network: Network) -> list[date]:
    """The first days of all months since the network began, up to the last thing that is on, without a gap."""
    days = [network.fields.since, network.window[0], network.today, *begins_on(network)]
    first, last = min(days).replace(day=1), max(days).replace(day=1)
    found = [first]
    while found[-1] < last:
        found.append((found[-1] + 32 * ONE).replace(day=1))
    return found


def ways(network: Network, lang: str, day: date) -> tuple[tuple[str, str], ...]:
    """The ways to look at the agenda around a day, by their phrases' keys, each with its address."""
    to = Addresses(network, lang)
    return (
        ("now", to.listing("agenda")),
        ("today", to.at(to.word("agenda"), to.word("today"))),
        ("weekend", to.at(to.word("agenda"), to.word("weekend"))),
        ("week", to.week(day) if has_page(network, day) else ""),
        ("month", to.month(day)),
    )


def stretch(network: Network, lang: str, first: date, last: date) -> dict[str, tuple[object, ...]]:
    """What a list over a stretch of days shows: its days and what goes on from before."""
    days = tuple(day_view(network, day, lang) for day in days_between(first, last))
    return {
        "days": days,
        "ways": ways(network, lang, first),
        "ongoing": rows_of(network, ongoing(network, first), lang),
    }


def listed(
    network: Network, lang: str, address: str | date, title: str, first: date, last: date, **shows: object
) -> Page:
    """A list page of the agenda; `address` is a word of addresses, or the day whose page it is."""
    given = {"previous": None, "next": None, "view": "", **stretch(network, lang, first, last), **shows}
    if isinstance(address, str):
        return frame(
            network,
            lang,
            "agenda.html",
            lambda to: to.at(to.word("agenda"), to.word(address)),
            title,
            section="agenda",
            crumbs=(crumb(network, lang, "agenda"),),
            **given,
        )
    make = Addresses.week if given["view"] == "week" else Addresses.day
    return frame(
        network,
        lang,
        "agenda.html",
        lambda to: make(to, address),
        title,
        section="agenda",
        crumbs=(crumb(network, lang, "agenda"),),
        robots="noindex",
        **given,
    )


def now_page(network: Network, lang: str) -> Page:
    """The agenda itself: from today, a fortnight."""
    say, to = network.phrases[lang], Addresses(network, lang)
    shows = stretch(network, lang, network.today, network.today + 13 * ONE)
    feeds = feeds_at(network, lang, to.home(), network.fields.name)
    after = Link(Text(month_name(network.today, lang)), to.month(network.today))
    return frame(
        network,
        lang,
        "agenda.html",
        lambda at: at.listing("agenda"),
        say("agenda.title"),
        description=say("agenda.description", network=network.fields.name),
        section="agenda",
        feeds=feeds,
        view="now",
        previous=None,
        next=after,
        **shows,
    )


def today_page(network: Network, lang: str) -> Page:
    """What is on today: its address stays, what it shows moves on with every build."""
    say = network.phrases[lang]
    return listed(network, lang, "today", say("agenda.today"), network.today, network.today, view="today")


def weekend_page(network: Network, lang: str) -> Page:
    """This weekend, from Friday evening on; on Saturday and Sunday the one that is going on."""
    first, last = weekend_of(network.today)
    return listed(network, lang, "weekend", network.phrases[lang]("agenda.weekend"), first, last, view="weekend")


def weekend_of(today: date) -> tuple[date, date]:
    """Saturday and Sunday of this week."""
    saturday = monday_of(today) + 5 * ONE
    return max(saturday, today), saturday + ONE


def day_page(network: Network, day: date, lang: str) -> Page:
    """What is on on one day."""
    to = Addresses(network, lang)
    before, after = (
        (Link(Text(short_day(other, lang)), to.day(other)) if has_page(network, other) else None)
        for other in (day - ONE, day + ONE)
    )
    return listed(network, lang, day, long_day(day, lang), day, day, view="day", previous=before, next=after)


def week_page(network: Network, monday: date, lang: str) -> Page:
    """What is on in one week, Monday to Sunday."""
    sunday = monday + 6 * ONE
    before, after = (week_link(network, other, lang) for other in (monday - 7 * ONE, monday + 7 * ONE))
    return listed(
        network, lang, monday, day_range(monday, sunday, lang), monday, sunday, view="week", previous=before, next=after
    )


def week_link(network: Network, monday: date, lang: str) -> Link | None:
    """The week that begins on a Monday, where it has a page."""
    horizon = network.fields.horizon
    first = monday_of(network.today - timedelta(days=horizon.past_days))
    last = monday_of(network.today + timedelta(days=horizon.day_pages))
    if not first <= monday <= last:
        return None
    return Link(Text(day_range(monday, monday + 6 * ONE, lang)), Addresses(network, lang).week(monday))


def month_page(network: Network, month: date, months: list[date], lang: str) -> Page:
    """One month: a grid, and the list of its days on which something begins."""
    to, last = Addresses(network, lang), (month + 32 * ONE).replace(day=1) - ONE
    before, after = (
        (Link(Text(month_name(other, lang)), to.month(other)) if other in months else None)
        for other in ((month - ONE).replace(day=1), last + ONE)
    )
    weeks = tuple(
        tuple(cell(network, monday + number * ONE, month, lang) for number in range(7))
        for monday in days_between(monday_of(month), last)
        if monday.weekday() == 0
    )
    weekdays = tuple(weekday_name(monday_of(month) + number * ONE, lang) for number in range(7))
    days = tuple(day_view(network, day, lang) for day in days_between(month, last) if day in begins_on(network))
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
        weeks=weeks,
        weekdays=weekdays,
        days=days,
        ongoing=rows_of(network, ongoing(network, month), lang),
        previous=before,
        next=after,
    )


def cell(network: Network, day: date, month: date, lang: str) -> Cell:
    """A day in a month's grid; it leads to its page, or to its place in the list below."""
    dated = begins_on(network).get(day, ())
    count = len(dated)
    inside = day.month == month.month
    url = Addresses(network, lang).day(day) if has_page(network, day) else f"#d{day.isoformat()}"
    return Cell(
        day=day.isoformat(),
        number=str(day.day),
        url=url if count and inside else "",
        count=count if inside else 0,
        lines=tuple(each.event.line for each in rows_of(network, dated[:MOST_LINES], lang)),
        label=long_day(day, lang),
        today=day == network.today,
        out=not inside,
    )
