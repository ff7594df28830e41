"""What a network knows that helps to answer: the names to choose from, and what to propose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..model.network import Network
from ..model.things import Space
from ..model.values import Words
from .questions import Question


def with_names(questions: Iterable[Question], network: Network, space: Space | None) -> Iterator[Question]:
    """Questions with the names that the network knows and with proposals; `space` is the one that it is about.

    What need not be answered is not asked where there is nothing to choose from.
    """
    names, proposed = names_of(network, space), proposals(network, space)
    for question in questions:
        kind = question.field.refers_to or ("room" if question.name == "room" else "")
        known = names.get(kind)
        if known or known is None or question.required:
            yield replace(question, names=known, proposed=proposed.get((question.kind.__name__, question.name), ""))


def names_of(network: Network, space: Space | None) -> dict[str, Mapping[str, str]]:
    """The names that a field may refer to, by what it refers to, each with what people call it."""
    fields, lang = network.fields, network.lang
    organisations = {each.slug: each.fields.name for each in network.organisations}
    spaces = {each.slug: each.fields.name for each in network.spaces}
    rooms = space.rooms if space else ()
    return {
        "kind": {each.id: said(each.name, lang) for each in fields.kinds},
        "theme": {each.id: said(each.name, lang) for each in fields.themes},
        "target": {each.id: said(each.name, lang) for each in fields.targets},
        "organisation": organisations,
        "organiser": {**organisations, **spaces},
        "space": spaces,
        "room": {each.slug: said(each.fields.name, lang) for each in rooms},
    }


def proposals(network: Network, space: Space | None) -> dict[tuple[str, str], str]:
    """What an empty answer means, by declaration and field."""
    themes = ", ".join(space.fields.themes) if space else ""
    only = network.organisations[0].slug if len(network.organisations) == 1 else ""
    return {
        ("EventFields", "price.mode"): "free",
        ("EventFields", "themes"): themes,
        ("SpaceFields", "run_by"): only,
        ("ProjectFields", "languages"): network.lang,
        ("ProjectFields", "cost.mode"): "free",
        ("ProjectFields", "status"): "draft",
    }


def said(words: Words | str, lang: str) -> str:
    """A short text in the network's language, or in whichever it has."""
    if isinstance(words, str):
        return words
    return words.texts.get(lang) or words.texts.get("") or next(iter(words.texts.values()), "")
