"""The city's own open shapes drop into a network as files: read where they lie, never copied into this repository."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from circuito.model.network import Network
from circuito.model.things import Area
from circuito.reading.areas import containing
from circuito.reading.load import load

REPOSITORY = Path(__file__).parent.parent
MILANO = REPOSITORY.parent / "shared" / "data" / "milano"
FILES = ("municipi.geojson", "nil.geojson", "nil_municipio.tsv")
DIVISIONS = """
  - id: citta-municipi
    file: citta-municipi.geojson
    name: Municipi
    key: municipio
    label: municipio
    title: Municipio {}
  - id: citta-nil
    file: citta-nil.geojson
    name: NIL
    key: id_nil
    label: nil
"""

pytestmark = pytest.mark.skipif(
    not all((MILANO / name).is_file() for name in FILES), reason=f"the city's shapes are not in {MILANO}"
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Network:
    """A copy of the sample network with the city's two divisions beside its own."""
    root = tmp_path_factory.mktemp("city")
    for name in ("content", "spaces"):
        shutil.copytree(REPOSITORY / name, root / name)
    for name in ("municipi", "nil"):
        shutil.copyfile(MILANO / f"{name}.geojson", root / "content" / "areas" / f"citta-{name}.geojson")
    declared = root / "content" / "network.yaml"
    text = declared.read_text(encoding="utf-8")
    assert "\nareas:\n" in text
    declared.write_text(text.replace("\nareas:", f"\nareas:{DIVISIONS.rstrip()}"), encoding="utf-8")
    loaded = load(str(root), today=date(2026, 10, 1))
    about_areas = [problem.told("en") for problem in loaded.problems if "area" in problem.told("en")]
    assert about_areas == []
    assert loaded.network is not None
    return loaded.network


def features(name: str, key: str) -> list[str]:
    """What the city's own file says of a property, feature by feature."""
    told = json.loads((MILANO / name).read_text(encoding="utf-8"))
    return [str(feature["properties"][key]) for feature in told["features"]]


def rows() -> list[Mapping[str, str]]:
    """The city's 88 neighbourhoods, each with a point inside it and the municipio that holds most of it."""
    with (MILANO / "nil_municipio.tsv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t"))


def areas_at(sample: Network, row: Mapping[str, str]) -> list[str]:
    """The names of the municipio and the neighbourhood in which a row's point lies."""
    found = [
        containing(sample.areas[name], float(row["lon"]), float(row["lat"])) for name in ("citta-municipi", "citta-nil")
    ]
    return [area.name for area in found if area is not None]


def names(areas: tuple[Area, ...]) -> list[str]:
    return [area.name for area in areas]


def test_the_citys_files_are_read_whole_with_their_own_names(sample: Network) -> None:
    assert names(sample.areas["citta-municipi"]) == features("municipi.geojson", "municipio")
    assert names(sample.areas["citta-nil"]) == features("nil.geojson", "nil")
    assert len(sample.areas["citta-municipi"]) == 9
    assert len(sample.areas["citta-nil"]) == 88


def test_every_space_with_coordinates_lies_in_one_municipio_and_one_neighbourhood(sample: Network) -> None:
    located = [space for space in sample.spaces if space.fields.location is not None]
    divisions = {space.slug: [area.set for area in space.areas if area.set.startswith("citta-")] for space in located}
    assert located
    assert divisions == {space.slug: ["citta-municipi", "citta-nil"] for space in located}


def test_points_inside_all_88_neighbourhoods_fall_into_them(sample: Network) -> None:
    assert len(rows()) == 88
    assert [areas_at(sample, row)[-1:] for row in rows()] == [[row["nil"]] for row in rows()]


def test_points_inside_neighbourhoods_fall_into_a_municipio_that_shares_them(sample: Network) -> None:
    shared = [{row["municipio"], row["municipio_2"]} for row in rows()]
    assert [areas_at(sample, row)[0] in shares for row, shares in zip(rows(), shared, strict=True)] == [True] * 88


def test_addresses_of_areas_are_unique_within_each_division(sample: Network) -> None:
    for division in ("citta-municipi", "citta-nil"):
        slugs = [area.slug for area in sample.areas[division]]
        assert len(set(slugs)) == len(slugs)
