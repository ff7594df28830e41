"""What is to be put right: one page for the office, one for each space, with feeds and a table beside each of them.

Search engines are asked to pass them by, and no page leads to the office's: whoever keeps the address reads it. The
chores themselves are found by `upkeep`, and told by `chore_views`.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from html import escape
from io import StringIO

from ..model.network import Network
from ..model.things import Interest, Space
from . import File, LaterView, Page, digest
from .addresses import Addresses, path_of
from .axes import About
from .chore import Chore
from .chore_views import groups, key, name_of, pieces, view
from .dates import dated_day
from .edit_links import has_forms
from .facts import number
from .feed_items import MOST, Item, tag
from .feeds import atom, json_feed, rss
from .frame import Feeds, crumb, frame
from .history import midnight
from .keys import network_key
from .redirects import redirects
from .tables import cell
from .tour_costs import Table, TableRow
from .upkeep import chores
from .views import Link, Text

COLUMNS = ("space", "kind", "about", "since", "file", "line", "fact", "remedy", "page")


def freshness(network: Network) -> Iterator[Page]:
    """`/da-aggiornare/`, and `da-aggiornare/` beside the page of each space, in every language."""
    for lang in network.languages:
        to = Addresses(network, lang)
        yield page_of_office(network, lang)
        for space in network.spaces:
            yield page_of_space(network, space, lang)
            yield from redirects(to, space, beside(to, space), space.fields.name)


def page_of_office(network: Network, lang: str) -> Page:
    """What is to be put right in the whole network."""
    say, here = network.phrases[lang], office(Addresses(network, lang))
    return frame(
        network,
        lang,
        "freshness.html",
        office,
        say("fresh.title"),
        description=say("fresh.description", network=network.fields.name),
        robots="noindex",
        feeds=feeds_at(network, lang, here, network.fields.name),
        own=False,
        figures=tuple(figures(network, lang)),
        spaces=spaces_table(network, lang),
        groups=LaterView(made_from(network, None, lang), groups, (network, chores(network), lang)),
        table=f"{here}chores.csv",
    )


def page_of_space(network: Network, space: Space, lang: str) -> Page:
    """What a space is to put right."""
    say, to, name = network.phrases[lang], Addresses(network, lang), space.fields.name
    here = beside(to, space)
    return frame(
        network,
        lang,
        "freshness.html",
        partial(beside, space=space),
        say("fresh.title_of", name=name),
        description=say("fresh.description_of", name=name),
        section="spaces",
        crumbs=(crumb(network, lang, "spaces"), Link(Text(name), to.space(space))),
        robots="noindex",
        feeds=feeds_at(network, lang, here, name),
        source=space.record.path,
        own=True,
        figures=(),
        spaces=None,
        groups=LaterView(made_from(network, space, lang), groups, (network, of_space(network, space), lang)),
        table=f"{here}chores.csv",
    )


def office(to: Addresses) -> str:
    """The address of the office's page."""
    return to.listing("freshness")


def beside(to: Addresses, space: Space) -> str:
    """The address of a space's page."""
    return f"{to.space(space)}{to.word('freshness')}/"


def of_space(network: Network, space: Space) -> tuple[Chore, ...]:
    """The chores of a space."""
    return network.once("chores by space", by_space, network).get(space.slug, ())


def by_space(network: Network) -> dict[str, tuple[Chore, ...]]:
    """The chores of each space that has any."""
    found: dict[str, list[Chore]] = {}
    for each in chores(network):
        if each.space:
            found.setdefault(each.space.slug, []).append(each)
    return {slug: tuple(own) for slug, own in found.items()}


def feeds_at(network: Network, lang: str, folder: str, name: str) -> Feeds:
    """The feeds in the folder of a page."""
    return Feeds(
        name=network.phrases[lang]("fresh.title_of", name=name),
        rss=f"{folder}rss.xml",
        atom=f"{folder}atom.xml",
        json=f"{folder}feed.json",
    )


# The page


def figures(network: Network, lang: str) -> Iterator[tuple[str, str]]:
    """How much is to be put right, with the keys of phrases."""
    every = chores(network)
    busy = {each.space.slug for each in every if each.space}
    yield "chores", number(len(every), lang)
    yield "files", number(len({each.path for each in every}), lang)
    yield "spaces", number(len(network.spaces) - len(busy), lang)


def spaces_table(network: Network, lang: str) -> Table:
    """The spaces with something to put right, those with most first."""
    say, to = network.phrases[lang], Addresses(network, lang)
    counted = [(space, of_space(network, space)) for space in network.spaces]
    return Table(
        columns=(say("fresh.space"), say("fresh.count"), say("fresh.oldest")),
        rows=tuple(
            TableRow(
                head=Link(Text(space.fields.name), beside(to, space)),
                cells=(number(len(own), lang), dated_day(min(each.since for each in own), lang)),
            )
            for space, own in sorted(counted, key=lambda each: (-len(each[1]), each[0].slug))
            if own
        ),
    )


