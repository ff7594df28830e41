"""Real listings as a network: what thousands of records that others wrote become in our hands.

`python -m tests.listings [DIR]` turns every record of `../shared/data/listings` into an event, as a member would
write it, into a folder (a temporary one unless given), checks and builds it, and says what was published and what was
refused, and why. The records' text is kept as it is: what our rules refuse must be refused here too, by name.
Nothing of the listings lies in this repository; without that folder there is nothing to do.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

import yaml
from benchmarks.measure import Measured, measured

REPOSITORY = Path(__file__).parent.parent
DATA = REPOSITORY.parent / "shared" / "data"
AS_OF = date(2026, 8, 15)
CONFERENCES, DEADLINES, TALKS, OUTINGS = "conference-data", "python-deadlines", "linuxday-milano", "cctnit-sito"
LINUX_DAY, CLUB = "linux-day-milano", "camper-club"
AREAS = {"municipi": ("municipio", "municipio"), "nil": ("id_nil", "nil")}
CONF = """
from circuito.settings import *
SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG = "Listings", "https://listings.example", "Europe/Rome", "it"
LEAVE_OUT, AS_OF = True, "{as_of}"
"""


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a listing as an event of ours: where it stands there, its path here, what its file says."""

    source: str
    place: str
    path: str
    head: Mapping[str, Any]
    text: str

    @property
    def page(self) -> str:
        """The path of its page in the output."""
        return f"eventi/{self.path.removeprefix('events/').removesuffix('.md')}/index.html"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the records: published, refused (with the sentences that say why), lost (there must be none)."""

    records: Sequence[Record]
    published: Sequence[Record]
    refused: Mapping[str, Sequence[Mapping[str, Any]]]
    lost: Sequence[Record]
    check: Measured
    build: Measured
    files: Counter[str] = field(default_factory=Counter)


def is_there() -> bool:
    """Whether the listings are on this machine."""
    return (DATA / "listings").is_dir() and (DATA / "milano").is_dir()


def publish(folder: Path, every: int = 1) -> Outcome:
    """Write every n-th record into a network in a folder, check it and build it."""
    records = list(all_records())[::every]
    for path, text in chain(network(), ((record.path, file_of(record)) for record in records)):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (folder / "pelicanconf.py").write_text(CONF.format(as_of=AS_OF), encoding="utf-8")
    plugins = {"PYTHONPATH": str(REPOSITORY / "plugins"), "LC_ALL": "C.UTF-8"}
    said = folder / "problems.json"
    check = [sys.executable, "-m", "circuito", "check", str(folder), "--lang", "en", "--json", "--as-of", str(AS_OF)]
    checked = measured(check, folder, plugins)
    said.write_text(checked.output, encoding="utf-8")
    built = measured([sys.executable, "-m", "pelican", "-s", "pelicanconf.py"], folder, plugins)
    return outcome(folder, records, checked, built)


def outcome(folder: Path, records: Sequence[Record], check: Measured, build: Measured) -> Outcome:
    """Hold the pages that were built against the records, and the missing ones against the problems."""
    problems: dict[str, list[Mapping[str, Any]]] = {}
    if check.code not in (0, 1):
        raise RuntimeError(check.output)
    for problem in json.loads(check.output):
        problems.setdefault(problem["file"], []).append(problem)
    for path, cause in re.findall(r"^(\S+): left out with (\S+)$", build.output, re.MULTILINE):
        problems.setdefault(path, []).extend(problems.get(cause, ()))
    output = folder / "output"
    published = [record for record in records if (output / record.page).is_file()]
    missing = [record for record in records if not (output / record.page).is_file()]
    refused = {record.path: problems[record.path] for record in missing if record.path in problems}
    lost = [record for record in missing if record.path not in refused]
    files = Counter(file.suffix for file in output.rglob("*") if file.is_file())
    return Outcome(records, published, refused, lost, check, build, files)


# The records, source by source


def all_records() -> Iterator[Record]:
    """Every record of every listing."""
    taken: set[str] = set()
    for source, place, space, head, text in chain(conferences(), deadlines(), talks(), outings()):
        yield Record(source, place, unique(f"events/{space}/{slug(str(head['title']))}", taken), head, text)


Written = tuple[str, str, str, dict[str, Any], str]


def conferences() -> Iterator[Written]:
    """Conferences of the world, a JSON file a year and topic; spread over the neighbourhoods as hosts."""
    hosts, folder = neighbourhoods(), DATA / "listings" / CONFERENCES
    for file in sorted(folder.glob("[0-9]*/*.json")):
        for number, said in enumerate(json.loads(file.read_text(encoding="utf-8"))):
            place = ", ".join(said[key] for key in ("city", "country") if said.get(key))
            head = {
                "title": said["name"],
                "summary": f"{file.stem}: {place or 'online'}",
                "starts": said["startDate"],
                "ends": said["endDate"],
                "where": {"name": place} if place else None,
                "online": {"url": said["url"]} if said.get("online") else None,
                "only_online": True if said.get("online") and not place else None,
                "languages": [code.strip().lower() for code in said.get("locales", "").split(",") if code.strip()],
                "source": {"feed": CONFERENCES, "link": said["url"]},
            }
            yield CONFERENCES, f"{file.parent.name}/{file.name}[{number}]", next(hosts), head, facts(said, "name")


def deadlines() -> Iterator[Written]:
    """Conferences of one programming language with their deadlines, YAML."""
    hosts, folder = neighbourhoods(), DATA / "listings" / DEADLINES
    for name in ("conferences.yml", "archive.yml", "legacy.yml"):
        for number, said in enumerate(yaml.safe_load((folder / name).read_text(encoding="utf-8"))):
            point = next(iter(said.get("location", ())), None)
            location = {"lat": point["latitude"], "lon": point["longitude"]} if point else None
            head = {
                "title": f"{said['conference']} {said['year']}",
                "summary": f"{said['sub']}: {said['place']}",
                "starts": str(said["start"]),
                "ends": str(said["end"]),
                "where": {"name": said["place"], "location": location},
                "source": {"feed": DEADLINES, "link": said["link"]},
            }
            yield DEADLINES, f"{name}[{number}]", next(hosts), head, facts(said, "conference", "location")


def talks() -> Iterator[Written]:
    """The programmes of a day of talks, a YAML file a year: slots, with talks side by side in rooms."""
    for file in sorted((DATA / "listings" / TALKS).glob("year_*.yml")):
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
        day = linux_day(said["year"])
        slots = [(slot["time"], talk) for slot in said["schedule"] for talk in slot["talks"]]
        for number, (clock, talk) in enumerate(slots):
            head = {
                "title": talk["title"],
                "summary": talk.get("author") or talk.get("duration") or talk["title"],
                "starts": f"{day} {clock}",
                "ends": ends(clock, talk.get("duration", "")),
                "room": slug(talk["room"]) if talk.get("room") else None,
                "part_of": f"{LINUX_DAY}/linux-day-{said['year']}",
                "source": {"feed": TALKS, "link": talk.get("slides")},
            }
            yield TALKS, f"{file.name}[{number}]", LINUX_DAY, head, talk.get("description", "")


def outings() -> Iterator[Written]:
    """The outings of a club, Hugo pages with YAML front matter, its empty strings left away."""
    for file in sorted((DATA / "listings" / OUTINGS / "eventi").glob("*/index.md")):
        _, front, text = file.read_text(encoding="utf-8").split("---\n", 2)
        said = yaml.safe_load(front)
        event = {key: value for key, value in said["evento"].items() if value != ""}
        location = (
            {"lat": float(event["p_latitude"]), "lon": float(event["p_longitude"])} if "p_latitude" in event else None
        )
        head = {
            "title": said["title"],
            "summary": said.get("summary") or event.get("p_summary"),
            "starts": event.get("dt_start"),
            "ends": event.get("dt_end"),
            "where": {"name": event["p_location"], "location": location} if "p_location" in event else None,
            "published": f"{said['date']:%Y-%m-%d}",
            "source": {"feed": OUTINGS},
        }
        yield OUTINGS, f"{file.parent.name}/{file.name}", CLUB, head, text.strip("\n")


def facts(said: Mapping[str, Any], *without: str) -> str:
    """Everything else that a record says, as a list."""
    return "\n".join(f"- {key}: {value}" for key, value in said.items() if key not in without) + "\n"


def linux_day(year: int) -> date:
    """The fourth Saturday of October."""
    first = date(year, 10, 1)
    return first + timedelta(days=(5 - first.weekday()) % 7 + 21)


def ends(clock: str, duration: str) -> str | None:
    """The time at which what lasts so many minutes ends."""
    lasts = re.fullmatch(r"(?:(\d+) ora(?: e)? )?(\d+) min", duration)
    hours, minutes = clock.split(":")
    until = int(hours) * 60 + int(minutes) + int(lasts[1] or 0) * 60 + int(lasts[2]) if lasts else 0
    return f"{until // 60:02}:{until % 60:02}" if lasts else None


# The network around them


def network() -> Iterator[tuple[str, str]]:
    """The files of a network whose spaces are the 88 neighbourhoods of the city, a university and a club."""
    term = [{"id": "luogo", "name": "Luogo"}]
    divisions = [
        {"id": name, "file": f"{name}.geojson", "name": name.upper(), "key": key, "label": label}
        for name, (key, label) in AREAS.items()
    ]
    words = {
        "name": "Listings",
        "summary": "Real listings",
        "domain": "listings.example",
        "city": "Milano",
        "country": "IT",
    }
    words |= {"languages": ["it"], "timezone": "Europe/Rome", "since": "2013-01-01", "kinds": term, "areas": divisions}
    yield "content/network.yaml", yaml.safe_dump(words, allow_unicode=True)
    yield "content/organisations/chi-pubblica.md", headed({"name": "Chi pubblica", "legal_form": "other"})
    for name in AREAS:
        yield f"content/areas/{name}.geojson", (DATA / "milano" / f"{name}.geojson").read_text(encoding="utf-8")
    for row in nil_rows():
        yield space(
            nil_slug(row), row["nil"], {"lat": float(row["lat"]), "lon": float(row["lon"]), "approximate": True}
        )
    yield space(LINUX_DAY, "Linux Day Milano")
    yield space(CLUB, "Camper Club")
    programmes = [
        yaml.safe_load(file.read_text(encoding="utf-8")) for file in (DATA / "listings" / TALKS).glob("year_*.yml")
    ]
    rooms = {
        talk["room"] for said in programmes for slot in said["schedule"] for talk in slot["talks"] if talk.get("room")
    }
    for room in sorted(rooms):
        yield f"spaces/{LINUX_DAY}/rooms/{slug(room)}.md", headed({"name": room})
    for said in programmes:
        head = {
            "title": f"Linux Day {said['year']}",
            "summary": "Un giorno di incontri",
            "starts": str(linux_day(said["year"])),
        }
        yield f"events/{LINUX_DAY}/linux-day-{said['year']}.md", headed(head)


def space(name: str, title: str, location: Mapping[str, Any] | None = None) -> tuple[str, str]:
    """The profile of a space."""
    head = {"name": title, "kind": "luogo", "summary": f"Uno spazio a {title}", "address": {"street": title}}
    return f"spaces/{name}/space.md", headed({**head, "run_by": ["chi-pubblica"], "location": location})


def nil_rows() -> list[dict[str, str]]:
    """The table of the 88 neighbourhoods, with a point inside each."""
    with (DATA / "milano" / "nil_municipio.tsv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t"))


def nil_slug(row: Mapping[str, str]) -> str:
    return f"nil-{row['id_nil']}"


def neighbourhoods() -> Iterator[str]:
    """The slugs of the neighbourhoods, round and round."""
    names = [nil_slug(row) for row in nil_rows()]
    while True:
        yield from names


def file_of(record: Record) -> str:
    return headed(record.head, record.text)


def headed(head: Mapping[str, Any], text: str = "") -> str:
    """A file with a head; what is not stated is not written."""
    written = {key: stated(value) for key, value in head.items() if stated(value) not in (None, [], {})}
    return f"---\n{yaml.safe_dump(written, allow_unicode=True, sort_keys=False)}---\n\n{text}"


def stated(value: Any) -> Any:
    """A value without its parts that are not stated."""
    return {key: inner for key, inner in value.items() if inner is not None} if isinstance(value, dict) else value


def slug(text: str) -> str:
    """A file name out of a title."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "senza-nome"


