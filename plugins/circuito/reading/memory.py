"""What was read before: the leaf of every file, kept by the file's stamp and digest.

The memory is one file in the cache folder, never in the repository. It holds plain data (MessagePack), so that
reading it runs no code. A memory of another version or epoch, or one that cannot be read, is no memory.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from hashlib import blake2b
from typing import Any, TypeVar

import msgspec

from ..model.brand import BrandFields
from ..model.event import EventFields
from ..model.interest import InterestFields
from ..model.network_fields import NetworkFields
from ..model.organisation import OrganisationFields
from ..model.project import ProjectFields
from ..model.resource import ResourceFields
from ..model.room import RoomFields
from ..model.space import SpaceFields
from .sealing import sealed, unsealed

CLASSES: dict[str, type] = {
    "space": SpaceFields,
    "room": RoomFields,
    "organisation": OrganisationFields,
    "event": EventFields,
    "project": ProjectFields,
    "interest": InterestFields,
    "resource": ResourceFields,
    "network": NetworkFields,
    "brand": BrandFields,
}
T = TypeVar("T")
Stamp = tuple[int, int, int]
Reference = tuple[str, str, tuple[str | int, ...]]
UNSURE = 2_000_000_000
NO_STAMP: Stamp = (0, 0, 0)


class Leaf(msgspec.Struct, frozen=True):
    """What one file says: fields (or translated texts), safe HTML, and what it refers to (kind, name, field path)."""

    digest: str
    fields: Any
    html: str = ""
    references: tuple[Reference, ...] = ()


class Kept(msgspec.Struct, array_like=True):
    """A leaf in the memory; its fields are still encoded."""

    stamp: Stamp
    digest: str
    kind: str
    fields: msgspec.Raw
    html: str
    references: tuple[Reference, ...]


class Store(msgspec.Struct, array_like=True):
    """The whole memory file."""

    epoch: str
    kept: dict[str, Kept]


class Memory:
    """Leaves by path. What is not asked for again is forgotten at the next save.

    `shared` holds what two readings in one process have in common, by what it is made from; it is never saved.
    """

    def __init__(self, file: str | None = None, epoch: str = "") -> None:
        self.file = file
        self.epoch = epoch
        self.before: dict[str, Kept] = recalled(file, epoch) if file else {}
        self.now: dict[str, Kept] = {}
        self.shared: dict[Hashable, Any] = {}
        self.decoders: dict[str, msgspec.msgpack.Decoder[Any]] = {}

    def recall(self, path: str, stamp: Stamp) -> Leaf | None:
        """The leaf of a file that still bears the stamp of the time when it was read."""
        kept = self.before.get(path)
        return self.again(path, kept) if kept is not None and kept.stamp == stamp != NO_STAMP else None

    def knows(self, path: str, stamp: Stamp) -> bool:
        """Whether a file still bears the stamp of the time when it was read; if so its leaf is kept, unopened."""
        kept = self.before.get(path)
        if kept is None or not kept.stamp == stamp != NO_STAMP:
            return False
        self.now[path] = kept
        return True

    def recognise(self, path: str, stamp: Stamp, content: bytes) -> tuple[str, Leaf | None]:
        """The digest of a file, and its leaf if the bytes are those of the last time."""
        digest = blake2b(path.encode() + b"\0" + content, digest_size=16).hexdigest()
        kept = self.before.get(path)
        if kept is None or kept.digest != digest:
            return digest, None
        return digest, self.again(path, Kept(stamp, digest, kept.kind, kept.fields, kept.html, kept.references))

    def again(self, path: str, kept: Kept) -> Leaf:
        self.now[path] = kept
        return self.once(("leaf", path, kept.digest), self.decoded, kept)

    def decoded(self, kept: Kept) -> Leaf:
        """The leaf that was kept."""
        return Leaf(kept.digest, self.decoder(kept.kind).decode(kept.fields), kept.html, kept.references)

    def once(self, key: Hashable, make: Callable[..., T], *given: Any) -> T:
        """A value that two readings in one process share, made of what is given when the first of them asks."""
        if key not in self.shared:
            self.shared[key] = make(*given)
        made: T = self.shared[key]
        return made

    def keep(self, path: str, kind: str, stamp: Stamp, leaf: Leaf) -> None:
        """Remember a leaf that was read now."""
        fields = msgspec.Raw(msgspec.msgpack.encode(leaf.fields))
        self.now[path] = Kept(stamp, leaf.digest, kind, fields, leaf.html, leaf.references)
        self.shared["leaf", path, leaf.digest] = leaf

    def decoder(self, kind: str) -> msgspec.msgpack.Decoder[Any]:
        if kind not in self.decoders:
            self.decoders[kind] = msgspec.msgpack.Decoder(CLASSES.get(kind, dict[str, str]))
        return self.decoders[kind]

    def save(self, newest: int) -> None:
        """Write what is known now, if it differs from before.

        `newest` is the time (ns) at which the walk began: a file changed within two seconds of it could change again
        without a new stamp, so its stamp is not trusted.
        """
        if self.file is None:
            return
        for kept in self.now.values():
            if max(kept.stamp[:2]) > newest - UNSURE:
                kept.stamp = NO_STAMP
        if self.now == self.before:
            return
        os.makedirs(os.path.dirname(self.file), exist_ok=True)
        with open(f"{self.file}.new", "wb") as file:
            file.write(sealed(msgspec.msgpack.encode(Store(self.epoch, self.now))))
        os.replace(f"{self.file}.new", self.file)


def recalled(file: str, epoch: str) -> dict[str, Kept]:
    """The memory file's leaves, or none."""
    try:
        with open(file, "rb") as opened:
            store = msgspec.msgpack.decode(unsealed(opened.read()), type=Store)
    except (OSError, msgspec.DecodeError):
        return {}
    return store.kept if store.epoch == epoch else {}
