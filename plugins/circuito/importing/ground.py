"""The part of a network that an import needs: its own file, its spaces and their rooms. Events are not read for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from ..model.network_fields import NetworkFields
from ..model.room import RoomFields
from ..model.space import SpaceFields
from ..model.space_calendar import SpaceCalendar
from ..problems import Problem, Source
from ..reading.files import Files
from ..reading.link import zone_exists
from ..reading.load import leaf_of
from ..reading.memory import Memory
from ..reading.walk import Found as File
from ..reading.walk import walk
from .found import Ground

MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Importable:
    """The spaces of a network with their calendars; those whose profile cannot be read are problems."""

    network: NetworkFields
    zone: ZoneInfo
    spaces: Mapping[str, SpaceFields]
    rooms: Mapping[str, Mapping[str, RoomFields]]
    problems: tuple[Problem, ...] = ()

    def ground(self, space: str, calendar: SpaceCalendar, today: date, since: date | None = None) -> Ground:
        """What a reader of one calendar needs to know. The window is the agenda's, unless `since` begins it earlier."""
        horizon = self.network.horizon
        return Ground(
            network=self.network,
            space=space,
            fields=self.spaces[space],
            calendar=calendar,
            zone=self.zone,
            today=today,
            since=since or today - timedelta(days=horizon.past_days),
            until=today + horizon.months * MONTH,
            rooms=self.rooms.get(space, {}),
        )


def importable(root: str) -> tuple[Importable | None, tuple[Problem, ...]]:
    """What can be imported into the network in a folder; without a network, the problems."""
    here, memory = Files(root), Memory()
    files, _ = walk(root)
    leaves: dict[str, Any] = {}
    problems: list[Problem] = []
    for file in wanted(files):
        leaf, wrong = leaf_of(here, file, memory)
        problems += wrong
        if leaf is not None:
            leaves[file.path] = leaf.fields
    network = leaves.get("content/network.yaml")
    if network is None or not zone_exists(network.timezone):
        path = "content/network.yaml"
        return None, tuple(problems) or (Problem("network-missing", Source(path)),)
    spaces = {file.slug: leaves[file.path] for file in files if file.kind == "space" and file.path in leaves}
    rooms: dict[str, dict[str, RoomFields]] = {}
    for file in files:
        if file.kind == "room" and file.path in leaves:
            rooms.setdefault(file.owner, {})[file.slug] = leaves[file.path]
    return Importable(network, ZoneInfo(network.timezone), spaces, rooms, tuple(problems)), ()


def wanted(files: list[File]) -> Iterator[File]:
    """The files to read, in the network's own language."""
    return (file for file in files if file.kind in ("network", "space", "room") and not file.lang and file.sound)
