"""When a project can be asked for, and what a tour of it has to keep to."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from .declaration import Means, RefersTo, declared
from .place import Weekday
from .times import Day
from .values import SLUG, Count, Number


@declared
class ProjectWindow:
    """Days on which the project can be asked for."""

    from_: Annotated[date, Day(), Means("Dal", "From", "2026-10-01")]
    to: Annotated[date, Day(), Means("Al, compreso", "To, included", "2026-12-15")]
    weekdays: Annotated[tuple[Weekday, ...], Means("Giorni", "Weekdays", ["thu", "fri", "sat"])] = ()
    except_: Annotated[tuple[Annotated[date, Day()], ...], Means("Tranne", "Except", ["2026-11-01"])] = ()


@declared
class Pin:
    """A date of the tour that is settled beforehand."""

    on: Annotated[date, Day(), Means("Giorno", "Day", "2026-10-16")]
    space: Annotated[str, SLUG, RefersTo("space"), Means("Spazio", "Space", "officina")]


@declared
class TourTerms:
    """What a tour of this project has to keep to."""

    min_dates: Annotated[int | None, Count(1, 100), Means("Date minime", "Least dates", 2)] = None
    max_dates: Annotated[int | None, Count(1, 1000), Means("Date massime", "Most dates", 6)] = None
    gap_days_max: Annotated[int | None, Count(0, 365), Means("Giorni vuoti al massimo", "Empty days at most", 3)] = None
    radius_km: Annotated[Decimal | None, Number(), Means("Raggio di esclusiva, km", "Radius clause, km", 3)] = None
    radius_days: Annotated[int | None, Count(0, 365), Means("Giorni di esclusiva", "Radius clause, days", 15)] = None
    notice_weeks: Annotated[int | None, Count(0, 104), Means("Settimane di preavviso", "Weeks of notice", 6)] = None
    pins: Annotated[
        tuple[Pin, ...],
        Means("Date già fissate", "Dates settled beforehand", [{"on": "2026-10-16", "space": "officina"}]),
    ] = ()
