"""The form of what a problem says: the fact and the remedy, in Italian and in English."""

from __future__ import annotations

Sentence = tuple[str, str]


def said(it: str, it_remedy: str, en: str, en_remedy: str) -> dict[str, Sentence]:
    """One sentence in both languages."""
    return {"it": (it, it_remedy), "en": (en, en_remedy)}
