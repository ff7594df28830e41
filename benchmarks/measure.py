"""What a command costs: processor time, time on the clock and memory of its whole process tree."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds of processor (user and system) and of the clock, peak memory of its largest process in MiB."""

    code: int
    output: str
    cpu: float
    wall: float
    peak: float


def measured(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Measured:
    """Run a command in a folder and measure it. The system accounts to a process the children that it waited for."""
    surroundings = {**usual_environment(), **(environment or {})}
    with tempfile.TemporaryFile() as told:
        began = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, env=surroundings, stdout=told, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        output = told.read().decode(errors="replace")
    return Measured(child.returncode, output, used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def usual_environment() -> dict[str, str]:
    """The environment of most people's computers, where Python keeps what it has compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
