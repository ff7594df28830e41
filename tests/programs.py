"""Programs by other people that tests ask, one question after the other."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

from whole_networks import REPOSITORY


def installed(package: str = "yaml") -> bool:
    """Whether Node.js is there, and a package from npm."""
    return shutil.which("node") is not None and (REPOSITORY / "node_modules" / package).exists()


class Program:
    """A program that answers every line with one, both of them JSON."""

    def __init__(self, *command: str) -> None:
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def __enter__(self) -> Program:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.communicate()

    def ask(self, question: object) -> Any:
        """The answer to a question."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())
