"""Every class of bad input, one example each: what is put into the small sound network.

What is said about each stands in `bad_input.txt`: the name of the class, then the whole answer in English and Italian.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from whole_networks import NEW, SMALL, event, replaced, written

Put = Callable[[Path], object]
NEWS, PAGE, AREAS = "content/news/nuova.md", "content/pages/nuova.md", "content/areas/quartieri.geojson"
SPACE, SOUTH, NORTH = "spaces/base/space.md", "spaces/sud/space.md", "spaces/nord/space.md"
OWN, BRAND, PROJECT = "content/network.yaml", "content/brand.yaml", "content/projects/lettere/project.md"
LOGO = "content/logo.svg"
REPOSITORY_BLOCK = "domain: piccola.example\nrepository:\n  kind: gitea\n  address: https://git.example.org/rete/sito\n"
SQUARE = [[[9.0, 45.0], [9.1, 45.0], [9.1, 45.1], [9.0, 45.0]]]


# Ways to put something wrong into a network


def file(path: str, content: str | bytes) -> Put:
    return lambda root: written(root, path, content)


def files(*pairs: tuple[str, str | bytes]) -> Put:
    return lambda root: [written(root, path, content) for path, content in pairs]


def new(*lines: str, text: str = "") -> Put:
    """A new event with more lines in its head, or a text."""
    return file(NEW, event(*lines, text=text))


def change(path: str, old: str, text: str) -> Put:
    return lambda root: replaced(root, path, old, text)


def gone(path: str) -> Put:
    return lambda root: shutil.rmtree(root / path) if (root / path).is_dir() else (root / path).unlink()


def renamed(path: str, name: str) -> Put:
    return lambda root: (root / path).rename(root / name)


def link(path: str, target: str) -> Put:
    def put(root: Path) -> None:
        if (root / path).exists():
            gone(path)(root)
        (root / path).symlink_to(target)

    return put


def picture(kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (4, 4)) -> bytes:
    made = io.BytesIO()
    Image.new(mode, size).save(made, kind)
    return made.getvalue()


def moving(kind: str) -> bytes:
    """A picture of three frames."""
    frames = [Image.new("RGB", (4, 4), (shade, 0, 0)) for shade in (0, 120, 240)]
    made = io.BytesIO()
    frames[0].save(made, kind, save_all=True, append_images=frames[1:])
    return made.getvalue()


def claimed(width: int, height: int) -> bytes:
    """A PNG whose header claims a size that its few bytes do not fill."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def shown(name: str) -> str:
    """A new event that shows a picture."""
    return event("pictures:", f"  - file: {name}", "    alt: Un cortile", "    credit: Ada Riva")


def area(name: object = "Nuova", id: object = "nuova", geometry: object = None) -> Put:
    """One more area."""

    def put(root: Path) -> None:
        shapes = json.loads((SMALL / AREAS).read_text())
        drawn = geometry or {"type": "Polygon", "coordinates": SQUARE}
        shapes["features"].append({"type": "Feature", "properties": {"id": id, "name": name}, "geometry": drawn})
        written(root, AREAS, json.dumps(shapes))

    return put


def news(*lines: str, without: str = "", text: str = "Testo.", path: str = NEWS) -> Put:
    head = ["Title: Nuova", "Date: 2026-11-01", "Slug: nuova", "Summary: Breve."]
    kept = [line for line in head if not without or not line.startswith(without)]
    return file(path, "\n".join([*kept, *lines, "", text, ""]))


def page(*lines: str) -> Put:
    return file(PAGE, "\n".join(["Title: Nuova", *lines, "", "Testo.", ""]))


def translated(*lines: str, path: str = "events/base/notte.en.md") -> Put:
    return file(path, "\n".join(["---", *lines, "---", ""]))


def nested_folders(root: Path) -> None:
    (root / "content/news" / "/".join("a" * 20)).mkdir(parents=True)


def interest(*lines: str, path: str = "spaces/base/interests/lettere.md", state: str = "interested") -> Put:
    """A space's interest in the project, with more lines in its head; the first of them is line 5."""
    head = [f"state: {state}", "created: 2026-11-20", "by: Programmazione", *lines]
    return file(path, "\n".join(["---", *head, "---", ""]))


def resource(*lines: str, kind: str = "thing") -> Put:
    """What a space lends, with more lines in its head; the first of them is line 4."""
    return file(
        "spaces/base/resources/tende.md", "\n".join(["---", "name: Tende nere", f"kind: {kind}", *lines, "---", ""])
    )


