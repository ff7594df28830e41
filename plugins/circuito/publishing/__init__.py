"""The only code that knows Pelican: its plugin, generator and writer, and how the result is put in place."""

from __future__ import annotations

import atexit
import gc
from typing import Any

UNCHANGED = "circuito.unchanged"


def register() -> None:
    """Connect the plugin to Pelican.

    A build makes much that lives until its end, and hardly any circle: searching it for garbage, while the program is
    loaded, while pages are made and when the process ends, would find next to nothing.
    """
    from pelican import signals

    gc.disable()
    atexit.register(gc.freeze)
    signals.initialized.connect(begin)
    signals.finalized.connect(rest)


def begin(pelican: Any) -> None:
    """Prepare a build, once Pelican knows its settings: nothing of ours is loaded where all is as it was."""
    from .conditions import is_live
    from .trace import TRACE, Trace, can_be_traced, published

    settings = pelican.settings
    name_extensions(settings["MARKDOWN"])
    trace = Trace(settings) if can_be_traced(settings) else None
    gaps = trace.unchanged() if trace else None
    count = published(settings) if gaps is not None else None
    if gaps is not None and count is not None:
        settings[UNCHANGED] = (gaps, count)
        settings["ARTICLE_PATHS"] = settings["PAGE_PATHS"] = ()
        return
    if trace:
        trace.begin()
    settings[TRACE] = trace
    from .generator import connect, read_apart

    if not is_live():
        read_apart(settings)
    connect()


def name_extensions(markdown: dict[str, Any]) -> None:
    """Name all extensions of Markdown that Pelican's reader would add later, when settings were compared already."""
    named = markdown.setdefault("extensions", [])
    later = (*markdown.get("extension_configs", ()), "markdown.extensions.meta")
    named += [name for name in later if name not in named]


def rest(pelican: Any) -> None:
    """Sum up a build that had nothing to do."""
    if UNCHANGED in pelican.settings:
        from .conditions import sum_up

        gaps, count = pelican.settings[UNCHANGED]
        sum_up(gaps, 0, count, 0)
