"""What a run of the import leaves for the next one, and for the page of the office."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from msgspec.structs import replace

from ..problems import Problem, Value
from ..reading.imports import MOST_TOLD, state_of
from .folder import Folder
from .found import Ground
from .outcome import Order, Outcome, refusals, warnings
from .state import as_data, keep

OURS = {"name", "field", "since", "default", "space", "calendar"}


def kept_copy(order: Order, outcome: Outcome, content: bytes) -> None:
    """Keep the copy of a source that was read well."""
    if not order.trial:
        keep(order.root, outcome.state, content)


def keep_state(order: Order, ground: Ground, outcome: Outcome) -> None:
    """Remember how a run went."""
    before = state_of(order.root, outcome.space, outcome.calendar.id)
    host = urlsplit(ground.calendar.url or "").hostname or ""
    day = str(order.today)
    if outcome.problem is not None and order.file:  # a file given by hand says nothing of what the calendar has
        return
    if outcome.problem is not None:
        failed = replace(before, tried=day, failed=True, host=host, told=remembered([outcome.problem], ground))
        keep(order.root, failed, None)
        return
    state = replace(outcome.state, tried=day, succeeded=day, failed=False, host=host)
    if not outcome.idle:
        state = replace(
            state,
            entries=outcome.taken.entries,
            kept=outcome.taken.entries - sum(refusals(outcome).values()),
            refused=dict(refusals(outcome)),
            told=remembered(warnings(outcome), ground),
            shrunk=before.shrunk + 1 if outcome.merged.shrunk and not order.accept_shrink else 0,
            files=Folder(order.root, outcome.space).digest(),
        )
    keep(order.root, state, None)


def remembered(problems: Iterable[Problem], ground: Ground) -> tuple[Mapping[str, Any], ...]:
    """Problems as they are remembered, for a page that anybody may read: no words of a calendar that is secret."""
    told = (as_data(each) for each in problems)
    if ground.calendar.secret:
        told = ({**each, "values": wordless(each["values"])} for each in told)
    return tuple(islice(told, MOST_TOLD))


def wordless(values: Mapping[str, Value]) -> dict[str, Value]:
    """The values of a problem without words of others: only numbers, and names that the network gave."""
    return {name: value if isinstance(value, int) or name in OURS else "…" for name, value in values.items()}
