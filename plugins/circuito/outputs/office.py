"""What templates see of the office's own news and pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePage:
    """A page of the office in menus."""

    title: str
    lang: str
    url: str
    slug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeText:
    """A piece of news or a page as its own page shows it."""

    title: str
    summary: str
    html: str
    published: str
    published_text: str = ""
    url: str
    source: str
