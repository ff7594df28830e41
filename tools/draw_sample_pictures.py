"""Draws the pictures of the sample network: posters of flat shapes in the brand's line colours, each with a line.

The network's places are invented, so there are no photographs of them; these are drawings of our own. Run it from the
repository's root: it writes every JPEG to where a file of the sample network names it. One argument is another folder
to write to. What it draws depends on nothing but this file.
"""

from __future__ import annotations

import io
import math
import random
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import typst
from PIL import Image, ImageChops

WIDE, HIGH = 1600, 1067
RED, GREEN, YELLOW, BLUE = "#d1173a", "#0f7f4d", "#f0a500", "#1f62c4"
LIME, ORANGE, VIOLET, TEAL = "#7a9a01", "#e2602a", "#7c41a6", "#008391"
PAPER, INK, NIGHT, SAND = "#f6f3ec", "#14161c", "#1b2340", "#ead9b8"
ROSE, SKY, MINT, LILAC, CREAM = "#f4b8ae", "#b9d8ee", "#b7dcc3", "#d6c4ea", "#fbe7bd"
MAROON, FOREST, NAVY = "#6d1026", "#0a4a32", "#123a78"

Points = Iterable[tuple[float, float]]


# Shapes


def rect(x: float, y: float, w: float, h: float, fill: str, round_: float = 0, more: str = "") -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{round_}" fill="{fill}" {more}/>'


def disc(x: float, y: float, r: float, fill: str, more: str = "") -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{fill}" {more}/>'


def oval(x: float, y: float, rx: float, ry: float, fill: str, more: str = "") -> str:
    return f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}" fill="{fill}" {more}/>'


def poly(points: Points, fill: str, more: str = "") -> str:
    told = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polygon points="{told}" fill="{fill}" {more}/>'


def path(d: str, fill: str = "none", more: str = "") -> str:
    return f'<path d="{d}" fill="{fill}" {more}/>'


def line(d: str, colour: str = INK, width: float = 22, more: str = "") -> str:
    return path(
        d, "none", f'stroke="{colour}" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round" {more}'
    )


def stop(x: float, y: float, r: float = 30, fill: str = PAPER, edge: float = 14) -> str:
    return disc(x, y, r, fill, f'stroke="{INK}" stroke-width="{edge}"')


def arch(x: float, y: float, w: float, h: float, fill: str, more: str = "") -> str:
    """An arch that stands on `y + h` and whose round top touches `y`."""
    r = w / 2
    return path(
        f"M{x:.1f} {y + h:.1f}V{y + r:.1f}A{r:.1f} {r:.1f} 0 0 1 {x + w:.1f} {y + r:.1f}V{y + h:.1f}Z", fill, more
    )


def turned(inside: str, degrees: float, x: float, y: float) -> str:
    return f'<g transform="rotate({degrees} {x} {y})">{inside}</g>'


def moved(inside: str, x: float, y: float, scale: float = 1) -> str:
    return f'<g transform="translate({x} {y}) scale({scale})">{inside}</g>'


def shade(
    shape: str, name: str, way: tuple[float, float, float, float], colour: str, dots: int, size: float = 3.2
) -> str:
    """Stippling inside a shape, dense where the way (x1, y1, x2, y2) begins and gone where it ends."""
    chance, (x1, y1, x2, y2) = random.Random(name), way
    length = math.hypot(x2 - x1, y2 - y1)
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    made = []
    for _ in range(dots):
        along = length * chance.random() ** 2.2
        aside = (chance.random() - 0.5) * 3400
        x, y = x1 + ux * along - uy * aside, y1 + uy * along + ux * aside
        if -10 < x < WIDE + 10 and -10 < y < HIGH + 10:
            made.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size * (0.6 + 0.7 * chance.random()):.1f}"/>')
    return f'<clipPath id="{name}">{shape}</clipPath><g clip-path="url(#{name})" fill="{colour}">{"".join(made)}</g>'


def whole(*parts: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" width="{WIDE}" height="{HIGH}">'
        f"{''.join(parts)}</svg>"
    )


# Pictures


def long_table() -> str:
    """A courtyard of arches, a string of lamps, and a table that runs towards them."""
    parts = [rect(0, 0, WIDE, HIGH, ORANGE), rect(0, 0, WIDE, 120, SKY), rect(0, 110, WIDE, 26, MAROON)]
    parts += [arch(70 + 212 * n, 180, 140, 190, MAROON) for n in range(7)]
    parts += [rect(58 + 212 * n, 330, 164, 44, "none", 0, f'stroke="{INK}" stroke-width="8"') for n in range(7)]
    parts += [rect(0, 372, WIDE, 30, CREAM)]
    parts += [arch(20 + 400 * n, 430, 320, 300, MAROON) for n in range(4)]
    parts += [arch(60 + 400 * n, 480, 240, 250, "#4a0a1b") for n in (0, 1, 3)]
    parts += [arch(460 + 400, 480, 240, 250, YELLOW), rect(0, 700, WIDE, 367, SAND)]
    parts += [shade(rect(0, 700, WIDE, 367, "#000"), "ground", (0, 1067, 300, 700), "#c9a977", 2600)]
    x0, x1, half0, half1 = 980, 700, 46, 520
    for t in (0.08, 0.2, 0.36, 0.56, 0.82):
        y, half = 690 + 420 * t, half0 + (half1 - half0) * t
        x, size = x0 + (x1 - x0) * t, 26 + 110 * t
        colours = (TEAL, RED, BLUE, GREEN, VIOLET)
        colour = colours[int(t * 6) % 5]
        for side in (-1, 1):
            parts.append(
                rect(x + side * (half + size * 0.75) - size / 2, y - size * 0.9, size, size * 1.5, colour, size / 3)
            )
    parts += [
        poly([(x0 - half0, 690), (x0 + half0, 690), (x1 + half1, 1110), (x1 - half1, 1110)], PAPER),
        poly([(x0 - 6, 690), (x0 + 6, 690), (x1 + 74, 1110), (x1 - 74, 1110)], RED),
    ]
    for t in (0.1, 0.24, 0.42, 0.66, 0.95):
        y, half = 690 + 420 * t, half0 + (half1 - half0) * t
        x, size = x0 + (x1 - x0) * t, 10 + 62 * t
        for side in (-1, 1):
            cx = x + side * half * 0.62
            parts += [oval(cx, y, size * 1.25, size * 0.62, INK), oval(cx, y, size, size * 0.46, CREAM)]
    parts += [line("M-20 150Q400 420 820 250T1640 190", INK, 14)]
    for x, y in ((120, 232), (330, 301), (560, 312), (790, 262), (1010, 190), (1230, 156), (1450, 160)):
        parts += [disc(x, y + 34, 62, YELLOW, 'opacity=".35"'), stop(x, y + 34, 28, YELLOW, 11)]
    return whole(*parts)


def staircase() -> str:
    """Stairs that climb like a line past four doors."""
    parts = [rect(0, 0, WIDE, HIGH, TEAL), rect(1180, 0, 420, HIGH, "#046673")]
    steps = [(0, 1067), (0, 980)]
    x, y = 120.0, 980.0
    for _ in range(9):
        steps += [(x, y), (x, y - 84)]
        x, y = x + 122, y - 84
    steps += [(x, y), (WIDE, y), (WIDE, HIGH)]
    parts += [poly(steps, CREAM), shade(poly(steps, "#000"), "stairs", (1600, 1067, 500, 500), "#d8b478", 3600)]
    parts += [arch(1290, 10, 200, 214, MAROON), arch(1314, 36, 152, 188, RED), stop(1432, 140, 12, PAPER, 7)]
    parts += [rect(150, 120, 380, 300, NAVY, 8), rect(176, 146, 326, 248, YELLOW), rect(330, 146, 16, 248, NAVY)]
    parts += [
        disc(256, 272, 50, "#5d3a22"),
        path("M180 394Q180 322 256 322T332 394Z", RED),
        rect(176, 394, 326, 40, CREAM, 6),
    ]
    parts += [line("M424 320v-60m-34 0h68l-22-46h-24z", INK, 10), rect(380, 310, 88, 84, BLUE, 10)]
    rail = "M-20 700L120 700L1218 -56"
    parts += [
        line("M60 700L60 980" + "".join(f"M{181 + 122 * n} {658 - 84 * n}V{896 - 84 * n}" for n in range(9)), INK, 9)
    ]
    parts += [
        line(rail, INK, 30),
        stop(120, 700, 42, PAPER, 18),
        stop(610, 363, 36, PAPER, 16),
        stop(974, 112, 36, PAPER, 16),
    ]
    parts += [
        rect(1090, 840, 86, 140, RED, 8),
        line("M1133 840c0-80 60-100 70-170M1133 840c-10-70-60-80-80-130M1133 840v-190", FOREST, 14),
    ]
    parts += [oval(1210, 650, 34, 60, GREEN), oval(1050, 700, 30, 52, GREEN), oval(1133, 620, 32, 62, LIME)]
    return whole(*parts)


