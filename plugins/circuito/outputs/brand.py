"""The brand's manual: mark, marks of spaces, colours, type, voice, and everything to download, on one page."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from functools import partial

from babel.numbers import format_decimal
from msgspec import Struct
from msgspec.structs import replace

from ..model.brand import Palette
from ..model.network import Network
from ..model.things import Space
from ..reading.contrast import contrast
from . import Page
from .addresses import Addresses
from .brand_files import FOLDER
from .dates import language_name, locale
from .frame import frame
from .marks import MarkView, network_mark, nine_fields, plain_figure, space_mark, three_sizes
from .views import Text, must, theme_lines, theme_name, words


class Swatch(Struct, frozen=True, kw_only=True):
    """A colour with its values for screen and print, each with its name.

    `contrast` is that with the colour named by `against`, its ground or its text; `text` reads best on it.
    """

    name: Text
    colour: str
    codes: tuple[tuple[str, str], ...]
    contrast: str
    against: str
    text: str
    line: str = ""


class BadgeFiles(Struct, frozen=True, kw_only=True):
    """A badge in one language: its drawing, and its files by their formats."""

    language: str
    lang: str
    drawing: str
    files: tuple[tuple[str, str], ...]


class Step(Struct, frozen=True, kw_only=True):
    """A part of a mark: its name, what it tells, and a drawing of it alone."""

    name: str
    text: str
    drawing: MarkView


class SpaceMark(Struct, frozen=True, kw_only=True):
    """A space with its mark and the files of both mark and badge."""

    name: str
    kind: Text
    drawing: MarkView
    files: tuple[tuple[str, str], ...]
    badges: tuple[BadgeFiles, ...]


class KindFigure(Struct, frozen=True, kw_only=True):
    """A kind of space with its figure, without a stop."""

    name: Text
    drawing: MarkView


class Typeface(Struct, frozen=True, kw_only=True):
    """A typeface of the brand: what it is for, and a line set in it."""

    use: str
    name: str
    role: str
    specimen: str
    lang: str


def manual(network: Network) -> Iterator[Page]:
    """The brand's manual in every language."""
    for lang in network.languages:
        yield manual_page(network, lang)


def manual_page(network: Network, lang: str) -> Page:
    """The brand's manual in a language."""
    say, brand, name = network.phrases[lang], network.brand, network.fields.name
    example = next(iter(sorted(network.spaces, key=partial(telling, network))), None)
    return frame(
        network,
        lang,
        "brand.html",
        lambda to: to.listing("brand"),
        say("brand.title"),
        description=say("brand.description", network=name),
        lead=say("brand.lead", network=name),
        network_mark=network_mark(network),
        logo_files=mark_addresses(network, "logo", lang)[: 2 if network.logo else None],
        kit=f"{folder(network)}/{FOLDER}.zip",
        light=swatches(network, brand.colours, lang),
        dark=swatches(network, brand.dark, lang),
        lines=line_swatches(network, lang),
        typefaces=typefaces(network, lang),
        voice=tuple(must(words(network, rule, lang)) for rule in brand.voice),
        example=space_files(network, example, lang) if example else None,
        steps=steps(network, example, lang) if example else (),
        spaces=tuple(space_files(network, space, lang) for space in network.spaces),
        figures=kind_figures(network, lang),
        signature=f"{folder(network)}/signature.{lang}.htm",
    )


def steps(network: Network, space: Space, lang: str) -> tuple[Step, ...]:
    """The parts of a space's mark, one after the other."""
    whole, say = space_mark(network, space), network.phrases[lang]
    line = replace(whole, dots="", stop="", pips="", line="line-none")
    kind = space_files(network, space, lang).kind.text
    parts = (
        ("brand.read_figure", "brand.read_figure_text", line),
        ("brand.read_stop", "brand.read_stop_text", replace(nine_fields(network), stop=whole.stop)),
        ("brand.read_size", "brand.read_size_text", three_sizes(network)),
        ("brand.read_rooms", "brand.read_rooms_text", replace(line, dots=whole.dots)),
        ("brand.read_colour", "brand.read_colour_text", whole),
    )
    return tuple(Step(name=say(name), text=say(text, kind=kind), drawing=drawing) for name, text, drawing in parts)


def telling(network: Network, space: Space) -> tuple[bool, bool, bool, int]:
    """In which order spaces explain how marks are read: those with a theme, upright, of few further rooms first."""
    turned = space_mark(network, space).track != plain_figure(network, space.fields.kind).track
    return not space.fields.themes, len(space.rooms) < 2, turned, len(space.rooms)


def folder(network: Network) -> str:
    """The address under which the brand's files lie."""
    return f"{Addresses(network, network.lang).base}/{FOLDER}"


# Colours


