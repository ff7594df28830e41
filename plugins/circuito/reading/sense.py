"""What declared fields must mean together: lists that are not empty, nothing twice, no end before its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..model.cost import Cost
from ..model.declaration import DeclaredField, declared_fields
from ..model.interest import InterestFields, Loan, Stretch
from ..model.needs import Staging
from ..model.network_fields import NetworkFields
from ..model.place import Closure
from ..model.project import Audience, Size
from ..model.resource import Booking
from ..model.room import Dimensions
from ..model.space_calendar import SpaceCalendar
from ..model.terms import Programme
from ..model.times import Day
from ..model.tour_terms import ProjectWindow, TourTerms
from ..model.values import LANGUAGE, SLUG
from ..problems import Problem, Source

Field = tuple[str | int, ...]

ORDERED: dict[type, tuple[str, str]] = {
    Closure: ("from", "to"),
    ProjectWindow: ("from", "to"),
    Programme: ("starts", "ends"),
    Size: ("audience_min", "audience_max"),
    TourTerms: ("min_dates", "max_dates"),
    Dimensions: ("min_height_under_beams", "height"),
    Stretch: ("from", "to"),
    Booking: ("from", "to"),
    Loan: ("from", "to"),
    InterestFields: ("created", "expires"),
}


def sense_problems(fields: Any, path: str, here: Field = ()) -> Iterator[Problem]:
    """What is wrong in declared fields although each value by itself is right."""
    declaration: Any = type(fields)
    values = {each.name: getattr(fields, each.attribute) for each in declared_fields(declaration)}
    for each in declared_fields(declaration):
        value = values[each.name]
        if value is None:
            continue
        at = (*here, each.name)
        if isinstance(value, tuple):
            yield from list_problems(each, value, path, at)
            for number, inner in enumerate(value):
                if is_declared(inner):
                    yield from sense_problems(inner, path, (*at, number))
        elif is_declared(value):
            yield from sense_problems(value, path, at)
    first, last = ORDERED.get(declaration, ("", ""))
    yield from order_problems(values.get(first), values.get(last), path, (*here, last))
    if isinstance(fields, Audience) and fields.ages:
        yield from order_problems(*fields.ages, path, (*here, "ages", 1))
    if isinstance(fields, Cost):
        yield from cost_problems(fields, path, here)
    if isinstance(fields, Staging):
        yield from staging_problems(fields, path, here)
    if isinstance(fields, SpaceCalendar) and fields.secret == (fields.url is not None):
        yield Problem("calendar-address", Source(path), {"id": fields.id}, (*here, "url" if fields.url else "id"))


def is_declared(value: Any) -> bool:
    """Whether a value is a declared thing, with fields of its own."""
    return hasattr(value, "__pydantic_config__")


def list_problems(each: DeclaredField, value: tuple[Any, ...], path: str, at: Field) -> Iterator[Problem]:
    """A list that says nothing where something is needed, or the same thing twice."""
    if not value:
        if each.required:
            yield Problem("list-empty", Source(path), {"field": each.name}, at)
        return
    names = any(note in (SLUG, LANGUAGE, Day()) for note in each.notes)
    seen: set[Any] = set()
    for number, inner in enumerate(value):
        known = getattr(inner, "id", None) or (inner if names and not is_declared(inner) else None)
        if known is not None and known in seen:
            place = (*at, number, "id") if hasattr(inner, "id") else (*at, number)
            yield Problem("value-repeated", Source(path), {"value": str(known), "field": each.name}, place)
        seen.add(known)


def order_problems(first: Any, last: Any, path: str, at: Field) -> Iterator[Problem]:
    """A last value that lies before the first."""
    if first is not None and last is not None and last < first:
        yield Problem("order-reversed", Source(path), {"first": str(first), "last": str(last)}, at)


NEEDED_BY_MODE: dict[str, tuple[str, ...]] = {
    "fixed": ("fee",),
    "tiers": ("fee_tiers",),
    "box-office-split": ("split_pct",),
    "minimum-or-split": ("minimum", "split_pct"),
    "pay-per-participant": ("per_person",),
}


def cost_problems(cost: Cost, path: str, here: Field) -> Iterator[Problem]:
    """A cost that lacks what its mode needs, or whose fee rises with the dates."""
    for name in NEEDED_BY_MODE.get(cost.mode, ()):
        if getattr(cost, name) in (None, ()):
            yield Problem("cost-lacks", Source(path), {"mode": cost.mode, "field": name}, (*here, "mode"))
    tiers = sorted(enumerate(cost.fee_tiers), key=lambda each: each[1].dates)
    if tiers and tiers[0][1].dates > 1:
        yield Problem("tiers-without-first", Source(path), {"dates": tiers[0][1].dates}, (*here, "fee_tiers"))
    for (_, before), (number, tier) in zip(tiers, tiers[1:], strict=False):
        at = (*here, "fee_tiers", number)
        if tier.dates == before.dates:
            yield Problem("tier-repeated", Source(path), {"dates": tier.dates}, (*at, "dates"))
        elif tier.fee > before.fee:
            rise: dict[str, str | int] = {"dates": tier.dates, "fee": str(tier.fee), "before": str(before.fee)}
            yield Problem("tiers-rise", Source(path), rise, (*at, "fee"))


def staging_problems(staging: Staging, path: str, here: Field) -> Iterator[Problem]:
    """A least measure that exceeds the ideal one."""
    for name in ("width", "depth", "height") if staging.min and staging.ideal else ():
        least, ideal = getattr(staging.min, name), getattr(staging.ideal, name)
        if least is not None and ideal is not None and ideal < least:
            said = {"least": str(least), "ideal": str(ideal)}
            yield Problem("least-above-ideal", Source(path), said, (*here, "ideal", name))


def network_problems(fields: NetworkFields, path: str) -> Iterator[Problem]:
    """What is wrong in the network's own file: languages that nobody knows, words that cannot stand in addresses."""
    from babel.core import Locale, UnknownLocaleError

    for number, lang in enumerate(fields.languages):
        try:
            Locale.parse(lang, sep="-")
        except (UnknownLocaleError, ValueError):
            yield Problem("language-unknown", Source(path), {"value": lang}, ("languages", number))
    for lang, words in (fields.addresses or {}).items():
        for key, word in words.items():
            if not re.fullmatch(SLUG.shape, word):
                values = {"value": word[:80], "field": f"addresses.{lang}.{key}"}
                yield Problem(SLUG.code, Source(path), values, ("addresses", lang, key))
