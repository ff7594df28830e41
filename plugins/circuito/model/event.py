"""Events: the declaration of `events/<space>/<event>.md`."""

from datetime import date, time
from typing import Annotated, Any

from .declaration import Means, RefersTo, Translated, declared
from .occurrence import Change, Online, Status
from .place import Accessibility, Address, Location, Picture, Visibility
from .report import Report
from .taking_part import Ages, Price, Registration
from .times import Clock, Day, End, Moment, ReadEnd, ReadMoment
from .values import (
    EVENT_TYPE,
    LANGUAGE,
    SLUG,
    URL,
    Anything,
    Count,
    Flag,
    Line,
    Lines,
    OneOrMany,
    ReadWords,
    Words,
)


@declared
class Where:
    """A place that is no member space: a square, a school, a library."""

    name: Annotated[str, Line(2, 80), Means("Nome del luogo", "Name of the place", "Giardino di via Esempio")]
    address: Annotated[Address | None, Means("Indirizzo", "Address", {"street": "via Esempio"})] = None
    location: Annotated[
        Location | None, Means("Punto sulla mappa", "Point on the map", {"lat": 45.44, "lon": 9.22})
    ] = None


@declared
class ItineraryStop:
    """One stop of a walk or ride."""

    at: Annotated[time, Clock(), Means("Ora", "Time", "16:30")]
    space: Annotated[str | None, SLUG, RefersTo("space"), Means("Spazio della rete", "Member space", "officina")] = None
    name: Annotated[
        Words | None, ReadWords(80), Means("Luogo, se non è uno spazio", "Place, if no space", "Piazza")
    ] = None
    note: Annotated[Words | None, ReadWords(200), Means("Che cosa succede", "What happens", "Merenda")] = None


@declared
class ImportedFrom:
    """Where an imported event came from."""

    feed: Annotated[
        str, Line(1, 500), Means("Calendario d'origine: il suo `id`", "Calendar it came from: its `id`", "programma")
    ]
    uid: Annotated[
        str | None, Line(1, 500), Means("Identificativo d'origine", "Identifier there", "123@example.org")
    ] = None
    link: Annotated[str | None, URL, Means("Pagina d'origine", "Page there", "https://example.org/123")] = None
    recurrence: Annotated[
        str | None,
        Line(1, 80),
        Means("Quale data, se una serie ne ha più d'una", "Which date, where a series has several", "2026-12-24 18:00"),
    ] = None
    sequence: Annotated[
        int | None, Count(0, 2_147_483_647), Means("Numero di revisione d'origine", "Number of the revision there", 2)
    ] = None
    fields: Annotated[
        dict[str, str] | None,
        Means(
            "Impronta di ogni campo importato: ciò che è stato poi corretto a mano non viene più toccato",
            "Digest of each imported field: what was corrected by hand since is never touched again",
            {"title": "dpjkcbma"},
        ),
    ] = None


