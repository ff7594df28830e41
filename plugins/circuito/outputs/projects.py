"""The catalogue of circulating projects: their list, and a page from which a programmer can decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from ..model.cost import Cost
from ..model.network import Network
from ..model.things import Project, Space
from ..model.tour_terms import ProjectWindow
from ..reading.looks import is_there
from . import File, Page, digest
from .addresses import Addresses, path_of
from .agenda import Rows, coming
from .catalogue_filters import filter_bar
from .dates import dated_day, day_range, weekday_name
from .facts import MONDAY, WEEK, contact_view, language_names, money, number
from .frame import crumb, feeds_of, feeds_of_list, frame
from .marks import MarkView, space_mark
from .match_links import comparison_link, sheet_link, where_link
from .picture_views import PictureView, banner_of, pictures_view
from .redirects import redirects
from .searched import searched
from .sheet import listed, needs
from .structured import project_ld
from .tour_links import poster_links, tour_link
from .tour_stops import tour_stops
from .views import Link, Text, body_link, line_of, must, term, text, words


class ProjectCard(Struct, frozen=True, kw_only=True):
    """A project in a list. `kind`, `status` and `cost_mode` are keys of phrases; `drawing` is the proposer's mark."""

    title: Text
    slug: str
    url: str
    summary: Text
    kind: str
    status: str
    proposer: Link
    cost_mode: str
    cost: str
    host_pays: str
    ages: tuple[str, str]
    languages: tuple[str, ...]
    line: str
    picture: PictureView | None
    drawing: MarkView | None


class WindowView(Struct, frozen=True, kw_only=True):
    """Days on which a project can be had: from when to when, on which weekdays, and except which days."""

    text: str
    weekdays: str
    except_: str


def projects(network: Network) -> Iterator[Page]:
    """The catalogue, and the page of each project, in every language."""
    for lang in network.languages:
        to, say = Addresses(network, lang), network.phrases[lang]
        yield frame(
            network,
            lang,
            "projects.html",
            lambda at: at.listing("projects"),
            say("projects.title"),
            description=say("projects.description", network=network.fields.name),
            section="projects",
            projects=project_cards(network, open_ones(network, True), lang),
            others=project_cards(network, open_ones(network, False), lang),
            data=to.listing("projects") + "catalogue.json",
            filters=filter_bar(network, lang),
            catalogue=to.listing("projects"),
            compare=comparison_link(network, lang),
            feeds=feeds_of_list(network, lang, "projects"),
            lists=[each.url for each in project_cards(network, network.projects, lang)],
        )
        for project in network.projects:
            yield project_page(network, project, lang)
            yield from redirects(to, project, to.project(project), project.fields.title)


def open_ones(network: Network, wanted: bool) -> tuple[Project, ...]:
    """The projects that can be asked for, or the others."""
    return tuple(project for project in network.projects if (project.fields.status == "open") is wanted)


def downloads(network: Network) -> Iterator[File]:
    """The files that lie beside projects, under the page of each in every language."""
    for lang in network.languages:
        to = Addresses(network, lang)
        for project in network.projects:
            for each in project.fields.downloads:
                source = Path(network.root, project.record.path).parent / each.file
                if is_there(source):
                    path = path_of(to.project(project) + each.file, to.base)
                    yield File(path, digest(path, source.read_bytes()), source.read_bytes)


ORDER = ("open", "paused", "full", "archived")


def project_cards(network: Network, chosen: Iterable[Project], lang: str) -> tuple[ProjectCard, ...]:
    """The cards of projects: open ones first."""
    ordered = sorted(chosen, key=lambda project: (ORDER.index(project.fields.status), project.slug))
    return tuple(network.once(("project", project.slug, lang), card, network, project, lang) for project in ordered)


def card(network: Network, project: Project, lang: str) -> ProjectCard:
    """The card of one project."""
    fields = project.fields
    return ProjectCard(
        title=must(text(project.record.says("title", lang), lang)),
        slug=project.slug,
        url=Addresses(network, lang).project(project),
        summary=must(text(project.record.says("summary", lang), lang)),
        kind=fields.kind,
        status=fields.status,
        proposer=body_link(network, project.proposer, lang),
        cost_mode=fields.cost.mode,
        cost=cost_text(network, fields.cost, lang),
        host_pays=host_pays(network, fields.cost, lang),
        ages=age_range(project),
        languages=fields.languages,
        line=line_of(fields.outcomes.themes if fields.outcomes else ()),
        picture=next(iter(pictures_view(network, project.record.path, fields.pictures, lang)), None),
        drawing=space_mark(network, project.proposer) if isinstance(project.proposer, Space) else None,
    )


def age_range(project: Project) -> tuple[str, str]:
    """From and to which age; empty where not declared."""
    stated = project.fields.audience.ages if project.fields.audience else None
    return (str(stated[0]), str(stated[1])) if stated else ("", "")


def cost_text(network: Network, cost: Cost, lang: str) -> str:
    """The span of the fee: `520 €–700 €`; empty where the mode has none."""
    fees = sorted(
        {tier.fee for tier in cost.fee_tiers}
        | {each for each in (cost.fee, cost.minimum, cost.per_person) if each is not None}
    )
    if not fees:
        return ""
    return (
        money(network, fees[0], lang)
        if fees[0] == fees[-1]
        else f"{money(network, fees[0], lang)}–{money(network, fees[-1], lang)}"
    )


