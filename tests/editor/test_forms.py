"""The forms as a person uses them, in Chromium: what they write is in the files, valid, minimal, and then published."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from circuito.outputs.edit_links import BUNDLE
from circuito.writing.things import new_event
from whole_networks import REPOSITORY, built, copied, replaced, told, with_real_theme

pytestmark = pytest.mark.browser

KEPT = "domain: piccola.example\nrepository: {kind: forgejo, address: https://git.example.org/rete/sito}"
EVENT, NEW = "events/base/festa.md", "events/base/l-orto-semina-merenda.md"
WAYS = {
    "Lettere dal cortile": "#/collections/projects/entries/lettere/project",
    "Casa Base": "#/collections/spaces/entries/base/space",
    "Rete piccola": "#/collections/office/entries/network",
    "Prove aperte": "#/collections/events/entries/base/prove",
}
PICTURE, INTEREST = "events/base/la-foto.webp", "spaces/base/interests/lettere.md"


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small network in a repository, published with its forms."""
    if not (REPOSITORY / BUNDLE / "admin.js").exists():
        pytest.skip("the editor is not ready: make setup")
    root = with_real_theme(copied(tmp_path_factory.mktemp("forms") / "rete"))
    (root / "node_modules").symlink_to(REPOSITORY / "node_modules")
    replaced(root, "content/network.yaml", "domain: piccola.example", KEPT)
    replaced(root, "pelicanconf.py", "piccola.example/rete", "piccola.example")
    replaced(root, EVENT, "title: Festa di cortile\n", "title: Festa di cortile\n# come ogni martedì\n")
    assert built(root) == 0
    git(root, "init", "--quiet")
    git(root, "add", "content", "events", "spaces")
    git(root, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "Files")
    return root


@pytest.fixture(scope="module")
def done(network: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """What a person did in the forms. Skips where there is no Chromium or no Node.js."""
    browsers = map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))
    browser, node = next(filter(None, browsers), None), shutil.which("node")
    if browser is None or node is None or not (REPOSITORY / "node_modules" / "puppeteer-core").exists():
        pytest.skip("Chromium, Node.js or puppeteer-core is not installed: apt install chromium, npm ci")
    picture = tmp_path_factory.mktemp("telephone") / "La Foto.JPG"
    Image.new("RGB", (3000, 2000), "#7fb0d8").save(picture)
    asked = {
        "site": str(network / "output"), "network": str(network), "chromium": browser, "picture": str(picture),
        "ways": list(WAYS.values()),
    }  # fmt: skip
    ran = subprocess.run(
        [node, str(Path(__file__).parent / "forms.mjs")], input=json.dumps(asked), capture_output=True, text=True,
        check=False, timeout=300,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    found: Mapping[str, Any] = json.loads(ran.stdout)
    return found


def git(root: Path, *arguments: str) -> str:
    """What git answers in a network."""
    return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True).stdout


def test_the_forms_ask_nobody_else_for_anything(done: Mapping[str, Any]) -> None:
    assert done["foreign"] == []


def test_the_sites_own_policy_refuses_the_forms_nothing(done: Mapping[str, Any]) -> None:
    assert done["refused"] == []


def test_no_error_is_told_in_the_browser(done: Mapping[str, Any]) -> None:
    assert done["errors"] == []


def test_only_what_was_written_changes(done: Mapping[str, Any]) -> None:
    assert (done["written"], done["gone"]) == ([EVENT, NEW, PICTURE, INTEREST], [])


@pytest.mark.usefixtures("done")
def test_a_changed_title_is_a_change_of_one_line_and_the_comment_stays(network: Path) -> None:
    changes = re.findall(r"^[-+](?![-+]).*", git(network, "diff", "--unified=0", "--", EVENT), re.MULTILINE)
    assert changes == ["-title: Festa di cortile", "+title: Festa di cortile, con musica"]
    assert "# come ogni martedì\n" in (network / EVENT).read_text()


@pytest.mark.usefixtures("done")
def test_a_new_event_is_written_as_every_other_door_writes_it(network: Path) -> None:
    content = (network / NEW).read_text()
    (today,) = re.findall(r"^published: (\d{4}-\d\d-\d\d)$", content, re.MULTILINE)
    data = {
        "title": "L'Orto: semina & merenda",
        "summary": "Si semina insieme, poi si mangia.",
        "starts": "2026-12-05 15:30",
        "published": today,
        "pictures": [{"file": "la-foto.webp", "alt": "Un'aiuola appena seminata", "credit": "Ada Riva"}],
        "extra": {"aiuole": 12},
    }
    assert (NEW, content) == new_event("base", data, "Porta un cucchiaio.", (), ())


@pytest.mark.usefixtures("done")
def test_a_picture_is_made_small_before_it_is_sent(network: Path) -> None:
    with Image.open(network / PICTURE) as picture:
        assert (picture.format, picture.size, dict(picture.getexif())) == ("WEBP", (2400, 1600), {})


@pytest.mark.usefixtures("done")
def test_an_interest_is_written_in_its_first_state(network: Path) -> None:
    lines = (network / INTEREST).read_text().splitlines()
    assert [re.sub(r"\d{4}-\d\d-\d\d", "DAY", line) for line in lines] == [
        "---", "state: interested", "created: DAY", "by: Programmazione", "message: Ci piacerebbe in primavera.", "---",
    ]  # fmt: skip


@pytest.mark.usefixtures("done")
def test_what_was_written_is_sound_and_published(network: Path) -> None:
    assert told(network) == []
    assert built(network) == 0
    page = (network / "output" / "eventi" / "base" / "l-orto-semina-merenda" / "index.html").read_text()
    assert "Un&#39;aiuola appena seminata" in page
    assert (
        "Festa di cortile, con musica" in (network / "output" / "eventi" / "base" / "festa" / "index.html").read_text()
    )


def test_the_office_has_forms_of_everything(done: Mapping[str, Any]) -> None:
    assert done["office"] == list(WAYS)


def test_a_form_fits_on_a_phone(done: Mapping[str, Any]) -> None:
    assert done["phone"] == 390
