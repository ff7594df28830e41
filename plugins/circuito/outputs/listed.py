"""What a list tells search engines: the pages to which it leads, in order, as an ItemList of schema.org."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.network import Network
from . import Later, digest
from .addresses import Addresses
from .agenda import Rows
from .linked_data import script_safe


def list_ld(network: Network, title: str, addresses: Iterable[str]) -> Later | None:
    """A list by its title and the addresses to which it leads, each of them once; None where it leads nowhere."""
    leads = tuple(dict.fromkeys(addresses))
    return Later(digest("list 1", network.site, title, leads), list_text, (network, title, leads)) if leads else None


def list_text(network: Network, title: str, leads: tuple[str, ...]) -> str:
    """The text of a list."""
    to = Addresses(network, network.lang)
    items = [
        {"@type": "ListItem", "position": number, "url": to.absolute(address)}
        for number, address in enumerate(leads, 1)
    ]
    return script_safe({"@type": "ItemList", "name": title, "numberOfItems": len(items), "itemListElement": items})


def events_of(*lists: Rows) -> tuple[str, ...]:
    """The addresses of the events in some lists of rows."""
    return tuple(address for rows in lists for address in rows.addresses)