def tram_hall() -> str:
    """A tram under a roof of saw teeth."""
    parts = [rect(0, 0, WIDE, HIGH, NIGHT)]
    for n in range(4):
        x = n * 400
        parts += [
            poly([(x, 330), (x + 300, 60), (x + 300, 330)], SKY),
            poly([(x + 300, 60), (x + 400, 330), (x + 300, 330)], "#39477a"),
        ]
        parts += [line(f"M{x + 100} 330V240M{x + 200} 330V150", NIGHT, 10)]
    parts += [rect(0, 330, WIDE, 40, RED), rect(0, 370, WIDE, 500, "#27325c")]
    parts += [arch(60 + 300 * n, 420, 190, 400, "#1f2850") for n in range(6)]
    parts += [
        rect(0, 850, WIDE, 217, SAND),
        shade(rect(0, 850, WIDE, 217, "#000"), "floor", (0, 1067, 0, 850), "#b99a62", 3000),
    ]
    parts += [line("M-20 955H1640", INK, 16), line("M-20 1010H1640", INK, 16)]
    parts += [rect(190, 470, 1180, 420, YELLOW, 70), rect(190, 700, 1180, 110, CREAM), rect(190, 690, 1180, 22, INK)]
    parts += [rect(260 + 172 * n, 530, 138, 140, NIGHT if n not in (1, 4) else SKY, 14) for n in range(6)]
    parts += [
        disc(501, 606, 32, "#5d3a22"),
        path("M450 670Q450 634 501 634T552 670Z", RED),
        disc(1017, 606, 32, INK),
        path("M966 670Q966 634 1017 634T1068 670Z", GREEN),
    ]
    parts += [rect(1290, 540, 60, 130, NIGHT, 14), rect(640, 500, 280, 34, INK, 8)]
    parts += [disc(1330, 770, 34, PAPER, f'stroke="{INK}" stroke-width="12"'), disc(230, 770, 22, RED)]
    for x in (360, 480, 1080, 1200):
        parts += [disc(x, 900, 62, INK), disc(x, 900, 24, SAND)]
    parts += [
        line("M780 470L700 380L860 310M-20 310H1640", INK, 14),
        stop(860, 312, 22, PAPER, 11),
        stop(150, 312, 22, PAPER, 11),
        stop(1450, 312, 22, PAPER, 11),
    ]
    return whole(*parts)


def stage() -> str:
    """Two boilers, three beams of light, one chair."""
    parts = [rect(0, 0, WIDE, HIGH, "#2a0f1c")]
    parts += [
        poly([(330, 0), (430, 0), (860, 860), (300, 860)], YELLOW, 'opacity=".92"'),
        poly([(1170, 0), (1270, 0), (1300, 860), (760, 860)], ROSE, 'opacity=".85"'),
    ]
    parts += [poly([(760, 0), (840, 0), (1040, 860), (560, 860)], CREAM, 'opacity=".9"')]
    for x, colour, dark in ((-120, RED, MAROON), (1360, RED, MAROON)):
        parts += [rect(x, 0, 360, 940, colour)] + [rect(x + 50 + 95 * n, 0, 40, 940, dark) for n in range(4)]
    parts += [rect(-20, 0, 1640, 96, MAROON)] + [disc(90 + 158 * n, 96, 79, MAROON) for n in range(10)]
    parts += [
        rect(0, 850, WIDE, 217, ORANGE),
        shade(rect(0, 850, WIDE, 217, "#000"), "boards", (0, 1067, 0, 850), MAROON, 3000),
    ]
    parts += [line(f"M{200 * n - 100} 1067L{800 + (200 * n - 900) * 0.72:.0f} 850", MAROON, 5) for n in range(10)]
    parts += [oval(800, 892, 320, 58, CREAM)]
    parts += [line("M710 890L735 640M890 890L865 640M735 640H865M735 640V420Q800 370 865 420V640M740 520H860", INK, 24)]
    parts += [rect(718, 612, 164, 46, BLUE, 12)]
    parts += [
        oval(800, 392, 104, 20, TEAL),
        path("M736 388Q730 300 800 300T864 388Z", TEAL),
        rect(736, 360, 128, 22, INK),
        stop(800, 455, 24, PAPER, 11),
    ]
    parts += [rect(-20, 40, 1640, 26, INK)]
    for x in (380, 800, 1220):
        parts += [rect(x - 62, 40, 124, 110, INK, 20), oval(x, 150, 62, 24, CREAM)]
    return whole(*parts)


def garden() -> str:
    """Beds that run like lines to a greenhouse, under a large sun."""
    parts = [
        rect(0, 0, WIDE, HIGH, CREAM),
        disc(1180, 330, 250, ORANGE),
        shade(disc(1180, 330, 250, "#000"), "sun", (1180, 580, 1180, 150), RED, 5000),
    ]
    parts += [path("M0 520Q300 400 640 480T1600 430V1067H0Z", GREEN)]
    colours = (LIME, FOREST, "#5d3a22", LIME, FOREST, "#5d3a22", LIME, FOREST, "#5d3a22", LIME)
    for n, colour in enumerate(colours):
        a, b = -700 + 300 * n, -700 + 300 * n + 190
        fa, fb = 560 + (a - 560) * 0.12, 560 + (b - 560) * 0.12
        parts.append(poly([(fa, 560), (fb, 560), (b, 1067), (a, 1067)], colour))
    for row, y in enumerate((600, 640, 700, 790, 920)):
        t = (y - 560) / 507
        for n in range(10):
            x0 = -700 + 300 * n + 95
            x = (560 + (x0 - 560) * 0.12) * (1 - t) + x0 * t
            r = 6 + 46 * t
            if n % 3 == 0:
                parts += [
                    disc(x, y, r, RED if row % 2 else YELLOW),
                    path(
                        f"M{x} {y - r}q{r * 0.6} {-r * 0.9} {r} {-r * 0.5}q{-r * 0.4} {r * 0.6} {-r} {r * 0.5}z", FOREST
                    ),
                ]
            elif n % 3 == 1:
                parts += [path(f"M{x - r} {y + r * 0.4}Q{x} {y - 2 * r} {x + r} {y + r * 0.4}Z", MINT)]
    parts += [
        poly([(180, 540), (180, 330), (400, 190), (620, 330), (620, 540)], SKY),
        poly([(400, 190), (620, 330), (620, 540), (400, 540)], "#8fbfe0"),
    ]
    parts += [line("M180 540V330L400 190L620 330V540ZM400 190V540M290 260V540M510 260V540M180 430H620", INK, 12)]
    parts += [
        line("M-20 560H1640", INK, 18),
        stop(180, 560, 26, PAPER, 12),
        stop(620, 560, 26, PAPER, 12),
        stop(1180, 560, 34, PAPER, 15),
    ]
    return whole(*parts)


