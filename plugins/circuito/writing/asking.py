"""A conversation about a new thing: each question with what it means, asked again until the answer fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..problems import Problem
from ..reading.schema import example
from ..reading.walk import SLUG
from .questions import Question, answer, takes_several
from .words import CONVERSATION as WORDS


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, in a language: `hear` gives the answer to a prompt, `tell` says a line.

    `words` says what people call the choices of a declaration, by these choices.
    """

    lang: str
    hear: Callable[[str], str]
    tell: Callable[[str], None]
    words: Mapping[tuple[str, ...], Mapping[str, str]] = field(default_factory=dict)

    def begin(self, told: str) -> None:
        """Say what is begun, and how to answer."""
        self.tell(told)
        self.tell(WORDS[self.lang]["how"])

    def ask(self, question: Question) -> Any:
        """The value of an answer that fits; None where the question is left open."""
        self.explain(question)
        while True:
            heard = self.heard(question.name, question.proposed)
            if not heard:
                if not question.required:
                    return None
                self.tell(WORDS[self.lang]["needed"])
                continue
            value, problem = answer(question, heard)
            if problem is None:
                return value
            self.tell(f"  {sentence(problem, self.lang)}")

    def explain(self, question: Question) -> None:
        """Say what a question means, with an example, or the words to choose from."""
        say, means = WORDS[self.lang], question.field.means
        told, given = means.it if self.lang == "it" else means.en, means.example
        self.tell("")
        if question.choices:
            self.tell(told)
            called = question.names or self.words.get(question.choices, {})
            self.tell(say["choices"].format(names=", ".join(labelled(question.choices, called))))
        elif isinstance(given, str | int | float):
            self.tell(say["example"].format(means=told, example=example(given).strip('"')))
        else:
            self.tell(told)
        if takes_several(question.field.annotation):
            self.tell(say["several"])

    def heard(self, name: str, proposed: str) -> str:
        """What was answered, or the proposal where nothing was; a hyphen is no answer."""
        heard = self.hear(f"{name} [{proposed}]: " if proposed else f"{name}: ").strip()
        return "" if heard == "-" else heard or proposed

    def choose(self, names: Mapping[str, str]) -> str:
        """The name of one of some spaces, asked until it is one of them."""
        self.tell("")
        self.tell(WORDS[self.lang]["space"])
        self.tell(WORDS[self.lang]["choices"].format(names=", ".join(labelled(names, names))))
        while (heard := self.heard("space", "")) not in names:
            self.tell(WORDS[self.lang]["needed"])
        return heard

    def ask_name(self, proposed: str) -> str:
        """The name of a folder."""
        say = WORDS[self.lang]
        self.tell("")
        self.tell(say["name"])
        while True:
            heard = self.heard("slug", proposed)
            if re.fullmatch(SLUG, heard):
                return heard
            self.tell(say["name-wrong"])

    def ask_text(self) -> str:
        """Lines up to an empty one."""
        self.tell("")
        self.tell(WORDS[self.lang]["text"])
        return "\n".join(self.lines())

    def lines(self) -> Iterator[str]:
        while line := self.hear("").rstrip():
            yield line


def labelled(choices: Iterable[str], names: Mapping[str, str]) -> Iterator[str]:
    """The words to choose from, with what people call them."""
    for choice in choices:
        label = names.get(choice, "")
        yield f"{choice} ({label})" if label and label.casefold() != choice else choice


def sentence(problem: Problem, lang: str) -> str:
    """What is wrong with an answer, and what to write instead."""
    fact, remedy = problem.sentence(lang)
    return f"{fact} ({remedy})" if remedy else fact
