"""How long builds take and how much memory they need, beside Hugo on the same content and the same pages.

Everything is measured in one run, interleaved, several times: the machine's noise then strikes all alike, and ratios
hold where seconds do not. Hugo is looked for on PATH and beside this Python, and left out, visibly, where it is not.
"Same pages" is our cold build of what Hugo's site has too; the other cases build the whole site. Either run says which
outputs it leaves out, and why, and what either side published, kind by kind: how many files, and of what size.
A disk that others use too makes the system's share of cold builds differ up to tenfold: `--folder /dev/shm/bench` keeps
the sites in memory.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from statistics import mean, median

from hugo import NO_HUGO, hugo_binary
from measure import Measured, measured
from phases import profiled
from synthesize import BUILD_DAY, event_path

HERE = Path(__file__).parent
LEFT_OUT = {
    "Typst draws it, and print.py measures it": (
        "cards:cards", "posters:posters", "programme_sheets:programme_sheets", "tour_posters:tour_posters",
        "project_sheet:sheets", "brand_files:marks", "brand_files:kit", "icons:icons",
    ),
    "it matches and plans, and circulation.py measures it": (
        "match_pages:hosts_of_projects", "match_pages:projects_for_spaces", "match_data:match_data",
        "comparison:comparison", "questionnaire:questionnaires", "lending:lending", "season:season",
        "season:season_csv", "tour_pages:tours", "tour_pages:tracks",
    ),
    "it is a way to use the site that Hugo's has no like of": (
        "subscribing:subscribing", "embedding:embedding", "finding:search", "finding:a_to_z", "gallery:gallery",
        "brand:manual", "agenda_filters:filters", "project_filters:filters", "room_calendars:room_calendars",
        "freshness:freshness", "freshness:freshness_feeds", "freshness:freshness_csv", "deadlines:deadlines",
        "newsroom:newsroom", "tables:catalogue_csv", "tables:spaces_csv", "tables:events_csv",
    ),
}  # fmt: skip
DRAWN, *_ = LEFT_OUT.values()
UNTRUSTED = 2.1  # seconds in which a file that was just written may change again without a new stamp
CONF = """
from circuito.settings import *
SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG = "Rete di misura", "https://misura.example", "Europe/Rome", "it"
AS_OF = "{day}"
OUTPUTS = [name for name in OUTPUTS if not name.endswith({left_out})]
OUTPUT_PATH = "{output}"
SEARCH = False  # Pagefind's own time, which Hugo's site does not spend; docs/developers/finding.md has it
"""
KINDS = {
    "events": r"(?:eventi|events)/[^/]+/[^/]+/index\.html",
    "spaces": r"(?:spazi|spaces)/[^/]+/index\.html",
    "areas": r"(?:quartieri|areas)/[^/]+/index\.html",
    "themes": r"(?:temi|themes)/[^/]+/index\.html",
    "organisations": r"(?:enti|organisations)/[^/]+/index\.html",
    "projects": r"(?:progetti|projects)/[^/]+/index\.html",
    "agenda": r"agenda/.*index\.html",
    "other pages": r".*\.html",
    "event.ics": r".*/event\.ics",
    "calendars": r".*\.ics",
    "sitemap": r"sitemap\.xml",
    "RSS and Atom": r".*\.xml",
    "JSON Feed": r".*feed\.json",
    "JSON": r".*\.(?:geo)?json",
}  # of the files below a language's folder, each of the first kind that fits
ALIKE = 0.1
CASES = ("cold", "no change", "one edit", "next day", "same pages", "Hugo cold")
GOALS = {"same pages": ("ratio", 1.2), "no change": ("cpu", 0.8), "one edit": ("cpu", 1.0)}  # at 1,000 × 1
MOST_MEMORY = 100  # MB


@dataclass(frozen=True, slots=True)
class Site:
    """A made-up network of so many events and languages in a folder, and the same site for Hugo beside it."""

    folder: Path
    events: int
    languages: Sequence[str]

    @property
    def ours(self) -> Path:
        """The folder of the network."""
        return self.folder / "ours"

    @property
    def theirs(self) -> Path:
        """The folder of Hugo's site."""
        return self.folder / "hugo"

    @property
    def edited(self) -> str:
        """The path without suffix of the event that is edited: one that takes place soon."""
        return event_path(self.events // 2 + max(1, self.events // 50))


@dataclass(slots=True)
class Results:
    """All runs of a site by case, and what was published at the end."""

    site: Site
    runs: dict[str, list[Measured]] = field(default_factory=lambda: {case: [] for case in CASES})
    files: dict[str, Counter[str]] = field(default_factory=dict)
    kinds: dict[str, dict[str, list[int]]] = field(default_factory=dict)


def main() -> int:
    options = parsed()
    hugo = hugo_binary(options.hugo)
    print(f"Hugo: {version(hugo)}" if hugo else f"Hugo is left out: {NO_HUGO}", flush=True)
    with tempfile.TemporaryDirectory(prefix="circuito-bench-") as made:
        for events in options.events:
            for count in options.languages:
                folder = Path(options.folder or made) / f"{events}x{count}"
                site = Site(folder, events, ("it", "en", "ar")[:count])
                prepare(site)
                if options.profile:
                    print("\n".join(profile(site)), flush=True)
                    continue
                results = bench(site, hugo, options.runs)
                print("\n".join(table(results)), flush=True)
    return 0


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, nargs="+", help="how many events (default: 100 1000)")
    parser.add_argument("--large", action="store_true", help="10,000 events, too")
    parser.add_argument("--languages", type=int, nargs="+", default=[1, 3], help="how many languages (default: 1 3)")
    parser.add_argument("--runs", type=int, default=5, help="how many rounds (default: 5)")
    parser.add_argument("--hugo", help="the Hugo to compare with (default: the one on PATH)")
    parser.add_argument("--profile", action="store_true", help="say where the time goes instead")
    parser.add_argument("--folder", help="where to write the sites, to keep them (default: a temporary folder)")
    options = parser.parse_args()
    options.events = options.events or [100, 1000] + [10_000] * options.large
    return options


