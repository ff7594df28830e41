"""Calendars that spaces keep elsewhere."""

from typing import Annotated, Literal

from .declaration import Means, RefersTo, declared
from .place import Visibility
from .values import CALENDAR, EVENT_TYPE, LANGUAGE, SLUG, Flag, Line


@declared
class SpaceCalendar:
    """A calendar that the space keeps elsewhere, from which `circuito import` writes event files for review."""

    id: Annotated[
        str,
        SLUG,
        Means(
            "Nome breve, che non cambia mai: lega gli eventi al calendario",
            "Short name that never changes: it ties events to the calendar",
            "programma",
        ),
    ]
    url: Annotated[
        str | None,
        CALENDAR,
        Means("Indirizzo pubblico del calendario", "Public address of the calendar", "webcal://example.org/feste.ics"),
    ] = None
    secret: Annotated[
        bool,
        Flag(),
        Means(
            "L'indirizzo è segreto: lo conosce solo chi importa (segreto CALENDARS)",
            "The address is secret: only who imports knows it (secret CALENDARS)",
            True,
        ),
    ] = False
    read_as: Annotated[
        Literal["calendar", "page", "table"],
        Means(
            "Che cosa si legge: calendario iCalendar, pagina web, tabella",
            "What is read: an iCalendar file, a web page, a table",
            "calendar",
        ),
    ] = "calendar"
    room: Annotated[
        str | None,
        SLUG,
        Means("Sala degli eventi che non ne dicono una", "Room of events that name none", "sala-grande"),
    ] = None
    places: Annotated[
        Literal["as-told", "here"],
        Means(
            "Dove avvengono gli eventi: dove dice il calendario, o sempre qui",
            "Where events take place: where the calendar says, or always here",
            "here",
        ),
    ] = "as-told"
    type: Annotated[str | None, EVENT_TYPE, Means("Tipo di tutti gli eventi", "Type of all events", '"1.2.4"')] = None
    themes: Annotated[
        tuple[Annotated[str, SLUG], ...],
        RefersTo("theme"),
        Means("Temi degli eventi che non ne hanno", "Themes of events that have none", ["cura"]),
    ] = ()
    targets: Annotated[
        tuple[Annotated[str, SLUG], ...],
        RefersTo("target"),
        Means("Per chi sono gli eventi che non lo dicono", "For whom events are that do not say so", ["famiglie"]),
    ] = ()
    languages: Annotated[
        tuple[Annotated[str, LANGUAGE], ...], Means("Lingue degli eventi", "Languages of the events", ["it"])
    ] = ()
    visibility: Annotated[Visibility, Means("Chi vede gli eventi nuovi", "Who sees new events", "members")] = "public"
    zone: Annotated[
        str | None,
        Line(1, 60),
        Means(
            "Fuso orario delle ore che non ne dicono uno; altrimenti quello della rete",
            "Time zone of times that name none; else the network's",
            "Europe/Rome",
        ),
    ] = None
    skip: Annotated[
        tuple[Annotated[str, Line(2, 40)], ...],
        Means(
            "Gli eventi con una di queste parole non si importano",
            "Events with one of these words are not imported",
            ["#interno"],
        ),
    ] = ("#privato", "#private")
    leave_out: Annotated[
        tuple[Annotated[str, Line(1, 500)], ...],
        Means(
            "Identificativi degli eventi da non importare più",
            "Identifiers of events never to be imported",
            ["123@example.org"],
        ),
    ] = ()
    take: Annotated[
        tuple[Annotated[str, Line(1, 500)], ...],
        Means(
            "Identificativi degli eventi da tenere benché simili a un altro",
            "Identifiers of events to be kept although they resemble another",
            ["124@example.org"],
        ),
    ] = ()
    paused: Annotated[bool, Flag(), Means("Per ora non si legge", "Not read for now", True)] = False
