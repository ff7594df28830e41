"""Social cards: the picture that a link to a page shows where people share it, in the page's language.

A page's card is 1200 by 630 pixels, as the Open Graph protocol's readers ask. The same in square and story format is
made on demand (`circuito card`). Pages without a card of their own show that of the home page.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from ..model.network import Network
from ..model.phrases import RIGHT_TO_LEFT
from ..model.place import Picture
from ..model.record import Record
from ..model.things import Event
from . import File, digest
from .addresses import Addresses, card_path, path_of
from .card_facts import (
    Card,
    event_card,
    home_card,
    is_far,
    lead,
    news_card,
    page_card,
    project_card,
    space_card,
)
from .keys import event_key, network_key, project_key, space_key
from .marks import network_svg, space_svg
from .pictures import JPEG, box_of, encoded, facts_of, on_white, upright
from .typesetting import typeset, typesetting_key
from .views import Text, status_of

__all__ = ["card_path", "cards"]

FORMATS = {"card": (1200, 630), "square": (1080, 1080), "story": (1080, 1920)}
COLOURS, COLOURS_WITH_PICTURE = 48, 160
ROUND = 800
BROKEN = ("cancelled", "postponed")


def cards(network: Network) -> Iterator[File]:
    """The card of every event, space and project, of the home page, and of the office's news and pages."""
    for lang in network.languages:
        to, own = Addresses(network, lang), shared_key(network, lang)
        yield card_file(network, to.home(), lang, digest(own), home_card)
        for space in network.spaces:
            key = digest(own, space_key(network, space), picture_key(network, space.record))
            yield card_file(network, to.space(space), lang, key, space_card, space)
        for project in network.projects:
            key = digest(own, project_key(network, project), picture_key(network, project.record))
            yield card_file(network, to.project(project), lang, key, project_card, project)
        for event in network.events:
            yield card_file(network, to.event(event), lang, event_card_key(network, event, lang), event_card, event)
    for news in network.news:
        key = digest(shared_key(network, news.lang), news.title, news.published.isoformat())
        yield card_file(network, news.url, news.lang, key, news_card, news)
    for page in network.pages:
        key = digest(shared_key(network, page.lang), page.title)
        yield card_file(network, page.url, page.lang, key, page_card, page)


def card_on_demand(network: Network, path: str, lang: str, form: str) -> bytes:
    """The card of the event, space or project of a file, or of `content/network.yaml`, in one of `FORMATS`.

    Raises `LookupError` where no such file is published.
    """
    described: dict[str, tuple[Callable[..., Card], tuple[object, ...]]] = {"content/network.yaml": (home_card, ())}
    described |= {each.record.path: (event_card, (each,)) for each in network.events}
    described |= {each.record.path: (space_card, (each,)) for each in network.spaces}
    described |= {each.record.path: (project_card, (each,)) for each in network.projects}
    if path not in described:
        raise LookupError(f"{path}: neither an event, nor a space, nor a project that is published")
    describe, things = described[path]
    return drawn(network, describe(network, *things, lang), lang, form)


def card_file(
    network: Network, address: str, lang: str, key: str, describe: Callable[..., Card], *things: object
) -> File:
    """The card of the page at an address."""
    path = path_of(address, Addresses(network, lang).base)
    return File(card_path(path), digest("card", key), partial(made, network, lang, describe, *things))


def made(network: Network, lang: str, describe: Callable[..., Card], *things: object) -> bytes:
    """The PNG of what a function describes of some things in a language."""
    return drawn(network, describe(network, *things, lang), lang, "card")


# Keys


def shared_key(network: Network, lang: str) -> str:
    """What all cards in a language are made from."""
    return network.once(("card-key", lang), made_key, network, lang)


def made_key(network: Network, lang: str) -> str:
    marks = [network_svg(network), *(space_svg(network, space) for space in network.spaces)]
    counts = len(network.spaces), len(network.projects)
    return digest(lang, typesetting_key(network), network_key(network), network.phrases[lang].digest, marks, counts)