def version(hugo: Path) -> str:
    return subprocess.run([hugo, "version"], capture_output=True, text=True, check=True).stdout.strip()


# One site


def prepare(site: Site) -> None:
    """Write the files of a site. A process of its own does it: what a parent holds counts as its child's memory."""
    shutil.rmtree(site.folder, ignore_errors=True)
    site.ours.mkdir(parents=True)
    made = [HERE / "synthesize.py", site.ours, "--events", str(site.events), "--languages", ",".join(site.languages)]
    subprocess.run([sys.executable, *made], check=True)
    set_day(site, 0)
    time.sleep(UNTRUSTED)


def prepare_hugo(site: Site) -> None:
    """Write Hugo's site from ours, which was just built, in a process of its own too."""
    told = [HERE / "hugo.py", site.ours, site.ours / "same", site.theirs, *site.languages]
    subprocess.run([sys.executable, *told], check=True)


def set_day(site: Site, later: int) -> None:
    """Make the next build one for the benchmark's day, or for so many days later."""
    day, everything = BUILD_DAY + timedelta(days=later), sum(LEFT_OUT.values(), ())
    for name, output, left_out in (("pelicanconf", "output", DRAWN), ("same", "same", everything)):
        conf = CONF.format(day=day, output=output, left_out=left_out)
        (site.ours / f"{name}.py").write_text(conf, encoding="utf-8")


def bench(site: Site, hugo: Path | None, runs: int) -> Results:
    """Measure every case so many times, in turns."""
    results = Results(site)
    for number in range(runs):
        forget(site)
        results.runs["cold"].append(build(site))
        results.runs["same pages"].append(build(site, "same.py"))
        if hugo:
            if number == 0:
                prepare_hugo(site)
            results.runs["Hugo cold"].append(hugo_cold(site, hugo))
        results.files, results.kinds = published(site), kinds_published(site)
        results.runs["no change"].append(build(site))
        with edited(site, f"Titolo nuovo {number}") as title:
            results.runs["one edit"].append(build(site))
            verify(site, title)
        build(site)
        set_day(site, 1)
        results.runs["next day"].append(build(site))
        set_day(site, 0)
    return results


