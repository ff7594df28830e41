"""New things of a network as files: where each stands, what it is called, and what its file says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import date
from hashlib import blake2b
from itertools import chain, count
from typing import Any

from ..model.event import EventFields
from ..model.interest import InterestFields
from ..model.organisation import OrganisationFields
from ..model.project import ProjectFields
from ..model.space import SpaceFields
from ..reading.walk import SLUG
from .style import file_text

LONGEST_SLUG = 60
SIGNS = "23456789bcdfghjkmnpqrstvwxyz"  # no vowels, no words; nothing that looks like something else
SUFFIX = 4
NAMELESS = "evento"  # the name of an event whose title has no letters for one
NO_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th"})
Written = tuple[str, str]


def new_event(space: str, data: Mapping[str, Any], text: str, paths: Collection[str], ids: Collection[str]) -> Written:
    """The file of a new event: its path, free among `paths`, and its content, with an `id` that is free among `ids`."""
    day = date.fromisoformat(str(data["starts"])[:10])
    path = event_path(space, day, str(data["title"]), paths)
    told = {"id": new_id(path, day, ids), **data}
    return path, file_text(EventFields, told, text)


def event_path(space: str, day: date, title: str, taken: Collection[str]) -> str:
    """Where a new event of a space is written: by its title; if that is taken with its year, its day, or a number."""
    name = slug_of(title) or NAMELESS
    dated = f"{name}-{day.isoformat()}"
    names = chain((name, f"{name}-{day.year}", dated), (f"{dated}-{number}" for number in count(2)))
    paths = (f"events/{space}/{each}.md" for each in names)
    return next(path for path in paths if path not in taken)


def new_id(path: str, day: date, taken: Collection[str]) -> str:
    """An identifier for a new event: the name of its file and four signs, drawn from where and when it is."""
    slug = path.rpartition("/")[2].removesuffix(".md")
    seeds = chain((f"{path} {day.isoformat()}",), (f"{path} {day.isoformat()} {number}" for number in count(2)))
    ids = (f"{slug}-{signs(seed)}" for seed in seeds)
    return next(each for each in ids if each not in taken)


def signs(seed: str) -> str:
    """Four letters and digits that follow from a text."""
    number = int.from_bytes(blake2b(seed.encode(), digest_size=8).digest())
    return "".join(SIGNS[number // len(SIGNS) ** place % len(SIGNS)] for place in range(SUFFIX))


def new_space(slug: str, data: Mapping[str, Any], text: str) -> Written:
    """The file of a new space."""
    return f"spaces/{slug}/space.md", file_text(SpaceFields, data, text)


def new_organisation(slug: str, data: Mapping[str, Any], text: str) -> Written:
    """The file of a new organisation."""
    return f"content/organisations/{slug}.md", file_text(OrganisationFields, data, text)


def new_project(slug: str, data: Mapping[str, Any], text: str) -> Written:
    """The file of a new project."""
    return f"content/projects/{slug}/project.md", file_text(ProjectFields, data, text)


def interest_text(created: date, by: str) -> str:
    """The file of an interest in its first state."""
    return file_text(InterestFields, {"state": "interested", "created": created, "by": by})


def slug_of(title: str) -> str:
    """A name for files and addresses made of a title: small letters, digits and hyphens; empty if none is left."""
    plain = unicodedata.normalize("NFKD", title.casefold().translate(NO_LETTERS))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z])['’](?=s\b)", "", letters))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:LONGEST_SLUG]
        if len(longer) > LONGEST_SLUG:
            break
        slug = longer
    return slug if re.fullmatch(SLUG, slug) else f"{slug}-1" if slug else ""
