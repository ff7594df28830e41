"""Every project held against every room: by named rules, with reasons, and what would mend each no.

Of each form of a project a pair is judged apart; the pair's verdict is that of the best form, the usual one first.
A rule is asked once for each need that differs, and its answers are laid out over all rooms: that is why 400 projects
and 120 rooms take no second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ..model.project import ProjectFields
from ..model.things import Project
from .findings import VERDICTS, Finding, Fix, Verdict, verdict_of
from .fit import Wish, offered_by, score, shown_in
from .lending import Lendable, Lent
from .needs import Needs, Stop, forms_of
from .offers import Offer
from .rules import RULES
from .rules.time_and_money import too_near
from .season import Days, Season

NOBODY: Lent = {}
FIRST_DAYS = 5
Forms = Callable[[ProjectFields, Season, tuple[Stop, ...]], tuple[Needs, ...]]


class Candidate(Struct, frozen=True, kw_only=True):
    """A project as it is matched: its forms, the usual one first, and what it brings that spaces may wish for."""

    project: str
    forms: tuple[Needs, ...]
    brings: frozenset[Wish] = frozenset()


class Judgement(Struct, frozen=True):
    """One form of a project held against one room: the verdict, and every finding that is not a yes."""

    form: str
    verdict: Verdict
    findings: tuple[Finding, ...]


class Match(Struct, frozen=True):
    """A project and a room: the verdict of the best form, the score within it, and the judgement of every form."""

    project: str
    space: str
    room: str
    verdict: Verdict
    score: int
    best: Judgement
    judgements: tuple[Judgement, ...]


def candidate(
    project: Project, season: Season, spaces: Iterable[str], stops: tuple[Stop, ...] = (), forms: Forms = forms_of
) -> Candidate:
    """A project as it is matched, given its settled dates; `spaces` are the names of all spaces.

    `forms` says in which forms it is seen: `forms_of`, or without money.
    """
    been = (*shown_in(project.fields), *(stop.space for stop in stops))
    return Candidate(
        project=project.slug,
        forms=forms(project.fields, season, stops),
        brings=offered_by(project.fields, been, spaces),
    )


def judged(needs: Needs, offer: Offer, lent: Lent = NOBODY) -> tuple[Finding, ...]:
    """Every finding of one form and one room in the order of the rules, yes included."""
    found = tuple(finding for rule in RULES for finding in rule.findings(needs, offer, lent))
    return with_days_of_loans(found, common_days(needs, offer), by_name(lent))


def matches(
    candidates: Sequence[Candidate],
    offers: Sequence[Offer],
    wishes: Mapping[str, frozenset[Wish]] | None = None,
    lent: Lent = NOBODY,
) -> list[Match]:
    """Every project with every room, in the order of both.

    `wishes` are what spaces wish for, by name. `lent` is what can be borrowed, by the thing that it brings to a room
    (`blackout`, `projector`, `ramp`, `battery`, `router`, or whatever a project asks for).
    """
    return Rows(offers, lent).matches(candidates, wishes or {})


class Rows:
    """The answers of rules over all rooms, each row made once for a need."""

    def __init__(self, offers: Sequence[Offer], lent: Lent) -> None:
        self.offers = offers
        self.lent = lent
        self.lendable = by_name(lent)
        self.rows: dict[tuple[int, Any], list[tuple[int, Finding]]] = {}
        self.same: dict[Finding, Finding] = {}

    def matches(self, candidates: Iterable[Candidate], wishes: Mapping[str, frozenset[Wish]]) -> list[Match]:
        """Some projects held against every room, in the order of both."""
        found: list[Match] = []
        for each in candidates:
            by_form = [self.judgements(needs) for needs in each.forms]
            scores = scores_of(each.brings, wishes)
            for number, offer in enumerate(self.offers):
                judgements = tuple(column[number] for column in by_form)
                best = min(judgements, key=rank) if len(judgements) > 1 else judgements[0]
                score = scores.get(offer.space, 0)
                found.append(Match(each.project, offer.space, offer.room, best.verdict, score, best, judgements))
        return found

    def judgements(self, needs: Needs) -> list[Judgement]:
        """One form held against every room."""
        found: list[list[Finding]] = [[] for _ in self.offers]
        for number in range(len(RULES)):
            for need in RULES[number].needs(needs):
                row = self.rows.get((number, need))
                for room, finding in self.row(number, need) if row is None else row:
                    found[room].append(finding)
        told = [tuple(findings) for findings in found]
        if self.lendable:
            told = [self.dated(findings, needs, offer) for findings, offer in zip(told, self.offers, strict=True)]
        return [Judgement(needs.form, quick_verdict(findings), findings) for findings in told]

    def dated(self, findings: tuple[Finding, ...], needs: Needs, offer: Offer) -> tuple[Finding, ...]:
        """Findings with the days of loans; equal findings are one object."""
        if not any(borrows(finding) for finding in findings):
            return findings
        told = with_days_of_loans(findings, common_days(needs, offer), self.lendable)
        return tuple([self.same.setdefault(finding, finding) for finding in told])

    def row(self, number: int, need: Any) -> list[tuple[int, Finding]]:
        """What one rule finds of one need in every room, but for yes; equal findings are one object."""
        found = []
        for room, offer in enumerate(self.offers):
            finding = RULES[number].found(need, offer, self.lent)
            if finding.state != "yes":
                found.append((room, self.same.setdefault(finding, finding)))
        self.rows[number, need] = found
        return found


def quick_verdict(findings: tuple[Finding, ...]) -> Verdict:
    """`verdict_of`, asked 100,000 times."""
    return verdict_of(findings) if findings else "ready"


def rank(judgement: Judgement) -> int:
    """The place of a judgement's verdict, the best first."""
    return VERDICTS.index(judgement.verdict)


