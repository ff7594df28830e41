"""Rules of law, and of what a space does not want."""

from __future__ import annotations

from datetime import time

from ..findings import YES, Answer, Fix, Word, no
from .rule import nothing, rule

LATE = time(23)


@rule("music.hours", need="late_music", have="music_until", asks=nothing)
def music_hours(_: bool, have: time) -> Answer:
    """Music until 23:00 at least, or past midnight; else an earlier start."""
    return YES if have >= LATE or have.hour < 6 else no(Fix("earlier"), until=have.strftime("%H:%M"))


@rule("entertainment", need="public", have="licensed", asks=nothing)
def entertainment(_: bool, have: bool) -> Answer:
    """The certified start of activity (SCIA) for shows to a public; else it is asked for."""
    return YES if have else no(Fix("permit", (("permit", "SCIA"),)))


@rule("flame", need="flame", have="excluded", asks=nothing)
def flame(_: bool, have: frozenset[str]) -> Answer:
    """Live flames where the space does not exclude them."""
    return no() if "live-flame" in have else YES


@rule("haze", need="haze", have="excluded", asks=nothing)
def haze(_: bool, have: frozenset[str]) -> Answer:
    """Haze where the space does not exclude it."""
    return no() if "haze" in have else YES


@rule("siae", need="siae", weight="soft", asks=nothing)
def siae(_: bool, have: bool) -> Answer:
    """A yearly permit of the authors' society; else one for the date."""
    return YES if have else no(Fix("permit", (("permit", "SIAE"),)))


@rule("exclude", need="excluded", asks=nothing)
def exclude(need: frozenset[str], have: frozenset[str]) -> Answer:
    """Nothing of what the space does not host: kinds of project and content warnings."""
    met = need & have
    return no(what=tuple(Word("thing", each) for each in sorted(met))) if met else YES


LAW = (music_hours, entertainment, flame, haze, siae, exclude)
