"""Facts as pages print them: hours, accessibility, prices, contacts, addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from decimal import Decimal

from babel.numbers import format_currency, format_decimal
from msgspec import Struct

from ..model.network import Network
from ..model.place import Accessibility, Address, Closure, Contact, Hours, Location
from ..model.taking_part import Price
from ..model.times import TimeRange
from .dates import day_range, language_name, locale, long_day, weekday_full
from .views import Text, words

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONDAY = date(2024, 1, 1)


class DayHours(Struct, frozen=True, kw_only=True):
    """The hours of one weekday; `closed` where it is declared so."""

    day: str
    name: str
    text: str
    ranges: tuple[str, ...]
    closed: bool


class HoursView(Struct, frozen=True, kw_only=True):
    """Opening hours: the declared days in order, and a remark."""

    days: tuple[DayHours, ...]
    note: Text | None


class Fact(Struct, frozen=True):
    """A declared fact: its key among the phrases, whether it holds, and a number where it has one."""

    key: str
    holds: bool
    number: str = ""


class AccessibilityView(Struct, frozen=True, kw_only=True):
    """What is declared of accessibility: what holds first; nothing that was not declared."""

    facts: tuple[Fact, ...]
    welcomes: tuple[str, ...]
    note: Text | None
    checked: str


class PriceView(Struct, frozen=True, kw_only=True):
    """What it costs."""

    mode: str
    items: tuple[tuple[Text, str], ...]
    note: Text | None


class PlaceView(Struct, frozen=True, kw_only=True):
    """A postal address with its point, if known. `maps` are addresses that show the point: in the visitor's own
    map (RFC 5870), and on OpenStreetMap.
    """

    street: str
    postcode: str
    city: str
    note: Text | None
    lat: str
    lon: str
    approximate: bool
    maps: tuple[str, ...]


class ContactView(Struct, frozen=True, kw_only=True):
    """How to reach someone; `tel` is the number as a telephone dials it."""

    name: str
    email: str
    phone: str
    tel: str
    website: str


def hours_view(network: Network, hours: Hours | None, lang: str) -> HoursView | None:
    """Opening hours in a language, Monday first."""
    if hours is None:
        return None
    say = network.phrases[lang]
    days = []
    for number, day in enumerate(WEEK):
        ranges = getattr(hours, day)
        if ranges is not None:
            name = weekday_full(date(2024, 1, 1 + number), lang)
            told = ranges_text(ranges)
            text = ", ".join(told) or say("hours.closed")
            days.append(DayHours(day=day, name=name, text=text, ranges=told, closed=not ranges))
    return HoursView(days=tuple(days), note=words(network, hours.note, lang))


def ranges_text(ranges: Iterable[TimeRange]) -> tuple[str, ...]:
    """`09:00–13:00`, `15:00–19:00`."""
    return tuple(f"{each.opens:%H:%M}–{each.closes:%H:%M}" for each in ranges)


def closures(network: Network, closed: Iterable[Closure], lang: str) -> tuple[tuple[str, Text | None], ...]:
    """The closures that are not over, each with its days and reason."""
    coming = [each for each in closed if (each.to or each.from_) >= network.today]
    return tuple(
        (day_range(each.from_, each.to or each.from_, lang), words(network, each.reason, lang)) for each in coming
    )


def accessibility_view(network: Network, stated: Accessibility | None, lang: str) -> AccessibilityView | None:
    """Accessibility in a language; None where nothing is declared. Many events share that of their place."""
    return network.once(("accessibility", stated, lang), made_accessibility, network, stated, lang) if stated else None


def made_accessibility(network: Network, stated: Accessibility, lang: str) -> AccessibilityView | None:
    facts = [fact for each in fields(stated) if (fact := fact_of(each.name, getattr(stated, each.name)))]
    note = words(network, stated.note, lang)
    if not facts and not note and not stated.welcomes:
        return None
    checked = long_day(stated.checked, lang) if stated.checked else ""
    ordered = tuple(sorted(facts, key=lambda fact: not fact.holds))
    return AccessibilityView(facts=ordered, welcomes=stated.welcomes, note=note, checked=checked)


def fact_of(name: str, value: object) -> Fact | None:
    """A fact, if the value states one."""
    if isinstance(value, bool):
        return Fact(name, value)
    return Fact(name, value > 0, str(value)) if isinstance(value, int) else None


def price_view(network: Network, price: Price | None, lang: str) -> PriceView | None:
    """A price in a language and the network's currency."""
    if price is None:
        return None
    amounts = prices(network, (item.amount for item in price.items), lang)
    labels = [words(network, item.label, lang) for item in price.items]
    items = tuple((label, amount) for label, amount in zip(labels, amounts, strict=True) if label)
    return PriceView(mode=price.mode, items=items, note=words(network, price.note, lang))


def prices(network: Network, amounts: Iterable[Decimal], lang: str) -> tuple[str, ...]:
    """Amounts that stand in one list: `8,00 €` and `4,50 €`; without cents where none of them has any."""
    listed = tuple(amounts)
    plain = locale(lang).currency_formats["standard"].pattern
    pattern = plain.replace(".00", "") if all(each == each.to_integral_value() for each in listed) else plain
    return tuple(
        str(format_currency(each, network.fields.currency, pattern, locale=locale(lang), currency_digits=False))
        for each in listed
    )


def money(network: Network, amount: Decimal, lang: str) -> str:
    """`4,50 €`; whole amounts without cents: `8 €`, in English `€8`."""
    return prices(network, [amount], lang)[0]


def number(amount: Decimal | int | None, lang: str, unit: str = "") -> str:
    """`4,2 m`; nothing where the number is not known."""
    if amount is None:
        return ""
    told = format_decimal(amount, locale=locale(lang))
    return f"{told} {unit}" if unit else str(told)


def place_view(network: Network, address: Address, location: Location | None, lang: str) -> PlaceView:
    """An address in the network's city unless it says otherwise."""
    return PlaceView(
        street=address.street,
        postcode=address.postcode or "",
        city=address.city or network.fields.city,
        note=words(network, address.note, lang),
        lat=str(location.lat) if location else "",
        lon=str(location.lon) if location else "",
        approximate=bool(location and location.approximate),
        maps=maps_of(location) if location else (),
    )


def maps_of(location: Location) -> tuple[str, str]:
    """Where a point is shown: in the visitor's own map, and on OpenStreetMap."""
    lat, lon = location.lat, location.lon
    return f"geo:{lat},{lon}", f"https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}"


def contact_view(contact: Contact | None) -> ContactView | None:
    """Contacts, if any."""
    if contact is None:
        return None
    return ContactView(
        name=contact.name or "",
        email=contact.email or "",
        phone=contact.phone or "",
        tel=tel(contact.phone),
        website=contact.website or "",
    )


def tel(phone: str | None) -> str:
    """A number as a telephone dials it: digits, and the sign of a country's code."""
    return "".join(char for char in phone or "" if char.isdigit() or char == "+")


def language_names(network: Network, codes: Iterable[str], lang: str) -> tuple[str, ...]:
    """The names of languages, those of signs too, in a language."""
    say = network.phrases[lang]
    return tuple(say(f"tongue.{code}") if say.has(f"tongue.{code}") else language_name(code, lang) for code in codes)
