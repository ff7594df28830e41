"""Challenges: who asks for a day that another only holds, and until when that one has time to confirm.

A second hold waits. Once it is requested, it challenges the first hold of its room on that day, or of its project at
another space: the first one has until it expires to be confirmed or requested itself, or, where the network says so, a
number of days from the request. Then it gives way.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from ..model.things import Interest

# A format is made anew at every host: it can be in two spaces on one day.
ANYWHERE = ("format",)


class Challenge(Struct, frozen=True, kw_only=True):
    """A request that is a second hold, the first hold that it challenges, and the last day on which that can answer."""

    asked: Interest
    held: Interest
    until: date


def challenges(interests: Iterable[Interest], days: int | None) -> tuple[Challenge, ...]:
    """Every challenge, the first to end first; `days` is how many a first hold has to answer, None until it expires."""
    listed = list(interests)
    held = [each for each in listed if each.state == "pencilled" and each.fields.hold != 2 and each.fields.expires]
    found = [
        Challenge(asked=asked, held=first, until=answer_until(asked, first, days))
        for asked in listed
        if asked.state == "requested" and asked.fields.hold == 2
        for first in held
        if excludes(first, asked)
    ]
    return tuple(sorted(found, key=lambda each: (each.until, each.asked.record.path, each.held.record.path)))


def excludes(one: Interest, other: Interest) -> bool:
    """Whether two interests are for one day, and in one room or for one project that is in one place a day."""
    if one is other or one.fields.on is None or one.fields.on != other.fields.on:
        return False
    one_room = one.space is other.space and one.fields.room == other.fields.room
    return one_room or (one.project is other.project and one.project.fields.kind not in ANYWHERE)


def answer_until(asked: Interest, held: Interest, days: int | None) -> date:
    """The last day on which a first hold can answer a request."""
    expires = held.fields.expires or date.max
    return expires if days is None else min(expires, asked_on(asked) + timedelta(days=days))


def asked_on(interest: Interest) -> date:
    """The day on which an interest was requested, as its history tells; else that on which it was written."""
    told = [step.on for step in interest.fields.history if step.state == "requested"]
    return max(told, default=interest.fields.created)


def given_way(interests: Iterable[Interest], days: int | None, today: date) -> tuple[Interest, ...]:
    """The same interests, with the holds expired that a request has challenged and that were not confirmed in time."""
    listed = tuple(interests)
    late = {each.held.record.path for each in challenges(listed, days) if each.until < today}
    return tuple(replace(each, state="expired") if each.record.path in late else each for each in listed)
