"""The line of a project: the stops it has made, the coming ones, and the one where you are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ..circulation.reporting import public_report
from ..model.network import Network
from ..model.things import Event, Project
from .addresses import Addresses
from .dates import dated_day
from .views import Text, must, status_of, text


class TourStop(Struct, frozen=True, kw_only=True):
    """One stop of a project's line: an event, or a date that its proposer reports.

    `state` is `done`, `next`, `here` (the event whose page it stands on) or `off`; `note` is the event's title,
    `attendance` how many came, `dates` how many dates the event has beside this one.
    """

    event: str
    day: str
    day_text: str
    place: Text
    url: str
    note: Text | None
    attendance: int
    dates: int
    state: str
    status: str


def tour_stops(network: Network, project: Project, lang: str, here: Event | None = None) -> tuple[TourStop, ...]:
    """The stops of a project in order of time; `here` is the event whose page asks."""
    stops = network.once(("tour stops", project.slug, lang), made_stops, network, project, lang)
    if here is None:
        return stops
    return tuple(replace(stop, state="here", url="") if stop.event == here.address else stop for stop in stops)


def made_stops(network: Network, project: Project, lang: str) -> tuple[TourStop, ...]:
    dated = list(event_stops(network, project, lang))
    known = {(day, stop.place.text) for day, stop in dated}
    dated += [(day, stop) for day, stop in past_stops(network, project, lang) if (day, stop.place.text) not in known]
    return tuple(stop for _, stop in sorted(dated, key=lambda one: (one[0], one[1].event)))


def event_stops(network: Network, project: Project, lang: str) -> Iterator[tuple[date, TourStop]]:
    """A stop for each event of the project: its next date, else its last."""
    to = Addresses(network, lang)
    for event in network.events_by_project.get(project.slug, ()):
        ahead = [each for each in event.occurrences if each.last_day >= network.today]
        if not event.occurrences:
            continue
        lead = ahead[0] if ahead else event.occurrences[-1]
        status = status_of(event, lead)
        yield (
            lead.first_day,
            TourStop(
                event=event.address,
                day=lead.first_day.isoformat(),
                day_text=dated_day(lead.first_day, lang),
                place=Text(event.fields.where.name if event.fields.where else event.host.fields.name),
                url=to.event(event),
                note=must(text(event.record.says("title", lang), lang)),
                attendance=came(event) if not ahead else 0,
                dates=max(0, len(ahead) - 1),
                state="off" if status in ("cancelled", "postponed") else "next" if ahead else "done",
                status=status,
            ),
        )


def came(event: Event) -> int:
    """How many came, as far as everybody may know; 0 where nobody says."""
    report = public_report(event)
    return report.attendance if report else 0


def past_stops(network: Network, project: Project, lang: str) -> Iterator[tuple[date, TourStop]]:
    """A stop for each date that the proposer reports."""
    to, spaces = Addresses(network, lang), {space.slug: space for space in network.spaces}
    for each in project.fields.past_dates:
        space = spaces.get(each.space or "")
        yield (
            each.on,
            TourStop(
                event="",
                day=each.on.isoformat(),
                day_text=dated_day(each.on, lang),
                place=Text(space.fields.name if space else each.place or ""),
                url=to.space(space) if space else "",
                note=None,
                attendance=each.attendance or 0,
                dates=0,
                state="done",
                status="scheduled",
            ),
        )
