"""Spaces, their rooms, and the organisations that run them."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any, Literal

from .declaration import Means, RefersTo, Translated, declared
from .event import EVENT_TYPE
from .place import (
    Accessibility,
    Address,
    Closure,
    Contact,
    Hours,
    Link,
    Location,
    Month,
    Picture,
    Visibility,
    Weekday,
)
from .values import (
    ACCOUNT,
    CALENDAR,
    LANGUAGE,
    SLUG,
    URL,
    Anything,
    Clock,
    Count,
    Day,
    Flag,
    Line,
    Lines,
    Number,
    ReadRanges,
    ReadWords,
    TimeRange,
    Words,
)

LegalForm = Literal[
    "aps",
    "odv",
    "association",
    "social-cooperative",
    "cooperative",
    "social-enterprise",
    "foundation",
    "committee",
    "company",
    "public-body",
    "parish",
    "informal-group",
    "temporary-association",
    "other",
]

Level = Literal["none", "partial", "full"]
Layout = Literal["end-on", "round", "traverse", "walkabout", "tables", "promenade"]


@declared
class Service:
    """Something a space offers every week, with its hours: a desk, a workshop, a bar."""

    name: Annotated[Words, ReadWords(80), Means("Nome del servizio", "Name of the service", "Sportello casa")]
    summary: Annotated[
        Words | None,
        ReadWords(240),
        Means("A che cosa serve", "What it is for", "Aiuto con bollette, contratti e lettere del Comune"),
    ] = None
    hours: Annotated[Hours | None, Means("Orari del servizio", "Hours of the service", {"tue": "15:00-18:00"})] = None
    free: Annotated[bool | None, Flag(), Means("Gratuito", "Free of charge", True)] = None
    targets: Annotated[
        tuple[Annotated[str, SLUG], ...], RefersTo("target"), Means("Per chi", "For whom", ["inquilini-erp"])
    ] = ()
    languages: Annotated[
        tuple[Annotated[str, LANGUAGE], ...], Means("Lingue parlate", "Languages spoken", ["it", "ar"])
    ] = ()
    contact: Annotated[Contact | None, Means("A chi rivolgersi", "Whom to ask", {"phone": "02 0000 0000"})] = None


@declared
class Group:
    """A community group that meets in the space, with its weekly hours: part of the profile, not of the agenda."""

    name: Annotated[Words, ReadWords(80), Means("Nome del gruppo", "Name of the group", "Banca del tempo")]
    days: Annotated[tuple[Weekday, ...], Means("Giorni della settimana", "Days of the week", ["thu"])]
    opens: Annotated[time, Clock(), Means("Inizio", "Start", "17:00")]
    closes: Annotated[time, Clock(), Means("Fine", "End", "20:30")]
    summary: Annotated[
        Words | None, ReadWords(240), Means("Che cosa fa", "What it does", "Si scambiano ore, non denaro")
    ] = None
    contact: Annotated[Contact | None, Means("A chi rivolgersi", "Whom to ask", {"email": "tempo@example.org"})] = None


@declared
class Origin:
    """Where the place comes from."""

    former_use: Annotated[
        Words, ReadWords(120), Means("Che cos'era prima", "What it was before", "Officina tranviaria")
    ]
    reopened: Annotated[int | None, Count(1800, 2199), Means("Anno di riapertura", "Year of reopening", 2019)] = None
    owner: Annotated[str | None, Line(1, 120), Means("Chi è proprietario", "Who owns it", "Comune di Milano")] = None
    title: Annotated[
        Literal["concession", "free-loan", "lease", "ownership", "pact", "other"] | None,
        Means("Titolo d'uso dei locali", "Title to the premises", "concession"),
    ] = None
    until: Annotated[date | None, Day(), Means("Scadenza del titolo", "When the title ends", "2030-06-30")] = None


@declared
class Licences:
    """What the law allows in the space."""

    public_entertainment_cap: Annotated[
        int | None, Count(0, 100_000), Means("Pubblico massimo per legge", "Legal maximum audience", 99)
    ] = None
    live_music_until: Annotated[
        time | None, Clock(), Means("Musica dal vivo fino alle", "Live music until", "22:30")
    ] = None
    scia: Annotated[bool | None, Flag(), Means("SCIA per pubblico spettacolo", "Certified start of activity", True)] = (
        None
    )
    siae_annual: Annotated[bool | None, Flag(), Means("Abbonamento SIAE annuale", "Annual SIAE permit", False)] = None
    noise_limit_db: Annotated[int | None, Count(20, 140), Means("Limite di rumore in dB", "Noise limit in dB", 85)] = (
        None
    )


@declared
class Hosting:
    """How the space hosts projects that circulate."""

    open_to_circulation: Annotated[
        bool, Flag(), Means("Disponibile a ospitare progetti", "Open to hosting projects", True)
    ]
    policy: Annotated[
        Words | None, ReadWords(400), Means("Che cosa ospita e come", "What it hosts and how", "Solo eventi gratuiti")
    ] = None
    budget_per_date: Annotated[
        Decimal | None, Number(), Means("Somma disponibile per data", "Amount available for a date", 300)
    ] = None
    budget_year: Annotated[
        Decimal | None, Number(), Means("Somma disponibile nell'anno", "Amount available in a year", 1500)
    ] = None
    priority_area: Annotated[
        bool | None, Flag(), Means("In un quartiere prioritario", "In a priority neighbourhood", True)
    ] = None
    min_notice_weeks: Annotated[int | None, Count(0, 104), Means("Settimane di preavviso", "Weeks of notice", 4)] = None
    offers: Annotated[
        tuple[Annotated[str, SLUG], ...],
        Means("Che cosa offre a chi arriva", "What it offers to those who come", ["meals", "volunteers-3"]),
    ] = ()
    wants: Annotated[
        tuple[Annotated[str, SLUG], ...],
        Means("Generi, temi e pubblici cercati", "Kinds, themes and targets wished for", ["workshop", "famiglie"]),
    ] = ()
    exclude: Annotated[
        tuple[Annotated[str, SLUG], ...],
        Means("Che cosa non può ospitare", "What it cannot host", ["amplified-music", "live-flame"]),
    ] = ()
    minors_policy: Annotated[bool | None, Flag(), Means("Ha regole per i minori", "Has a policy for minors", True)] = (
        None
    )
    licences: Annotated[Licences | None, Means("Permessi", "Permits", {"scia": True})] = None


@declared
class SpaceCalendar:
    """A calendar that the space keeps elsewhere, from which `circuito import` writes event files for review."""

    id: Annotated[
        str,
        SLUG,
        Means(
            "Nome breve, che non cambia mai: lega gli eventi al calendario",
            "Short name that never changes: it ties events to the calendar",
            "programma",
        ),
    ]
    url: Annotated[
        str | None,
        CALENDAR,
        Means("Indirizzo pubblico del calendario", "Public address of the calendar", "webcal://example.org/feste.ics"),
    ] = None
    secret: Annotated[
        bool,
        Flag(),
        Means(
            "L'indirizzo è segreto: lo conosce solo chi importa (variabile CALENDAR_SPAZIO_ID)",
            "The address is secret: only who imports knows it (variable CALENDAR_SPACE_ID)",
            True,
        ),
    ] = False
    read_as: Annotated[
        Literal["calendar", "page", "table"],
        Means(
            "Che cosa si legge: calendario iCalendar, pagina web, tabella",
            "What is read: an iCalendar file, a web page, a table",
            "calendar",
        ),
    ] = "calendar"
    room: Annotated[
        str | None,
        SLUG,
        Means("Sala degli eventi che non ne dicono una", "Room of events that name none", "sala-grande"),
    ] = None
    places: Annotated[
        Literal["as-told", "here"],
        Means(
            "Dove avvengono gli eventi: dove dice il calendario, o sempre qui",
            "Where events take place: where the calendar says, or always here",
            "here",
        ),
    ] = "as-told"
    type: Annotated[str | None, EVENT_TYPE, Means("Tipo di tutti gli eventi", "Type of all events", '"1.2.4"')] = None
    themes: Annotated[
        tuple[Annotated[str, SLUG], ...],
        RefersTo("theme"),
        Means("Temi degli eventi che non ne hanno", "Themes of events that have none", ["cura"]),
    ] = ()
    targets: Annotated[
        tuple[Annotated[str, SLUG], ...],
        RefersTo("target"),
        Means("Per chi sono gli eventi che non lo dicono", "For whom events are that do not say so", ["famiglie"]),
    ] = ()
    languages: Annotated[
        tuple[Annotated[str, LANGUAGE], ...], Means("Lingue degli eventi", "Languages of the events", ["it"])
    ] = ()
    visibility: Annotated[Visibility, Means("Chi vede gli eventi nuovi", "Who sees new events", "members")] = "public"
    zone: Annotated[
        str | None,
        Line(1, 60),
        Means(
            "Fuso orario delle ore che non ne dicono uno; altrimenti quello della rete",
            "Time zone of times that name none; else the network's",
            "Europe/Rome",
        ),
    ] = None
    skip: Annotated[
        tuple[Annotated[str, Line(2, 40)], ...],
        Means(
            "Gli eventi con una di queste parole non si importano",
            "Events with one of these words are not imported",
            ["#interno"],
        ),
    ] = ("#privato", "#private")
    leave_out: Annotated[
        tuple[Annotated[str, Line(1, 500)], ...],
        Means(
            "Identificativi degli eventi da non importare più",
            "Identifiers of events never to be imported",
            ["123@example.org"],
        ),
    ] = ()
    take: Annotated[
        tuple[Annotated[str, Line(1, 500)], ...],
        Means(
            "Identificativi degli eventi da tenere benché simili a un altro",
            "Identifiers of events to be kept although they resemble another",
            ["124@example.org"],
        ),
    ] = ()
    paused: Annotated[bool, Flag(), Means("Per ora non si legge", "Not read for now", True)] = False


@declared
class SpaceFields:
    """The profile of a space: `spaces/<space>/space.md`. Five fields are needed; a porter's lodge fills eight."""

    name: Annotated[str, Line(2, 80), Means("Nome pubblico", "Public name", "Portineria Corvetto")]
    kind: Annotated[
        str, SLUG, RefersTo("kind"), Means("Tipo di spazio (dall'elenco della rete)", "Kind of space", "portineria")
    ]
    summary: Annotated[
        str,
        Line(10, 180),
        Translated(),
        Means("Lo spazio in una frase", "The space in one sentence", "Una portineria aperta a tutto il quartiere."),
    ]
    address: Annotated[Address, Means("Indirizzo", "Address", {"street": "via dell'Esempio 12"})]
    run_by: Annotated[
        tuple[Annotated[str, SLUG], ...],
        RefersTo("organisation"),
        Means("Enti gestori, capofila per primo", "Managing organisations, lead first", ["cooperativa-alfa"]),
    ]
    short_name: Annotated[
        str | None, Line(2, 24), Means("Nome breve per mappe e targhe", "Short name for maps and badges", "Corvetto")
    ] = None
    location: Annotated[
        Location | None, Means("Punto sulla mappa", "Point on the map", {"lat": 45.4431, "lon": 9.2254})
    ] = None
    neighbourhood: Annotated[
        str | None, Line(2, 60), Means("Quartiere, come lo si chiama", "Neighbourhood, as people call it", "Corvetto")
    ] = None
    areas: Annotated[
        dict[str, str] | None,
        RefersTo("area"),
        Means(
            "Area per ogni suddivisione; altrimenti dalle coordinate",
            "Area of each division; otherwise from the coordinates",
            {"quartieri": "corvetto"},
        ),
    ] = None
    contact: Annotated[Contact | None, Means("Contatti", "Contact", {"email": "info@example.org"})] = None
    links: Annotated[
        tuple[Link, ...], Means("Altri collegamenti", "Other links", [{"label": "Sito", "url": "https://example.org"}])
    ] = ()
    hours: Annotated[Hours | None, Means("Orari di apertura", "Opening hours", {"mon": "09:00-13:00"})] = None
    closed: Annotated[
        tuple[Closure, ...], Means("Chiusure", "Closures", [{"from": "2026-08-08", "to": "2026-08-23"}])
    ] = ()
    proposition: Annotated[
        str | None,
        Lines(500),
        Translated(),
        Means("Che cosa ci rende diversi", "What makes us different", "Il custode è sempre qui, e il caffè pure."),
    ] = None
    plain: Annotated[
        str | None,
        Lines(500),
        Translated(),
        Means("In parole facili", "In plain language", "Qui trovi aiuto. Entra e chiedi. È gratis."),
    ] = None
    origin: Annotated[
        Origin | None, Means("Storia del luogo", "History of the place", {"former_use": "Officina tranviaria"})
    ] = None
    size_m2: Annotated[int | None, Count(1, 1_000_000), Means("Superficie coperta, m²", "Indoor area, m²", 40)] = None
    outdoor_m2: Annotated[
        int | None, Count(0, 1_000_000), Means("Superficie all'aperto, m²", "Outdoor area, m²", 120)
    ] = None
    joined: Annotated[
        date | None, Day(), Means("Giorno di ingresso nella rete", "Day of joining the network", "2025-03-01")
    ] = None
    checked: Annotated[
        date | None,
        Day(),
        Means(
            "Giorno in cui il profilo è stato riletto ed è giusto",
            "Day on which the profile was read again and found right",
            "2026-11-22",
        ),
    ] = None
    themes: Annotated[tuple[Annotated[str, SLUG], ...], RefersTo("theme"), Means("Temi", "Themes", ["cura"])] = ()
    targets: Annotated[
        tuple[Annotated[str, SLUG], ...], RefersTo("target"), Means("Per chi", "For whom", ["inquilini-erp"])
    ] = ()
    languages: Annotated[
        tuple[Annotated[str, LANGUAGE], ...], Means("Lingue parlate nello spazio", "Languages spoken", ["it", "ar"])
    ] = ()
    free_entry: Annotated[
        bool | None, Flag(), Means("Si entra senza consumare", "Free to enter, nothing to buy", True)
    ] = None
    services: Annotated[
        tuple[Service, ...], Means("Servizi con orario", "Services with hours", [{"name": "Sportello casa"}])
    ] = ()
    groups: Annotated[
        tuple[Group, ...],
        Means(
            "Gruppi che si ritrovano ogni settimana",
            "Groups that meet every week",
            [{"name": "Banca del tempo", "days": ["thu"], "opens": "17:00", "closes": "20:30"}],
        ),
    ] = ()
    accessibility: Annotated[Accessibility | None, Means("Accessibilità", "Accessibility", {"step_free": True})] = None
    how_to_reach: Annotated[
        str | None,
        Lines(500),
        Translated(),
        Means("Come arrivare", "How to get there", "M3 Corvetto, poi 300 m a piedi"),
    ] = None
    pictures: Annotated[
        tuple[Picture, ...],
        Means("Immagini", "Pictures", [{"file": "cortile.jpg", "alt": "Il cortile", "credit": "Ada Riva"}]),
    ] = ()
    hosting: Annotated[
        Hosting | None, Means("Ospitalità per progetti", "Hosting of projects", {"open_to_circulation": True})
    ] = None
    status: Annotated[
        Literal["open", "paused", "closed"], Means("Stato dello spazio", "State of the space", "open")
    ] = "open"
    status_note: Annotated[
        str | None,
        Line(1, 200),
        Translated(),
        Means("Perché, e fino a quando", "Why, and until when", "Lavori in corso"),
    ] = None
    calendars: Annotated[
        tuple[SpaceCalendar, ...],
        Means(
            "Calendari tenuti altrove, da cui si importano gli eventi",
            "Calendars kept elsewhere, from which events are imported",
            [{"id": "programma", "url": "https://example.org/programma.ics"}],
        ),
    ] = ()
    maintainers: Annotated[
        tuple[Annotated[str, ACCOUNT], ...],
        Means(
            "Chi cura le pagine dello spazio: account, o squadre, dove stanno i file",
            "Who keeps the space's pages: accounts, or teams, where the files are",
            ["ada-riva"],
        ),
    ] = ()
    formerly: Annotated[
        tuple[Annotated[str, SLUG], ...],
        Means(
            "Vecchi nomi nell'indirizzo: portano qui", "Former names in the address: they lead here", ["ex-portineria"]
        ),
    ] = ()
    extra: Annotated[
        dict[str, Any] | None,
        Anything(),
        Means("Fatti propri di una rete", "Facts of a network's own", {"codice": "A1"}),
    ] = None


