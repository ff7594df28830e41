"""What people do to a network between two builds. Each edit takes the network's folder and a number that varies it."""

from __future__ import annotations

import io
import os
import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PIL import Image

from whole_networks import TODAY, event, written

Edit = Callable[[Path, int], object]
EDITS: dict[str, Edit] = {}


def edit(function: Edit) -> Edit:
    """Note a function as an edit."""
    EDITS[function.__name__] = function
    return function


def chosen(files: list[Path], number: int) -> Path | None:
    """One of the files, if there are any."""
    return sorted(files)[number % len(files)] if files else None


def events(root: Path) -> list[Path]:
    """The files of events in the network's language."""
    return [file for file in root.glob("events/*/*.md") if ".en." not in file.name]


def spaces(root: Path) -> list[Path]:
    return list(root.glob("spaces/*/space.md"))


def changed(file: Path | None, pattern: str, replacement: str) -> None:
    """Replace what matches first in a file, if it is there."""
    if file is not None and file.exists():
        file.write_text(re.sub(pattern, replacement, file.read_text(), count=1, flags=re.MULTILINE))


@edit
def nothing(root: Path, number: int) -> None:
    """Build again."""


@edit
def title_changed(root: Path, number: int) -> None:
    changed(chosen(events(root), number), "^title: .*", f"title: Titolo {number}")


@edit
def title_changed_unseen(root: Path, number: int) -> None:
    """A title of equal length, with the times of the file put back."""
    file = chosen(events(root), number)
    if file is None:
        return
    facts = file.stat()
    changed(file, "^title: (.*).$", rf"title: \1{'xyz'[number % 3]}")
    os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns))


@edit
def event_moved_in_time(root: Path, number: int) -> None:
    changed(chosen(events(root), number), r"^starts: \S+", f"starts: {TODAY + timedelta(days=number % 90)}")


@edit
def event_rewritten(root: Path, number: int) -> None:
    file = chosen(events(root), number)
    if file is not None:
        file.write_text(event(f"status_note: Nota {number}", text=f"Testo **{number}**."))


@edit
def event_added(root: Path, number: int) -> None:
    space = chosen(spaces(root), number)
    if space is not None:
        written(root, f"events/{space.parent.name}/n{number}.md", event(text=f"Nuovo {number}"))


@edit
def event_deleted(root: Path, number: int) -> None:
    file = chosen(events(root), number)
    if file is not None:
        for each in file.parent.glob(f"{file.stem}.*"):
            each.unlink()


@edit
def event_renamed(root: Path, number: int) -> None:
    file = chosen(events(root), number)
    if file is not None:
        for each in file.parent.glob(f"{file.stem}.*"):
            each.rename(each.with_name(each.name.replace(file.stem, f"r{number}", 1)))