def oven() -> str:
    """The mouth of an oven, a peel, and loaves on their way."""
    parts = [rect(0, 0, WIDE, HIGH, RED)]
    for row in range(12):
        for n in range(-1, 12):
            x, y = n * 150 + (75 if row % 2 else 0), row * 90
            parts.append(rect(x + 5, y + 5, 140, 80, ("#c3143a", "#d92546", "#b80f33")[(row * 5 + n * 3) % 3], 4))
    parts += [arch(380, 130, 840, 720, MAROON), arch(450, 200, 700, 650, "#2a0710")]
    parts += [
        path("M500 850Q520 560 620 640Q640 420 760 560Q820 340 900 540Q990 440 1000 640Q1090 600 1100 850Z", ORANGE)
    ]
    parts += [
        path("M580 850Q600 660 680 720Q720 560 800 660Q850 540 910 680Q1000 640 1020 850Z", YELLOW),
        path("M700 850Q740 700 800 770Q850 690 900 850Z", CREAM),
    ]
    parts += [
        rect(0, 850, WIDE, 217, SAND),
        shade(rect(0, 850, WIDE, 217, "#000"), "shelf", (0, 1067, 0, 860), "#b98f4e", 3200),
    ]
    parts += [
        path("M860 905L1620 985V1012L860 950Z", "#8a5a2b"),
        path("M340 870Q700 850 900 905L900 955Q700 985 340 970Q270 920 340 870Z", "#a96f38"),
    ]
    for x, y, r in ((430, 862, 104), (680, 876, 96)):
        parts += [
            path(
                f"M{x - r} {y + 20}Q{x - r} {y - r} {x} {y - r}T{x + r} {y + 20}Q{x} {y + 66} {x - r} {y + 20}Z", YELLOW
            )
        ]
        parts += [
            line(
                f"M{x - r * 0.55} {y - r * 0.25}l40 46M{x - r * 0.1} {y - r * 0.45}l44 52"
                f"M{x + r * 0.35} {y - r * 0.35}l40 46",
                "#9a5b0c",
                12,
            )
        ]
    for x in (1180, 1330, 1480):
        parts += [oval(x, 880, 66, 46, "#d98b1f"), line(f"M{x - 20} 866l40 24", "#9a5b0c", 9)]
    parts += [line("M-20 70H1640", INK, 22)] + [stop(x, 70, 28, PAPER, 13) for x in (200, 800, 1400)]
    return whole(*parts)


def wheel() -> str:
    """A bicycle's wheel, as large as a sun, on a line."""
    parts = [rect(0, 0, WIDE, HIGH, BLUE), shade(rect(0, 0, WIDE, HIGH, "#000"), "sky", (0, 0, 500, 900), NAVY, 3600)]
    x, y, r = 610, 520, 400
    parts += [disc(x, y, r + 60, INK), disc(x, y, r + 8, YELLOW), disc(x, y, r - 26, BLUE)]
    for n in range(24):
        a = math.tau * n / 24
        b = a + (0.42 if n % 2 else -0.42)
        parts.append(
            line(
                f"M{x + 60 * math.cos(b):.0f} {y + 60 * math.sin(b):.0f}"
                f"L{x + (r - 20) * math.cos(a):.0f} {y + (r - 20) * math.sin(a):.0f}",
                PAPER,
                6,
            )
        )
    parts += [disc(x, y, 84, INK), disc(x, y, 48, RED), disc(x, y, 16, PAPER)]
    parts += [
        line(f"M{x} {y}L1010 60L1640 60", RED, 58),
        line("M1010 60L1250 560", RED, 58),
        line("M1250 560L1640 420", RED, 50),
    ]
    parts += [rect(0, 976, WIDE, 91, CREAM), line("M-20 980H1640", INK, 30)]
    parts += [stop(240, 980, 38, PAPER, 17), stop(980, 980, 38, PAPER, 17), stop(1400, 980, 38, PAPER, 17)]
    tool = path(
        "M0 0h60v300h-60zM-40-120q0-70 70-80v70l40 30l40-30v-0q30 80-30 120q-20 20-20 10h-60q-40-50-40-120z", ORANGE
    )
    parts += [turned(moved(tool, 1290, 640), 24, 1320, 720)]
    teeth = [
        (
            1170 + (100 if n % 2 else 78) * math.cos(math.tau * n / 28),
            800 + (100 if n % 2 else 78) * math.sin(math.tau * n / 28),
        )
        for n in range(28)
    ]
    parts += [poly(teeth, LIME), disc(1170, 800, 34, BLUE)]
    return whole(*parts)


def shelves() -> str:
    """Books, a drill, a tent and a pan on the shelves of one library."""
    parts = [
        rect(0, 0, WIDE, HIGH, LIME),
        shade(rect(0, 0, WIDE, HIGH, "#000"), "wall", (1600, 0, 900, 700), "#5f7a00", 3600),
    ]
    boards = (340, 680, 1020)
    chance = random.Random("shelves")
    colours = (RED, BLUE, YELLOW, PAPER, VIOLET, TEAL, ORANGE, INK, ROSE, NAVY)
    spans = ((0, (40, 640)), (0, (1180, 1560)), (1, (700, 1180)), (2, (40, 430)), (2, (1130, 1560)))
    for board, (left, right) in spans:
        x, n = float(left), 0
        while x < right - 30:
            w, h = chance.choice((34, 46, 58, 40)), chance.choice((190, 220, 250, 234))
            colour = colours[(n * 3 + board * 4 + left) % 10]
            parts.append(rect(x, boards[board] - h, w, h, colour, 4))
            parts.append(rect(x, boards[board] - h + 34, w, 16, CREAM if colour not in (PAPER, YELLOW, ROSE) else RED))
            x, n = x + w + 5, n + 1
    parts += [rect(660, 121, 120, 12, INK, 4), rect(760, 92, 90, 70, INK, 12), rect(830, 66, 270, 124, ORANGE, 26)]
    parts += [poly([(985, 170), (1085, 170), (1110, 300), (1000, 300)], ORANGE), rect(960, 280, 190, 62, INK, 12)]
    parts += [
        line("M975 200q-16 30 6 50", INK, 14),
        line("M880 104h90M880 130h90", MAROON, 10),
        stop(1050, 118, 20, PAPER, 9),
    ]
    parts += [
        poly([(60, 680), (330, 420), (600, 680)], YELLOW),
        poly([(330, 420), (600, 680), (410, 680)], ORANGE),
        poly([(330, 420), (410, 680), (250, 680)], INK),
        line("M330 420V380", INK, 12),
        line("M60 680L330 420L600 680", INK, 8),
    ]
    parts += [
        disc(1390, 560, 120, INK),
        disc(1390, 560, 84, TEAL),
        line("M1390 440V352", INK, 30),
        stop(1390, 372, 12, LIME, 6),
    ]
    parts += [
        oval(770, 1010, 240, 30, "#4a5f00"),
        path("M540 840H1000V900Q1000 1020 880 1020H660Q540 1020 540 900Z", RED),
        rect(520, 810, 500, 40, MAROON, 20),
        rect(730, 770, 80, 40, INK, 14),
        rect(455, 860, 90, 34, INK, 16),
        rect(995, 860, 90, 34, INK, 16),
    ]
    for y in boards:
        parts += [line(f"M-20 {y + 8}H1640", INK, 26)]
    parts += [stop(1090, 348, 30, PAPER, 14), stop(650, 688, 30, PAPER, 14), stop(1240, 688, 30, PAPER, 14)]
    return whole(*parts)


def tower() -> str:
    """A tower of seven storeys at night, a party on its roof."""
    parts = [
        rect(0, 0, WIDE, HIGH, NAVY),
        shade(rect(0, 0, WIDE, HIGH, "#000"), "night", (0, 0, 200, 1000), NIGHT, 5200),
        disc(1270, 250, 140, CREAM),
        disc(1330, 215, 120, NAVY),
    ]
    heights = (620, 720, 560, 680, 760, 600, 700)
    for n, top in enumerate(heights):
        x = n * 235 - 20
        parts.append(rect(x, top, 225, HIGH, ("#1d4a94", "#173f83", "#22529f")[n % 3]))
    rows = random.Random("tower")
    for n in range(26):
        parts.append(rect(30 + (n * 211) % 1540, 790 + (n * 83) % 230, 26, 34, YELLOW if rows.random() > 0.5 else SKY))
    parts += [rect(560, 250, 420, 900, VIOLET), rect(860, 250, 120, 900, "#5c2d80"), rect(530, 230, 480, 36, INK)]
    colours = (YELLOW, ORANGE, YELLOW, ROSE, YELLOW, CREAM, ORANGE)
    for storey in range(7):
        for n in range(3):
            lit = (storey * 3 + n * 2) % 4 != 1
            parts.append(rect(590 + 88 * n, 296 + 112 * storey, 58, 76, colours[storey] if lit else "#3c1b57", 4))
        parts.append(rect(890, 296 + 112 * storey, 54, 76, "#3c1b57" if storey % 2 else ORANGE, 4))
    parts += [line("M560 230V120M980 230V120M560 126Q770 210 980 126", INK, 10)]
    parts += [
        stop(x, y, 17, c, 8)
        for x, y, c in ((630, 152, YELLOW), (700, 172, RED), (770, 178, YELLOW), (840, 172, TEAL), (910, 152, YELLOW))
    ]
    for x, colour in ((640, RED), (720, YELLOW), (800, TEAL), (890, ORANGE)):
        parts += [disc(x, 186 if x % 3 else 192, 16, CREAM), path(f"M{x - 24} 230Q{x} 176 {x + 24} 230Z", colour)]
    parts += [
        line("M-20 980H420Q520 980 520 880V300", INK, 26),
        stop(140, 980, 36, PAPER, 16),
        stop(520, 560, 32, PAPER, 15),
    ]
    return whole(*parts)


