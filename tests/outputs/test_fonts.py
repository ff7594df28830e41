"""Which typefaces pages load: the lightest that are installed, and none that would make the first view heavy."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from circuito.model.brand import Type
from circuito.model.network import Network
from circuito.outputs.assets import fonts

FACE = """/* {stem} */
@font-face {{
  font-family: '{name} Variable';
  font-weight: {weight};
  src: url(./files/{stem}.woff2) format('woff2'), url(./files/{stem}.woff) format('woff');
  unicode-range: U+0000-00FF;
}}
"""


def installed(root: str, package: str, sheet: str, *faces: tuple[str, str, int]) -> None:
    """Put a package of fonts where npm would: a sheet, and for each face its name, weight and size in bytes."""
    folder = Path(root) / "node_modules" / package
    (folder / "files").mkdir(parents=True, exist_ok=True)
    texts = [FACE.format(stem=stem, weight=weight, name=package) for stem, weight, _ in faces]
    (folder / sheet).write_text("\n".join(texts))
    for stem, _, size in faces:
        (folder / "files" / f"{stem}.woff2").write_bytes(bytes(size))


def with_type(network: Network, **names: str) -> Network:
    """A network whose brand names other typefaces."""
    return replace(network, brand=replace(network.brand, type=Type(**names)))


def loaded(network: Network) -> list[str]:
    """The files of fonts that a network publishes."""
    return sorted(file.path for file in fonts(network) if file.path.endswith(".woff2"))


def sheet_of(network: Network) -> str:
    """The sheet that names the fonts."""
    return next(file.make().decode() for file in fonts(network) if file.path == "theme/fonts.css")


def test_without_packages_pages_use_the_systems_fonts(network: Callable[..., Network]) -> None:
    assert (loaded(network()), "@font-face" in sheet_of(network())) == ([], False)


def test_a_variable_font_is_one_file_for_all_weights(network: Callable[..., Network]) -> None:
    one = with_type(network(), display="Alfa", text="Alfa")
    faces = (("alfa-latin-wght-normal", "100 900", 10), ("alfa-greek-wght-normal", "100 900", 10))
    installed(one.root, "@fontsource-variable/alfa", "index.css", *faces)
    assert loaded(one) == ["theme/fonts/alfa-latin-wght-normal.woff2"]


def test_single_weights_are_taken_where_they_are_installed_too(network: Callable[..., Network]) -> None:
    one = with_type(network(), display="Alfa", text="Beta")
    installed(one.root, "@fontsource-variable/alfa", "index.css", ("alfa-latin-wght-normal", "100 900", 10))
    installed(one.root, "@fontsource/alfa", "800.css", ("alfa-latin-800-normal", "800", 10))
    for weight in ("400", "700"):
        installed(one.root, "@fontsource/beta", f"{weight}.css", (f"beta-latin-{weight}-normal", weight, 10))
    stems = ["alfa-latin-800-normal", "beta-latin-400-normal", "beta-latin-700-normal"]
    assert loaded(one) == [f"theme/fonts/{stem}.woff2" for stem in stems]


def test_a_face_bears_its_plain_name_and_one_source(network: Callable[..., Network]) -> None:
    one = with_type(network(), display="Alfa", text="Alfa")
    installed(one.root, "@fontsource-variable/alfa", "index.css", ("alfa-latin-wght-normal", "100 900", 10))
    told = re.findall(r"(font-family|src): ([^;]*);", sheet_of(one))
    assert told == [("font-family", '"Alfa"'), ("src", "url(fonts/alfa-latin-wght-normal.woff2) format('woff2')")]


def test_an_arabic_font_is_loaded_only_where_it_is_light(network: Callable[..., Network]) -> None:
    one = with_type(network(), display="Alfa", text="Alfa", arabic="Beta")
    installed(one.root, "@fontsource-variable/beta", "index.css", ("beta-arabic-wght-normal", "100 900", 40_000))
    light = loaded(one)
    installed(one.root, "@fontsource-variable/beta", "index.css", ("beta-arabic-wght-normal", "100 900", 40_001))
    assert (light, loaded(one)) == (["theme/fonts/beta-arabic-wght-normal.woff2"], [])
