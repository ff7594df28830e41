"""Published pictures, read back with Pillow: sizes, colours, what is left of the original, and what must not be."""

from __future__ import annotations

import io
import re
import struct
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from small_networks import published, written

from circuito.model.network import Network
from circuito.outputs.events import event_pictures
from circuito.outputs.picture_views import PictureView, pictures_view
from circuito.outputs.pictures import box_of, pictures, records, sizes_of
from circuito.publishing.shelf import Shelf

RED, GREEN, BLUE = (200, 30, 30), (30, 160, 60), (30, 60, 200)
SPACE = "spaces/base/space.md"
HEAD = """---
name: Base
kind: portineria
summary: Uno spazio di prova.
address: {street: via Prova 1, postcode: "20100"}
run_by: [alfa]
pictures:
"""


def photograph(size: tuple[int, int] = (900, 600), kind: str = "JPEG", mode: str = "RGB", **saved: object) -> bytes:
    """A picture whose left third is red, middle green, right blue."""
    image = Image.new("RGB", size, GREEN)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, size[0] // 3, size[1]), RED)
    draw.rectangle((2 * size[0] // 3, 0, size[0], size[1]), BLUE)
    made = io.BytesIO()
    image.convert(mode).save(made, kind, **saved)
    return made.getvalue()


def with_picture(root: Path, content: bytes, *lines: str, name: str = "foto.jpg") -> Network:
    """A network whose space shows one picture."""
    (root / "spaces/base").mkdir(parents=True, exist_ok=True)
    (root / "spaces/base" / name).write_bytes(content)
    entry = ["  - file: " + name, "    alt: Una foto", "    credit: Ada Riva", *(f"    {line}" for line in lines)]
    return written(root, {SPACE: HEAD + "\n".join(entry) + "\n---\n"})


@pytest.fixture
def shown(tmp_path: Path) -> Callable[..., tuple[PictureView, dict[str, Image.Image]]]:
    """Makes the view of a space's picture, and its published files by address."""

    def show(content: bytes, *lines: str, name: str = "foto.jpg") -> tuple[PictureView, dict[str, Image.Image]]:
        network = replace(with_picture(tmp_path, content, *lines, name=name), keep=Shelf(tmp_path / "shelf").keep)
        space = network.spaces[0]
        view = pictures_view(network, space.record.path, space.fields.pictures, "it")[0]
        files = published(network, pictures)
        return view, {f"/{path}": Image.open(io.BytesIO(made)) for path, made in files.items()}

    return show


def swapped_profile() -> bytes:
    """A colour profile (ICC.1, matrix of three curves) in which red and blue stand for each other."""
    xyz = {"r": (0.1431, 0.0606, 0.7141), "g": (0.3851, 0.7169, 0.0971), "b": (0.4360, 0.2225, 0.0139)}
    tags = {b"wtpt": xyz_tag(0.9642, 1.0, 0.8249), b"cprt": b"text\0\0\0\0none\0\0\0\0"}
    tags |= {f"{name}XYZ".encode(): xyz_tag(*point) for name, point in xyz.items()}
    tags |= {f"{name}TRC".encode(): struct.pack(">4sIIHxx", b"curv", 0, 1, round(2.2 * 256)) for name in xyz}
    place, table, data = 132 + 12 * len(tags), b"", b""
    for name, tag in tags.items():
        table += struct.pack(">4sII", name, place + len(data), len(tag))
        data += tag
    whole = place + len(data)
    head = struct.pack(">I4sI4s4s4s12x4s", whole, b"none", 0x02400000, b"mntr", b"RGB ", b"XYZ ", b"acsp")
    head += bytes(28) + struct.pack(">iii", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + data


def xyz_tag(*point: float) -> bytes:
    """A point of colour as a tag of a profile."""
    return struct.pack(">4sIiii", b"XYZ ", 0, *(round(value * 65536) for value in point))


def colour(image: Image.Image, x: float, y: float = 0.5) -> str:
    """Which of the three colours is seen at a part of a picture's width and height."""
    seen = image.convert("RGB").getpixel((int(x * (image.width - 1)), int(y * (image.height - 1))))
    near = {
        name: sum((a - b) ** 2 for a, b in zip(seen, known, strict=True))
        for name, known in (("red", RED), ("green", GREEN), ("blue", BLUE))
    }
    return min(near, key=lambda name: near[name])


def srcset(told: str) -> dict[str, int]:
    """The addresses of a `srcset` with their widths."""
    return {address: int(width) for address, width in re.findall(r"(\S+) (\d+)w", told)}


# Sizes and formats


def test_a_photograph_is_published_as_jpeg_and_as_webp_of_three_widths(shown):
    _, files = shown(photograph((1800, 1200)))
    whole = {path: (image.format, image.size) for path, image in files.items() if "wide" not in path}
    assert whole == {
        "/pictures/spaces/base/foto.jpg": ("JPEG", (1600, 1067)),
        "/pictures/spaces/base/foto@480.webp": ("WEBP", (480, 320)),
        "/pictures/spaces/base/foto@960.webp": ("WEBP", (960, 640)),
        "/pictures/spaces/base/foto@1600.webp": ("WEBP", (1600, 1067)),
    }


def test_the_widths_that_pages_promise_are_those_of_the_files(shown):
    view, files = shown(photograph((1300, 1100)), "focus: {x: 0.2, y: 0.8}")
    promised = {**srcset(view.srcset), **srcset(view.card.srcset), **srcset(view.wide.srcset)}
    promised |= {cut.url: cut.width for cut in (view, view.card, view.wide)}
    assert {unquote(path): width for path, width in promised.items()} == {
        path: image.width for path, image in files.items()
    }


def test_the_measures_that_pages_promise_are_those_of_the_jpegs(shown):
    view, files = shown(photograph((1300, 1100)))
    cuts = (view, view.card, view.wide)
    assert [(cut.width, cut.height) for cut in cuts] == [files[cut.url].size for cut in cuts]


def test_a_small_picture_is_not_made_larger(shown):
    view, files = shown(photograph((300, 200)))
    assert ({image.size for image in files.values()}, view.wide) == ({(300, 200)}, None)


def test_a_picture_in_the_shape_of_a_card_is_not_cut_again(shown):
    view, _ = shown(photograph((1500, 1000)))
    assert view.card.url == view.url


@given(
    st.tuples(st.integers(1, 8000), st.integers(1, 8000)),
    st.lists(st.sampled_from((480, 960, 1600)), min_size=1, max_size=3, unique=True).map(sorted),
)
def test_no_published_side_is_longer_than_in_the_picture_or_than_1600(size, widths):
    sizes = sizes_of(size, widths)
    most = min(1600, max(size))
    assert all(
        1 <= width <= size[0] and 1 <= height <= size[1] and max(width, height) <= most for width, height in sizes
    )


# Focus


@given(
    st.tuples(st.integers(1, 8000), st.integers(1, 8000)),
    st.sampled_from((1.5, 21 / 9, 1.0)),
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_a_cut_lies_in_the_picture_has_its_shape_and_keeps_the_focus(size, ratio, focus):
    left, top, right, bottom = box_of(size, ratio, focus)
    x, y, little = focus[0] * size[0], focus[1] * size[1], 1e-6 * max(size)
    inside = -little <= left and -little <= top and right <= size[0] + little and bottom <= size[1] + little
    kept = left - little <= x <= right + little and top - little <= y <= bottom + little
    whole = abs(right - left - size[0]) <= little or abs(bottom - top - size[1]) <= little
    assert (inside, kept, whole) == (True, True, True)
    assert (right - left) / (bottom - top) == pytest.approx(ratio)


@pytest.mark.parametrize(("x", "seen"), [(0.1, "red"), (0.5, "green"), (0.9, "blue")])
def test_the_card_shows_what_the_focus_is_on(shown, x, seen):
    view, files = shown(photograph((3000, 600)), f"focus: {{x: {x}, y: 0.5}}")
    assert colour(files[view.card.url], 0.5) == seen


def test_without_a_focus_the_middle_is_kept(shown):
    view, files = shown(photograph((3000, 600)))
    assert colour(files[view.card.url], 0.5) == "green"


def test_the_focus_is_that_of_the_picture_as_it_was_held(shown):
    exif = Image.Exif()
    exif[0x0112] = 3
    view, files = shown(photograph((3000, 600), exif=exif), "focus: {x: 0.1, y: 0.5}")
    assert colour(files[view.card.url], 0.5) == "blue"


# What is left of the original


@pytest.mark.parametrize(
    ("orientation", "size", "at", "seen"),
    [(1, (900, 600), (0.1, 0.5), "red"), (3, (900, 600), (0.1, 0.5), "blue")]
    + [(6, (600, 900), (0.5, 0.1), "red"), (8, (600, 900), (0.5, 0.1), "blue"), (5, (600, 900), (0.5, 0.9), "blue")],
)
def test_a_picture_is_turned_as_it_was_held(shown, orientation, size, at, seen):
    exif = Image.Exif()
    exif[0x0112] = orientation
    view, files = shown(photograph((900, 600), exif=exif))
    image = files[view.url]
    assert (image.size, (view.width, view.height), colour(image, *at)) == (size, size, seen)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
@pytest.mark.parametrize(
    "exif",
    [
        b"Exif\0\0M(\0*\0\0\0\x08",  # no TIFF
        b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x02\0\0\0\x04AAA\0\0\0\0\0",  # an orientation in words
        b"Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x01",  # cut short
    ],
)
def test_a_picture_is_published_as_it_is_where_nobody_can_read_how_it_was_held(shown, exif):
    view, files = shown(photograph((900, 600), exif=exif))
    assert (files[view.url].size, colour(files[view.url], 0.1)) == ((900, 600), "red")


def test_neither_place_nor_camera_nor_any_other_metadata_is_published(shown):
    exif = Image.Exif()
    exif[0x010F] = "Macchina segreta"
    exif.get_ifd(0x8825)[2] = (45.0, 27.0, 50.0)
    _, files = shown(photograph(exif=exif, comment=b"un commento segreto", xmp=b"<x>segreto</x>"))
    left = {name for image in files.values() for name in image.info} - {"jfif", "jfif_version", "jfif_unit"}
    assert left - {"jfif_density", "loop", "background", "timestamp", "duration", "progressive"} == set()
    assert [dict(image.getexif()) for image in files.values()] == [{}] * len(files)


def test_nothing_that_was_hidden_is_in_the_published_bytes(tmp_path):
    exif = Image.Exif()
    exif[0x010F] = "segreto"
    network = with_picture(tmp_path, photograph(exif=exif, comment=b"segreto"), name="foto.jpg")
    assert [path for path, made in published(network, pictures).items() if b"segreto" in made] == []


def test_a_picture_of_another_colour_space_comes_out_in_srgb(shown):
    view, files = shown(photograph((90, 60), icc_profile=swapped_profile()))
    assert [colour(files[view.url], x) for x in (0.1, 0.9)] == ["blue", "red"]
    assert {(image.mode, image.info.get("icc_profile")) for image in files.values()} == {("RGB", None)}


@pytest.mark.parametrize("profile", [b"", b"no profile", b"\0" * 200], ids=["empty", "text", "zeros"])
def test_a_broken_colour_profile_costs_nothing_but_itself(shown, profile):
    view, files = shown(photograph((90, 60), icc_profile=profile))
    assert colour(files[view.url], 0.1) == "red"


@pytest.mark.parametrize(
    ("kind", "mode", "name"),
    [
        ("JPEG", "L", "a.jpg"),
        ("JPEG", "CMYK", "a.jpg"),
        ("PNG", "P", "a.png"),
        ("PNG", "LA", "a.png"),
        ("PNG", "1", "a.png"),
    ]
    + [("PNG", "I;16", "a.png"), ("PNG", "RGBA", "a.png"), ("WEBP", "RGB", "a.webp"), ("WEBP", "RGBA", "a.webp")],
)
def test_every_sound_picture_comes_out_as_rgb(shown, kind, mode, name):
    view, files = shown(photograph((90, 60), kind=kind, mode=mode), name=name)
    assert (files[view.url].format, files[view.url].mode, files[view.url].size) == ("JPEG", "RGB", (90, 60))


def test_what_is_seen_through_stays_so_in_webp_and_is_white_in_jpeg(shown):
    made = io.BytesIO()
    Image.new("RGBA", (90, 60), (0, 0, 0, 0)).save(made, "PNG")
    view, files = shown(made.getvalue(), name="a.png")
    webp = next(image for path, image in files.items() if path.endswith(".webp"))
    assert (webp.getpixel((5, 5))[3], files[view.url].getpixel((5, 5)), view.colour) == (0, (255, 255, 255), "")


def test_the_mean_colour_stands_in_the_place_of_a_picture(shown):
    made = io.BytesIO()
    Image.new("RGB", (90, 60), (160, 32, 64)).save(made, "PNG")
    assert shown(made.getvalue(), name="a.png")[0].colour == "#a02040"


# On pages


def test_an_event_without_pictures_shows_those_of_its_project(sample):
    event = next(each for each in sample.events if each.project and each.project.slug == "il-lupo-abita-al-terzo")
    path = "/pictures/projects/il-lupo-abita-al-terzo/il-lupo.jpg"
    assert [view.url for view in event_pictures(sample, event, "it")] == [path]


def test_every_picture_of_the_sample_network_says_what_can_be_seen_in_every_language(sample):
    said = [
        (picture.file, sorted(picture.alt.texts))
        for record in records(sample)
        for picture in getattr(record.fields, "pictures", ())
    ]
    assert [file for file, languages in said if languages != ["ar", "en", "it"]] == []


# Between builds


def test_a_file_is_made_anew_when_its_picture_or_its_focus_is_another(tmp_path):
    def keys(content: bytes, *lines: str) -> dict[str, str]:
        return {each.path: each.key for each in pictures(with_picture(tmp_path, content, *lines))}

    before = keys(photograph((900, 300)))
    again, other = keys(photograph((900, 300))), keys(photograph((900, 300), quality=50))
    focused = keys(photograph((900, 300)), "focus: {x: 0.1, y: 0.1}")
    assert before == again
    assert [path for path in before if before[path] == other[path]] == []
    assert sorted(set(focused) - set(before)) == [
        path.replace("50-50", "10-10") for path in sorted(before) if "@card" in path
    ]


def test_the_pixels_of_a_picture_are_made_once_for_all_its_files_and_builds(tmp_path):
    network = with_picture(tmp_path, photograph((900, 300)))
    made: list[str] = []

    def keep(shelf: Shelf, key: str, make: Callable[..., bytes], *given: object) -> bytes:
        return shelf.keep(key, lambda: made.append(key) or make(*given))

    def built() -> dict[str, bytes]:
        return published(replace(network, keep=partial(keep, Shelf(tmp_path / "shelf"))), pictures)

    assert built() == built()
    assert len(made) == 1


def test_a_part_on_the_shelf_that_was_cut_short_is_made_again(tmp_path):
    Shelf(tmp_path).keep("key", lambda: b"whole")
    (tmp_path / "key").write_bytes(b"cut short")
    assert Shelf(tmp_path).keep("key", lambda: b"whole") == b"whole"


def test_the_shelf_gives_up_what_was_not_asked_for_longest(tmp_path):
    shelf = Shelf(tmp_path, most=60)
    for name in ("one", "two", "three"):
        shelf.keep(name, lambda: b"x" * 10)
    Shelf(tmp_path, most=60).keep("one", bytes)
    shelf.tidy()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["one", "three"]


# Limits


MEMORY = r"""
import re, sys
from pathlib import Path
from circuito.model.pictures import PictureFacts
from circuito.outputs.pictures import developed, placed
from circuito.reading.pictures import picture
content = Path(sys.argv[1]).read_bytes()
said, problems = picture(sys.argv[1], content)
made = placed("a.png", PictureFacts(int(said["width"]), int(said["height"])), None, True)
developed(content, (made.whole, *made.shapes.values()))
print(int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the peak of a process")
@pytest.mark.parametrize(("kind", "size"), [("PNG", (8000, 5000)), ("JPEG", (8000, 5000)), ("WEBP", (4000, 4000))])
def test_the_largest_pictures_need_less_than_400_megabytes(tmp_path, kind, size):
    file = tmp_path / f"foto.{'jpg' if kind == 'JPEG' else kind.lower()}"
    file.write_bytes(photograph(size, kind=kind))
    command = [sys.executable, "-c", MEMORY, str(file)]
    assert int(subprocess.run(command, capture_output=True, text=True, check=True).stdout) < 400
