"""What has grown old or is missing: each a chore, dated by the day on which it began, whatever the day of the build.

Every rule is a function that yields chores; `RULES` has them in the order in which they are told. Links and interests
count as far as the network knows them: dead links are found by `circuito links`, and interests that are not settled
are told only where everybody may know them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from os.path import dirname

from ..circulation.interests import CLOSED, LIVING
from ..circulation.reporting import corrected, unreported
from ..model.network import Network
from ..model.place import Picture
from ..model.record import Record
from ..model.things import Event, Interest, Project, Space
from .chore import Chore, Rule, Thing, living, missing, of_profile
from .feed_items import coming_dates
from .history import files, instant, published
from .imported import LATE, how_it_stands, named
from .shown_interests import shown
from .silence import silent

CARD = (1200, 630)


def chores(network: Network) -> tuple[Chore, ...]:
    """All chores, kind by kind, the oldest first."""
    return network.once("chores", made_chores, network)


def made_chores(network: Network) -> tuple[Chore, ...]:
    order = {kind: number for number, kind in enumerate(KINDS)}
    found = [chore for rule in RULES for chore in rule(network)]
    return tuple(sorted(found, key=lambda each: (order[each.kind], each.since, each.path, each.name)))


# Whether anything is on


# Whether sources are read


def sources(network: Network) -> Iterator[Chore]:
    """Calendars, pages and tables elsewhere that could not be read at the last run, or for long."""
    for space, calendar, state in named(network):
        how = how_it_stands(network, calendar, state)
        values: dict[str, str | int | date] = {"calendar": calendar.id}
        if how == "failed" and not state.succeeded:
            since, kind = published(network, space).date(), "source-never"
        elif how in ("failed", "late"):
            last, kind = date.fromisoformat(state.succeeded), "source-fails"
            since, values = last + (timedelta(days=1) if how == "failed" else LATE), values | {"last": last}
        else:
            continue
        yield Chore(kind, since, space.record.path, space, space, values, calendar.id)


# What profiles say


def old_profiles(network: Network) -> Iterator[Chore]:
    """Profiles that nobody has changed or read again for long."""
    allowed = timedelta(days=network.fields.freshness.profile_days)
    for space in living(network):
        last = looked_at(network, space)
        if last and last + allowed <= network.today:
            yield of_profile("profile-old", last + allowed, space, last=last)


def looked_at(network: Network, space: Space) -> date | None:
    """The day on which a profile was last changed, as git knows, or read again, as it says; None where neither does."""
    records = (space.record, *(room.record for room in space.rooms))
    committed = instant(network.history.last(path for record in records for path in files(network, record)))
    days = (space.fields.checked, committed.date() if committed else None)
    return max((day for day in days if day), default=None)


def access_unchecked(network: Network) -> Iterator[Chore]:
    """What profiles say of access without saying when somebody looked, or when that was long ago."""
    allowed = timedelta(days=network.fields.freshness.profile_days)
    for space in living(network):
        stated = space.fields.accessibility
        if stated is None:
            continue
        if stated.checked is None:
            yield missing(network, "access-undated", space)
        elif stated.checked + allowed <= network.today:
            yield of_profile("access-old", stated.checked + allowed, space, last=stated.checked)


def lacking(network: Network) -> Iterator[Chore]:
    """Profiles that do not say what citizens ask most."""
    for space in living(network):
        fields = space.fields
        contact = fields.contact
        if fields.hours is None and space.fields.status == "open":
            yield missing(network, "no-hours", space)
        if fields.accessibility is None:
            yield missing(network, "no-access", space)
        if contact is None or not (contact.email or contact.phone):
            yield missing(network, "no-contact", space)
        if not fields.pictures:
            yield missing(network, "no-picture", space)


# Pictures


def pictures(network: Network) -> Iterator[Chore]:
    """Pictures that do not say whether those they show agreed, or are too small for cards."""
    for thing, space in pictured(network):
        rooms = thing.rooms if isinstance(thing, Space) else ()
        for record in (thing.record, *(room.record for room in rooms)):
            for each in record.fields.pictures:
                yield from of_picture(network, thing, space, record.path, each)


def of_picture(
    network: Network, thing: Space | Event | Project, space: Space | None, path: str, picture: Picture
) -> Iterator[Chore]:
    """The chores of one picture, since it was added."""
    file = f"{dirname(path)}/{picture.file}"
    facts, added = network.pictures.get(file), instant(network.history.first([file]))
    since = added.date() if added else published(network, thing).date()
    values: dict[str, str | int | date] = {"file": picture.file}
    if picture.consent is None:
        yield Chore("no-consent", since, path, thing, space, values, picture.file)
    if facts and (facts.width < CARD[0] or facts.height < CARD[1]):
        sized = values | {"width": facts.width, "height": facts.height}
        yield Chore("small-picture", since, path, thing, space, sized, picture.file)


def pictured(network: Network) -> Iterator[tuple[Space | Event | Project, Space | None]]:
    """Everything that may have pictures, with the space whose it is; of events those that are not over."""
    for space in living(network):
        yield space, space
    for event in network.events:
        if coming_dates(network, event):
            yield event, event.host
    for project in network.projects:
        if project.fields.status not in CLOSED:
            yield project, proposing(project)


def proposing(project: Project) -> Space | None:
    """The space that proposes a project, if it is one."""
    return project.proposer if isinstance(project.proposer, Space) else None


# Languages


def one_language(network: Network) -> Iterator[Chore]:
    """What is told in one language alone, where the network promises more."""
    if len(network.languages) == 1:
        return
    for thing, space in pictured(network):
        record: Record = thing.record
        if not set(record.translations) & set(network.languages):
            yield Chore("one-language", published(network, thing).date(), record.path, thing, space)


# Interests


def interests(network: Network) -> Iterator[Chore]:
    """Interests in which nothing moved for long, and holds that have run out."""
    allowed = timedelta(days=network.fields.freshness.interest_days)
    for interest in shown(network).interests:
        fields = interest.fields
        path, space = interest.record.path, interest.space
        moved = max((fields.created, *(step.on for step in fields.history)))
        if interest.state == "expired" and fields.state != "expired" and fields.expires:
            since = fields.expires + timedelta(days=1)
            yield Chore("hold-over", since, path, interest, space, {"last": fields.expires})
        elif interest.state in LIVING and moved + allowed <= network.today and not is_held(network, interest):
            yield Chore("interest-waits", moved + allowed, path, interest, space, {"last": moved})


def is_held(network: Network, interest: Interest) -> bool:
    """Whether an interest states a day until which it holds, which is still to come."""
    return interest.fields.expires is not None and interest.fields.expires >= network.today


# After dates


def reports(network: Network) -> Iterator[Chore]:
    """Dates of projects that are over and that nobody has told of, and what reports would correct in rooms."""
    for interest in unreported(network):
        since = (interest.fields.on or network.today) + timedelta(days=1)
        path = interest.event.record.path if interest.event else interest.record.path
        yield Chore("no-report", since, path, interest, interest.space, {"last": since - timedelta(days=1)})
    for event, room, correction, had in corrected(network):
        name, since = room.fields.name, event.fields.starts.day + timedelta(days=1)
        values: dict[str, str | int | date] = {"room": name, "field": correction.field, "now": correction.now}
        said = {"had": had} if had else {}
        kind = "correction" if had else "correction-new"
        yield Chore(kind, since, room.record.path, event, event.host, values | said, correction.field)


# Links


def dead_links(network: Network) -> Iterator[Chore]:
    """Links that lead nowhere, in files of spaces, events, projects and the office."""
    things = network.once("things by path", things_by_path, network)
    for each in network.dead_links:
        thing, space = things.get(each.path, (None, None))
        values = {"url": each.url, "why": each.why}
        yield Chore("dead-link", each.since, each.path, thing, space, values, each.url, each.line)


def things_by_path(network: Network) -> dict[str, tuple[Thing | None, Space | None]]:
    """What each file is about, and whose it is; translations and rooms count as what they belong to."""
    found: dict[str, tuple[Thing | None, Space | None]] = {}
    for space in network.spaces:
        for record in (space.record, *(room.record for room in space.rooms)):
            found |= dict.fromkeys(files(network, record), (space, space))
    for event in network.events:
        found |= dict.fromkeys(files(network, event.record), (event, event.host))
    for project in network.projects:
        found |= dict.fromkeys(files(network, project.record), (project, proposing(project)))
    return found


RULES: tuple[Rule, ...] = (
    silent,
    sources,
    dead_links,
    old_profiles,
    access_unchecked,
    lacking,
    interests,
    reports,
    pictures,
    one_language,
)
KINDS = (
    "silent", "never", "source-fails", "source-never", "dead-link", "profile-old", "access-old", "access-undated",
    "no-hours", "no-access", "no-contact", "no-picture", "hold-over", "interest-waits", "no-report", "correction",
    "correction-new", "no-consent", "small-picture", "one-language",
)  # fmt: skip