def event_card_key(network: Network, event: Event, lang: str) -> str:
    """What an event's card is made from: the event, and the date that it leads with."""
    dated = lead(network, event)
    when = (*map(str, (dated.starts, dated.ends, status_of(event, dated))), is_far(network, dated)) if dated else None
    pictured = picture_key(network, event.record), event.project and picture_key(network, event.project.record)
    return digest(shared_key(network, lang), event_key(network, event), pictured, when)


def picture_key(network: Network, record: Record) -> tuple[object, ...] | None:
    """The first picture of a file, if it has one."""
    first = next(iter(record.fields.pictures), None)
    return tuple(facts_of(network, record.path, first.file)) if first else None


# How they are drawn


def drawn(network: Network, card: Card, lang: str, form: str) -> bytes:
    """The PNG of a card, made small; kept by all that it is made from."""
    data, pictures = data_of(network, card, lang), pictures_of(network, card)
    data |= dict(zip(("width", "height"), FORMATS[form], strict=True))
    key = digest("card 1", typesetting_key(network), data, sorted(pictures.items()))
    return network.keep(key, small_card, network, data, pictures, card.source)


def small_card(network: Network, data: Mapping[str, Any], pictures: Mapping[str, bytes], source: str) -> bytes:
    made = typeset(network, "card", data, pictures, form="png", source=source)
    return small(made, COLOURS_WITH_PICTURE if data["picture"] else COLOURS)


def small(content: bytes, colours: int) -> bytes:
    """A PNG of so many colours: flat ones lose nothing that can be seen."""
    from PIL import Image

    with Image.open(io.BytesIO(content)) as image:
        fewer = image.convert("RGB").quantize(colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    made = io.BytesIO()
    fewer.save(made, "PNG", compress_level=6)
    return made.getvalue()


def data_of(network: Network, card: Card, lang: str) -> dict[str, Any]:
    """A card as its template is handed it."""
    return {
        "lang": lang.split("-", maxsplit=1)[0],
        "dir": network.phrases[lang].dir,
        "name": spoken(Text(network.fields.name, network.lang), lang),
        "title": spoken(card.title, lang),
        "facts": [{"big": spoken(big, lang), "small": spoken(small, lang)} for big, small in card.facts],
        "alert": network.phrases[lang](f"status.{card.status}") if card.status else "",
        "whole": card.status not in BROKEN,
        "line": card.line,
        "picture": "picture.svg" if card.picture else "",
        "mark": "mark.svg",
        "alt": "",
    }


def spoken(said: Text, lang: str) -> dict[str, str]:
    """A text with its language and direction, as templates set it."""
    own = (said.lang or lang).split("-", maxsplit=1)[0]
    return {"text": said.text, "lang": own, "dir": "rtl" if own in RIGHT_TO_LEFT else "ltr"}


def pictures_of(network: Network, card: Card) -> dict[str, bytes]:
    """The files that a card's template shows."""
    files = {"network.svg": network_svg(network).encode(), "mark.svg": card.mark.encode()}
    if card.picture:
        files["picture.svg"] = cropped(network, *card.picture, ratio=1, width=ROUND)
    return files


def cropped(network: Network, path: str, picture: Picture, ratio: float, width: int) -> bytes:
    """A picture of the file at a path, cut to a shape round its focus, without metadata; made once."""
    key = ("cropped", path, picture.file, picture.focus, ratio, width)
    return network.once(key, made_crop, network, path, picture, ratio, width)


def made_crop(network: Network, path: str, picture: Picture, ratio: float, width: int) -> bytes:
    from PIL import Image

    image, _ = upright((Path(network.root) / path).parent.joinpath(picture.file).read_bytes())
    focus = (float(picture.focus.x), float(picture.focus.y)) if picture.focus else (0.5, 0.5)
    box = box_of(image.size, ratio, focus)
    wide = min(width, round(box[2] - box[0]))
    size = max(1, wide), max(1, round(wide / ratio))
    return encoded(on_white(image.resize(size, Image.Resampling.LANCZOS, box=box)), "JPEG", JPEG)
