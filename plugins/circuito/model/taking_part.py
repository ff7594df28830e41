"""What taking part in an event asks for: a price, a booking, an age."""

from decimal import Decimal
from typing import Annotated, Literal

from .declaration import Means, declared
from .times import Moment, ReadMoment
from .values import EMAIL, PHONE, URL, Count, Flag, Number, ReadWords, Words


@declared
class PriceItem:
    """One price."""

    label: Annotated[Words, ReadWords(80), Means("Per chi o che cosa", "For whom or what", "Ridotto under 14")]
    amount: Annotated[Decimal, Number(), Means("Euro", "Euro", 5)]


@declared
class Price:
    """What it costs."""

    mode: Annotated[
        Literal["free", "offering", "fixed", "consumption", "card"],
        Means(
            "Gratuito, offerta libera, a pagamento, con consumazione, con tessera",
            "Free, free offering, priced, with a drink or meal, with a membership card",
            "fixed",
        ),
    ]
    items: Annotated[tuple[PriceItem, ...], Means("Prezzi", "Prices", [{"label": "Intero", "amount": 8}])] = ()
    note: Annotated[
        Words | None, ReadWords(200), Means("Condizioni", "Conditions", "Gratis per chi abita nel caseggiato")
    ] = None


@declared
class Registration:
    """How to book."""

    required: Annotated[bool, Flag(), Means("Prenotazione necessaria", "Booking required", True)] = False
    link: Annotated[str | None, URL, Means("Modulo", "Form", "https://example.org/iscrizioni")] = None
    email: Annotated[str | None, EMAIL, Means("Posta", "E-mail", "a@example.org")] = None
    phone: Annotated[str | None, PHONE, Means("Telefono", "Telephone", '"02 0000 0000"')] = None
    opens: Annotated[Moment | None, ReadMoment(), Means("Dal", "From", "2026-11-01")] = None
    closes: Annotated[Moment | None, ReadMoment(), Means("Fino al", "Until", "2026-11-27 12:00")] = None
    places: Annotated[int | None, Count(1), Means("Posti", "Places", 25)] = None


@declared
class Ages:
    """For which ages."""

    min: Annotated[int | None, Count(0, 120), Means("Da anni", "From years", 6)] = None
    max: Annotated[int | None, Count(0, 120), Means("A anni", "To years", 11)] = None