@declared
class Dimensions:
    """Clear dimensions of a room in metres."""

    width: Annotated[Decimal | None, Number(), Means("Larghezza, m", "Width, m", 4.2)] = None
    depth: Annotated[Decimal | None, Number(), Means("Profondità, m", "Depth, m", 3.5)] = None
    height: Annotated[Decimal | None, Number(), Means("Altezza, m", "Height, m", 2.8)] = None
    min_height_under_beams: Annotated[
        Decimal | None, Number(), Means("Altezza minima sotto le travi, m", "Least height under beams, m", 2.5)
    ] = None


@declared
class Capacity:
    """How many people fit."""

    seated: Annotated[int | None, Count(), Means("Posti a sedere", "Seated", 35)] = None
    standing: Annotated[int | None, Count(), Means("Posti in piedi", "Standing", 60)] = None
    wheelchair: Annotated[int | None, Count(), Means("Posti per sedia a rotelle", "Wheelchair places", 2)] = None
    legal_max: Annotated[int | None, Count(), Means("Massimo per legge", "Legal maximum", 50)] = None


@declared
class Stage:
    """The stage of a room."""

    fixed: Annotated[bool | None, Flag(), Means("Palco fisso", "Fixed stage", False)] = None
    modular_units: Annotated[int | None, Count(0, 200), Means("Pedane mobili, numero", "Modular units", 12)] = None
    modular_unit: Annotated[str | None, Line(1, 20), Means("Misura di una pedana, m", "Size of a unit, m", "1x2")] = (
        None
    )
    modular_heights: Annotated[
        tuple[Annotated[Decimal, Number()], ...], Means("Altezze possibili, m", "Possible heights, m", [0.2, 0.4])
    ] = ()


