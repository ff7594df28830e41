"""What forms offer to choose from: the network's own words, its spaces and projects, and the words of declarations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, get_args

from ..model.brand import FigureName
from ..model.cost import CostMode
from ..model.event_types import EVENT_TYPES, name
from ..model.interest import InterestState
from ..model.network import Network
from ..model.occurrence import Status
from ..model.organisation import LegalForm
from ..model.phrases import Phrases
from ..model.place import Month, Visibility, Weekday, Welcome
from ..model.project import Kind, OnRequest
from ..model.report import Delivered
from ..model.resource import ResourceKind
from ..model.room import Layout, Level
from ..model.things import Space
from .dates import language_name, month_alone, weekday_full
from .editor_fields import Options, Terms
from .views import must, words

# The phrases that name the choices of a declaration, by these choices. `choice` has those that no page says.
SAID: Mapping[tuple[Any, ...], tuple[str, ...]] = {
    get_args(Status): ("status", "choice"),
    ("free", "offering", "fixed", "consumption", "card"): ("price",),
    get_args(Visibility): ("choice",),
    get_args(InterestState): ("choice",),
    get_args(LegalForm): ("legal_form",),
    get_args(Level): ("level",),
    get_args(Layout): ("layout",),
    get_args(Kind): ("project_kind",),
    get_args(CostMode): ("cost",),
    get_args(OnRequest): ("on_request",),
    get_args(Welcome): ("welcome",),
    ("open", "paused", "closed"): ("space_status", "choice"),
    ("draft", "open", "paused", "full", "archived"): ("project_status",),
    ("yes", "no", "both"): ("outdoor",),
    get_args(FigureName): ("figure",),
    get_args(ResourceKind): ("choice",),
    ("members", "proposers", "public"): ("lending.for",),
    ("available", "maintenance", "retired"): ("choice",),
    ("any", "flat", "dance"): ("floor",),
    ("uneven", "flat"): ("choice", "floor"),
    ("spectators", "participants", "co-creators"): ("participation",),
    ("none", "low", "high"): ("words_matter",),
    ("none", "basic", "upload-5"): ("internet",),
    ("none", "car", "van"): ("parking",),
    ("foot", "bike", "car", "van", "truck"): ("vehicle",),
    ("foot", "bike", "public-transport", "train", "car", "van", "truck"): ("transport",),
    ("no", "photo", "all"): ("recording",),
    ("exempt", "0", "10", "22"): ("vat",),
    ("fattura", "notula", "agibilita"): ("invoice",),
    ("concession", "free-loan", "lease", "ownership", "pact", "other"): ("choice",),
    ("nobody", "given", "minors"): ("choice",),
    ("calendar", "page", "table"): ("choice",),
    ("as-told", "here"): ("choice",),
    ("dry", "live", "noisy"): ("choice",),
    ("none", "basic", "full"): ("choice",),
    ("none", "on-call", "resident"): ("choice",),
    ("counted", "tickets", "estimate"): ("choice",),
    ("theatre", "music", "none"): ("choice",),
    ("cancelled", "confirmed"): ("marked",),
    ("circle", "square", "diamond"): ("choice",),
    ("round", "sharp"): ("choice",),
    get_args(Delivered): ("calendar.access",),
}
SPOKEN = ("it", "en", "ar", "zh", "es", "fr", "uk", "ro", "sq", "si", "tl", "bn", "pt", "ru", "de", "ur", "ti", "wo")


def spoken_in(network: Network) -> tuple[str, ...]:
    """The languages of the forms: those of the network in which fields say what they mean, else its own."""
    return tuple(code for code in network.languages if code in ("it", "en")) or (network.lang,)


def terms_of(network: Network, spoken: str, space: Space | None = None) -> Terms:
    """What the forms of the office, or of one space, have to choose from, in one of their languages."""
    lang = "it" if spoken == "it" else "en"
    options = {
        **vocabularies(network, spoken),
        **bodies(network),
        **divisions(network, spoken),
        "project": tuple((each.fields.title, each.slug) for each in network.projects),
        "language": languages(network, spoken, lang),
        "type": tuple((f"{name(code, lang)} ({code})", code) for code in EVENT_TYPES if code.count(".") == 2),
    }
    if space is not None:
        options["room"] = tuple((room.fields.name, room.slug) for room in space.rooms)
    named = tuple((code, language_name(code, lang)) for code in network.languages)
    known = {kind: each for kind, each in options.items() if each}
    return Terms(lang, spoken, named, known, choices_in(network.phrases[spoken], lang))


def vocabularies(network: Network, spoken: str) -> dict[str, Options]:
    """The kinds, themes and targets of the network by their names."""
    fields = network.fields
    known = {"kind": fields.kinds, "theme": fields.themes, "target": fields.targets}
    return {
        kind: tuple((must(words(network, each.name, spoken)).text, each.id) for each in terms)
        for kind, terms in known.items()
    }


def bodies(network: Network) -> dict[str, Options]:
    """Spaces and organisations."""
    spaces: Options = tuple((each.fields.name, each.slug) for each in network.spaces)
    organisations: Options = tuple((each.fields.name, each.slug) for each in network.organisations)
    return {"space": spaces, "organisation": organisations, "organiser": spaces + organisations}


def divisions(network: Network, spoken: str) -> dict[str, Options]:
    """The divisions of the city, and the areas of each."""
    named = tuple((must(words(network, each.name, spoken)).text, each.id) for each in network.fields.areas)
    areas = {f"area:{id}": tuple((area.name, area.slug) for area in network.areas.get(id, ())) for _, id in named}
    return {"division": named, **areas}


def languages(network: Network, own: str, lang: str) -> Options:
    """Languages that people may speak: those that the network names somewhere, and those often met."""
    spoken: set[str] = {*network.languages, *SPOKEN}
    for fields in (each.fields for things in (network.spaces, network.projects, network.events) for each in things):
        spoken |= set(fields.languages)
    say = network.phrases[own]
    names = {code: f"tongue.{code}" for code in spoken if say.has(f"tongue.{code}")}
    return tuple(sorted((say(names[code]) if code in names else language_name(code, lang), code) for code in spoken))


def choices_in(say: Phrases, lang: str) -> dict[tuple[Any, ...], Options]:
    """The words for the choices of declarations."""
    monday = date(2024, 1, 1)
    days = tuple((weekday_full(monday + timedelta(days=n), lang), day) for n, day in enumerate(get_args(Weekday)))
    months = tuple((month_alone(date(2024, n, 1), lang), month) for n, month in enumerate(get_args(Month), 1))
    said = {values: named(say, values, groups) for values, groups in SAID.items()}
    return {**said, get_args(Weekday): days, get_args(Month): months}


def named(say: Phrases, values: Iterable[Any], groups: Iterable[str]) -> Options:
    """Choices by the phrases of the first group that has them."""
    known = {value: [f"{group}.{value}" for group in groups if say.has(f"{group}.{value}")] for value in values}
    return tuple((say(keys[0]) if keys else str(value), value) for value, keys in known.items())
