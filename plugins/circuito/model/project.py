"""Projects: social and cultural proposals that can travel from space to space."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from .declaration import Means, RefersTo, Translated, declared
from .event import EVENT_TYPE
from .place import Contact, Picture, Weekday
from .space import Door, Layout, Level
from .values import FILE_NAME, LANGUAGE, SLUG, URL, Anything, Count, Day, Flag, Line, Number, ReadWords, Words

Kind = Literal[
    "show", "concert", "workshop", "exhibition", "talk", "screening", "game", "walk", "service", "training", "format"
]
OnRequest = Literal["yes", "no", "on-request"]


@declared
class Audience:
    """For whom a project is made."""

    ages: Annotated[
        tuple[Annotated[int, Count(0, 120)], Annotated[int, Count(0, 120)]] | None,
        Means("Età: da, a", "Ages: from, to", [8, 99]),
    ] = None
    targets: Annotated[
        tuple[Annotated[str, SLUG], ...], RefersTo("target"), Means("Per chi", "For whom", ["famiglie"])
    ] = ()
    participation: Annotated[
        Literal["spectators", "participants", "co-creators"] | None,
        Means("Chi guarda, partecipa o crea", "Spectators, participants or co-creators", "participants"),
    ] = None
    content_warnings: Annotated[
        tuple[Annotated[str, SLUG], ...], Means("Avvertenze", "Content warnings", ["strobe", "loud"])
    ] = ()


@declared
class Size:
    """How many people it needs and bears."""

    audience_min: Annotated[int | None, Count(), Means("Pubblico minimo", "Least audience", 30)] = None
    audience_max: Annotated[int | None, Count(), Means("Pubblico massimo", "Largest audience", 80)] = None
    ideal: Annotated[int | None, Count(), Means("Pubblico ideale", "Ideal audience", 45)] = None
    area_per_person: Annotated[Decimal | None, Number(), Means("m² a persona", "m² a person", 2)] = None


@declared
class Duration:
    """How long it lasts."""

    run_min: Annotated[int | None, Count(1, 100_000), Means("Durata in minuti", "Running time, minutes", 60)] = None
    interval: Annotated[bool | None, Flag(), Means("Intervallo", "Interval", False)] = None
    sessions: Annotated[int | None, Count(1, 1000), Means("Incontri o repliche", "Sessions", 1)] = None
    days_on_site: Annotated[int | None, Count(1, 365), Means("Giorni sul posto", "Days on site", 1)] = None


@declared
class Team:
    """Who travels."""

    on_stage: Annotated[int | None, Count(0, 500), Means("In scena", "On stage", 2)] = None
    crew: Annotated[int | None, Count(0, 500), Means("Tecnici", "Crew", 1)] = None
    accompanying: Annotated[int | None, Count(0, 500), Means("Accompagnatori", "Accompanying", 0)] = None


@declared
class NeededSpace:
    """Clear dimensions in metres."""

    width: Annotated[Decimal | None, Number(), Means("Larghezza, m", "Width, m", 4)] = None
    depth: Annotated[Decimal | None, Number(), Means("Profondità, m", "Depth, m", 3)] = None
    height: Annotated[Decimal | None, Number(), Means("Altezza, m", "Height, m", 2.7)] = None


@declared
class VariantNeeds:
    """The needs that a variant states anew."""

    width: Annotated[Decimal | None, Number(), Means("Larghezza, m", "Width, m", 3)] = None
    depth: Annotated[Decimal | None, Number(), Means("Profondità, m", "Depth, m", 2.5)] = None
    height: Annotated[Decimal | None, Number(), Means("Altezza, m", "Height, m", 2.4)] = None
    power_kw: Annotated[Decimal | None, Number(), Means("Potenza, kW", "Power, kW", 1)] = None
    blackout: Annotated[Level | None, Means("Oscuramento", "Blackout", "none")] = None
    audience_min: Annotated[int | None, Count(), Means("Pubblico minimo", "Least audience", 10)] = None
    audience_max: Annotated[int | None, Count(), Means("Pubblico massimo", "Largest audience", 30)] = None
    asks: Annotated[tuple[Annotated[str, SLUG], ...] | None, Means("Che cosa chiede", "What it asks for", ["pa"])] = (
        None
    )
    layouts: Annotated[tuple[Layout, ...] | None, Means("Disposizioni", "Layouts", ["round"])] = None
    phases: Annotated[Literal[1, 3] | None, Means("Monofase 1, trifase 3", "Phases: 1 or 3", 1)] = None
    door_min: Annotated[Door | None, Means("Porta più stretta", "Narrowest door", {"w": 0.7, "h": 1.9})] = None
    steps_max: Annotated[int | None, Count(0, 500), Means("Gradini al massimo", "Steps at most", 20)] = None
    get_in_h: Annotated[Decimal | None, Number(), Means("Ore di montaggio", "Hours to set up", 1)] = None
    outdoor: Annotated[Literal["yes", "no", "both"] | None, Means("All'aperto", "Outdoors", "both")] = None
    floor: Annotated[Literal["any", "flat", "dance"] | None, Means("Pavimento", "Floor", "any")] = None
    rake_needed: Annotated[bool | None, Flag(), Means("Serve la gradinata", "Raked seating needed", False)] = None
    hang_points: Annotated[int | None, Count(0, 500), Means("Punti di appendimento", "Hanging points", 0)] = None
    haze: Annotated[bool | None, Flag(), Means("Fumo di scena", "Haze", False)] = None
    live_flame: Annotated[bool | None, Flag(), Means("Fiamme libere", "Live flames", False)] = None


@declared
class Variant:
    """Another form of the project, with needs of its own; each is matched on its own."""

    id: Annotated[str, SLUG, Means("Nome della variante", "Name of the variant", "small")]
    summary: Annotated[Words | None, ReadWords(180), Means("In breve", "In short", "Senza proiezioni")] = None
    needs: Annotated[VariantNeeds, Means("Che cosa cambia", "What changes", {"width": 3, "depth": 2.5})]


@declared
class Staging:
    """What the project needs of a room."""

    layouts: Annotated[
        tuple[Layout, ...], Means("Disposizioni, una basta", "Layouts, any one suffices", ["end-on", "round"])
    ] = ()
    outdoor: Annotated[Literal["yes", "no", "both"] | None, Means("All'aperto", "Outdoors", "no")] = None
    min: Annotated[NeededSpace | None, Means("Spazio minimo", "Least space", {"width": 4, "depth": 3})] = None
    ideal: Annotated[NeededSpace | None, Means("Spazio ideale", "Ideal space", {"width": 6, "depth": 5})] = None
    floor: Annotated[Literal["any", "flat", "dance"] | None, Means("Pavimento", "Floor", "any")] = None
    rake_needed: Annotated[bool | None, Flag(), Means("Serve la gradinata", "Raked seating needed", False)] = None
    hang_points: Annotated[int | None, Count(0, 500), Means("Punti di appendimento", "Hanging points", 0)] = None
    variants: Annotated[
        tuple[Variant, ...], Means("Varianti", "Variants", [{"id": "small", "needs": {"width": 3}}])
    ] = ()


@declared
class Technical:
    """Power, light, sound."""

    power_kw: Annotated[Decimal | None, Number(), Means("Potenza, kW", "Power, kW", 3)] = None
    phases: Annotated[Literal[1, 3] | None, Means("Monofase 1, trifase 3", "Phases: 1 or 3", 1)] = None
    brings: Annotated[tuple[Annotated[str, SLUG], ...], Means("Che cosa porta", "What it brings", ["lights"])] = ()
    asks: Annotated[
        tuple[Annotated[str, SLUG], ...], Means("Che cosa chiede", "What it asks for", ["projector", "pa"])
    ] = ()
    blackout: Annotated[Level | None, Means("Oscuramento", "Blackout", "full")] = None
    silence_needed: Annotated[bool | None, Flag(), Means("Serve silenzio", "Silence needed", False)] = None
    haze: Annotated[bool | None, Flag(), Means("Fumo di scena", "Haze", False)] = None
    live_flame: Annotated[bool | None, Flag(), Means("Fiamme libere", "Live flames", False)] = None
    internet: Annotated[Literal["none", "basic", "upload-5"] | None, Means("Rete", "Network", "basic")] = None


@declared
class Logistics:
    """The way in and out, and who helps."""

    vehicle: Annotated[Literal["foot", "bike", "car", "van", "truck"] | None, Means("Mezzo", "Vehicle", "van")] = None
    door_min: Annotated[Door | None, Means("Porta più stretta", "Narrowest door", {"w": 0.8, "h": 2.0})] = None
    steps_max: Annotated[int | None, Count(0, 500), Means("Gradini al massimo", "Steps at most", 3)] = None
    get_in_h: Annotated[Decimal | None, Number(), Means("Ore di montaggio", "Hours to set up", 2)] = None
    get_out_h: Annotated[Decimal | None, Number(), Means("Ore di smontaggio", "Hours to strike", 1)] = None
    rehearsal_h: Annotated[Decimal | None, Number(), Means("Ore di prova", "Hours of rehearsal", 1)] = None
    local_crew: Annotated[int | None, Count(0, 100), Means("Aiuti chiesti allo spazio", "Local crew", 1)] = None
    dressing_room: Annotated[bool | None, Flag(), Means("Camerino", "Dressing room", False)] = None
    storage_days: Annotated[int | None, Count(0, 365), Means("Giorni di deposito", "Days of storage", 0)] = None
    parking: Annotated[Literal["none", "car", "van"] | None, Means("Parcheggio", "Parking", "van")] = None


@declared
class ProjectWindow:
    """Days on which the project can be asked for."""

    from_: Annotated[date, Day(), Means("Dal", "From", "2026-10-01")]
    to: Annotated[date, Day(), Means("Al, compreso", "To, included", "2026-12-15")]
    weekdays: Annotated[tuple[Weekday, ...], Means("Giorni", "Weekdays", ["thu", "fri", "sat"])] = ()
    except_: Annotated[tuple[Annotated[date, Day()], ...], Means("Tranne", "Except", ["2026-11-01"])] = ()


@declared
class Pin:
    """A date of the tour that is settled beforehand."""

    on: Annotated[date, Day(), Means("Giorno", "Day", "2026-10-16")]
    space: Annotated[str, SLUG, RefersTo("space"), Means("Spazio", "Space", "officina")]


@declared
class TourTerms:
    """What a tour of this project has to keep to."""

    min_dates: Annotated[int | None, Count(1, 100), Means("Date minime", "Least dates", 2)] = None
    max_dates: Annotated[int | None, Count(1, 1000), Means("Date massime", "Most dates", 6)] = None
    gap_days_max: Annotated[int | None, Count(0, 365), Means("Giorni vuoti al massimo", "Empty days at most", 3)] = None
    radius_km: Annotated[Decimal | None, Number(), Means("Raggio di esclusiva, km", "Radius clause, km", 3)] = None
    radius_days: Annotated[int | None, Count(0, 365), Means("Giorni di esclusiva", "Radius clause, days", 15)] = None
    notice_weeks: Annotated[int | None, Count(0, 104), Means("Settimane di preavviso", "Weeks of notice", 6)] = None
    pins: Annotated[
        tuple[Pin, ...],
        Means("Date già fissate", "Dates settled beforehand", [{"on": "2026-10-16", "space": "officina"}]),
    ] = ()


@declared
class FeeTier:
    """The fee of each date from a number of dates on."""

    dates: Annotated[int, Count(1, 1000), Means("Da quante date", "From how many dates", 2)]
    fee: Annotated[Decimal, Number(), Means("Euro per data", "Euro a date", 600)]


@declared
class HostContribution:
    """The part of the cost that a host pays."""

    pct: Annotated[Decimal, Number(Decimal(0), Decimal(100)), Means("Percentuale", "Per cent", 50)]
    cap: Annotated[
        Decimal | None,
        Number(),
        Means("Al massimo, nella valuta della rete", "At most, in the network's currency", 300),
    ] = None
    cap_priority_areas: Annotated[
        Decimal | None,
        Number(),
        Means("Nei quartieri prioritari, nella valuta della rete", "In priority areas, in the network's currency", 200),
    ] = None


CostMode = Literal["free", "fixed", "tiers", "box-office-split", "minimum-or-split", "exchange", "pay-per-participant"]


@declared
class Cost:
    """What hosting costs, and how it is shared."""

    mode: Annotated[CostMode, Means("Modo", "Mode", "tiers")]
    fee: Annotated[
        Decimal | None,
        Number(),
        Means("Compenso fisso per data, nella valuta della rete", "Fixed fee a date, in the network's currency", 400),
    ] = None
    fee_tiers: Annotated[
        tuple[FeeTier, ...], Means("Compenso a scaglioni", "Fee by tiers", [{"dates": 1, "fee": 700}])
    ] = ()
    once_per_tour: Annotated[
        Decimal | None,
        Number(),
        Means("Una volta per giro, nella valuta della rete", "Once a tour, in the network's currency", 280),
    ] = None
    per_date: Annotated[
        Decimal | None,
        Number(),
        Means("Spese per data, nella valuta della rete", "Expenses a date, in the network's currency", 60),
    ] = None
    per_km: Annotated[
        Decimal | None,
        Number(),
        Means("Al chilometro, nella valuta della rete", "A kilometre, in the network's currency", 0.5),
    ] = None
    split_pct: Annotated[
        Decimal | None, Number(Decimal(0), Decimal(100)), Means("Quota d'incasso, %", "Share of box office, %", 80)
    ] = None
    per_person: Annotated[
        Decimal | None,
        Number(),
        Means("A partecipante, nella valuta della rete", "A participant, in the network's currency", 5),
    ] = None
    minimum: Annotated[
        Decimal | None,
        Number(),
        Means("Minimo garantito, nella valuta della rete", "Guaranteed minimum, in the network's currency", 250),
    ] = None
    includes: Annotated[tuple[Annotated[str, SLUG], ...], Means("Comprende", "Includes", ["travel"])] = ()
    excludes: Annotated[tuple[Annotated[str, SLUG], ...], Means("Non comprende", "Excludes", ["siae", "meals"])] = ()
    vat: Annotated[Literal["exempt", "0", "10", "22"] | None, Means("IVA", "VAT", "exempt")] = None
    invoice: Annotated[Literal["fattura", "notula", "agibilita"] | None, Means("Documento", "Invoice", "fattura")] = (
        None
    )
    host_contribution: Annotated[
        HostContribution | None, Means("Contributo dello spazio", "The host's contribution", {"pct": 50, "cap": 300})
    ] = None
    funder: Annotated[str | None, Line(1, 120), Means("Chi finanzia", "Funder", "Fondo della rete")] = None
    exchange_offer: Annotated[
        Words | None, ReadWords(200), Means("In cambio di", "In exchange for", "Due giorni di sala prove")
    ] = None


@declared
class Siae:
    """Authors' rights society."""

    needed: Annotated[bool, Flag(), Means("Serve il permesso", "Permit needed", True)]
    repertoire: Annotated[Literal["theatre", "music", "none"] | None, Means("Repertorio", "Repertoire", "music")] = None
    codes: Annotated[tuple[Annotated[str, Line(1, 40)], ...], Means("Codici", "Codes", ["123456"])] = ()


