"""The fields of forms, made from the declarations: one for each field, in the order of the file.

A form asks as its declaration says: by a list of choices, a calendar, a number within bounds. What a form shows in
other parts than its file has it (a text by languages, a moment by day and hour) has a shape, and what a file need not
say has its usual value; with both, `theme/editor/format.js` turns what a file says into what its form shows, and back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from msgspec import Struct

from ..model.declaration import DeclaredField, Means, RefersTo, declared_fields
from ..model.times import Clock, Day, ReadEnd, ReadMoment
from ..model.values import (
    COLOUR,
    EMAIL,
    EVENT_TYPE,
    FILE_NAME,
    LANGUAGE,
    URL,
    Anything,
    Count,
    Flag,
    Line,
    Lines,
    Number,
    OneOrMany,
    Pattern,
    Reader,
    ReadWords,
)
from ..problems import remedy

Config = dict[str, Any]
Options = tuple[tuple[str, Any], ...]
Pairs = tuple[tuple[str, Any], ...]

# What no form asks for: it stays in its file as it is. docs/developers/editor.md gives the reasons.
UNASKED = {"source", "addresses"}
# Text that a declaration leaves open and a form need not: its shape, and the sentence that says which.
SHAPED = {"rrule": (r"(?:RRULE:)?[A-Za-z]+=[^;=]+(?:;[A-Za-z]+=[^;=]+)*;?", "rrule-shape")}
DAY: Config = {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
CLOCK: Config = {"widget": "datetime", "type": "time", "format": "HH:mm"}
PARTS = {"it": ("Giorno", "Ora"), "en": ("Day", "Time")}
NAMED = {"it": ("Nome", "Valore"), "en": ("Name", "Value")}
VALUES = {
    "it": "Un numero, true o false, un elenco come [1, 2], un testo tra virgolette; tutto il resto è testo",
    "en": "A number, true or false, a list as [1, 2], a text in quotes; all else is text",
}
ANSWERS = {"it": ("Non dichiarato", "Sì", "No"), "en": ("Not declared", "Yes", "No")}


class Terms(Struct, frozen=True):
    """What the network has to choose from: options by what a field refers to, and its languages, its own first.

    `lang` is the language of what fields mean, Italian or English, and `spoken` that of the network's own words;
    `choices` are the words for the values of a declaration.
    """

    lang: str
    spoken: str
    languages: tuple[tuple[str, str], ...]
    options: Mapping[str, Options]
    choices: Mapping[tuple[Any, ...], Options]


class Asked(Struct, frozen=True):
    """How a form asks for a value: its configuration, its shapes and its usual values, by their paths within it.

    An `open` group of parts is shown before anything is in it; its first part is needed where the value is.
    """

    config: Config
    shapes: Pairs = ()
    usual: Pairs = ()
    open: bool = False


def form(kind: type, terms: Terms) -> Asked:
    """The form of a kind of file: its fields, shapes and usual values."""
    asked = [each for each in declared_fields(kind) if each.name not in UNASKED]
    every = [(each, asked_field(each, usual_of(kind), terms)) for each in asked]
    parts = [(each, part) for each, part in every if part.config.get("fields") != []]
    return Asked(
        {"fields": [part.config for _, part in parts]},
        tuple((f"{each.name}{path}", shape) for each, part in parts for path, shape in part.shapes),
        tuple((f"{each.name}{path}", value) for each, part in parts for path, value in part.usual),
    )


def usual_of(kind: Any) -> dict[str, Any]:
    """What each field of a declaration holds where nothing is written."""
    return {each.name: each.default for each in fields(kind) if each.default is not MISSING}


def asked_field(each: DeclaredField, usual: Mapping[str, Any], terms: Terms) -> Asked:
    """How a form asks for one field, by its own name, label and hint."""
    if each.name == "id" and not each.required:
        return Asked({"name": "id", "widget": "hidden", "default": ""})
    asked = asked_value(each.annotation, each.name, terms)
    config = {"name": each.name, **labels(each.means, terms.lang, typed(asked.config)), **asked.config}
    config["required"] = each.required
    if each.name in SHAPED:
        shape, code = SHAPED[each.name]
        config["pattern"] = [f"^(?:{shape})$", remedy(code, terms.lang)]
    if asked.open:
        first, *others = asked.config["fields"]
        config["fields"] = [{**first, "required": each.required}, *others]
        config["default"] = {part["name"]: "" for part in asked.config["fields"]}
    if "field" in config:
        config["field"] = {"label": config["label"], **config["field"]}
    if each.translated:
        config |= {"i18n": True, "required": [terms.languages[0][0]] if each.required else False}
    value = usual.get(each.attribute)
    if not isinstance(value, str | bool | int) or config["widget"] not in ("boolean", "select", "string"):
        return Asked(config, asked.shapes, asked.usual)
    config["default"] = value
    return Asked(config, asked.shapes, (*asked.usual, ("", value)))


def labels(means: Means, lang: str, typed: bool) -> Config:
    """What a field is called, and a hint: the rest of what it means, and an example where it is typed."""
    own = means.it if lang == "it" else means.en
    name, _, more = own.partition(";" if ";" in own.partition(":")[0] else ":" if ":" in own else ";")
    example = means.example.strip('"') if typed and isinstance(means.example, str) else ""
    shown = f"{'Es.' if lang == 'it' else 'E.g.'}: {example}" if example else ""
    return {"label": name.strip(), "hint": " · ".join(filter(None, (more.strip(), shown)))}


def typed(config: Config) -> bool:
    """Whether a value is typed as its file has it, and not chosen."""
    return config.get("field", config)["widget"] in ("string", "text")


def asked_value(annotation: Any, name: str, terms: Terms) -> Asked:
    """How a form asks for a value of a type."""
    base, notes = opened(annotation)
    refers = next((note.kind for note in notes if isinstance(note, RefersTo)), name)
    reader = next((note for note in notes if isinstance(note, Reader)), None)
    if isinstance(reader, Flag):
        return Asked(answers(terms) if optional(annotation) else {"widget": "boolean"})
    if reader is not None:
        return asked_by(reader, refers, terms)
    if get_origin(base) is Literal:
        return Asked(choice(terms.choices.get(get_args(base), tuple((str(one), one) for one in get_args(base)))))
    if get_origin(base) is tuple:
        return asked_list(get_args(base), name, refers, terms)
    if get_origin(base) is dict:
        return by_kind(get_args(base)[1], terms) if get_origin(get_args(base)[1]) is Literal else areas(terms)
    return asked_group(base, terms)


def opened(annotation: Any) -> tuple[Any, list[Any]]:
    """A type without what may stand round it, and all that its annotations say."""
    notes: list[Any] = []
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            notes += more
        elif optional(annotation):
            (annotation,) = (each for each in get_args(annotation) if each is not NoneType)
        else:
            return annotation, notes


def optional(annotation: Any) -> bool:
    """Whether a value may be missing."""
    inner = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    return get_origin(inner) in (UnionType, Union) and NoneType in get_args(inner)


def asked_by(reader: Reader, refers: str, terms: Terms) -> Asked:
    """How a form asks for a value that is read from text, a number or several languages."""
    if refers in terms.options:
        return Asked(choice(terms.options[refers]))
    if isinstance(reader, ReadWords):
        return words(reader.most, terms)
    if isinstance(reader, ReadMoment | ReadEnd):
        return moment(terms)
    if isinstance(reader, OneOrMany):
        return many(reader, terms)
    if isinstance(reader, Anything):
        return facts(terms)
    return Asked(plain(reader, terms), (("", "clock"),) if isinstance(reader, Clock) else ())


def many(reader: OneOrMany, terms: Terms) -> Asked:
    """Several values, of which one may stand alone."""
    inner = asked_by(reader.each, "", terms)
    return Asked({"widget": "list", "field": {"name": "item", **inner.config, "required": True}}, (("", "many"),))


def plain(reader: Reader, terms: Terms) -> Config:
    """The configuration of a field whose value its form shows as its file has it."""
    if isinstance(reader, Line):
        return {"widget": "string", "minlength": reader.least, "maxlength": reader.most}
    if isinstance(reader, Lines):
        return {"widget": "text", "maxlength": reader.most}
    if isinstance(reader, Count):
        return {"widget": "number", "value_type": "int", "min": reader.least, "max": reader.most}
    if isinstance(reader, Number):
        bounds = {"min": float(reader.least), "max": float(reader.most)}
        return {"widget": "number", "value_type": "float", **bounds}
    if isinstance(reader, Day | Clock):
        return dict(DAY if isinstance(reader, Day) else CLOCK)
    return patterned(reader, terms) if isinstance(reader, Pattern) else {"widget": "string"}


def patterned(reader: Pattern, terms: Terms) -> Config:
    """The configuration of text of one shape."""
    if reader is FILE_NAME:
        return {"widget": "file", "choose_url": False}
    if reader is COLOUR:
        return {"widget": "color", "allowInput": True}
    if reader is LANGUAGE or reader is EVENT_TYPE:
        return choice(terms.options["language" if reader is LANGUAGE else "type"])
    config: Config = {"widget": "string", "pattern": [f"^(?:{reader.shape})$", remedy(reader.code, terms.lang)]}
    if reader in (URL, EMAIL):
        config["type"] = "url" if reader is URL else "email"
    return config


def choice(options: Options) -> Config:
    """A choice among words of the network."""
    return {"widget": "select", "options": [{"label": label, "value": value} for label, value in options]}


def answers(terms: Terms) -> Config:
    """Yes, no, or nothing said: what is not written is not declared."""
    unsaid, yes, no = ANSWERS[terms.lang]
    return {**choice(((unsaid, ""), (yes, True), (no, False))), "default": ""}


def words(most: int, terms: Terms) -> Asked:
    """A text in the languages of the network."""
    parts = [
        {"name": code, "label": name, "widget": "string", "maxlength": most, "required": False}
        for code, name in terms.languages
    ]
    return Asked({"widget": "object", "fields": parts}, (("", "words"),), open=True)


def moment(terms: Terms) -> Asked:
    """A day and a time, either of which may be missing; a start has at least its day."""
    day, clock = PARTS[terms.lang]
    parts = [
        {"name": "day", "label": day, **DAY, "required": True},
        {"name": "clock", "label": clock, **CLOCK, "required": False},
    ]
    return Asked({"widget": "object", "fields": parts}, (("", "moment"),), open=True)


def asked_list(inner: tuple[Any, ...], name: str, refers: str, terms: Terms) -> Asked:
    """Several values; of a vocabulary, those that are ticked."""
    asked = asked_value(inner[0], name, terms)
    if refers in terms.options:
        asked = Asked(choice(terms.options[refers]))
    if asked.config["widget"] == "select":
        return Asked({**asked.config, "multiple": True})
    shapes = tuple((f".*{path}", shape) for path, shape in asked.shapes)
    usual = tuple((f".*{path}", value) for path, value in asked.usual)
    if asked.config["widget"] == "object":
        parts = asked.config["fields"]
        return Asked({"widget": "list", "fields": parts, "summary": summary(parts), "collapsed": "auto"}, shapes, usual)
    bounds = {"min": len(inner), "max": len(inner)} if inner[-1] is not Ellipsis else {}
    config = {"widget": "list", "field": {"name": "item", **asked.config, "required": True}, **bounds}
    return Asked(config, shapes, usual)


def summary(parts: list[Config]) -> str:
    """What a folded part of a list is called by: its first field."""
    first = parts[0]
    inner = f".{first['fields'][0]['name']}" if first["widget"] == "object" else ""
    return f"{{{{fields.{first['name']}{inner}}}}}"


def asked_group(kind: type, terms: Terms) -> Asked:
    """The fields of a declaration within another."""
    inner = form(kind, terms)
    parts = [pictured(part, terms.lang) if kind.__name__ == "Picture" else part for part in inner.config["fields"]]
    shapes = tuple((f".{path}", shape) for path, shape in inner.shapes)
    return Asked(
        {"widget": "object", "fields": parts, "collapsed": "auto"},
        shapes,
        tuple((f".{path}", value) for path, value in inner.usual),
    )


def pictured(part: Config, lang: str) -> Config:
    """The file of a picture is chosen by looking."""
    label = "Immagine" if lang == "it" else "Picture"
    return {**part, "widget": "image", "label": label, "hint": ""} if part["widget"] == "file" else part


def areas(terms: Terms) -> Asked:
    """One area of each division of the city."""
    parts = [
        {"name": name, "label": label, **choice(terms.options.get(f"area:{name}", ())), "required": False}
        for label, name in terms.options.get("division", ())
    ]
    return Asked({"widget": "object", "fields": parts, "collapsed": "auto"})


def by_kind(chosen: Any, terms: Terms) -> Asked:
    """One choice for each kind of space."""
    options = terms.choices[get_args(chosen)]
    parts = [
        {"name": name, "label": label, **choice(options), "required": False}
        for label, name in terms.options.get("kind", ())
    ]
    return Asked({"widget": "object", "fields": parts, "collapsed": "auto"})


def facts(terms: Terms) -> Asked:
    """The one open mapping: names and values, in whatever order and number."""
    name, value = NAMED[terms.lang]
    parts = [
        {"name": "name", "label": name, "widget": "string", "required": True},
        {"name": "value", "label": value, "hint": VALUES[terms.lang], "widget": "string", "required": True},
    ]
    config = {"widget": "list", "fields": parts, "summary": summary(parts), "collapsed": "auto"}
    return Asked(config, (("", "facts"),))