def made_from(network: Network, space: Space | None, lang: str) -> str:
    """What is made from the chores of a space, or from all of them, depends on this; the day is no part of it."""
    some = chores(network) if space is None else of_space(network, space)
    facts = network.once(("chores of", space and space.slug), digest, [list(print_of(each)) for each in some])
    return digest("chores 1", lang, network.phrases[lang].digest, network_key(network), has_forms(network), facts)


def print_of(chore: Chore) -> Iterator[str]:
    """All that tells one chore from another, and what it is told with."""
    yield from (chore.kind, str(chore.since), chore.path, str(chore.line), chore.name)
    yield from (f"{name} {value}" for name, value in chore.values.items())
    yield chore.space.record.digest if chore.space else ""
    thing = chore.thing.project if isinstance(chore.thing, Interest) else chore.thing
    yield thing.record.digest if thing else ""


# Feeds


def freshness_feeds(network: Network) -> Iterator[File]:
    """`rss.xml`, `atom.xml` and `feed.json` beside each of these pages: the newest chores."""
    for lang in network.languages:
        to = Addresses(network, lang)
        yield from feed_files(network, lang, office(to), None, chores(network))
        for space in network.spaces:
            yield from feed_files(network, lang, beside(to, space), space, of_space(network, space))


def feed_files(network: Network, lang: str, folder: str, space: Space | None, some: Iterable[Chore]) -> Iterator[File]:
    """The feeds of the chores of a space, or of all, in a folder."""
    to, say = Addresses(network, lang), network.phrases[lang]
    page, name = to.absolute(folder), space.fields.name if space else network.fields.name
    told = About(
        id=f"freshness:{space.slug}" if space else "freshness",
        name=say("fresh.title_of", name=name),
        description=say("fresh.description_of", name=name),
        colour=network.brand.colours.accent,
        page=page,
        folder=page,
    )
    newest = sorted(some, key=lambda each: (each.since, each.path, each.name), reverse=True)[:MOST]
    made_of = digest("chores feed", told, made_from(network, space, lang))
    for file, write in (("rss.xml", rss), ("atom.xml", atom), ("feed.json", json_feed)):
        yield File(path_of(folder + file, to.base), made_of, partial(fed, network, lang, told, newest, write))


def fed(
    network: Network,
    lang: str,
    told: About,
    some: list[Chore],
    write: Callable[[Network, str, About, list[Item]], bytes],
) -> bytes:
    """The bytes of a feed of chores."""
    return write(network, lang, told, [item(network, each, lang, told.page) for each in some])


def item(network: Network, chore: Chore, lang: str, page: str) -> Item:
    """A chore as an item, which leads to its place on the page."""
    say, seen = network.phrases[lang], view(network, chore, lang)
    parts = pieces(say(f"fresh.remedy.{key(chore.kind)}"))
    remedy = "".join(f"<code>{escape(part.text)}</code>" if part.code else escape(part.text) for part in parts)
    html = f"<p>{escape(seen.fact)}</p>\n<p>{remedy}</p>\n<p><code>{escape(seen.file)}</code></p>"
    name = digest(chore.name)[:8] if chore.name else ""
    return Item(
        id=tag(network, "chore", chore.kind, chore.path, *([name] if name else []), chore.since.isoformat(), lang),
        url=f"{page}#{chore.kind}",
        title=f"{seen.about.text.text}: {name_of(network, chore.kind, lang)}",
        summary=seen.fact,
        html=html,
        published=midnight(chore.since),
        updated=midnight(chore.since),
        tags=(name_of(network, chore.kind, lang),),
    )


# The table


def freshness_csv(network: Network) -> Iterator[File]:
    """`chores.csv` beside each of these pages: a row for each chore."""
    for lang in network.languages:
        to = Addresses(network, lang)
        lists: list[tuple[Space | None, str, tuple[Chore, ...]]] = [(None, office(to), chores(network))]
        lists += [(space, beside(to, space), of_space(network, space)) for space in network.spaces]
        for space, folder, some in lists:
            made_of = digest("chores table", made_from(network, space, lang))
            yield File(path_of(f"{folder}chores.csv", to.base), made_of, partial(table, network, some, lang))


def row(network: Network, chore: Chore, lang: str) -> list[str]:
    """A chore as a row: the space, the kind, what it is about, since when, its file and line, fact, remedy, page."""
    say, to, seen = network.phrases[lang], Addresses(network, lang), view(network, chore, lang)
    return [
        chore.space.slug if chore.space else "",
        chore.kind,
        seen.about.text.text,
        seen.since,
        chore.path,
        str(chore.line),
        seen.fact,
        say(f"fresh.remedy.{key(chore.kind)}"),
        to.absolute(seen.about.url) if seen.about.url else "",
    ]


def table(network: Network, some: Iterable[Chore], lang: str) -> bytes:
    """The bytes of a table, as spreadsheets read it."""
    made = StringIO()
    csv.writer(made).writerows([COLUMNS, *([cell(part) for part in row(network, each, lang)] for each in some)])
    return b"\xef\xbb\xbf" + made.getvalue().encode()
