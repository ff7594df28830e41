"""Whether a logo is a drawing and nothing else: an SVG without scripts, without references, without text.

It is published as it is, shown as a picture, and set in print. What it may hold is listed; all else is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from ..problems import Problem, Source

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use"}
GROUPS = {"svg", "g", "defs", "symbol", "title", "desc", "clipPath", "mask", "linearGradient", "radialGradient", "stop"}
BOX = r"-?[\d.]+[\s,]+-?[\d.]+[\s,]+[\d.]+[\s,]+[\d.]+"
MOST = 4000


def drawing(path: str, content: bytes) -> tuple[dict[str, str], list[Problem]]:
    """The text of a logo, and what is wrong with it: told of the first thing alone."""
    try:
        text = content.decode("utf-8-sig")
        if re.search(r"<!(?:DOCTYPE|ENTITY)", text, re.IGNORECASE):
            return {}, [unsafe(path, "<!DOCTYPE>")]
        root = ElementTree.fromstring(text)
    except (UnicodeDecodeError, ElementTree.ParseError, ValueError):
        return {}, [Problem("logo-unreadable", Source(path))]
    if root.tag != f"{SVG}svg" or not re.fullmatch(BOX, root.get("viewBox", "").strip()):
        return {}, [Problem("logo-box", Source(path))]
    wrong = next(refused(root), None)
    return ({"svg": text.strip() + "\n"}, []) if wrong is None else ({}, [unsafe(path, wrong)])


def unsafe(path: str, what: str) -> Problem:
    return Problem("logo-unsafe", Source(path), {"what": what})


def refused(root: ElementTree.Element) -> Iterator[str]:
    """What a drawing holds that a logo may not."""
    for number, element in enumerate(root.iter()):
        name = str(element.tag)
        if number >= MOST:
            yield f"> {MOST}"
        if name.removeprefix(SVG) not in SHAPES | GROUPS:
            yield f"<{re.sub('{.*}', '', name)}>"
        for attribute, value in element.attrib.items():
            plain = re.sub("{.*}", "", attribute)
            inner = value.strip().startswith("#") if plain == "href" else not leads_out(value)
            if plain.startswith("on") or not inner:
                yield plain


def leads_out(value: str) -> bool:
    """Whether the value of an attribute may refer to something outside of its drawing; escapes could hide that."""
    plain = re.sub(r"/\*.*?\*/|\s", "", value).lower()
    inner = re.sub(r"url\(['\"]?#", "", plain)
    return any(sign in inner for sign in ("url(", "\\", "//", "javascript:", "data:", "@import", "image-set(", "src("))
