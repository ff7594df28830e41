"""How well a project suits a space, apart from what it needs: the score that orders pairs of one verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model.project import ProjectFields
from ..model.things import Space

WEIGHTS: Mapping[str, int] = {"wants": 3, "theme": 2, "target": 2, "language": 1, "new": 2}
Wish = tuple[str, str]


def offered_by(fields: ProjectFields, shown_in: Iterable[str], spaces: Iterable[str]) -> frozenset[Wish]:
    """What a project brings that spaces may wish for: kind, themes, targets, languages, and being new there.

    `shown_in` are the spaces where it has been; `spaces` are all that it can be held against.
    """
    themes = fields.outcomes.themes if fields.outcomes else ()
    targets = fields.audience.targets if fields.audience else ()
    known = set(shown_in)
    return frozenset(
        {("wants", word) for word in (fields.kind, *themes, *targets)}
        | {("theme", word) for word in themes}
        | {("target", word) for word in targets}
        | {("language", word) for word in (*fields.languages, *fields.surtitles)}
        | {("new", space) for space in spaces if space not in known}
    )


def wished_by(space: Space) -> frozenset[Wish]:
    """What a space wishes for, and whom it serves."""
    fields = space.fields
    return frozenset(
        {("wants", word) for word in (fields.hosting.wants if fields.hosting else ())}
        | {("theme", word) for word in fields.themes}
        | {("target", word) for word in fields.targets}
        | {("language", word) for word in fields.languages}
        | {("new", space.slug)}
    )


def score(offered: frozenset[Wish], wished: frozenset[Wish]) -> int:
    """How well they suit each other: the sum of the weights of what they share."""
    return sum(WEIGHTS[kind] for kind, _ in offered & wished)


def shown_in(fields: ProjectFields) -> tuple[str, ...]:
    """The member spaces where a project has been."""
    return tuple(sorted({each.space for each in fields.past_dates if each.space}))
