"""What a tour costs and who pays which part: the formula, every term of it, and parts in cents that add up.

The formulas and the figures of the tests are those of `docs/developers/circulation.md`. Amounts are in the network's
currency, as exact decimals; parts are rounded to cents by the largest remainder.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from ..model.cost import Cost

CENT = Decimal("0.01")
ZERO = Decimal(0)
Key = Literal["equal", "capacity", "ability"]


class Terms(Struct, frozen=True, kw_only=True):
    """Every term of the cost of one date with so many dates in the tour: for display, and for the sums below.

    `fee`, `per_date`, `once` and `travel` are amounts of money; `once` and `travel` are those of the whole tour.
    """

    dates: int
    fee: Decimal
    per_date: Decimal
    once: Decimal
    km: Decimal
    per_km: Decimal
    pct: Decimal | None
    cap: Decimal | None
    cap_priority: Decimal | None

    formula = "gross = fee + per_date + (once + km × per_km) / dates; host = min(gross × pct / 100, cap)"

    @property
    def travel(self) -> Decimal:
        """What the way of the whole tour costs."""
        return self.km * self.per_km

    @property
    def exact_gross(self) -> Fraction:
        """The average cost of one date, not rounded."""
        return Fraction(self.fee + self.per_date) + Fraction(self.once + self.travel) / self.dates

    @property
    def gross(self) -> Decimal:
        """The average cost of one date, in cents."""
        return cents(self.exact_gross)

    @property
    def tour(self) -> Decimal:
        """The cost of the whole tour, in cents."""
        return cents(self.exact_gross * self.dates)

    def exact_host(self, priority: bool) -> Fraction:
        """What a host pays of one date, not rounded."""
        if self.pct is None:
            return self.exact_gross
        share = self.exact_gross * Fraction(self.pct) / 100
        cap = self.cap_of(priority)
        return share if cap is None else min(share, Fraction(cap))

    def cap_of(self, priority: bool) -> Decimal | None:
        """The most that a host pays; less in priority areas, where the project says so."""
        return self.cap_priority if priority and self.cap_priority is not None else self.cap

    def host(self, priority: bool = False) -> Decimal:
        """What a host pays of one date, in cents."""
        return cents(self.exact_host(priority))

    def rest(self, priority: bool = False) -> Decimal:
        """What the funder or the network pays of one date, in cents."""
        return cents(self.exact_gross - self.exact_host(priority))

    def rest_of_tour(self, priority: bool = False) -> Decimal:
        """What the funder or the network pays of a tour whose hosts are all alike, in cents."""
        return cents((self.exact_gross - self.exact_host(priority)) * self.dates)


def cents(amount: Fraction | Decimal) -> Decimal:
    """An amount in whole cents; half a cent goes up."""
    if isinstance(amount, Decimal):
        return amount.quantize(CENT, ROUND_HALF_UP)
    return int((amount * 100 + Fraction(1, 2)) // 1) * CENT


def fee_of(cost: Cost, dates: int) -> Decimal | None:
    """The fee of one date with so many dates in the tour; None where the mode has none, or none is declared."""
    if cost.mode in ("free", "exchange"):
        return ZERO
    if cost.mode == "fixed":
        return cost.fee
    if cost.mode == "tiers":
        reached = [tier for tier in cost.fee_tiers if tier.dates <= dates]
        return max(reached, key=lambda tier: tier.dates).fee if reached else None
    return None


def terms(cost: Cost, dates: int, km: Decimal = ZERO) -> Terms | None:
    """Every term of the cost of one date, with so many dates and kilometres in the tour.

    None where nothing can be said before the box office is counted, or where no fee is declared.
    """
    fee = fee_of(cost, dates)
    if fee is None:
        return None
    paid = cost.mode not in ("free", "exchange")
    part = cost.host_contribution
    return Terms(
        dates=dates,
        fee=fee,
        per_date=(cost.per_date or ZERO) if paid else ZERO,
        once=(cost.once_per_tour or ZERO) if paid else ZERO,
        km=km,
        per_km=(cost.per_km or ZERO) if paid else ZERO,
        pct=part.pct if part else None,
        cap=part.cap if part else None,
        cap_priority=part.cap_priority_areas if part else None,
    )


def owed(
    cost: Cost, dates: int, *, priority: bool = False, box_office: Decimal = ZERO, people: int = 0, km: Decimal = ZERO
) -> Decimal | None:
    """What a host owes for its date, in cents, in every mode; None where the project does not declare enough.

    `box_office` is what the host took, `people` how many took part: they count in the modes that share them.
    """
    if cost.mode == "box-office-split":
        return None if cost.split_pct is None else cents(box_office * cost.split_pct / 100)
    if cost.mode == "minimum-or-split":
        if cost.split_pct is None or cost.minimum is None:
            return None
        return cents(max(cost.minimum, box_office * cost.split_pct / 100))
    if cost.mode == "pay-per-participant":
        return None if cost.per_person is None else cents(max(cost.minimum or ZERO, cost.per_person * people))
    found = terms(cost, dates, km)
    return found.host(priority) if found else None


def break_even(cost: Cost) -> Decimal | None:
    """The box office from which the share exceeds the guaranteed minimum, in cents."""
    if cost.mode != "minimum-or-split" or not cost.split_pct or cost.minimum is None:
        return None
    return cents(cost.minimum * 100 / cost.split_pct)


def least_share(cost: Cost, dates: int, priority: bool) -> Decimal | None:
    """What a host must have at hand for its date; the guaranteed minimum where the rest comes from the box office."""
    if cost.mode in ("minimum-or-split", "pay-per-participant"):
        return cost.minimum
    return ZERO if cost.mode == "box-office-split" else owed(cost, dates, priority=priority)


def saving(cost: Cost, dates: int, km: Decimal = ZERO, km_alone: Sequence[Decimal] = ()) -> Decimal | None:
    """What touring together saves: the gross of so many single trips less that of the tour, in cents."""
    together = terms(cost, dates, km)
    alone = [terms(cost, 1, way) for way in (km_alone or [ZERO] * dates)]
    if together is None or None in alone:
        return None
    return cents(sum((each.exact_gross for each in alone if each), Fraction(0)) - together.exact_gross * dates)


# Splitting a total


class Split(Struct, frozen=True, kw_only=True):
    """Who pays which part of a total: parts by the name of the host, and the funder's. They add up to the total."""

    key: Key
    total: Decimal
    parts: Mapping[str, Decimal]
    funder: Decimal = ZERO