def springs() -> str:
    """Fields, poplars and a channel of cool water."""
    river = "M842 510Q836 590 950 670Q1060 770 830 900Q720 970 690 1067H250"
    river += "Q330 900 620 800Q820 730 800 640Q790 570 822 510Z"
    parts = [rect(0, 0, WIDE, HIGH, SKY), disc(330, 260, 130, YELLOW)]
    parts += [
        rect(0, 480, WIDE, 600, LIME),
        poly([(0, 480), (700, 480), (-300, 1067), (0, 1067)], GREEN),
        poly([(1000, 480), (1600, 480), (1600, 800)], FOREST),
        poly([(1000, 480), (1600, 800), (1600, 1067), (1300, 1067)], YELLOW),
    ]
    parts += [
        line(f"M1004 486L{x} {y}", ORANGE, 6)
        for x, y in ((1365, 1067), (1435, 1067), (1520, 1067), (1600, 1040), (1600, 950), (1600, 870))
    ]
    parts += [
        path(
            river,
            BLUE,
        ),
        shade(
            path(
                river,
                "#000",
            ),
            "water",
            (250, 1067, 700, 560),
            NAVY,
            4200,
        ),
    ]
    parts += [line("M560 930q60-30 120 0t120 0M460 1010q50-26 100 0t100 0M720 800q40-20 80 0", PAPER, 9)]
    for n, x in enumerate((620, 712, 1010, 1104, 1200, 1310)):
        h = (260, 300, 330, 290, 340, 310)[n]
        parts += [rect(x - 7, 400, 14, 110, "#5d3a22"), oval(x, 480 - h / 2, 38, h / 2, (FOREST, GREEN)[n % 2])]
    parts += [
        rect(60, 330, 430, 170, RED),
        poly([(30, 340), (275, 210), (520, 340)], MAROON),
        arch(110, 390, 80, 110, INK),
        arch(235, 390, 80, 110, INK),
        arch(360, 390, 80, 110, INK),
    ]
    frog = (
        path("M-90 40Q-100-40-30-50Q-30-90 0-84Q30-90 34-50Q100-40 90 40Q0 76-90 40Z", "#b5cf3b")
        + disc(-22, -66, 14, PAPER)
        + disc(26, -66, 14, PAPER)
        + disc(-20, -66, 6, INK)
        + disc(28, -66, 6, INK)
        + line("M-40-14Q0 16 44-14", FOREST, 8)
    )
    parts += [oval(330, 905, 160, 36, FOREST), moved(frog, 330, 870, 1.15)]
    parts += [
        line("M-20 504H1640", INK, 22),
        stop(275, 504, 28, PAPER, 13),
        stop(840, 504, 28, PAPER, 13),
        stop(1450, 504, 28, PAPER, 13),
    ]
    return whole(*parts)


def dance() -> str:
    """The steps of a waltz, drawn as a line with its stops, and a record."""
    parts = [rect(0, 0, WIDE, HIGH, VIOLET), disc(1180, 430, 520, "#6a3591")]
    parts += [disc(1180, 430, 400, INK)] + [
        disc(1180, 430, r, "none", 'stroke="#3a3d48" stroke-width="4"') for r in (370, 335, 300, 265, 230)
    ]
    parts += [
        disc(1180, 430, 150, RED),
        disc(1180, 430, 22, VIOLET),
        path("M1180 430L1540 250A400 400 0 0 1 1580 400Z", PAPER, 'opacity=".16"'),
    ]
    sole = path("M-34-100Q40-130 46-40Q50 10 28 50H-30Q-50-40-34-100Z", "{0}") + path(
        "M-28 66H28Q36 130 0 134Q-36 130-28 66Z", "{0}"
    )
    steps = (
        (190, 820, -10, CREAM),
        (330, 640, 14, CREAM),
        (560, 800, 80, YELLOW),
        (430, 380, -6, YELLOW),
        (680, 480, 60, CREAM),
        (200, 330, -40, YELLOW),
        (640, 180, 20, CREAM),
    )
    parts += [
        line(
            "M190 820C230 740 270 720 330 640S520 700 560 800S500 520 430 380S580 380 680 480S640 300 640 180",
            INK,
            20,
            'stroke-dasharray="2 40"',
        )
    ]
    for x, y, turn, colour in steps:
        parts.append(moved(turned(sole.format(colour), turn, 0, 0), x, y, 1.1))
    parts += [rect(0, 985, WIDE, 90, ORANGE), line("M-20 985H1640", INK, 26)]
    parts += [stop(x, 985, 34, PAPER, 16) for x in (380, 740, 1100, 1460)]
    parts += [line("M1520 120L1440 640L1330 560", CREAM, 26), disc(1520, 110, 60, CREAM), disc(1520, 110, 24, INK)]
    return whole(*parts)


def thread() -> str:
    """A spool, a needle, and a thread on which buttons are stops."""
    parts = [rect(0, 0, WIDE, HIGH, ROSE)]
    for n in range(-2, 14):
        parts.append(poly([(n * 140, 0), (n * 140 + 60, 0), (n * 140 - 300, HIGH), (n * 140 - 360, HIGH)], "#f7c9c0"))
    parts += [
        rect(120, 160, 420, 90, "#8a5a2b", 30),
        rect(120, 820, 420, 90, "#8a5a2b", 30),
        rect(180, 250, 300, 570, RED),
    ]
    parts += [line(f"M180 {280 + 44 * n}Q330 {320 + 44 * n} 480 {270 + 44 * n}", MAROON, 8) for n in range(12)]
    parts += [line("M480 700C760 700 620 260 860 300S900 900 1080 860S1150 720 1201 650", RED, 22)]
    needle = path("M0-330Q28-310 26-250L5 420L-5 420L-26-250Q-28-310 0-330Z", INK) + oval(0, -262, 8, 36, ROSE)
    parts += [moved(turned(needle, -142, 0, 0), 1360, 440, 0.9), line("M1201 650Q1260 560 1330 640T1480 760", RED, 22)]
    for x, y, r, colour in ((695, 478, 92, TEAL), (985, 610, 112, YELLOW), (1075, 862, 80, BLUE)):
        parts += [disc(x, y, r, colour, f'stroke="{INK}" stroke-width="16"')]
        parts += [disc(x, y, r * 0.66, "none", f'stroke="{INK}" stroke-width="5"')]
        parts += [disc(x + dx * r * 0.22, y + dy * r * 0.22, r * 0.1, INK) for dx in (-1, 1) for dy in (-1, 1)]
    parts += [shade(rect(180, 250, 300, 570, "#000"), "spool", (480, 500, 250, 500), MAROON, 2400)]
    return whole(*parts)


def tongues() -> str:
    """Nine voices of nine colours that overlap."""
    parts = [rect(0, 0, WIDE, HIGH, CREAM)]
    voices = (
        (330, 300, 230, RED),
        (700, 250, 200, YELLOW),
        (1060, 310, 230, TEAL),
        (1370, 280, 170, VIOLET),
        (250, 700, 190, GREEN),
        (590, 640, 230, BLUE),
        (940, 690, 210, ORANGE),
        (1260, 660, 220, ROSE),
        (1480, 560, 120, LIME),
    )
    for n, (x, y, r, colour) in enumerate(voices):
        way = 1 if n % 2 else -1
        parts.append(disc(x, y, r, colour, 'opacity=".93"'))
        parts.append(
            poly(
                [
                    (x + way * r * 0.25, y + r * 0.9),
                    (x + way * r * 0.8, y + r * 0.55),
                    (x + way * r * 0.85, y + r * 1.25),
                ],
                colour,
                'opacity=".93"',
            )
        )
    for x, y, r, colour in voices:
        parts += [
            line(
                f"M{x - r * 0.42:.0f} {y + (n - 1) * r * 0.3:.0f}h{r * (0.84, 0.6, 0.72)[(n + int(x)) % 3]:.0f}",
                INK if colour in (ROSE, YELLOW) else PAPER,
                r * 0.09,
            )
            for n in range(3)
        ]
    parts += [line("M-20 1000H1640", INK, 26)] + [stop(90 + 178 * n, 1000, 32, voices[n][3], 14) for n in range(9)]
    return whole(*parts)