@declared
class Power:
    """The electric supply of a room."""

    kw: Annotated[Decimal | None, Number(), Means("Potenza, kW", "Power, kW", 3)] = None
    phases: Annotated[Literal[1, 3] | None, Means("Monofase 1, trifase 3", "Phases: 1 or 3", 1)] = None
    sockets: Annotated[tuple[Annotated[str, Line(1, 40)], ...], Means("Prese", "Sockets", ["16A", "CEE 32A"])] = ()


@declared
class Equipment:
    """What is in the room; what is not written is not declared."""

    pa: Annotated[bool | None, Flag(), Means("Impianto audio", "Sound system", True)] = None
    lights: Annotated[Literal["none", "basic", "full"] | None, Means("Luci di scena", "Stage lights", "basic")] = None
    projector: Annotated[
        int | None, Count(0, 50_000), Means("Proiettore, lumen; 0 se non c'è", "Projector, lumen; 0 for none", 3000)
    ] = None
    screen: Annotated[str | None, Line(1, 20), Means("Schermo, m", "Screen, m", "2.5x1.8")] = None
    piano: Annotated[str | None, Line(1, 60), Means("Pianoforte", "Piano", "verticale accordato")] = None
    dance_floor: Annotated[bool | None, Flag(), Means("Tappeto danza", "Dance floor", False)] = None
    hang_points: Annotated[int | None, Count(0, 500), Means("Punti di appendimento", "Hanging points", 4)] = None
    wifi: Annotated[
        int | None, Count(0, 100_000), Means("Rete, Mbit/s; 0 se non c'è", "Network, Mbit/s; 0 for none", 50)
    ] = None
    also: Annotated[
        tuple[Annotated[str, SLUG], ...], Means("Che altro c'è", "What else there is", ["tables", "chairs"])
    ] = ()
    lacks: Annotated[
        tuple[Annotated[str, SLUG], ...], Means("Che cosa di certo non c'è", "What there certainly is not", ["piano"])
    ] = ()


