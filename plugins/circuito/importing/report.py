"""What an import tells people: Markdown that can stand as the text of a proposal of changes, or plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..problems import Problem, printable
from .found import Refused
from .merge import Change
from .run import Outcome, refusals

MOST_LISTED = 200
WORDS = {
    "it": {
        "title": "Importazione dei calendari",
        "none": "Nessun calendario da importare.",
        "whole": "Calendari letti: {sources}; non letti: {failed}. Eventi: {added} nuovi, {changed} cambiati, "
        "{cancelled} annullati, {same} come prima, {fault} da sistemare.",
        "idle": "Niente di nuovo dal giro precedente: {kept} eventi presi su {entries}.",
        "counts": "Eventi nel calendario: {entries}; presi {kept}, rifiutati {fault}, lasciati fuori {wished}.",
        "failed": "Non è stato letto; gli eventi restano come sono.",
        "added": "Nuovi",
        "changed": "Cambiati",
        "cancelled": "Annullati perché non sono più nel calendario",
        "hidden": "Nascosti perché ora sono privati",
        "by-hand": "Tenuti come sono stati corretti a mano",
        "resemble": "Forse già presenti: decidi tu",
        "refused": "Rifiutati",
        "wished": "Lasciati fuori",
        "notes": "Da guardare",
        "removed": "Calendari che non ci sono più",
        "more": "e altri {count}",
        "trial": "Prova: nessun file è stato scritto.",
        "fields": "cambia: {fields}",
    },
    "en": {
        "title": "Import of calendars",
        "none": "No calendar to import.",
        "whole": "Calendars read: {sources}; not read: {failed}. Events: {added} new, {changed} changed, "
        "{cancelled} cancelled, {same} as before, {fault} to mend.",
        "idle": "Nothing new since the last run: {kept} of {entries} events taken.",
        "counts": "Events in the calendar: {entries}; taken {kept}, refused {fault}, left out {wished}.",
        "failed": "It was not read; its events stay as they are.",
        "added": "New",
        "changed": "Changed",
        "cancelled": "Cancelled, since they are no longer in the calendar",
        "hidden": "Hidden, since they are private now",
        "by-hand": "Kept as corrected by hand",
        "resemble": "Perhaps there already: you decide",
        "refused": "Refused",
        "wished": "Left out",
        "notes": "To look at",
        "removed": "Calendars that are gone",
        "more": "and {count} more",
        "trial": "A trial: no file was written.",
        "fields": "changes: {fields}",
    },
}
SHOWN = ("added", "changed", "cancelled", "hidden")


def markdown(outcomes: Sequence[Outcome], removed: Sequence[Problem], lang: str, *, trial: bool = False) -> str:
    """The report of a run."""
    return "\n".join(lines(outcomes, removed, WORDS[lang], lang, trial)).strip() + "\n"


def lines(
    outcomes: Sequence[Outcome], removed: Sequence[Problem], say: dict[str, str], lang: str, trial: bool
) -> Iterator[str]:
    """The lines of a report: the whole, then calendar by calendar."""
    yield from (f"# {say['title']}", "")
    yield say["whole"].format(**totals(outcomes)) if outcomes else say["none"]
    if trial:
        yield from ("", say["trial"])
    for outcome in outcomes:
        yield from ("", f"## {outcome.name}", "")
        yield from of_one(outcome, say, lang)
    if removed:
        yield from listed(say["removed"], [told(each, lang) for each in removed], say)


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
        yield f"**{say['failed']}** {told(outcome.problem, lang)}"
        return
    if outcome.idle:
        yield say["idle"].format(kept=outcome.state.kept, entries=outcome.state.entries)
        return
    entries, counted = outcome.taken.entries, refusals(outcome)
    numbers = {"entries": entries, "fault": counted["fault"], "wished": counted["wished"]}
    yield say["counts"].format(kept=entries - sum(counted.values()), **numbers)
    for kind in SHOWN:
        yield from listed(say[kind], [changed(each, say) for each in outcome.merged.changes if each.kind == kind], say)
    yield from sections(outcome, say, lang)


def sections(outcome: Outcome, say: dict[str, str], lang: str) -> Iterator[str]:
    """What people should look at, in order of weight."""
    notes = [note for change in outcome.merged.changes for note in change.notes]
    by_hand = [each for each in notes if each.code == "kept-by-hand"]
    others = [each for each in notes if each.code not in ("kept-by-hand", "gone-cancelled", "gone-hidden")]
    refused = [*outcome.taken.refused, *outcome.merged.refused]
    alike = [each.reason for each in refused if each.reason.code == "entry-resembles"]
    faults = [each.reason for each in refused if each.fault and each.reason.code != "entry-resembles"]
    whole = [*outcome.notes, *outcome.taken.notes, *outcome.merged.notes]
    yield from listed(say["resemble"], [told(each, lang) for each in alike], say)
    yield from listed(say["refused"], [f"{told(each, lang)} [{each.source.line}]" for each in faults], say)
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


def told(problem: Problem, lang: str) -> str:
    """A problem in one line: what is so, and what to do."""
    fact, remedy = problem.sentence(lang)
    return escaped(f"{fact} ({remedy})" if remedy else fact)


def escaped(text: str) -> str:
    """Text of others that can do nothing in a report: no marks, no mentions, no links."""
    shown = printable(text)
    for sign in "\\<>[]*|!#":
        shown = shown.replace(sign, f"\\{sign}")
    return shown.replace("@", "@\u2060").replace("://", ":\u2060//")


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