def split_equally(total: Decimal, hosts: Sequence[str]) -> Split:
    """Every host pays alike."""
    return Split(key="equal", total=total, parts=shared_out(total, dict.fromkeys(hosts, 1)))


def split_by_capacity(total: Decimal, seats: Mapping[str, int]) -> Split:
    """Every host pays in proportion to its seats."""
    return Split(key="capacity", total=total, parts=shared_out(total, seats))


def split_by_ability(total: Decimal, caps: Mapping[str, Decimal | None]) -> Split:
    """Every host pays alike, but no more than its cap; the funder pays the rest."""
    equal = shared_out(total, dict.fromkeys(caps, 1))
    parts = {host: part if (cap := caps[host]) is None else min(part, cap) for host, part in equal.items()}
    return Split(key="ability", total=total, parts=parts, funder=total - sum(parts.values(), ZERO))


def shared_out(total: Decimal, weights: Mapping[str, int]) -> dict[str, Decimal]:
    """A total in cents, in proportion to whole weights; left-over cents go by largest remainder, then by name."""
    whole, weight = int(total / CENT), sum(weights.values())
    if not weight:
        return dict.fromkeys(sorted(weights), ZERO)
    parts = {name: divmod(whole * weights[name], weight) for name in sorted(weights)}
    left = whole - sum(part for part, _ in parts.values())
    first = set(sorted(parts, key=lambda name: -parts[name][1])[:left])
    return {name: (part + (name in first)) * CENT for name, (part, _) in parts.items()}