@declared
class EventFields:
    """A thing people are invited to: `events/<space>/<event>.md`. Three fields are needed; it may recur."""

    title: Annotated[str, Line(1, 100), Translated(), Means("Titolo", "Title", "Merenda in cortile")]
    summary: Annotated[
        str,
        Line(1, 180),
        Translated(),
        Means("In una frase", "In one sentence", "Pane, marmellata e quattro chiacchiere."),
    ]
    starts: Annotated[
        Moment,
        ReadMoment(),
        Means(
            "Prima data e ora; solo la data se dura tutto il giorno",
            "First date and time; the date alone if it lasts all day",
            "2026-11-28 18:00",
        ),
    ]
    ends: Annotated[
        End | None,
        ReadEnd(),
        Means(
            "Fine: ora, data (ultimo giorno compreso) o entrambe; nessuna se non si sa",
            "End: time, date (last day included) or both; none if not known",
            "20:00",
        ),
    ] = None
    id: Annotated[
        str | None,
        SLUG,
        Means(
            "Identificativo che non cambia mai; senza, vale cartella e nome del file",
            "Identifier that never changes; without it, folder and file name count",
            "merenda-k3f9",
        ),
    ] = None
    type: Annotated[
        str | None,
        EVENT_TYPE,
        Means("Codice del tipo di evento (elenco nazionale)", "Code of the type of event (national list)", '"1.2.4"'),
    ] = None
    every: Annotated[
        tuple[str, ...],
        OneOrMany(Line(2, 40)),
        Means(
            "Si ripete: ogni martedì, primo sabato, 2 settimane…",
            "Repeats: `tuesday`, `first saturday`, `2 weeks`, `day`, `month`…",
            "martedì",
        ),
    ] = ()
    until: Annotated[date | None, Day(), Means("Ultima data possibile", "Last possible date", "2027-06-30")] = None
    times: Annotated[int | None, Count(1, 1000), Means("Quante volte in tutto", "How many times in all", 10)] = None
    except_: Annotated[
        tuple[Annotated[date, Day()], ...], Means("Date saltate", "Dates skipped", ["2026-12-24", "2026-12-31"])
    ] = ()
    also: Annotated[
        tuple[Annotated[Moment, ReadMoment()], ...], Means("Date in più", "Dates added", ["2026-12-20 16:00"])
    ] = ()
    changes: Annotated[
        tuple[Change, ...],
        Means("Che cosa cambia in una data", "What changes on one date", [{"on": "2026-11-03", "status": "cancelled"}]),
    ] = ()
    rrule: Annotated[
        str | None,
        Line(6, 300),
        Means(
            "Regola dei calendari (RFC 5545): per ciò che `every` non sa dire",
            "Rule of calendars (RFC 5545): for what `every` cannot say",
            "FREQ=MONTHLY;BYDAY=-1FR",
        ),
    ] = None
    room: Annotated[str | None, SLUG, Means("Sala dello spazio", "Room of the space", "sala-grande")] = None
    where: Annotated[
        Where | None,
        Means("Altrove: un luogo che non è uno spazio", "Elsewhere: a place that is no space", {"name": "Giardino"}),
    ] = None
    online: Annotated[
        Online | None,
        Means("In rete, da solo o oltre che sul posto", "Online, alone or as well", {"url": "https://example.org"}),
    ] = None
    only_online: Annotated[bool, Flag(), Means("Solo in rete", "Only online", False)] = False
    organisers: Annotated[
        tuple[Annotated[str, SLUG], ...],
        RefersTo("organiser"),
        Means("Chi organizza, se non lo spazio", "Who organises, if not the space", ["gruppo-beta"]),
    ] = ()
    status: Annotated[Status, Means("Stato", "Status", "scheduled")] = "scheduled"
    status_note: Annotated[str | None, Line(1, 200), Translated(), Means("Motivo", "Reason", "Allerta meteo")] = None
    status_since: Annotated[date | None, Day(), Means("Da quando", "Since when", "2026-11-20")] = None
    previously: Annotated[
        Moment | None,
        ReadMoment(),
        Means("Data di prima, se spostato", "Former date, if rescheduled", "2026-11-21 18:00"),
    ] = None
    doors: Annotated[time | None, Clock(), Means("Apertura porte", "Doors open", "17:30")] = None
    price: Annotated[Price | None, Means("Costo", "Price", {"mode": "free"})] = None
    registration: Annotated[Registration | None, Means("Prenotazione", "Booking", {"required": True})] = None
    ages: Annotated[Ages | None, Means("Età", "Ages", {"min": 6, "max": 11})] = None
    themes: Annotated[tuple[Annotated[str, SLUG], ...], RefersTo("theme"), Means("Temi", "Themes", ["cura"])] = ()
    targets: Annotated[
        tuple[Annotated[str, SLUG], ...], RefersTo("target"), Means("Per chi", "For whom", ["famiglie"])
    ] = ()
    languages: Annotated[
        tuple[Annotated[str, LANGUAGE], ...], Means("Lingue dell'evento", "Languages of the event", ["it"])
    ] = ()
    plain: Annotated[
        str | None,
        Lines(500),
        Translated(),
        Means("In parole facili", "In plain language", "Mangiamo insieme. È gratis."),
    ] = None
    bring: Annotated[
        str | None,
        Line(1, 200),
        Translated(),
        Means("Che cosa portare", "What to bring", "Un cuscino e una tazza"),
    ] = None
    accessibility: Annotated[
        Accessibility | None,
        Means("Solo ciò che differisce dallo spazio", "Only what differs from the space", {"captions": True}),
    ] = None
    pictures: Annotated[
        tuple[Picture, ...],
        Means("Immagini", "Pictures", [{"file": "merenda.jpg", "alt": "Una tavola", "credit": "Ada Riva"}]),
    ] = ()
    project: Annotated[
        str | None,
        SLUG,
        RefersTo("project"),
        Means("Progetto di cui è una tappa", "Project whose stop it is", "lettere"),
    ] = None
    part_of: Annotated[
        str | None,
        Line(1, 200),
        RefersTo("event"),
        Means("Evento di cui fa parte: spazio/evento", "Event it belongs to: space/event", "officina/festival"),
    ] = None
    itinerary: Annotated[
        tuple[ItineraryStop, ...], Means("Tappe con orario", "Stops with times", [{"at": "16:30", "space": "officina"}])
    ] = ()
    report: Annotated[
        Report | None,
        Means("Com'è andata, dopo la data", "How it went, after the date", {"attendance": 42, "counted": "counted"}),
    ] = None
    visibility: Annotated[
        Visibility, Means("Chi lo vede: tutti, soci della rete, nessuno", "Who sees it: all, members, nobody", "public")
    ] = "public"
    published: Annotated[
        date | None, Day(), Means("Giorno della pubblicazione", "Day of publication", "2026-10-12")
    ] = None
    updated: Annotated[
        date | None,
        Day(),
        Means("Giorno dell'ultima modifica importante", "Day of the last important change", "2026-11-02"),
    ] = None
    source: Annotated[ImportedFrom | None, Means("Da dove è importato", "Where it was imported from")] = None
    formerly: Annotated[
        tuple[Annotated[str, SLUG], ...],
        Means(
            "Vecchi nomi nell'indirizzo, dal primo: portano qui",
            "Former names in the address, the first one first: they lead here",
            ["merenda-2025"],
        ),
    ] = ()
    extra: Annotated[
        dict[str, Any] | None, Anything(), Means("Fatti propri di una rete", "Facts of a network's own", {})
    ] = None