def unique(stem: str, taken: set[str]) -> str:
    """A path that no other record has."""
    tries = chain([stem], (f"{stem}-{number}" for number in range(2, 10_000)))
    path = next(f"{one}.md" for one in tries if one not in taken)
    taken.add(path.removesuffix(".md"))
    return path


# What is said about it


def table(result: Outcome) -> Iterator[str]:
    """The counts of each source, and what building took."""
    yield f"{'source':18}{'records':>9}{'published':>11}{'refused':>9}{'lost':>6}"
    for source in (CONFERENCES, DEADLINES, TALKS, OUTINGS):
        own, published, lost = (
            [record.path for record in group if record.source == source]
            for group in (result.records, result.published, result.lost)
        )
        refused = sum(path in result.refused for path in own)
        yield f"{source:18}{len(own):9}{len(published):11}{refused:9}{len(lost):6}"
    kinds = ", ".join(f"{count} {suffix or 'other'}" for suffix, count in sorted(result.files.items()))
    yield f"published files: {kinds}"
    for name, cost in (("check", result.check), ("build", result.build)):
        yield f"{name}: exit code {cost.code}, {cost.cpu:.1f} s CPU, {cost.wall:.1f} s, {cost.peak:.0f} MiB"
    yield from (f"{count:5} × {code}" for code, count in codes(result.refused.values()).most_common())


