"""Small whole networks as files, read as the build reads them, and asked for their outputs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image

from circuito.model.network import Network
from circuito.outputs import File, Output, Page
from circuito.publishing.languages import phrases_of
from circuito.reading.load import load

TODAY = date(2026, 11, 22)
SITE = "https://rete.example.org"
REPOSITORY = Path(__file__).parent.parent.parent
PHRASES = REPOSITORY / "theme" / "phrases"
BASE = {
    "content/network.yaml": """
name: Rete di prova
summary: {it: Uno spazio per le prove., en: One space for tests.}
domain: rete.example.org
languages: [it, en]
timezone: Europe/Rome
city: Milano
country: IT
since: 2026-01-01
kinds: [{id: portineria, name: Portineria}, {id: teatro, name: Teatro}]
themes: [{id: cura, name: {it: Cura, en: Care}}]
targets: [{id: famiglie, name: {it: Famiglie, en: Families}}]
""",
    "content/organisations/alfa.md": "---\nname: Alfa\nlegal_form: aps\n---\n",
    "spaces/base/space.md": """---
name: Base
kind: portineria
summary: Uno spazio di prova.
address: {street: via Prova 1, postcode: "20100"}
location: {lat: 45.5, lon: 9.2}
run_by: [alfa]
---
""",
    "spaces/base/rooms/sala.md": "---\nname: Sala\n---\n",
    "spaces/base/rooms/cortile.md": "---\nname: Cortile\n---\n",
}
PROJECT = [
    "title: Lettere",
    "summary: Due voci leggono.",
    "kind: show",
    "proposer: alfa",
    "status: open",
    "languages: [it]",
    "contact: {email: progetti@example.org}",
    "cost: {mode: free}",
]


def event_file(*lines: str, text: str = "") -> str:
    """The file of an event: a title and a summary unless given, and some lines."""
    return file_of(["title: Prova", "summary: Una prova."], lines, text)


def project_file(*lines: str) -> str:
    """The file of a project: the fields that every project needs unless given, and some lines."""
    return file_of(PROJECT, lines)


def file_of(needed: Sequence[str], lines: Sequence[str], text: str = "") -> str:
    """A file with some lines, before them those that are needed and not given."""
    given = {line.partition(":")[0] for line in lines}
    head = [line for line in needed if line.partition(":")[0] not in given]
    return "\n".join(["---", *head, *lines, "---", text, ""])


def picture() -> bytes:
    """A photograph of a field below the sky."""
    made = BytesIO()
    image = Image.new("RGB", (1200, 800), "#7fb0d8")
    image.paste("#4c7a34", (0, 500, 1200, 800))
    image.save(made, "JPEG")
    return made.getvalue()


def written(root: Path, files: Mapping[str, str | bytes] = {}, *, today: date = TODAY, site: str = SITE) -> Network:
    """A network of one space in a folder, with more files or others in place of its own."""
    for path, content in {**BASE, **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read(root, today=today, site=site)


def read(root: Path, *, today: date, site: str) -> Network:
    """The network in a folder, with the theme's phrases. Mistakes in its files fail the test."""
    loaded = load(str(root), today=today, site=site)
    assert root == REPOSITORY or [problem.told("en") for problem in loaded.problems] == []
    assert loaded.network is not None
    return replace(loaded.network, phrases=phrases_of(loaded.network.languages, [PHRASES]))


def published(network: Network, *outputs: Output) -> dict[str, bytes]:
    """The bytes of each file of some outputs, by path."""
    return {each.path: each.make() for each in files_of(network, outputs)}


def keys(network: Network, *outputs: Output) -> dict[str, str]:
    """The key of each file of some outputs, by path."""
    return {each.path: each.key for each in files_of(network, outputs)}


def files_of(network: Network, outputs: Iterable[Output]) -> list[File]:
    """The files of some outputs."""
    items: list[Page | File] = [item for output in outputs for item in output(network)]
    return [item for item in items if isinstance(item, File)]
