"""How much processor time a card, a poster and a programme sheet take, and how large they are, on the sample network.

Each is made anew as a first build makes it, with nothing kept from before; the first of each kind, which loads the
fonts, is counted apart.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import mean

from circuito import settings
from circuito.model.network import Network
from circuito.outputs import File
from circuito.outputs.cards import cards
from circuito.outputs.posters import posters
from circuito.outputs.programme_sheets import programme_sheets
from circuito.publishing.languages import with_phrases
from circuito.reading.load import load

ROOT = Path(__file__).parent.parent
DAY = date(2026, 11, 22)
MOST = {"card": 60, "poster": 100, "sheet": 100}  # milliseconds on average


def main() -> int:
    network = sample()
    slow = False
    print(f"{'':8}{'made':>6}{'first':>10}{'mean':>10}{'most':>10}{'goal':>8}{'mean size':>12}{'largest':>10}")
    for name, files in (("card", cards(network)), ("poster", posters(network)), ("sheet", programme_sheets(network))):
        times, sizes = measured(files)
        slow |= mean(times[1:]) > MOST[name]
        told = f"{times[0]:7.0f} ms{mean(times[1:]):7.1f} ms{max(times[1:]):7.0f} ms{MOST[name]:5} ms"
        print(f"{name:8}{len(times):6}{told}{mean(sizes) / 1000:9.1f} kB{max(sizes) / 1000:7.0f} kB", flush=True)
    return int(slow)


def sample() -> Network:
    """The sample network as the build has it, where nothing is kept."""
    network = load(str(ROOT), today=DAY, site="https://rete-dimostrativa.example").network
    assert network is not None
    return replace(with_phrases(network, {"PATH": str(ROOT), "THEME": settings.THEME}), outputs=tuple(settings.OUTPUTS))


def measured(files: Iterable[File]) -> tuple[list[float], list[int]]:
    """Milliseconds of processor time and bytes of each file."""
    times, sizes = [], []
    for file in files:
        began = time.process_time()
        sizes.append(len(file.make()))
        times.append(1000 * (time.process_time() - began))
    return times, sizes


if __name__ == "__main__":
    sys.exit(main())