def letters() -> str:
    """Letters that fall past the windows of a courtyard."""
    parts = [rect(0, 0, WIDE, HIGH, GREEN), rect(0, 0, 380, HIGH, FOREST), rect(1220, 0, 380, HIGH, FOREST)]
    for row in range(4):
        for x in (60, 230, 1270, 1440):
            lit = (row * 3 + x) % 4 == 2
            parts += [
                rect(x, 60 + 250 * row, 110, 160, YELLOW if lit else "#063524", 6),
                rect(x - 12, 216 + 250 * row, 134, 18, MINT),
            ]
    parts += [line(f"M0 {252 + 250 * row}H380M1220 {252 + 250 * row}H1600", INK, 10) for row in range(4)]
    parts += [shade(rect(380, 0, 840, HIGH, "#000"), "court", (800, 1067, 800, 300), FOREST, 5200)]

    def letter(colour: str, seal: str) -> str:
        return rect(-150, -100, 300, 200, colour, 10) + line("M-146-92L0 30L146-92", INK, 10) + disc(0, 34, 30, seal)

    falls = (
        (560, 210, -14, 1, PAPER, RED),
        (930, 330, 12, 1.15, CREAM, BLUE),
        (640, 560, 8, 1.3, ROSE, VIOLET),
        (1000, 720, -18, 1, PAPER, ORANGE),
        (500, 860, 16, 0.95, SKY, RED),
    )
    parts += [
        line(
            "M800 -20C560 120 520 200 560 210S980 230 930 330S560 420 640 560"
            "S1060 620 1000 720S520 760 500 860S760 1000 1640 1000",
            INK,
            14,
            'stroke-dasharray="1 34"',
        )
    ]
    for x, y, turn, size, colour, seal in falls:
        parts.append(moved(turned(letter(colour, seal), turn, 0, 0), x, y, size))
    parts += [line("M700 1010H1640", INK, 24), stop(760, 1010, 32, PAPER, 15), stop(1400, 1010, 32, PAPER, 15)]
    return whole(*parts)


def open_air_cinema() -> str:
    """A sheet between two houses, a beam of light, and chairs from home."""
    parts = [
        rect(0, 0, WIDE, HIGH, NIGHT),
        disc(260, 150, 6, CREAM),
        disc(700, 90, 5, CREAM),
        disc(1000, 160, 6, CREAM),
        disc(1200, 70, 5, CREAM),
        disc(480, 60, 4, CREAM),
    ]
    parts += [rect(0, 200, 250, HIGH, RED), rect(1350, 140, 250, HIGH, ORANGE)]
    parts += [
        rect(40 + 110 * n, 270 + 190 * row, 66, 100, YELLOW if (n + row) % 3 == 0 else MAROON)
        for n in range(2)
        for row in range(3)
    ]
    parts += [
        rect(1400 + 100 * n, 220 + 190 * row, 62, 100, CREAM if (n + row) % 3 == 1 else "#8e3514")
        for n in range(2)
        for row in range(4)
    ]
    parts += [line("M230 210Q800 300 1370 170", INK, 16), line("M230 210Q800 300 1370 170", "#4a5478", 10)]
    parts += [
        path("M390 244Q800 300 1210 214L1190 690Q800 740 410 706Z", PAPER),
        disc(680, 470, 130, YELLOW),
        path("M410 706Q412 640 420 600Q560 520 700 620T960 560T1196 590L1190 690Q800 740 410 706Z", TEAL),
    ]
    parts += [
        path("M930 600V430L1010 360L1090 430V590Z", RED),
        rect(985, 470, 50, 110, MAROON),
        poly([(910, 440), (1010, 345), (1110, 440)], INK),
    ]
    parts += [stop(x, y, 15, YELLOW, 7) for x, y in ((390, 240), (800, 262), (1210, 208))]
    parts += [rect(0, 830, WIDE, 237, "#2c3a6b"), poly([(1500, 1067), (1190, 690), (410, 706)], CREAM, 'opacity=".13"')]
    colours = (RED, YELLOW, TEAL, ORANGE, LIME, ROSE, BLUE)
    for row, (y, size, count) in enumerate(((800, 74, 10), (880, 104, 8), (990, 150, 6))):
        for n in range(count):
            x = 150 + n * (1300 / (count - 1)) + (30 if row % 2 else 0)
            colour = colours[(n * 2 + row * 3) % 7]
            parts += [
                rect(x - size / 2, y, size, size * 1.2, colour, size / 5),
                line(f"M{x - size * 0.3:.0f} {y + size * 0.36:.0f}h{size * 0.6:.0f}", NIGHT, size / 14),
            ]
            if (n + row) % 3 != 1:
                parts += [disc(x, y - size * 0.28, size * 0.3, (INK, MAROON, "#5d3a22")[(n + row) % 3])]
    return whole(*parts)


def wolf() -> str:
    """A house of cardboard; on the third floor lives a wolf."""
    board = "#c99a5b"
    parts = [
        rect(0, 0, WIDE, HIGH, YELLOW),
        shade(rect(0, 0, WIDE, HIGH, "#000"), "glow", (1600, 1067, 900, 300), ORANGE, 5200),
    ]
    parts += [
        poly([(260, 1067), (260, 210), (330, 150), (1090, 150), (1090, 1067)], board),
        poly([(1090, 150), (1250, 240), (1250, 1067), (1090, 1067)], "#a87a40"),
    ]
    parts += [
        line("M260 210L330 150M300 1067V200", "#a87a40", 6),
        rect(260, 420, 830, 12, "#a87a40"),
        rect(260, 650, 830, 12, "#a87a40"),
        rect(260, 880, 830, 12, "#a87a40"),
    ]
    things = {(0, 1): RED, (0, 2): TEAL, (1, 0): BLUE, (2, 2): VIOLET, (2, 0): GREEN, (1, 2): ORANGE}
    for floor, y in enumerate((690, 460, 200)):
        for n in range(3):
            x = 340 + 250 * n
            if (floor, n) == (2, 1):
                continue
            lit = things.get((floor, n))
            parts += [rect(x, y, 150, 170, lit or "#6b4620", 6), rect(x - 12, y + 166, 174, 18, CREAM)]
            if lit:
                parts += [
                    rect(x, y, 44, 170, PAPER, 0, 'opacity=".75"'),
                    rect(x + 106, y, 44, 170, PAPER, 0, 'opacity=".75"'),
                ]
    x, y = 560, 170
    parts += [rect(x, y, 230, 220, NIGHT, 6), rect(x - 16, y + 212, 262, 22, CREAM)]
    parts += [
        poly([(x + 30, y + 95), (x + 48, y - 26), (x + 110, y + 60)], "#596076"),
        poly([(x + 200, y + 95), (x + 184, y - 26), (x + 120, y + 60)], "#596076"),
    ]
    parts += [
        path(
            f"M{x + 24} {y + 212}Q{x + 10} {y + 60} {x + 115} {y + 48}Q{x + 220} {y + 60} {x + 206} {y + 212}Z",
            "#747c94",
        )
    ]
    parts += [
        path(f"M{x + 70} {y + 130}H{x + 160}L{x + 115} {y + 204}Z", PAPER),
        oval(x + 115, y + 192, 24, 16, INK),
        disc(x + 78, y + 112, 14, YELLOW),
        disc(x + 152, y + 112, 14, YELLOW),
        disc(x + 78, y + 112, 6, INK),
        disc(x + 152, y + 112, 6, INK),
    ]
    parts += [rect(590, 920, 170, 150, MAROON, 4), stop(730, 995, 11, PAPER, 6), rect(380, 930, 130, 90, PAPER, 4)]
    parts += [line(f"M400 {954 + 22 * n}h90", INK, 6) for n in range(3)]
    parts += [
        line("M1350 1080V160M1350 400H1090", INK, 22),
        stop(1350, 860, 30, PAPER, 14),
        stop(1350, 630, 30, PAPER, 14),
        stop(1350, 400, 44, RED, 18),
    ]
    return whole(*parts)


