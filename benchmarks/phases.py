"""Where a build spends its time: its phases, and the functions that cost most, as cProfile counts them."""

from __future__ import annotations

import pstats
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from measure import usual_environment

MOST = 25
PHASES = {
    "imports": ("<frozen importlib._bootstrap>", "_find_and_load"),
    "reading: all": ("reading/load.py", "load"),
    "reading: walk": ("reading/walk.py", "walk"),
    "reading: memory": ("reading/memory.py", "recalled"),
    "reading: files": ("reading/load.py", "leaf_of"),
    "reading: prose": ("reading/prose.py", "prose"),
    "reading: link": ("reading/load.py", "linked"),
    "reading: save": ("reading/memory.py", "save"),
    "epoch": ("publishing/ledger.py", "epoch_of"),
    "making: all": ("publishing/generator.py", "made_of"),
    "making: keys": ("outputs/__init__.py", "digest"),
    "making: pages": ("publishing/writer.py", "render"),
    "making: write": ("publishing/release.py", "write"),
    "making: fresh": ("publishing/release.py", "is_fresh"),
    "publish": ("publishing/release.py", "publish"),
}


def profiled(folder: Path, case: str) -> Iterator[str]:
    """Build the site in a folder under the profiler, and say where the time went."""
    with tempfile.NamedTemporaryFile(suffix=".prof") as file:
        command = [sys.executable, "-m", "cProfile", "-o", file.name, "-m", "pelican", "-s", "pelicanconf.py"]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, env=usual_environment())
        stats = pstats.Stats(file.name)
    rows = stats.stats  # type: ignore[attr-defined]
    yield f"\n{case}: {stats.total_tt:.2f} s under the profiler"  # type: ignore[attr-defined]
    for phase, (file_name, function) in PHASES.items():
        spent = [row[3] for (place, _, name), row in rows.items() if place.endswith(file_name) and name == function]
        if spent:
            yield f"  {phase:18}{max(spent):8.2f} s"
    yield f"  {'own s':>8}{'with s':>8}{'calls':>10}"
    for (place, line, name), row in sorted(rows.items(), key=lambda item: -item[1][2])[:MOST]:
        yield f"  {row[2]:8.3f}{row[3]:8.2f}{row[1]:10}  {shortened(place)}:{line} {name}"


def shortened(place: str) -> str:
    """A file's path without the folders that say nothing."""
    for mark in ("/site-packages/", "/plugins/", "/lib/"):
        if mark in place:
            return place.rsplit(mark, 1)[1]
    return place