@declared
class Door:
    """The narrowest point of the way in, in metres."""

    w: Annotated[Decimal, Number(), Means("Larghezza, m", "Width, m", 0.9)]
    h: Annotated[Decimal, Number(), Means("Altezza, m", "Height, m", 2.1)]


@declared
class RoomAccess:
    """The way of things and people into a room."""

    load_in_door: Annotated[
        Door | None, Means("Porta di carico, punto più stretto", "Load-in door", {"w": 0.9, "h": 2.1})
    ] = None
    steps: Annotated[int | None, Count(0, 500), Means("Gradini sul percorso di carico", "Steps on the way in", 0)] = (
        None
    )
    lift: Annotated[bool | None, Flag(), Means("Montacarichi o ascensore", "Lift", False)] = None
    van_stop_m: Annotated[
        int | None, Count(0, 10_000), Means("Metri dal furgone alla porta", "Metres from van to door", 20)
    ] = None
    step_free_stage: Annotated[bool | None, Flag(), Means("Palco senza gradini", "Step-free stage", True)] = None


@declared
class Backstage:
    """What lies behind the room."""

    dressing_rooms: Annotated[int | None, Count(0, 50), Means("Camerini", "Dressing rooms", 1)] = None
    wc: Annotated[bool | None, Flag(), Means("Bagno per artisti", "Toilet for performers", True)] = None
    storage: Annotated[bool | None, Flag(), Means("Deposito", "Storage", False)] = None


