"""Declared fields as plain data, as JSON has them: what is not known is left out, 0 and false are known.

Days and times are ISO 8601, opening hours `09:00-13:00`. Texts are in the language asked for, else in the network's
own; then `said_in` names the field and its language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from ..model.declaration import declared_fields
from ..model.network import Network
from ..model.place import Picture
from ..model.record import Record
from ..model.times import End, Moment, TimeRange
from ..model.values import Words
from .picture_views import pictures_view

Plain = dict[str, Any]


def record_data(network: Network, record: Record, lang: str, leave_out: Iterable[str] = ()) -> Plain:
    """The declared fields of a file, with its text as `html`."""
    data: Plain = {}
    said_in: Plain = {}
    declaration: type = type(record.fields)
    for each in declared_fields(declaration):
        if each.name in leave_out:
            continue
        if not each.translated:
            data[each.name] = plain(network, getattr(record.fields, each.attribute), lang)
        elif spoken := record.says(each.attribute, lang):
            data[each.name] = spoken.text
            if spoken.lang != lang:
                said_in[each.name] = spoken.lang
    if html := record.says("html", lang):
        data["html"] = html.text
        if html.lang != lang:
            said_in["html"] = html.lang
    if getattr(record.fields, "pictures", ()):
        data["pictures"] = [picture_data(network, record, each, lang) for each in record.fields.pictures]
    return known(data | {"said_in": said_in})


def known(data: Mapping[str, Any]) -> Plain:
    """Data without what is not known."""
    return {name: value for name, value in data.items() if value not in (None, "", [], {})}


def picture_data(network: Network, record: Record, picture: Picture, lang: str) -> Plain:
    """A picture with its absolute address."""
    view = pictures_view(network, record.path, (picture,), lang)[0]
    host = network.site.removesuffix(view.url.partition("/pictures/")[0])
    facts = {"url": host + view.url, "width": view.width, "height": view.height, "alt": view.alt.text}
    caption = view.caption.text if view.caption else None
    return known(facts | {"caption": caption, "credit": view.credit, "licence": view.licence})


def plain(network: Network, value: Any, lang: str) -> Any:
    """A declared value as JSON has it."""
    if value is None or isinstance(value, str | int):
        return value
    for kind, told in TOLD:
        if isinstance(value, kind):
            return told(value)
    if isinstance(value, Words):
        spoken = network.words(value, lang)
        return spoken.text if spoken else None
    if isinstance(value, tuple):
        return [plain(network, each, lang) for each in value]
    if hasattr(value, "__pydantic_config__"):
        declaration: type = type(value)
        inside = declared_fields(declaration)
        return known({each.name: plain(network, getattr(value, each.attribute), lang) for each in inside})
    return value


def number(value: Decimal) -> int | float:
    """A number: whole where it is."""
    return int(value) if value == value.to_integral_value() else float(value)


def moment(value: Moment | End) -> str:
    """`2026-11-28T18:00`, a day alone, or a time alone."""
    day = value.day.isoformat() if value.day else ""
    clock = f"{value.clock:%H:%M}" if value.clock else ""
    return "T".join(part for part in (day, clock) if part)


TOLD: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (Decimal, number),
    (Moment | End, moment),
    (TimeRange, lambda value: f"{value.opens:%H:%M}-{value.closes:%H:%M}"),
    (time, lambda value: f"{value:%H:%M}"),
    (date, date.isoformat),
)
