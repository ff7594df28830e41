"""Rooms of spaces: their measures, what is in them, and the way in."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from .declaration import Means, Translated, declared
from .place import Accessibility, Closure, Month, Picture, Weekday
from .times import ReadRanges, TimeRange
from .values import SLUG, Anything, Count, Flag, Line, Number, ReadWords, Words

Level = Literal["none", "partial", "full"]

Layout = Literal["end-on", "round", "traverse", "walkabout", "tables", "promenade"]


@declared
class Dimensions:
    """Clear dimensions of a room in metres."""

    width: Annotated[Decimal | None, Number(), Means("Larghezza, m", "Width, m", 4.2)] = None
    depth: Annotated[Decimal | None, Number(), Means("Profondità, m", "Depth, m", 3.5)] = None
    height: Annotated[Decimal | None, Number(), Means("Altezza, m", "Height, m", 2.8)] = None
    min_height_under_beams: Annotated[
        Decimal | None, Number(), Means("Altezza minima sotto le travi, m", "Least height under beams, m", 2.5)
    ] = None


@declared
class Capacity:
    """How many people fit."""

    seated: Annotated[int | None, Count(), Means("Posti a sedere", "Seated", 35)] = None
    standing: Annotated[int | None, Count(), Means("Posti in piedi", "Standing", 60)] = None
    wheelchair: Annotated[int | None, Count(), Means("Posti per sedia a rotelle", "Wheelchair places", 2)] = None
    legal_max: Annotated[int | None, Count(), Means("Massimo per legge", "Legal maximum", 50)] = None


@declared
class Stage:
    """The stage of a room."""

    fixed: Annotated[bool | None, Flag(), Means("Palco fisso", "Fixed stage", False)] = None
    modular_units: Annotated[int | None, Count(0, 200), Means("Pedane mobili, numero", "Modular units", 12)] = None
    modular_unit: Annotated[str | None, Line(1, 20), Means("Misura di una pedana, m", "Size of a unit, m", "1x2")] = (
        None
    )
    modular_heights: Annotated[
        tuple[Annotated[Decimal, Number()], ...], Means("Altezze possibili, m", "Possible heights, m", [0.2, 0.4])
    ] = ()


@declared
class Power:
    """The electric supply of a room."""

    kw: Annotated[Decimal | None, Number(), Means("Potenza, kW", "Power, kW", 3)] = None
    phases: Annotated[Literal[1, 3] | None, Means("Monofase 1, trifase 3", "Phases: 1 or 3", 1)] = None
    sockets: Annotated[tuple[Annotated[str, Line(1, 40)], ...], Means("Prese", "Sockets", ["16A", "CEE 32A"])] = ()


@declared
class Equipment:
    """What is in the room; what is not written is not declared."""

    pa: Annotated[bool | None, Flag(), Means("Impianto audio", "Sound system", True)] = None
    lights: Annotated[Literal["none", "basic", "full"] | None, Means("Luci di scena", "Stage lights", "basic")] = None
    projector: Annotated[
        int | None, Count(0, 50_000), Means("Proiettore, lumen; 0 se non c'è", "Projector, lumen; 0 for none", 3000)
    ] = None
    screen: Annotated[str | None, Line(1, 20), Means("Schermo, m", "Screen, m", "2.5x1.8")] = None
    piano: Annotated[str | None, Line(1, 60), Means("Pianoforte", "Piano", "verticale accordato")] = None
    dance_floor: Annotated[bool | None, Flag(), Means("Tappeto danza", "Dance floor", False)] = None
    hang_points: Annotated[int | None, Count(0, 500), Means("Punti di appendimento", "Hanging points", 4)] = None
    wifi: Annotated[
        int | None, Count(0, 100_000), Means("Rete, Mbit/s; 0 se non c'è", "Network, Mbit/s; 0 for none", 50)
    ] = None
    also: Annotated[
        tuple[Annotated[str, SLUG], ...], Means("Che altro c'è", "What else there is", ["tables", "chairs"])
    ] = ()
    lacks: Annotated[
        tuple[Annotated[str, SLUG], ...], Means("Che cosa di certo non c'è", "What there certainly is not", ["piano"])
    ] = ()


@declared
class Door:
    """The narrowest point of the way in, in metres."""

    w: Annotated[Decimal, Number(), Means("Larghezza, m", "Width, m", 0.9)]
    h: Annotated[Decimal, Number(), Means("Altezza, m", "Height, m", 2.1)]


@declared
class RoomAccess:
    """The way of things and people into a room."""

    load_in_door: Annotated[
        Door | None, Means("Porta di carico, punto più stretto", "Load-in door", {"w": 0.9, "h": 2.1})
    ] = None
    steps: Annotated[int | None, Count(0, 500), Means("Gradini sul percorso di carico", "Steps on the way in", 0)] = (
        None
    )
    lift: Annotated[bool | None, Flag(), Means("Montacarichi o ascensore", "Lift", False)] = None
    van_stop_m: Annotated[
        int | None, Count(0, 10_000), Means("Metri dal furgone alla porta", "Metres from van to door", 20)
    ] = None
    step_free_stage: Annotated[bool | None, Flag(), Means("Palco senza gradini", "Step-free stage", True)] = None


@declared
class Backstage:
    """What lies behind the room."""

    dressing_rooms: Annotated[int | None, Count(0, 50), Means("Camerini", "Dressing rooms", 1)] = None
    wc: Annotated[bool | None, Flag(), Means("Bagno per artisti", "Toilet for performers", True)] = None
    storage: Annotated[bool | None, Flag(), Means("Deposito", "Storage", False)] = None


@declared
class Availability:
    """When a room can be used."""

    days: Annotated[tuple[Weekday, ...], Means("Giorni della settimana", "Days of the week", ["sat", "sun"])]
    months: Annotated[
        tuple[Month, ...], Means("Solo in questi mesi", "In these months only", ["may", "jun", "sep"])
    ] = ()
    hours: Annotated[tuple[TimeRange, ...] | None, ReadRanges(), Means("Ore", "Hours", "14:00-20:00")] = None


@declared
class RoomFields:
    """A room of a space: `spaces/<space>/rooms/<room>.md`. A value not given is not known; 0 and false are known."""

    name: Annotated[str, Line(2, 80), Translated(), Means("Nome della sala", "Name of the room", "Sala grande")]
    summary: Annotated[
        str | None, Line(1, 180), Translated(), Means("La sala in una frase", "The room in one sentence", "Luminosa.")
    ] = None
    area_m2: Annotated[Decimal | None, Number(), Means("Superficie, m²", "Area, m²", 40)] = None
    clear: Annotated[Dimensions | None, Means("Misure libere", "Clear dimensions", {"width": 4.2, "height": 2.8})] = (
        None
    )
    outdoor: Annotated[bool, Flag(), Means("All'aperto", "Outdoors", False)] = False
    stage: Annotated[Stage | None, Means("Palco", "Stage", {"fixed": False})] = None
    capacity: Annotated[Capacity | None, Means("Capienza", "Capacity", {"seated": 35})] = None
    layouts: Annotated[
        tuple[Layout, ...], Means("Disposizioni possibili", "Possible layouts", ["end-on", "tables"])
    ] = ()
    rake: Annotated[bool | None, Flag(), Means("Gradinata", "Raked seating", False)] = None
    floor: Annotated[Literal["uneven", "flat"] | None, Means("Pavimento", "Floor", "flat")] = None
    power: Annotated[Power | None, Means("Corrente elettrica", "Electric power", {"kw": 3, "phases": 1})] = None
    blackout: Annotated[Level | None, Means("Oscuramento", "Blackout", "partial")] = None
    heating: Annotated[bool | None, Flag(), Means("Riscaldamento", "Heating", True)] = None
    cooling: Annotated[bool | None, Flag(), Means("Raffrescamento", "Cooling", False)] = None
    acoustic: Annotated[Literal["dry", "live", "noisy"] | None, Means("Acustica", "Acoustic", "dry")] = None
    equipment: Annotated[Equipment | None, Means("Attrezzature", "Equipment", {"pa": True})] = None
    access: Annotated[RoomAccess | None, Means("Accesso e carico", "Access and load-in", {"steps": 0})] = None
    accessibility: Annotated[
        Accessibility | None, Means("Accessibilità della sala", "Accessibility of the room", {"step_free": True})
    ] = None
    backstage: Annotated[Backstage | None, Means("Dietro le quinte", "Backstage", {"dressing_rooms": 1})] = None
    shared_with: Annotated[
        Words | None, ReadWords(120), Means("Con chi è condivisa", "Shared with", "custode, lun–ven 8–13")
    ] = None
    availability: Annotated[
        tuple[Availability, ...], Means("Quando è disponibile", "When it is available", [{"days": ["sat"]}])
    ] = ()
    closed: Annotated[tuple[Closure, ...], Means("Chiusure", "Closures", [{"from": "2026-08-08"}])] = ()
    technician: Annotated[Literal["none", "on-call", "resident"] | None, Means("Tecnico", "Technician", "on-call")] = (
        None
    )
    get_in_h_max: Annotated[
        Decimal | None, Number(), Means("Ore massime di montaggio", "Longest load-in, hours", 3)
    ] = None
    pictures: Annotated[tuple[Picture, ...], Means("Immagini", "Pictures", [])] = ()
    extra: Annotated[
        dict[str, Any] | None, Anything(), Means("Fatti propri di una rete", "Facts of a network's own", {})
    ] = None
