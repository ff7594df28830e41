"""Whether text can be read on its ground, and lines be seen: the contrast of WCAG 2.2.

Text needs 4.5 (success criterion 1.4.3), lines and other graphics 3 (1.4.11). Colours near to one that cannot be read
are looked for in OKLCH, where equal steps look equal: the hue stays, the lightness changes as little as it must.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache

from ..model.brand import BrandFields, Palette
from ..model.network_fields import NetworkFields
from ..problems import Problem, Source

TEXT = 4.5
GRAPHIC = 3.0
GROUNDS = {
    "ink": ("paper", "surface"),
    "quiet": ("paper", "surface"),
    "accent": ("paper", "surface"),
    "on_accent": ("accent",),
}


def contrast_problems(brand: BrandFields, path: str) -> list[Problem]:
    """Every colour of text that cannot be read, in either theme, and every line that cannot be seen on the paper.

    Lines are checked in the light theme alone: in the dark one they are made as light as they must be.
    """
    problems = []
    for theme, palette in (("colours", brand.colours), ("dark", brand.dark)):
        for text in GROUNDS:
            problems += text_problems(path, theme, palette, text)
    for number, line in enumerate(brand.lines):
        problems += line_problems(path, line, brand.colours.paper, ("lines", number))
    return problems


def theme_problems(network: NetworkFields, brand: BrandFields, path: str) -> list[Problem]:
    """Every theme whose own colour cannot be seen on the paper."""
    paper, problems = brand.colours.paper, list[Problem]()
    for number, theme in enumerate(network.themes):
        if theme.colour:
            problems += line_problems(path, theme.colour, paper, ("themes", number, "colour"))
    return problems


def line_problems(path: str, line: str, paper: str, field: tuple[str | int, ...]) -> list[Problem]:
    """The problem of a line's colour, if it cannot be seen on the paper."""
    ratio = contrast(line, paper)
    if ratio >= GRAPHIC:
        return []
    values = {"ratio": rounded(ratio), "near": nearest(line, (paper,), GRAPHIC)}
    return [Problem("line-faint", Source(path), values, field)]


def text_problems(path: str, theme: str, palette: Palette, text: str) -> list[Problem]:
    """The problem of one colour of text, if it cannot be read on one of its grounds: told of the worst."""
    colour = getattr(palette, text)
    grounds = {name: getattr(palette, name) for name in GROUNDS[text]}
    worst = min(grounds, key=lambda name: contrast(colour, grounds[name]))
    ratio = contrast(colour, grounds[worst])
    if ratio >= TEXT:
        return []
    near = nearest(colour, tuple(grounds.values()), TEXT)
    values = {"text": f"{theme}.{text}", "ground": f"{theme}.{worst}", "ratio": rounded(ratio), "near": near}
    return [Problem("contrast-low", Source(path), values, (theme, text))]


def rounded(ratio: float) -> str:
    """A ratio for people, rounded down: 4.46 is not 4.5."""
    return f"{math.floor(ratio * 10) / 10:.1f}"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, from 0 to 1."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(colour: str) -> tuple[float, float, float]:
    """The light of red, green and blue in `#rrggbb`, each from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return light_of(red), light_of(green), light_of(blue)


def light_of(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


@cache
def nearest(colour: str, grounds: tuple[str, ...], least: float) -> str:
    """The colour of the same hue nearest to one that has the least contrast on all grounds; itself, if it has it.

    Where no colour of that hue has it on all of them, the black or white that comes closest.
    """
    lightness, chroma, hue = oklch(colour)
    for step in range(1001):
        for way in (-step, step):
            tried = within_gamut(lightness + way / 1000, chroma, hue) if step else colour
            if all(contrast(tried, ground) >= least for ground in grounds):
                return tried
    return max(("#000000", "#ffffff"), key=lambda end: min(contrast(end, ground) for ground in grounds))


# OKLCH, as Björn Ottosson describes it (2020): https://bottosson.github.io/posts/oklab/


def oklch(colour: str) -> tuple[float, float, float]:
    """Lightness (0 to 1), chroma and hue (in radians) of `#rrggbb`."""
    red, green, blue = linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    small = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * small
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * small
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * small
    return lightness, math.hypot(a, b), math.atan2(b, a)


def within_gamut(lightness: float, chroma: float, hue: float) -> str:
    """The colour of a lightness and hue as `#rrggbb`, with as much of the chroma as screens can show."""
    lightness = min(1.0, max(0.0, lightness))
    whole = shown(lightness, chroma, hue)
    if in_range(whole):
        return hexadecimal(whole)
    part = largest(lambda part: in_range(shown(lightness, chroma * part, hue)))
    return hexadecimal(shown(lightness, chroma * part, hue))


def largest(holds: Callable[[float], bool]) -> float:
    """The largest part, from 0 to 1, for which something holds that holds for all smaller ones."""
    low, high = 0.0, 1.0
    for _ in range(16):
        middle = (low + high) / 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def shown(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """The light of red, green and blue of a colour in OKLCH; outside of 0 to 1 no screen shows it."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    small = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * small,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * small,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * small,
    )


def in_range(light: tuple[float, float, float]) -> bool:
    return all(-0.0005 <= each <= 1.0005 for each in light)


def hexadecimal(light: tuple[float, float, float]) -> str:
    """The colour of three lights as `#rrggbb`."""
    channels = (min(1.0, max(0.0, each)) for each in light)
    coded = (12.92 * each if each <= 0.0031308 else 1.055 * each ** (1 / 2.4) - 0.055 for each in channels)
    return "#" + "".join(f"{round(each * 255):02x}" for each in coded)
