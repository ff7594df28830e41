"""What a rule is: a need of the project, what the room has to meet it, and one small function between them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct

from ..findings import YES, Answer, Finding, Fix, Value, Weight, Word, no, unknown
from ..lending import Lendable, Lent
from ..needs import Needs
from ..offers import Offer

Judge = Callable[[Any, Any], Answer]
Suits = Callable[[Any, Lendable], bool]
TWO_PLACES = Decimal("0.01")


def suits_any(_need: Any, _lendable: Lendable) -> bool:
    """Any thing of its name meets the need."""
    return True


class Rule(Struct, frozen=True, eq=False):
    """One rule of matching. Where its need is not stated it is silent; where the room says nothing it is unknown.

    `need` and `have` name what it looks at in `Needs` and `Offer`. `judge` gets both, once both are known. `asks` gives
    the values of its question. `lent` is the thing that can be borrowed to meet the need, `suits` says which one does.
    The sentences are the phrases `match.<id>.name`, `.no` and `.unknown`.
    """

    id: str
    weight: Weight
    need: str
    have: str
    judge: Judge
    asks: Callable[[Any], Mapping[str, Value]]
    lent: str = ""
    suits: Suits = suits_any

    def findings(self, needs: Needs, offer: Offer, lent: Lent) -> tuple[Finding, ...]:
        """What the rule finds, yes included; nothing where the project asks for nothing of the kind."""
        return tuple(self.found(need, offer, lent) for need in self.needs(needs))

    def needs(self, needs: Needs) -> tuple[Hashable, ...]:
        """The needs to be judged one by one: none, one, or one for each thing asked for."""
        need = getattr(needs, self.need)
        if self.need == "items":
            return tuple(need)
        return () if need is None else (need,)

    def found(self, need: Any, offer: Offer, lent: Lent) -> Finding:
        """What the rule finds of one need."""
        have = getattr(offer, self.have)
        answer = self.judge(need, have) if have is not None else unknown(**self.asks(need))
        about = need if self.need == "items" else ""
        fixes = answer.fixes
        if answer.state == "no":
            suitable = [each for each in lent.get(self.lent or about, ()) if self.suits(need, each)]
            fixes = (*borrowed(Word("thing", self.lent or about), suitable, offer.space), *fixes)
        return Finding(self.id, self.weight, answer.state, about, answer.values, fixes)


def rule(
    id: str,
    *,
    need: str,
    have: str = "",
    weight: Weight = "hard",
    asks: Callable[[Any], Mapping[str, Value]] = lambda need: {"need": need},
    lent: str = "",
    suits: Suits = suits_any,
) -> Callable[[Judge], Rule]:
    """Make a function of a need and what the room has into a rule; `have` is called as `need` is, unless given."""

    def made(judge: Judge) -> Rule:
        return Rule(id, weight, need, have or need, judge, asks, lent, suits)

    return made


def borrowed(item: Word, suitable: Iterable[Lendable], host: str) -> tuple[Fix, ...]:
    """The loans that would mend a no, the host's own first."""
    ordered = sorted(suitable, key=lambda each: (each.space != host, each.space, each.resource))
    return tuple(
        Fix("borrow", (("item", item), ("space", each.space), ("resource", f"{each.space}/{each.resource}")))
        for each in ordered
    )


def nothing(_: Any) -> Mapping[str, Value]:
    """A question without values."""
    return {}


def in_metres(need: Decimal) -> Mapping[str, Value]:
    """A question with a measure."""
    return {"need": two_places(need)}


def two_places(number: Decimal) -> Decimal:
    """A number with two decimals at least, as metres and money are written; never rounded."""
    exponent = number.as_tuple().exponent
    return number.quantize(TWO_PLACES) if isinstance(exponent, int) and exponent >= -2 else number


def at_least(need: Decimal | int, have: Decimal | int) -> Answer:
    """Yes where there is as much as is needed, equality included; else a no that says by how much."""
    return YES if have >= need else no(need=need, have=have, short=need - have)


def metres_at_least(need: Decimal, have: Decimal) -> Answer:
    """As `at_least`, told in metres."""
    return YES if have >= need else no(need=two_places(need), have=two_places(have), short=two_places(need - have))


def at_most(need: int, have: int) -> Answer:
    """Yes where there is no more than can be borne; else a no that says by how much."""
    return YES if have <= need else no(need=need, have=have, over=have - need)