@declared
class Rights:
    """Authors, permits and pictures."""

    authors: Annotated[str | None, Line(1, 200), Means("Autori", "Authors", "Testi degli abitanti")] = None
    siae: Annotated[Siae | None, Means("SIAE", "Authors' rights", {"needed": False})] = None
    music_after_hours: Annotated[bool | None, Flag(), Means("Musica in tarda serata", "Music late at night", False)] = (
        None
    )
    recording: Annotated[
        Literal["no", "photo", "all"] | None, Means("Riprese ammesse", "Recording allowed", "photo")
    ] = None
    images_licence: Annotated[
        str, Line(1, 40), Means("Licenza delle immagini", "Licence of the pictures", "CC BY 4.0")
    ] = "CC BY 4.0"


@declared
class Safety:
    """Insurance, permits, risks."""

    insurance: Annotated[bool | None, Flag(), Means("Assicurazione", "Insurance", True)] = None
    permits: Annotated[tuple[Annotated[str, SLUG], ...], Means("Permessi", "Permits", ["scia"])] = ()
    risk_note: Annotated[Words | None, ReadWords(300), Means("Rischi", "Risks", "Nessuno")] = None
    minors_policy: Annotated[bool | None, Flag(), Means("Regole per i minori", "Policy for minors", True)] = None


