"""Styles, scripts, fonts and the brand's colours: everything that pages load."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from ..model.brand import Palette, Type
from ..model.network import Network
from ..reading.looks import facts_of, is_there
from . import File, digest
from .views import theme_lines

COMPILER = Path(__file__).with_name("compiled_sheet.py")
FONT_PACKAGES = Path("node_modules/@fontsource"), Path("node_modules/@fontsource-variable")


def styles(network: Network) -> Iterator[File]:
    """One style sheet: the theme's parts in their layers, and the brand's tokens."""
    folder = Path(network.theme) / "static" / "css"
    parts = sorted(folder.rglob("*.css"))
    tokens = brand_css(network)
    key = digest(tokens, *(part.read_bytes() for part in parts))
    yield File("theme/site.css", key, lambda: bundled(folder / "site.css", tokens))


def bundled(entry: Path, tokens: str) -> bytes:
    """The entry sheet with its imports, followed by the brand's tokens, made small by a program of its own.

    Raises `ValueError` with the compiler's own words for a sheet that cannot work.
    """
    command = [sys.executable, "-P", str(COMPILER), str(entry)]
    done = subprocess.run(command, input=tokens.encode(), capture_output=True, check=False)
    if done.returncode:
        raise ValueError(done.stderr.decode(errors="replace"))
    return done.stdout


def brand_css(network: Network) -> str:
    """The brand as custom properties of the page."""
    brand = network.brand
    lines, dark_lines = line_properties(theme_lines(network)), line_properties(theme_lines(network, dark=True))
    classes = "".join(f".line-{theme}{{--line:var(--line-{theme})}}" for theme in theme_lines(network))
    arabic = f"--brand-arabic:{quoted(brand.type.arabic or brand.type.text)};"
    shape = f"--brand-corner:{brand.corner}rem;"
    shape += STOPS[brand.mark.stop]
    shape += f"--brand-display:{quoted(brand.type.display)};--brand-text:{quoted(brand.type.text)};"
    light, dark = palette(brand.colours), palette(brand.dark)
    dark += "".join(each for each in dark_lines if each not in lines)
    light += "".join(lines)
    return f":root{{{light}{shape}{arabic}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}{classes}"


STOPS = {
    "circle": "--brand-stop-corner:50%;--brand-stop-turn:0deg;",
    "square": "--brand-stop-corner:0;--brand-stop-turn:0deg;",
    "diamond": "--brand-stop-corner:0;--brand-stop-turn:45deg;",
}


def line_properties(lines: Mapping[str, str]) -> list[str]:
    """The custom properties of the lines of one theme."""
    return [f"--line-{theme}:{colour};" for theme, colour in lines.items()]


def palette(colours: Palette) -> str:
    """The custom properties of one theme."""
    names = ("paper", "surface", "ink", "quiet", "line", "accent", "on_accent")
    return "".join(f"--brand-{name.replace('_', '-')}:{getattr(colours, name)};" for name in names)


def quoted(name: str) -> str:
    """A font's name as CSS text."""
    return '"' + name.replace("\\", "").replace('"', "") + '"'


def scripts(network: Network) -> Iterator[File]:
    """The theme's scripts: one custom element a file, loaded as modules."""
    for file in sorted((Path(network.theme) / "static" / "js").glob("*.js")):
        content = file.read_bytes()
        yield File(f"theme/{file.name}", digest(content), partial(bytes, content))


FACE = r"/\* [a-z0-9-]+? \*/\s*(@font-face\s*\{[^}]*?url\(\.?/?(files/([a-z0-9-]+)\.woff2)\)[^}]*\})"
SUBSET = r"-(?:latin|latin-ext|arabic)-(?:wght|\d+)-normal$"
DISPLAY, TEXT = ("800",), ("400", "700")
HEAVY = 40_000


def fonts(network: Network) -> Iterator[File]:
    """The brand's typefaces, where they were installed, and the sheet that names them.

    They come from the packages `@fontsource/<name>`, one weight for headings and two for text, which are much the
    lightest, else from `@fontsource-variable/<name>`, in the network's `node_modules`. Without them the sheet is empty
    and pages use the system's own typefaces. So do Arabic texts where the Arabic typeface is heavy: a first view,
    fonts and all, is to weigh no more than 100 KB, and every system that reads Arabic brings a good one.
    """
    faces, files = [], {}
    kinds = network.brand.type
    for name, weights in weights_of(kinds).items():
        own = list(faces_of(Path(network.root), name, weights))
        if name not in (kinds.display, kinds.text) and any(facts_of(file).st_size > HEAVY for _, file in own):
            continue
        for face, file in own:
            faces.append(face)
            files[f"theme/fonts/{file.name}"] = file
    sheet = "\n".join(faces).encode()
    yield File("theme/fonts.css", digest(sheet), lambda: sheet or b"/* no fonts are installed */\n")
    for path, file in files.items():
        facts = facts_of(file)
        yield File(path, digest(path, facts.st_size, facts.st_mtime_ns), file.read_bytes)


def weights_of(kinds: Type) -> dict[str, tuple[str, ...]]:
    """The weights in which each typeface is wanted, by its name."""
    wanted: dict[str, tuple[str, ...]] = {}
    for name, weights in ((kinds.display, DISPLAY), (kinds.text, TEXT), (kinds.arabic, TEXT)):
        if name:
            wanted[name] = tuple(dict.fromkeys((*wanted.get(name, ()), *weights)))
    return wanted


def faces_of(root: Path, name: str, weights: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    """The font faces that pages need of a typeface, under its plain name, each with its file."""
    single, variable = (root / folder / name.lower().replace(" ", "-") for folder in FONT_PACKAGES)
    sheets = [single / f"{weight}.css" for weight in weights]
    for sheet in sheets if all(map(is_there, sheets)) else [variable / "index.css"]:
        for face, path, stem in re.findall(FACE, sheet.read_text() if is_there(sheet) else ""):
            if re.search(SUBSET, stem):
                named = re.sub(r"font-family:[^;]*;", f"font-family: {quoted(name)};", face)
                source = f"src: url(fonts/{stem}.woff2) format('woff2');"
                yield re.sub(r"src:[^;]*;", source, named), sheet.parent / path
