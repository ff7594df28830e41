"""What is asked for a new thing, field by field.

A question is told by the declaration of its field, and an answer is held against it at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from ..model.declaration import DeclaredField, declared_fields
from ..problems import Problem, Source
from ..reading.declared import fields_of
from ..reading.document import Document, scalar
from ..reading.schema import choices_of

ASKED: Mapping[str, tuple[str, ...]] = {
    "event": (
        "title", "summary", "starts", "ends", "every", "until", "room", "price.mode", "registration.email",
        "themes", "targets",
    ),
    "space": (
        "name", "kind", "summary", "run_by", "address.street", "address.postcode", "neighbourhood",
        "location.lat", "location.lon", "contact.email", "contact.phone", "themes", "targets",
    ),
    "organisation": ("name", "legal_form", "summary", "website"),
    "project": (
        "title", "summary", "kind", "proposer", "languages", "contact.email", "cost.mode", "cost.fee", "status",
    ),
    "network": ("name", "summary", "languages", "city", "country", "timezone", "contact.email", "domain"),
    "first-organisation": ("name", "legal_form"),
    "first-space": ("name", "kind", "summary", "address.street"),
}  # fmt: skip
AFTER = {"until": ("every", None), "location.lon": ("location.lat", None), "cost.fee": ("cost.mode", "fixed")}
NEEDED_PARTS = ("contact.email", "location.lon", "cost.fee")

Answers = dict[str, Any]  # by the options of their questions


@dataclass(frozen=True, slots=True)
class Question:
    """One field that is asked for: the class that declares its file, and the way to it.

    `names` are the words that the network knows for it, with what people call them; `proposed` is what an empty answer
    means. `about` parts the questions on several things.
    """

    kind: type
    path: tuple[str, ...]
    field: DeclaredField
    required: bool
    names: Mapping[str, str] | None = None
    proposed: str = ""
    about: str = ""

    @property
    def name(self) -> str:
        """How the field is called in files: `address.street`."""
        return ".".join(self.path)

    @property
    def option(self) -> str:
        """The option of the command line that answers it: `--address-street`."""
        parts = (self.about, *self.path) if self.about else self.path
        return "--" + "-".join(parts).replace("_", "-")

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that it admits, if only some."""
        return tuple(self.names) if self.names is not None else choices_of(self.field.annotation)


def questions_of(thing: str, cls: type, about: str = "") -> Iterator[Question]:
    """The questions for a new thing, in the order of asking, without what only a network knows."""
    for name in ASKED[thing]:
        path = tuple(name.split("."))
        steps = list(steps_to(cls, path))
        required = all(each.required for each in steps) or name in NEEDED_PARTS and (steps[0].required or name in AFTER)
        yield Question(kind=cls, path=path, field=steps[-1], required=required, about=about)


def is_asked(question: Question, answers: Answers) -> bool:
    """Whether a question has a sense after the answers so far."""
    before, wanted = AFTER.get(question.name, ("", None))
    if not before:
        return True
    given = answers.get("--" + before.replace(".", "-"))
    return given is not None if wanted is None else given == wanted


def steps_to(cls: type, path: Iterable[str]) -> Iterator[DeclaredField]:
    """The declared fields on the way to a field."""
    for key in path:
        step = next(each for each in declared_fields(cls) if each.name == key)
        yield step
        cls = step.within[0] if step.within else cls


def answer(question: Question, text: str) -> tuple[Any, Problem | None]:
    """The value that an answer means, or what is wrong with it."""
    problem: Problem | None = None
    for value in readings(question, text.strip()):
        problem = unknown_name(question, value) or refusal(question, value)
        if problem is None:
            return value, None
    return None, problem


def readings(question: Question, text: str) -> Iterator[Any]:
    """What an answer could mean: a number, its words, or several divided by commas."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if takes_several(question.field.annotation):
        if len(parts) == 1:
            yield parts[0]
        yield parts
        return
    number = scalar(text)
    if not isinstance(number, str):
        yield number
    yield text


def takes_several(hint: Any) -> bool:
    """Whether a field takes a list."""
    return get_origin(hint) is tuple or any(takes_several(inner) for inner in get_args(hint))


def unknown_name(question: Question, value: Any) -> Problem | None:
    """The problem of an answer that names what the network does not know."""
    if question.names is None:
        return None
    for name in value if isinstance(value, list) else [value]:
        if name not in question.names:
            near = get_close_matches(str(name), question.names, 1)
            code = f"unknown-{question.field.refers_to or 'room'}"
            hint = near[0] if near else ", ".join(list(question.names)[:12])
            return Problem(code if hint else f"{code}-yet", Source(""), {"name": str(name), "near": hint})
    return None


def refusal(question: Question, value: Any) -> Problem | None:
    """What the declaration says against a value, all other fields left aside."""
    data: Any = tuple(value) if isinstance(value, list) else value
    for key in reversed(question.path):
        data = {key: data}
    problems = fields_of(question.kind, Document("", data))[1]
    own = [each for each in problems if each.field[: len(question.path)] == question.path]
    return own[0] if own else None


def data_of(answers: Answers, questions: Iterable[Question]) -> dict[str, Any]:
    """The data of a head from the answers to some questions."""
    data: dict[str, Any] = {}
    for question in questions:
        inner = data
        for key in question.path[:-1]:
            inner = inner.setdefault(key, {})
        inner[question.path[-1]] = answers.get(question.option)
    return data
