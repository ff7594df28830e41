"""What every page shows of the network: name, menus, languages, the notice of a demonstration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..model.network import Network
from ..model.office import OfficePage
from .addresses import Addresses
from .brand_files import FOLDER
from .dates import language_name
from .edit_links import has_forms
from .headers import content_policy
from .marks import network_mark
from .views import Link, Text, must, words

MANUAL = "circuito.outputs.brand:manual"
MAIN = ("agenda", "spaces", "projects", "areas", "news")


def site_view(network: Network, lang: str, menu: Sequence[OfficePage]) -> Mapping[str, Any]:
    """What the header, footer and head of every page in a language are made from."""
    to = Addresses(network, lang)
    say = network.phrases[lang]
    spoken = {page.slug for page in menu if page.lang == lang}
    own = [page for page in menu if page.lang == (lang if page.slug in spoken else network.lang)]
    contact = network.fields.contact
    return {
        "name": network.fields.name,
        "summary": must(words(network, network.fields.summary, lang)),
        "claim": words(network, network.brand.claim, lang),
        "city": network.fields.city,
        "base": to.base,
        "address": network.site,
        "origin": network.site.removesuffix(to.base),
        "home": to.home(),
        "demonstration": network.fields.demonstration,
        "menu": tuple((key, Link(Text(say(f"menu.{key}")), to.listing(key))) for key in MAIN),
        "search": Link(Text(say("search.title")), to.listing("search")),
        "a_to_z": Link(Text(say("a_to_z.title")), to.listing("a_to_z")),
        "themes": Link(Text(say("themes.title")), to.listing("themes")),
        "brand": Link(Text(say("brand.title")), to.listing("brand")) if MANUAL in network.outputs else None,
        "office": tuple(Link(Text(page.title, "" if page.lang == lang else page.lang), page.url) for page in own),
        "languages": tuple((code, language_name(code), Addresses(network, code).home()) for code in network.languages),
        "names": {code: language_name(code, lang) for code in network.languages},
        "calendar": to.file("calendar.ics"),
        "rss": to.file("rss.xml"),
        "atom": to.file("atom.xml"),
        "email": contact.email if contact and contact.email else "",
        "links": tuple(Link(must(words(network, link.label, lang)), link.url) for link in network.fields.links),
        "partners": tuple(
            Link(must(words(network, partner.label, lang)), partner.url) for partner in network.fields.partners
        ),
        "repository": network.fields.repository.address if network.fields.repository else "",
        "policy": content_policy(network) if has_forms(network) else "",
        "mark": network_mark(network),
        "logo": f"{to.base}/{FOLDER}/logo.svg" if network.logo else "",
        "paper": (network.brand.colours.paper, network.brand.dark.paper),
        "attributions": tuple(area.attribution for area in network.fields.areas if area.attribution),
    }
