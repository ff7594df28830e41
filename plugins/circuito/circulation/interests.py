"""Interests by date: how far each has come, what each state needs, and where two of them cannot both be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

from ..model.event import EventFields
from ..model.interest import InterestFields, InterestState
from ..model.network import Network
from ..model.things import Event, Interest, Space
from ..problems import Problem, Source
from .challenges import ANYWHERE
from .distances import kilometres
from .findings import Verdict
from .lending import brought
from .matching import candidate, matches
from .needs import Stop, minutes_of
from .offers import busy_times, offer_of
from .season import Season, free_time, project_days

HELD: tuple[InterestState, ...] = ("pencilled", "requested")
SETTLED: tuple[InterestState, ...] = ("confirmed", "done", "reported")
LIVING: tuple[InterestState, ...] = ("interested", *HELD)
CLOSED = ("draft", "paused", "archived")
A_HOLD_LASTS = timedelta(weeks=4)
AHEAD = 730

NEEDED: Mapping[str, tuple[str, ...]] = {
    "pencilled": ("room", "on"),
    "requested": ("room", "on"),
    "confirmed": ("room", "on", "share", "event"),
    "done": ("room", "on", "share", "event"),
    "reported": ("room", "on", "share", "event"),
}
EXAMPLES = {"room": "sala", "on": "2026-12-05", "share": "250", "event": "evento", "contribution": "250"}


def state_on(fields: InterestFields, today: date, event: EventFields | None = None) -> InterestState:
    """How far an interest has come on a day: holds expire, settled dates pass and are reported by their events.

    A cancelled event cancels its date.
    """
    if fields.state in HELD and fields.expires is not None and fields.expires < today:
        return "expired"
    if fields.state in SETTLED and event and event.status == "cancelled":
        return "cancelled"
    past = fields.state == "done" or (fields.state == "confirmed" and fields.on is not None and fields.on < today)
    if past:
        return "reported" if event and event.report else "done"
    return fields.state


# One file alone


def state_problems(fields: InterestFields, path: str) -> Iterator[Problem]:
    """What an interest lacks for the state that it claims."""
    for name in NEEDED.get(fields.state, ()):
        if getattr(fields, name) is None:
            yield lacking(fields, name, path)
    if fields.state == "requested" and fields.contribution is None and fields.exchange is None:
        yield lacking(fields, "contribution", path)
    if fields.state in HELD and fields.expires is None:
        day = min(fields.created + A_HOLD_LASTS, fields.on or date.max)
        yield Problem("pencil-without-expiry", Source(path), {"day": str(day)}, ("state",))


def lacking(fields: InterestFields, name: str, path: str) -> Problem:
    """A field that the state needs is not there."""
    values = {"state": fields.state, "field": name, "example": EXAMPLES[name]}
    return Problem("interest-lacks", Source(path), values, ("state",))


# One interest and what it names


def day_problems(network: Network, interest: Interest) -> Iterator[Problem]:
    """What is wrong between an interest, its project, its host, its room and its event."""
    fields, project, hosting = interest.fields, interest.project.fields, interest.space.fields.hosting
    path = interest.record.path
    if interest.state in LIVING and project.status in CLOSED:
        values = {"name": interest.project.slug, "status": project.status}
        yield Problem("interest-closed-project", Source(path), values, ("state",))
    elif interest.state in LIVING and hosting and not hosting.open_to_circulation:
        yield Problem("interest-closed-host", Source(path), {}, ("state",))
    elif interest.state in (*HELD, "confirmed") and fields.on is not None:
        yield from when_problems(interest, fields.on)
    if fields.state in ("done", "reported") and fields.on is not None and fields.on > network.today:
        yield Problem("interest-not-yet", Source(path), {"day": str(fields.on)}, ("state",))
    if interest.state in ("requested", "confirmed"):
        yield from fit_problems(interest, network.spaces)
    if fields.state == "reported" and interest.event and not interest.event.fields.report:
        yield Problem("report-missing", Source(path), {"file": interest.event.record.path}, ("state",))
    if interest.state in SETTLED and interest.event:
        yield from event_problems(interest, network.window[0])


def when_problems(interest: Interest, on: date) -> Iterator[Problem]:
    """A day on which the project or the room is not to be had, or that leaves too little notice."""
    source, project, hosting = Source(interest.record.path), interest.project.fields, interest.space.fields.hosting
    season = Season(interest.fields.created, AHEAD)
    asked = ((project.tour.notice_weeks if project.tour else 0) or 0, (hosting.min_notice_weeks if hosting else 0) or 0)
    weeks = max(asked)
    days, room = project_days(project.availability, None, season), interest.room
    closed = (*(room.fields.closed if room else ()), *interest.space.fields.closed)
    free = free_time(room.fields.availability, closed, (), None, season) if room else None
    free_days = free.days(minutes_of(project)) if free else None
    both = season.since(weeks) & (-1 if days is None else days) & (-1 if free_days is None else free_days)
    near = {"day": str(on), "near": nearest(season, both, on)}
    if days is not None and not days & season.bit(on):
        yield Problem("interest-day-of-project", source, near, ("on",))
    elif free_days is not None and not free_days & season.bit(on):
        yield Problem("interest-day-of-room", source, near, ("on",))
    elif on < interest.fields.created + timedelta(weeks=weeks):
        first = str(interest.fields.created + timedelta(weeks=weeks))
        yield Problem("interest-notice", source, {"weeks": weeks, "day": first}, ("on",))


def nearest(season: Season, days: int, on: date) -> str:
    """Up to three possible days that lie nearest to one that is not; a dash where there are none."""
    found = sorted(sorted(season.days(days), key=lambda day: (abs(day - on), day))[:3])
    return ", ".join(str(day) for day in found) or "–"


def fit_problems(interest: Interest, spaces: Iterable[Space]) -> Iterator[Problem]:
    """A room that the project cannot be in, with what is borrowed, if nothing is written of why it is done anyway."""
    if interest.room is None or interest.fields.despite:
        return
    season = Season(interest.fields.created, AHEAD)
    asked, room = candidate(interest.project, season, ()), offer_of(interest.space, interest.room, season)
    match = matches([asked], [room], lent=brought(interest, spaces))[0]
    chosen = [each for each in match.judgements if each.form == (interest.fields.variant or each.form)]
    best = min(chosen, key=lambda each: BY_VERDICT[each.verdict])
    if best.verdict == "incompatible":
        rules = ", ".join(finding.identifier for finding in best.findings if finding.verdict == "incompatible")
        yield Problem("interest-incompatible", Source(interest.record.path), {"rules": rules}, ("room",))


BY_VERDICT: Mapping[Verdict, int] = {"ready": 0, "help": 1, "verify": 2, "incompatible": 3}


def event_problems(interest: Interest, since: date) -> Iterator[Problem]:
    """An event that is of another project, room or day than the settled date.

    Of an event that repeats, dates before a day are not kept: whether one of them was the settled one is not asked.
    """
    event, fields = interest.event, interest.fields
    if event is None:
        return
    days = {str(each.first_day) for each in event.occurrences}
    wrong = None
    if event.fields.project != interest.project.slug:
        wrong = f"project: {event.fields.project or '–'}"
    elif event.fields.room != fields.room:
        wrong = f"room: {event.fields.room or '–'}"
    elif days and str(fields.on) not in days and (fields.on is None or fields.on >= since or not repeats(event)):
        wrong = f"starts: {min(days)}"
    if wrong:
        values = {"name": event.slug, "what": wrong}
        yield Problem("interest-event-other", Source(interest.record.path), values, ("event",))


def repeats(event: Event) -> bool:
    """Whether an event has more dates than it states."""
    return bool(event.fields.every or event.fields.rrule)


# Interests beside each other


def conflicts(network: Network, interests: Iterable[Interest]) -> Iterator[Problem]:
    """Where two interests cannot both be: the later one is told, in order of creation."""
    ordered = sorted(interests, key=lambda each: (each.fields.created, each.record.path))
    yield from held_twice(ordered)
    yield from elsewhere(ordered)
    yield from taken_twice(network, ordered)
    for slug in sorted({each.project.slug for each in ordered}):
        yield from tour_problems([each for each in ordered if each.project.slug == slug and each.state in SETTLED])


def held_twice(interests: list[Interest]) -> Iterator[Problem]:
    """Two first holds on one room and day. A hold that does not say which is a first one."""
    first: dict[tuple[str, str | None, date | None], Interest] = {}
    for each in interests:
        if each.state in HELD and each.fields.hold != 2:
            other = first.setdefault(slot(each), each)
            if other is not each:
                values = {"day": str(each.fields.on), "other": other.record.path}
                yield Problem("hold-twice", Source(each.record.path), values, ("on",))


def elsewhere(interests: list[Interest]) -> Iterator[Problem]:
    """Two first holds of one project, which is in one place a day, at two spaces on one day."""
    first: dict[tuple[str, date | None], Interest] = {}
    for each in interests:
        if each.state in HELD and each.fields.hold != 2 and each.project.fields.kind not in ANYWHERE:
            other = first.setdefault((each.project.slug, each.fields.on), each)
            if other.space is not each.space:
                values = {"day": str(each.fields.on), "other": other.record.path}
                yield Problem("hold-elsewhere", Source(each.record.path), values, ("on",))


def taken_twice(network: Network, interests: list[Interest]) -> Iterator[Problem]:
    """A settled date that overlaps another one, or an event, in its room; get-in and get-out count."""
    taken: list[tuple[Interest, datetime, datetime]] = []
    for each in interests:
        stretch = stretch_of(each)
        if each.state != "confirmed" or stretch is None or each.room is None:
            continue
        begins, ends = stretch
        other = next(
            (known.record.path for known, a, b in taken if same_room(known, each) and a < ends and begins < b), None
        )
        other = other or overlapping_event(network, each, begins, ends)
        if other:
            values = {"day": str(each.fields.on), "other": other}
            yield Problem("room-twice", Source(each.record.path), values, ("on",))
        else:
            taken.append((each, begins, ends))


def same_room(one: Interest, other: Interest) -> bool:
    """Whether two interests are for one room."""
    return (one.space.slug, one.fields.room) == (other.space.slug, other.fields.room)


def stretch_of(interest: Interest) -> tuple[datetime, datetime] | None:
    """From when to when a settled date takes its room, as wall time; None where it has no hour."""
    fields, logistics = interest.fields, interest.project.fields.logistics
    if fields.on is None or fields.at is None:
        return None
    starts = datetime.combine(fields.on, fields.at)
    before = sum((each for each in (logistics.get_in_h, logistics.rehearsal_h) if each), Decimal(0)) if logistics else 0
    begins = starts - timedelta(minutes=int(before * 60))
    return begins, begins + timedelta(minutes=max(minutes_of(interest.project.fields), 1))


def overlapping_event(network: Network, interest: Interest, begins: datetime, ends: datetime) -> str | None:
    """Another event that is in the room then."""
    for event in network.events_by_space[interest.space.slug]:
        if event is interest.event or event.slug == interest.fields.event:
            continue
        for day, (low, high) in busy_times([event], interest.fields.room or ""):
            midnight = datetime.combine(day, datetime.min.time())
            if midnight + timedelta(minutes=low) < ends and begins < midnight + timedelta(minutes=high):
                return event.record.path
    return None


def tour_problems(settled: list[Interest]) -> Iterator[Problem]:
    """Settled dates of one project that are too many, or too near each other."""
    kept: list[Interest] = []
    for each in settled:
        tour, source = each.project.fields.tour, Source(each.record.path)
        near = next((other for other in kept if too_near(each, other)), None)
        if tour and tour.max_dates and len(kept) >= tour.max_dates:
            yield Problem("tour-over-most", source, {"most": tour.max_dates}, ("state",))
        elif tour and near:
            values = {"km": str(tour.radius_km), "days": str(tour.radius_days), "other": near.record.path}
            yield Problem("tour-too-near", source, values, ("on",))
        else:
            kept.append(each)


def too_near(one: Interest, other: Interest) -> bool:
    """Whether two settled dates are within the exclusive radius in space and time."""
    tour, here, there = one.project.fields.tour, one.space.fields.location, other.space.fields.location
    if not (tour and tour.radius_km and tour.radius_days and here and there and one.fields.on and other.fields.on):
        return False
    return kilometres(here, there) < tour.radius_km and abs((one.fields.on - other.fields.on).days) < tour.radius_days


def stops(interests: Iterable[Interest]) -> tuple[Stop, ...]:
    """The settled dates of a project, as matching and routing read them."""
    return tuple(
        Stop(each.space.slug, each.fields.on, each.space.fields.location)
        for each in interests
        if each.state in SETTLED and each.fields.on is not None
    )


def committed(interests: Iterable[Interest], year: int) -> Decimal:
    """What a space has agreed to pay in a year: the shares of its settled dates."""
    shares = (
        each.fields.share
        for each in interests
        if each.state in SETTLED and each.fields.on and each.fields.on.year == year
    )
    return sum((share for share in shares if share is not None), Decimal(0))


def expiring(interests: Iterable[Interest], today: date, days: int = 7) -> tuple[Interest, ...]:
    """The holds and requests that end within so many days, the first to end first."""
    last = today + timedelta(days=days)
    found = [each for each in interests if each.state in HELD and each.fields.expires and each.fields.expires <= last]
    return tuple(sorted(found, key=lambda each: (each.fields.expires or last, each.record.path)))


def promoted(interests: Iterable[Interest]) -> tuple[Interest, ...]:
    """The second holds whose room and day nobody holds before them any more: they can become first ones."""
    living = [each for each in interests if each.state in HELD or each.state in SETTLED]
    before = {slot(each) for each in living if each.state in SETTLED or each.fields.hold != 2}
    return tuple(each for each in living if each.state in HELD and each.fields.hold == 2 and slot(each) not in before)


def slot(interest: Interest) -> tuple[str, str | None, date | None]:
    """The room and day that an interest is for."""
    return interest.space.slug, interest.fields.room, interest.fields.on
