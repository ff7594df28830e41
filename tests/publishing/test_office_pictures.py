"""Pictures in the office's news and pages: published as members' are, with who made them."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import html5lib
import pytest
from PIL import Image

from whole_networks import built, with_real_theme, written

NEWS = """Title: Nuova
Date: 2026-11-20
Slug: nuova
Summary: Una prova.
{head}
Prima.

![Un cortile "vero" & altro](../pictures/cortile.png "Ada Riva, CC0")

Dopo.
"""


def photograph() -> bytes:
    """A photograph that knows its camera."""
    exif = Image.Exif()
    exif[0x010F] = "segreto"
    made = io.BytesIO()
    Image.new("RGB", (600, 400), "teal").save(made, "PNG", exif=exif)
    return made.getvalue()


@pytest.fixture
def office(network: Path) -> Path:
    """A network whose news show a picture."""
    written(network, "content/pictures/cortile.png", photograph())
    return written(with_real_theme(network), "content/news/nuova.md", NEWS.format(head=""))


def elements(root: Path, page: str, name: str) -> list[dict[str, str]]:
    """The attributes of the elements of a name in a page's main part."""
    tree = html5lib.parse((root / "output" / page).read_bytes(), namespaceHTMLElements=False)
    return [dict(found.attrib) for found in tree.find(".//main").iter(name)]


def test_a_picture_in_the_news_is_shown_described_and_credited(office):
    assert built(office) == 0
    image = elements(office, "notizie/nuova/index.html", "img")[0]
    wanted = {
        "src": "/rete/pictures/pictures/cortile.jpg",
        "alt": 'Un cortile "vero" & altro',
        "width": "600",
        "height": "400",
    }
    page = (office / "output/notizie/nuova/index.html").read_text()
    assert {name: image[name] for name in wanted} == wanted
    assert "Ada Riva, CC0" in page
    assert page.index("Prima.") < page.index("<figure") < page.index("Dopo.")


def test_a_picture_in_the_news_is_published_without_metadata(office):
    built(office)
    files = sorted((office / "output/pictures/pictures").iterdir())
    assert [(file.name, Image.open(file).size, b"segreto" in file.read_bytes()) for file in files] == [
        ("cortile.jpg", (600, 400), False),
        ("cortile@600.webp", (600, 400), False),
    ]


def test_a_picture_of_a_draft_is_not_published(office):
    written(office, "content/news/nuova.md", NEWS.format(head="Status: draft\n"))
    built(office)
    assert not (office / "output/pictures/pictures").exists()


def test_a_picture_beside_the_text_is_found_too(office):
    written(office, "content/news/accanto.png", photograph())
    told = NEWS.format(head="").replace("../pictures/cortile.png", "accanto.png")
    written(office, "content/news/nuova.md", told)
    assert built(office) == 0
    assert elements(office, "notizie/nuova/index.html", "img")[0]["src"] == "/rete/pictures/news/accanto.jpg"


def test_feeds_show_the_picture_at_its_whole_address(office):
    built(office)
    items = json.loads((office / "output/feed.json").read_text())["items"]
    content = next(item["content_html"] for item in items if "Prima." in item.get("content_html", ""))
    assert re.findall(r'<img src="([^"]*)"', content) == ["https://piccola.example/rete/pictures/pictures/cortile.jpg"]
