"""What a page or a row of a table tells of one event, in its own words.

Readers of pages and tables differ in where they find things; from here on there is one way: `told_times` understands
when it is, `told_facts` what else is told, `told_events` makes events of ours.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a source tells of one event, each as text; what it does not tell is empty.

    `name` is its identifier there; `place` its place in one line, `place_name` what that is called if it is known,
    `address` more of it, `point` as `lat;lon`; `prices` are labels with amounts; `sorts` the words by which it is
    sorted, `audience` those of for whom. `entries` made it.
    """

    title: str = ""
    starts: str = ""
    ends: str = ""
    lasts: str = ""
    doors: str = ""
    before: str = ""
    status: str = ""
    summary: str = ""
    description: str = ""
    link: str = ""
    name: str = ""
    place: str = ""
    place_name: str = ""
    address: str = ""
    point: str = ""
    room: str = ""
    online: tuple[str, ...] = ()
    only_online: bool = False
    free: bool | None = None
    offering: bool = False
    prices: tuple[tuple[str, str], ...] = ()
    price_note: str = ""
    booking: str = ""
    booking_needed: bool | None = None
    ages: str = ""
    languages: tuple[str, ...] = ()
    sorts: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    picture: str = ""
    entries: int = 1
    line: int = 1
