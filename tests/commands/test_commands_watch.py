"""`circuito check --watch`, as a process beside which files are changed."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from whole_networks import NEW, TODAY, event, written

LONGEST = 60


class Watching:
    """The command as it runs: its lines, one after the other."""

    def __init__(self, root: Path) -> None:
        command = [
            sys.executable,
            "-m",
            "circuito",
            "check",
            str(root),
            "--watch",
            "--lang",
            "en",
            "--as-of",
            str(TODAY),
        ]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", env=environment
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def check(self) -> list[str]:
        """The lines of one check, up to the one that says that it waits."""
        told: list[str] = []
        while not told or not told[-1].startswith("── waiting"):
            told.append(self.lines.get(timeout=LONGEST))
        return [line for line in told if line]

    def interrupted(self) -> int:
        """The code by which it ends after Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(LONGEST)


@pytest.fixture
def watching(network: Path) -> Iterator[Watching]:
    started = Watching(network)
    yield started
    started.process.kill()
    started.process.wait()


END = "── waiting for changes (Ctrl-C ends)"


def test_it_checks_anew_at_every_change_and_ends_with_the_last_code(network, watching):
    assert watching.check() == ["── checking", "All right.", END]
    written(network, NEW, event("titel: x"))
    wrong = f"{NEW}:5:1: unknown field `titel` (did you mean `title`?)"
    assert watching.check() == [f"── checking: {NEW}", wrong, "1 problem.", END]
    (network / NEW).unlink()
    assert watching.check() == [f"── checking: {NEW}", "All right.", END]
    assert watching.interrupted() == 0


def test_interrupted_while_there_are_problems_it_ends_with_1(network, watching):
    watching.check()
    written(network, NEW, event("titel: x"))
    watching.check()
    assert watching.interrupted() == 1


def test_what_is_not_of_the_network_is_not_looked_at(network, watching):
    watching.check()
    written(network, "output/index.html", "x")
    written(network, NEW, event("titel: x"))
    assert watching.check()[0] == f"── checking: {NEW}"
