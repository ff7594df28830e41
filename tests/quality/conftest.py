"""The sample network as it is published, and what Chromium finds on one page of each kind in each language."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from publication import KINDS, LANGUAGES, Published, address_of, longest, publish

from whole_networks import REPOSITORY


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The sample network, built once."""
    return publish(tmp_path_factory.mktemp("published") / "rete")


@pytest.fixture(scope="session")
def seen(published: Published, request: pytest.FixtureRequest) -> Mapping[str, Mapping[str, Any]]:
    """What Chromium finds, by kind and language as `event it`. Skips where there is no Chromium or no Node.js."""
    browsers = map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))
    browser, node = next(filter(None, browsers), None), shutil.which("node")
    if browser is None or node is None or not (REPOSITORY / "node_modules" / "puppeteer-core").exists():
        pytest.skip("Chromium, Node.js or puppeteer-core is not installed: apt install chromium, npm ci")
    pages = {f"{kind} {lang}": longest(published, kind, lang) for kind in KINDS for lang in LANGUAGES}
    asked = {
        "folder": str(published.folder),
        "chromium": browser,
        "pages": {name: address_of(path) for name, path in pages.items() if path},
        "thorough": request.config.getoption("-m") != "not slow",
    }
    looked = [node, str(Path(__file__).parent / "look.mjs")]
    done = subprocess.run(looked, input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: Mapping[str, Mapping[str, Any]] = json.loads(done.stdout)
    return found
