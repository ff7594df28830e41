"""A made-up network of any size, the same for the same arguments: what the benchmark builds.

`python benchmarks/synthesize.py DIR --events 1000 --languages it,en` writes the files that the members of a network
with 30 spaces would write: events over 24 months, a tenth of them recurring, and a project to every twenty events.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

FIRST_DAY = date(2025, 10, 1)
DAYS = 730
BUILD_DAY = FIRST_DAY + timedelta(days=DAYS // 2)
THEMES = (
    "cura",
    "cultura",
    "cibo",
    "lavoro",
    "ambiente",
    "scuola",
    "lingue",
    "mestieri",
    "musica",
    "gioco",
    "corpo",
    "casa",
)
KINDS = ("portineria", "centro-culturale", "ciclofficina", "biblioteca")
TARGETS = ("tutti", "famiglie", "giovani", "anziani")
ORGANISATIONS = 10
AREAS = 6
WEST, NORTH, STEP = 9.06, 45.53, 0.04

WORDS = {
    "it": """
        cortile scala porta chiave pane tavolo sedia lampada finestra strada tram bicicletta ruota giardino seme
        terra acqua forno farina zuppa piatto coperta ago filo stoffa bottone martello chiodo legno vite libro
        pagina voce canto coro tamburo ballo scena sipario luce ombra disegno colore carta lettera parola lingua
        mappa quartiere vicino nonna bambino ragazza mestiere turno orario mattina sera sabato inverno primavera
        racconto gioco domanda risposta mano apre chiude porta impara insegna aggiusta cuce semina cucina canta
        legge scrive ascolta invita passa resta torna lento nuovo aperto piccolo comune vivo chiaro largo insieme
        sempre spesso ancora dentro fuori con per senza fra e poi dove quando chi come dal nella sulla del della gli
        una il la
    """,
    "en": """
        courtyard stair door key bread table chair lamp window street tram bicycle wheel garden seed soil water oven
        flour soup plate blanket needle thread cloth button hammer nail wood screw book page voice song choir drum
        dance stage curtain light shadow drawing colour paper letter word language map quarter neighbour grandmother
        child girl craft shift hours morning evening saturday winter spring story game question answer hand opens
        closes brings learns teaches mends sews sows cooks sings reads writes listens invites passes stays returns
        slow new open small common alive clear wide together always often still inside outside with for without
        among and then where when who how from in on of the a an
    """,
    "ar": """
        فناء درج باب مفتاح خبز طاولة كرسي مصباح نافذة شارع درّاجة حديقة بذرة تراب ماء فرن طحين حساء صحن غطاء إبرة
        خيط قماش زرّ مطرقة خشب كتاب صفحة صوت أغنية طبل رقصة ستارة ضوء ظلّ رسم لون ورق رسالة كلمة لغة خريطة حيّ جار
        جدّة طفل فتاة صنعة صباح مساء سبت شتاء ربيع حكاية لعبة سؤال جواب يد يفتح يغلق يتعلّم يصلح يزرع يطبخ يغنّي
        يقرأ يكتب يسمع يدعو يبقى يعود بطيء جديد مفتوح صغير مشترك واضح معًا دائمًا داخل خارج مع من في على ثمّ حيث متى
    """,
}


def synthesize(folder: Path, events: int, languages: Sequence[str], spaces: int = 30) -> None:
    """Write a network of so many events and spaces, in languages of which the first is its own, into a folder."""
    for path, text in files(events, languages, spaces):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def files(events: int, languages: Sequence[str], spaces: int) -> Iterator[tuple[str, str]]:
    """The path and the text of every file."""
    yield "content/network.yaml", network(languages)
    yield "content/areas/zone.geojson", areas()
    for number in range(ORGANISATIONS):
        yield f"content/organisations/ente-{number:02}.md", organisation(number)
    for lang in languages:
        for number in range(spaces):
            yield translated(f"spaces/spazio-{number:02}/space", lang, languages), space(number, lang, languages[0])
            yield translated(f"spaces/spazio-{number:02}/rooms/sala", lang, languages), room(number, lang, languages[0])
        for number in range(events):
            yield translated(event_path(number, spaces), lang, languages), event(number, lang, languages[0], events)
        for number in range(max(1, events // 20)):
            yield (
                translated(f"content/projects/progetto-{number:04}/project", lang, languages),
                project(number, lang, languages[0]),
            )


def event_path(number: int, spaces: int = 30) -> str:
    """The path of an event without its suffix."""
    return f"events/spazio-{number % spaces:02}/evento-{number:05}"


def translated(path: str, lang: str, languages: Sequence[str]) -> str:
    """The file's path with the suffix of its language."""
    return f"{path}.md" if lang == languages[0] else f"{path}.{lang}.md"


