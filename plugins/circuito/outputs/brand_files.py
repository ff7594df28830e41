"""The files of the brand to take away: marks, badges and the e-mail signature, and all of them in one zip."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from itertools import chain
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..model.network import Network
from ..model.things import Space
from . import File, digest
from .addresses import Addresses
from .keys import network_key
from .marks import MarkView, network_mark, network_svg, one_colour_svg, space_mark, space_svg
from .typesetting import typeset, typesetting_key
from .views import words

FOLDER = "brand"
LARGE = 512
FIRST_DAY = (1980, 1, 1, 0, 0, 0)


# Pixels


def picture_key(network: Network, drawing: str, *more: object) -> str:
    """What pixels are made from."""
    return digest("raster", typesetting_key(network), drawing, *more)


def picture(network: Network, path: str, drawing: str, size: int, margin: float = 0, ground: str = "") -> File:
    """A square drawing as a PNG of so many pixels, with room around it in parts of its size."""
    make = partial(pixels, network, drawing, size, size, margin * size, ground)
    return File(path, picture_key(network, drawing, size, margin, ground), make)


def pixels(network: Network, drawing: str, width: float, height: float, margin: float = 0, ground: str = "") -> bytes:
    """A drawing as a PNG; made once a build, since the zip holds it too."""
    key = ("pixels", drawing, width, height, margin, ground)
    return network.once(key, raster, network, drawing, width, height, margin, ground)


def raster(network: Network, drawing: str, width: float, height: float, margin: float, ground: str) -> bytes:
    told = {"width": width, "height": height, "margin": margin, "ground": ground}
    return typeset(network, "raster", told, {"drawing.svg": drawing.encode()}, form="png")


# Marks and badges


def marks(network: Network) -> Iterator[File]:
    """The marks of the network and of every space: in colours, for dark grounds, in one colour, and as pixels.

    Other sites show those of spaces: where a space was renamed, they stand under its former names too.
    """
    former = (space_files(network, space, name) for space in network.spaces for name in space.fields.formerly)
    for path, key, make in chain(kit_files(network), *former):
        yield File(f"{FOLDER}/{path}", key, make)


Made = tuple[str, str, Callable[[], bytes]]


def kit_files(network: Network) -> Iterator[Made]:
    """Every file of the brand to take away: its path, its key, and how it is made."""
    if network.logo:
        yield "logo.svg", digest(network.logo), partial(network.logo.encode, "utf-8")
        make = partial(pixels, network, network.logo, LARGE, LARGE)
        yield "logo.png", picture_key(network, network.logo, LARGE), make
    else:
        light, dark = network_svg(network), network_svg(network, dark=True)
        yield from mark_files(network, "logo", light, dark, network_mark(network))
    for space in network.spaces:
        yield from space_files(network, space, space.slug)
    for lang in network.languages:
        content = signature(network, lang).encode()
        yield f"signature.{lang}.htm", digest(content), partial(bytes, content)


def space_files(network: Network, space: Space, name: str) -> Iterator[Made]:
    """The mark and the badges of a space, under a name of its."""
    light, dark = space_svg(network, space), space_svg(network, space, dark=True)
    yield from mark_files(network, f"marks/{name}", light, dark, space_mark(network, space))
    for lang in network.languages:
        yield from badge_files(network, space, f"badges/{name}.{lang}", lang)


def mark_files(network: Network, path: str, light: str, dark: str, mark: MarkView) -> Iterator[Made]:
    """A mark in its four colourings, and as pixels."""
    drawings = {"": light, "-dark": dark, "-black": one_colour_svg(mark, "#000000")}
    drawings["-white"] = one_colour_svg(mark, "#ffffff")
    for ending, drawing in drawings.items():
        yield f"{path}{ending}.svg", digest(drawing), partial(drawing.encode, "utf-8")
    yield f"{path}.png", picture_key(network, light, LARGE), partial(pixels, network, light, LARGE, LARGE)


def badge_files(network: Network, space: Space, path: str, lang: str) -> Iterator[Made]:
    """The badge that a space of the network wears on its own site, as drawing and as pixels."""
    key = digest("badge", badge_key(network, lang), space_svg(network, space))
    yield f"{path}.svg", key, lambda: badge(network, space, lang).encode()
    yield f"{path}.png", key, lambda: badge_pixels(network, space, lang)


def badge_key(network: Network, lang: str) -> str:
    """What the badges of a language are made from, beside the mark."""
    return digest(typesetting_key(network), network_key(network), network.phrases[lang]("brand.member"))


def badge(network: Network, space: Space, lang: str) -> str:
    """A badge: the space's mark, and beside it that it is a member of the network; its words are outlines."""
    wide, high, outlines = network.once(("badge-words", lang), badge_words, network, lang)
    colours, backwards = network.brand.colours, network.phrases[lang].dir == "rtl"
    width = f"{wide + 128:.2f}"
    corner = f"{min(float(network.brand.corner) * 16, 46):g}"
    place = f'x="{wide + 44:.2f}"' if backwards else 'x="20"'
    mark = space_svg(network, space).strip().replace("<svg ", f'<svg {place} y="16" width="64" height="64" ', 1)
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return (
        f'<svg {names} width="{width}" height="96" viewBox="0 0 {width} 96">'
        f"<title>{escape(badge_text(network, space, lang))}</title>"
        f'<rect x="1.5" y="1.5" width="{wide + 125:.2f}" height="93" rx="{corner}" fill="{colours.paper}"'
        f' stroke="{colours.ink}" stroke-width="3"/>{mark}'
        f'<g transform="translate({24 if backwards else 104} {(96 - high) / 2:.2f})">{outlines}</g></svg>\n'
    )


