"""Whether a file is what its name says: a still JPEG, PNG or WebP of bearable size, or a PDF."""

from __future__ import annotations

import io
import re
import struct
import warnings
from typing import TYPE_CHECKING

from ..problems import Problem, Source

if TYPE_CHECKING:
    from PIL import Image

FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
LARGEST_PIXELS = {"JPEG": 40_000_000, "PNG": 40_000_000, "WEBP": 16_000_000}  # WebP's decoder holds 16 bytes a pixel
LONGEST_SIDE = 16_383  # what WebP can hold, in which pictures are published
ORIENTATION = 0x0112


def picture(path: str, content: bytes) -> tuple[dict[str, str], list[Problem]]:
    """Width and height of a picture that stands upright, its mean colour, and what is wrong with it.

    It is judged by its header before any pixel is decoded, then by decoding it: a photograph at an eighth of its
    size, for which all of the file must be read but few pixels are made.
    """
    from PIL import Image, UnidentifiedImageError

    expected = FORMATS[path.rsplit(".", 1)[1]]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # of EXIF that is cut short
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as image:
                wrong = by_header(path, image, expected)
                if wrong:
                    return {}, [wrong]
                width, height = image.size
                image.draft(None, (max(1, width // 8), max(1, height // 8)))
                image.load()
                turned = orientation(image) >= 5
                colour = mean_colour(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        return {}, [too_large(path, int(re.findall(r"\d+", str(bomb))[0]), expected)]
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return {}, [Problem("picture-unreadable", Source(path))]
    size = (height, width) if turned else (width, height)
    return {"width": str(size[0]), "height": str(size[1]), "colour": colour}, []


def by_header(path: str, image: Image.Image, expected: str) -> Problem | None:
    """What is wrong with a picture by its header: its format, how large it is, whether it moves."""
    width, height = image.size
    if image.format != expected and not (image.format == "MPO" and expected == "JPEG"):
        return Problem("picture-suffix", Source(path), {"format": str(image.format), "expected": expected})
    if width * height > LARGEST_PIXELS[expected]:
        return too_large(path, width * height, expected)
    if max(width, height) > LONGEST_SIDE:
        return Problem("picture-side", Source(path), {"side": max(width, height), "most": LONGEST_SIDE})
    moves = image.format != "MPO" and getattr(image, "is_animated", False)
    return Problem("picture-animated", Source(path)) if moves else None


def orientation(image: Image.Image) -> int:
    """How a picture was held, as EXIF counts: 1 for upright, to 8; 1 where it does not say, or nobody can read it."""
    try:
        held: object = image.getexif().get(ORIENTATION)
    except (OSError, ValueError, SyntaxError, struct.error):
        return 1
    return held if isinstance(held, int) and held in range(1, 9) else 1


def mean_colour(image: Image.Image) -> str:
    """The mean colour of a picture, `#a0b1c2`, to stand in its place until it is there; none of one seen through."""
    from PIL import Image

    if image.has_transparency_data:
        return ""
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    image.thumbnail((32, 32), Image.Resampling.BOX)
    return "#{:02x}{:02x}{:02x}".format(*image.convert("RGB").resize((1, 1), Image.Resampling.BOX).tobytes())


def download(path: str, content: bytes) -> tuple[dict[str, str], list[Problem]]:
    """Nothing, and what is wrong with a download: whether it begins as a PDF does."""
    return {}, [] if b"%PDF-" in content[:1024] else [Problem("pdf-unreadable", Source(path))]


def too_large(path: str, pixels: int, kind: str) -> Problem:
    """The problem of a picture with too many pixels for its format."""
    most = LARGEST_PIXELS[kind] // 1_000_000
    return Problem("picture-pixels", Source(path), {"pixels": pixels // 1_000_000, "most": most})
