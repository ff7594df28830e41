"""The settings of a network, read before anything is built: what cannot work is said in a line, with the file."""

from __future__ import annotations

import os
import re
import traceback
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..publishing.conditions import ConfigurationError
from .nowhere import no_network

FOLDERS = ("PHRASES", "THEME_TEMPLATES_OVERRIDES")
SITE = re.compile(r"https?://[^/\s]+(/\S*)?\Z")


def settings_in(file: str) -> Mapping[str, Any]:
    """The settings in a file. Raises `ConfigurationError` where they cannot be read, or name what is not there."""
    from pelican.settings import read_settings

    if not os.path.isfile(file):
        raise ConfigurationError(no_network(file))
    try:
        settings: dict[str, Any] = read_settings(file)
    except Exception as wrong:  # settings are a program: it may raise anything
        what = wrong.msg if isinstance(wrong, SyntaxError) else wrong
        raise ConfigurationError(f"{file}{line_of(wrong, file)}: {type(wrong).__name__}: {what}") from wrong
    for each in wrong_in(settings):
        raise ConfigurationError(f"{file}: {each}")
    return settings


def line_of(wrong: Exception, file: str) -> str:
    """The line of a file in which an exception was raised, after a colon; nothing for another file's."""
    if isinstance(wrong, SyntaxError):
        return f":{wrong.lineno}"
    name = os.path.abspath(file)
    lines = [frame.lineno for frame in traceback.extract_tb(wrong.__traceback__) if frame.filename == name]
    return f":{lines[-1]}" if lines else ""


def wrong_in(settings: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong in settings, and what to write instead."""
    site, root = settings["SITEURL"], settings["PATH"]
    if site and not SITE.match(site):
        yield f"SITEURL is {site!r} (write the whole address, from https:// on)"
    try:
        ZoneInfo(settings["TIMEZONE"])
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        yield f'TIMEZONE is {settings["TIMEZONE"]!r} (write a zone such as "Europe/Rome")'
    for name in ("OUTPUTS", *FOLDERS):
        value = settings.get(name, [])
        if not isinstance(value, list | tuple) or not all(isinstance(each, str) for each in value):
            yield f"{name} is {value!r} (write a list of texts)"
        elif name in FOLDERS:
            missing = [each for each in value if not os.path.isdir(os.path.join(root, each))]
            yield from (f"{name}: there is no folder {each!r}" for each in missing)
