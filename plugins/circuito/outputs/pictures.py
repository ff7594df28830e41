"""Pictures as they are published: made anew from the pixels alone, upright, in sRGB, in the sizes that pages need.

Nothing hidden travels along: neither place nor camera nor any other metadata. A picture is shown whole, and the first
of a file also cut: to the shape of a card, and, if it is large enough, wide for a whole page. A cut keeps the focus.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from ..model.network import Network
from ..model.pictures import PictureFacts
from ..model.place import Focus
from ..model.record import Record
from ..reading.pictures import orientation
from . import File, digest

if TYPE_CHECKING:
    from PIL import Image

WIDEST = 1600
SHAPES = {"card": (3 / 2, (480, 960), 0), "wide": (21 / 9, (960, 1600), 1200)}
WHOLE = (480, 960, 1600)
SAME_SHAPE = 0.02
TURNS = {
    2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE", 6: "ROTATE_270", 7: "TRANSVERSE", 8: "ROTATE_90",
}  # fmt: skip
WEBP = {"quality": 76, "method": 2}
JPEG = {"quality": 80, "optimize": True, "subsampling": "4:2:0"}

Box = tuple[float, float, float, float]


class Cut(Struct, frozen=True):
    """A part of a picture: what it adds to the file's name, its box in the upright picture, and its published sizes."""

    name: str
    box: Box
    sizes: tuple[tuple[int, int], ...]

    @property
    def largest(self) -> tuple[int, int]:
        """The largest published size, which is that of the JPEG too."""
        return self.sizes[-1]


class Published(Struct, frozen=True):
    """Where the cuts of a picture are published: the whole, and by shape where it was cut."""

    stem: str
    colour: str
    whole: Cut
    shapes: dict[str, Cut]

    def jpeg(self, cut: Cut) -> str:
        """The path of a cut that every program can show."""
        return f"{self.stem}{'@' if cut.name else ''}{cut.name}.jpg"

    def webp(self, cut: Cut, width: int) -> str:
        """The path of a cut in one width."""
        return f"{self.stem}@{cut.name}{'-' if cut.name else ''}{width}.webp"


def pictures(network: Network) -> Iterator[File]:
    """The files of every picture that is shown, each once."""
    seen: set[str] = set()
    for path, focus, first in shown(network):
        made = published(network, path, focus, first)
        for file in files_of(network, made, os.path.join(network.root, path), network.pictures[path]):
            if file.path not in seen:
                seen.add(file.path)
                yield file


def shown(network: Network) -> Iterator[tuple[str, Focus | None, bool]]:
    """Every picture that is shown: its path, its focus, and whether it is the first of the file that names it."""
    for record in records(network):
        for number, picture in enumerate(getattr(record.fields, "pictures", ())):
            yield beside(record.path, picture.file), picture.focus, number == 0
    for path in network.office_pictures:
        yield path, None, False


def records(network: Network) -> Iterator[Record]:
    """Everything that may name pictures."""
    for space in network.spaces:
        yield space.record
        yield from (room.record for room in space.rooms)
    yield from (project.record for project in network.projects)
    yield from (event.record for event in network.events)


def beside(path: str, file: str) -> str:
    """The path of a picture that lies beside a file."""
    return f"{os.path.dirname(path)}/{file}"


def facts_of(network: Network, path: str, file: str) -> PictureFacts:
    """What is known of a picture that lies beside a file."""
    return network.pictures[beside(path, file)]


def files_of(network: Network, made: Published, source: str, facts: PictureFacts) -> Iterator[File]:
    """The files of one picture."""
    cuts = tuple({cut.name: cut for cut in (made.whole, *made.shapes.values())}.values())
    for cut in cuts:
        names = [made.jpeg(cut), *(made.webp(cut, width) for width, _ in cut.sizes)]
        for number, name in enumerate(names):
            part = f"{cut.name} {number}"
            yield File(name, digest(name, facts, cut.box, cut.sizes), partial(part_of, network, source, cuts, part))


def published(network: Network, path: str, focus: Focus | None = None, first: bool = False) -> Published:
    """Where the picture at a path is published, the first of a file in more shapes; made once."""
    return network.once(("published", path, focus, first), placed, path, network.pictures[path], focus, first)


def placed(path: str, facts: PictureFacts, focus: Focus | None, first: bool) -> Published:
    size = facts.width, facts.height
    whole = Cut("", (0, 0, *size), sizes_of(size, WHOLE))
    x, y = (float(focus.x), float(focus.y)) if focus else (0.5, 0.5)
    shapes = {}
    for shape, (ratio, widths, least) in SHAPES.items() if first else ():
        box = box_of(size, ratio, (x, y))
        if box[2] - box[0] < least:
            continue
        name = f"{shape}-{round(100 * x)}-{round(100 * y)}"
        own = abs(size[0] / size[1] / ratio - 1) <= SAME_SHAPE
        shapes[shape] = whole if own else Cut(name, box, sizes_of((box[2] - box[0], box[3] - box[1]), widths))
    return Published(f"pictures/{path.removeprefix('content/').rpartition('.')[0]}", facts.colour, whole, shapes)


