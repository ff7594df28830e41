"""What search engines and other agendas read in a page: JSON-LD in the words of schema.org.

Every function gives text that can stand in a `script` element as it is. Names are those of the page.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..model.network import Network
from ..model.things import Organisation, Project, Space
from . import Later
from .addresses import Addresses
from .agenda import coming
from .linked_data import LEGAL_FORMS, Thing, given, link, page, reached, script_safe, space_thing
from .structured_events import MOST_DATES, part
from .views import Link, must, text, words


def way_ld(network: Network, crumbs: Iterable[Link], title: str, url: str) -> Later:
    """The way to a page, from the site's beginning; `url` is the page's own address.

    Its key is always the same: the page is handed crumbs, title and address beside it, and the site.
    """
    return Later("way 1", way_text, (network, crumbs, title, url))


def way_text(network: Network, crumbs: Iterable[Link], title: str, url: str) -> str:
    to = Addresses(network, network.lang)
    steps = [(network.fields.name, to.home()), *((each.text.text, each.url) for each in crumbs), (title, url)]
    listed = [
        {"@type": "ListItem", "position": number, "name": name, "item": to.absolute(address)}
        for number, (name, address) in enumerate(steps, 1)
    ]
    return script_safe({"@type": "BreadcrumbList", "itemListElement": listed})


def space_ld(network: Network, space: Space, lang: str) -> str:
    """A space: where it is, when it is open, what it has."""
    return script_safe(space_thing(network, space, lang))


def project_ld(network: Network, project: Project, lang: str) -> str:
    """A project that circulates, with the coming dates on which it can be seen."""
    fields, record, url = project.fields, project.record, page(network, lang, project)
    audience, minutes = fields.audience, fields.duration.run_min if fields.duration else None
    ages = audience.ages if audience else None
    dated = coming(network, [event for event in network.events if event.project is project], MOST_DATES)
    thing = given(
        {"@type": "CreativeWork", "@id": f"{url}#project"},
        name=must(text(record.says("title", lang), lang)).text,
        description=must(text(record.says("summary", lang), lang)).text,
        url=url,
        author=link(network, project.proposer, lang),
        inLanguage=list(fields.languages),
        timeRequired=f"PT{minutes}M" if minutes else None,
        typicalAgeRange=f"{ages[0]}-{ages[1]}" if ages else None,
        datePublished=fields.published.isoformat() if fields.published else None,
        subjectOf=[part(network, event, each, lang) for event, each in dated],
    )
    return script_safe(thing)


def organisation_ld(network: Network, organisation: Organisation, lang: str) -> str:
    """A body that runs spaces or proposes projects."""
    fields, url = organisation.fields, page(network, lang, organisation)
    by_slug = {each.slug: each for each in network.organisations}
    city = given({"@type": "PostalAddress"}, addressLocality=fields.city, addressCountry=network.fields.country)
    thing = given(
        {"@type": LEGAL_FORMS.get(fields.legal_form, "Organization"), "@id": f"{url}#organisation"},
        name=fields.name,
        description=must(text(organisation.record.says("summary", lang), lang)).text,
        url=url,
        sameAs=fields.website,
        **reached(fields.contact),
        address=city if fields.city else None,
        location=[site(network, space, lang) for space in network.spaces if organisation in space.run_by],
        member=[link(network, by_slug[slug], lang) for slug in fields.partners if slug in by_slug],
    )
    return script_safe(thing)


def site(network: Network, space: Space, lang: str) -> Thing:
    """A space, as the place of a body that runs it."""
    return {"@type": "Place", "name": space.fields.name, "url": page(network, lang, space)}


def network_ld(network: Network, lang: str) -> str:
    """The network and its site."""
    to, fields = Addresses(network, lang), network.fields
    home, own = to.absolute(to.home()), f"{network.site}/#network"
    running = {each.slug for space in network.spaces for each in space.run_by}
    body = given(
        {"@type": "Organization", "@id": own},
        name=fields.name,
        description=must(words(network, fields.summary, lang)).text,
        url=home,
        areaServed={"@type": "City", "name": fields.city},
        **reached(fields.contact),
        sameAs=[each.url for each in fields.links],
        foundingDate=fields.since.isoformat(),
        member=[link(network, each, lang) for each in network.organisations if each.slug in running],
    )
    website = {"@type": "WebSite", "@id": f"{home}#site", "name": fields.name, "url": home, "inLanguage": lang}
    return script_safe({"@graph": [body, website | {"publisher": {"@id": own}}]})
