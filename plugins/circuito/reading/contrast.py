"""Whether text can be read on its ground: the contrast of WCAG 2.2 (success criterion 1.4.3)."""

from __future__ import annotations

from ..model.brand import BrandFields, Palette
from ..problems import Problem, Source

LEAST = 4.5
PAIRS = (
    ("ink", "paper"), ("ink", "surface"), ("quiet", "paper"), ("quiet", "surface"),
    ("accent", "paper"), ("accent", "surface"), ("on_accent", "accent"),
)  # fmt: skip


def contrast_problems(brand: BrandFields, path: str) -> list[Problem]:
    """Every pair of text and ground, in the light and the dark theme, that cannot be read."""
    problems = []
    for theme, palette in (("colours", brand.colours), ("dark", brand.dark)):
        for text, ground in PAIRS:
            ratio = contrast(getattr(palette, text), getattr(palette, ground))
            if ratio < LEAST:
                problems.append(unreadable(path, theme, palette, text, ground, ratio))
    return problems


def unreadable(path: str, theme: str, palette: Palette, text: str, ground: str, ratio: float) -> Problem:
    """The problem of one pair, with the nearest colour that can be read."""
    near = nearest(getattr(palette, text), getattr(palette, ground))
    values = {"text": f"{theme}.{text}", "ground": f"{theme}.{ground}", "ratio": f"{ratio:.1f}", "near": near}
    return Problem("contrast-low", Source(path), values, (theme, text))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, from 0 to 1."""
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def nearest(text: str, ground: str) -> str:
    """The text's colour mixed with as little black or white as makes it readable on the ground."""
    for part in range(101):
        for end in (0, 255):
            channels = [int(text[at : at + 2], 16) for at in (1, 3, 5)]
            mixed = "#" + "".join(f"{round(channel + (end - channel) * part / 100):02x}" for channel in channels)
            if contrast(mixed, ground) >= LEAST:
                return mixed
    return "#000000"
