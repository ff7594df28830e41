"""Findings in plain sentences: the phrases `match.<rule>.<state>`, with values as the language writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal

from ..model.phrases import Phrases
from .findings import Finding, Fix, Money, Value, Word
from .tours import Routed


class Teller:
    """Says findings in one language. Each finding is put into words once.

    `spaces` are names of spaces by slug, `resources` those of what they lend by `space/resource`; `money` writes an
    amount in the network's currency.
    """

    def __init__(
        self,
        phrases: Phrases,
        spaces: Mapping[str, str] | None = None,
        resources: Mapping[str, str] | None = None,
        money: Callable[[Decimal], str] = str,
    ) -> None:
        self.phrases = phrases
        self.spaces = spaces or {}
        self.names = {"space": self.spaces, "resource": resources or {}}
        self.money = money
        self.mark = phrases("match.decimal_mark")
        self.said: dict[int, tuple[Finding, str]] = {}

    def sentences(self, findings: Iterable[Finding]) -> tuple[str, ...]:
        """A sentence for each finding."""
        return tuple([self.sentence(finding) for finding in findings])

    def sentence(self, finding: Finding) -> str:
        """What a rule found: by how much, what to ask, and what would mend it."""
        known = self.said.get(id(finding))
        if known is None:  # the finding is kept with its sentence, so that its id stays its own
            known = self.said[id(finding)] = (finding, self.told(finding))
        return known[1]

    def told(self, finding: Finding) -> str:
        """A sentence, put into words anew."""
        name = self.name(finding)
        if finding.state == "yes":
            return self.phrases("match.fits", name=name)
        values = {key: self.value(value, key) for key, value in finding.values}
        said = self.phrases(f"match.{finding.rule}.{finding.state}", name=name, **values)
        return " ".join([said, *(self.fix(fix) for fix in finding.fixes)])

    def name(self, finding: Finding) -> str:
        """What a rule is about: `Altezza`, `Proiettore`."""
        return self.phrases(f"match.{finding.rule}.name", item=self.value(Word("thing", finding.about), "item"))

    def fix(self, fix: Fix) -> str:
        """What would mend a no. A loan without a day is free on one that nobody knows yet."""
        kind = "borrow-some-day" if fix.kind == "borrow" and "on" not in dict(fix.values) else fix.kind
        return self.phrases(f"match.fix.{kind}", **{key: self.value(value, key) for key, value in fix.values})

    def unplaced(self, space: str, reason: str) -> str:
        """Why a host is not in a tour."""
        return self.phrases(f"match.unplaced.{reason}", space=self.spaces.get(space, space))

    def honest(self, routed: Routed) -> str:
        """How good a tour is: proved the best, or how far from a bound, and whether the budget was reached."""
        kind = "proved" if routed.exact else "budget" if routed.budget_reached else "near"
        percent = self.value(Decimal(f"{routed.gap * 100:.1f}"), "percent")
        return self.phrases(f"match.routed.{kind}", percent=percent, hosts=routed.most_hosts)

    def value(self, value: Value, key: str) -> str:
        """A value as the language writes it."""
        if isinstance(value, Word):
            phrase = f"{value.vocabulary}.{value.word}"
            return self.phrases(phrase) if self.phrases.has(phrase) else value.word.replace("-", " ")
        if isinstance(value, Money):
            return self.money(value.amount)
        if isinstance(value, tuple):
            return ", ".join(self.value(each, key) for each in value)
        if isinstance(value, Decimal):
            return written(value).replace(".", self.mark)
        if isinstance(value, date):
            return self.phrases("match.day", day=value.day, month=value.month, year=value.year)
        return self.names.get(key, {}).get(str(value), str(value))


def written(number: Decimal) -> str:
    """A number without exponent: whole numbers without decimals but where two are kept for metres and money."""
    return f"{number:f}"
