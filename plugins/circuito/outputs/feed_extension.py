"""What feeds say of an event to machines: RSS 1.0's event module, the calendar that holds it, and its picture.

The module (purl.org/rss/1.0/modules/event) knows one start, end and place: those of the next date. feedgen drops the
relation and type of an entry's links, so those to the calendar and the picture are written here.
"""

from __future__ import annotations

from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml.etree import SubElement

from .event_pictures import Enclosed

EVENT = "http://purl.org/rss/1.0/modules/event/"
ATOM = "http://www.w3.org/2005/Atom"


class EventFeed(BaseExtension):  # type: ignore[misc]
    """Makes the namespace known to the feed."""

    def extend_ns(self) -> dict[str, str]:
        """The prefix of the module."""
        return {"ev": EVENT}


class EventEntry(BaseEntryExtension):  # type: ignore[misc]
    """What an entry adds: `facts` are those of the event's item, empty for everything else; its picture, if any."""

    def __init__(self) -> None:
        """Nothing is said yet."""
        self.facts: dict[str, Any] = {}
        self.picture: Enclosed | None = None

    def extend_rss(self, entry: Any) -> Any:
        """Add the picture and the facts to an item."""
        if told := self.picture:
            SubElement(entry, "enclosure", url=told.url, length=f"{told.length}", type=told.type)
        return self.extend(entry)

    def extend_atom(self, entry: Any) -> Any:
        """Add the picture and the facts to an entry (RFC 4287, 4.2.7.2)."""
        if told := self.picture:
            enclosure = {"rel": "enclosure", "href": told.url, "length": f"{told.length}", "type": told.type}
            SubElement(entry, f"{{{ATOM}}}link", enclosure)
        return self.extend(entry)

    def extend(self, entry: Any) -> Any:
        """Add when and where the next date is, and the link to the calendar."""
        if self.facts:
            date = self.facts["dates"][0]
            told = {"startdate": date["start"], "enddate": date["end"], "location": self.facts["place"]}
            for name, value in told.items():
                if value:
                    SubElement(entry, f"{{{EVENT}}}{name}").text = value
            SubElement(entry, f"{{{ATOM}}}link", rel="alternate", type="text/calendar", href=self.facts["calendar"])
        return entry
