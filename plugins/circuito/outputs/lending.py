"""What spaces lend: on the page of each, and all of it on one page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from ..agenda.walltime import days_between
from ..circulation.lending import free_days, lendable, promises
from ..circulation.season import Season
from ..model.network import Network
from ..model.things import Resource, Space
from . import Page
from .addresses import Addresses
from .dates import day_range
from .facts import ContactView, contact_view, money, number
from .frame import crumb, frame
from .picture_views import PictureView, pictures_view
from .views import Link, Text, body_link, must, text, words

OUTPUT = "circuito.outputs.lending:lending"
WEEKS_AHEAD = 8


class LoanView(Struct, frozen=True, kw_only=True):
    """Something that a space lends. `facts` are pairs of a phrase's key and a value; `away` are the days of the next
    weeks on which none is left; `status` is a word of the file.
    """

    slug: str
    name: Text
    summary: Text | None
    kit: Text | None
    conditions: Text | None
    pickup: Text | None
    facts: tuple[tuple[str, str], ...]
    away: tuple[str, ...]
    status: str
    contact: ContactView | None
    pictures: tuple[PictureView, ...]


def lending(network: Network) -> Iterator[Page]:
    """`/spazi/prestiti/` in every language, where anything is lent."""
    lenders = [space for space in network.spaces if lendable(space)]
    for lang in network.languages if lenders else ():
        say = network.phrases[lang]
        yield frame(
            network,
            lang,
            "lending.html",
            lending_address,
            say("lending.title"),
            description=say("lending.description", network=network.fields.name),
            section="spaces",
            crumbs=(crumb(network, lang, "spaces"),),
            lenders=tuple(
                (
                    space.slug,
                    body_link(network, space, lang),
                    tuple(answered(loan, space) for loan in loan_views(network, space, lang)),
                )
                for space in lenders
            ),
        )


def lending_address(to: Addresses) -> str:
    """The page of all that is lent."""
    return f"{to.listing('spaces')}{to.word('lending')}/"


def lending_link(network: Network, lang: str) -> str:
    """The page of all that is lent; empty where it is not published."""
    asked = OUTPUT in network.outputs and any(lendable(space) for space in network.spaces)
    return lending_address(Addresses(network, lang)) if asked else ""


def loan_views(network: Network, space: Space, lang: str) -> tuple[LoanView, ...]:
    """What a space lends, for all to see, on its own page: its contact stands there already."""
    return tuple(loan_view(network, space, each, lang) for each in lendable(space))


def answered(loan: LoanView, space: Space) -> LoanView:
    """A loan on the page of all, with the space's contact where it has none of its own."""
    return loan if loan.contact else replace(loan, contact=contact_view(space.fields.contact))


def loan_view(network: Network, space: Space, resource: Resource, lang: str) -> LoanView:
    """Something that a space lends, in a language."""
    fields, record = resource.fields, resource.record
    return LoanView(
        slug=resource.slug,
        name=must(text(record.says("name", lang), lang)),
        summary=text(record.says("summary", lang), lang),
        kit=text(record.says("kit", lang), lang),
        conditions=text(record.says("conditions", lang), lang),
        pickup=words(network, fields.pickup, lang),
        facts=tuple((key, value) for key, value in loan_facts(network, resource, lang) if value),
        away=tuple(days_away(network, space, resource, lang)),
        status=fields.status,
        contact=contact_view(fields.contact),
        pictures=pictures_view(network, record.path, fields.pictures, lang),
    )


def loan_facts(network: Network, resource: Resource, lang: str) -> Iterator[tuple[str, str]]:
    """The facts of a loan with their phrases' keys; empty where not declared."""
    fields, say = resource.fields, network.phrases[lang]
    yield "who", say(f"lending.for.{fields.who}")
    yield "count", number(fields.count, lang) if fields.count > 1 else ""
    yield "power", number(fields.power_kw, lang, "kW")
    yield "most", say("lending.days", n=fields.max_days) if fields.max_days else ""
    yield "fee", money(network, fields.fee, lang) if fields.fee else say("lending.free") if fields.fee == 0 else ""
    yield "deposit", money(network, fields.deposit, lang) if fields.deposit else ""
    yield "van", say("lending.by_van") if fields.needs_van else ""


def days_away(network: Network, space: Space, resource: Resource, lang: str) -> Iterator[str]:
    """The stretches of the next weeks in which no piece is left, though it is lent else."""
    season = Season(network.today, WEEKS_AHEAD * 7)
    promised = network.once("promises", promises, network.spaces, network.interests)
    taken = promised.get((space.slug, resource.slug), ())
    free = free_days(resource.fields, season, taken)
    named = {day for each in taken for day in days_between(each.first, each.last)}
    away = sorted(day for day in named if season.bit(day) and not free & season.bit(day))
    while away:
        first = last = away.pop(0)
        while away and away[0] == last + timedelta(days=1):
            last = away.pop(0)
        yield day_range(first, last, lang)


def all_lent(network: Network, lang: str) -> Link | None:
    """The way from a space to all that is lent."""
    url = lending_link(network, lang)
    return Link(Text(network.phrases[lang]("lending.all")), url) if url else None
