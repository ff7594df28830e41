"""One page of a project in print: the technical sheet in its fixed order, to be read by whoever has to say yes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any

from ..model.network import Network
from ..model.things import Project, Space
from . import File, digest
from .addresses import Addresses, path_of
from .cards import spoken
from .codes import code
from .facts import language_names
from .keys import project_key
from .marks import network_svg, space_svg
from .match_links import sheet_address
from .projects import cost_text, costs, window
from .sheet import listed, needs
from .typesetting import typeset, typesetting_key
from .views import Text, must, text, theme_lines


def sheets(network: Network) -> Iterator[File]:
    """The sheet of each project, in every language."""
    for lang in network.languages:
        to = Addresses(network, lang)
        for project in network.projects:
            key = digest("project sheet", sheet_key(network, project, lang))
            yield File(path_of(sheet_address(to, project), to.base), key, partial(sheet, network, project, lang))


def sheet_key(network: Network, project: Project, lang: str) -> str:
    """What a sheet is made from."""
    own = lang, network.phrases[lang].digest, str(network.today)
    return digest(typesetting_key(network), project_key(network, project), own)


def sheet(network: Network, project: Project, lang: str) -> bytes:
    """The PDF of one sheet, kept by all that it is made from."""
    to = Addresses(network, lang)
    address = to.absolute(to.project(project))
    files = {"network.svg": network_svg(network).encode(), "code.svg": code(address, network.brand.colours.ink)}
    if isinstance(project.proposer, Space):
        files["mark.svg"] = space_svg(network, project.proposer).encode()
    data = sheet_data(network, project, lang)
    key = digest("project sheet 1", typesetting_key(network), data, sorted(files.items()))
    return network.keep(key, typeset, network, "project", data, files, "pdf", 72, project.record.path)


def sheet_data(network: Network, project: Project, lang: str) -> dict[str, Any]:
    """A sheet as its template is handed it."""
    say, fields, record, to = network.phrases[lang], project.fields, project.record, Addresses(network, lang)
    themes = fields.outcomes.themes if fields.outcomes else ()
    address = to.absolute(to.project(project))
    return {
        "lang": lang.split("-", maxsplit=1)[0],
        "dir": say.dir,
        "name": spoken(Text(network.fields.name, network.lang), lang),
        "title": spoken(must(text(record.says("title", lang), lang)), lang),
        "summary": spoken(must(text(record.says("summary", lang), lang)), lang),
        "about": spoken(Text(about(project, say("project.sheet_title"), say(f"project_kind.{fields.kind}"))), lang),
        "groups": [group for group in groups(network, project, lang) if group["facts"]],
        "line": theme_lines(network).get(next(iter(themes), ""), network.brand.colours.ink),
        "mark": "mark.svg" if isinstance(project.proposer, Space) else "",
        "picture": "",
        "alert": "",
        "alt": project.proposer.fields.name,
        "code": say("print.code", address=address),
        "contact": contact(project),
        "site": address.split("://", 1)[-1],
    }


def about(project: Project, sheet_title: str, kind: str) -> str:
    """What kind of project it is, and whose."""
    return " · ".join((sheet_title, kind, project.proposer.fields.name))


def contact(project: Project) -> str:
    """How to reach its proposer."""
    ways = project.fields.contact
    return " · ".join(way for way in (ways.name, ways.email, ways.phone) if way)


def groups(network: Network, project: Project, lang: str) -> Iterator[dict[str, Any]]:
    """The sheet by groups, in its order: money and days first, then what a room needs."""
    say = network.phrases[lang]
    yield group(say("project.cost"), money_facts(network, project, lang))
    days = [
        (window(each, lang).text, window(each, lang).weekdays)
        for each in project.fields.availability
        if each.to >= network.today
    ]
    yield group(say("project.available"), days)
    languages = ", ".join(language_names(network, project.fields.languages, lang))
    needed = [need for need in needs(network, project, lang) if need.value]
    for name, lines in groupby(needed, key=lambda need: need.group):
        told = [(say(f"sheet.{each.group}.{each.key}"), each.value) for each in lines]
        first = [(say("event.languages"), languages)] if name == "audience" else []
        yield group(say(f"sheet_group.{name}"), [*first, *told])


def group(name: str, facts: list[tuple[str, str]]) -> dict[str, Any]:
    """One group of facts."""
    return {"name": name, "facts": [list(fact) for fact in facts]}


def money_facts(network: Network, project: Project, lang: str) -> list[tuple[str, str]]:
    """What it costs."""
    say, cost = network.phrases[lang], project.fields.cost
    facts = [(say(f"cost.{cost.mode}"), cost_text(network, cost, lang))]
    facts += [(say(f"project_cost.{key}"), value) for key, value in costs(network, cost, lang)]
    facts += [(say("project.includes"), listed(say, cost.includes))] if cost.includes else []
    facts += [(say("project.excludes"), listed(say, cost.excludes))] if cost.excludes else []
    return facts
