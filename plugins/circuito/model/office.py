"""What the network's office writes beside declarations: its news and its pages."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class News(Struct, frozen=True, kw_only=True):
    """A piece of news of the office, as lists and feeds show it. `url` is a path from the site's root."""

    title: str
    summary: str
    html: str
    lang: str
    published: datetime
    url: str
    slug: str = ""


class OfficePage(Struct, frozen=True, kw_only=True):
    """A page of the office, as menus show it. `url` is a path from the site's root."""

    title: str
    lang: str
    url: str
    slug: str
