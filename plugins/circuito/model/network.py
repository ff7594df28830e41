"""The network: all that the files say, linked; and what the network's office declares about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from .brand import BrandFields
from .declaration import Means, RefersTo, declared
from .event import EventFields, Occurrence
from .history import History
from .imports import ImportState
from .interest import InterestFields, InterestState
from .phrases import Phrases
from .place import Accessibility, Contact, Link
from .project import ProjectFields
from .repository import Repository
from .resource import ResourceFields
from .space import OrganisationFields, RoomFields, SpaceFields
from .values import (
    ACCOUNT,
    COLOUR,
    FILE_NAME,
    LANGUAGE,
    SLUG,
    TILES,
    Anything,
    Count,
    Day,
    Flag,
    Line,
    Pattern,
    ReadWords,
    Words,
)

T = TypeVar("T")


@declared
class Term:
    """One word of a vocabulary of the network: a theme, a target, a kind of space."""

    id: Annotated[str, SLUG, Means("Nome nei file e negli indirizzi", "Name in files and addresses", "cura")]
    name: Annotated[Words, ReadWords(60), Means("Nome sul sito", "Name on the site", {"it": "Cura", "en": "Care"})]
    summary: Annotated[
        Words | None,
        ReadWords(240),
        Means("Di che cosa si tratta", "What it is about", {"it": "Stare vicini", "en": "Being near"}),
    ] = None
    colour: Annotated[str | None, COLOUR, Means("Colore della linea", "Colour of its line", '"#0a7d4b"')] = None


@declared
class AreaSet:
    """One division of the city, drawn in one GeoJSON file: neighbourhoods, municipalities. Divisions need not nest."""

    id: Annotated[str, SLUG, Means("Nome della suddivisione", "Name of the division", "quartieri")]
    file: Annotated[str, FILE_NAME, Means("File in content/areas/", "File in content/areas/", "quartieri.geojson")]
    name: Annotated[
        Words, ReadWords(60), Means("Nome al plurale", "Plural name", {"it": "Quartieri", "en": "Neighbourhoods"})
    ]
    key: Annotated[
        str, Line(1, 40), Means("Proprietà che identifica un'area", "Property that identifies an area", "id")
    ]
    label: Annotated[str, Line(1, 40), Means("Proprietà con il nome", "Property with the name", "name")]
    title: Annotated[
        Words | None,
        ReadWords(60),
        Means(
            "Come si scrive il nome; {} è quello del file", "How the name is written; {} is the file's", "Municipio {}"
        ),
    ] = None
    attribution: Annotated[
        str | None, Line(1, 300), Means("Fonte e licenza da scrivere", "Source and licence to print")
    ] = None


@declared
class Strand:
    """A thematic area of a programme, with its spaces."""

    id: Annotated[str, SLUG, Means("Nome nei file", "Name in files", "portinerie")]
    name: Annotated[
        Words, ReadWords(80), Means("Nome", "Name", {"it": "Portinerie sociali", "en": "Social porter's lodges"})
    ]
    summary: Annotated[Words | None, ReadWords(240), Means("In una frase", "In one sentence")] = None
    spaces: Annotated[
        tuple[Annotated[str, SLUG], ...], RefersTo("space"), Means("Spazi", "Spaces", ["portineria-corvetto"])
    ]


@declared
class Programme:
    """Several spaces that work under one funded plan."""

    id: Annotated[
        str, SLUG, Means("Nome nei file e negli indirizzi", "Name in files and addresses", "quartieri-in-rete")
    ]
    name: Annotated[Words, ReadWords(80), Means("Nome", "Name", "Quartieri in rete")]
    summary: Annotated[Words | None, ReadWords(240), Means("In una frase", "In one sentence")] = None
    starts: Annotated[date | None, Day(), Means("Inizio", "Start", "2025-09-01")] = None
    ends: Annotated[date | None, Day(), Means("Fine", "End", "2027-08-31")] = None
    lead: Annotated[
        tuple[Annotated[str, SLUG], ...],
        RefersTo("organisation"),
        Means("Enti responsabili", "Lead bodies", ["gruppo-beta"]),
    ] = ()
    strands: Annotated[tuple[Strand, ...], Means("Aree tematiche", "Thematic areas", [])] = ()


@declared
class MapTiles:
    """Pictures of streets under the map that moves. Whose server draws them learns who looks at which place."""

    url: Annotated[
        str,
        TILES,
        Means(
            "Indirizzo con {z}, {x} e {y}",
            "Address with {z}, {x} and {y}",
            '"https://tiles.example.org/{z}/{x}/{y}.png"',
        ),
    ]
    attribution: Annotated[
        str, Line(1, 200), Means("Fonte e licenza da scrivere", "Source and licence to print", "© OpenStreetMap")
    ]
    zoom: Annotated[int, Count(1, 22), Means("Ingrandimento massimo", "Largest zoom", 18)] = 18


@declared
class Horizon:
    """How far the agenda reaches from the day of the build."""

    past_days: Annotated[int, Count(0, 400), Means("Giorni passati nei calendari", "Past days in calendars", 30)] = 30
    months: Annotated[int, Count(1, 36), Means("Mesi futuri", "Months ahead", 18)] = 18
    day_pages: Annotated[int, Count(7, 400), Means("Pagine di giorni futuri", "Pages of days ahead", 92)] = 92


@declared
class Freshness:
    """After how long the office and the spaces are told that something has grown old."""

    profile_days: Annotated[
        int,
        Count(30, 3650),
        Means("Giorni dopo i quali un profilo va riletto", "Days after which a profile is to be read again", 365),
    ] = 365
    silence_days: Annotated[
        int,
        Count(7, 730),
        Means("Giorni senza nulla in programma", "Days with nothing on", 60),
    ] = 60
    interest_days: Annotated[
        int,
        Count(7, 730),
        Means("Giorni in cui un interesse può attendere", "Days for which an interest may wait", 30),
    ] = 30


@declared
class NetworkFields:
    """`content/network.yaml`, written by the network's office."""

    name: Annotated[str, Line(2, 80), Means("Nome della rete", "Name of the network", "Rete dimostrativa")]
    summary: Annotated[
        Words,
        ReadWords(240),
        Means("La rete in una frase", "The network in one sentence", {"it": "Sedici spazi", "en": "Sixteen spaces"}),
    ]
    domain: Annotated[
        str,
        Pattern(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", "domain-shape"),
        Means(
            "Dominio negli identificativi dei calendari; non cambia mai",
            "Domain in calendar identifiers; never changes",
            "rete.example.org",
        ),
    ]
    languages: Annotated[
        tuple[Annotated[str, LANGUAGE], ...],
        Means("Lingue; la prima è quella della rete", "Languages; the first is the network's", ["it", "en"]),
    ]
    timezone: Annotated[str, Line(1, 60), Means("Fuso orario IANA", "IANA time zone", "Europe/Rome")]
    city: Annotated[str, Line(1, 80), Means("Città", "City", "Milano")]
    country: Annotated[str, Pattern(r"[A-Z]{2}", "country-shape"), Means("Paese, ISO 3166", "Country, ISO 3166", "IT")]
    since: Annotated[
        date,
        Day(),
        Means(
            "Giorno di nascita; data di ciò che non ne dichiara una",
            "Day of birth; date of what states none",
            "2025-09-01",
        ),
    ]
    currency: Annotated[str, Pattern(r"[A-Z]{3}", "currency-shape"), Means("Valuta", "Currency", "EUR")] = "EUR"
    demonstration: Annotated[
        bool, Flag(), Means("Rete di prova: il sito lo dice", "A demonstration: the site says so", False)
    ] = False
    contact: Annotated[
        Contact | None, Means("Contatti dell'ufficio", "The office's contact", {"email": "info@example.org"})
    ] = None
    links: Annotated[tuple[Link, ...], Means("Altri collegamenti", "Other links", [])] = ()
    kinds: Annotated[
        tuple[Term, ...], Means("Tipi di spazio", "Kinds of space", [{"id": "portineria", "name": "Portineria"}])
    ] = ()
    themes: Annotated[tuple[Term, ...], Means("Temi", "Themes", [{"id": "cura", "name": "Cura"}])] = ()
    targets: Annotated[tuple[Term, ...], Means("Pubblici", "Targets", [{"id": "famiglie", "name": "Famiglie"}])] = ()
    areas: Annotated[tuple[AreaSet, ...], Means("Suddivisioni della città", "Divisions of the city", [])] = ()
    programmes: Annotated[tuple[Programme, ...], Means("Programmi", "Programmes", [])] = ()
    partners: Annotated[tuple[Link, ...], Means("Partner", "Partners", [])] = ()
    horizon: Annotated[Horizon, Means("Orizzonte dell'agenda", "Horizon of the agenda", {"months": 18})] = field(
        default_factory=Horizon
    )
    freshness: Annotated[
        Freshness, Means("Quando qualcosa è vecchio", "When something has grown old", {"profile_days": 365})
    ] = field(default_factory=Freshness)
    cancelled: Annotated[
        Literal["cancelled", "confirmed"],
        Means(
            "Eventi annullati nei calendari: `cancelled`, anche segnati come tali; `confirmed`, col solo prefisso",
            "Cancelled events in calendars: `cancelled`, marked as such too; `confirmed`, with the prefix alone",
            "cancelled",
        ),
    ] = "cancelled"
    challenge_days: Annotated[
        int | None,
        Count(1, 365),
        Means(
            "Giorni per confermare una prima opzione quando altri chiedono la data; senza, fino alla sua scadenza",
            "Days to confirm a first hold when others ask for its day; without it, until it expires",
            10,
        ),
    ] = None
    addresses: Annotated[
        dict[str, dict[str, str]] | None,
        Means("Parole degli indirizzi, per lingua", "Words in addresses, by language", {"fr": {"spaces": "lieux"}}),
    ] = None
    map_tiles: Annotated[
        MapTiles | None,
        Means(
            "Strade sotto la mappa interattiva; senza, nessun sito terzo vede chi la guarda",
            "Streets under the interactive map; without them no third party sees who looks at it",
            {"zoom": 18, "attribution": "© OpenStreetMap"},
        ),
    ] = None
    office: Annotated[
        tuple[Annotated[str, ACCOUNT], ...],
        Means(
            "Chi è l'ufficio: account, o squadre, dove stanno i file; approva ciò che non è di un solo spazio",
            "Who is the office: accounts, or teams, where the files are; they approve what is not one space's own",
            ["ufficio-rete"],
        ),
    ] = ()
    repository: Annotated[
        Repository | None,
        Means(
            "Dove stanno i file: da qui i moduli e i collegamenti per correggere",
            "Where the files are: from it come the forms and the links to correct pages",
            {"kind": "forgejo", "address": "https://git.example.org/rete/sito"},
        ),
    ] = None
    import_hosts: Annotated[
        tuple[Annotated[str, Pattern(r"(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+", "domain-shape")], ...],
        Means(
            "Da quali siti si possono importare calendari; `*.` vale per tutti i nomi che finiscono così",
            "From which sites calendars may be imported; `*.` stands for all names that end so",
            ["calendar.google.com", "*.icloud.com"],
        ),
    ] = ()
    extra: Annotated[
        dict[str, Any] | None, Anything(), Means("Fatti propri della rete", "Facts of the network's own", {})
    ] = None


Fields = (
    SpaceFields
    | RoomFields
    | OrganisationFields
    | EventFields
    | ProjectFields
    | InterestFields
    | ResourceFields
    | NetworkFields
    | BrandFields
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Text with the language it is in, which may be another than the one asked for."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What one thing's files say: its fields, its text as safe HTML, and both again in other languages.

    `path` is the file in the network's own language, from the network's root; `digest` that of all its files.
    """

    path: str
    lang: str
    fields: Any
    html: str = ""
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    digest: str = ""

    def says(self, name: str, lang: str) -> Spoken | None:
        """A translatable field in a language, else in the network's; None where it is not stated."""
        translated = self.translations.get(lang, {}).get(name)
        if translated:
            return Spoken(translated, lang)
        own = self.html if name == "html" else getattr(self.fields, name)
        return Spoken(own, self.lang) if own else None

    def languages(self) -> tuple[str, ...]:
        """The languages in which something of it is said."""
        return (self.lang, *sorted(self.translations))


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A neighbourhood or municipality; `polygons` are rings of (longitude, latitude), the first the outer one."""

    set: str
    slug: str
    name: str
    polygons: tuple[tuple[tuple[tuple[float, float], ...], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body that runs spaces or proposes projects."""

    slug: str
    record: Record

    @property
    def fields(self) -> OrganisationFields:
        """What its file declares."""
        fields: OrganisationFields = self.record.fields
        return fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A part of a space that can host."""

    slug: str
    record: Record

    @property
    def fields(self) -> RoomFields:
        """What its file declares."""
        fields: RoomFields = self.record.fields
        return fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Something that a space lends."""

    slug: str
    record: Record

    @property
    def fields(self) -> ResourceFields:
        """What its file declares."""
        fields: ResourceFields = self.record.fields
        return fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """A member place with a profile."""

    slug: str
    record: Record
    rooms: tuple[Room, ...]
    run_by: tuple[Organisation, ...]
    areas: tuple[Area, ...]
    resources: tuple[Resource, ...] = ()

    @property
    def fields(self) -> SpaceFields:
        """What its file declares."""
        fields: SpaceFields = self.record.fields
        return fields

    def room(self, slug: str) -> Room | None:
        """The room of that name, if there is one."""
        return next((room for room in self.rooms if room.slug == slug), None)


Organiser = Space | Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A proposal that can travel."""

    slug: str
    record: Record
    proposer: Organiser

    @property
    def fields(self) -> ProjectFields:
        """What its file declares."""
        fields: ProjectFields = self.record.fields
        return fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A thing people are invited to, with its occurrences inside the horizon, in order of time."""

    slug: str
    record: Record
    host: Space
    room: Room | None
    organisers: tuple[Organiser, ...]
    project: Project | None
    accessibility: Accessibility
    occurrences: tuple[Occurrence, ...]

    @property
    def fields(self) -> EventFields:
        """What its file declares."""
        fields: EventFields = self.record.fields
        return fields

    @property
    def id(self) -> str:
        """The identifier that never changes: stated, or else made of folder and file name."""
        return self.fields.id or f"{self.host.slug}.{self.slug}"

    @property
    def address(self) -> str:
        """The event's name among all events: `space/event`."""
        return f"{self.host.slug}/{self.slug}"

    @property
    def attendance(self) -> Literal["offline", "online", "mixed"]:
        """How one takes part: in place, online, or either."""
        if self.fields.only_online or self.fields.status == "moved-online":
            return "online"
        return "mixed" if self.fields.online else "offline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """A space's wish to host a project, with its room and its event once they are settled.

    `state` is how far it has come on the day of the build: what its file says, but for what has expired or is done.
    """

    space: Space
    project: Project
    record: Record
    room: Room | None
    event: Event | None
    state: InterestState

    @property
    def fields(self) -> InterestFields:
        """What its file declares."""
        fields: InterestFields = self.record.fields
        return fields


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A piece of news of the office, as lists and feeds show it. `url` is a path from the site's root."""

    title: str
    summary: str
    html: str
    lang: str
    published: datetime
    url: str
    slug: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePage:
    """A page of the office, as menus show it. `url` is a path from the site's root."""

    title: str
    lang: str
    url: str
    slug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLink:
    """A link of a file that leads nowhere: its line, the day on which it was first found so, what was answered then.

    `why` is `gone`, `no-host`, `no-answer` or `refused`, or the status of HTTP.
    """

    path: str
    line: int
    url: str
    since: date
    why: str


class PictureFacts(NamedTuple):
    """What is known of a sound picture: its size when upright, its mean colour, and the digest of its file."""

    width: int
    height: int
    colour: str = ""
    digest: str = ""


def made_anew(_: str, make: Callable[..., bytes], *given: Any) -> bytes:
    """A costly part where nothing is remembered: made of what is given."""
    return make(*given)


MakeBlock = Callable[[Sequence[int], Sequence[int]], list[list[bytes]]]


def made_whole(rows: Sequence[str], columns: Sequence[str], make: MakeBlock) -> list[list[bytes]]:
    """The cells of a table where nothing is remembered: made in one block."""
    return make(range(len(rows)), range(len(columns)))


@dataclass(frozen=True)
class Network:
    """All of it, linked and in a fixed order: what outputs are made from.

    `logo` is the SVG of its own logo, if it has one.
    `pictures` are all sound ones by path, `office_pictures` the paths of those in news and pages.
    `today` is the day of the build in the network's zone, `root` the folder of its files, `theme` that of the theme,
    `site` the address under which it is published, without a slash at its end, `outputs` the names of what is
    published; `shows_interests` says that pages may tell what is not settled yet, which else only members know.
    `dead_links` are those that `circuito links` has found dead.
    `remember` gives costly parts by the digest of what they are made from, from an earlier build where there was one;
    `keep` does so for large ones, whose digest must cover the program that makes them too. `tabulate` gives the cells
    of a table, 16 bytes each, by the keys of its rows and columns: only blocks of new rows and columns are made.
    """

    fields: NetworkFields
    brand: BrandFields
    today: date
    site: str
    root: str
    theme: str = ""
    logo: str = ""
    areas: Mapping[str, tuple[Area, ...]] = field(default_factory=dict)
    pictures: Mapping[str, PictureFacts] = field(default_factory=dict)
    office_pictures: tuple[str, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    spaces: tuple[Space, ...] = ()
    projects: tuple[Project, ...] = ()
    events: tuple[Event, ...] = ()
    interests: tuple[Interest, ...] = ()
    news: tuple[News, ...] = ()
    history: History = History()
    pages: tuple[OfficePage, ...] = ()
    imports: tuple[ImportState, ...] = ()
    outputs: tuple[str, ...] = ()
    shows_interests: bool = False
    dead_links: tuple[DeadLink, ...] = ()
    phrases: Mapping[str, Phrases] = field(default_factory=dict)
    remember: Callable[..., bytes] = field(default=made_anew, repr=False, compare=False)
    keep: Callable[..., bytes] = field(default=made_anew, repr=False, compare=False)
    tabulate: Callable[[Sequence[str], Sequence[str], MakeBlock], list[list[bytes]]] = field(
        default=made_whole, repr=False, compare=False
    )
    shared: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site, the network's own first."""
        return self.fields.languages

    @property
    def lang(self) -> str:
        """The network's own language."""
        return self.fields.languages[0]

    @cached_property
    def zone(self) -> ZoneInfo:
        """The network's time zone."""
        return ZoneInfo(self.fields.timezone)

    @property
    def window(self) -> tuple[date, date]:
        """The first and the last day that the agenda reaches."""
        horizon = self.fields.horizon
        return self.today - timedelta(days=horizon.past_days), self.today + timedelta(days=horizon.months * 31)

    @cached_property
    def events_by_space(self) -> Mapping[str, tuple[Event, ...]]:
        """The events of each space, by the space's name."""
        found: dict[str, list[Event]] = {space.slug: [] for space in self.spaces}
        for event in self.events:
            found[event.host.slug].append(event)
        return {slug: tuple(events) for slug, events in found.items()}

    @cached_property
    def events_by_project(self) -> Mapping[str, tuple[Event, ...]]:
        """The events of each project that has any, by the project's name."""
        found: dict[str, list[Event]] = {}
        for event in self.events:
            if event.project:
                found.setdefault(event.project.slug, []).append(event)
        return {slug: tuple(events) for slug, events in found.items()}

    @cached_property
    def interests_by_project(self) -> Mapping[str, tuple[Interest, ...]]:
        """The interests in each project that has any, by the project's name, in order of spaces."""
        found: dict[str, list[Interest]] = {}
        for interest in self.interests:
            found.setdefault(interest.project.slug, []).append(interest)
        return {slug: tuple(interests) for slug, interests in found.items()}

    def once(self, key: Any, make: Callable[..., T], *given: Any) -> T:
        """A value that several outputs share, made of what is given when the first of them asks for it."""
        if key not in self.shared:
            self.shared[key] = make(*given)
        made: T = self.shared[key]
        return made

    def words(self, words: Words | None, lang: str) -> Spoken | None:
        """A text in a language, else in the network's, else in the first it has."""
        if words is None:
            return None
        texts = words.texts
        if lang in texts:
            return Spoken(texts[lang], lang)
        if "" in texts or self.lang in texts:
            return Spoken(texts.get("") or texts[self.lang], self.lang)
        first = min(texts)
        return Spoken(texts[first], first)
