"""Text of strangers in comments: shown as it is, leading nowhere, calling nobody."""

from __future__ import annotations

import re

from ..problems import Problem, printable, sentence

LONGEST = 300
CALLS = re.compile(r"[@#!%$~&^](?=\w)|\bG[HL]-(?=\d)|\bwww(?=\.)|:(?=//)|@", re.IGNORECASE)


def code_span(text: str) -> str:
    """Text as Markdown code: there no host finds mentions, links, numbers of issues, emphasis or HTML."""
    shown = printable(text).strip()
    if len(shown) > LONGEST:
        shown = f"{shown[:LONGEST]}…"
    fence = "`" * (longest_run(shown) + 1)
    edge = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{edge}{shown}{edge}{fence}" if shown else "–"


def uncalled(text: str) -> str:
    """Text in which no host finds mentions, numbers or addresses, for where there is no code: a joiner breaks them."""
    return CALLS.sub("\\g<0>\u2060", text)


def longest_run(text: str) -> int:
    """The length of the longest run of backticks."""
    return max((len(run) for run in re.findall("`+", text)), default=0)


def inert_sentence(problem: Problem, lang: str) -> tuple[str, str]:
    """Fact and remedy of a problem as Markdown, with all that comes from files as code."""
    values = {name: value if isinstance(value, int) else code_span(value) for name, value in problem.values.items()}
    fact, remedy = (bare(part).format_map(values) for part in sentence(problem.code, lang))
    return fact, remedy


def bare(sentence: str) -> str:
    """A sentence whose values stand without the backticks around them, as they bring their own."""
    return re.sub(r"`(\{\w+\})`", r"\1", sentence)