def box_of(size: tuple[int, int], ratio: float, focus: tuple[float, float]) -> Box:
    """The largest box of a shape inside a picture, as near to the focus as the edges allow."""
    width, height = min(size[0], size[1] * ratio), min(size[1], size[0] / ratio)
    left = min(max(focus[0] * size[0] - width / 2, 0), size[0] - width)
    top = min(max(focus[1] * size[1] - height / 2, 0), size[1] - height)
    return left, top, left + width, top + height


def sizes_of(size: tuple[float, float], widths: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """The sizes in which a part of a size is published, the smallest first; no side is longer than it was."""
    width, height = size
    full = min(width, WIDEST, WIDEST * width / height, max(widths))
    chosen = [*(each for each in widths if each < 0.8 * full), full]
    return tuple((max(1, round(each)), max(1, round(each * height / width))) for each in chosen)


# Pixels


def part_of(network: Network, source: str, cuts: tuple[Cut, ...], part: str) -> bytes:
    """The bytes of one published file. All files of a picture are made together and kept by its own bytes."""
    import msgspec

    content = Path(source).read_bytes()
    key = digest(recipe(), content, [(cut.name, cut.box, cut.sizes) for cut in cuts])
    made: dict[str, bytes] = msgspec.msgpack.decode(network.keep(key, developed, content, cuts))
    return made[part]


@cache
def recipe() -> str:
    """What the bytes depend on apart from the picture: this module, and the libraries that encode."""
    from PIL import __version__, features

    libraries = [features.version(name) for name in ("jpg", "webp", "littlecms2")]
    return digest(Path(__file__).read_bytes(), __version__, libraries)


def developed(content: bytes, cuts: tuple[Cut, ...]) -> bytes:
    """All files of a picture, by the name of the cut and their number: the JPEG first, then WebP by width."""
    import msgspec
    from PIL import Image

    master, scale = upright(content)
    made: dict[str, bytes] = {}
    for cut in cuts:
        x0, y0, x1, y1 = (min(edge * scale, side) for edge, side in zip(cut.box, master.size * 2, strict=True))
        large = master.resize(cut.largest, Image.Resampling.LANCZOS, box=(x0, y0, x1, y1), reducing_gap=3)
        made[f"{cut.name} 0"] = encoded(on_white(large), "JPEG", JPEG)
        for number, size in enumerate(cut.sizes, 1):
            small = large if size == large.size else large.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
            made[f"{cut.name} {number}"] = encoded(small, "WEBP", WEBP)
    return msgspec.msgpack.encode(made)


def upright(content: bytes) -> tuple[Image.Image, float]:
    """A picture in sRGB, turned as it was held, no wider than is published, and its scale.

    A photograph is shrunk while it is decoded, and everything else is done on what is small: so the memory needed is
    little more than that of the decoded file.
    """
    from PIL import Image

    with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as image:
        held = orientation(image)
        turned = held >= 5
        width, height = (image.height, image.width) if turned else image.size
        scale = min(1, WIDEST / width)
        target = max(1, round(width * scale)), max(1, round(height * scale))
        stored = (target[1], target[0]) if turned else target
        image.draft(None, stored)
        small = plain(image).resize(stored, Image.Resampling.LANCZOS, reducing_gap=3)
        profile = image.info.get("icc_profile")
    if held in TURNS:
        small = small.transpose(Image.Transpose[TURNS[held]])
    return in_srgb(small, profile), target[0] / width


def plain(image: Image.Image) -> Image.Image:
    """A picture in a mode that can be resized without loss: RGB, RGBA, grey or CMYK."""
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L")
    return image if image.mode in ("RGB", "L", "CMYK") else image.convert("RGB")


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A picture in sRGB: by its own colour profile where it has one that fits, else as it is."""
    from PIL import ImageCms

    kept = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, own, srgb, outputMode=kept)
            if converted is not None:
                return converted
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return image if image.mode == kept else image.convert(kept)


def on_white(image: Image.Image) -> Image.Image:
    """A picture that nothing shines through, for a format without transparency."""
    from PIL import Image

    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def encoded(image: Image.Image, kind: str, options: dict[str, Any]) -> bytes:
    """The bytes of a picture. Without its `info` nothing but pixels is written."""
    image.info = {}
    made = io.BytesIO()
    image.save(made, kind, **options)
    return made.getvalue()
