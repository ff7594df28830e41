"""Programme sheets: one PDF in A4 with a week of a space or of an area, to be hung up, and the same in large print.

A sheet shows a week from Monday to Sunday, so its bytes change once a week and not every night. From Saturday on it is
the week that follows: what is hung up then is read from Monday.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from ..agenda.walltime import days_between
from ..model.network import Network
from ..model.things import Area, Event, Space
from . import File, digest
from .addresses import Addresses, path_of
from .agenda import Dated, begins_on, ongoing
from .cards import spoken
from .codes import code
from .dates import day_and_month, day_range, monday_of, weekday_full
from .keys import network_key
from .marks import network_svg, space_svg
from .typesetting import typeset, typesetting_key
from .views import Row, Text, area_name, row, theme_lines

SHEETS = "circuito.outputs.programme_sheets:programme_sheets"
AHEAD = timedelta(days=2)
VARIANTS = {"programme.pdf": False, "programme-large.pdf": True}


def programme_sheets(network: Network) -> Iterator[File]:
    """The sheet of each space and of each area, in every language, and in large print."""
    bodies: list[Space | Area] = [*network.spaces, *(area for areas in network.areas.values() for area in areas)]
    for lang in network.languages:
        for body in bodies:
            key = sheet_key(network, body, lang)
            for name, large in VARIANTS.items():
                path = path_at(network, body, lang, name)
                yield File(path, digest(name, key), partial(sheet, network, body, lang, large))


def sheet_path(network: Network, body: Space | Area, lang: str, name: str = "programme.pdf") -> str:
    """The path of the sheet of a space or area, or of `programme-large.pdf`; empty where sheets are not published."""
    return path_at(network, body, lang, name) if SHEETS in network.outputs else ""


def path_at(network: Network, body: Space | Area, lang: str, name: str) -> str:
    to = Addresses(network, lang)
    return path_of(page_of(to, body) + name, to.base)


def page_of(to: Addresses, body: Space | Area) -> str:
    """The address of the page of a space or area."""
    return to.space(body) if isinstance(body, Space) else to.area(body)


def week_of(today: date) -> tuple[date, date]:
    """The Monday and the Sunday of the week that is shown on a day."""
    monday = monday_of(today + AHEAD)
    return monday, monday + timedelta(days=6)


def sheet_key(network: Network, body: Space | Area, lang: str) -> str:
    """What a sheet is made from: what is on in its week, as rows say it, and all that sheets share."""
    days = [
        (day.isoformat(), [shown(network, dated, body, lang) for dated in found]) for day, found in week(network, body)
    ]
    name = body.fields.name if isinstance(body, Space) else body.name
    return digest(shared_key(network, lang), page_of(Addresses(network, lang), body), name, days)


def shared_key(network: Network, lang: str) -> str:
    """What all sheets in a language are made from."""
    return network.once(("sheet-key", lang), made_key, network, lang)


def made_key(network: Network, lang: str) -> str:
    monday, _ = week_of(network.today)
    marks = [(space.fields.name, space_svg(network, space)) for space in network.spaces]
    own = typesetting_key(network), network_key(network), network.phrases[lang].digest
    return digest("sheet", lang, own, network_svg(network), marks, monday.isoformat())


def week(network: Network, body: Space | Area) -> Iterator[tuple[date, list[Dated]]]:
    """Each day of the week on which something is on at a space or in an area, in order of time.

    What goes on since before the week stands on its Monday.
    """
    first, last = week_of(network.today)
    for day in days_between(first, last):
        begins = begins_on(network).get(day, ())
        found = [one for one in (*(ongoing(network, first) if day == first else ()), *begins) if is_at(one[0], body)]
        if found:
            yield day, found


def is_at(event: Event, body: Space | Area) -> bool:
    """Whether an event is one of a space, or in an area."""
    return event.host is body if isinstance(body, Space) else body in event.host.areas


def shown(network: Network, dated: Dated, body: Space | Area, lang: str) -> dict[str, Any]:
    """One line of a sheet."""
    event, occurrence = dated
    about: Row = row(network, event, occurrence, lang)
    say = network.phrases[lang]
    place = about.event.host if isinstance(body, Area) or about.event.host != event.host.fields.name else ""
    free = say("mark.free") if about.event.free else ""
    note = " · ".join(part for part in (about.lasts, place, free) if part)
    return {
        "time": spoken(Text(about.time or "—"), lang),
        "title": spoken(about.title, lang),
        "note": spoken(Text(note), lang),
        "alert": spoken(Text(say(f"status.{about.status}") if about.status != "scheduled" else ""), lang),
        "colour": network.brand.colours.paper if isinstance(body, Space) else colour_of(network, about),
    }


def colour_of(network: Network, about: Row) -> str:
    """The colour of an event's line."""
    return theme_lines(network).get(about.event.line.removeprefix("line-"), network.brand.colours.paper)


def sheet(network: Network, body: Space | Area, lang: str, large: bool) -> bytes:
    """The PDF of one sheet, kept by all that it is made from."""
    data = {**sheet_data(network, body, lang), "large": large}
    to = Addresses(network, lang)
    address = to.absolute(page_of(to, body))
    files = {"network.svg": network_svg(network).encode(), "code.svg": code(address, network.brand.colours.ink)}
    if isinstance(body, Space):
        files["mark.svg"] = space_svg(network, body).encode()
    key = digest("sheet 1", typesetting_key(network), data, sorted(files.items()))
    source = body.record.path if isinstance(body, Space) else f"content/areas ({body.name})"
    return network.keep(key, typeset, network, "programme", data, files, "pdf", 72, source)


def sheet_data(network: Network, body: Space | Area, lang: str) -> dict[str, Any]:
    """A sheet as its template is handed it."""
    say, to = network.phrases[lang], Addresses(network, lang)
    first, last = week_of(network.today)
    name = Text(body.fields.name, network.lang) if isinstance(body, Space) else Text(area_name(network, body, lang))
    days = [day_data(network, day, found, body, lang) for day, found in week(network, body)]
    colour = network.brand.colours.ink
    if isinstance(body, Space):
        colour = theme_lines(network).get(next(iter(body.fields.themes), ""), colour)
    return {
        "lang": lang.split("-", maxsplit=1)[0],
        "dir": say.dir,
        "name": spoken(Text(network.fields.name, network.lang), lang),
        "title": spoken(name, lang),
        "week": spoken(Text(say("print.week", days=day_range(first, last, lang))), lang),
        "days": days,
        "nothing": spoken(Text("" if days else say("print.nothing")), lang),
        "line": colour,
        "mark": "mark.svg" if isinstance(body, Space) else "",
        "picture": "",
        "alert": "",
        "alt": name.text,
        "code": say("print.code", address=to.absolute(page_of(to, body))),
        "scan": spoken(Text(say("print.subscribe")), lang),
        "site": network.site.split("://", 1)[-1],
    }


def day_data(network: Network, day: date, found: list[Dated], body: Space | Area, lang: str) -> dict[str, Any]:
    """One day of a sheet."""
    name = f"{weekday_full(day, lang)} {day_and_month(day, lang)}"
    return {"name": spoken(Text(name), lang), "rows": [shown(network, dated, body, lang) for dated in found]}
