"""What is published: every output is a function from a network to pages and files, one module a capability."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from hashlib import blake2b
from importlib import import_module
from typing import Any

import msgspec
from msgspec import Struct

from ..model.network import Network


class Later:
    """Text of a page that is costly to make: the digest of what it is made from, and how. It is made when printed."""

    def __init__(self, key: str, make: Callable[..., Any], given: tuple[Any, ...]) -> None:
        self.key, self.make, self.given = key, make, given

    def __str__(self) -> str:
        return str(self.make(*self.given))


class LaterView(Later):
    """A view that is costly to make: its template finds it as `made`, when it is printed."""

    @cached_property
    def made(self) -> Any:
        """The view."""
        return self.make(*self.given)


class Page(Struct, frozen=True):
    """An HTML page: its path in the output, its template, its language, and all that the template is handed.

    What is costly to make may be `late`: names beside those that it `shows`, made when the page is printed.
    """

    path: str
    template: str
    lang: str
    shows: Mapping[str, Any]
    late: LaterView | None = None

    @property
    def handed(self) -> Mapping[str, Any]:
        """All that the template is handed."""
        return {**self.shows, **self.late.made} if self.late else self.shows


class File(Struct, frozen=True):
    """Anything else: its path in the output, the digest of what it is made from, and how its bytes are made."""

    path: str
    key: str
    make: Callable[[], bytes]


Output = Callable[[Network], Iterable[Page | File]]


def key_of(later: object) -> str:
    """What stands in a digest for what is made later: its key. Raises `TypeError` for what has none."""
    if not isinstance(later, Later):
        raise TypeError(f"{later!r} is neither data nor made later")
    return later.key


ENCODE = msgspec.msgpack.Encoder(enc_hook=key_of).encode


def digest(*parts: object) -> str:
    """A short digest of parts, each text, bytes, plain data, or `Later`."""
    return blake2b(ENCODE(parts), digest_size=16).hexdigest()


def output_named(name: str) -> Output:
    """The output that a setting names as `package.module:function`. Raises `LookupError` with what is wrong."""
    module, colon, function = name.partition(":")
    if not colon:
        raise LookupError(f"OUTPUTS: {name!r} is not written as `package.module:function`")
    try:
        output: Output = getattr(import_module(module), function)
    except (ImportError, AttributeError) as missing:
        raise LookupError(f"OUTPUTS: {name!r}: {missing}") from missing
    return output
