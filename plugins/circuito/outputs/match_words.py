"""The words in which matches are told: names, days, money, and the sentences of rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from ..circulation.telling import Teller
from ..model.network import Network
from ..model.things import Project, Room
from .dates import short_day
from .facts import money
from .views import Text, must, text, words


def teller(network: Network, lang: str) -> Teller:
    """Who says findings in a language; made once, for all pages."""
    return network.once(("teller", lang), made_teller, network, lang)


def made_teller(network: Network, lang: str) -> Teller:
    spaces = {space.slug: space.fields.name for space in network.spaces}
    return Teller(network.phrases[lang], spaces, resource_names(network, lang), partial(in_money, network, lang))


def resource_names(network: Network, lang: str) -> dict[str, str]:
    """The names of what spaces lend, by `space/resource`."""
    lent = [(space.slug, each) for space in network.spaces for each in space.resources]
    return {f"{space}/{each.slug}": must(text(each.record.says("name", lang), lang)).text for space, each in lent}


def in_money(network: Network, lang: str, amount: Decimal) -> str:
    """An amount in a language and the network's currency."""
    return money(network, amount, lang)


def title(project: Project, lang: str) -> Text:
    """The title of a project."""
    return must(text(project.record.says("title", lang), lang))


def room_name(room: Room | None, lang: str) -> Text:
    """The name of a room."""
    return must(text(room.record.says("name", lang), lang)) if room else Text("")


def variant_name(network: Network, project: Project, form: str, lang: str) -> Text:
    """What a variant is, in the words of its project, else its name; nothing for the usual form."""
    variants = project.fields.staging.variants if project.fields.staging else ()
    found = next((variant for variant in variants if variant.id == form), None)
    return (words(network, found.summary, lang) if found else None) or Text(form)


def day_list(days: Sequence[date], lang: str) -> str:
    """Days beside one another."""
    return ", ".join(short_day(day, lang) for day in days)
