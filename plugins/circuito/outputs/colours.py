"""Names of colours, for calendars: RFC 7986 (5.9) writes a colour as CSS names it."""

from __future__ import annotations

NAMES = {
    "black": "#000000", "dimgray": "#696969", "gray": "#808080", "silver": "#c0c0c0", "white": "#ffffff",
    "maroon": "#800000", "darkred": "#8b0000", "firebrick": "#b22222", "crimson": "#dc143c", "red": "#ff0000",
    "tomato": "#ff6347", "coral": "#ff7f50", "salmon": "#fa8072", "orangered": "#ff4500", "chocolate": "#d2691e",
    "sienna": "#a0522d", "saddlebrown": "#8b4513", "peru": "#cd853f", "tan": "#d2b48c", "darkorange": "#ff8c00",
    "orange": "#ffa500", "goldenrod": "#daa520", "gold": "#ffd700", "yellow": "#ffff00", "khaki": "#f0e68c",
    "olive": "#808000", "olivedrab": "#6b8e23", "yellowgreen": "#9acd32", "lime": "#00ff00", "limegreen": "#32cd32",
    "green": "#008000", "darkgreen": "#006400", "forestgreen": "#228b22", "seagreen": "#2e8b57",
    "mediumseagreen": "#3cb371", "lightgreen": "#90ee90", "springgreen": "#00ff7f", "teal": "#008080",
    "darkcyan": "#008b8b", "turquoise": "#40e0d0", "aqua": "#00ffff", "lightblue": "#add8e6", "skyblue": "#87ceeb",
    "steelblue": "#4682b4", "dodgerblue": "#1e90ff", "cornflowerblue": "#6495ed", "royalblue": "#4169e1",
    "blue": "#0000ff", "mediumblue": "#0000cd", "navy": "#000080", "midnightblue": "#191970", "slateblue": "#6a5acd",
    "darkslateblue": "#483d8b", "rebeccapurple": "#663399", "indigo": "#4b0082", "blueviolet": "#8a2be2",
    "darkorchid": "#9932cc", "purple": "#800080", "fuchsia": "#ff00ff", "orchid": "#da70d6", "plum": "#dda0dd",
    "mediumvioletred": "#c71585", "deeppink": "#ff1493", "hotpink": "#ff69b4", "palevioletred": "#db7093",
    "pink": "#ffc0cb", "darkslategray": "#2f4f4f", "slategray": "#708090", "lavender": "#e6e6fa", "beige": "#f5f5dc",
}  # fmt: skip


def nearest_name(colour: str) -> str:
    """The name of the colour nearest to `#rrggbb`."""
    return min(NAMES, key=lambda name: (distance(colour, NAMES[name]), name))


def distance(one: str, other: str) -> float:
    """How far two colours look apart: a weighted distance of red, green and blue (the "redmean")."""
    (r1, g1, b1), (r2, g2, b2) = parts(one), parts(other)
    red = (r1 + r2) / 2
    return (2 + red / 256) * (r1 - r2) ** 2 + 4 * (g1 - g2) ** 2 + (2 + (255 - red) / 256) * (b1 - b2) ** 2


def parts(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
