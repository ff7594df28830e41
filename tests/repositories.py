"""Git repositories for tests: commits at stated instants, knowing nobody's settings."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path


def git(root: Path, *arguments: str, at: str = "2026-01-01") -> None:
    """Run git at an instant, knowing nobody's settings."""
    instant = f"{at}T12:00:00+00:00"
    who = {f"GIT_{role}_{fact}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for fact in ("NAME", "EMAIL")}
    dated = {"GIT_AUTHOR_DATE": instant, "GIT_COMMITTER_DATE": instant}
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", "-C", str(root), *arguments]
    subprocess.run(command, env=os.environ | who | dated | plain, check=True, capture_output=True)


def seconds(day: str) -> int:
    """Noon of a day (UTC), in seconds since 1970."""
    return int(datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC).timestamp())


def commit(root: Path, day: str) -> None:
    """Commit all that changed, at noon of a day."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", day, at=day)
