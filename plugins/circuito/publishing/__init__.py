"""The only code that knows Pelican: its plugin, generator and writer, and how the result is put in place."""

from __future__ import annotations

import atexit
import gc


def register() -> None:
    """Connect the plugin to Pelican.

    A build makes much that lives until its end, and hardly any circle: searching it for garbage, while the program is
    loaded, while pages are made and when the process ends, would find next to nothing.
    """
    gc.disable()
    atexit.register(gc.freeze)
    from .generator import connect

    connect()
