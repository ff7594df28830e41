"""Projects: social and cultural proposals that can travel from space to space."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from .cost import Cost
from .declaration import Means, RefersTo, Translated, declared
from .needs import Logistics, Staging, Technical
from .place import Contact, Picture
from .times import Day
from .tour_terms import ProjectWindow, TourTerms
from .values import EVENT_TYPE, FILE_NAME, LANGUAGE, SLUG, URL, Anything, Count, Flag, Line, Number, ReadWords, Words

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
            "Vecchi nomi nell'indirizzo, dal primo: portano qui",
            "Former names in the address, the first one first: they lead here",
            ["lettere-2025"],
        ),
    ] = ()
    extra: Annotated[
        dict[str, Any] | None, Anything(), Means("Fatti propri di una rete", "Facts of a network's own", {})
    ] = None