@declared
class Availability:
    """When a room can be used."""

    days: Annotated[tuple[Weekday, ...], Means("Giorni della settimana", "Days of the week", ["sat", "sun"])]
    months: Annotated[
        tuple[Month, ...], Means("Solo in questi mesi", "In these months only", ["may", "jun", "sep"])
    ] = ()
    hours: Annotated[tuple[TimeRange, ...] | None, ReadRanges(), Means("Ore", "Hours", "14:00-20:00")] = None


@declared
class RoomFields:
    """A room of a space: `spaces/<space>/rooms/<room>.md`. A value not given is not known; 0 and false are known."""

    name: Annotated[str, Line(2, 80), Translated(), Means("Nome della sala", "Name of the room", "Sala grande")]
    summary: Annotated[
        str | None, Line(1, 180), Translated(), Means("La sala in una frase", "The room in one sentence", "Luminosa.")
    ] = None
    area_m2: Annotated[Decimal | None, Number(), Means("Superficie, m²", "Area, m²", 40)] = None
    clear: Annotated[Dimensions | None, Means("Misure libere", "Clear dimensions", {"width": 4.2, "height": 2.8})] = (
        None
    )
    outdoor: Annotated[bool, Flag(), Means("All'aperto", "Outdoors", False)] = False
    stage: Annotated[Stage | None, Means("Palco", "Stage", {"fixed": False})] = None
    capacity: Annotated[Capacity | None, Means("Capienza", "Capacity", {"seated": 35})] = None
    layouts: Annotated[
        tuple[Layout, ...], Means("Disposizioni possibili", "Possible layouts", ["end-on", "tables"])
    ] = ()
    rake: Annotated[bool | None, Flag(), Means("Gradinata", "Raked seating", False)] = None
    floor: Annotated[Literal["uneven", "flat"] | None, Means("Pavimento", "Floor", "flat")] = None
    power: Annotated[Power | None, Means("Corrente elettrica", "Electric power", {"kw": 3, "phases": 1})] = None
    blackout: Annotated[Level | None, Means("Oscuramento", "Blackout", "partial")] = None
    heating: Annotated[bool | None, Flag(), Means("Riscaldamento", "Heating", True)] = None
    cooling: Annotated[bool | None, Flag(), Means("Raffrescamento", "Cooling", False)] = None
    acoustic: Annotated[Literal["dry", "live", "noisy"] | None, Means("Acustica", "Acoustic", "dry")] = None
    equipment: Annotated[Equipment | None, Means("Attrezzature", "Equipment", {"pa": True})] = None
    access: Annotated[RoomAccess | None, Means("Accesso e carico", "Access and load-in", {"steps": 0})] = None
    accessibility: Annotated[
        Accessibility | None, Means("Accessibilità della sala", "Accessibility of the room", {"step_free": True})
    ] = None
    backstage: Annotated[Backstage | None, Means("Dietro le quinte", "Backstage", {"dressing_rooms": 1})] = None
    shared_with: Annotated[
        Words | None, ReadWords(120), Means("Con chi è condivisa", "Shared with", "custode, lun–ven 8–13")
    ] = None
    availability: Annotated[
        tuple[Availability, ...], Means("Quando è disponibile", "When it is available", [{"days": ["sat"]}])
    ] = ()
    closed: Annotated[tuple[Closure, ...], Means("Chiusure", "Closures", [{"from": "2026-08-08"}])] = ()
    technician: Annotated[Literal["none", "on-call", "resident"] | None, Means("Tecnico", "Technician", "on-call")] = (
        None
    )
    get_in_h_max: Annotated[
        Decimal | None, Number(), Means("Ore massime di montaggio", "Longest load-in, hours", 3)
    ] = None
    pictures: Annotated[tuple[Picture, ...], Means("Immagini", "Pictures", [])] = ()
    extra: Annotated[
        dict[str, Any] | None, Anything(), Means("Fatti propri di una rete", "Facts of a network's own", {})
    ] = None


@declared
class OrganisationFields:
    """Who runs spaces or proposes projects: `content/organisations/<organisation>.md`. One may run several spaces."""

    name: Annotated[str, Line(2, 120), Means("Nome", "Name", "Cooperativa Alfa")]
    legal_form: Annotated[LegalForm, Means("Forma giuridica", "Legal form", "social-cooperative")]
    summary: Annotated[
        str | None,
        Line(1, 180),
        Translated(),
        Means("L'ente in una frase", "The organisation in one sentence", "Lavoro e cura dal 1994."),
    ] = None
    partners: Annotated[
        tuple[Annotated[str, SLUG], ...],
        RefersTo("organisation"),
        Means("Partner, se associazione temporanea", "Partners, if a temporary association", ["gruppo-beta"]),
    ] = ()
    city: Annotated[str | None, Line(1, 80), Means("Città", "City", "Milano")] = None
    contact: Annotated[Contact | None, Means("Contatti", "Contact", {"email": "info@example.org"})] = None
    website: Annotated[str | None, URL, Means("Sito", "Web site", "https://example.org")] = None
    extra: Annotated[
        dict[str, Any] | None, Anything(), Means("Fatti propri di una rete", "Facts of a network's own", {})
    ] = None
