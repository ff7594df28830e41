"""Styles, scripts, fonts and the brand's colours: everything that pages load."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ..model.brand import Palette
from ..model.network import Network
from . import File, digest
from .views import theme_lines

FONT_PACKAGES = Path("node_modules/@fontsource-variable")


def styles(network: Network) -> Iterator[File]:
    """One style sheet: the theme's parts in their layers, and the brand's tokens."""
    folder = Path(network.theme) / "static" / "css"
    parts = sorted(folder.rglob("*.css"))
    tokens = brand_css(network)
    key = digest(tokens, *(part.read_bytes() for part in parts))
    yield File("theme/site.css", key, lambda: bundled(folder / "site.css", tokens))


def bundled(entry: Path, tokens: str) -> bytes:
    """The entry sheet with its imports, preceded by the brand's tokens, made small."""
    import lightningcss

    sheet: str = lightningcss.bundle_css(str(entry), minify=True, browsers_list=["defaults"])
    small: str = lightningcss.process_stylesheet(tokens, filename="brand.css", minify=True, browsers_list=["defaults"])
    return (sheet + small).encode()


def brand_css(network: Network) -> str:
    """The brand as custom properties of the page."""
    brand = network.brand
    lines = "".join(f"--line-{theme}:{colour};" for theme, colour in theme_lines(network).items())
    classes = "".join(f".line-{theme}{{--line:var(--line-{theme})}}" for theme in theme_lines(network))
    arabic = f"--brand-arabic:{quoted(brand.type.arabic or brand.type.text)};"
    shape = f"--brand-corner:{brand.corner}rem;"
    shape += f"--brand-display:{quoted(brand.type.display)};--brand-text:{quoted(brand.type.text)};"
    light, dark = palette(brand.colours), palette(brand.dark)
    return f":root{{{light}{lines}{shape}{arabic}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}{classes}"


def palette(colours: Palette) -> str:
    """The custom properties of one theme."""
    names = ("paper", "surface", "ink", "quiet", "line", "accent", "on_accent")
    return "".join(f"--brand-{name.replace('_', '-')}:{getattr(colours, name)};" for name in names)


def quoted(name: str) -> str:
    """A font's name as CSS text."""
    return '"' + name.replace("\\", "").replace('"', "") + '"'


def favicon(network: Network) -> Iterator[File]:
    """The network's mark in its accent, for tabs and bookmarks; at the root, where browsers ask for it too."""
    light, dark = network.brand.colours, network.brand.dark
    drawing = FAVICON.format(light.accent, light.ink, light.paper, dark.accent, dark.ink, dark.paper).encode()
    yield File("favicon.svg", digest(drawing), partial(bytes, drawing))


FAVICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>'
    "circle{{fill:none;stroke:{0};stroke-width:5}}.s{{fill:{2};stroke:{1};stroke-width:3}}"
    "@media(prefers-color-scheme:dark){{circle{{stroke:{3}}}.s{{fill:{5};stroke:{4}}}}}"
    '</style><circle cx="16" cy="16" r="12.5"/><circle class="s" cx="24.8" cy="24.8" r="5"/></svg>\n'
)


def scripts(network: Network) -> Iterator[File]:
    """The theme's scripts: one custom element a file, loaded as modules."""
    for file in sorted((Path(network.theme) / "static" / "js").glob("*.js")):
        content = file.read_bytes()
        yield File(f"theme/{file.name}", digest(content), partial(bytes, content))


FACE = re.compile(r"/\* [a-z0-9-]+? \*/\s*@font-face\s*\{[^}]*?url\(\.?/?(files/([a-z0-9-]+)\.woff2)\)[^}]*\}")
SUBSETS = ("latin", "latin-ext", "arabic")


def fonts(network: Network) -> Iterator[File]:
    """The brand's typefaces, where they were installed, and the sheet that names them.

    They come from the packages `@fontsource-variable/<name>` in the network's `node_modules`. Without them the sheet
    is empty and pages use the system's own typefaces.
    """
    faces, files = [], {}
    kinds = network.brand.type
    for name in dict.fromkeys(each for each in (kinds.display, kinds.text, kinds.arabic) if each):
        folder = Path(network.root) / FONT_PACKAGES / name.lower().replace(" ", "-")
        for face, file in faces_of(folder, name):
            faces.append(face)
            files[f"theme/fonts/{file.name}"] = file
    sheet = "\n".join(faces).encode()
    yield File("theme/fonts.css", digest(sheet), lambda: sheet or b"/* no fonts are installed */\n")
    for path, file in files.items():
        yield File(path, digest(path, file.stat().st_size, file.stat().st_mtime_ns), file.read_bytes)


def faces_of(folder: Path, name: str) -> Iterator[tuple[str, Path]]:
    """The font faces of a package that pages need, under the font's plain name, each with its file."""
    sheet = folder / "index.css"
    if not sheet.is_file():
        return
    for found in FACE.finditer(sheet.read_text()):
        stem = found[2]
        if any(stem.endswith(f"-{subset}-wght-normal") for subset in SUBSETS):
            face = found[0].split("*/", 1)[1].strip()
            face = re.sub(r"url\([^)]*\)", f"url(fonts/{stem}.woff2)", face)
            yield re.sub(r"font-family:[^;]*;", f"font-family: {quoted(name)};", face), folder / found[1]