@declared
class ProjectAccessibility:
    """What the project offers, and what it needs of the room."""

    relaxed: Annotated[OnRequest | None, Means("Replica rilassata", "Relaxed performance", "on-request")] = None
    lis: Annotated[OnRequest | None, Means("Lingua dei segni", "Sign language", "on-request")] = None
    audio_description: Annotated[OnRequest | None, Means("Audiodescrizione", "Audio description", "no")] = None
    captions: Annotated[OnRequest | None, Means("Sottotitoli", "Captions", "yes")] = None
    touch_tour: Annotated[OnRequest | None, Means("Visita tattile", "Touch tour", "no")] = None
    easy_read: Annotated[OnRequest | None, Means("Facile da leggere", "Easy to read", "yes")] = None
    step_free_stage: Annotated[
        bool | None, Flag(), Means("Serve un palco senza gradini", "Needs a step-free stage", False)
    ] = None


@declared
class Sustainability:
    """How it travels and what it is made of."""

    transport: Annotated[
        Literal["foot", "bike", "public-transport", "train", "car", "van", "truck"] | None,
        Means("Trasporto", "Transport", "bike"),
    ] = None
    set_reused: Annotated[bool | None, Flag(), Means("Scene riusate", "Set reused", True)] = None


@declared
class Outcomes:
    """What it wants to change."""

    themes: Annotated[tuple[Annotated[str, SLUG], ...], RefersTo("theme"), Means("Temi", "Themes", ["memoria"])] = ()
    sdg: Annotated[tuple[Annotated[str, Line(1, 8)], ...], Means("Obiettivi ONU", "SDG targets", ["11.4"])] = ()
    indicators: Annotated[tuple[Annotated[str, SLUG], ...], Means("Indicatori", "Indicators", ["passaggi"])] = ()


