"""What calendars, feeds, data and the pages that explain them cost in a build: their share of a cold one's processor
time, and whether any of them is made again when nothing has changed.

The same network is built cold with and without them, in turns; the difference is theirs, with all that only they need
loaded. What Typst draws, and the search index, which others measure, are left out of both.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bench import DRAWN, Site, build, forget, prepare
from measure import Measured
from synthesize import BUILD_DAY

MOST = 0.25  # of a cold build's processor time
FOLLOWING = (
    "calendars:calendars", "calendars:event_calendars", "deadlines:deadlines", "feeds:feeds", "feed_list:feed_list",
    "subscribing:subscribing", "embedding:embedding", "catalogue_data:catalogue_json", "catalogue_data:spaces_json",
    "catalogue_data:events_json", "tables:catalogue_csv", "tables:spaces_csv", "tables:events_csv",
)  # fmt: skip
CONF = """
from circuito.settings import *
SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG = "Rete di misura", "https://misura.example", "Europe/Rome", "it"
AS_OF = "{day}"
FOLLOWING = {following}
FOLLOWED = {followed}
OUTPUTS = [name for name in OUTPUTS if not name.endswith({drawn}) and not name.endswith(FOLLOWING)]
OUTPUTS += ["counted:" + name.replace(":", "_") for name in FOLLOWING] if FOLLOWED else []
SEARCH = False
"""
COUNTED = '''"""The outputs that are measured; how many of their files were made is written down when the build ends."""
import atexit
from dataclasses import replace
from functools import partial
from pathlib import Path
from circuito.outputs import File, output_named

made = []
atexit.register(lambda: Path("made").write_text(str(len(made))))


def noted(file):
    made.append(file.path)
    return file.make()


def counting(output):
    def told(network):
        for item in output(network):
            yield replace(item, make=partial(noted, item)) if isinstance(item, File) else item
    return told


for name in {following}:
    globals()[name.replace(":", "_")] = counting(output_named("circuito.outputs." + name))
'''


def main() -> int:
    options = parsed()
    with tempfile.TemporaryDirectory(prefix="circuito-following-") as made:
        site = Site(Path(options.folder or made) / "following", options.events, ("it", "en", "ar")[: options.languages])
        prepare(site)
        (site.ours / "counted.py").write_text(COUNTED.format(following=FOLLOWING), encoding="utf-8")
        with_them, without, unchanged, count, again = measured(site, options.runs)
    share = median(1 - other.cpu / whole.cpu for whole, other in zip(with_them, without, strict=True))
    print(f"{options.events} events × {options.languages} languages, {options.runs} rounds, CPU seconds")
    for name, runs in (("cold", with_them), ("cold, without", without), ("no change", unchanged)):
        print(f"{name:16}{median(run.cpu for run in runs):8.2f}")
    met = share <= MOST and again == 0
    print(f"share {share:.1%} of at most {MOST:.0%}; {count} files made cold, {again} made again with nothing changed")
    print("goal met" if met else "goal MISSED")
    return 0 if met else 1


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000, help="how many events (default: 10000)")
    parser.add_argument("--languages", type=int, default=1, help="how many languages (default: 1)")
    parser.add_argument("--runs", type=int, default=3, help="how many rounds (default: 3)")
    parser.add_argument("--folder", help="where to write the site, to keep it (default: a temporary folder)")
    return parser.parse_args()


Runs = Sequence[Measured]


def measured(site: Site, runs: int) -> tuple[Runs, Runs, Runs, int, int]:
    """The runs with what people follow, without it, and with nothing changed; the files made cold, and made again."""
    with_them, without, unchanged = [], [], []
    count = again = 0
    for _ in range(runs):
        choose(site, followed=True)
        forget(site)
        with_them.append(build(site))
        count = int((site.ours / "made").read_text())
        unchanged.append(build(site))
        again += int((site.ours / "made").read_text())
        choose(site, followed=False)
        forget(site)
        without.append(build(site))
    return with_them, without, unchanged, count, again


def choose(site: Site, *, followed: bool) -> None:
    """Let the next build publish what people follow, or leave it out."""
    conf = CONF.format(day=BUILD_DAY, drawn=DRAWN, following=FOLLOWING, followed=followed)
    (site.ours / "pelicanconf.py").write_text(conf, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