@edit
def event_moved_to_another_space(root: Path, number: int) -> None:
    file, space = chosen(events(root), number), chosen(spaces(root), number // 7)
    if file is not None and space is not None:
        folder = root / "events" / space.parent.name
        folder.mkdir(exist_ok=True)
        for each in file.parent.glob(f"{file.stem}.*"):
            each.rename(folder / each.name)


@edit
def event_broken(root: Path, number: int) -> None:
    changed(chosen(events(root), number), "^title:", "titel:")


@edit
def event_mended(root: Path, number: int) -> None:
    for file in events(root):
        changed(file, "^titel:", "title:")


@edit
def space_name_changed(root: Path, number: int) -> None:
    changed(chosen(spaces(root), number), "^name: .*", f"name: Casa {number}")


@edit
def space_name_changed_to_equal_length(root: Path, number: int) -> None:
    changed(chosen(spaces(root), number), "^name: (.*).$", rf"name: \1{'xyz'[number % 3]}")


@edit
def space_text_changed(root: Path, number: int) -> None:
    file = chosen(spaces(root), number)
    if file is not None:
        file.write_text(file.read_text() + f"\nAncora {number}.\n")


@edit
def space_moved_to_another_area(root: Path, number: int) -> None:
    changed(root / "spaces/base/space.md", r"lon: [\d.]+", f"lon: 9.{10 + number % 15}")


@edit
def space_added(root: Path, number: int) -> None:
    head = [
        "name: Casa nuova",
        "kind: casa",
        "summary: Una casa nuova.",
        "address: {street: via Nuova 1}",
        "run_by: [alfa]",
    ]
    written(root, f"spaces/s{number % 3}/space.md", "\n".join(["---", *head, "---", ""]))


@edit
def space_renamed(root: Path, number: int) -> None:
    """The folders of a space and of its events are renamed; who names it elsewhere is told."""
    space = chosen(spaces(root), number)
    name = f"t{number % 5}"
    if space is None or (root / "spaces" / name).exists() or (root / "events" / name).exists():
        return
    old = space.parent.name
    space.parent.rename(root / "spaces" / name)
    if (root / "events" / old).exists():
        (root / "events" / old).rename(root / "events" / name)


@edit
def space_deleted(root: Path, number: int) -> None:
    space = chosen(spaces(root), number)
    if space is not None:
        shutil.rmtree(space.parent)


@edit
def room_changed(root: Path, number: int) -> None:
    for file in root.glob("spaces/*/rooms/*.md"):
        changed(file, "^name: .*", f"name: Sala {number}")
        changed(file, "step_free: .*", f"step_free: {'true' if number % 2 else 'false'}")


@edit
def room_measured(root: Path, number: int) -> None:
    """Another blackout, which a project may need."""
    for file in sorted(root.glob("spaces/*/rooms/*.md"))[:1]:
        changed(file, r"^blackout: .*\n", "")
        changed(file, "^name: (.*)", rf"name: \1\nblackout: {('none', 'partial', 'full')[number % 3]}")


@edit
def darkness_needed(root: Path, number: int) -> None:
    for file in sorted(root.glob("content/projects/*/project.md"))[:1]:
        changed(file, r"^technical: .*\n", "")
        changed(file, "^kind: (.*)", rf"kind: \1\ntechnical: {{blackout: {('none', 'full')[number % 2]}}}")


@edit
def resource_lent_or_taken_back(root: Path, number: int) -> None:
    """Something that brings darkness, lent by the first space from one day on."""
    folder = chosen(spaces(root), 0)
    if folder is None:
        return
    file = folder.parent / "resources" / "tende.md"
    if file.exists() and number % 2:
        file.unlink()
        return
    since = TODAY + timedelta(days=number % 20)
    days = f"available: [{{from: {since}, to: {since + timedelta(days=30)}}}]"
    written(
        root,
        str(file.relative_to(root)),
        f"---\nname: Tende {number}\nkind: thing\nprovides: [blackout]\n{days}\n---\n",
    )


@edit
def picture_replaced_by_one_of_equal_size(root: Path, number: int) -> None:
    for file in root.glob("spaces/*/cortile.png"):
        made = io.BytesIO()
        Image.new("RGB", (8, 6), (number % 256, 0, 0)).save(made, "PNG")
        file.write_bytes(made.getvalue())


@edit
def picture_deleted(root: Path, number: int) -> None:
    for file in root.glob("spaces/*/cortile.png"):
        file.unlink()


@edit
def organisation_renamed(root: Path, number: int) -> None:
    changed(root / "content/organisations/alfa.md", "^name: .*", f"name: Cooperativa {number}")


@edit
def project_changed(root: Path, number: int) -> None:
    changed(root / "content/projects/lettere/project.md", "^title: .*", f"title: Progetto {number}")


@edit
def project_withdrawn_or_put_back(root: Path, number: int) -> None:
    changed(root / "content/projects/lettere/project.md", "^status: .*", f"status: {'draft' if number % 2 else 'open'}")


@edit
def translation_added(root: Path, number: int) -> None:
    file = chosen(events(root), number)
    if file is not None:
        file.with_suffix(".en.md").write_text(f"---\ntitle: Title {number}\n---\nText {number}.\n")


@edit
def translation_deleted(root: Path, number: int) -> None:
    file = chosen(list(root.glob("*/*/*.en.md")), number)
    if file is not None:
        file.unlink()


@edit
def news_added(root: Path, number: int) -> None:
    head = [
        f"Title: Notizia {number}",
        f"Date: {date(2026, 10, 1 + number % 28)}",
        f"Slug: n{number}",
        "Summary: Breve.",
    ]
    written(root, f"content/news/n{number}.md", "\n".join([*head, "", f"Testo {number}.", ""]))


@edit
def news_deleted(root: Path, number: int) -> None:
    file = chosen(list(root.glob("content/news/*.md")), number)
    if file is not None:
        file.unlink()


@edit
def page_changed(root: Path, number: int) -> None:
    changed(root / "content/pages/rete.md", "^Title: .*", f"Title: La rete {number}")


@edit
def brand_changed(root: Path, number: int) -> None:
    changed(root / "content/brand.yaml", "^claim: .*", f"claim: {{it: Motto {number}, en: Claim {number}}}")


@edit
def brand_broken_or_mended(root: Path, number: int) -> None:
    changed(root / "content/brand.yaml", "^(claim|motto):", "motto:" if number % 2 else "claim:")


@edit
def language_added_or_removed(root: Path, number: int) -> None:
    languages = ("[it, en]", "[it]", "[it, en, fr]", "[it, fr]")[number % 4]
    changed(root / "content/network.yaml", "^languages: .*", f"languages: {languages}")
    written(root, "phrases/fr.yaml", "small:\n  word: Mot\n")


@edit
def network_renamed(root: Path, number: int) -> None:
    changed(root / "content/network.yaml", "^name: .*", f"name: Rete {number}")


@edit
def horizon_changed(root: Path, number: int) -> None:
    changed(root / "content/network.yaml", "months: .*}", f"months: {1 + number % 6}}}")


@edit
def phrase_changed(root: Path, number: int) -> None:
    written(root, "phrases/it.yaml", f"small:\n  word: Parola {number}\n")


@edit
def phrase_of_a_fallback_changed(root: Path, number: int) -> None:
    written(root, "phrases/en.yaml", f"small:\n  word: Word {number}\n")


@edit
def template_changed(root: Path, number: int) -> None:
    changed(root / "templates/plain.html", "<h1.*?>", f'<h1 class="c{number % 4}">')


@edit
def macro_changed(root: Path, number: int) -> None:
    changed(root / "templates/row.html", "<p.*?>", f'<p class="r{number % 4}">')


@edit
def template_of_news_changed(root: Path, number: int) -> None:
    changed(root / "templates/article.html", "<h1.*?>", f'<h1 class="n{number % 4}">')


@edit
def settings_changed(root: Path, number: int) -> None:
    changed(root / "pelicanconf.py", "^SITEURL = .*", f'SITEURL = "https://piccola.example/{"abc"[number % 3]}"')


@edit
def output_dropped_or_taken_up(root: Path, number: int) -> None:
    outputs = '"plain:home", "plain:things"' + (', "plain:lists", "plain:palette"' if number % 2 else "")
    changed(root / "pelicanconf.py", "^OUTPUTS = .*", f"OUTPUTS = [{outputs}]")


@edit
def output_programmed_anew(root: Path, number: int) -> None:
    """The network's own module makes a file otherwise of the same facts."""
    changed(root / "plain.py", r"digest\(text\), (text.encode|lambda.*)\)$", f'digest(text), lambda: b"{number % 3}")')


@edit
def days_passed(root: Path, number: int) -> None:
    """The day of the build advances. The tests keep it in a file of the network's root, which no build reads."""
    day = root / "today.txt"
    today = date.fromisoformat(day.read_text()) if day.exists() else TODAY
    day.write_text((today + timedelta(days=1 + number % 40)).isoformat())


# What happens to what was built


def published(root: Path, number: int) -> Path | None:
    return chosen([file for file in (root / "output").rglob("*") if file.is_file()], number)


@edit
def published_file_edited_by_hand(root: Path, number: int) -> None:
    file = published(root, number)
    if file is not None:
        file.write_text(file.read_text() + "<!-- a mano -->")


@edit
def published_file_deleted_by_hand(root: Path, number: int) -> None:
    file = published(root, number)
    if file is not None:
        file.unlink()


@edit
def published_file_replaced_by_hand(root: Path, number: int) -> None:
    """Other bytes of the same number, with the times put back."""
    file = published(root, number)
    if file is not None:
        facts = file.stat()
        file.with_name("altro").write_bytes(b"x" * facts.st_size)
        os.utime(file.with_name("altro"), ns=(facts.st_atime_ns, facts.st_mtime_ns))
        file.with_name("altro").replace(file)


@edit
def published_folder_deleted_by_hand(root: Path, number: int) -> None:
    folder = chosen([each for each in (root / "output").rglob("*") if each.is_dir()], number)
    if folder is not None:
        shutil.rmtree(folder)


@edit
def output_link_deleted(root: Path, number: int) -> None:
    (root / "output").unlink(missing_ok=True)


@edit
def cache_cut_short(root: Path, number: int) -> None:
    files = [file for file in (root / ".circuito/output").rglob("*") if file.is_file() and "/trees/" not in f"{file}/"]
    files += list((root / ".circuito/output/trees").glob("*.ledger"))
    file = chosen(files, number)
    if file is not None:
        file.write_bytes(file.read_bytes()[: number % 200])


@edit
def cache_deleted(root: Path, number: int) -> None:
    shutil.rmtree(root / ".circuito", ignore_errors=True)
