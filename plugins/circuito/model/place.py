"""Declarations that spaces, events and projects share: pictures, contacts, places, hours, accessibility."""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from .declaration import Means, declared
from .times import Day, ReadRanges, TimeRange
from .values import EMAIL, FILE_NAME, PHONE, URL, Count, Flag, Line, Number, Pattern, ReadWords, Words

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Month = Literal["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
Visibility = Literal["public", "members", "private"]


@declared
class Focus:
    """The point of a picture that stays in view when it is cropped."""

    x: Annotated[
        Decimal,
        Number(Decimal(0), Decimal(1)),
        Means("Da sinistra (0) a destra (1)", "From left (0) to right (1)", 0.5),
    ]
    y: Annotated[
        Decimal, Number(Decimal(0), Decimal(1)), Means("Dall'alto (0) in basso (1)", "From top (0) to bottom (1)", 0.3)
    ]


@declared
class Picture:
    """A picture that lies beside the file that names it."""

    file: Annotated[
        str,
        FILE_NAME,
        Means(
            "Nome del file, accanto a questo (jpg, png, webp)", "File beside this one (jpg, png, webp)", "cortile.jpg"
        ),
    ]
    alt: Annotated[
        Words,
        ReadWords(300),
        Means(
            "Che cosa si vede, per chi non vede l'immagine",
            "What can be seen, for those who cannot see the picture",
            "Un cortile con un lungo tavolo apparecchiato",
        ),
    ]
    credit: Annotated[str, Line(1, 120), Means("Autore o autrice dell'immagine", "Who made the picture", "Ada Riva")]
    licence: Annotated[str, Line(1, 40), Means("Licenza dell'immagine", "Licence of the picture", "CC BY 4.0")] = (
        "CC BY 4.0"
    )
    consent: Annotated[
        Literal["nobody", "given", "minors"] | None,
        Means(
            "Consenso: nessuno si riconosce, dato da chi si riconosce, dato anche dai genitori dei minori",
            "Consent: nobody can be recognised, given by all who can, given by minors' parents too",
            "nobody",
        ),
    ] = None
    caption: Annotated[Words | None, ReadWords(300), Means("Didascalia", "Caption")] = None
    focus: Annotated[
        Focus | None, Means("Il punto da non tagliare", "The point that must not be cropped", {"x": 0.5, "y": 0.3})
    ] = None


@declared
class Contact:
    """How to reach someone: a role rather than a person, since files in git keep what they held."""

    name: Annotated[
        str | None, Line(1, 80), Means("Ufficio o ruolo che risponde", "Office or role that answers", "Accoglienza")
    ] = None
    email: Annotated[str | None, EMAIL, Means("Posta elettronica", "E-mail", "info@example.org")] = None
    phone: Annotated[str | None, PHONE, Means("Telefono, tra virgolette", "Telephone, in quotes", '"02 0000 0000"')] = (
        None
    )
    website: Annotated[str | None, URL, Means("Sito", "Web site", "https://example.org")] = None


@declared
class Link:
    """A link with its name."""

    label: Annotated[Words, ReadWords(80), Means("Nome del collegamento", "Name of the link", "Instagram")]
    url: Annotated[str, URL, Means("Indirizzo", "Address", "https://example.org/cascina")]


@declared
class Address:
    """A postal address; city and country are the network's unless given."""

    street: Annotated[str, Line(3, 120), Means("Via e numero", "Street and number", "via dell'Esempio 12")]
    postcode: Annotated[
        str | None, Pattern(r"[0-9A-Z][0-9A-Z -]{2,9}", "postcode-shape"), Means("CAP", "Postcode", '"20139"')
    ] = None
    city: Annotated[str | None, Line(1, 80), Means("Città", "City", "Milano")] = None
    note: Annotated[
        Words | None,
        ReadWords(200),
        Means("Come si trova l'ingresso", "How to find the entrance", "cortile interno, scala B"),
    ] = None


@declared
class Location:
    """A point on the map (WGS 84)."""

    lat: Annotated[Decimal, Number(Decimal(-90), Decimal(90)), Means("Latitudine", "Latitude", 45.4431)]
    lon: Annotated[Decimal, Number(Decimal(-180), Decimal(180)), Means("Longitudine", "Longitude", 9.2254)]
    approximate: Annotated[
        bool, Flag(), Means("Vero se il punto è indicativo", "True if the point is only a rough one", True)
    ] = False


@declared
class Hours:
    """Opening hours, a line a day: `09:00-13:00, 15:00-19:00` or `closed`; a day left out is not declared."""

    mon: Annotated[tuple[TimeRange, ...] | None, ReadRanges(), Means("Lunedì", "Monday", "09:00-13:00")] = None
    tue: Annotated[tuple[TimeRange, ...] | None, ReadRanges(), Means("Martedì", "Tuesday", "09:00-13:00")] = None
    wed: Annotated[tuple[TimeRange, ...] | None, ReadRanges(), Means("Mercoledì", "Wednesday", "15:00-19:00")] = None
    thu: Annotated[tuple[TimeRange, ...] | None, ReadRanges(), Means("Giovedì", "Thursday", "closed")] = None
    fri: Annotated[tuple[TimeRange, ...] | None, ReadRanges(), Means("Venerdì", "Friday", "18:00-01:00")] = None
    sat: Annotated[tuple[TimeRange, ...] | None, ReadRanges(), Means("Sabato", "Saturday", "10:00-24:00")] = None
    sun: Annotated[tuple[TimeRange, ...] | None, ReadRanges(), Means("Domenica", "Sunday", "closed")] = None
    note: Annotated[Words | None, ReadWords(200), Means("Avvertenza", "Remark", "In agosto solo su appuntamento")] = (
        None
    )


@declared
class Closure:
    """Days on which a place is closed."""

    from_: Annotated[date, Day(), Means("Primo giorno", "First day", "2026-08-08")]
    to: Annotated[date | None, Day(), Means("Ultimo giorno compreso", "Last day, included", "2026-08-23")] = None
    reason: Annotated[Words | None, ReadWords(120), Means("Motivo", "Reason", "Ferie")] = None


Welcome = Literal["hi", "vi", "pi", "mi", "ii"]


@declared
class Accessibility:
    """What can be relied upon; a fact not written is not declared. Events inherit room and space, fact by fact."""

    step_free: Annotated[
        bool | None, Flag(), Means("Ingresso e sala senza gradini", "Entrance and room without steps", True)
    ] = None
    toilet: Annotated[bool | None, Flag(), Means("Bagno accessibile", "Accessible toilet", True)] = None
    lift: Annotated[bool | None, Flag(), Means("Ascensore", "Lift", False)] = None
    parking: Annotated[bool | None, Flag(), Means("Parcheggio riservato vicino", "Reserved parking nearby", False)] = (
        None
    )
    induction_loop: Annotated[bool | None, Flag(), Means("Anello a induzione magnetica", "Induction loop", False)] = (
        None
    )
    quiet_room: Annotated[bool | None, Flag(), Means("Stanza tranquilla", "Quiet room", False)] = None
    tactile_paths: Annotated[
        bool | None, Flag(), Means("Percorsi tattili a pavimento", "Tactile guide strips", False)
    ] = None
    assistance_dogs: Annotated[bool | None, Flag(), Means("Cani guida ammessi", "Assistance dogs welcome", True)] = None
    wheelchair_places: Annotated[
        int | None, Count(0, 999), Means("Posti per sedia a rotelle", "Wheelchair places", 2)
    ] = None
    sign_language: Annotated[
        bool | None, Flag(), Means("Interprete di lingua dei segni (LIS)", "Sign language interpreter", False)
    ] = None
    captions: Annotated[bool | None, Flag(), Means("Sottotitoli o sopratitoli", "Captions or surtitles", False)] = None
    audio_description: Annotated[bool | None, Flag(), Means("Audiodescrizione", "Audio description", False)] = None
    easy_read: Annotated[bool | None, Flag(), Means("Materiale facile da leggere", "Easy-to-read material", False)] = (
        None
    )
    relaxed: Annotated[
        bool | None, Flag(), Means("Replica rilassata: si può uscire e rientrare", "Relaxed performance", False)
    ] = None
    welcomes: Annotated[
        tuple[Welcome, ...],
        Means(
            "Pensato per persone con disabilità: hi uditiva, vi visiva, pi psichica, mi motoria, ii intellettiva",
            "Made for people with a disability: hi hearing, vi visual, pi mental health, mi motor, ii intellectual",
            ["mi", "hi"],
        ),
    ] = ()
    note: Annotated[
        Words | None,
        ReadWords(400),
        Means("In parole semplici", "In plain words", "Un gradino di 3 cm alla porta, con la rampa"),
    ] = None
    checked: Annotated[
        date | None, Day(), Means("Giorno dell'ultima verifica", "Day of the last check", "2026-05-04")
    ] = None


def first_stated(*told: Accessibility | None) -> Accessibility:
    """Accessibility fact by fact, each from the first that states it."""
    facts: dict[str, Any] = {}
    for each in filter(None, reversed(told)):
        facts |= {name: fact for name in FACTS if (fact := getattr(each, name)) not in (None, ())}
    return Accessibility(**facts)


FACTS = tuple(each.name for each in fields(Accessibility))
