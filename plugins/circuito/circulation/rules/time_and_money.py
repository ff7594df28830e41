"""Rules of time and money: free days, distance between dates, places left, the host's share."""

from __future__ import annotations

from decimal import Decimal

from ...model.place import Location
from ..distances import kilometres
from ..findings import YES, Answer, Fix, Money, no
from ..needs import Exclusive, Places, Shares, Window
from ..offers import Purse
from ..season import Days, FreeTime
from .rule import nothing, rule, two_places


@rule("window", need="window", have="free", asks=nothing)
def window(need: Window, free: FreeTime) -> Answer:
    """A day on which the project can be asked for and the room is free for long enough, notice kept on both sides."""
    return YES if need.days & free.days(need.minutes) else no(minutes=need.minutes, longest=free.longest(need.days))


@rule("radius", need="exclusive", have="location", asks=nothing)
def radius(need: Exclusive, have: Location) -> Answer:
    """A day that is far enough, in space or in time, from the dates already settled."""
    left = need.window & ~too_near(need, have)
    return YES if left or not need.window else no(km=need.km, days=need.days)


def too_near(need: Exclusive, place: Location) -> Days:
    """The days that a settled date nearby forbids."""
    taken = 0
    for stop in need.stops:
        if stop.location and kilometres(stop.location, place) < need.km:
            taken |= around(need, stop.on.toordinal() - need.season.first.toordinal())
    return taken


def around(need: Exclusive, number: int) -> Days:
    """The days that lie less than the exclusive days from the day of a number."""
    low, high = max(number - need.days + 1, 0), min(number + need.days, need.season.length)
    return ((1 << high) - 1) >> low << low if high > low else 0


@rule("tour.full", need="places", have="space")
def tour_full(need: Places, _: str) -> Answer:
    """A date left in the tour."""
    return YES if need.taken < need.most else no(most=need.most)


@rule("share", need="shares", have="purse", weight="soft", asks=lambda need: {"need": money(need.usual)})
def share(need: Shares, purse: Purse) -> Answer:
    """The host's share within what the space pays for a date."""
    owes = need.priority if purse.priority else need.usual
    if purse.amount >= owes:
        return YES
    prices = ((dates, b if purse.priority else a) for dates, a, b in need.by_dates)
    joined = next((dates for dates, price in prices if price <= purse.amount), None)
    short = money(owes - purse.amount)
    fixes = [Fix("guarantee", (("amount", short),))]
    fixes += [Fix("more-hosts", (("dates", joined),))] if joined else []
    return no(*fixes, need=money(owes), have=money(purse.amount), short=short)


@rule("budget_year", need="shares", have="purse_of_year", weight="soft", asks=nothing)
def budget_year(need: Shares, purse: Purse) -> Answer:
    """The host's share within what is left of the year's money."""
    owes = need.priority if purse.priority else need.usual
    return YES if purse.amount >= owes else no(need=money(owes), have=money(max(purse.amount, Decimal(0))))


def money(amount: Decimal) -> Money:
    """An amount with its cents."""
    return Money(two_places(amount))


TIME_AND_MONEY = (window, radius, tour_full, share, budget_year)
