"""The office's own news and pages, before Pelican reads them: their head must say what Pelican would only guess."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from difflib import get_close_matches

from ..model.values import SLUG
from ..problems import Problem, Source
from .document import Unreadable, after, decoded
from .memory import Leaf
from .walk import Found

NEEDED = {"news": ("title", "date", "slug", "summary"), "pages": ("title", "slug")}
KNOWN = ("title", "date", "modified", "slug", "lang", "summary", "order", "status")
STATUSES = ("published", "draft", "hidden")
HEAD = r"([A-Za-z][A-Za-z_]*):[ \t]*(.*)\Z"
LARGEST = 40 * 1024
LINKED = ("space", "event", "project")
LINK = r"[{|]filename[}|]([^)\s\"'#?>]+)"
FOREIGN = r"(?i)(?:\]\(\s*<?|<|\bhref\s*=\s*[\"']?)\s*(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:(?=[^\s)>])"
ATTACHED = r"[{|](?:static|attach)[}|]"
PICTURE = (
    r"(?<=\n\n)!\[(?=[^\]\n]*\w)[^\]\n]+\]"  # what can be seen
    r"\((?P<file>/?(?:[a-z0-9._-]+/)*[a-z0-9._-]+\.(?:jpe?g|png|webp))"
    r' "(?=[^"\n]*\w)[^"\n]+"\)(?=\n\n|\n*\Z)'  # who made it
)
ANY_PICTURE = r"!\["
ACTIVE = (
    r"(?i)</?(?:script|style|iframe|frame|object|embed|applet|form|input|button|textarea|select|link|meta|base|video|audio"
    r"|source|svg|math|template|noscript)\b|\bon[a-z]+\s*=\s*[\"']"
)

Head = dict[str, tuple[str, int]]
Links = tuple[tuple[str, str, tuple[str | int, ...]], ...]


def office_text(path: str, lang: str, content: bytes) -> tuple[dict[str, str], Links, list[Problem]]:
    """What the network must know of a piece of news or a page: slug and language; the files it links to; its problems.

    `lang` is the language that the file's name states. Links are kind (`file` or `picture`), path, and line and column.
    """
    try:
        text = decoded(path, content)
        head, body = head_of(path, text)
    except Unreadable as refused:
        return {}, (), [refused.problem]
    problems = [*head_problems(path, lang, head), *body_problems(path, text, body)]
    links = tuple(
        (kind, aimed(path, found[1]), after(text[: found.start(1)]))
        for kind, shape in (("file", LINK), ("picture", PICTURE))
        for found in re.finditer(shape, text)
    )
    said = {name: value for name, (value, _) in head.items() if name in ("slug", "lang", "status")}
    lines = {f"{name}_line": str(head.get(name, ("", 1))[1]) for name in ("slug", "lang")}
    return said | lines, links, problems


def head_of(path: str, text: str) -> tuple[Head, int]:
    """The fields of the head with their lines, and where the text begins. Raises `Unreadable`."""
    head: Head = {}
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            break
        match = re.match(HEAD, line)
        if match is None:
            raise Unreadable(Problem("office-head", Source(path, number)))
        name = match[1].lower()
        if name in head:
            raise Unreadable(Problem("key-repeated", Source(path, number), {"key": match[1], "first": head[name][1]}))
        head[name] = (match[2].strip(), number)
        start += len(line) + 1
    return head, start


def head_problems(path: str, lang: str, head: Head) -> Iterator[Problem]:
    """What is wrong with the head."""
    for name in (*NEEDED[path.split("/")[1]], *(["lang"] if lang else [])):
        if name not in head:
            yield Problem("office-missing", Source(path), {"field": name.capitalize()})
    for name, (value, line) in head.items():
        place = Source(path, line, len(name) + 3)
        if name not in KNOWN:
            names = ", ".join(each.capitalize() for each in KNOWN)
            yield Problem("field-unknown-here", Source(path, line), {"field": name.capitalize(), "names": names})
        elif not value:
            yield Problem("field-empty", place, {"field": name.capitalize()})
        elif name in SOUND and not SOUND[name](value):
            values = {"value": value[:80], "field": name.capitalize(), "choices": ", ".join(STATUSES)}
            yield Problem(CODES[name], place, values)
        elif name == "lang" and lang and value != lang:
            yield Problem("office-lang", place, {"value": value, "lang": lang})


def body_problems(path: str, text: str, body: int) -> Iterator[Problem]:
    """What is wrong with the text, which begins at `body`."""
    if len(text) > LARGEST:
        yield Problem("text-too-large", Source(path), {"most": LARGEST // 1024})
    for code, shape in (("text-html", ACTIVE), ("text-link", FOREIGN), ("office-attached", ATTACHED)):
        found = re.compile(shape).search(text, body)
        if found:
            yield Problem(code, Source(path, *after(text[: found.start()])))
    sound = {found.start() for found in re.compile(PICTURE).finditer(text, body)}
    for found in re.compile(ANY_PICTURE).finditer(text, body):
        if found.start() not in sound:
            yield Problem("office-picture", Source(path, *after(text[: found.start()])))


def between_problems(found: Iterable[Found], leaves: Mapping[str, Leaf], languages: Sequence[str]) -> Iterator[Problem]:
    """What does not hold between news, pages and the rest: languages, two with one address, links to no file."""
    known = {
        "file": {each.path for each in found if each.kind == "office" or (each.kind in LINKED and not each.lang)},
        "picture": {each.path for each in found if each.kind == "picture"},
    }
    first: dict[tuple[str, str, str], str] = {}
    for each in found:
        if each.kind != "office" or each.path not in leaves:
            continue
        said: Mapping[str, str] = leaves[each.path].fields
        lang = said.get("lang") or languages[0]
        if lang not in languages:
            place = Source(each.path, int(said["lang_line"]), 7)
            yield Problem("translation-language", place, {"lang": lang, "languages": ", ".join(languages)})
        other = first.setdefault((each.path.split("/")[1], said["slug"], lang), each.path)
        if other != each.path:
            place = Source(each.path, int(said["slug_line"]), 7)
            yield Problem("office-slug-twice", place, {"slug": said["slug"], "other": other})
        for kind, target, (line, column) in leaves[each.path].references:
            if target not in known[kind]:
                near = next(iter(get_close_matches(target, sorted(known[kind]), 1, 0.5)), "")
                values = {"name": target, "near": near}
                code = "unknown-file" if near else "unknown-file-yet"
                yield Problem(code, Source(each.path, int(line), int(column)), values)


def aimed(path: str, target: str) -> str:
    """The path from the network's root of a file to which a text links."""
    folder = "" if target.startswith("/") else posixpath.dirname(path)
    return posixpath.normpath(posixpath.join(folder, target.lstrip("/")))


def is_day(text: str) -> bool:
    """Whether the text is an ISO day, with a time or without."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}-\d\d-\d\d([ T]\d\d:\d\d)?", text) is not None


SOUND: dict[str, Callable[[str], object]] = {
    "slug": lambda value: re.fullmatch(SLUG.shape, value),
    "date": is_day,
    "modified": is_day,
    "order": lambda value: re.fullmatch(r"[0-9]{1,6}", value),
    "status": STATUSES.__contains__,
}
CODES = {
    "slug": "slug-shape",
    "date": "day-shape",
    "modified": "day-shape",
    "order": "count-expected",
    "status": "choice-unknown",
}
