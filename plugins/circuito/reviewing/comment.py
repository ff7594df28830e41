"""A review as one comment in Markdown, the same at every host. All that comes from the proposal is inert in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from urllib.parse import quote

from ..problems import Problem
from .inert import code_span, inert_sentence
from .pages import PageChange
from .proposal import Proposal
from .words import WORDS

MARK = "<!-- circuito review -->"
MOST_PROBLEMS, MOST_PAGES, MOST_FILES = 50, 12, 30
LONGEST = 60_000  # GitHub takes 65,536 characters


def comment(proposal: Proposal, lang: str, preview: str = "", download: str = "") -> str:
    """The comment. `preview` is the address where the proposed site can be seen, `download` where it can be had.

    Its first line is a mark by which an earlier comment is found, to be replaced.
    """
    return "\n".join([MARK, *as_many(lines(proposal, lang, preview, download)), ""])


def as_many(told: Iterable[str]) -> Iterator[str]:
    """As many lines as a host takes in one comment; what is to be mended stands before what changes."""
    left = LONGEST
    for line in told:
        left -= len(line) + 1
        if left < 0:
            yield from ("", "…")
            return
        yield line


def lines(proposal: Proposal, lang: str, preview: str, download: str) -> Iterator[str]:
    """The lines of the comment: what to do first, what changes after it."""
    say = WORDS[lang]
    yield f"## {say['title']}"
    yield ""
    yield verdict(proposal, lang)
    if proposal.problems:
        yield from ("", f"### {say['problems']}", "", *problem_lines(proposal.problems, lang))
    if proposal.refused:
        yield from ("", f"### {say['refused']}", "", *refused_lines(proposal.refused, lang))
    if proposal.mended:
        yield from ("", say["mended"].format(count=proposal.mended))
    for key, address in (("preview", preview), ("download", download)):
        if address and proposal.shown:
            yield from ("", say[key].format(address=f"<{address}>"))
    yield from ("", f"### {say['pages']}", "", *page_lines(proposal.pages, lang, preview if proposal.shown else ""))
    yield from ("", f"### {say['files']}", "", *file_lines(proposal, lang), "", f"*{say['by']}*")


def verdict(proposal: Proposal, lang: str) -> str:
    """The review in one sentence."""
    say, count = WORDS[lang], len(proposal.problems)
    if count:
        return say["wrong-one"] if count == 1 else say["wrong"].format(count=count)
    if not proposal.refused:
        return say["right"]
    waits = all(each.code in ("proposal-outside", "proposal-maintainers", "proposal-code") for each in proposal.refused)
    count = len(proposal.refused)
    return say["right-after-office"] if waits else say["wrong-one"] if count == 1 else say["wrong"].format(count=count)


def problem_lines(problems: Sequence[Problem], lang: str) -> Iterator[str]:
    """Problems as a list, by file and line."""
    say = WORDS[lang]
    for problem in problems[:MOST_PROBLEMS]:
        place = f"{code_span(problem.source.path)}, {say['line'].format(line=problem.source.line)}"
        yield f"- {place}: {said(problem, lang)}"
    if len(problems) > MOST_PROBLEMS:
        yield f"- {say['more'].format(count=len(problems) - MOST_PROBLEMS)}"


def refused_lines(problems: Sequence[Problem], lang: str) -> Iterator[str]:
    """What speaks against a proposal or must be awaited, each once, with the files of which it is true."""
    say = WORDS[lang]
    sentences: dict[str, list[str]] = {}
    for problem in problems:
        sentences.setdefault(said(problem, lang), []).append(problem.source.path)
    for sentence, paths in sentences.items():
        yield f"- {sentence}"
        yield from (f"  - {code_span(path)}" for path in paths[:MOST_FILES])
        if len(paths) > MOST_FILES:
            yield f"  - {say['more-files'].format(count=len(paths) - MOST_FILES)}"


def said(problem: Problem, lang: str) -> str:
    """The sentence of a problem with its remedy, in words that a comment cannot take for its own marks."""
    fact, remedy = inert_sentence(problem, lang)
    return f"{fact}. **{WORDS[lang]['remedy']}**: {remedy}" if remedy else fact


def page_lines(pages: Sequence[PageChange], lang: str, preview: str) -> Iterator[str]:
    """Pages that change, by their kind; not more than a reader looks at."""
    say = WORDS[lang]
    if not pages:
        yield say["no-pages"]
    for kind, alike in groupby(pages, key=attrgetter("kind")):
        listed = list(alike)
        yield f"- {say[kind]}: {len(listed)}"
        for page in listed[:MOST_PAGES]:
            yield f"  - {page_line(page, say[page.how], preview)}"
        if len(listed) > MOST_PAGES:
            yield f"  - {say['more'].format(count=len(listed) - MOST_PAGES)}"


def page_line(page: PageChange, how: str, preview: str) -> str:
    """One page: what happens to it, its address, its name; linked where it can be seen."""
    address = code_span(page.address)
    if preview and page.how != "removed":
        address = f"[{address}](<{preview.rstrip('/')}{quote(page.address)}>)"
    return f"{how}: {address} {code_span(page.name)}"


def file_lines(proposal: Proposal, lang: str) -> Iterator[str]:
    """The files that change."""
    say = WORDS[lang]
    for change in proposal.changes[:MOST_FILES]:
        how = say[f"file-{change.kind}"].format(former=code_span(change.former))
        yield f"- {code_span(change.path)}: {how}"
    if len(proposal.changes) > MOST_FILES:
        yield f"- {say['more-files'].format(count=len(proposal.changes) - MOST_FILES)}"
