"""Spaces: the declaration of `spaces/<space>/space.md`."""

from datetime import date, time
from typing import Annotated, Any, Literal

from .declaration import Means, RefersTo, Translated, declared
from .hosting import Hosting
from .place import (
    Accessibility,
    Address,
    Closure,
    Contact,
    Hours,
    Link,
    Location,
    Picture,
    Weekday,
)
from .space_calendar import SpaceCalendar
from .times import Clock, Day
from .values import (
    ACCOUNT,
    LANGUAGE,
    SLUG,
    Anything,
    Count,
    Flag,
    Line,
    Lines,
    ReadWords,
    Words,
)


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
            "Vecchi nomi nell'indirizzo, dal primo: portano qui",
            "Former names in the address, the first one first: they lead here",
            ["ex-portineria"],
        ),
    ] = ()
    extra: Annotated[
        dict[str, Any] | None,
        Anything(),
        Means("Fatti propri di una rete", "Facts of a network's own", {"codice": "A1"}),
    ] = None
