"""From a filed form to a file on a branch, and to the words in which the person who filed it is answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from ..model.network import Network
from ..outputs.addresses import Addresses
from ..outputs.edit_links import file_address
from ..problems import Problem
from ..reading.files import Proposed
from ..reading.load import load
from ..writing.things import new_event, new_project, slug_of
from .filed import Filed, Wrong
from .inert import code_span, inert_sentence, uncalled
from .words import FILED as WORDS

MARK = "<!-- circuito form -->"
MOST_PICTURES = 20
REGULAR = 0o100644


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What became of a form: the file, if one could be made, and the answer in Markdown, whose first line is a mark."""

    path: str = ""
    content: str = ""
    title: str = ""
    answer: str = ""
    lang: str = "it"

    @property
    def right(self) -> bool:
        """Whether nothing has to change."""
        return bool(self.path) or not self.title


def accepted(network: Network, told: Filed, today: date, author: str) -> Accepted:
    """The file that a form asks for, and what to answer."""
    if told.form.kind == "mistake":
        return Accepted(answer=marked(mistake_lines(network, told)))
    title = str(told.data.get("title", ""))
    if told.wrong:
        return Accepted(title=title or "?", answer=marked(wrong_lines(told, told.wrong)))
    path, content = file_of(network, told, today)
    instead = {path: Proposed(REGULAR, len(content.encode()), content.encode())}
    problems = [each for each in load(network.root, today=today, instead=instead).problems if each.source.path == path]
    if problems:
        return Accepted(title=title, answer=marked(wrong_lines(told, [about(told, each) for each in problems])))
    shown = WORDS[told.form.lang]["title"].format(title=uncalled(title), name=author or "?")
    answer = marked(right_lines(told, path))
    return Accepted(path=path, content=content, title=shown, answer=answer, lang=told.form.lang)


def file_of(network: Network, told: Filed, today: date) -> tuple[str, str]:
    """Path and content of the file, as `circuito new` would write it."""
    text = told.others.get("text", "")
    if told.form.kind == "project":
        return new_project(free_slug(network, told.data["title"]), {**told.data, "status": "draft"}, text)
    space = told.others["space"]
    folder = Path(network.root, "events", space)
    paths = [f"events/{space}/{each.name}" for each in folder.glob("*")]
    return new_event(space, {**told.data, "published": today}, text, paths, [each.id for each in network.events])


def free_slug(network: Network, title: str) -> str:
    """A name for a project that no folder bears."""
    slug = slug_of(title) or "progetto"
    names = chain((slug,), (f"{slug}-{number}" for number in count(2)))
    return next(name for name in names if not Path(network.root, "content", "projects", name).exists())


def about(told: Filed, problem: Problem) -> Wrong:
    """A problem in the file as one of an answer: the question whose field it is, or the text."""
    for asked in told.form.asked:
        path: Sequence[Any] = asked.question.path if asked.question else ()
        length = min(len(path), len(problem.field))
        if length and tuple(path[:length]) == problem.field[:length]:
            return Wrong(asked.label, problem)
    text = next((asked.label for asked in told.form.asked if asked.key == "text"), told.form.name)
    return Wrong(text, said="image") if problem.code == "text-image" else Wrong(text, problem)


def marked(lines: Iterator[str]) -> str:
    """An answer with the mark by which it is found again."""
    return "\n".join([MARK, *lines, ""])


def wrong_lines(told: Filed, wrong: Sequence[Wrong]) -> Iterator[str]:
    """Which answers to change, and how."""
    say = WORDS[told.form.lang]
    yield from (say["wrong"], "")
    for each in wrong:
        fact, remedy = sentence(each, told.form.lang)
        yield f"- **{each.label}**: {fact}{f' ({remedy})' if remedy else ''}"
    yield from ("", say["how"])


def sentence(wrong: Wrong, lang: str) -> tuple[str, str]:
    """What is wrong with an answer, and what to write instead."""
    say = WORDS[lang]
    if wrong.problem is not None:
        return inert_sentence(wrong.problem, lang)
    told = {"name": code_span(wrong.value), "most": wrong.value}
    return say[wrong.said].format(**told), say[f"{wrong.said}-remedy"].format(**told)


def right_lines(told: Filed, path: str) -> Iterator[str]:
    """The file that was made, and what is left to do by hand."""
    say = WORDS[told.form.lang]
    yield from (say["thanks"], "", f"- {code_span(path)}")
    if told.pictures:
        yield from ("", say["pictures"], "", *(f"- {code_span(each)}" for each in told.pictures[:MOST_PICTURES]))


def proposed_lines(told: Accepted, address: str) -> str:
    """Where a proposal is, as the end of an answer; nothing where it was open before."""
    return f"\n{WORDS[told.lang]['proposal'].format(address=f'<{address}>')}\n" if address else ""


def mistake_lines(network: Network, told: Filed) -> Iterator[str]:
    """From which file a page comes, and where to correct it."""
    say = WORDS[told.form.lang]
    path = page_file(network, told.others.get("page", ""))
    if not path:
        yield say["no-page"]
        return
    yield from (say["mistake"], "", f"- {code_span(path)}")
    if network.fields.repository:
        yield from ("", say["correct"].format(address=f"<{file_address(network.fields.repository, path)}>"))


def page_file(network: Network, address: str) -> str:
    """The file that a page of an event, a space, a project or an organisation is made of; empty if it is none."""
    asked = unquote(urlsplit(address.strip()).path).rstrip("/")
    return next((path for at, path in files_by_address(network).items() if at and asked.endswith(at.rstrip("/"))), "")


def files_by_address(network: Network) -> Mapping[str, str]:
    """The files of things by the addresses of their pages, in every language; the longest first."""
    found: dict[str, str] = {}
    for lang in network.languages:
        to = Addresses(network, lang)
        found |= {to.event(each): each.record.path for each in network.events}
        found |= {to.space(each): each.record.path for each in network.spaces}
        found |= {to.project(each): each.record.path for each in network.projects}
        found |= {to.organisation(each): each.record.path for each in network.organisations}
    return dict(sorted(found.items(), key=lambda each: -len(each[0])))
