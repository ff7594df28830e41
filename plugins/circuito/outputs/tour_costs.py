"""What a tour costs each host, told with every term: by how many join, by the three keys, against single trips."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from msgspec import Struct

from ..circulation.planning import Plan
from ..circulation.sharing import Split, Terms, break_even, terms
from ..model.network import Network
from ..model.phrases import Phrases
from ..model.things import Project
from .facts import number, prices
from .views import Link, Text, body_link, words

LEAST_ROWS, MOST_ROWS = 4, 8
WITHOUT_SUMS = ("free", "exchange", "box-office-split", "minimum-or-split", "pay-per-participant")


class TableRow(Struct, frozen=True, kw_only=True):
    """A row of a table: what it is about, its cells, and whether it is the one that holds now."""

    head: Link
    cells: tuple[str, ...]
    marked: bool = False


class Table(Struct, frozen=True, kw_only=True):
    """A table: what stands above its columns, the first one included, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


class CostsView(Struct, frozen=True, kw_only=True):
    """What a tour costs: one sentence, the terms of the formula with their meaning, the costs by how many join, what
    each pays by the three keys, and what is saved.
    """

    sentence: str
    exchange: Text | None
    parts: tuple[tuple[str, str], ...]
    by_dates: Table | None
    by_key: Table | None
    note: str
    saving: str


def costs_view(network: Network, project: Project, plan: Plan, lang: str) -> CostsView:
    """The costs of a planned tour in a language."""
    say, cost, count = network.phrases[lang], project.fields.cost, len(plan.stations)
    costly = plan.terms is not None and cost.mode not in WITHOUT_SUMS
    found = plan.terms if costly else None
    saved = plan.saving if found and plan.saving and count > 1 else None
    return CostsView(
        sentence=in_one_sentence(network, project, plan, lang),
        exchange=words(network, cost.exchange_offer, lang),
        parts=tuple(told_terms(network, found, lang)) if found else (),
        by_dates=by_dates(network, project, plan, found, lang) if found else None,
        by_key=by_key(network, plan, lang) if found and count > 1 else None,
        note=say("tour.km_note", km=number(tenths(found.km / found.dates), lang)) if found and found.per_km else "",
        saving=say("tour.saving", amount=one(network, saved, lang), n=count) if saved else "",
    )


def one(network: Network, amount: Decimal, lang: str) -> str:
    """An amount alone."""
    return prices(network, [amount], lang)[0]


def tenths(amount: Decimal) -> Decimal:
    """A number of kilometres as people say it."""
    return amount.quantize(Decimal("0.1"))


def in_one_sentence(network: Network, project: Project, plan: Plan, lang: str) -> str:
    """What a host pays, in one sentence."""
    say, cost, count = network.phrases[lang], project.fields.cost, len(plan.stations)
    if cost.mode not in WITHOUT_SUMS and plan.terms:
        more = terms(cost, count + 1, plan.terms.km / count * (count + 1))
        now, then = prices(network, [plan.terms.gross, more.gross if more else plan.terms.gross], lang)
        return say("tour.now", n=count, now=now, then=then)
    known = {"amount": cost.minimum or cost.per_person or Decimal(0), "even": break_even(cost) or Decimal(0)}
    told = {name: one(network, amount, lang) for name, amount in known.items()}
    return say(f"tour_cost.{cost.mode}", percent=number(cost.split_pct, lang), **told)


def told_terms(network: Network, found: Terms, lang: str) -> Iterator[tuple[str, str]]:
    """The terms of the formula with their keys and values: for the tour as it is planned."""
    amounts = {"fee": found.fee, "per_date": found.per_date, "once": found.once, "per_km": found.per_km}
    amounts |= {"cap": found.cap or Decimal(0), "cap_priority": found.cap_priority or Decimal(0)}
    for name, amount in amounts.items():
        if amount:
            yield name, one(network, amount, lang)
    if found.per_km:
        yield "km", number(tenths(found.km), lang, "km")
    if found.pct is not None:
        yield "pct", number(found.pct, lang, "%")
    yield "dates", number(found.dates, lang)


