"""Every project held against every room: by named rules, with reasons, and what would mend each no.

Of each form of a project a pair is judged apart; the pair's verdict is that of the best form, the usual one first.
A rule is asked once for each need that differs, and its answers are laid out over all rooms: that is why 400 projects
and 120 rooms take no second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from ..model.network import Project, Space
from ..model.project import ProjectFields
from .findings import VERDICTS, Finding, Fix, Verdict, verdict_of
from .fit import Wish, offered_by, score, shown_in
from .needs import Needs, Stop, forms_of
from .offers import Offer
from .rules import RULES
from .rules.rule import Lent
from .rules.time_and_money import too_near
from .season import Season

NOBODY: Lent = {}
FIRST_DAYS = 5
Forms = Callable[[ProjectFields, Season, tuple[Stop, ...]], tuple[Needs, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A project as it is matched: its forms, the usual one first, and what it brings that spaces may wish for."""

    project: str
    forms: tuple[Needs, ...]
    brings: frozenset[Wish] = frozenset()


class Judgement(NamedTuple):
    """One form of a project held against one room: the verdict, and every finding that is not a yes."""

    form: str
    verdict: Verdict
    findings: tuple[Finding, ...]


class Match(NamedTuple):
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
    return tuple(finding for rule in RULES for finding in rule.findings(needs, offer, lent))


def matches(
    candidates: Sequence[Candidate],
    offers: Sequence[Offer],
    wishes: Mapping[str, frozenset[Wish]] | None = None,
    lent: Lent = NOBODY,
) -> list[Match]:
    """Every project with every room, in the order of both.

    `wishes` are what spaces wish for, by name. `lent` are the names of the spaces that lend a thing, by the thing
    (`blackout`, `projector`, `ramp`, `battery`, `router`, or whatever a project asks for).
    """
    return Rows(offers, lent).matches(candidates, wishes or {})


class Rows:
    """The answers of rules over all rooms, each row made once for a need."""

    def __init__(self, offers: Sequence[Offer], lent: Lent) -> None:
        self.offers = offers
        self.lent = lent
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
        return [Judgement(needs.form, quick_verdict(findings), tuple(findings)) for findings in found]

    def row(self, number: int, need: Any) -> list[tuple[int, Finding]]:
        """What one rule finds of one need in every room, but for yes; equal findings are one object."""
        found = []
        for room, offer in enumerate(self.offers):
            finding = RULES[number].found(need, offer, self.lent)
            if finding.state != "yes":
                found.append((room, self.same.setdefault(finding, finding)))
        self.rows[number, need] = found
        return found


def quick_verdict(findings: list[Finding]) -> Verdict:
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


def possible_days(needs: Needs, offer: Offer, season: Season, most: int = FIRST_DAYS) -> tuple[date, ...]:
    """The first days on which a form can be shown in a room; none where either says nothing of its days."""
    if needs.window is None or offer.free is None:
        return ()
    days = needs.window.days & offer.free.days(needs.window.minutes)
    if needs.exclusive and offer.location:
        days &= ~too_near(needs.exclusive, offer.location)
    return tuple(islice(season.days(days), most))


def lenders(pool: Mapping[str, Iterable[Space]]) -> Lent:
    """The pool of things lent, as rules read it: names of spaces, by the thing.

    Resources are not files yet. An output that reads them will fill the pool, `{"blackout": (cascina,), …}`, and hand
    it to `matches`.
    """
    return {thing: tuple(space.slug for space in spaces) for thing, spaces in pool.items()}
