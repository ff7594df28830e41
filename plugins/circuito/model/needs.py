"""What a project needs of the places that host it."""

from decimal import Decimal
from typing import Annotated, Literal

from .declaration import Means, declared
from .room import Door, Layout, Level
from .values import SLUG, Count, Flag, Number, ReadWords, Words


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