COLUMNS: tuple[tuple[str, Callable[[Terms], Decimal]], ...] = (
    ("fee", lambda found: found.fee),
    ("per_date", lambda found: found.per_date),
    ("once_part", lambda found: found.once / found.dates),
    ("km_part", lambda found: found.travel / found.dates),
    ("gross", lambda found: found.gross),
    ("host", lambda found: found.host()),
    ("host_priority", lambda found: found.host(True)),
    ("rest", lambda found: found.rest()),
    ("rest_priority", lambda found: found.rest(True)),
)
SHARED = ("host", "host_priority", "rest", "rest_priority")


def by_dates(network: Network, project: Project, plan: Plan, found: Terms, lang: str) -> Table:
    """What one date costs with one date in the tour, with two, with three…; columns without any amount are left out."""
    say, now = network.phrases[lang], len(plan.stations)
    most = project.fields.tour.max_dates if project.fields.tour else None
    last = min(max(now + 2, LEAST_ROWS), MOST_ROWS, most or MOST_ROWS)
    each_km = found.km / found.dates
    rows = [made for n in range(1, max(last, now) + 1) if (made := terms(project.fields.cost, n, each_km * n))]
    columns = [(name, value) for name, value in COLUMNS if is_told(name, found) and any(map(value, rows))]
    amounts = prices(network, [value(row) for row in rows for _, value in columns], lang)
    wide = len(columns)
    return Table(
        columns=(say("tour.dates"), *(say(f"tour_term.{name}") for name, _ in columns)),
        rows=tuple(
            TableRow(
                head=Link(Text(say("tour.count", n=row.dates)), ""),
                cells=amounts[place * wide : (place + 1) * wide],
                marked=row.dates == now,
            )
            for place, row in enumerate(rows)
        ),
    )


def is_told(name: str, found: Terms) -> bool:
    """Whether a column says anything that another does not: without a contribution hosts pay all."""
    if name in SHARED and found.pct is None:
        return False
    return not name.endswith("_priority") or found.cap_priority is not None


def by_key(network: Network, plan: Plan, lang: str) -> Table:
    """What each host pays by each key, the funder's part, and the sum."""
    say, spaces = network.phrases[lang], {space.slug: space for space in network.spaces}
    hosts, splits = [station.space for station in plan.stations], plan.splits
    funded = any(split.funder for split in splits)
    amounts = iter(prices(network, list(all_parts(hosts, splits, funded)), lang))
    heads = [body_link(network, spaces[host], lang) for host in hosts]
    heads += [Link(Text(say("tour.funder")), "")] if funded else []
    heads.append(Link(Text(say("tour.whole")), ""))
    return Table(
        columns=(say("tour.host"), *(say(f"tour_key.{split.key}") for split in splits)),
        rows=tuple(TableRow(head=head, cells=tuple(next(amounts) for _ in splits)) for head in heads),
    )


def all_parts(hosts: list[str], splits: tuple[Split, ...], funded: bool) -> Iterator[Decimal]:
    """The amounts of a table by keys, row by row."""
    for host in hosts:
        yield from (split.parts[host] for split in splits)
    if funded:
        yield from (split.funder for split in splits)
    yield from (split.total for split in splits)


def key_notes(say: Phrases, plan: Plan) -> tuple[str, ...]:
    """What each key means."""
    return tuple(say(f"tour_key_note.{split.key}") for split in plan.splits)


def pays(network: Network, plan: Plan, lang: str) -> tuple[str, ...]:
    """What the host of each station pays; empty where nothing can be told, or nothing is due."""
    shares = [station.share for station in plan.stations]
    told = iter(prices(network, [share for share in shares if share is not None], lang))
    return tuple("" if share is None else next(told) for share in shares)
