"""Whatever members write into their fields, pages show it as words."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml

from circuito.model.declaration import annotations_of, declarations_within, declared_fields
from circuito.model.values import Line, Lines, ReadWords
from circuito.reading.memory import CLASSES
from whole_networks import built, copied, with_real_theme, written

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></script></style><svg onload=alert(1)>",
    "{{ 7*1337 }}{% raw %} &lt;b&gt; ]]> -->",
    "javascript:alert(1)//",
)


def hostile(data: Any, cls: type, number: int) -> Any:
    """Data of a file in which every free text ends in something hostile."""
    if isinstance(data, list):
        return [hostile(each, cls, number + place) for place, each in enumerate(data)]
    for each in declared_fields(cls):
        if each.name not in data:
            continue
        number += 1
        inner = declarations_within(each.annotation)
        free = [note for note in annotations_of(each.annotation) if isinstance(note, Line | Lines | ReadWords)]
        if inner:
            data[each.name] = hostile(data[each.name], inner[0], number)
        elif (
            free
            and isinstance(data[each.name], str)
            and each.name not in ("timezone", "every", "rrule", "key", "label")
        ):
            data[each.name] = (data[each.name][:20] + " " + PAYLOADS[number % len(PAYLOADS)])[: free[0].most]
        elif free and isinstance(data[each.name], dict):
            texts = data[each.name].items()
            data[each.name] = {
                lang: f"{text[:10]} {PAYLOADS[number % len(PAYLOADS)]}"[: free[0].most] for lang, text in texts
            }
    return data


def poisoned(root: Path) -> Path:
    """A network with something hostile in every text of every file."""
    rich(root)
    for number, file in enumerate(sorted([*root.glob("*/**/*.md"), *root.glob("content/*.yaml")])):
        kind = {"rooms": "room", "organisations": "organisation", "lettere": "project"}.get(file.parent.name)
        kind = kind or {"space.md": "space", "network.yaml": "network", "brand.yaml": "brand"}.get(file.name)
        kind = kind or ("event" if "events" in file.parts else None)
        if kind is None or ".en." in file.name:
            continue
        head = file.read_text() if file.suffix == ".yaml" else file.read_text().split("---\n")[1]
        data = hostile(yaml.load(head, yaml.BaseLoader), CLASSES[kind], number)
        text = "".join(f"\n{payload}\n" for payload in PAYLOADS if "<" not in payload)
        dumped = json.dumps(typed(data), ensure_ascii=False) + "\n"
        file.write_text(dumped if file.suffix == ".yaml" else f"---\n{dumped}---\n{text}")
    news = "Title: {0}\nDate: 2026-11-01\nSlug: {1}\nSummary: {0}\n\n{2}\n"
    for number, payload in enumerate(PAYLOADS):
        written(root, f"content/news/p{number}.md", news.format(payload, f"p{number}", "Testo"))
    return root


MORE = {
    "spaces/base/space.md": """\
neighbourhood: Centro
short_name: Base
proposition: Qui si sta bene.
plain: Vieni.
how_to_reach: A piedi.
status_note: Lavori
contact: {name: Ada, email: a@example.org}
links: [{label: Sito, url: "https://example.org"}]
hours: {mon: "09:00-13:00", note: Su appuntamento}
closed: [{from: 2026-12-24, reason: Feste}]
services: [{name: Sportello, summary: Aiuto}]
groups: [{name: Coro, days: [mon], opens: "18:00", closes: "20:00", summary: Si canta}]
origin: {former_use: Fabbrica, owner: Comune}
hosting: {open_to_circulation: true, policy: Gratis}
""",
    "events/base/notte.md": """\
status_note: Freddo
plain: Vieni.
price: {mode: fixed, items: [{label: Intero, amount: 5}], note: Bimbi gratis}
where: {name: Giardino, address: {street: via Verde 1, note: Cancello}}
itinerary: [{at: "23:00", name: Piazza, note: Sosta}]
accessibility: {note: Un gradino}
""",
    "content/projects/lettere/project.md": """\
rights: {authors: Gli abitanti}
safety: {risk_note: Nessuno}
past_dates: [{on: 2026-05-16, place: Biblioteca}]
staging: {variants: [{id: piccola, summary: Senza luci, needs: {width: 3}}]}
""",
    "content/organisations/alfa.md": """\
city: Milano
contact: {name: Ufficio}
""",
}


def rich(root: Path) -> None:
    """More fields in the small network, each of which is shown somewhere."""
    for path, lines in MORE.items():
        head, text = (root / path).read_text().split("---\n")[1:3]
        written(root, path, f"---\n{head}{lines}---\n{text}")


def typed(value: Any) -> Any:
    """Data with numbers and flags where the text was one."""
    if isinstance(value, dict):
        return {key: typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [typed(inner) for inner in value]
    return json.loads(value) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?|true|false", value) else value


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    root = poisoned(with_real_theme(copied(tmp_path_factory.mktemp("hostile") / "rete")))
    assert built(root) == 0
    return root / "output"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Any]:
    """Every page, as a browser parses it."""
    files = list(site.rglob("*.html"))
    return {
        str(file.relative_to(site)): html5lib.parse(file.read_text(), namespaceHTMLElements=False) for file in files
    }


def test_the_hostile_texts_are_shown(pages):
    shown = "".join("".join(page.itertext()) for page in pages.values())
    assert [payload for payload in PAYLOADS if payload not in shown] == []


def test_no_page_holds_an_element_or_attribute_out_of_a_text(pages):
    found = []
    for path, page in pages.items():
        for element in page.iter():
            active = [name for name in element.attrib if name.startswith("on")]
            code = (
                element.tag == "script"
                and element.get("type") != "application/ld+json"
                and "alert" in (element.text or "")
            )
            address = element.get("href", "") + element.get("src", "")
            if active or code or address.startswith("javascript:") or element.get("src") == "x":
                found.append((path, element.tag))
    assert found == []


def test_data_for_machines_in_pages_is_whole(pages):
    scripts = [each.text for page in pages.values() for each in page.iter("script")]
    data = [text for text in scripts if text and text.lstrip().startswith(("{", "["))]
    assert ([text for text in data if "<" in text], len([json.loads(text) for text in data]) > 0) == ([], True)


def test_templates_in_texts_are_not_evaluated(pages):
    assert [path for path, page in pages.items() if "9359" in "".join(page.itertext())] == []