def scores_of(brings: frozenset[Wish], wishes: Mapping[str, frozenset[Wish]]) -> dict[str, int]:
    """The score of a project in every space."""
    return {space: score(brings, wished) for space, wished in wishes.items()}


# Asking the matches


def in_order(found: Iterable[Match]) -> list[Match]:
    """Matches, the best first: verdict, score, then the names of space and room. No two places are equal."""
    return sorted(
        found, key=lambda each: (VERDICTS.index(each.verdict), -each.score, each.space, each.room, each.project)
    )


def best_rooms(found: Iterable[Match]) -> list[Match]:
    """The best room of each space for each project, in order: what the space as a whole can say."""
    best: dict[tuple[str, str], Match] = {}
    for match in in_order(found):
        best.setdefault((match.project, match.space), match)
    return list(best.values())


def mended_by_variants(match: Match, finding: Finding) -> tuple[Fix, ...]:
    """The variants in which a no of the usual form is none."""
    return tuple(
        Fix("variant", (("variant", judgement.form),))
        for judgement in match.judgements[1:]
        if all(each.identifier != finding.identifier for each in judgement.findings)
    )


def questions(match: Match) -> tuple[Finding, ...]:
    """What has to be asked before more can be said."""
    return tuple(finding for finding in match.best.findings if finding.state == "unknown")


def possible_days(
    needs: Needs,
    offer: Offer,
    season: Season,
    findings: Iterable[Finding] = (),
    lent: Lent = NOBODY,
    most: int = FIRST_DAYS,
) -> tuple[date, ...]:
    """The first days on which a form can be shown in a room, and what its findings borrow is free.

    None where project or room says nothing of its days.
    """
    days = common_days(needs, offer)
    if days is None:
        return ()
    lendable = by_name(lent)
    for finding in findings:
        days &= open_days(loans(finding, lendable)) if borrows(finding) and finding.fixable else -1
    return tuple(islice(season.days(days), most))


def common_days(needs: Needs, offer: Offer) -> Days | None:
    """The days on which project and room are free; None where either says nothing of its days."""
    if needs.window is None or offer.free is None:
        return None
    days = needs.window.days & offer.free.days(needs.window.minutes)
    return days & ~too_near(needs.exclusive, offer.location) if needs.exclusive and offer.location else days


# Loans: what would mend a no is told only if it is free on a day on which project and room are


def by_name(lent: Lent) -> dict[str, Lendable]:
    """What can be borrowed, by space and resource."""
    return {f"{each.space}/{each.resource}": each for found in lent.values() for each in found}


def borrows(finding: Finding) -> bool:
    """Whether something lent would mend it."""
    return any(fix.kind == "borrow" for fix in finding.fixes)


def loans(finding: Finding, lendable: Mapping[str, Lendable]) -> list[Lendable]:
    """What could be borrowed to mend a finding."""
    return [lendable[str(dict(fix.values)["resource"])] for fix in finding.fixes if fix.kind == "borrow"]


def open_days(found: Iterable[Lendable]) -> Days:
    """The days on which one of some things is free; all, where one of them has no days."""
    days = 0
    for each in found:
        days |= each.days if each.season else -1
    return days


def with_days_of_loans(
    findings: tuple[Finding, ...], days: Days | None, lendable: Mapping[str, Lendable]
) -> tuple[Finding, ...]:
    """Findings whose loans say when they are free, of the days that project and room have in common.

    Everything that is borrowed must be free on one day; what is not, in the order of findings, is busy.
    """
    if not days:
        return findings
    for finding in findings:
        if borrows(finding):
            days = days & open_days(loans(finding, lendable)) or days
    return tuple([on_days(finding, days, lendable) if borrows(finding) else finding for finding in findings])


def on_days(finding: Finding, days: Days, lendable: Mapping[str, Lendable]) -> Finding:
    """A finding whose loans say the first of some days on which they are free; busy ones only where none is free."""
    told = [on_day(fix, days, lendable) for fix in finding.fixes]
    free = any(fix.kind == "borrow" for fix in told)
    return replace(finding, fixes=tuple(fix for fix in told if fix.kind != "busy" or not free))


def on_day(fix: Fix, days: Days, lendable: Mapping[str, Lendable]) -> Fix:
    """A loan with the first of some days on which it is free; `busy` where it is on none of them."""
    if fix.kind != "borrow":
        return fix
    each = lendable[str(dict(fix.values)["resource"])]
    if each.season is None:
        return fix
    first = next(each.season.days(days & each.days), None)
    return Fix("busy", fix.values) if first is None else Fix("borrow", (*fix.values, ("on", first)))
