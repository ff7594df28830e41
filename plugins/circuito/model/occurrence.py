"""One date of an event: when it is, and what is different on it."""

from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal

from msgspec import Struct

from .declaration import Means, declared
from .times import Clock, Day, End, Moment, ReadEnd, ReadMoment
from .values import SLUG, URL, Flag, ReadWords, Words

Status = Literal["scheduled", "rescheduled", "moved-online", "postponed", "full", "cancelled"]


@declared
class Online:
    """Where an event takes place on the net."""

    url: Annotated[str | None, URL, Means("Indirizzo pubblico", "Public address", "https://example.org/diretta")] = None
    on_registration: Annotated[
        bool, Flag(), Means("Indirizzo inviato a chi si iscrive", "Address sent to those who register", False)
    ] = False


@declared
class Change:
    """What is different on one date of an event that recurs."""

    on: Annotated[date, Day(), Means("La data com'era prevista", "The date as it was foreseen", "2026-12-24")]
    to: Annotated[Moment | None, ReadMoment(), Means("Spostata a", "Moved to", "2026-12-23 18:00")] = None
    ends: Annotated[End | None, ReadEnd(), Means("Nuova fine", "New end", "20:00")] = None
    status: Annotated[Status | None, Means("Stato di questa data", "Status of this date", "cancelled")] = None
    note: Annotated[Words | None, ReadWords(200), Means("Perché", "Why", "La sala è chiusa per le feste")] = None
    title: Annotated[
        Words | None, ReadWords(100), Means("Titolo di questa data", "Title of this date", "Speciale Natale")
    ] = None
    room: Annotated[str | None, SLUG, Means("Sala di questa data", "Room of this date", "cortile")] = None
    doors: Annotated[
        time | None, Clock(), Means("Apertura porte di questa data", "Doors open on this date", "16:30")
    ] = None
    text: Annotated[
        Words | None,
        ReadWords(500),
        Means("Che cosa si fa in questa data", "What happens on this date", "Legge Ada Riva, poi si discute"),
    ] = None
    online: Annotated[
        Online | None,
        Means(
            "In rete in questa data, se altrove o solo allora",
            "Online on this date, if elsewhere or only then",
            {"url": "https://example.org/diretta"},
        ),
    ] = None


class Occurrence(Struct, frozen=True, kw_only=True):
    """One dated instance of an event.

    Times are aware, in the network's zone. `foreseen` is the day that the rule gave, the occurrence's name within its
    event even after it was moved. A whole day starts at its midnight; `last_day` is the last day included.
    """

    foreseen: date
    starts: datetime
    ends: datetime | None = None
    all_day: bool = False
    change: Change | None = None

    @property
    def first_day(self) -> date:
        """The local day on which it starts."""
        return self.starts.date()

    @property
    def last_day(self) -> date:
        """The last local day on which it lasts; an end at midnight belongs to the day before."""
        if self.ends is None:
            return self.first_day
        if self.ends.time() == time(0) and self.ends > self.starts:
            return self.ends.date() - timedelta(days=1)
        return self.ends.date()

    @property
    def several_days(self) -> bool:
        """Whether it goes on over days, rather than into the night."""
        if self.last_day == self.first_day:
            return False
        return self.all_day or self.ends is None or self.ends - self.starts >= timedelta(hours=18)

    @property
    def moved(self) -> bool:
        """Whether it takes place at another time than foreseen."""
        return self.change is not None and self.change.to is not None
