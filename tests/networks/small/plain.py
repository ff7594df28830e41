"""The outputs of a small network: everything that can change is shown somewhere, as plainly as can be."""

from __future__ import annotations

from collections.abc import Iterator

from circuito.model.network import Network
from circuito.model.record import Spoken
from circuito.model.things import Event
from circuito.outputs import File, Page, digest
from circuito.outputs.addresses import Addresses, path_of

Rows = list[tuple[str, str]]


def home(network: Network) -> Iterator[Page]:
    """The home page: what is next, and the news."""
    for lang in network.languages:
        claim = network.words(network.brand.claim, lang)
        facts = [("claim", claim.text if claim else ""), ("day", network.today.isoformat()[:4])]
        news = [(each.published.date().isoformat(), each.title) for each in network.news]
        rows = [*facts, *rows_of(network, lang), *news]
        yield page(network, lang, Addresses(network, lang).home(), network.fields.name, rows)


def things(network: Network) -> Iterator[Page]:
    """A page for each space, event and project."""
    for lang in network.languages:
        to = Addresses(network, lang)
        for space in network.spaces:
            rows = [(room.slug, said(room.record.says("name", lang))) for room in space.rooms]
            rows += [("run by", body.fields.name) for body in space.run_by]
            rows += [("area", area.name) for area in space.areas]
            rows += [("picture", picture.file) for picture in space.fields.pictures]
            events = network.events_by_space[space.slug]
            rows += [(event.slug, said(event.record.says("title", lang))) for event in events]
            yield page(network, lang, to.space(space), space.fields.name, rows, said(space.record.says("html", lang)))
        for event in network.events:
            title, html = said(event.record.says("title", lang)), said(event.record.says("html", lang))
            yield page(network, lang, to.event(event), title, facts_of(event, lang), html)
        for project in network.projects:
            rows = [("proposer", project.proposer.fields.name), ("cost", project.fields.cost.mode)]
            yield page(network, lang, to.project(project), said(project.record.says("title", lang)), rows)


def facts_of(event: Event, lang: str) -> list[tuple[str, str]]:
    """What the page of an event tells."""
    facts = [("host", event.host.fields.name), ("step free", str(event.accessibility.step_free))]
    facts += [("room", said(event.room.record.says("name", lang)))] if event.room else []
    facts += [("organiser", body.fields.name) for body in event.organisers]
    facts += [("project", said(event.project.record.says("title", lang)))] if event.project else []
    facts += [("summary", said(event.record.says("summary", lang))), ("status", event.fields.status)]
    return facts + [("date", when(occurrence)) for occurrence in event.occurrences]


def when(occurrence) -> str:  # type: ignore[no-untyped-def]
    """The times of an occurrence."""
    return f"{occurrence.starts.isoformat()}/{occurrence.ends.isoformat() if occurrence.ends else ''}"


def lists(network: Network) -> Iterator[File]:
    """What is next, as text."""
    for lang in network.languages:
        text = "".join(f"{day} {title}\n" for day, title in rows_of(network, lang))
        yield File(f"{lang}/next.txt", digest(text), text.encode)


def palette(network: Network) -> Iterator[File]:
    """The brand's colours."""
    text = f"{network.brand.colours.ink} {network.brand.colours.paper} {network.brand.corner}\n"
    yield File("theme/colours.txt", digest(text), text.encode)


def rows_of(network: Network, lang: str) -> list[tuple[str, str]]:
    """All occurrences from today on, by time."""
    found = [(each, event) for event in network.events for each in event.occurrences if each.last_day >= network.today]
    found.sort(key=lambda one: (one[0].starts, one[1].address))
    return [
        (when(each), f"{said(event.record.says('title', lang))} · {event.host.fields.name}") for each, event in found
    ]


def said(spoken: Spoken | None) -> str:
    """Text with a mark where it is in another language."""
    return f"{spoken.text} [{spoken.lang}]" if spoken else ""


def page(network: Network, lang: str, address: str, title: str, rows: Rows, html: str = "") -> Page:
    """A page with a title, rows and text."""
    shows = {"title": title, "rows": tuple(rows), "html": html}
    return Page(path_of(address, Addresses(network, lang).base), "plain.html", lang, shows)
