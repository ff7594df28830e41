"""Facts as pages print them: hours, accessibility, prices, contacts, addresses, pictures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from babel.numbers import format_currency, format_decimal

from ..model.network import Network
from ..model.place import Accessibility, Address, Closure, Contact, Hours, Location, Picture
from ..model.taking_part import Price
from ..model.times import TimeRange
from .addresses import Addresses
from .dates import day_range, language_name, locale, long_day, weekday_full
from .pictures import Cut, Published, beside, published
from .views import Text, must, words

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONDAY = date(2024, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayHours:
    """The hours of one weekday; `closed` where it is declared so."""

    day: str
    name: str
    text: str
    ranges: tuple[str, ...]
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursView:
    """Opening hours: the declared days in order, and a remark."""

    days: tuple[DayHours, ...]
    note: Text | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A declared fact: its key among the phrases, whether it holds, and a number where it has one."""

    key: str
    holds: bool
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityView:
    """What is declared of accessibility: what holds first; nothing that was not declared."""

    facts: tuple[Fact, ...]
    welcomes: tuple[str, ...]
    note: Text | None
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceView:
    """What it costs."""

    mode: str
    items: tuple[tuple[Text, str], ...]
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """How to reach someone; `tel` is the number as a telephone dials it."""

    name: str
    email: str
    phone: str
    tel: str
    website: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CutView:
    """A cut of a picture: its JPEG with its measures, and the WebP files among which a browser chooses (`srcset`)."""

    url: str
    srcset: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """A picture as published, with its measures, for those who see it and those who do not.

    `colour` is its mean colour, to stand in its place until it is there. `card` and `wide` are its cuts, where it is
    the first of its file; `wide` only if it is large enough to be as wide as a page.
    """

    url: str
    srcset: str
    width: int
    height: int
    colour: str
    alt: Text
    credit: str
    licence: str
    caption: Text | None
    card: CutView | None
    wide: CutView | None


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


def pictures_view(network: Network, path: str, pictures: Iterable[Picture], lang: str) -> tuple[PictureView, ...]:
    """The pictures of a file, at the addresses where `pictures` publishes them."""
    return tuple(
        network.once(("picture", path, number, lang), picture_view, network, path, picture, number == 0, lang)
        for number, picture in enumerate(pictures)
    )


def picture_view(network: Network, path: str, picture: Picture, first: bool, lang: str) -> PictureView:
    """One picture that the file at `path` names, in a language."""
    alt, caption = words(network, picture.alt, lang), words(network, picture.caption, lang)
    made = published(network, beside(path, picture.file), picture.focus, first)
    return drawn_picture(network, made, must(alt), picture.credit, picture.licence, caption)


def drawn_picture(
    network: Network, made: Published, alt: Text, credit: str, licence: str, caption: Text | None = None
) -> PictureView:
    """A published picture with what is said of it."""
    base = Addresses(network, network.lang).base
    whole = cut_view(base, made, made.whole)
    cuts = {shape: cut_view(base, made, cut) for shape, cut in made.shapes.items()}
    return PictureView(
        url=whole.url,
        srcset=whole.srcset,
        width=whole.width,
        height=whole.height,
        colour=made.colour,
        alt=alt,
        credit=credit,
        licence=licence,
        caption=caption,
        card=cuts.get("card"),
        wide=cuts.get("wide"),
    )


def banner_of(pictures: tuple[PictureView, ...]) -> tuple[PictureView | None, tuple[PictureView, ...]]:
    """The picture that is shown as wide as the page, if the first is large enough for it, and the others."""
    return (pictures[0], pictures[1:]) if pictures and pictures[0].wide else (None, pictures)


def cut_view(base: str, made: Published, cut: Cut) -> CutView:
    """A cut at its addresses below the site's `base`."""
    width, height = cut.largest
    srcset = ", ".join(f"{base}/{made.webp(cut, each)} {each}w" for each, _ in cut.sizes)
    return CutView(url=f"{base}/{made.jpeg(cut)}", srcset=srcset, width=width, height=height)


def language_names(network: Network, codes: Iterable[str], lang: str) -> tuple[str, ...]:
    """The names of languages, those of signs too, in a language."""
    say = network.phrases[lang]
    return tuple(say(f"tongue.{code}") if say.has(f"tongue.{code}") else language_name(code, lang) for code in codes)
