"""Pictures as pages show them, in all their sizes."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ..model.network import Network
from ..model.place import Picture
from .addresses import Addresses
from .pictures import Cut, Published, beside, published
from .views import Text, must, words


class CutView(Struct, frozen=True, kw_only=True):
    """A cut of a picture: its JPEG with its measures, and the WebP files among which a browser chooses (`srcset`)."""

    url: str
    srcset: str
    width: int
    height: int


class PictureView(Struct, frozen=True, kw_only=True):
    """A picture as published, with its measures, for those who see it and those who do not.

    `colour` is its mean colour, to stand in its place until it is there. `card` and `wide` are its cuts, where it is
    the first of its file; `wide` only if it is large enough to be as wide as a page.
    """

    url: str
    srcset: str
    width: int
    height: int
    colour: str
    alt: Text
    credit: str
    licence: str
    caption: Text | None
    card: CutView | None
    wide: CutView | None


def pictures_view(network: Network, path: str, pictures: Iterable[Picture], lang: str) -> tuple[PictureView, ...]:
    """The pictures of a file, at the addresses where `pictures` publishes them."""
    return tuple(
        network.once(("picture", path, number, lang), picture_view, network, path, picture, number == 0, lang)
        for number, picture in enumerate(pictures)
    )


def picture_view(network: Network, path: str, picture: Picture, first: bool, lang: str) -> PictureView:
    """One picture that the file at `path` names, in a language."""
    alt, caption = words(network, picture.alt, lang), words(network, picture.caption, lang)
    made = published(network, beside(path, picture.file), picture.focus, first)
    return drawn_picture(network, made, must(alt), picture.credit, picture.licence, caption)


def drawn_picture(
    network: Network, made: Published, alt: Text, credit: str, licence: str, caption: Text | None = None
) -> PictureView:
    """A published picture with what is said of it."""
    base = Addresses(network, network.lang).base
    whole = cut_view(base, made, made.whole)
    cuts = {shape: cut_view(base, made, cut) for shape, cut in made.shapes.items()}
    return PictureView(
        url=whole.url,
        srcset=whole.srcset,
        width=whole.width,
        height=whole.height,
        colour=made.colour,
        alt=alt,
        credit=credit,
        licence=licence,
        caption=caption,
        card=cuts.get("card"),
        wide=cuts.get("wide"),
    )


def banner_of(pictures: tuple[PictureView, ...]) -> tuple[PictureView | None, tuple[PictureView, ...]]:
    """The picture that is shown as wide as the page, if the first is large enough for it, and the others."""
    return (pictures[0], pictures[1:]) if pictures and pictures[0].wide else (None, pictures)


def cut_view(base: str, made: Published, cut: Cut) -> CutView:
    """A cut at its addresses below the site's `base`."""
    width, height = cut.largest
    srcset = ", ".join(f"{base}/{made.webp(cut, each)} {each}w" for each, _ in cut.sizes)
    return CutView(url=f"{base}/{made.jpeg(cut)}", srcset=srcset, width=width, height=height)
