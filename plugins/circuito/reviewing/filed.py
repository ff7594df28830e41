"""A filed form: what a host tells of an issue is read as the answers to a form, and these as the data of a file.

The text is a stranger's: no answer is a path, a command or a name that is not among the network's own. Every one is
held against the declaration of its field, and sizes are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.network import Network
from ..model.things import Space
from ..problems import Problem
from ..writing.questions import answer, data_of
from .forms import Asked, Form, spaces_by_name

LONGEST_BODY, LONGEST_ANSWER, LONGEST_TITLE = 64 * 1024, 20 * 1024, 200
NO_ANSWER = {"", "_No response_", "*No response*", "None"}
HEADING = re.compile(r"###[ \t]+(.+?)[ \t]*#*")
TICKED = re.compile(r"- \[[xX]\][ \t]+(.+)")
PICTURE = re.compile(
    r"!\[[^\]\n]{0,200}\]\((https?://[^\s)]{1,500})\)|<img[^>\n]{0,300}?src=\"(https?://[^\s\"]{1,500})\""
)
HINT = re.compile(r"<!--.*?-->", re.DOTALL)


class NoIssue(Exception):
    """What a host told is no issue."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue as its host tells of it."""

    number: int
    title: str
    body: str
    author: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """An answer that does not fit: the question's label, and the problem, or the key of our own sentence about it."""

    label: str
    problem: Problem | None = None
    said: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What a form says: the space that it is about, if it asks for one, the data of a file's head, the text below it,
    the addresses of pictures, and what is wrong. `others` are the answers that are no fields, by their keys.
    """

    form: Form
    data: Mapping[str, Any]
    others: Mapping[str, str]
    pictures: tuple[str, ...]
    wrong: tuple[Wrong, ...]


def issue_of(payload: Any) -> Issue:
    """The issue in what GitHub, Forgejo, Gitea or GitLab send. Raises `NoIssue`."""
    if not isinstance(payload, Mapping):
        raise NoIssue
    if payload.get("object_kind") == "issue":
        told, who = payload.get("object_attributes"), payload.get("user")
        names = ("iid", "title", "description", "username")
    else:
        told = payload.get("issue")
        who = told.get("user") if isinstance(told, Mapping) else None
        names = ("number", "title", "body", "login")
    if not isinstance(told, Mapping) or not isinstance(who, Mapping) or "pull_request" in told:
        raise NoIssue
    number, title, body, author = told.get(names[0]), told.get(names[1]), told.get(names[2]), who.get(names[3])
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise NoIssue
    texts = [each if isinstance(each, str) else "" for each in (title, body, author)]
    return Issue(number, texts[0][:LONGEST_TITLE], texts[1][:LONGEST_BODY], texts[2])


def recognised(body: str, forms: Iterable[Form]) -> tuple[Form, Mapping[str, str]] | None:
    """The form that was filed and its answers by the keys of questions; None where the text is no form of ours."""
    found = [(each, answers_in(body, each)) for each in forms]
    whole = [(form, told) for form, told in found if all(each.key in told for each in form.asked if each.required)]
    return max(whole, key=lambda each: len(each[1]), default=None)


def answers_in(body: str, form: Form) -> dict[str, str]:
    """The answers in a text by the keys of questions.

    A heading begins an answer only in the order of the form, and once: what looks like one within a text is text.
    """
    labels = [asked.label for asked in form.asked]
    answers: dict[str, list[str]] = {}
    at = -1
    for line in body.replace("\r\n", "\n").split("\n"):
        heading = HEADING.fullmatch(line)
        if heading and heading[1] in labels[at + 1 :]:
            at = labels.index(heading[1])
            answers[form.asked[at].key] = []
        elif at >= 0:
            answers[form.asked[at].key].append(line)
    return {key: cleaned("\n".join(lines)) for key, lines in answers.items()}


def cleaned(text: str) -> str:
    """An answer without the hints of a template; empty where nothing was answered."""
    told = HINT.sub("", text).strip()
    return "" if told in NO_ANSWER else told


def filed(network: Network, form: Form, answers: Mapping[str, str]) -> Filed:
    """What a form says, with all that is wrong in it."""
    values: dict[str, Any] = {}
    others: dict[str, str] = {}
    wrong: list[Wrong] = []
    for asked in form.asked:
        told = answers.get(asked.key, "")
        value, problem = value_of(network, asked, told, answers)
        if problem is not None:
            wrong.append(problem)
        elif asked.question is not None and value is not None:
            values[asked.question.option] = value
        elif asked.question is None:
            others[asked.key] = value or ""
    questions = [asked.question for asked in form.asked if asked.question is not None]
    data = without_empty(data_of(values, questions))
    pictures = tuple(pictures_in(answers.get("pictures", "")))
    return Filed(form=form, data=data, others=others, pictures=pictures, wrong=tuple(wrong))


def value_of(network: Network, asked: Asked, told: str, answers: Mapping[str, str]) -> tuple[Any, Wrong | None]:
    """What an answer stands for, or what is wrong with it; nothing where it was left open."""
    if len(told) > LONGEST_ANSWER:
        return None, Wrong(asked.label, said="long", value=str(LONGEST_ANSWER))
    words = TICKED.findall(told) if asked.shape == "choices" else [told] if told else []
    if asked.options is not None:
        words = [asked.options.get(word.strip(), word.strip()) for word in words]
    if not words:
        return None, Wrong(asked.label, said="needed") if asked.required else None
    if asked.key == "space":
        return chosen(network, asked, words[0])
    if asked.key == "room":
        return room_of(network, asked, words[0], answers)
    if asked.question is None:
        return words[0], None
    value, problem = answer(asked.question, ", ".join(words))
    return (value, None) if problem is None else (None, Wrong(asked.label, problem))


def chosen(network: Network, asked: Asked, name: str) -> tuple[str | None, Wrong | None]:
    """A space of the network, by its folder."""
    return (name, None) if space_named(network, name) else (None, Wrong(asked.label, said="needed"))


def room_of(network: Network, asked: Asked, told: str, answers: Mapping[str, str]) -> tuple[str | None, Wrong | None]:
    """A room of the space that was chosen, by its name or that of its file."""
    space = space_named(network, spaces_by_name(network).get(answers.get("space", ""), ""))
    for room in space.rooms if space else ():
        if told.casefold() in (room.slug, room.fields.name.casefold()):
            return room.slug, None
    return None, Wrong(asked.label, said="room", value=told)


def space_named(network: Network, slug: str) -> Space | None:
    """The space of that name."""
    return next((each for each in network.spaces if each.slug == slug), None)


def without_empty(data: Mapping[str, Any]) -> dict[str, Any]:
    """Data without what nobody answered."""
    told = {key: without_empty(value) if isinstance(value, Mapping) else value for key, value in data.items()}
    return {key: value for key, value in told.items() if value not in (None, {})}


def pictures_in(text: str) -> Iterator[str]:
    """The addresses of pictures in an answer: they are told, never fetched."""
    for found in PICTURE.finditer(text):
        yield found[1] or found[2]