def trumpets() -> str:
    """Trumpets on the landings; their sound fills the stairwell."""
    parts = [rect(0, 0, WIDE, HIGH, MAROON)]
    for n, r in enumerate((900, 760, 620, 480, 340, 210)):
        parts.append(disc(420, 640, r, (RED, "#b80f33")[n % 2]))
    for n, r in enumerate((420, 320, 220, 120)):
        parts.append(disc(1300, 230, r, (ORANGE, YELLOW)[n % 2]))

    def horn(brass: str, inside: str) -> str:
        bell = path("M0-18H330Q440-30 500-120V120Q440 30 330 18H0Z", brass) + oval(500, 0, 34, 120, CREAM)
        tube = rect(-60, -26, 70, 52, INK, 20) + line("M90 0V90Q90 120 120 120H240Q270 120 270 90V0", brass, 24)
        keys = "".join(rect(120 + 56 * n, -76, 30, 190, INK, 12) + disc(135 + 56 * n, -84, 26, CREAM) for n in range(3))
        return bell + oval(500, 0, 20, 84, inside) + tube + keys

    parts += [moved(turned(horn(YELLOW, MAROON), -26, 0, 0), 190, 740, 1.25)]
    parts += [moved(f'<g transform="scale(-1 1)">{turned(horn(NIGHT, INK), -8, 0, 0)}</g>', 1500, 400, 0.8)]
    parts += [line("M-20 1000H420V860H800V720H1180V580H1640", INK, 26)]
    parts += [
        poly(
            [
                (-20, 1010),
                (430, 1010),
                (430, 870),
                (810, 870),
                (810, 730),
                (1190, 730),
                (1190, 590),
                (1640, 590),
                (1640, 1080),
                (-20, 1080),
            ],
            NIGHT,
        )
    ]
    parts += [stop(x, y, 34, PAPER, 16) for x, y in ((420, 1000), (800, 860), (1180, 720), (1500, 580))]
    parts += [
        shade(
            poly(
                [
                    (-20, 1010),
                    (430, 1010),
                    (430, 870),
                    (810, 870),
                    (810, 730),
                    (1190, 730),
                    (1190, 590),
                    (1640, 590),
                    (1640, 1080),
                    (-20, 1080),
                ],
                "#000",
            ),
            "stairwell",
            (1600, 580, 1200, 1067),
            BLUE,
            3000,
        )
    ]
    return whole(*parts)


def suitcase() -> str:
    """An office that fits into a suitcase."""
    parts = [rect(0, 0, WIDE, HIGH, TEAL), disc(800, 560, 480, "#0a93a3")]
    parts += [rect(330, 120, 940, 420, MAROON, 40), rect(370, 160, 860, 360, CREAM, 20)]
    parts += [
        rect(430, 210, 240, 300, PAPER, 6),
        line("M460 270h180M460 320h180M460 370h120", INK, 12),
        disc(600, 440, 44, "none", f'stroke="{RED}" stroke-width="12"'),
        line("M574 440l20 22l36-44", RED, 12),
    ]
    parts += [
        rect(720, 230, 200, 130, BLUE, 8),
        disc(780, 290, 34, CREAM),
        line("M840 276h50M840 310h50", CREAM, 12),
        rect(960, 220, 210, 260, ROSE, 6),
        line("M1000 280h130M1000 330h130M1000 380h80", MAROON, 12),
    ]
    parts += [rect(720, 390, 200, 100, YELLOW, 8), line("M750 440h140", INK, 12)]
    parts += [
        rect(290, 540, 1020, 400, RED, 50),
        rect(290, 540, 1020, 60, MAROON),
        shade(rect(290, 600, 1020, 340, "#000", 50), "leather", (1300, 940, 900, 600), MAROON, 4200),
    ]
    parts += [
        rect(640, 690, 320, 60, "none", 30, f'stroke="{INK}" stroke-width="26"'),
        rect(420, 580, 90, 80, YELLOW, 12),
        rect(1090, 580, 90, 80, YELLOW, 12),
    ]
    parts += [rect(290, 850, 90, 90, INK, 30), rect(1220, 850, 90, 90, INK, 30)]
    stamp = rect(-90, 60, 180, 60, INK, 10) + rect(-30, -60, 60, 130, ORANGE, 10) + disc(0, -80, 56, ORANGE)
    parts += [
        moved(turned(stamp, 18, 0, 0), 1420, 770, 1.1),
        line("M-20 985H1640", INK, 26),
        stop(180, 985, 34, PAPER, 16),
        stop(800, 985, 34, PAPER, 16),
        stop(1420, 985, 34, PAPER, 16),
    ]
    return whole(*parts)


def table_from_above() -> str:
    """A long table seen from above: its plates are the stops of a line."""
    parts = [rect(0, 0, WIDE, HIGH, GREEN)]
    parts += [rect(80 * n, 0, 40, HIGH, "#0d7446") for n in range(20)]
    parts += [
        turned(
            rect(-200, 330, 2000, 410, PAPER)
            + "".join(rect(-200 + 120 * n, 330, 60, 410, "#f3d9d6") for n in range(18))
            + line("M-200 535H1800", INK, 26),
            -14,
            800,
            533,
        )
    ]
    foods = (YELLOW, ORANGE, RED, LIME, ROSE)
    inside = []
    for n, x in enumerate((-40, 260, 560, 860, 1160, 1460)):
        for side in (-1, 1):
            y = 535 + side * 140
            cx = x + (90 if side > 0 else 0)
            colour = foods[(n * 2 + (side > 0)) % 5]
            inside += [
                rect(
                    cx - 80,
                    y + side * 118 - 40,
                    160,
                    80,
                    (BLUE, RED, YELLOW, VIOLET, TEAL, ORANGE)[(n + (side > 0) * 2) % 6],
                    30,
                )
            ]
            inside += [disc(cx, y, 92, INK), disc(cx, y, 76, CREAM), disc(cx, y, 46, colour)]
            inside += [line(f"M{cx - 130} {y - 40}V{y + 50}M{cx + 126} {y - 40}V{y + 50}", INK, 8)]
    for n, x in enumerate((110, 410, 710, 1010, 1310)):
        inside += [stop(x, 535, (40, 30)[n % 2], (SKY, YELLOW, ROSE)[n % 3], 14)]
    parts += [turned("".join(inside), -14, 800, 533)]
    return whole(*parts)


def fireflies() -> str:
    """A meadow at night, full of small lights."""
    parts = [
        rect(0, 0, WIDE, HIGH, "#0b2b2c"),
        shade(rect(0, 0, WIDE, HIGH, "#000"), "dusk", (0, 0, 0, 700), "#123f4a", 5200),
        disc(1240, 240, 120, CREAM),
    ]
    chance = random.Random("fireflies")
    parts += [
        path("M0 560Q260 480 520 540T1060 520T1600 560V1067H0Z", FOREST),
        path("M0 700Q300 620 700 700T1600 680V1067H0Z", "#07391f"),
    ]
    for n, x in enumerate((120, 300, 1330, 1490, 1010)):
        parts += [rect(x - 9, 420, 18, 240, "#04180f"), disc(x, 390, (130, 100, 150, 90, 80)[n], "#0a5a36")]
    for n in range(60):
        x = chance.random() * 1700 - 50
        h = 120 + 240 * chance.random()
        parts.append(
            path(
                f"M{x - 14:.0f} 1080Q{x:.0f} {1080 - h:.0f} {x + 60 * (chance.random() - 0.5):.0f} {1060 - h * 1.2:.0f}"
                f"Q{x + 20:.0f} {1080 - h * 0.7:.0f} {x + 14:.0f} 1080Z",
                (GREEN, LIME, "#0a5a36")[n % 3],
            )
        )
    lights = [
        (180, 640),
        (360, 500),
        (560, 610),
        (700, 440),
        (860, 560),
        (1000, 380),
        (1150, 520),
        (1330, 640),
        (1470, 470),
        (500, 780),
        (980, 740),
        (1230, 800),
        (260, 860),
        (740, 860),
    ]
    parts += [line("M" + "L".join(f"{x} {y}" for x, y in lights[:9]), YELLOW, 5, 'stroke-dasharray="1 16"')]
    for n, (x, y) in enumerate(lights):
        r = 15 + 9 * (n % 3)
        parts += [
            disc(x, y, r * 3.2, YELLOW, 'opacity=".16"'),
            disc(x, y, r * 1.9, YELLOW, 'opacity=".3"'),
            disc(x, y, r, CREAM, f'stroke="{YELLOW}" stroke-width="8"'),
        ]
    return whole(*parts)


