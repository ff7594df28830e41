"""Interests: a space's wish to host a project, from liking it to having shown it."""

from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any, Literal

from .declaration import Means, RefersTo, declared
from .place import Visibility
from .times import Clock, Day
from .values import SLUG, Anything, Count, Line, Lines, Number, ReadWords, Words

InterestState = Literal[
    "interested",
    "pencilled",
    "requested",
    "confirmed",
    "done",
    "reported",
    "declined",
    "withdrawn",
    "expired",
    "cancelled",
]


@declared
class Stretch:
    """Some days, or one."""

    from_: Annotated[date, Day(), Means("Primo giorno", "First day", "2026-10-12")]
    to: Annotated[date | None, Day(), Means("Ultimo giorno compreso", "Last day, included", "2026-10-18")] = None


@declared
class InterestStep:
    """A state that an interest was in."""

    state: Annotated[InterestState, Means("Stato", "State", "interested")]
    on: Annotated[date, Day(), Means("Dal giorno", "Since the day", "2026-09-02")]
    by: Annotated[str, Line(1, 80), Means("Chi l'ha scritto (un ruolo)", "Who wrote it (a role)", "Programmazione")]


@declared
class Loan:
    """A resource that is borrowed for the date; its days are those of the date, unless given."""

    space: Annotated[str, SLUG, RefersTo("space"), Means("Spazio che presta", "Space that lends", "officina")]
    resource: Annotated[str, SLUG, Means("La sua risorsa", "Its resource", "proiettore")]
    count: Annotated[int, Count(1, 1000), Means("Quanti", "How many", 1)] = 1
    from_: Annotated[date | None, Day(), Means("Primo giorno", "First day", "2026-10-15")] = None
    to: Annotated[date | None, Day(), Means("Ultimo giorno compreso", "Last day, included", "2026-10-17")] = None


@declared
class InterestFields:
    """A space's wish to host a project: `spaces/<space>/interests/<project>.md`. Three fields are needed at first."""

    state: Annotated[InterestState, Means("A che punto è", "How far it has come", "interested")]
    created: Annotated[date, Day(), Means("Giorno in cui nasce", "Day on which it was first written", "2026-09-02")]
    by: Annotated[str, Line(1, 80), Means("Chi l'ha scritto (un ruolo)", "Who wrote it (a role)", "Programmazione")]
    rank: Annotated[int | None, Count(1, 50), Means("Scelta: 1 è la prima", "Choice: 1 is the first", 1)] = None
    room: Annotated[str | None, SLUG, Means("Sala dello spazio", "Room of the space", "sala-grande")] = None
    variant: Annotated[str | None, SLUG, Means("Variante del progetto", "Variant of the project", "small")] = None
    audience_estimate: Annotated[int | None, Count(), Means("Pubblico atteso", "Expected audience", 40)] = None
    preferred: Annotated[
        tuple[Stretch, ...], Means("Giorni preferiti", "Preferred days", [{"from": "2026-10-12"}])
    ] = ()
    not_: Annotated[tuple[Stretch, ...], Means("Giorni da evitare", "Days to avoid", [{"from": "2026-10-31"}])] = ()
    on: Annotated[date | None, Day(), Means("Giorno della data", "Day of the date", "2026-10-16")] = None
    at: Annotated[time | None, Clock(), Means("Ora d'inizio", "Time of the start", "20:30")] = None
    hold: Annotated[Literal[1, 2] | None, Means("Prima o seconda opzione", "First or second hold", 1)] = None
    expires: Annotated[date | None, Day(), Means("Fino a quando vale", "Until when it holds", "2026-09-30")] = None
    contribution: Annotated[
        Decimal | None, Number(), Means("Offerta, nella valuta della rete", "Offer, in the network's currency", 250)
    ] = None
    exchange: Annotated[
        Words | None, ReadWords(200), Means("In cambio di", "In exchange for", "Due giorni di sala prove")
    ] = None
    borrows: Annotated[
        tuple[Loan, ...],
        Means(
            "Che cosa si fa prestare, e da chi",
            "What is borrowed, and from whom",
            [{"space": "officina", "resource": "proiettore"}],
        ),
    ] = ()
    message: Annotated[str | None, Lines(2000), Means("Messaggio", "Message", "Ci piacerebbe in ottobre.")] = None
    share: Annotated[
        Decimal | None,
        Number(),
        Means("Quota pattuita, nella valuta della rete", "Agreed share, in the network's currency", 250),
    ] = None
    event: Annotated[
        str | None, SLUG, Means("Evento della data, di questo spazio", "Event of the date, of this space", "lettere")
    ] = None
    despite: Annotated[
        str | None,
        Line(1, 300),
        Means("Perché si fa lo stesso", "Why it is done all the same", "Il palco si monta in cortile"),
    ] = None
    reason: Annotated[str | None, Line(1, 300), Means("Perché non si fa", "Why it is not done", "Lavori in sala")] = (
        None
    )
    history: Annotated[
        tuple[InterestStep, ...],
        Means("Gli stati di prima", "Earlier states", [{"state": "interested", "on": "2026-09-02", "by": "Programma"}]),
    ] = ()
    visibility: Annotated[
        Visibility,
        Means("Chi la vede; una data confermata è di tutti", "Who sees it; a settled date is for all", "members"),
    ] = "members"
    extra: Annotated[
        dict[str, Any] | None, Anything(), Means("Fatti propri di una rete", "Facts of a network's own", {})
    ] = None