def badge_text(network: Network, space: Space, lang: str) -> str:
    """What a badge says, for those who cannot see it."""
    return f"{space.fields.name}: {network.phrases[lang]('brand.member')} {network.fields.name}"


def badge_words(network: Network, lang: str) -> tuple[float, float, str]:
    """The words of a badge as outlines, with their width and height."""
    told = {"lang": lang, "dir": network.phrases[lang].dir, "small": network.phrases[lang]("brand.member")}
    drawing = typeset(network, "words", {**told, "name": network.fields.name}, form="svg").decode()
    head, _, body = drawing.partition(">")
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', head)
    assert size is not None
    return float(size[1]), float(size[2]), body.strip().removesuffix("</svg>")


def badge_pixels(network: Network, space: Space, lang: str) -> bytes:
    """A badge as a PNG, twice its size."""
    drawing = badge(network, space, lang)
    wide = network.once(("badge-words", lang), badge_words, network, lang)[0] + 128
    return pixels(network, drawing, round(2 * wide), 192)


# The signature


def signature(network: Network, lang: str) -> str:
    """The e-mail signature: one table with its styles within, since letters know no style sheets."""
    say, colours, brand = network.phrases[lang], network.brand.colours, network.brand
    site = Addresses(network, lang)
    icon = escape(site.absolute(f"{site.base}/{FOLDER}/logo.png"))
    claim = words(network, brand.claim, lang)
    type_ = f"font-family:{escape(font_stack(brand.type.text))};font-size:14px;line-height:1.45"
    cell = f'style="padding:0 16px;{type_};color:{colours.ink}"'
    lines = [f"<strong>{escape(say('brand.signature_name'))}</strong>", escape(say("brand.signature_role"))]
    lines.append(f'<strong style="color:{colours.accent}">{escape(network.fields.name)}</strong>')
    lines += [f'<span style="color:{colours.quiet}">{escape(claim.text)}</span>'] if claim else []
    home = escape(site.absolute(site.home()))
    lines.append(
        f'<a href="{home}" style="color:{colours.ink}">{escape(home.removeprefix("https://").rstrip("/"))}</a>'
    )
    return (
        f'<!doctype html>\n<html lang="{lang}" dir="{network.phrases[lang].dir}">\n<head><meta charset="utf-8">'
        f"<title>{escape(say('brand.signature'))}</title></head>\n<body>\n"
        f'<table role="presentation" cellpadding="0" cellspacing="0" dir="{network.phrases[lang].dir}"><tr>\n'
        f'<td style="vertical-align:top"><img src="{icon}" alt="" width="56" height="56"></td>\n'
        f"<td {cell}>{'<br>'.join(lines)}</td>\n</tr></table>\n</body>\n</html>\n"
    )


def font_stack(name: str) -> str:
    """A typeface with those that letters find anywhere."""
    return f"'{name}',Helvetica,Arial,sans-serif"


# All in one


def kit(network: Network) -> Iterator[File]:
    """The zip of everything above: the same files, the same bytes."""
    files = [*kit_files(network)]
    key = digest("kit", *((path, each) for path, each, _ in files), read_me(network))
    yield File(f"{FOLDER}/{FOLDER}.zip", key, lambda: zipped(network, files))


def zipped(network: Network, files: Sequence[Made]) -> bytes:
    """A zip of files with their paths in order, and no date but its own first."""
    contents: Mapping[str, bytes] = {path: make() for path, _, make in files} | {"README.txt": read_me(network)}
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for path in sorted(contents):
            entry = ZipInfo(f"{FOLDER}/{path}", FIRST_DAY)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, contents[path])
    return held.getvalue()


def read_me(network: Network) -> bytes:
    """The colours and typefaces of the brand, and where its manual is, as plain text."""
    brand, to = network.brand, Addresses(network, network.lang)
    lines = [network.fields.name, to.absolute(to.listing("brand")), ""]
    for theme, palette in (("colours", brand.colours), ("dark", brand.dark)):
        names = ("paper", "surface", "ink", "quiet", "line", "accent", "on_accent")
        lines += [f"{theme}.{name}: {getattr(palette, name)}" for name in names]
    lines += [f"lines: {' '.join(brand.lines)}", f"type.display: {brand.type.display}", f"type.text: {brand.type.text}"]
    return ("\n".join(lines) + "\n").encode()
