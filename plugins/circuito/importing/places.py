"""Where something takes place: a room of the space, elsewhere, or on the net. People write all of it as LOCATION."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from ..model.place import Location
from ..model.values import URL, Words
from .found import Ground
from .texts import MEETING

ONLINE = re.compile(
    r"(?:on-?line|zoom|(?:google )?meet|(?:microsoft )?teams|(?:microsoft )?teams-besprechung|skype|webex|jitsi|webinar"
    r"|in streaming|streaming|streamyard|youtube(?: live)?|diretta (?:facebook|youtube|streaming)|da remoto|remote"
    r"|in rete|virtual|internet|zoom meeting|riunione (?:di|in) (?:microsoft )?teams|microsoft teams meeting"
    r"|online event)"
)
WAYS = (
    r"via|viale|v\.le|piazza|p\.zza|p\.za|piazzale|p\.le|piazzetta|corso|c\.so|largo|vicolo|strada|alzaia|bastioni"
    r"|ripa|foro|galleria|salita|calle|borgo|lungo|localita|loc\.|frazione|rue|avenue|boulevard|place|carrer"
)
NAMED_WAY = r".*\b(?:street|st\.|road|rd\.|avenue|ave\.|strasse|straße|str\.|platz)(?:\s|,|$)"
STREET = re.compile(rf"(?:{WAYS})\s+\S|{NAMED_WAY}", re.IGNORECASE)
POSTCODE = re.compile(r"\b(\d{5})\b\s*(.*)")
COUNTRIES = {"italia", "italy", "it", "italie", "italien", "france", "francia", "deutschland", "germania", "svizzera"}
NEAR = Decimal("1.5")  # degrees: about the region around a city
LONGEST_NAME, SHORTEST_NAME, LONGEST_STREET = 80, 2, 120


@dataclass(slots=True)
class Place:
    """What is known of a place: fields of an event, and codes of notes."""

    data: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    room_told: bool = False


def place_of(told: str, point: tuple[Decimal, Decimal] | None, address: str, ground: Ground) -> Place:
    """The place that a text in one line means; `address` is another line that may say more of it, `point` its point."""
    made = Place()
    parts = [part for part in (each.strip(" ,;") for each in re.split(r"[,;\n]|\s[-–|]\s", told)) if part]
    links = [part for part in re.split(r"[\s,;]+", told) if re.match(r"https?://", part)]
    if links or any(ONLINE.fullmatch(folded(part)) for part in parts):
        parts = [part for part in parts if not re.match(r"https?://", part) and not ONLINE.fullmatch(folded(part))]
        online(made, links)
        if not parts:
            made.data["only_online"] = True
            return made
    if not parts or ground.calendar.places == "here":
        return made
    if not here(made, parts, ground):
        made.data["where"] = elsewhere(parts, point, address, ground)
    return made


def online(made: Place, links: list[str]) -> None:
    """An event on the net. The address of a meeting is for those who take part, so it is not written down."""
    public = [each for each in links if not MEETING.match(each) and re.fullmatch(URL.shape, each) and len(each) <= 500]
    made.data["online"] = {"url": public[0]} if public else {"on_registration": True}
    if links and not public:
        made.notes.append("meeting-link")


@lru_cache(4096)
def folded(text: str) -> str:
    """A text in small letters without accents, with single blanks."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.lower())
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


# Here


def here(made: Place, parts: list[str], ground: Ground) -> bool:
    """Whether a place is the space itself; its room, if one is named. The rest must be the space's own address."""
    rooms, own = room_names(ground), set(own_names(ground))
    left = []
    for part in parts:
        name = folded(part)
        room = rooms.get(name) or rooms.get(name.removeprefix("sala ")) or rooms.get(f"sala {name}")
        if room and "room" not in made.data:
            made.data["room"] = room
        else:
            left.append(name)
    at_home = [name for name in left if name in own]
    strange = [name for name in left if name not in own and not detail(name, ground)]
    if strange:
        made.data.pop("room", None)
        return False
    return "room" in made.data or bool(at_home)


def room_names(ground: Ground) -> dict[str, str]:
    """The rooms of the space by every name that they have."""
    names = {}
    for slug, room in ground.rooms.items():
        for name in (slug, slug.replace("-", " "), *spoken(room.name)):
            names[folded(name)] = slug
    return names


