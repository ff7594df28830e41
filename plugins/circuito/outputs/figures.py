"""The figures of marks: lines on nine points, three by three, with the points at which stops can stand.

A figure can lie in eight ways: four turns, and the same four mirrored. In brands of sharp bends its corners are not
rounded.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

Point = tuple[float, float]
CENTRE: Point = (1, 1)
ROUND = 20.0
REPEATED = re.compile(r"(?<=[ML ])([\d.]+ [\d.]+)L\1(?=[ALz]|\Z)")


class Stroke(Struct, frozen=True):
    """A line through points; `closed` returns to its beginning. `bends` are its corners' reaches, if not the most."""

    points: tuple[Point, ...]
    closed: bool = False
    bends: tuple[float, ...] = ()


class Figure(Struct, frozen=True):
    """Strokes, and the points on them at which stops can stand."""

    strokes: tuple[Stroke, ...]
    stops: tuple[Point, ...]


NEAR, FAR = 0.1, 1.9

FIGURES = {
    "door": Figure(
        (Stroke(((0, 2), (0, 0), (2, 0), (2, 2))),),
        ((0, 2), (1, 0), (2, 2), (0, 1), (2, 1)),
    ),
    "house": Figure(
        (Stroke(((0, 1), (1, 0), (2, 1), (2, 2), (0, 2)), closed=True, bends=(4, 6, 4, 7, 7)),),
        ((1, 0), (1, 2), (2, 2), (0, 2), (0, 1), (2, 1)),
    ),
    "stairs": Figure(
        (Stroke(((0, 2), (0, 1), (1, 1), (1, 0), (2, 0), (2, 2)), closed=True, bends=(6, 5, 9, 5, 6, 6)),),
        ((2, 0), (0, 2), (1, 1), (2, 2), (2, 1), (1, 2)),
    ),
    "court": Figure(
        (
            Stroke(((0, 0), (2, 0), (2, 2), (0, 2)), closed=True, bends=(7, 7, 7, 7)),
            Stroke(((1, 0), (1, 1))),
        ),
        ((1, 1), (FAR, FAR), (1, 2), (NEAR, FAR), (0, 1), (2, 1), (1, 0), (NEAR, NEAR), (FAR, NEAR)),
    ),
    "stage": Figure(
        (Stroke(((0, 0), (2, 0), (2, 2), (0, 2)), closed=True, bends=(0, 0, 20, 20)),),
        ((1, 2), (0, 0), (2, 0), (1, 0), (0, 1), (2, 1)),
    ),
    "shelf": Figure(
        (Stroke(((2, 0), (0, 0), (0, 2), (2, 2))), Stroke(((0, 1), (2, 1)))),
        ((2, 0), (2, 1), (2, 2), (0, 1), (1, 0), (1, 2)),
    ),
    "leaf": Figure(
        (Stroke(((0, 2), (0, 0), (2, 0), (2, 2)), closed=True, bends=(0, 40, 0, 40)),),
        ((0, 2), (2, 0), (1.41, 1.41), (0.59, 0.59), (1.73, 1), (1, 1.73), (0.27, 1), (1, 0.27)),
    ),
    "fork": Figure(
        (Stroke(((0, 0), (0, 1), (2, 1), (2, 0))), Stroke(((1, 1), (1, 2)))),
        ((1, 2), (0, 0), (2, 0), (1, 1)),
    ),
    "wheel": Figure(
        (Stroke(((0, 2), (0, 0), (2, 0), (2, 1.25), (0, 1.25))),),
        ((0, 2), (1, 1.25), (1, 0), (0, 0.63), (2, 0.63)),
    ),
    "snake": Figure(
        (Stroke(((2, 0), (0, 0), (0, 1), (2, 1), (2, 2), (0, 2))),),
        ((2, 0), (0, 2), (1, 1), (1, 0), (1, 2)),
    ),
    "bridge": Figure(
        (Stroke(((0, 0), (0, 2))), Stroke(((2, 0), (2, 2))), Stroke(((0, 1), (2, 1)))),
        ((0, 0), (2, 2), (2, 0), (0, 2), (1, 1), (0, 1), (2, 1)),
    ),
    "spiral": Figure(
        (Stroke(((0, 0), (2, 0), (2, 2), (0, 2), (0, 1), (1, 1))),),
        ((1, 1), (0, 0), (2, 1), (1, 0), (1, 2)),
    ),
    "tandem": Figure(
        (Stroke(((0, 0), (0, 2), (1, 2))), Stroke(((1, 0), (2, 0), (2, 2)))),
        ((0, 0), (2, 2), (1, 2), (1, 0), (0, 1), (2, 1)),
    ),
    "branch": Figure(
        (Stroke(((0, 0), (0, 2))), Stroke(((0, 1), (2, 1), (2, 2)))),
        ((0, 0), (2, 2), (0, 2), (1, 1), (0, 1)),
    ),
    "peaks": Figure(
        (Stroke(((0, 2), (0, 0), (2, 2), (2, 0)), bends=(0, 5, 5, 0)),),
        ((0, 2), (2, 0), (1, 1), (0, 1), (2, 1)),
    ),
    "star": Figure(
        (Stroke(((0, 0), (2, 2))), Stroke(((2, 0), (0, 2))), Stroke(((1, 0), (1, 2)))),
        ((1, 0), (0, 2), (2, 2), (0, 0), (2, 0), (1, 2), (1, 1)),
    ),
    "arrow": Figure(
        (Stroke(((0, 2), (2, 0))), Stroke(((0, 0), (2, 0), (2, 2)), bends=(0, 4, 0))),
        ((0, 2), (2, 2), (0, 0), (1, 1), (1, 0), (2, 1)),
    ),
    "tee": Figure(
        (Stroke(((0, 0), (2, 0))), Stroke(((1, 0), (1, 2)))),
        ((1, 2), (0, 0), (2, 0), (1, 0), (1, 1)),
    ),
}