def codes(refused: Iterable[Sequence[Mapping[str, Any]]]) -> Counter[str]:
    """How many records each kind of problem keeps out."""
    return Counter(code for problems in refused for code in {problem["code"] for problem in problems})


def report(result: Outcome) -> Iterator[str]:
    """The table, then each record that was not published, with its place in the source and the sentences."""
    yield from table(result)
    for record in result.records:
        for problem in result.refused.get(record.path, ()):
            where = f"{problem['file']}:{problem['line']}:{problem['column']}"
            sentence = f"{problem['message']} ({problem['remedy']}) [{problem['code']}]"
            yield f"{where}: {sentence} <- {record.source}/{record.place}"
    yield from (f"{record.path}: LOST <- {record.source}/{record.place}" for record in result.lost)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.listings", description=__doc__.partition("\n\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, help="where to write the network (default: a temporary folder)")
    parser.add_argument("--every", type=int, default=1, help="take every n-th record only (default: 1, all)")
    options = parser.parse_args()
    if not is_there():
        print(f"Skipped: {DATA / 'listings'} is not on this machine.")
        return 0
    folder = options.folder or Path(tempfile.mkdtemp(prefix="circuito-listings-"))
    result = publish(folder, options.every)
    lines = "\n".join(report(result)) + "\n"
    (folder / "report.txt").write_text(lines + "\n" + result.build.output, encoding="utf-8")
    print("\n".join(table(result)))
    print(f"Every refusal is in {folder / 'report.txt'}, the site in {folder / 'output'}.")
    return 1 if result.lost or len(result.records) != len(result.published) + len(result.refused) else 0


if __name__ == "__main__":
    sys.exit(main())
