"""How long the review of a proposal takes that touches one file of a made-up network.

`python benchmarks/reviewing.py --events 2000` measures it with nothing remembered and then with what the first run
remembered of the base, as commands: the start of Python and git's own work included.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from measure import Measured, measured
from synthesize import BUILD_DAY, event_path, synthesize

BASE, HEAD = "main", "proposal"


def main() -> int:
    """Measure, and say whether the aim was met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        prepare(root, options.events)
        cold = [run(root, forget=True) for _ in range(options.runs)]
        warm = [run(root, forget=False) for _ in range(options.runs)]
    print(f"{options.events} events, one file touched; medians of {options.runs}")
    for name, runs in (("nothing remembered", cold), ("the base remembered", warm)):
        print(f"{name}: {told(runs)}")
    return 0 if median(each.cpu for each in warm) <= 1 else 1


def prepare(root: Path, events: int) -> None:
    """A network in a repository, with a proposal on a branch."""
    synthesize(root, events, ["it"])
    (root / ".gitignore").write_text("/.circuito\n")
    git(root, "init", "--quiet", "--initial-branch", BASE)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "base")
    git(root, "switch", "--quiet", "--create", HEAD)
    file = root / f"{event_path(7)}.md"
    file.write_text(file.read_text().replace("title: ", "title: Nuovo, ", 1))
    git(root, "commit", "--quiet", "--all", "--message", "proposal")
    git(root, "switch", "--quiet", BASE)


def git(root: Path, *arguments: str) -> None:
    """Run git as nobody in particular."""
    who = {f"GIT_{role}_{fact}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for fact in ("NAME", "EMAIL")}
    subprocess.run(["git", "-C", str(root), *arguments], env={**os.environ, **who}, check=True, capture_output=True)


def run(root: Path, forget: bool) -> Measured:
    """One review."""
    if forget:
        shutil.rmtree(root / ".circuito", ignore_errors=True)
    asked = ["--base", BASE, "--head", HEAD, "--author", "somebody", "--as-of", str(BUILD_DAY)]
    found = measured([sys.executable, "-m", "circuito", "review", *asked], root)
    if found.code != 1 or f"{event_path(7)}.md" not in found.output:
        raise SystemExit(found.output)
    return found


def told(runs: list[Measured]) -> str:
    """The figures of some runs."""
    cpu, wall, peak = (median(getattr(each, name) for each in runs) for name in ("cpu", "wall", "peak"))
    return f"{cpu:.2f} s of processor, {wall:.2f} s on the clock, {peak:.0f} MiB"


if __name__ == "__main__":
    sys.exit(main())