def at(point: Point, symmetry: int) -> Point:
    """Where a point comes to lie in one of the eight ways of lying."""
    x, y = point[0] - 1, point[1] - 1
    x = -x if symmetry >= 4 else x
    for _ in range(symmetry % 4):
        x, y = -y, x
    return round(x + 1, 4), round(y + 1, 4)


def turned(stroke: Stroke, symmetry: int) -> tuple[Point, ...]:
    """The points of a stroke in one of the eight ways of lying."""
    return tuple(at(point, symmetry) for point in stroke.points)


@cache
def likeness_of(figure: str, symmetry: int) -> tuple[object, ...]:
    """What two figures have in common if and only if they look the same, whichever way their strokes are drawn."""
    return tuple(sorted(drawing_of(each, turned(each, symmetry)) for each in FIGURES[figure].strokes))


def drawing_of(stroke: Stroke, points: tuple[Point, ...]) -> tuple[tuple[Point, float], ...]:
    """A stroke's points with their bends, from the point and in the direction that come first."""
    whole = tuple(zip(points, stroke.bends or (ROUND,) * len(points), strict=True))
    ways = (whole, whole[::-1])
    starts = range(len(whole)) if stroke.closed else range(1)
    return min(way[start:] + way[:start] for way in ways for start in starts)


def field_of(point: Point) -> Point:
    """The field of nine in which a point lies."""
    return round(point[0]), round(point[1])


def scaled(point: Point, step: float) -> Point:
    """Where a point lies in a drawing of 64 by 64, the nine points so far from one another."""
    return 32 + step * (point[0] - 1), 32 + step * (point[1] - 1)


@cache
def figure_path(figure: str, symmetry: int, bends: str, step: float) -> str:
    """A figure as the path of an SVG of 64 by 64."""
    strokes = FIGURES[figure].strokes
    return "".join(stroke_path(each, turned(each, symmetry), bends == "round", step) for each in strokes)


def stroke_path(stroke: Stroke, points: Sequence[Point], rounded: bool, step: float) -> str:
    """One stroke as a path, with arcs at its corners where it is rounded."""
    corners = [scaled(point, step) for point in points]
    reaches = reaches_of(stroke, corners, step / 20) if rounded else [0.0] * len(corners)
    last = len(corners) - 1
    parts = []
    for number, (corner, reach) in enumerate(zip(corners, reaches, strict=True)):
        before, after = corners[number - 1], corners[(number + 1) % len(corners)]
        straight = reach == 0 or (not stroke.closed and number in (0, last))
        parts.append("L" + written(corner) if straight else "L" + bend(before, corner, after, reach))
    whole = "M" + "".join(parts)[1:] + ("z" if stroke.closed else "")
    return REPEATED.sub(r"\1", whole)


def reaches_of(stroke: Stroke, points: Sequence[Point], part: float) -> list[float]:
    """How far from each corner its arc begins: as stated, else as far as there is room, at most a part of `ROUND`."""
    wished = [part * bend for bend in stroke.bends or (ROUND,) * len(points)]
    if not stroke.closed:
        wished[0] = wished[-1] = 0
    reaches = []
    for number, wish in enumerate(wished):
        room = [wish]
        for other in (number - 1, (number + 1) % len(points)):
            length = math.dist(points[number], points[other])
            room.append(length if not wished[other] else length / 2)
        reaches.append(min(room))
    return reaches


def bend(before: Point, corner: Point, after: Point, reach: float) -> str:
    """The arc that rounds a corner."""
    one, other = towards(corner, before, reach), towards(corner, after, reach)
    turn = (before[0] - corner[0]) * (after[1] - corner[1]) - (before[1] - corner[1]) * (after[0] - corner[0])
    opening = math.dist(one, other) / 2
    radius = reach * opening / math.sqrt(max(reach**2 - opening**2, 1e-9))
    return f"{written(one)}A{short(radius)} {short(radius)} 0 0 {int(turn < 0)} {written(other)}"


def towards(start: Point, end: Point, way: float) -> Point:
    """The point a way from a start towards an end."""
    part = way / math.dist(start, end)
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def written(point: Point) -> str:
    """A point as a path has it."""
    return f"{short(point[0])} {short(point[1])}"


def short(number: float) -> str:
    """A number of an SVG without needless digits."""
    return f"{round(number, 2) + 0:.2f}".rstrip("0").rstrip(".")