def build(site: Site, settings: str = "pelicanconf.py") -> Measured:
    """Build our site once. Raises where that fails."""
    run = measured([sys.executable, "-m", "pelican", "--fatal", "errors", "-s", settings], site.ours)
    if run.code != 0:
        raise RuntimeError(run.output)
    return run


def hugo_cold(site: Site, hugo: Path) -> Measured:
    """Build Hugo's site once from nothing. Raises where that fails."""
    shutil.rmtree(site.theirs / "public", ignore_errors=True)
    shutil.rmtree(site.theirs / "cache", ignore_errors=True)
    cache = site.theirs / "cache"
    run = measured([str(hugo), "--quiet", "--ignoreCache", "--cacheDir", str(cache)], site.theirs)
    if run.code != 0:
        raise RuntimeError(run.output)
    return run


def forget(site: Site) -> None:
    """Remove all that was built and remembered."""
    for output in ("output", "same"):
        (site.ours / output).unlink(missing_ok=True)
    shutil.rmtree(site.ours / ".circuito", ignore_errors=True)


class edited:  # noqa: N801
    """While it lasts, one event has a new title."""

    def __init__(self, site: Site, title: str) -> None:
        self.file = site.ours / f"{site.edited}.md"
        self.title = title
        self.before = self.file.read_text(encoding="utf-8")

    def __enter__(self) -> str:
        lines = [f"title: {self.title}" if line.startswith("title:") else line for line in self.before.split("\n")]
        self.file.write_text("\n".join(lines), encoding="utf-8")
        return self.title

    def __exit__(self, *_: object) -> None:
        self.file.write_text(self.before, encoding="utf-8")


def verify(site: Site, title: str) -> None:
    """Raises unless the new title stands on its event's page and in the calendar."""
    output = site.ours / "output"
    page = Heading()
    page.feed((output / site.edited.replace("events/", "eventi/", 1) / "index.html").read_text(encoding="utf-8"))
    if page.text.strip() != title:
        raise RuntimeError(f"the page still says {page.text.strip()!r}")
    calendar = output / "calendar.ics"
    if not calendar.exists():
        print("No calendar yet: only the page was looked at.")
    elif f"SUMMARY:{title}\r\n".encode() not in calendar.read_bytes():
        raise RuntimeError("the calendar does not say the new title")


