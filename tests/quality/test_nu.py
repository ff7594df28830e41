"""The Nu HTML checker, which the W3C runs too, finds no error."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from publication import KINDS, LANGUAGES, Published, longest

from whole_networks import REPOSITORY

JAR = REPOSITORY / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def errors(folder: Path, paths: list[str]) -> list[str]:
    """What the checker holds to be wrong in pages, each with its place. Skips where there is no Java or no checker."""
    java = shutil.which("java")
    if java is None or not JAR.exists():
        pytest.skip("Java or vnu-jar is not installed: apt install default-jre-headless, npm ci")
    done = subprocess.run(
        [java, "-Xss4m", "-jar", str(JAR), "--errors-only", "--format", "json", "--stdout", *paths],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    found = [
        (Path(told["url"]).as_posix(), told.get("lastLine"), told["message"])
        for told in json.loads(done.stdout)["messages"]
    ]
    return [f"{url}:{line}: {message}" for url, line, message in found if not made_up(url, message)]


def made_up(url: str, message: str) -> bool:
    """Whether a page is the gallery, in which headings follow each other as its examples do."""
    return ("/componenti/" in url or "/brand/components/" in url) and message.startswith("The heading")


def test_one_page_of_each_kind_and_language_is_right(published: Published) -> None:
    chosen = (longest(published, kind, lang) for kind in KINDS for lang in LANGUAGES)
    assert errors(published.folder, [path for path in chosen if path]) == []


@pytest.mark.slow
def test_every_page_is_right(published: Published) -> None:
    paths = [file.relative_to(published.folder).as_posix() for file in published.folder.rglob("*.html")]
    assert len(paths) > 1000
    assert errors(published.folder, sorted(paths)) == []
