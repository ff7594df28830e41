"""How what is to be put right is told: chores kind by kind, with fact, remedy and the file to change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from ..model.network import Network
from ..model.things import Event, Interest, Project, Space
from .addresses import Addresses
from .chore import Chore
from .dates import dated_day
from .edit_links import file_address, form_address, original_of
from .upkeep import KINDS
from .views import Link, Text, must, text

ABOUT_LINKS = ("gone", "no-host", "no-answer", "refused")


class ChoreView(Struct, frozen=True):
    """A chore as it is printed: what it is about, whose it is, the fact, since when, and the file to change.

    `detail` is the fact where it says more than the name of its kind; `edit` is where the file can be changed, empty
    where the network does not say where its files are.
    """

    about: Link
    space: str
    fact: str
    detail: str
    since: str
    since_text: str
    file: str
    edit: str


class Piece(Struct, frozen=True):
    """A piece of a sentence: words, or what is to be written in a file."""

    text: str
    code: bool


class Group(Struct, frozen=True):
    """Chores of one kind, with the name of the kind and the remedy."""

    kind: str
    name: str
    remedy: tuple[Piece, ...]
    chores: tuple[ChoreView, ...]


def groups(network: Network, some: Iterable[Chore], lang: str) -> tuple[Group, ...]:
    """Chores kind by kind."""
    by_kind: dict[str, list[Chore]] = {}
    for each in some:
        by_kind.setdefault(each.kind, []).append(each)
    return tuple(group(network, kind, by_kind[kind], lang) for kind in KINDS if kind in by_kind)


def group(network: Network, kind: str, some: Iterable[Chore], lang: str) -> Group:
    """The chores of one kind."""
    remedy = tuple(pieces(network.phrases[lang](f"fresh.remedy.{key(kind)}")))
    return Group(kind, name_of(network, kind, lang), remedy, tuple(view(network, each, lang) for each in some))


def pieces(sentence: str) -> Iterator[Piece]:
    """A sentence in pieces: what stands between backquotes is to be written in a file."""
    for place, part in enumerate(sentence.split("`")):
        if part:
            yield Piece(part, place % 2 == 1)


def key(kind: str) -> str:
    """A kind as phrases write it."""
    return kind.replace("-", "_")


def name_of(network: Network, kind: str, lang: str) -> str:
    """The name of a kind."""
    return network.phrases[lang](f"fresh.kind.{key(kind)}")


def view(network: Network, chore: Chore, lang: str) -> ChoreView:
    """A chore in a language; made once, for all pages, feeds and tables that hold it."""
    return network.once((chore, lang), made_view, network, chore, lang)


def made_view(network: Network, chore: Chore, lang: str) -> ChoreView:
    told = fact(network, chore, lang)
    return ChoreView(
        about=about(network, chore, lang),
        space=chore.space.fields.name if chore.space and chore.thing is not chore.space else "",
        fact=told,
        detail=told if chore.values else "",
        since=chore.since.isoformat(),
        since_text=dated_day(chore.since, lang),
        file=chore.path if chore.line == 1 else f"{chore.path}:{chore.line}",
        edit=editing(network, chore.path),
    )


def editing(network: Network, path: str) -> str:
    """Where a file can be changed: in its form, else at the network's host; empty where neither is known."""
    repository = network.fields.repository
    if repository is None:
        return ""
    return form_address(network, original_of(network, path)) or file_address(repository, path)


def about(network: Network, chore: Chore, lang: str) -> Link:
    """What a chore is about, with its page."""
    to, thing = Addresses(network, lang), chore.thing
    if thing is None:
        return Link(Text(chore.path), "")
    if isinstance(thing, Interest):
        return Link(titled(thing.project, lang), to.tour(thing.project))
    if isinstance(thing, Space):
        return Link(Text(thing.fields.name), to.space(thing))
    return Link(titled(thing, lang), to.project(thing) if isinstance(thing, Project) else to.event(thing))


def titled(thing: Event | Project, lang: str) -> Text:
    """The title of an event or project."""
    return must(text(thing.record.says("title", lang), lang))


def fact(network: Network, chore: Chore, lang: str) -> str:
    """The sentence of a chore."""
    say = network.phrases[lang]
    values = {name: dated_day(each, lang) if isinstance(each, date) else each for name, each in chore.values.items()}
    if chore.kind == "dead-link":
        why = str(values["why"])
        values["why"] = say(f"fresh.why.{key(why)}") if why in ABOUT_LINKS else say("fresh.why.status", status=why)
    return say(f"fresh.fact.{key(chore.kind)}", **values)
