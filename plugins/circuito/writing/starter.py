"""A whole new network: its settings, its vocabularies and colours, one space with one event, and how to go on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import Any

from ..model.brand import DEFAULT_BRAND, BrandFields
from ..model.network_fields import NetworkFields
from .editors import editor_files, own_editor_files
from .program import requirements
from .questions import Answers, Question
from .starter_texts import IGNORED, KINDS, NEWS, OPENING, README, SETTINGS, TARGETS, THEMES
from .style import head_text
from .things import Written, new_event, new_organisation, new_space, slug_of

Term = tuple[tuple[str, str], tuple[str, str]]


def new_network(
    network: Mapping[str, Any], organisation: Mapping[str, Any], space: Mapping[str, Any], today: date, program: str
) -> Iterator[Written]:
    """The files of a new network from what was answered about it, who runs its first space, and that space.

    `program` is the requirement by which the program is installed again.
    """
    languages: Sequence[str] = network["languages"]
    runs, place = slug_of(str(organisation["name"])) or "ente", slug_of(str(space["name"])) or "spazio"
    yield "pelicanconf.py", settings_text(network)
    yield "content/network.yaml", head_text(NetworkFields, {**network, "since": today, **vocabularies(languages)})
    yield "content/brand.yaml", head_text(BrandFields, asdict(DEFAULT_BRAND))
    yield new_organisation(runs, organisation, "")
    yield new_space(place, {**space, "run_by": [runs], "joined": today}, "")
    yield opening(place, languages[0], today)
    yield "README.md", readme(network, place)
    yield "requirements.txt", requirements(program, languages[0])
    yield ".gitignore", IGNORED
    yield from editor_files()
    yield from own_editor_files()


def with_proposal(question: Question, answers: Answers) -> Question:
    """A question on a new network with the words to choose from and what to propose."""
    name = slug_of(str(answers.get("--name", "")))
    proposed = {
        "--languages": "it",
        "--country": "IT",
        "--timezone": "Europe/Rome",
        "--domain": f"{name}.example" if name else "",
        "--organisation-legal-form": "association",
    }
    spoken = which(answers.get("--languages") or ["it"])
    names = dict(term[spoken] for term in KINDS) if question.option == "--space-kind" else None
    return replace(question, names=names, proposed=proposed.get(question.option, ""))


def settings_text(network: Mapping[str, Any]) -> str:
    """The settings of one screen; news have an Italian address unless told otherwise."""
    told = {
        "name": network["name"],
        "site": f"https://{network['domain']}",
        "timezone": network["timezone"],
        "lang": network["languages"][0],
    }
    own = SETTINGS.format(**{key: json.dumps(text, ensure_ascii=False) for key, text in told.items()})
    return own if network["languages"][0] == "it" else own + NEWS


def vocabularies(languages: Sequence[str]) -> dict[str, Any]:
    """Words to begin with, in the network's languages: kinds of space, themes, and for whom."""
    lists = {"kinds": KINDS, "themes": THEMES, "targets": TARGETS}
    return {
        field: [{"id": term[which(languages)][0], "name": in_languages(term, languages)} for term in terms]
        for field, terms in lists.items()
    }


def which(languages: Sequence[str]) -> int:
    """The place of the words that a network of some languages has in files: Italian ones, or else English ones."""
    return 0 if languages[0] == "it" else 1


def in_languages(term: Term, languages: Sequence[str]) -> str | dict[str, str]:
    """The words of a term in the languages of a network; English stands for all others."""
    told = {lang: term[which([lang])][1] for lang in languages if lang in ("it", "en")}
    return told if len(told) > 1 and languages[0] in told else term[which(languages)][1]


def opening(space: str, lang: str, today: date) -> Written:
    """The first event: a fortnight from now the doors are open."""
    title, summary, text = OPENING["it" if lang == "it" else "en"]
    day = today + timedelta(days=14)
    data = {
        "title": title,
        "summary": summary,
        "starts": f"{day.isoformat()} 18:00",
        "ends": "20:00",
        "price": {"mode": "free"},
        "themes": [THEMES[0][which([lang])][0]],
        "targets": [TARGETS[0][which([lang])][0]],
        "published": today,
    }
    return new_event(space, data, text, (), ())


def readme(network: Mapping[str, Any], space: str) -> str:
    """What stands where in the new network, and how to go on."""
    lang = "it" if network["languages"][0] == "it" else "en"
    return README[lang].format(name=network["name"], space=space)
