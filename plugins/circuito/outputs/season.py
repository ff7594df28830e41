"""The office's page of the season: what is held and what runs out, who has not hosted for long, who gives and takes.

All of it is derived, and told as far as everybody may know it (`shown_interests`); search does not find the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from ..circulation.challenges import challenges
from ..circulation.interests import HELD
from ..circulation.planning import Plan
from ..circulation.reporting import public_report, unreported
from ..model.network import Network
from ..model.things import Interest, Project
from . import File, LaterView, Page, digest
from .addresses import Addresses, path_of
from .dates import dated_day
from .facts import number, prices
from .frame import crumb, frame
from .plain_data import Plain
from .season_hosts import (
    areas_table,
    balance_table,
    idle_key,
    idle_table,
)
from .shown_interests import shown, shown_plan, touring
from .tables import rows, written
from .tour_costs import WITHOUT_SUMS, Table, TableRow, tenths
from .tour_pages import METRES
from .views import Link, Text, must, text

WEEK = timedelta(days=7)
COLUMNS = (
    "project", "project_title", "space", "space_name", "room", "state", "on", "at", "hold", "expires", "rank",
    "variant", "created", "event", "attendance",
)  # fmt: skip


def season(network: Network) -> Iterator[Page]:
    """`/stagione/` in every language."""
    for lang in network.languages:
        say, known = network.phrases[lang], shown(network).interests
        held = sorted((each for each in known if each.state in HELD), key=by_expiry)
        yield frame(
            network,
            lang,
            "season.html",
            lambda to: to.listing("season"),
            say("season.title"),
            description=say("season.description", network=network.fields.name),
            section="projects",
            crumbs=(crumb(network, lang, "projects"),),
            robots="noindex",
            figures=tuple(figures(network, known, lang)),
            expiring=held_table(network, [each for each in held if runs_out(network, each)], lang),
            held=held_table(network, [each for each in held if not runs_out(network, each)], lang),
            challenged=challenged_table(network, lang),
            tours=tours_table(network, lang),
            idle=LaterView(idle_key(network, lang), idle_table, (network, lang)),
            waiting=waiting_table(network, lang),
            areas=areas_table(network, lang),
            balance=balance_table(network, lang),
            table=f"{Addresses(network, lang).listing('season')}season.csv",
            members=network.shows_interests,
        )


def by_expiry(interest: Interest) -> tuple[date, str]:
    """What orders holds: those that run out first."""
    return interest.fields.expires or date.max, interest.record.path


def runs_out(network: Network, interest: Interest) -> bool:
    """Whether a hold runs out within a week."""
    until = interest.fields.expires
    return until is not None and network.today <= until <= network.today + WEEK


def figures(network: Network, known: Iterable[Interest], lang: str) -> Iterator[tuple[str, str]]:
    """The season in numbers, with their phrases' keys."""
    listed = list(known)
    settled = [each for each in listed if each.state == "confirmed"]
    plans = list(planned(network))
    yield "interests", number(len(listed), lang)
    yield "settled", number(len(settled), lang)
    yield "hosts", number(len({each.space.slug for each in settled}), lang)
    yield "tours", number(sum(1 for _ in tours_of(settled)), lang)
    reports = [report for each in listed if each.state == "reported" and (report := public_report(each.event))]
    yield "reached", number(sum(report.attendance for report in reports), lang)
    yield "km", number(tenths(sum((saved_km(found) for _, found in plans), Decimal(0))), lang, "km")
    yield "saved", prices(network, [sum((saved(project, found) for project, found in plans), Decimal(0))], lang)[0]


def tours_of(settled: Iterable[Interest]) -> Iterator[str]:
    """The projects with two settled dates to come or more."""
    counted: dict[str, int] = {}
    for each in settled:
        counted[each.project.slug] = counted.get(each.project.slug, 0) + 1
    return (slug for slug, count in counted.items() if count > 1)


def planned(network: Network) -> Iterator[tuple[Project, Plan]]:
    """The projects whose tour has two dates or more, settled or proposed."""
    for project in touring(network):
        found = shown_plan(network, project)
        if found and len(found.stations) > 1:
            yield project, found


def saved(project: Project, plan: Plan) -> Decimal:
    """What touring together saves, in money."""
    return plan.saving if plan.saving and project.fields.cost.mode not in WITHOUT_SUMS else Decimal(0)


def saved_km(plan: Plan) -> Decimal:
    """The kilometres of single trips less those of the tour."""
    return Decimal(plan.alone_metres - plan.routed.tour.metres) / METRES


