"""The technical sheet of a project, in a fixed order, so that other networks can read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.network import Network, Project
from ..model.phrases import Phrases
from .facts import number


@dataclass(frozen=True, slots=True)
class Need:
    """One line of a technical sheet: the group and key of its phrase, and the value as people write it."""

    group: str
    key: str
    value: str


def needs(network: Network, project: Project, lang: str) -> Iterator[Need]:
    """The technical sheet in a fixed order, so that other networks can read it."""
    fields, say = project.fields, network.phrases[lang]
    size, duration, team = fields.size, fields.duration, fields.team
    if size:
        yield Need("audience", "audience", span(size.audience_min, size.audience_max, lang))
        yield Need("audience", "ideal", number(size.ideal, lang))
    if duration:
        yield Need("time", "run", number(duration.run_min, lang, "min"))
        yield Need("time", "sessions", number(duration.sessions, lang))
        yield Need("time", "days_on_site", number(duration.days_on_site, lang))
    if team:
        yield Need("team", "on_stage", number(team.on_stage, lang))
        yield Need("team", "crew", number(team.crew, lang))
    yield from staging_needs(project, lang, say)
    yield from technical_needs(project, lang, say)
    if fields.tour:
        yield Need("tour", "dates", span(fields.tour.min_dates, fields.tour.max_dates, lang))
        yield Need("tour", "notice", number(fields.tour.notice_weeks, lang))


def staging_needs(project: Project, lang: str, say: Phrases) -> Iterator[Need]:
    """What it needs of a room."""
    staging = project.fields.staging
    if staging is None:
        return
    least = staging.min
    if least:
        yield Need(
            "room",
            "stage",
            " × ".join(number(each, lang) for each in (least.width, least.depth) if each is not None) + " m",
        )
        yield Need("room", "height", number(least.height, lang, "m"))
    yield Need("room", "layouts", ", ".join(say(f"layout.{layout}") for layout in staging.layouts))
    yield Need("room", "outdoor", say(f"outdoor.{staging.outdoor}") if staging.outdoor else "")


def technical_needs(project: Project, lang: str, say: Phrases) -> Iterator[Need]:
    """Power, light, sound, and the way in."""
    technical, logistics = project.fields.technical, project.fields.logistics
    if technical:
        yield Need("technique", "power", number(technical.power_kw, lang, "kW"))
        yield Need("technique", "blackout", say(f"level.{technical.blackout}") if technical.blackout else "")
        yield Need("technique", "brings", listed(say, technical.brings))
        yield Need("technique", "asks", listed(say, technical.asks))
    if logistics:
        yield Need("logistics", "vehicle", say(f"vehicle.{logistics.vehicle}") if logistics.vehicle else "")
        door = logistics.door_min
        yield Need("logistics", "door", f"{number(door.w, lang)} × {number(door.h, lang)} m" if door else "")
        yield Need("logistics", "steps", number(logistics.steps_max, lang))
        yield Need("logistics", "get_in", number(logistics.get_in_h, lang, "h"))
        yield Need("logistics", "get_out", number(logistics.get_out_h, lang, "h"))
        yield Need("logistics", "local_crew", number(logistics.local_crew, lang))


def listed(say: Phrases, things: Iterable[str]) -> str:
    """Things by their names; those without a phrase by the word that the file uses."""
    return ", ".join(
        say(f"thing.{thing}") if say.has(f"thing.{thing}") else thing.replace("-", " ") for thing in things
    )


def span(least: int | None, most: int | None, lang: str) -> str:
    """`30–80`, `30+`, `–80`; nothing where neither is known."""
    if least is None and most is None:
        return ""
    if least is None or most is None:
        return f"{number(least, lang)}+" if most is None else f"–{number(most, lang)}"
    return number(least, lang) if least == most else f"{number(least, lang)}–{number(most, lang)}"
