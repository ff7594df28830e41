"""What it costs to host a project, and how the cost is shared."""

from decimal import Decimal
from typing import Annotated, Literal

from .declaration import Means, declared
from .values import SLUG, Count, Line, Number, ReadWords, Words


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