class Heading(HTMLParser):
    """The text of a page's first-level heading."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.text = ""

    def handle_starttag(self, tag: str, _: object) -> None:
        self.inside = self.inside or tag == "h1"

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "h1"

    def handle_data(self, data: str) -> None:
        self.text += data if self.inside else ""


# What is said


def published(site: Site) -> dict[str, Counter[str]]:
    """How many files of each kind, and how many bytes of HTML, were published on either side."""
    trees = {"ours": site.ours / "output", "same": site.ours / "same", "hugo": site.theirs / "public"}
    return {name: counted(tree) for name, tree in trees.items()}


def counted(tree: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    for folder, _, names in os.walk(tree.resolve()):
        for name in names:
            suffix = Path(name).suffix.lstrip(".") or "other"
            found[suffix] += 1
            found[f"{suffix} bytes"] += os.path.getsize(os.path.join(folder, name))
    return found


def kinds_published(site: Site) -> dict[str, dict[str, list[int]]]:
    """The sizes of the files of each kind, as our cold build of the same pages and as Hugo published them."""
    return {"ours": sizes(site.ours / "same", site.languages), "Hugo": sizes(site.theirs / "public", site.languages)}


def sizes(tree: Path, languages: Sequence[str]) -> dict[str, list[int]]:
    """The sizes of the files in a tree, by kind."""
    found: dict[str, list[int]] = {kind: [] for kind in KINDS}
    root = tree.resolve()
    for file in root.rglob("*"):
        first, _, rest = (path := file.relative_to(root).as_posix()).partition("/")
        kind = kind_of(rest if first in languages else path) if file.is_file() else None
        if kind:
            found[kind].append(file.stat().st_size)
    return found


def kind_of(path: str) -> str | None:
    """The kind of a file; None of one that tells nothing of the content, such as a stylesheet."""
    return next((kind for kind, shape in KINDS.items() if re.fullmatch(shape, path)), None)


def table(results: Results) -> Iterator[str]:
    """Medians with their ranges, case by case, then the counts of pages."""
    site = results.site
    yield f"\n{site.events} events × {len(site.languages)} languages, {len(results.runs['cold'])} rounds"
    yield f"{'':12}{'CPU s':>22}{'wall s':>22}{'peak MiB':>10}{'CPU / Hugo':>12}"
    for case, runs in results.runs.items():
        if runs:
            cpu, wall = (spread([getattr(run, name) for run in runs]) for name in ("cpu", "wall"))
            peak = f"{max(run.peak for run in runs):.0f}"
            ratio = ratio_of(runs, results.runs["Hugo cold"])
            yield f"{case:12}{cpu:>22}{wall:>22}{peak:>10}{'' if ratio is None else f'{ratio:.2f}':>12}"
    for name, files in results.files.items():
        yield f"{name}: {described(files)}"
    if results.runs["Hugo cold"]:
        yield from likeness(results.kinds)
    for number, (why, names) in enumerate(LEFT_OUT.items()):
        yield f"left out of {'the same pages' if number else 'all cases'} since {why}: {', '.join(names)}"
    if (site.events, len(site.languages)) == (1000, 1):
        yield from verdicts(results)


def likeness(kinds: Mapping[str, Mapping[str, Sequence[int]]]) -> Iterator[str]:
    """How like both sides are, kind by kind: how many files, and their mean size."""
    yield f"{'same pages':16}{'files':>7}{'Hugo':>7}{'bytes':>12}{'Hugo':>12}{'Hugo / ours':>13}"
    for kind in KINDS:
        ours, theirs = (kinds[side][kind] for side in ("ours", "Hugo"))
        if ours or theirs:
            means = [mean(found) if found else 0 for found in (ours, theirs)]
            ratio = means[1] / means[0] if means[0] else 0
            unlike = " unlike" if len(ours) != len(theirs) or abs(ratio - 1) > ALIKE else ""
            yield f"{kind:16}{len(ours):>7}{len(theirs):>7}{means[0]:>12.0f}{means[1]:>12.0f}{ratio:>13.2f}{unlike}"


def verdicts(results: Results) -> Iterator[str]:
    """Which goals are met: seconds of processor, the ratio to Hugo's, MB."""
    found = {case: median(run.cpu for run in runs) for case, runs in results.runs.items() if runs}
    for case, (kind, most) in GOALS.items():
        value = found[case] if kind == "cpu" else ratio_of(results.runs[case], results.runs["Hugo cold"])
        if value is not None:
            yield f"goal: {case} {kind} {value:.2f} of at most {most} {'met' if value <= most else 'MISSED'}"
    peak = max(run.peak for runs in results.runs.values() for run in runs if runs is not results.runs["Hugo cold"])
    memory = peak * 2**20 / 10**6
    yield f"goal: memory {memory:.1f} MB of at most {MOST_MEMORY} {'met' if memory <= MOST_MEMORY else 'MISSED'}"


def spread(values: Sequence[float]) -> str:
    return f"{median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def ratio_of(runs: Sequence[Measured], others: Sequence[Measured]) -> float | None:
    """The median of the ratios of processor time, round by round; None where there is nothing to compare with."""
    if not others or runs is others:
        return None
    return median(run.cpu / other.cpu for run, other in zip(runs, others, strict=True))


def described(files: Mapping[str, int]) -> str:
    suffixes = sorted(name for name in files if not name.endswith(" bytes"))
    return ", ".join(f"{files[name]} {name} ({files[f'{name} bytes'] / 1e6:.1f} MB)" for name in suffixes) or "–"


def profile(site: Site) -> Iterator[str]:
    """Where the time goes in each case."""
    yield from profiled(site.ours, "cold")
    yield from profiled(site.ours, "no change")
    with edited(site, "Titolo nuovo"):
        yield from profiled(site.ours, "one edit")


if __name__ == "__main__":
    sys.exit(main())
