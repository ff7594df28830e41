"""What templates are translated to, kept as Python keeps what modules are: in `__pycache__` beside each of them.

It outlives what builds remember, and all networks that share a theme share it: neither their settings nor their
languages decide on it. Like Python, this keeps nothing where that is forbidden (`PYTHONDONTWRITEBYTECODE`) or the
folder cannot be written, and all of it elsewhere if asked to (`PYTHONPYCACHEPREFIX`). It is code, so it is never taken
from a repository: `conditions.refuse_tracked`.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from hashlib import blake2b
from importlib.util import MAGIC_NUMBER, cache_from_source
from types import CodeType

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from ..reading.sealing import sealed, unsealed
from .ledger import plain, program

SIZE = 16


class Compiled(BytecodeCache):
    """The code of templates, each in a file of its own, which is written over once it is stale."""

    def __init__(self, environment: Environment) -> None:
        self.translator = translator_of(environment)
        self.known: dict[str, CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The file of a template's code; what goes by several names, which are part of the code, has several."""
        named = blake2b(name.encode(), digest_size=4).hexdigest()
        return cache_from_source(filename or name, optimization=named)

    def get_source_checksum(self, source: str) -> str:
        """The digest of all that decides on a template's code but its place."""
        return blake2b(source.encode(), key=self.translator).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what an earlier language, or an earlier build, has translated."""
        if bucket.key not in self.known:
            with suppress(OSError), open(bucket.key, "rb") as file:
                mark, code = divided(unsealed(file.read()))
                if mark == mark_of(bucket):
                    self.known[bucket.key] = marshal.loads(code)
        bucket.code = self.known.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was translated now, where that may be kept: written aside and moved to its place."""
        assert bucket.code is not None
        self.known[bucket.key] = bucket.code
        if sys.dont_write_bytecode:
            return
        fresh = f"{bucket.key}.{os.getpid()}"
        with suppress(OSError):
            os.makedirs(os.path.dirname(bucket.key), exist_ok=True)
            with open(fresh, "wb") as file:
                file.write(sealed(mark_of(bucket) + marshal.dumps(bucket.code)))
            os.replace(fresh, bucket.key)


def translator_of(environment: Environment) -> bytes:
    """The digest of what translates: Python, our program, all packages, and the environment's options and functions.

    Constants are filtered when a template is translated, so filters count; what a page shows, globals too, does not.
    """
    own = {name: value for name, value in vars(environment).items() if name != "globals"}
    return blake2b(MAGIC_NUMBER + program() + plain(own).encode(), digest_size=SIZE).digest()


def mark_of(bucket: Bucket) -> bytes:
    """What the code of a template is known by: its place, which its tracebacks name, and what it is made from."""
    return blake2b(f"{os.path.abspath(bucket.key)}\0{bucket.checksum}".encode(), digest_size=SIZE).digest()


def divided(content: bytes) -> tuple[bytes, bytes]:
    """The mark of a file, and the code that follows."""
    return content[:SIZE], content[SIZE:]
