"""What `circuito check --watch` does: check again at every change, until it is interrupted."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ..reading.walk import ROOTS

DEBOUNCE = 300  # milliseconds in which changes count as one
WHILE = 500  # milliseconds
SHOWN = 3
WORDS = {
    "it": {"begin": "── controllo", "more": "e altri {count}", "end": "── in attesa di cambiamenti (Ctrl-C finisce)"},
    "en": {"begin": "── checking", "more": "and {count} more", "end": "── waiting for changes (Ctrl-C ends)"},
}


def watched(folder: str, lang: str, check: Callable[[], int]) -> int:
    """Check now and after every change of a network's files; the last code, once it is interrupted."""
    say, code = WORDS[lang], 0
    coming = changes(folder)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background, shells have it ignored
    try:
        next(coming)  # the watch is set up before the first check, so that nothing is missed between
        told(say["begin"])
        code = check()
        told(say["end"])
        for paths in filter(None, coming):
            told(f"\n{say['begin']}: {shown(paths, say['more'])}")
            code = check()
            told(say["end"])
    except KeyboardInterrupt:
        print()
    return code


def told(line: str) -> None:
    """Print a line behind all that was printed before it, in whichever stream."""
    sys.stderr.flush()
    print(line, flush=True)


def changes(folder: str) -> Iterator[list[str]]:
    """The paths of files that have changed, from the network's folder; none where nothing has in a while."""
    from watchfiles import watch

    root = Path(folder).resolve()
    roots = [root / name for name in ROOTS if (root / name).is_dir()] or [root]
    for changed in watch(*roots, debounce=DEBOUNCE, rust_timeout=WHILE, yield_on_timeout=True):
        yield sorted({os.path.relpath(path, root).replace(os.sep, "/") for _, path in changed})


def shown(paths: Iterable[str], more: str) -> str:
    """The first paths, and how many others there are."""
    first, others = list(paths)[:SHOWN], list(paths)[SHOWN:]
    return ", ".join([*first, *([more.format(count=len(others))] if others else [])])
