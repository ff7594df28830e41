"""The gallery: every component of the theme in every state of its examples, by light and in the dark, in each language.

The examples stand in the theme's `components.yaml`, beside which each component's own file says what it is. Search
engines are asked to leave the gallery out, and no menu leads to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct

from ..model.network import Network
from ..reading.document import theme_yaml
from ..reading.looks import is_there
from . import File, LaterView, Page, digest
from .addresses import Addresses
from .assets import line_properties, palette
from .frame import frame
from .views import theme_lines

SCHEMES = ("light", "dark")


class Example(Struct, frozen=True, kw_only=True):
    """One state of a component: its anchor, its name, what the component is handed, and what a call encloses."""

    anchor: str
    name: str
    arguments: Mapping[str, Any]
    inside: str


class Component(Struct, frozen=True, kw_only=True):
    """A component: its name, which is also its anchor, what it is, its arguments, and what must enclose it."""

    name: str
    file: str
    about: str
    arguments: tuple[tuple[str, str], ...]
    within: str
    examples: tuple[Example, ...]


def gallery(network: Network) -> Iterator[Page | File]:
    """A page in each language, and the sheet that turns parts of it light or dark."""
    if not is_there(Path(network.theme) / "components.yaml"):
        return
    theme = Path(network.theme)
    components = LaterView(digest((theme / "components.yaml").read_bytes()), components_of, (theme,))
    for lang in network.languages:
        yield frame(
            network,
            lang,
            "gallery.html",
            lambda to: to.at(to.word("brand"), to.word("components")),
            network.phrases[lang]("gallery.title"),
            robots="noindex",
            sheet=Addresses(network, network.lang).file("theme", "gallery.css"),
            components=components,
            schemes=SCHEMES,
        )
    sheet = scheme_css(network).encode()
    yield File("theme/gallery.css", digest(sheet), partial(bytes, sheet))


def components_of(theme: Path) -> tuple[Component, ...]:
    """The components of a theme with their examples, by name; a test of the theme's holds that none is missing."""
    told = theme_yaml((theme / "components.yaml").read_bytes())
    files = {file.stem for file in (theme / "templates" / "components").glob("*.html")}
    return tuple(component_of(theme, name, told[name]) for name in sorted(files & told.keys()))


def component_of(theme: Path, name: str, entry: Mapping[str, Any]) -> Component:
    """A component by its entry in `components.yaml`; what it is, the first sentence of its own file says."""
    file = f"components/{name}.html"
    said = re.match(ABOUT, (theme / "templates" / file).read_text("utf-8"))
    examples = (
        Example(
            anchor=f"{name}-{number}",
            name=example["name"],
            arguments=example["arguments"],
            inside=example.get("inside", ""),
        )
        for number, example in enumerate(entry["examples"], 1)
    )
    return Component(
        name=name,
        file=file,
        about=re.sub(r"\s+", " ", said[1]) + "." if said else "",
        arguments=tuple(entry["arguments"].items()),
        within=entry.get("within", ""),
        examples=tuple(examples),
    )


ABOUT = r"(?s)\{# (.+?)(?:\.\s+\w+: |\.?\s*#\})"


def scheme_css(network: Network) -> str:
    """The colours of both themes for parts of a page that say which they want."""
    brand = network.brand
    light = palette(brand.colours) + "".join(line_properties(theme_lines(network)))
    dark = palette(brand.dark) + "".join(line_properties(theme_lines(network, dark=True)))
    return f"[data-theme=light]{{color-scheme:light;{light}}}\n[data-theme=dark]{{color-scheme:dark;{dark}}}\n"


NAMED = r'(\s(?:id|for|list|aria-labelledby|aria-describedby|aria-controls|aria-owns)=")([^"]+)(")'
POINTED = r'((?:\shref="|url\()#)([^")]+)'


def apart(markup: str, name: str) -> str:
    """Markup whose names, and what points at them, end in a name of its own: so it can stand twice on one page."""
    mine = re.sub(
        NAMED, lambda found: found[1] + " ".join(f"{one}-{name}" for one in found[2].split()) + found[3], markup
    )
    return type(markup)(re.sub(POINTED, lambda found: f"{found[0]}-{name}", mine))
