"""QR codes (ISO/IEC 18004) of addresses, as drawings."""

from __future__ import annotations

from io import BytesIO

SCREEN_MASK = 3


def code(address: str, colour: str) -> bytes:
    """The code of an address as an SVG document, without the margin that a sheet gives it."""
    return drawn(address, border=0, dark=colour)


def code_on_page(address: str) -> str:
    """The code of an address for a page, with its margin, dark on light in either theme.

    Of the eight masks that paper chooses the plainest from, a screen does with one that readers take as well: trying
    them all is five sixths of the work.
    """
    return drawn(address, SCREEN_MASK, border=4, light="#ffffff", xmldecl=False, svgns=False).decode().strip()


def drawn(address: str, mask: int | None = None, **look: object) -> bytes:
    import segno

    made = BytesIO()
    segno.make(address, error="m", micro=False, mask=mask).save(made, kind="svg", omitsize=True, **look)
    return made.getvalue()
