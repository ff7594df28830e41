"""Issue forms: how anybody proposes an event or a project, or tells us a mistake.

The questions are those of `circuito new`, told by the declarations of their fields; choices are the network's terms.
A filed form reaches us as Markdown in which every question is a heading: so labels are what we know a question by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.event import EventFields
from ..model.network import Network
from ..model.phrases import Phrases
from ..model.project import ProjectFields
from ..reading.schema import example
from ..writing.known import with_names
from ..writing.questions import AFTER, Question, questions_of, steps_to
from .words import FORMS as WORDS

LANGUAGES = ("it", "en")
KINDS: Mapping[str, type] = {"event": EventFields, "project": ProjectFields}
MORE: Mapping[str, tuple[str, ...]] = {
    "event": ("where.name", "registration.link", "ages.min", "ages.max", "bring"),
    "project": (),
}
PHRASES = {
    ("EventFields", "price.mode"): "price",
    ("ProjectFields", "kind"): "project_kind",
    ("ProjectFields", "cost.mode"): "cost",
}
LEFT_OUT = {"status", "until"}
OWN = {"event": ("space", "text", "pictures"), "project": ("text", "pictures"), "mistake": ("page", "wrong", "right")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question of a form.

    `shape` is `line`, `lines`, `choice` or `choices`; `options` are the words to choose from with what each stands for.
    `question` is that of the field, where it is one.
    """

    key: str
    label: str
    help: str
    shape: str
    required: bool = False
    options: Mapping[str, str] | None = None
    default: str = ""
    question: Question | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """An issue form in one language: what it is called, what it says of itself, what it asks."""

    kind: str
    lang: str
    name: str
    description: str
    title: str
    asked: tuple[Asked, ...]


def forms(network: Network, phrases: Mapping[str, Phrases]) -> Iterator[Form]:
    """All forms of a network, in Italian and English, the network's own language first."""
    own = [lang for lang in LANGUAGES if lang == network.lang]
    for lang in own + [lang for lang in LANGUAGES if lang not in own]:
        for kind in OWN:
            yield form(network, kind, lang, phrases[lang])


def form(network: Network, kind: str, lang: str, phrases: Phrases) -> Form:
    """The form for one kind of thing in a language; choices are those of the network."""
    say = WORDS[lang]
    return Form(
        kind=kind,
        lang=lang,
        name=say[f"{kind}-name"],
        description=say[f"{kind}-description"].format(network=network.fields.name),
        title=say[f"{kind}-title"],
        asked=tuple(asked(network, kind, lang, phrases)),
    )


def asked(network: Network, kind: str, lang: str, phrases: Phrases) -> Iterator[Asked]:
    """The questions of a form, those of no field around those of fields."""
    say, own = WORDS[lang], OWN[kind]
    if "space" in own:
        names = spaces_by_name(network)
        label, told = say["space"], say["space-help"]
        yield Asked(key="space", label=label, help=told, shape="choice", required=True, options=names)
    if kind in KINDS:
        for question in fields_asked(network, kind):
            yield of_field(question, lang, phrases)
    for key in own:
        if key != "space":
            shape, required = ("line" if key == "page" else "lines"), key in ("page", "wrong")
            yield Asked(key=key, label=say[key], help=say[f"{key}-help"], shape=shape, required=required)


def spaces_by_name(network: Network) -> Mapping[str, str]:
    """The spaces by their names; those that share one are told apart by their folders."""
    names = [each.fields.name for each in network.spaces]
    return {
        each.fields.name if names.count(each.fields.name) == 1 else f"{each.fields.name} ({each.slug})": each.slug
        for each in network.spaces
    }


def fields_asked(network: Network, kind: str) -> Iterator[Question]:
    """The questions about fields: those of the command line, then those that only a form has room for."""
    declared = KINDS[kind]
    questions = [each for each in questions_of(kind, declared) if each.name not in LEFT_OUT]
    for name in MORE[kind]:
        path = tuple(name.split("."))
        questions.append(Question(kind=declared, path=path, field=list(steps_to(declared, path))[-1], required=False))
    known = {each.name: each for each in with_names(questions, network, None)}
    for question in questions:
        if question.name == "room":  # which there are depends on the space that is chosen
            yield question
        elif question.name in known:
            yield known[question.name]


def of_field(question: Question, lang: str, phrases: Phrases) -> Asked:
    """The question about one field in a language."""
    options = options_of(question, phrases)
    several = question.names is not None and question.field.refers_to in ("theme", "target")
    return Asked(
        key=question.name,
        label=label_of(question, lang, bool(options)),
        help=help_of(question, lang),
        shape="choices" if several and options else "choice" if options else "line",
        required=question.required and question.name not in AFTER,
        options=options,
        default=next((word for word, value in (options or {}).items() if value == question.proposed), ""),
        question=question,
    )


def options_of(question: Question, phrases: Phrases) -> Mapping[str, str] | None:
    """The words to choose from, each with the value that it stands for; None where anything may be written."""
    if question.names is not None:
        told = {name: value for value, name in question.names.items()}
        return told if len(told) == len(question.names) else {value: value for value in question.names}
    prefix = PHRASES.get((question.kind.__name__, question.name), "")
    known = {phrases(f"{prefix}.{value}") if prefix else value: value for value in question.choices}
    return known or None


def label_of(question: Question, lang: str, is_choice: bool) -> str:
    """What a question is called: its field, and before it the field around it."""
    steps = list(steps_to(question.kind, question.path))
    told = [short(step.means.it if lang == "it" else step.means.en) for step in steps]
    if len(told) == 1 or is_choice:
        return told[0]
    return f"{told[0]}: {told[-1][:1].lower()}{told[-1][1:]}"


def short(means: str) -> str:
    """The first words of what a field means."""
    return means.partition(";")[0].partition(":")[0].strip()


def help_of(question: Question, lang: str) -> str:
    """What a field means beyond its label, with an example."""
    means = question.field.means
    told = means.it if lang == "it" else means.en
    parts = [] if told == short(told) else [told if told.endswith(("…", ".")) else f"{told}."]
    if not question.choices and isinstance(means.example, str | int | float) and not isinstance(means.example, bool):
        parts.append(WORDS[lang]["example"].format(example=example(means.example).strip('"')))
    return " ".join(parts)
