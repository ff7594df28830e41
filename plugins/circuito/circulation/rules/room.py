"""Rules of the room itself: its measures, its form, its floor."""

from __future__ import annotations

from decimal import Decimal

from ..findings import YES, Answer, Fix, Word, no, unknown
from ..needs import Crowd
from .rule import at_least, in_metres, metres_at_least, nothing, rule


@rule("hosting", need="hosting", have="open", asks=nothing)
def hosting(_: bool, have: bool) -> Answer:
    """The space hosts projects that circulate."""
    return YES if have else no()


@rule("stage.width", need="width", asks=in_metres)
def stage_width(need: Decimal, have: Decimal) -> Answer:
    """As wide as the stage must be, in metres."""
    return metres_at_least(need, have)


@rule("stage.depth", need="depth", asks=in_metres)
def stage_depth(need: Decimal, have: Decimal) -> Answer:
    """As deep as the stage must be, in metres."""
    return metres_at_least(need, have)


@rule("stage.height", need="height", asks=in_metres)
def stage_height(need: Decimal, have: Decimal) -> Answer:
    """As high as the stage must be, in metres; under beams where they are declared."""
    return metres_at_least(need, have)


@rule("area.people", need="area", asks=lambda crowd: {"need": crowd.people * crowd.each, "people": crowd.people})
def area_people(crowd: Crowd, have: Decimal) -> Answer:
    """Square metres for the least number of people; half of them would come twice."""
    need = crowd.people * (crowd.each or Decimal(0))
    if have >= need:
        return YES
    half = -(-crowd.people // 2)
    fixes = [Fix("two-showings", (("people", half),))] if have >= half * (crowd.each or Decimal(0)) else []
    return no(*fixes, need=need, have=have, short=need - have, people=crowd.people)


@rule("layout", need="layouts", asks=lambda need: {"need": words(need)})
def layout(need: frozenset[str], have: frozenset[str]) -> Answer:
    """Any one of the layouts that the project can play in."""
    return YES if need & have else no(need=words(need), have=words(have))


def words(layouts: frozenset[str]) -> tuple[Word, ...]:
    """Layouts as words, in a fixed order."""
    return tuple(Word("layout", each) for each in sorted(layouts))


@rule("outdoor", need="outdoor", asks=nothing)
def outdoor(need: bool, have: bool) -> Answer:
    """Out of doors, or inside."""
    return YES if need == have else no(need=Word("match.where", "out" if need else "in"))


@rule("rake", need="rake", asks=nothing)
def rake(_: bool, have: bool) -> Answer:
    """Raked seating."""
    return YES if have else no()


@rule("floor", need="floor", asks=lambda need: {"need": Word("match.floor_kind", need)}, lent="dance-floor")
def floor(need: str, have: str) -> Answer:
    """A flat floor, or a dance floor. `flat?` is flat, and says nothing of a dance floor."""
    if have == "dance" or (need == "flat" and have in ("flat", "flat?")):
        return YES
    told = Word("match.floor_kind", need)
    return unknown(need=told) if have == "flat?" else no(need=told)


@rule("hang_points", need="hang_points")
def hang_points(need: int, have: int) -> Answer:
    """Points to hang things from."""
    return at_least(need, have)


@rule("step_free_stage", need="stage_without_steps", asks=nothing, lent="ramp")
def step_free_stage(_: bool, have: bool) -> Answer:
    """A stage that is reached without steps."""
    return YES if have else no()


@rule("step_free", need="entrance", have="without_steps", weight="note", asks=nothing)
def step_free(_: bool, have: bool) -> Answer:
    """Whether the audience comes in without steps: told of every pair, and never counted."""
    return YES if have else no()


ROOM = (
    hosting, stage_width, stage_depth, stage_height, area_people, layout, outdoor, rake, floor, hang_points,
    step_free_stage, step_free,
)  # fmt: skip
