"""Odd input that is right gives no problem."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from networks.bad_input import A_SPACE, AREAS, NORTH, OWN, PROJECT, SOUTH, SPACE, file, files, new, news, picture, shown
from whole_networks import NEW, SMALL, event, replaced, told, written


def change(path: str, old: str, text: str) -> Callable[[Path], object]:
    return lambda root: replaced(root, path, old, text)


def titled(title: str) -> Callable[[Path], object]:
    return file(NEW, event().replace("title: Nuovo", f"title: {title}"))


def phone_photograph() -> bytes:
    """Two pictures in one file, as some telephones write them (MPO)."""
    made = io.BytesIO()
    Image.new("RGB", (9, 9)).save(made, "MPO", save_all=True, append_images=[Image.new("RGB", (9, 9))])
    return made.getvalue()


def areas_as_exported(root: Path) -> Path:
    """Areas with a byte order mark, a third dimension, and identifiers that are numbers."""
    shapes = json.loads((SMALL / AREAS).read_text())
    square = [[[9.0, 45.0, 120.5], [9.1, 45.0, 120.5], [9.1, 45.1, 120.5], [9.0, 45.0, 120.5]]]
    drawn = {"type": "MultiPolygon", "coordinates": [square]}
    shapes["features"].append({"type": "Feature", "properties": {"id": 7, "name": "NIL 7"}, "geometry": drawn})
    return written(root, AREAS, b"\xef\xbb\xbf" + json.dumps(shapes).encode())


GOOD: dict[str, Callable[[Path], object]] = {
    "an apostrophe": titled("L'Orto"),
    "a curly apostrophe": titled("L’Orto"),
    "a programming language": titled("C++"),
    "a sharp sign within": titled("C# per tutti"),
    "an accent": titled("Caffè"),
    "an accent in two characters": titled("Caffe\u0300"),
    "an Arabic title": titled("ساحة الحيّ"),
    "an Arabic title with a direction mark": titled("\u200fساحة 3\u200f"),
    "Persian with a joiner": titled("می\u200cخواهم"),
    "a Chinese title": titled("社区中心"),
    "a title of one Chinese character": titled("茶"),
    "a Hebrew title": titled("בית קפה"),
    "Hindi": titled("सामुदायिक केंद्र"),
    "an emoji": titled("Festa 🎉"),
    "a family": titled("Per tutti 👨‍👩‍👧‍👦"),
    "the flag of a part of a country": titled("Scozia 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"),
    "a title in quotes with a colon": titled('"Cura: istruzioni"'),
    "a title with a colon": titled("Ore 18:00 in cortile"),
    "a title that looks like a list": titled('"[in prova]"'),
    "a title that is a number in quotes": titled('"2026"'),
    "a title that is a time": titled("18:00"),
    "a title that is no": titled("no"),
    "a title that is null in capitals": titled("NULL"),
    "a title with an ampersand": titled("Pane & vino"),
    "a title with a less-than sign": titled("1 < 2"),
    "a title with a non-breaking space": titled("A\u00a0casa"),
    "a title with a soft hyphen": titled("Nachbar\u00adschaft"),
    "a long title": titled("x" * 100),
    "a summary over two lines": file(NEW, event().replace("Una frase.", "Una frase\n  su due righe.")),
    "a folded summary": file(NEW, event().replace("Una frase.", ">\n  Una frase\n  su due righe.")),
    "a byte order mark": file(NEW, b"\xef\xbb\xbf" + event().encode()),
    "line ends of Windows": file(NEW, event(text="Ciao\n").replace("\n", "\r\n")),
    "blanks after the marks": file(NEW, event().replace("---", "---  ")),
    "no line end at the end": file(NEW, event().rstrip("\n")),
    "a comment in the head": new("# di Ada", "times: 3  # tre volte", "every: saturday"),
    "an empty optional field": new("price:", "ages: ~"),
    "an empty text": new(text="\n\n"),
    "a line of three hyphens in the text": new(text="prima\n\n---\n\ndopo"),
    "29 February of a leap year": file(NEW, event().replace("2026-12-05", "2028-02-29")),
    "the hour that does not exist": file(NEW, event().replace("2026-12-05 18:00", "2027-03-28 02:30")),
    "the hour that exists twice": file(NEW, event().replace("2026-12-05 18:00", "2026-10-25 02:30")),
    "an event across midnight": new("ends: 02:00"),
    "an event until midnight": new('ends: "00:00"'),
    "an event of several days": new("ends: 2026-12-08 20:00"),
    "a whole day": file(NEW, event().replace("2026-12-05 18:00", "2026-12-05")),
    "a date with a T": file(NEW, event().replace("2026-12-05 18:00", "2026-12-05T18:00")),
    "a time with one digit": new("doors: 9:30"),
    "a price of nothing": new("price: {mode: fixed, items: [{label: Bimbi, amount: 0}]}"),
    "a price with cents": new("price: {mode: fixed, items: [{label: Intero, amount: 4.50}]}"),
    "a telephone number that begins with zero": new("registration: {phone: 0212345}"),
    "a telephone number with a prefix": new("registration: {phone: +390212345678}"),
    "a telephone number in quotes": new('registration: {phone: "02 0000.0000/1"}'),
    "an address with a port, a query and a mark": new('registration: {link: "https://example.org:8443/a?b=c&d=%20#e"}'),
    "an address with letters of another alphabet": new("registration: {link: https://пример.рф/страница}"),
    "an e-mail address with a plus": new("registration: {email: a.b+c@sub.example.org}"),
    "an id of its own": new("id: festa-2026"),
    "extra facts of any kind": new("extra: {class: a, from: b, vuoto: , elenco: [1, 2.5, true], dentro: {no: sì}}"),
    "a moved date": new("every: saturday", "changes: [{on: 2026-12-12, to: 2026-12-13 17:00}]"),
    "a cancelled event": new("status: cancelled", "status_note: Pioggia"),
    "an event elsewhere": new("where: {name: Giardino}"),
    "an event in a room": new("room: sala"),
    "an event organised by a space": new("organisers: [nord, beta]"),
    "an event of a draft project": lambda root: (
        replaced(root, PROJECT, "status: open", "status: draft"),
        new("project: lettere")(root),
    ),
    "a private event": new("visibility: private"),
    "an event called index": file("events/base/index.md", event()),
    "an event with the name of another space's": file("events/sud/festa.md", event()),
    "an event with digits for a name": file("events/base/2026-12-05.md", event()),
    "a photograph of a telephone": files((NEW, shown("a.jpg")), ("events/base/a.jpg", phone_photograph())),
    "a picture for print": file("events/base/a.jpg", picture("JPEG", "CMYK")),
    "a picture of 16 bits": file("events/base/a.png", picture("PNG", "I;16")),
    "a picture with transparency": file("events/base/a.webp", picture("WEBP", "RGBA")),
    "a picture with the longer suffix": file("events/base/a.jpeg", picture("JPEG")),
    "a picture that nobody shows": file("spaces/base/archivio.png", picture()),
    "a README": file("events/base/README.md", "<b>note</b>"),
    "a hidden file": file("events/base/.DS_Store", b"\0\1"),
    "an empty folder": lambda root: (root / "events/est").mkdir(),
    "another folder at the root": file("appunti/nota.txt", "Ciao"),
    "former names": files((NEW, event("formerly: [a]")), ("events/sud/poi.md", event("formerly: [a, festa]"))),
    "a new space": file("spaces/est/space.md", A_SPACE),
    "a space with a name of two characters": change(SOUTH, "Casa Sud", "C1"),
    "hours over midnight": change(SOUTH, "run_by", "hours: {fri: 18:00-01:00, sat: 10:00-24:00, sun: closed}\nrun_by"),
    "hours with a dash": change(SOUTH, "run_by", "hours: {mon: 9:00–13:00}\nrun_by"),
    "coordinates of whole degrees": change(SPACE, "{lat: 45.45, lon: 9.22}", "{lat: 45, lon: 9}"),
    "coordinates outside all areas": change(SPACE, "{lat: 45.45, lon: 9.22}", "{lat: 41.9, lon: 12.5}"),
    "a closure of one day": change(SOUTH, "run_by", "closed: [{from: 2026-08-15, to: 2026-08-15}]\nrun_by"),
    "an area stated beside coordinates": change(SPACE, "location:", "areas: {quartieri: ponente}\nlocation:"),
    "a space run by one body": change(NORTH, "[alfa, beta]", "[beta]"),
    "a language whose code is a word of Python": change(
        OWN, "{it: Cura, en: Care}", "{it: Cura, is: Umhyggja, as: যত্ন}"
    ),
    "a language with a region": change(OWN, "[it, en]", "[it, en, pt-br, zh-hant]"),
    "a network in one language": lambda root: [
        replaced(root, OWN, "[it, en]", "[it]"),
        *(each.unlink() for each in root.rglob("*.en.md")),
    ],
    "a network without areas, themes and programmes": lambda root: [
        written(root, OWN, (root / OWN).read_text().partition("themes:")[0]),
        replaced(root, NORTH, "areas: {quartieri: ponente}\n", ""),
        replaced(root, "events/base/prove.md", "themes: [cura]\n", ""),
        replaced(root, "events/nord/corso.md", "targets: [famiglie]\n", ""),
    ],
    "a network without brand": lambda root: (root / "content/brand.yaml").unlink(),
    "areas as a city exports them": areas_as_exported,
    "areas that nobody uses": file("content/areas/altre.geojson", "{}"),
    "comparisons in the text": new(text="5 < 6, e a<b; <3 a tutti"),
    "HTML in code": new(text="Scrivi `<b>` così:\n\n```html\n<b>ciao</b>\n```\n\n    <i>anche qui</i>"),
    "an automatic link": new(text="<https://example.org> e www.example.org, <a@example.org>"),
    "a link to a place of the site": new(
        text="[qui](/spazi/base/), [posta](mailto:a@example.org), [chiama](tel:+3902)"
    ),
    "Markdown of all kinds": new(
        text="# Uno\n\n- *a*\n- **b**\n\n1. c\n\n> d\n\n| e | f |\n|---|---|\n| g | ~~h~~ |\n\n***"
    ),
    "a text in Arabic": new(text="أهلًا وسهلًا بكم في **الساحة**"),
    "news in English alone": news("Lang: en"),
    "translated news": news("Lang: en", path="content/news/apertura.en.md"),
    "news with a time": news("Date: 2026-11-01 18:30", without="Date"),
    "a draft": news("Status: draft"),
    "news with links to files": news(
        text="[a]({filename}apertura.md) [b]({filename}/spaces/base/space.md#orari) [c]({filename}../pages/rete.md)"
    ),
    "news with a less-than sign": news(text="5 < 6 e <https://example.org>"),
    "the slug of a page for news": news("Slug: la-rete", without="Slug"),
}


@pytest.mark.parametrize("name", GOOD)
def test_odd_input_that_is_right_gives_no_problem(network, name):
    GOOD[name](network)
    assert told(network) == []
