"""What an import tells people: Markdown that can stand as the text of a proposal of changes, or plain data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..problems import Problem, Source, Value, printable, sentence
from ..reviewing.inert import code_span, uncalled
from .found import Refused
from .merge import Change
from .outcome import Outcome, refusals
from .report_words import WORDS, counted

MOST_LISTED = 200
SIGNS = re.compile(r"[\\`*_~<>\[\]|!#&]")
SHOWN = ("added", "changed", "cancelled", "hidden")


def markdown(outcomes: Sequence[Outcome], removed: Sequence[Problem], lang: str, *, trial: bool = False) -> str:
    """The report of a run."""
    return "\n".join(lines(outcomes, removed, WORDS[lang], lang, trial)).strip() + "\n"


def lines(
    outcomes: Sequence[Outcome], removed: Sequence[Problem], say: dict[str, str], lang: str, trial: bool
) -> Iterator[str]:
    """The lines of a report: the whole, then calendar by calendar."""
    yield from (f"# {say['title']}", "")
    yield in_short(outcomes, say) if outcomes else say["none"]
    if trial:
        yield from ("", say["trial"])
    for outcome in outcomes:
        yield from ("", f"## {escaped(outcome.title)}: `{outcome.calendar.id}`", "")
        yield from of_one(outcome, say, lang)
    if removed:
        yield from listed(say["removed"], [told(each, lang) for each in removed], say)


def in_short(outcomes: Sequence[Outcome], say: dict[str, str]) -> str:
    """A run in a sentence: what is new and what asks for somebody, then what was read."""
    whole = totals(outcomes)
    news = [counted(say, name, whole[name]) for name in ("added", "changed", "cancelled", "fault")]
    news += [
        counted(say, "shrunk", sum(each.merged.shrunk for each in outcomes)),
        counted(say, "failed", whole["failed"]),
    ]
    told = ", ".join(filter(None, news)) or say["nothing"]
    rest = (counted(say, "same", whole["same"]), counted(say, "read", whole["sources"]))
    return ". ".join(filter(None, (f"**{told}**", *rest))) + "."


def next_step(outcomes: Sequence[Outcome], lang: str) -> str:
    """What to do with the files that were written; nothing where there are none."""
    written = {each.path.rpartition("/")[0] for one in outcomes for each in one.merged.changes if each.content}
    return WORDS[lang]["next"].format(folders=", ".join(f"{each}/" for each in sorted(written))) if written else ""


def totals(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """The run in numbers."""
    kinds = [change.kind for outcome in outcomes for change in outcome.merged.changes]
    idle = sum(outcome.state.kept for outcome in outcomes if outcome.idle)
    return {
        "sources": sum(1 for each in outcomes if each.problem is None),
        "failed": sum(1 for each in outcomes if each.problem is not None),
        "added": kinds.count("added"),
        "changed": kinds.count("changed"),
        "cancelled": kinds.count("cancelled") + kinds.count("hidden"),
        "same": kinds.count("same") + idle,
        "fault": sum(each.faults for each in outcomes),
    }


def of_one(outcome: Outcome, say: dict[str, str], lang: str) -> Iterator[str]:
    """The report of one calendar."""
    if outcome.problem is not None:
        yield from weighty(say["failed"], outcome.problem, say, lang)
        return
    if outcome.idle:
        yield f"{say['idle']}. {numbers(outcome.state.entries, outcome.state.refused, say)}"
        still = (remembered(each) for each in outcome.state.told)
        yield from listed(say["still"], [told(each, lang) for each in still if each], say)
        return
    shrunk = next((each for each in outcome.merged.notes if each.code == "source-shrunk"), None)
    if shrunk is not None:
        yield from (*weighty(say["shrunk"], shrunk, say, lang), "")
    yield numbers(outcome.taken.entries, refusals(outcome), say)
    for kind in SHOWN:
        yield from listed(say[kind], [changed(each, say) for each in outcome.merged.changes if each.kind == kind], say)
    yield from sections(outcome, say, lang)


def weighty(title: str, problem: Problem, say: dict[str, str], lang: str) -> Iterator[str]:
    """What a whole calendar comes to, with what happened and what to do each on a line of its own."""
    fact, remedy = said(problem, lang)
    yield from (f"**{title}**", "", f"- {say['fact'].format(text=fact)}")
    if remedy:
        yield f"- {say['remedy'].format(text=remedy)}"


def numbers(entries: int, refused: Mapping[str, int], say: dict[str, str]) -> str:
    """How many events a calendar has, and what became of them."""
    kept = entries - sum(refused.values())
    parts = (("kept", kept), ("refused", refused.get("fault", 0)), ("wished", refused.get("wished", 0)))
    told = ", ".join(filter(None, (counted(say, name, n) for name, n in parts)))
    return f"{counted(say, 'entries', entries)}: {told}." if entries else f"{say['empty']}."


def remembered(said: Mapping[str, Any]) -> Problem | None:
    """A problem of the last run; nothing for one that this program does not know."""
    problem = Problem(str(said.get("code")), Source(""), said.get("values") or {})
    try:
        problem.sentence("en")
    except (LookupError, ValueError):
        return None
    return problem


def sections(outcome: Outcome, say: dict[str, str], lang: str) -> Iterator[str]:
    """What people should look at, in order of weight."""
    notes = [note for change in outcome.merged.changes for note in change.notes]
    by_hand = [each for each in notes if each.code == "kept-by-hand"]
    others = [each for each in notes if each.code not in ("kept-by-hand", "gone-cancelled", "gone-hidden")]
    refused = [*outcome.taken.refused, *outcome.merged.refused]
    alike = [each.reason for each in refused if each.reason.code == "entry-resembles"]
    faults = [each.reason for each in refused if each.fault and each.reason.code != "entry-resembles"]
    whole = [*outcome.notes, *outcome.taken.notes, *outcome.merged.notes]
    whole = [each for each in whole if each.code != "source-shrunk"]
    yield from listed(say["resemble"], [told(each, lang) for each in alike], say)
    yield from listed(say["refused"], [placed(each, say, lang) for each in faults], say)
    yield from listed(say["by-hand"], [told(each, lang) for each in by_hand], say)
    yield from listed(say["notes"], [told(each, lang) for each in (*whole, *others)], say)
    yield from listed(say["wished"], wished(refused, lang), say)


def wished(refused: Sequence[Refused], lang: str) -> list[str]:
    """What stays out as one would wish: what says the same once, with its number; of the past one stands for all."""
    alike: dict[str, list[str]] = {}
    for each in sorted((each for each in refused if not each.fault), key=is_past):
        sentence = told(each.reason, lang)
        alike.setdefault("" if is_past(each) else sentence, []).append(sentence)
    return [f"{len(some)} × {some[0]}" if len(some) > 1 else some[0] for some in alike.values()]


def is_past(refused: Refused) -> bool:
    """Whether an event stays out because it is over."""
    return refused.reason.code == "entry-past"


def listed(title: str, items: Sequence[str], say: dict[str, str]) -> Iterator[str]:
    """A list under its title, not longer than people read."""
    if items:
        yield from ("", f"### {title} ({len(items)})", "")
        yield from (f"- {item}" for item in items[:MOST_LISTED])
        if len(items) > MOST_LISTED:
            yield f"- {say['more'].format(count=len(items) - MOST_LISTED)}"


def changed(change: Change, say: dict[str, str]) -> str:
    """One file that changes."""
    line = f"{change.starts} {escaped(change.title)} (`{change.path}`)"
    return f"{line}, {say['fields'].format(fields=', '.join(change.fields))}" if change.fields else line


def placed(problem: Problem, say: dict[str, str], lang: str) -> str:
    """A problem with the line of the source that it is about, where it does not name its row."""
    if "row" in problem.values:
        return told(problem, lang)
    return say["line"].format(text=told(problem, lang), line=problem.source.line)


def told(problem: Problem, lang: str) -> str:
    """A problem in one line: what is so, and what to do."""
    fact, remedy = said(problem, lang)
    return f"{fact} ({remedy})" if remedy else fact


def said(problem: Problem, lang: str) -> tuple[str, str]:
    """Fact and remedy of a problem, in which what others wrote can do nothing."""
    fact, remedy = (inert(part, problem.values) for part in sentence(problem.code, lang))
    return fact, remedy


def inert(text: str, values: Mapping[str, Value]) -> str:
    """A sentence with its values: as they are where it shows them as code, which somebody may copy, else escaped."""
    plain = {name: escaped(str(value)) for name, value in values.items()}
    parts = enumerate(text.split("`"))
    return "".join(code_span(part.format_map(values)) if at % 2 else part.format_map(plain) for at, part in parts)


def escaped(text: str) -> str:
    """Text of others that can do nothing in a report: no marks, no mentions, no links, no numbers of other proposals.

    What a host would find in the text that is shown, whatever was escaped, is broken by a joiner that nobody sees.
    """
    return SIGNS.sub(r"\\\g<0>", uncalled(printable(text)))


# For machines


def data(outcomes: Sequence[Outcome], removed: Sequence[Problem], lang: str) -> dict[str, Any]:
    """The report as plain data."""
    return {
        **totals(outcomes),
        "calendars": [of_machine(each, lang) for each in outcomes],
        "removed": [each.as_data(lang) for each in removed],
    }


def of_machine(outcome: Outcome, lang: str) -> dict[str, Any]:
    """One calendar as plain data."""
    refused = [*outcome.taken.refused, *outcome.merged.refused]
    return {
        "calendar": outcome.name,
        "problem": outcome.problem.as_data(lang) if outcome.problem else None,
        "unchanged": outcome.idle,
        "entries": outcome.state.entries if outcome.idle else outcome.taken.entries,
        "notes": [each.as_data(lang) for each in (*outcome.notes, *outcome.taken.notes, *outcome.merged.notes)],
        "refused": [
            {"title": each.title, "entries": each.entries, "fault": each.fault, "reason": each.reason.as_data(lang)}
            for each in refused
        ],
        "changes": [
            {
                "kind": each.kind,
                "path": each.path,
                "title": each.title,
                "fields": list(each.fields),
                "notes": [note.as_data(lang) for note in each.notes],
            }
            for each in outcome.merged.changes
        ],
    }
