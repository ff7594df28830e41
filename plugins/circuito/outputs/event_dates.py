"""When an event is: the date that leads its page, and all others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ..model.event import EventFields
from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.things import Event
from ..model.times import Moment
from .addresses import Addresses
from .agenda import has_page
from .dates import day_range, long_day, month_name, weekday_name
from .in_words import text_of
from .views import Text, doors_at, status_of, times, words

DATES_SHOWN = 12
OFF = ("cancelled", "postponed")


class WhenView(Struct, frozen=True, kw_only=True):
    """The date that an event's page leads with: the next one, else the last. `off` where it does not hold."""

    day: str
    day_url: str
    text: str
    time: str
    starts: str
    ends: str
    doors: str
    told: tuple[Text, ...]
    over: bool
    off: bool


class DateView(Struct, frozen=True, kw_only=True):
    """One date of an event. `time` is set only where the event's dates differ in it; `title`, `text` and `online`, an
    address on the net, only where the date has its own.
    """

    day: str
    weekday: str
    number: str
    time: str
    status: str
    note: Text | None
    title: Text | None = None
    text: Text | None = None
    online: str = ""


class MonthView(Struct, frozen=True, kw_only=True):
    """The dates of an event in one month."""

    name: str
    dates: tuple[DateView, ...]


class DatesView(Struct, frozen=True, kw_only=True):
    """All dates of an event that recurs: the next months, the later ones, those that are over. `time` is that of all
    dates, empty where they differ; `later_count` and `past_count` are numbers of dates.
    """

    time: str
    next: tuple[MonthView, ...]
    later: tuple[MonthView, ...]
    later_count: int
    past: tuple[MonthView, ...]
    past_count: int


def when_view(network: Network, event: Event, lead: Occurrence, lang: str) -> WhenView:
    """The date that leads the page."""
    first, last, doors = lead.first_day, lead.last_day, doors_at(event, lead)
    return WhenView(
        day=first.isoformat(),
        day_url=Addresses(network, lang).day(first) if has_page(network, first) else "",
        text=day_range(first, last, lang) if lead.several_days else long_day(first, lang),
        time=times(lead, lang),
        starts=first.isoformat() if lead.all_day else lead.starts.isoformat(timespec="minutes"),
        ends=(last.isoformat() if lead.all_day else lead.ends.isoformat(timespec="minutes")) if lead.ends else "",
        doors=f"{doors:%H:%M}" if doors else "",
        told=tuple(each for each in own_words(network, lead, lang) if each),
        over=last < network.today,
        off=status_of(event, lead) in OFF,
    )


def before(fields: EventFields, lead: Occurrence | None, lang: str) -> str:
    """The date before the event, or its leading date, was moved."""
    former = Moment(lead.foreseen, fields.starts.clock) if lead and lead.moved else fields.previously
    if former is None:
        return ""
    return long_day(former.day, lang) + (f", {former.clock:%H:%M}" if former.clock else "")


def dates_view(network: Network, event: Event, lang: str) -> DatesView:
    """All dates of an event within the horizon, month by month; the first dozen or so lie open."""
    alike = len({hours_of(each) for each in event.occurrences}) == 1
    past: list[Occurrence] = []
    ahead: list[Occurrence] = []
    for each in event.occurrences:
        (ahead if each.last_day >= network.today else past).append(each)
    months = months_of(network, event, ahead, alike, lang)
    shown = next((n for n in range(len(months)) if sum(len(m.dates) for m in months[:n]) >= DATES_SHOWN), len(months))
    return DatesView(
        time=times(event.occurrences[0], lang) if alike else "",
        next=months[:shown],
        later=months[shown:],
        later_count=sum(len(month.dates) for month in months[shown:]),
        past=months_of(network, event, past, alike, lang),
        past_count=len(past),
    )


def hours_of(each: Occurrence) -> tuple[object, ...]:
    """When in the day a date begins, and how long it lasts."""
    return each.all_day, each.starts.hour, each.starts.minute, each.ends and each.ends.time()


def months_of(
    network: Network, event: Event, dated: Iterable[Occurrence], alike: bool, lang: str
) -> tuple[MonthView, ...]:
    """Dates by month. A day of which nothing is said stands on many pages, and is made once."""
    plain: dict[date, DateView] = network.once(("dates", lang), dict)
    views: dict[tuple[int, int], list[DateView]] = {}
    for each in dated:
        day = each.starts.date()
        view = plain.get(day) or plain.setdefault(day, plain_date(day, lang))
        if each.change or not alike:
            view = told_date(network, event, each, view, alike, lang)
        views.setdefault((day.year, day.month), []).append(view)
    return tuple(MonthView(name=month_name(date(*month, 1), lang), dates=tuple(own)) for month, own in views.items())


def told_date(network: Network, event: Event, each: Occurrence, plain: DateView, alike: bool, lang: str) -> DateView:
    """A date with its time, status, remark and words, where they are not those of the event."""
    status, change = status_of(event, each), each.change
    title, text = own_words(network, each, lang)
    return replace(
        plain,
        time="" if alike else times(each, lang),
        status=status if status != event.fields.status else "scheduled",
        note=words(network, change.note, lang) if change else None,
        title=title,
        text=text,
        online=(change.online.url or "") if change and change.online else "",
    )


def own_words(network: Network, dated: Occurrence, lang: str) -> tuple[Text | None, Text | None]:
    """The title that a date has of its own, and what happens on it."""
    title = words(network, dated.change.title, lang) if dated.change else None
    return title, text_of(network, dated, lang)


def plain_date(day: date, lang: str) -> DateView:
    """A day of which nothing is said."""
    weekday = weekday_name(day, lang)
    return DateView(day=day.isoformat(), weekday=weekday, number=str(day.day), time="", status="scheduled", note=None)
