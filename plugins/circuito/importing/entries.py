"""What one VEVENT says, rebuilt from an allow-list: whoever organises or attends, and every alarm, stays behind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, timedelta
from typing import Any

from ..model.values import URL
from ..problems import Problem
from .components import Component, Property
from .found import Ground, Refused
from .places import Place, folded, place_of, point_of
from .terms import sorts
from .texts import MEETING, line, markdown, plain, shortened, summary_of, unescaped, without_meetings
from .times import Unreadable, When, end_of, is_whole_day, when
from .zones import Zones

PREFIX = re.compile(
    r"(?P<cancelled>annullat[oaie]|cancell?ed|أُلغي|ملغى)|(?P<postponed>rinviat[oaie]|postponed|مؤجل|أُجّل)"
    r"|(?P<full>esaurit[oaie]|sold out|full|completo)",
    re.IGNORECASE,
)
STATUSES = ("cancelled", "postponed", "full")
CONFERENCES = (
    "CONFERENCE", "X-GOOGLE-CONFERENCE", "X-GOOGLE-HANGOUT", "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", "X-ZOOM-MEETING-URL",
)  # fmt: skip
BUSY = {"busy", "occupato", "out of office", "fuori sede"}
PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)", re.IGNORECASE)
TO_BE_CONFIRMED = {"it": "Da confermare", "en": "To be confirmed", "ar": "بانتظار التأكيد"}
UNTITLED = {"it": "Senza titolo", "en": "Untitled", "ar": "بلا عنوان"}
LONGEST_SUMMARY, LONGEST_UID = 180, 500


@dataclass(slots=True)
class Entry:
    """One VEVENT with times that can be used; the rest is understood when it is asked for.

    `hidden` are the dates of a series that have a version of their own which is not for the site.
    """

    component: Component
    zones: Zones
    ground: Ground
    uid: str
    starts: When
    lasts: timedelta | None
    method: str = ""
    instead: When | None = None
    following: bool = False
    hidden: tuple[When, ...] = ()
    notes: list[Problem] = field(default_factory=list)

    def note(self, code: str, **values: str | int) -> None:
        """Remember something for the report."""
        self.notes.append(self.ground.note(code, self.component.line, **{"title": self.title, **values}))

    @property
    def sequence(self) -> int:
        """The number of its revision."""
        text = self.component.value("SEQUENCE")
        return int(text) if re.fullmatch(r"\d{1,9}", text) else 0

    @property
    def revision(self) -> tuple[int, str]:
        """What orders several copies of it: the last is the one that counts."""
        return self.sequence, self.component.value("LAST-MODIFIED", "DTSTAMP")

    @property
    def title(self) -> str:
        """Its title, without a status written before it."""
        told = line(self.component.value("SUMMARY"))
        prefix = PREFIX.match(told)
        rest = told[prefix.end() :].lstrip(" :!–-") if prefix else ""
        return rest if prefix and rest and told[prefix.end() : prefix.end() + 2].strip(" :!–-") == "" else told

    @property
    def status(self) -> str:
        """Its status in our words: what STATUS says, or a word before its title."""
        stated = self.component.value("STATUS").upper()
        told = line(self.component.value("SUMMARY"))
        prefix = PREFIX.match(told)
        if stated == "CANCELLED" or self.method == "CANCEL":
            return "cancelled"
        if prefix and told != self.title:
            return next(name for name in STATUSES if prefix[name])
        return "scheduled"

    @property
    def place(self) -> Place:
        """Where it takes place, with its place on the net."""
        return place(self)

    @property
    def link(self) -> str:
        """Its page there."""
        for name in ("URL", "X-ORIGINAL-URL", "X-URL"):
            address = unescaped(self.component.value(name)).strip()
            if len(address) <= 500 and re.fullmatch(URL.shape, address):
                return address
        return ""

    def text(self) -> str:
        """Its description as Markdown: the first that says something, plain or else HTML."""
        return description(self)


def entry_of(component: Component, method: str, zones: Zones, ground: Ground) -> Entry | Refused:
    """The entry that a component makes, or why it makes none."""
    kept = kept_out(component, ground)
    if kept is not None:
        return kept
    title = line(component.value("SUMMARY"))
    if not component.whole or not component.first("DTSTART"):
        return refused(component, ground, "entry-without-start" if component.whole else "entry-unended")
    try:
        made = timed(component, method, zones, ground)
    except Unreadable as wrong:
        return refused(component, ground, "entry-start-unreadable", value=line(str(wrong))[:40])
    if folded(title) in BUSY:
        return refused(component, ground, "entry-busy", fault=False)
    if not title:
        made.note("entry-without-title")
    if component.stray:
        made.note("lines-stray")
    return made


def kept_out(component: Component, ground: Ground) -> Refused | None:
    """That a component is not for the site, if it says so; a class that nobody knows is a private one (RFC 5545)."""
    if any(each.value.strip().upper() not in ("", "PUBLIC") for each in component.all("CLASS")):
        return untold(component, ground, "entry-private")
    word = skipped(component, line(component.value("SUMMARY")), ground)
    return untold(component, ground, "entry-skipped", word=word) if word else None


def untold(component: Component, ground: Ground, code: str, **values: str) -> Refused:
    """That a component is not for the site, without a word of it: reports are read by anybody."""
    reason = ground.note(code, component.line, **values)
    return Refused(title="", reason=reason, uid=uid_of(component), fault=False)


def refused(component: Component, ground: Ground, code: str, *, fault: bool = True, **values: str) -> Refused:
    """Why a component makes no event."""
    shown = line(component.value("SUMMARY")) or line(component.value("UID")) or "VEVENT"
    reason = ground.note(code, component.line, title=shortened(shown, 80), **values)
    return Refused(title=shown, reason=reason, uid=uid_of(component), fault=fault)


def timed(component: Component, method: str, zones: Zones, ground: Ground) -> Entry:
    """The entry of a component with its times. Raises `Unreadable`."""
    stated, repeated = component.first("DTSTART"), component.first("RECURRENCE-ID")
    assert stated is not None
    starts, guessed = when(stated, zones)
    instead = when(repeated, zones)[0] if repeated else None
    lasts, code = end_of(component, starts, zones)
    if starts.zone is UTC and zones.own is not None and component.first("RRULE"):
        starts = starts.seen_from(When(starts.day, starts.clock, zones.own))  # what recurs keeps its hour on the wall
    if is_whole_day(component, starts, starts.later(lasts) if lasts else None):
        starts = When(starts.day)
        instead = When(instead.day) if instead else None
    following = bool(repeated and "FUTURE" in repeated.parameters.get("RANGE", "").upper())
    made = Entry(component, zones, ground, uid_of(component), starts, lasts, method, instead, following)
    for each in (code, "zone-unknown" if guessed else ""):
        if each:
            made.note(each, zone=guessed, default=str(zones.own or zones.default))
    return made


def uid_of(component: Component) -> str:
    """The identifier of a component; one that is too long by its end, which differs."""
    return " ".join(component.value("UID").split())[-LONGEST_UID:]


def skipped(component: Component, title: str, ground: Ground) -> str:
    """The word by which whoever keeps the calendar says that something is not for the site."""
    words = [folded(word) for word in ground.calendar.skip]
    texts = [title, *(each.value for name in ("CATEGORIES", "DESCRIPTION", "COMMENT") for each in component.all(name))]
    told = folded(" ".join(texts)) if words else ""
    return next((word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", told)), "")


# What it says


def facts(entry: Entry) -> tuple[dict[str, Any], str]:
    """The fields of an event but for its times, and its text. Notes are left with the entry."""
    ground, place = entry.ground, entry.place
    text, meetings = without_meetings(entry.text())
    summary = summary_of(text, LONGEST_SUMMARY)
    title = entry.title or shortened(summary, 100) or line(entry.component.value("LOCATION")) or untitled(ground)
    first = text.split("\n\n")[0]
    if summary and "<" not in first and plain(first).replace("\n", " ") == summary:
        text = text.partition("\n\n")[2]
    data: dict[str, Any] = {"title": title, "summary": summary or shortened(title, LONGEST_SUMMARY)}
    data |= status_fields(entry)
    data |= place.data
    data |= conference(entry, place, meetings)
    data |= sorts(categories(entry), entry.ground.network)
    if ground.calendar.room and not {"room", "where"} & data.keys() and not data.get("only_online"):
        data["room"] = ground.calendar.room
    for name in ("type", "themes", "targets", "languages"):
        value = getattr(ground.calendar, name)
        if value and name not in data:
            data[name] = list(value) if isinstance(value, tuple) else value
    for code in place.notes:
        entry.note(code)
    picture(entry)
    return data, text


def untitled(ground: Ground) -> str:
    """The title of what has none."""
    return UNTITLED.get(ground.lang, UNTITLED["en"])


def status_fields(entry: Entry) -> dict[str, Any]:
    """The status, where it is another than that of most events; what is not certain yet says so."""
    if entry.status != "scheduled":
        return {"status": entry.status}
    if entry.component.value("STATUS").upper() == "TENTATIVE":
        entry.note("tentative")
        return {"status_note": TO_BE_CONFIRMED.get(entry.ground.lang, TO_BE_CONFIRMED["en"])}
    return {}


def place(entry: Entry) -> Place:
    """The place of an entry, with its point where it is elsewhere."""
    component, ground = entry.component, entry.ground
    apple = component.first("X-APPLE-STRUCTURED-LOCATION")
    stated = apple.parameters if apple else {}
    told, address = in_parts(component.value("LOCATION")), in_parts(stated.get("X-ADDRESS", ""))
    told = told or in_parts(stated.get("X-TITLE", ""))
    geo = component.value("GEO") or (apple.value if apple and apple.value.startswith("geo:") else "")
    point, code = point_of(geo, ground) if geo else (None, "")
    made = place_of(told, point, address, ground)
    if code:
        made.notes.append(code)
    return made


def in_parts(value: str) -> str:
    """A place as one line; what stood on lines of its own comes after commas."""
    return line(re.sub(r"\\[nN]|\n", ", ", value))


def conference(entry: Entry, place: Place, meetings: bool) -> dict[str, Any]:
    """The event's place on the net, where it says one beside its place. A meeting's address is not written down."""
    if "online" in place.data:
        return {}
    stated = [each for name in CONFERENCES for each in entry.component.all(name) if each.value.strip()]
    public = [address for each in stated if (address := unescaped(each.value).strip()) and not MEETING.match(address)]
    public = [address for address in public if re.fullmatch(URL.shape, address) and len(address) <= 500]
    if public:
        return {"online": {"url": public[0]}}
    if stated or meetings:
        entry.note("meeting-link")
        return {"online": {"on_registration": True}}
    return {}


def categories(entry: Entry) -> list[str]:
    """The categories of an entry; a comma parts them unless it is escaped."""
    return [part for each in entry.component.all("CATEGORIES") for part in re.split(r"(?<!\\),", each.value)]


def picture(entry: Entry) -> None:
    """Say where a picture is: it needs its author and a description before it can be shown."""
    for each in [*entry.component.all("IMAGE"), *entry.component.all("ATTACH")]:
        kind, address = each.parameters.get("FMTTYPE", "").lower(), each.value.strip()
        if address.startswith("http") and (kind.startswith("image/") or (not kind and PICTURE.search(address))):
            entry.note("picture-offered", url=address[:300])
            return


def description(entry: Entry) -> str:
    """The description of an entry as Markdown, without the address of its own page below it."""
    told = [each for each in entry.component.all("DESCRIPTION") if each.value.strip()]
    html = [each for each in entry.component.all("X-ALT-DESC") if each.value.strip()]
    html += entry.component.all("STYLED-DESCRIPTION")
    text = best(told, html)
    if entry.link and text.endswith(f"<{entry.link}>"):
        text = text.removesuffix(f"<{entry.link}>").rstrip("\\\n ")
    return text


def best(told: list[Property], html: list[Property]) -> str:
    """Of plain text and HTML twin the one that says more: the twin has form, but some programs leave it empty."""
    plains, twins = [markdown(each.value) for each in told], [markdown(each.value) for each in html]
    made = next((each for each in plains if each), "")
    twin = next((each for each in twins if each), "")
    return twin if len(plain(twin)) >= len(plain(made)) * 0.8 and twin else made
