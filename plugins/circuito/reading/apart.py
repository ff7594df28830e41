"""Work in a process of its own: what it needs (for reading: pydantic, YAML, Markdown) goes with it when it ends."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress


def done_apart(work: Callable[[], None]) -> bool:
    """Do some work in a copy of this process, which shares nothing with it but files. Gives whether it was done.

    Nothing is done where processes cannot be copied safely: elsewhere than on Linux, or beside other threads.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        code = 1
        with suppress(Exception):
            work()
            code = 0
        os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