# What each file says. A number and a language always give the same words.


def network(languages: Sequence[str]) -> str:
    terms = {"kinds": KINDS, "themes": THEMES, "targets": TARGETS}
    said = {key: [{"id": word, "name": word.capitalize()} for word in words] for key, words in terms.items()}
    zones = {"id": "zone", "file": "zone.geojson", "name": "Zone", "key": "id", "label": "name"}
    head = {
        "name": "Rete di misura",
        "summary": "Spazi inventati per misurare quanto dura una costruzione.",
        "domain": "misura.example",
        "languages": list(languages),
        "timezone": "Europe/Rome",
        "city": "Milano",
        "country": "IT",
        "since": FIRST_DAY,
        **said,
        "areas": [zones],
    }
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False, default=str)}\n" for key, value in head.items())


def areas() -> str:
    """Six rectangles side by side."""
    features = [feature(number) for number in range(AREAS)]
    return json.dumps({"type": "FeatureCollection", "features": features}) + "\n"


def feature(number: int) -> dict[str, object]:
    west, east = WEST + number * STEP, WEST + (number + 1) * STEP
    ring = [[west, 45.4], [east, 45.4], [east, NORTH], [west, NORTH], [west, 45.4]]
    shape = {"type": "Polygon", "coordinates": [[[round(lon, 5), lat] for lon, lat in ring]]}
    return {
        "type": "Feature",
        "properties": {"id": f"zona-{number + 1}", "name": f"Zona {number + 1}"},
        "geometry": shape,
    }


def organisation(number: int) -> str:
    return f"---\nname: Ente {number:02}\nlegal_form: association\ncity: Milano\n---\n"


def space(number: int, lang: str, own: str) -> str:
    random = seeded("space", number, lang)
    told = {"summary": sentence(random, lang, 12)}
    facts = {
        "name": f"Spazio {number:02}",
        "kind": KINDS[number % len(KINDS)],
        "address": {"street": f"via {random.choice(words(lang)).capitalize()} {number + 1}"},
        "run_by": f"[ente-{number % ORGANISATIONS:02}]",
        "location": {
            "lat": f"{45.42 + number * 0.003:.4f}",
            "lon": f"{WEST + STEP * (number % AREAS) + 0.01 + number * 0.0005:.4f}",
        },
        "hours": {"tue": "15:00-19:00", "sat": "10:00-18:00"},
        "themes": f"[{THEMES[number % 12]}, {THEMES[(number + 5) % 12]}]",
        "contact": {"email": f"spazio{number}@example.org", "phone": f'"02 0000 {number:04}"'},
        "accessibility": {"step_free": str(number % 3 > 0).lower(), "toilet": "true"},
        "hosting": {"open_to_circulation": "true"},
    }
    return written(told, facts, lang == own, prose(random, lang))


def room(number: int, lang: str, own: str) -> str:
    told = {"name": sentence(seeded("room", number, lang), lang, 2)[:-1]}
    facts = {
        "area_m2": 30 + number,
        "clear": {"width": 5 + number % 4, "depth": 6, "height": f"3.{number % 10}"},
        "capacity": {"seated": 20 + number},
    }
    return written(told, facts, lang == own, "")


