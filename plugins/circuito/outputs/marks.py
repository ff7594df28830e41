"""The marks of the network and of its spaces: a line on nine points and a stop on it, drawn from facts.

How a mark is read: the figure of the line tells the kind of space; the stop stands where the space lies in the city,
as on a map of nine fields; the larger its rooms, the larger the stop; each further room is a small dot on the line;
the colour is that of its first theme. Where two spaces would have the same line and stop, the one that joined first
keeps it. `docs/decisions/0015-marks.md` has the reasons.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ..model.brand import MarkLook, Palette
from ..model.network import Network
from ..model.things import Space
from .figures import FIGURES, at, figure_path, scaled, short
from .mark_places import Place, figure_name, taken_places
from .views import line_of, theme_lines

SIZE = 64
STOPS = (6.25, 8.0, 9.5)
LARGE = (100, 400)
MOST_DOTS = 5
PIPS = ((1, 22), (63, 42), (22, 63), (42, 1), (63, 22), (1, 42), (42, 63), (22, 1))


class MarkView(Struct, frozen=True, kw_only=True):
    """A mark as the paths of an SVG of 64 by 64: its line, the dots of further rooms, its stop, and pips.

    `weight` and `edge` are the strokes of line and stop, `joint` how the line turns (`round` or `sharp`), `line` the
    class of its colour.
    """

    track: str
    dots: str
    stop: str
    pips: str
    weight: str
    edge: str
    joint: str
    line: str


class Inks(Struct, frozen=True):
    """The colours of a mark outside of pages."""

    line: str
    ink: str
    paper: str


def network_svg(network: Network, dark: bool = False) -> str:
    """The network's own logo, else its mark as a whole SVG document in the brand's fixed colours."""
    if network.logo:
        return network.logo
    palette = palette_of(network, dark)
    return document(network_mark(network), Inks(palette.accent, palette.ink, palette.paper))


def space_svg(network: Network, space: Space, dark: bool = False) -> str:
    """The mark of a space as a whole SVG document in the brand's fixed colours."""
    palette = palette_of(network, dark)
    lines = theme_lines(network, dark)
    line = lines.get(next(iter(space.fields.themes), ""), palette.accent)
    return document(space_mark(network, space), Inks(line, palette.ink, palette.paper))


def one_colour_svg(mark: MarkView, colour: str) -> str:
    """A mark in one colour, its stop and dots cut out, so that any ground shows through."""
    cut = '<mask id="cut" maskUnits="userSpaceOnUse" x="-4" y="-4" width="72" height="72">'
    cut += f'<path fill="#fff" d="M-4-4h72v72h-72z"/><path d="{mark.dots}"/>'
    cut += f'<path stroke="#fff" stroke-width="{mark.edge}" d="{mark.stop}"/></mask>'
    shapes = elements(mark).replace('class="mark__stop"', f'fill="none" stroke="{colour}"')
    shapes = shapes.replace('class="mark__line"', f'fill="none" stroke="{colour}"')
    shapes = shapes.replace('class="mark__pips"', f'fill="{colour}"').replace('class="mark__dots"', 'fill="none"')
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">{cut}<g mask="url(#cut)">{shapes}</g></svg>\n'


def space_shapes(network: Network, space: Space) -> str:
    """The shapes of a space's mark, for an `svg` of the class `mark` that has the class of the space's line."""
    return elements(space_mark(network, space))


def palette_of(network: Network, dark: bool) -> Palette:
    return network.brand.dark if dark else network.brand.colours


# Drawing


def elements(mark: MarkView) -> str:
    """The shapes of a mark, coloured by their classes."""
    joint = "round" if mark.joint == "round" else "miter"
    cap = "round" if mark.joint == "round" else "square"
    parts = [
        f'<path class="mark__line" stroke-width="{mark.weight}" stroke-linecap="{cap}" stroke-linejoin="{joint}"'
        f' d="{mark.track}"/>'
    ]
    parts += [f'<path class="mark__dots" d="{mark.dots}"/>'] if mark.dots else []
    parts += [f'<path class="mark__pips" d="{mark.pips}"/>'] if mark.pips else []
    return "".join([*parts, f'<path class="mark__stop" stroke-width="{mark.edge}" d="{mark.stop}"/>'])


def document(mark: MarkView, inks: Inks) -> str:
    """A mark as an SVG document in fixed colours."""
    shapes = elements(mark).replace('class="mark__line"', f'fill="none" stroke="{inks.line}"')
    shapes = shapes.replace('class="mark__stop"', f'fill="{inks.paper}" stroke="{inks.ink}"')
    shapes = shapes.replace('class="mark__dots"', f'fill="{inks.paper}"')
    shapes = shapes.replace('class="mark__pips"', f'fill="{inks.line}"')
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}">{shapes}</svg>\n'


