"""The sound files of a network as records, the names that exist among them, and what does not hold between files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from ..model.network_fields import NetworkFields
from ..model.pictures import PictureFacts
from ..model.record import Record
from ..model.terms import AreaSet
from ..model.things import Area
from ..problems import Problem, Source
from .areas import areas_of
from .files import Files
from .memory import Leaf, Memory
from .walk import Found

FOLDERS = {"space": ("spaces/", 1), "project": ("content/projects/", 2)}
FILES = ("picture", "download")
FOLDER_FILE = {"space": "space.md", "project": "project.md"}


class Records:
    """What was read of a network, by kind, before things are made of it."""

    def __init__(
        self,
        files: Files,
        found: list[Found],
        leaves: Mapping[str, Leaf],
        refused: set[str],
        fields: NetworkFields,
        memory: Memory,
    ) -> None:
        self.files = files
        self.memory = memory
        self.found = [each for each in found if each.kind not in ("network", "brand", "office")]
        self.leaves = leaves
        self.refused = refused
        self.fields = fields
        self.problems: list[Problem] = []
        self.left_out: dict[str, str] = {}
        self.areas: dict[str, tuple[Area, ...]] = {}
        self.undrawn: set[str] = set()
        self.former: dict[tuple[str, str], str] = {}
        self.known: dict[str, set[str]] = {}
        self.rooms: dict[str, list[str]] = {}
        self.resources: dict[str, list[str]] = {}
        for kind, names in (("room", self.rooms), ("resource", self.resources)):
            for each in found:
                if each.kind == kind and not each.lang:
                    names.setdefault(each.owner, []).append(each.slug)
        self.translations = self.translated()

    # Files

    def records(self, kind: str) -> Iterator[tuple[Found, str, Record]]:
        """The sound files of a kind in the network's language, each with its translations."""
        for each in self.found:
            if each.kind != kind or each.lang:
                continue
            leaf = self.leaves.get(each.path)
            if not each.sound or leaf is None or not self.check_references(each.path, leaf):
                self.left_out[each.path] = each.path
                continue
            yield each, each.slug, self.record(each, leaf)

    def record(self, found: Found, leaf: Leaf) -> Record:
        """The record of a file and its translations, with the pictures that exist."""
        stem = found.path.removesuffix(".md")
        translations = {lang: self.leaves[f"{stem}.{lang}.md"] for lang in self.translations.get(stem, ())}
        digest = " ".join([leaf.digest, *(each.digest for each in translations.values())])
        return Record(
            path=found.path,
            lang=self.fields.languages[0],
            fields=self.with_former_names(found, self.with_files(found, leaf.fields)),
            html=leaf.html,
            translations={lang: each.fields for lang, each in translations.items()},
            digest=digest,
        )

    def translated(self) -> dict[str, list[str]]:
        """The languages of the sound translations of each file, by its path without suffix."""
        own = {each.path for each in self.found if not each.lang}
        languages: dict[str, list[str]] = {}
        for each in self.found:
            if not each.lang:
                continue
            stem = each.path.removesuffix(f".{each.lang}.md")
            if f"{stem}.md" not in own and each.kind in FOLDER_FILE:
                continue
            if f"{stem}.md" not in own:
                self.problem("translation-orphan", each.path, original=f"{stem}.md")
            elif each.lang not in self.fields.languages[1:]:
                spoken = ", ".join(self.fields.languages[1:]) or "–"
                self.problem("translation-language", each.path, lang=each.lang, languages=spoken)
            elif each.path in self.leaves:
                languages.setdefault(stem, []).append(each.lang)
        return languages

    def with_files(self, found: Found, fields: Any) -> Any:
        """Fields without the pictures and downloads whose files are not there or are none; the missing are problems."""
        for kind, name in (("picture", "pictures"), ("download", "downloads")):
            named = getattr(fields, name, ())
            if not named:
                continue
            folder = os.path.dirname(found.path)
            sound = self.sound_files.get((kind, folder), [])
            kept = tuple(each for each in named if each.file in sound)
            for number, each in enumerate(named):
                if f"{folder}/{each.file}" not in self.taken[kind]:
                    self.suggest(f"{kind}-missing", found.path, (name, number, "file"), each.file, sound)
            fields = fields if kept == named else replace(fields, **{name: kept})
        return fields

    @cached_property
    def sound_files(self) -> Mapping[tuple[str, str], list[str]]:
        """The names of sound pictures and downloads, by kind and folder."""
        names: dict[tuple[str, str], list[str]] = {}
        for each in self.found:
            if each.kind in FILES and each.path in self.leaves:
                folder, name = os.path.split(each.path)
                names.setdefault((each.kind, folder), []).append(name)
        return {place: sorted(inside) for place, inside in names.items()}

    @cached_property
    def taken(self) -> Mapping[str, set[str]]:
        """The paths of pictures and of downloads, sound or not, and beside both those of all refused files."""
        return {kind: {each.path for each in self.found if each.kind == kind} | self.refused for kind in FILES}

    def with_former_names(self, found: Found, fields: Any) -> Any:
        """Fields without the former names that something bears now, or bore before this."""
        named: tuple[str, ...] = getattr(fields, "formerly", ())
        kept = []
        if not named:
            return fields
        for number, name in enumerate(named):
            whole = f"{found.owner}/{name}" if found.kind == "event" else name
            other = self.former.setdefault((found.kind, whole), found.path)
            if whole in self.known[found.kind] or other != found.path:
                self.problem("former-name-taken", found.path, ("formerly", number), name=name)
            else:
                kept.append(name)
        return replace(fields, formerly=tuple(kept))

    def pictures(self) -> dict[str, PictureFacts]:
        """The sound pictures. Two that would bear one name once they are published are a problem."""
        pictures: dict[str, PictureFacts] = {}
        first: dict[str, str] = {}
        for path in (each.path for each in self.found if each.kind == "picture" and each.path in self.leaves):
            other = first.setdefault(path.rpartition(".")[0], path)
            if other != path:
                self.problem("picture-name-twice", path, other=os.path.basename(other))
            said, digest = self.leaves[path].fields, self.leaves[path].digest
            pictures[path] = PictureFacts(int(said["width"]), int(said["height"]), said["colour"], digest)
        return pictures

    # Names

    def names(self) -> dict[str, set[str]]:
        """The names that exist, by kind. A file with mistakes counts: its own problem is told, not its echoes."""
        own = [each for each in self.found if not each.lang]
        known = {"organisation": {each.slug for each in own if each.kind == "organisation"}}
        for kind, (folder, depth) in FOLDERS.items():
            known[kind] = {each.path.split("/")[depth] for each in self.found if each.path.startswith(folder)}
        known["organiser"] = known["space"] | known["organisation"]
        known["event"] = {f"{each.owner}/{each.slug}" for each in own if each.kind == "event"}
        known["area"] = {f"{area.set}/{area.slug}" for areas in self.areas.values() for area in areas}
        for kind, terms in (
            ("kind", self.fields.kinds),
            ("theme", self.fields.themes),
            ("target", self.fields.targets),
        ):
            known[kind] = {term.id for term in terms}
        for slug in sorted(known["space"] & known["organisation"]):
            self.problem("slug-of-two", f"content/organisations/{slug}.md", slug=slug)
        return known

    def check_references(self, path: str, leaf: Leaf) -> bool:
        """Whether all that a file names exists; what does not is a problem."""
        sound = True
        for kind, name, field in leaf.references:
            undrawn = kind == "area" and name.split("/")[0] in self.undrawn
            if name not in self.known[kind] and not undrawn:
                self.suggest(f"unknown-{kind}", path, field, name, sorted(self.known[kind]))
                sound = False
        return sound

    def check_folders(self) -> None:
        """Every folder of events belongs to a space; those of spaces and projects hold the file that tells of them."""
        for owner in sorted({each.owner for each in self.found if each.kind == "event"} - self.known["space"]):
            self.suggest("folder-without-space", f"events/{owner}", (), owner, sorted(self.known["space"]))
        for kind, file in FOLDER_FILE.items():
            told = {each.slug for each in self.found if each.kind == kind and not each.lang}
            for slug in sorted(self.known[kind] - told):
                self.problem("folder-incomplete", FOLDERS[kind][0] + slug, name=file)

    def suggest(self, code: str, path: str, field: tuple[str | int, ...], name: str, known: Iterable[str]) -> None:
        """A problem with a name that does not exist, with the nearest one that does."""
        choices = list(known)
        near = get_close_matches(name, choices, 1, 0.5)
        hint = near[0] if near else ", ".join(choices[:12])
        self.problems.append(
            Problem(code if hint else f"{code}-yet", Source(path), {"name": name, "near": hint}, field)
        )

    def problem(self, code: str, path: str, field: tuple[str | int, ...] = (), **values: str | int) -> None:
        self.problems.append(Problem(code, Source(path), values, field))

    # Areas

    def read_areas(self) -> dict[str, tuple[Area, ...]]:
        """The areas of every division that the network declares."""
        areas: dict[str, tuple[Area, ...]] = {}
        for number, division in enumerate(self.fields.areas):
            drawn, wrong = self.drawn(number, division)
            taken = {area.slug: each for each, earlier in areas.items() for area in earlier}
            for area in drawn:
                if area.slug in taken:
                    values = {"name": area.name, "other": taken[area.slug], "key": division.key}
                    wrong.append(Problem("area-of-two", Source(f"content/areas/{division.file}"), values))
            areas[division.id] = tuple(area for area in drawn if area.slug not in taken)
            self.problems += wrong
            if wrong:
                self.undrawn.add(division.id)
        return areas

    def drawn(self, number: int, division: AreaSet) -> tuple[tuple[Area, ...], list[Problem]]:
        """The areas in the file of one division."""
        path = f"content/areas/{division.file}"
        found = next((each for each in self.found if each.path == path), None)
        if found is None:
            beside = [os.path.basename(each.path) for each in self.found if each.kind == "area"]
            field = ("areas", number, "file")
            self.suggest("area-file-missing", "content/network.yaml", field, division.file, beside)
        if found is None or not found.sound:
            self.undrawn.add(division.id)
            return (), []
        return areas_of(path, self.files.content(path), division)
