"""What the browser needs to say whether a place is open now: the build's clock is not the reader's."""

from __future__ import annotations

import json
from collections.abc import Iterable

from msgspec import Struct

from ..model.network import Network
from ..model.place import Closure, Hours
from .facts import WEEK

SAID = ("open", "soon", "opens", "opens_tomorrow", "opens_on", "closed")


class OpenNow(Struct, frozen=True, kw_only=True):
    """Hours by weekday, days of closure and phrases, each as JSON, and the IANA time zone of the place."""

    hours: str
    closed: str
    zone: str
    words: str


def open_now(network: Network, hours: Hours | None, closed: Iterable[Closure], lang: str) -> OpenNow | None:
    """The hours of a place for the browser; None where it declares none. A day not declared is not known."""
    if hours is None:
        return None
    say = network.phrases[lang]
    week = {day: getattr(hours, day) for day in WEEK}
    told = {
        day: [[f"{each.opens:%H:%M}", f"{each.closes:%H:%M}"] for each in ranges]
        for day, ranges in week.items()
        if ranges is not None
    }
    days = [[each.from_.isoformat(), (each.to or each.from_).isoformat()] for each in closed]
    words = {key: say(f"open_now.{key}") for key in SAID}
    return OpenNow(
        hours=json.dumps(told),
        closed=json.dumps(days),
        zone=network.fields.timezone,
        words=json.dumps(words, ensure_ascii=False, sort_keys=True),
    )
