"""The marks of spaces: no two alike, drawn from facts, the same for ever."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from small_networks import REPOSITORY

from circuito.model.brand import MarkLook
from circuito.model.network import Network
from circuito.model.place import Address, Location
from circuito.model.record import Record
from circuito.model.room import RoomFields
from circuito.model.space import SpaceFields
from circuito.model.things import Room, Space
from circuito.outputs.brand_files import pixels
from circuito.outputs.figures import FIGURES, at, field_of, likeness_of
from circuito.outputs.mark_places import city_field, figure_name
from circuito.outputs.marks import (
    MarkView,
    network_svg,
    one_colour_svg,
    space_mark,
    space_shapes,
    space_svg,
)

FIRST = date(2026, 1, 1)
KINDS = ("portineria", "teatro", "giardino")


def space(name: str, kind: str = "portineria", joined: int = 0, **fields: object) -> Space:
    """A space with the facts from which marks are drawn."""
    rooms = [
        Room(slug=f"sala-{number}", record=Record(path="", lang="it", fields=RoomFields(name="Sala", area_m2=area)))
        for number, area in enumerate(fields.pop("rooms", ()))  # type: ignore[arg-type, var-annotated]
    ]
    declared = SpaceFields(
        name=name,
        kind=kind,
        summary="Uno spazio di prova.",
        address=Address(street="via Prova 1"),
        run_by=("alfa",),
        joined=FIRST + timedelta(days=joined),
        **fields,  # type: ignore[arg-type]
    )
    record = Record(path="", lang="it", fields=declared)
    return Space(slug=name, record=record, rooms=tuple(rooms), run_by=(), areas=())


def of(network: Network, *spaces: Space) -> Network:
    """A network of these spaces and no areas."""
    return replace(network, spaces=tuple(sorted(spaces, key=lambda each: each.slug)), areas={})


def located(lat: float, lon: float) -> Location:
    return Location(lat=Decimal(str(lat)), lon=Decimal(str(lon)))


def without_colour_and_size(mark: MarkView) -> tuple[str, str, str]:
    """What of a mark is left in one colour, when sizes and dots are not looked at."""
    return mark.track, mark.stop.split("a")[0], mark.pips


@given(
    st.lists(
        st.tuples(
            st.sampled_from(KINDS), st.integers(0, 2), st.tuples(st.integers(0, 3), st.integers(0, 3)) | st.none()
        ),
        min_size=2,
        max_size=60,
    )
)
@settings(max_examples=60)
def test_no_two_spaces_of_a_network_have_the_same_mark_even_in_one_colour(
    sample: Network, facts: list[tuple[str, int, tuple[int, int] | None]]
) -> None:
    spaces = [
        space(f"spazio-{number}", kind, joined, location=point and located(45 + point[0] / 10, 9 + point[1] / 10))
        for number, (kind, joined, point) in enumerate(facts)
    ]
    network = of(sample, *spaces)
    drawn = {without_colour_and_size(space_mark(network, each)) for each in network.spaces}
    assert len(drawn) == len(spaces)


def test_five_hundred_spaces_of_one_kind_in_one_place_have_five_hundred_marks(sample: Network) -> None:
    network = of(sample, *(space(f"spazio-{number}") for number in range(500)))
    assert len({without_colour_and_size(space_mark(network, each)) for each in network.spaces}) == 500


def test_the_marks_of_the_sample_network_differ_in_black_at_sixteen_pixels(sample: Network) -> None:
    network = replace(sample, theme=str(REPOSITORY / "theme"))
    seen = {}
    for each in network.spaces:
        content = pixels(network, one_colour_svg(space_mark(network, each), "#000000"), 16, 16)
        seen[each.slug] = Image.open(io.BytesIO(content)).getchannel("A").tobytes()
    alike = [
        (one, other)
        for one, other in combinations(seen, 2)
        if sum(abs(a - b) > 96 for a, b in zip(seen[one], seen[other], strict=True)) < 10
    ]
    assert alike == []


def test_figures_that_look_the_same_are_known_to_be_whichever_way_they_are_drawn() -> None:
    assert likeness_of("door", 0) == likeness_of("door", 4)
    assert likeness_of("stairs", 0) != likeness_of("stairs", 1)
    assert len({likeness_of("spiral", turn) for turn in range(8)}) == 8


def test_all_figures_differ_in_every_turn() -> None:
    drawings = {name: {likeness_of(name, turn) for turn in range(8)} for name in FIGURES}
    assert [pair for pair in combinations(drawings, 2) if drawings[pair[0]] & drawings[pair[1]]] == []


def test_a_space_that_joins_later_changes_no_mark(sample: Network) -> None:
    elders = [space(f"spazio-{number}", joined=number % 3, location=located(45, 9)) for number in range(20)]
    before = of(sample, *elders)
    after = of(sample, *elders, space("aaa-nuovo", joined=9, location=located(45, 9)))
    assert [space_shapes(before, each) for each in elders] == [space_shapes(after, each) for each in elders]


def test_a_space_keeps_its_mark_when_its_address_changes(sample: Network) -> None:
    before = space("spazio", location=None)
    after = space("nuovo-nome", location=None, formerly=("spazio",))
    assert space_shapes(of(sample, before), before) == space_shapes(of(sample, after), after)


@pytest.mark.parametrize(
    ("lat", "lon", "field"),
    [(45.9, 9.1, (0, 0)), (45.9, 9.9, (2, 0)), (45.5, 9.5, (1, 1)), (45.1, 9.5, (1, 2)), (44.0, 8.0, (0, 2))],
)
def test_the_field_of_a_stop_is_that_of_its_space_in_the_city(lat: float, lon: float, field: tuple[int, int]) -> None:
    assert city_field(space("spazio", location=located(lat, lon)), (9, 10, 45, 46), 0) == field


def test_a_stop_can_stand_in_every_field_on_some_way_of_lying_of_every_figure_but_the_middle() -> None:
    outer = {(x, y) for x in range(3) for y in range(3)} - {(1, 1)}
    reached = {
        name: {field_of(at(stop, turn)) for turn in range(8) for stop in figure.stops}
        for name, figure in FIGURES.items()
    }
    assert {name: outer - fields for name, fields in reached.items() if outer - fields} == {}


def test_each_room_after_the_first_is_a_dot_up_to_the_points_of_the_figure(sample: Network) -> None:
    spaces = [space(f"spazio-{rooms}", joined=rooms, rooms=[20] * rooms) for rooms in range(8)]
    network = of(sample, *spaces)
    dots = [space_mark(network, each).dots.count("z") for each in spaces]
    assert dots == [0, 0, 1, 2, 3, 4, 4, 4]


def test_larger_rooms_make_a_larger_stop(sample: Network) -> None:
    spaces = [space(f"spazio-{area}", rooms=[area]) for area in (40, 200, 900)]
    network = of(sample, *spaces)
    radii = [space_mark(network, each).stop.split("a")[1].split()[0] for each in spaces]
    assert radii == ["6.25", "8", "9.5"]


def test_a_mark_is_drawn_the_same_again(sample: Network) -> None:
    again = replace(sample)
    assert [space_svg(sample, each) for each in sample.spaces] == [space_svg(again, each) for each in again.spaces]


@pytest.mark.parametrize("stop", ["circle", "square", "diamond"])
@pytest.mark.parametrize("bends", ["round", "sharp"])
def test_every_look_draws_svg_of_shapes_alone(sample: Network, stop: str, bends: str) -> None:
    look = MarkLook(stop=stop, bends=bends, weight=9)  # type: ignore[arg-type]
    network = replace(sample, brand=replace(sample.brand, mark=look))
    drawings = [network_svg(network), *(space_svg(network, each, dark=True) for each in network.spaces)]
    tags = {element.tag.split("}")[1] for each in drawings for element in ElementTree.fromstring(each).iter()}
    assert tags == {"svg", "path"}
    assert [each for each in drawings if 'stroke-width="9"' not in each] == []


def test_a_chosen_figure_is_taken_from_the_others(sample: Network) -> None:
    kinds = [each.id for each in sample.fields.kinds]
    chosen = MarkLook(figures={kinds[1]: "door"})
    network = replace(sample, brand=replace(sample.brand, mark=chosen))
    assert [figure_name(network, kind) for kind in kinds[:3]] == ["house", "door", "stairs"]