def pocket() -> str:
    """A pocket and what comes out of it."""
    parts = [
        rect(0, 0, WIDE, HIGH, ORANGE),
        shade(rect(0, 0, WIDE, HIGH, "#000"), "air", (0, 0, 700, 500), "#c74a18", 4200),
    ]
    key = (
        disc(0, 0, 86, "none", f'stroke="{YELLOW}" stroke-width="40"')
        + rect(-18, 90, 36, 260, YELLOW)
        + rect(0, 250, 90, 34, YELLOW)
        + rect(0, 310, 70, 34, YELLOW)
    )
    ticket = (
        rect(-90, -170, 180, 340, PAPER, 10)
        + disc(-90, 0, 26, ORANGE)
        + disc(90, 0, 26, ORANGE)
        + line("M-40-90h80M-40-50h80M-40 70h50", INK, 12)
    )
    comb = rect(-40, -230, 80, 460, TEAL, 18) + "".join(rect(0, -210 + 30 * n, 50, 14, ORANGE) for n in range(14))
    photo = (
        rect(-120, -150, 240, 300, CREAM, 6)
        + rect(-96, -126, 192, 200, SKY)
        + disc(0, -50, 50, ROSE)
        + path("M-80 74Q0-20 80 74Z", RED)
    )
    parts += [
        moved(turned(photo, -10, 0, 0), 650, 290, 1.1),
        moved(turned(comb, 20, 0, 0), 1130, 300),
        moved(turned(ticket, 8, 0, 0), 900, 270, 1.1),
        moved(turned(key, 14, 0, 0), 420, 190),
    ]
    parts += [
        disc(1330, 240, 80, VIOLET),
        disc(1330, 240, 50, LILAC),
        disc(1440, 420, 60, RED),
        disc(1440, 420, 22, ORANGE),
    ]
    parts += [
        path("M260 470H1340L1300 900Q1280 1040 1120 1080H480Q320 1040 300 900Z", NAVY),
        rect(240, 440, 1120, 110, BLUE, 16),
    ]
    parts += [
        line(
            "M300 590L330 880Q350 1000 480 1040H1120Q1250 1000 1270 880L1300 590", YELLOW, 8, 'stroke-dasharray="26 18"'
        ),
        line("M280 495H1320", YELLOW, 8, 'stroke-dasharray="26 18"'),
    ]
    parts += [
        shade(
            path("M260 550H1340L1300 900Q1280 1040 1120 1080H480Q320 1040 300 900Z", "#000"),
            "cloth",
            (800, 1067, 800, 560),
            NIGHT,
            4200,
        )
    ]
    parts += [stop(320, 495, 26, PAPER, 12), stop(1280, 495, 26, PAPER, 12)]
    return whole(*parts)


def open_door() -> str:
    """Doors of all colours, and one that is open."""
    parts = [rect(0, 0, WIDE, HIGH, SKY), rect(0, 900, WIDE, 167, SAND)]
    colours = (RED, TEAL, YELLOW, VIOLET, GREEN, ORANGE, BLUE)
    for n, colour in enumerate(colours):
        x = 26 + 226 * n
        if n == 3:
            continue
        parts += [
            arch(x, 250, 190, 650, INK),
            arch(x + 14, 264, 162, 636, colour),
            arch(x + 44, 320, 102, 220, PAPER, 'opacity=".3"'),
            rect(x + 44, 600, 102, 240, INK, 6, 'opacity=".18"'),
            disc(x + 152, 600, 12, INK),
        ]
    x = 26 + 226 * 3
    parts += [
        arch(x - 20, 200, 230, 700, INK),
        arch(x, 222, 190, 678, CREAM),
        poly([(x, 900), (x + 190, 900), (x + 330, 1067), (x - 140, 1067)], CREAM),
    ]
    parts += [
        path(f"M{x} 900V330L{x - 74} 286V944Z", VIOLET),
        disc(x - 54, 640, 12, INK),
        disc(x + 95, 460, 80, YELLOW),
        disc(x + 95, 640, 46, "#5d3a22"),
        path(f"M{x + 30} 900V760Q{x + 30} 690 {x + 95} 690T{x + 160} 760V900Z", RED),
    ]
    parts += [line("M-20 120H1640", INK, 26)] + [
        stop(121 + 226 * n, 120, 34 if n != 3 else 46, colours[n], 15) for n in range(7)
    ]
    return whole(*parts)


def chairs() -> str:
    """Chairs brought from home, no two alike; one has a heart."""
    parts = [
        rect(0, 0, WIDE, HIGH, CREAM),
        shade(rect(0, 0, WIDE, HIGH, "#000"), "yard", (800, 1067, 800, 200), SAND, 2600),
    ]
    colours = (RED, TEAL, YELLOW, VIOLET, GREEN, ORANGE, BLUE, LIME)
    for row in range(4):
        for n in range(8):
            x, y, colour = 110 + 182 * n + (40 if row % 2 else 0), 60 + 262 * row, colours[(n * 3 + row * 5) % 8]
            kind = (n + 2 * row) % 3
            back = rect(0, 0, 96, 92, colour, (12, 46, 4)[kind])
            if kind == 0:
                back += rect(18, 22, 60, 14, CREAM, 6) + rect(18, 52, 60, 14, CREAM, 6)
            if kind == 2:
                back = "".join(rect(40 * each, 0, 16, 100, colour, 6) for each in range(3)) + rect(
                    0, 0, 96, 20, colour, 8
                )
            if (row, n) == (2, 4):
                heart = "M48 74L16 42Q4 22 22 14Q40 10 48 30Q56 10 74 14Q92 22 80 42Z"
                back = rect(0, 0, 96, 92, INK, 12) + path(heart, RED)
            legs = line("M8 118V204M88 118V204M8 90V120M88 90V120", INK, 10)
            parts.append(moved(legs + back + rect(-8, 112, 112, 30, colour, 8), x, y))
    return whole(*parts)


def fountain() -> str:
    """The little fountain of a courtyard, with a bird."""
    parts = [rect(0, 0, WIDE, HIGH, ROSE), arch(860, 120, 560, 760, ORANGE), arch(920, 190, 440, 690, MAROON)]
    parts += [arch(-160, 120, 560, 760, ORANGE), arch(-100, 190, 440, 690, MAROON), rect(0, 870, WIDE, 200, SAND)]
    parts += [shade(rect(0, 870, WIDE, 200, "#000"), "paving", (0, 1067, 0, 870), "#c2a06a", 2600)]
    parts += [oval(690, 940, 330, 60, BLUE), oval(690, 934, 250, 40, SKY)]
    parts += [rect(520, 380, 220, 560, GREEN), rect(670, 380, 70, 560, FOREST), rect(480, 880, 300, 70, FOREST, 12)]
    parts += [rect(490, 350, 280, 56, FOREST, 12), path("M520 350Q530 220 630 210Q730 220 740 350Z", GREEN)]
    parts += [disc(630, 196, 30, FOREST), rect(560, 450, 140, 190, FOREST, 70), rect(578, 468, 104, 154, GREEN, 52)]
    parts += [
        line("M740 520H800Q850 520 850 570", YELLOW, 34),
        line("M850 600V920", SKY, 26),
        line("M850 640V900", PAPER, 6),
    ]
    parts += [stop(630, 545, 34, PAPER, 15)]
    bird = path("M-90 10Q-50-60 20-50Q40-96 84-76L120-62L88-48Q90 20 20 30Q-40 36-130 20Z", INK) + disc(
        74, -62, 7, PAPER
    )
    parts += [moved(bird, 640, 142, 0.9), line("M620 168v20M650 168v20", INK, 7)]
    pot = rect(-70, -90, 140, 130, RED, 14) + line("M0-90V-200M-30-90Q-40-160-90-180M30-90Q40-160 90-180", FOREST, 12)
    parts += [
        moved(pot + disc(0, -215, 42, YELLOW) + disc(-95, -190, 36, PAPER) + disc(95, -190, 36, VIOLET), 1140, 900)
    ]
    parts += [line("M-20 1010H1640", INK, 24)] + [stop(x, 1010, 32, PAPER, 15) for x in (240, 1140, 1440)]
    return whole(*parts)