def over(report: str, correction: str, *lines: str) -> Put:
    """A new event that is over, whose report corrects something."""
    told = report.replace("}", f", corrections: [{correction}]}}")
    return file(NEW, event(told, *lines).replace("2026-12-05", "2026-11-14"))


def both(*puts: Put) -> Put:
    return lambda root: [put(root) for put in puts]


def project(*lines: str) -> Put:
    """More lines in the head of the project; the first of them is line 9."""
    return change(PROJECT, "cost:", "\n".join([*lines, "cost:"]))


STOP = ("room: sala", "on: 2026-12-18", 'at: "20:30"', "share: 250", "event: data")
HOLD = ("room: sala", "on: 2026-12-18", "expires: 2026-12-10")
REPORT = "report: {attendance: 12, counted: counted}"
LOAN = "borrows: [{space: base, resource: tende}]"
ROOM_OF_NORTH = file("spaces/nord/rooms/sala.md", "---\nname: Sala\n---\n")
NORTH_INTEREST = "spaces/nord/interests/lettere.md"


def stop(space: str, day: str = "2026-12-18", name: str = "data") -> Put:
    """The event of a settled date."""
    head = f"---\ntitle: Lettere\nsummary: Una data.\nstarts: {day} 20:30\nroom: sala\nproject: lettere\n---\n"
    return file(f"events/{space}/{name}.md", head)


A_SPACE = (
    "---\nname: Casa Est\nkind: casa\nsummary: Una casa a est.\naddress: {street: via Est 4}\nrun_by: [alfa]\n---\n"
)

