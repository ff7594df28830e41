"""What `circuito new` does: ask what a new thing is, and write its file.

Every question can be answered by an option. In a terminal the others are asked, each with what it means; elsewhere
what is missing is named.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from ..model.event import EventFields
from ..model.network import Network
from ..model.network_fields import NetworkFields
from ..model.organisation import OrganisationFields
from ..model.project import ProjectFields
from ..model.space import SpaceFields
from ..model.things import Space
from ..problems import Problem
from ..reading.walk import SLUG
from ..writing.asking import Asker, sentence
from ..writing.known import with_names
from ..writing.questions import Answers, Question, answer, data_of, is_asked, questions_of
from ..writing.things import Written, new_event, new_organisation, new_project, new_space, slug_of
from ..writing.words import COMMAND as WORDS
from .exit_codes import CONFIGURATION, PROBLEMS, RIGHT
from .nowhere import NO_NETWORK

Proposed = Callable[[Question, Answers], Question]
PARTS = ("", "organisation", "space")
OWNERS = {"content/organisations/": "organisation", "spaces/": "space"}
DECLARED: dict[str, type] = {
    "event": EventFields,
    "space": SpaceFields,
    "organisation": OrganisationFields,
    "project": ProjectFields,
    "network": NetworkFields,
}
MAKERS = {"space": new_space, "organisation": new_organisation, "project": new_project}


class Refused(Exception):
    """A command that cannot be carried out: the sentence, and the code by which it ends."""

    def __init__(self, told: str, code: int = CONFIGURATION) -> None:
        super().__init__(told)
        self.told = told
        self.code = code


def add_new(commands: Any, spoken: str) -> None:
    """The command that writes new things, and one below it for each kind."""
    things = commands.add_parser("new", help="write the file of a new event, space, organisation, project or network")
    kinds = things.add_subparsers(dest="thing", required=True, metavar="THING")
    for thing in DECLARED:
        making = kinds.add_parser(thing, help=f"a new {thing}")
        if thing == "network":
            making.add_argument("folder", metavar="DIR", help="the folder to make it in")
        else:
            making.add_argument("--folder", default=".", help="the network's folder (default: this one)")
            making.add_argument("--text", metavar="TEXT", help="the text below the head")
        if thing == "event":
            making.add_argument("--space", help="the space, by the name of its folder")
        elif thing != "network":
            making.add_argument("--slug", help="the name of its folder or file (default: made of its name)")
        for question in asked(thing):
            told = f"{question.field.means.it} / {question.field.means.en}".replace("%", "%%")
            making.add_argument(question.option, dest=question.option, metavar="ANSWER", help=told)
        making.add_argument("--as-of", type=date.fromisoformat, metavar="DAY", help="today (default: the clock's)")
        making.add_argument("--lang", default=spoken, choices=("it", "en"), help="language of questions and messages")
        making.set_defaults(run=new)


def asked(thing: str) -> list[Question]:
    """All questions for a new thing; for a network also those on its first space, and on who runs that."""
    questions = list(questions_of(thing, DECLARED[thing]))
    if thing == "network":
        questions += questions_of("first-organisation", OrganisationFields, "organisation")
        questions += questions_of("first-space", SpaceFields, "space")
    return questions


def new(options: argparse.Namespace) -> int:
    """Ask, write, and say what to do next."""
    say = WORDS[options.lang]
    try:
        made = new_things(options)
    except Refused as refused:
        print(f"circuito: {refused.told}", file=sys.stderr)
        return refused.code
    except (KeyboardInterrupt, EOFError):
        print(f"\n{say['stopped']}", file=sys.stderr)
        return PROBLEMS
    for path, content in made:
        file = Path(options.folder, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(content)
        print(say["written"].format(path=path))
    print(say[f"next-{options.thing}"])
    return RIGHT


def new_things(options: argparse.Namespace) -> list[Written]:
    """The files of what is asked for."""
    in_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    asker = Asker(options.lang, input, print, words_in(options.lang)) if in_terminal else None
    if options.thing == "network":
        return whole_network(options, asker)
    network = network_of(options)
    space = space_of(options, network, asker) if options.thing == "event" else None
    begin(asker, options, space.fields.name if space else "")
    questions = list(with_names(asked(options.thing), network, space))
    answers = answered(options, questions, asker)
    name = "" if space else slug_for(options, answers, asker)
    text = options.text if options.text is not None else asker.ask_text() if asker else ""

    def make(answers: Answers) -> list[Written]:
        return [one_thing(options, network, space, data_of(answers, questions), name, text)]

    return settled(options, questions, answers, asker, make)


def words_in(lang: str) -> dict[tuple[str, ...], dict[str, str]]:
    """What the forms call the choices of declarations, by these choices."""
    from ..outputs.editor_terms import SAID, named
    from .forms import phrases

    say = phrases()[lang]
    return {values: {value: label for label, value in named(say, values, groups)} for values, groups in SAID.items()}


def whole_network(options: argparse.Namespace, asker: Asker | None) -> list[Written]:
    """The files of a new network."""
    from ..writing.program import installed_from
    from ..writing.starter import new_network, with_proposal

    if os.path.exists(options.folder) and (not os.path.isdir(options.folder) or seen_in(options.folder)):
        raise Refused(WORDS[options.lang]["not-empty"].format(folder=options.folder))
    begin(asker, options)
    questions = asked("network")
    answers = answered(options, questions, asker, with_proposal)

    def make(answers: Answers) -> list[Written]:
        network, organisation, space = (
            data_of(answers, [each for each in questions if each.about == part]) for part in PARTS
        )
        return list(new_network(network, organisation, space, today_of(options), installed_from()))

    return settled(options, questions, answers, asker, make)


def seen_in(folder: str) -> list[str]:
    """What lies in a folder for all to see: `.git` and `.venv` may be there before the network."""
    return [name for name in os.listdir(folder) if not name.startswith(".")]


def begin(asker: Asker | None, options: argparse.Namespace, name: str = "") -> None:
    """Say in a terminal what is begun."""
    if asker:
        asker.begin(WORDS[options.lang][options.thing].format(name=name))


def as_it_is(question: Question, _: Answers) -> Question:
    """A question without a proposal that depends on other answers."""
    return question


def answered(
    options: argparse.Namespace, questions: Iterable[Question], asker: Asker | None, proposed: Proposed = as_it_is
) -> Answers:
    """The answers by their options: given at the command line, asked for, or proposed. Raises `Refused`."""
    say, about = WORDS[options.lang], ""
    answers: Answers = {}
    missing: list[str] = []
    for each in questions:
        if not is_asked(each, answers):
            continue
        question, given = proposed(each, answers), getattr(options, each.option)
        if asker and question.about != about:
            asker.tell(f"\n{say['about-' + question.about]}")
            about = question.about
        if given is None and asker:
            value = asker.ask(question)
        else:
            value = fitting(question, question.proposed if given is None else given, options.lang)
        if value is not None:
            answers[each.option] = value
        elif question.required:
            missing.append(each.option)
    if missing:
        raise Refused(say["missing"].format(options=", ".join(missing)))
    return answers


def fitting(question: Question, text: str, lang: str) -> Any:
    """The value of an answer from the command line; None for an empty one. Raises `Refused`."""
    if not text:
        return None
    value, problem = answer(question, text)
    if problem is not None:
        raise Refused(f"{question.option}: {sentence(problem, lang)}")
    return value


def settled(
    options: argparse.Namespace,
    questions: Sequence[Question],
    answers: Answers,
    asker: Asker | None,
    make: Callable[[Answers], list[Written]],
) -> list[Written]:
    """The files of the answers, once the whole network has no problem with them: in a terminal, after asking again."""
    while True:
        made = make(answers)
        taken = [path for path, _ in made if os.path.lexists(os.path.join(options.folder, path))]
        if taken:
            raise Refused(WORDS[options.lang]["taken"].format(path=taken[0]), PROBLEMS)
        problems = problems_of(options, made)
        if not problems:
            return made
        told = "\n".join(problem.told(options.lang) for problem in problems)
        again = [each for each in questions if any(is_about(each, problem) for problem in problems)]
        if not asker or not again:
            raise Refused(f"\n{told}", PROBLEMS)
        asker.tell(f"\n{told}")
        for question in again:
            answers[question.option] = asker.ask(question)


def is_about(question: Question, problem: Problem) -> bool:
    """Whether another answer to a question may mend a problem."""
    part = next((about for start, about in OWNERS.items() if problem.source.path.startswith(start)), "")
    length = min(len(question.path), len(problem.field))
    return question.about in ("", part) and length > 0 and question.path[:length] == problem.field[:length]


def problems_of(options: argparse.Namespace, made: Iterable[Written]) -> list[Problem]:
    """What is wrong with files that are not written yet."""
    from ..reading.files import Proposed as ProposedFile
    from ..reading.load import load

    bytes_by_path = {path: content.encode() for path, content in made}
    instead = {path: ProposedFile(0o100644, len(content), content) for path, content in bytes_by_path.items()}
    loaded = load(options.folder, today=today_of(options), instead=instead)
    return [problem for problem in loaded.problems if problem.source.path in instead]


def one_thing(
    options: argparse.Namespace, network: Network, space: Space | None, data: dict[str, Any], name: str, text: str
) -> Written:
    """The file of a new event, space, organisation or project."""
    if space:
        folder = Path(options.folder, "events", space.slug)
        paths = [f"events/{space.slug}/{each.name}" for each in folder.glob("*")]
        return new_event(space.slug, {**data, "published": network.today}, text, paths, [e.id for e in network.events])
    return MAKERS[options.thing](name, data | ({"joined": network.today} if options.thing == "space" else {}), text)


def slug_for(options: argparse.Namespace, answers: Answers, asker: Asker | None) -> str:
    """The name of the folder of a new thing, made of its name unless told otherwise."""
    made = slug_of(str(answers.get("--name") or answers.get("--title")))
    if options.slug is None and asker:
        return asker.ask_name(made)
    slug = options.slug or made
    if not re.fullmatch(SLUG, slug):
        raise Refused(WORDS[options.lang]["no-name"])
    return slug


def space_of(options: argparse.Namespace, network: Network, asker: Asker | None) -> Space:
    """The space of a new event: named, chosen, or the only one."""
    if asker and options.space is None and len(network.spaces) > 1:
        options.space = asker.choose({each.slug: each.fields.name for each in network.spaces})
    named = [each for each in network.spaces if options.space in (None, each.slug)]
    if len(named) != 1:
        names = ", ".join(each.slug for each in network.spaces)
        raise Refused(WORDS[options.lang]["which-space"].format(names=names))
    return named[0]


def network_of(options: argparse.Namespace) -> Network:
    """The network in a folder. Raises `Refused`."""
    from ..reading.load import load

    network = load(options.folder, today=today_of(options)).network if os.path.isdir(options.folder) else None
    if network is None:
        raise Refused(NO_NETWORK[options.lang].format(folder=options.folder))
    return network


def today_of(options: argparse.Namespace) -> date:
    """The day on which something is written."""
    day: date = options.as_of or datetime.now(UTC).date()
    return day
