"""While it watches for changes a build says a mistake once, waits, and goes on when it is mended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from whole_networks import NEW, event, written

pytestmark = pytest.mark.slow


class Watching:
    """A `pelican --autoreload` at work on a network."""

    def __init__(self, root: Path) -> None:
        self.log = root.with_name("log.txt")
        command = [sys.executable, "-u", "-m", "pelican", "--autoreload", "-s", "pelicanconf.py"]
        with self.log.open("w") as out:
            self.process = subprocess.Popen(
                command, cwd=root, stdout=out, stderr=out, env={**os.environ, "COLUMNS": "200"}
            )

    def said(self, text: str) -> int:
        """How often something was said."""
        return self.log.read_text().count(text)

    def until(self, holds: Callable[[], bool]) -> bool:
        """Whether something comes true within half a minute."""
        latest = time.monotonic() + 30
        while not holds() and time.monotonic() < latest:
            time.sleep(0.05)
        return holds()


@pytest.fixture
def watching(network: Path) -> Iterator[Watching]:
    watching = Watching(network)
    assert watching.until(lambda: watching.said("Done:") == 1)
    time.sleep(1)  # until it listens for changes
    yield watching
    watching.process.send_signal(signal.SIGINT)
    watching.process.wait(10)


MISTAKE = "il campo `titel` non esiste"


def test_a_mistake_is_said_once_and_mended_by_the_next_save(network, watching):
    page = network / "output/eventi/base/nuovo/index.html"
    written(network, NEW, event().replace("title:", "titel:"))
    told = watching.until(lambda: watching.said(MISTAKE) == 1)
    time.sleep(3)
    spun, missing = watching.said("re-generating"), page.exists()
    written(network, NEW, event())
    assert (told, watching.said(MISTAKE), spun, missing, watching.until(page.exists)) == (True, 1, 1, False, True)


def test_a_template_with_a_mistake_is_said_once_and_mended_by_the_next_save(network, watching):
    template = network / "templates/plain.html"
    before = template.read_text()
    template.write_text("{{ niente }}")
    told = watching.until(lambda: watching.said("'niente' is undefined") == 1)
    time.sleep(3)
    spun = watching.said("re-generating")
    template.write_text(before.replace("<h1>", '<h1 class="a">'))
    home = network / "output/index.html"
    assert (told, spun, watching.until(lambda: '<h1 class="a">' in home.read_text())) == (True, 1, True)


def test_an_output_that_raises_is_said_once_and_mended_by_the_next_save(network, watching):
    replaced = (network / "pelicanconf.py").read_text()
    written(network, "mine.py", "def mine(network):\n    raise ZeroDivisionError('un errore')\n    yield\n")
    (network / "pelicanconf.py").write_text(replaced + 'OUTPUTS = ["plain:home", "mine:mine"]\n')
    told = watching.until(lambda: watching.said("un errore") >= 1)
    time.sleep(3)
    spun = watching.said("re-generating")
    (network / "pelicanconf.py").write_text(replaced.replace("piccola.example", "altra.example"))
    written(network, NEW, event())
    page = network / "output/eventi/base/nuovo/index.html"
    assert (told, spun <= 2, watching.until(page.exists)) == (True, True, True)


def test_a_broken_network_at_the_start_is_said_and_mended_by_the_next_save(network):
    written(network, NEW, event().replace("title:", "titel:"))
    watching = Watching(network)
    told = watching.until(lambda: watching.said(MISTAKE) == 1)
    time.sleep(2)
    written(network, NEW, event())
    made = watching.until((network / "output/eventi/base/nuovo/index.html").exists)
    watching.process.send_signal(signal.SIGINT)
    watching.process.wait(10)
    assert (told, watching.said(MISTAKE), made) == (True, 1, True)


def test_what_a_build_writes_does_not_start_the_next(network, watching):
    written(network, NEW, event())
    watching.until(lambda: watching.said("Done:") == 2)
    time.sleep(3)
    assert watching.said("Done:") == 2
