"""What the network's office writes beside declarations: its news and its pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A piece of news of the office, as lists and feeds show it. `url` is a path from the site's root."""

    title: str
    summary: str
    html: str
    lang: str
    published: datetime
    url: str
    slug: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePage:
    """A page of the office, as menus show it. `url` is a path from the site's root."""

    title: str
    lang: str
    url: str
    slug: str
