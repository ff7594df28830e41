"""Work that may never end, or take the process down with it: done in a process of its own, which is ended in time.

A calendar of others can cost hours, by a rule that nobody thought of or a mistake of ours. That is a problem of this
calendar; the others of the run must not wait for it.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

Done = TypeVar("Done")


class Late(Exception):
    """The work did not end in time."""


class Died(Exception):
    """The process ended without having done the work; what it said of that stands on the terminal."""


def limited(work: Callable[[], Done], seconds: float) -> Done:
    """What some work gives, done in a process of its own. Raises `Late` and `Died`.

    The process is a copy of this one, so the work may be anything; what it changes is changed there alone. Where
    processes cannot be copied safely, elsewhere than on Linux, the work is done here, without a limit.
    """
    if sys.platform != "linux":
        return work()
    here = multiprocessing.get_context("fork")
    receives, sends = here.Pipe(duplex=False)
    process = here.Process(target=do, args=(work, sends), daemon=True)
    process.start()
    sends.close()
    try:
        if not receives.poll(seconds):
            raise Late
        done: Done = receives.recv()
        return done
    except EOFError:
        raise Died from None
    finally:
        process.kill()
        process.join()
        receives.close()


def do(work: Callable[[], Done], sends: Connection) -> None:
    """Do some work, and send what it gives."""
    sends.send(work())
