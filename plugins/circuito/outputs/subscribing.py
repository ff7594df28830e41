"""The page beside every list that people can follow: how to subscribe with each program, in one sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import quote, urlencode

from msgspec import Struct

from ..model.network import Network
from . import Later, Page, digest
from .addresses import Addresses
from .axes import Axis, axes
from .codes import code_on_page
from .frame import frame
from .redirects import leading
from .views import Link, Text

GOOGLE = "https://calendar.google.com/calendar/r?cid="
OUTLOOK = "https://outlook.live.com/calendar/0/addfromweb?"
WAYS = ("apple", "google", "outlook", "thunderbird")


class Way(Struct, frozen=True, kw_only=True):
    """A way to subscribe: the word of its program among the phrases, and where its button leads."""

    program: str
    url: str


class Subscription(Struct, frozen=True, kw_only=True):
    """What can be followed: the calendar's address, the programs that take it, and the files beside it.

    `element` and `frame` are the lines to copy into one's own site; only spaces have a frame.
    """

    name: str
    calendar: str
    ways: tuple[Way, ...]
    flat: str
    rss: str
    atom: str
    json: str
    element: str
    frame: str


ELEMENT = """<script type="module" src="{script}"></script>
<circuito-agenda src="{data}"><a href="{page}">{name}</a></circuito-agenda>"""
FRAME = """<iframe src="{page}" title="{name}" loading="lazy" width="100%" height="600"></iframe>"""


def subscribing(network: Network) -> Iterator[Page]:
    """The page of every axis, in every language, and old addresses that lead to it."""
    for lang in network.languages:
        to = Addresses(network, lang)
        for number, axis in enumerate(axes(network, lang)):
            yield page(network, lang, axis, number)
            now, *old = (to.following(folder) for folder in axis.folders)
            yield from leading(to, old, now, axis.about.name)


def page(network: Network, lang: str, axis: Axis, number: int) -> Page:
    """The page of an axis; `number` is its place among all axes, the same in every language."""
    about, say, address = axis.about, network.phrases[lang], as_webcal(f"{axis.about.folder}calendar.ics")
    up = Link(Text(about.name), about.page.removeprefix(network.site.removesuffix(Addresses(network, lang).base)))
    return frame(
        network,
        lang,
        "subscribe.html",
        lambda to: to.following(axes(network, to.lang)[number].folders[0]),
        say("subscribe.page_title", name=about.name),
        description=say("subscribe.page_description", name=about.name),
        section="agenda",
        crumbs=(up,),
        robots="noindex",
        subscription=subscription(network, axis, lang),
        code=Later(digest("code", address), code_on_page, (address,)),
    )


def subscription(network: Network, axis: Axis, lang: str) -> Subscription:
    """What the page of an axis shows."""
    to, name = Addresses(network, lang), escape(axis.about.name)
    data = f"{to.absolute(to.listing('agenda')) if axis.about.id == 'network' else axis.about.folder}events.json"
    script = to.absolute(f"{to.base}/theme/circuito-agenda.js")
    embed = f"{axis.about.folder}{to.word('embed')}.html" if axis.about.kind == "space" else ""
    folder, calendar = axis.folders[0], f"{axis.about.folder}calendar.ics"
    webcal = as_webcal(calendar)
    urls = (
        webcal,
        GOOGLE + quote(webcal, safe=""),
        OUTLOOK + urlencode({"url": calendar, "name": axis.about.name}),
        webcal,
    )
    return Subscription(
        name=axis.about.name,
        calendar=calendar,
        ways=tuple(Way(program=program, url=url) for program, url in zip(WAYS, urls, strict=True)),
        flat=f"{folder}flat.ics",
        rss=f"{folder}rss.xml",
        atom=f"{folder}atom.xml",
        json=f"{folder}feed.json",
        element=ELEMENT.format(script=script, data=data, page=axis.about.page, name=name),
        frame=FRAME.format(page=embed, name=name) if embed else "",
    )


def as_webcal(address: str) -> str:
    """The address of a calendar, as programs for calendars take it over."""
    return f"webcal:{address.partition(':')[2]}"
