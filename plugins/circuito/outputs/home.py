"""The home page: what is on today, tonight and this weekend, and what the network is."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.network import Network
from . import Page
from .addresses import Addresses, path_of
from .views import Alternate, event_row


def home(network: Network) -> Iterator[Page]:
    """The home page in every language."""
    alternates = tuple(Alternate(lang, Addresses(network, lang).home()) for lang in network.languages)
    for lang in network.languages:
        to = Addresses(network, lang)
        today = tuple(
            event_row(network, event, occurrence, lang)
            for event in network.events
            for occurrence in event.occurrences
            if occurrence.first_day <= network.today <= occurrence.last_day
        )
        yield Page(path_of(to.home(), to.base), "home.html", lang, {"today": today, "alternates": alternates})
