"""What was found is fitted into the bounds of our fields and judged by the rules of `circuito check` before it is used.

So no import can write a file that the check would refuse.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from ..agenda.occurrences import agenda_problems, occurrences
from ..model.event import EventFields
from ..problems import Problem
from ..reading.declared import fields_of
from ..reading.document import LARGEST_TEXT, Document
from ..reading.prose import prose
from ..reading.sense import sense_problems
from .found import Found, Ground, Refused
from .texts import of_plain, plain, shortened

LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_NOTE = 100, 180, 200
RECURRENCE = ("every", "rrule", "until", "times", "except", "also", "changes")
LARGEST = LARGEST_TEXT - 1024
NEXT = timedelta(days=366 * 3)


def sound(found: Found, ground: Ground) -> Found | Refused:
    """An event that our files can hold and that is not over, or why there is none."""
    fitting = within_bounds(found, ground)
    fields, problems = judged(fitting)
    if any(each.code.startswith("text-") and not each.field for each in problems):
        fitting = replace(fitting, text=of_plain(plain(fitting.text)))
        fields, problems = judged(fitting)
    if problems and any(each.field and each.field[0] in RECURRENCE for each in problems):
        once = {name: value for name, value in fitting.data.items() if name not in RECURRENCE}
        note = ground.note("series-simplified", found.line, title=found.title)
        fitting = replace(fitting, data=once, notes=(*fitting.notes, note))
        fields, problems = judged(fitting)
    if problems or fields is None:
        fact = problems[0].sentence(ground.lang)[0] if problems else ""
        reason = ground.note("entry-refused", found.line, title=shortened(found.title, 80), why=fact)
        return Refused(title=found.title, reason=reason, uid=found.uid, entries=found.entries)
    if is_over(fields, ground):
        reason = ground.note("entry-past", found.line, title=shortened(found.title, 80), since=str(ground.since))
        return Refused(title=found.title, reason=reason, uid=found.uid, entries=found.entries, fault=False)
    return fitting


def judged(found: Found) -> tuple[EventFields | None, list[Problem]]:
    """The fields that the data of an event make, and all that the check would say."""
    document = Document("events/import.md", data=as_read(found.data), text=found.text)
    fields, problems = fields_of(EventFields, document)
    if fields is None:
        return None, problems
    problems += [*agenda_problems(fields, document.path), *sense_problems(fields, document.path)]
    return fields, problems + prose(document)[1]


def as_read(value: Any) -> Any:
    """Plain data as a file gives it back: lists are tuples."""
    if isinstance(value, dict):
        return {name: as_read(inner) for name, inner in value.items()}
    return tuple(as_read(inner) for inner in value) if isinstance(value, list | tuple) else value


def is_over(fields: EventFields, ground: Ground) -> bool:
    """Whether nothing of an event lies on or after the first day that counts."""
    if fields.starts.day >= ground.since:
        return False
    return not occurrences(fields, ground.zone, ground.since, max(ground.until, ground.since + NEXT))


# Bounds


def within_bounds(found: Found, ground: Ground) -> Found:
    """An event whose texts fit into their fields. What does not fit goes on in the text; nothing is lost silently."""
    data, text, notes = dict(found.data), found.text, list(found.notes)
    title = " ".join(str(data["title"]).split())
    if len(title) > LONGEST_TITLE:
        text = f"{of_plain(title)}\n\n{text}".strip()
        notes.append(ground.note("title-long", found.line, title=shortened(title, 80), most=LONGEST_TITLE))
    data["title"] = shortened(title, LONGEST_TITLE) if len(title) > LONGEST_TITLE else title
    summary = " ".join(str(data.get("summary") or title).split())
    if len(summary) > LONGEST_SUMMARY:
        if summary not in plain(text).replace("\n", " "):
            text = f"{of_plain(summary)}\n\n{text}".strip()
        summary = shortened(summary, LONGEST_SUMMARY)
    data["summary"] = summary
    if len(str(data.get("status_note", ""))) > LONGEST_NOTE:
        text = f"{of_plain(str(data['status_note']))}\n\n{text}".strip()
        data["status_note"] = shortened(str(data["status_note"]), LONGEST_NOTE)
    if len(text.encode()) > LARGEST:
        notes.append(ground.note("entry-text-long", found.line, title=shortened(title, 80), most=LARGEST // 1024))
        text = "\n\n".join(paragraphs_within(text, LARGEST))
    return replace(found, data=data, text=text, notes=tuple(notes))


def paragraphs_within(text: str, most: int) -> Iterator[str]:
    """The first paragraphs of a text, as many as there is room for; one alone that is too long is cut."""
    left = most
    for number, paragraph in enumerate(text.split("\n\n")):
        size = len(paragraph.encode()) + 2
        if size > left:
            if number == 0:
                yield shortened(paragraph, most // 4)
            return
        left -= size
        yield paragraph


def day_of(moment: str) -> date:
    """The day of a moment as files write it."""
    return date.fromisoformat(moment[:10])
