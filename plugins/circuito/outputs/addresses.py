"""The addresses of everything published. Once published, an address never changes.

The network's own language stands at the root, every other under its code: `/spazi/…`, `/en/spaces/…`. The words in
addresses are fixed per language (`WORDS`); a network adds those of further languages in `network.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

from ..model.network import Network
from ..model.things import Area, Event, Organisation, Project, Space

WORDS = {
    "it": {
        "agenda": "agenda",
        "today": "oggi",
        "weekend": "fine-settimana",
        "spaces": "spazi",
        "events": "eventi",
        "projects": "progetti",
        "areas": "quartieri",
        "themes": "temi",
        "organisations": "enti",
        "programmes": "programmi",
        "news": "notizie",
        "map": "mappa",
        "brand": "marchio",
        "components": "componenti",
        "search": "cerca",
        "a_to_z": "a-z",
        "tonight": "stasera",
        "free": "gratis",
        "accessible": "accessibile",
        "evening": "sera",
        "theme": "tema",
        "area": "quartiere",
        "audience": "pubblico",
        "language": "lingua",
        "subscribe": "segui",
        "embed": "riquadro",
        "needs_nothing": "senza-pretese",
        "age": "eta",
        "kind": "tipo",
        "compare": "confronto",
        "questionnaire": "questionario",
        "hosting": "ospitare",
        "where": "dove",
        "sheet": "in-una-pagina",
        "tour": "giro",
        "season": "stagione",
        "freshness": "da-aggiornare",
        "imports": "importazioni",
        "rooms": "sale",
        "lending": "prestiti",
    },
    "en": {
        "agenda": "agenda",
        "today": "today",
        "weekend": "weekend",
        "spaces": "spaces",
        "events": "events",
        "projects": "projects",
        "areas": "areas",
        "themes": "themes",
        "organisations": "organisations",
        "programmes": "programmes",
        "news": "news",
        "map": "map",
        "brand": "brand",
        "components": "components",
        "search": "search",
        "a_to_z": "a-z",
        "tonight": "tonight",
        "free": "free",
        "accessible": "accessible",
        "evening": "evening",
        "theme": "theme",
        "area": "area",
        "audience": "audience",
        "language": "language",
        "subscribe": "follow",
        "embed": "embed",
        "needs_nothing": "needs-nothing",
        "age": "age",
        "kind": "kind",
        "compare": "compare",
        "questionnaire": "questionnaire",
        "hosting": "hosting",
        "where": "where",
        "sheet": "one-page",
        "tour": "tour",
        "season": "season",
        "freshness": "to-update",
        "imports": "imports",
        "rooms": "rooms",
        "lending": "lending",
    },
}


class Addresses:
    """Makes addresses for one network in one language. They begin with `base`, the path under which the site lies,
    without a slash at its end; `start` is that with the language's prefix.

    Each language has one: what all its addresses share is worked out once.
    """

    network: Network
    lang: str
    base: str
    start: str
    words: Mapping[str, str]

    def __new__(cls, network: Network, lang: str) -> Addresses:
        """The one that a network has for a language."""
        return network.once((cls, lang), cls.made, network, lang)

    @classmethod
    def made(cls, network: Network, lang: str) -> Addresses:
        """One made anew."""
        self = super().__new__(cls)
        self.network, self.lang = network, lang
        self.base = urlsplit(network.site).path.rstrip("/")
        self.start = self.base if lang == network.lang else f"{self.base}/{lang}"
        own = (network.fields.addresses or {}).get(lang, {})
        self.words = WORDS.get(lang, WORDS["en"]) | {key: word for key, word in own.items() if word}
        return self

    def word(self, key: str) -> str:
        """A word of this language's addresses; a language without words of its own uses the English ones."""
        return self.words[key]

    def at(self, *parts: str) -> str:
        """The address of a page: the language's prefix, then the parts, then a slash."""
        return "/".join([self.start, *parts, ""])

    def file(self, *parts: str) -> str:
        """The address of a file."""
        return self.at(*parts).removesuffix("/")

    def following(self, folder: str) -> str:
        """The page that explains how to follow what lies in a folder."""
        return f"{folder}{self.word('subscribe')}/"

    def absolute(self, address: str) -> str:
        """An address with the site's scheme and host before it."""
        return self.network.site.removesuffix(self.base) + address

    def home(self) -> str:
        return self.at()

    def listing(self, key: str) -> str:
        """A list: `spaces`, `projects`, `agenda`, …"""
        return self.at(self.word(key))

    def space(self, space: Space) -> str:
        return f"{self.start}/{self.words['spaces']}/{space.slug}/"

    def event(self, event: Event) -> str:
        return f"{self.start}/{self.words['events']}/{event.address}/"

    def project(self, project: Project) -> str:
        return self.at(self.word("projects"), project.slug)

    def former(self, thing: Space | Event | Project, address: str) -> tuple[str, ...]:
        """What the address of a thing's page, or one below it, was while the thing or its host had other names."""
        host = thing.host if isinstance(thing, Event) else None
        hosts = (host.slug, *host.fields.formerly) if host else ("",)
        named = [(slug, name) for slug in hosts for name in (thing.slug, *thing.fields.formerly)]
        word = self.word("spaces" if isinstance(thing, Space) else "events" if host else "projects")
        now, *before = (self.at(word, *filter(None, names)) for names in named)
        return tuple(folder + address.removeprefix(now) for folder in before)

    def tour(self, project: Project) -> str:
        """The page of a project's tour."""
        return self.at(self.word("projects"), project.slug, self.word("tour"))

    def room_calendar(self, space: Space, room: str) -> str:
        """The calendar of when a room is taken."""
        return self.file(self.word("spaces"), space.slug, self.word("rooms"), f"{room}.ics")

    def organisation(self, organisation: Organisation) -> str:
        return self.at(self.word("organisations"), organisation.slug)

    def body(self, body: Space | Organisation) -> str:
        """A space or an organisation."""
        return self.space(body) if isinstance(body, Space) else self.organisation(body)

    def area(self, area: Area) -> str:
        return self.at(self.word("areas"), area.slug)

    def theme(self, slug: str) -> str:
        return self.at(self.word("themes"), slug)

    def programme(self, slug: str) -> str:
        return self.at(self.word("programmes"), slug)

    def day(self, day: date) -> str:
        return self.at(self.word("agenda"), day.isoformat())

    def week(self, day: date) -> str:
        """The ISO week (ISO 8601) in which a day lies."""
        year, week, _ = day.isocalendar()
        return self.at(self.word("agenda"), f"{year}-w{week:02}")

    def month(self, day: date) -> str:
        return self.at(self.word("agenda"), f"{day:%Y-%m}")


def card_path(path: str) -> str:
    """The path of the social card of the page at a path."""
    return f"{path.removesuffix('index.html').removesuffix('html')}card.png"


def path_of(address: str, base: str) -> str:
    """The path in the output of what is found at an address."""
    path = address.removeprefix(base).lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path
