"""Reports: what a space tells of an event once it is over, and what it learned of its room."""

from decimal import Decimal
from typing import Annotated, Literal

from .declaration import Means, declared
from .place import Visibility
from .values import SLUG, Count, Flag, Line, Number, ReadWords, Words

Delivered = Literal[
    "step_free", "toilet", "induction_loop", "quiet_room", "sign_language", "captions", "audio_description",
    "easy_read", "relaxed",
]  # fmt: skip


@declared
class Correction:
    """A fact of a room that turned out to be another: its field, as in the room's file, and what it is."""

    field: Annotated[str, Line(1, 80), Means("Campo della sala", "Field of the room", "access.load_in_door.w")]
    now: Annotated[str, Line(1, 120), Means("Com'è davvero, tra virgolette", "What it is, in quotes", '"0.9"')]
    room: Annotated[
        str | None, SLUG, Means("Sala, se non è quella dell'evento", "Room, if not the event's", "sala-grande")
    ] = None
    note: Annotated[
        Words | None, ReadWords(200), Means("Come si è visto", "How it showed", "Il fondale non passava")
    ] = None


@declared
class Quote:
    """What somebody said of it, who agreed that it be told."""

    text: Annotated[
        Words, ReadWords(300), Means("Che cosa ha detto", "What was said", "Non sentivo ridere così da anni")
    ]
    by: Annotated[str, Line(1, 80), Means("Chi, per ruolo", "Who, by role", "Un'abitante della scala B")]
    consent: Annotated[bool, Flag(), Means("Si può pubblicare", "It may be published", True)]


@declared
class Report:
    """What is told of an event after its date."""

    attendance: Annotated[int, Count(), Means("Presenze", "Attendance", 42)]
    counted: Annotated[
        Literal["counted", "tickets", "estimate"],
        Means("Come si è contato: contati, biglietti, a occhio", "How: counted, tickets, estimate", "counted"),
    ]
    new_audience_pct: Annotated[
        int | None,
        Count(0, 100),
        Means("Chi veniva per la prima volta, per cento", "First-time visitors, per cent", 30),
    ] = None
    box_office: Annotated[
        Decimal | None, Number(), Means("Incasso; non si pubblica", "Takings; never published", 180)
    ] = None
    volunteers: Annotated[int | None, Count(), Means("Volontari", "Volunteers", 4)] = None
    volunteer_hours: Annotated[
        Decimal | None, Number(), Means("Ore di volontariato in tutto", "Hours of volunteers, in all", 18)
    ] = None
    worked: Annotated[
        Words | None, ReadWords(600), Means("Che cosa ha funzionato", "What worked", "Il pane alla fine")
    ] = None
    to_improve: Annotated[
        Words | None, ReadWords(600), Means("Che cosa si può migliorare", "What to improve", "Cominciare alle 20")
    ] = None
    quotes: Annotated[
        tuple[Quote, ...],
        Means("Voci", "Voices", [{"text": "Torniamo", "by": "Una vicina", "consent": True}]),
    ] = ()
    accessibility_delivered: Annotated[
        tuple[Delivered, ...], Means("Accessibilità che c'è stata davvero", "Access that there was", ["captions"])
    ] = ()
    corrections: Annotated[
        tuple[Correction, ...],
        Means(
            "Che cosa correggere nei dati della sala",
            "What to correct in the room's data",
            [{"field": "access.steps", "now": "3"}],
        ),
    ] = ()
    visibility: Annotated[Visibility, Means("Chi vede presenze e voci", "Who sees attendance and voices", "public")] = (
        "public"
    )