def held_table(network: Network, held: Iterable[Interest], lang: str) -> Table:
    """Rooms that are pencilled or asked for: since when, for what, until when."""
    say, to = network.phrases[lang], Addresses(network, lang)
    return Table(
        columns=(
            say("season.project"),
            say("season.space"),
            say("season.day"),
            say("season.state"),
            say("season.expires"),
        ),
        rows=tuple(
            TableRow(
                head=Link(must(text(each.project.record.says("title", lang), lang)), to.tour(each.project)),
                cells=(
                    each.space.fields.name,
                    dated_day(each.fields.on, lang) if each.fields.on else "",
                    say("grid.second" if each.fields.hold == 2 else f"grid.{each.state}"),
                    dated_day(each.fields.expires, lang) if each.fields.expires else "",
                ),
            )
            for each in held
        ),
    )


def challenged_table(network: Network, lang: str) -> Table:
    """The days that are held and that others ask for: who asks, who holds, until when that can be confirmed."""
    say, to = network.phrases[lang], Addresses(network, lang)
    found = challenges(shown(network).interests, network.fields.challenge_days)
    return Table(
        columns=(say("season.asked"), say("season.day"), say("season.held_by"), say("season.answer_until")),
        rows=tuple(
            TableRow(
                head=Link(who(each.asked, lang), to.tour(each.asked.project)),
                cells=(
                    dated_day(each.asked.fields.on, lang) if each.asked.fields.on else "",
                    who(each.held, lang).text,
                    dated_day(each.until, lang),
                ),
            )
            for each in found
        ),
    )


def who(interest: Interest, lang: str) -> Text:
    """A project and the space that would host it: `Lettere dal cortile · Base`."""
    title = must(text(interest.project.record.says("title", lang), lang))
    return Text(f"{title.text} · {interest.space.fields.name}", title.lang)


def waiting_table(network: Network, lang: str) -> Table:
    """The dates that are over and that nobody has told of."""
    say, to = network.phrases[lang], Addresses(network, lang)
    return Table(
        columns=(say("season.project"), say("season.space"), say("season.day")),
        rows=tuple(
            TableRow(
                head=Link(must(text(each.project.record.says("title", lang), lang)), to.project(each.project)),
                cells=(each.space.fields.name, dated_day(each.fields.on, lang) if each.fields.on else ""),
            )
            for each in unreported(network)
        ),
    )


def tours_table(network: Network, lang: str) -> Table:
    """The tours: settled and proposed dates, kilometres, what is saved."""
    say, to = network.phrases[lang], Addresses(network, lang)
    found = list(planned(network))
    told = prices(network, [saved(project, plan) for project, plan in found], lang)
    sure = [each.project.slug for each in shown(network).interests if each.state == "confirmed"]
    return Table(
        columns=(
            say("season.project"),
            say("tour_figure.settled"),
            say("tour_figure.dates"),
            say("tour_figure.way"),
            say("season_figure.km"),
            say("season_figure.saved"),
        ),
        rows=tuple(
            TableRow(
                head=Link(must(text(project.record.says("title", lang), lang)), to.tour(project)),
                cells=(
                    number(sure.count(project.slug), lang),
                    number(len(plan.stations), lang),
                    number(tenths(Decimal(plan.routed.tour.metres) / METRES), lang, "km"),
                    number(tenths(saved_km(plan)), lang, "km"),
                    amount if saved(project, plan) else "–",
                ),
            )
            for (project, plan), amount in zip(found, told, strict=True)
        ),
    )


# Who has hosted


# The table


def season_csv(network: Network) -> Iterator[File]:
    """`season.csv` beside the page of the season: a row for each interest."""
    for lang in network.languages:
        to, data = Addresses(network, lang), [interest_data(each, lang) for each in shown(network).interests]
        path = path_of(f"{to.listing('season')}season.csv", to.base)
        yield File(path, digest("season 1", COLUMNS, data), partial(season_table, data))


def season_table(data: list[Plain]) -> bytes:
    """The bytes of the table."""
    return written(COLUMNS, [rows(COLUMNS, data)])


def interest_data(interest: Interest, lang: str) -> Plain:
    """An interest as data: its money, messages and reasons are between those who wrote and read them."""
    fields = interest.fields
    return {
        "project": interest.project.slug,
        "project_title": must(text(interest.project.record.says("title", lang), lang)).text,
        "space": interest.space.slug,
        "space_name": interest.space.fields.name,
        "room": fields.room,
        "state": interest.state,
        "on": fields.on.isoformat() if fields.on else None,
        "at": f"{fields.at:%H:%M}" if fields.at else None,
        "hold": fields.hold,
        "expires": fields.expires.isoformat() if fields.expires and interest.state in HELD else None,
        "rank": fields.rank,
        "variant": fields.variant,
        "created": fields.created.isoformat(),
        "event": fields.event,
        "attendance": report.attendance if (report := public_report(interest.event)) else None,
    }
