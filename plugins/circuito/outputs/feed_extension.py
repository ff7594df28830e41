"""What feeds say of an event to machines: RSS 1.0's event module, and the calendar that holds it.

The module (purl.org/rss/1.0/modules/event) knows one start, end and place: those of the next date. feedgen drops the
type of an entry's links, so the link to the calendar is written here.
"""

from __future__ import annotations

from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml.etree import SubElement

EVENT = "http://purl.org/rss/1.0/modules/event/"
ATOM = "http://www.w3.org/2005/Atom"


class EventFeed(BaseExtension):  # type: ignore[misc]
    """Makes the namespace known to the feed."""

    def extend_ns(self) -> dict[str, str]:
        """The prefix of the module."""
        return {"ev": EVENT}


class EventEntry(BaseEntryExtension):  # type: ignore[misc]
    """What an entry adds: `facts` are those of the event's item, empty for everything else."""

    def __init__(self) -> None:
        """Nothing is said yet."""
        self.facts: dict[str, Any] = {}

    def extend_rss(self, entry: Any) -> Any:
        """Add the facts to an item."""
        return self.extend(entry)

    def extend_atom(self, entry: Any) -> Any:
        """Add the facts to an entry."""
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
