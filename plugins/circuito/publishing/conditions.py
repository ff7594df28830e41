"""What every build needs, even one that finds all as it was: its day, its folders, and how it sums up."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

DERIVED = {".circuito", "__pycache__"}


class ConfigurationError(Exception):
    """Settings, theme or phrases that cannot work. Ends the build with exit code 2."""

    exitcode = 2


def cache_folder(settings: Mapping[str, Any]) -> Path:
    """The folder of what is derived, one for each output folder; it can be deleted at any time."""
    output = Path(settings["OUTPUT_PATH"])
    own = blake2b(str(output.absolute()).encode(), digest_size=4).hexdigest()
    name = output.name if output.parent.resolve() == Path(settings["PATH"]).resolve() else f"{output.name}-{own}"
    return Path(settings["PATH"]) / ".circuito" / name


def shelf_folder(settings: Mapping[str, Any]) -> Path:
    """The folder of large parts that all builds of a network share; it can be deleted, too."""
    return Path(settings["PATH"]) / ".circuito" / "shelf"


def build_day(settings: Mapping[str, Any]) -> date:
    """The day that the build is made for: `AS_OF`, else that of SOURCE_DATE_EPOCH, else today in the site's zone.

    Raises `ConfigurationError` where one of these is no day, or the zone is unknown.
    """
    stated = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if settings.get("AS_OF"):
            return date.fromisoformat(str(settings["AS_OF"]))
        moment = datetime.fromtimestamp(int(stated), UTC) if stated else datetime.now(UTC)
        return moment.astimezone(ZoneInfo(settings["TIMEZONE"])).date()
    except (ValueError, OverflowError, OSError, KeyError) as wrong:
        raise ConfigurationError(f"AS_OF, SOURCE_DATE_EPOCH or TIMEZONE: {wrong}") from wrong


def is_live() -> bool:
    """Whether Pelican watches for changes: then an exception would make it build again at once, without end."""
    return any(argument == "--autoreload" or re.fullmatch("-[a-z]*r[a-z]*", argument) for argument in sys.argv[1:])


def sum_up(gaps: list[str], written: int, kept: int, removed: int) -> None:
    """Say what is left out of a site, and how many of its files were written, kept and removed."""
    for gap in gaps:
        print(f"left out: {gap}")
    print(f"{written} written, {kept} as they were, {removed} removed")


def templates_folders(settings: Mapping[str, Any]) -> list[str]:
    """The folders of templates, those that stand over the theme's first."""
    return [*settings["THEME_TEMPLATES_OVERRIDES"], os.path.join(settings["THEME"], "templates")]


def refuse_tracked(settings: Mapping[str, Any]) -> None:
    """Raises `ConfigurationError` where git holds a cache: who proposes one could have us publish, or run, his own.

    Templates have theirs where modules do, in `__pycache__`.
    """
    for folder in (settings["PATH"], *templates_folders(settings)):
        for path in tracked(folder):
            parts = path.split("/")
            above = next(number for number, part in enumerate(parts) if part in DERIVED)
            cache = os.path.relpath(os.path.join(folder, *parts[: above + 1]))
            raise ConfigurationError(f"{cache} is a cache and may not be in git: git rm -r --cached {cache}")


def tracked(folder: str) -> list[str]:
    """Which files of caches git holds: of a folder's own `.circuito`, and of any `__pycache__` of its repository."""
    kinds = (".circuito", ":(top,glob)**/__pycache__", ":(top,glob)**/__pycache__/**")
    command = ["git", "-C", folder, "ls-files", "-z", "--recurse-submodules", "--", *kinds]
    with suppress(OSError):
        listed = subprocess.run(command, capture_output=True, check=False).stdout
        return os.fsdecode(listed).split("\0")[:-1]
    return []