def swatches(network: Network, palette: Palette, lang: str) -> tuple[Swatch, ...]:
    """The colours of one theme, each measured on its ground, or a ground by the text on it; rules are decoration."""
    say = network.phrases[lang]
    return tuple(
        swatch(Text(say(f"brand.{key}")), getattr(palette, name), palette, lang, say(f"brand.{other}"), ground)
        for name, key, other in USES
        for ground in [getattr(palette, other) if name != "line" else ""]
    )


USES = (
    ("ink", "ink", "paper"),
    ("paper", "paper", "ink"),
    ("accent", "accent", "paper"),
    ("quiet", "quiet", "paper"),
    ("surface", "surface", "ink"),
    ("on_accent", "on_accent", "accent"),
    ("line", "rule", "paper"),
)


def line_swatches(network: Network, lang: str) -> tuple[Swatch, ...]:
    """The colour of each theme's line."""
    light, paper = network.brand.colours, network.phrases[lang]("brand.paper")
    return tuple(
        swatch(theme_name(network, theme, lang), colour, light, lang, paper, light.paper, f"line-{theme}")
        for theme, colour in theme_lines(network).items()
    )


def swatch(name: Text, colour: str, palette: Palette, lang: str, against: str, ground: str, line: str = "") -> Swatch:
    """A colour with its values, and its contrast with a ground, if it has one."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
    black = 1 - max(red, green, blue) / 255
    inks = [0.0 if black == 1 else (1 - each / 255 - black) / (1 - black) for each in (red, green, blue)]
    return Swatch(
        name=name,
        colour=colour,
        codes=(
            ("HEX", colour.upper()),
            ("RGB", f"{red} {green} {blue}"),
            ("HSL", f"{round(hue * 360)}° {round(saturation * 100)}% {round(lightness * 100)}%"),
            ("CMYK", " ".join(str(round(each * 100)) for each in (*inks, black))),
        ),
        contrast=ratio(contrast(colour, ground), lang) if ground else "",
        against=against if ground else "",
        text=max(palette.ink, palette.paper, key=lambda each: contrast(each, colour)),
        line=line,
    )


def ratio(contrast: float, lang: str) -> str:
    """A contrast with one digit, rounded down: 4.46 is not 4.5."""
    told: str = format_decimal(int(contrast * 10) / 10, format="0.0", locale=locale(lang))
    return told


# Type


def typefaces(network: Network, lang: str) -> tuple[Typeface, ...]:
    """The typefaces of the brand, with what they are for."""
    say, kinds = network.phrases[lang], network.brand.type
    latin = "en" if network.phrases[lang].dir == "rtl" else ""
    said = say("brand.specimen")
    faces = [("display", kinds.display, said, latin), ("text", kinds.text, said, latin)]
    faces += [("arabic", kinds.arabic, say("brand.specimen_arabic"), "ar")] if kinds.arabic else []
    return tuple(
        Typeface(use=say(f"brand.{role}"), name=name, role=role, specimen=specimen, lang=of)
        for role, name, specimen, of in faces
    )


# Marks


def space_files(network: Network, space: Space, lang: str) -> SpaceMark:
    """A space's mark and badges with the addresses of their files."""
    kind = next((each for each in network.fields.kinds if each.id == space.fields.kind), None)
    return SpaceMark(
        name=space.fields.name,
        kind=must(words(network, kind.name, lang)) if kind else Text(""),
        drawing=space_mark(network, space),
        files=mark_addresses(network, f"marks/{space.slug}", lang),
        badges=tuple(badge_addresses(network, space, each, lang) for each in network.languages),
    )


def mark_addresses(network: Network, path: str, lang: str) -> tuple[tuple[str, str], ...]:
    """The files of a mark, each with its name."""
    base, say = f"{folder(network)}/{path}", network.phrases[lang]
    endings = [("SVG", ".svg"), ("PNG", ".png")]
    endings += [(say(f"brand.{each}"), f"-{each}.svg") for each in ("dark", "black", "white")]
    return tuple((name, base + ending) for name, ending in endings)


def badge_addresses(network: Network, space: Space, lang: str, page: str) -> BadgeFiles:
    """Where a space's badge in a language lies."""
    base = f"{folder(network)}/badges/{space.slug}.{lang}"
    return BadgeFiles(
        language=language_name(lang, page),
        lang=lang,
        drawing=f"{base}.svg",
        files=(("SVG", f"{base}.svg"), ("PNG", f"{base}.png")),
    )


def kind_figures(network: Network, lang: str) -> tuple[KindFigure, ...]:
    """The kinds that some space is of, each with its figure."""
    used = {space.fields.kind for space in network.spaces}
    return tuple(
        KindFigure(name=must(words(network, kind.name, lang)), drawing=plain_figure(network, kind.id))
        for kind in network.fields.kinds
        if kind.id in used
    )
