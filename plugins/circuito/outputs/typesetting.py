"""Cards, posters and sheets in print, set by Typst from the templates in `theme/print`: the only door to `typst`.

Texts reach a template as data, never as markup. Fonts come from packages alone, never from the system: the network's
`node_modules/@expo-google-fonts` holds them as TrueType, which Typst needs, and what Typst carries itself follows. A
character that no font has is left out of the text, and a warning names it, the text and the file.
"""

from __future__ import annotations

import json
import logging
import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from ..model.network import Network
from ..reading.looks import facts_of
from . import digest

FONT_PACKAGES = Path("node_modules/@expo-google-fonts")
UNSHOWN = r'(?s)the text `"(.*?)"` could not be displayed'
CHECK = """#set document(title: "characters")
#set text(font: json(bytes(sys.inputs.fonts)))
#for each in json(bytes(sys.inputs.characters)) [#each ]"""
log = logging.getLogger(__name__)


def typeset(
    network: Network,
    template: str,
    data: Mapping[str, Any],
    pictures: Mapping[str, bytes] | None = None,
    form: Literal["pdf", "png", "svg"] = "pdf",
    ppi: float = 72,
    source: str = "",
) -> bytes:
    """A document of one template: a tagged PDF that declares PDF/UA-1, or the PNG or SVG of its only page.

    The template finds `data`, with the brand added as `brand`, in `json(bytes(sys.inputs.data))`, and each picture,
    SVG or JPEG, as a file of its name, which ends in `.svg` in either case. `source` is the file whose texts are set:
    warnings name it. Raises `RuntimeError` with Typst's own words for a template that cannot work.
    """
    import typst

    press: Typesetter = network.once("typesetter", Typesetter, network)
    told = press.shown(data, source)
    drawn = {name: drawing(content) for name, content in (pictures or {}).items()}
    files = {**press.templates, **drawn, "main.typ": press.templates[f"{template}.typ"]}
    given = {"data": json.dumps({**told, "brand": press.brand}, ensure_ascii=False)}
    standards = ["ua-1"] if form == "pdf" else []
    try:
        made: bytes = press.compile(input=files, format=form, ppi=ppi, sys_inputs=given, pdf_standards=standards)
    except typst.TypstError as failed:
        raise RuntimeError(f"theme/print/{template}.typ: {failed.diagnostic}") from failed
    return made


def drawing(picture: bytes) -> bytes:
    """A picture as Typst takes it out of memory: as text. So a photograph is wrapped into SVG."""
    if not picture.startswith(b"\xff\xd8"):
        return picture
    inside = b64encode(picture).decode()
    width, height = jpeg_size(picture)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/jpeg;base64,{inside}"/></svg>'
    ).encode()


def jpeg_size(content: bytes) -> tuple[int, int]:
    """Width and height of a JPEG, as the frame that begins its data says (ITU T.81, B.2.2)."""
    at = 2
    while content[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return int.from_bytes(content[at + 7 : at + 9]), int.from_bytes(content[at + 5 : at + 7])


def typesetting_key(network: Network) -> str:
    """What everything set is made from beside its data: this module, Typst, templates, fonts and brand."""
    return network.once("typesetting-key", made_key, network)


def made_key(network: Network) -> str:
    program = [Path(__file__).read_bytes(), version("typst")]
    files = [(file.name, facts_of(file)) for file in font_files(network)]
    fonts = [(name, facts.st_size, facts.st_mtime_ns) for name, facts in files]
    return digest(program, fonts, sorted(templates_of(network).items()), brand_of(network, ()))


def font_files(network: Network) -> list[Path]:
    """Every font that the network has installed for print."""
    return sorted((Path(network.root) / FONT_PACKAGES).glob("*/*/*.ttf"))


def templates_of(network: Network) -> dict[str, bytes]:
    """The theme's templates for print, and what they share, by file name."""
    return {file.name: file.read_bytes() for file in sorted((Path(network.theme) / "print").glob("*.typ"))}


class Typesetter:
    """Typst with a network's fonts and templates at hand, and what is known of the characters that they have."""

    def __init__(self, network: Network) -> None:
        """Load the fonts; this takes a tenth of a second."""
        import typst

        fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(Path(network.root) / FONT_PACKAGES)])
        self.compile: Callable[..., Any] = typst.Compiler(font_paths=fonts).compile
        self.templates = templates_of(network)
        self.brand = brand_of(network, tuple(fonts.families()))
        self.has: dict[str, bool] = {}
        self.told: set[tuple[str, str]] = set()

    def shown(self, data: Any, source: str) -> Any:
        """The same data without the characters that no font has."""
        if isinstance(data, Mapping):
            return {name: self.shown(value, source) for name, value in data.items()}
        if isinstance(data, list | tuple):
            return [self.shown(each, source) for each in data]
        if not isinstance(data, str):
            return data
        self.learn(data)
        missing = "".join(sorted({char for char in data if not self.has[char]}))
        return self.without(data, missing, source) if missing else data

    def without(self, text: str, missing: str, source: str) -> str:
        """A text without some characters, which are said once for each file."""
        if (source, missing) not in self.told:
            self.told.add((source, missing))
            log.warning("%s: no font has %s, left out of cards and print in: %s", source or "theme", missing, text)
        return re.sub(r"\s{2,}", " ", "".join(char for char in text if char not in missing)).strip()

    def learn(self, text: str) -> None:
        """Find out which of a text's characters the fonts have: Typst refuses the others in PDF/UA."""
        import typst

        new = sorted({char for char in text if char not in self.has})
        if not new:
            return
        self.has.update(dict.fromkeys(new, True))
        given = {"characters": json.dumps(new), "fonts": json.dumps(self.brand["display"])}
        try:
            self.compile(input={"main.typ": CHECK.encode()}, sys_inputs=given, pdf_standards=["ua-1"])
        except typst.TypstError as refused:
            for found in re.findall(UNSHOWN, refused.diagnostic):
                self.has.update(dict.fromkeys(found, False))


def brand_of(network: Network, families: tuple[str, ...]) -> dict[str, Any]:
    """The brand as templates find it: colours, and for headings and for text the fonts in the order they are tried.

    After the brand's own come all other installed ones in the order of their names: who installs one more package of
    `@expo-google-fonts` has its script in print.
    """
    brand = network.brand
    kinds = [brand.type.display, brand.type.text, brand.type.arabic or ""]
    own = [name for name in kinds if name in families]
    rest = [name for name in families if name not in own]
    text = [name for name in (kinds[1], kinds[2]) if name in own]
    return {
        "name": network.fields.name,
        "display": [*own, *rest],
        "text": [*text, *(name for name in own if name not in text), *rest],
        "corner": float(brand.corner),
        **{name: getattr(brand.colours, name) for name in ("paper", "surface", "ink", "quiet", "line", "accent")},
        "on_accent": brand.colours.on_accent,
        "stop": brand.mark.stop,
        "bends": brand.mark.bends,
    }
