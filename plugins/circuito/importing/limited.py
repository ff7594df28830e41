"""Work that may never end, or take the process down with it: done in a process of its own, which is ended in time.

A calendar of others can cost hours, by a rule that nobody thought of or a mistake of ours. That is a problem of this
calendar; the others of the run must not wait for it.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from traceback import format_tb
from typing import TypeVar

Done = TypeVar("Done")


class Late(Exception):
    """The work did not end in time."""


class Died(Exception):
    """The work failed, or took its process down; where it failed stands on the terminal."""


def limited(work: Callable[[], Done], seconds: float) -> Done:
    """What some work gives, done in a process of its own. Raises `Late` and `Died`.

    The process is a copy of this one, so the work may be anything; what it changes is changed there alone. Where
    processes cannot be copied safely, elsewhere than on Linux, the work is done here: without a limit of time, but
    what fails raises `Died` there, too.
    """
    if sys.platform != "linux":
        return done_here(work)
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
    """Do some work, and send what it gives; nothing where it fails."""
    with suppress(Died):
        sends.send(done_here(work))


def done_here(work: Callable[[], Done]) -> Done:
    """What some work gives. Raises `Died` where it fails, and says where: in the program's lines alone.

    The words of an exception may be those of a private event, and what stands on a terminal is often read by anybody.
    """
    try:
        return work()
    except Exception as wrong:
        print(*format_tb(wrong.__traceback__), type(wrong).__name__, sep="", file=sys.stderr)
        raise Died from None
