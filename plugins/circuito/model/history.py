"""When files were first committed and last changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field


class History(Struct, frozen=True):
    """Instants of commits by path, in seconds since 1970-01-01 UTC; nothing where there is no whole history.

    `files` holds the first and the last commit of every file; `places` the last commit that changed the name or the
    place of a space.
    """

    files: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)

    def first(self, paths: Iterable[str]) -> int | None:
        """When the first of some files was committed first."""
        return min((self.files[path][0] for path in paths if path in self.files), default=None)

    def last(self, paths: Iterable[str]) -> int | None:
        """When one of some files was committed last."""
        return max((self.files[path][1] for path in paths if path in self.files), default=None)
