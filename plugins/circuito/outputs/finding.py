"""Ways to find things by name: the search page, and the index from A to Z that needs no script."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

from ..model.network import Network
from ..model.phrases import Phrases
from . import Page
from .addresses import Addresses
from .agenda import begins_on
from .dates import month_name
from .frame import frame
from .place_links import area_links, term_links
from .views import Link, Text, area_name, line_of, must, term, text

KINDS = ("event", "space", "project", "organisation", "area", "theme", "news", "page")
COUNTED = ("search.results", "search.sifted")
SAID = ("search.nothing", "search.loading", "search.failed")
LATIN = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
DIGITS, OTHERS = "0–9", "…"
ALIKE = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ؤ": "و", "ئ": "ي", "ة": "ه", "ـ": ""})
ARTICLE = "ال"


class Choice(Struct, frozen=True, kw_only=True):
    """A value by which results can be sifted."""

    value: str
    name: Text


class Entry(Struct, frozen=True, kw_only=True):
    """A name in the index from A to Z: what it is, and where. `kind` is a word of `KINDS`."""

    name: Text
    url: str
    kind: str
    note: Text | None
    line: str


class Letter(Struct, frozen=True, kw_only=True):
    """A letter of the index with its names; `anchor` is its place on the page. A letter without names leads nowhere."""

    name: str
    anchor: str
    entries: tuple[Entry, ...]


def search(network: Network) -> Iterator[Page]:
    """The search page in every language. Without a script, or an index, it shows the other ways."""
    for lang in network.languages:
        say = network.phrases[lang]
        yield frame(
            network,
            lang,
            "search.html",
            lambda to: to.listing("search"),
            say("search.title"),
            description=say("search.description", network=network.fields.name),
            section="search",
            robots="noindex",
            words=script_words(say),
            kinds=tuple(Choice(value=kind, name=Text(say(f"search.kind.{kind}"))) for kind in KINDS),
            areas=area_choices(network, lang),
            themes=tuple(Choice(value=link.id, name=link.name) for link in term_links(network, lang)),
            months=month_choices(network, lang),
            other_ways=other_ways(network, lang),
        )


def script_words(say: Phrases) -> str:
    """The phrases that the script needs, as JSON: those with a count in all their forms (CLDR)."""
    words: dict[str, object] = {key.rpartition(".")[2]: forms(say, key) for key in COUNTED}
    words |= {key.rpartition(".")[2]: say(key) for key in SAID}
    words["one"] = {kind: say(f"search.one.{kind}") for kind in KINDS}
    return json.dumps(words, ensure_ascii=False, sort_keys=True)


def forms(say: Phrases, key: str) -> dict[str, str]:
    """All forms of a phrase with a count."""
    found = say.texts.get(key)
    if found is None:
        return forms(say.fallback, key) if say.fallback else {}
    return {"other": found} if isinstance(found, str) else dict(found)


def area_choices(network: Network, lang: str) -> tuple[Choice, ...]:
    """The areas of the first division in which there is a space, by name."""
    first = next(iter(network.areas.values()), ())
    used = {area.slug for space in network.spaces for area in space.areas}
    named = [(area_name(network, area, lang), area.slug) for area in first if area.slug in used]
    return tuple(Choice(value=slug, name=Text(name)) for name, slug in sorted(named, key=lambda one: order(one[0])))


def month_choices(network: Network, lang: str) -> tuple[Choice, ...]:
    """The months in which something begins, from this one on."""
    firsts = {day.replace(day=1) for day in begins_on(network) if day >= network.today}
    return tuple(Choice(value=f"{first:%Y-%m}", name=Text(month_name(first, lang))) for first in sorted(firsts))


def other_ways(network: Network, lang: str) -> tuple[Link, ...]:
    """The other ways to find things."""
    say, to = network.phrases[lang], Addresses(network, lang)
    return (
        Link(Text(say("a_to_z.title")), to.listing("a_to_z")),
        *(Link(Text(say(f"menu.{key}")), to.listing(key)) for key in ("agenda", "spaces", "areas", "projects")),
        Link(Text(say("menu.themes")), to.listing("themes")),
    )


def a_to_z(network: Network) -> Iterator[Page]:
    """The index from A to Z in every language."""
    for lang in network.languages:
        say = network.phrases[lang]
        yield frame(
            network,
            lang,
            "a_to_z.html",
            lambda to: to.listing("a_to_z"),
            say("a_to_z.title"),
            description=say("a_to_z.description", network=network.fields.name),
            section="search",
            letters=letters(entries(network, lang), lang),
        )


def entries(network: Network, lang: str) -> Iterator[Entry]:
    """Everything that has a name of its own and a page, but events, which the agenda holds."""
    to = Addresses(network, lang)
    for space in network.spaces:
        kind = term(network, network.fields.kinds, space.fields.kind, lang)
        name, line = Text(space.fields.name), line_of(space.fields.themes)
        yield Entry(name=name, url=to.space(space), kind="space", note=kind, line=line)
    for organisation in network.organisations:
        name = Text(organisation.fields.name)
        yield Entry(name=name, url=to.organisation(organisation), kind="organisation", note=None, line="line-none")
    for project in network.projects:
        outcomes = project.fields.outcomes
        yield Entry(
            name=must(text(project.record.says("title", lang), lang)),
            url=to.project(project),
            kind="project",
            note=Text(project.proposer.fields.name),
            line=line_of(outcomes.themes if outcomes else ()),
        )
    for area in area_links(network, lang):
        yield Entry(name=Text(area.name), url=area.url, kind="area", note=None, line="line-none")
    for theme in term_links(network, lang):
        yield Entry(name=theme.name, url=theme.url, kind="theme", note=None, line=theme.line)


def letters(found: Iterable[Entry], lang: str) -> tuple[Letter, ...]:
    """Names by their first letters: all Latin ones in their order, those of the page's own script before them."""
    by_letter: dict[str, list[Entry]] = {}
    for entry in sorted(found, key=lambda each: (order(each.name.text), each.url)):
        by_letter.setdefault(initial(entry.name.text), []).append(entry)
    ends = [name for name in (DIGITS, OTHERS) if name in by_letter]
    own = sorted(set(by_letter) - {*LATIN, *ends})
    names = [*own, *LATIN, *ends] if lang in ("ar", "fa", "ur") else [*LATIN, *own, *ends]
    return tuple(Letter(name=name, anchor=anchor(name), entries=tuple(by_letter.get(name, ()))) for name in names)


def anchor(name: str) -> str:
    """The place of a letter on the page: `letter-a`, `letter-0`, `letter-627`."""
    return f"letter-{name[0].lower() if name[0].isascii() else format(ord(name[0]), 'x')}"


def initial(name: str) -> str:
    """The letter under which a name stands: without accents; of an Arabic name that of its root, not its article."""
    first = next((letter for letter in order(name) if letter.isalnum()), "")
    if not first:
        return OTHERS
    return DIGITS if first.isdigit() else first.upper()


def order(name: str) -> str:
    """A name as it is sorted: letters without accents or case, ligatures taken apart, the Arabic article left out."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name).translate(ALIKE).casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    if words and len(words[0]) > len(ARTICLE) + 1:
        words[0] = words[0].removeprefix(ARTICLE)
    return " ".join(words)
