"""Which found event is which file: by its identifier, else by its page, else by title and day, else by its start.

An identifier may be used again for something else, or change when an event is moved; both are seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import NamedTuple

from .found import Found, Ground
from .held import Held, canonical
from .places import folded

NEAR_IN_TIME = timedelta(days=7)
MINUTES_APART = 30
ALIKE, UNLIKE = 0.75, 0.5


class Pair(NamedTuple):
    """A found event with the file that it is; without one it is new. `reused` is a file of the same identifier."""

    found: Found
    held: Held | None = None
    reused: Held | None = None


def paired(found: Iterable[Found], held: Iterable[Held]) -> tuple[list[Pair], list[Held]]:
    """Every found event with its file, and the files that none is."""
    by_key: dict[tuple[str, str], Held] = {}
    for file in held:
        by_key.setdefault(file.key, file)
    listed, left = list(found), dict.fromkeys(by_key)
    pairs: dict[int, Pair] = {}
    for number, each in enumerate(listed):
        known, reused = same_key(each, by_key)
        if known is not None and known.key in left:
            pairs[number] = Pair(each, known, reused)
            del left[known.key]
        elif reused is not None:
            pairs[number] = Pair(each, None, reused)
    loose = {number: each for number, each in enumerate(listed) if number not in pairs}
    gone = [by_key[key] for key in left]
    for matches in (same_page, same_title, same_start):
        for number, match in matches(loose, gone):
            pairs[number] = Pair(listed[number], match)
            gone.remove(match)
            del loose[number]
    return [pairs.get(number) or Pair(each) for number, each in enumerate(listed)], gone


def same_key(found: Found, by_key: Mapping[tuple[str, str], Held]) -> tuple[Held | None, Held | None]:
    """The file of an event's identifier; and one that bears it, but tells of something else."""
    reused = None
    for key in (found.key, (found.uid, found.starts), (found.uid, "")):
        known = by_key.get(key)
        if known is None or (key[1] == "" and found.recurrence and known.starts != found.starts):
            continue
        if not is_another(found, known):
            return known, None
        reused = reused or known
    return None, reused


def is_another(found: Found, held: Held) -> bool:
    """Whether title, day and place all differ: then the identifier was used again."""
    if found.made_up or alike(found.title, held.title) >= UNLIKE or found.starts[:10] == held.starts[:10]:
        return False
    return place_of(found.data) != place_of(held.data)


def place_of(data: Mapping[str, object]) -> str:
    """What data tell of a place, to compare."""
    return str([canonical(data.get(name)) for name in ("room", "where", "only_online")])


def same_page(loose: Mapping[int, Found], gone: Iterable[Held]) -> Iterator[tuple[int, Held]]:
    """The loose events whose page is that of one file alone."""
    pages = Counter(each.link for each in loose.values() if each.link)
    files = Counter(str(each.origin.get("link") or "") for each in gone)
    known = {str(each.origin.get("link") or ""): each for each in gone}
    return iter(
        [
            (number, known[each.link])
            for number, each in loose.items()
            if each.link and pages[each.link] == 1 and files[each.link] == 1
        ]
    )


def same_title(loose: Mapping[int, Found], gone: Iterable[Held]) -> Iterator[tuple[int, Held]]:
    """The loose events that have title and nearly the day of one file alone."""
    titles = Counter(folded(each.title) for each in loose.values())
    files = Counter(folded(each.title) for each in gone)
    known = {folded(each.title): each for each in gone}
    found = []
    for number, each in loose.items():
        title = folded(each.title)
        if titles[title] == 1 and files[title] == 1 and near(each.starts, known[title].starts):
            found.append((number, known[title]))
    return iter(found)


def same_start(loose: Mapping[int, Found], gone: Iterable[Held]) -> Iterator[tuple[int, Held]]:
    """The loose events without an identifier that begin when one file alone does, at its place: their title, like its
    own or part of it, was corrected.
    """
    starts = Counter(each.starts for each in loose.values())
    files = Counter(each.starts for each in gone)
    known = {each.starts: each for each in gone}
    found = []
    for number, each in loose.items():
        held = known.get(each.starts)
        if held is None or not each.made_up or starts[each.starts] > 1 or files[each.starts] > 1:
            continue
        if same_place(each.data, held.data) and retitled(each.title, held.title):
            found.append((number, held))
    return iter(found)


def retitled(title: str, other: str) -> bool:
    """Whether a title may be the other one, corrected: much of it is the same, or all its words are in the other."""
    words, others = set(folded(title).split()), set(folded(other).split())
    return alike(title, other) >= UNLIKE or words <= others or others <= words


def near(moment: str, other: str) -> bool:
    """Whether two moments lie within a week."""
    try:
        return abs(date.fromisoformat(moment[:10]) - date.fromisoformat(other[:10])) <= NEAR_IN_TIME
    except ValueError:
        return False


def alike(title: str, other: str) -> float:
    """How much two titles have in common, from 0 to 1."""
    one, two = folded(title), folded(other)
    return 1.0 if one == two else SequenceMatcher(None, one, two, autojunk=False).ratio()


class Twins:
    """Finds events of other calendars, or written by hand, that a new one resembles."""

    def __init__(self, others: Iterable[Held], ground: Ground) -> None:
        self.by_day: dict[str, list[tuple[int | None, Held]]] = {}
        for each in others:
            for dated in each.dates(ground, ground.since, ground.until):
                minutes = None if dated.all_day else dated.starts.hour * 60 + dated.starts.minute
                self.by_day.setdefault(str(dated.first_day), []).append((minutes, each))

    def of(self, found: Found) -> Held | None:
        """The one that a new event resembles most: at the same place, within half an hour, with a like title."""
        minutes = minutes_of(found.starts)
        near = [
            each
            for clock, each in self.by_day.get(found.starts[:10], ())
            if close(clock, minutes) and same_place(found.data, each.data) and alike(found.title, each.title) >= ALIKE
        ]
        return max(near, key=lambda each: alike(found.title, each.title), default=None)


def minutes_of(moment: str) -> int | None:
    """The minutes of a moment since midnight; None for a whole day."""
    clock = moment[11:]
    return int(clock[:2]) * 60 + int(clock[3:5]) if clock else None


def close(one: int | None, two: int | None) -> bool:
    """Whether two times of a day are nearly the same, or one of them is a whole day."""
    return one is None or two is None or abs(one - two) <= MINUTES_APART


def same_place(one: Mapping[str, object], two: Mapping[str, object]) -> bool:
    """Whether two events may be at one place: both here, in no two rooms, or elsewhere under one name."""
    where, other = one.get("where"), two.get("where")
    if isinstance(where, Mapping) and isinstance(other, Mapping):
        return folded(str(where.get("name"))) == folded(str(other.get("name")))
    rooms = {str(each["room"]) for each in (one, two) if each.get("room")}
    return not where and not other and len(rooms) < 2
