"""The declaration of `content/network.yaml`: what the network's office says about the whole network."""

from dataclasses import field
from datetime import date
from typing import Annotated, Any, Literal

from .declaration import Means, declared
from .place import Contact, Link
from .repository import Repository
from .terms import AreaSet, Programme, Term
from .times import Day
from .values import ACCOUNT, LANGUAGE, TILES, Anything, Count, Flag, Line, Pattern, ReadWords, Words


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
