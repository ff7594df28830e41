"""What is on, by day: the occurrences of events in order of time, and days as lists show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from operator import itemgetter
from typing import Any

from msgspec import Struct

from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.things import Event
from . import LaterView, digest
from .addresses import Addresses
from .dates import long_day, monday_of, month_alone, weekday_full
from .keys import event_key
from .views import Row, row

Dated = tuple[Event, Occurrence]
ONE = timedelta(days=1)


class Day(Struct, frozen=True, kw_only=True):
    """One day of a list: what begins on it. `url` is its page, empty where it has none.

    `name` says it whole, `weekday`, `number` and `month` in parts.
    """

    day: str
    name: str
    weekday: str
    number: str
    month: str
    url: str
    rows: Rows
    today: bool


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


class Rows(LaterView, Sequence[Row]):
    """The rows of some occurrences in a language, made when they are printed; `addresses` are those of the events.

    An event's key and the day that was foreseen say which occurrence it is, and all that its row says.
    """

    def __init__(self, network: Network, dated: Iterable[Dated], lang: str) -> None:
        told = tuple(dated)
        key = digest("rows 1", lang, [(event_key(network, event), each.foreseen) for event, each in told])
        super().__init__(key, made_rows, (network, told, lang))
        to = Addresses(network, lang)
        self.addresses = tuple(to.event(event) for event, _ in told)

    def __len__(self) -> int:
        return len(self.addresses)

    def __getitem__(self, number: Any) -> Any:
        return self.made[number]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.made)


def made_rows(network: Network, dated: Iterable[Dated], lang: str) -> tuple[Row, ...]:
    """A row for each occurrence."""
    return tuple(row(network, event, occurrence, lang) for event, occurrence in dated)


def ongoing(network: Network, first: date) -> tuple[Dated, ...]:
    """What began before a day and still goes on then."""
    return tuple(sorted((one for one in long_ones(network) if one[1].first_day < first <= one[1].last_day), key=order))


def long_ones(network: Network) -> list[Dated]:
    """Everything that lasts longer than a night."""
    return network.once("long", of_several_days, network.events)


def of_several_days(events: Iterable[Event]) -> list[Dated]:
    """The occurrences that last longer than a night."""
    return [(event, each) for event in events for each in event.occurrences if each.several_days]


def has_page(network: Network, day: date) -> bool:
    """Whether a day has a page of its own."""
    horizon = network.fields.horizon
    return -horizon.past_days <= (day - network.today).days <= horizon.day_pages


def day_view(network: Network, day: date, lang: str) -> Day:
    """A day with all that begins on it."""
    return network.once(("day", day, lang), made_day, network, day, begins_on(network).get(day, ()), lang)


def made_day(network: Network, day: date, dated: Iterable[Dated], lang: str) -> Day:
    """A day with some of what begins on it."""
    return Day(
        day=day.isoformat(),
        name=long_day(day, lang),
        weekday=weekday_full(day, lang),
        number=str(day.day),
        month=month_alone(day, lang),
        url=Addresses(network, lang).day(day) if has_page(network, day) else "",
        rows=Rows(network, dated, lang),
        today=day == network.today,
    )


def weekend_of(today: date) -> tuple[date, date]:
    """What is left of Saturday and Sunday of this week."""
    saturday = monday_of(today) + 5 * ONE
    return max(saturday, today), saturday + ONE


def months_of(network: Network) -> list[date]:
    """The first days of all months since the network began, up to the last thing that is on, without a gap."""
    return network.once("months", made_months, network)


def made_months(network: Network) -> list[date]:
    going = (min(occurrence.last_day, network.window[1]) for _, occurrence in long_ones(network))
    days = [network.fields.since, network.window[0], network.today, *begins_on(network), *going]
    first, last = min(days).replace(day=1), max(days).replace(day=1)
    found = [first]
    while found[-1] < last:
        found.append((found[-1] + 32 * ONE).replace(day=1))
    return found


def has_month(network: Network, day: date) -> bool:
    """Whether the month in which a day lies has a page."""
    return day.replace(day=1) in months_of(network)