BAD: dict[str, Put] = {
    # Bytes and characters
    "an empty file": file(NEW, ""),
    "a file of blanks": file(NEW, " \n\n"),
    "a file in Latin-1": file(
        NEW, "---\ntitle: perché\nsummary: perciò ".encode() + "caffè".encode("latin1") + b"\n---\n"
    ),
    "a file in UTF-16": file(NEW, event().encode("utf-16")),
    "old Mac line ends": file(NEW, event().replace("\n", "\r")),
    "a NUL": new("status_note: a\0b"),
    "a colour for terminals": new("status_note: a\x1b[31mb"),
    "a bidi override": new("status_note: a\u202eb"),
    "a bidi override in the text": new(text="prima\n\na\u202eb"),
    "a zero-width space": new("status_note: a\u200bb"),
    "a line separator": new("status_note: a\u2028b"),
    "a noncharacter": new("status_note: a\ufffeb"),
    "an escaped NUL": new(r'status_note: "a\0b"'),
    "an escaped bidi override": new(r'status_note: "a\u202eb"'),
    "an escaped control in a key": new(r'extra: {"a\eb": 1}'),
    "a 10 MB file": file(NEW, event(text="x" * 10_000_000)),
    "a head too large": new("plain: " + "x" * 66_000),
    "a text too large": new(text="parole " * 7_000),
    # The head
    "no head": file(NEW, "Ciao\n"),
    "a head not closed": file(NEW, "---\ntitle: Nuovo\nsummary: Una frase.\n"),
    "a list for a head": file(NEW, "---\n- uno\n---\n"),
    "words for a head": file(NEW, "---\nciao\n---\n"),
    "a second document": new("...", "--- altro"),
    "a directive": file(NEW, "---\n%TAG ! tag:example.org,2026:\n---\n"),
    "a repeated field": new("title: Altro"),
    "a repeated field within": new("price: {mode: free, mode: free}"),
    "a field without name": new('"": x'),
    "a list for a name": new("? [a, b]", ": c"),
    "a merge": new("price:", "  <<: {mode: free}"),
    "an anchor": new("themes: &a [cura]"),
    "an alias": new("themes: *a"),
    "a tag": new("status_note: !!python/object:os.system x"),
    "a bare tag": new("status_note: ! x"),
    "a deep list": new("extra: {a: " + "[" * 10 + "]" * 10 + "}"),
    "a list that would end the process": new("extra: " + "[" * 30_000),
    "a deep mapping": new("extra: " + "{a: " * 30 + "}" * 30),
    "a colon in words": new("status_note: Nota: lavori"),
    "quotes not closed": new('status_note: "Nota'),
    "an apostrophe in single quotes": new("status_note: 'L'orto'"),
    "a bracket not closed": new("themes: [cura"),
    "a sign that begins nothing": new("status_note: @base"),
    "a tabulation for indentation": new("price:", "\tmode: free"),
    "a line that is no field": new("Ci vediamo in cortile"),
    "an unknown escape": new(r'status_note: "C:\qui"'),
    # Fields and types
    "a missing field": file(NEW, "---\ntitle: Nuovo\nsummary: Una frase.\n---\n"),
    "a field without value": file(NEW, event().replace("Nuovo", "")),
    "a colour without quotes": change(BRAND, 'ink: "#15181e"\n  quiet: "#535a66"', 'ink: #15181e\n  quiet: "#535a66"'),
    "an unknown field": new("fonte: Ada"),
    "a misspelt field": file(NEW, event().replace("title", "titel")),
    "a misspelt field within": new("price: {mod: free}"),
    "a field of another kind of file": new("run_by: [alfa]"),
    "a name of ours in Python": change(SOUTH, "run_by", "closed: [{from_: 2026-08-01}]\nrun_by"),
    "an unknown field of the brand": change(BRAND, "claim:", "motto: Uno\nclaim:"),
    "a reserved word of Pelican": new("save_as: index.html"),
    "a decimal comma in a list": new("price: {mode: fixed, items: [{label: Intero, amount: 4,50}]}"),
    "a decimal comma in quotes": new('price: {mode: fixed, items: [{label: Intero, amount: "4,50"}]}'),
    "a list for text": new("status_note: [a, b]"),
    "a mapping for text": new("status_note: {a: b}"),
    "a number for text": new("status_note: 12"),
    "a flag for text": new("status_note: true"),
    "a text for a list": new("themes: cura"),
    "a mapping for a list": new("themes: {cura: true}"),
    "an empty place in a list": new("themes:", "  - cura", "  -"),
    "a text for a mapping": new("price: gratis"),
    "a list for a mapping": new("price: [free]"),
    "a text for extra": new("extra: ciao"),
    "no for a flag": new("only_online: no"),
    "a quoted flag": new('only_online: "true"'),
    "words for a count": new("times: dieci"),
    "a decimal for a count": new("times: 2.5"),
    "a count out of bounds": new("times: 100000"),
    "a huge integer": new("times: " + "9" * 5_000),
    "words for a number": new("price: {mode: fixed, items: [{label: Intero, amount: dieci}]}"),
    "a negative price": new("price: {mode: fixed, items: [{label: Intero, amount: -1}]}"),
    "an empty text": new('status_note: ""'),
    "a text too short": change(SOUTH, "Casa Sud", "C"),
    "a text too long": file(NEW, event().replace("Nuovo", "x" * 130)),
    "a line break in a line": new('status_note: "a\\nb"'),
    "a choice that does not exist": new("status: rimandato"),
    "a misspelt choice": new("status: canceled"),
    "a choice that looks like a number": change(PROJECT, "mode: free", "mode: free\n  vat: 22"),
    "a number in quotes": change(PROJECT, "cost:", 'technical: {phases: "3"}\ncost:'),
    "a list too short": change(PROJECT, "cost:", "audience: {ages: [8]}\ncost:"),
    "a list too long": change(PROJECT, "cost:", "audience: {ages: [8, 9, 10]}\ncost:"),
    "an empty list": change(NORTH, "[alfa, beta]", "[]"),
    "a name twice in a list": new("themes: [cura, cura]"),
    "an unknown language code": change(OWN, "{it: Cura, en: Care}", "{it: Cura, english: Care}"),
    "words in no language": change(OWN, "{it: Cura, en: Care}", "{}"),
    "a comma in words of several languages": change(OWN, "{it: Cura, en: Care}", "{it: Cura, ascolto}"),
    # Values
    "a date in another order": new("published: 03/04/2026"),
    "a date in words": new("published: sabato"),
    "an impossible date": new("published: 2026-02-29"),
    "a far date": new("published: 1026-02-20"),
    "a number for a date": new("published: 2026"),
    "a time with a point": new("doors: 18.30"),
    "an impossible time": new("doors: 25:00"),
    "a time in words": new("doors: 6pm"),
    "hours that are none": change(SOUTH, "run_by", "hours: {mon: mattina}\nrun_by"),
    "a name with capitals": new("themes: [Cura Vera]"),
    "an address without scheme": new("registration: {link: www.example.org}"),
    "an address that runs code": new('registration: {link: "javascript:alert(1)"}'),
    "an address with a password": new('registration: {link: "https://ada:riva@example.org/"}'),
    "an address with a blank": new('registration: {link: "https://example.org/a b"}'),
    "an address of this machine": new("registration: {link: http://127.0.0.1/}"),
    "an e-mail address that is none": new("registration: {email: ada}"),
    "an e-mail address with a line break": new(r'registration: {email: "a@example.org\nBcc: b@example.org"}'),
    "a telephone number without quotes": new("registration: {phone: 212345}"),
    "a telephone number in words": new("registration: {phone: chiedi in sala}"),
    "a postcode without quotes": change(SOUTH, "via del Sud 3", "via del Sud 3\n  postcode: 20139"),
    "a postcode that is none": change(SOUTH, "via del Sud 3", 'via del Sud 3\n  postcode: "?"'),
    "a colour by name": change(BRAND, 'ink: "#15181e"', "ink: nero"),
    "a branch that cannot be": change(OWN, "domain: piccola.example", f"{REPOSITORY_BLOCK}  branch: -main"),
    "a folder that begins with a slash": change(OWN, "domain: piccola.example", f"{REPOSITORY_BLOCK}  folder: /rete"),
    "a domain that is none": change(OWN, "domain: piccola.example", "domain: piccola"),
    "map tiles without a place": change(
        OWN, "country: IT", 'country: IT\nmap_tiles: {url: "https://tiles.example.org/a.png", attribution: X}'
    ),
    "a country that is none": change(OWN, "country: IT", "country: Italia"),
    "a currency that is none": change(OWN, "country: IT", "country: IT\ncurrency: euro"),
    "an event type that is none": new('type: "9.9"'),
    "a picture's name that is a path": file(NEW, shown("../base/cortile.png")),
    "a latitude out of bounds": change(SPACE, "lat: 45.45", "lat: 145.45"),
    "a maintainer written as in a mention": change(SPACE, "run_by", 'maintainers: ["@ada-riva"]\nrun_by'),
    "an office that is a mail address": change(OWN, "country:", "office: [ufficio@example.org]\ncountry:"),
    "swapped coordinates": change(SPACE, "{lat: 45.45, lon: 9.22}", "{lat: 9.22, lon: 45.45}"),
    "an end before its start": new("ends: 2026-12-05 17:00"),
    "an end that is an hour without minutes": new("ends: 23"),
    "a closure that ends before it starts": change(
        SOUTH, "run_by", "closed: [{from: 2026-08-20, to: 2026-08-01}]\nrun_by"
    ),
    "ages in the wrong order": change(PROJECT, "cost:", "audience: {ages: [99, 8]}\ncost:"),
    "a hostile rule": new("rrule: FREQ=SECONDLY"),
    # Names of other things
    "an unknown theme": new("themes: [cuura]"),
    "an unknown target": new("targets: [famigle]"),
    "an unknown project": new("project: letere"),
    "an unknown organiser": new("organisers: [bta]"),
    "an unknown event": new("part_of: base/fest"),
    "an unknown space": new("itinerary: [{at: 10:00, space: bas}]"),
    "an unknown room": new("room: salla"),
    "a room where there are none": file("events/sud/nuovo.md", event("room: sala")),
    "an unknown kind": change(SOUTH, "kind: casa", "kind: csa"),
    "an unknown organisation": change(NORTH, "[alfa, beta]", "[alfaa]"),
    "an unknown area": change(NORTH, "ponente", "ponete"),
    "an unknown space in a programme": change(OWN, "[base, nord]", "[base, nrd]"),
    "an event in a space that does not exist": file("events/bse/nuovo.md", event()),
    "a room of a space without profile": file("spaces/est/rooms/sala.md", "---\nname: Sala\n---\n"),
    "a space with a picture alone": file("spaces/est/cortile.png", picture()),
    "a space whose profile is gone": gone(SPACE),
    "a space whose folder is gone": gone("spaces/sud"),
    "a project with a picture alone": file("content/projects/nuovo/foto.png", picture()),
    "a translation without original": translated("title: New", path="events/base/nuovo.en.md"),
    "a translation into an unknown language": translated("title: Neu", path="events/base/notte.de.md"),
    "a translation into the own language": translated("title: Nuovo", path="events/base/notte.it.md"),
    "a translation of what is not translated": translated("starts: 2026-12-05"),
    "a misspelt field in a translation": translated("titel: New"),
    "two bodies with one name": file("content/organisations/base.md", "---\nname: Base\nlegal_form: aps\n---\n"),
    "two events with one identifier": files((NEW, event("id: uno")), ("events/sud/nuovo.md", event("id: uno"))),
    "a former name that another space bears": change(SOUTH, "run_by", "formerly: [base]\nrun_by"),
    "a former name of two events": files((NEW, event("formerly: [a]")), ("events/base/poi.md", event("formerly: [a]"))),
    "two themes with one name": change(OWN, "targets:", "  - id: cura\n    name: Altra\ntargets:"),
    # Files and folders
    "a symbolic link": link(NEW, "/etc/passwd"),
    "a symbolic link to nothing": link(NEW, "niente"),
    "a symbolic link in place of a space": link(SPACE, "/etc/passwd"),
    "a symbolic link in place of a folder": link("spaces/base", "/etc"),
    "a symbolic link in place of all events": link("events", "/etc"),
    "a symbolic link in place of all spaces": link("spaces", "/etc"),
    "a symbolic link in place of the network": link(OWN, "/etc/passwd"),
    "a symbolic link in place of areas": link(AREAS, "/etc/passwd"),
    "a symbolic link in place of an organisation": link("content/organisations/alfa.md", "beta.md"),
    "a hard link": lambda root: os.link(root / "pelicanconf.py", root / NEW),
    "a pipe": lambda root: os.mkfifo(root / NEW),
    "a program": file("spaces/base/gioco.exe", b"MZ"),
    "a page in HTML": file("content/pages/nuova.html", "<h1>Nuova</h1>"),
    "a drawing that may hold scripts": file("spaces/base/logo.svg", "<svg/>"),
    "a text file": file("events/base/nuovo.txt", "Ciao"),
    "an event in no folder": file("events/nuovo.md", event()),
    "a file in place of all events": lambda root: (gone("events")(root), written(root, "events", "x")),
    "a name with capitals and blanks": file("events/base/Festa d'Estate (1).md", event()),
    "a name with accents": file("events/base/caffè.md", event()),
    "a folder with capitals": file("events/Base/nuovo.md", event()),
    "a profile with a capital": renamed(SPACE, "spaces/base/Space.md"),
    "a name in capitals of another": file("events/base/Festa.md", event()),
    "a name with a line break": file("events/base/a\n::error::b.md", event()),
    "a name with a colour for terminals": file("events/base/a\x1b[31mb.md", event()),
    "a name that Windows keeps": file("events/base/con.md", event()),
    "a long name": file(f"events/base/{'a' * 120}.md", event()),
    "deep folders": nested_folders,
    # Pictures and downloads
    "a picture that is not there": file(NEW, shown("cortile.png")),
    "a picture with a misspelt name": files((NEW, shown("cortle.png")), ("events/base/cortile.png", picture())),
    "a picture without alternative text": new("pictures:", "  - file: a.png", "    credit: Ada Riva"),
    "a picture that is none": files((NEW, shown("a.png")), ("events/base/a.png", b"<html>")),
    "an empty picture": file("events/base/a.png", b""),
    "a picture with the wrong suffix": file("events/base/a.png", picture("JPEG")),
    "a picture of another format": files((NEW, shown("a.gif")), ("events/base/a.gif", picture("GIF"))),
    "a picture that moves": file("events/base/a.png", moving("PNG")),
    "a picture for the web that moves": file("events/base/a.webp", moving("WEBP")),
    "two pictures with one name": files(("events/base/a.jpg", picture("JPEG")), ("events/base/a.png", picture())),
    "a picture cut short": file("events/base/a.png", picture(size=(50, 50))[:-30]),
    "a photograph cut short": file("events/base/a.jpg", picture("JPEG", size=(500, 500))[:900]),
    "a picture of 50 million pixels": file("events/base/a.png", claimed(7_100, 7_100)),
    "a picture for the web of 20 million pixels": file("events/base/a.webp", picture("WEBP", size=(5_000, 4_000))),
    "a picture longer than browsers show": file("events/base/a.png", picture(size=(100, 20_000))),
    "a picture that is a bomb": file("events/base/a.png", claimed(100_000, 100_000)),
    "a picture of 11 MB": file("events/base/a.png", b"x" * 11 * 1024 * 1024),
    "a download that is not there": change(PROJECT, "cost:", "downloads: [{label: Scheda, file: scheda.pdf}]\ncost:"),
    "a download with a misspelt name": lambda root: (
        replaced(root, PROJECT, "cost:", "downloads: [{label: Scheda, file: sceda.pdf}]\ncost:"),
        written(root, "content/projects/lettere/scheda.pdf", b"%PDF-1.7"),
    ),
    "a download that is none": file("content/projects/lettere/scheda.pdf", b"<html>"),
    # Text
    "HTML": new(text="Ciao\n\n<b>grassetto</b>"),
    "a script": new(text="Vai a <https://example.org>\n\n<script>alert(1)</script>"),
    "a comment in HTML": new(text="<!-- nota -->"),
    "a picture in the text": new(text="Ecco:\n\nil ![cortile](cortile.png)"),
    "a link that runs code": new(text="[qui](javascript:alert(1))"),
    "a link that runs code in disguise": new(text="[qui](JaVa&#115;cript:alert(1))"),
    "a link to data": new(text="[qui](data:text/html,x)"),
    "an automatic link that runs code": new(text="<javascript:alert(1)>"),
    "a link without scheme": new(text="[qui](//example.org)"),
    "a link to a file": new(text="Prima [qui](https://example.org), poi\n[qui](altro.md)"),
    # Areas
    "areas that are no JSON": file(AREAS, "<html>"),
    "areas that are no collection": file(AREAS, "[]"),
    "no areas in a collection": file(AREAS, '{"type": "FeatureCollection", "features": []}'),
    "an empty file of areas": file(AREAS, ""),
    "deep areas": file(AREAS, "[" * 100_000),
    "a huge integer in areas": change(AREAS, "9.25,", "1" + "0" * 5_000 + ","),
    "a large integer in areas": change(AREAS, "9.25,", "1" + "0" * 400 + ","),
    "an area without name": area(name=None),
    "an area with an empty name": area(name=""),
    "an area with half a character": area(name="\ud800"),
    "an area with a bidi override": area(name="a\u202eb"),
    "an area that is a point": area(geometry={"type": "Point", "coordinates": [9.0, 45.0]}),
    "an area with no number": area(geometry={"type": "Polygon", "coordinates": [[[float("nan"), 45]] * 4]}),
    "two areas with one name": area(id="levante"),
    "areas whose file is not there": change(OWN, "file: quartieri.geojson", "file: quartiere.geojson"),
    "two divisions with one area": lambda root: (
        written(
            root,
            "content/areas/zone.geojson",
            json.dumps({"features": json.loads((SMALL / AREAS).read_text())["features"][:1]}),
        ),
        replaced(
            root,
            OWN,
            "programmes:",
            "  - {id: zone, file: zone.geojson, name: Zone, key: id, label: name}\nprogrammes:",
        ),
    ),
    # Projects that circulate
    "more dates at least than at most": project("tour: {min_dates: 4, max_dates: 2}"),
    "a least height above the ideal one": project("staging: {min: {height: 3}, ideal: {height: 2.5}}"),
    "a fixed cost without its fee": change(PROJECT, "mode: free", "mode: fixed"),
    "a fee that rises": change(
        PROJECT, "mode: free", "mode: tiers\n  fee_tiers: [{dates: 1, fee: 5}, {dates: 2, fee: 6}]"
    ),
    "tiers that begin with two dates": change(PROJECT, "mode: free", "mode: tiers\n  fee_tiers: [{dates: 2, fee: 6}]"),
    "two tiers of one date": change(
        PROJECT, "mode: free", "mode: tiers\n  fee_tiers: [{dates: 1, fee: 6}, {dates: 1, fee: 5}]"
    ),
    "beams above the ceiling": change(
        "spaces/base/rooms/sala.md",
        "name: Sala grande",
        "name: Sala grande\nclear: {height: 3, min_height_under_beams: 4}",
    ),
    "a tour pinned to no space": project("tour: {pins: [{on: 2026-12-05, space: bse}]}"),
    # Interests
    "an interest in an unknown project": interest(path="spaces/base/interests/letere.md"),
    "an interest in a closed project": both(interest(), change(PROJECT, "status: open", "status: paused")),
    "an interest of a space that hosts nothing": both(
        interest(), change(SPACE, "run_by", "hosting: {open_to_circulation: false}\nrun_by")
    ),
    "an interest of no space": interest(path="spaces/bse/interests/lettere.md"),
    "an interest that is a translation": interest(path="spaces/base/interests/lettere.en.md"),
    "an interest in a misspelt state": interest(state="penciled"),
    "a pencil without room": interest("on: 2026-12-18", "expires: 2026-12-10", state="pencilled"),
    "a pencil without expiry": interest(*HOLD[:2], state="pencilled"),
    "a pencil that expired before it was written": interest(*HOLD[:2], "expires: 2026-11-19", state="pencilled"),
    "a request without an offer": interest(*HOLD, state="requested"),
    "an interest in an unknown room": interest("room: salla", *HOLD[1:], state="pencilled"),
    "an interest in an unknown variant": interest("variant: small"),
    "an interest in a misspelt variant": both(
        interest("variant: smal"), project("staging: {variants: [{id: small, needs: {width: 3}}]}")
    ),
    "a settled date without event": interest(*STOP[:4], state="confirmed"),
    "a settled date whose event is not there": interest(*STOP, state="confirmed"),
    "a settled date whose event is on another day": both(
        interest(*STOP, state="confirmed"), stop("base", "2026-12-19")
    ),
    "a settled date whose event is of no project": both(
        interest("room: sala", "on: 2026-11-20", "share: 0", "event: prove", state="done")
    ),
    "a date on which the project is not available": both(
        interest(*HOLD, state="pencilled"),
        project("availability: [{from: 2026-12-01, to: 2027-01-31, weekdays: [sat]}]"),
    ),
    "a date on which the room is not available": both(
        interest(*HOLD, state="pencilled"),
        change("spaces/base/rooms/sala.md", "name: Sala grande", "name: Sala grande\navailability: [{days: [sun]}]"),
    ),
    "a date without notice": both(interest(*HOLD, state="pencilled"), project("tour: {notice_weeks: 6}")),
    "a date that is done before it comes": both(interest(*STOP, state="done"), stop("base")),
    "a settled date where it cannot be": both(
        interest(*STOP, state="confirmed"),
        stop("base"),
        project("staging: {min: {height: 3}}"),
        change("spaces/base/rooms/sala.md", "name: Sala grande", "name: Sala grande\nclear: {height: 2.5}"),
    ),
    "two first holds of one room": both(
        interest(*HOLD, state="pencilled"),
        lambda root: shutil.copytree(root / "content/projects/lettere", root / "content/projects/altre"),
        interest(*HOLD, state="pencilled", path="spaces/base/interests/altre.md"),
    ),
    "two first holds of one project at two spaces": both(
        interest(*HOLD, state="pencilled"),
        ROOM_OF_NORTH,
        interest(*HOLD, state="pencilled", path=NORTH_INTEREST),
    ),
    "a settled date in a room that is taken": both(
        interest("room: sala", "on: 2026-12-18", 'at: "22:00"', "share: 0", "event: data", state="confirmed"),
        stop("base"),
        project("duration: {run_min: 60}"),
        file(NEW, event("ends: 23:00", "room: sala").replace("2026-12-05 18:00", "2026-12-18 22:30")),
    ),
    "one date too many": both(
        interest(*STOP, state="confirmed"),
        stop("base"),
        ROOM_OF_NORTH,
        interest(*STOP, state="confirmed", path=NORTH_INTEREST),
        stop("nord"),
        project("tour: {max_dates: 1}"),
    ),
    "a settled date too near another": both(
        interest(*STOP, state="confirmed"),
        stop("base"),
        ROOM_OF_NORTH,
        interest(*STOP, state="confirmed", path=NORTH_INTEREST),
        stop("nord"),
        project("tour: {radius_km: 50, radius_days: 10}"),
        change(NORTH, "areas:", "location: {lat: 45.46, lon: 9.19}\nareas:"),
    ),
    # Reports
    "a date that is reported without report": both(
        interest("room: sala", "on: 2026-11-20", "share: 0", "event: data", state="reported"),
        stop("base", "2026-11-20"),
    ),
    "a report of an event that is yet to come": new(REPORT),
    "a report of how many that is none": new("report: {attendance: tanti, counted: counted}"),
    "a report without counting": new("report: {attendance: 12}"),
    "a correction of a field that rooms do not have": over(REPORT, "{field: acess.steps, now: '3'}", "room: sala"),
    "a correction of no room": over(REPORT, "{field: access.steps, now: '3'}"),
    "a correction of an unknown room": over(REPORT, "{field: access.steps, now: '3', room: salla}"),
    # What spaces lend
    "a resource of an unknown kind": resource(kind="tool"),
    "more promised of a resource than there is": resource(
        "bookings: [{from: 2026-12-04, to: 2026-12-06, by: Nord}, {from: 2026-12-06, by: Sud}]"
    ),
    "a booking that ends before it begins": resource("bookings: [{from: 2026-12-04, to: 2026-12-03, by: Nord}]"),
    "a loan of a misspelt resource": both(resource(), interest(LOAN.replace("tende", "tede"))),
    "a loan of a space that lends nothing": interest(LOAN),
    "a loan from no space": both(resource(), interest(LOAN.replace("space: base", "space: bse"))),
    "a resource lent to two at once": both(
        resource(),
        ROOM_OF_NORTH,
        interest(*HOLD, LOAN, state="pencilled"),
        interest(*HOLD, LOAN, state="pencilled", path=NORTH_INTEREST),
        change(PROJECT, "kind: show", "kind: format"),
    ),
    "a loan on a day on which it is not lent": both(
        resource("closed: [{from: 2026-12-18}]"), interest(*HOLD, LOAN, state="pencilled")
    ),
    # The network and its brand
    "no network": gone(OWN),
    "a misspelt field of the network": change(OWN, "city: Milano", "citty: Milano"),
    "no languages": change(OWN, "[it, en]", "[]"),
    "a language twice": change(OWN, "[it, en]", "[it, en, it]"),
    "a language that nobody speaks": change(OWN, "[it, en]", "[it, qq]"),
    "an unknown time zone": change(OWN, "Europe/Rome", "Europe/Roma"),
    "a time zone that is a path": change(OWN, "Europe/Rome", "../../etc/passwd"),
    "a word of addresses that is a path": change(OWN, "city: Milano", "city: Milano\naddresses: {en: {spaces: ../x}}"),
    "an unreadable colour": change(BRAND, 'quiet: "#535a66"', 'quiet: "#767676"'),
    "a line that can hardly be seen": change(BRAND, '"#0a7d4b"]', '"#f2e9a0"]'),
    "a logo with a script": file(LOGO, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script/></svg>'),
    "a logo without a size": file(LOGO, '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'),
    "a logo that is cut short": file(LOGO, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'),
    # Calendars kept elsewhere
    "a calendar without address": change(SPACE, "run_by", "calendars: [{id: programma}]\nrun_by"),
    "a calendar with a public and a secret address": change(
        SPACE, "run_by", "calendars: [{id: programma, url: webcal://example.org/a.ics, secret: true}]\nrun_by"
    ),
    "a calendar at no address": change(SPACE, "run_by", "calendars: [{id: programma, url: /etc/passwd}]\nrun_by"),
    "two calendars of one name": change(
        SPACE, "run_by", "calendars: [{id: a, secret: true}, {id: a, secret: true}]\nrun_by"
    ),
    "a host of calendars with a scheme": change(OWN, "since:", "import_hosts: [https://example.org]\nsince:"),
    # News and pages of the office
    "news without head": file(NEWS, "Ciao a tutti\n"),
    "news with a head like an event's": file(NEWS, "---\nTitle: Nuova\n---\nTesto.\n"),
    "news without slug": news(without="Slug"),
    "news with an unknown field": news("Category: varie"),
    "news that chooses its file": news("Save_as: ../../index.html"),
    "news with a repeated field": news("Title: Altra"),
    "news with a field without value": news("Modified:"),
    "news dated in another order": news("Date: 01/11/2026", without="Date"),
    "news of a relative day": news("Date: sat", without="Date"),
    "news at an impossible time": news("Date: 2026-11-01 99:99", without="Date"),
    "news whose slug is a path": news("Slug: ../x", without="Slug"),
    "news with the slug of others": news("Slug: si-apre", without="Slug"),
    "news in an unknown language": news("Lang: qq"),
    "translated news without language": news(path="content/news/apertura.en.md"),
    "translated news in another language": news("Lang: it", path="content/news/apertura.en.md"),
    "news of an unknown status": news("Status: boh"),
    "news with a link to no file": news(text="[qui]({filename}/events/base/niente.md)"),
    "news with an attached file": news(text="[qui]({attach}../../pelicanconf.py)"),
    "news with a picture from elsewhere": news(text='![x](https://example.org/x.png "Ada Riva")'),
    "news with a picture that is not there": news(text='Ecco:\n\n![Un cortile](../pictures/cortile.png "Ada Riva")'),
    "news with a picture without description": news(text='![](../pictures/cortile.png "Ada Riva")'),
    "news with a picture without an author": news(text="Ecco:\n\n![Un cortile](../pictures/cortile.png)"),
    "news with a picture within a sentence": news(text='Ecco ![un cortile](../pictures/cortile.png "Ada Riva")'),
    "news with a script": news(text="<script>alert(1)</script>"),
    "news with a link that runs code": news(text="Vai [qui](javascript:alert(1))."),
    "news with an automatic link that runs code": news(text="Vai: <javascript:alert(1)>."),
    "news with a handler": news(text="<b onclick='alert(1)'>x</b>"),
    "news in broken UTF-8": file(NEWS, b"Title: caff\xe8\n\nTesto.\n"),
    "a symbolic link in place of news": link("content/news/apertura.md", "/etc/passwd"),
    "a page with words for its order": page("Slug: nuova", "Order: prima"),
}
