"""What a rule found when it held a need against what a room has: yes, no or unknown, and what would mend a no."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from msgspec import Struct

State = Literal["yes", "no", "unknown"]
Weight = Literal["hard", "soft", "note"]
Verdict = Literal["ready", "help", "verify", "incompatible"]
VERDICTS: tuple[Verdict, ...] = ("ready", "help", "verify", "incompatible")


class Word(NamedTuple):
    """A word of a vocabulary, to be said by the phrase `<vocabulary>.<word>` where there is one."""

    vocabulary: str
    word: str


class Money(NamedTuple):
    """An amount in the network's currency."""

    amount: Decimal


Value = Decimal | int | str | date | Word | Money | tuple[Word, ...]


class Fix(Struct, frozen=True):
    """What would mend a no: its kind is the phrase `match.fix.<kind>`, which `values` fill in."""

    kind: str
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def mends(self) -> bool:
        """Whether it would; a thing that is lent to others on every possible day would not."""
        return self.kind != "busy"


class Answer(Struct, frozen=True):
    """What a rule answers: its state, the values of its sentence, and the fixes that it knows of itself."""

    state: State
    values: tuple[tuple[str, Value], ...] = ()
    fixes: tuple[Fix, ...] = ()


class Finding(Struct, frozen=True):
    """The answer of one rule on one pair. `about` is the thing asked for, where a rule is applied to several."""

    rule: str
    weight: Weight
    state: State
    about: str = ""
    values: tuple[tuple[str, Value], ...] = ()
    fixes: tuple[Fix, ...] = ()

    @property
    def identifier(self) -> str:
        """The rule's name for machines: `stage.height`, `equip.projector`."""
        return f"{self.rule}.{self.about}" if self.about else self.rule

    @property
    def fixable(self) -> bool:
        """Whether it is a no that something known would mend."""
        return self.state == "no" and any(fix.mends for fix in self.fixes)

    @property
    def verdict(self) -> Verdict:
        """The best verdict that a pair with this finding can have. A soft no never blocks; a note never counts."""
        if self.weight == "note" or self.state == "yes":
            return "ready"
        if self.state == "unknown":
            return "verify"
        if self.weight == "soft":
            return "ready"
        return "help" if self.fixable else "incompatible"


YES = Answer("yes")


def no(*fixes: Fix, **values: Value) -> Answer:
    """A need that is not met, with the values of its sentence."""
    return Answer("no", tuple(values.items()), fixes)


def unknown(**values: Value) -> Answer:
    """A need that meets a value which is not declared."""
    return Answer("unknown", tuple(values.items()))


def verdict_of(findings: list[Finding] | tuple[Finding, ...]) -> Verdict:
    """The verdict of a pair: the worst that any of its findings allows."""
    return max((finding.verdict for finding in findings), key=VERDICTS.index, default="ready")
