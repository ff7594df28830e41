"""The technical sheet of a project, in a fixed order, so that other networks can read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from ..model.network import Network
from ..model.phrases import Phrases
from ..model.things import Project
from .facts import language_names, number
from .views import must, words


class Need(Struct, frozen=True):
    """One line of a technical sheet: the group and key of its phrase, and the value as people write it."""

    group: str
    key: str
    value: str


def needs(network: Network, project: Project, lang: str) -> Iterator[Need]:
    """The technical sheet in a fixed order, so that other networks can read it."""
    say = network.phrases[lang]
    yield from audience_needs(network, project, lang, say)
    yield from time_and_team(project, lang, say)
    yield from staging_needs(project, lang, say)
    yield from technical_needs(project, lang, say)
    yield from logistics_needs(project, lang, say)
    yield from tour_terms(project, lang, say)
    yield from rights_and_safety(network, project, lang, say)


def audience_needs(network: Network, project: Project, lang: str, say: Phrases) -> Iterator[Need]:
    """For how many people it is, and what it asks of them."""
    fields = project.fields
    if fields.size:
        yield Need("audience", "audience", span(fields.size.audience_min, fields.size.audience_max, lang))
        yield Need("audience", "ideal", number(fields.size.ideal, lang))
    if fields.audience:
        part = fields.audience.participation
        yield Need("audience", "participation", say(f"participation.{part}") if part else "")
        yield Need("audience", "warnings", listed(say, fields.audience.content_warnings))
    matters = fields.text_dependence
    yield Need("audience", "text", say(f"words_matter.{matters}") if matters else "")
    yield Need("audience", "surtitles", ", ".join(language_names(network, fields.surtitles, lang)))


def time_and_team(project: Project, lang: str, say: Phrases) -> Iterator[Need]:
    """How long it takes, and who travels."""
    duration, team = project.fields.duration, project.fields.team
    if duration:
        yield Need("time", "run", number(duration.run_min, lang, "min"))
        yield Need("time", "interval", flag(say, duration.interval))
        yield Need("time", "sessions", number(duration.sessions, lang))
        yield Need("time", "days_on_site", number(duration.days_on_site, lang))
    if team:
        yield Need("team", "on_stage", number(team.on_stage, lang))
        yield Need("team", "crew", number(team.crew, lang))
        yield Need("team", "accompanying", number(team.accompanying or None, lang))


def staging_needs(project: Project, lang: str, say: Phrases) -> Iterator[Need]:
    """What it needs of a room."""
    staging = project.fields.staging
    if staging is None:
        return
    if staging.min:
        yield Need("room", "stage", metres([staging.min.width, staging.min.depth], lang))
        yield Need("room", "height", number(staging.min.height, lang, "m"))
    if staging.ideal:
        yield Need("room", "ideal", metres([staging.ideal.width, staging.ideal.depth, staging.ideal.height], lang))
    yield Need("room", "layouts", ", ".join(say(f"layout.{layout}") for layout in staging.layouts))
    yield Need("room", "outdoor", say(f"outdoor.{staging.outdoor}") if staging.outdoor else "")
    yield Need("room", "floor", say(f"floor.{staging.floor}") if staging.floor else "")
    yield Need("room", "rake", flag(say, staging.rake_needed))
    yield Need("room", "hang", number(staging.hang_points or None, lang))


def technical_needs(project: Project, lang: str, say: Phrases) -> Iterator[Need]:
    """Power, light and sound."""
    technical = project.fields.technical
    if technical is None:
        return
    yield Need("technique", "power", number(technical.power_kw, lang, "kW"))
    yield Need("technique", "blackout", say(f"level.{technical.blackout}") if technical.blackout else "")
    yield Need("technique", "brings", listed(say, technical.brings))
    yield Need("technique", "asks", listed(say, technical.asks))
    yield Need("technique", "silence", flag(say, technical.silence_needed))
    yield Need("technique", "haze", flag(say, technical.haze))
    yield Need("technique", "flame", flag(say, technical.live_flame))
    yield Need("technique", "internet", say(f"internet.{technical.internet}") if technical.internet else "")


def logistics_needs(project: Project, lang: str, say: Phrases) -> Iterator[Need]:
    """The way in and out, and who helps."""
    logistics = project.fields.logistics
    if logistics is None:
        return
    door = logistics.door_min
    yield Need("logistics", "vehicle", say(f"vehicle.{logistics.vehicle}") if logistics.vehicle else "")
    yield Need("logistics", "parking", say(f"parking.{logistics.parking}") if logistics.parking else "")
    yield Need("logistics", "door", metres([door.w, door.h], lang) if door else "")
    yield Need("logistics", "steps", number(logistics.steps_max, lang))
    yield Need("logistics", "get_in", number(logistics.get_in_h, lang, "h"))
    yield Need("logistics", "rehearsal", number(logistics.rehearsal_h, lang, "h"))
    yield Need("logistics", "get_out", number(logistics.get_out_h, lang, "h"))
    yield Need("logistics", "local_crew", number(logistics.local_crew, lang))
    yield Need("logistics", "dressing_room", flag(say, logistics.dressing_room))
    yield Need("logistics", "storage", number(logistics.storage_days or None, lang))


def tour_terms(project: Project, lang: str, say: Phrases) -> Iterator[Need]:
    """What a tour has to keep to, and how it travels."""
    tour, travel = project.fields.tour, project.fields.sustainability
    if tour:
        yield Need("tour", "dates", span(tour.min_dates, tour.max_dates, lang))
        yield Need("tour", "notice", number(tour.notice_weeks, lang))
        yield Need("tour", "gap", number(tour.gap_days_max, lang))
        if tour.radius_km and tour.radius_days:
            area = number(tour.radius_km, lang, "km")
            yield Need("tour", "radius", say("project.radius", km=area, days=number(tour.radius_days, lang)))
    if travel:
        yield Need("travel", "transport", say(f"transport.{travel.transport}") if travel.transport else "")
        yield Need("travel", "reused", flag(say, travel.set_reused))


def rights_and_safety(network: Network, project: Project, lang: str, say: Phrases) -> Iterator[Need]:
    """Authors and permits, insurance and risks."""
    rights, safety = project.fields.rights, project.fields.safety
    if rights:
        yield Need("rights", "authors", rights.authors or "")
        if rights.siae:
            needed = say("project.siae_needed") if rights.siae.needed else say("project.siae_not")
            yield Need("rights", "siae", ", ".join([needed, *rights.siae.codes]))
        yield Need("rights", "late", flag(say, rights.music_after_hours))
        yield Need("rights", "recording", say(f"recording.{rights.recording}") if rights.recording else "")
        yield Need("rights", "images", rights.images_licence)
    if safety:
        yield Need("safety", "insurance", flag(say, safety.insurance))
        yield Need("safety", "permits", listed(say, safety.permits))
        yield Need("safety", "risk", must(words(network, safety.risk_note, lang)).text)
        yield Need("safety", "minors", flag(say, safety.minors_policy))


def flag(say: Phrases, stated: bool | None) -> str:
    """`yes`, `no`, or nothing where it is not stated."""
    return "" if stated is None else say("fact.yes") if stated else say("fact.no")


def metres(sides: Iterable[Decimal | None], lang: str) -> str:
    """`4 × 3 m`; nothing where no side is known."""
    told = " × ".join(number(side, lang) for side in sides if side is not None)
    return f"{told} m" if told else ""


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