def host_pays(network: Network, cost: Cost, lang: str) -> str:
    """What part of the cost its host pays, where somebody pays the rest; empty where nobody does."""
    stated = cost.host_contribution
    if stated is None:
        return ""
    say, part = network.phrases[lang], number(stated.pct, lang, "%")
    if stated.cap is None:
        return say("project.host_share", pct=part)
    return say("project.host_pays", pct=part, cap=money(network, stated.cap, lang))


def project_page(network: Network, project: Project, lang: str) -> Page:
    """All that a project declares."""
    fields, to, record = project.fields, Addresses(network, lang), project.record
    events = network.events_by_project.get(project.slug, ())
    title = must(text(record.says("title", lang), lang))
    needed = [need for need in needs(network, project, lang) if need.value]
    banner, pictures = banner_of(pictures_view(network, record.path, fields.pictures, lang))
    return frame(
        network,
        lang,
        "project.html",
        lambda at: at.project(project),
        title.text,
        description=must(text(record.says("summary", lang), lang)).text,
        section="projects",
        crumbs=(crumb(network, lang, "projects"),),
        structured=project_ld(network, project, lang),
        heading=title,
        feeds=feeds_of(network, lang, f"project:{project.slug}"),
        card=project_cards(network, [project], lang)[0],
        line=line_of(fields.outcomes.themes if fields.outcomes else ()),
        searched=searched(
            "project",
            title,
            areas=project.proposer.areas if isinstance(project.proposer, Space) else (),
            themes=fields.outcomes.themes if fields.outcomes else (),
            place=project.proposer.fields.name,
        ),
        summary=must(text(record.says("summary", lang), lang)),
        prose=text(record.says("html", lang), lang),
        proposer=body_link(network, project.proposer, lang),
        contact=contact_view(fields.contact),
        languages=language_names(network, fields.languages, lang),
        sheet=tuple((group, tuple(lines)) for group, lines in groupby(needed, key=lambda need: need.group)),
        variants=tuple((variant.id, words(network, variant.summary, lang)) for variant in fields.staging.variants)
        if fields.staging
        else (),
        tiers=tuple((str(tier.dates), money(network, tier.fee, lang)) for tier in fields.cost.fee_tiers),
        costs=tuple(costs(network, fields.cost, lang)),
        includes=listed(network.phrases[lang], fields.cost.includes),
        excludes=listed(network.phrases[lang], fields.cost.excludes),
        exchange=words(network, fields.cost.exchange_offer, lang),
        windows=tuple(window(each, lang) for each in fields.availability if each.to >= network.today),
        targets=tuple(
            term(network, network.fields.targets, slug, lang)
            for slug in (fields.audience.targets if fields.audience else ())
        ),
        themes=tuple(
            Link(term(network, network.fields.themes, slug, lang), to.theme(slug))
            for slug in (fields.outcomes.themes if fields.outcomes else ())
        ),
        accessibility=tuple(
            (name, value)
            for name in ("relaxed", "lis", "audio_description", "captions", "touch_tour", "easy_read")
            if fields.accessibility and (value := getattr(fields.accessibility, name))
        ),
        video=fields.video or "",
        downloads=tuple(
            Link(must(words(network, each.label, lang)), to.project(project) + each.file) for each in fields.downloads
        ),
        extra=fields.extra or {},
        banner=banner,
        pictures=pictures,
        dates=Rows(network, coming(network, events), lang),
        stops=tour_stops(network, project, lang),
        tour=tour_link(network, project, lang),
        posters=poster_links(network, project, lang),
        origin=origin(network, project, lang),
        asks=fields.status == "open",
        where=where_link(network, project, lang),
        compare=comparison_link(network, lang, project),
        print_sheet=sheet_link(network, project, lang),
        source=record.path,
    )


def window(each: ProjectWindow, lang: str) -> WindowView:
    """A window in a language."""
    return WindowView(
        text=day_range(each.from_, each.to, lang),
        weekdays=", ".join(weekday_name(MONDAY.replace(day=1 + WEEK.index(day)), lang) for day in each.weekdays),
        except_=", ".join(dated_day(day, lang) for day in each.except_ if each.from_ <= day <= each.to),
    )


def origin(network: Network, project: Project, lang: str) -> Link | None:
    """The space from which a project starts, if it is not its proposer."""
    slug = project.fields.origin_space
    found = next((space for space in network.spaces if space.slug == slug), None)
    return body_link(network, found, lang) if found and found is not project.proposer else None


def costs(network: Network, cost: Cost, lang: str) -> Iterator[tuple[str, str]]:
    """The parts of the cost with their phrases' keys."""
    amounts = (
        ("fee", cost.fee),
        ("per_person", cost.per_person),
        ("minimum", cost.minimum),
        ("once_per_tour", cost.once_per_tour),
        ("per_date", cost.per_date),
        ("per_km", cost.per_km),
    )
    yield from ((key, money(network, amount, lang)) for key, amount in amounts if amount is not None)
    if cost.split_pct is not None:
        yield "split", number(cost.split_pct, lang, "%")
    if cost.host_contribution:
        yield "host", number(cost.host_contribution.pct, lang, "%")
        if cost.host_contribution.cap is not None:
            yield "cap", money(network, cost.host_contribution.cap, lang)
        if cost.host_contribution.cap_priority_areas is not None:
            yield "cap_priority", money(network, cost.host_contribution.cap_priority_areas, lang)
    say = network.phrases[lang]
    if cost.vat:
        yield "vat", say(f"vat.{cost.vat}")
    if cost.invoice:
        yield "invoice", say(f"invoice.{cost.invoice}")
    if cost.funder:
        yield "funder", cost.funder