def event(number: int, lang: str, own: str, events: int) -> str:
    random = seeded("event", number, lang)
    told = {"title": f"{sentence(random, lang, 4)[:-1]} {number}", "summary": sentence(random, lang, 11)}
    starts, hour = FIRST_DAY + timedelta(days=number * DAYS // events), random.randrange(9, 21)
    recurs = {"every": f"{starts:%A}".lower(), "times": random.randrange(4, 13)} if number % 10 == 7 else {}
    facts = {
        "starts": f"{starts} {hour}:{random.choice(('00', '30'))}",
        "ends": f"{hour + 2}:00",
        **recurs,
        "room": "sala",
        "themes": f"[{THEMES[number % 12]}, {THEMES[(number + random.randrange(1, 12)) % 12]}]",
        "targets": f"[{random.choice(TARGETS)}]",
        "price": {"mode": random.choice(("free", "offering", "consumption"))},
        "registration": {"email": f"prenota{number}@example.org", "places": random.randrange(10, 90)},
        "published": starts - timedelta(days=30),
    }
    return written(told, facts, lang == own, prose(random, lang))


def project(number: int, lang: str, own: str) -> str:
    random = seeded("project", number, lang)
    told = {"title": f"{sentence(random, lang, 3)[:-1]} {number}", "summary": sentence(random, lang, 11)}
    facts = {
        "kind": random.choice(("show", "concert", "workshop", "talk")),
        "proposer": f"ente-{number % ORGANISATIONS:02}",
        "status": "open",
        "languages": f"[{own}]",
        "contact": {"email": f"progetto{number}@example.org"},
        "cost": {"mode": "fixed", "fee": random.randrange(1, 9) * 100},
        "size": {"audience_min": 10, "audience_max": random.randrange(20, 60)},
        "duration": {"run_min": 60},
        "staging": {"min": {"width": 4, "depth": 3}},
    }
    return written(told, facts, lang == own, prose(random, lang))


def written(told: Mapping[str, object], facts: Mapping[str, object], is_own: bool, text: str) -> str:
    """A file with its head; in another language it tells only what is translated."""
    return f"---\n{''.join(lines(told))}{''.join(lines(facts)) if is_own else ''}---\n\n{text}"


def lines(head: Mapping[str, object], indent: str = "") -> Iterator[str]:
    """The lines of fields, a field within a field indented."""
    for key, value in head.items():
        if isinstance(value, Mapping):
            yield f"{indent}{key}:\n"
            yield from lines(value, f"{indent}  ")
        else:
            yield f"{indent}{key}: {value}\n"


def seeded(*parts: object) -> Random:
    return Random(" ".join(str(part) for part in parts))


def words(lang: str) -> list[str]:
    return WORDS.get(lang, WORDS["en"]).split()


def sentence(random: Random, lang: str, length: int) -> str:
    text = " ".join(random.choices(words(lang), k=length))
    return f"{text[0].upper()}{text[1:]}."


def prose(random: Random, lang: str) -> str:
    """A text of 124 words: three paragraphs with bold type and a link, a heading and a list."""
    one, two, three = (" ".join(sentence(random, lang, 14) for _ in range(2)) for _ in range(3))
    items = "\n".join(f"- {sentence(random, lang, 9)}" for _ in range(3))
    heading = sentence(random, lang, 3)[:-1]
    bold, link = (sentence(random, lang, 5)[:-1] for _ in range(2))
    return f"{one} **{bold}**.\n\n## {heading}\n\n{two}\n\n{items}\n\n{three} [{link}](https://example.org/).\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--languages", default="it", help="the first is the network's own (default: it)")
    parser.add_argument("--spaces", type=int, default=30)
    options = parser.parse_args()
    synthesize(options.folder, options.events, options.languages.split(","), options.spaces)


if __name__ == "__main__":
    main()