@declared
class Download:
    """A file that lies beside the project."""

    label: Annotated[Words, ReadWords(80), Means("Nome", "Name", "Scheda tecnica")]
    file: Annotated[str, FILE_NAME, Means("File accanto a questo", "File beside this one", "scheda.pdf")]


@declared
class PastDate:
    """A date that took place, here or elsewhere."""

    on: Annotated[date, Day(), Means("Giorno", "Day", "2026-05-16")]
    space: Annotated[str | None, SLUG, RefersTo("space"), Means("Spazio della rete", "Member space", "officina")] = None
    place: Annotated[str | None, Line(1, 120), Means("Altro luogo", "Another place", "Biblioteca di quartiere")] = None
    attendance: Annotated[int | None, Count(), Means("Presenze", "Attendance", 42)] = None


@declared
class ProjectFields:
    """A proposal that can travel: `content/projects/<project>/project.md`. Eight fields are needed."""

    title: Annotated[str, Line(1, 100), Translated(), Means("Titolo", "Title", "Lettere dal cortile")]
    summary: Annotated[
        str,
        Line(1, 180),
        Translated(),
        Means("In una frase", "In one sentence", "Due voci leggono le lettere del caseggiato."),
    ]
    kind: Annotated[Kind, Means("Genere; `format` si rifà sul posto", "Kind; a `format` is re-made locally", "show")]
    proposer: Annotated[
        str,
        SLUG,
        RefersTo("organiser"),
        Means("Chi propone: ente o spazio", "Proposer: organisation or space", "gruppo-beta"),
    ]
    status: Annotated[Literal["draft", "open", "paused", "full", "archived"], Means("Stato", "Status", "open")]
    languages: Annotated[tuple[Annotated[str, LANGUAGE], ...], Means("Lingue parlate", "Languages spoken", ["it"])]
    contact: Annotated[Contact, Means("Contatti (di ruolo)", "Contact (a role)", {"email": "progetti@example.org"})]
    cost: Annotated[Cost, Means("Costi", "Costs", {"mode": "free"})]
    event_type: Annotated[
        str | None, EVENT_TYPE, Means("Codice del tipo di evento", "Code of the type of event", '"1.1.3"')
    ] = None
    origin_space: Annotated[
        str | None, SLUG, RefersTo("space"), Means("Spazio da cui parte", "Space it starts from", "officina")
    ] = None
    text_dependence: Annotated[
        Literal["none", "low", "high"] | None, Means("Quanto conta capire le parole", "How far words matter", "high")
    ] = None
    surtitles: Annotated[
        tuple[Annotated[str, LANGUAGE], ...], Means("Lingue dei sopratitoli", "Languages of surtitles", ["en"])
    ] = ()
    audience: Annotated[Audience | None, Means("Pubblico", "Audience", {"ages": [8, 99]})] = None
    size: Annotated[Size | None, Means("Dimensioni", "Size", {"audience_min": 30})] = None
    duration: Annotated[Duration | None, Means("Durata", "Duration", {"run_min": 60})] = None
    team: Annotated[Team | None, Means("Chi viaggia", "Who travels", {"on_stage": 2})] = None
    staging: Annotated[Staging | None, Means("Allestimento", "Staging", {"layouts": ["end-on"]})] = None
    technical: Annotated[Technical | None, Means("Tecnica", "Technique", {"power_kw": 3})] = None
    logistics: Annotated[Logistics | None, Means("Logistica", "Logistics", {"vehicle": "van"})] = None
    availability: Annotated[
        tuple[ProjectWindow, ...], Means("Quando", "When", [{"from": "2026-10-01", "to": "2026-12-15"}])
    ] = ()
    tour: Annotated[TourTerms | None, Means("Condizioni del giro", "Terms of a tour", {"min_dates": 2})] = None
    rights: Annotated[Rights | None, Means("Diritti", "Rights", {"authors": "Testi degli abitanti"})] = None
    safety: Annotated[Safety | None, Means("Sicurezza", "Safety", {"insurance": True})] = None
    accessibility: Annotated[
        ProjectAccessibility | None, Means("Accessibilità", "Accessibility", {"captions": "yes"})
    ] = None
    sustainability: Annotated[
        Sustainability | None, Means("Sostenibilità", "Sustainability", {"transport": "bike"})
    ] = None
    outcomes: Annotated[Outcomes | None, Means("Risultati attesi", "Outcomes", {"themes": ["memoria"]})] = None
    downloads: Annotated[
        tuple[Download, ...], Means("Da scaricare", "Downloads", [{"label": "Scheda tecnica", "file": "scheda.pdf"}])
    ] = ()
    pictures: Annotated[tuple[Picture, ...], Means("Immagini", "Pictures", [])] = ()
    video: Annotated[str | None, URL, Means("Filmato", "Video", "https://example.org/video")] = None
    past_dates: Annotated[
        tuple[PastDate, ...], Means("Date già fatte", "Past dates", [{"on": "2026-05-16", "attendance": 42}])
    ] = ()
    published: Annotated[
        date | None, Day(), Means("Giorno della pubblicazione", "Day of publication", "2026-09-01")
    ] = None
    formerly: Annotated[
        tuple[Annotated[str, SLUG], ...],
        Means(
            "Vecchi nomi nell'indirizzo: portano qui", "Former names in the address: they lead here", ["lettere-2025"]
        ),
    ] = ()
    extra: Annotated[
        dict[str, Any] | None, Anything(), Means("Fatti propri di una rete", "Facts of a network's own", {})
    ] = None
