"""Whether a file is what its name says: a JPEG, PNG or WebP of bearable size, or a PDF."""

from __future__ import annotations

import io
import re
import warnings

from ..problems import Problem, Source

FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
LARGEST_PIXELS = 40_000_000
ORIENTATION = 0x0112


def picture(path: str, content: bytes) -> tuple[dict[str, str], list[Problem]]:
    """Width and height of a picture that stands upright, and what is wrong with it.

    It is judged by its header before any pixel is decoded, then by decoding it.
    """
    from PIL import Image, UnidentifiedImageError

    expected = FORMATS[path.rsplit(".", 1)[1]]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as image:
                if image.format != expected and not (image.format == "MPO" and expected == "JPEG"):
                    values = {"format": str(image.format), "expected": expected}
                    return {}, [Problem("picture-suffix", Source(path), values)]
                pixels = image.width * image.height
                if pixels > LARGEST_PIXELS:
                    return {}, [too_large(path, pixels)]
                image.load()
                turned = image.getexif().get(ORIENTATION, 1) >= 5
                size = (image.height, image.width) if turned else (image.width, image.height)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        return {}, [too_large(path, int(re.findall(r"\d+", str(bomb))[0]))]
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return {}, [Problem("picture-unreadable", Source(path))]
    return {"width": str(size[0]), "height": str(size[1])}, []


def download(path: str, content: bytes) -> tuple[dict[str, str], list[Problem]]:
    """Nothing, and what is wrong with a download: whether it begins as a PDF does."""
    return {}, [] if b"%PDF-" in content[:1024] else [Problem("pdf-unreadable", Source(path))]


def too_large(path: str, pixels: int) -> Problem:
    """The problem of a picture with too many pixels."""
    return Problem("picture-pixels", Source(path), {"pixels": pixels // 1_000_000, "most": LARGEST_PIXELS // 1_000_000})