def stop_path(shape: Literal["circle", "square", "diamond"], x: float, y: float, radius: float) -> str:
    """A stop as a path: a circle, or a square or diamond of about its area."""
    if shape == "circle":
        r, wide = short(radius), short(2 * radius)
        return f"M{short(x - radius)} {short(y)}a{r} {r} 0 1 0 {wide} 0a{r} {r} 0 1 0-{wide} 0z"
    if shape == "square":
        edge = short(radius * 1.8)
        return f"M{short(x - radius * 0.9)} {short(y - radius * 0.9)}h{edge}v{edge}h-{edge}z"
    half = short(radius * 1.1)
    return f"M{short(x)} {short(y - radius * 1.1)}l{half} {half}-{half} {half}-{half}-{half}z"


# The network's mark


def network_mark(network: Network) -> MarkView:
    """The network's own mark: a line that closes on itself, and a stop on it."""
    look = network.brand.mark
    ring = "M7 32a25 25 0 1 0 50 0a25 25 0 1 0-50 0z" if look.bends == "round" else "M8 8h40v40h-40z"
    point = 49.6 if look.bends == "round" else 48
    return MarkView(
        track=ring,
        dots="",
        stop=stop_path(look.stop, point, point, 9.5),
        pips="",
        weight=str(min(look.weight, 11)),
        edge="6",
        joint=look.bends,
        line="mark--network",
    )


# The marks of spaces


def space_mark(network: Network, space: Space) -> MarkView:
    """The mark of a space."""
    return network.once("marks", space_marks, network)[space.slug]


def space_marks(network: Network) -> dict[str, MarkView]:
    """The marks of all spaces, by their names: no two have the same line and the same stop."""
    places = taken_places(network)
    return {space.slug: drawn(network, space, *places[space.slug]) for space in network.spaces}


def drawn(network: Network, space: Space, figure: str, place: Place) -> MarkView:
    """A space's mark with its figure in its place."""
    look = network.brand.mark
    size = sum(room.fields.area_m2 or 0 for room in space.rooms) or space.fields.size_m2 or 0
    radius = STOPS[sum(size >= step for step in LARGE)]
    dots = [each for stop in FIGURES[figure].stops if (each := at(stop, place.symmetry)) != place.stop]
    rooms = min(max(len(space.rooms) - 1, 0), MOST_DOTS)
    return MarkView(
        track=figure_path(figure, place.symmetry, look.bends, step_of(look)),
        dots="".join(stop_path(look.stop, *scaled(dot, step_of(look)), 2.7) for dot in dots[:rooms]),
        stop=stop_path(look.stop, *scaled(place.stop, step_of(look)), radius),
        pips="".join(stop_path(look.stop, x, y, 1) for x, y in pip_points(place.pips)),
        weight=str(look.weight),
        edge="5",
        joint=look.bends,
        line=line_of(space.fields.themes),
    )


def plain_figure(network: Network, kind: str) -> MarkView:
    """The upright figure of a kind of space, without a stop."""
    look = network.brand.mark
    track = figure_path(figure_name(network, kind), 0, look.bends, step_of(look))
    return replace(no_mark(network), track=track)


def no_mark(network: Network) -> MarkView:
    """A mark of which nothing is drawn yet."""
    look = network.brand.mark
    return MarkView(
        track="",
        dots="",
        stop="",
        pips="",
        weight=str(look.weight),
        edge="5",
        joint=look.bends,
        line="line-none",
    )


def nine_fields(network: Network) -> MarkView:
    """The nine points on which marks are drawn."""
    look = network.brand.mark
    fields = [scaled((x, y), step_of(look)) for y in range(3) for x in range(3)]
    points = "".join(stop_path(look.stop, x, y, 2.2) for x, y in fields)
    return replace(no_mark(network), pips=points)


def three_sizes(network: Network) -> MarkView:
    """The three sizes of stops on one line."""
    stops = "".join(stop_path(network.brand.mark.stop, x, 32, size) for x, size in zip((8, 29, 54), STOPS, strict=True))
    return replace(no_mark(network), track="M8 32H54", stop=stops)


def step_of(look: MarkLook) -> float:
    """How far the nine points lie from one another: diamonds reach further than circles and squares."""
    return 18 if look.stop == "diamond" else 20


def pip_points(number: int) -> list[tuple[float, float]]:
    """The places of the pips that write a number, one for each of its binary digits that is one."""
    digits = [digit for digit in range(number.bit_length()) if number >> digit & 1]
    return [(PIPS[digit % 8][0], PIPS[digit % 8][1] + 2 * (digit // 8)) for digit in digits]
