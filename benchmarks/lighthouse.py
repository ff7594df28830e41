"""What Lighthouse says of the four pages that most people open: `make lighthouse`."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
ROUNDS = 5
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
PAGES = {
    "home": "/",
    "agenda": "/agenda/",
    "event": "/eventi/*/*/",
    "space": "/spazi/*/",
}


def main() -> int:
    """Build the sample network as one that is no demonstration, print medians, and give 1 if one is too low."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    node = shutil.which("node")
    if browser is None or node is None:
        print("Chromium and Node.js are needed.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        folder = published(Path(scratch) / "rete")
        pages = {name: longest(folder, pattern) for name, pattern in PAGES.items()}
        asked = {"folder": str(folder), "chromium": browser, "pages": pages, "rounds": ROUNDS}
        looked = [node, str(ROOT / "benchmarks" / "lighthouse.mjs")]
        done = subprocess.run(looked, input=json.dumps(asked), capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return 2
    return printed(json.loads(done.stdout))


def published(root: Path) -> Path:
    """A copy of the sample network, built: search engines may read it, which a demonstration asks them not to do."""
    root.mkdir()
    for name in ("content", "spaces", "events"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "pelicanconf.py", root)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    network = root / "content" / "network.yaml"
    network.write_text(network.read_text("utf-8").replace("demonstration: true", "demonstration: false"), "utf-8")
    command = [sys.executable, "-m", "pelican", "--fatal", "errors", "-s", "pelicanconf.py"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return root / "output"


def longest(folder: Path, pattern: str) -> str:
    """The address of the page that holds most, of those that fit a pattern."""
    files = folder.glob(f"{pattern}index.html".lstrip("/"))
    largest = max(files, key=lambda file: (file.stat().st_size, str(file)))
    return "/" + largest.relative_to(folder).as_posix().removesuffix("index.html")


def printed(told: Mapping[str, Sequence[Mapping[str, Any]]]) -> int:
    """Print the medians of every page; 1 if one lies below what was promised."""
    worst = 0
    for name, rounds in told.items():
        scores = {each: round(statistics.median(one["scores"][each] for one in rounds)) for each in LEAST}
        figures = {each: statistics.median(one["figures"][each] for one in rounds) for each in rounds[0]["figures"]}
        wanting = sorted({each for one in rounds for each in one["wanting"]})
        print(f"{name:8}", *(f"{each} {score}" for each, score in scores.items()), sep="  ")
        print(f"{'':8}", *(f"{each} {figure:g}" for each, figure in figures.items()), *wanting, sep="  ")
        worst |= any(scores[each] < least for each, least in LEAST.items())
    return int(worst)


if __name__ == "__main__":
    sys.exit(main())
