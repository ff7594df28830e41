"""What all pairs together teach: which change opens most rooms, which purchase most projects, what to ask first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from .findings import Finding, Value
from .lending import Lent
from .matching import NOBODY, Candidate, Match, matches
from .needs import Crowd, Needs
from .offers import Offer
from .rules import RULES

LESS = "incompatible"


class Change(Struct, frozen=True, kw_only=True):
    """A change to one need of a project, and the rooms that it opens: space and room, in order.

    `to` is the new value of the need; None where the need is dropped.
    """

    rule: str
    about: str
    need: Value | None
    to: Value | None
    opens: tuple[tuple[str, str], ...]


class Purchase(Struct, frozen=True, kw_only=True):
    """A thing to get, and the pairs that would leave `incompatible` with it: project and space."""

    rule: str
    about: str
    opens: tuple[tuple[str, str], ...]

    @property
    def projects(self) -> tuple[str, ...]:
        """The projects that it opens."""
        return tuple(sorted({project for project, _ in self.opens}))


def blocking(match: Match) -> tuple[Finding, ...]:
    """What alone keeps the usual form of a project out of a room: hard noes that nothing known mends."""
    return tuple(finding for finding in match.judgements[0].findings if finding.verdict == LESS)


def most_blocking(found: Iterable[Match]) -> list[tuple[str, int]]:
    """The rules that keep pairs apart, by how many pairs, the most frequent first."""
    counts = Counter(finding.identifier for match in found for finding in blocking(match))
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def most_asked(found: Iterable[Match]) -> list[tuple[str, int]]:
    """The questions that keep pairs from a clear answer, by how many pairs they would help; the most useful first.

    Only pairs that are to be verified count: where a pair is incompatible, asking more is useless.
    """
    asked = (match.best for match in found if match.verdict == "verify")
    counts = Counter(finding.identifier for best in asked for finding in best.findings if finding.verdict == "verify")
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


# A change to the project

NEEDS: Mapping[str, str] = {rule.id: rule.need for rule in RULES}
SETTLED = frozenset({"hosting", "exclude", "entertainment", "tour.full", "radius"})
MEASURED = frozenset(
    {
        "stage.width", "stage.depth", "stage.height", "power.kw", "door.w", "door.h", "getin", "hang_points", "steps",
        "capacity.min",
    }
)  # fmt: skip


def smallest_changes(candidate: Candidate, offers: Sequence[Offer], lent: Lent = NOBODY) -> list[Change]:
    """The changes of one need that open rooms, the one that opens most first; among equals the smallest.

    A room counts where that need alone keeps the project out, in every form. Every value that some room has is tried:
    between them nothing changes. A change is tried on every form that states the need.
    """
    shut = [match for match in matches([candidate], offers, lent=lent) if match.verdict == LESS]
    rooms = {(offer.space, offer.room): offer for offer in offers}
    found = []
    for change, changed, places in changes(candidate, shut):
        after = matches([changed], [rooms[place] for place in places], lent=lent)
        opens = tuple(sorted((match.space, match.room) for match in after if match.verdict != LESS))
        if opens:
            found.append(replace(change, opens=opens))
    return sorted(found, key=lambda each: (-len(each.opens), size_of(each), each.rule, each.about, str(each.to)))


def size_of(change: Change) -> Decimal:
    """How large a change is: the part of the need that is given up, from 0 to 1."""
    if isinstance(change.need, Decimal | int) and isinstance(change.to, Decimal | int) and change.need:
        return min(abs(Decimal(change.need) - Decimal(change.to)) / Decimal(change.need), Decimal(1))
    return Decimal(1)


def changes(candidate: Candidate, shut: Iterable[Match]) -> Iterator[tuple[Change, Candidate, list[tuple[str, str]]]]:
    """Every change worth trying, with the project changed so, and the rooms that are shut for that need alone."""
    usual = candidate.forms[0]
    alone: dict[tuple[str, str], dict[tuple[str, str], Finding]] = {}
    for match in shut:
        for judgement in match.judgements:
            for finding in only_blocking(judgement.findings):
                if finding.rule not in SETTLED:
                    alone.setdefault((finding.rule, finding.about), {})[match.space, match.room] = finding
    for (rule, about), findings in alone.items():
        tried = dict.fromkeys(dict(each.values).get("have") if rule in MEASURED else None for each in findings.values())
        for to in tried:
            finding = next(iter(findings.values()))
            change = Change(rule=rule, about=about, need=need_of(usual, finding), to=to, opens=())
            yield change, with_forms(candidate, partial(eased, finding=finding, to=to)), list(findings)


def only_blocking(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The finding that alone blocks, if it is one."""
    hard = tuple(finding for finding in findings if finding.verdict == LESS)
    return hard if len(hard) == 1 else ()


def need_of(needs: Needs, finding: Finding) -> Value | None:
    """A need as a number, to tell how large a change is; None where it is no measure."""
    need = getattr(needs, NEEDS[finding.rule]) if finding.rule in MEASURED else None
    return need.people if isinstance(need, Crowd) else need


def with_forms(candidate: Candidate, ease: Callable[[Needs], Needs]) -> Candidate:
    """A project with every form changed."""
    return replace(candidate, forms=tuple(ease(form) for form in candidate.forms))


def eased(form: Needs, finding: Finding, to: Any) -> Needs:
    """A form whose need is eased to what a room has, if it asks for more; or dropped, where it is no measure."""
    if finding.rule == "equip":
        return replace(form, items=tuple(item for item in form.items if item != finding.about))
    name = NEEDS[finding.rule]
    need: Any = getattr(form, name)
    eased_to: Any = None
    if isinstance(need, Crowd) and to is not None:
        eased_to = replace(need, people=min(need.people, to))
    elif need is not None and to is not None:
        eased_to = max(need, to) if name == "steps" else min(need, to)
    return replace(form, **{name: eased_to})


# A purchase of a space or of the network

BUYABLE: Mapping[str, Mapping[str, Any]] = {
    "blackout": {"blackout": "full"},
    "floor": {"floor": "dance"},
    "step_free_stage": {"stage_without_steps": True},
    "internet": {"wifi": 1000},
    "hang_points": {"hang_points": 500},
}


def best_purchases(found: Iterable[Match]) -> list[Purchase]:
    """What to buy for rooms, the purchase that opens most pairs first: for the rooms of one space, or of the network.

    A pair counts if it is incompatible now and would not be with that thing. Measures of the building are not bought.
    """
    shut = [match for match in found if match.verdict == LESS]
    opened: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for match in shut:
        for judgement in match.judgements:
            for finding in only_blocking(judgement.findings):
                if finding.rule in BUYABLE or finding.rule == "equip":
                    opened.setdefault((finding.rule, finding.about), set()).add((match.project, match.space))
    bought = [Purchase(rule=rule, about=about, opens=tuple(sorted(pairs))) for (rule, about), pairs in opened.items()]
    return sorted(bought, key=lambda each: (-len(each.projects), -len(each.opens), each.rule, each.about))
