"""Resources: what a space lends to others, from a projector to an hour of its caretaker."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from .declaration import Means, Translated, declared
from .place import Closure, Contact, Picture, Visibility
from .times import Day
from .tour_terms import ProjectWindow
from .values import SLUG, Anything, Count, Flag, Line, Lines, Number, ReadWords, Words

ResourceKind = Literal["thing", "room", "skill", "service", "document"]


@declared
class Booking:
    """Days on which a resource is lent, or kept by its own space."""

    from_: Annotated[date, Day(), Means("Primo giorno", "First day", "2026-12-04")]
    to: Annotated[date | None, Day(), Means("Ultimo giorno compreso", "Last day, included", "2026-12-06")] = None
    by: Annotated[str, Line(1, 80), Means("A chi", "To whom", "Circolo La Chiusa")]
    count: Annotated[int, Count(1, 1000), Means("Quanti", "How many", 1)] = 1


@declared
class ResourceFields:
    """What a space lends: `spaces/<space>/resources/<resource>.md`. Two fields are needed."""

    name: Annotated[
        str, Line(2, 80), Translated(), Means("Che cos'è", "What it is", "Proiettore da 4.000 lumen con telo")
    ]
    kind: Annotated[ResourceKind, Means("Di che genere", "Of which kind", "thing")]
    summary: Annotated[
        str | None,
        Line(1, 180),
        Translated(),
        Means("In una frase", "In one sentence", "Luminoso anche di giorno, con cavo da 10 m."),
    ] = None
    provides: Annotated[
        tuple[Annotated[str, SLUG], ...],
        Means(
            "Che cosa porta a una sala, con le parole di `technical.asks` e delle attrezzature; "
            "anche blackout, ramp, battery, router, dance-floor",
            "What it brings to a room, in the words of `technical.asks` and of equipment; "
            "also blackout, ramp, battery, router, dance-floor",
            ["projector", "screen"],
        ),
    ] = ()
    power_kw: Annotated[
        Decimal | None, Number(), Means("Se dà corrente, quanti kW", "If it gives power, how many kW", 3)
    ] = None
    count: Annotated[int, Count(1, 1000), Means("Quanti ce ne sono", "How many there are", 2)] = 1
    kit: Annotated[
        str | None, Line(1, 200), Translated(), Means("Le sue parti", "Its parts", "telo, cornice, cavo HDMI")
    ] = None
    who: Annotated[
        Literal["members", "proposers", "public"],
        Means(
            "A chi si presta: agli spazi della rete, anche a chi propone progetti, a tutti",
            "Who may borrow it: spaces of the network, proposers of projects too, everybody",
            "members",
        ),
    ] = "members"
    conditions: Annotated[
        str | None,
        Lines(500),
        Translated(),
        Means("A quali condizioni", "On which conditions", "Lo monta chi lo ha già usato."),
    ] = None
    deposit: Annotated[Decimal | None, Number(), Means("Cauzione", "Deposit", 50)] = None
    fee: Annotated[Decimal | None, Number(), Means("Rimborso per prestito", "Charge for a loan", 0)] = None
    max_days: Annotated[int | None, Count(1, 365), Means("Giorni al massimo", "Most days", 7)] = None
    available: Annotated[
        tuple[ProjectWindow, ...],
        Means("Quando si presta; altrimenti sempre", "When it is lent; else always", [{"from": "2026-10-01"}]),
    ] = ()
    closed: Annotated[
        tuple[Closure, ...],
        Means("Quando non si presta: revisione, uso proprio", "When it is not lent", [{"from": "2026-12-24"}]),
    ] = ()
    bookings: Annotated[
        tuple[Booking, ...],
        Means(
            "Prestiti già promessi, oltre a quelli degli interessi",
            "Loans promised already, beside those of interests",
            [{"from": "2026-12-04", "by": "Circolo La Chiusa"}],
        ),
    ] = ()
    pickup: Annotated[
        Words | None, ReadWords(200), Means("Dove e quando si ritira", "Where and when to fetch it", "In officina, gio")
    ] = None
    needs_van: Annotated[bool | None, Flag(), Means("Serve un furgone", "It takes a van", False)] = None
    contact: Annotated[
        Contact | None, Means("A chi chiederla; altrimenti allo spazio", "Whom to ask; else the space")
    ] = None
    pictures: Annotated[tuple[Picture, ...], Means("Immagini", "Pictures", [])] = ()
    status: Annotated[Literal["available", "maintenance", "retired"], Means("Stato", "State", "available")] = (
        "available"
    )
    visibility: Annotated[Visibility, Means("Chi la vede", "Who sees it", "public")] = "public"
    extra: Annotated[
        dict[str, Any] | None, Anything(), Means("Fatti propri di una rete", "Facts of a network's own", {})
    ] = None