def spoken(name: Words | str) -> Iterator[str]:
    """A name in all its languages."""
    yield from name.texts.values() if isinstance(name, Words) else (name,)


def own_names(ground: Ground) -> Iterator[str]:
    """What the space and its street are called."""
    fields = ground.fields
    for name in (fields.name, fields.short_name, ground.space.replace("-", " "), fields.address.street):
        if name:
            yield folded(name)
    way, _, number = fields.address.street.rpartition(" ")
    if way and number[:1].isdigit():
        yield folded(way)


def detail(name: str, ground: Ground) -> bool:
    """Whether a part of an address says only what every address in the city does: house number, postcode, city."""
    city, number = folded(ground.network.city), folded(ground.fields.address.street).rpartition(" ")[2]
    rest = re.sub(rf"\b(?:\d{{5}}|{re.escape(city)}|mi|{re.escape(number)})\b|[()]", " ", name).strip()
    return not rest or rest in COUNTRIES or rest == folded(ground.fields.address.city or city)


# Elsewhere


def elsewhere(parts: list[str], point: tuple[Decimal, Decimal] | None, address: str, ground: Ground) -> dict[str, Any]:
    """A place that is no member space: its name, and its street where one is told."""
    more = [part.strip() for part in re.split(r"[,\n]", address) if part.strip() and part.strip() not in parts]
    lines = [*parts, *more]
    street = next((number for number, part in enumerate(lines) if STREET.match(part)), None)
    made: dict[str, Any] = {}
    if street is None:
        made["name"] = ", ".join(parts)
    else:
        made["name"] = lines[0]
        made["address"] = street_of(lines, street, ground)
    if len(made["name"]) > LONGEST_NAME:
        made["name"] = made["name"][: LONGEST_NAME - 1].rstrip() + "…"
    if len(made["name"]) < SHORTEST_NAME:
        made["name"] = f"({made['name']})"
    if point is not None:
        made["location"] = {"lat": point[0], "lon": point[1]}
    return made


def street_of(lines: list[str], number: int, ground: Ground) -> dict[str, str]:
    """The address that begins at a line: street with its number, postcode, city where it is another."""
    street, rest = lines[number], lines[number + 1 :]
    if rest and re.fullmatch(r"\d{1,4}(?:[/ ]?[a-zA-Z0-9]{1,3})?", rest[0]):
        street, rest = f"{street} {rest[0]}", rest[1:]
    made = {"street": street[:LONGEST_STREET].strip()}
    for part in rest:
        postcode = POSTCODE.search(part)
        if postcode:
            made["postcode"] = postcode[1]
        city = re.sub(r"\s*\(?\b[A-Z]{2}\)?$", "", postcode[2] if postcode else part).strip()
        if city and folded(city) not in (*COUNTRIES, folded(ground.network.city)) and "city" not in made and postcode:
            made["city"] = city[:80]
    return made


# Points


def point_of(geo: str, ground: Ground) -> tuple[tuple[Decimal, Decimal] | None, str]:
    """The point that GEO tells, and a note's code where it was mended or cannot be."""
    numbers = [
        part.strip() for part in re.split(r"[;,]|\\;", geo.removeprefix("geo:").partition("?")[0]) if part.strip()
    ]
    try:
        lat, lon = (round(Decimal(part), 6).normalize() + 0 for part in numbers[:2])
    except (InvalidOperation, ValueError):
        return None, "point-unreadable"
    if not (lat.is_finite() and lon.is_finite()) or abs(lat) > 180 or abs(lon) > 180:
        return None, "point-unreadable"
    if lat == 0 and lon == 0:
        return None, ""
    home = ground.fields.location
    if abs(lat) > 90 or (home is not None and not near(home, lat, lon) and near(home, lon, lat)):
        return (plain(lon), plain(lat)) if abs(lon) <= 90 else None, "point-swapped"
    return (plain(lat), plain(lon)), ""


def plain(number: Decimal) -> Decimal:
    """A number without exponent."""
    return Decimal(f"{number:f}")


def near(home: Location, lat: Decimal, lon: Decimal) -> bool:
    """Whether a point lies in the region of the space."""
    return abs(home.lat - lat) < NEAR and abs(home.lon - lon) < NEAR