def crane() -> str:
    """The crane of an old depot carries a lamp over a table where people study."""
    parts = [rect(0, 0, WIDE, HIGH, "#27325c")]
    parts += [arch(30 + 400 * n, 260, 340, 560, NIGHT) for n in range(4)]
    parts += [arch(66 + 400 * n, 300, 268, 520, "#34427a") for n in range(4)]
    parts += [rect(0, 90, WIDE, 96, YELLOW)]
    parts += [
        poly([(80 * n, 186), (80 * n + 40, 90), (80 * n + 80, 90), (80 * n + 40, 186)], INK) for n in range(-1, 21, 2)
    ]
    parts += [rect(640, 60, 320, 160, RED, 14), disc(710, 220, 34, INK), disc(890, 220, 34, INK)]
    parts += [line("M770 220V400M830 220V400", INK, 10), rect(730, 390, 140, 70, INK, 12)]
    parts += [poly([(800, 560), (1500, 860), (100, 860)], CREAM, 'opacity=".3"')]
    parts += [
        path("M600 590Q620 440 800 440T1000 590Z", ORANGE),
        oval(800, 590, 200, 34, CREAM),
        stop(800, 490, 30, PAPER, 14),
    ]
    parts += [
        rect(0, 850, WIDE, 217, SAND),
        rect(120, 780, 1360, 44, INK, 10),
        line("M240 820V1000M1360 820V1000M800 820V1000", INK, 26),
    ]
    coats = (RED, TEAL, YELLOW, VIOLET, GREEN)
    for n, x in enumerate((260, 520, 800, 1080, 1340)):
        head = ("#5d3a22", INK, "#b9743f", "#5d3a22", INK)[n]
        parts += [disc(x, 650, 46, head), path(f"M{x - 90} 780Q{x - 90} 700 {x} 700T{x + 90} 780Z", coats[n])]
        if n % 2 == 0:
            parts += [poly([(x - 70, 780), (x, 760), (x + 70, 780), (x + 70, 740), (x, 722), (x - 70, 740)], PAPER)]
        else:
            parts += [rect(x - 60, 716, 120, 66, INK, 8), disc(x, 748, 10, SKY)]
    parts += [shade(rect(0, 850, WIDE, 217, "#000"), "nave", (0, 1067, 0, 850), "#b99a62", 2400)]
    return whole(*parts)


def donkey() -> str:
    """A donkey that has eaten half of the programme."""
    parts = [rect(0, 0, WIDE, HIGH, LIME), disc(1180, 380, 330, YELLOW)]
    parts += [path("M0 760Q400 640 800 740T1600 700V1067H0Z", GREEN)]
    parts += [
        line(
            f"M{90 + 150 * n} 1010q-20-70-40-90M{90 + 150 * n} 1010q0-80 0-110M{90 + 150 * n} 1010q20-70 44-86",
            FOREST,
            10,
        )
        for n in range(11)
    ]
    grey, dark = "#7b8096", "#565b72"
    parts += [path("M-40 1100V620Q60 380 330 330L560 560Q470 760 520 1100Z", grey)]
    parts += [
        path("M300 340Q180 160 250 20Q370 120 420 300Z", dark),
        path("M320 330Q250 190 268 90Q350 170 390 300Z", ROSE),
    ]
    parts += [
        path("M440 300Q430 120 560 30Q620 180 540 330Z", dark),
        path("M466 296Q470 170 552 90Q578 200 520 316Z", ROSE),
    ]
    parts += [
        path(
            "M280 420Q330 260 520 290Q640 320 720 480L900 690Q950 780 860 820Q740 850 650 770L470 650Q280 600 280 420Z",
            grey,
        )
    ]
    parts += [
        path("M760 560L900 690Q950 780 860 820Q740 850 660 776Q640 640 760 560Z", CREAM),
        oval(860, 700, 16, 24, INK),
    ]
    parts += [
        oval(560, 440, 58, 50, CREAM),
        disc(570, 444, 28, INK),
        disc(580, 434, 9, PAPER),
        line("M730 800Q800 800 850 770", INK, 10),
    ]
    parts += [
        path("M330 330Q230 420 130 470L90 420Q230 350 320 270Z", INK),
        path("M380 300Q430 250 470 300L440 350H400Z", INK),
    ]
    sheet = "M0-90H300V90H0L26 60L-6 30L28 0L-4-30L26-60Z"
    programme = path(sheet, PAPER) + rect(60, -60, 200, 30, RED) + line("M64-4h180M64 26h180M64 56h110", INK, 10)
    parts += [
        moved(turned(programme, 14, 0, 0), 880, 800, 1.2),
        shade(disc(1180, 380, 330, "#000"), "heat", (1180, 720, 1180, 200), ORANGE, 4200),
    ]
    parts += [line("M700 1020H1640", INK, 24), stop(900, 1020, 32, PAPER, 15), stop(1400, 1020, 32, PAPER, 15)]
    return whole(*parts)


PICTURES: dict[str, Callable[[], str]] = {
    "spaces/cortile-aperto/tavolata.jpg": long_table,
    "spaces/portineria-scala-b/le-scale.jpg": staircase,
    "spaces/officina-tramvai/la-navata.jpg": tram_hall,
    "spaces/teatro-caldaie/il-palco.jpg": stage,
    "spaces/giardino-lungo/le-aiuole.jpg": garden,
    "spaces/forno-di-tutti/il-forno.jpg": oven,
    "spaces/ruota-libera/la-ruota.jpg": wheel,
    "spaces/biblioteca-delle-cose/gli-scaffali.jpg": shelves,
    "spaces/torre-sette/la-torre.jpg": tower,
    "spaces/cascina-fontanile/la-roggia.jpg": springs,
    "spaces/casa-nove-lingue/nove-voci.jpg": tongues,
    "spaces/filo-continuo/il-filo.jpg": thread,
    "events/circolo-la-chiusa/i-passi.jpg": dance,
    "events/cortile-aperto/la-tavola-dall-alto.jpg": table_from_above,
    "events/cascina-fontanile/lucciole.jpg": fireflies,
    "content/projects/lettere-dal-cortile/le-lettere.jpg": letters,
    "content/projects/cinema-sul-lenzuolo/il-lenzuolo.jpg": open_air_cinema,
    "content/projects/il-lupo-abita-al-terzo/il-lupo.jpg": wolf,
    "content/projects/concerto-per-trombe-delle-scale/le-trombe.jpg": trumpets,
    "content/projects/sportello-in-valigia/la-valigia.jpg": suitcase,
    "content/projects/cosa-tieni-in-tasca/la-tasca.jpg": pocket,
    "content/pictures/porte-aperte.jpg": open_door,
    "content/pictures/sedie.jpg": chairs,
    "spaces/cortile-aperto/la-fontanella.jpg": fountain,
    "spaces/officina-tramvai/il-carroponte.jpg": crane,
    "spaces/cascina-fontanile/l-asina.jpg": donkey,
}


def photograph(svg: str) -> bytes:
    """A drawing as JPEG, with the faint grain of paper."""
    page = (
        f'#set page(width: {WIDE}pt, height: {HIGH}pt, margin: 0pt)\n#image("drawing.svg", width: 100%, height: 100%)'
    )
    png = typst.compile({"main.typ": page.encode(), "drawing.svg": svg.encode()}, format="png", ppi=72)
    image = Image.open(io.BytesIO(png)).convert("RGB")
    grain = Image.frombytes("L", (400, 267), random.Random("paper").randbytes(400 * 267)).resize(
        image.size, Image.Resampling.BICUBIC
    )
    soft = grain.point(lambda value: 128 + (value - 128) // 60)
    image = ImageChops.overlay(image, Image.merge("RGB", (soft, soft, soft)))
    made = io.BytesIO()
    image.save(made, "JPEG", quality=66, optimize=True, progressive=True)
    return made.getvalue()


def main() -> None:
    """Draw everything."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    for name, draw in PICTURES.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(photograph(draw()))
        print(f"{file.stat().st_size // 1024:4} KB  {name}")


if __name__ == "__main__":
    main()
